"""What is announced, expected or imminent: "an attack could come", "nurses to strike in Leeds".

The words right before a deed in its clause, or right behind it, say that it is yet to come.
"""

from __future__ import annotations

import re

from geo.language.clauses import is_past
from geo.language.late import late
from geo.language.sought import Sought

__all__ = ["is_announced", "is_awaited", "is_coming", "is_done_when_told", "is_waited_for"]

AWAITED_WITHIN = 100
"""Characters before "until" in which stands who would, 80 of them after the verb."""
# Behind people who are a trigger by themselves: "protesters will march" tells of no protest yet.
_ACTOR = re.compile(r"(?:ers?|ors?|ists?|[a-z]m[ae]n)$")
_AHEAD = late(
    r"\s+(?:\w+ly\s+|also\s+)?(?:will|would|shall|could|may|might|should|must|"
    r"(?:is|are)\s+(?:(?:due|set|expected|scheduled|going|planning|preparing|about|ready)\s+)?to|"
    r"plan(?:s|ned)?\s+to|(?:are|were)\s+planning\s+to|intend(?:s|ed)?\s+to|hopes?\s+to)\s+"
    r"(?!(?:be|have|not|never|continue|remain|stay|stand|face|keep|return|go\s+on)\b)"
)
# "An attack could come", "a march is planned": what is named is not there yet.
_SOMEDAY = late(
    r"\s+(?:[\w’'-]+\s+){0,4}?(?:could|would|might|may|"
    r"(?:is|are)\s+(?:not\s+|very\s+|badly\s+|urgently\s+|still\s+)?"
    r"(?:planned|scheduled|due|expected|set|needed|required|(?:likely|unlikely|inevitable|possible)(?!\s+(?:to|the|that)\b))|"
    r"(?:was|were|has\s+been)\s+(?:planned|scheduled|called)\s+for)\b"
    # Briefs leave the verb out: "Demonstrations possible in the centre".
    r"|\s+(?:very\s+|also\s+|highly\s+)?(?:possible|likely|expected|anticipated)(?=[.,;]|$|\s+(?:in|at|on|from|near|around|across|this|next)\b(?!(?:\s+[\w’'-]+){0,6}?\s+(?:broke|took|left|killed|was|were|went)\b))"
)
# "The handover of two other bases, Bo and Ka, is planned for May".
_PLANNED_FOR = re.compile(
    r"(?:(?!\b(?:where|which|who|whose|before|as|and\s+(?:the|an?))\b)[^.;:]){0,70}?\b(?:is|are)\s+(?:planned|scheduled|due|expected|set)\s+(?:for|in|on)\b"
)
# "Called off a strike that was to begin on Monday".
_WAS_TO_BEGIN = re.compile(
    r"(?:\s+(?:in|at|by|of)\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+)?\s+(?:that|which)\s+(?:was|were|had\s+been)\s+"
    r"(?:(?:due|set|scheduled|expected|supposed|planned)\s+)?(?:to|for)\b"
)
# "Organisers expect 100,000 people at Sunday's rally".
_EXPECTED = Sought(
    r"\bexpect(?:s|ed|ing)?\s+(?:[\w’',.-]+\s+){1,8}?(?:at|to\s+(?:attend|join|take\s+part\s+in|turn\s+out\s+for))\s+"
    r"(?:[\w’'-]+\s+){0,4}$"
)
# "The strike, if it comes, would hit nine million pupils".
_IF_IT_COMES = re.compile(
    r",?\s+(?:if|should|when)\s+(?:it|they)\s+(?:comes?|goes?\s+ahead|happens?|materiali[sz]es?|takes?\s+place|"
    r"is\s+called|are\s+called)\b"
)
_SAID_TO_COME = late(
    r"\s+(?:(?!(?:and|but|which|that|when|after|killed|was|were|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
    r"[\w’'-]+\s+){0,5}?(?:has|have|had|was|were|is|are)\s+(?:also\s+|now\s+|already\s+|again\s+)?(?:been\s+)?"
    r"(?:announced|promised|threatened|rumou?red|feared|predicted)(?=\s+(?:on|for|in|at|to|over|via)\b|[.,;]|$)"
)
"""Behind an attack that somebody only spoke of: "an attack on the town has been announced"."""
_IMMINENT = Sought(r"\b(?:imminent|impending|looming)\s+$")
_IS_IMMINENT = re.compile(
    r"\s+(?:(?!(?:and|but|which|that|when|after)\b)[\w’'-]+\s+){0,6}?"
    r"(?:is|are|was|were|be|been|appears?|appeared|seems?|seemed|looks?)\s+(?:now\s+)?(?:imminent|impending|looming)\b"
)
"""Right before a noun, and what is said of it behind it: "an attack on the town is imminent"."""
_DEAL_ON = Sought(
    r"\b(?:agreement|deal|bill|motion|vote|debate|law|discussions?|talks)\s+(?:on|about)\s+$"
)
"""Right before a deed by its gerund: "an agreement on sending troops"."""
_FORCE = re.compile(r"(?:attacks?|assaults?|strikes?|offensives?|invasions?)\b")
# Nobody announces these before they are done: "police announced an arrest".
_TELLS_OF = Sought(r"\bannounc(?:e|es|ed|ing)\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}$")
_SUDDEN = re.compile(
    r"(?:arrest|capture|seizure|killing|death|shooting|attack|raid|rescue|discovery|bust|detention|murder|explosion)s?\b"
)
# "Farmers to block roads on Friday": an infinitive right behind those who open a title.
_TO_DO = late(
    r"^\W*(?:(?!(?:the|an?|in|at|how|what|where|when|who|thousands|hundreds)\b)[\w’'-]+\s+){0,2}?[\w’'-]*[a-z]s\s+to\s+(?:be\s+)?$|^\W*(?:\w+\s+)?(?:police|army|troops|government|militia|people|[a-z]*men|women)\s+to\s+(?:be\s+)?$"
)
# "Would stay there until the army withdrew": what is waited for is not there yet.
_AWAITED = Sought(
    r"\b(?:will|would|vow(?:s|ed)?|pledg(?:es|ed)|promis(?:es|ed)|refus(?:es|ed)|threaten(?:s|ed))\b[^.;:]{0,80}$"
)
_AWAITS = re.compile(r"[.;:,]|\b(?:but|and|after|when|as|while)\b")
"""What ends what is waited for: "until the end, but"."""


def is_awaited(before: str, first: str, behind: str) -> bool:
    """Tell whether a deed is expected, imminent, or what a deal would be on.

    Parameters
    ----------
    before, first, behind
        The words before a deed in its clause, its first word, and the text behind it.

    Examples
    --------
    >>> is_awaited("they fear an imminent ", "attack", " on the town")
    True
    """
    if _IMMINENT.search(before) or (first.endswith("ing") and _DEAL_ON.search(before)):
        return True
    return bool(_EXPECTED.search(before) or _IF_IT_COMES.match(behind))


def is_announced(before: str) -> bool:
    """Tell whether a title announces a deed by its infinitive.

    Examples
    --------
    >>> is_announced("nurses to "), is_announced("guards used batons to ")
    (True, False)
    """
    if not before.endswith(("to ", "to be ")) or _TO_DO.match(before) is None:
        return False
    return not any(map(is_past, before.split()))


def is_waited_for(before: str) -> bool:
    """Tell whether the words before a deed say that somebody would do something until it.

    Examples
    --------
    >>> is_waited_for("they vowed to stay there until the "), is_waited_for("it lasted until the ")
    (True, False)
    """
    at = before.rfind("until")
    if at < 0 or _AWAITS.search(before, at) is not None:
        return False
    return _AWAITED.search(before, max(at - AWAITED_WITHIN, 0), at) is not None


def is_done_when_told(before: str, deed: str) -> bool:
    """Tell whether what is announced has been done by then: "police announced an arrest".

    Examples
    --------
    >>> is_done_when_told("they announced an ", "arrest")
    True
    >>> is_done_when_told("they announced a ", "strike")
    False
    """
    return _TELLS_OF.search(before) is not None and _SUDDEN.match(deed) is not None


def is_coming(deed: str, behind: str, *, certain: bool) -> bool:
    """Tell whether what follows a deed in its clause puts it off: "is planned for May".

    Parameters
    ----------
    deed, behind
        The words of the deed and those behind it, in small letters.
    certain
        Whether it is spoken of as one that all know.

    Examples
    --------
    >>> is_coming("attack", " could come soon", certain=False)
    True
    >>> is_coming("attack", " could be revenge", certain=True)
    False
    """
    if _ACTOR.search(deed) and " " not in deed and _AHEAD.match(behind):
        return True
    if _WAS_TO_BEGIN.match(behind):
        return True
    if any(map(is_past, deed.split())):
        return False
    if not certain and _FORCE.match(deed) and _SAID_TO_COME.match(behind):
        return True
    someday = not certain and _SOMEDAY.match(behind)
    return bool(_IS_IMMINENT.match(behind) or _PLANNED_FOR.match(behind) or someday)

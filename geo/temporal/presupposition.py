"""What a clause takes for granted: whatever will be done about a murder, it was committed.

"Will investigate the killing", "left because of the abduction of two nuns": the modal verb is of
those who react, and says nothing on the deed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geo.language.late import late
from geo.language.sought import Sought

__all__ = [
    "DEED",
    "is_context",
    "is_known",
    "is_of_day",
    "is_of_some_sort",
    "object_of_reaction",
    "without_senses",
]

REACTION_WITHIN = 160
"""Characters before and behind the beginning of a deed in which stands who reacts to it, and what
it is: no verb and no comma lies between."""
# Who will investigate, condemn or avenge a deed speaks of one that is done.
_STEMS = (
    r"(?:investigat|prob|solv|condemn|denounc|deplor|decry|decrie|mourn|aveng|punish)(?:e|es|ed|ing|s|d)?"
    r"|look(?:s|ed|ing)?\s+into|inquir(?:e|es|ed|ing)\s+into|(?:respond|react|retaliat)(?:e|es|ed|ing|s)?\s+(?:to|for)"
)
# The same only of what is known already: "a strike" that is to be discussed may never come.
_STEMS_OF_KNOWN = (
    r"(?:clarif|examin|explain|discuss|debat|protest|review|reconstruct|regret|confirm|treat)(?:y|ies|ied|ying|e|es|ed|ing|s)?"
    r"(?:\s+(?:against|at))?|apologi[sz](?:e|es|ed|ing)\s+for|answer(?:s|ed|ing)?\s+for|"
    r"responsibility\s+for|light\s+on|comment(?:s|ed|ing)?\s+on|compensat(?:e|es|ed|ing)\s+for"
)
_KNOWN = r"(?:the|this|that|these|those|its|his|her|their|last|[a-z]+['’]s)"
_ON_A_DAY = (
    r"(?:(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)\s+"
    r"(?:morning\s+|evening\s+|night\s+)?)?"
)
_REACTING = (
    "investigat", "prob", "solv", "condemn", "denounc", "deplor", "decr", "mourn", "aveng",
    "punish", "look", "inquir", "respond", "react", "retaliat", "clarif", "examin", "explain",
    "discuss", "debat", "protest", "review", "reconstruct", "regret", "confirm", "apologi",
    "treat", "answer", "responsib", "light", "comment", "compensat",
)  # fmt: skip
"""How the words of the stems above begin: without one nobody reacts."""
_REACTION = late(
    rf"\b(?:(?:{_STEMS})\s+{_ON_A_DAY}(?={_KNOWN}\b|an?\b)"
    rf"|(?:condemn|denounc|deplor|mourn)(?:e|es|ed|ing|s)?\s+{_ON_A_DAY}(?=[a-z])"
    rf"|(?:{_STEMS_OF_KNOWN})\s+{_ON_A_DAY}(?={_KNOWN}\b))"
)
# "Will respond to an attack": to one that may come.
_TO_ANY = Sought(
    r"\b(?:will|would|could|can|may|might|shall|should|must|to|ready\s+to|['’]ll)\s+(?:\w+\s+)?"
    r"(?:respond|react|retaliate)\s+(?:to|for)\s+$"
)
_BEYOND = re.compile(
    r"[,;:.]|\b(?:to|that|who|which|whether|how|if|was|were|is|are|has|have|had|will|would|could|may)\b"
)
# What stands before a noun for violence only if that was done: "after the", "perpetrators of an".
_ON_ACCOUNT = Sought(
    r"\b(?:(?:after|following|since|over|about|behind|because\s+of|owing\s+to|due\s+to|in\s+(?:connection|relation)\s+(?:with|to)|"
    r"in\s+(?:response|reaction|retaliation|reprisal|revenge|answer)\s+(?:to|for)|in\s+the\s+(?:wake|aftermath|course)\s+of|"
    r"(?:as\s+a|the)\s+(?:result|consequence)\s+of|(?:call|describ|brand|label|term|denounc|prais|welcom)(?:e|es|s|l?ed|d|ing)?(?=\s+(?:the|this|that|\w+day['’]s)\s)|responsib(?:le|ility)\s+for|guilty\s+of|witness(?:ed|es)?(?:\s+to)?|"
    r"(?:perpetrators?|authors?|masterminds?|organi[sz]ers?|culprits?|scene|site|place|day|night|hour|moment|time|news|details|"
    r"circumstances|account|investigations?|inquir(?:y|ies))\s+of)"
    r"|(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?)\s+(?:in)?to|(?:justice|revenge)\s+for)\s+"
    r"(?:(?:reports|news|word)\s+of\s+)?"
)
_VIOLENCE = re.compile(
    r"(?:[\w’'-]+\s+){0,3}?(?:attack|assault|murder|killing|shooting|bombing|shelling|blast|explosion|raid|massacre|abduction|"
    r"kidnap(?:p?ing)?|clash|ambush|stabbing|beating|burning|torching|lynching|hijacking|robbery|assassination|execution|"
    r"slaying|slaughter|rape|beheading|battle|gun\s?fight|gun\s?battle|firefight|heist|crackdown|death|arrest|detention|bloodbath|siege|break-in|looting|ransacking|riot)(?:e?s)?\b"
)
_OF_ONE_DAY = Sought(
    r"\b(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last\s+(?:week|month|night|weekend))['’]s|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+(?:morning|afternoon|evening|night)['’]s)\s+(?:[\w’'-]+\s+){0,3}?$"
)
"""The deed of a day that is named; a march of Friday may still come, violence is not announced."""
_SURE = late(
    r"\b(?:(?:is|are|was|were)\s+)?(?:in\s+|beyond\s+|had\s+|have\s+|has\s+|left\s+|there\s+is\s+|there\s+was\s+)?"
    r"no\s+(?:doubts?|secret|question)\s+(?:that\s+|about\s+)?|\bno\s+(?:fewer|less)\s+than\s+|\bno\s+sooner\s+|"
    r"\bnot\s+only\s+|\bnot\s+far\s+from\s+|\bno\s+less\s+|\bno\s+more\s+than\s+"
)
"""No denials: "in no doubt that it was started on purpose", "no fewer than six were shot"."""
_ASKED = re.compile(
    r"(?:\b(?:would|could|can|will)\s*)?(?:\b(?:not|no)|n['’]t)\s+(?:(?!that\b|whether\b|if\b)[a-z]+\s+){0,4}?"
    r"(?:why|how(?!\s+to\b)|what|whom?|when|where|which)\s+"
)
"""Neither denial nor plan of what is asked about: "would not say why police raided the house"."""
# "Are trying to find out why", "want to know who".
_WONDERED = late(
    r"\b(?:(?:try|trying|tried|tries|want|wants|wanted|seek|seeks|seeking|sought|hope|hopes|hoping|hoped|need|needs|work|working|"
    r"worked|will|would|must|should|asked|begun|began)\s+)?(?:to\s+)?(?:find\s+out|establish|determine|explain|learn|understand|"
    r"discover|investigate|know|ask|say|tell|work\s+out|piece\s+together)\s+(?:exactly\s+)?"
    r"(?:why|how(?!\s+to\b)|whom?|when|where)\s+"
)
_BRACKETED = re.compile(r"\([^()]*\)")
"""What is put in brackets governs no deed outside: "a car (not identified) was hit"."""
_GUESSED = re.compile(
    r"(?:\b(?:most|very|quite|more\s+than)\s+)?"
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )\blikely\s+"
    r"(?=(?:due|because|in|by|from|with|as|at|on|amid|amidst|during|after|over|members?|part|"
    r"[a-z-]+(?:ed|wn|en))\b)"
)
"""No plan but a guess at who it was or why: "killed, likely in clashes", "likely related to"."""
_ASKING = ("why ", "how ", "who", "what ", "when ", "where ", "which ")
"""Without one of these nothing is asked for."""
_SENSED = re.compile(
    r"\b(?:can|could)\s+(?:\w+ly\s+|still\s+|also\s+)?(?:be\s+)?(?:hear|heard|see|seen|feel|felt|smell|make\s+out)\b"
)
# "The attack could derail talks": what a known deed could do is told, not that it could be.
_KNOWN_DEED = Sought(rf"\b{_KNOWN}\s+(?:[\w’'-]+\s+){{0,2}}?$")
_COMING = late(
    r"\s+(?:[\w’'-]+\s+){0,4}?(?:could|would|might|may)\s+(?:\w+\s+)?"
    r"(?:happen|come|occur|take|follow|begin|start|resume|be\s+(?:repeated|next|launched|imminent|under\s+way))\b"
)
_ANY = re.compile(r"(?:any|every|each|such|more|further|future|possible|potential|no|another)\b")
DEED = re.compile(
    r"\b(?:attack|assault|murder|killing|shooting|bombing|shelling|blast|explosion|raid|massacre|"
    r"abduction|kidnapping|clash|riot|violence|incident|death|airstrike|strike|ambush|stabbing|"
    r"beating|crackdown|burning|torching|lynching|hijacking)(?:e?s)?\b"
)
"""Nouns for what happened, in small letters."""


# Asked three times for each trigger, by its status and its history.
@lru_cache(maxsize=16)
def object_of_reaction(before: str, rest: str) -> int | None:
    """Return where in the words before a deed that begins which they take for granted, if they do.

    Parameters
    ----------
    before
        The lower-cased words before the deed, in its clause.
    rest
        The deed and what follows it, lower-cased.

    Examples
    --------
    >>> before = "police will investigate the "
    >>> before[object_of_reaction(before, "killing of two nuns") :]
    'the '
    >>> before = "nuns will leave because of the "
    >>> before[object_of_reaction(before, "killing of two nuns") :]
    'the '
    """
    skipped = max(len(before) - REACTION_WITHIN, 0)
    before, rest = before[skipped:], rest[:REACTION_WITHIN]
    whole = before + rest
    reacts = any(map(before.__contains__, _REACTING))  # spares most searches
    for found in _REACTION.finditer(whole) if reacts else ():
        if found.end() <= len(before) and not _BEYOND.search(before, found.end()):
            of_any = before.startswith(("a ", "an "), found.end())
            if of_any and _TO_ANY.search(before, 0, found.end()):
                continue
            return skipped + found.end()
    causes = (found.end() for found in _ON_ACCOUNT.finditer(before))
    return next((skipped + at for at in causes if _is_done(whole, at, len(before))), None)


def _is_done(said: str, at: int, until: int) -> bool:
    """Tell whether a noun for violence opens what lies between "because of" and a deed or a day."""
    if _ANY.match(said, at) or _BEYOND.search(said, at, until):
        return False
    return _VIOLENCE.match(said, at) is not None


def is_known(before: str, rest: str) -> bool:
    """Tell whether a deed is spoken of as one that all know: "Tuesday's attack could be revenge".

    Examples
    --------
    >>> is_known("tuesday's ", "attack could be revenge")
    True
    >>> is_known("an ", "attack could come"), is_known("the ", "attack could come")
    (False, False)
    """
    deed = _VIOLENCE.match(rest)
    if deed is None or _COMING.match(rest, deed.end()):
        return False
    return any(pattern.search(before) for pattern in (_OF_ONE_DAY, _KNOWN_DEED))


# "Called for help during a battle", "may have been involved in the heist".
_IN_CONTEXT = Sought(
    r"\b(?:(?:during|amid|despite)\s+(?:an?|the|this|that)|"
    rf"(?:(?:accountable|blamed)\s+for|(?:involve[ds]?|implicated|role|part)\s+in)\s+{_KNOWN})\s+(?:[\w’'-]+\s+){{0,3}}$"
)


def is_context(before: str, rest: str) -> bool:
    """Tell whether a deed is only named as that in which something was done or somebody took part.

    Examples
    --------
    >>> is_context("may have had a part in the ", "heist"), is_context("may plan a ", "heist")
    (True, False)
    """
    return _VIOLENCE.match(rest) is not None and _IN_CONTEXT.search(before) is not None


def is_of_day(before: str, rest: str) -> bool:
    """Tell whether a deed is that of a named day: "threats like Tuesday's attack".

    Examples
    --------
    >>> is_of_day("will not bow to monday's ", "bomb explosion"), is_of_day("monday's ", "march")
    (True, False)
    """
    return _VIOLENCE.match(rest) is not None and _OF_ONE_DAY.search(before) is not None


# "In what may have been a gang attack": what sort of deed it was is not sure, that it was is.
_IN_WHAT = Sought(r"\bin\s+what\s+(?:[\w’'-]+,?\s+){1,7}$")
_IF_IT_WAS = Sought(
    r"\b(?:know|known|clear|unclear|unknown|say|said|sure|determin(?:e|ing)|investigating|asked|"
    r"establish|confirm)\s+(?:yet\s+)?(?:if|whether)\s+"
    r"(?:the|this|that|an?|last\s+\w+['’]s|\w+day['’]s)\s+(?:[\w-]+\s+){0,3}$"
)
_WAS_OF_A_SORT = re.compile(
    r"[^.;,?]{0,60}?\s(?:is|was|are|were)\s+(?:[\w-]+\s+){0,3}?(?:connected|related|linked|random|"
    r"targeted|accidental|intentional|deliberate|domestic|isolated|motivated|"
    r"[\w-]+-(?:related|motivated)|terror\w*|self-defen[cs]e|between|part|caused|captured|caught|"
    r"recorded|justified)\b"
)


def is_of_some_sort(before: str, rest: str) -> bool:
    """Tell whether only of what sort a deed was is unsure, and not that it was.

    Examples
    --------
    >>> is_of_some_sort("do not know if the ", "shooting was gang-related")
    True
    >>> is_of_some_sort("do not know if the ", "shooting took place")
    False
    """
    if _IN_WHAT.search(before):
        return True
    deed = _VIOLENCE.match(rest) if _IF_IT_WAS.search(before) else None
    return deed is not None and _WAS_OF_A_SORT.match(rest, deed.end()) is not None


def without_senses(said: str) -> str:
    """Return lower-cased words without those that only look like a possibility or a denial.

    What could be heard or seen was; who is in no doubt is sure; of what is done one asks why; what
    is put in brackets, and who it likely was, govern nothing.

    Examples
    --------
    >>> without_senses("gunfire could be heard")
    'gunfire heard'
    >>> without_senses("six died, likely in a ")
    'six died, in a '
    """
    said = _SENSED.sub("heard", said) if "could" in said or "can " in said else said
    said = _BRACKETED.sub(" ", said) if "(" in said else said
    said = _GUESSED.sub("", said) if "likely" in said else said
    if any(map(said.__contains__, _ASKING)):
        said = _WONDERED.sub("", _ASKED.sub("", said))
    if "no" not in said and "n't" not in said and "n’t" not in said:
        return said
    return _SURE.sub("", said)

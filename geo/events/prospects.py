"""What governs a deed that nobody has done: a wish, a plan, pressure, a vote, a condition.

The words right before a deed in its clause say so by their grammar: a verb or a noun with "to" in
front of an infinitive ("refused to leave", "efforts to free"), a noun or a verb in front of what is
arranged ("approved the withdrawal"), "before" and "until" in front of a present tense. The words
are data (``factuality.toml``, ``[prospects]``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from geo.events.searches import FINITE, WORD, any_of, table
from geo.language.clauses import is_past, is_told
from geo.language.sought import Sought
from geo.model import Status

__all__ = [
    "is_managed",
    "is_ungoverned",
    "prospect",
    "undone",
    "without_causes",
    "without_dots",
    "without_failures",
]

OBJECT = 6
"""Words of an object between "persuaded" and "to": "the leaders of all three groups"."""
MODIFIERS = 4
"""Words between "approved" and the noun that it governs: "the immediate and full"."""
CONDITION = 6
"""Words of a subject between "until" and its verb."""
FIRST = 3
"""Words of a trigger among which its verb stands, or the noun that it is."""
# "Explain how they managed to burn it": whatever was asked, it was burned.
_MANAGED = Sought(r"\b(?:how|after|who)\s+(?:(?!not|never)[\w'’-]+\s+){0,6}managed\s+to\s+$")
UNDONE = 10
"""Words at most from the noun of a deed to what was done to it: "the march in Leeds was banned"."""
_DOTTED = re.compile(
    r"\b(?:[a-z]\.){2,}|\b(?:mr|mrs|ms|dr|gen|col|lt|sgt|capt|maj|gov|sen|rep|st|rev)\."
)
_NOT_STOPPED = Sought(
    r"\b(?:fail(?:s|ed|ing|ures?)?|unable|inability|powerless|refus(?:es|ed|al)|too\s+late|little|not|n['’]t)\s+(?:to\s+)?(?:(?:do|doing|done)\s+)?(?:enough\s+|anything\s+|little\s+)?(?:to\s+)?"
    r"(?:stop|prevent|halt|deter|keep|avert|curb|contain)(?:ping|ting|ing|ring)?\b"
)
"""Who failed to prevent a deed saw it done."""
_CAUSED = re.compile(
    r"\bdue\s+to\s+(?=(?:the|an?|this|that|these|those|its|his|her|their|another|ongoing|continued|"
    r"heavy|fierce)\b)|(?<=ed )due\s+to\s+|(?<=day )due\s+to\s+"
)
"""What is no plan but a cause: "life was affected due to a strike called by the front"."""
_NO_PARTICIPLES = frozenset({
    "took", "went", "began", "threw", "broke", "drove", "flew", "gave", "stole", "overran",
})  # fmt: skip
"""Past verbs that are no participles: nothing that is to come is told by them."""
_DETERMINERS = frozenset({"a", "an", "his", "her", "their", "its", "him", "them"})
_GOVERNED_PAST = Sought(
    r"\b(?:have|be|been|being|is|are|was|were|get|gets|got|if|unless|whether|see|seen|find|want|"
    r"wants|wanted|whoever|anyone)\s+(?:[\w'’-]+\s+){0,3}$|"
    r"\b(?:if|unless|whether)\s+(?:[\w'’-]+\s+){4,8}$"
)
"""Before a past verb that is a participle after all, or only supposed: "may have held a rally"."""
_BEFORE_TO = Sought(r"\bto\s+(?:be\s+)?(?:\w+ly\s+)?$")
_GERUND = re.compile(r"[a-z]+ing\b")
_OPENS = re.compile(r"^\W*$|\b(?:that|says?|said)\s+$")
"""Before a gerund that is the subject of its clause."""
_IS_SAID_OF = re.compile(
    r"[^.;,]{0,80}?\s(?:will|would|could|might|may|should|is|remains)\s(?!(?:\w+\s)?(?:under\s?way|ongoing|continuing)\b)"
)
"""Behind such a gerund, what it is or would be: "disarming them will take years"."""
_IS_A_TASK = re.compile(
    r"(?:\s+[\w’'.-]+){0,7}?\s+(?:is|are|remains?)\s+(?:an?|the|one\s+of|among|on)\s+(?:[\w-]+\s+){0,2}"
    r"(?:priorit|task|goal|aim|option|agenda|table|condition|step|way|means\b)"
)
_UNTIL_DONE = Sought(
    rf"\b(?:until|unless|once|as\s+soon\s+as)\s+(?:(?!(?:and|but|that|who|which)\b){WORD}\s+){{1,8}}"
    r"(?:is|are)\s+(?:\w+ly\s+)?$"
)
"""Before what is still awaited: "will go on until their leader is" killed."""
_BE = frozenset({"is", "are"})
_NEVER_PRESENT = re.compile(r"^\w+ing\b|\b(?:was|were|had)\b")
_PLURAL_BEFORE = re.compile(
    r"\b(?:they|we|(?!(?:his|this|its|whose)\b)\w+[^s\W]s|men|people|police|troops)\s+(?:all\s+)?$"
)
"""A subject of many right before their verb: "until the rebels leave"."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Expressions for what stands right before an infinitive, a gerund or a noun."""

    undone_to: Sought
    wanted_to: Sought
    bidden_to: Sought
    stopped_from: Sought
    wanted_ing: Sought
    by_plan: Sought
    arranged: Sought
    wanted_noun: Sought
    talked_of: Sought
    sought: Sought
    wanted_call: Sought
    calls: Sought
    reward: Sought
    behind: re.Pattern[str]
    condition: Sought


@cache
def _words() -> _Words:
    rows: Mapping[str, Sequence[str]] = table()["prospects"]
    ways = {name: "|".join(told) for name, told in rows.items()}
    plain = rf"(?:(?!{FINITE}){WORD},?\s+)"
    object_ = rf"(?:(?!(?:{FINITE}|to\b|and\s|but\s|who\s|which\s|after\s)){WORD},?\s+)"
    return _Words(
        undone_to=Sought(rf"\b(?:{ways['undone_to']})\s+to\s+(?:be\s+)?(?:\w+ly\s+)?$"),
        wanted_to=Sought(rf"\b(?:{ways['wanted_to']})\s+to\s+(?:be\s+)?(?:\w+ly\s+)?$"),
        bidden_to=Sought(
            rf"\b(?:{ways['bidden_to']})\s+(?:for\s+)?{object_}{{1,{OBJECT}}}to\s+(?:be\s+)?(?:\w+ly\s+)?$"
        ),
        stopped_from=Sought(
            rf"\b(?:{ways['stopped_from']})\s+{object_}{{1,{OBJECT}}}from\s+(?:\w+ly\s+)?$"
        ),
        wanted_ing=Sought(rf"\b(?:{ways['wanted_ing']})\s+$"),
        by_plan=Sought(rf"\b(?:{ways['by_plan']})\b[^.;]{{1,90}}\sby\s+$"),
        arranged=Sought(rf"(?:{ways['arranged']})\b"),
        wanted_noun=Sought(rf"(?<![-–])\b(?:{ways['wanted_noun']})\s+{plain}{{0,{MODIFIERS}}}$"),
        talked_of=Sought(
            rf"\b(?:{ways['talked_of']})\s+(?:on|for|of|to|in|about|over|resulting\s+in|(?:which|that)\s+includes?|include)\s+{plain}{{0,{MODIFIERS}}}$"
        ),
        sought=Sought(rf"\b(?:{ways['sought']})\s+{plain}{{0,{MODIFIERS}}}$"),
        wanted_call=Sought(rf"\b(?:{ways['wanted_call']})\s+{plain}{{0,{MODIFIERS}}}$"),
        calls=Sought(rf"(?:{ways['calls']})\b"),
        reward=Sought(
            rf"\b(?:{ways['reward']})\s+(?:{WORD}\s+){{0,8}}?(?:leading\s+to|leads\s+to|for)\s+{plain}{{0,{MODIFIERS}}}$"
        ),
        behind=re.compile(rf"(?:\s+(?:of|from|in)\s+[\w’'.-]+)?\s+(?:{ways['behind']})\b"),
        condition=Sought(
            rf"\b(?:until|unless|before|once|as\s+soon\s+as)\s+"
            rf"(?:(?!(?:{FINITE}|and|but|that|who|which|to|in|on|at)\b){WORD}\s+){{0,{CONDITION}}}$"
        ),
    )


def without_dots(said: str) -> str:
    """Return lower-cased words without the dots that are no ends: "u.s. troops", "mr. kos".

    Examples
    --------
    >>> without_dots("if u.s. troops left")
    'if us troops left'
    """
    return _DOTTED.sub(lambda m: m[0].replace(".", ""), said) if "." in said else said


def without_causes(said: str) -> str:
    """Return lower-cased words with "because of" for a "due to" that is no plan.

    Examples
    --------
    >>> without_causes("trade was hit due to the ")
    'trade was hit because of the '
    >>> without_causes("a march is due to ")
    'a march is due to '
    """
    return _CAUSED.sub("because of ", said) if "due" in said else said


def without_failures(said: str) -> str:
    """Return lower-cased words without who failed to prevent a deed: it was done.

    Examples
    --------
    >>> without_failures("guards failed to stop rebels from ")
    'guards saw rebels from '
    """
    return _NOT_STOPPED.sub("saw", said)


def prospect(before: str, deed: str, behind: str, own: int = 0) -> Status | None:
    """Return the status of a deed that its governor leaves undone, or ``None`` if none does.

    Parameters
    ----------
    before
        The words before the deed in its clause, in small letters.
    deed
        The words of the deed, from its verb on.
    behind
        What follows in the clause.
    own
        How many of the characters before belong to what is told as well, where no governor of it
        stands: "refused permission to visit" is the deed.

    Examples
    --------
    >>> str(prospect("the rebels have refused to ", "lay down their arms", ""))
    'denied'
    >>> str(prospect("lawmakers approved the ", "withdrawal of troops", ""))
    'planned'
    >>> prospect("they managed to ", "free the nuns", "")
    """
    words = _words()
    if _UNTIL_DONE.search(before):
        return Status.PLANNED
    if _BEFORE_TO.search(before):
        return _of_infinitive(before, len(before) - own)
    first = deed.split(maxsplit=FIRST)[:FIRST]
    if own or any(map(is_told, first)):
        return None
    if _GERUND.match(deed):
        return _of_gerund(before, deed, behind)
    if words.arranged.search(" ".join(first)):
        return _of_noun(before, behind)
    if words.calls.search(" ".join(first)) and words.wanted_call.search(before):
        return Status.PLANNED
    if words.reward.search(before):
        return Status.PLANNED
    awaited = words.condition.search(before) and _is_present(before, deed)
    return Status.PLANNED if awaited else None


def _of_infinitive(before: str, until: int) -> Status | None:
    """Return the status of an infinitive whose governor stands before some place."""
    words = _words()
    undone = words.undone_to.search(before)
    if undone and undone.start() < until:
        return Status.DENIED
    wanted = words.wanted_to.search(before) or words.bidden_to.search(before)
    return Status.PLANNED if wanted and wanted.start() < until else None


def _of_gerund(before: str, deed: str, behind: str) -> Status | None:
    words = _words()
    if words.stopped_from.search(before):
        return Status.DENIED
    if words.wanted_ing.search(before) or words.by_plan.search(before):
        return Status.PLANNED
    subject = _OPENS.search(before) and not deed.startswith(("during", "following", "according"))
    return Status.PLANNED if subject and _IS_SAID_OF.match(behind) else None


def _of_noun(before: str, behind: str) -> Status | None:
    """Return the status of what parties arrange: a withdrawal, a release, a handover."""
    words = _words()
    ways = (words.wanted_noun, words.talked_of, words.sought, words.reward)
    wanted = any(way.search(before) for way in ways)
    ahead = words.behind.match(behind) or _IS_A_TASK.match(behind)
    return Status.PLANNED if wanted or ahead else None


def _is_present(before: str, deed: str) -> bool:
    """Tell whether a deed is told in the present: "until they leave", "until a truce is signed".

    Behind "before" and "until" no past ends what is ahead: "before the march began".
    """
    words = deed.split()
    if any(map(is_told, words[:1] + words[2:])) or _NEVER_PRESENT.search(deed):
        return False
    if words[0] in _BE or (words[1:2] and words[1] in _BE):
        return True
    return not any(map(is_told, words)) and _PLURAL_BEFORE.search(before) is not None


def is_ungoverned(before: str, rest: str) -> bool:
    """Tell whether a past verb with its object stands under no "will" or "to be".

    What is to come is told by a verb that is not past, or by a participle, which has no object.

    Examples
    --------
    >>> is_ungoverned("the man to be tried in may, ", "held a rally")
    True
    >>> is_ungoverned("they may have ", "held a rally")
    False
    """
    first, *others = rest.lower().split(maxsplit=2)[:2] or [""]
    if not is_past(first) or _GOVERNED_PAST.search(before):
        return False
    return first in _NO_PARTICIPLES or not _DETERMINERS.isdisjoint(others)


def is_managed(before: str) -> bool:
    """Tell whether the words before a deed say that somebody managed it, whatever else is asked.

    Examples
    --------
    >>> is_managed("asked police to explain how they managed to ")
    True
    """
    return _MANAGED.search(before) is not None


def undone(deed: str, behind: str) -> Status | None:
    """Return how far a deed came of which a passive verb behind its noun says that it did not.

    Examples
    --------
    >>> str(undone("an attack", " in the old town on monday was foiled by police"))
    'attempted'
    >>> str(undone("the march", " in leeds has been cancelled"))
    'planned'
    """
    if any(map(is_past, deed.split())):
        return None
    found = _undone().match(behind)
    if found is None:
        return None
    if found["never"]:
        return Status.DENIED
    return Status.ATTEMPTED if found["foiled"] else Status.PLANNED


@cache
def _undone() -> re.Pattern[str]:
    known = table()["undone"]
    return re.compile(
        rf"(?:\s+(?!{FINITE}|(?:and|or|but|as|because|when|while|that|who|which|to|after|before)\b){WORD}){{0,{UNDONE}}}?"
        r"\s+(?:(?P<never>(?:never|(?:did|does|has)\s*(?:not|n['’]t))\s+(?:[a-z]+\s+)?(?:(?:took|take|taken)\s+place|happen|happened)\b(?!\s+(?:in\s+a|by|over|inside|in|at|until|until|but)\b))|"
        r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been|being)\s+(?:\w+ly\s+|later\s+|then\s+|also\s+)?"
        rf"(?:(?P<foiled>{any_of(known['foiled'])})|{any_of(known['dropped'])})\b(?!\s+(?:but|yet|though|from|after|when|half)\b))"
    )

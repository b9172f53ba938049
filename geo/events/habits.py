"""Tell what is done again and again, or is only aimed at, by the words around a deed in its clause.

"Bandits often kill", "they have been fighting for independence", "most were later released" tell
of no one day; "suspected of plotting to bomb", "groups trying to topple the government" of no deed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.events.grievances import CROWD, is_asked_for, is_resented
from geo.language.almanac import MONTHS, alternatives
from geo.language.clauses import holding
from geo.language.late import late
from geo.language.sought import Sought

if TYPE_CHECKING:
    from geo.lexicon import Trigger
    from geo.model import Span

__all__ = ["aim", "habit"]

NEAR = 3
"""Words between "often" and what is done often."""
LASTING = frozenset({"violence", "control", "property"})
"""Families of what nobody does for weeks on end; marches and moves of troops may last."""
CARRIED_ON = frozenset({"armed_clash", "attack", "clash", "raid", "suicide_bombing"})
"""Kinds that "have been" done where a war is described; shops that "have been looted" are news."""
_OFTEN = (
    r"(?:often|frequently|regularly|routinely|usually|increasingly|typically|rarely|seldom|constantly|commonly|"
    r"habitually|generally|normally)"
)
_NO_BREAK = r"(?:(?!(?:and|but|when|after|who|which|that|as)\s)[\w’'-]+\s+)"
_ADVERB = Sought(
    rf"\b{_OFTEN}\s+{_NO_BREAK}{{0,{NEAR}}}$|\b(?:frequent|regular)\s+(?:[\w-]+\s+){{0,2}}$"
)
_DAILY = Sought(r"\b(?:almost|near)[\s-]daily\s+(?:[\w-]+\s+){0,2}$")
_INSIDE = Sought(rf"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)\b{_OFTEN}\b")
"""Within a trigger: "bandits often rob", not "the often quiet town"."""
_FOR_YEARS = late(
    r"(?:(?!\b(?:first|worst|\w{3,}iest|heaviest|biggest|most|that|which|who|held)\b)[^.;,]){0,80}?(?<!time)\sfor\s+(?:(?:more\s+than|less\s+than|over|nearly|almost|about|at\s+least|some|most\s+of\s+the\s+past)\s+)?"
    r"(?:[\w-]+\s+)?(?:years|decades?|centuries)\b(?!\s+(?:in\s+(?:prison|jail)|old))"
)
"""Behind what lasted so long, and was no deed of a day: "battled the army for 16 years"."""
_SINCE_YEARS = Sought(
    r"\bfor\s+(?:(?:more\s+than|over|nearly|almost|about|some|the\s+past)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:years|decades),?\s+(?:(?!(?:which|who|that|but|until|before|had)\b)[\w’'-]+\s+){1,8}?"
    r"(?:has|have)\s+(?:\w+ly\s+|also\s+|been\s+){0,2}(?=\w+(?:ed|en|ing|n|t)\b)",
    re.IGNORECASE,
)
"""Before what has been done for so long: "for eight years villagers have marched"."""
_SEVERAL_TIMES = re.compile(
    r"\s+(?:(?:at\s+least|more\s+than|some|about)\s+)?(?:\w+\s+times|twice)\s+"
    r"(?:(?:in|during|over|since|throughout)\s+(?:(?:the|early|late|mid)\s+)?|(?=this|last))"
    rf"(?:(?:past|last|previous|this)\s+(?:[\w-]+\s+)?(?:weeks|months?|years?|summer|winter|spring|autumn|decade)\b|"
    rf"summer|winter|spring|autumn|{alternatives(MONTHS)}|(?:19|20)\d\d)\b(?!\s+\d)",
    re.IGNORECASE,
)
"""Behind what was done on several days of a month or a year: "attacked three times in July"."""
_CARED_FOR = Sought(
    r"\b(?:treats|helps|supports|hosts|houses|shelters|counsels|assists|cares\s+for)\b[^.;]{0,60}"
    r"\bwho\s+(?:have|had)\s+been(?:\s+[\w’'-]+){1,4}$",
    re.IGNORECASE,
)
"""What befell those for whom somebody is there: "treats women who have been raped"."""
_WHOEVER = re.compile(
    r"\b(?:(?:those|all|everyone|anyone|everybody|anybody)\s+who|whoever)\s+"
    r"(?:(?:was|were|had|have|has|been)\s+){0,3}$|\bthose\s+$"
)
"""Before what so many did or suffered: "we mourn all who were killed"."""
_OF_A_DAY = re.compile(
    r"[^,.;]*?\b(?:\w+day|yesterday|today|tonight|overnight|morning|evening|afternoon|night|dawn|dusk|noon|midday|midnight|hours?|\d+|week)\b"
)
_RATES = Sought(
    r"\b(?:increas(?:e|es|ing)|rise|escalation|spike|surge|upsurge|decreas(?:e|es)|decline|drop|reduction|frequency|"
    r"pace|rates?|numbers?\s+and\s+\w+)\s+(?:in|of)\s+(?:(?!(?:the|an?|this|that|last)\s)[\w’'-]+\s+){0,4}$"
)
"""What is more and less is a sort of deed: "an increase in insurgent attacks"."""
_MOST = Sought(
    r"\bmost\s+(?:of\s+(?:the|those|them)\s+(?:[\w’'-]+\s+){0,6}?)?(?:have|has|are|were)\s+(?:been\s+)?(?:(?:later|eventually|since|also)\s+)?$|"
    r"\bmost\s+of\s+(?:the|those|them)\s+(?:[\w’'-]+\s+){0,6}?(?:have|has|are)\s+(?:been\s+)?(?:later\s+|eventually\s+)?\w+ed\s*$"
)
_KNOWN_TO = Sought(
    r"\b(?:(?:is|are)\s+known\s+to|(?:have|has)\s+continued\s+to|tends?\s+to|(?:has|have)\s+long)\s+"
    r"(?!(?:be|have|hold)\s)(?:\w+ly\s+)?(?:been\s+)?"
)
_SEVERAL = Sought(
    r"\b(?:suffered|experienced|seen|faced|endured|survived|weathered|witnessed|beset|plagued|hampered|despite)\s+(?:from\s+|by\s+)?"
    r"(?:several|numerous|many|various|repeated|(?:an?|the)\s+(?:long\s+)?(?:series|string|number|spate)\s+of)\s+(?:[\w-]+\s+){0,3}$|"
    r"\b(?:beset|plagued)\s+by\s+(?:[\w-]+\s+){0,2}$"
)
_HAS_BEEN_DOING = Sought(
    r"\b(?:has|have)\s+(?:\w+\s+)?been\s+(?:\w+ly\s+)?(?:\w+ing|engaged|locked|at\s+war)\b"
)
_OF_DAYS = late(
    r"[^.;]{0,60}?\b(?:since\s+(?:(?:early|late|last)\s+)?(?:on\s+)?(?:\w+day|dawn|midnight|noon|yesterday|morning|then|the\s+(?:early\s+)?(?:morning|afternoon|weekend))|"
    r"for\s+(?:an?|the)?\s*(?:\w+\s+)?(?:straight\s+|consecutive\s+)?(?:days?|hours?)|overnight|today)\b"
)
"""Behind what has been going on only since the other day."""
_STOPPING = Sought(
    r"\b(?:to|of|at|for|by|could|would|can|will|on)\s+(?:\w+ly\s+|help\s+|how\s+to\s+)?"
    r"(?:stop|stem|quell|curb|halt|deter|prevent|contain|tackle|combat|defuse|reduc|eradicat|suppress)(?:e|p?ing|ting|r?ing|l?ing)?\s+"
    r"(?:(?:the|any|further|all|such|more)\s+)?(?:(?:rise|spike|surge|increase|wave|spread)\s+(?:in|of)\s+)?(?:[\w’'-]+\s+){0,3}$"
)
"""Before what somebody means to stop, whenever it happens."""
_ARE = re.compile(r"\b(?:are|get)\s+(?:\w+ly\s+)?$")
_AS_A_RULE = late(
    r"\s+(?:dead\s+)?(?:at\s+(?:home|work|night|weekends)\b|in\s+(?:their|the)\s+(?:own\s+)?(?:homes?|streets?|beds?)\b|"
    r"by\s+(?:strangers|partners|husbands|relatives|men|people\s+they)\b|(?:more|less|most|least)\s+often\b|within\s+an?\s)"
)
"""Behind what befalls people as a rule: "women are killed at home, men in the street"."""
_SORT = re.compile(r"(?:[^s]s|violence|fire|unrest|smuggling|piracy|fighting)$")
_PLOTTED = Sought(
    r"\b(?:plot(?:s|ted|ting)?|conspir(?:e|ed|ing|acy)|"
    r"(?:of|for|was|were|are|been|allegedly)\s+(?:planning|preparing))\s+(?:[\w’'-]+\s+){0,6}$"
)
_FAILED_PLOT = Sought(r"\b(?:failed|abortive|botched)\s+(?:[\w-]+\s+){0,2}plot\b")
_TRYING = Sought(
    r"\b(?:(?:is|are|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:trying|attempting|struggling|seeking)|long\s+sought)\s+to\s+(?:\w+ly\s+)?$"
)
"""Before what is not brought off yet; who "was trying to" break in was there."""
_SEEKING = Sought(
    r"\b(?:trying|attempting|seeking|sought|try|tries|efforts?|seeks?|plotting)\s+to\s+(?:\w+ly\s+)?"
)


def habit(text: str, sentence: Span, trigger: Trigger, *, dated: bool, counted: bool) -> str | None:
    """Return the words that make a habit or a sum of what a clause tells, if any do.

    Parameters
    ----------
    text, sentence, trigger
        What tells of it, its sentence and the text.
    dated, counted
        Whether the clause has a day, or a count, as one incident does.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> from geo.model import Span
    >>> text = "Bandits frequently robbed the mill."
    >>> habit(text, Span(0, len(text)), default_lexicon().find(text)[0], dated=False, counted=False)
    "'frequently'"
    """
    before, inside = _clause(text, sentence, trigger)
    end = holding(text, sentence, trigger.span).span.end
    both = f"{before}{inside}"
    often = _ADVERB.search(before) or _INSIDE.search(inside)
    ways = [
        None if dated else often,
        _RATES.search(before),
        _MOST.search(before),
        _at_verb(_KNOWN_TO.search(both), len(before)),
        _SEVERAL.search(before),
        _CARED_FOR.search(text, sentence.start, trigger.span.end),
    ]
    if (
        trigger.kind.family in LASTING
        and not counted
        and not _OF_A_DAY.match(text, trigger.span.end, end)
    ):
        ways.append(_WHOEVER.search(text[sentence.start : trigger.span.start].lower()))
    if not (dated or counted):
        since = _SINCE_YEARS.search(text, sentence.start, trigger.span.end)
        ways.append(since if since is not None and since.end() >= trigger.span.start else None)
        ways.append(_ARE.search(before) and _AS_A_RULE.match(text, trigger.span.end, end))
    if trigger.kind.family in LASTING:
        ways.append(_SEVERAL_TIMES.match(text, trigger.span.end, end))
        ways.append(None if dated else _DAILY.search(before))
    if trigger.kind.family in LASTING and not (dated or counted):
        behind = text[trigger.span.end : end].lower()
        of_days = _OF_DAYS.match(text[trigger.span.end : sentence.end].lower())
        if of_days is None and trigger.kind.name in CARRIED_ON:
            ways.append(_ended(_HAS_BEEN_DOING.search(both), len(before)))
        ways.append(_FOR_YEARS.match(behind))
    if trigger.kind.family in LASTING and _SORT.search(inside):
        ways.append(_STOPPING.search(before))
    found = next(filter(None, ways), None)
    if found is None and trigger.kind.family != CROWD:
        if is_resented(before, inside):
            return "what a protest is against"
        if is_asked_for(before):
            return "what a protest is for"
    return f"'{found.group().strip()}'" if found else None


def aim(text: str, sentence: Span, trigger: Trigger) -> str | None:
    """Return the words that make a plot or a standing aim of what is called an attempt.

    Who plotted a coup is as far as those whose coup failed; what parties seek for years is none.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> from geo.model import Span
    >>> text = "Two men were held for plotting to kidnap a miller."
    >>> aim(text, Span(0, len(text)), default_lexicon().find(text)[-1])
    "'plotting to'"
    """
    before, inside = _clause(text, sentence, trigger)
    both = f"{before}{inside}"
    if _FAILED_PLOT.search(before):
        return None
    found = _TRYING.search(before) or _TRYING.search(f"{before}{_to(inside)}")
    if trigger.kind.name == "coup":
        found = found or _at_verb(_SEEKING.search(both), len(before))
    else:
        found = found or _PLOTTED.search(before)
    return f"'{found.group().strip()}'" if found else None


def _to(inside: str) -> str:
    """Return the words of a trigger up to its "to": "militants are trying to"."""
    head, to, _ = inside.partition(" to ")
    return f"{head}{to}" if to else ""


def _at_verb(found: re.Match[str] | None, at: int) -> re.Match[str] | None:
    """Return what was found if it stands right before what is told, or in it."""
    return found if found is not None and found.end() >= at else None


def _ended(found: re.Match[str] | None, at: int) -> re.Match[str] | None:
    """Return what was found if it reaches what is told: "have been <fighting", "<have been"."""
    return found if found is not None and found.end() > at else None


def _clause(text: str, sentence: Span, trigger: Trigger) -> tuple[str, str]:
    """Return the words before a trigger in its clause, and its own, in small letters."""
    own = holding(text, sentence, trigger.span).span
    return (
        text[own.start : trigger.span.start].lower(),
        text[trigger.span.start : trigger.span.end].lower(),
    )

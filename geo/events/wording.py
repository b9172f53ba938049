"""How a report is worded: "the attack" was told of before, "another attack" was not.

What tells a retelling from the next deed of an article besides place, day and kind: an article or
a possessive in front of a noun, words such as "another" and "meanwhile", and whom it befell.
"""

from __future__ import annotations

import re

from geo.language.almanac import WEEKDAYS, alternatives, words
from geo.language.clauses import is_past
from geo.language.late import late
from geo.model import Report

__all__ = [
    "is_dated",
    "is_elsewhere",
    "is_later",
    "opens_elsewhere",
    "opens_later",
    "points_ahead",
    "points_back",
    "targets",
    "updates",
    "weekday",
]

REACH = 60
"""Characters before a trigger in which its article stands."""
AHEAD = 300
"""Characters before it in which "meanwhile" stands: no sentence of prose is much longer."""
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|his|her|their|its|such)|[a-z][\u2019']s?)\s+"
    r"(?:[\w-]+\s+){0,2}$"
)
_OPENS = re.compile(r"(?:the|this|that|these|those|his|her|their)\s")
_FURTHER = r"(?:further|farther)\s+(?:to\s+the\s+)?(?:north|south|east|west|afield|up|down|inland)"
"""What opens a sentence that is about another place."""
_ANOTHER = re.compile(
    r"\b(?:another|other|second|third|fourth|separate|separately|similar|likewise|meanwhile|elsewhere|also|"
    rf"in\s+addition|besides|moreover|{_FURTHER})\b|^\W*(?:[\w-]+\s+){{0,4}}?(?:earlier|before),\s"
)
_NEXT_CASE = (
    r"(?:separately|in\s+(?:an?\s+|two\s+|three\s+)?(?:separate|another|other|unrelated|different)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:incidents?|cases?|attacks?|developments?|shootings?|crimes?|arrests?|raids?|events?|clash(?:es)?|blasts?|bombings?|"
    r"explosions?|operations?))"
)
"""What opens a sentence that is about another deed."""
_ELSEWHERE = re.compile(
    rf"\W*(?:meanwhile\W+|also\W+|and\s+)?(?:{_FURTHER}|{_NEXT_CASE})\b", re.IGNORECASE
)
_AT_LATER = (
    r"\W*(?:(?:(?:some|several|a\s+few|two|three)\s+)?(?:hours|minutes)\s+(?:later|earlier|before)|"
    r"(?:later|earlier)\s+(?:in\s+the|that|the\s+same)\s+\w+|"
    r"(?:on\s+)?the\s+same\s+(?:day|night|evening|morning|afternoon))\b"
)
_OPENS_LATER = re.compile(_AT_LATER, re.IGNORECASE)
_NO_OTHERS = r"\b(?:said|says|told|them|whom|victims?|wounded|injured|survivors?|bod(?:y|ies))"
"""What tells of the victims of the first deed, or of what somebody says of it."""
_LATER = late(
    _AT_LATER + rf"(?:(?!{_NO_OTHERS}\b)[^;.]){{0,80}}?"
    r"\s(?:an?|another|two|three|four|five|six|\d+|several|gunmen|unidentified|unknown|armed)\s"
    rf"(?:(?!(?:{_NO_OTHERS}|\bdi(?:ed|es))\b)[^;]){{0,120}}$",
    re.IGNORECASE,
)
"""How a sentence opens that tells of others on the same day: "Hours later an agent was"."""
_DAYS = alternatives(day for day in WEEKDAYS if day.endswith("day"))
_WEEKDAY = re.compile(rf"\b{_DAYS}\b")
_UPDATES = re.compile(
    r"\b(?:this\s+(?:morning|afternoon|evening)|last\s+night|yesterday|today|tonight|the\s+earlier|"
    rf"{_DAYS})(?:['’]s|(?<=earlier))\s+(?:\w+\s+){{0,2}}?"
    r"(?:strikes?|attacks?|blasts?|explosions?|bombings?|shootings?|shelling|raids?|clash(?:es)?|fighting|violence|"
    r"ambush|assault|riots?|stabbings?|killings?|massacre|incident)\b",
    re.IGNORECASE,
)
"""What an entry says of a deed that an earlier one told: "killed in this morning's strike"."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_NAMES = words(
    "the and for who was were had has been with from his her their its this that other several "
    "many some more about two three four five six seven eight nine ten people persons members "
    "former president general colonel minister leader"
)


def _before(report: Report) -> tuple[str, str]:
    """Return the words of a trigger, and those before it in its sentence, in small letters."""
    start = report.trigger.start - report.sentence.start
    return (
        report.quote[start : report.trigger.end - report.sentence.start].lower(),
        report.quote[max(start - AHEAD, 0) : start].lower(),
    )


def points_back(report: Report) -> bool:
    """Tell whether words point at what was told: "the attack", "Kos's murder".

    Examples
    --------
    >>> from geo.model import Source, Span, Status, When
    >>> unknown = When(None, None, "unknown", "no date")
    >>> def told(quote, start, end):
    ...     of = Span(start, end), Span(0, len(quote)), quote, Status.OCCURRED, unknown, None
    ...     return Report("a", "attack", Source("a"), *of)
    >>> points_back(told("They condemned the attack.", 19, 25))
    True
    >>> points_back(told("The gunmen attacked a bus.", 11, 19))
    False
    """
    trigger, before = _before(report)
    if any(is_past(word) for word in trigger.split()[:2]):
        return False
    return bool(_OPENS.match(trigger) or _DEFINITE.search(before[-REACH:]))


def points_ahead(report: Report) -> bool:
    """Tell whether words say that it is one more: "another attack", "meanwhile"."""
    return _ANOTHER.search(_before(report)[1]) is not None


def updates(said: str) -> bool:
    """Tell whether a sentence speaks of a deed by its day, as of one that is known.

    Examples
    --------
    >>> updates("Five were killed in this morning's strike.")
    True
    >>> updates("Five were killed in a strike this morning.")
    False
    """
    return _UPDATES.search(said) is not None


def is_dated(report: Report) -> bool:
    """Tell whether the sentence of a deed says when it was."""
    return report.when.span is not None and report.sentence.covers(report.when.span)


def is_elsewhere(report: Report) -> bool:
    """Tell whether a sentence opens with words for another place or case: "Further south, …"."""
    return opens_elsewhere(report.quote)


def opens_elsewhere(said: str) -> bool:
    """Tell whether a sentence opens with words for another place or case.

    Examples
    --------
    >>> opens_elsewhere("Separately, two were hurt."), opens_elsewhere("Two were hurt.")
    (True, False)
    """
    return _ELSEWHERE.match(said) is not None


def opens_later(report: Report) -> bool:
    """Tell whether a sentence opens with another hour of the day: "Later in the afternoon"."""
    return not report.names and _OPENS_LATER.match(report.quote) is not None


def is_later(report: Report) -> bool:
    """Tell whether a sentence opens with others of the same day: "Hours later an agent was".

    Examples
    --------
    >>> from geo.model import Source, Span, Status, When
    >>> unknown = When(None, None, "unknown", "no date")
    >>> def told(quote, start):
    ...     of = Span(start, len(quote)), Span(0, len(quote)), quote, Status.OCCURRED, unknown, None
    ...     return Report("a", "attack", Source("a"), *of)
    >>> is_later(told("Hours later, an agent was attacked", 22))
    True
    >>> is_later(told("Hours later, one of the wounded was stabbed", 32))
    False
    """
    at = report.trigger.start - report.sentence.start
    first = report.quote[at:].split(maxsplit=1)[:1]  # "The same night, gunmen shot"
    before = report.quote[:at]
    ahead = (f"{before} ", f"{before}{''.join(first)} ")
    return not report.names and any(_LATER.match(said) for said in ahead)


def weekday(report: Report) -> str:
    """Return the weekday of a report that nobody can date: "arrested late on Friday".

    It is that of its phrase of time, else the only one that its sentence names.

    Examples
    --------
    >>> from geo.model import Source, Span, Status, When
    >>> unknown = When(None, None, "unknown", "no date")
    >>> quote = "He was arrested on Friday night."
    >>> of = Span(7, 15), Span(0, len(quote)), quote, Status.OCCURRED, unknown, None
    >>> weekday(Report("a", "arrest", Source("a"), *of))
    'friday'
    """
    span, at = report.when.span, report.sentence.start
    own = span is not None and report.sentence.covers(span)
    said = report.quote[span.start - at : span.end - at] if own and span else report.quote
    found = set(_WEEKDAY.findall(said.lower()))
    return found.pop() if len(found) == 1 else ""


def targets(report: Report) -> frozenset[str]:
    """Return the words that name whom or what it befell, in small letters and without plural."""
    found = {
        word.lower()
        for actor in report.actors
        if actor.role == "target"
        for word in _WORD.findall(actor.name)
    }
    return frozenset(word.removesuffix("s") for word in found - _NO_NAMES)

"""Tell news from history: what a sentence gives as context, remembers or sums up.

The age of its date, words such as "decades ago" and "anniversary of", and sums over weeks decide.
The vocabulary is data (``factuality.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from geo.events.searches import FINITE, WORD, First, Search, any_of, first_of, searched, table
from geo.language.clauses import is_told, split
from geo.language.text import small_words
from geo.model import Span, When

__all__ = ["is_background", "is_of_years", "is_remembered", "is_sum", "long_before"]

SUM_DAYS = 3
"""Days before publication from which on "50 have died since" may count one incident."""
BACKGROUND_DAYS = 365
"""Older than this before publication is history. In the four reports of 2011–2023 the oldest news
is three months old, the youngest history eleven years."""
DAYS_OF_MONTH, DAYS_OF_QUARTER = 31, 85
OVER = 12
"""Characters before a stretch of time in which "in the" stands."""
RANKED = 60
"""Characters before "this year" in which a deed is set beside others of that year."""
_RANKED = re.compile(
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|heaviest|latest|first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|bringing|brings|raising|raises)\b[^.;]*$",
    re.IGNORECASE,
)
"""What ranks one deed of a year, or adds it up: "the deadliest attack", "bringing to 12"."""
_THIS_YEAR = re.compile(r"(?:so\s+far\s+)?this\s+year(?:\s+so\s+far)?", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:in|during|over|within|throughout)\s+(?:the\s+)?(?:first|second|third|fourth|last|past|previous)\b",
    re.IGNORECASE,
)
POINTING_REACH = 5
"""Words between "anniversary of" and what is remembered."""
# "Two more victims of Tuesday's bomb have died": news, and no memory.
_OF_DAY = re.compile(r"^\s*victims\s+of\s+(?:\w+day|yesterday|last\s+(?:night|week))['’]s\b")
_DESCRIBES = re.compile(r"\w\s(?:who|which|where)\s(?:[\w’'-]+\s){0,8}[\w’'-]+$")
"""Between a deed and words of history that only describe somebody: "who came years ago"."""
_LONG = re.compile(r"\b(years?|decades?|century|centuries|generations?)\s+$", re.IGNORECASE)
"""Before the clause that tells what is so long past: "a decade after rebels …"."""
_GOES_ON = re.compile(r"\s*(?:(?!(?:an?|the|this|that)\s)[a-z][\w’'-]*\s+){0,12}")
"""Behind the comma in it, up to a deed: no other subject."""
_REMEMBERED = re.compile(r"\banniversary\b")


@dataclass(frozen=True, slots=True)
class _Words:
    background: Search
    habits: First
    undated: First
    sums: First
    pointing: Search
    opening: Search


@cache
def _words() -> _Words:
    known = table()["background"]
    return _Words(
        background=searched(known["phrases"], rf"\b{any_of(known['phrases'])}\b"),
        habits=first_of([rf"\b{row}" for row in known["expressions"]]),
        undated=first_of(known["undated"]),
        sums=first_of(known["sums"]),
        pointing=searched(
            [*known["pointing"], "anniversary", "victims", "memory"],
            rf"\b{any_of(known['pointing'])}\s+(?:(?!{FINITE}){WORD}\s+){{0,{POINTING_REACH}}}$"
            rf"|\b(?:anniversary|victims|memory)\s+of\s+(?:{WORD}\s+){{0,{POINTING_REACH}}}$",
        ),
        opening=searched(
            known["opening"],
            rf"\bthe\s+(?:\w+\s+)?{any_of(known['opening'])}\b[^.;]{{0,60}}?"
            rf"\b{any_of(known['opened'])}\b",
        ),
    )


def is_background(
    text: str,
    sentence: Span,
    when: When | None,
    published: date | None,
    *,
    trigger: Span | None = None,
) -> str | None:
    """Return why a sentence is history and not news, or ``None`` if it is news.

    Parameters
    ----------
    text, sentence
        The sentence and the text it stands in.
    when
        The date bound to the trigger by a phrase of its sentence, if there is one.
    published
        The day of publication; without it only a bare year tells.
    trigger
        What may be history; if not given, "anniversary of" makes the whole sentence history.

    Examples
    --------
    >>> text = "Ten years after the massacre, farmers blocked the bridge."
    >>> for at in (Span(20, 28), Span(38, 45)):
    ...     print(at.of(text), is_background(text, Span(0, 57), None, None, trigger=at))
    massacre told as history: 'years after'
    blocked None
    """
    words = _words()
    said = sentence.of(text).lower()
    if when is not None and when.last is not None:
        if published is None:
            return _too_wide(when)
        if _is_of_months(text, when):
            return "a sum over several months"
        # "Last year", "in May 2024" may be any day of it: the first tells whether it is old.
        whole = when.first if when.precision in {"year", "month"} else None
        old = (published - (whole or when.last)).days > BACKGROUND_DAYS
        return (
            _years_before(max((published - when.last).days // BACKGROUND_DAYS, 1)) if old else None
        )
    if trigger is not None and (since := long_before(text, sentence, trigger)) is not None:
        return f"told as history: '{since}'"
    before = said[: trigger.start - sentence.start] if trigger else said
    letters = small_words(said)
    match = words.pointing(before, letters) if trigger else _REMEMBERED.search(before)
    if match:
        return f"told as history: '{match.group().strip()}'"
    match = words.background(said, letters) or words.habits(said) or words.opening(said, letters)
    if match is None or (
        trigger and _DESCRIBES.search(said, trigger.end - sentence.start, match.end())
    ):
        return None
    return f"told as history: '{match.group()}'"


def _is_of_months(text: str, when: When) -> bool:
    """Tell whether a date is all of several months: no one incident of "the first half of 2026"."""
    if when.span is not None and _THIS_YEAR.fullmatch(when.span.of(text)):
        before = text[max(when.span.start - RANKED, 0) : when.span.start]
        return _days(when) >= DAYS_OF_QUARTER and _RANKED.search(before) is None
    if when.precision == "month":
        return _days(when) > DAYS_OF_MONTH
    if when.precision != "range" or when.span is None or _days(when) < DAYS_OF_QUARTER:
        return False
    return _OVER.search(text, max(when.span.start - OVER, 0), when.span.end) is not None


def _too_wide(when: When) -> str | None:
    """Return why a date makes no news of a deed, whenever it was published: no day is told."""
    if when.precision == "year":
        return "dated by a bare year"
    return "dated by years" if is_of_years(when) else None


def is_of_years(when: When) -> bool:
    """Tell whether a date is no day of the news: "freed in the 2010s, was shaken on Monday"."""
    return _days(when) > BACKGROUND_DAYS


def _days(when: When) -> int:
    if when.first is None or when.last is None:
        return 0
    return (when.last - when.first).days


def long_before(text: str, sentence: Span, trigger: Span) -> str | None:
    """Return the words that put the clause of a deed years before what is told, if any do.

    Examples
    --------
    >>> text = "A decade after rebels stopped a train, shot three and fled, a court jailed four."
    >>> long_before(text, Span(0, len(text)), Span(39, 43))
    'decade after'
    """
    clauses = split(text, sentence)
    at = next((n for n, c in enumerate(clauses) if c.span.covers(trigger)), 0)
    # "After rebels stopped a train, shot three and fled, a court …": the verbs of one subject.
    if at and _goes_on(text, clauses[at].span.start, trigger):
        at -= 1
    own = clauses[at]
    if own.opener not in {"after", "since"}:
        return None
    unit = _LONG.search(text, sentence.start, own.span.start)
    return f"{unit[1].lower()} {own.opener}" if unit else None


def _goes_on(text: str, start: int, trigger: Span) -> bool:
    """Tell whether a clause goes on with the verbs of the one before, up to a deed: no subject."""
    first = text[start : trigger.end].split(maxsplit=1)[:1]
    no_subject = _GOES_ON.fullmatch(text, start, trigger.start) is not None
    return no_subject and any(is_told(word) or word.endswith("ing") for word in first)


def is_sum(
    text: str, sentence: Span, trigger: Span, whens: Sequence[When], published: date | None
) -> str | None:
    """Return why a deed is no more than part of a sum over weeks: "50 have died since …".

    Examples
    --------
    >>> text = "At least 50 people have died since the protests began."
    >>> is_sum(text, Span(0, len(text)), Span(23, 27), (), None)
    "told as history: 'have died since the protests began'"
    """
    said = sentence.of(text).lower()
    if "since" not in said and " of" not in said:
        return None
    match = _words().sums(said)
    if match is None or trigger.end - sentence.start <= match.start():
        return None
    behind = (w for w in whens if w.span and w.span.start - sentence.start >= match.start())
    days = [when.first for when in behind if when.first is not None]
    if days and published is not None and (published - max(days)).days <= SUM_DAYS:
        return None
    return f"told as history: '{match.group()}'"


def is_remembered(text: str, sentence: Span, trigger: Span) -> str | None:
    """Return why a deed is history whatever date its sentence has: that of the anniversary.

    Examples
    --------
    >>> text = "On Sunday monks marked the anniversary of the massacre."
    >>> is_remembered(text, Span(0, len(text)), Span(46, 54))
    "told as history: 'anniversary of the'"
    """
    words = _words()
    said = sentence.of(text).lower()
    before = said[: trigger.start - sentence.start]
    match = words.pointing(before, small_words(said)) or words.undated(before)
    match = match or words.undated(said)
    if match and _OF_DAY.search(match.group()):
        return None
    return f"told as history: '{match.group().strip()}'" if match else None


def _years_before(years: int) -> str:
    return f"{years} year{'s' if years > 1 else ''} before publication"

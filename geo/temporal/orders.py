"""Tell by the other days of a text whether its days in digits put the month first.

"05/10/2013" may be of May or of October; beside "05/23/2013", or in a text that speaks of 10 May,
it is of May.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from geo.language.almanac import MONTHS
from geo.temporal.timex import Phrase

__all__ = ["month_first"]

DAYS = 12
"""Months of a year: a larger number can be a day only."""
_DIGITS = frozenset({"numeric", "slashed"})
_WRITTEN = frozenset({"day_month", "month_day"})


def month_first(phrases: Sequence[Phrase]) -> bool | None:
    """Tell the order of day and month in a text; ``None`` where nothing or too much tells it.

    Examples
    --------
    >>> from geo.temporal import timex
    >>> month_first(list(timex.phrases("05/10/2013: Guards fled. On 05/23/2013 they came back.")))
    True
    >>> month_first(list(timex.phrases("05/10/2013: Guards fled.")))
    """
    parts = [phrase.parts for phrase in phrases if phrase.form in _DIGITS]
    digits = [p for p in parts if p.get("sign", "/") != "."]
    if not digits:
        return None
    pairs = [(int(p["one"]), int(p["two"])) for p in digits]
    told = set(_by_size(pairs)) or set(_by_written(digits, phrases))
    return told.pop() if len(told) == 1 else None


def _by_size(pairs: Sequence[tuple[int, int]]) -> Iterator[bool]:
    """Yield the order of the days of which only one order is any."""
    for one, two in pairs:
        if (one > DAYS) != (two > DAYS):
            yield two > DAYS


def _by_written(digits: Sequence[Mapping[str, str]], phrases: Sequence[Phrase]) -> Iterator[bool]:
    """Yield the order in which a day in digits is one that the text writes out as well.

    Not of another year: somebody was born on 10 May 1960.
    """
    written = [p.parts for p in phrases if p.form in _WRITTEN]
    for p in digits:
        said = {_day(w) for w in written if _share_year(p, w)}
        one, two = int(p["one"]), int(p["two"])
        if ((one, two) in said) != ((two, one) in said):
            yield (one, two) in said


def _day(written: Mapping[str, str]) -> tuple[int, int]:
    return MONTHS[written["month"].rstrip(".")], int(written["day"])


def _share_year(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Tell whether two days may be of one year; 26 is short for 2026."""
    years = one.get("year"), other.get("year")
    return None in years or str(years[0])[-2:] == str(years[1])[-2:]

"""History told in order: which year a narrative has reached, and what "in May" means there.

News counts from the day it is published; a history carries its own calendar along. Which of the
two a text is, its own dates tell. ``Told`` is the calendar time last spoken of, read off the TIMEX3
value, so that it reaches before Christ, where ``datetime`` does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.language.almanac import MONTHS, SEASONS, day
from geo.temporal.timex import Phrase

__all__ = ["Told", "borrowed", "is_history", "told_by", "year_name", "year_near"]

LEAST_DATED = 4
"""Dates with a past year that a history names at least; below it too little is known of a text."""
YEARS_PAST = 2
"""A date this many years before publication is history; last year is still news."""
MOST_NEWSY = 0.2
"""Share of the phrases that count from today ("on Tuesday", "yesterday") which a history may hold:
none of the 12 WikiWars histories passes 0.05, of 256 articles of TimeBank and AQUAINT no other
than retrospects stays below with ``LEAST_DATED``."""
MONTHS_AHEAD = 6
"""From a month told, one up to this many ahead lies in the future of the tale, others behind: the
nearest. On six WikiWars histories values are right in .92 of the phrases; 5, 7, 8 months: .92,
.91, .91, always ahead: .86."""

_NEWSY = frozenset({"deictic", "weekday", "rel_part", "ago", "two_days"})
_NEWSY_RELATIONS = frozenset({"last", "this", "next", "past", "coming", "current"})
_VALUE = re.compile(r"(BC|)([0-9]{4})(?:-(?:([0-9]{2})(?:-([0-9]{2}))?|(SP|SU|FA|WI)|Q([1-4])))?")
_SEASON_MONTHS = dict(SEASONS.values())
_LENDS = re.compile(
    r"\s*(?:,|[-–—]|\b(?:and|to|or|until|through|till)\b|,\s+and\b)\s*"
    r"(?:(?:in|on|the|early|late|mid)[\s-]+){0,2}$"
)
_LENT_REACH = 24  # characters between a date without its year and the one that lends it


@dataclass(frozen=True, slots=True)
class Told:
    """A year (negative: before Christ), and its month and day as far as they were told."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, or the first of what was told; ``None`` outside the calendar."""
        return day(self.year, self.month or 1, self.day or 1)


def told_by(value: str) -> Told | None:
    """Read the calendar time of a TIMEX3 value; ``None`` where it names no year.

    Examples
    --------
    >>> told_by("BC0480-09"), told_by("1999-Q3")
    (Told(year=-480, month=9, day=None), Told(year=1999, month=7, day=None))
    >>> told_by("P3D") is None
    True
    """
    found = _VALUE.match(value)
    if found is None:
        return None
    era, year, month, number, season, quarter = found.groups()
    if season:
        month = _SEASON_MONTHS[season]
    elif quarter:
        month = 3 * int(quarter) - 2
    told = int(month) if month else None
    return Told(-int(year) if era else int(year), told, int(number) if number else None)


def year_name(year: int) -> str:
    """Write a year as TIMEX3 does.

    Examples
    --------
    >>> year_name(1999), year_name(-480)
    ('1999', 'BC0480')
    """
    return f"{year:04d}" if year >= 0 else f"BC{-year:04d}"


def is_history(phrases: Sequence[Phrase], published: date | None) -> bool:
    """Tell whether a text carries its own calendar: many dates of old years, hardly a "Tuesday"."""
    latest = published.year - YEARS_PAST if published else date.max.year
    dated = sum(_year_of(phrase.parts, latest) for phrase in phrases)
    newsy = sum(_is_newsy(phrase) for phrase in phrases)
    return dated >= LEAST_DATED and newsy <= MOST_NEWSY * dated


def _year_of(parts: Mapping[str, str], latest: int) -> bool:
    if "bc" in parts:
        return True
    year = parts.get("year", "")
    return len(year) == 4 and int(year) <= latest


def _is_newsy(phrase: Phrase) -> bool:
    if phrase.form == "rel_unit":
        return " ".join(phrase.parts["rel"].split()).removeprefix("the ") in _NEWSY_RELATIONS
    if phrase.form == "ago":
        return phrase.parts["direction"] == "ago"
    return phrase.form in _NEWSY


def year_near(told: Told, month: int) -> int:
    """Return the year of a month that is named without one, after a time was told.

    Examples
    --------
    >>> year_near(Told(1940, 11), 2), year_near(Told(1940, 6), 4), year_near(Told(1940), 4)
    (1941, 1940, 1940)
    """
    if told.month is None:
        return told.year
    ahead = (month - told.month) % 12
    if ahead <= MONTHS_AHEAD:
        return told.year + (told.month + ahead > 12)
    return told.year - (month > told.month)


def borrowed(text: str, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Give a month without a year that of the date it is joined to: "18 August to 3 May 1951".

    Examples
    --------
    >>> from geo.temporal.timex import phrases
    >>> said = "from 18 August to 15 September 1951"
    >>> borrowed(said, list(phrases(said)))[0].parts["year"]
    '1951'
    """
    result = list(phrases)
    for at in range(len(result) - 2, -1, -1):
        phrase, other = result[at], result[at + 1]
        lent = {key: told for key, told in other.parts.items() if key in {"year", "bc"}}
        if not lent or _has_year(phrase.parts) or not _months_of(phrase.parts):
            continue
        between = text[phrase.span.end : other.span.start]
        if len(between) <= _LENT_REACH and _LENDS.fullmatch(between):
            parts = {**phrase.parts, **_lent(phrase, other, lent)}
            result[at] = Phrase(phrase.span, phrase.form, parts)
    return result


def _lent(phrase: Phrase, other: Phrase, lent: dict[str, str]) -> dict[str, str]:
    """From November to February 1951 began in 1950."""
    first, last = _months_of(phrase.parts), _months_of(other.parts)
    if "year" in lent and first and last and first > last and lent["year"].isdecimal():
        return {"year": f"{int(lent['year']) - 1:04d}"}
    return lent


def _has_year(parts: Mapping[str, str]) -> bool:
    return any(key in parts for key in ("year", "yy", "filed", "bc"))


def _months_of(parts: Mapping[str, str]) -> int | None:
    if "month" in parts:
        return MONTHS[parts["month"].rstrip(".")]
    return SEASONS[parts["season"]][1] if "season" in parts else None

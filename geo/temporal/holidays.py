"""Days that are named and not numbered: Christmas Day, Labor Day, Easter Monday.

Each name maps to a rule for its day in a year: a fixed day, the nth weekday of a month, or days
from Easter. Whose holiday it is (Labor Day, Labour Day) is told by its spelling.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from geo.language.almanac import day, days_of_month

__all__ = ["NAMES", "OF_EACH_COUNTRY", "day_of", "value_of"]


class Rule(NamedTuple):
    """``day`` of ``month``; the ``nth`` ``weekday`` in it (-1: the last); or days after Easter."""

    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    after_easter: int = 0


_MONDAY, _TUESDAY, _THURSDAY = 0, 1, 3
_RULES: dict[str, Rule] = {
    "new year's day": Rule(1, 1),
    "new year's eve": Rule(12, 31),
    "martin luther king day": Rule(1, weekday=_MONDAY, nth=3),
    "presidents' day": Rule(2, weekday=_MONDAY, nth=3),
    "valentine's day": Rule(2, 14),
    "st. patrick's day": Rule(3, 17),
    "shrove tuesday": Rule(after_easter=-47),
    "ash wednesday": Rule(after_easter=-46),
    "palm sunday": Rule(after_easter=-7),
    "maundy thursday": Rule(after_easter=-3),
    "good friday": Rule(after_easter=-2),
    "easter sunday": Rule(after_easter=0),
    "easter monday": Rule(after_easter=1),
    "easter": Rule(after_easter=0),
    "anzac day": Rule(4, 25),
    "may day": Rule(5, 1),
    "memorial day": Rule(5, weekday=_MONDAY, nth=-1),
    "juneteenth": Rule(6, 19),
    "canada day": Rule(7, 1),
    "independence day": Rule(7, 4),
    "fourth of july": Rule(7, 4),
    "july fourth": Rule(7, 4),
    "bastille day": Rule(7, 14),
    "labor day": Rule(9, weekday=_MONDAY, nth=1),
    "columbus day": Rule(10, weekday=_MONDAY, nth=2),
    "halloween": Rule(10, 31),
    "guy fawkes night": Rule(11, 5),
    "veterans day": Rule(11, 11),
    "armistice day": Rule(11, 11),
    "election day": Rule(11, 2, weekday=_TUESDAY, nth=1),  # the first on or after 2 November
    "thanksgiving day": Rule(11, weekday=_THURSDAY, nth=4),
    "thanksgiving": Rule(11, weekday=_THURSDAY, nth=4),
    "christmas eve": Rule(12, 24),
    "christmas day": Rule(12, 25),
    "christmas": Rule(12, 25),
    "boxing day": Rule(12, 26),
}
NAMES = tuple(_RULES)
OF_EACH_COUNTRY = frozenset({"election day", "independence day"})
"""Whose day here is that of the United States, and elsewhere another."""


def day_of(name: str, year: int) -> date | None:
    """Return the day of a holiday in a year.

    Examples
    --------
    >>> str(day_of("thanksgiving", 1999)), str(day_of("easter monday", 2023))
    ('1999-11-25', '2023-04-10')
    """
    rule = _RULES[_key(name)]
    if not rule.month:
        easter = _easter(year)
        return easter + timedelta(days=rule.after_easter) if easter else None
    if not rule.nth:
        return day(year, rule.month, rule.day)
    if not date.min.year <= year < date.max.year:
        return None
    if rule.nth < 0:
        last = days_of_month(year, rule.month)[1]
        return last - timedelta(days=(last.weekday() - rule.weekday) % 7)
    first = date(year, rule.month, rule.day or 1)
    ahead = (rule.weekday - first.weekday()) % 7 + 7 * (rule.nth - 1)
    return first + timedelta(days=ahead)


def value_of(name: str) -> str:
    """Return the value of a holiday whose year is unknown.

    Examples
    --------
    >>> value_of("Christmas Eve"), value_of("Easter")
    ('XXXX-12-24', 'XXXX-XX-XX')
    """
    rule = _RULES[_key(name)]
    if not rule.month:
        return "XXXX-XX-XX"
    return f"XXXX-{rule.month:02d}-{'XX' if rule.nth else f'{rule.day:02d}'}"


def _key(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def _easter(year: int) -> date | None:
    """Return Easter Sunday by the Gregorian computus (Butcher, Nature 1876)."""
    if not 1583 <= year < date.max.year:
        return None
    century, rest = divmod(year, 100)
    golden = year % 19
    leaps, left = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, number = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, number + 1)

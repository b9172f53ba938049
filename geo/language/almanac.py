"""The calendar as English news spells it: months, weekdays, seasons, numbers, and their days.

The tables are the vocabulary of ``timex`` and ``dates``; the functions below them turn a year,
quarter, month or week into its first and last day. Nothing here knows of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

__all__ = [
    "CENTURIES",
    "DAY_PARTS",
    "MONTHS",
    "NUMBERS",
    "ONES",
    "ORDINALS",
    "SEASONS",
    "TEENS",
    "TENS",
    "UNITS",
    "VAGUE",
    "WEEKDAYS",
    "Days",
    "add_months",
    "alternatives",
    "day",
    "days_of_month",
    "days_of_quarter",
    "days_of_season",
    "days_of_week",
    "days_of_years",
    "iso_week",
    "number",
    "words",
]

Days = tuple[date, date]  # first and last, both included

MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}

WEEKDAYS = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

# TIMEX3 code and first month; a winter belongs to the year in which it begins.
SEASONS = {
    "spring": ("SP", 3),
    "summer": ("SU", 6),
    "autumn": ("FA", 9),
    "fall": ("FA", 9),
    "winter": ("WI", 12),
}

DAY_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "daytime": "DT",
    "lunchtime": "AF",
    "dawn": "MO",
    "dusk": "EV",
}

# Unit of a duration: what TIMEX3 writes, and how many of that make one.
UNITS = {
    "second": ("S", 1),
    "minute": ("M", 1),
    "hour": ("H", 1),
    "day": ("D", 1),
    "night": ("D", 1),
    "week": ("W", 1),
    "fortnight": ("W", 2),
    "month": ("M", 1),
    "quarter": ("M", 3),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
}

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
NUMBERS = {word: value for value, word in enumerate(_SMALL.split())}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ONES = tuple(word for word, value in NUMBERS.items() if 0 < value < 10)
TEENS = tuple(word for word, value in NUMBERS.items() if value >= 10)
_CENTURIES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
CENTURIES = {word: nth for nth, word in enumerate(_CENTURIES.split(), 1)}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
# Counts that name no number: TIMEX3 writes X.
VAGUE = frozenset({"few", "several", "many", "some", "dozens", "scores", "hundreds", "recent"})


def words(listed: str) -> frozenset[str]:
    """Read a table of words that are separated by spaces.

    Examples
    --------
    >>> sorted(words("will next due"))
    ['due', 'next', 'will']
    """
    return frozenset(listed.split())


def alternatives(listed: Iterable[str]) -> str:
    """Write words as one regex group, longest first so that no prefix wins.

    Examples
    --------
    >>> alternatives(["sep", "sept"])
    '(?:sept|sep)'
    """
    return "(?:" + "|".join(sorted(listed, key=lambda word: (-len(word), word))) + ")"


def number(told: str) -> float | None:
    """Read a count in digits or words; ``None`` for a vague one.

    Examples
    --------
    >>> number("78"), number("2 1/2"), number("twenty-four"), number("a couple of")
    (78.0, 2.5, 24.0, 2.0)
    >>> number("several") is None
    True
    """
    total = 0.0
    for word in re.split(r"[\s-]+", told.lower().replace(",", "")):
        if word in VAGUE:
            return None
        if word in {"hundred", "thousand"}:
            total = max(total, 1) * (100 if word == "hundred" else 1000)
        elif word == "half":
            total += 0.5
        elif word in {"couple", "dozen"}:
            total = 2.0 if word == "couple" else 12.0
        else:
            total += _one_number(word, so_far=total)
    return total or 1.0


def _one_number(word: str, *, so_far: float) -> float:
    if found := re.fullmatch(r"([0-9]+)/([0-9]+)", word):
        return int(found[1]) / max(int(found[2]), 1)
    if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,4})?", word):
        return float(word)
    if word in {"a", "an"}:
        return 0 if so_far else 1
    return NUMBERS.get(word, TENS.get(word, 0))


def day(year: int, month: int, number_of_day: int) -> date | None:
    """Build a day, or ``None`` for one that is in no calendar.

    Examples
    --------
    >>> day(2023, 1, 8), day(2022, 2, 31)
    (datetime.date(2023, 1, 8), None)
    """
    try:
        return date(year, month, number_of_day)
    except (ValueError, OverflowError):
        return None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Count months on from a month, backwards if negative.

    Examples
    --------
    >>> add_months(2022, 12, 1), add_months(2022, 1, -2)
    ((2023, 1), (2021, 11))
    """
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def days_of_month(year: int, month: int) -> Days:
    """Return the first and last day of a month.

    Examples
    --------
    >>> [str(day) for day in days_of_month(2024, 2)]
    ['2024-02-01', '2024-02-29']
    """
    following = date(*add_months(year, month, 1), 1)
    return date(year, month, 1), following - timedelta(days=1)


def days_of_quarter(year: int, quarter: int) -> Days:
    """Return the first and last day of a quarter, counted from 1."""
    return date(year, 3 * quarter - 2, 1), days_of_month(year, 3 * quarter)[1]


def days_of_season(year: int, season: str) -> Days:
    """Return the three months of a season of the north; winter runs into the next year."""
    start = SEASONS[season][1]
    return date(year, start, 1), days_of_month(*add_months(year, start, 2))[1]


def days_of_week(anchor: date) -> Days:
    """Return Monday and Sunday of the ISO week that holds a day.

    Examples
    --------
    >>> [str(day) for day in days_of_week(date(2023, 1, 8))]
    ['2023-01-02', '2023-01-08']
    """
    monday = anchor - timedelta(days=anchor.weekday())
    return monday, monday + timedelta(days=6)


def days_of_years(first: int, last: int) -> Days | None:
    """Return the days from one year's first to another's last; ``None`` outside the calendar."""
    if not date.min.year < first <= last < date.max.year:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def iso_week(anchor: date) -> str:
    """Write the ISO week that holds a day.

    Examples
    --------
    >>> iso_week(date(2023, 1, 1))
    '2022-W52'
    """
    year, week, _ = anchor.isocalendar()
    return f"{year:04d}-W{week:02d}"

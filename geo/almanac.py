"""The calendar as English news spells it: months, weekdays, seasons, numbers, and their days.

The tables are the vocabulary of ``timex`` and ``dates``; the functions below them turn a year,
quarter, month or week into its first and last day. Nothing here knows of a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

__all__ = [
    "DIGIT_ORDINALS",
    "MONTHS",
    "WEEKDAYS",
    "alternatives",
    "day",
    "words",
]

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

DIGIT_ORDINALS = r"(?:st|nd|rd|th)"


def words(listed: str) -> frozenset[str]:
    """Read a table of words that are separated by spaces.

    Examples
    --------
    >>> sorted(words("will next due"))
    ['due', 'next', 'will']
    """
    return frozenset(listed.split())


def alternatives(words: Iterable[str]) -> str:
    """Write words as one regex group, longest first so that no prefix wins.

    Examples
    --------
    >>> alternatives(["sep", "sept"])
    '(?:sept|sep)'
    """
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def day(year: int, month: int, number: int) -> date | None:
    """Build a day, or ``None`` for one that is in no calendar.

    Examples
    --------
    >>> day(2023, 1, 8), day(2022, 2, 31)
    (datetime.date(2023, 1, 8), None)
    """
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None

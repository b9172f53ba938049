"""When things happened: temporal expressions of a text, resolved against its publication day.

A date is an interval of days with the phrase it rests on. Without a publication day a relative
phrase stays unresolved and says so; nothing is ever resolved against today.
"""

from __future__ import annotations

import re
from datetime import date

from geo.almanac import DIGIT_ORDINALS, MONTHS, WEEKDAYS, alternatives, day
from geo.model import When

__all__ = ["absolute", "unknown"]

EARLIEST_YEAR = 1900
LATEST_YEAR = 2100
LONGEST_ABSOLUTE = 120  # characters; a line that is a date is short, and the rest need not be tried

_MONTH = rf"(?P<month>{alternatives(MONTHS)})\b\.?"
_DAY = rf"(?P<day>[0-9]{{1,2}}){DIGIT_ORDINALS}?"
_YEAR = r"(?P<year>[0-9]{4})"
_CALENDAR_FORMS = (
    rf"{_YEAR}(?P<sign>[-/.])(?P<number>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}})",
    rf"{_DAY}[\s-]+(?:of\s+)?{_MONTH}[\s,-]*{_YEAR}",
    rf"{_MONTH}[\s-]*{_DAY}[\s,-]+{_YEAR}",
    rf"(?P<one>[0-9]{{1,2}})(?P<sign>[-/.])(?P<two>[0-9]{{1,2}})(?P=sign){_YEAR}",
)
_ZONE = r"(?:\s*(?:Z|[+-][0-9]{2}:?[0-9]{2}|\(?[A-Z]{2,5}(?:[+-][0-9]{1,2})?\)?))?"
_CLOCK = rf"[0-9]{{1,2}}(?:[:.][0-9]{{2}}){{0,2}}(?:[.,][0-9]+)?\s*(?:[ap]\.?m\.?)?{_ZONE}"
_LABEL = (
    r"(?:(?:(?:first|last|originally)\s+)?(?:published|updated|posted|modified|created)"
    r"|(?:publication\s+|publish\s+)?date(?:line)?)(?:\s+(?:on|at))?\s*[:–—-]?\s*"
)
_ABSOLUTE = tuple(
    re.compile(
        rf"(?:{_LABEL})?(?:(?P<weekday>{alternatives(WEEKDAYS)})\b\.?[\s,]*)?"
        rf"{form}(?:(?:T|\s*(?:[,|·–—-]|\bat\b)?\s*(?:\bat\b\s*)?)(?=[0-9]){_CLOCK})?\.?",
        re.IGNORECASE,
    )
    for form in _CALENDAR_FORMS
)


def unknown(reason: str) -> When:
    """Return the interval of which nothing is known, and why.

    Examples
    --------
    >>> unknown("the article carries no date").basis
    'the article carries no date'
    """
    return When(first=None, last=None, precision="unknown", basis=reason)


def absolute(text: str) -> date | None:
    """Read a string that is one full calendar date and nothing else.

    A weekday, a label such as ``Published:`` and a clock time may stand around it. What could
    mean two days (``01/02/2023``), lacks a part, contradicts its weekday or is in no calendar
    gives ``None``.

    Examples
    --------
    >>> absolute("Sunday, 8th January 2023")
    datetime.date(2023, 1, 8)
    >>> absolute("01/02/2023") is None
    True
    """
    stripped = text.strip()
    if len(stripped) > LONGEST_ABSOLUTE:
        return None
    for pattern in _ABSOLUTE:
        if found := pattern.fullmatch(stripped):
            return _calendar_day(found.groupdict())
    return None


def _calendar_day(parts: dict[str, str | None]) -> date | None:
    year = int(parts["year"] or 0)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    if parts.get("one"):
        found = _one_reading(year, int(parts["one"] or 0), int(parts["two"] or 0))
    else:
        named = parts.get("month")
        month = MONTHS[named.lower()] if named else int(parts["number"] or 0)
        found = day(year, month, int(parts["day"] or 0))
    weekday = parts.get("weekday")
    if found and weekday and WEEKDAYS[weekday.lower()] != found.weekday():
        return None
    return found


def _one_reading(year: int, one: int, two: int) -> date | None:
    """Read day and month in either order, if only one order is a day."""
    readings = {day(year, one, two), day(year, two, one)} - {None}
    return readings.pop() if len(readings) == 1 else None

"""The days of bulletins: the period that one reviews, and the days that its entries begin with.

"Weekly brief (6-12 November)", printed on the 13th, a Monday: "on Monday" is the 6th. "1.2 30/07,
Tolmen: …" is of 30 July; whether day or month stands first is told by its other entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from geo.language.almanac import MONTHS, WEEKDAYS, alternatives, day
from geo.language.late import late
from geo.model import Span, When

__all__ = ["entry_days", "reviewed"]

LONGEST = timedelta(days=31)
"""Longer periods are looked back on in another way than by weekdays."""
LATE = timedelta(days=14)
"""A bulletin is printed so soon after its period at most."""
OPENING = 300
"""Characters of a text in which it says what it reviews."""
LEAST = 2
"""Entries that begin with a day, for these to be no fractions."""
MONTH_LENGTH = 12
_MONTH = rf"(?P<month{{0}}>{alternatives(MONTHS)})\b\.?"
_DAY = r"(?P<day{0}>[0-3]?[0-9])(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:{alternatives(WEEKDAYS)}\b\.?,?\s+)?"
_TO = r"\s*(?:[-–—]|\bto\b|\band\b|\bthrough\b|\buntil\b)\s*"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)[0-9]{2}))?"
_PERIODS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # "6-12 November", "29 July - 4 August 2024", "Monday 6 and Sunday 12 November".
        (
            rf"\b{_WEEKDAY}{_DAY.format(1)}(?:\s+{_MONTH.format(1)})?{_TO}"
            rf"{_WEEKDAY}{_DAY.format(2)}\s+{_MONTH.format(2)}{_YEAR}"
        ),
        # "Sept. 8-14", "March 29 to April 4, 2024".
        (
            rf"\b{_WEEKDAY}{_MONTH.format(1)}\s+{_DAY.format(1)}{_TO}"
            rf"{_WEEKDAY}(?:{_MONTH.format(2)}\s+)?{_DAY.format(2)}\b(?![:/]){_YEAR}"
        ),
    )
)
_REVIEW = re.compile(
    r"\b(?:week(?:ly|end)?|fortnight(?:ly)?|month(?:ly)?|brief(?:ing)?|digest|round-?up|bulletin|log|notes?|"
    r"reports?|reporting|updates?|reviews?|summar(?:y|ises|izes)|overview|snapshot|results|watch|monitor|events|"
    r"incidents|cover(?:s|ing)|period)\b",
    re.IGNORECASE,
)
"""Words of who reviews a period; a festival, too, goes on "from 6 to 12 November"."""
_OF_ITSELF = re.compile(
    r"\b(?:this|our)\s+(?:weekly\s+|monthly\s+)?(?:brief(?:ing)?|digest|bulletin|note|report|update|review|summary|overview|"
    r"snapshot|round-?up|log)\b|\b(?:weekly|monthly|fortnightly)\s+(?:[\w-]+\s+){0,2}(?:brief(?:ing)?|digest|bulletin|note|report|update|"
    r"review|summary|overview|snapshot|round-?up)\b|\breporting\s+period\b|\bweek\s+of\b",
    re.IGNORECASE,
)
"""How a text says in its first lines that it is a review itself, and not one that it quotes."""
_ENTRY = late(
    r"^[ \t]*(?:[-•*–]\s*)?(?:[0-9]+(?:\.[0-9]+)*[.)]?\s+)?"
    r"(?P<said>(?P<one>[0-3]?[0-9])/(?P<two>[0-3]?[0-9]))(?![/\w])(?=\s*[,:;–—-])",
    re.MULTILINE,
)


def reviewed(title: str | None, text: str, published: date | None) -> tuple[date, date] | None:
    """Return the first and last day of the period that a bulletin reviews, ``None`` for others.

    Parameters
    ----------
    title, text
        The article; the period stands in its title or in the first lines.
    published
        When it was printed: after the period, and soon.

    Examples
    --------
    >>> first, last = reviewed("Weekly brief (6-12 November)", "", date(2023, 11, 13))
    >>> first.isoformat(), last.isoformat()
    ('2023-11-06', '2023-11-12')
    """
    if published is None:
        return None
    for said, review in ((title or "", _REVIEW), (text[:OPENING], _OF_ITSELF)):
        if review.search(said) is None:  # as in nearly all
            continue
        for form in _PERIODS:
            for match in form.finditer(said):
                if (found := _period(match, published)) is not None:
                    return found
    return None


def _period(match: re.Match[str], published: date) -> tuple[date, date] | None:
    parts = match.groupdict()
    one, two = parts["month1"] or parts["month2"], parts["month2"] or parts["month1"]
    months = MONTHS[one.lower()], MONTHS[two.lower()]
    year = int(parts["year"] or published.year)
    last = day(year, months[1], int(parts["day2"]))
    if last is not None and not parts["year"] and last > published:
        last = day(year - 1, months[1], int(parts["day2"]))
    if last is None:
        return None
    first = day(last.year - (months[0] > months[1]), months[0], int(parts["day1"]))
    if first is None or not timedelta() < last - first <= LONGEST:
        return None
    return (first, last) if timedelta() <= published - last <= LATE else None


def entry_days(text: str, published: date | None) -> Iterator[When]:
    r"""Yield the days that the entries of a list begin with, the last on or before its day.

    Examples
    --------
    >>> found = entry_days("30/07, Tolmen: shots\n02/08, Orva: a blast", date(2024, 8, 5))
    >>> [when.first.isoformat() for when in found]
    ['2024-07-30', '2024-08-02']
    """
    entries = list(_ENTRY.finditer(text)) if published is not None and "/" in text else []
    if len(entries) < LEAST or published is None:
        return
    pairs = [(int(entry["one"]), int(entry["two"])) for entry in entries]
    day_first = any(one > MONTH_LENGTH for one, _ in pairs)
    if day_first == any(two > MONTH_LENGTH for _, two in pairs):
        return  # either order may be meant, or neither is
    for entry, (one, two) in zip(entries, pairs, strict=True):
        month, number = (two, one) if day_first else (one, two)
        found = day(published.year, month, number)
        if found is not None and found > published:
            found = day(published.year - 1, month, number)
        if found is not None and published - found <= LONGEST + LATE:
            how = f"'{entry['said']}': the day that the entry begins with"
            span = Span(*entry.span("said"))
            yield When(found, found, "day", how, span, "DATE", found.isoformat())

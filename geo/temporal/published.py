"""The day an article was published: as a field says it, or as the text itself shows it.

No clock is read anywhere: a day is stated or it is unknown. The calendar day is kept as written,
never moved between time zones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from geo import dates
from geo.language.almanac import MONTHS, WEEKDAYS, alternatives
from geo.language.late import late
from geo.model import Clutter, Span

__all__ = ["as_written", "before", "in_text"]

FIRST_LINES = 5  # that say something; a date further down belongs to the story
LAST_LINES = 3
LONGEST_DATE_LINE = 200  # characters of a line of buttons or names with a date among them
OPENING = 600  # characters in which an article says when it was published
CRAWLED_AFTER = 30
"""Days behind the day that the text gives for itself; what is later is the day it was stored."""
LONGEST_DATELINE = 90
LONGEST_CAPTION = 1000  # characters
MOST_DATE_WORDS = 6  # "Sunday, 8th of January, 2023"
CLOCK_ZERO = date(1970, 1, 1)  # what a clock that was never set writes

_LINE = re.compile(r"[^\n\r\u2028\u2029]++")
_PARTS = re.compile(r"[|·•]")
_WORD = re.compile(r"\S++")
_YEAR = re.compile(r"[0-9]{4}")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
# What an article says of itself: "Updated: 01/26/2015", "Published Friday, Sept. 2, 2016".
_FULL_DAY = (
    rf"(?:{alternatives(MONTHS)}\.?\s+[0-9]{{1,2}},?\s+[0-9]{{4}}"
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
)
_STAMPED = late(
    r"\b(?:posted|created|updated|published|modified)\s*(?:on|at)?\s*:?\s*"
    rf"(?P<day>(?:{alternatives(WEEKDAYS)},?\s+)?{_FULL_DAY})",
    re.IGNORECASE,
)
_OLD_PHOTO = re.compile(r"\b(?:file|archive|undated)\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?P<head>(?!(?:On|By|Since|From|In|Until|After|Before)\b)[^\n]+?)\s*(?:--|[—–]|\s-)\s"
)
_SMALL = frozenset({"of", "de", "del", "la", "el", "al", "and", "the"})
_AROUND = ".,;:()[]"


def as_written(value: object) -> date | str:
    """Read the value of a field as a calendar day, or say why it is none.

    Examples
    --------
    >>> as_written("2023-01-08T23:30:00-05:00")
    datetime.date(2023, 1, 8)
    >>> as_written("2022-02-31")
    '2022-02-31 is no day of the calendar'
    >>> as_written(1673136000)
    'a number is no date'
    """
    if isinstance(value, (int, float)):
        return "a number is no date"
    if not isinstance(value, str):
        return "this is no date"
    found = dates.absolute(value)
    if found == CLOCK_ZERO:
        return "1970-01-01 is what a clock writes that was never set"
    return found or _why_none(value.strip())


def in_text(text: str, clutter: Sequence[Clutter]) -> tuple[date, str] | None:
    r"""Find the publication day in the text, and say in words where it stands.

    It counts where it stands alone in the first or last lines, among the buttons of a share bar, or
    in the caption of a photo, unless that comes from the files, or in the dateline. A caption with
    two days tells none.

    Examples
    --------
    >>> in_text("Sunday, 8 January 2023\n\nSerbs blocked a road.", ())
    (datetime.date(2023, 1, 8), 'a date that stands alone in the first lines')
    """
    lines = list(_lines(text))
    first, last = lines[:FIRST_LINES], lines[FIRST_LINES:][-LAST_LINES:]
    for place, span in [*(("first", span) for span in first), *(("last", span) for span in last)]:
        if (alone := _standing(text, span, clutter)) is not None:
            return alone, f"a date that stands alone in the {place} lines"
        if (taken := _in_caption(text, span, clutter)) is not None:
            return taken, f"the date of the photo caption in the {place} lines"
    for span in first:
        if (filed := _in_dateline(text, span)) is not None:
            return filed, "the date of the dateline"
    return None


def before(day: date, text: str) -> tuple[date, str] | None:
    """Find the earlier day that a text gives for itself, where a field holds that of its storing.

    Only a full date behind such a label counts, and only if it is a month older; the words for it
    name both.

    Examples
    --------
    >>> before(date(2017, 1, 29), "Updated: 01/26/2015 10:24 PM A boy was shot.")[0]
    datetime.date(2015, 1, 26)
    >>> before(date(2015, 1, 29), "Updated: 01/26/2015 10:24 PM A boy was shot.") is None
    True
    """
    for stamp in _STAMPED.finditer(text, 0, OPENING):
        found = dates.absolute(stamp["day"])
        if found is not None and found != CLOCK_ZERO and (day - found).days > CRAWLED_AFTER:
            said = " ".join(stamp.group().split())
            return found, f"the text says {said!r}, earlier than {day.isoformat()}"
    return None


def _why_none(said: str) -> str:
    shown = said if len(said) <= 40 else said[:40] + "…"
    iso = _ISO.match(said)
    if iso is None:
        return f"{shown!r} is no full date" if shown else "it is empty"
    year = int(iso[1])
    if not dates.EARLIEST_YEAR <= year <= dates.LATEST_YEAR:
        return f"the year {iso[1]} is not between {dates.EARLIEST_YEAR} and {dates.LATEST_YEAR}"
    return f"{shown} is no day of the calendar"


def _lines(text: str) -> Iterator[Span]:
    for found in _LINE.finditer(text):
        if said := found[0].strip():
            start = found.start() + found[0].index(said)
            yield Span(start, start + len(said))


def _standing(text: str, line: Span, clutter: Sequence[Clutter]) -> date | None:
    """Return the day that is alone in its line, between bars, or among buttons."""
    said = line.of(text)
    parts = _PARTS.split(said) if len(said) <= LONGEST_DATE_LINE else []
    for day in map(dates.absolute, parts):
        if day is not None and day != CLOCK_ZERO:
            return day
    bar = next((part.span for part in clutter if _is_in(part, "share bar", line)), None)
    return _only_day(bar.of(text)) if bar else None


def _in_caption(text: str, line: Span, clutter: Sequence[Clutter]) -> date | None:
    """Return the one day of a line that ends in a photo credit."""
    ends = [part.span for part in clutter if _is_in(part, "photo credit", line)]
    if not ends or ends[-1].start - line.start > LONGEST_CAPTION:
        return None
    if text[ends[-1].end : line.end].strip(_AROUND + " \t") or _OLD_PHOTO.search(line.of(text)):
        return None
    return _only_day(text[line.start : ends[-1].start])


def _in_dateline(text: str, line: Span) -> date | None:
    """Return the full day between town and dash: "QUETTA, Pakistan, Jan 12, 2022 (AP) —"."""
    head = _DATELINE.match(text, line.start, min(line.end, line.start + LONGEST_DATELINE))
    # "On 3 May 2021 farmers — all of them young — …" has a small word that no town has.
    if head is None or not all(map(_of_dateline, head["head"].split())):
        return None
    return _only_day(head["head"])


def _of_dateline(word: str) -> bool:
    return not word[0].islower() or word in _SMALL


def _is_in(part: Clutter, kind: str, line: Span) -> bool:
    return part.kind == kind and line.covers(part.span)


def _only_day(said: str) -> date | None:
    """Return the one full date among these words; two different ones tell nothing."""
    found: set[date] = set()
    words = list(_WORD.finditer(said)) if _YEAR.search(said) else []
    at = 0
    while at < len(words):
        day, used = _day_at(said, words[at : at + MOST_DATE_WORDS])
        found |= {day} if day else set()
        at += used
    return found.pop() if len(found) == 1 and CLOCK_ZERO not in found else None


def _day_at(said: str, words: Sequence[re.Match[str]]) -> tuple[date | None, int]:
    """Read the longest date that begins with the first word, and how many words it took."""
    for count in range(len(words), 0, -1):
        piece = said[words[0].start() : words[count - 1].end()].strip(_AROUND)
        if (day := dates.absolute(piece)) is not None:
            return day, count
    return None, 1

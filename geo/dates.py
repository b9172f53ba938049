"""When things happened: temporal expressions of a text, resolved against its publication day.

A date is an interval of days with the phrase it rests on. Without a publication day a relative
phrase stays unresolved and says so; nothing is ever resolved against today.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from geo.language.almanac import MONTHS, WEEKDAYS, alternatives, day, words
from geo.language.telling import SAID
from geo.language.text import sentences
from geo.model import Article, Span, When
from geo.temporal import (
    bulletins,
    composed,
    daynames,
    durations,
    narrative,
    orders,
    reckoning,
    stretches,
    tense,
    timex,
    years,
)
from geo.temporal.reckoning import Scene

__all__ = ["absolute", "find", "resolve", "unknown"]

EARLIEST_YEAR = 1900
LATEST_YEAR = 2100
LONGEST_ABSOLUTE = 120  # characters; a line that is a date is short, and the rest need not be tried
OPENS_WITHIN = 12  # characters of a sentence: "In", "Back in"; what opens one moves the tale on
OLD_DAYS = 31  # before the anchor; a month that far back leaves the days of the news
REACH_FIGURES = 200  # characters around a phrase in which its sentence names earnings and sales

_TENSED = words(
    "month month_day day_month first_day part_of_day part_of_month part_of_weekday rel_month "
    "that_month rel_season rel_unit season quarter the_quarter holiday weekday weekend mod_unit "
    "day_of_month weekday_of_month day_beside_day_month day_beside_holiday day_beside_month_day"
)
"""The forms whose days depend on the tense of their sentence."""
_OF_WEEK = frozenset({"weekday", "part_of_weekday"})
"""The forms that mean a day of the period that is reviewed."""
_QUARTERS = frozenset({"quarter", "the_quarter", "quarter_year", "year_quarter"})
_ACCOUNTS = re.compile(
    r"\b(?:earn(?:ed|ings)|profits?|loss(?:es)?|net|incomes?|revenues?|sales|cents|results|shares?|"
    r"quarter|deposits|orders|output|production)\b",
    re.IGNORECASE,
)
_COMPARES = frozenset({"earlier", "ago", "previously"})  # what is compared with is no scene
_COMPARING = frozenset({"period", "the_period", "year_ago"})
_ASIDE = re.compile(r"\bsince\s$", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:by|as\s+of|until|till|up\s+to)\s+$", re.IGNORECASE)
"""Before a day up to which something was counted: "by this morning 25 were held"."""
_TOLD_ON = re.compile(rf"\b(?:told\s\w+|{SAID})\s(?:(?:on|late|early)\s){{0,2}}$")
"""Before a day on which something was told, behind that of what is told."""
TOLD_ON = 40
"""Characters before a day in which that stands."""
SO_FAR = 10
"""Characters before a day in which that stands."""
_READERS = {
    **reckoning.READERS,
    **daynames.READERS,
    **composed.READERS,
    **years.READERS,
    **durations.READERS,
}

# "KATHMANDU, March 15 -": what such a report calls today is that day, printed a day later.
_FILED_AT = re.compile(r"\s*[^\W\d_][^\n.;:0-9]{2,50},\s*")
_FILED = re.compile(r"\s{0,3}(?:\([^()\n]{0,60}\))?\s{0,3}(?:--|[—–:]|-\s(?!\d))")
# "Tolmen, Radio Galdor, in Spanish, 1800 GMT, 6 Aug 86. Excerpts from report:".
_MONITORED_AT = re.compile(r"\s*[^\W\d_][^\n;]{2,70},\s*")
_MONITORED = re.compile(
    r"(?:,?\s(?:[0-9]{2}){1,2})?[.,:]?"
    r"(?:\s+[^\n]{0,50}\b(?:report|excerpts?|text|commentary)\b[^\n]{0,30})?\s*\n",
    re.IGNORECASE,
)
FILED_WITHIN_DAYS = 2
OPENING = 3
"""Phrases of time in such a line at most: the hour, and the day."""
_DAYS_OF_YEAR = frozenset({"month_day", "day_month"})
_DAYS = _DAYS_OF_YEAR | {"day_month_year", "month_day_year"}
FILED_WITHIN = 80
"""Characters from the start of a text in which it says when it was filed."""
_MONTH = rf"(?P<month>{alternatives(MONTHS)})\b\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
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
        re.IGNORECASE | re.ASCII,
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
    stripped = " ".join(text.split()) if len(text) <= LONGEST_ABSOLUTE else ""
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


def find(article: Article, *, anchor: date | None = None) -> tuple[When, ...]:
    """Find every temporal expression of an article, in the order of its text.

    Parameters
    ----------
    article
        Its ``published`` day is what relative phrases are counted from.
    anchor
        The article's own date, when it has no publication day but a dated caption, say.

    Examples
    --------
    >>> article = Article("a", "They left on Tuesday.", published=date(2023, 1, 8))
    >>> [(str(when.first), when.value) for when in find(article)]
    [('2023-01-03', '2023-01-03')]
    """
    review = bulletins.reviewed(article.title, article.text, article.published)
    return resolve(article.text, article.published, anchor=anchor, review=review)


def resolve(
    text: str,
    published: date | None,
    *,
    anchor: date | None = None,
    review: tuple[date, date] | None = None,
) -> tuple[When, ...]:
    """Find every temporal expression of a text and say which days it means.

    Without ``published`` the ``anchor`` stands in for it; without either, relative phrases are
    kept, unresolved. In the ``review`` of a period, given by its first and last day, a weekday is
    one of these days.

    Examples
    --------
    >>> [when] = resolve("Roads were blocked last weekend.", date(2022, 12, 16))
    >>> str(when.first), str(when.last), when.value
    ('2022-12-10', '2022-12-11', '2022-W49-WE')
    """
    phrases = narrative.borrowed(text, list(timex.phrases(text)))
    if not phrases:
        return _with_entries((), bulletins.entry_days(text, published))
    name = "the publication day" if published else "the article's own date"
    history = narrative.is_history(phrases, published or anchor)
    seen_from = published or anchor
    if (filed := _filed(text, phrases, published)) is not None:
        seen_from, name = filed, "the day it was filed,"
    scene = Scene(seen_from, name, history=history, month_first=orders.month_first(phrases))
    tale = _Tale(text, sentences(text), scene, review)
    found: list[When] = []
    for phrase in phrases:
        when = tale.read(phrase)
        if when is None:
            continue
        found.append(when)
    return _with_entries(stretches.joined(text, found), bulletins.entry_days(text, published))


def _with_entries(found: Iterable[When], entries: Iterable[When]) -> tuple[When, ...]:
    """Add the days that entries begin with, where nothing else was read."""
    told = list(found)
    taken = {at for when in told if when.span for at in range(when.span.start, when.span.end)}
    told += [e for e in entries if e.span is not None and e.span.start not in taken]
    return tuple(sorted(told, key=lambda when: when.span.start if when.span is not None else 0))


def _filed(text: str, phrases: Sequence[timex.Phrase], published: date | None) -> date | None:
    """Return the day that a report opens with, if it was printed a day or two later."""
    near = [p for p in phrases[:OPENING] if p.span.start <= FILED_WITHIN and p.form in _DAYS]
    if published is None or not near:
        return None
    first, at = near[0], near[0].span
    headed = first is phrases[0] and first.form in _DAYS_OF_YEAR
    headed = headed and bool(_FILED_AT.fullmatch(text, 0, at.start) and _FILED.match(text, at.end))
    if not headed and not _is_monitored(text, at):
        return None
    days = _read(first, Scene(published)).days
    age = (published - days[0]).days if days is not None else 0
    return days[0] if days is not None and 0 < age <= FILED_WITHIN_DAYS else None


def _is_monitored(text: str, at: Span) -> bool:
    """Tell whether a day ends the line that says which broadcast a report is of."""
    return bool(_MONITORED_AT.fullmatch(text, 0, at.start) and _MONITORED.match(text, at.end))


class _Tale:
    """A text that is read phrase by phrase, and the time it has come to."""

    def __init__(
        self,
        text: str,
        spans: Sequence[Span],
        scene: Scene,
        review: tuple[date, date] | None = None,
    ) -> None:
        self._text, self._spans, self._scene, self._review = text, spans, scene, review
        self._starts = [span.start for span in spans]
        self._focus: date | None = None  # the day last spoken of
        self._focused = -1  # where it ends
        self._told: narrative.Told | None = None
        self._quarter: tuple[int, int] | None = None

    def read(self, phrase: timex.Phrase) -> When | None:
        """Say what a phrase means here, and move on to it; ``None`` if it is no date here."""
        sentence = self._spans[bisect_right(self._starts, phrase.span.start) - 1]
        at, text = phrase.span, self._text
        if phrase.form == "soon" and not tense.is_awaited_soon(text, sentence, at):
            return None
        reading = _read(phrase, self._seen_from(phrase, sentence))
        if not reading.value:
            return None
        when = _when(text, at, reading)
        self._move(phrase, reading, when)
        if at.start - sentence.start <= OPENS_WITHIN and self._is_of_old(when):
            self._focus = None
        return when

    def _is_of_old(self, when: When) -> bool:
        """Tell whether it is a month or year that is over: "the same night" is then none of now."""
        anchor = self._scene.anchor
        if anchor is None or when.last is None or when.precision not in {"month", "year"}:
            return False
        return (anchor - when.last).days > OLD_DAYS

    def _seen_from(self, phrase: timex.Phrase, sentence: Span) -> Scene:
        scene, text = self._scene, self._text
        compared = self._quarter if _accounts(text, sentence, phrase, self._quarter) else None
        told = tense.of(text, sentence, phrase.span) if phrase.form in _TENSED else ""
        anchor, name = scene.anchor, scene.anchor_name
        if self._review is not None and phrase.form in _OF_WEEK:
            anchor, name = self._review[1], "the last day that it reviews,"
        return Scene(
            anchor,
            name,
            self._focus,
            told,
            self._told,
            compared,
            scene.history,
            scene.month_first,
        )

    def _is_aside(self, at: int) -> bool:
        """Tell whether a day is only that of a count or of a word about the day before it.

        "Two died on Monday, the army said on Tuesday. The day before, …" goes on from Monday.
        """
        if _SO_FAR.search(self._text, max(0, at - SO_FAR), at):
            return True
        start = self._spans[bisect_right(self._starts, at) - 1].start
        behind = self._focus is not None and start <= self._focused
        return (
            behind and _TOLD_ON.search(self._text, max(self._focused, at - TOLD_ON), at) is not None
        )

    def _move(self, phrase: timex.Phrase, reading: reckoning.Reading, when: When) -> None:
        if when.precision == "day" and not self._is_aside(phrase.span.start):
            self._focus, self._focused = when.first, phrase.span.end
        if told := _moves(self._text, phrase, reading):
            self._told = told
        if phrase.form in _QUARTERS and when.last and when.first:
            anchor = self._scene.anchor
            if anchor is None or when.last < anchor:
                self._quarter = when.first.year, (when.first.month + 2) // 3


def _accounts(
    text: str, sentence: Span, phrase: timex.Phrase, quarter: tuple[int, int] | None
) -> bool:
    """Tell whether a sentence speaks of earnings, where "a year ago" means a quarter."""
    if quarter is None:
        return False
    start = max(sentence.start, phrase.span.start - REACH_FIGURES)
    end = min(sentence.end, phrase.span.end + REACH_FIGURES)
    return _ACCOUNTS.search(text, start, end) is not None


def _moves(text: str, phrase: timex.Phrase, reading: reckoning.Reading) -> narrative.Told | None:
    """Return the time a narrative has come to; "since 1815" takes it nowhere."""
    if phrase.parts.get("direction", "") in _COMPARES or phrase.form in _COMPARING:
        return None
    if _ASIDE.search(text[max(0, phrase.span.start - 8) : phrase.span.start]):
        return None
    return narrative.told_by(reading.value) if reading.type in {"DATE", "TIME"} else None


def _read(phrase: timex.Phrase, scene: Scene) -> reckoning.Reading:
    try:
        return _READERS[phrase.form](phrase.parts, scene)
    except (ValueError, OverflowError):  # the 45th of May, ten thousand years ago
        return reckoning.Reading("XXXX-XX-XX", how=reckoning.NO_DAY)


def _when(text: str, span: Span, reading: reckoning.Reading) -> When:
    first, last = reading.days or (None, None)
    said = " ".join(span.of(text).split())
    basis = f"'{said}': {reading.how}"
    precision = reading.precision if reading.days else "unknown"
    return When(first, last, precision, basis, span, reading.type, reading.value)

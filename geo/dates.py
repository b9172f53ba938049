"""When things happened: temporal expressions of a text, resolved against its publication day.

A date is an interval of days with the phrase it rests on. Without a publication day a relative
phrase stays unresolved and says so; nothing is ever resolved against today.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date

from geo import durations, narrative, reckoning, timex, years
from geo.almanac import MONTHS, WEEKDAYS, alternatives, day, words
from geo.model import Article, Span, When
from geo.text import sentences

__all__ = ["absolute", "find", "resolve", "unknown"]

EARLIEST_YEAR = 1900
LATEST_YEAR = 2100
LONGEST_ABSOLUTE = 120  # characters; a line that is a date is short, and the rest need not be tried
REACH_BEFORE, REACH_AFTER = 80, 60  # characters of the sentence in which its tense is looked for
REACH_FIGURES = 200  # and in which it names earnings and sales

# The word nearest before a phrase says whether it lies ahead.
_FUTURE = words(
    "will won't 'll ’ll due upcoming deadline scheduled expires until till payable shall"
)
_FUTURE_BEFORE_TO = words(
    "planned plans plan expected expects expect set agreed intends hopes hope aims aim going about "
    "ready wants want scheduled due promised vowed pledged is are"
)
_PAST = words(
    "said told was were had did has have been began came went took left held made got saw fell "
    "rose broke fought shot hit met sent ago since wrote led died killed lost won put cut"
)
# What is called for or planned lies ahead, and the weekday behind it is its own: "called for
# rallies on Saturday". Other calls ("for calm on Saturday") were made on their day.
_ARRANGED = re.compile(
    r"\b(?:call(?:ed|s|ing)?\s+(?:for|on\b[^.;,]{1,40}\bto)|plan(?:s|ned|ning)?|organi[sz]ing|"
    r"schedul(?:es?|ed|ing)|announc(?:es?|ed|ing)\s+plans\s+for)\s+(?:[a-z’'-]+\s+){0,4}?"
    r"(?:protests?|strikes?|demonstrat(?:e|ions?)|rall(?:y|ies)|march(?:es)?|walk-?outs?|boycotts?|"
    r"sit-ins?|vigils?|shutdowns?|elections?|votes?|referendums?|talks|meetings?|summits?)\s+"
    r"(?:(?!after\b|over\b|against\b|about\b|since\b|held\b)[a-z’'-]+\s+){0,4}?(?:on|for)\s+$"
)
_MODAL = re.compile(r"\b(?:will|may|might|can|could|would|should|to|ll)\s+$")
_QUARTERS = {"quarter", "the_quarter", "quarter_year", "year_quarter"}
_ACCOUNTS = re.compile(
    r"\b(?:earn(?:ed|ings)|profits?|loss(?:es)?|net|incomes?|revenues?|sales|cents|results|shares?|"
    r"quarter|deposits|orders|output|production)\b",
    re.IGNORECASE,
)
_COMPARES = {"earlier", "ago", "previously"}  # what a figure is compared with is no scene
_COMPARING = {"period", "the_period", "year_ago"}
_UNTIL = re.compile(r"\s?[–-]\s?|\s(?:to|through|until)\s")
_ASIDE = re.compile(r"\bsince\s$", re.IGNORECASE)
# "Which is expected in December", "as soon as Tuesday": what is awaited lies ahead.
_AWAITED = re.compile(
    r"(?:\b(?:expected|scheduled|slated|due|planned|supposed|projected|anticipated|set|"
    r"planning|ready|hopes?|hoping)\s+(?:(?:to|for|be|in|on|by|at|from|the|early|mid|late|next|sometime)\s+|"
    r"(?!after\b|since\b)[a-z]+\s+){0,4}?(?:in|on|for|by|at|from|until)\s+(?:the\s+)?|"
    r"\bas\s+(?:early|soon|late)\s+as\s+|\b(?:slated|scheduled|expected|planned|due)\s+)"
    r"(?:early\s+|mid-?\s*|late\s+)?$"
)
_ATTRIBUTE = re.compile(r"\b(?:an?|the|this|in|after)\s+$")
_NOUN_NEXT = re.compile(
    r"\s+(?!deadline|meeting|vote|election|talks|session|summit|hearing)(?:[a-z]+ing|[a-z]+)\b"
    r"(?<!\bthat)(?<!\band)(?<!\bin)(?<!\bat)(?<!\bfor)(?<!\bto)(?<!\bwhen)(?<!\bof)(?<!\bwill)"
)
_READERS = {**reckoning.READERS, **years.READERS, **durations.READERS}
_VERB_WORDS = re.compile(r"[a-z]+|['’]ll\b")

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
    return resolve(article.text, article.published, anchor=anchor)


def resolve(text: str, published: date | None, *, anchor: date | None = None) -> tuple[When, ...]:
    """Find every temporal expression of a text and say which days it means.

    Without ``published`` the ``anchor`` stands in for it; without either, relative phrases are
    kept, unresolved.

    Examples
    --------
    >>> [when] = resolve("Roads were blocked last weekend.", date(2022, 12, 16))
    >>> str(when.first), str(when.last), when.value
    ('2022-12-10', '2022-12-11', '2022-W49-WE')
    """
    phrases = narrative.borrowed(text, list(timex.phrases(text)))
    name = "the publication day" if published else "the article's own date"
    history = narrative.is_history(phrases, published or anchor)
    scene = reckoning.Scene(published or anchor, name, history=history)
    spans = sentences(text)
    starts = [span.start for span in spans]
    found: list[When] = []
    quarter: tuple[int, int] | None = None
    for phrase in phrases:
        sentence = spans[bisect_right(starts, phrase.span.start) - 1]
        tense = _tense(text, sentence, phrase.span)
        if phrase.form == "soon" and tense != "future" and not _is_modal(text, phrase.span):
            continue  # "soon" in a tale of the past is no reference to the future
        compared = quarter if quarter and _accounts(text, sentence, phrase.span) else None
        reading = _read(phrase, replace(scene, tense=tense, quarter=compared))
        if not reading.value:
            continue
        when = _when(text, phrase.span, reading)
        if found and _goes_on(text, found[-1], when):
            found[-1] = replace(found[-1], last=when.last, precision="range")
        if when.precision == "day":
            scene = replace(scene, focus=when.first)  # the day last spoken of
        if told := _moves(text, phrase, reading):
            scene = replace(scene, told=told)
        if phrase.form in _QUARTERS and when.last and when.first and _is_over(when.last, scene):
            quarter = when.first.year, (when.first.month + 2) // 3
        found.append(when)
    return tuple(found)


def _accounts(text: str, sentence: Span, at: Span) -> bool:
    """Tell whether a sentence speaks of earnings, where "a year ago" means a quarter."""
    start, end = max(sentence.start, at.start - REACH_FIGURES), at.end + REACH_FIGURES
    return _ACCOUNTS.search(text, start, min(sentence.end, end)) is not None


def _is_modal(text: str, at: Span) -> bool:
    return _MODAL.search(text[max(0, at.start - 12) : at.start]) is not None


def _goes_on(text: str, before: When, when: When) -> bool:
    """Tell whether two days are the ends of one stretch: "3-5 December", "from May 3 to June 1"."""
    if before.span is None or when.span is None or {before.precision, when.precision} != {"day"}:
        return False
    ends = before.first is not None and when.last is not None and before.first < when.last
    return ends and _UNTIL.fullmatch(text[before.span.end : when.span.start]) is not None


def _is_over(last: date, scene: reckoning.Scene) -> bool:
    return scene.anchor is None or last < scene.anchor


def _moves(text: str, phrase: timex.Phrase, reading: reckoning.Reading) -> narrative.Told | None:
    """Return the time a narrative has come to; "since 1815" takes it nowhere."""
    if phrase.parts.get("direction", "") in _COMPARES or phrase.form in _COMPARING:
        return None
    if _ASIDE.search(text[max(0, phrase.span.start - 8) : phrase.span.start]):
        return None
    return narrative.told_by(reading.value) if reading.type in {"DATE", "TIME"} else None


def _read(phrase: timex.Phrase, scene: reckoning.Scene) -> reckoning.Reading:
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


def _tense(text: str, sentence: Span, phrase: Span) -> str:
    """Tell whether the sentence puts the phrase ahead or behind: the nearest cue before decides."""
    before = text[max(sentence.start, phrase.start - REACH_BEFORE) : phrase.start].lower()
    after = text[phrase.end : min(sentence.end, phrase.end + REACH_AFTER)].lower()
    if _ARRANGED.search(before) or _AWAITED.search(before):
        return "future"
    told = _VERB_WORDS.findall(before)
    for at in range(len(told) - 1, -1, -1):
        if cue := _cue(told, at):
            return cue
    if _ATTRIBUTE.search(before) and _NOUN_NEXT.match(after):
        return ""  # "a Friday shooting": what the sentence says of it is no news of its day
    told = _VERB_WORDS.findall(after)
    return next((cue for at in range(len(told)) if (cue := _cue(told, at))), "")


def _cue(told: list[str], at: int) -> str:
    word = told[at]
    if word in _FUTURE or (word in _FUTURE_BEFORE_TO and told[at + 1 : at + 2] == ["to"]):
        return "future"
    if word in _PAST or (len(word) > 4 and word.endswith("ed")):
        return "past"
    return ""

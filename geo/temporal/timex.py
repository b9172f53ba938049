"""The grammar of temporal expressions: which stretches of a text speak of time, and how.

A scan finds the words that cannot be missing (``HEADS``: a month, "ago", "years", 1999); around
each, the forms of that word are tried from the leftmost word that could belong to it, and the
longest wins. What a phrase means, against which day, is for ``reckoning`` to say.

Not time: ages ("11-year-old"), counts ("2,000 troops"), numbers of resolutions, speeds, the verbs
"may" and "march", and names such as the Sunday Times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from geo.language.almanac import (
    CENTURIES,
    DAY_PARTS,
    MONTHS,
    NUMBERS,
    SEASONS,
    TENS,
    UNITS,
    WEEKDAYS,
    alternatives,
)
from geo.language.almanac import words as table
from geo.language.late import late
from geo.language.text import lowered
from geo.model import Span
from geo.temporal.holidays import NAMES, OF_EACH_COUNTRY
from geo.temporal.timechecks import COUNTED, is_time, names_street, next_word
from geo.temporal.timeforms import DECADES, FORMS, FRAGMENT, FULL_WEEKDAYS, SPACE

__all__ = ["Phrase", "phrases"]

LONGEST_LEAD = 60  # characters before a head that may belong to its phrase
LONGEST_JOIN = 20  # characters from one date to the month of the next: "-15 September"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A temporal expression as it was said.

    ``form`` names the pattern that matched, ``parts`` what it caught, in lower case.
    """

    span: Span
    form: str
    parts: dict[str, str]


_FRAGMENT = late(FRAGMENT)
_JOINED = re.compile(r"[ ]?[-–][ ]?|/|,?[ ](?:to|through|until|and|or)[ ](?:the[ ])?(?=[0-9])")
_WORD = re.compile(r"[a-z]+|[0-9]+")
_FIGURES = re.compile(r"[0-9]+")
_NUMERIC = late(
    r"(?:1[0-9]|20)[0-9]{2}(?![0-9])|[2-9]0['’]?s\b|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}"
    r"|[0-3]?[0-9](?:st|nd|rd|th)\b|[0-9]{1,4}s?[ ](?:bce?\b|b\.c\.)"
    r"|[0-3]?[0-9]/[0-3]?[0-9](?![0-9/])"
    r"|[0-9]{1,4}(?:[ ]?[–-][ ]?|[ ]to[ ])[0-9]{1,4}[ ](?:bce?\b|b\.c\.)"
    r"|[0-3]?[0-9](?:st|nd|rd|th)?(?:[ ]?[–-][ ]?|/|[ ](?:to|through|until|and|or)[ ])(?:the[ ])?"
    rf"[0-3]?[0-9](?:st|nd|rd|th)?[ -](?:of[ ])?{alternatives(MONTHS)}"
    r"|[0-2][0-9][0-5][0-9][ ]?(?:gmt|utc|hours|hrs|local time)|[0-9]{1,2}[ ]o['’]clock"
    r"|[0-2]?[0-9](?:[:.][0-5][0-9])?\s?(?:[ap]\.?m\b)|[0-2]?[0-9][:.][0-5][0-9]"
)
_CLOCKLIKE = re.compile(
    r"[0-2]?[0-9](?:[:.][0-5][0-9])?\s?[ap]\.?m|[0-2]?[0-9][:.][0-5][0-9]"
    r"|[0-9]{1,4}[ ]?(?:o['’]|gmt|utc|h|local)"
)
# Only a time of day can open a date of the calendar: "5 p.m. on 3 March".
_CLOCK_KINDS, _NUMBER_KINDS = ("number", "calendar"), ("number",)
_UNIT_WORDS = [form.format(word) for word in UNITS for form in ("{}", "{}s", "{}long")]
_DEICTIC_WORDS = table(
    "today yesterday tomorrow tonight overnight hourly daily nightly weekly monthly yearly "
    "annually now current currently present presently nowadays moment lately recent recently past "
    "soon future"
)
_HOLIDAY_WORDS = {name.removeprefix("st. ").split()[0].split("'")[0] for name in NAMES}
_HOLIDAY_WORDS -= {"new", "may", "july"}  # heads already, or too common to be one
HEADS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys([*MONTHS, *FULL_WEEKDAYS], ("calendar",)),
    **dict.fromkeys([f"{word}s" for word in FULL_WEEKDAYS], ("calendar",)),
    **dict.fromkeys([*_UNIT_WORDS, "centuries", "weekend"], ("unit",)),
    **dict.fromkeys(SEASONS, ("number", "deictic")),
    **dict.fromkeys([*DAY_PARTS, *_DEICTIC_WORDS], ("deictic",)),
    **dict.fromkeys(["noon", "midnight", "midday", "clock"], ("deictic", "calendar")),
    **dict.fromkeys(_HOLIDAY_WORDS, ("deictic",)),
    **dict.fromkeys(["eighteen", "nineteen", "twenty", *DECADES], ("calendar",)),
    "day": ("unit", "deictic"),
    **dict.fromkeys(["recent", "current"], ("unit", "deictic")),
    "may": ("calendar", "deictic"),
    "july": ("calendar", "deictic"),
    "year": ("unit", "deictic"),
    "night": ("deictic", "unit"),
}
_LEAD_WORDS = table(
    "a an the this that last next past previous following coming same current recent final early "
    "mid late earlier later start beginning end middle of in on fiscal year week each every other "
    "about around nearly almost roughly approximately some over at least more than less fewer up "
    "to no most only just couple few dozen several many dozens scores hundreds half and full "
    "straight consecutive first second third fourth its s right near immediate day shortly before "
    "after noon midnight midday ending ago quarter hundred thousand times once twice thrice per "
    "these subsequent latter part close onset solid long trading business working calendar new "
    "latest corresponding evening morning afternoon night today yesterday tomorrow o'clock"
)
_SMALL = frozenset(FULL_WEEKDAYS) | {name for name in MONTHS if len(name) > len("august")}
"""Names that are time however they are written: "on tuesday night", and no "may" or "march"."""
_LEAD = re.compile(
    r"(?<![\w'’$£€.,-])(?:(?:"
    + alternatives([*_LEAD_WORDS, *NUMBERS, *TENS, *WEEKDAYS, *CENTURIES])
    + r"|year['’]s|[0-9][0-9,.:/]*(?:st|nd|rd|th)?|[ap]\.?m|[ecmp][sd]?t|gmt)[.,]?"
    + rf"(?:{SPACE}|-))+$"
)
_LEADING = re.compile(r"[^\s-]+")
_AMERICAN = re.compile(
    r"\b(?:U\.?S\.?A?\b|United\s+States|Americans?|Republicans?|Democrats?|[Ss]heriff)"
)
_OF_MONTH = frozenset({"month_day", "part_of_month"})
_NEVER_FIRST = table("in on of to and than least")  # inside a phrase, or before it


def phrases(text: str) -> Iterator[Phrase]:
    """Find the temporal expressions of a text, in its order.

    Examples
    --------
    >>> [phrase.span.of("It fell in July 1999.") for phrase in phrases("It fell in July 1999.")]
    ['July 1999']
    """
    low = lowered(text)
    done = 0
    for head in _heads(low):
        kinds = HEADS.get(head[0])
        if kinds is None and head[0][0] in "0123456789" and _NUMERIC.match(low, head.start()):
            kinds = _CLOCK_KINDS if _CLOCKLIKE.match(low, head.start()) else _NUMBER_KINDS
        if kinds is None or head.start() < done:
            continue
        forms = _forms(head[0] if head[0].isalpha() else "", kinds)
        if found := _around(text, low, head, forms, done):
            yield found
            done = found.span.end
            while second := _fragment(low, found):
                yield second
                found, done = second, second.span.end


def _heads(low: str) -> Iterator[re.Match[str]]:
    """Yield the words and figures round which an expression may stand, one word of forty."""
    at = [found.start() for found in _FIGURES.finditer(low)]
    for word in HEADS.keys() & set(_WORD.findall(low)):
        at += _stands(low, word)
    return filter(None, (_WORD.match(low, start) for start in sorted(at)))


def _stands(low: str, word: str) -> Iterator[int]:
    """Yield where a word stands that is no part of a longer one."""
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        if not ("a" <= low[at - 1 : at] <= "z" or "a" <= low[end : end + 1] <= "z"):
            yield at
        at = low.find(word, end)


@lru_cache(maxsize=512)
def _forms(head: str, kinds: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the forms that can hold a head; one without its letters cannot match around it."""
    stems = {head, head.removesuffix("s"), head.removesuffix("long")}
    return tuple(
        (form, _compiled(pattern))
        for kind in kinds
        for form, pattern in FORMS[kind].items()
        if any(stem in pattern for stem in stems)
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a form when it is first needed: all together they take a fifth of a second."""
    return re.compile(rf"(?:{pattern})(?!\w)")


def _around(
    text: str,
    low: str,
    head: re.Match[str],
    forms: tuple[tuple[str, re.Pattern[str]], ...],
    done: int,
) -> Phrase | None:
    """Try the forms of this head from the leftmost word that may belong to it."""
    for start in _starts(low, head.start(), done):
        best: tuple[str, re.Match[str]] | None = None
        for form, pattern in forms:
            found = pattern.match(low, start)
            if found is None or found.end() < head.end() or not found[0]:
                continue
            longer = best is None or found.end() > best[1].end()
            if longer and _admissible(text, low, form, found):
                best = (form, found)
        if best:
            return _of_its_country(text, _phrase(*best))
    return None


def _of_its_country(text: str, phrase: Phrase) -> Phrase:
    """Mark a holiday that every country has on a day of its own, where no word says whose it is."""
    name = phrase.parts.get("holiday")
    if name not in OF_EACH_COUNTRY or _is_american(text):
        return phrase
    return replace(phrase, parts={**phrase.parts, "whose": "unknown"})


@lru_cache(maxsize=1)
def _is_american(text: str) -> bool:
    """Tell whether a text is of the United States: asked once, however often it names a holiday."""
    return _AMERICAN.search(text) is not None


def _starts(low: str, head: int, done: int) -> Iterator[int]:
    joined = _JOINED.match(low, done) if done and head - done < LONGEST_JOIN else None
    if joined is not None and joined.end() < head:
        yield joined.end()
    front = head - (2 if low[max(0, head - 2) : head] in {"o'", "o’"} else 0)
    front -= front > done and low[front - 1] in "'’"
    if front > done and low[front - 1] in " \t\u00a0\n-–":
        floor = max(done, front - LONGEST_LEAD)
        if lead := _LEAD.search(low[floor:front]):
            for word in _LEADING.finditer(lead[0]):
                if word[0] not in _NEVER_FIRST:
                    yield floor + lead.start() + word.start()
    if head == 0 or not (low[head - 1].isalnum() or low[head - 1] in "$£€"):
        yield head
    elif low[head - 1] in "'’":
        yield head - 1


def _fragment(low: str, first: Phrase) -> Phrase | None:
    """Read the day behind a day of the same month: "May 4 and 5", "January 25-29"."""
    if first.form not in _OF_MONTH or "year" in first.parts:
        return None
    if first.form == "month_day" and "part" in first.parts:
        return None
    found = _FRAGMENT.match(low, first.span.end)
    if found is None or next_word(low[found.end() : found.end() + 24]) in COUNTED:
        return None
    parts = {name: told for name, told in found.groupdict().items() if told}
    if "dash" in parts and int(parts["day"]) <= int(first.parts["day"]):
        return None  # "beat them on May 5 3-1"
    parts["month"] = first.parts["month"]
    return Phrase(Span(*found.span("fragment")), "month_day", parts)


def _phrase(form: str, found: re.Match[str]) -> Phrase:
    parts = {name: told for name, told in found.groupdict().items() if told}
    return Phrase(Span(*found.span()), form, parts)


def _admissible(text: str, low: str, form: str, found: re.Match[str]) -> bool:
    """Tell time from what only looks like it."""
    groups = found.groupdict()
    small = [
        groups[name]
        for name in ("month", "weekday", "holiday")
        if groups.get(name) and not text[found.start(name)].isupper()
    ]
    if not all(map(_SMALL.__contains__, small)):
        return False
    if form == "adverb" and text[found.start()].isupper():
        return False  # the Daily Post
    start, end = found.span()
    bare = bool(groups.get("month")) and found.span() == found.span("month")
    if bare and names_street(text[end : end + 12]):
        return False  # "in May Street"
    before, after = low[max(0, start - 20) : start], low[end : end + 24]
    return is_time(form, found, before, after)

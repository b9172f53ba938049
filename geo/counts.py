"""Count people: how many were killed, injured, arrested or are missing.

Only what the sentence says of people counts. "Two … including an 11-year-old boy" are two; ages,
distances, money, years and the size of an army are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.model import Count, Span

__all__ = ["find"]

_NUMBERS = {
    "no": 0, "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "both": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
}  # fmt: skip
# "dozens" is at least two dozen, and how many more is open.
_OPEN = {"several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "many": None}

_LEAST = r"at least|more than|over|no fewer than|no less than|upwards of"
_ABOUT = r"about|around|some|nearly|almost|approximately|roughly|an estimated|up to|as many as"
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_WORDS = "|".join(sorted(_NUMBERS.keys() | _OPEN.keys(), key=lambda w: (-len(w), w)))
_UNITS = (
    r"%|percent|km|kilomet|miles?|years?|days?|hours?|minutes?|months?|weeks?|decades?|a\.m|p\.m|"
    r"million|billion|yards?|feet|met(?:re|er)s?|times|cars?|houses?|vehicles?"
)
_NUMBER = (
    rf"(?:(?P<hedge>{_LEAST}|{_ABOUT})\s+)?"
    rf"(?P<number>(?:{_DIGITS})(?![\d.,]*\d|-)|(?:{_WORDS})(?:[\s-](?:{_WORDS}))?)"
    rf"(?!\s*(?:{_UNITS})\b|-(?:year|day|month|week|hour|mile|km))"
)
# What may stand between a number and "were killed": adjectives, peoples, and one noun of people.
_PEOPLE = (
    r"(?:(?:other|more|of\s+(?:the|them|its|their|his)|ethnic|local|civilian|police|army|security|"
    r"young|[A-Z]\w+)\s+){0,4}"
)
_NOUN = (
    r"(?:people|persons?|civilians?|m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|students?|soldiers?|"
    r"troops?|officers?|polic(?:e|em[ae]n)|guards?|rebels?|militants?|insurgents?|fighters?|"
    r"gunm[ae]n|protesters?|demonstrators?|journalists?|workers?|villagers?|residents?|"
    r"passengers?|bystanders?|peacekeepers?|victims?|members?|officials?|teenagers?|suspects?|"
    r"attackers?|others|[A-Z]\w+s)"
)
_WHO = rf"{_NUMBER}\s+{_PEOPLE}{_NOUN}?"
_ASIDE = r"(?:,[^.;]{0,90}?,|\s+\([^)]{0,60}\)|\s+(?:from|in|of|at|near|on)\s+[^.;,]{0,40}?)?"


# Field: verbs with the people behind them, participles with the people before, and "died".
_BEFALLS = {
    "killed": (
        r"kill(?:ed|ing|s)|shot\s+dead|shoot(?:ing)?\s+dead|murdered|massacred|gunned\s+down|"
        r"claim(?:ed|ing)\s+the\s+lives\s+of",
        r"killed|dead|slain|murdered|shot\s+dead|beheaded|executed|massacred",
        r"died|perished",
    ),
    "injured": (
        r"wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing)?",
        r"wounded|injured|hurt|hospitali[sz]ed",
        r"sustained\s+injuries|suffered\s+(?:\w+\s+)?(?:injuries|wounds)",
    ),
    "arrested": (
        r"arrest(?:ed|ing|s)|detain(?:ed|ing|s)|round(?:ed|ing)\s+up",
        r"arrested|detained|taken\s+into\s+custody|apprehended",
        r"",
    ),
    "missing": (r"", r"missing|unaccounted\s+for", r"went\s+missing|disappeared"),
}
_AUXILIARY = r"(?:was|were|are|is|been|being|have\s+been|has\s+been|had\s+been|left|reported|feared|confirmed)"
_COUNTED = {
    "killed": rf"\b{_NUMBER}\s+(?:deaths?|fatalities|dead)\b",
    "injured": rf"\b{_NUMBER}\s+(?:injuries|injured)\b",
}
_TOLL = rf"\bdeath\s+toll\s+(?:\w+\s+){{0,3}}(?:to|at|of)\s+{_NUMBER}"


@dataclass(frozen=True, slots=True)
class _Pattern:
    field: str
    expression: re.Pattern[str]


@cache
def _patterns() -> tuple[_Pattern, ...]:
    """Return, for each thing that befalls people, the ways in which English counts them."""
    ways = [(field, way) for field, words in _BEFALLS.items() for way in _ways(*words)]
    ways += [*_COUNTED.items(), ("killed", _TOLL)]
    return tuple(_Pattern(field, re.compile(way, re.IGNORECASE)) for field, way in ways)


def _ways(active: str, passive: str, middle: str) -> Iterator[str]:
    yield rf"\b{_WHO}{_ASIDE}\s+{_AUXILIARY}\s+(?:\w+ly\s+)?(?:{passive})\b"
    yield rf"\b{_NUMBER}\s+(?:{passive})\b"
    yield rf"\b(?:left|leaving|leaves)\s+{_WHO}\s+(?:{passive})\b"
    if active:
        yield rf"\b(?:{active})\s+{_WHO}"
    if middle:
        yield rf"\b{_WHO}{_ASIDE}\s+(?:{middle})\b"


def find(text: str, span: Span) -> dict[str, Count]:
    """Find how many people a sentence says were killed, injured, arrested or are missing.

    Parameters
    ----------
    text
        The whole text.
    span
        The sentence.

    Returns
    -------
    Counts by ``killed``, ``injured``, ``arrested``, ``missing``; what is not stated is absent.

    Examples
    --------
    >>> text = "The blast killed at least three people and wounded dozens."
    >>> {k: (c.minimum, c.maximum) for k, c in find(text, Span(0, len(text))).items()}
    {'killed': (3, None), 'injured': (24, None)}
    """
    found: dict[str, Count] = {}
    for pattern in _patterns():
        for match in pattern.expression.finditer(text, span.start, span.end):
            count = _count(match)
            if count is not None and _better(count, found.get(pattern.field)):
                found[pattern.field] = count
    return found


def _better(new: Count, old: Count | None) -> bool:
    """Prefer the larger: a part ("one of them a child") never exceeds its whole."""
    return old is None or new.minimum > old.minimum


def _count(match: re.Match[str]) -> Count | None:
    number = _value(match.group("number"))
    if number is None:
        return None
    hedge = (match.group("hedge") or "").lower()
    least = re.fullmatch(_LEAST, hedge) is not None
    up_to = hedge in {"up to", "as many as"}
    loose = match.group("number").lower() in _OPEN
    return Count(
        minimum=0 if up_to else number,
        maximum=None if least or loose else number,
        approximate=bool(hedge and not least) or loose,
        span=Span(match.start("number"), match.end("number")),
    )


def _value(words: str) -> int | None:
    """Read a number in digits or in words ("twenty-five", "two dozen", "a hundred")."""
    if words[0].isdigit():
        return int(words.replace(",", ""))
    parts = re.split(r"[\s-]", words.lower())
    if parts[0] in _OPEN:
        return _OPEN[parts[0]]
    values = [_NUMBERS[part] for part in parts if part in _NUMBERS]
    if len(values) != len(parts):
        return None
    if len(values) == 2:
        first, second = values
        if second in {12, 100}:
            return first * second
        return first + second if first >= 20 and second < 10 else None
    return values[0]

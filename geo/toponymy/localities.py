"""Names that a noun beside them makes places of: "the Las Flores neighborhood", "barrio Mitre".

No list has all farms, cantons and quarters, and a tagger that was trained on the news of the world
takes half of their names for people. The noun says what they are.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geo.casualties.vocabulary import head_of
from geo.language.almanac import MONTHS, WEEKDAYS, alternatives
from geo.language.words import words
from geo.model import Span

__all__ = [
    "CITY",
    "SORT",
    "Locality",
    "find",
    "fronts",
    "is_first_half",
    "is_front",
    "is_no_name",
    "nouns",
]

CITY = 500_000
"""Inhabitants from which nobody calls a town a village."""
SORT = r"(?: (?:village|town|city|area|district|county|community|municipality|zone))?"
"""A noun between a name and what it lies in: "in the Orva area, Galdor"."""

LONGEST_ARTICLE = 16
"""Characters of an article or its like and a word between: "the local Tirka community"."""
_ARTICLE = re.compile(r"\b(?:the|a|an|their|its|our)\s+(?:\w+\s+)?$", re.IGNORECASE)
LOOK_BACK = 60
"""Characters before a noun in which the name stands."""
_WORD = r"[^\W\d_a-z][\w’'-]{1,30}"


@dataclass(frozen=True, slots=True)
class Locality:
    """A name and the noun that says what sort of place it is."""

    span: Span
    noun: str


@dataclass(frozen=True, slots=True)
class _Rules:
    inside: re.Pattern[str]
    before: re.Pattern[str]
    front: re.Pattern[str]
    behind: str
    nouns: tuple[tuple[str, re.Pattern[str]], ...]
    bare: tuple[str, ...]
    beside: tuple[str, ...]
    fronts: tuple[str, ...]
    never: frozenset[str]
    no_places: frozenset[str]
    units: tuple[str, ...]
    halves: frozenset[str]


@cache
def _rules() -> _Rules:
    source = resources.files("geo.toponymy").joinpath("localities.toml").read_text("utf-8")
    table: dict[str, list[str]] = tomllib.loads(source)
    small = _one_of(table["inside"])
    name = rf"{_WORD}(?: (?:(?:{small} ){{0,2}}{_WORD})){{0,4}}"
    articled = rf"(?:(?:El|La|Las|Los) )?{name}"
    led, units = _one_of(table["led"]), _one_of(table["units"])
    unit = rf"(?:the )?{_WORD}(?: {_WORD}){{0,3}} (?i:{units})\b"
    return _Rules(
        inside=re.compile(
            rf"\b(?i:{led}) (?P<name>{_WORD}(?: {_WORD}){{0,2}})(?:,|,? in| of) {unit}"
        ),
        before=re.compile(rf"(?<![\w’'.-])(?P<name>{articled})$"),
        front=re.compile(rf"\b(?P<noun>(?i:{_one_of(table['front'])})) (?P<name>{articled})"),
        behind=_one_of(table["behind"]),
        nouns=(
            *((noun, re.compile(rf" {re.escape(noun)}s?\b")) for noun in table["behind"]),
            *((noun, re.compile(rf" {re.escape(noun)}(?=,| in | of )")) for noun in table["bare"]),
        ),
        bare=tuple(table["bare"]),
        beside=tuple(table["beside"]),
        units=tuple(unit.lower() for unit in table["units"]),
        fronts=tuple(table["front"]),
        never=frozenset(table["never"]),
        halves=frozenset(table["halves"]),
        no_places=frozenset([*table["no_places"], *MONTHS, *WEEKDAYS]),
    )


@cache
def nouns() -> re.Pattern[str]:
    """Return what finds a noun of a kind of place right behind a name: " canton", " river"."""
    rules = _rules()
    told = "|".join((_one_of(words().hints), rules.behind, _one_of([*rules.bare, *rules.beside])))
    return re.compile(rf"\s(?:{told})s?\b", re.IGNORECASE)


def find(text: str) -> tuple[Locality, ...]:
    """Return the names that a noun makes places of, in the order of the text, not overlapping.

    Examples
    --------
    >>> text = "They met in the Las Flores neighborhood, near a village."
    >>> [(found.span.of(text), found.noun) for found in find(text)]
    [('Las Flores', 'neighborhood')]
    """
    found = sorted((*_behind(text), *_front(text), *_inside(text)), key=lambda one: one.span)
    return tuple(_apart(found))


@cache
def fronts() -> str:
    """Return what matches a noun that stands before the names of quarters, in either case."""
    return f"(?i:{_one_of(_rules().fronts)})"


def is_front(word: str) -> bool:
    """Tell whether a word in small letters stands before the names of quarters: "barrio"."""
    return word in _rules().fronts


def is_first_half(word: str) -> bool:
    """Tell whether a word in small letters begins names that go on with an article: "bab al-"."""
    return word in _rules().halves


def is_no_name(name: str) -> bool:
    """Tell whether a capitalised word is no name of a place: "the Christian suburb", "at Easter".

    Examples
    --------
    >>> is_no_name("Christian"), is_no_name("Tirka")
    (True, False)
    """
    low = name.lower()
    return low in _rules().never or low in _rules().no_places


def _behind(text: str) -> Iterator[Locality]:
    rules = _rules()
    for noun, pattern in rules.nouns:
        # Most texts hold few of these nouns, and seeing so costs a twentieth of the search.
        if noun not in text:
            continue
        for match in pattern.finditer(text):
            start = max(0, match.start() - LOOK_BACK)
            name = rules.before.search(text, start, match.start())
            if name is None or (noun in rules.bare and _has_article(text, name.start())):
                continue
            if (span := _named(text, Span(*name.span("name")))) is not None:
                yield Locality(span, noun)


def _has_article(text: str, at: int) -> bool:
    return _ARTICLE.search(text, max(0, at - LONGEST_ARTICLE), at) is not None


def _front(text: str) -> Iterator[Locality]:
    low = text.lower()
    if not any(noun in low for noun in _rules().fronts):
        return
    for match in _rules().front.finditer(text):
        if (span := _named(text, Span(*match.span("name")))) is not None:
            yield Locality(span, match["noun"].lower())


def _inside(text: str) -> Iterator[Locality]:
    """Yield what stands before the unit that it is in: "near Orva in Galdor County"."""
    low = text.lower()
    if not any(unit in low for unit in _rules().units):
        return
    for match in _rules().inside.finditer(text):
        words = {word.lower() for word in match["name"].split()}
        if words.isdisjoint(_rules().no_places) and (
            span := _named(text, Span(*match.span("name")))
        ):
            yield Locality(span, "")


def _named(text: str, span: Span) -> Span | None:
    """Leave out what only begins a sentence; "Kos's farm" is named after nobody but its owner."""
    if text[span.end - 2 : span.end] in {"'s", "’s"}:
        return None
    start = span.start + _of_people(span.of(text))
    for word in re.finditer(r"\S+", text[start : span.end]):
        if word.group().lower() not in _rules().never:
            return Span(start + word.start(), span.end)
    return None


def _of_people(name: str) -> int:
    """Return how much of a name is who lives there: "Residents of Tirka village"."""
    first, of, _ = name.partition(" of ")
    head = head_of(first.lower()) if of else None
    return len(first) + len(of) if head is not None and head.plural else 0


def _apart(found: Iterable[Locality]) -> Iterator[Locality]:
    end = 0
    for one in found:
        if one.span.start >= end:
            yield one
            end = one.span.end


def _one_of(rows: Iterable[str]) -> str:
    return alternatives(map(re.escape, rows))

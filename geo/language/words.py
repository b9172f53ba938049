"""The closed lists of ``words.toml``, compiled once: what is known of English around names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from geo.language.almanac import MONTHS, WEEKDAYS, alternatives

__all__ = ["Words", "sort_of", "words"]

# These stand in a town and may share its name ("the crossing at X"); a town in X is not X.
_STANDING_IN = {"crossing", "facility"}
# "Ardovia and the High Commission should …": one of several subjects of the verb.
_TOGETHER_WITH = r"(?:\s+and\s+(?:the\s+|its\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,4})"
_BEFORE_CALLED = ("of ", "called ", "of the ", "called the ")
_BEFORE_INSIDE = ("at ", "in ", "at the ", "in the ")
_ADVERBS = r"(?:(?:has|have|had|also|later|still|long|now|never|\w+ly)\s+){0,3}"


@dataclass(frozen=True, slots=True)
class Words:
    """The lists by what they are for; ``words.toml`` explains each."""

    locative: frozenset[str]
    moving: frozenset[str]
    taking: frozenset[str]
    befalling: frozenset[str]
    rocked: str
    sees: str
    taking_too: frozenset[str]
    hints: Mapping[str, str]
    directions: Mapping[str, str]
    units: frozenset[str]
    venues: frozenset[str]
    houses: frozenset[str]
    towns: frozenset[str]
    states: Mapping[str, str]
    titles: frozenset[str]
    given: frozenset[str]
    parts: frozenset[str]
    heads: frozenset[str]
    bodies: frozenset[str]
    locals: frozenset[str]
    of_places: frozenset[str]
    owns: frozenset[str]
    sick: frozenset[str]
    makers: frozenset[str]
    streets: frozenset[str]
    generic: frozenset[str]
    sorts: frozenset[str]
    town_parts: frozenset[str]
    built: frozenset[str]
    common: frozenset[str]
    calendar: frozenset[str]
    matters: frozenset[str]
    seats: frozenset[str]
    city: frozenset[str]
    speaks: re.Pattern[str]
    spoken_to: re.Pattern[str]
    mission: re.Pattern[str]
    mission_of: re.Pattern[str]
    _hint_before: re.Pattern[str]
    _hint_around: re.Pattern[str]
    hint_after: re.Pattern[str]
    hint_apposed: re.Pattern[str]

    def hint_before(self, before: str) -> re.Match[str] | None:
        """Find the sort word in "the town of the", in front of a name."""
        # Most names have no such word in front, which the end of the string shows at once.
        ends = before.lower().endswith(_BEFORE_CALLED)
        return self._hint_before.search(before) if ends else None

    def hint_around(self, before: str) -> re.Match[str] | None:
        """Find the sort word in "the bridge in", in front of a name."""
        ends = before.lower().endswith(_BEFORE_INSIDE)
        return self._hint_around.search(before) if ends else None


_RANK = r"(?:(?:honorary|military|former|deputy|new|senior|top|chief|special)\s+)?"
# "The embassies of Ardovia and the" Soviet Union.
_ANOTHER = r"(?:[\w ]{2,20}\s+and\s+(?:the\s+)?)?"

# "Tolmen, a market town on the road to …"; "Lind, a village elder" is nobody's place.
_APPOSED = re.compile(
    r"(?:,|:|\s[–—-])\s+(?:an?\s+(?:[a-z-]+\s+){0,2}(?:town|village|hamlet|community|settlement|"
    r"suburb|city|port|hub|province|district|county|municipality|governorate|township|commune|"
    r"department|canton)|the\s+(?:[a-z-]+\s+){0,2}(?:city|port|capital))"
    r"(?=,|\s+(?:in|of|near|on|north|south|east|west|about|some|\d|that|which|where|with|"
    r"close|known|home|between|outside|cut|(?:[a-z]+ed|swollen|hit|overrun)\sby)\b)"
)


@cache
def words() -> Words:
    """Read and compile the lists."""
    text = resources.files("geo.language").joinpath("words.toml").read_text("utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    hints = _one_of(table["hints"])
    missions = _one_of(table["abroad"]["missions"])
    standing = [hint for hint, sort in table["hints"].items() if sort in _STANDING_IN]
    return Words(
        locative=frozenset(table["locative"]),
        moving=frozenset(table["moving"]),
        taking=frozenset(table["taking"]),
        befalling=frozenset(table["befalling"]),
        rocked=_one_of(table["rocked"]),
        sees=_one_of(table["sees"]),
        taking_too=frozenset(table["taking_too"]),
        hints=table["hints"],
        directions=table["directions"],
        units=frozenset(table["units"]["nouns"]),
        venues=frozenset(table["units"]["venues"]),
        houses=frozenset(table["units"]["houses"]),
        towns=frozenset(table["units"]["towns"]),
        states=table["states"],
        titles=frozenset(table["beside"]["titles"]),
        given=frozenset(table["beside"]["given"].split()),
        parts=frozenset(table["beside"]["parts"]),
        heads=frozenset(table["beside"]["heads"]),
        bodies=frozenset(table["modifies"]["bodies"]),
        locals=frozenset(table["modifies"]["locals"]),
        of_places=frozenset(table["modifies"]["of_places"]),
        owns=frozenset(table["speaks"]["owns"]),
        sick=frozenset(table["false_friends"]["behind"]),
        makers=frozenset(table["false_friends"]["before"]),
        streets=frozenset(table["units"]["streets"]),
        generic=frozenset(table["units"]["generic"]),
        sorts=frozenset(table["headings"]["sorts"]) | frozenset(table["hints"]),
        town_parts=frozenset(table["headings"]["town_parts"]),
        built=frozenset(table["headings"]["built"]),
        common=frozenset(table["common"]["words"]),
        calendar=frozenset(MONTHS) | frozenset(WEEKDAYS),
        seats=frozenset(table["seats"]["nouns"]),
        city=frozenset(table["seats"]["city"]),
        matters=frozenset(table["wanted"]["matters"]),
        speaks=re.compile(rf"{_TOGETHER_WITH}?\s+{_ADVERBS}{_one_of(table['speaks']['verbs'])}\b"),
        spoken_to=re.compile(
            rf"\b{_one_of(table['speaks']['before'])}\s+$",
            re.IGNORECASE,
        ),
        mission=re.compile(rf"(?:['’]s?)?\s+{_RANK}{missions}\b", re.IGNORECASE),
        mission_of=re.compile(rf"\b{missions}\s+of\s+(?:the\s+)?{_ANOTHER}$", re.IGNORECASE),
        _hint_before=re.compile(rf"\b({hints})s?\s+(?:of|called)\s+(?:the\s+)?$", re.IGNORECASE),
        _hint_around=re.compile(
            rf"\b({_one_of(standing)})s?\s+(?:at|in)\s+(?:the\s+)?$", re.IGNORECASE
        ),
        hint_after=re.compile(rf"\s+({hints})\b", re.IGNORECASE),
        hint_apposed=_APPOSED,
    )


def sort_of(hint: str) -> str | None:
    """Return the kind of place that a word such as "town" or "border gate" speaks of.

    Examples
    --------
    >>> sort_of("border gate"), sort_of("cheese")
    ('crossing', None)
    """
    return words().hints.get(hint)


def _one_of(rows: Iterable[str]) -> str:
    return alternatives(map(re.escape, rows))

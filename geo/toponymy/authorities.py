"""Whose police speak: towns and states in front of their bodies, and the country of their language.

"Tolmen Police say" and "Delaware State Police arrived" are of a town and of a state whatever the
tagger took them for. What a state's own police or courts do is done in it, so they say as much of
where an article is as a name that stands for itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import resources

from geo.language.late import late
from geo.language.sought import Sought
from geo.language.text import STARTERS
from geo.language.words import words
from geo.model import PlaceKind, Span
from geo.toponymy.appearance import is_generic
from geo.toponymy.cues import A_TOWN, size
from geo.toponymy.sightings import Scan, Sighting

__all__ = ["acts_at_home", "countries_of", "find", "is_of_state", "strikes_abroad"]

NAME_REACH = 60
"""Characters in front of its police in which the name of a town stands."""
LEAST = 2
"""Different idioms that tell the countries of an article."""
_STATE = (
    r"State[ \u00a0](?:Police|Patrol|Troopers?)|Highway[ \u00a0]Patrol|"
    r"(?:State[ \u00a0])?Bureau[ \u00a0]of[ \u00a0](?:Criminal[ \u00a0])?"
    r"(?:Investigation|Apprehension)|"
    r"Department[ \u00a0]of[ \u00a0](?:Public[ \u00a0]Safety|Natural[ \u00a0]Resources|"
    r"Corrections?|Law[ \u00a0]Enforcement)|"
    r"Parks[ \u00a0]and[ \u00a0]Wildlife|Law[ \u00a0]Enforcement[ \u00a0]Division"
)
_OF_STATE = late(rf"[ \u00a0](?:{_STATE})\b")
_TOWN = r"Police|Fire[ \u00a0](?:Department|Rescue)|Public[ \u00a0]Safety"
_AUTHORITY = re.compile(rf"[ \u00a0](?:(?P<state>{_STATE})|{_TOWN})\b")
_POLICE_IN = re.compile(
    r"\b(?:police|troopers?|authorities|prosecutors|officers|deputies|detectives)\s+"
    r"(?:in|from|across)\s+(?:the\s+(?:state\s+of\s+)?)?$",
    re.IGNORECASE,
)
_SCENE = re.compile(
    r"\b(?:in|across|inside|within|throughout|around|near|over|outside)\s(?:the\s)?(?:[a-z-]+\s)?$",
    re.IGNORECASE,
)
SCENE_REACH = 40
"""Characters before a country in which it is said that it is the scene: "in north-eastern"."""
_NAME_BEFORE = re.compile(r"(?:[^\W\d_a-z][\w’'.-]*[ \u00a0]){0,2}[^\W\d_a-z][\w’'.-]*$")
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w’'.-]*")


def find(scan: Scan) -> Iterator[Sighting]:
    """Yield the names in front of police and the like, whatever the tagger took them for."""
    for match in _AUTHORITY.finditer(scan.text):
        end = match.start()
        before = scan.text[max(0, end - NAME_REACH) : end]
        kind = PlaceKind.ADMIN1 if match["state"] else PlaceKind.SETTLEMENT
        for word in _NAME_WORD.finditer(before, _name_start(before)):
            span = Span(end - len(before) + word.start(), end)
            name = span.of(scan.text)
            places = scan.gazetteer.lookup(name)
            if any(place.kind is kind for place in places[:2]) and not is_generic(name):
                sighting = Sighting(span, "place", name, places)
                ahead = before[_name_start(before) : word.start()].split()
                whole = size(places[0]) >= A_TOWN or all(map(_may_precede, ahead))
                if whole and not scan.is_common(sighting):
                    yield sighting
                break


def _may_precede(word: str) -> bool:
    """Tell whether a word is no part of the name behind it: "Meanwhile", no half of a name."""
    return word.lower().strip(".") in STARTERS | words().titles


def _name_start(before: str) -> int:
    """Return where the capitalised words begin that end a stretch of text."""
    name = _NAME_BEFORE.search(before)
    return name.start() if name else len(before)


def is_of_state(text: str, end: int) -> bool:
    """Tell whether the police or another body of a state stand behind its name.

    Examples
    --------
    >>> is_of_state("Ardova State Police came.", 6), is_of_state("Ardova United won.", 6)
    (True, False)
    """
    return _OF_STATE.match(text, end) is not None


def acts_at_home(text: str, span: Span, countries: Collection[str] = ()) -> bool:
    """Tell whether the police, a court or the army of a country or state stand behind its name.

    "Lebanese soldiers" are in Lebanon, and "police in Texas" in Texas; American ones, or those of
    others in ``countries`` that fight abroad, may be anywhere, but for their police.

    Examples
    --------
    >>> acts_at_home("Ardovan troops came.", Span(0, 7)), acts_at_home("Ardovan beer.", Span(0, 7))
    (True, False)
    >>> acts_at_home("British troops came.", Span(0, 7), ["GB"])
    False
    """
    if _actors("home").match(text, span.end) or _POLICE_IN.search(
        text, max(span.start - NAME_REACH, 0), span.start
    ):
        return True
    if not _everywhere().isdisjoint(countries):
        return False
    return _actors("army").match(text, span.end) is not None


def strikes_abroad(text: str, span: Span, countries: Collection[str]) -> bool:
    """Tell whether a country or people is only told of as whose bombs fell, and not as the scene.

    Behind "in" it is the scene, and somebody else the one who strikes.

    Examples
    --------
    >>> at = Span(0, 7)
    >>> strikes_abroad("Ardovia shelled Tolmen.", at, []), strikes_abroad("Ardovia voted.", at, [])
    (True, False)
    >>> strikes_abroad("Rebels in Ardovia shelled Tolmen.", Span(10, 17), [])
    False
    """
    if _actors("strikes").match(text, span.end) is not None:
        return _SCENE.search(text, max(span.start - SCENE_REACH, 0), span.start) is None
    armed = not _everywhere().isdisjoint(countries)
    return armed and _actors("weapons").match(text, span.end) is not None


@cache
def _actors(name: str) -> re.Pattern[str]:
    nouns = "|".join(_idioms()[name])
    return re.compile(rf"(?:[’']s)?[ \u00a0](?:{nouns})\b", re.IGNORECASE)


@cache
def _everywhere() -> frozenset[str]:
    return frozenset(_idioms()["abroad"])


def countries_of(text: str) -> tuple[str, ...]:
    """Return the countries whose police and courts are told of as in this text.

    Two idioms tell them: the USA, if one is of the USA alone; in Canada too they call 911.

    Examples
    --------
    >>> countries_of("Deputies of the sheriff's office came to the 1400 block of Elm Road.")
    ('US',)
    >>> countries_of("He called 911. Police were sent to the 1400 block of Elm Road.")
    ('US', 'CA')
    >>> countries_of("Police came to a house in Elm Road.")
    ()
    """
    own = _number(text, "own")
    if own >= LEAST:
        return ("US",)
    if own + _number(text, "shared") < LEAST:
        return ()
    return ("US",) if own else ("US", "CA")


def _number(text: str, name: str) -> int:
    """Return how many idioms of a list a text has."""
    return sum(idiom.search(text) is not None for idiom in _sought(name))


@cache
def _sought(name: str) -> tuple[Sought, ...]:
    return tuple(map(Sought, _idioms()[name]))


@cache
def _idioms() -> Mapping[str, tuple[str, ...]]:
    """Return the expressions of ``authorities.toml`` by list."""
    told = resources.files("geo.toponymy").joinpath("authorities.toml").read_text("utf-8")
    lists: dict[str, list[str]] = tomllib.loads(told)
    return {name: tuple(rows) for name, rows in lists.items()}

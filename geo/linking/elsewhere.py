"""Take back a place that lies where the article is not, for a namesake or the town spoken of.

A town abroad of which nothing else speaks is doubted; a quarter "of the city" is in that city,
whichever other one has a quarter of the name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from geo.geometry.geodesy import are_within
from geo.language.names import fold
from geo.linking import unknowns
from geo.linking.scenes import AREAS, Scene, is_town
from geo.model import Place, PlaceKind, Resolution
from geo.toponymy.authorities import strikes_abroad
from geo.toponymy.containers import lies_in

__all__ = ["of_this_town", "unless_far"]

DOUBTED = 0.7
"""A town abroad is as sure as that at least, or not taken for the place of a deed."""
WELL_KNOWN = 100_000
"""Inhabitants from which a town abroad is not doubted, but for a namesake at home."""
LEAST = 0.05
"""Share of the odds from which a namesake at home is taken for one abroad."""
WITHIN_TOWN_M = 40_000
"""A quarter of a town is no further from it than this."""
_IN = re.compile(r"\b[Ii]n\s$")
_OF_THE_TOWN = re.compile(
    r"(?:\s(?:district|quarter|suburb|area|section|ward|neighbou?rhood))?\sof\s(?:the|this)\s(?:same\s)?(?:city|town)\b(?!\sof\b)"
)


def unless_far(text: str, found: Resolution, scene: Scene) -> Resolution:
    """Take a town back that only its name speaks for, in a country that nothing else speaks of.

    A country that only bombed it says nothing against it.
    """
    place = found.place
    country = scene.country.place if scene.country is not None else None
    if place is None or country is None or found.score >= DOUBTED:
        return found
    if scene.country is not None and strikes_abroad(
        text, scene.country.mention.span, country.countries
    ):
        return found
    # "Nyanga" is a province of Gabon and a township of Cape Town.
    bare = found.mention.hint is None and fold(found.mention.name) != fold(place.name)
    may_err = place.kind is PlaceKind.SETTLEMENT or (place.kind in AREAS and bare)
    if not may_err or _is_spoken_of(place, country.id, scene):
        return found
    because = (f"the article speaks of {country.name} only", *found.because)
    home = next((p for p, share in found.alternatives if _is_town_in(p, country.id, share)), None)
    known = not bare and (place.population or 0) >= WELL_KNOWN
    if (
        home is None
        and known
        and _IN.search(text, max(0, found.mention.span.start - 4), found.mention.span.start)
    ):
        return found  # "held a rally in Palopo against violence in China"
    return replace(found, place=home, because=because)


def of_this_town(text: str, found: Resolution, scene: Scene) -> Resolution:
    """Take a quarter "of the city" for one of the town that is spoken of, whoever has another."""
    town = scene.where if is_town(scene.where) else scene.home.where if scene.home else None
    here = town.place if town is not None else None
    if town is None or here is None or not _OF_THE_TOWN.match(text, found.mention.span.end):
        return found
    place = found.place
    if place is None or place.lon is None or here.lon is None or lies_in(place, here):
        return found
    assert place.lat is not None
    assert here.lat is not None
    if are_within(place.lon, place.lat, here.lon, here.lat, WITHIN_TOWN_M):
        return found
    return unknowns.somewhere_in(town, replace(found, place=None))


def _is_town_in(place: Place, country: str, share: float) -> bool:
    """Tell whether a namesake that lost is a town in a country, and not out of the question."""
    return place.kind is PlaceKind.SETTLEMENT and country in place.countries and share >= LEAST


def _is_spoken_of(town: Place, country: str, scene: Scene) -> bool:
    """Tell whether the country of a town is the article's, is named, or holds another town."""
    if not {country, *scene.only}.isdisjoint(town.countries):
        return True
    others = (r.place for r in scene.towns.values() if r.place is not None)
    return any(p.id != town.id and set(p.countries) & set(town.countries) for p in others)

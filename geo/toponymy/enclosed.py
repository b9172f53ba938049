"""Tell whether a town stands for itself in a name of several words that the tagger takes for one.

"Goma airport" and "Galdor Railway Station" are in the town, "Galdor's Alma Park" is a part of it,
and in "Istria's Tolmen" the town comes last.
"""

from __future__ import annotations

import re

from geo.language.almanac import WEEKDAYS
from geo.language.names import fold
from geo.language.tagger import Tag
from geo.language.words import words
from geo.model import PlaceKind
from geo.toponymy.cues import A_TOWN, WELL_KNOWN, size
from geo.toponymy.sightings import Scan, Sighting

__all__ = ["POSSESSIVE_AHEAD", "has_base", "has_house", "is_owned", "stands_alone"]

POSSESSIVE_AHEAD = re.compile(r"[’']s [A-Z]")
_NAMING = {PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.ADMIN2}
_BASES = frozenset({"base", "airbase", "airport"})
_OWNER = re.compile(r"(?P<name>\S.*?)[’']s $")


def stands_alone(scan: Scan, sighting: Sighting, tag: Tag | None) -> bool:
    """Tell whether what a tag has besides a name is no part of it."""
    if tag is None or tag.label != "LOC":
        return False
    if tag.span.start != sighting.span.start:
        return is_owned(scan, sighting, tag)
    return (
        _has_noun(scan.text, sighting, tag)
        or has_house(scan, sighting, tag)
        or _owns(scan.text, sighting)
    )


def has_house(scan: Scan, sighting: Sighting, tag: Tag) -> bool:
    """Tell whether a tag is the name of a house that every town has: "Galdor Railway Station"."""
    place = sighting.places[0] if sighting.places else None
    if place is None or place.kind not in _NAMING or sighting.key in words().houses:
        return False
    if place.kind is PlaceKind.SETTLEMENT and size(place) < A_TOWN:
        return False
    rest = scan.text[sighting.span.end : tag.span.end].split()
    if not rest or not all(word[0].isupper() for word in rest) or scan.is_common(sighting):
        return False
    return words().houses.issuperset(map(str.lower, rest))


def has_base(scan: Scan, sighting: Sighting, tag: Tag) -> bool:
    """Tell whether a tag is the name of an airport or a base by its town: "Galdor Air Base"."""
    last = scan.text[sighting.span.end : tag.span.end].lower().split()[-1:]
    at_head = tag.span.start == sighting.span.start
    return at_head and not _BASES.isdisjoint(last) and has_house(scan, sighting, tag)


def is_owned(scan: Scan, sighting: Sighting, tag: Tag) -> bool:
    """Tell whether a tag begins with the region or town that owns a name: "Istria's Tolmen"."""
    if tag.span.end != sighting.span.end:
        return False
    owner = _OWNER.fullmatch(scan.text, tag.span.start, sighting.span.start)
    held = scan.gazetteer.lookup(owner["name"]) if owner else ()
    land = {code for place in held for code in place.countries}
    return any(not land.isdisjoint(place.countries) for place in sighting.places)


def _has_noun(text: str, sighting: Sighting, tag: Tag) -> bool:
    """Tell whether all that a tag has besides a name is what towns have: "Goma airport".

    A day is none of a name either: "in Goma Tuesday".
    """
    rest = text[sighting.span.end : tag.span.end].strip()
    return rest in words().venues or rest.lower() in WEEKDAYS


def _owns(text: str, sighting: Sighting) -> bool:
    """Tell whether a tag begins with the large town that a quarter is of: "Galdor's Alma Park"."""
    owned = POSSESSIVE_AHEAD.match(text, sighting.span.end)
    place = sighting.places[0]
    return owned is not None and size(place) >= WELL_KNOWN and fold(place.name) == sighting.key

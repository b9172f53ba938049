"""Circles by the point-radius method: where "15 km south of X" is, and how far around it may be.

The method of Wieczorek et al. (2004) and of GBIF's Georeferencing Best Practices: the point lies
where the words say, and the radius holds every place that they may mean: the heading (N is anything
from NW to NE), the precision of the distance as told, the extent of the place it is measured from.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from geo.geometry import borders, geodesy
from geo.model import Place, PlaceKind
from geo.toponymy.spatial import Relation

__all__ = [
    "RULES",
    "Circle",
    "Found",
    "at",
    "border",
    "compass",
    "english",
    "extent_m",
    "km",
    "reach",
]

SIDE_M = 30_000.0
"""How far "south of X" reaches where no distance is said. There is no defensible default: a cone to
the next feature would need to know them all."""
JUST_M = 10_000.0
"""The same for "just south of X"."""
NEAR_BORDER_M, ON_BORDER_M = 25_000.0, 2_000.0
"""How far from a border "near" and "on" it are: no more defensible than SIDE_M, and said."""
OFFSHORE_M = 50_000.0
"""How far off "off the coast" is where no distance is said: the waters news speaks of so."""
ROAD_BENDS = 1.2
"""A road is longer than the line between its ends, and swings out of the circle around it."""
HALFWAY = 0.25
"""Share of the distance between two places within which "halfway" lies from the middle."""
NO_LONGER_M = 300_000.0
"""Places further apart than this have too much between them."""
NO_WIDER_M = 100_000.0
"""What is wider than this has no middle that a distance could be measured from."""

# The extent of a town by its inhabitants, where the gazetteer has none: some 1,600 live on a square
# kilometre of a town, be it large or small.
PER_ROOT_M = 14.0
SMALLEST_M = 500.0
UNKNOWN_M = 2_000.0
ROUNDING = 1.01
"""Headings are measured at the middle of the reference, and meridians meet at the pole."""

_WIDE = {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION}
_METHOD = "point and radius by the point-radius method"
_COMPASS = (
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE",
    "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Circle:
    """An answer before it becomes a place: where, how far around, what it is called and why."""

    lon: float
    lat: float
    radius_m: float
    tag: str
    name: str
    why: str


Found = tuple[Circle, Sequence[Place]] | str
"""A circle with the places it is measured from, or why there is none."""


# ---------------------------------------------------------------- the rules


def _offset(relation: Relation, places: Sequence[Place]) -> Found:
    """Place "15 km south of X", "south of X" and "just south of X"."""
    (place,) = places
    if (why := _no_middle(place)) is not None or relation.bearing is None:
        return why or "a direction that is on no compass"
    low, high, told = reach(relation)
    spread = relation.spread or 0.0
    lon, lat, radius = _sector(place, (low, high), relation.bearing, spread)
    due = "due" if relation.side.startswith("due ") else ""
    name = f"{told} {relation.side} of {english(place)}".strip()
    why = f"{name}: {_METHOD}, heading ±{spread:g}°"
    if relation.distance is None:
        why += f", no distance said: up to {km(high)}"
    return Circle(
        lon, lat, radius, _tag(told, due, compass(relation.bearing), "of"), name, why
    ), places


def reach(relation: Relation) -> tuple[float, float, str]:
    """Return how near and how far something may be, and how that is said."""
    if relation.distance is not None:
        return relation.distance.low_m, relation.distance.high_m, relation.distance.said
    return 0.0, (JUST_M if relation.close else SIDE_M), "just" if relation.close else ""


def _distance(relation: Relation, places: Sequence[Place]) -> Found:
    """Place "10 km from X": all around it."""
    (place,) = places
    if (why := _no_middle(place)) is not None or relation.distance is None:
        return why or "no distance"
    lon, lat = at(place)
    told = relation.distance.said
    radius = relation.distance.high_m + extent_m(place)
    name = f"{told} from {english(place)}"
    why = f"{name}: {_METHOD}, the direction is not said"
    return Circle(lon, lat, radius, _tag(told, "from"), name, why), places


def _between(relation: Relation, places: Sequence[Place]) -> Found:
    """Place "between X and Y", "halfway between" them, and on the road from one to the other."""
    first, second = places = sorted(places, key=lambda p: p.id)
    if why := _no_middle(first) or _no_middle(second):
        return why
    if first.id == second.id:
        return f"both ends are {english(first)}"
    apart = geodesy.distance_m(*at(first), *at(second))
    names = f"{english(first)} and {english(second)}"
    if apart > NO_LONGER_M:
        return f"{names} are {km(apart)} apart: that says not where between them"
    way = geodesy.bearing(*at(first), *at(second))
    lon, lat = geodesy.offset(*at(first), way, apart / 2.0)
    share = {"halfway": HALFWAY, "road": 0.5 * ROAD_BENDS}.get(relation.kind, 0.5)
    radius = share * apart + max(extent_m(first), extent_m(second))
    words = {"halfway": "halfway between", "road": "on the road between"}
    name = f"{words.get(relation.kind, 'between')} {names}"
    why = f"{name}: the middle, and a radius of {share:.0%} of the {km(apart)} and their extent"
    return Circle(lon, lat, radius, relation.kind, name, why), places


def _edge(_: Relation, places: Sequence[Place]) -> Found:
    """Place "on the outskirts of X", "just outside X"."""
    (place,) = places
    if why := _no_middle(place):
        return why
    lon, lat = at(place)
    name = f"on the outskirts of {english(place)}"
    radius = 2.0 * extent_m(place)
    return Circle(lon, lat, radius, "edge", name, f"{name}: twice its extent"), places


def _coast(relation: Relation, places: Sequence[Place]) -> Found:
    """Place "off the coast of X": of a town around it, of a country along all of its coast."""
    (place,) = places
    line = borders.coast(place.id) if place.kind is PlaceKind.COUNTRY else None
    if line is None and (why := _no_middle(place)) is not None:
        return why
    lon, lat, extent = (*at(place), extent_m(place)) if line is None else _of(line)
    far = relation.distance.high_m if relation.distance else OFFSHORE_M
    told = f"{relation.distance.said} " if relation.distance else ""
    name = f"{told}off the coast of {english(place)}"
    how = "from" if relation.distance else "no distance said: up to"
    why = f"{name}: {how} {km(far)} around {'its whole coast' if line else 'it'}"
    return Circle(lon, lat, extent + far, _tag(told.strip(), "off-coast"), name, why), places


RULES: Mapping[str, Callable[[Relation, Sequence[Place]], Found]] = {
    "offset": _offset,
    "side": _offset,
    "distance": _distance,
    "between": _between,
    "halfway": _between,
    "road": _between,
    "edge": _edge,
    "coast": _coast,
}


def border(relation: Relation, line: borders.Line, countries: Sequence[Place]) -> Found:
    """Place "near the border with X": the whole of that border, and no side of it.

    Parameters
    ----------
    relation
        The phrase.
    line
        The border.
    countries
        Its two countries, by their codes.
    """
    far = ON_BORDER_M if relation.close else NEAR_BORDER_M
    how = "on" if relation.close else "near"
    if relation.distance is not None:
        far, how = relation.distance.high_m, f"{relation.distance.said} from"
    name = f"{how} the border of {' and '.join(map(english, countries))}"
    why = f"{name}: its middle, and a radius that holds all of it and {km(far)} more"
    tag = _tag(how, "border")
    return Circle(line.lon, line.lat, line.radius_m + far, tag, name, why), countries


# ---------------------------------------------------------------- geometry


def _sector(
    place: Place, reach: tuple[float, float], bearing: float, spread: float
) -> tuple[float, float, float]:
    """Return the middle of a sector around a place and the radius that holds it.

    Seen from a point on its axis, the far ends of a ring's sector are its corners.
    """
    start = at(place)
    lon, lat = geodesy.offset(*start, bearing, (reach[0] + reach[1]) / 2.0)
    corners = [
        geodesy.offset(*start, bearing + side, metres)
        for side in (-spread, spread)
        for metres in reach
    ]
    farthest = max(geodesy.distance_m(lon, lat, *corner) for corner in corners)
    return lon, lat, farthest * ROUNDING + extent_m(place)


def at(place: Place) -> tuple[float, float]:
    """Return the (lon, lat) of a place that has one."""
    assert place.lon is not None
    assert place.lat is not None
    return place.lon, place.lat


def _of(line: borders.Line) -> tuple[float, float, float]:
    return line.lon, line.lat, line.radius_m


def extent_m(place: Place) -> float:
    """Return the radius of a place in metres: as the gazetteer has it, or by its inhabitants."""
    if place.uncertainty_m is not None:
        return place.uncertainty_m
    if place.population is None:
        return UNKNOWN_M
    return max(SMALLEST_M, PER_ROOT_M * math.sqrt(place.population))


def _no_middle(place: Place) -> str | None:
    """Say why nothing can be measured from a place; ``None`` if it can."""
    name = english(place)
    if place.lon is None or place.lat is None:
        return f"the gazetteer has no position for {name}"
    wide = place.kind in _WIDE and place.uncertainty_m is None
    if wide or (place.uncertainty_m or 0.0) > NO_WIDER_M:
        return f"{name} is too wide to be measured from"
    return None


# ---------------------------------------------------------------- words


def english(place: Place) -> str:
    """Return the English name of a place, else the one it goes by."""
    return dict(place.names).get("en") or place.name


def compass(bearing: float) -> str:
    """Name a bearing by the nearest of sixteen points.

    Examples
    --------
    >>> compass(302.6), compass(355.0)
    ('WNW', 'N')
    """
    return _COMPASS[round(bearing / 360.0 * len(_COMPASS)) % len(_COMPASS)]


def km(metres: float) -> str:
    """Say a distance in kilometres."""
    return f"{metres / 1000.0:.0f} km"


def _tag(*parts: str) -> str:
    """Return the part of an id that a phrase makes.

    Examples
    --------
    >>> _tag("about 15 km", "", "S", "of")
    '~15km-S-of'
    """
    told = (part.replace("about ", "~").replace(" ", "") for part in parts)
    return "-".join(filter(None, told))

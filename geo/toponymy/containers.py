"""What lies in what: "Newport, Vermont", "LEROY, N.Y.", "ZUBIN POTOK, Kosovo"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from geo.gazetteers.spellings import fallback
from geo.geometry.geodesy import distance_m
from geo.language.names import fold
from geo.model import Place, PlaceKind

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["Found", "find", "holders", "lies_in"]

TOWN_KM = 30.0
"""A quarter or village named with a town lies this near: "Grbavica, Sarajevo"."""
UNIT_KM = 60.0
"""So near to the point of a county or region whose extent is not known."""
STRETCH = 1.1
"""Radii of states are drawn by hand: London lies 2 % outside that of Ontario."""

_UNITS = frozenset(
    {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION, PlaceKind.WATER}
)


@dataclass(frozen=True, slots=True)
class Found:
    """Places of a name, the likeliest first, and how it was read if not as it stands."""

    places: tuple[Place, ...]
    because: str = ""


def find(gazetteer: Gazetteer, name: str, *, countries: Iterable[str] | None = None) -> Found:
    """Return the places of a name, inside what stands behind its comma.

    A name that is unknown as it stands is read without a case ending; within a container, or
    within ``countries``, also as one slip of the pen.

    Parameters
    ----------
    gazetteer
        Where things are.
    name
        A name, or a name and what it lies in, each behind a comma: a country, state or province,
        by name, code or short form; a region, a county or a town.
    countries
        Only places of these.

    Examples
    --------
    >>> from geo.io.index import open_gazetteer
    >>> gazetteer = open_gazetteer()
    >>> [(place.name, place.admin1) for place in find(gazetteer, "Long Beach, CA").places]
    [('Long Beach', 'California')]
    >>> find(gazetteer, "Bagdhad, Iraq").because
    'spelt Bagdhad in the text; read as Baghdad'
    """
    allowed = None if countries is None else frozenset(code.upper() for code in countries)
    whole = _within(gazetteer.lookup(name), (), allowed)
    if whole:
        return Found(whole)
    bare, *rest = name.split(",")
    parts = [holders(gazetteer, part) for part in rest if fold(part)]
    inside = _within(gazetteer.lookup(bare), parts, allowed)
    if inside or not all(parts):
        return Found(inside)
    return _respelt(gazetteer, bare.strip(), parts, allowed)


def _respelt(
    gazetteer: Gazetteer,
    name: str,
    parts: Sequence[Sequence[Place]],
    allowed: frozenset[str] | None,
) -> Found:
    spoken = allowed
    if spoken is None and parts:
        spoken = frozenset(code for part in parts for place in part for code in place.countries)
    read = fallback(gazetteer, name, spoken)
    places = _within(read.places, parts, allowed) if read else ()
    return Found(places, read.because) if read and places else Found(())


def _within(
    places: Iterable[Place], parts: Sequence[Sequence[Place]], allowed: frozenset[str] | None
) -> tuple[Place, ...]:
    kept = tuple(p for p in places if allowed is None or not allowed.isdisjoint(p.countries))
    for part in parts:
        kept = _inside(kept, part)
    return kept


def _inside(places: Sequence[Place], holders: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places that lie in one of the holders, units before towns of their name."""
    # There is a town of Vermont near a Newport in Australia.
    units = [holder for holder in holders if holder.kind in _UNITS]
    return tuple(p for p in places if any(lies_in(p, holder) for holder in units or holders))


def holders(gazetteer: Gazetteer, name: str) -> tuple[Place, ...]:
    """Return all that a place may lie in that is called so: "N.Y.", "XK", "Vermont", "Bosnia".

    Examples
    --------
    >>> from geo.io.index import open_gazetteer
    >>> [place.name for place in holders(open_gazetteer(), "Calif.")][:1]
    ['California']
    """
    from geo.language.words import words  # noqa: PLC0415 - a name without a comma needs none

    told = name.strip()
    short = told.replace(".", "").replace(" ", "")
    states = words().states
    state = states.get(short) or states.get(short.upper()) or states.get(short.capitalize())
    country = gazetteer.country(short)
    # All of them: WA is Washington, and in Australia Western Australia.
    found = (gazetteer.lookup(state or ""), (country,) if country else (), gazetteer.lookup(told))
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def lies_in(place: Place, holder: Place) -> bool:
    """Tell whether a place lies in another: by what is known of it, else by distance."""
    if holder.id == place.id or set(holder.countries).isdisjoint(place.countries):
        return False
    if holder.kind is PlaceKind.COUNTRY or holder.id in {place.part_of, place.admin1}:
        return True
    if holder.kind is PlaceKind.ADMIN1 and place.admin1 is not None:
        # "New York State" is so called to tell it from the city.
        return fold(place.admin1) == fold(holder.name).removesuffix(" state")
    return _is_near(place, holder)


def _is_near(place: Place, holder: Place) -> bool:
    if place.lon is None or place.lat is None or holder.lon is None or holder.lat is None:
        return False
    if holder.kind in _UNITS:
        limit_m = max(STRETCH * (holder.uncertainty_m or 0.0), UNIT_KM * 1000.0)
    else:
        limit_m = TOWN_KM * 1000.0
    return distance_m(place.lon, place.lat, holder.lon, holder.lat) <= limit_m

"""Look names up for people: all places of a name, and the names that begin so.

``geo.geocoding`` answers columns of names with one place each.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from geo.errors import OptionError
from geo.model import Place

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["Located", "locate", "search"]

SEARCHED = 5_000
"""Longer names that a search looks at: a third of a second at twelve million places."""


class Located(NamedTuple):
    """A name that was asked for, its places, and how it was read if not as it stands."""

    name: str
    places: tuple[Place, ...]
    because: str = ""


def locate(*names: str, gazetteer: Gazetteer | None = None) -> tuple[Located, ...]:
    """Say where names are: for each, all places of that name, the likeliest first.

    Behind them stand their reviewed namesakes in other languages: Brnjak is Bërnjak in Albanian,
    and so is a village in the south.

    Parameters
    ----------
    names
        In any spelling or script of the gazetteer; behind a comma what the place lies in.
    gazetteer
        Where things are; the one that comes with the package if not given.

    Examples
    --------
    >>> strpce, newport = locate("Штрпце", "NEWPORT, Vt.")
    >>> strpce.name, strpce.places[0].id
    ('Штрпце', 'xk-strpce')
    >>> [place.admin1 for place in newport.places]
    ['Vermont']
    """
    from geo.io import index  # noqa: PLC0415

    known = gazetteer or index.open_gazetteer()
    return tuple(_located(name, known) for name in names)


def _located(name: str, gazetteer: Gazetteer) -> Located:
    from geo.toponymy.containers import find  # noqa: PLC0415

    found = find(gazetteer, name)
    places = found.places if "," in name else _with_namesakes(found.places, gazetteer)
    return Located(name, places, found.because)


def _with_namesakes(places: tuple[Place, ...], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Add the reviewed places that share a name with one of these in another language."""
    reviewed = [place for place in places if not place.id.startswith("gn:")]
    others = (
        other
        for place in reviewed
        for _, name in place.names
        for other in gazetteer.lookup(name)
        if not other.id.startswith("gn:")
    )
    return tuple(dict.fromkeys((*places, *others)))


def search(
    name: str,
    *,
    country: str | None = None,
    kind: str | None = None,
    near: tuple[float, float] | None = None,
    limit: int = 20,
    gazetteer: Gazetteer | None = None,
) -> tuple[Place, ...]:
    """List the places of a name, likeliest first, then those whose name begins so.

    Parameters
    ----------
    name
        The name, or its beginning, in any spelling.
    country
        Only places of this country: ISO 3166-1 alpha-2, or XK.
    kind
        Only places of this kind, such as ``settlement``.
    near
        Longitude and latitude: the nearest to it come first instead.
    limit
        How many to list at most.
    gazetteer
        Where to look; the one that comes with the package, and the layers, if not given.

    Raises
    ------
    OptionError
        The name holds no letter, the kind is not known, or the country no code of two letters.

    Examples
    --------
    >>> [place.id for place in search("Zubin", country="xk", kind="settlement")]
    ['xk-zubin-potok']
    """
    from geo.io import index  # noqa: PLC0415
    from geo.language.names import fold  # noqa: PLC0415
    from geo.model import PlaceKind  # noqa: PLC0415

    key = fold(name)
    if not key:
        raise OptionError(f"{name!r} holds no letter", remedy="search for a name")
    if kind is not None and kind not in set(PlaceKind):
        raise OptionError(f"no kind is called {kind!r}", remedy=f"use {', '.join(PlaceKind)}")
    if country is not None and not (len(country) == len("XK") and country.isalpha()):
        raise OptionError(f"{country!r} is no country", remedy="give its code, such as XK")
    known = gazetteer or index.open_gazetteer()
    longer = [found for like in known.beginning(key, SEARCHED) for found in known.ranked(like)]
    longer.sort(key=lambda found: (-found[0], found[1].id))
    places = dict.fromkeys(place for _, place in (*known.ranked(key), *longer))
    wanted = [
        place
        for place in places
        if (country is None or country.upper() in place.countries)
        and (kind is None or place.kind == kind)
    ]
    return tuple((_nearest(wanted, *near) if near else wanted)[:limit])


def _nearest(places: Iterable[Place], lon: float, lat: float) -> list[Place]:
    from geo.geometry.geodesy import distance_m  # noqa: PLC0415

    placed = (
        (distance_m(lon, lat, place.lon, place.lat), place.id, place)
        for place in places
        if place.lon is not None and place.lat is not None
    )
    return [place for _, _, place in sorted(placed, key=lambda found: found[:2])]

"""The gazetteer as a geopy geocoder: no network, no limit on requests.

geopy's manners hold here, not ours: positions are (lat, lon), as in every geopy geocoder.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.gazetteer import Gazetteer
from geo.geometry.geodesy import distance_m
from geo.io.index import open_gazetteer
from geo.language.names import fold
from geo.model import Place
from geo.reversing import Nearby, nearby
from geo.toponymy.containers import find

__all__ = ["LocalGeocoder"]

# A nearness bias moves places within this distance to the front; it never removes others.
NEAR_KM = 100.0


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """In place of geopy's own adapters, whose TLS context costs 19 ms."""

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:  # noqa: ANN401, ARG002
        raise GeocoderUnavailable("LocalGeocoder never asks the network")

    get_text = get_json


class LocalGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Geocoder for geopy and geopandas that answers from the local gazetteer.

    Parameters
    ----------
    gazetteer
        The gazetteer to ask; by default the one that comes with the package.
    folder
        Reviewed data to compile instead of the package's own.
    country_bias
        Country code, or several: their places come first in every answer.
    timeout, proxies, user_agent, scheme, ssl_context
        Accepted because geopy's callers pass them; nothing waits for a network here.

    Examples
    --------
    >>> geocoder = LocalGeocoder()
    >>> geocoder.geocode("Zubin Potok").raw["id"]
    'xk-zubin-potok'
    >>> geocoder.geocode("Paris, Texas").address
    'Paris, Texas, United States'

    With geopandas pass the class or an object:
    ``geopandas.tools.geocode(names, provider=LocalGeocoder(country_bias="XK"))``.
    """

    def __init__(
        self,
        *,
        gazetteer: Gazetteer | None = None,
        folder: str | Path | None = None,
        country_bias: str | Iterable[str] | None = None,
        timeout: object = DEFAULT_SENTINEL,
        proxies: object = DEFAULT_SENTINEL,
        user_agent: str | None = None,
        scheme: str | None = None,
        ssl_context: object = DEFAULT_SENTINEL,
    ) -> None:
        super().__init__(
            scheme=scheme,
            timeout=timeout,
            proxies=proxies,
            user_agent=user_agent,
            ssl_context=ssl_context,
            adapter_factory=_NoNetwork,
        )
        self.country_bias = _codes(country_bias)
        self._gazetteer = gazetteer or open_gazetteer(
            folder=None if folder is None else Path(folder)
        )

    def __call__(self, **options: Any) -> LocalGeocoder:  # noqa: ANN401 - those of the class
        """Return this geocoder, or one like it with further options.

        geopandas calls its ``provider`` to get a geocoder, though its manual speaks of an instance.
        """
        if not options:
            return self
        own: dict[str, Any] = {"gazetteer": self._gazetteer, "country_bias": self.country_bias}
        return type(self)(**(own | options))

    def geocode(
        self,
        query: object,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's callers pass it
        limit: int | None = None,
        country_codes: str | Iterable[str] | None = None,
        country_bias: str | Iterable[str] | None = None,
        near: object = None,
    ) -> Location | list[Location] | None:
        """Return where a name is: the likeliest place, or all of that name.

        Places that the gazetteer has no position for are left out.

        Parameters
        ----------
        query
            A name, or a name and what it lies in: ``"Paris, Texas"``, ``"Brnjak, Kosovo"``,
            ``"Leroy, N.Y."``. Inside that, or inside ``country_codes``, one wrong letter is
            forgiven; ``raw["because"]`` says so.
        exactly_one
            ``False`` for a list of all namesakes, likeliest first.
        timeout
            Has no effect.
        limit
            At most so many, with ``exactly_one=False``.
        country_codes
            Only places of these countries.
        country_bias
            Places of these countries first; replaces the geocoder's own.
        near
            (lat, lon), a ``geopy.Point`` or what makes one: places within ``NEAR_KM`` first,
            nearest first.

        Returns
        -------
        Location | list[Location] | None
            Address, (lat, lon), and in ``raw`` all that is known of the place.

        Raises
        ------
        GeocoderQueryError
            The query is empty or no string.
        """
        if not (isinstance(query, str) and fold(query)):
            raise GeocoderQueryError(f"{query!r} is no name; give a string that holds one")
        read = find(self._gazetteer, query, countries=_codes(country_codes) or None)
        found = [place for place in read.places if place.lat is not None]
        bias = self.country_bias if country_bias is None else _codes(country_bias)
        found.sort(key=lambda place: not bias.intersection(place.countries))
        if near is not None:
            found = _nearest_first(found, _point(near))
        known = {"because": read.because} if read.because else {}
        located = [self._location(place, **known) for place in found]
        return _answer(located, exactly_one=exactly_one, limit=limit)

    def reverse(
        self,
        query: object,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's callers pass it
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """Return the settlement nearest to a position, or those around it.

        The address is the settlement's, not the position's: across a border the nearest town may
        lie in another country. ``raw["point_countries"]`` holds the countries that the position
        may lie in; near a border these are both sides, never a guess between them, and then
        ``raw["point_country"]`` is ``None``.

        Parameters
        ----------
        query
            (lat, lon), a ``geopy.Point``, or a string ``"lat, lon"``.
        exactly_one
            ``False`` for a list, nearest first.
        timeout
            Has no effect.
        limit
            At most so many, with ``exactly_one=False``.

        Raises
        ------
        GeocoderQueryError
            The query is no position.
        """
        from geo.geometry import sides  # noqa: PLC0415 - geocode needs no borders, and they need shapely

        point = _point(query)
        lon, lat = point.longitude, point.latitude
        around = nearby(self._gazetteer, lon, lat, sides.of([lon], [lat])[0])
        told = _sides(around)
        found = [
            self._location(place, distance_m=round(metres, 1), **told)
            for place, metres in around.towns
        ]
        return _answer(found, exactly_one=exactly_one, limit=limit)

    def _location(self, place: Place, **known: object) -> Location:
        countries = (self._gazetteer.country(code) for code in place.countries)
        sides = " / ".join(country.name for country in countries if country is not None)
        parts = dict.fromkeys(filter(None, (place.name, place.admin1, sides)))
        return Location(", ".join(parts), (place.lat, place.lon), _raw(place) | known)


def _answer(
    found: list[Location], *, exactly_one: bool, limit: int | None
) -> Location | list[Location] | None:
    if not found:
        return None
    return found[0] if exactly_one else found[:limit]


def _raw(place: Place) -> dict[str, Any]:
    """Return a place as values that JSON can hold."""
    told = dataclasses.asdict(place)
    told |= {"kind": str(place.kind), "countries": list(place.countries)}
    told |= {"names": dict(place.names), "attributes": dict(place.attributes)}
    told["geometry"] = json.loads(place.geometry) if place.geometry else None
    return told


def _sides(around: Nearby) -> dict[str, object]:
    crossings = [
        {
            "id": crossing.id,
            "name": crossing.name,
            "countries": list(crossing.countries),
            "distance_m": round(metres, 1),
        }
        for crossing, metres in around.crossings
    ]
    country = around.countries[0] if len(around.countries) == 1 else None
    told = {"point_country": country, "point_countries": list(around.countries)}
    return told | {"near_crossings": crossings}


def _nearest_first(places: list[Place], point: Point) -> list[Place]:
    """Move the places within reach to the front; the others keep their order."""

    def metres(place: Place) -> float:
        if place.lon is None or place.lat is None:
            return float("inf")
        away = distance_m(point.longitude, point.latitude, place.lon, place.lat)
        return away if away <= NEAR_KM * 1000 else float("inf")

    return sorted(places, key=metres)


def _point(position: object) -> Point:
    if isinstance(position, Point):
        return position
    if position:  # geopy makes (0, 0) of nothing
        with contextlib.suppress(TypeError, ValueError):
            return Point(position)
    raise GeocoderQueryError(f"{position!r} is no position; give (lat, lon)")


def _codes(told: str | Iterable[str] | None) -> frozenset[str]:
    codes = (told,) if isinstance(told, str) else told or ()
    return frozenset(code.upper() for code in codes)

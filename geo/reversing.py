"""Reverse geocoding in bulk: positions in, nearest settlements and possible countries out."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.errors import OptionError
from geo.gazetteer import Gazetteer
from geo.geoparsing import default_gazetteer
from geo.model import Place, PlaceKind

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["BORDER_KM", "Nearby", "nearby", "reverse"]

REVERSE_KM = (5.0, 10.0, 20.0, 40.0, 100.0)
"""How far to look, widening, for the nearest settlement; at sea there is none."""
BORDER_KM = 5.0
"""So close to a crossing, or to a town of another country, the side is not known."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """What lies around a position.

    ``towns`` are the settlements of the smallest circle that holds one, ``crossings`` those within
    ``BORDER_KM``, both with their distance in metres, nearest first. ``countries`` are all that the
    position may lie in: at a border both sides, and nothing at sea.
    """

    towns: tuple[tuple[Place, float], ...]
    crossings: tuple[tuple[Place, float], ...]
    countries: tuple[str, ...]


def nearby(gazetteer: Gazetteer, lon: float, lat: float, sides: Iterable[str]) -> Nearby:
    """Return the settlements and crossings around a position, and the countries it may lie in.

    Parameters
    ----------
    gazetteer
        Where things are.
    lon, lat
        Degrees of EPSG:4326.
    sides
        The countries that borders tell of, from ``geo.geometry.sides.of``.
    """
    towns: tuple[tuple[Place, float], ...] = ()
    for radius_km in REVERSE_KM:
        towns = gazetteer.near(lon, lat, radius_km=radius_km, kinds=(PlaceKind.SETTLEMENT,))
        if towns:
            break
    crossings = gazetteer.near(lon, lat, radius_km=BORDER_KM, kinds=(PlaceKind.CROSSING,))
    possible = set(sides)
    # Off the land a town tells of itself alone: the nearest may be across the sea.
    speaking = [place for place, _ in crossings]
    speaking += [p for p, metres in towns if metres <= BORDER_KM * 1000.0]
    speaking += [towns[0][0]] if towns and possible else []
    possible.update(code for place in speaking for code in place.countries)
    return Nearby(towns, crossings, tuple(sorted(possible)))


def reverse(
    points: Any,  # noqa: ANN401 - a GeoSeries; naming its type would load geopandas
    *,
    gazetteer: Gazetteer | None = None,
) -> gpd.GeoDataFrame:
    """Return the nearest settlement of each position, and the country where sure.

    Within ``BORDER_KM`` of a border, of a crossing or of another country's town the side is left
    open: ``country`` is ``None`` and ``countries`` holds both. Of 6,000 towns of the world, each
    placed without itself, the nearest other town alone puts 1.2 % into a wrong country, and this
    none; it leaves 4.6 % open. About 1 ms each.

    Parameters
    ----------
    points
        A GeoSeries or GeoDataFrame of points, whose index is kept, in any CRS (degrees if it has
        none); or an iterable of (lon, lat) in degrees.
    gazetteer
        Where things are; the one that comes with the package if not given.

    Returns
    -------
    ``place``, ``place_id``, ``distance_m`` and ``admin1`` of the nearest settlement within 100 km;
    ``country`` and ``countries`` of the position, which may be others than the settlement's;
    ``crossing_id`` and ``crossing_m`` of the nearest crossing within ``BORDER_KM``; ``reason``: why
    there is no country, else ``None``. The geometry is the position, one row each, in order.

    Raises
    ------
    OptionError
        What was given are no positions.

    Examples
    --------
    >>> found = reverse([(20.46, 44.81), (20.69167, 43.21861)])
    >>> found[["country", "countries", "crossing_id"]].values.tolist()
    [['RS', ['RS'], None], [None, ['RS', 'XK'], 'xk-rs-jarinje']]
    """
    from geo.geometry import sides  # noqa: PLC0415 - pandas is for those who ask for frames
    from geo.tables import answers  # noqa: PLC0415 - pandas is for those who ask for frames

    known = gazetteer or default_gazetteer()
    told, index = _positions(points)
    numbers: dict[tuple[float, float], int] = {}
    rows = [numbers.setdefault(at, len(numbers)) for at in told]
    sane = [at for at in numbers if _is_on_earth(*at)]
    possible = dict(zip(sane, sides.of(*_columns(sane)), strict=True))
    found = [
        _Answer(at, nearby(known, *at, possible[at]) if at in possible else None) for at in numbers
    ]
    return answers.lay_out({}, _COLUMNS, found, rows, index)


def _positions(points: Any) -> tuple[list[tuple[float, float]], pd.Index[Any] | None]:  # noqa: ANN401
    """Return positions as (lon, lat) and the index they came with."""
    if hasattr(points, "geometry") and hasattr(points, "crs"):
        series = points.geometry if points.crs is None else points.geometry.to_crs(4326)
        if not (series.geom_type.isna() | (series.geom_type == "Point")).all():
            raise OptionError("not all geometries are points", remedy="take their .centroid")
        lons = [math.nan if point is None or point.is_empty else point.x for point in series]
        lats = [math.nan if point is None or point.is_empty else point.y for point in series]
        return list(zip(lons, lats, strict=True)), series.index
    try:
        return [(float(lon), float(lat)) for lon, lat in points], None
    except (TypeError, ValueError):
        told = "points holds what is no position"
        raise OptionError(told, remedy="give a GeoSeries of points, or pairs (lon, lat)") from None


def _is_on_earth(lon: float, lat: float) -> bool:
    return abs(lon) <= 180.0 and abs(lat) <= 90.0  # false for NaN


def _columns(pairs: Iterable[tuple[float, float]]) -> tuple[list[float], list[float]]:
    lons, lats = [], []
    for lon, lat in pairs:
        lons.append(lon)
        lats.append(lat)
    return lons, lats


@dataclass(frozen=True, slots=True)
class _Answer:
    """A position and what lies around it; ``None`` where it is no position."""

    position: tuple[float, float]
    around: Nearby | None

    @property
    def town(self) -> tuple[Place, float] | None:
        return self.around.towns[0] if self.around and self.around.towns else None

    @property
    def crossing(self) -> tuple[Place, float] | None:
        return self.around.crossings[0] if self.around and self.around.crossings else None

    @property
    def countries(self) -> tuple[str, ...]:
        return self.around.countries if self.around else ()

    @property
    def reason(self) -> str | None:
        if self.around is None:
            return "no position on Earth"
        if len(self.countries) > 1:
            return "near the border of " + " and ".join(self.countries)
        return None if self.countries else "at sea, or on ground that no country's code stands for"


_COLUMNS = {
    "place": ("object", lambda one: one.town and one.town[0].name),
    "place_id": ("object", lambda one: one.town and one.town[0].id),
    "distance_m": ("float64", lambda one: one.town and round(one.town[1], 1)),
    "admin1": ("object", lambda one: one.town and one.town[0].admin1),
    "country": ("object", lambda one: one.countries[0] if len(one.countries) == 1 else None),
    "countries": ("lists", lambda one: one.countries),
    "crossing_id": ("object", lambda one: one.crossing and one.crossing[0].id),
    "crossing_m": ("float64", lambda one: one.crossing and round(one.crossing[1], 1)),
    "reason": ("object", lambda one: one.reason),
    "lon": ("float64", lambda one: one.position[0] if one.around else None),
    "lat": ("float64", lambda one: one.position[1] if one.around else None),
}

"""Shapes of places: footprints and outlines as Shapely geometries, tidied for RFC 7946.

Every coordinate pair is (lon, lat) in degrees of EPSG:4326. ``tidy`` gives the form in which a
shape enters a frame, so that writing and reading it back changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import (
    GeometryCollection,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
    mapping,
)
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry
from shapely.geometry.polygon import orient

from geo.errors import TableError
from geo.geometry import geodesy
from geo.model import Place, PlaceKind, Resolution

__all__ = [
    "NEVER_A_PIN",
    "are_nowhere",
    "as_geojson",
    "footprint",
    "inside",
    "outline",
    "position",
    "radius_m",
    "tidy",
]

NEVER_A_PIN = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION})
"""Kinds so wide that a point would claim what nobody said: an outline or nothing."""

WIDEST_PIN_M = 150_000.0
"""Radius up to which a place measured from others is a pin with its halo; a wider one is none."""


def tidy(geometry: BaseGeometry) -> BaseGeometry:
    """Bring a geometry into the form we write: flat, rounded, counter-clockwise outside.

    Examples
    --------
    >>> tidy(Polygon([(0, 0), (0, 1), (1, 1.00000004)])).wkt
    'POLYGON ((0 0, 1 1, 0 1, 0 0))'
    """
    flat = shapely.force_2d(geometry)
    # Adding zero turns -0.0, which JSON would print with its sign, into 0.0.
    return _oriented(shapely.transform(flat, lambda at: np.round(at, geodesy.DECIMALS) + 0.0))


def are_nowhere(geometries: Iterable[BaseGeometry | None]) -> npt.NDArray[np.bool_]:
    """Tell which geometries have no position: missing, empty, or with a coordinate that is none.

    ``geopandas.points_from_xy`` writes an unknown position as ``POINT (NaN NaN)``, which is not
    empty, and a point within which is (0, 0) by GEOS.

    Examples
    --------
    >>> are_nowhere([Point(20, 42), Point(np.nan, np.nan), Point(), None]).tolist()
    [False, True, True, True]
    """
    drawn = np.array([*geometries], dtype=object)
    found = shapely.is_missing(drawn) | shapely.is_empty(drawn)
    at, of = shapely.get_coordinates(drawn, return_index=True)
    found[of[~np.isfinite(at).all(axis=1)]] = True
    return np.asarray(found, dtype=np.bool_)


def as_geojson(geometries: Iterable[BaseGeometry | None]) -> list[dict[str, Any] | None]:
    """Return the objects of GeoJSON for geometries, tidied; ``None`` for one without a point.

    Examples
    --------
    >>> as_geojson([Point(20.87, 42.8912345678), None])
    [{'type': 'Point', 'coordinates': (20.87, 42.891235)}, None]
    """
    drawn = np.array([*geometries], dtype=object)
    points = (shapely.get_type_id(drawn) == shapely.GeometryType.POINT) & ~shapely.is_empty(drawn)
    # Nearly all are points: rounded together, 100,000 take a tenth of a second and not two.
    rounded = np.round(shapely.get_coordinates(drawn[points]), geodesy.DECIMALS) + 0.0
    positions = iter(rounded.tolist())
    known: dict[bytes, dict[str, Any]] = {}
    return [
        {"type": "Point", "coordinates": tuple(next(positions))} if point else _plain(shape, known)
        for shape, point in zip(drawn, points.tolist(), strict=True)
    ]


def _plain(shape: BaseGeometry | None, known: dict[bytes, dict[str, Any]]) -> dict[str, Any] | None:
    """Tidy a shape once, however many incidents share it."""
    if shape is None or shape.is_empty:
        return None
    key = shape.wkb
    if key not in known:
        known[key] = dict(mapping(tidy(shape)))
    return known[key]


def _oriented(geometry: BaseGeometry) -> BaseGeometry:
    if isinstance(geometry, Polygon):
        return orient(geometry, sign=1.0)
    if isinstance(geometry, MultiPolygon):
        return MultiPolygon([orient(part, sign=1.0) for part in geometry.geoms])
    if isinstance(geometry, GeometryCollection):
        return GeometryCollection([_oriented(part) for part in geometry.geoms])
    return geometry


def outline(place: Place) -> BaseGeometry | None:
    """Return the place's footprint or outline, ``None`` where the gazetteer has none.

    Raises
    ------
    TableError
        When the gazetteer's text is no GeoJSON geometry.
    """
    if place.geometry is None:
        return None
    try:
        shape = shapely.from_geojson(place.geometry)
    except shapely.errors.GEOSException as error:
        raise TableError(
            f"the outline of {place.id} is no GeoJSON geometry",
            remedy="run `geo gazetteer check`",
        ) from error
    return None if shape.is_empty else tidy(shape)


def footprint(where: Resolution) -> BaseGeometry | None:
    """Return the shape an incident has on the map.

    A set of places is the shapes of its members; a settlement is a point; what is wide is
    its outline or ``None``, never a pin.
    """
    if where.members:
        return _together([_shape(member) for member in where.members], where.members)
    return None if where.place is None else _shape(where.place)


def _shape(place: Place) -> BaseGeometry | None:
    if place.derived:
        return _pin(place) if (place.uncertainty_m or 0.0) <= WIDEST_PIN_M else None
    drawn = None if place.kind == PlaceKind.SETTLEMENT else outline(place)
    if drawn is None and place.kind not in NEVER_A_PIN:
        return _pin(place)
    return drawn


def _pin(place: Place) -> Point | None:
    if place.lon is None or place.lat is None:
        return None
    return Point(geodesy.rounded(place.lon, place.lat))


def _together(
    shapes: Sequence[BaseGeometry | None], places: Sequence[Place]
) -> BaseGeometry | None:
    """Join shapes into one of a single sort: a GIS layer dislikes mixed collections."""
    parts = [part for shape in shapes if shape is not None for part in _parts(shape)]
    polygons = [part for part in parts if isinstance(part, Polygon)]
    if polygons and len(polygons) == len(parts):
        joined = MultiPolygon(polygons)
        if joined.is_valid:
            return tidy(joined)
        merged = shapely.union_all(polygons)  # members that touch or overlap
        return tidy(MultiPolygon([part for part in _parts(merged) if isinstance(part, Polygon)]))
    pins = [pin for pin in map(_pin, places) if pin is not None]
    return MultiPoint(pins) if pins else None


def _parts(shape: BaseGeometry) -> list[BaseGeometry]:
    return list(shape.geoms) if isinstance(shape, BaseMultipartGeometry) else [shape]


def position(where: Resolution) -> tuple[float, float] | None:
    """Return the representative point: of a place, a set or an outline."""
    own = () if where.place is None else (where.place,)
    for places in (where.members, own):
        known = [(p.lon, p.lat) for p in places if p.lon is not None and p.lat is not None]
        if known:
            return geodesy.middle(known)
    drawn = footprint(where)
    return None if drawn is None else inside(drawn)


def inside(shape: BaseGeometry) -> tuple[float, float]:
    """Return a position within a shape; that of a point is its own."""
    point = shapely.point_on_surface(shape)
    return geodesy.rounded(shapely.get_x(point), shapely.get_y(point))


def radius_m(where: Resolution) -> float | None:
    """Return the radius in metres that holds the true position, ``None`` when unknown.

    For a set without a radius of its own it reaches from the middle round every member.
    """
    if where.place is not None and where.place.uncertainty_m is not None:
        return round(where.place.uncertainty_m, 1)
    middle = position(where)
    ends = [
        (member.lon, member.lat, member.uncertainty_m or 0.0)
        for member in where.members
        if member.lon is not None and member.lat is not None
    ]
    return geodesy.reach_m(middle, ends) if middle is not None and ends else None

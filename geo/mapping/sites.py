"""Sites: where incidents lie on the ground, each place once, whoever was told of there.

A site is a point, a crossing's footprint, the outline of an area, or a badge for a country or a
first-level unit, which is never a pin. Incidents that share one are drawn once, with their number;
a set of crossings lies on several.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geo import frames
from geo.geometry import shapes
from geo.geometry.geodesy import DECIMALS
from geo.tables.precision import APPROXIMATE_M

__all__ = ["Bounds", "Key", "Sites", "gather", "keys_of", "names_of", "number_of", "zones_of"]

SMALL = frozenset({"crossing", "facility"})
"""Kinds of place whose outline is a footprint: drawn with a marker, for it is tiny."""

WIDE = frozenset({"country", "admin1"})
"""Kinds of place that are never drawn as a pin: what happened in a country has no point."""

POINT_DECIMALS = 5
"""Points that agree to so many decimals of a degree (1 m) are one site."""

MANY = 100
STRAY = 0.02
"""From so many incidents on the first view leaves out this share at each edge."""

Bounds = tuple[float, float, float, float]
Key = tuple[str, object]
Part = tuple[str, BaseGeometry, Key]
Made = tuple[str, BaseGeometry, Key, int]
"""The sort of a site, its shape, its key, and the number of its first incident."""

Shapes = npt.NDArray[np.object_]
Zone = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sites:
    """The sites as they are numbered, and where each incident lies.

    Attributes
    ----------
    numbers
        The number of each site, by its key.
    columns
        What the viewer knows of the sites, a list a property.
    at
        For each incident the numbers of its sites; empty where it has no place.
    """

    numbers: dict[Key, int]
    columns: dict[str, list[Any]]
    at: list[list[int]]

    def bounds(self, hidden: Sequence[bool]) -> Bounds | None:
        """Frame what is shown first: not the talk, and countries only if there is no more.

        Of many incidents a few that lie far away do not widen it: they are in the list.
        """
        shown = [n for told, apart in zip(self.at, hidden, strict=True) if not apart for n in told]
        sorts = self.columns["sort"]
        pinned = [n for n in shown if sorts[n] != "badge"]
        chosen = np.array(pinned or shown or range(len(sorts)), dtype=int)
        if not len(chosen):
            return None
        boxes, at = (found[chosen] for found in self._boxes())
        if len(chosen) >= MANY:
            low, high = np.quantile(at, (STRAY, 1 - STRAY), axis=0)
            boxes = boxes[((at >= low) & (at <= high)).all(axis=1)]
        west, south = boxes[:, :2].min(axis=0).tolist()
        east, north = boxes[:, 2:].max(axis=0).tolist()
        return west, south, east, north

    def _boxes(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Return west, south, east, north of each site, and where its marker stands."""
        at = np.array([self.columns["lon"], self.columns["lat"]]).T
        boxes = np.hstack([at, at])
        for n, shape in enumerate(self.columns["shape"]):
            if shape:
                boxes[n] = shapely.bounds(shapely.geometry.shape(shape))
        return boxes, at


def gather(
    columns: Mapping[str, Sequence[Any]],
    drawn: Shapes,
    zones: Sequence[Zone],
    order: Sequence[int],
) -> Sites:
    """Gather incidents by where they lie.

    Parameters
    ----------
    columns
        Plain values by property; those that are missing say nothing.
    drawn
        The geometry of each incident, (lon, lat) in degrees, or ``None``.
    zones
        As ``zones_of`` gives them: what is known of crossings.
    order
        The numbers of the incidents in the order in which their sites are numbered.
    """
    told = {name: columns.get(name) or [None] * len(drawn) for name in _TOLD}
    numbers: dict[Key, int] = {}
    made: list[Made] = []
    at: list[list[int]] = [[]] * len(drawn)
    cache: dict[Any, list[Part]] = {}
    kinds, points = told["place_kind"], _points(drawn)
    for n in order:
        kind, shape, point = kinds[n], drawn[n], points[n]
        parts: Sequence[Part] = ()
        if point is None or kind in WIDE:
            parts = _parts({name: values[n] for name, values in told.items()}, shape, cache)
        elif point in numbers:  # most incidents are at a known point
            at[n] = [numbers[point]]
            continue
        else:
            parts = (("point", shape, point),)
        own: dict[int, None] = {}
        for sort, part, key in parts:
            if key not in numbers:
                numbers[key] = len(numbers)
                made.append((sort, part, key, n))
            own[numbers[key]] = None
        at[n] = list(own)
    return Sites(numbers, _described(made, told, zones), at)


_TOLD = ("place", "place_id", "place_kind", "names", "lon", "lat", "uncertainty_m")


def _points(drawn: Shapes) -> list[Key | None]:
    """Return the keys of the points, together: one by one 100,000 take a second."""
    keys: list[Key | None] = [None] * len(drawn)
    found = np.flatnonzero(shapely.get_type_id(drawn) == shapely.GeometryType.POINT)
    rounded = np.round(shapely.get_coordinates(drawn[found]), POINT_DECIMALS).tolist()
    for n, (x, y) in zip(found.tolist(), rounded, strict=True):
        keys[n] = ("point", (x, y))
    return keys


def _parts(
    row: Mapping[str, Any], shape: BaseGeometry | None, cache: dict[Any, list[Part]]
) -> list[Part]:
    """Split an incident's shape into what is drawn; a shape that is shared is split once."""
    kind = row["place_kind"]
    if shape is None or (kind in WIDE and shape.geom_type == "Point"):
        lon, lat = number_of(row["lon"]), number_of(row["lat"])
        at = shape or (None if lon is None or lat is None else shapely.Point(lon, lat))
        return [] if at is None else [("badge", at, ("badge", str(row["place_id"] or at.wkt)))]
    name = (shape.wkb, kind in SMALL)
    if name not in cache:
        cache[name] = _split(kind, shape)
    return cache[name]


def _split(kind: object, shape: BaseGeometry) -> list[Part]:
    if shape.geom_type == "MultiPoint":
        return [("point", part, _key("point", part)) for part in shapely.get_parts(shape)]
    if kind in SMALL:
        parts = [
            ("point" if p.geom_type == "Point" else "zone", p) for p in shapely.get_parts(shape)
        ]
        return [(sort, part, _key(sort, part)) for sort, part in parts]
    return [("area", shape, _key("area", shape))]


def _key(sort: str, shape: BaseGeometry) -> Key:
    """Say which site a shape is: the same shape is the same site, whoever drew it."""
    if shape.geom_type == "Point":
        return sort, tuple(np.round(shapely.get_coordinates(shape)[0], POINT_DECIMALS).tolist())
    return sort, shapely.to_wkt(shapely.normalize(shape), rounding_precision=DECIMALS)


def keys_of(shape: BaseGeometry) -> tuple[Key, ...]:
    """Say as what sites an incident may have met a zone."""
    return (
        (_key("zone", shape), _key("point", shape))
        if shape.geom_type == "Point"
        else (_key("zone", shape),)
    )


def _described(
    made: Sequence[Made], told: Mapping[str, Sequence[Any]], zones: Sequence[Zone]
) -> dict[str, list[Any]]:
    """Describe the sites: where a marker stands, what is drawn around it, how sure that is."""
    known = {key: z for z in zones if z["shape"] is not None for key in keys_of(z["shape"])}
    met = [(sort, n, known.get(key)) for sort, _, key, n in made]
    lon, lat = _positions(made, told)
    doubts = [number_of(z["uncertainty_m"] if z else told["uncertainty_m"][n]) for _, n, z in met]
    return {
        "sort": [sort for sort, _, _ in met],
        "name": [z["name"] if z else told["place"][n] for _, n, z in met],
        "names": [z["names"] if z else names_of(told["names"][n]) for _, n, z in met],
        "lon": np.round(lon, DECIMALS).tolist(),
        "lat": np.round(lat, DECIMALS).tolist(),
        "uncertainty_m": [
            doubt if sort in {"point", "zone"} else None
            for doubt, (sort, _, _) in zip(doubts, met, strict=True)
        ],
        "approximate": [
            bool(z and z["approximate"])
            or (sort == "zone" and (doubt or 0) > APPROXIMATE_M)
            or (sort == "area" and told["place_kind"][n] == "region")
            for doubt, (sort, n, z) in zip(doubts, met, strict=True)
        ],
        "shape": [
            shapes.as_geojson([shape])[0] if sort in {"zone", "area"} else None
            for sort, shape, _, _ in made
        ],
    }


def _positions(
    made: Sequence[Made], told: Mapping[str, Sequence[Any]]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    inside = shapely.point_on_surface(np.array([shape for _, shape, _, _ in made], dtype=object))
    lon, lat = shapely.get_x(inside), shapely.get_y(inside)
    for k, (sort, _, _, n) in enumerate(made):
        if sort == "area":
            x, y = number_of(told["lon"][n]), number_of(told["lat"][n])
            # A set has one representative point, and it lies on none of its members.
            if x is not None and y is not None:
                lon[k], lat[k] = x, y
    return lon, lat


# ---- crossings


def zones_of(zones: gpd.GeoDataFrame | None) -> list[dict[str, Any]]:
    """Read the crossings of ``zones.crossings_frame``, sorted by id."""
    if zones is None:
        return []
    read = [
        {
            "id": str(row.get("id") or ""),
            "name": str(row.get("name") or ""),
            "names": names_of(row.get("names")),
            "status": row.get("status"),
            "gate": row.get("gate"),
            "uncertainty_m": number_of(row.get("uncertainty_m")),
            "approximate": bool(row.get("approximate")),
            "shape": None if shape is None or shape.is_empty else shape,
        }
        for row, shape in zip(frames.records(zones), zones.geometry, strict=True)
    ]
    return sorted(read, key=lambda zone: zone["id"])


def names_of(names: object) -> dict[str, str]:
    """Keep the names by language: no side's is the only one that is shown."""
    told = names if isinstance(names, Mapping) else {}
    return {str(tag): str(name) for tag, name in told.items() if name}


def number_of(value: object) -> float | None:
    """Return a finite number, or ``None``."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) else None

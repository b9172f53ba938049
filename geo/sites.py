"""Sites: where incidents lie on the ground, each place once, whoever was told of there.

A site is a point, a crossing's footprint, the outline of an area, or a badge for a country or a
first-level unit, which is never a pin. Incidents that share one are drawn once, with their number;
a set of crossings lies on several.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo import frames, shapes
from geo.geodesy import DECIMALS
from geo.precision import APPROXIMATE_M

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


@dataclass(slots=True)
class Sites:
    """The sites in the order of the incidents, and where each incident lies.

    Attributes
    ----------
    found
        What is known of each site, by its key.
    at
        For each incident the numbers of its sites; empty where it has no place.
    """

    found: dict[Key, dict[str, Any]] = field(default_factory=dict)
    at: list[list[int]] = field(default_factory=list)

    def columns(self) -> dict[str, list[Any]]:
        """Return what the viewer knows of the sites, a list a property."""
        rows = list(self.found.values())
        return {name: [row[name] for row in rows] for name in _SITE}

    def bounds(self, hidden: Sequence[bool]) -> Bounds | None:
        """Frame what is shown first: not the talk, and countries only if there is no more.

        Of many incidents a few that lie far away do not widen it: they are in the list.
        """
        rows = list(self.found.values())
        shown = [n for told, apart in zip(self.at, hidden, strict=True) if not apart for n in told]
        pinned = [n for n in shown if rows[n]["sort"] != "badge"]
        chosen = np.array(pinned or shown or range(len(rows)), dtype=int)
        if not len(chosen):
            return None
        boxes = np.array([_box(row) for row in rows])[chosen]
        at = np.array([(row["lon"], row["lat"]) for row in rows])[chosen]
        if len(chosen) >= MANY:
            low, high = np.quantile(at, (STRAY, 1 - STRAY), axis=0)
            boxes = boxes[((at >= low) & (at <= high)).all(axis=1)]
        west, south = boxes[:, :2].min(axis=0).tolist()
        east, north = boxes[:, 2:].max(axis=0).tolist()
        return west, south, east, north


_SITE = ("sort", "name", "names", "lon", "lat", "uncertainty_m", "approximate", "shape")


def _box(site: Mapping[str, Any]) -> Bounds:
    if site["shape"]:
        west, south, east, north = shapely.bounds(shapely.geometry.shape(site["shape"])).tolist()
        return west, south, east, north
    return site["lon"], site["lat"], site["lon"], site["lat"]


def gather(
    columns: Mapping[str, Sequence[Any]],
    drawn: Sequence[BaseGeometry | None],
    zones: Sequence[Mapping[str, Any]],
) -> Sites:
    """Gather incidents by where they lie, in their order.

    Parameters
    ----------
    columns
        Plain values by property; those that are missing say nothing.
    drawn
        The geometry of each incident, (lon, lat) in degrees.
    zones
        As ``zones_of`` gives them: what is known of crossings.
    """
    known = {key: z for z in zones if z["shape"] is not None for key in keys_of(z["shape"])}
    told = [columns.get(name) or [None] * len(drawn) for name in _TOLD]
    sites = Sites()
    cache: dict[Any, list[Part]] = {}
    numbers: dict[Key, int] = {}
    points, middles = _points(drawn)
    rows = zip(zip(*told, strict=True), drawn, points, middles, strict=True)
    for values, shape, point, middle in rows:
        if point in numbers and values[_KIND] not in WIDE:  # most incidents are at a known point
            sites.at.append([numbers[point]])
            continue
        row = dict(zip(_TOLD, values, strict=True))
        own: dict[int, None] = {}
        for sort, part, key in _parts(row, shape, point, cache):
            if key not in numbers:
                numbers[key] = len(numbers)
                at = middle if part is shape and middle else _middle(part)
                sites.found[key] = _site(sort, part, at, row, known.get(key))
            own[numbers[key]] = None
        sites.at.append(list(own))
    return sites


_TOLD = ("place", "place_id", "place_kind", "names", "lon", "lat", "uncertainty_m")
_KIND = _TOLD.index("place_kind")


def _points(
    drawn: Sequence[BaseGeometry | None],
) -> tuple[list[Key], list[tuple[float, float] | None]]:
    """Return keys and positions of the points, together: one by one 100,000 take a second."""
    shapes_ = np.array([*drawn], dtype=object)
    keys: list[Key] = [("", n) for n in range(len(shapes_))]
    middles: list[tuple[float, float] | None] = [None] * len(shapes_)
    found = np.flatnonzero(shapely.get_type_id(shapes_) == shapely.GeometryType.POINT).tolist()
    at = shapely.get_coordinates(shapes_[found])
    rounded = np.round(at, POINT_DECIMALS).tolist()
    for n, (lon, lat), (x, y) in zip(found, at.tolist(), rounded, strict=True):
        middles[n], keys[n] = (lon, lat), ("point", (x, y))
    return keys, middles


def _parts(
    row: Mapping[str, Any], shape: BaseGeometry | None, point: Key, cache: dict[Any, list[Part]]
) -> list[Part]:
    """Split an incident's shape into what is drawn; a shape that is shared is split once."""
    kind = row["place_kind"]
    if shape is None or (kind in WIDE and shape.geom_type == "Point"):
        lon, lat = number_of(row["lon"]), number_of(row["lat"])
        at = shape or (None if lon is None or lat is None else shapely.Point(lon, lat))
        return [] if at is None else [("badge", at, ("badge", str(row["place_id"] or at.wkt)))]
    if shape.geom_type == "Point":
        return [("point", shape, point)]
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


def _site(
    sort: str,
    shape: BaseGeometry,
    at: tuple[float, float],
    row: Mapping[str, Any],
    zone: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """Describe one site: where its marker stands, what is drawn around it, how sure that is."""
    lon, lat = number_of(row["lon"]), number_of(row["lat"])
    # A set has one representative point, and it lies on none of its members.
    if sort == "area" and lon is not None and lat is not None:
        at = lon, lat
    doubt = number_of(zone["uncertainty_m"] if zone else row["uncertainty_m"])
    loose = {"area": row["place_kind"] == "region", "zone": (doubt or 0) > APPROXIMATE_M}
    return {
        "sort": sort,
        "name": zone["name"] if zone else row["place"],
        "names": zone["names"] if zone else names_of(row["names"]),
        "lon": round(at[0], DECIMALS),
        "lat": round(at[1], DECIMALS),
        "uncertainty_m": doubt if sort in {"point", "zone"} else None,
        "approximate": loose.get(sort, False) or bool(zone and zone["approximate"]),
        "shape": _geojson(shape) if sort in {"zone", "area"} else None,
    }


def _middle(shape: BaseGeometry) -> tuple[float, float]:
    inside = shape if shape.geom_type == "Point" else shapely.point_on_surface(shape)
    lon, lat = shapely.get_coordinates(inside)[0].tolist()
    return lon, lat


def _geojson(shape: BaseGeometry) -> dict[str, Any] | None:
    return shapes.as_geojson([shape])[0]


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

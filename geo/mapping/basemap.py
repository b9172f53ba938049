"""A map of the user's own behind the incidents, written as compactly as the borders.

Areas cover the built-in land and its borders, so that no line is drawn twice with a gap between;
lines and named points are added. It is clipped to the neighbourhood of the data.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from geo.errors import BasemapError
from geo.geometry.background import Bounds, encode, neighbourhood

__all__ = ["MOST_VERTICES", "lay"]

UNIT_DEG = 0.00001
"""One step of the stored grid: 1 m, as exact as what is drawn at the deepest zoom."""

MOST_VERTICES = 200_000
"""A megabyte of the page; a browser draws them in a tenth of a second."""

MOST_NAMES = 500
"""Named points beyond this number cannot be read anyway."""


def lay(frame: gpd.GeoDataFrame, bounds: Bounds | None) -> dict[str, Any]:
    """Return what the viewer draws: areas, lines and named points near the data.

    Parameters
    ----------
    frame
        Shapes in any coordinate system, with a column ``name`` for the points or without.
    bounds
        The data: west, south, east, north in degrees; ``None`` keeps all.

    Raises
    ------
    BasemapError
        There is no coordinate system, nothing near the data, too much, or what is no number.

    Examples
    --------
    >>> road = gpd.GeoDataFrame(geometry=[shapely.LineString([(20, 42), (21, 43)])], crs=4326)
    >>> lay(road, (20.0, 42.0, 21.0, 43.0))["lines"]
    ['goi6DgkrgIgqjGgqjG']
    """
    if frame.crs is None:
        raise BasemapError("the basemap has no coordinate system", remedy="set its crs")
    shapes = shapely.force_2d(frame.geometry.to_crs("EPSG:4326").to_numpy())
    if not np.isfinite(shapely.get_coordinates(shapes)).all():
        remedy = "open it in a GIS and mend its shapes"
        raise BasemapError("the basemap has coordinates that are no numbers", remedy=remedy)
    names = frame["name"].tolist() if "name" in frame else [None] * len(frame)
    if bounds is not None:
        shapes = shapely.clip_by_rect(_sound(shapes), *neighbourhood(bounds))
    vertices = int(shapely.get_num_coordinates(shapes).sum())
    if not vertices:
        remedy = "give one of the area of the incidents"
        raise BasemapError("the basemap shows nothing near the incidents", remedy=remedy)
    if vertices > MOST_VERTICES:
        raise BasemapError(
            f"the basemap has {vertices:,} vertices near the incidents, and a page can carry "
            f"{MOST_VERTICES:,}",
            remedy="simplify it or leave layers out in a GIS",
        )
    return {"unit_deg": UNIT_DEG, **_written(shapes, names)}


def _sound(shapes: np.ndarray) -> np.ndarray:
    """Mend areas that cross themselves: clipping would not take them."""
    areas = (shapely.get_dimensions(shapes) == 2) & ~shapely.is_valid(shapes)
    return np.where(areas, shapely.make_valid(shapes), shapes)


def _written(shapes: Iterable[Any], names: Iterable[Any]) -> dict[str, Any]:
    areas: list[list[str]] = []
    lines: list[str] = []
    points: list[list[Any]] = []
    for shape, name in zip(shapes, names, strict=True):
        for part in _parts(shape):
            if part.geom_type == "Polygon":
                areas.append([_line(ring) for ring in (part.exterior, *part.interiors)])
            elif part.geom_type in {"LineString", "LinearRing"}:
                lines.append(_line(part))
            elif isinstance(name, str) and len(points) < MOST_NAMES:
                points.append([name, round(part.x, 5), round(part.y, 5)])
    return {"areas": areas, "lines": lines, "points": points}


def _parts(shape: Any) -> list[Any]:  # noqa: ANN401 - any geometry, or None
    """Take collections apart, however deep."""
    if shape is None or shape.is_empty:
        return []
    if not hasattr(shape, "geoms"):
        return [shape]
    return [part for member in shape.geoms for part in _parts(member)]


def _line(line: Any) -> str:  # noqa: ANN401 - a line or a ring
    steps = np.rint(shapely.get_coordinates(line) / UNIT_DEG).astype(int)
    return encode(steps.tolist())

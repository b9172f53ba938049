"""Read places from what GDAL opens: GeoPackage, GeoJSON, Shapefile, in any coordinate system.

A polygon keeps its outline, a point inside that stands for it, and the radius that holds it.
"""

from __future__ import annotations

import contextlib
import math
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import TableError
from geo.gazetteers.prior import Entry
from geo.io.lines import Reject
from geo.io.mapped import Maker, mapping_of

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

__all__ = ["ENDINGS", "vector_entries"]

ENDINGS = frozenset({".geojson", ".json", ".gpkg", ".shp", ".fgb", ".kml", ".gml"})
"""Files that are handed to GDAL."""
_BATCH = 10_000  # features in memory at once
MOST_VERTICES = 2_000
"""An outline of more is simplified, by a hundredth of its reach: a map shows no difference."""
_SIMPLER = 0.01
_M_PER_DEGREE = 111_000.0


def vector_entries(
    path: Path,
    reject: Reject,
    layer: str,
    told: Mapping[str, str],
    *,
    kind: str | None = None,
    country: str | None = None,
    table: str | None = None,
) -> Iterator[Entry]:
    """Yield the places of a GeoPackage, a GeoJSON file or the like; lines count features.

    Raises
    ------
    TableError
        The file cannot be read, lacks a column, or says no coordinate system.
    """
    maker: Maker | None = None
    try:
        for first, frame in _frames(path, table):
            if maker is None:
                headings = [str(name) for name in frame.columns if name != "geometry"]
                mapping = mapping_of(headings, told, path=path, placed=True)
                maker = Maker(layer, mapping, kind=kind, country=country)
            columns = [frame[name] for name in mapping.all]
            shapes = frame.geometry
            for offset, shape in enumerate(shapes):
                cells = {
                    name: _text(column.iloc[offset])
                    for name, column in zip(mapping.all, columns, strict=True)
                }
                line = first + offset
                try:
                    entry = maker.entry(cells, line, **_shaped(shape))
                except ValueError as error:
                    reject(line, str(error), "\t".join(cells.values()))
                else:
                    yield entry
    finally:
        if maker is not None:
            maker.close()


def _frames(path: Path, table: str | None) -> Iterator[tuple[int, gpd.GeoDataFrame]]:
    """Yield the features in batches, each with the number of its first one, in EPSG:4326."""
    import pyogrio  # noqa: PLC0415 - heavy, and only for these files

    if not path.is_file():
        raise TableError("cannot be read (no such file)", path=path, remedy="check the name")
    first = 0
    while True:
        with _as_table_error(path), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # GDAL's remarks on other layers of the file
            known = {"layer": table} if table else {}
            frame = pyogrio.read_dataframe(path, skip_features=first, max_features=_BATCH, **known)
        if "geometry" not in frame:
            raise TableError("holds no geometries", path=path, remedy="save it as CSV")
        if frame.crs is None:
            remedy = "say in a GIS which one it is, and save it again"
            raise TableError("names no coordinate system", path=path, remedy=remedy)
        if not len(frame):
            return
        yield first + 1, frame.to_crs("EPSG:4326")
        if len(frame) < _BATCH:
            return
        first += len(frame)


@contextlib.contextmanager
def _as_table_error(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        reason = str(error).splitlines()[0][:200]
        raise TableError(
            f"cannot be read ({reason})", path=path, remedy="open it in a GIS and save it again"
        ) from error


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a column holds
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a whole number beside empty cells
    if isinstance(value, list | tuple):
        return "|".join(map(str, value))
    told = str(value)
    return "" if told in {"<NA>", "NaT"} else told


def _shaped(shape: BaseGeometry | None) -> dict[str, Any]:
    """Return position, outline and reach of a shape.

    Raises
    ------
    ValueError
        It has none, or lies off the Earth.
    """
    import shapely  # noqa: PLC0415

    from geo.geometry.geodesy import reach_m, rounded  # noqa: PLC0415
    from geo.geometry.shapes import tidy  # noqa: PLC0415

    if shape is None or shape.is_empty:
        raise ValueError("has no geometry")
    west, south, east, north = shape.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError(f"lies off the Earth: {west:g}, {south:g} to {east:g}, {north:g}")
    sound = shape if shape.is_valid else shapely.make_valid(shape)
    at = sound if sound.geom_type == "Point" else sound.point_on_surface()
    lon, lat = rounded(*at.coords[0][:2])
    if sound.geom_type == "Point":
        return {"at": (lon, lat)}
    corners = shapely.get_coordinates(sound.convex_hull)
    radius_m = float(reach_m((lon, lat), [(x, y, 0.0) for x, y in corners]))
    told: dict[str, Any] = {"at": (lon, lat), "radius_m": radius_m}
    if sound.geom_type in {"Polygon", "MultiPolygon"}:
        if shapely.get_num_coordinates(sound) > MOST_VERTICES:
            sound = sound.simplify(_SIMPLER * radius_m / _M_PER_DEGREE)
        told["geometry"] = shapely.to_geojson(tidy(sound))
    return told

"""Read a map of the user's own to draw behind the incidents: GeoJSON or GeoPackage.

What stands in such a file is drawn and never believed: no side of a border is read from it. GDAL
knows many formats that point to other files and to the network; a file is opened only if it is of
one of the two that do not.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import BasemapError

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["MOST_BYTES", "MOST_FEATURES", "read"]

DRIVERS = {".geojson": "GeoJSON", ".json": "GeoJSON", ".gpkg": "GPKG"}
MOST_BYTES = 500_000_000
MOST_FEATURES = 500_000
"""A background of more is none: it takes minutes to read, and a page cannot hold it."""

NAMES = ("name:en", "name_en", "name", "NAME", "Name")
"""Columns with the name of a point, the first that is there."""

CUT = "cut it to the area of the incidents in a GIS"


def read(path: str | Path) -> gpd.GeoDataFrame:
    """Return the shapes of a GeoJSON or GeoPackage file, and the names of points.

    Returns
    -------
    Columns ``name`` (text or ``None``) and ``geometry`` in EPSG:4326, layer by layer.

    Raises
    ------
    BasemapError
        The file cannot be read, is of another format or too large, holds no shapes, or does not say
        in which coordinate system they are; or they lie off the Earth.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "spring.geojson")
    >>> shape = '{"type": "Point", "coordinates": [20.5, 42.9]}'
    >>> _ = path.write_text(f'{{"type": "Feature", "properties": {{}}, "geometry": {shape}}}')
    >>> len(read(path))
    1
    """
    import geopandas as gpd  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    file = _checked(Path(path))
    found = [_layer(file, layer) for layer in _layers(file)]
    shapes = [part for part in found if len(part)]
    if not shapes:
        raise BasemapError("holds no shapes", path=file, remedy="give one with lines or areas")
    joined = gpd.GeoDataFrame(pd.concat(shapes, ignore_index=True), crs="EPSG:4326")
    west, south, east, north = joined.total_bounds
    if not (-180.001 <= west <= east <= 180.001 and -90.001 <= south <= north <= 90.001):
        raise BasemapError(
            f"lies off the Earth: from {west:g}, {south:g} to {east:g}, {north:g}",
            path=file,
            remedy="GeoJSON is in degrees (lon, lat); convert it to EPSG:4326",
        )
    return joined


def _checked(path: Path) -> Path:
    if not path.is_file():
        raise BasemapError("cannot be read (no such file)", path=path, remedy="check the name")
    if path.suffix.lower() not in DRIVERS:
        raise BasemapError(
            "is no GeoJSON and no GeoPackage by its ending",
            path=path,
            remedy=f"save it as one of {', '.join(DRIVERS)}",
        )
    if path.stat().st_size > MOST_BYTES:
        told = f"is larger than {MOST_BYTES / 1e6:.0f} MB"
        raise BasemapError(told, path=path, remedy=CUT)
    with path.open("rb") as stream:
        lite = stream.read(16).startswith(b"SQLite format 3")
    if lite is not (path.suffix.lower() == ".gpkg"):
        told = f"is no {DRIVERS[path.suffix.lower()]}, whatever its ending says"
        raise BasemapError(told, path=path, remedy="open it in a GIS and save it again")
    return path


def _layers(path: Path) -> list[str]:
    """Return the layers with shapes, once GDAL agrees on the format."""
    import pyogrio  # noqa: PLC0415

    with _as_basemap_error(path):
        layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
        for layer in layers:
            info = pyogrio.read_info(path, layer=layer)
            driver = str(info["driver"])
            if driver not in {"GeoJSON", "GPKG"}:
                raise BasemapError(f"is a file of {driver}", path=path, remedy="save it as GeoJSON")
            if info["features"] > MOST_FEATURES:
                told = f"holds {info['features']:,} shapes in the layer {layer}"
                raise BasemapError(told, path=path, remedy=CUT)
    return layers


def _layer(path: Path, layer: str) -> gpd.GeoDataFrame:
    import geopandas as gpd  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415
    import pyogrio  # noqa: PLC0415

    with _as_basemap_error(path):
        frame = pyogrio.read_dataframe(path, layer=layer, force_2d=True)
    if frame.crs is None:
        told = f"does not say in which coordinate system the layer {layer} is"
        remedy = "say so in a GIS, and save it again"
        raise BasemapError(told, path=path, remedy=remedy)
    with _as_basemap_error(path):
        shapes = frame.geometry.to_crs("EPSG:4326")
    found = next((name for name in NAMES if name in frame), None)
    names = [None] * len(frame) if found is None else [_text(cell) for cell in frame[found]]
    column = pd.Series(names, dtype=object)  # a column of text would turn None into NaN
    whole = gpd.GeoDataFrame({"name": column}, geometry=shapes.to_numpy(), crs="EPSG:4326")
    return whole[~(whole.geometry.isna() | whole.geometry.is_empty)]


def _text(cell: Any) -> str | None:  # noqa: ANN401 - whatever a column holds
    return cell.strip()[:80] or None if isinstance(cell, str) else None


@contextlib.contextmanager
def _as_basemap_error(path: Path) -> Iterator[None]:
    """Say what GDAL could not do, with the file and without its warnings."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except BasemapError:
        raise
    except Exception as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
        raise BasemapError(
            f"cannot be read ({reason})", path=path, remedy="open it in a GIS and save it again"
        ) from error

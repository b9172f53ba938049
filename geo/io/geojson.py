"""GeoJSON: RFC 7946 by our own rules, and reading back what a GIS made of it.

Writing: one feature per line, string ids, at most six decimals, outer rings counter-clockwise, no
``crs``, numbers as JavaScript prints them, letters as UTF-8, the same bytes every time. Reading:
what QGIS and GDAL change on saving is put right, what cannot be meant is refused with its line.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TextIO

import numpy as np
import shapely
from shapely.geometry import Point

from geo import frames
from geo.errors import IncidentsError, OptionError
from geo.geometry import shapes
from geo.geometry.geodesy import DECIMALS
from geo.io import jsontext, outputs
from geo.io.jsontext import number

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

__all__ = ["dumps", "loads", "number", "read", "write"]

_WGS84 = re.compile(r"(?:CRS:?84|EPSG:{1,2}4326|EPSG:[\d.]*:4326|OGC:[\d.]*:CRS84)$", re.IGNORECASE)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|NaN|-?Infinity', re.DOTALL)
_FEATURES = re.compile(r'"features"\s*:\s*\[')
_GAP = re.compile(r"[\s,]*")

# ---- writing


def write(
    frame: gpd.GeoDataFrame,
    target: str | Path | TextIO,
    *,
    geometry: Literal["footprint", "point"] = "footprint",
    attribution: Sequence[str] = (),
) -> None:
    """Write incidents as GeoJSON, whole or not at all, or to an open stream.

    Parameters
    ----------
    frame
        As ``frames.to_frame`` gives it; columns of your own are written too.
    target
        The file or a text stream.
    geometry
        ``footprint`` writes the frame's own geometries, ``point`` one point each, from ``lon``
        and ``lat``.
    attribution
        Whom to credit besides ``outputs.CREDITS``; it stands in the member of that name.

    Raises
    ------
    OutputError
        The file cannot be written.
    IncidentsError
        The frame lacks a column, or holds something that JSON cannot.

    Examples
    --------
    >>> import sys
    >>> write(frames.to_frame([]), sys.stdout)
    {"type": "FeatureCollection", "attribution": ["Places: GeoNames, CC BY 4.0"], "features": [
    ]}
    """
    text = dumps(frame, geometry=geometry, attribution=attribution)
    outputs.write_text(text, target)


def dumps(
    frame: gpd.GeoDataFrame,
    *,
    geometry: Literal["footprint", "point"] = "footprint",
    attribution: Sequence[str] = (),
) -> str:
    """Return incidents as the text of a GeoJSON file; see ``write``.

    Examples
    --------
    >>> rows = [{"id": "a1", "type": "protest", "date_start": "2023-01-08"}]
    >>> told = dumps(frames.from_records(rows, [Point(20.5, 43)]))
    >>> told.splitlines()[1][:81]
    '{"type": "Feature", "id": "a1", "geometry": {"type": "Point", "coordinates": [20.'
    """
    frames.validate(frame)
    rows = frames.records(frame)
    if geometry not in {"footprint", "point"}:
        raise OptionError(f"geometry {geometry!r} means nothing", remedy="footprint or point")
    shown = _points(rows) if geometry == "point" else [*frame.geometry]
    credited = jsontext.dumps(list(dict.fromkeys((*outputs.CREDITS, *attribution))))
    head = f'{{"type": "FeatureCollection", "attribution": {credited}, '
    head += f'{_bbox(shown)}"features": ['
    drawn = shapes.as_geojson(shown)
    lines = [_feature(row, shape) for row, shape in zip(rows, drawn, strict=True)]
    return "\n".join(filter(None, (head, ",\n".join(lines), "]}"))) + "\n"


def _points(rows: Sequence[Mapping[str, Any]]) -> list[BaseGeometry | None]:
    return [
        None if row["lon"] is None or row["lat"] is None else Point(row["lon"], row["lat"])
        for row in rows
    ]


def _bbox(shown: Sequence[BaseGeometry | None]) -> str:
    bounds = shapely.bounds(np.array([*shown], dtype=object)).reshape(-1, 4)
    known = bounds[~np.isnan(bounds[:, 0])]
    if not len(known):
        return ""
    edges = np.round((*known[:, :2].min(axis=0), *known[:, 2:].max(axis=0)), DECIMALS) + 0.0
    return f'"bbox": [{", ".join(map(number, edges.tolist()))}], '


def _feature(row: Mapping[str, Any], drawn: Mapping[str, Any] | None) -> str:
    feature = {"type": "Feature", "id": row["id"], "geometry": drawn, "properties": row}
    try:
        return jsontext.dumps(feature)
    except (TypeError, ValueError) as error:
        raise IncidentsError(
            f"feature {jsontext.dumps(str(row['id']))}: {error}",
            remedy="keep to text, numbers and lists",
        ) from error


# ---- reading


def read(
    path: str | Path,
    *,
    rejected: Callable[[IncidentsError], None] | None = None,
    noted: Callable[[str], None] | None = None,
) -> gpd.GeoDataFrame:
    """Read incidents back from a GeoJSON file, also one that was edited in a GIS.

    Columns that are missing are filled with nothing, columns that we do not know are kept.

    Parameters
    ----------
    path
        The file.
    rejected
        Called with what is wrong with each feature that is set aside, while the others are read;
        without it the first one raises.
    noted
        Called with what is odd about a feature that is used all the same: its ``lat`` and ``lon``
        lie off its geometry, which stands.

    Raises
    ------
    IncidentsError
        Naming the file, the line and the feature: no JSON, no FeatureCollection, another
        coordinate system, positions off the Earth or swapped, an id or a property that is
        missing or comes twice.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "incidents.geojson")
    >>> write(frames.to_frame([]), path)
    >>> len(read(path))
    0
    """
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise IncidentsError(
            f"cannot be read ({error.strerror or error})", path=path, remedy="check the name"
        ) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise IncidentsError("is not UTF-8", path=path, line=line, remedy=_SAVE_AGAIN) from error
    return loads(text, path=path, rejected=rejected, noted=noted)


_SAVE_AGAIN = "save it as GeoJSON in UTF-8"


def loads(
    text: str,
    *,
    path: str | Path | None = None,
    rejected: Callable[[IncidentsError], None] | None = None,
    noted: Callable[[str], None] | None = None,
) -> gpd.GeoDataFrame:
    """Read incidents from the text of a GeoJSON file; see ``read``.

    Parameters
    ----------
    text
        The whole file.
    path
        Its name, for messages.
    rejected, noted
        As for ``read``.
    """
    features = _collection(_parsed(text, path), path)
    line_of = _Lines(text)
    rows, drawn, places = [], [], []
    faults: list[IncidentsError] = []
    for place, feature in enumerate(features):
        row = _properties(feature)
        told = f"feature {place + 1 if row.get('id') is None else jsontext.dumps(str(row['id']))}"
        try:
            shape = _shape(feature.get("geometry"))
        except (TypeError, ValueError, RecursionError, shapely.errors.ShapelyError) as error:
            reason = f"{told}: its geometry cannot be read ({_reason(error)})"
            fault = IncidentsError(reason, path=path, line=line_of(place), remedy=_AS_THE_RFC)
            if rejected is None:
                raise fault from error
            faults.append(fault)
            continue
        rows.append(row)
        drawn.append(shape)
        places.append(place)
    aside = None if rejected is None else faults.append
    try:
        return frames.from_records(
            rows, drawn, path=path, line_of=line_of, places=places, rejected=aside, noted=noted
        )
    finally:
        if rejected is not None:  # as they stand in the file
            for fault in sorted(faults, key=lambda fault: fault.line or 0):
                rejected(fault)


_AS_THE_RFC = "write it as RFC 7946 says"


def _parsed(text: str, path: str | Path | None) -> object:
    line: int | None
    try:
        return json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except json.JSONDecodeError as error:
        line, reason = error.lineno, f"is not JSON ({error.msg[:1].lower()}{error.msg[1:]})"
    except _NotJSONError as error:
        line, reason = _constant_line(text), f"is not JSON ({error} is no number)"
    except (ValueError, RecursionError) as error:
        raise IncidentsError(
            f"is not usable JSON ({_reason(error)})", path=path, remedy=_SAVE_AGAIN
        ) from error
    raise IncidentsError(reason, path=path, line=line, remedy=_SAVE_AGAIN)


class _NotJSONError(ValueError):
    """A number that JSON does not have."""


def _refuse(constant: str) -> NoReturn:
    raise _NotJSONError(constant)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _NotJSONError(digits[:20])
    return value


def _constant_line(text: str) -> int | None:
    """Find the line of the first NaN or Infinity that is not inside a string."""
    for token in _TOKEN.finditer(text):
        if not token[0].startswith('"'):
            return text.count("\n", 0, token.start()) + 1
    return None


def _reason(error: BaseException) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:100]


def _collection(data: object, path: str | Path | None) -> list[Mapping[str, Any]]:
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        found = data.get("type") if isinstance(data, dict) else type(data).__name__
        raise IncidentsError(
            f"is a {str(found)[:40]}, not a FeatureCollection", path=path, remedy=_FROM_US
        )
    features = data.get("features")
    if not isinstance(features, list) or not all(isinstance(item, dict) for item in features):
        raise IncidentsError('has no list of "features"', path=path, remedy=_FROM_US)
    _check_crs(data.get("crs"), path)
    return features


_FROM_US = "use a file that `geo map` or `geo export` wrote"


def _check_crs(crs: object, path: str | Path | None) -> None:
    """Accept the old ``crs`` member, which GDAL writes, where it says what RFC 7946 says."""
    if crs is None:
        return
    named = crs.get("properties", {}) if isinstance(crs, dict) else {}
    name = named.get("name") if isinstance(named, dict) else None
    if not isinstance(name, str) or not _WGS84.search(name):
        reason = f"has the coordinate system {str(name)[:60]}"
        raise IncidentsError(reason, path=path, remedy="save it in EPSG:4326 (WGS 84)")


def _properties(feature: Mapping[str, Any]) -> dict[str, Any]:
    found = feature.get("properties")
    row = dict(found) if isinstance(found, dict) else {}
    if row.get("id") is None:  # GDAL moves it, or numbers the features itself
        row["id"] = feature.get("id")
    return row


def _shape(geometry: object) -> BaseGeometry | None:
    if geometry is None:
        return None
    if not isinstance(geometry, dict):
        raise TypeError("it is no object")
    for position in _positions(geometry):
        _check_position(position)
    for ring in _rings(geometry):
        if len(ring) < 4 or ring[0] != ring[-1]:
            raise ValueError("a ring is not closed")
    shape = shapely.from_geojson(json.dumps(geometry))
    return None if shape.is_empty else shape


def _positions(geometry: Mapping[str, Any]) -> Iterator[list[Any]]:
    if geometry.get("type") == "GeometryCollection":
        for part in geometry.get("geometries") or []:
            if not isinstance(part, dict):
                raise TypeError("a part of it is no object")
            yield from _positions(part)
        return
    yield from _leaves(geometry.get("coordinates"))


def _leaves(coordinates: object) -> Iterator[list[Any]]:
    if not isinstance(coordinates, list):
        raise TypeError("coordinates are no list")
    if coordinates and not isinstance(coordinates[0], list):
        yield coordinates
        return
    for item in coordinates:
        yield from _leaves(item)


def _check_position(position: Sequence[object]) -> None:
    plain = all(isinstance(x, int | float) and not isinstance(x, bool) for x in position)
    if not plain or not 2 <= len(position) <= 4:
        raise ValueError(f"{jsontext.dumps(list(position))} is no position")
    lon, lat = float(str(position[0])), float(str(position[1]))
    if abs(lon) <= 180 and abs(lat) <= 90:
        return
    swapped = abs(lat) <= 180 and abs(lon) <= 90
    hint = "swapped? longitude comes first" if swapped else "longitude, latitude in degrees"
    raise ValueError(f"[{number(lon)}, {number(lat)}] is off the Earth: {hint}")


def _rings(geometry: Mapping[str, Any]) -> Iterator[list[Any]]:
    if geometry.get("type") == "Polygon":
        yield from geometry["coordinates"]
    elif geometry.get("type") == "MultiPolygon":
        for polygon in geometry["coordinates"]:
            yield from polygon


class _Lines:
    """The line on which each feature begins; looked up only when something is wrong, and once."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, place: int) -> int | None:
        return self._known[place] if place < len(self._known) else None

    @cached_property
    def _known(self) -> list[int]:
        start = _FEATURES.search(self._text)
        at, line, decoder = start.end() if start else len(self._text), 1, json.JSONDecoder()
        lines, counted = [], 0
        while (begin := _skip(self._text, at)) < len(self._text):
            line += self._text.count("\n", counted, begin)
            counted = begin
            try:
                at = decoder.raw_decode(self._text, begin)[1]
            except (ValueError, RecursionError):  # the end of the list
                break
            lines.append(line)
        return lines


def _skip(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return at if gap is None else gap.end()

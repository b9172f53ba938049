"""Incidents as a GeoDataFrame: the one bridge from records to maps, files and spreadsheets.

A frame without rows has the same columns, dtypes and CRS as a full one. Text is ``object`` with
``None`` where unknown, never ``NaN``; dates are ISO text (``pandas.to_datetime`` reads them);
numbers of people are ``Int64`` with ``NA``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely.geometry import Point

from geo.errors import IncidentsError, OptionError
from geo.geometry import shapes
from geo.lexicon import Lexicon, default_lexicon
from geo.model import Count, Incident, Report, Resolution, Span, When
from geo.tables import checks, columns, titles
from geo.tables.columns import COLUMNS, COUNTED, CROSSWALK, REQUIRED, Cell
from geo.tables.precision import geo_precision, time_precision

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = [
    "CRS",
    "cells",
    "from_records",
    "latest_report",
    "order",
    "records",
    "to_frame",
    "validate",
]

CRS = "EPSG:4326"

WGS84 = 4326
"""The number of that CRS at EPSG."""

CONFIDENCE_DECIMALS = 3
"""More would claim a precision that a rule of thumb has not."""

MOST_ALTERNATIVES = 5
"""Namesakes that lost, kept beside the place that was chosen; some names have hundreds."""

NEEDED = (*REQUIRED, "date_end", "status", "lat", "lon")
"""Columns without which a frame can be neither drawn nor written."""


# ---- from incidents


def to_frame(
    incidents: Iterable[Incident],
    *,
    lexicon: Lexicon | None = None,
    geometry: Literal["footprint", "point"] = "footprint",
) -> gpd.GeoDataFrame:
    """Lay incidents out as a table with a geometry, by date and id, undated last.

    Parameters
    ----------
    incidents
        In any order; the same incidents give the same frame.
    lexicon
        Where labels and the crosswalk come from; our own if not given.
    geometry
        ``footprint``: crossings as polygons, regions as outlines, towns as points, ``None`` for a
        country without outline. ``point``: one point each, for tools that dislike mixed layers.

    Examples
    --------
    >>> empty = to_frame([])
    >>> len(empty), str(empty.crs), list(empty.columns)[:3]
    (0, 'EPSG:4326', ['id', 'report_ids', 'type'])
    """
    if geometry not in {"footprint", "point"}:
        raise OptionError(f"geometry {geometry!r} means nothing", remedy="footprint or point")
    kinds = (lexicon or default_lexicon()).kinds
    rows = [_row(incident, kinds) for incident in incidents]
    drawn = [_geometry(row.pop("_where"), geometry) for row in rows]
    for row, shape in zip(rows, drawn, strict=True):
        checks.settle(row, shape)
    found = order([row["date_start"] for row in rows], [row["id"] for row in rows])
    return _assemble([rows[n] for n in found], [drawn[n] for n in found])


def order(days: Sequence[Cell], names: Sequence[Cell]) -> list[int]:
    """Return the numbers of incidents as they stand everywhere: by first day, undated last, by id.

    Examples
    --------
    >>> order(["2023-01-08", None, "2011-10-19", "2023-01-08"], ["b", "a", "c", "a"])
    [2, 3, 0, 1]
    """
    # Three sorts by texts, each keeping what it finds: one by tuples takes four times as long.
    told, dated = [*map(str, names)], [str(day or "") for day in days]
    found = sorted(range(len(told)), key=told.__getitem__)
    found.sort(key=dated.__getitem__)
    found.sort(key=lambda n: not dated[n])
    return found


def latest_report(sources: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the day by which an undated incident had happened: the last one it was reported.

    Examples
    --------
    >>> latest_report([{"published": "2011-10-19"}, {"published": "2011-10-20"}])
    '2011-10-20'
    """
    days = [_day(source.get("published")) for source in sources]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _day(value: Cell) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        return None


def _row(incident: Incident, kinds: Mapping[str, Any]) -> dict[str, Any]:
    kind = kinds.get(incident.kind)
    reports = sorted(incident.reports, key=lambda report: _anchor_first(report, incident.id))
    return {
        "id": incident.id,
        "report_ids": list(dict.fromkeys(report.id for report in reports)),
        "type": incident.kind,
        "title": titles.title(incident, label=kind.label if kind else None),
        "status": incident.status.value,
        "background": incident.background,
        "verbal": incident.verbal,
        "confidence": round(incident.confidence, CONFIDENCE_DECIMALS),
        **_dates(incident.when),
        **_place(incident.where),
        **_people(incident),
        "actors": [{"name": a.name, "role": a.role, "sector": a.sector} for a in incident.actors],
        "actor_1": incident.actors[0].name if incident.actors else None,
        **{name: getattr(kind, name, None) for name in CROSSWALK},
        "crossings": [],
        **_evidence(reports),
        "conflicts": [
            {"field": c.field, "told": c.told, "documents": list(c.documents)}
            for c in incident.conflicts
        ],
        "_where": incident.where,
    }


def _anchor_first(report: Report, anchor: str) -> tuple[bool, date, str, Span]:
    """Order as stories.merge does, file names left out."""
    source = report.source
    published = source.published or date.max
    return report.id != anchor, published, source.content_hash, report.trigger


def _dates(when: When) -> dict[str, Any]:
    return {
        "date_start": when.first.isoformat() if when.first else None,
        "date_end": when.last.isoformat() if when.last else None,
        "date_precision": when.precision,
        "time_precision": time_precision(when),
        "date_basis": when.basis,
    }


def _place(where: Resolution | None) -> dict[str, Any]:
    if where is None:
        return {"place_reasons": ["no place was named"]}
    place = where.place
    told: dict[str, Any] = {
        "geo_precision": geo_precision(where),
        "place_reasons": list(where.because),
        "place_alternatives": [
            {
                "id": other.id,
                "name": titles.english(other),
                "admin1": other.admin1,
                "countries": list(other.countries),
                "score": round(score, CONFIDENCE_DECIMALS),
            }
            for other, score in where.alternatives[:MOST_ALTERNATIVES]
        ],
        "uncertainty_m": shapes.radius_m(where),
        "members": [member.id for member in where.members],
        **dict(zip(("lon", "lat"), shapes.position(where) or (None, None), strict=True)),
    }
    countries = list(dict.fromkeys(c for p in (place, *where.members) if p for c in p.countries))
    told["countries"] = countries
    told["country"] = countries[0] if len(countries) == 1 else None
    if place is not None:
        name = titles.english(place)
        told |= {"place": name, "place_id": place.id, "place_kind": place.kind.value}
        told |= {"names": dict(place.names), "names_en": name, "admin1": place.admin1}
    return told


def _people(incident: Incident) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name in COUNTED:
        count: Count | None = getattr(incident, name)
        if count is not None:
            told |= {
                name: count.minimum,
                f"{name}_max": count.maximum,
                f"{name}_approximate": count.approximate,
            }
    return told


def _evidence(reports: Sequence[Report]) -> dict[str, Any]:
    sources: list[dict[str, Any]] = []
    for report in reports:
        told = _source(report)
        if told not in sources:  # two reports may rest on one sentence
            sources.append(told)
    first = sources[0] if sources else {}
    return {"sources": sources, **{name: first.get(name) for name in ("quote", "url", "publisher")}}


def _source(report: Report) -> dict[str, Any]:
    source = report.source
    told = bool(report.trigger.end)  # a headline has no place in the text
    return {
        "document": source.document,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published.isoformat() if source.published else None,
        "quote": report.quote,
        "start": report.sentence.start,
        "end": report.sentence.end,
        "trigger_start": report.trigger.start if told else None,
        "trigger_end": report.trigger.end if told else None,
    }


def _geometry(where: Resolution | None, sort: str) -> BaseGeometry | None:
    if where is None:
        return None
    if sort == "footprint":
        return shapes.footprint(where)
    at = shapes.position(where)
    return None if at is None else Point(at)


# ---- the table itself


def _assemble(
    rows: Sequence[Mapping[str, Any]],
    geometries: Sequence[BaseGeometry | None],
    extra: Sequence[str] = (),
) -> gpd.GeoDataFrame:
    data = {name: _column(name, rows) for name in COLUMNS}
    for name in extra:
        data[name] = pd.Series([row.get(name) for row in rows], dtype=object)
    shapes_ = gpd.GeoSeries(list(geometries), crs=CRS, index=pd.RangeIndex(len(rows)))
    return gpd.GeoDataFrame(data, geometry=shapes_, crs=CRS)


def _column(name: str, rows: Sequence[Mapping[str, Any]]) -> pd.Series[Any]:
    values = [row.get(name) for row in rows]
    filled = [columns.default(name) if value is None else value for value in values]
    return pd.Series(filled, dtype=columns.DTYPES.get(COLUMNS[name], "object"))


def records(frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Return the rows as plain dictionaries without the geometry, missing values as ``None``.

    Examples
    --------
    >>> records(from_records([{"id": "a", "type": "protest", "date_start": None}], [None]))[0]["id"]
    'a'
    """
    told = cells(frame)
    if not told:
        return [{} for _ in range(len(frame))]
    return [dict(zip(told, values, strict=True)) for values in zip(*told.values(), strict=True)]


def cells(frame: gpd.GeoDataFrame) -> dict[str, list[Any]]:
    """Return the columns without the geometry as lists of plain values, missing ones ``None``.

    Examples
    --------
    >>> told = cells(from_records([{"id": "a", "type": "riot", "date_start": None}], [None]))
    >>> told["id"], told["killed"]
    (['a'], [None])
    """
    names = [name for name in frame.columns if name != frame.geometry.name]
    return {name: _plainly(frame[name]) for name in names}


_ALREADY_PLAIN = frozenset({str, type(None), list, dict, int, bool})


def _plainly(column: pd.Series[Any]) -> list[Cell]:
    # Whole columns at once: there are five million cells at 100,000 incidents.
    if isinstance(column.dtype, pd.Int64Dtype | pd.BooleanDtype):
        known = column.notna()
        told: list[Cell] = [None] * len(column)
        return column.astype(object).where(known, None).tolist() if known.any() else told
    values: list[Cell] = column.tolist()
    if column.dtype == np.float64:
        return [None if value != value else value for value in values]  # noqa: PLR0124 - NaN
    if _ALREADY_PLAIN.issuperset(map(type, values)):
        return values
    return [*map(_plain, values)]


def _plain(value: Cell) -> Cell:
    if value is None or isinstance(value, str | bool | list | dict | int):
        return value
    if isinstance(value, float):
        return None if math.isnan(value) else value
    if isinstance(value, np.generic | np.ndarray):
        return _plain(value.tolist())
    if value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, datetime):  # also pandas.Timestamp
        midnight = value.time() == datetime.min.time() and value.tzinfo is None
        return value.date().isoformat() if midnight else value.isoformat()
    return value.isoformat() if isinstance(value, date) else value


# ---- from records that somebody may have edited


def from_records(
    rows: Sequence[Mapping[str, Any]],
    geometries: Sequence[BaseGeometry | None],
    *,
    path: str | Path | None = None,
    line_of: Callable[[int], int | None] | None = None,
    places: Sequence[int] | None = None,
    rejected: Callable[[IncidentsError], None] | None = None,
    noted: Callable[[str], None] | None = None,
) -> gpd.GeoDataFrame:
    """Build a frame from dictionaries that may have been through a GIS.

    Numbers for ids, lists as JSON text, ``T00:00:00`` after dates and missing keys are put right;
    columns we do not know are kept behind ours. A position that is missing, or that lies off its
    geometry because somebody moved it, is taken from the geometry.

    Parameters
    ----------
    rows, geometries
        One of each per incident.
    path, line_of
        For messages: the file, and the line on which a feature (counted from 0) begins.
    places
        Also for messages: which feature each row is, where others were set aside.
    rejected
        Called with what is wrong with each feature that is set aside; without it the first raises.
    noted
        Called with what is odd about a feature that is used: its position is off its geometry.

    Raises
    ------
    IncidentsError
        Naming the feature and the column.
    """
    origin = checks.Origin(path, line_of, places, noted)
    present = dict.fromkeys(name for row in rows for name in row)
    for name in REQUIRED:
        if rows and name not in present:
            reason = f'no feature has the property "{name}"'
            raise IncidentsError(reason, path=path, remedy=checks.FROM_US)
    typed: list[dict[str, Any]] = []
    drawn: list[BaseGeometry | None] = []
    seen: dict[str, int] = {}
    for number, (row, shape) in enumerate(zip(rows, geometries, strict=True)):
        try:
            told, tidied = checks.sound(row, shape, number, origin)
            checks.once(told, number, seen, origin)
        except IncidentsError as error:
            if rejected is None:
                raise
            rejected(error)
            continue
        typed.append(told)
        drawn.append(tidied)
    return _assemble(typed, drawn, [name for name in present if name not in {*COLUMNS, "geometry"}])


def validate(
    frame: gpd.GeoDataFrame,
    *,
    path: str | Path | None = None,
    line_of: Callable[[int], int | None] | None = None,
) -> None:
    """Check that a frame has what drawing and writing need.

    Raises
    ------
    IncidentsError
        Naming the feature and the column: a missing one, an id that comes twice, an unknown
        status, dates in the wrong order, a position that is none on Earth.
    """
    origin = checks.Origin(path, line_of)
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing or "geometry" not in frame.columns or frame.geometry.name != "geometry":
        told = f"the frame has no column {(missing or ['geometry'])[0]}"
        raise IncidentsError(told, path=path, remedy="make it with geo.frames")
    if frame.crs is None or frame.crs.to_epsg() != WGS84:
        remedy = f'frame.to_crs("{CRS}")'
        raise IncidentsError("the frame is not in longitude and latitude", path=path, remedy=remedy)
    seen: dict[str, int] = {}
    bounds = frame.geometry.bounds.to_numpy().tolist()
    for number, (row, box) in enumerate(zip(records(frame), bounds, strict=True)):
        checks.check(row, number, origin)
        checks.once(row, number, seen, origin)
        checks.check_bounds(row, number, box, origin)

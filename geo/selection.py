"""Choose incidents of a frame: by day, kind, place on earth; talk and history apart.

What is undated is kept if it can have happened in the time asked for: an undated report of 2011
did not happen in 2022.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import shapely

if TYPE_CHECKING:
    import geopandas as gpd

from geo import frames

__all__ = ["Selection", "aside", "select"]

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for.

    Attributes
    ----------
    since, until
        Days, both included.
    kinds
        Kinds of incident; all if empty.
    bbox
        West, south, east, north in degrees.
    everything
        Also history given as context, and talk.
    """

    since: date | None = None
    until: date | None = None
    kinds: Collection[str] = ()
    bbox: Box | None = None
    everything: bool = False


def select(frame: gpd.GeoDataFrame, selection: Selection) -> gpd.GeoDataFrame:
    """Return the rows of a frame that a selection asks for, in their order.

    Examples
    --------
    >>> rows = [{"id": "a", "type": "protest", "date_start": "2023-01-08"}]
    >>> frame = frames.from_records(rows, [shapely.Point(20.87, 42.89)])
    >>> len(select(frame, Selection(since=date(2023, 2, 1))))
    0
    """
    rows = frames.records(frame)
    kept = [
        number
        for number, row in enumerate(rows)
        if _is_current(row, selection)
        and (not selection.kinds or row["type"] in selection.kinds)
        and _in_time(row, selection)
        and _in_box(row, frame.geometry.iloc[number], selection.bbox)
    ]
    return frame.iloc[kept].reset_index(drop=True)


def aside(frame: gpd.GeoDataFrame, selection: Selection) -> int:
    """Count the rows that a selection leaves out because they are talk or history."""
    return sum(not _is_current(row, selection) for row in frames.records(frame))


def _is_current(row: dict[str, Any], selection: Selection) -> bool:
    return selection.everything or not (row["background"] or row["verbal"])


def _in_time(row: dict[str, Any], selection: Selection) -> bool:
    latest = row["date_end"] or row["date_start"] or frames.latest_report(row["sources"])
    if selection.since and latest and latest < selection.since.isoformat():
        return False
    earliest = row["date_start"]
    return not (selection.until and earliest and earliest > selection.until.isoformat())


def _in_box(row: dict[str, Any], shape: Any, bbox: Box | None) -> bool:  # noqa: ANN401
    if bbox is None:
        return True
    if shape is not None and not shape.is_empty:
        return bool(shapely.box(*bbox).intersects(shape))
    west, south, east, north = bbox
    lon, lat = row["lon"], row["lat"]
    return lon is not None and lat is not None and west <= lon <= east and south <= lat <= north

"""Incidents that somebody corrected by hand, joined with those read now: what was edited stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from geo import frames
from geo.errors import IncidentsError
from geo.io import geojson
from geo.model import Rejected

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.summary import Summary

__all__ = ["holds_incidents", "join", "read"]

ENDINGS = (".geojson", ".json")


def holds_incidents(source: str | Path) -> bool:
    """Tell whether a source is a file of incidents, written before and perhaps edited."""
    return Path(source).suffix.lower() in ENDINGS and not Path(source).is_dir()


def read(paths: Iterable[str | Path], summary: Summary) -> list[gpd.GeoDataFrame]:
    """Read files of incidents; what cannot be read or comes twice is told to the summary.

    A feature that cannot be read is set aside as an article is: the others of its file are drawn.
    One whose position is off its geometry is drawn where that is, and told.
    """

    def reject(error: IncidentsError) -> None:
        summary.rejected.append(Rejected(error.path, error.line, error.reason, error.remedy))

    found: list[gpd.GeoDataFrame] = []
    seen: dict[str, str | Path] = {}
    for path in paths:
        before = len(summary.rejected)
        try:
            frame = geojson.read(path, rejected=reject, noted=summary.warnings.append)
        except IncidentsError as error:
            reject(error)
            continue
        if not len(frame) and len(summary.rejected) > before:
            continue  # nothing of it could be used: no reason to write over older results
        twice = [name for name in frame["id"] if seen.setdefault(name, path) is not path]
        summary.warnings += [
            f"{path}: incident {name!r} is also in {seen[name]}, which stands" for name in twice
        ]
        found.append(frame)
    summary.edited = len(found)
    return found


def join(fresh: gpd.GeoDataFrame, edited: Sequence[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """Return edited incidents, and those read now that no edited one tells of.

    An incident is known again by its own id or by any of its reports: another article may have
    given it another id since. Of two edited incidents with one id the first stands.

    Examples
    --------
    >>> rows = [{"id": "a", "type": "riot", "date_start": None, "report_ids": ["a", "b"]}]
    >>> edited = frames.from_records(rows, [None])
    >>> read_now = [{"id": n, "type": "protest", "date_start": None} for n in "bc"]
    >>> join(frames.from_records(read_now, [None, None]), [edited])[["id", "type"]].values.tolist()
    [['a', 'riot'], ['c', 'protest']]
    """
    corrected = [frame for frame in edited if len(frame)]
    known = {name for frame in corrected for row in frames.records(frame) for name in _names(row)}
    new = fresh[[known.isdisjoint(_names(row)) for row in frames.records(fresh)]]
    filled = [frame for frame in (*corrected, new) if len(frame)]
    if not filled:
        return fresh
    joined = pd.concat(filled, ignore_index=True).drop_duplicates("id", ignore_index=True)
    order = frames.order(joined["date_start"].tolist(), joined["id"].tolist())
    return joined.iloc[order].reset_index(drop=True)


def _names(row: Mapping[str, Any]) -> Iterable[str]:
    return row["id"], *row["report_ids"]

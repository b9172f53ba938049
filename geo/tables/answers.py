"""Answers as columns: each question answered once, and its answer repeated for every row.

As in ``geo.frames``: text is ``object`` with ``None`` where unknown, never ``NaN``, and a frame
without rows has the columns and types of a full one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.frames import CRS

__all__ = ["LISTS", "Columns", "lay_out", "points"]

LISTS = "lists"
"""In place of a dtype: an ``object`` column in which each row has a list of its own."""

Columns: TypeAlias = Mapping[str, tuple[str, Callable[[Any], object]]]
"""For each column its dtype, or ``LISTS``, and how a cell is got from an answer."""


def lay_out(
    given: Mapping[str, Sequence[Any]],
    columns: Columns,
    answers: Sequence[object],
    rows: Sequence[int],
    index: pd.Index[Any] | None = None,
) -> gpd.GeoDataFrame:
    """Lay answers out as a table of points, EPSG:4326.

    Parameters
    ----------
    given
        Columns that come first, a cell for each row.
    columns
        What to tell of an answer; ``lon`` and ``lat`` are among it and give the geometry.
    answers
        Each different answer once.
    rows
        For each row the number of its answer.
    index
        The index of the table; numbers from 0 if not given.

    Examples
    --------
    >>> columns = {"lon": ("float64", lambda at: at[0]), "lat": ("float64", lambda at: at[1])}
    >>> lay_out({}, columns, [(20.5, 43.0), (None, None)], [0, 1, 0]).geometry.isna().tolist()
    [False, True, False]
    """
    taken = np.array(rows, dtype="int64")
    index = pd.RangeIndex(len(rows)) if index is None else index
    data = {name: pd.Series(cells, index=index, dtype=object) for name, cells in given.items()}
    for name, (dtype, get) in columns.items():
        cells = [get(one) for one in answers]
        data[name] = _spread(cells, dtype, taken, index)
    geometry = points(data["lon"].to_numpy(), data["lat"].to_numpy())
    return gpd.GeoDataFrame(data, geometry=geometry, crs=CRS, index=index)


def _spread(
    cells: Sequence[Any], dtype: str, taken: np.ndarray[Any, Any], index: pd.Index[Any]
) -> pd.Series[Any]:
    if dtype == LISTS:  # somebody may append to one
        return pd.Series([list(cells[n] or ()) for n in taken.tolist()], index=index, dtype=object)
    once = pd.Series(cells, dtype=dtype)
    return pd.Series(once.array.take(taken), index=index, dtype=dtype)


def points(lon: np.ndarray[Any, Any], lat: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return a point for each position, ``None`` where it is unknown."""
    drawn = np.full(len(lon), None, dtype=object)
    known = ~(np.isnan(lon) | np.isnan(lat))
    drawn[known] = shapely.points(lon[known], lat[known])
    return drawn

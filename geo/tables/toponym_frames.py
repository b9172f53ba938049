"""Toponyms as a GeoDataFrame that joins back to the texts they were found in.

``document`` holds the caller's own ids and ``row`` the number of the text, so that results join
even where ids come twice. As in ``geo.frames``: text is ``object`` with ``None`` where unknown,
never ``NaN``, and a frame without rows has the columns and types of a full one.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.errors import OptionError
from geo.frames import CRS
from geo.model import Article
from geo.tables.answers import points
from geo.toponyms import Toponym

__all__ = ["COLUMNS", "Documents", "MissingTextWarning", "documents", "to_frame"]

COLUMNS: Mapping[str, str] = {
    "start": "int64",
    "end": "int64",
    "name": "object",
    "class": "object",
    "place": "object",
    "place_id": "object",
    "geonameid": "Int64",
    "kind": "object",
    "lat": "float64",
    "lon": "float64",
    "uncertainty_m": "float64",
    "country": "object",
    "countries": "object",
    "admin1": "object",
    "members": "object",
    "score": "float64",
    "because": "object",
    "alternatives": "object",
}
"""The fields of ``Toponym.to_dict``, and the type of each."""


class MissingTextWarning(UserWarning):
    """Some texts are missing, and give no rows."""


@dataclass(frozen=True, slots=True)
class Documents:
    """Texts in the caller's order; ``ids`` is ``None`` where they come with the texts."""

    texts: Iterator[tuple[object, object]]
    ids: pd.Index[Any] | None = None


def documents(
    texts: Any,  # noqa: ANN401 - told apart here
    *,
    text_column: str | None = None,
    id_column: str | None = None,
) -> Documents:
    """Read what ``geo.geoparse_frame`` takes as pairs of id and text, in order.

    Raises
    ------
    OptionError
        It is a single text, or there is no such column.
    """
    if isinstance(texts, pd.DataFrame):
        column = _column(texts, text_column or "text", "text_column")
        ids = texts.index if id_column is None else pd.Index(_column(texts, id_column, "id_column"))
        return Documents(zip(ids, column, strict=True), ids)
    if text_column is not None or id_column is not None:
        told = f"{type(texts).__name__} has no columns"
        raise OptionError(told, remedy="leave text_column and id_column out, or give a DataFrame")
    if isinstance(texts, pd.Series):
        return Documents(zip(texts.index, texts, strict=True), texts.index)
    if isinstance(texts, str | bytes | Article):
        told = f"texts is a single {type(texts).__name__}"
        raise OptionError(told, remedy="put it into a list, or call geo.geoparse")
    if isinstance(texts, Mapping):
        return Documents(iter(texts.items()))
    return Documents(_paired(number, one) for number, one in enumerate(texts))


def _column(frame: pd.DataFrame, name: str, option: str) -> pd.Series[Any]:
    if name not in frame.columns:
        known = ", ".join(map(str, frame.columns))
        told = f"{option}: the frame has no column {name!r}"
        raise OptionError(told, remedy=f"one of {known}" if known else "give a frame with columns")
    found = frame[name]
    if isinstance(found, pd.DataFrame):
        raise OptionError(f"{option}: two columns are called {name!r}", remedy="rename one")
    return found


def _paired(number: int, one: object) -> tuple[object, object]:
    if isinstance(one, Article):
        return one.id, one
    if isinstance(one, tuple) and len(one) == 2:
        return one
    return number, one


def to_frame(
    given: Documents, parse: Callable[[str | Article], Iterable[Toponym]]
) -> gpd.GeoDataFrame:
    """Lay the toponyms of all texts out as one table.

    Raises
    ------
    OptionError
        A text is no string; its id is named.
    """
    cells: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    rows: list[int] = []
    ids: list[object] = []
    missing = count = 0
    for count, (document, text) in enumerate(given.texts, start=1):
        ids.append(document)
        if _is_missing(text):
            missing += 1
            continue
        for found in parse(_checked(text, document)):
            rows.append(count - 1)
            for name, value in found.to_dict().items():
                cells[name].append(value)
    if missing:
        told = f"{missing} of {count} texts are missing (None or NaN) and give no rows"
        warnings.warn(told, MissingTextWarning, stacklevel=3)
    known = given.ids if given.ids is not None else pd.Index(ids, tupleize_cols=False)
    return _assembled(known, rows, cells)


def _is_missing(text: object) -> bool:
    return text is None or text is pd.NA or (isinstance(text, float) and np.isnan(text))


def _checked(text: object, document: object) -> str | Article:
    if isinstance(text, str | Article):
        return text
    told = f"the text of document {document!r} is of type {type(text).__name__}"
    raise OptionError(told, remedy="give strings; None and NaN are passed over")


def _assembled(
    ids: pd.Index[Any], rows: list[int], cells: Mapping[str, list[Any]]
) -> gpd.GeoDataFrame:
    row = np.array(rows, dtype="int64")
    told = ids.take(row)
    flat = told.to_flat_index() if isinstance(told, pd.MultiIndex) else told
    data = {"document": pd.Series(flat), "row": pd.Series(row)}
    for name, dtype in COLUMNS.items():
        data[name] = pd.Series(cells[name], dtype=dtype)
    geometry = points(data["lon"].to_numpy(), data["lat"].to_numpy())
    return gpd.GeoDataFrame(data, geometry=geometry, crs=CRS)

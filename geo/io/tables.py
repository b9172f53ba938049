"""Tables for spreadsheets: incidents as CSV, in our columns or in those of ACLED or UCDP.

A file begins with a byte order mark (``utf-8-sig``): without it Excel reads Serbian and Albanian
letters as noise, and every other reader we know skips it. A stream gets none. Cells that a
spreadsheet would run as a formula begin with an apostrophe; numbers are left alone.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from geo import frames
from geo.io import jsontext, outputs
from geo.io.jsontext import number
from geo.tables import codings
from geo.tables.columns import COLUMNS, LISTS

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["CODINGS", "dumps_coded", "dumps_csv", "write_coded", "write_csv"]

SEPARATOR = ";"
"""Between the items of a list of ids or codes."""

SENTENCE_SEPARATOR = " | "
"""Between reasons, which are sentences and may hold a semicolon."""

CODINGS: Mapping[str, Callable[[gpd.GeoDataFrame], pd.DataFrame]] = {
    "acled": codings.to_acled,
    "ucdp": codings.to_ucdp,
}
"""Tables in the columns of others, by the word for them."""


class Coded(NamedTuple):
    """The text of a table, and how many rows it has."""

    text: str
    rows: int


# What begins a formula, also as the full-width signs of East Asian keyboards; and where a cell may
# begin: at the start, and behind what another spreadsheet takes for the end of a cell or a row.
_SIGN = r"""[\s"']*[=+\-@＝＋－＠]"""
_FORMULA = re.compile(rf"^(?={_SIGN}|[\t\r\n])|(?<=[;\t\r\n])(?={_SIGN})")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def write_csv(frame: gpd.GeoDataFrame, target: str | Path | TextIO) -> None:
    r"""Write incidents as CSV (RFC 4180) to a file or an open text stream.

    Lists of ids are joined by ``;``, nested values are JSON text, the place stands in ``lat`` and
    ``lon``. Open a stream with ``newline=""``.

    Raises
    ------
    OutputError
        The file cannot be written.

    Examples
    --------
    >>> import io
    >>> stream = io.StringIO()
    >>> write_csv(frames.to_frame([]), stream)
    >>> stream.getvalue()[:29]
    'id,report_ids,type,title,stat'
    """
    outputs.write_text(dumps_csv(frame), target, encoding="utf-8-sig")


def dumps_csv(frame: gpd.GeoDataFrame) -> str:
    r"""Return incidents as the text of a CSV file, without byte order mark; see ``write_csv``.

    Examples
    --------
    >>> dumps_csv(frames.to_frame([])).count("\r\n")
    1
    """
    frames.validate(frame)
    names = [name for name in frame.columns if name != "geometry"]
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow([_text(name) for name in names])
    for row in frames.records(frame):
        table.writerow([_cell(row, name) for name in names])
    return stream.getvalue()


def write_coded(frame: gpd.GeoDataFrame, target: str | Path | TextIO, coding: str) -> int:
    """Write incidents as CSV in the columns of ``acled`` or ``ucdp``; see ``geo.tables.codings``.

    Returns
    -------
    How many incidents the coding has no row for, such as a demand, or for UCDP one without dead.

    Raises
    ------
    OutputError
        The file cannot be written.

    Examples
    --------
    >>> import io
    >>> write_coded(frames.to_frame([]), io.StringIO(), "acled")
    0
    """
    told = dumps_coded(frame, coding)
    outputs.write_text(told.text, target, encoding="utf-8-sig")
    return len(frame) - told.rows


def dumps_coded(frame: gpd.GeoDataFrame, coding: str) -> Coded:
    """Return incidents as the text of a CSV file in the columns of a coding.

    Examples
    --------
    >>> dumps_coded(frames.to_frame([]), "ucdp").text[:14]
    'id,relid,year,'
    """
    frames.validate(frame)
    table = CODINGS[coding](frame)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.itertuples(index=False, name=None):
        told = dict(zip(table.columns, row, strict=True))
        writer.writerow([_cell(told, name) for name in table.columns])
    return Coded(stream.getvalue(), len(table))


def _cell(row: Mapping[str, Any], name: str) -> str:
    value = row[name]
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number(value)
    if name in LISTS:
        between = SENTENCE_SEPARATOR if name == "place_reasons" else SEPARATOR
        return _text(between.join(value))
    if isinstance(value, list | dict):
        empty = name in COLUMNS and not value
        return "" if empty else _text(jsontext.dumps(value))
    return _text(str(value))


def _text(value: str) -> str:
    return _FORMULA.sub("'", _CONTROL.sub("\ufffd", value))

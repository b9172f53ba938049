"""The columns of a table of incidents: their order, their sort, and how an edited cell is read.

A file that has been through a GIS comes back with lists as JSON text, numbers for ids and
midnights behind dates; the readers here put that right, and refuse what they cannot.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NoReturn, TypeAlias

__all__ = ["COLUMNS", "COUNTED", "CROSSWALK", "DTYPES", "LISTS", "REQUIRED", "WANTED"]
__all__ += ["default", "read"]

Cell: TypeAlias = Any  # whatever a person or a GIS left there

_TEXT, _DAY, _LIST, _DICTS, _DICT = "text", "day", "list", "dicts", "dict"
_INT, _FLOAT, _FLAG, _MAYBE = "int", "float", "flag", "maybe"
DTYPES = {_INT: "Int64", _FLOAT: "float64", _FLAG: "bool", _MAYBE: "boolean"}
COUNTED = ("killed", "injured", "arrested", "missing")
CROSSWALK = ("acled_event_type", "acled_sub_event_type", "plover", "cameo")

COLUMNS: Mapping[str, str] = {
    **dict.fromkeys(("id",), _TEXT),
    **dict.fromkeys(("report_ids",), _LIST),
    **dict.fromkeys(("type", "title", "status"), _TEXT),
    **dict.fromkeys(("background", "verbal"), _FLAG),
    **dict.fromkeys(("confidence",), _FLOAT),
    **dict.fromkeys(("date_start", "date_end"), _DAY),
    **dict.fromkeys(("date_precision",), _TEXT),
    **dict.fromkeys(("time_precision",), _INT),
    **dict.fromkeys(("date_basis", "place", "place_id"), _TEXT),
    **dict.fromkeys(("members",), _LIST),
    **dict.fromkeys(("place_kind",), _TEXT),
    **dict.fromkeys(("names",), _DICT),
    **dict.fromkeys(("country",), _TEXT),
    **dict.fromkeys(("countries",), _LIST),
    **dict.fromkeys(("admin1",), _TEXT),
    **dict.fromkeys(("lat", "lon"), _FLOAT),
    **dict.fromkeys(("geo_precision",), _INT),
    **dict.fromkeys(("uncertainty_m",), _FLOAT),
    **dict.fromkeys(("place_reasons",), _LIST),
    **dict.fromkeys(("place_alternatives",), _DICTS),
    **{
        name + tail: sort
        for name in COUNTED
        for tail, sort in (("", _INT), ("_max", _INT), ("_approximate", _MAYBE))
    },
    **dict.fromkeys(("actors",), _DICTS),
    **dict.fromkeys(CROSSWALK, _TEXT),
    **dict.fromkeys(("crossings", "sources", "conflicts"), _DICTS),
    **dict.fromkeys(("names_en", "actor_1", "crossing_ids", "quote", "url", "publisher"), _TEXT),
}
"""Every column but ``geometry``, which comes last, in order, and what sort of thing it holds."""

LISTS = tuple(name for name, sort in COLUMNS.items() if sort == _LIST)
"""Columns that hold lists of short texts."""

REQUIRED = ("id", "type", "date_start")
"""What a file must bring so that it can be drawn; ``id`` and ``type`` in every feature."""

_GREATEST = 2**63 - 1  # what an Int64 holds
_ISO_DAY = re.compile(
    r"(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?"
)


def _text(value: Cell) -> str:
    if isinstance(value, bool | list | dict):
        raise TypeError
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _day(value: Cell) -> str | None:
    if value == "":
        return None
    match = _ISO_DAY.fullmatch(value)
    if match is None:
        raise ValueError
    return date(int(match[1]), int(match[2]), int(match[3])).isoformat()


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)  # NaN and Infinity are not JSON


def _parsed(value: Cell) -> Cell:
    """Undo what a GIS does on saving: nested values become JSON in a string."""
    return json.loads(value, parse_constant=_refused) if isinstance(value, str) and value else value


def _list(value: Cell) -> list[str]:
    found = _parsed(value) or []
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise TypeError
    return found


def _dicts(value: Cell) -> list[dict[str, Any]]:
    found = _parsed(value) or []
    if not isinstance(found, list):
        raise TypeError
    items = [_parsed(item) for item in found]
    if not all(isinstance(item, dict) for item in items):
        raise TypeError
    return items


def _dict(value: Cell) -> dict[str, Any]:
    found = _parsed(value) or {}
    if not isinstance(found, dict):
        raise TypeError
    return found


def _int(value: Cell) -> int:
    number = int(value)
    if isinstance(value, bool) or float(value) != number or not 0 <= number <= _GREATEST:
        raise ValueError
    return number


def _float(value: Cell) -> float:
    number = float(value)
    if isinstance(value, bool) or not math.isfinite(number):
        raise ValueError
    return number


def _flag(value: Cell) -> bool:
    if value not in (0, 1):  # older GDAL has no booleans
        raise ValueError
    return bool(value)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    _TEXT: _text,
    _DAY: _day,
    _LIST: _list,
    _DICTS: _dicts,
    _DICT: _dict,
    _INT: _int,
    _FLOAT: _float,
    _FLAG: _flag,
    _MAYBE: _flag,
}
WANTED = {
    _TEXT: "a text",
    _DAY: "a day as 2011-10-19",
    _LIST: "a list of texts",
    _DICTS: "a list of objects",
    _DICT: "an object",
    _INT: "a whole number",
    _FLOAT: "a number",
    _FLAG: "true or false",
    _MAYBE: "true, false",
}


def read(name: str, value: Cell) -> Cell:
    """Turn one cell of a column into what the column holds.

    Raises
    ------
    TypeError, ValueError, OverflowError, RecursionError
        When it cannot be that; ``WANTED`` says what would.

    Examples
    --------
    >>> read("date_start", "2011-10-19T00:00:00"), read("members", '["a", "b"]')
    ('2011-10-19', ['a', 'b'])
    """
    return None if value is None else _READERS[COLUMNS[name]](value)


def default(name: str) -> Cell:
    """Return what an empty cell of a column holds: an empty list or object, ``False``, ``None``."""
    empty: Mapping[str, Callable[[], Cell]] = {_LIST: list, _DICTS: list, _DICT: dict, _FLAG: bool}
    return empty.get(COLUMNS[name], lambda: None)()

"""What a page holds, read back in Python as ``viewer/packed.js`` reads it in the browser."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geo.mapping import packing

JSON = re.compile(r'<script type="application/json" id="geo-(\w+)">(.*?)</script>', re.DOTALL)
BLOCK = re.compile(r'<script type="text/plain" id="geo-block-\d+">(.*?)</script>')


@dataclass(frozen=True)
class Held:
    """The meta data, the incidents, what the viewer counts by, and the sites."""

    meta: dict[str, Any]
    incidents: list[dict[str, Any]]
    derived: list[dict[str, Any]]
    sites: list[dict[str, Any]]
    blocks: int


def held(page: str) -> Held:
    """Return what a page holds."""
    told = dict(JSON.findall(page))
    return opened(told["rows"], BLOCK.findall(page), json.loads(told["data"]))


def opened(text: str, blocks: Sequence[str], meta: dict[str, Any] | None = None) -> Held:
    """Read back what ``packing.pack`` gave."""
    _, rows, _, keys, told, derived, places, ground = json.loads(text)
    inflated = [json.loads(zlib.decompress(base64.b64decode(block), -15)) for block in blocks]
    columns: dict[str, list[Any]] = {}
    for name, form, *rest in told:
        if form == packing.BLOCK:
            columns[name] = [value for block in inflated for value in block[rest[0]]]
        else:
            columns[name] = [_value(v, keys) for v in _column(form, rest, rows)]
    for name, form, *rest in told:
        if form == packing.TWIN:
            firsts = [(found or [None])[0] for found in columns[rest[0]]]
            columns[name] = [None if one is None else one.get(rest[1]) for one in firsts]
    return Held(
        meta or {},
        _rows(columns),
        _rows({n: [_value(v, keys) for v in _column(f, r, rows)] for n, f, *r in derived}),
        _rows({n: [_value(v, keys) for v in _column(f, r, places)] for n, f, *r in ground}),
        len(blocks),
    )


def _column(form: int, rest: list[Any], rows: int) -> list[Any]:
    if form == packing.PER_ROW:
        return list(rest[0])
    if form == packing.TABLE:
        return [rest[0][number] for number in rest[1]]
    return [rest[0]] * rows if form == packing.SAME else []


def _value(value: Any, keys: list[list[str]]) -> Any:
    if not isinstance(value, list):
        return value
    items = [_value(item, keys) for item in value[1:]]
    return items if value[0] == 0 else dict(zip(keys[value[0] - 1], items, strict=True))


def _rows(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    values = zip(*columns.values(), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in values]

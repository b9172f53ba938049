"""What a page holds, read back in Python as ``viewer/packed.js`` reads it in the browser."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

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
    told = {name: json.loads(text) for name, text in JSON.findall(page)}
    _, rows, _, keys, columns, derived, places, ground = told["rows"]
    blocks = [json.loads(zlib.decompress(base64.b64decode(b), -15)) for b in BLOCK.findall(page)]
    opened: dict[str, list[Any]] = {}
    for name, form, *rest in columns:
        late = form == 4
        opened[name] = (
            [v for block in blocks for v in block[rest[0]]] if late else _column(form, rest, rows)
        )
        opened[name] = [v if late else _value(v, keys) for v in opened[name]]
    for name, form, *rest in columns:
        if form == 3:
            firsts = [(found or [None])[0] for found in opened[rest[0]]]
            opened[name] = [None if one is None else one.get(rest[1]) for one in firsts]
    return Held(
        told["data"],
        _rows(opened),
        _rows({n: [_value(v, keys) for v in _column(f, r, rows)] for n, f, *r in derived}),
        _rows({n: [_value(v, keys) for v in _column(f, r, places)] for n, f, *r in ground}),
        len(blocks),
    )


def _column(form: int, rest: list[Any], rows: int) -> list[Any]:
    if form == 0:
        return list(rest[0])
    if form == 1:
        return [rest[0][number] for number in rest[1]]
    return [rest[0]] * rows if form == 2 else []


def _value(value: Any, keys: list[list[str]]) -> Any:
    if not isinstance(value, list):
        return value
    items = [_value(item, keys) for item in value[1:]]
    return items if value[0] == 0 else dict(zip(keys[value[0] - 1], items, strict=True))


def _rows(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    values = zip(*columns.values(), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in values]

"""Places and lists of places as rows of SQLite: one row a place, one blob a name.

A name's blob holds the numbers of its places, best first, then their weights under that name: four
and two bytes a place. A weight is kept as its logarithm, to a thousandth of a doubling: enough to
merge the lists of several databases, each of which was sorted by the exact weights.
"""

from __future__ import annotations

import json
import math
import struct
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from geo.model import Place, PlaceKind

__all__ = ["COLUMNS", "cells", "pack", "rounded", "to_place", "to_row", "unpack"]

COLUMNS = (
    "id, name, kind, lon, lat, countries, admin1, names, population, uncertainty_m, approximate,"
    " geonameid, rank, part_of, direction, geometry, admin2, feature, attributes, source"
)
CELLS_PER_DEGREE = 10
"""Cells of the spatial index in a degree: one of 11 km holds a few thousand places at most."""
CELLS_ROUND = 360 * CELLS_PER_DEGREE + 1
"""Cells in a band around the Earth; 180° has its own."""
_STEPS = 1000.0
_MOST = 0xFFFF
_ROW_BYTES, _WEIGHT_BYTES = 4, 2
# Columns that are attributes to everybody else: of twelve million places each has them.
_BY_COLUMN = ("admin2", "feature")


def pack(pairs: Iterable[tuple[int, int]]) -> bytes:
    """Pack pairs of row and rounded weight, in their order.

    Examples
    --------
    >>> rows, weights = unpack(pack([(7, rounded(5000)), (3, 0)]))
    >>> rows.tolist(), weights.tolist()
    ([7, 3], [12288, 0])
    """
    rows, weights = zip(*pairs, strict=True)
    return struct.pack(f"={len(rows)}I{len(rows)}H", *rows, *weights)


def unpack(blob: bytes) -> tuple[array[int], array[int]]:
    """Return the rows and the rounded weights of a name."""
    split = len(blob) * _ROW_BYTES // (_ROW_BYTES + _WEIGHT_BYTES)
    return array("I", blob[:split]), array("H", blob[split:])


def rounded(weight: int) -> int:
    """Return the logarithm that stands for a weight: as an order it keeps all but near ties."""
    return min(round(_STEPS * math.log2(1 + weight)), _MOST)


def cells(west: float, south: float, east: float, north: float) -> tuple[int, int, int, int]:
    """Return the first and last band, and the first and last cell in a band, of a box."""
    bands = (int((south + 90.0) * CELLS_PER_DEGREE), int((north + 90.0) * CELLS_PER_DEGREE))
    return *bands, int((west + 180.0) * CELLS_PER_DEGREE), int((east + 180.0) * CELLS_PER_DEGREE)


def to_row(place: Place) -> tuple[object, ...]:
    """Return the cells of a place in the order of ``COLUMNS``; empty things are NULL."""
    told = dict(place.attributes) if place.attributes else {}
    admin2, feature = (told.pop(name, None) for name in _BY_COLUMN)
    return (
        place.id,
        place.name,
        str(place.kind),
        place.lon,
        place.lat,
        " ".join(place.countries),
        place.admin1,
        _json(place.names) if place.names else None,
        place.population,
        place.uncertainty_m,
        int(place.approximate) or None,
        place.geonameid,
        place.rank or None,
        place.part_of,
        place.direction,
        place.geometry,
        admin2,
        feature,
        _json(tuple(told.items())) if told else None,
        place.source or None,
    )


def to_place(row: Sequence[Any], *told: tuple[str, str], source: str = "") -> Place:
    """Return the place of a row.

    Parameters
    ----------
    row
        Cells in the order of ``COLUMNS``.
    told
        Attributes that all places of the database share.
    source
        Where a place comes from that does not say so itself.
    """
    columns = zip(_BY_COLUMN, row[16:18], strict=True)
    extra = (*((name, value) for name, value in columns if value), *told)
    return Place(
        id=row[0],
        name=row[1],
        kind=PlaceKind(row[2]),
        lon=row[3],
        lat=row[4],
        countries=tuple(row[5].split()),
        admin1=row[6],
        names=_pairs(row[7]),
        population=row[8],
        uncertainty_m=row[9],
        approximate=bool(row[10]),
        geonameid=row[11],
        rank=row[12] or 0,
        part_of=row[13],
        direction=row[14],
        geometry=row[15],
        attributes=(*_pairs(row[18]), *extra),
        source=row[19] or source,
    )


def _pairs(text: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((tag, value) for tag, value in json.loads(text)) if text else ()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""Incidents packed for the page: columns, tables of what repeats, blocks of what is read late.

A row of 55 properties written out is 3 kB, most of it names of properties and the same words again.
Here each property is a column: one value if it is the same everywhere, a table and numbers if
values repeat, else one value a row. Lists are ``[0, item, …]``, objects ``[k, value, …]`` with the
k-th list of keys, so the text holds no object: braces in it are somebody's words and are escaped
without a parser. Nothing is dropped: ``viewer/packed.js`` gives every property back as it was.

Up to ``ROWS_AT_ONCE`` incidents all columns stand in the page as they are. Above, those that only
the card and an export need are cut into blocks of plain JSON, deflated, and inflated by the page on
demand.
"""

from __future__ import annotations

import base64
import json
import math
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

__all__ = ["BLOCK_ROWS", "ROWS_AT_ONCE", "Packed", "inert", "pack"]

ROWS_AT_ONCE = 10_000
"""Above this many incidents what only a card needs is packed in blocks."""

BLOCK_ROWS = 512
"""A block inflates to 0.5 MB: 5 ms for the card that is opened."""

LEVEL = 4
"""Of zlib: 6 saves 8 % of the bytes and takes 2.5 times as long."""

PER_ROW, TABLE, SAME, TWIN, BLOCK = range(5)
"""How a column is written; the numbers are those in ``viewer/packed.js``."""

TWINS = {
    "quote": ("sources", "quote"),
    "url": ("sources", "url"),
    "publisher": ("sources", "publisher"),
    "actor_1": ("actors", "name"),
}
"""Columns that repeat a key of another one's first item: 200 bytes an incident."""

AT_ONCE = frozenset(
    {
        *("id", "type", "title", "status", "background", "verbal", "confidence"),
        *("date_start", "date_end", "date_precision", "place", "place_kind", "names", "names_en"),
        *("country", "countries", "admin1", "lat", "lon", "geo_precision", "uncertainty_m"),
        *("killed", "killed_max", "killed_approximate"),
        *("injured", "injured_max", "injured_approximate"),
    }
)
"""What the map, the list and the filters need of every incident, however many there are."""

_UNSAFE = re.compile("[{}<>&\u2028\u2029\ud800-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")

Column = list[Any]


class Packed(NamedTuple):
    """The columns as inert JSON text, and the blocks in base64."""

    text: str
    blocks: tuple[str, ...]


def pack(
    columns: Mapping[str, Column],
    derived: Mapping[str, Column],
    *,
    sites: Mapping[str, Column],
    rows: int,
) -> Packed:
    """Pack the properties of incidents, and what the viewer counts on besides.

    Parameters
    ----------
    columns
        Plain values by property, in the order in which they are exported.
    derived
        What the viewer needs and no export has; it always stands in the page at once.
    sites
        What is known of the sites; also at once.
    rows
        How long each column of incidents is.

    Examples
    --------
    >>> told = {"id": ["a", "b"], "type": ["riot", "riot"], "names": [{"en": "X"}, {}]}
    >>> pack(told, {}, sites={}, rows=2).text
    '[1,2,512,[["en"],[]],[["id",0,["a","b"]],["type",2,"riot"],["names",0,[[1,"X"],[2]]]],[],0,[]]'
    """
    keys: Keys = {}
    twins = {name for name in TWINS if _is_twin(name, columns)}
    late: list[Column] = []
    told: list[list[Any]] = []
    for name, values in columns.items():
        if name in twins:
            told.append([name, TWIN, *TWINS[name]])
        elif rows > ROWS_AT_ONCE and name not in AT_ONCE and not _is_same(values):
            told.append([name, BLOCK, len(late)])
            late.append(values)
        else:
            told.append(_written(name, values, keys))
    blocks = tuple(_blocks(late, rows))
    own = [_written(name, values, keys) for name, values in derived.items()]
    ground = [_written(name, values, keys) for name, values in sites.items()]
    places = len(next(iter(sites.values()), ()))
    names = [[str(name) for name in k] for k in keys]
    whole = [1, rows, BLOCK_ROWS, names, told, own, places, ground]
    return Packed(inert(_dumps(whole)), blocks)


def inert(text: str) -> str:
    r"""Escape what means something to HTML, a template engine or an old JavaScript.

    The text is JSON without objects, so that every brace stands in a string.

    Examples
    --------
    >>> inert('["</script> {{7*7}}"]')
    '["\\u003c/script\\u003e \\u007b\\u007b7*7\\u007d\\u007d"]'
    """
    return _UNSAFE.sub(lambda c: f"\\u{ord(c[0]):04x}", text)


_dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode

# ---- values

Keys = dict[tuple[Any, ...], int]

_PLAIN = frozenset({str, bool, int, type(None)})


def _encoded_column(values: Sequence[Any], keys: Keys) -> list[Any]:
    if _PLAIN.issuperset(map(type, values)):
        return [*values]
    return [_encoded(value, keys) for value in values]


def _encoded(value: Any, keys: Keys) -> Any:  # noqa: ANN401 - any cell
    """Write lists and objects as arrays; what is not finite is not known."""
    sort = type(value)  # exact types first: ten million values at 100,000 incidents
    if sort in _PLAIN:
        return value
    if sort is float:
        return value if math.isfinite(value) else None
    if isinstance(value, list | tuple):
        return [0, *_encoded_column(value, keys)]
    if isinstance(value, Mapping):
        names = tuple(value)
        number = keys.get(names) or keys.setdefault(names, len(keys) + 1)
        return [number, *_encoded_column(tuple(value.values()), keys)]
    return str(value)


# ---- columns


def _is_twin(name: str, columns: Mapping[str, Column]) -> bool:
    source, key = TWINS[name]
    if name not in columns or source not in columns:
        return False
    firsts = (found[0] if found else None for found in columns[source])
    told = [one.get(key) if isinstance(one, Mapping) else None for one in firsts]
    return told == columns[name]


def _is_same(values: Column) -> bool:
    """Tell whether all values are one; 1, 1.0 and True are three."""
    first = values[0] if values else None
    if values and (values[-1] != first or values.count(first) < len(values)):
        return False  # nearly all columns end here
    if not first or type(first) in _HASHED:
        return len(set(map(type, values))) <= 1
    return len(set(map(repr, values))) <= 1


def _written(name: str, raw: Column, keys: Keys) -> list[Any]:
    """Choose the shortest form of a column."""
    if _is_same(raw):
        return [name, SAME, _encoded(raw[0], keys) if raw else None]
    table, numbers = _tabled(raw)
    if 2 * len(table) > len(raw):
        return [name, PER_ROW, _encoded_column(raw, keys)]
    return [name, TABLE, _encoded_column(table, keys), numbers]


def _tabled(values: Column) -> tuple[Column, list[int]]:
    """Return the distinct values in their order, and for each row the number of its own."""
    types = set(map(type, values)) - {type(None)}
    simple = len(types) == 1 and types <= _HASHED
    names = values if simple else [*map(repr, values)]  # repr tells 1, 1.0 and True apart
    if 2 * len(set(names)) > len(names):
        return values, []
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    first = dict(zip(reversed(names), reversed(values), strict=True)) if not simple else {}
    return [first.get(name, name) for name in numbers], [*map(numbers.__getitem__, names)]


_HASHED = frozenset({str, int, float, bool})


# ---- blocks


def _blocks(columns: list[Column], rows: int) -> Iterator[str]:
    for start in range(0, rows if columns else 0, BLOCK_ROWS):
        text = _block([values[start : start + BLOCK_ROWS] for values in columns])
        squeezer = zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS)
        yield base64.b64encode(squeezer.compress(text) + squeezer.flush()).decode("ascii")


def _block(columns: list[Column]) -> bytes:
    try:
        return _dumps(columns).encode()
    except (TypeError, ValueError):  # what is not finite, no JSON, or half a letter: rare, and slow
        text = _dumps([[_sound(value) for value in values] for values in columns])
        return _HALF.sub("\ufffd", text).encode()


def _sound(value: Any) -> Any:  # noqa: ANN401 - any cell
    """Make a value that JSON can hold; what is not finite is not known."""
    if isinstance(value, Mapping):
        return {str(name): _sound(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if value is None or isinstance(value, str | bool | int) else str(value)

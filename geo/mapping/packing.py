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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

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
Order = npt.NDArray[np.intp] | None


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
    order: Sequence[int] | None = None,
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
    order
        The numbers of the rows as they shall stand, if they do not stand so. Columns are gone
        through as they come: in that order rows lie all over the memory, and take twice the time.

    Examples
    --------
    >>> told = {"id": ["a", "b"], "type": ["riot", "riot"], "names": [{"en": "X"}, {}]}
    >>> pack(told, {}, sites={}, rows=2).text
    '[1,2,512,[["en"],[]],[["id",0,["a","b"]],["type",2,"riot"],["names",0,[[1,"X"],[2]]]],[],0,[]]'
    """
    keys: Keys = {}
    numbers = None if order is None else np.array(order)
    twins = set(_twins(columns))
    late: list[Column] = []
    told: list[str] = []
    for name, values in columns.items():
        if name in twins:
            told.append(_dumps([name, TWIN, *TWINS[name]]))
        elif rows > ROWS_AT_ONCE and name not in AT_ONCE and not _is_same(values):
            told.append(_dumps([name, BLOCK, len(late)]))
            late.append(values)
        else:
            told.append(_written(name, values, keys, numbers))
    blocks = tuple(_blocks(late, rows, numbers))
    own = [_written(name, values, keys, numbers) for name, values in derived.items()]
    places = len(next(iter(sites.values()), ()))
    ground = [_written(name, values, keys, None) for name, values in sites.items()]
    names = _dumps([[str(name) for name in k] for k in keys])
    lists = [f"[{','.join(one)}]" for one in (told, own, ground)]
    whole = f"[1,{rows},{BLOCK_ROWS},{names},{lists[0]},{lists[1]},{places},{lists[2]}]"
    return Packed(inert(whole), blocks)


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
        inner = value.values()
        return [number, *(v if type(v) in _PLAIN else _encoded(v, keys) for v in inner)]
    return str(value)


def _array(values: Sequence[Any]) -> str:
    """Write a column as JSON: texts in one go, and numbers as Python does, in half the time."""
    types = set(map(type, values))
    if types == {str}:
        joined = _BETWEEN.join(values)
        if "\\" not in joined and joined.count(_BETWEEN) == len(values) - 1:
            return f"[{_dumps(joined).replace(_BETWEEN_AS_JSON, _NEXT)}]"
    elif types <= _NUMBERS:
        text = repr([*values])
        if "nan" not in text and "inf" not in text:
            return text.replace(", ", ",").replace("None", "null")
    return _dumps(values)


_NUMBERS = frozenset({int, float, type(None)})
_BETWEEN, _BETWEEN_AS_JSON, _NEXT = "\x1f", "\\u001f", '","'
"""A character that no text holds, to join texts that are escaped together."""

# ---- columns


def _twins(columns: Mapping[str, Column]) -> Iterator[str]:
    """Yield the columns that repeat what the first item of another one says."""
    firsts: dict[str, list[dict[str, Any]]] = {}
    for source in {source for source, _ in TWINS.values()} & columns.keys():
        cells = columns[source]
        if all(cell is None or isinstance(cell, list) for cell in cells):
            found = (cell[0] if cell else None for cell in cells)
            firsts[source] = [one if isinstance(one, dict) else {} for one in found]
    for name, (source, key) in TWINS.items():
        known = firsts.get(source) if name in columns else None
        if known is not None and [one.get(key) for one in known] == columns[name]:
            yield name


def _is_same(values: Column) -> bool:
    """Tell whether all values are one; 1, 1.0 and True are three."""
    first = values[0] if values else None
    if values and (values[-1] != first or values.count(first) < len(values)):
        return False  # nearly all columns end here
    if not first or type(first) in _HASHED:
        return len(set(map(type, values))) <= 1
    return len(set(map(repr, values))) <= 1


def _written(name: str, raw: Column, keys: Keys, order: Order) -> str:
    """Write a column in its shortest form."""
    head = _dumps(name)
    if _is_same(raw):
        return f"[{head},{SAME},{_dumps(_encoded(raw[0], keys) if raw else None)}]"
    names = _names(raw)
    distinct = dict.fromkeys(names)
    if 2 * len(distinct) > len(raw):
        return f"[{head},{PER_ROW},{_array(_encoded_column(_picked(raw, order), keys))}]"
    numbers, met = _numbered(names, [*distinct], order)
    known = dict(zip(names, raw, strict=True)) if names is not raw else {}
    values = [known.get(one, one) for one in distinct]
    table = _array(_encoded_column([values[n] for n in met], keys))
    return f"[{head},{TABLE},{table},[{numbers}]]"


def _numbered(names: Column, distinct: Column, order: Order) -> tuple[str, Sequence[int]]:
    """Return the numbers of names as they are met, as JSON, and which name each stands for."""
    if order is None:
        digits = {name: str(n) for n, name in enumerate(distinct)}
        return ",".join(map(digits.__getitem__, names)), range(len(distinct))
    numbers = {name: n for n, name in enumerate(distinct)}
    found = np.fromiter(map(numbers.__getitem__, names), dtype=np.intp, count=len(names))[order]
    first = np.empty(len(distinct), dtype=np.intp)
    first[found[::-1]] = np.arange(len(found))[::-1]  # the last that is written stands
    met = np.argsort(first)
    rank = np.argsort(met)
    told = [*map(str, range(len(met)))]
    return ",".join(map(told.__getitem__, rank[found].tolist())), met.tolist()


def _picked(values: Column, order: Order) -> Column:
    return values if order is None else [*map(values.__getitem__, order.tolist())]


def _names(values: Column) -> list[Any]:
    """Return what tells values apart and can be counted: themselves if they are of one sort."""
    types = set(map(type, values))
    if len(types - {type(None)}) == 1 and types <= _COUNTED:
        return values
    if types == {list} and _are_texts(chain.from_iterable(values)):
        return [*map(tuple, values)]
    if types == {dict}:
        items = [*map(tuple, map(dict.items, values))]
        if _are_texts(chain.from_iterable(chain.from_iterable(items))):
            return items
    return [*map(repr, values)]  # tells 1, 1.0 and True apart


def _are_texts(values: Iterable[Any]) -> bool:
    return {str}.issuperset(map(type, values))


_HASHED = frozenset({str, int, float, bool})
_COUNTED = _HASHED | {type(None)}


# ---- blocks


def _blocks(columns: list[Column], rows: int, order: Order) -> Iterator[str]:
    for start in range(0, rows if columns else 0, BLOCK_ROWS):
        own = slice(start, start + BLOCK_ROWS)
        text = _block([_part(values, own, order) for values in columns])
        squeezer = zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS)
        yield base64.b64encode(squeezer.compress(text) + squeezer.flush()).decode("ascii")


def _part(values: Column, own: slice, order: Order) -> Column:
    return values[own] if order is None else _picked(values, order[own])


def _block(columns: list[Column]) -> bytes:
    try:
        return f"[{','.join(map(_array, columns))}]".encode()
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

"""Read GeoNames files: country dumps and ``allCountries``, alternate names, admin codes.

Nineteen columns parted by tabs, and quotes are letters like any other. A dump is read twice: first
for its ids and the names of its administrative units, then for its places, so that memory does not
grow with the number of places.

Source of the format: the ``readme.txt`` that GeoNames puts beside its dumps.
"""

from __future__ import annotations

import math
import re
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from geo.errors import TableError
from geo.gazetteers.prior import Entry
from geo.io.features import default_features, kind_of
from geo.io.lines import CONTROL, Reject, Seen, read_lines
from geo.io.world import is_name
from geo.model import Place

__all__ = ["COLUMNS", "Units", "entries", "is_dump", "position", "read_units"]

COLUMNS = 19
LOOKED_AT = 20
"""Lines that tell a dump from another table: the first one may be spoilt."""
_ALTERNATE_COLUMNS = (8, 10)  # before and since the columns from and to of 2018
_ADMIN_COLUMNS = 4
_BATCH = 500  # places whose alternate names are fetched at once; SQLite takes 32,766 values
_COUNTRY = re.compile(r"[A-Z]{2}$")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?$")
# Columns of isolanguage that hold no name in a language.
_NO_LANGUAGE = frozenset({"link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon"})
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_PAST = re.compile(r"P\.PPL(?:H|Q|W|CH)$|A\.(?:ADM\d|ADMD|PCL)H$|[SL]\.(?:RUIN|HSTS)$")
_CUT = " (the file may be cut short)"


@dataclass(frozen=True, slots=True)
class Units:
    """Names and GeoNames ids of administrative units by code: ``XK.30``, ``AE.01.101``."""

    names: dict[str, str] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)


def is_dump(path: Path) -> bool:
    """Tell whether one of the first lines of a file has the columns of a GeoNames dump."""
    first = islice(read_lines(path, lambda *_: None), LOOKED_AT)
    rows = (text.split("\t") for _, text in first)
    return any(len(cells) == COLUMNS and cells[0].isdigit() for cells in rows)


def read_units(path: Path, reject: Reject) -> Units:
    """Read ``admin1CodesASCII.txt`` or ``admin2Codes.txt``: code, name, ASCII name, id."""
    found = Units()
    for line, text in read_lines(path, reject):
        cells = text.split("\t")
        if len(cells) == _ADMIN_COLUMNS and cells[1]:
            found.names[cells[0]] = cells[1]
        else:
            reject(line, f"has {len(cells)} columns instead of {_ADMIN_COLUMNS}", text)
    if not found.names:
        raise TableError("holds no admin codes", path=path, remedy="name admin1CodesASCII.txt")
    return found


def entries(
    path: Path,
    reject: Reject,
    *,
    features: Iterable[str] = (),
    units: Units | None = None,
    alternate_names: Path | None = None,
) -> Iterator[Entry]:
    """Yield the places of a country dump or of ``allCountries``.

    Parameters
    ----------
    path
        The file, as text or zip.
    reject
        Told of rows that are set aside.
    features
        Beginnings of the classes and codes that are wanted, as ``P`` or ``S.PSTB``; by default all
        but roads, the sea bed and vegetation.
    units
        Names of administrative units that the dump does not hold itself.
    alternate_names
        ``alternateNamesV2``: languages, preferred and historic names.

    Raises
    ------
    TableError
        A file cannot be read at all.
    """
    wanted = tuple(features) or default_features()
    reader = _Dump(path, reject, wanted, units or Units(), with_ids=alternate_names is not None)
    if alternate_names is None:
        yield from (Entry(place, names, curated=False) for place, names in reader.places())
        return
    alternates = _Alternates(alternate_names, reader.ids, reject)
    try:
        yield from alternates.added_to(reader.places())
    finally:
        alternates.close()


class _Dump:
    """A dump between its two readings."""

    def __init__(
        self,
        path: Path,
        reject: Reject,
        features: tuple[str, ...],
        units: Units,
        *,
        with_ids: bool,
    ) -> None:
        self.path, self.reject, self.features = path, reject, features
        self.ids = array("Q")
        self.units = Units(dict(units.names), dict(units.ids))
        # Whoever wants no units gets their names, not ids that lead nowhere.
        holds_units = "A" in features
        for _, text in read_lines(path, lambda *_: None):
            number, _, rest = text.partition("\t")
            if number.isdigit() and len(number) < 19:
                if with_ids:
                    self.ids.append(int(number))
                if "\tA\tADM" in rest:
                    self._unit(int(number), text.split("\t"), known=holds_units)
        _sort(self.ids)

    def _unit(self, number: int, cells: list[str], *, known: bool) -> None:
        if len(cells) == COLUMNS and cells[7] in {"ADM1", "ADM2"}:
            parts = (cells[8], *cells[10 : 11 + (cells[7] == "ADM2")])
            code = ".".join(parts)
            self.units.names[code] = cells[1]
            if known:
                self.units.ids[code] = number

    def places(self) -> Iterator[tuple[Place, tuple[str, ...]]]:
        seen = Seen()
        try:
            for line, text in read_lines(self.path, self.reject):
                cells = text.split("\t")
                try:
                    feature, at = _checked(cells)
                    if not feature.startswith(self.features):
                        continue
                    _check_new(seen.first(int(cells[0]), line), cells[0])
                    place = self._place(cells, feature, at)
                except ValueError as error:
                    self.reject(line, str(error), text)
                else:
                    yield place, _other_names(cells)
        finally:
            seen.close()

    def _place(self, cells: list[str], feature: str, at: tuple[float, float]) -> Place:
        code = cells[8]
        first, second = f"{code}.{cells[10]}", f"{code}.{cells[10]}.{cells[11]}"
        own = int(cells[0])
        names, ids = self.units.names, self.units.ids
        holder = next((n for n in (ids.get(second), ids.get(first)) if n and n != own), None)
        told = [("feature", feature)]
        if second in names and ids.get(second) != own:
            told.append(("admin2", names[second]))
        if feature == "P.PPLC":
            told.append(("capital", "true"))
        if _PAST.match(feature):
            told.append(("historical", "true"))
        kind = kind_of(feature)
        assert kind is not None, "checked with the feature"
        return Place(
            f"gn:{own}",
            cells[1].strip(),
            kind,
            *at,
            tuple(dict.fromkeys(filter(_COUNTRY.match, (code, *cells[9].split(","))))),
            admin1=names.get(first) if ids.get(first) != own else None,
            population=int(cells[14]) or None if cells[14] else None,
            geonameid=own,
            part_of=f"gn:{holder}" if holder else code or None,
            attributes=tuple(told),
        )


def _sort(numbers: array[int]) -> None:
    """Sort in place: as Python's numbers twelve million take 480 MB, here 96."""
    import numpy as np  # noqa: PLC0415 - only who reads a dump needs it

    if numbers:
        np.frombuffer(numbers, dtype=np.uint64).sort()


def _checked(cells: list[str]) -> tuple[str, tuple[float, float]]:
    """Return the feature and the position of a row, or say what is wrong with the row."""
    if len(cells) != COLUMNS:
        told = f"{len(cells) - 1} tabs instead of {COLUMNS - 1}"
        raise ValueError(told + (_CUT if len(cells) < COLUMNS else ""))
    if not (cells[0].isascii() and cells[0].isdigit() and len(cells[0]) < 19):
        raise ValueError(f"geonameid {cells[0]!r} is no number")
    if not cells[1].strip():
        raise ValueError("name is empty")
    if CONTROL.search(cells[1]):
        raise ValueError("name holds a control character")
    if cells[8] and not _COUNTRY.match(cells[8]):
        raise ValueError(f"country code {cells[8]!r} is not like XK")
    if cells[14] and not (cells[14].isascii() and cells[14].isdigit()):
        raise ValueError(f"population {cells[14]!r} is no number")
    feature = f"{cells[6]}.{cells[7]}"
    if cells[6] and kind_of(feature) is None:
        raise ValueError(f"feature class {cells[6]!r} is not known")
    return feature, position(cells[5], cells[4])


def _check_new(before: int | None, number: str) -> None:
    if before is not None:
        raise ValueError(f"geonameid {number} stands in line {before} too")


def position(lon: str, lat: str) -> tuple[float, float]:
    """Read a position in degrees.

    Raises
    ------
    ValueError
        It is missing, no number, or off the Earth.

    Examples
    --------
    >>> position("20.5", "42.9")
    (20.5, 42.9)
    """
    found = []
    for name, told, most in (("longitude", lon, 180.0), ("latitude", lat, 90.0)):
        try:
            value = float(told)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise ValueError(f"{name} {told!r} is no number" if told else f"{name} is empty")
        if abs(value) > most:
            raise ValueError(f"{name} {told} is off the Earth")
        found.append(value)
    return found[0], found[1]


def _other_names(cells: list[str]) -> tuple[str, ...]:
    told = (cells[2], *cells[3].split(","))
    return tuple(dict.fromkeys(name for name in told if name and is_name(name)))


class _Alternates:
    """Names with their languages, sorted by place on disk."""

    def __init__(self, path: Path, ids: array[int], reject: Reject) -> None:
        self._names = sqlite3.connect("", check_same_thread=False)
        self._names.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;"
            "CREATE TABLE told (id INTEGER, tag TEXT, rank INTEGER, name TEXT)"
        )
        rows = _alternate_rows(path, ids, reject)
        self._names.executemany("INSERT INTO told VALUES (?, ?, ?, ?)", rows)
        # Neighbours side by side: looked up in the order of the dump, which is nearly theirs.
        self._names.executescript(
            "CREATE TABLE name AS SELECT * FROM told ORDER BY id, rank, tag, name;"
            "DROP TABLE told; CREATE INDEX name_id ON name (id)"
        )

    def added_to(self, places: Iterator[tuple[Place, tuple[str, ...]]]) -> Iterator[Entry]:
        while batch := list(islice(places, _BATCH)):
            wanted = [place.geonameid for place, _ in batch]
            found: dict[int, list[tuple[str, int, str]]] = {}
            sql = f"SELECT * FROM name WHERE id IN ({', '.join('?' * len(wanted))}) ORDER BY rowid"  # noqa: S608
            for number, *told in self._names.execute(sql, wanted):
                found.setdefault(number, []).append(tuple(told))
            for place, names in batch:
                yield _with_names(place, names, found.get(place.geonameid or 0, ()))

    def close(self) -> None:
        self._names.close()


def _alternate_rows(
    path: Path, ids: array[int], reject: Reject
) -> Iterator[tuple[int, str, int, str]]:
    """Yield id, tag, rank (0 preferred, 1 usual, 2 colloquial, 3 historic) and name."""
    for line, text in read_lines(path, reject):
        cells = text.split("\t")
        if len(cells) not in _ALTERNATE_COLUMNS or not (cells[1].isascii() and cells[1].isdigit()):
            told = f"{len(cells) - 1} tabs instead of 9" + _CUT
            reject(line, told if len(cells) != 10 else "geonameid is no number", text)
            continue
        tag, name, number = cells[2], cells[3].strip(), int(cells[1])
        at = bisect_left(ids, number)
        if at == len(ids) or ids[at] != number or tag in _NO_LANGUAGE:
            continue
        if not name or CONTROL.search(name):
            reject(line, "name is empty or holds a control character", text)
        else:
            yield number, tag, _rank(cells), name


def _rank(cells: list[str]) -> int:
    past = cells[7] == "1" or bool(cells[9:] and cells[9].strip())
    return 3 if past else 2 if cells[6] == "1" else 0 if cells[4] == "1" else 1


def _with_names(place: Place, names: Iterable[str], told: Iterable[tuple[str, int, str]]) -> Entry:
    """Sort what a place is called: one name a language, the other names, those of the past."""
    own: dict[str, str] = {}
    other: dict[str, None] = dict.fromkeys(names)
    past: dict[str, None] = {}
    for tag, rank, name in told:
        if rank == 3:
            past[name] = None
        elif rank < 2 and _LANGUAGE.match(tag) and own.setdefault(_tag(tag, name), name) == name:
            continue
        elif is_name(name):
            other[name] = None
    today = set(own.values()) | {place.name}
    past = {name: None for name in past if name not in today}
    named = replace(place, names=tuple(own.items()))
    return Entry(
        named,
        tuple(name for name in other if name not in past),
        curated=False,
        historic=tuple(past),
    )


def _tag(tag: str, name: str) -> str:
    """Tell the two alphabets of Serbian apart."""
    if tag != "sr":
        return tag
    return "sr-Cyrl" if _CYRILLIC.search(name) else "sr-Latn"

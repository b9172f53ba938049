"""The tables of a gazetteer's database, and how they are filled: from places one by one.

Twelve million places need no more memory than a dozen: SQLite sorts on disk.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

from geo.errors import OptionError
from geo.gazetteers.prior import Entry, tie_break, weight, weights
from geo.gazetteers.rows import CELLS_PER_DEGREE, CELLS_ROUND, COLUMNS, pack, rounded, to_row
from geo.gazetteers.slips import Slips
from geo.gazetteers.spellings import own_keys
from geo.language.names import keys

__all__ = ["Demonym", "Organisation", "build"]

_BATCH = 2000

_SCHEMA = """
CREATE TABLE info (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE marked (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    lon REAL, lat REAL, countries TEXT NOT NULL, admin1 TEXT, names TEXT, population INTEGER,
    uncertainty_m REAL, approximate INTEGER, geonameid INTEGER, rank INTEGER, part_of TEXT,
    direction TEXT, geometry TEXT, admin2 TEXT, feature TEXT, attributes TEXT, source TEXT,
    weight INTEGER NOT NULL
);
CREATE TABLE demonym (word TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE organisation (word TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE slip (bucket INTEGER PRIMARY KEY, forms BLOB NOT NULL);
CREATE TABLE spot (cell INTEGER, row INTEGER, PRIMARY KEY (cell, row)) WITHOUT ROWID;
CREATE TEMP TABLE pair (key TEXT, weight INTEGER, id TEXT, row INTEGER, marked INTEGER);
"""
_INDEXES = """
CREATE UNIQUE INDEX place_id ON place (id);
CREATE INDEX place_kind ON place (kind) WHERE kind <> 'settlement';
CREATE INDEX place_geonameid ON place (geonameid)
    WHERE geonameid IS NOT NULL AND substr(id, 1, 3) <> 'gn:';
"""
# Row and weight stand around the other columns.
_INSERT = f"INSERT INTO place VALUES ({', '.join('?' * (COLUMNS.count(',') + 3))})"  # noqa: S608
_CELL = (
    f"CAST((lat + 90.0) * {CELLS_PER_DEGREE} AS INTEGER) * {CELLS_ROUND}"
    f" + CAST((lon + 180.0) * {CELLS_PER_DEGREE} AS INTEGER)"
)


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word for people or things of a place: ``places`` holds place ids."""

    word: str
    places: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body whose name holds a place name and is no place."""

    name: str
    countries: tuple[str, ...]
    kind: str


def build(
    connection: sqlite3.Connection,
    entries: Iterable[Entry],
    demonyms: Iterable[Demonym] = (),
    organisations: Iterable[tuple[Organisation, Sequence[str]]] = (),
    info: Mapping[str, str] | None = None,
    *,
    marks: bool = False,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write a gazetteer into an empty database.

    Answers do not depend on the order of ``entries``; the bytes of the file do.

    Parameters
    ----------
    connection
        An empty database.
    entries
        The places, each id once; read one by one, so they may be many.
    demonyms, organisations
        Words that name people and bodies; an organisation comes with its aliases.
    info
        What ``Gazetteer.info`` tells, besides the counts.
    marks
        Whether the names of ``recognised`` entries are kept apart too, for ``marked_only``.
    progress
        Called with the number of places written, now and then.

    Raises
    ------
    OptionError
        Two entries have the same id.
    """
    connection.executescript(_SCHEMA)
    with connection:
        slips = Slips()
        count = _write_places(connection, entries, slips, progress)
        names = _write_names(connection, marks=marks)
        connection.executemany("INSERT INTO slip VALUES (?, ?)", slips.packed())
        _write_words(connection, demonyms, organisations)
        told = {"places": str(count), "names": str(names)} | dict(info or {})
        connection.executemany("INSERT INTO info VALUES (?, ?)", sorted(told.items()))
    connection.execute("DROP TABLE pair")
    try:
        connection.executescript(_INDEXES)
    except sqlite3.IntegrityError as error:
        raise OptionError("two places have the same id", remedy="give each its own") from error


def _write_places(
    connection: sqlite3.Connection,
    entries: Iterable[Entry],
    slips: Slips,
    progress: Callable[[int], None] | None,
) -> int:
    numbered = enumerate(entries, start=1)
    count = 0
    while batch := list(islice(numbered, _BATCH)):
        places = ((row, *to_row(entry.place), weight(entry)) for row, entry in batch)
        connection.executemany(_INSERT, places)
        pairs = (pair for row, entry in batch for pair in _pairs_of(row, entry))
        connection.executemany("INSERT INTO pair VALUES (?, ?, ?, ?, ?)", pairs)
        for row, entry in batch:
            slips.add(row, own_keys(entry.place))
        count = batch[-1][0]
        if progress is not None:
            progress(count)
    connection.execute(
        f"INSERT INTO spot SELECT {_CELL} AS cell, row FROM place"  # noqa: S608
        " WHERE lon IS NOT NULL AND lat IS NOT NULL ORDER BY 1, 2"
    )
    return count


def _pairs_of(row: int, entry: Entry) -> Iterator[tuple[str, int, str, int, bool]]:
    order = tie_break(entry.place)
    marked = entry.recognised
    return ((key, weighs, order, row, marked) for key, weighs in weights(entry).items())


def _write_names(connection: sqlite3.Connection, *, marks: bool) -> int:
    names = _pack_names(connection, "name", "")
    if marks:
        _pack_names(connection, "marked", "WHERE marked ")
    return names


def _pack_names(connection: sqlite3.Connection, table: str, which: str) -> int:
    # SQLite sorts on disk, so that twelve million places need no more memory than a dozen.
    pairs = connection.execute(
        f"SELECT key, row, weight FROM pair {which}ORDER BY key, weight DESC, id"  # noqa: S608
    )
    packed = (
        (key, pack((row, rounded(weighs)) for _, row, weighs in places))
        for key, places in groupby(pairs, itemgetter(0))
    )
    return connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", packed).rowcount  # noqa: S608


def _write_words(
    connection: sqlite3.Connection,
    demonyms: Iterable[Demonym],
    organisations: Iterable[tuple[Organisation, Sequence[str]]],
) -> None:
    words = {
        key: {"word": one.word, "places": one.places, "kind": one.kind}
        for one in sorted(demonyms, key=lambda one: one.word, reverse=True)
        for key in keys(one.word)
    }
    bodies = {
        key: {"name": one.name, "countries": one.countries, "kind": one.kind}
        for one, aliases in sorted(organisations, key=lambda pair: pair[0].name, reverse=True)
        for name in (*aliases, one.name)
        for key in keys(name)
    }
    for table, told in (("demonym", words), ("organisation", bodies)):
        rows = [(key, _json(value)) for key, value in sorted(told.items())]
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""Every place we know, in one read-only SQLite database: folded name to places, best first.

The order of ``lookup`` is decided in ``geo.prior``.
"""

from __future__ import annotations

import contextlib
import json
import math
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from geo.errors import GazetteerIndexError, OptionError, UnknownPlaceError
from geo.model import Place, PlaceKind
from geo.names import fold, keys
from geo.prior import Entry, tie_break, weight, weights
from geo.rows import (
    CELLS_PER_DEGREE,
    CELLS_ROUND,
    COLUMNS,
    cells,
    pack,
    rounded,
    to_place,
    to_row,
    unpack,
)
from geo.spellings import closest, is_alike

__all__ = ["Demonym", "Entry", "Gazetteer", "Layer", "Organisation", "build"]

NAMES_CACHED = 65_536
PLACES_CACHED = 65_536
_BATCH = 2000
_KM_PER_DEGREE = 110.5  # a little less than the shortest degree of latitude, so no box is too small
_SUGGESTIONS = 5
_SUGGEST_LENGTHS = 2  # letters that a misspelling may add or lose

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
CREATE TABLE spot (cell INTEGER, row INTEGER, PRIMARY KEY (cell, row)) WITHOUT ROWID;
CREATE TEMP TABLE pair (key TEXT, weight INTEGER, id TEXT, row INTEGER, marked INTEGER);
"""
_INDEXES = """
CREATE UNIQUE INDEX place_id ON place (id);
CREATE INDEX place_kind ON place (kind) WHERE kind <> 'settlement';
CREATE INDEX place_geonameid ON place (geonameid)
    WHERE geonameid IS NOT NULL AND substr(id, 1, 3) <> 'gn:';
"""
_GET = f"SELECT {COLUMNS} FROM place "  # noqa: S608 - no value comes from outside
# Row and weight stand around the other columns.
_INSERT = f"INSERT INTO place VALUES ({', '.join('?' * (COLUMNS.count(',') + 3))})"  # noqa: S608
_WITHIN = (
    "WITH RECURSIVE band(at) AS (SELECT ? UNION ALL SELECT at + 1 FROM band WHERE at < ?)"
    f" SELECT row, weight, id FROM band CROSS JOIN spot ON cell BETWEEN at * {CELLS_ROUND} + ?"
    f" AND at * {CELLS_ROUND} + ? CROSS JOIN place USING (row)"
    " WHERE lon BETWEEN ? AND ? AND lat BETWEEN ? AND ?"  # noqa: S608 - numbers of ours
)
_CELL = (
    f"CAST((lat + 90.0) * {CELLS_PER_DEGREE} AS INTEGER) * {CELLS_ROUND}"
    f" + CAST((lon + 180.0) * {CELLS_PER_DEGREE} AS INTEGER)"
)


@dataclass(frozen=True, slots=True)
class Layer:
    """A gazetteer of the user's own, beside the one that comes with the package.

    ``recognise`` says whether texts are searched for its names: ``all`` of them, ``some`` (those
    its file marks) or ``none``, when they only help to say where a name lies.
    """

    name: str
    source: str = ""
    licence: str = ""
    recognise: str = "none"

    @property
    def credit(self) -> str:
        """The line that results built on it have to carry."""
        return f"{self.name}: " + ", ".join(filter(None, (self.source, self.licence)))


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


class Gazetteer:
    """Places by name, by id and by position.

    Parameters
    ----------
    connection
        A database that ``build`` has filled; it is only read.
    layer
        What it is, if it is a user's own.
    marked_only
        Whether only the names are known that a layer marks for recognition.

    Examples
    --------
    >>> import sqlite3
    >>> connection = sqlite3.connect(":memory:")
    >>> peja = Place("xk-peja", "Peja", PlaceKind.SETTLEMENT, 20.29, 42.66, ("XK",))
    >>> build(connection, [Entry(peja, ("Ipek",))])
    >>> gazetteer = Gazetteer(connection)
    >>> [place.id for place in gazetteer.lookup("IPEK")]
    ['xk-peja']
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        layer: Layer | None = None,
        marked_only: bool = False,
    ) -> None:
        self._connection = connection
        self.layer = layer
        self._table = "marked" if marked_only else "name"
        self._told = (("layer", layer.name),) if layer else ()
        # Python 3.13 and later warn about a database that is dropped open.
        weakref.finalize(self, connection.close)
        # Per object, so that two gazetteers in one process do not answer for each other.
        self._by_key = lru_cache(NAMES_CACHED)(self._read_name)
        self._by_row = lru_cache(PLACES_CACHED)(self._read_row)
        self._longer = lru_cache(NAMES_CACHED)(self._read_longer)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return all places of this name, the likeliest first; folded spellings are one name."""
        return self._by_key(fold(name))

    def extends(self, key: str) -> bool:
        """Tell whether some name, longer than the folded ``key``, begins with its words."""
        return self._longer(key)

    def get(self, place_id: str) -> Place:
        """Return the place of this id.

        Raises
        ------
        UnknownPlaceError
            No place has it.
        """
        found = self._places(_GET + "WHERE id = ?", (place_id,))
        if not found:
            raise UnknownPlaceError(f"no place has the id {place_id!r}")
        return found[0]

    @property
    def recognised(self) -> Gazetteer:
        """The part of it whose names are looked for in texts: all, but for layers of users."""
        return self

    def credits(self, place_ids: Iterable[str]) -> tuple[str, ...]:
        """Return whom to credit for these places, besides the sources of the package's own."""
        del place_ids
        return ()

    def near(
        self, lon: float, lat: float, *, radius_km: float, kinds: Sequence[PlaceKind] = ()
    ) -> tuple[tuple[Place, float], ...]:
        """Return the places within ``radius_km`` with their distance in metres, nearest first."""
        # Imported late: looking a name up needs no geodesics.
        from geo.geodesy import distance_m  # noqa: PLC0415

        limit_m = radius_km * 1000.0
        measured = (
            (place, distance_m(lon, lat, place.lon, place.lat))
            for place in self._around(lon, lat, radius_km, kinds)
            if place.lon is not None and place.lat is not None
        )
        kept = [(place, metres) for place, metres in measured if metres <= limit_m]
        return tuple(sorted(kept, key=lambda pair: (pair[1], pair[0].id)))

    def within(
        self,
        west: float,
        south: float,
        east: float,
        north: float,
        *,
        kinds: Sequence[PlaceKind] = (),
        limit: int | None = None,
    ) -> tuple[Place, ...]:
        """Return the places in a box, the weightiest first; ``west > east`` spans 180°."""
        return tuple(place for _, place in self.weighed(west, south, east, north, kinds, limit))

    def weighed(
        self,
        west: float,
        south: float,
        east: float,
        north: float,
        kinds: Sequence[PlaceKind] = (),
        limit: int | None = None,
    ) -> tuple[tuple[int, Place], ...]:
        """Return what ``within`` does, each place behind its weight."""
        halves = [(west, 180.0), (-180.0, east)] if west > east else [(west, east)]
        chosen = _kind_clause(kinds)
        rows: dict[int, tuple[int, str]] = {}
        for left, right in halves:
            box = (*cells(left, south, right, north), left, right, south, north)
            for row, weighs, place_id in self._query(_WITHIN + chosen, (*box, *kinds)):
                rows[row] = (-weighs, place_id)
        best = sorted(rows, key=rows.__getitem__)[:limit]
        return tuple((-rows[row][0], self._by_row(row)) for row in best)

    def crossings(self, *countries: str) -> tuple[Place, ...]:
        """Return the border crossings of a country, or those between two; all without one."""
        wanted = {code.upper() for code in countries}
        return tuple(p for p in self.of_kind(PlaceKind.CROSSING) if wanted <= set(p.countries))

    def regions(self, country: str) -> tuple[Place, ...]:
        """Return the informal regions of a country: its north, its centre and so on."""
        code = country.upper()
        found = self.of_kind(PlaceKind.REGION)
        return tuple(place for place in found if place.part_of == code and place.direction)

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166-1 alpha-2 code (and XK), or ``None``."""
        found = self._places(_GET + "WHERE id = ? AND kind = 'country'", (code.upper(),))
        return found[0] if found else None

    def suggest(self, name: str) -> tuple[str, ...]:
        """Return names spelt much like this one, for people who mistype.

        The first two letters are taken as right: that keeps it to some milliseconds.
        """
        key = fold(name)
        if not key:
            return ()
        near = self.keys_like(key)
        best = (self._by_key(like)[0] for like in closest(key, near) if like != key)
        # A town whose odd old spelling comes close does not look like what was typed.
        alike = (place.name for place in best if is_alike(key, _own_keys(place)))
        return tuple(dict.fromkeys(alike))[:_SUGGESTIONS]

    def keys_like(self, key: str) -> list[str]:
        """Return the keys that begin as this one and are about as long."""
        sql = "SELECT key FROM name WHERE key >= ? AND key < ? AND length(key) BETWEEN ? AND ?"
        lengths = (len(key) - _SUGGEST_LENGTHS, len(key) + _SUGGEST_LENGTHS)
        return [row[0] for row in self._query(sql, (key[:2], key[:2] + "~", *lengths))]

    def beginning(self, key: str, limit: int) -> list[str]:
        """Return the first ``limit`` keys, in their order, that begin with this one."""
        sql = "SELECT key FROM name WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"
        return [row[0] for row in self._query(sql, (key, key + "~", limit))]

    def ranked(self, key: str) -> tuple[tuple[int, Place], ...]:
        """Return the places of a folded name, the likeliest first, each behind its weight there.

        The weights are logarithms (``rows.rounded``), to be compared with each other.
        """
        found = self._query(f"SELECT places FROM {self._table} WHERE key = ?", (key,))  # noqa: S608
        if not found:
            return ()
        rows, weighs = unpack(found[0][0])
        return tuple(zip(weighs, map(self._by_row, rows), strict=True))

    def of_geonameid(self, number: int) -> Place | None:
        """Return the place of a GeoNames id, whatever its own id is."""
        found = self._places(_GET + "WHERE id = ?", (f"gn:{number}",)) or self._places(
            _GET + "WHERE geonameid = ? AND geonameid IS NOT NULL AND substr(id, 1, 3) <> 'gn:'",
            (number,),
        )
        return found[0] if found else None

    def of_kind(self, kind: PlaceKind) -> tuple[Place, ...]:
        """Return all places of a kind, by id."""
        # The second condition lets SQLite use the partial index.
        return self._places(_GET + "WHERE kind = ? AND kind <> 'settlement' ORDER BY id", (kind,))

    @cached_property
    def demonyms(self) -> Mapping[str, Demonym]:
        """Folded word → whom it names."""
        return {
            word: Demonym(told["word"], tuple(told["places"]), told["kind"])
            for word, told in self._vocabulary("demonym")
        }

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """Folded name or alias → the body it names."""
        return {
            word: Organisation(told["name"], tuple(told["countries"]), told["kind"])
            for word, told in self._vocabulary("organisation")
        }

    @cached_property
    def info(self) -> Mapping[str, str]:
        """Versions, digest, counts and licences."""
        return dict(self._query("SELECT key, value FROM info ORDER BY key"))

    def _query(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            told = f"the compiled gazetteer cannot be read ({error}); "
            remedy = f"delete {self._file() or 'it'}, and it is made anew"
            if self.layer:
                told = f"the layer {self.layer.name} cannot be read ({error}); "
                remedy = "add it again with `geo gazetteer add`"
            raise GazetteerIndexError(told + remedy) from error

    def _file(self) -> str:
        with contextlib.suppress(sqlite3.Error):
            return str(self._connection.execute("PRAGMA database_list").fetchone()[2])
        return ""

    def _places(self, sql: str, values: Sequence[object] = ()) -> tuple[Place, ...]:
        source = self.layer.source if self.layer else ""
        rows = self._query(sql, values)
        return tuple(to_place(row, *self._told, source=source) for row in rows)

    def _read_name(self, key: str) -> tuple[Place, ...]:
        return tuple(place for _, place in self.ranked(key))

    def _read_row(self, row: int) -> Place:
        return self._places(_GET + "WHERE row = ?", (row,))[0]

    def _read_longer(self, key: str) -> bool:
        sql = f"SELECT 1 FROM {self._table} WHERE key > ? AND key < ? LIMIT 1"  # noqa: S608
        return bool(self._query(sql, (key + " ", key + "!")))  # "!" follows the space

    def _around(
        self, lon: float, lat: float, radius_km: float, kinds: Sequence[PlaceKind]
    ) -> tuple[Place, ...]:
        high = radius_km / _KM_PER_DEGREE
        edge = math.cos(math.radians(min(abs(lat) + high, 90.0)))
        wide = high / edge if edge > high / 180.0 else 180.0
        south, north = max(lat - high, -90.0), min(lat + high, 90.0)
        if wide >= 180.0:
            return self.within(-180.0, south, 180.0, north, kinds=kinds)
        west, east = _turned(lon - wide), _turned(lon + wide)
        return self.within(west, south, east, north, kinds=kinds)

    def _vocabulary(self, table: str) -> Iterator[tuple[str, Any]]:
        for word, value in self._query(f"SELECT word, value FROM {table} ORDER BY word"):  # noqa: S608
            yield word, json.loads(value)


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
        count = _write_places(connection, entries, progress)
        names = _write_names(connection, marks=marks)
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
    progress: Callable[[int], None] | None,
) -> int:
    numbered = enumerate(entries, start=1)
    count = 0
    while batch := list(islice(numbered, _BATCH)):
        places = ((row, *to_row(entry.place), weight(entry)) for row, entry in batch)
        connection.executemany(_INSERT, places)
        pairs = (pair for row, entry in batch for pair in _pairs_of(row, entry))
        connection.executemany("INSERT INTO pair VALUES (?, ?, ?, ?, ?)", pairs)
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


def _kind_clause(kinds: Sequence[PlaceKind]) -> str:
    return f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""


def _turned(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0


def _own_keys(place: Place) -> set[str]:
    return {fold(name) for name in (place.name, *(name for _, name in place.names))}

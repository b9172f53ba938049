"""Every place we know, in one read-only SQLite database: folded name to places, best first.

The order of ``lookup`` is decided in ``geo.prior``.
"""

from __future__ import annotations

import contextlib
import json
import math
import sqlite3
import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from geo.errors import GazetteerIndexError, OptionError, UnknownPlaceError
from geo.model import Place, PlaceKind
from geo.names import fold, keys, spelt
from geo.prior import Entry, tie_break, weight, weights
from geo.slips import SHORTEST, Slips, forms, is_slip, sharing
from geo.spellings import closest, is_alike, own_keys

__all__ = ["Demonym", "Entry", "Gazetteer", "Organisation", "build"]

NAMES_CACHED = 65_536
PLACES_CACHED = 65_536
_BATCH = 2000
_KM_PER_DEGREE = 110.5  # a little less than the shortest degree of latitude, so no box is too small
_SUGGESTIONS = 5
_SUGGEST_LENGTHS = 2  # letters that a misspelling may add or lose

_SCHEMA = """
CREATE TABLE info (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    lon REAL, lat REAL, countries TEXT NOT NULL, admin1 TEXT, names TEXT, population INTEGER,
    uncertainty_m REAL, approximate INTEGER, geonameid INTEGER, rank INTEGER, part_of TEXT,
    direction TEXT, geometry TEXT, attributes TEXT, source TEXT, weight INTEGER NOT NULL
);
CREATE TABLE demonym (word TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE organisation (word TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE slip (bucket INTEGER PRIMARY KEY, forms BLOB NOT NULL);
CREATE VIRTUAL TABLE spot USING rtree(row, west, east, south, north);
CREATE TEMP TABLE pair (key TEXT, weight INTEGER, id TEXT, row INTEGER);
"""
_INDEXES = """
CREATE UNIQUE INDEX place_id ON place (id);
CREATE INDEX place_kind ON place (kind) WHERE kind <> 'settlement';
"""
_PLACE_COLUMNS = (
    "id, name, kind, lon, lat, countries, admin1, names, population, uncertainty_m, approximate,"
    " geonameid, rank, part_of, direction, geometry, attributes, source"
)
_GET = f"SELECT {_PLACE_COLUMNS} FROM place "  # noqa: S608 - no value comes from outside
_INSERT = f"INSERT INTO place VALUES ({', '.join('?' * 20)})"  # noqa: S608
# R*Tree rounds to 32 bits, outwards; the place table is exact.
_WITHIN = (
    "SELECT row, weight, id FROM spot JOIN place USING (row)"
    " WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?"
    " AND lon BETWEEN ? AND ? AND lat BETWEEN ? AND ?"
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


class Gazetteer:
    """Places by name, by id and by position.

    Parameters
    ----------
    connection
        A database that ``build`` has filled; it is only read.

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

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        # Python 3.13 and later warn about a database that is dropped open.
        weakref.finalize(self, connection.close)
        # Per object, so that two gazetteers in one process do not answer for each other.
        self._by_key = lru_cache(NAMES_CACHED)(self._read_name)
        self._by_row = lru_cache(PLACES_CACHED)(self._read_row)
        self._longer = lru_cache(NAMES_CACHED)(self._read_longer)
        self._of_kind = lru_cache(len(PlaceKind))(self._read_kind)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return all places of this name, the likeliest first; folded spellings are one name."""
        found = self._by_key(fold(name))
        if found or name.isascii():
            return found
        # Донецк may be read by Serbian letters, and by Russian ones.
        return next(filter(None, map(self._by_key, (*spelt(name)[1:], *keys(name)[1:]))), ())

    def misspelt(self, name: str, *, countries: Iterable[str] | None = None) -> tuple[Place, ...]:
        """Return the places whose own name is one slip from this one, the weightiest first.

        A slip is a letter more, less or other, or two neighbours swapped; names of fewer than five
        letters have none, nor do alternative names.

        Parameters
        ----------
        name
            As it is spelt.
        countries
            Only places of these; without them most words have a neighbour somewhere.

        Examples
        --------
        >>> from geo.io.index import open_gazetteer
        >>> [place.id for place in open_gazetteer().misspelt("Leposavc", countries=["XK"])]
        ['xk-leposavic']
        """
        key = fold(name)
        if len(key) < SHORTEST:
            return ()
        wanted = None if countries is None else {code.upper() for code in countries}
        near = map(self._by_row, self._weightiest(sharing(forms(key), self._buckets)))
        return tuple(
            place
            for place in near
            if (wanted is None or not wanted.isdisjoint(place.countries))
            and any(is_slip(key, own) for own in own_keys(place))
        )

    def lookup_key(self, key: str) -> tuple[Place, ...]:
        """Return all places of a folded name, as ``lookup`` does."""
        return self._by_key(key)

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
        halves = [(west, 180.0), (-180.0, east)] if west > east else [(west, east)]
        chosen = _kind_clause(kinds)
        rows: dict[int, tuple[int, str]] = {}
        for left, right in halves:
            box = (right, left, north, south, left, right, south, north)
            for row, weighs, place_id in self._query(_WITHIN + chosen, (*box, *kinds)):
                rows[row] = (-weighs, place_id)
        best = sorted(rows, key=rows.__getitem__)
        return tuple(map(self._by_row, best[:limit]))

    def crossings(self, *countries: str) -> tuple[Place, ...]:
        """Return the border crossings of a country, or those between two; all without one."""
        wanted = {code.upper() for code in countries}
        return tuple(p for p in self._of_kind(PlaceKind.CROSSING) if wanted <= set(p.countries))

    def regions(self, country: str) -> tuple[Place, ...]:
        """Return the informal regions of a country: its north, its centre and so on."""
        code = country.upper()
        found = self._of_kind(PlaceKind.REGION)
        return tuple(place for place in found if place.part_of == code and place.direction)

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166-1 alpha-2 code (and XK), or ``None``."""
        found = self._places(_GET + "WHERE id = ? AND kind = 'country'", (code.upper(),))
        return found[0] if found else None

    def suggest(self, name: str) -> tuple[str, ...]:
        """Return names spelt much like this one, for people who mistype."""
        return tuple(dict.fromkeys(place.name for place in self.similar(name)))

    def similar(self, name: str) -> tuple[Place, ...]:
        """Return a few places spelt much like this name: one slip away, then further.

        Further away the first two letters are taken as right: that keeps it to some milliseconds.
        """
        key = fold(name)
        if not key:
            return ()
        found = dict.fromkeys((*self.misspelt(name), *self._alike(key)))
        # One of a name: twenty villages called so are no better suggestion than the first.
        firsts = {place.name: place for place in reversed(found)}
        return tuple(place for place in found if firsts[place.name] is place)[:_SUGGESTIONS]

    def _alike(self, key: str) -> tuple[Place, ...]:
        sql = "SELECT key FROM name WHERE key >= ? AND key < ? AND length(key) BETWEEN ? AND ?"
        lengths = (len(key) - _SUGGEST_LENGTHS, len(key) + _SUGGEST_LENGTHS)
        near = [row[0] for row in self._query(sql, (key[:2], key[:2] + "~", *lengths))]
        best = (self._by_key(like)[0] for like in closest(key, near) if like != key)
        # A town whose odd old spelling comes close does not look like what was typed.
        return tuple(place for place in best if is_alike(key, own_keys(place)))

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
    def beginnings(self) -> frozenset[str]:
        """The words with which longer names of peoples and bodies begin."""
        spelt = (*self.demonyms, *self.organisations)
        return frozenset(key[:at] for key in spelt for at, sign in enumerate(key) if sign == " ")

    @cached_property
    def info(self) -> Mapping[str, str]:
        """Versions, digest, counts and licences."""
        return dict(self._query("SELECT key, value FROM info ORDER BY key"))

    def _query(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise GazetteerIndexError(
                f"the compiled gazetteer cannot be read ({error}); "
                f"delete {self._file() or 'it'}, and it is made anew"
            ) from error

    def _file(self) -> str:
        with contextlib.suppress(sqlite3.Error):
            return str(self._connection.execute("PRAGMA database_list").fetchone()[2])
        return ""

    def _places(self, sql: str, values: Sequence[object] = ()) -> tuple[Place, ...]:
        return tuple(_to_place(row) for row in self._query(sql, values))

    def _read_name(self, key: str) -> tuple[Place, ...]:
        found = self._query("SELECT places FROM name WHERE key = ?", (key,))
        return tuple(map(self._by_row, array("I", found[0][0]))) if found else ()

    def _read_row(self, row: int) -> Place:
        return self._places(_GET + "WHERE row = ?", (row,))[0]

    def _read_longer(self, key: str) -> bool:
        sql = "SELECT 1 FROM name WHERE key > ? AND key < ? LIMIT 1"
        return bool(self._query(sql, (key + " ", key + "!")))  # "!" follows the space

    def _buckets(self, numbers: Sequence[int]) -> list[Any]:
        sql = f"SELECT bucket, forms FROM slip WHERE bucket IN ({_marks(numbers)})"  # noqa: S608
        return self._query(sql, numbers)

    def _weightiest(self, rows: Iterable[int]) -> list[int]:
        wanted = sorted(rows)
        sql = f"SELECT row FROM place WHERE row IN ({_marks(wanted)}) ORDER BY weight DESC, id"  # noqa: S608
        return [row for (row,) in self._query(sql, wanted)]

    def _read_kind(self, kind: PlaceKind) -> tuple[Place, ...]:
        # The second condition lets SQLite use the partial index.
        return self._places(_GET + "WHERE kind = ? AND kind <> 'settlement' ORDER BY id", (kind,))

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
        names = _write_names(connection)
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
        places = ((row, *_to_row(entry.place), weight(entry)) for row, entry in batch)
        connection.executemany(_INSERT, places)
        pairs = (pair for row, entry in batch for pair in _pairs_of(row, entry))
        connection.executemany("INSERT INTO pair VALUES (?, ?, ?, ?)", pairs)
        for row, entry in batch:
            slips.add(row, own_keys(entry.place))
        count = batch[-1][0]
        if progress is not None:
            progress(count)
    # South to north: neighbours fill the tree's pages together, in half the time.
    connection.execute(
        "INSERT INTO spot SELECT row, lon, lon, lat, lat FROM place"
        " WHERE lon IS NOT NULL AND lat IS NOT NULL ORDER BY lat, lon"
    )
    return count


def _pairs_of(row: int, entry: Entry) -> Iterator[tuple[str, int, str, int]]:
    order = tie_break(entry.place)
    return ((key, weighs, order, row) for key, weighs in weights(entry).items())


def _write_names(connection: sqlite3.Connection) -> int:
    # SQLite sorts on disk, so that twelve million places need no more memory than a dozen.
    pairs = connection.execute("SELECT key, row FROM pair ORDER BY key, weight DESC, id")
    packed = (
        (key, array("I", (row for _, row in rows)).tobytes())
        for key, rows in groupby(pairs, itemgetter(0))
    )
    return connection.executemany("INSERT INTO name VALUES (?, ?)", packed).rowcount


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


def _to_row(place: Place) -> tuple[object, ...]:
    # Empty things are NULL: nineteen of twenty places have none of them.
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
        _json(place.attributes) if place.attributes else None,
        place.source or None,
    )


def _to_place(row: Sequence[Any]) -> Place:
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
        attributes=_pairs(row[16]),
        source=row[17] or "",
    )


def _pairs(text: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((tag, value) for tag, value in json.loads(text)) if text else ()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _kind_clause(kinds: Sequence[PlaceKind]) -> str:
    return f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _turned(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0

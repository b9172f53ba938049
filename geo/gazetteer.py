"""Every place we know, in one read-only SQLite database: folded name to places, best first.

The order of ``lookup`` is decided in ``geo.gazetteers.prior``.
"""

from __future__ import annotations

import contextlib
import json
import math
import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any

from geo.errors import GazetteerIndexError, UnknownPlaceError
from geo.gazetteers.prior import Entry
from geo.gazetteers.rows import CELLS_ROUND, COLUMNS, cells, to_place, unpack
from geo.gazetteers.schema import Demonym, Organisation, build
from geo.gazetteers.slips import SHORTEST, forms, is_slip, sharing
from geo.gazetteers.spellings import closest, is_alike, own_keys
from geo.language.names import fold, keys, spelt
from geo.model import Place, PlaceKind

__all__ = ["Demonym", "Entry", "Gazetteer", "Layer", "Organisation", "build"]

NAMES_CACHED = 65_536
PLACES_CACHED = 65_536
_KM_PER_DEGREE = 110.5  # a little less than the shortest degree of latitude, so no box is too small
_SUGGESTIONS = 5
_SUGGEST_LENGTHS = 2  # letters that a misspelling may add or lose

_GET = f"SELECT {COLUMNS} FROM place "  # noqa: S608 - no value comes from outside
_BANDS = "WITH RECURSIVE band(at) AS (SELECT ? UNION ALL SELECT at + 1 FROM band WHERE at < ?) "
_WITHIN = (
    f"{_BANDS}SELECT row, weight, id FROM band"  # noqa: S608
    f" CROSS JOIN spot ON cell BETWEEN at * {CELLS_ROUND} + ? AND at * {CELLS_ROUND} + ?"
    " CROSS JOIN place USING (row) WHERE lon BETWEEN ? AND ? AND lat BETWEEN ? AND ?"
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


class Gazetteer:
    """Places by name, by id and by position.

    Parameters
    ----------
    connection
        A database that ``build`` has filled; it is only read. Where threads run, open it with
        ``check_same_thread=False``: whichever of them collects the gazetteer closes it.
    layer
        What it is, if it is a user's own.
    marked_only
        Whether only the names are known that a layer marks for recognition.

    Examples
    --------
    >>> import sqlite3
    >>> connection = sqlite3.connect(":memory:", check_same_thread=False)
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
        self._closing = weakref.finalize(self, connection.close)
        # Per object, so that two gazetteers in one process do not answer for each other.
        self._by_key = lru_cache(NAMES_CACHED)(self._read_name)
        self._by_row = lru_cache(PLACES_CACHED)(self._read_row)
        self._longer = lru_cache(NAMES_CACHED)(self._read_longer)
        self._by_id = lru_cache(PLACES_CACHED)(self._read_id)
        self._by_kind = lru_cache(len(PlaceKind))(self._read_kind)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def __reduce__(self) -> tuple[object, ...]:
        """Tell a pickle how it is made again: with its connection, if that can be opened anew."""
        marked_only = self._table == "marked"
        made = partial(Gazetteer, layer=self.layer, marked_only=marked_only)
        return made, (self._connection,)

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
        found = self._by_id(place_id)
        if found is None:
            raise UnknownPlaceError(f"no place has the id {place_id!r}")
        return found

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
        from geo.geometry.geodesy import distance_m  # noqa: PLC0415

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
        found = self._by_id(code.upper())
        return found if found is not None and found.kind is PlaceKind.COUNTRY else None

    def capital(self, code: str) -> Place | None:
        """Return the capital of a country, or ``None``."""
        return self._capitals.get(code.upper())

    @cached_property
    def _capitals(self) -> Mapping[str, Place]:
        """Capitals by country: read on demand, for some 0.2 seconds, where one is not named."""
        sql = _GET + "WHERE kind = 'settlement' AND attributes LIKE '%\"capital\"%'"
        found = (place for place in self._places(sql) if place.attribute("capital") == "true")
        return {place.countries[0]: place for place in found if place.countries}

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
        near = self.keys_like(key)
        best = (self._by_key(like)[0] for like in closest(key, near) if like != key)
        # A town whose odd old spelling comes close does not look like what was typed.
        return tuple(place for place in best if is_alike(key, own_keys(place)))

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
        return self._by_kind(kind)

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

    def _read_id(self, place_id: str) -> Place | None:
        found = self._places(_GET + "WHERE id = ?", (place_id,))
        return found[0] if found else None

    def _read_longer(self, key: str) -> bool:
        sql = f"SELECT 1 FROM {self._table} WHERE key > ? AND key < ? LIMIT 1"  # noqa: S608
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


def _kind_clause(kinds: Sequence[PlaceKind]) -> str:
    return f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _turned(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0

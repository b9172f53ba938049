"""Read places from any table whose columns somebody has named: CSV, TSV, and what GDAL opens.

Of a CSV, a quote that is not closed is an error of the whole file that names the line where it
opens: whatever it swallowed would be missing without a word. In a TSV quotes are letters.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from geo.errors import OptionError, TableError
from geo.gazetteers.prior import Entry
from geo.io.features import kind_of
from geo.io.geonames import position
from geo.io.lines import CONTROL, Reject, Seen, read_lines
from geo.model import Place, PlaceKind

__all__ = ["FIELDS", "Headings", "Maker", "csv_entries", "mapping_of"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "name_en", "placename", "toponym", "asciiname"),
    "lon": ("lon", "longitude", "lng", "long", "x"),
    "lat": ("lat", "latitude", "y"),
    "id": ("id", "fid", "objectid", "code"),
    "geonameid": ("geonameid", "geonames_id"),
    "country": ("country", "countries", "country_code", "countrycode", "cc", "iso2"),
    "kind": ("kind", "type", "feature", "feature_code"),
    "population": ("population", "pop"),
    "other_names": ("other_names", "alternatenames", "alternate_names", "aliases"),
    "admin1": ("admin1", "state", "province"),
    "admin2": ("admin2", "municipality", "district"),
    "uncertainty_m": ("uncertainty_m",),
    "recognise": ("recognise",),
}
"""What a place may have, and the headings that are taken for it unless told."""

SHOWN = 200
"""Characters of the headings that a message repeats: the file may be a picture."""
_MOST_UNCERTAIN_M = 20_004_000.0  # half the Earth: no radius is larger
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
_CODE = re.compile(r"[A-Z]{2}$")
_LIST = re.compile(r"[|;]")
_YES, _NO = {"1", "true", "yes"}, {"", "0", "false", "no"}
_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Headings:
    """Which column tells what: fields of ``FIELDS``, and names by language."""

    columns: Mapping[str, str]
    languages: Mapping[str, str]

    @property
    def all(self) -> tuple[str, ...]:
        """Every column that is read."""
        return (*self.columns.values(), *self.languages.values())


def mapping_of(
    headings: list[str], told: Mapping[str, str], *, path: Path, placed: bool = False
) -> Headings:
    """Say which column tells what: as told, and for the rest by its heading.

    Parameters
    ----------
    headings
        The columns that there are.
    told
        Column by field; ``language:sq`` is the name in Albanian.
    path
        The file, for messages.
    placed
        Whether positions come from elsewhere than ``lon`` and ``lat``.

    Raises
    ------
    OptionError
        A field is not known.
    TableError
        A column is missing.
    """
    languages = {f[9:]: c for f, c in told.items() if f.startswith("language:")}
    unknown = [f for f in told if f not in FIELDS and not _TAG.match(f.partition(":")[2])]
    if unknown or any(not _TAG.match(tag) for tag in languages):
        raise OptionError(
            f"{', '.join(unknown) or 'language'}: no such field",
            remedy=f"use {', '.join(FIELDS)} or language:sq",
        )
    by_low = {heading.strip().lower(): heading for heading in reversed(headings)}
    guessed = {
        field: by_low[name]
        for field, names in FIELDS.items()
        if field not in told
        for name in reversed(names)
        if name in by_low
    }
    columns = {f: guessed.get(f) or told.get(f) or "" for f in FIELDS if f in guessed or f in told}
    missing = [c for c in (*columns.values(), *languages.values()) if c not in headings]
    needed = ("name",) if placed else ("name", "lon", "lat")
    lacking = [field for field in needed if field not in columns]
    if missing or lacking:
        what = f"column {missing[0]!r}" if missing else f"a column for {', '.join(lacking)}"
        raise TableError(
            f"{what} is missing; it has {', '.join(headings)[:SHOWN]}",
            path=path,
            line=None if placed else 1,
            remedy="name the columns with --columns, as in --columns name=NAME,lon=X,lat=Y",
        )
    return Headings(columns, languages)


class Maker:
    """Makes places of mapped cells.

    Parameters
    ----------
    layer
        Name of the layer, which its ids begin with.
    mapping
        Which column tells what.
    kind
        The kind of places whose row tells none.
    country
        The country of those whose row tells none.
    """

    def __init__(
        self, layer: str, mapping: Headings, *, kind: str | None = None, country: str | None = None
    ) -> None:
        if kind is None and "kind" not in mapping.columns:
            raise OptionError(
                "no column tells what kind of places these are",
                remedy="name it with --columns kind=COLUMN, or give --kind settlement",
            )
        self._layer, self._mapping = layer, mapping
        self._kind, self._country = kind or "", country or ""
        self._seen = Seen()

    def close(self) -> None:
        """Drop what was remembered of the ids."""
        self._seen.close()

    def entry(
        self,
        cells: Mapping[str, str],
        line: int,
        *,
        at: tuple[float, float] | None = None,
        geometry: str | None = None,
        radius_m: float | None = None,
    ) -> Entry:
        """Return the place of a row.

        Parameters
        ----------
        cells
            By column.
        line
            Where the row stands.
        at, geometry, radius_m
            Position, outline and reach, where the cells do not tell them.

        Raises
        ------
        ValueError
            Something is wrong with the row.
        """
        told = {f: cells[c].strip() for f, c in self._mapping.columns.items()}
        own = {t: cells[c].strip() for t, c in self._mapping.languages.items()}
        for value in (*told.values(), *own.values()):
            if CONTROL.search(value):
                raise ValueError(f"holds a control character: {value[:40]!r}")
        if not told["name"]:
            raise ValueError("name is empty")
        lon, lat = at or position(told.get("lon", ""), told.get("lat", ""))
        uncertainty = _number(told, "uncertainty_m", _MOST_UNCERTAIN_M)
        geonameid = _number(told, "geonameid")
        population = _number(told, "population")
        place = Place(
            self._id(told, lon, lat, line),
            told["name"],
            self._kind_of(told.get("kind", "")),
            lon,
            lat,
            self._countries(told.get("country", "")),
            admin1=told.get("admin1") or None,
            names=tuple((tag, name) for tag, name in own.items() if name),
            population=int(population) or None if population else None,
            uncertainty_m=radius_m if uncertainty is None else uncertainty,
            geonameid=None if geonameid is None else int(geonameid),
            geometry=geometry,
            attributes=(("admin2", told["admin2"]),) if told.get("admin2") else (),
        )
        if place.countries:
            place = replace(place, part_of=place.countries[0])
        return Entry(place, _names(told), curated=False, recognised=_flag(told))

    def _id(self, told: Mapping[str, str], lon: float, lat: float, line: int) -> str:
        own = told.get("id")
        if not own:  # the same place in the same words has the same id, wherever its row stands
            said = f"{told['name']}\x1f{lon!r}\x1f{lat!r}\x1f{told.get('kind', '')}"
            own = hashlib.sha256(said.encode()).hexdigest()[:12]
        before = self._seen.first(own, line)
        if before is not None:
            same = f"id {own!r}" if told.get("id") else "the same place"
            raise ValueError(f"{same} stands in line {before} too")
        return f"{self._layer}:{own}"

    def _kind_of(self, told: str) -> PlaceKind:
        value = told or self._kind
        if value.lower() in set(PlaceKind):
            return PlaceKind(value.lower())
        # GeoNames writes class and code apart: P and PPL, or only the class.
        found = kind_of(value) if "." in value or len(value) == 1 else None
        if found is None:
            kinds = ", ".join(PlaceKind)
            raise ValueError(f"kind {value[:40]!r} is none of {kinds}, nor a code such as P.PPL")
        return found

    def _countries(self, told: str) -> tuple[str, ...]:
        codes = [code.strip().upper() for code in re.split(r"[|;,\s]+", told or self._country)]
        wrong = [code for code in codes if code and not _CODE.match(code)]
        if wrong:
            raise ValueError(f"country {wrong[0][:40]!r} is no code of two letters, such as XK")
        return tuple(dict.fromkeys(filter(None, codes)))


def _names(told: Mapping[str, str]) -> tuple[str, ...]:
    names = _LIST.split(told.get("other_names", ""))
    return tuple(dict.fromkeys(filter(None, map(str.strip, names))))


def _flag(told: Mapping[str, str]) -> bool:
    value = told.get("recognise", "").lower()
    if value not in _YES | _NO:
        raise ValueError(f"recognise {value[:40]!r} is neither yes nor no")
    return value in _YES


def _number(told: Mapping[str, str], name: str, most: float = 1e15) -> float | None:
    value = told.get(name)
    if not value:
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= most:
        raise ValueError(f"{name} {value[:40]!r} is no number from 0 to {most:g}")
    return number


# ---- CSV and TSV


def csv_entries(
    path: Path,
    reject: Reject,
    layer: str,
    told: Mapping[str, str],
    *,
    kind: str | None = None,
    country: str | None = None,
    encoding: str = "utf-8",
) -> Iterator[Entry]:
    """Yield the places of a CSV or TSV file, plain or zipped.

    Raises
    ------
    TableError
        Columns are missing, or a quote is not closed.
    """
    rows = _rows(path, reject, encoding)
    _, headings = next(rows, (0, []))
    mapping = mapping_of(headings, told, path=path)
    maker = Maker(layer, mapping, kind=kind, country=country)
    used = [headings.index(column) for column in mapping.all]
    try:
        for line, cells in rows:
            if len(cells) != len(headings):
                told_of = f"has {len(cells)} cells instead of {len(headings)}"
                reject(line, told_of, "\t".join(cells))
                continue
            _check_quotes(path, line, cells, used, len(headings))
            try:
                entry = maker.entry(dict(zip(headings, cells, strict=True)), line)
            except ValueError as error:
                reject(line, str(error), "\t".join(cells))
            else:
                yield entry
    finally:
        maker.close()


class _Feed:
    """Hands lines to the CSV reader, and remembers which of them make the row at hand."""

    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self._lines = lines
        self.first: int | None = None

    def __iter__(self) -> Iterator[str]:
        for number, text in self._lines:
            if self.first is None:
                self.first = number
            yield text + "\n"


def _rows(path: Path, reject: Reject, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the line that each begins in, the headings first."""
    feed = _Feed(read_lines(path, reject, encoding=encoding))
    lines = iter(feed)
    head = next(lines, None)
    if head is None:
        raise TableError("is empty", path=path, remedy="name a table with a line of headings")
    delimiter = "\t" if ".tsv" in path.name.lower() else max(_DELIMITERS, key=head.count)
    quoting: Literal[0, 3] = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL

    def again() -> Iterator[str]:
        yield head
        yield from lines

    reader = csv.reader(again(), delimiter=delimiter, quoting=quoting, strict=True)
    try:
        for cells in reader:
            if cells:  # not an empty line
                yield feed.first or 1, cells
            feed.first = None
    except csv.Error as error:
        raise TableError(
            f"a quote that opens in this row is not closed ({error})",
            path=path,
            line=feed.first,
            remedy='close it, write a quote inside a cell as "", or save the table as TSV',
        ) from error


def _check_quotes(path: Path, line: int, cells: list[str], used: list[int], width: int) -> None:
    """Refuse a cell that holds what looks like rows: a quote was left open, and a later one met."""
    for number, cell in enumerate(cells):
        if "\n" not in cell.rstrip("\n"):
            continue
        swallowed = any(part.count(d) >= width - 2 > 0 for part in cell.split("\n") for d in ",;|")
        if number in used or swallowed:
            raise TableError(
                f"a quoted cell runs over {cell.count(chr(10)) + 1} lines",
                path=path,
                line=line,
                remedy="close the quote that opens in this row, or take the line breaks out",
            )

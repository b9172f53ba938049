"""Read the reviewed data of the folder ``gazetteer/``: places, crossings, regions, vocabulary.

CSV cells hold lists with ``|`` between the items. What is wrong is a ``TableError`` that names
file, line and column; ``read`` raises the first, ``check`` returns all of them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.errors import InputError, TableError
from geo.gazetteer import Demonym, Entry, Organisation
from geo.io.cells import Cells, Row
from geo.model import Place, PlaceKind

__all__ = ["FILES", "Overlay", "check", "find_folder", "read"]

_NAMES = ("name_en", "name_sq", "name_sr_latn", "name_sr_cyrl")
_LANGUAGES = ("en", "sq", "sr-Latn", "sr-Cyrl")
_SHAPE = ("id", *_NAMES, "other_names", "countries", "part_of", "lon", "lat", "uncertainty_m")
_UNIT = (
    "code", "geonameid", "name", "other_names", "lon", "lat", "uncertainty_m", "people", "source",
)  # fmt: skip
# Columns of each file; all must be there and no others.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "places.csv": (*_SHAPE, "kind", "geonameid", "rank", "source", "checked"),
    "crossings.geojson": (
        *_SHAPE, "gate", "status", "approximate", "rank", "footprint", "source", "checked",
    ),
    "regions.geojson": (*_SHAPE, "direction", "approximate", "method", "source"),
    "countries.csv": ("code", "lon", "lat", "capital", "other_names", "source"),
    "admin1.csv": (
        "id", "name_en", "other_names", "countries", "lon", "lat", "uncertainty_m", "geonameid",
        "source",
    ),
    "features.csv": (
        "id", "kind", "name_en", "other_names", "countries", "lon", "lat", "uncertainty_m", "rank",
        "source",
    ),
    "admin1_world.csv": _UNIT,
    "admin2_world.csv": _UNIT,
    "aliases.csv": ("geonameid", "name", "aliases", "not"),
    "demonyms.csv": ("word", "places", "kind", "note"),
    "organisations.csv": ("name", "aliases", "countries", "kind", "note"),
}  # fmt: skip
FILES = tuple(COLUMNS)
_OPTIONAL = (
    "admin1.csv", "features.csv", "admin1_world.csv", "admin2_world.csv", "aliases.csv",
)  # fmt: skip
# The tables of all units that tools/make_units.py writes, and what their sources mean.
UNIT_TABLES = {"admin1_world.csv": PlaceKind.ADMIN1, "admin2_world.csv": PlaceKind.ADMIN2}
UNIT_SOURCES = {
    "outline": "GeoNames; point: middle of the outline by Natural Earth",
    "census": "GeoNames; point: middle of the outline by the US Census Bureau",
    "towns": "GeoNames; point: middle of the hull of its towns",
    "seat": "GeoNames; point: the town it is called after",
}
PLACE_KINDS = tuple(
    kind
    for kind in PlaceKind
    if kind not in (PlaceKind.COUNTRY, PlaceKind.CROSSING, PlaceKind.REGION)
)
FEATURE_KINDS = (
    PlaceKind.REGION,
    PlaceKind.WATER,
    PlaceKind.RELIEF,
    PlaceKind.FACILITY,
    PlaceKind.SETTLEMENT,
)
HALF_EARTH_M = 20_004_000  # no radius is larger
DEMONYM_KINDS = ("people", "adjective", "both")
DIRECTIONS = ("north", "south", "east", "west", "central",
              "north-east", "north-west", "south-east", "south-west")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aliases:
    """What English news calls a town besides its name, and what of GeoNames' names it is not."""

    name: str
    names: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overlay:
    """What the folder holds, and where each place stands in it.

    ``capitals`` gives names by country, ``units`` place ids by GeoNames' codes (``UA.05``),
    ``aliases`` names of towns by GeoNames' ids.
    """

    entries: tuple[Entry, ...] = ()
    demonyms: tuple[Demonym, ...] = ()
    organisations: tuple[tuple[Organisation, tuple[str, ...]], ...] = ()
    capitals: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)
    words: tuple[tuple[Row, tuple[str, ...]], ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[int, Aliases] = field(default_factory=dict)


def find_folder() -> Path:
    """Return the folder of the reviewed data: the package's own, else the checkout's.

    Raises
    ------
    InputError
        There is none.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_data" / "gazetteer", package.parent / "gazetteer"):
        if (folder / "places.csv").is_file():
            return folder
    raise InputError(
        "the reviewed gazetteer is missing from this installation",
        path=package / "_data" / "gazetteer",
        remedy="install geo-incident-mapper again, or name a folder with --gazetteer",
    )


def read(folder: Path) -> Overlay:
    """Read the folder.

    Raises
    ------
    TableError
        The first thing that is wrong; ``check`` lists all.
    """
    problems: list[InputError] = []
    overlay = gather(folder, problems)
    if problems:
        raise problems[0]
    return overlay


def check(folder: Path) -> tuple[InputError, ...]:
    """Return everything that is wrong with the folder, in the order of files and lines."""
    # Imported late: the check needs shapely and babel, reading does not.
    from geo.io.review import review  # noqa: PLC0415

    problems: list[InputError] = []
    overlay = gather(folder, problems)
    problems.extend(review(overlay))
    return tuple(sorted(problems, key=lambda one: (one.path or "", one.line or 0, one.reason)))


def gather(folder: Path, problems: list[InputError]) -> Overlay:
    """Read what can be read, and put what is wrong into ``problems``."""
    tables = {name: tuple(_rows(folder / name, problems)) for name in FILES}
    entries: list[Entry] = []
    found: dict[str, Row] = {}
    for name, make in _MAKERS.items():
        for row in tables[name]:
            cells = Cells(row, problems)
            entry = make(cells)
            if entry.place.id in found:
                there = found[entry.place.id]
                cells.wrong(
                    "id", f"{entry.place.id!r} stands in {there.path.name}:{there.line} too",
                    "give each place its own id",
                )  # fmt: skip
            elif cells.good:
                found[entry.place.id] = row
                entries.append(entry)
    units = _join_units(tables, entries, found, problems)
    return Overlay(
        tuple(entries),
        tuple(_demonym(Cells(row, problems)) for row in tables["demonyms.csv"]),
        tuple(_organisation(Cells(row, problems)) for row in tables["organisations.csv"]),
        {row.cells["code"]: row.cells["capital"] for row in tables["countries.csv"]},
        found,
        tuple(_references(tables)),
        units,
        dict(_aliases(Cells(row, problems)) for row in tables["aliases.csv"]),
    )


def _join_units(
    tables: Mapping[str, tuple[Row, ...]],
    entries: list[Entry],
    found: dict[str, Row],
    problems: list[InputError],
) -> dict[str, str]:
    """Add the units of the world, and return all units by code.

    A reviewed place with the same GeoNames id keeps its own position and gets the other names.
    """
    reviewed = {entry.place.geonameid: number for number, entry in enumerate(entries)}
    units: dict[str, str] = {}
    for name, kind in UNIT_TABLES.items():
        for row in tables[name]:
            cells = Cells(row, problems)
            code, entry = _unit(cells, kind, units)
            there = reviewed.get(entry.place.geonameid) if cells.good else None
            if code in units:
                cells.wrong("code", f"{code!r} stands here twice", "keep one of the two")
            elif there is not None:
                known = entries[there]
                entries[there] = _with_names(known, entry)
                units[code] = known.place.id
            elif cells.good:
                units[code] = entry.place.id
                found[entry.place.id] = row
                entries.append(entry)
    return units


def _with_names(entry: Entry, other: Entry) -> Entry:
    names = dict.fromkeys((*entry.names, other.place.name, *other.names))
    return Entry(entry.place, tuple(names), entry.curated)


def _rows(path: Path, problems: list[InputError]) -> Iterator[Row]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if path.name not in _OPTIONAL:
            problems.append(TableError("the file is missing", path=path, remedy="put it back"))
        return
    except (OSError, UnicodeDecodeError) as error:
        problems.append(TableError(f"cannot be read ({error})", path=path, remedy="save as UTF-8"))
        return
    reader = _features if path.suffix == ".geojson" else _lines
    try:
        rows = list(reader(path, text))
    except (ValueError, csv.Error, KeyError, TypeError, AttributeError) as error:
        line = getattr(error, "lineno", 1)
        told = f"is no {path.suffix[1:]} table ({type(error).__name__}: {error})"
        problems.append(TableError(told, path=path, line=line, remedy="restore the file"))
        return
    for row in rows:
        if _has_right_columns(row, problems) and (row.is_feature or row.line > 1):
            yield row


def _lines(path: Path, text: str) -> Iterator[Row]:
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    header = Row(path, 1, dict.fromkeys(reader.fieldnames or (), ""))
    yield header
    # Under a wrong header every row is wrong: told once, at the header.
    if set(header.cells) == set(COLUMNS[path.name]):
        for cells in reader:
            yield Row(path, reader.line_num, cells)


def _features(path: Path, text: str) -> Iterator[Row]:
    for feature in json.loads(text)["features"]:
        cells = dict(feature["properties"])
        at = text.find(json.dumps(cells.get("id"), ensure_ascii=False))
        yield Row(path, text.count("\n", 0, max(at, 0)) + 1, cells, feature["geometry"])


def _has_right_columns(row: Row, problems: list[InputError]) -> bool:
    known = set(COLUMNS[row.path.name])
    wrong = [(name, "is missing", "add it") for name in sorted(known - set(row.cells))]
    wrong += [
        (name or "(last)", "is not known here", "remove it, or quote a cell that holds a comma")
        for name in sorted(set(row.cells) - known)
    ]
    if not row.is_feature:
        short = (name for name, value in row.cells.items() if value is None)
        wrong += [(name, "has no cell", "add a comma") for name in short]
    problems.extend(row.problem(*told) for told in wrong)
    return not wrong


def _shape(cells: Cells, kind: PlaceKind, **known: Any) -> Entry:  # noqa: ANN401
    """Make a place of the columns that three files share."""
    lon, lat = cells.position()
    if lon is None and cells.good:
        cells.wrong("lon", "is empty", "give the position, and say how sure in uncertainty_m")
    name = cells.text("name_en", required=True)
    told = zip(_LANGUAGES, (cells.text(column) for column in _NAMES), strict=True)
    place = Place(
        cells.text("id", required=True),
        name,
        kind,
        lon,
        lat,
        cells.many("countries"),
        names=tuple((language, name) for language, name in told if name),
        uncertainty_m=cells.number("uncertainty_m", 1, HALF_EARTH_M),
        part_of=cells.text("part_of") or None,
        source=cells.text("source", required=True),
        **known,
    )
    return Entry(place, cells.many("other_names"))


def _place(cells: Cells) -> Entry:
    kind = cells.choice("kind", PLACE_KINDS)
    return _shape(
        cells,
        PlaceKind(kind or "settlement"),
        geonameid=cells.integer("geonameid"),
        rank=cells.integer("rank") or 0,
        attributes=_attributes(cells, "checked"),
    )


def _crossing(cells: Cells) -> Entry:
    return _shape(
        cells,
        PlaceKind.CROSSING,
        approximate=cells.flag("approximate"),
        rank=cells.integer("rank") or 0,
        geometry=_geometry(cells),
        attributes=_attributes(cells, "gate", "status", "footprint", "checked"),
    )


def _region(cells: Cells) -> Entry:
    return _shape(
        cells,
        PlaceKind.REGION,
        approximate=cells.flag("approximate"),
        direction=cells.choice("direction", DIRECTIONS, required=False),
        geometry=_geometry(cells),
        attributes=_attributes(cells, "method"),
    )


def _country(cells: Cells) -> Entry:
    # Its names in every language come from babel, when the gazetteer is compiled.
    code = cells.text("code", required=True)
    if not (len(code) == 2 and code.isascii() and code.isupper()):
        cells.wrong("code", f"{code!r} is no ISO 3166-1 alpha-2 code", "write it like XK")
    lon, lat = cells.position()
    source = cells.text("source", required=True)
    place = Place(code, code, PlaceKind.COUNTRY, lon, lat, (code,), source=source)
    return Entry(place, cells.many("other_names"))


def _admin1(cells: Cells) -> Entry:
    return _named(cells, PlaceKind.ADMIN1, geonameid=cells.integer("geonameid"))


def _feature(cells: Cells) -> Entry:
    kind = PlaceKind(cells.choice("kind", FEATURE_KINDS) or "region")
    soft = kind is PlaceKind.REGION
    return _named(cells, kind, rank=cells.integer("rank") or 0, approximate=soft)


def _named(cells: Cells, kind: PlaceKind, **known: Any) -> Entry:  # noqa: ANN401
    """Make a place that has one name of its own, in English."""
    lon, lat = cells.position()
    if lon is None and cells.good:
        cells.wrong("lon", "is empty", "give the position, and say how sure in uncertainty_m")
    countries = cells.many("countries")
    name = cells.text("name_en", required=True)
    place = Place(
        cells.text("id", required=True),
        name,
        kind,
        lon,
        lat,
        countries,
        names=(("en", name),),
        uncertainty_m=cells.number("uncertainty_m", 1, HALF_EARTH_M),
        part_of=countries[0] if len(countries) == 1 else None,
        source=cells.text("source", required=True),
        **known,
    )
    return Entry(place, cells.many("other_names"))


def _unit(cells: Cells, kind: PlaceKind, units: Mapping[str, str]) -> tuple[str, Entry]:
    code = cells.text("code", required=True)
    country, number = code.partition(".")[0], cells.integer("geonameid")
    level = 1 if kind is PlaceKind.ADMIN1 else 2
    if code.count(".") != level or not (len(country) == 2 and country.isupper()):
        cells.wrong("code", f"{code!r} is no code of this level", "write it as GeoNames does")
    if number is None:
        cells.wrong("geonameid", "is empty", "write the id of GeoNames")
    lon, lat = cells.position()
    if lon is None:
        cells.wrong("lon", "is empty", "give the position, or leave the unit out")
    name = cells.text("name", required=True)
    source = cells.choice("source", UNIT_SOURCES)
    holder = units.get(code.rpartition(".")[0], country)
    place = Place(
        f"gn:{number}",
        name,
        kind,
        lon,
        lat,
        (country,),
        names=(("en", name),),
        uncertainty_m=cells.number("uncertainty_m", 1, HALF_EARTH_M),
        geonameid=number,
        part_of=holder,
        source=UNIT_SOURCES.get(source or "", ""),
    )
    people = cells.integer("people") or 0
    return code, Entry(place, cells.many("other_names"), curated=False, people=people)


def _aliases(cells: Cells) -> tuple[int, Aliases]:
    number = cells.integer("geonameid")
    if number is None:
        cells.wrong("geonameid", "is empty", "write the id of GeoNames")
    name = cells.text("name", required=True)
    return number or 0, Aliases(name, cells.many("aliases"), cells.many("not"))


def _demonym(cells: Cells) -> Demonym:
    kind = cells.choice("kind", DEMONYM_KINDS) or ""
    return Demonym(cells.text("word", required=True), cells.many("places"), kind)


def _organisation(cells: Cells) -> tuple[Organisation, tuple[str, ...]]:
    name, kind = cells.text("name", required=True), cells.text("kind", required=True)
    return Organisation(name, cells.many("countries"), kind), cells.many("aliases")


def _references(tables: Mapping[str, tuple[Row, ...]]) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Yield the rows of the vocabulary with the ids they speak of."""
    for name, column in (("demonyms.csv", "places"), ("organisations.csv", "countries")):
        for row in tables[name]:
            yield row, Cells(row, []).many(column)


def _attributes(cells: Cells, *columns: str) -> tuple[tuple[str, str], ...]:
    told = ((column, cells.text(column)) for column in columns)
    return tuple((column, value) for column, value in told if value)


def _geometry(cells: Cells) -> str:
    return json.dumps(cells.row.geometry, separators=(",", ":"))


_MAKERS: Mapping[str, Callable[[Cells], Entry]] = {
    "places.csv": _place,
    "crossings.geojson": _crossing,
    "regions.geojson": _region,
    "countries.csv": _country,
    "admin1.csv": _admin1,
    "features.csv": _feature,
}

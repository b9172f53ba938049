"""Make ``geo/viewer/borders.json``, the map's background, from the npm package world-atlas.

Run by hand, seldom, where there is ``npm``::

    python -m tools.make_borders

The data is Natural Earth's (1:10m, public domain). It is cleaned and simplified as one coverage
(``shapely.coverage_clean``, ``coverage_simplify``), so that neighbours share their border at every
level and no sliver opens between them; then each stretch of line is kept once. Borders are kept
finer than coasts, and all of it a second time coarsely, for what lies far from the data of a page.
Country names are CLDR's, not the file's (which still says "Macedonia").
"""

# ruff: noqa: INP001 - a script, no package
from __future__ import annotations

import argparse
import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from babel import Locale
from babel.core import get_global

from geo.geometry.background import encode

PACKAGE = "world-atlas@2.0.2"
MEMBER = "package/countries-10m.json"
SHA512 = "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ=="
"""What the registry says of the package, and what is checked again here."""

OUTPUT = Path(__file__).resolve().parents[1] / "geo" / "viewer" / "borders.json"

UNIT_DEG = 0.001
"""One step of the stored grid. The source's own grid is 0.0036° by 0.0017°."""

BORDER_DEG = 0.003
"""Between two countries: a pixel and a half at zoom 9. Square root of the area of what may go."""

COAST_DEG = 0.03
"""Along the sea: borders are what these maps are about, and coasts are six times as long."""

FJORD_DEG = 0.09
FJORD_LATITUDE = 58.0
"""Poleward of this the coast is coarser still: fjords and skerries are half the world's coast."""

FAR_DEG = 0.1
"""Lines far from the data of a page: a pixel at zoom 4."""

ISLAND_DEG2 = 0.04
"""Islands below this (about 20 km across) are left out, unless they are all a country has."""

SNAP = 0.5
"""Steps of the grid within which the cleaning lets vertices of neighbours meet."""

Ring = Sequence[int]

UNNUMBERED = {"Kosovo": "XK"}
"""What the file gives no ISO number and CLDR still knows."""

DISPUTED: tuple[tuple[str, str, tuple[float, float, float, float] | None], ...] = (
    # Two sides as the file names them, and the stretch meant (None: all of it).
    ("Kosovo", "Serbia", None),
    ("Morocco", "W. Sahara", None),
    ("Israel", "Palestine", None),
    ("Israel", "Syria", None),
    ("Cyprus", "N. Cyprus", None),
    ("Cyprus", "Cyprus U.N. Buffer Zone", None),
    ("N. Cyprus", "Cyprus U.N. Buffer Zone", None),
    ("Somalia", "Somaliland", None),
    ("Ethiopia", "Somaliland", None),
    ("Russia", "Ukraine", (32.0, 44.0, 36.8, 46.4)),
    ("India", "Pakistan", (73.0, 32.4, 80.0, 37.5)),
    ("India", "China", None),
    ("Pakistan", "China", None),
    ("India", "Siachen Glacier", None),
    ("Pakistan", "Siachen Glacier", None),
    ("China", "Siachen Glacier", None),
    ("Egypt", "Sudan", (31.0, 21.5, 37.0, 23.5)),
    ("Sudan", "S. Sudan", None),
    ("South Korea", "North Korea", None),
    ("Guyana", "Venezuela", None),
)
"""Lines that a party to them does not accept as an international border: drawn dashed.

By hand, for the file has no classes of lines: those that Natural Earth's boundary lines call
disputed, indefinite or lines of control, as far as both sides are countries of the file."""


def main(arguments: list[str]) -> int:
    """Fetch the source if no file is given, and write the background."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("topology", type=Path, nargs="?", help="countries-10m.json, to fetch none")
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT)
    options = parser.parse_args(arguments)
    text = options.topology.read_text(encoding="utf-8") if options.topology else fetched()
    made = json.dumps(background(json.loads(text)), ensure_ascii=False, separators=(",", ":"))
    options.output.write_text(made + "\n", encoding="utf-8", newline="\n")
    print(f"{options.output}: {len(made.encode()) / 1000:.0f} kB")  # noqa: T201
    return 0


def fetched() -> str:
    """Return the TopoJSON of the package, once it is the package that was meant."""
    with tempfile.TemporaryDirectory() as folder:
        npm = ("npm", "pack", "--ignore-scripts", "--silent", PACKAGE)
        subprocess.run(npm, cwd=folder, check=True, capture_output=True)  # noqa: S603
        (archive,) = Path(folder).glob("*.tgz")
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != SHA512:
            raise SystemExit(f"{PACKAGE} has another content than when this script was written")
        with tarfile.open(archive) as packed:
            member = packed.extractfile(MEMBER)
            assert member is not None
            return member.read().decode("utf-8")


def background(topology: dict[str, Any]) -> dict[str, Any]:
    """Turn a TopoJSON of countries into what ``geo.geometry.background`` reads."""
    countries = sorted(
        topology["objects"]["countries"]["geometries"], key=lambda c: str(c["properties"]["name"])
    )
    owners, polygons = coverage(topology, countries)
    rings, whole = network(polygons)
    sides: dict[int, set[str]] = defaultdict(set)
    for owner, parts in zip(owners, rings, strict=True):
        for number in (max(n, ~n) for ring in parts for n in ring):
            sides[number].add(str(countries[owner]["properties"]["name"]))
    fine, far = (levels(polygons, rings, whole, sides, far=far) for far in (False, True))
    dashed = part(fine, far, rings, sides)
    rows = [
        row(country, [ring for owner, ring in zip(owners, rings, strict=True) if owner == n], fine)
        for n, country in enumerate(countries)
    ]
    return {
        "source": f"Natural Earth 1:10m, public domain, from {PACKAGE}; simplified by "
        "tools/make_borders.py; country names from CLDR",
        "unit_deg": UNIT_DEG,
        "arcs": [encode(points) for points in fine],
        "far": [encode(points) for points in far],
        "shared": [n for n in range(len(fine)) if len(sides[n]) > 1],
        "disputed": sorted(dashed),
        "countries": [one for one in rows if one],
    }


# ---- from the file to a coverage


def coverage(
    topology: dict[str, Any], countries: list[dict[str, Any]]
) -> tuple[list[int], list[shapely.Polygon]]:
    """Return cleaned polygons in steps of the grid, and for each the number of its country."""
    arcs = [sewn(arc) for arc in absolute(topology)]
    owners: list[int] = []
    shapes: list[shapely.Polygon] = []
    for number, country in enumerate(countries):
        nested = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        parts = [part for rings in nested if (part := polygon(rings, arcs)) is not None]
        parts.sort(key=lambda part: -part.area)
        large = [p for n, p in enumerate(parts) if n == 0 or p.area >= ISLAND_DEG2 / UNIT_DEG**2]
        owners += [number] * len(large)
        shapes += large
    cleaned = shapely.coverage_clean(shapes, snapping_distance=SNAP)  # type: ignore[attr-defined]
    found = [(n, p) for n, whole in zip(owners, cleaned, strict=True) for p in single(whole)]
    return [n for n, _ in found], [p for _, p in found]


def absolute(topology: dict[str, Any]) -> list[np.ndarray]:
    """Undo TopoJSON's deltas: arcs as arrays of (lon, lat), in steps of our grid."""
    transform = topology["transform"]
    return [
        np.rint(
            (np.cumsum(np.array(arc), axis=0) * transform["scale"] + transform["translate"])
            / UNIT_DEG
        )
        for arc in topology["arcs"]
    ]


def sewn(arc: np.ndarray) -> np.ndarray:
    """Put ends that lie on the edge of the map to the side where the rest of the line is."""
    edge = np.abs(np.abs(arc[:, 0]) - 180 / UNIT_DEG) < 1
    side = np.sign(np.median(arc[:, 0])) * 180 / UNIT_DEG
    return np.column_stack([np.where(edge, side, arc[:, 0]), arc[:, 1]])


def polygon(rings: Iterable[Ring], arcs: Sequence[np.ndarray]) -> shapely.Polygon | None:
    """Join arcs (``~n`` is arc n backwards) to rings; some in the file have two points."""
    joined = [np.concatenate([arcs[n] if n >= 0 else arcs[~n][::-1] for n in r]) for r in rings]
    real = [ring for ring in joined if len(np.unique(ring, axis=0)) >= 3]
    whole = shapely.make_valid(shapely.Polygon(real[0], real[1:])) if real else None
    parts = single(whole) if whole is not None else []
    return max(parts, key=lambda part: part.area, default=None)


def single(shape: shapely.Geometry) -> list[shapely.Polygon]:
    """Return the polygons of a shape, without the lines and crumbs that cleaning leaves."""
    parts = shapely.get_parts(shapely.get_parts(shape))  # a collection may hold a multipolygon
    return [part for part in parts if part.geom_type == "Polygon" and part.area]


# ---- from the coverage to lines that are kept once

Point = tuple[float, float]
Line = tuple[Point, ...]


def network(polygons: Sequence[shapely.Polygon]) -> tuple[list[list[list[int]]], list[Line]]:
    """Split all rings where three lines meet: rings as numbers of lines, and the lines."""
    crossroads = nodes(polygons)
    numbers: dict[Line, int] = {}
    rings = []
    for polygon in polygons:
        parts = [split(ring, crossroads) for ring in outlines(polygon)]
        rings.append([[numbered(line, numbers) for line in lines] for lines in parts])
    return rings, list(numbers)


def outlines(polygon: shapely.Polygon) -> list[list[Point]]:
    """Return its rings as points, the last without the first again."""
    turned = shapely.geometry.polygon.orient(polygon)
    return [list(ring.coords)[:-1] for ring in (turned.exterior, *turned.interiors)]


def nodes(polygons: Sequence[shapely.Polygon]) -> set[Point]:
    """Return the points that have another number of neighbours than two."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in (ring for polygon in polygons for ring in outlines(polygon)):
        for before, at, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1], strict=True):
            beside[at] |= {before, after}
    return {at for at, others in beside.items() if len(others) != 2}


def split(ring: list[Point], crossroads: set[Point]) -> list[Line]:
    """Cut a ring at crossroads; without one it starts at its smallest point, whoever owns it."""
    at = [n for n, point in enumerate(ring) if point in crossroads]
    if not at:
        first = ring.index(min(ring))
        turned = ring[first:] + ring[:first]
        return [(*turned, turned[0])]
    turned = ring[at[0] :] + ring[: at[0]] + [ring[at[0]]]
    cuts = [n - at[0] for n in at] + [len(ring)]
    return [tuple(turned[a : b + 1]) for a, b in pairwise(cuts)]


def numbered(line: Line, numbers: dict[Line, int]) -> int:
    """Return the number of a line, ``~n`` if it is known in the other direction."""
    if line[::-1] in numbers and line not in numbers:
        return ~numbers[line[::-1]]
    return numbers.setdefault(line, len(numbers))


# ---- levels of detail


def levels(
    polygons: Sequence[shapely.Polygon],
    rings: Sequence[Sequence[Ring]],
    whole: Sequence[Line],
    sides: dict[int, set[str]],
    *,
    far: bool,
) -> list[np.ndarray]:
    """Thin every line by its own tolerance, and less so where it would then cross another."""
    steps = (BORDER_DEG, COAST_DEG, FJORD_DEG, FAR_DEG)
    made = [thinned(polygons, rings, whole, step / UNIT_DEG) for step in steps]
    level = np.array([wanted(line, sides[n], far=far) for n, line in enumerate(whole)])
    while True:
        lines = [made[step][n] for n, step in enumerate(level)]
        bad = crossed(rings, lines)
        touched = {max(n, ~n) for part in bad for ring in rings[part] for n in ring}
        finer = [n for n in touched if level[n] > 0]
        if not finer:
            return lines
        level[finer] -= 1


def wanted(line: Line, names: set[str], *, far: bool) -> int:
    """Say at which level of detail a line is kept if nothing is in the way."""
    if any(names == {a, b} and box for a, b, box in DISPUTED):
        return 0  # such a line is cut at a vertex, which all levels need
    if far:
        return 3
    polar = min(abs(y) for _, y in line) * UNIT_DEG > FJORD_LATITUDE
    return 0 if len(names) > 1 else 2 if polar else 1


def thinned(
    polygons: Sequence[shapely.Polygon],
    rings: Sequence[Sequence[Ring]],
    whole: Sequence[Line],
    tolerance: float,
) -> list[np.ndarray]:
    """Simplify the coverage and find each line again in it: crossroads have stayed."""
    ends = {point for line in whole for point in (line[0], line[-1]) if line[0] != line[-1]}
    ends |= nodes(polygons)
    lines: list[np.ndarray | None] = [None] * len(whole)
    simple = shapely.coverage_simplify(list(polygons), tolerance)
    for polygon, numbers in zip(simple, rings, strict=True):
        for ring, owned in zip(outlines(polygon), numbers, strict=True):
            for line, number in zip(again(ring, owned, whole, ends), owned, strict=True):
                points = np.rint(np.array(line if number >= 0 else line[::-1]))
                lines[max(number, ~number)] = points.astype(int)
    return [line for line in lines if line is not None]


def again(ring: list[Point], owned: Ring, whole: Sequence[Line], ends: set[Point]) -> list[Line]:
    """Cut a simplified ring where the whole one was cut, starting with the same line."""
    n = owned[0]
    start = whole[n][0] if n >= 0 else whole[~n][-1]
    first = ring.index(start) if start in ring else 0
    turned = ring[first:] + ring[:first]
    return split(turned, ends) if len(owned) > 1 or start in ends else [(*turned, turned[0])]


def crossed(rings: Sequence[Sequence[Ring]], lines: Sequence[np.ndarray]) -> list[int]:
    """Return the polygons that are not sound, or do not fit their neighbours."""
    shapes = [
        shapely.Polygon(stitched(parts[0], lines), [stitched(hole, lines) for hole in parts[1:]])
        for parts in rings
    ]
    edges = shapely.coverage_invalid_edges(shapes)
    pairs = zip(shapes, edges, strict=True)
    return [n for n, (shape, edge) in enumerate(pairs) if not (shape.is_valid and edge.is_empty)]


def stitched(ring: Ring, lines: Sequence[np.ndarray]) -> np.ndarray:
    """Join the lines of a ring."""
    return np.concatenate([lines[n] if n >= 0 else lines[~n][::-1] for n in ring])


# ---- disputed lines


def part(
    fine: list[np.ndarray],
    far: list[np.ndarray],
    rings: list[list[list[int]]],
    sides: dict[int, set[str]],
) -> set[int]:
    """Return which lines are disputed; those that are so in part are cut there, everywhere."""
    found: set[int] = set()
    pieces: dict[int, list[int]] = {}
    for n in range(len(fine)):
        within = disputed(sides[n], fine[n])
        cuts = [0, *np.flatnonzero(np.diff(within)) + 1, len(within) - 1]
        pieces[n] = [n, *range(len(fine), len(fine) + len(cuts) - 2)]
        points = fine[n]
        for number, (start, end) in zip(pieces[n], pairwise(cuts), strict=True):
            if within[(start + end) // 2]:
                found.add(number)
            if len(cuts) > 2:  # then both levels have the same points: see wanted
                piece = points[start : end + 1]
                for lines in (fine, far):
                    lines[number : number + 1] = [piece]  # in its place, or behind the last
                sides[number] = sides[n]
    for ring in (ring for parts in rings for ring in parts):
        ring[:] = [m for n in ring for m in turned(n, pieces)]
    return found


def turned(number: int, pieces: dict[int, list[int]]) -> list[int]:
    """Return the pieces of a line in the direction in which a ring runs through it."""
    return pieces[number] if number >= 0 else [~n for n in reversed(pieces[~number])]


def disputed(names: set[str], points: np.ndarray) -> np.ndarray:
    """Tell for each point of a line whether a party does not accept the border there."""
    within = np.zeros(len(points), dtype=bool)
    x, y = points.T * UNIT_DEG
    for a, b, box in DISPUTED:
        if names == {a, b}:
            west, south, east, north = box or (-180.0, -90.0, 180.0, 90.0)
            within |= (west <= x) & (x <= east) & (south <= y) & (y <= north)
    return within


# ---- countries


def row(
    country: dict[str, Any], parts: list[list[list[int]]], lines: Sequence[np.ndarray]
) -> list[Any]:
    """Write one country: code, name, label position, size of the label's polygon, polygons."""
    if not parts:
        return []
    shapes = [shapely.Polygon(stitched(rings[0], lines) * UNIT_DEG) for rings in parts]
    order = sorted(range(len(parts)), key=lambda n: -shapes[n].area)
    largest = shapes[order[0]]
    tolerance = max(largest.area**0.5 / 50, 1e-4)
    label = shapely.maximum_inscribed_circle(largest, tolerance=tolerance).coords[0]
    code, name = named(country)
    numbered = [parts[n] for n in order]
    return [code, name, round(label[0], 2), round(label[1], 2), round(largest.area, 2), numbered]


def named(country: dict[str, Any]) -> tuple[str | None, str]:
    """Return ISO code and CLDR's English name; the file's own where there is no code."""
    name = str(country["properties"]["name"])
    number = country.get("id")
    aliases: list[str] = get_global("territory_aliases").get(number, []) if number else []
    code = aliases[0] if aliases else UNNUMBERED.get(name)
    return code, Locale("en").territories.get(code, name) if code else name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Make ``geo/viewer/borders.json``, the map's background, from the npm package world-atlas.

Run by hand, seldom::

    npm pack --ignore-scripts world-atlas@2.0.2
    tar xzf world-atlas-2.0.2.tgz package/countries-10m.json
    python tools/make_borders.py package/countries-10m.json geo/viewer/borders.json

The data is Natural Earth's (1:10m, public domain). TopoJSON keeps every stretch of border once,
with its neighbours pointing at it, so simplifying stretch by stretch can open no slivers: it is a
coverage simplification. Country names are CLDR's, not the file's (which still says "Macedonia").
"""

# ruff: noqa: INP001 - a script, no package
from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from babel import Locale
from babel.core import get_global

from geo.background import encode

UNIT_DEG = 0.001
"""One step of the stored grid. The source's own grid is 0.0036° by 0.0017°."""

BORDER_TOLERANCE_DEG = 0.0035
"""Between two countries: a pixel and a half at zoom 9."""

COAST_TOLERANCE_DEG = 0.04
"""Along the sea: borders are what these maps are about, and coasts are six times as long."""

FJORD_FACTOR = 3.0
FJORD_LATITUDE = 58.0
"""Poleward of this the coast is coarser still: fjords and skerries are half the world's coast."""

ISLAND_DEG2 = 0.04
"""Islands below this (about 20 km across) are left out, unless they are all a country has."""

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
)
"""Lines that a party to them does not accept as an international border: drawn dashed."""


def main(arguments: list[str]) -> int:
    """Read the TopoJSON, write the background."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("topology", type=Path, help="countries-10m.json of world-atlas")
    parser.add_argument("output", type=Path, help="geo/viewer/borders.json")
    options = parser.parse_args(arguments)
    topology = json.loads(options.topology.read_text(encoding="utf-8"))
    text = json.dumps(background(topology), ensure_ascii=False, separators=(",", ":"))
    options.output.write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"{options.output}: {len(text.encode()) / 1000:.0f} kB")  # noqa: T201
    return 0


def background(topology: dict[str, Any]) -> dict[str, Any]:
    """Turn a TopoJSON of countries into what ``geo.background`` reads."""
    countries = topology["objects"]["countries"]["geometries"]
    arcs = absolute(topology)
    sides = neighbours(countries)
    shapes = {n: simplified(arcs[n], shared=len(names) > 1) for n, names in sides.items()}
    kept: dict[int, int] = {}
    rows = []
    for country in sorted(countries, key=lambda c: str(c["properties"]["name"])):
        parts = [p for p in polygons(country) if drawable(p, shapes)]
        parts.sort(key=lambda p: -area(p[0], shapes))
        parts = [p for n, p in enumerate(parts) if n == 0 or area(p[0], shapes) >= ISLAND_DEG2]
        if parts:
            rows.append(row(country, parts, shapes, kept))
    return {
        "source": "Natural Earth 1:10m, public domain, from world-atlas 2.0.2; simplified by "
        "tools/make_borders.py; country names from CLDR",
        "unit_deg": UNIT_DEG,
        "arcs": [encode(np.rint(shapes[n] / UNIT_DEG).astype(int).tolist()) for n in kept],
        "shared": [kept[n] for n in kept if len(sides[n]) > 1],
        "disputed": [kept[n] for n in kept if is_disputed(sides[n], shapes[n])],
        "countries": rows,
    }


def absolute(topology: dict[str, Any]) -> list[np.ndarray]:
    """Undo TopoJSON's deltas: arcs as arrays of (lon, lat)."""
    transform = topology["transform"]
    return [
        np.cumsum(np.array(arc), axis=0) * transform["scale"] + transform["translate"]
        for arc in topology["arcs"]
    ]


def polygons(country: dict[str, Any]) -> list[list[list[int]]]:
    """Return a country's polygons as rings of arc numbers (``~n`` is arc n backwards)."""
    return country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]


def neighbours(countries: list[dict[str, Any]]) -> dict[int, set[str]]:
    """Tell for each arc which countries lie along it."""
    sides: dict[int, set[str]] = defaultdict(set)
    for country in countries:
        for polygon in polygons(country):
            for number in (number for ring in polygon for number in ring):
                sides[max(number, ~number)].add(country["properties"]["name"])
    return sides


def simplified(arc: np.ndarray, *, shared: bool) -> np.ndarray:
    """Thin one stretch; its ends stay, so that what meets there still meets."""
    polar = bool(np.abs(arc[:, 1]).min() > FJORD_LATITUDE)
    coast = COAST_TOLERANCE_DEG * (FJORD_FACTOR if polar else 1.0)
    tolerance = BORDER_TOLERANCE_DEG if shared else coast
    thinned = shapely.simplify(shapely.LineString(arc), tolerance, preserve_topology=False)
    points = shapely.get_coordinates(thinned)
    if len(points) < 4 and (arc[0] == arc[-1]).all():
        return arc  # a ring of its own must stay one
    return points


def stitched(ring: list[int], shapes: dict[int, np.ndarray]) -> np.ndarray:
    """Join the arcs of a ring."""
    return np.concatenate([shapes[n] if n >= 0 else shapes[~n][::-1] for n in ring])


def drawable(polygon: list[list[int]], shapes: dict[int, np.ndarray]) -> bool:
    """Tell whether the outer ring is a ring at all (some in the file have two points)."""
    return len(np.unique(stitched(polygon[0], shapes), axis=0)) >= 3


def area(ring: list[int], shapes: dict[int, np.ndarray]) -> float:
    """Measure in square degrees: only to tell islands from islets."""
    return float(shapely.Polygon(stitched(ring, shapes)).area)


def row(
    country: dict[str, Any],
    parts: list[list[list[int]]],
    shapes: dict[int, np.ndarray],
    kept: dict[int, int],
) -> list[Any]:
    """Write one country: code, name, label position, size of the label's polygon, polygons."""
    largest = shapely.Polygon(stitched(parts[0][0], shapes)).buffer(0)
    tolerance = max(largest.area**0.5 / 50, 1e-4)
    label = shapely.maximum_inscribed_circle(largest, tolerance=tolerance).coords[0]
    numbered = [
        [[renumbered(n, kept) for n in ring] for ring in part if drawable([ring], shapes)]
        for part in parts
    ]
    code, name = named(country)
    return [code, name, round(label[0], 2), round(label[1], 2), round(largest.area, 2), numbered]


def renumbered(number: int, kept: dict[int, int]) -> int:
    """Give arcs new numbers in the order in which they are first met."""
    new = kept.setdefault(max(number, ~number), len(kept))
    return new if number >= 0 else ~new


def named(country: dict[str, Any]) -> tuple[str | None, str]:
    """Return ISO code and CLDR's English name; the file's own where there is no code."""
    name = str(country["properties"]["name"])
    number = country.get("id")
    aliases: list[str] = get_global("territory_aliases").get(number, []) if number else []
    code = aliases[0] if aliases else UNNUMBERED.get(name)
    return code, Locale("en").territories.get(code, name) if code else name


def is_disputed(names: set[str], points: np.ndarray) -> bool:
    """Look the pair up, and whether this stretch lies where the dispute is."""
    middle = points[len(points) // 2]
    return any(
        names == {a, b}
        and (box is None or (box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3]))
        for a, b, box in DISPUTED
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

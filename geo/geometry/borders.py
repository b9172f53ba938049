"""Borders and coasts as coarse lines: how far they reach, and who lies beside a circle.

Natural Earth's lines, as the map draws them (``viewer/borders.json``). They are up to 4.8 km off in
north Kosovo: enough to say that a circle may cross a border, never on which side something lies.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from geo.geometry.background import decode, world

__all__ = ["OFF_M", "Line", "beside", "between", "coast", "owners"]

OFF_M = 5_000.0
"""How far the lines may be off: 4.8 km is the worst that was measured, in north Kosovo."""
FAR_PART = 5.0
"""A part of a country further off than this many radii of its largest part is not meant by "the
coast of": French Guiana lies 14 away, Papua 4."""
EARTH_M = 6_371_000.0
SPHERE = 1.006
"""A sphere is up to 0.56 % off, and a geodesic costs 0.1 ms: a border has hundreds of points."""

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Line:
    """A border or coast: the middle of its box, and the metres that hold all of it, doubt too."""

    lon: float
    lat: float
    radius_m: float


@cache
def between(code: str, other: str) -> Line | None:
    """Return the border of two countries by their codes, ``None`` where they have none.

    Examples
    --------
    >>> between("TD", "SD") == between("SD", "TD"), between("TD", "PT")
    (True, None)
    """
    arcs = [n for n, codes in owners().items() if {code, other} == codes]
    return _held(arcs) if arcs and code != other else None


@cache
def coast(code: str) -> Line | None:
    """Return the coast of a country's main parts, ``None`` if it has none."""
    parts = _parts().get(code, ())
    if not parts:
        return None
    # The file lists the largest part first.
    largest = _held([max(n, ~n) for n in parts[0]])
    kept = [n for part in parts for n in part if _is_close(max(n, ~n), largest)]
    arcs = sorted({max(n, ~n) for n in kept})
    sea = [n for n in arcs if len(owners()[n]) == 1 and n not in _shared()]
    return _held(sea) if sea else None


def beside(lon: float, lat: float, radius_m: float, code: str) -> tuple[str, ...]:
    """Return the country and whichever neighbours a circle around a place in it may reach into.

    Parameters
    ----------
    lon, lat
        The middle of the circle, in degrees.
    radius_m
        Its radius.
    code
        The country that the place lies in; it comes first.
    """
    reach = radius_m + OFF_M
    found = {
        other
        for n in _arcs_of().get(code, ())
        if _distance_m(lon, lat, _points(n)) <= reach
        for other in owners()[n]
    }
    return (code, *sorted(found - {code}))


@cache
def owners() -> Mapping[int, frozenset[str]]:
    """Return the countries on both sides of each arc of ``geo.geometry.background.world``."""
    sides: dict[int, set[str]] = defaultdict(set)
    for row in world()["countries"]:
        for part in row[5]:
            for n in (n for ring in part for n in ring):
                sides[max(n, ~n)].update([row[0]] if row[0] else [])
    return {n: frozenset(codes) for n, codes in sides.items()}


def _is_close(arc: int, to: Line) -> bool:
    lon, lat = _points(arc)[0]
    return _sphere_m(lon, lat, to.lon, to.lat) <= FAR_PART * to.radius_m


@cache
def _parts() -> Mapping[str, Sequence[Sequence[int]]]:
    """Return the outer rings of each country, as arc numbers, the largest first."""
    return {row[0]: [part[0] for part in row[5]] for row in world()["countries"] if row[0]}


@cache
def _arcs_of() -> Mapping[str, Sequence[int]]:
    """Return the arcs that a country shares."""
    arcs: dict[str, list[int]] = defaultdict(list)
    for n, codes in owners().items():
        for code in codes if n in _shared() else ():
            arcs[code].append(n)
    return arcs


@cache
def _shared() -> frozenset[int]:
    return frozenset(world()["shared"])


@cache
def _points(arc: int) -> Points:
    unit = world()["unit_deg"]
    return [(x * unit, y * unit) for x, y in decode(world()["arcs"][arc])]


def _held(arcs: Sequence[int]) -> Line:
    """Return the circle around the box of some arcs."""
    points = [point for n in arcs for point in _points(n)]
    first = points[0][0]
    turned = [(lon - first + 180.0) % 360.0 - 180.0 for lon, _ in points]
    lats = [lat for _, lat in points]
    lon = (first + (min(turned) + max(turned)) / 2.0 + 180.0) % 360.0 - 180.0
    lat = (min(lats) + max(lats)) / 2.0
    radius = max(_sphere_m(lon, lat, *point) for point in points)
    return Line(round(lon, 4), round(lat, 4), round(radius * SPHERE + OFF_M))


def _sphere_m(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Return the distance on a sphere."""
    up, across = math.radians(lat2 - lat1) / 2.0, math.radians(lon2 - lon1) / 2.0
    shrunk = math.cos(math.radians(lat1)) * math.cos(math.radians(lat2))
    half = math.sin(up) ** 2 + shrunk * math.sin(across) ** 2
    return 2.0 * EARTH_M * math.asin(math.sqrt(min(half, 1.0)))


def _distance_m(lon: float, lat: float, points: Points) -> float:
    """Return the distance to a line, on a plane that touches the earth at the position."""
    wide = math.radians(1.0) * EARTH_M * math.cos(math.radians(lat))
    high = math.radians(1.0) * EARTH_M
    flat = [(((x - lon + 180.0) % 360.0 - 180.0) * wide, (y - lat) * high) for x, y in points]
    # A sphere and a plane are off by little where it matters, close by; SPHERE covers it.
    return min(map(_to_segment, flat, [*flat[1:], flat[-1]])) / SPHERE


def _to_segment(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the distance from the origin to a segment."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    length = dx * dx + dy * dy
    along = 0.0 if length == 0.0 else min(max(-(x * dx + y * dy) / length, 0.0), 1.0)
    return math.hypot(x + along * dx, y + along * dy)

"""Which countries a position may lie in: near a border all its sides, never a choice of one.

The borders are those of the map's background, Natural Earth at 1:10m, up to 4.8 km off in north
Kosovo: within ``BORDER_KM`` of a line nothing is said but that the line is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import shapely

from geo.geometry import background
from geo.geometry.borders import owners

__all__ = ["BORDER_KM", "of"]

BORDER_KM = 5.0
"""So close to a border the side is not known. Of 6,000 towns of the world, each placed without
itself, the nearest other town puts 1.2 % into a wrong country; with these borders, ``geo.reverse``
puts none there and leaves 4.6 % open, most of them near a border or on an island."""

_PIECE = 8
"""Points of a piece of border: short pieces have small boxes, and few are looked at."""
_ROUND = 16
"""Corners of the disc around a position; it holds the circle."""
_KM_PER_DEGREE = 111.2
_NEAREST_POLE_DEG = 89.0

_Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class _World:
    """Pieces of border and areas, and the countries of each."""

    lines: shapely.STRtree
    of_line: tuple[frozenset[str], ...]
    areas: shapely.STRtree
    of_area: tuple[str, ...]


def of(lon: Sequence[float] | _Array, lat: Sequence[float] | _Array) -> list[frozenset[str]]:
    """Return for each position the countries that it may lie in, as far as borders tell.

    Empty at sea, and where the land belongs to no country with a code.

    Parameters
    ----------
    lon, lat
        Finite degrees of EPSG:4326, one of each a position.

    Examples
    --------
    >>> [sorted(found) for found in of([20.69167, 20.46], [43.21861, 44.8])]
    [['RS', 'XK'], ['RS']]
    """
    world = _world()
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    found: list[set[str]] = [set() for _ in range(len(x))]
    near = world.lines.query(_discs(x, y), predicate="intersects")
    for position, piece in near.T.tolist():
        found[position] |= world.of_line[piece]
    within = world.areas.query(shapely.points(x, y), predicate="intersects")
    for position, area in within.T.tolist():
        found[position].add(world.of_area[area])
    return list(map(frozenset, found))


def _discs(x: _Array, y: _Array) -> _Array:
    """Return what lies within ``BORDER_KM`` of each position."""
    turn = np.linspace(0.0, 2.0 * np.pi, _ROUND + 1)
    radius = BORDER_KM / _KM_PER_DEGREE / np.cos(np.pi / _ROUND)
    shrunk = np.cos(np.radians(np.clip(y, -_NEAREST_POLE_DEG, _NEAREST_POLE_DEG)))
    east = x[:, None] + radius * np.cos(turn) / shrunk[:, None]
    north = y[:, None] + radius * np.sin(turn)
    return np.asarray(shapely.polygons(np.stack([east, north], axis=-1)))


@cache
def _world() -> _World:
    told = background.world()
    arcs = [np.array(background.decode(text)) * told["unit_deg"] for text in told["arcs"]]
    areas: list[shapely.Polygon] = []
    of_area: list[str] = []
    for code, *_, polygons in told["countries"]:
        if code is None:  # disputed ground that no code stands for
            continue
        for rings in polygons:
            drawn = [np.concatenate([_arc(arcs, n) for n in ring]) for ring in rings]
            areas.append(shapely.Polygon(drawn[0], drawn[1:]))
            of_area.append(code)
    pieces = [
        (shapely.LineString(points), owners().get(n, frozenset()))
        for n in sorted({*told["shared"], *told["disputed"]})
        for points in _pieces(arcs[n])
    ]
    lines, of_line = zip(*pieces, strict=True)
    # Some thinned rings touch themselves; whether they hold a point is still well defined, and
    # mending them all takes six times as long as everything else here.
    return _World(shapely.STRtree(lines), tuple(of_line), shapely.STRtree(areas), tuple(of_area))


def _arc(arcs: Sequence[_Array], number: int) -> _Array:
    """Return an arc; ``~n`` is arc n backwards."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _pieces(points: _Array) -> list[_Array]:
    cuts = range(0, len(points) - 1, _PIECE)
    return [points[cut : cut + _PIECE + 1] for cut in cuts]

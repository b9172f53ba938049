"""The map's background: borders and coasts, fine near the data and coarse far away.

The world at full detail is 300 kB of every page. What lies far from the incidents is seen only
when somebody zooms out, so its lines are thinned when the page is made: stretch by stretch, ends
kept, so that neighbours still share their border. It is for orientation only: Natural Earth is up
to 4.8 km off in north Kosovo, and no side of a border is ever read from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["decode", "encode", "near", "world"]

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
FAR_TOLERANCE_DEG = 0.15
"""For lines outside the neighbourhood: a pixel at zoom 3."""

MARGIN_DEG = 2.0
"""The neighbourhood reaches this far beyond the data, or as far as the data is wide."""

Bounds = tuple[float, float, float, float]


def encode(points: Iterable[Sequence[int]]) -> str:
    """Write grid points as text: differences, five bits to a letter, lowest bits first.

    Examples
    --------
    >>> encode([(20500, 43000), (20510, 42990)])
    'ohoBw_zCUT'
    """
    letters: list[str] = []
    last = (0, 0)
    for x, y in points:
        for difference in (x - last[0], y - last[1]):
            number = difference * 2 if difference >= 0 else -difference * 2 - 1
            while number >= 32:
                letters.append(ALPHABET[number & 31 | 32])
                number >>= 5
            letters.append(ALPHABET[number])
        last = (x, y)
    return "".join(letters)


def decode(text: str) -> list[tuple[int, int]]:
    """Read what ``encode`` wrote.

    Examples
    --------
    >>> decode("ohoBw_zCUT")
    [(20500, 43000), (20510, 42990)]
    """
    values: list[int] = []
    number = shift = 0
    for letter in text:
        five = _VALUES[letter]
        number |= (five & 31) << shift
        if five & 32:
            shift += 5
            continue
        values.append(number >> 1 if number & 1 == 0 else -(number >> 1) - 1)
        number = shift = 0
    points = []
    x = y = 0
    for dx, dy in zip(values[::2], values[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return points


_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}


def near(bounds: Bounds | None) -> dict[str, Any]:
    """Return the background for data within (west, south, east, north); None: coarse throughout.

    The value is ``borders.json`` with the far arcs thinned, ready to be put into a page.
    """
    whole = world()
    arcs = list(whole["arcs"])
    far = [n for n, box in enumerate(_boxes()) if bounds is None or not _meets(box, bounds)]
    for n, text in zip(far, _thinned(tuple(far)), strict=True):
        arcs[n] = text
    return {**whole, "arcs": arcs}


@cache
def world() -> dict[str, Any]:
    """Return ``borders.json`` as it is: arcs, which of them are shared or disputed, countries.

    Examples
    --------
    >>> world()["unit_deg"]
    0.001
    """
    text = resources.files("geo").joinpath("viewer", "borders.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _boxes() -> tuple[Bounds, ...]:
    unit = world()["unit_deg"]
    boxes = []
    for text in world()["arcs"]:
        xs, ys = zip(*decode(text), strict=True)
        boxes.append((min(xs) * unit, min(ys) * unit, max(xs) * unit, max(ys) * unit))
    return tuple(boxes)


def _meets(box: Bounds, bounds: Bounds) -> bool:
    """Tell whether a line's box touches the neighbourhood of the data."""
    west, south, east, north = bounds
    margin = max(MARGIN_DEG, east - west, north - south)
    return (
        box[0] <= east + margin
        and box[2] >= west - margin
        and box[1] <= north + margin
        and box[3] >= south - margin
    )


@cache
def _thinned(numbers: tuple[int, ...]) -> tuple[str, ...]:
    import shapely  # noqa: PLC0415 - half a second that only drawing has to pay

    lines = [decode(world()["arcs"][n]) for n in numbers]
    tolerance = FAR_TOLERANCE_DEG / world()["unit_deg"]
    thin = shapely.simplify([shapely.LineString(p) for p in lines], tolerance)
    return tuple(
        encode(shapely.get_coordinates(line).astype(int).tolist())
        # A ring of its own must stay one: an island of two points is a line.
        if len(line.coords) > 3 or before[0] != before[-1]
        else encode(before)
        for line, before in zip(thin, lines, strict=True)
    )

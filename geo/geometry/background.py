"""The map's background: borders and coasts, fine near the data and coarse far away.

The world at full detail would be 440 kB of every page, and slow to draw. A page has all lines
coarsely, for the view from afar, and those near the incidents finely as well; both levels have the
same ends, so that neighbours still share their border. It is for orientation only: Natural Earth is
up to 4.8 km off in north Kosovo, and no side of a border is ever read from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["LANGUAGES", "Bounds", "decode", "encode", "near", "neighbourhood", "world"]

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
LANGUAGES = ("en", "sq", "sr-Latn", "sr-Cyrl")
"""In which the map can be labelled; the first is what names are in unless they say otherwise."""

MARGIN_DEG = 2.0
"""The neighbourhood reaches this far beyond the data, or as far as the data is wide."""

FINE_DEG = 8.0
"""Lines are fine so far beyond the data: what the screen shows around it down to zoom 6. Of the
140 kB of lines in a page this is 13."""

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

    The value is what the viewer draws: all ``arcs`` coarsely, those near the data in ``fine`` as
    well, by their number, and behind each country its names in the other languages.
    """
    whole = world()
    box = None if bounds is None else neighbourhood(bounds, margin=FINE_DEG)
    fine = {
        str(n): text
        for n, (text, at) in enumerate(zip(whole["arcs"], _boxes(), strict=True))
        if box and _meets(at, box) and text != whole["far"][n]
    }
    countries = [[*row, _named(row[0], row[1])] for row in whole["countries"]]
    kept = {key: whole[key] for key in ("source", "unit_deg", "shared", "disputed")}
    return {**kept, "arcs": whole["far"], "fine": fine, "countries": countries}


def neighbourhood(bounds: Bounds, *, margin: float = MARGIN_DEG) -> Bounds:
    """Return the box around the data whose names and shapes are shown.

    Examples
    --------
    >>> neighbourhood((20.0, 42.0, 21.0, 43.0))
    (18.0, 40.0, 23.0, 45.0)
    """
    west, south, east, north = bounds
    margin = max(margin, east - west, north - south)
    return west - margin, south - margin, east + margin, north + margin


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
    for text in world()["far"]:
        xs, ys = zip(*decode(text), strict=True)
        boxes.append((min(xs) * unit, min(ys) * unit, max(xs) * unit, max(ys) * unit))
    return tuple(boxes)


def _meets(box: Bounds, other: Bounds) -> bool:
    west, south, east, north = other
    return box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south


@cache
def _named(code: str | None, name: str) -> dict[str, str]:
    """Return a country's names in the other languages, as CLDR has them, where they differ."""
    from babel import Locale  # noqa: PLC0415 - only who draws has to pay for it

    if code is None:
        return {}
    told = ((tag, Locale.parse(tag, sep="-").territories.get(code, name)) for tag in LANGUAGES[1:])
    return {tag: other for tag, other in told if other != name}

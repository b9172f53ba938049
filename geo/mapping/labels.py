"""Names of places for orientation: the large ones from afar, the villages near what happened.

A name carries its forms in the languages that the map can be labelled in. Which of them are shown
is decided in the viewer, by what fits at a zoom: the more populous first.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geo.geometry.background import LANGUAGES, Bounds, neighbourhood

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.model import Place

__all__ = ["Label", "around", "kept"]

LARGE = 120
"""Names from the whole region: three screens full."""

CELL_DEG = 0.25
"""Side of the cells in which the incidents lie; some 25 km."""

CELLS = 40
IN_A_CELL = 15
"""Names around incidents: in the cells with most of them, no more than are readable there."""

MOST = 600
"""Labels beyond this number only make the page heavier."""

DECIMALS = 4
"""A name needs no more decimals of a degree: 10 m."""

WORLD: Bounds = (-180.0, -85.0, 180.0, 85.0)


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map.

    Parameters
    ----------
    name
        As it stands in English and wherever a language has no form of its own.
    lon, lat
        In degrees.
    importance
        Where two do not fit, the larger number wins.
    names
        Forms by language tag.
    """

    name: str
    lon: float
    lat: float
    importance: float
    names: Mapping[str, str] = field(default_factory=dict)


def around(points: Sequence[tuple[float, float]], gazetteer: Gazetteer) -> tuple[Label, ...]:
    """Return names of settlements around the points (lon, lat) of incidents.

    Examples
    --------
    >>> from geo.io.index import open_gazetteer
    >>> [label.names["sr-Latn"] for label in around([(20.87, 42.89)], open_gazetteer())[:2]]
    ['Beograd', 'Priština']
    """
    from geo.model import PlaceKind  # noqa: PLC0415

    if not points:
        return ()
    found: dict[str, Place] = {}
    boxes = [(_box(points), LARGE), *((box, IN_A_CELL) for box in _cells(points))]
    for box, limit in boxes:
        for place in gazetteer.within(*box, kinds=(PlaceKind.SETTLEMENT,), limit=limit):
            found.setdefault(place.id, place)
    largest = sorted(found.values(), key=lambda place: (-(place.population or 0), place.id))
    return tuple(
        Label(place.name, place.lon, place.lat, float(MOST - rank), dict(place.names))
        for rank, place in enumerate(largest[:MOST])
        if place.lon is not None and place.lat is not None
    )


def kept(labels: Iterable[Label | Sequence[Any]], bounds: Bounds | None) -> list[list[Any]]:
    """Return the labels near the data as the viewer reads them, the most important first."""
    if bounds is None:
        return []
    west, south, east, north = neighbourhood(bounds)
    known = [one if isinstance(one, Label) else Label(*one) for one in labels]
    near = [one for one in known if west <= one.lon <= east and south <= one.lat <= north]
    near.sort(key=lambda one: (-one.importance, one.name, one.lon, one.lat))
    return [_row(one) for one in near[:MOST]]


def _row(label: Label) -> list[Any]:
    at = [str(label.name), round(float(label.lon), DECIMALS), round(float(label.lat), DECIMALS)]
    names = {tag: str(label.names[tag]) for tag in LANGUAGES if label.names.get(tag)}
    other = {tag: name for tag, name in names.items() if name != label.name}
    return [*at, other] if other else at


def _box(points: Sequence[tuple[float, float]]) -> Bounds:
    lons, lats = zip(*points, strict=True)
    return _clipped(neighbourhood((min(lons), min(lats), max(lons), max(lats))))


def _cells(points: Sequence[tuple[float, float]]) -> list[Bounds]:
    """Return boxes around where incidents lie, those with most of them first."""
    numbers = Counter(
        (math.floor(lon / CELL_DEG), math.floor(lat / CELL_DEG)) for lon, lat in points
    )
    fullest = sorted(numbers, key=lambda cell: (-numbers[cell], cell))[:CELLS]
    half = CELL_DEG / 2
    return [
        _clipped((x - half, y - half, x + CELL_DEG + half, y + CELL_DEG + half))
        for x, y in ((column * CELL_DEG, row * CELL_DEG) for column, row in fullest)
    ]


def _clipped(box: Bounds) -> Bounds:
    return (
        max(box[0], WORLD[0]),
        max(box[1], WORLD[1]),
        min(box[2], WORLD[2]),
        min(box[3], WORLD[3]),
    )

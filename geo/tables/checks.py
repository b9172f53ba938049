"""What one feature must be to be drawn or written, however it came through a GIS.

Messages name the feature, its line where that is known, the column, and what to write instead.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
import shapely

from geo.errors import IncidentsError
from geo.geometry import shapes
from geo.model import Status
from geo.tables import columns
from geo.tables.columns import COLUMNS, Cell

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["FROM_US", "Origin", "check", "check_bounds", "once", "settle", "sound"]

LONGEST_SHOWN = 60
"""Characters of a wrong cell that a message repeats."""

SWAP_MARGIN_DEG = 0.001
"""How far off its geometry a position may lie before axes are suspected to be swapped."""

ROUNDING_DEG = 0.0001
"""How far off it may lie by rounding (10 m: four decimals), and nobody is told."""

FROM_US = "use a file that `geo map` or `geo export` wrote, or add it"
"""What to do where a file lacks what every one of ours has."""

_ORDER = "write longitude before latitude, in degrees"

_MOVED = (
    "to move it change the geometry; place, country and reasons stay as they are: check them, too"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where features come from, for messages: a file, the lines they begin on, their numbers.

    ``noted`` is called with what is odd about a feature that is used all the same.
    """

    path: str | Path | None = None
    line_of: Callable[[int], int | None] | None = None
    places: Sequence[int] | None = None
    noted: Callable[[str], None] | None = None

    def place(self, row: int) -> int:
        """Return which feature a row is, counted from 0, where others were set aside."""
        return row if self.places is None else self.places[row]

    def refuse(self, row: int, reason: str, remedy: str | None = None) -> NoReturn:
        """Raise what is wrong with a row, with the line it begins on."""
        raise self._error(row, reason, remedy)

    def note(self, row: int, reason: str, remedy: str | None = None) -> None:
        """Tell what is odd about a row, in the words of an error, and go on."""
        if self.noted is not None:
            self.noted(str(self._error(row, reason, remedy)))

    def _error(self, row: int, reason: str, remedy: str | None) -> IncidentsError:
        line = self.line_of(self.place(row)) if self.line_of is not None else None
        return IncidentsError(reason, path=self.path, line=line, remedy=remedy)

    def named(self, row: Mapping[str, Any], number: int) -> str:
        """Return what a message calls a row: by its id, without one by its number."""
        name = row.get("id")
        told = self.place(number) + 1 if name is None else _short(str(name))
        return f"feature {told}"


def sound(
    row: Mapping[str, Any], shape: BaseGeometry | None, number: int, origin: Origin
) -> tuple[dict[str, Any], BaseGeometry | None]:
    """Put right what a GIS did to a feature, and refuse what cannot be meant."""
    if "geometry" in row:
        reason = f'{origin.named(row, number)}: a property is called "geometry"'
        origin.refuse(number, reason, "give it another name")
    told = _typed(row, number, origin)
    tidied = (
        None if shape is None or _is_unknown(shape, told, number, origin) else shapes.tidy(shape)
    )
    if tidied is not None and _swapped(told, tidied):
        reason = "longitude and latitude of its geometry look swapped"
        origin.refuse(number, f"{origin.named(told, number)}: {reason}", _ORDER)
    if tidied is not None and _elsewhere(told, tidied):
        reason = f"lat, lon ({told['lat']}, {told['lon']}) are off its geometry, which stands"
        origin.note(number, f"{origin.named(told, number)}: {reason}", _MOVED)
    settle(told, tidied)
    check(told, number, origin)
    if tidied is not None:
        check_bounds(told, number, tidied.bounds, origin)
    return told, tidied


def once(row: Mapping[str, Any], number: int, seen: dict[str, int], origin: Origin) -> None:
    """Refuse an id that came before, and note it in ``seen``."""
    if row["id"] in seen:
        told = f"{origin.named(row, number)} comes twice, first as feature {seen[row['id']] + 1}"
        origin.refuse(number, told, "give each its own id")
    seen[row["id"]] = origin.place(number)


def _typed(row: Mapping[str, Any], number: int, origin: Origin) -> dict[str, Any]:
    told = dict(row)
    for name in COLUMNS:
        value = told.get(name)
        try:
            told[name] = columns.read(name, value)
        except (TypeError, ValueError, OverflowError, RecursionError):
            reason = f"{origin.named(row, number)}: {name} is {_short(value)}"
            origin.refuse(number, reason, f"write {columns.WANTED[COLUMNS[name]]} or null")
    return told


def _short(value: Cell) -> str:
    told = json.dumps(value, ensure_ascii=False, default=str)
    return told if len(told) <= LONGEST_SHOWN else told[: LONGEST_SHOWN - 3] + "..."


def _is_unknown(shape: BaseGeometry, row: Mapping[str, Any], number: int, origin: Origin) -> bool:
    """Tell whether a geometry is ``POINT (NaN NaN)``, and refuse what is only partly known."""
    if shape.is_empty or not shapes.are_nowhere([shape])[0]:
        return False
    if not np.isnan(shapely.get_coordinates(shape)).all():
        reason = "its geometry has a coordinate that is no number"
        origin.refuse(number, f"{origin.named(row, number)}: {reason}", "write degrees, or null")
    return True


def settle(row: dict[str, Any], shape: BaseGeometry | None) -> None:
    """Take the position from the geometry where it is missing or off it."""
    if shape is None or shape.is_empty:
        return
    west, south, east, north = shape.bounds
    lon, lat = row.get("lon"), row.get("lat")
    if lon is None or lat is None or not (west <= lon <= east and south <= lat <= north):
        row["lon"], row["lat"] = shapes.inside(shape)


def _elsewhere(row: Mapping[str, Any], shape: BaseGeometry) -> bool:
    """Tell whether lat and lon say another place than the geometry, whichever was edited."""
    lon, lat = row["lon"], row["lat"]
    if lon is None or lat is None or shape.is_empty:
        return False
    west, south, east, north = shape.bounds
    off = max(west - lon, lon - east, 0.0)
    off = min(off, 360.0 - off)  # 180 is -180
    return bool(max(off, south - lat, lat - north) > ROUNDING_DEG)


def _swapped(row: Mapping[str, Any], shape: BaseGeometry) -> bool:
    """Tell whether lat and lon of the table fit the geometry only the wrong way round."""
    lon, lat = row["lon"], row["lat"]
    if lon is None or lat is None or shape.is_empty:
        return False
    west, south, east, north = shape.buffer(SWAP_MARGIN_DEG).bounds
    return not (west <= lon <= east and south <= lat <= north) and (
        west <= lat <= east and south <= lon <= north
    )


def _on_earth(lon: float, lat: float) -> bool:
    # An empty or missing geometry has NaN for bounds: nothing to object to.
    return not (abs(lon) > 180.0 or abs(lat) > 90.0)


def check(row: Mapping[str, Any], number: int, origin: Origin) -> None:
    """Refuse a feature without id or kind, and a status, days or a position that cannot be."""
    name = origin.named(row, number)
    for needed in ("id", "type"):
        if not row[needed]:
            origin.refuse(number, f"{name} has no {needed}", FROM_US)
    if row["status"] is not None and row["status"] not in set(Status):
        known = ", ".join(Status)
        origin.refuse(number, f"{name}: status is {_short(row['status'])}", f"one of {known}")
    first, last = row["date_start"], row["date_end"]
    if first is not None and last is not None and last < first:
        origin.refuse(number, f"{name}: date_end {last} is before date_start {first}")
    if not _on_earth(row["lon"] or 0.0, row["lat"] or 0.0):
        origin.refuse(number, f"{name}: lat, lon are off the Earth", _ORDER)


def check_bounds(row: Mapping[str, Any], number: int, box: Sequence[float], origin: Origin) -> None:
    """Refuse a geometry off the Earth; ``box`` is west, south, east and north in degrees."""
    if not (_on_earth(box[0], box[1]) and _on_earth(box[2], box[3])):
        told = f"{origin.named(row, number)}: geometry lies off the Earth"
        origin.refuse(number, told, _ORDER)

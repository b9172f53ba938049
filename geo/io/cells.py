"""One row of a reviewed table, and its cells as values.

Cells of CSV files hold lists with ``|`` between the items. What is wrong becomes a ``TableError``
that names file, line and column.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import InputError, TableError

__all__ = ["Cells", "Row"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in its file."""

    path: Path
    line: int
    cells: Mapping[str, Any]
    geometry: Mapping[str, Any] | None = None

    @property
    def is_feature(self) -> bool:
        """Whether it comes from a GeoJSON file."""
        return self.path.suffix == ".geojson"

    def problem(self, column: str, reason: str, remedy: str) -> TableError:
        """Make the error that names this row."""
        return TableError(
            f"column {column}: {reason}", path=self.path, line=self.line, remedy=remedy
        )


class Cells:
    """One row's cells as values; what cannot be read goes into ``problems``."""

    def __init__(self, row: Row, problems: list[InputError]) -> None:
        self.row = row
        self.good = True
        self._problems = problems

    def wrong(self, column: str, reason: str, remedy: str) -> None:
        """Note what is wrong with a column, and that the row cannot be used."""
        self.good = False
        self._problems.append(self.row.problem(column, reason, remedy))

    def text(self, column: str, *, required: bool = False) -> str:
        """Return a cell without the white space around it."""
        value = self.row.cells[column]
        told = "" if value is None else str(value).strip()
        if required and not told:
            self.wrong(column, "is empty", "fill it in")
        if not told.isprintable():
            self.wrong(column, f"holds a control character: {told!r}", "type it again")
        return told

    def many(self, column: str) -> tuple[str, ...]:
        """Return the items of a cell that is a list."""
        value = self.row.cells[column]
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            items = value
        elif not self.row.is_feature:
            items = self.text(column).split("|")
        else:
            self.wrong(column, "is no list of strings", 'write ["one", "two"]')
            return ()
        return tuple(dict.fromkeys(item.strip() for item in items if item.strip()))

    def number(self, column: str, low: float, high: float) -> float | None:
        """Return a number between two others, ``None`` for an empty cell."""
        told = self.text(column)
        if not told:
            return None
        try:
            value = float(told)
        except ValueError:
            value = math.nan
        if not (math.isfinite(value) and low <= value <= high):
            self.wrong(column, f"{told!r} is no number from {low:g} to {high:g}", "correct it")
            return None
        return value

    def integer(self, column: str) -> int | None:
        """Return a whole number, ``None`` for an empty cell."""
        told = self.text(column)
        if told and not (told.isascii() and told.isdigit()):
            self.wrong(column, f"{told!r} is no whole number", "write digits only, or nothing")
            return None
        return int(told) if told else None

    def flag(self, column: str) -> bool:
        """Return true or false."""
        value = self.row.cells[column]
        if not isinstance(value, bool):
            self.wrong(column, f"{value!r} is neither true nor false", "write true or false")
        return value is True

    def choice(self, column: str, options: Iterable[str], *, required: bool = True) -> str | None:
        """Return one of the words that a column may hold, ``None`` for another."""
        told = self.text(column)
        names = [str(option) for option in options]
        if not told and not required:
            return None
        if told not in names:
            self.wrong(column, f"{told!r} is not known", f"write one of {', '.join(names)}")
            return None
        return told

    def position(self) -> tuple[float | None, float | None]:
        """Return longitude and latitude, both or neither."""
        lon, lat = self.number("lon", -180, 180), self.number("lat", -90, 90)
        if (lon is None) != (lat is None) and self.good:
            self.wrong("lon" if lon is None else "lat", "is empty", "give both lon and lat")
        return lon, lat

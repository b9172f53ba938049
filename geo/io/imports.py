"""Choose how a file of places is read, and set aside the rows that cannot be used.

A file is taken whole or not at all: rows that are wrong are counted and named, and when more than
``MOST_REJECTED`` of them are, the file is not what it was taken for and is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.errors import OptionError, TableError
from geo.gazetteers.prior import Entry
from geo.io import geonames, mapped, vectors
from geo.model import Rejected

__all__ = ["MOST_REJECTED", "Reading", "Settings", "read"]

MOST_REJECTED = 0.05
"""Share of the rows that may be wrong; more, and the whole file is refused."""
HOPELESS = 2_000
"""Rows after which a file with nothing right in it is read no further."""
KEPT = 1_000
"""Rejected rows that are kept in memory to be told; all are counted and written down."""

_DUMPS = frozenset({".txt", ".zip", ".tsv"})


@dataclass(frozen=True, slots=True)
class Settings:
    """How a file of places is to be read, and what is known of it as a whole.

    Attributes
    ----------
    licence, source
        What those who use the result must be told.
    recognise
        Whether texts are searched for its names.
    columns
        Column by field (``geo.io.mapped.FIELDS``), and by ``language:sq``.
    kind, country
        Of places whose row tells none.
    features
        Of a GeoNames dump: the classes and codes that are wanted.
    alternate_names, admin1, admin2
        GeoNames files that belong to a dump.
    table
        Of a GeoPackage: which of its tables.
    encoding
        Of text files.
    """

    licence: str = ""
    source: str = ""
    recognise: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = None
    country: str | None = None
    features: tuple[str, ...] = ()
    alternate_names: Path | None = None
    admin1: Path | None = None
    admin2: Path | None = None
    table: str | None = None
    encoding: str = "utf-8"


class Reading:
    """What became of the rows of a file: iterate over it for the places.

    Parameters
    ----------
    path
        The file.
    layer
        Name of the layer that its places will belong to.
    settings
        How to read it.
    told
        Called with every row that is set aside, and what stands in it.

    Raises
    ------
    TableError
        While iterating: the file cannot be used, or too many of its rows.
    """

    def __init__(
        self,
        path: Path,
        layer: str,
        settings: Settings,
        told: Callable[[Rejected, str], None] = lambda *_: None,
    ) -> None:
        self.path = path
        self.places = 0
        self.rejected = 0
        self.first: list[Rejected] = []
        self._told = told
        self._entries = read(path, layer, settings, self._reject)

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.places += 1
            yield entry
        if self.rejected > MOST_REJECTED * (self.rejected + self.places):
            raise self._refused(f"{self.rejected} of {self.rejected + self.places} rows are wrong")
        if not self.places:
            reason = "holds no places that are wanted"
            remedy = "name another file, or other columns or features"
            raise TableError(reason, path=self.path, remedy=remedy)

    def _reject(self, line: int, reason: str, text: str) -> None:
        self.rejected += 1
        rejected = Rejected(str(self.path), line, reason)
        if len(self.first) < KEPT:
            self.first.append(rejected)
        self._told(rejected, text)
        if not self.places and self.rejected >= HOPELESS:
            raise self._refused(f"its first {self.rejected} rows are all wrong")

    def _refused(self, reason: str) -> TableError:
        first = self.first[0]
        return TableError(
            f"{reason}, and no more than {MOST_REJECTED:.0%} may be; nothing was taken from it. "
            f"The first: line {first.line}: {first.reason}",
            path=self.path,
            remedy="`geo gazetteer check FILE` with the same options lists them",
        )


def read(
    path: Path, layer: str, settings: Settings, reject: Callable[[int, str, str], None]
) -> Iterator[Entry]:
    """Yield the places of a file in any of the forms we know; see ``Reading``."""
    if not path.is_file():
        raise TableError("cannot be read (no such file)", path=path, remedy="check the name")
    ending = path.suffix.lower()
    if ending in vectors.ENDINGS:
        return vectors.vector_entries(
            path, reject, layer, settings.columns,
            kind=settings.kind, country=settings.country, table=settings.table,
        )  # fmt: skip
    if ending in _DUMPS and not settings.columns and geonames.is_dump(path):
        return geonames.entries(
            path, reject, features=settings.features,
            units=_units(settings, reject), alternate_names=settings.alternate_names,
        )  # fmt: skip
    given = (settings.features, settings.alternate_names, settings.admin1, settings.admin2)
    if any(given):
        raise OptionError(
            f"{path} is no GeoNames dump: its first line has not {geonames.COLUMNS} columns",
            remedy="leave out --features, --alternate-names, --admin1 and --admin2",
        )
    return mapped.csv_entries(
        path, reject, layer, settings.columns,
        kind=settings.kind, country=settings.country, encoding=settings.encoding,
    )  # fmt: skip


def _units(settings: Settings, reject: Callable[[int, str, str], None]) -> geonames.Units:
    units = geonames.Units()
    for path in filter(None, (settings.admin1, settings.admin2)):
        units.names.update(geonames.read_units(path, reject).names)
    return units

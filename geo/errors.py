"""What can go wrong, as one tree.

.. code-block:: text

    GeoError                        base of everything this package raises on purpose
    ├── InputError                  something a person handed over cannot be used
    │   ├── ArticleError            an article: path, line, what is wrong, what to do
    │   ├── TableError              a gazetteer or lexicon file: path, line, column
    │   ├── IncidentsError          an incidents file that should be drawn or exported
    │   ├── BasemapError            a map of the user's own that should be drawn behind them
    │   ├── OptionError             a value given on the command line or to a function
    │   └── ModelError              weights or names of a model: damaged, or of another version
    ├── OutputError                 a result could not be written
    ├── GazetteerIndexError         the compiled gazetteer is missing, damaged or of another version
    └── UnknownPlaceError                an id that is in no gazetteer (also a ``KeyError``)
"""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "ArticleError",
    "BasemapError",
    "GazetteerIndexError",
    "GeoError",
    "IncidentsError",
    "InputError",
    "ModelError",
    "OptionError",
    "OutputError",
    "TableError",
    "UnknownPlaceError",
]


class GeoError(Exception):
    """Base of every error this package raises on purpose."""


class InputError(GeoError):
    """Something that was handed over cannot be used.

    Parameters
    ----------
    reason
        What is wrong, as a clause without a full stop.
    path
        The file, as the user wrote it; ``None`` for standard input or a value.
    line
        Line in that file, counted from 1; ``None`` where lines mean nothing.
    remedy
        What to do about it, as a clause without a full stop.

    Examples
    --------
    >>> str(InputError("no such date", path="a.md", line=3, remedy="write it as 2023-01-08"))
    'a.md:3: no such date; write it as 2023-01-08'
    """

    def __init__(
        self,
        reason: str,
        *,
        path: str | Path | None = None,
        line: int | None = None,
        remedy: str | None = None,
    ) -> None:
        self.reason = reason
        self.path = None if path is None else str(path)
        self.line = line
        self.remedy = remedy
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        where = "" if self.path is None else self.path
        if self.line is not None:
            where += f":{self.line}"
        told = f"{where}: {self.reason}" if where else self.reason
        return f"{told}; {self.remedy}" if self.remedy else told


class ArticleError(InputError):
    """An article cannot be read; the others still are."""


class TableError(InputError):
    """A row of the gazetteer or of the lexicon is wrong."""


class IncidentsError(InputError):
    """A file of incidents cannot be read back."""


class BasemapError(InputError):
    """A map that should be drawn behind the incidents cannot be used."""


class OptionError(InputError):
    """An option has a value that means nothing."""


class ModelError(InputError):
    """A model's file is missing, damaged or of another version."""


class OutputError(GeoError):
    """A result cannot be written."""


class GazetteerIndexError(GeoError):
    """The compiled gazetteer is missing, damaged or of another version."""


class UnknownPlaceError(GeoError, KeyError):
    """No place in the gazetteer has this id."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else "unknown place"

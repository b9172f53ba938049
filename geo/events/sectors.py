"""Tell the sector of somebody by the words for them: state forces, rebels, civilians ...

The words, and what each sector is called by ACLED and PLOVER, are in ``actors.toml``. Whoever's
sector no word says has none: there is no default.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, NamedTuple

from geo.language.text import bounds

__all__ = ["Sector", "Telling", "default_sectors"]

_PROTESTER, _CIVILIAN = 6, 7
_IRREGULAR = (("people", "person"), ("men", "man"), ("children", "child"), ("ies", "y"),
              ("ves", "f"), ("ves", "fe"))  # fmt: skip
_HISSING = ("ses", "xes", "zes", "ches", "shes")


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of actors: ACLED's ``inter`` code, PLOVER's sector code (``None``: it has none)."""

    name: str
    inter: int
    plover: str | None


class Telling(NamedTuple):
    """What words say: the ``sector`` if any, whether they name ``people`` (or a body of them).

    ``first`` and ``last`` are the words that say the sector, half open.
    """

    sector: str | None = None
    people: bool = False
    first: int = 0
    last: int = 0


class Sectors:
    """The sectors and the words that tell of them.

    Parameters
    ----------
    table
        The parsed ``actors.toml``.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        named = table["sectors"].items()
        told = {name: Sector(name, row["inter"], row["plover"] or None) for name, row in named}
        self.all: Mapping[str, Sector] = MappingProxyType(told)
        rows: dict[str, dict[tuple[str, ...], str]] = {
            column: {words: name for name, row in named for words in _rows(row.get(column, ""))}
            for column in ("nouns", "names", "words")
        }
        self._nouns, self._names, self._words = rows["nouns"], rows["names"], rows["words"]
        self._longest = max(map(len, (*self._nouns, *self._names, *self._words)))
        lists = table["lists"]
        self._generic, self._deferring, self.quantities, self.leading, self._never = (
            frozenset(lists[column].split())
            for column in ("generic", "deferring", "quantities", "leading", "never")
        )
        self.roles: Mapping[str, str] = MappingProxyType(table["roles"])
        self.authorities = frozenset(lists["authorities"].split())

    def tell(self, words: Sequence[str], *, name: bool = False) -> Telling:
        """Read the words of a noun phrase, articles left out; ``name``: its head is a name.

        Examples
        --------
        >>> told = default_sectors().tell(["Kosovo", "police", "officers"])
        >>> told.sector, told.people
        ('police', True)
        >>> default_sectors().tell(["army", "convoy"]).people
        False
        """
        lows = [word.lower() for word in words]
        for first in range(max(len(lows) - self._longest, 0), len(lows)):
            found = self._ending(lows[first:])
            if found is not None and first == len(lows) - 1 and self._defers(lows[-1]):
                before = self._inside(lows[:-1], all_nouns=True)
                found = before[0] if before is not None else found
            if found is not None:
                return Telling(found, people=True, first=first, last=len(lows))
        generic = bool(lows) and any(form in self._generic for form in _singulars(lows[-1]))
        inside = self._inside(lows, all_nouns=name or generic)
        if inside is None:
            return Telling(people=name or generic)
        return Telling(inside[0], people=name or generic, first=inside[1], last=inside[2])

    def inter(self, sector: str | None, family: str, role: str) -> int | None:
        """Return ACLED's ``inter`` code: who protests is a protester (6) whatever their sector.

        Examples
        --------
        >>> default_sectors().inter("education", "protest", "perpetrator")
        6
        """
        known = self.all.get(sector or "")
        if (
            family == "protest"
            and role == "perpetrator"
            and (not known or known.inter == _CIVILIAN)
        ):
            return _PROTESTER
        return known.inter if known else None

    def never_acts(self, word: str) -> bool:
        """Tell whether a noun is one of deeds and things: "attack", "bomb", "town"."""
        return any(form in self._never for form in _singulars(word.lower()))

    def _defers(self, word: str) -> bool:
        return any(form in self._deferring for form in _singulars(word))

    def _ending(self, lows: Sequence[str]) -> str | None:
        """Return the sector of words of which the last may be a plural."""
        for last in _singulars(lows[-1]):
            row = (*lows[:-1], last)
            found = self._nouns.get(row) or self._names.get(row)
            if found is not None:
                return found
        return None

    def _inside(self, lows: Sequence[str], *, all_nouns: bool) -> tuple[str, int, int] | None:
        """Return the longest row inside a name, of equals the last; not "rebel-held"."""
        tables = (self._names, self._words, *((self._nouns,) if all_nouns else ()))
        for length in range(min(self._longest, len(lows)), 0, -1):
            for first in range(len(lows) - length, -1, -1):
                last = first + length
                if last < len(lows) and lows[last] == "-":
                    continue
                for table in tables:
                    found = table.get(tuple(lows[first:last]))
                    if found is not None:
                        return found, first, last
        return None


def _rows(row: str) -> Iterator[tuple[str, ...]]:
    for words in row.lower().split("|"):
        told = words.strip()
        if told:
            yield tuple(told[a:b] for a, b in bounds(told, 0, len(told)))


def _singulars(word: str) -> Iterator[str]:
    """Yield what a word may be the plural of, itself first."""
    yield word
    for ending, singular in _IRREGULAR:
        if word.endswith(ending):
            yield word.removesuffix(ending) + singular
    if word.endswith(_HISSING):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


@cache
def default_sectors() -> Sectors:
    """Return the sectors that come with the package, read once."""
    text = resources.files("geo.events").joinpath("actors.toml").read_text("utf-8")
    return Sectors(tomllib.loads(text))

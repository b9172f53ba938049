"""Expressions on lower-cased words that are only tried where a word of theirs stands.

Most sentences have none: half of the time that the expressions took went into such searches.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from geo.language.late import late
from geo.language.needed import needed
from geo.language.text import small_words

__all__ = [
    "FINITE",
    "WORD",
    "First",
    "Search",
    "any_of",
    "first_of",
    "search_for",
    "searched",
    "table",
]

WORD = r"[\w’'-]+"
FINITE = r"(?:was|were|is|are|has|have|had|did|does)\b"


@dataclass(frozen=True, slots=True)
class Search:
    """An expression that is only searched for where a word of each way to match it stands."""

    needed: frozenset[str]
    pattern: re.Pattern[str]
    rest: re.Pattern[str] | None = None  # the ways of it that need no such word

    def __call__(self, said: str, words: frozenset[str]) -> re.Match[str] | None:
        """Search lower-cased words, of which the set is given."""
        if not self.needed.isdisjoint(words):
            return self.pattern.search(said)
        return self.rest.search(said) if self.rest is not None else None


@dataclass(frozen=True, slots=True)
class First:
    """Expressions of which the first one that matches counts; seldom one does."""

    any: Search
    each: tuple[re.Pattern[str], ...]

    def __call__(self, said: str) -> re.Match[str] | None:
        """Search lower-cased words."""
        if self.any(said, small_words(said)) is None:
            return None
        return next(filter(None, (pattern.search(said) for pattern in self.each)), None)


@cache
def table() -> Mapping[str, Any]:
    """Return ``factuality.toml``, read once for all who look up words in it."""
    text = resources.files("geo.events").joinpath("factuality.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


def searched(rows: Iterable[str], pattern: str) -> Search:
    """Search for rows of words by an expression that has each of them between word boundaries."""
    longest = (
        max(re.findall(r"[a-z]+", row.removeprefix("n't")) or ["t"], key=len) for row in rows
    )
    return Search(frozenset(longest), late(pattern))


def search_for(rows: Sequence[str]) -> Search:
    """Search for any of some expressions, each only where a word stands that its matches have."""
    told = {row: needed(row) for row in rows}
    rest = [row for row in rows if told[row] is None]
    return Search(
        frozenset().union(*filter(None, told.values())),
        late("|".join(rows)),
        late("|".join(rest)) if rest else None,
    )


def first_of(rows: Sequence[str]) -> First:
    """Return expressions of which the first in their order counts."""
    return First(search_for(rows), tuple(map(late, rows)))


def any_of(rows: Iterable[str]) -> str:
    """Return an expression for any of some rows of words, the longest first."""
    return "(?:" + "|".join(re.escape(r) for r in sorted(rows, key=lambda r: (-len(r), r))) + ")"

"""Expressions on lower-cased words that are only tried where a word of theirs stands.

Most sentences have none: half of the time that the expressions took went into such searches.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from geo.language.late import late
from geo.language.needed import Ways, may_match, ways_of
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
class _Row:
    """An expression, and the words of each way to match it; ``None`` where a way needs none."""

    pattern: re.Pattern[str]
    ways: Ways | None


class Search:
    """Expressions of which each is only searched for where the words of a way to match it stand.

    Parameters
    ----------
    rows
        The expressions. What is found is what one of all of them, in their order, would find.
    """

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows = rows
        self._free = [row.pattern for row in rows if row.ways is None]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for at, row in enumerate(rows):
            for word in {word for rarest, *_ in row.ways or () for word in rarest}:
                self._by_word[word].append(at)
        self._needed = frozenset(self._by_word)

    def __call__(self, said: str, words: frozenset[str]) -> re.Match[str] | None:
        """Search lower-cased words, of which the set is given."""
        found = None
        for pattern in self.possible(words):
            match = pattern.search(said)
            if match is not None and (found is None or match.start() < found.start()):
                found = match
        return found

    def possible(self, words: frozenset[str]) -> list[re.Pattern[str]]:
        """Return those of the expressions, in their order, that may match some words."""
        met = self._needed & words
        if not met:
            return self._free
        told = {at for word in met for at in self._by_word[word]}
        return [
            row.pattern
            for at, row in enumerate(self._rows)
            if row.ways is None or (at in told and may_match(row.ways, words))
        ]


@dataclass(frozen=True, slots=True)
class First:
    """Expressions of which the first one that matches counts; seldom one does."""

    any: Search

    def __call__(self, said: str) -> re.Match[str] | None:
        """Search lower-cased words."""
        possible = self.any.possible(small_words(said))
        return next(filter(None, (pattern.search(said) for pattern in possible)), None)


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
    return Search([_Row(late(pattern), ((frozenset(longest),),))])


def search_for(rows: Sequence[str]) -> Search:
    """Search for any of some expressions, each only where the words stand that its matches have."""
    return Search([_Row(late(row), ways_of(row)) for row in rows])


def first_of(rows: Sequence[str]) -> First:
    """Return expressions of which the first in their order counts."""
    return First(search_for(rows))


def any_of(rows: Iterable[str]) -> str:
    """Return an expression for any of some rows of words, the longest first."""
    return "(?:" + "|".join(re.escape(r) for r in sorted(rows, key=lambda r: (-len(r), r))) + ")"

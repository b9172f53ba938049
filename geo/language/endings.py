"""Case endings that a place name may have kept from Serbian or Albanian: Zvečana, Prishtinës.

The endings are in ``endings.toml``. A stem is a guess: only the gazetteer tells whether there is a
place of that name, and ``geo.gazetteers.spellings.fallback`` asks it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from typing import Any, NamedTuple

from geo.language.names import fold

__all__ = ["Stem", "stems"]

SHORTEST_STEM = 3
"""Letters left without the ending: Pejës is Pejë, but no "Tes" is a "Te"."""
WORDS = 4
"""No name that news inflects is longer, and each word more multiplies the guesses."""
GUESSES = 200


class Stem(NamedTuple):
    """The key of a name without its case endings, and the countries where it may lie."""

    key: str
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Language:
    """Endings of one language with what the nominative has in their place, in order."""

    countries: frozenset[str]
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    joining: Mapping[str, tuple[str, ...]]

    def guesses(self, key: str) -> Iterator[str]:
        """Yield what the nominative may be, the unchanged key left out."""
        options = [self._nominatives(word) for word in key.split(" ")]
        told = (" ".join(words) for words in islice(product(*options), GUESSES))
        return (guess for guess in told if guess != key)

    def _nominatives(self, word: str) -> tuple[str, ...]:
        """Return what a word may be in the nominative, the word itself last."""
        found = (
            word.removesuffix(ending) + nominative
            for ending, nominatives in self.endings
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM
            for nominative in nominatives
        )
        return (*found, *self.joining.get(word, ()), word)


def stems(name: str) -> tuple[Stem, ...]:
    """Return what a name may be without case endings, the likeliest first.

    Examples
    --------
    >>> [stem.key for stem in stems("Zubinom Potoku")][:1]
    ['zubin potok']
    >>> sorted({stem.key for stem in stems("Prishtinës")})
    ['prishtina', 'prishtine']
    """
    key = fold(name)
    if not key or key.count(" ") >= WORDS:
        return ()
    found = (
        Stem(guess, language.countries)
        for language in _languages()
        for guess in language.guesses(key)
    )
    return tuple(dict.fromkeys(found))


@cache
def _languages() -> tuple[_Language, ...]:
    # Imported late: names that are known need no endings, and these two take 10 ms.
    import tomllib  # noqa: PLC0415
    from importlib import resources  # noqa: PLC0415

    text = resources.files("geo.language").joinpath("endings.toml").read_text("utf-8")
    return tuple(map(_language, tomllib.loads(text)["language"]))


def _language(row: Mapping[str, Any]) -> _Language:
    return _Language(
        countries=frozenset(row["countries"]),
        endings=tuple((one["ending"], _words(one["nominative"])) for one in row["ending"]),
        joining={word: _words(others) for word, others in row.get("joining", {}).items()},
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple("" if word == "-" else word for word in text.split())

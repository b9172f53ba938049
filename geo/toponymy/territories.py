"""Tell the countries of a report by who acts in it: bands, forces, missions, offices.

Notes and briefs often name no country: "JNIM militants attacked Tolmen", "in Barangay Orva". Of the
villages of one name the one in the band's country is meant.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geo.language.text import small_words

__all__ = ["countries_of"]

MOST = 4
"""Different sets of countries that are told; a review of the world's wars tells nothing."""
_CAPITAL = re.compile(r"(?<![\w’'-])(?:[Aa]l-|[a-z]+-)?[A-Z0-9][\w-]*")


@dataclass(frozen=True, slots=True)
class _Table:
    """Names by their first word, nouns, each with the countries that it tells."""

    names: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    nouns: Mapping[str, tuple[str, ...]]


def countries_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the sets of countries that a text tells by who acts in it.

    Parameters
    ----------
    text
        The text of an article.

    Returns
    -------
    Codes, a set for each that is told, in the order of the text; none where there are too many.

    Examples
    --------
    >>> countries_of("Boko Haram raided Tolmen. The MNJTF came.")
    (('NG', 'CM', 'NE', 'TD'),)
    >>> countries_of("Two men were shot in Barangay Orva, a barangay chief said.")
    (('PH',),)
    """
    found = tuple(dict.fromkeys((*_named(text), *_nouns(text))))
    return found if len(found) <= MOST else ()


def _named(text: str) -> Iterator[tuple[str, ...]]:
    known = _table().names
    for word in _CAPITAL.finditer(text):
        for name, codes in known.get(word.group(), ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield codes


def _nouns(text: str) -> Iterator[tuple[str, ...]]:
    known = _table().nouns
    yield from (known[word] for word in sorted(small_words(text).intersection(known)))


@cache
def _table() -> _Table:
    """Return the words of ``territories.toml``."""
    told = resources.files("geo.toponymy").joinpath("territories.toml").read_text("utf-8")
    table: dict[str, dict[str, list[str]]] = tomllib.loads(told)
    names: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name, codes in _rows(table["names"]):
        names.setdefault(_first(name), []).append((name, codes))
    return _Table({word: tuple(rows) for word, rows in names.items()}, dict(_rows(table["nouns"])))


def _rows(table: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for codes, rows in table.items():
        yield from ((name, tuple(codes.split())) for name in rows)


def _first(name: str) -> str:
    """Return the first word of a name, as it is looked for."""
    found = _CAPITAL.match(name)
    return found.group() if found else name

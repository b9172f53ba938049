"""Spellings that come close to a known one: how an unknown name may be read, and what is like it.

At world scale nearly every word of six letters is one slip from some village, so slips count only
within countries that are spoken of, and every such reading says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from geo.endings import stems
from geo.names import tries

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.model import Place

__all__ = ["Respelt", "closest", "fallback", "is_alike"]

LIKENESS = 0.75
# difflib costs 0.1 ms a pair, letter pairs a hundredth of that.
COMPARED = 60


@dataclass(frozen=True, slots=True)
class Respelt:
    """Places that a name is read as which the gazetteer does not know as it stands, and why."""

    places: tuple[Place, ...]
    because: str


def fallback(
    gazetteer: Gazetteer, name: str, countries: Iterable[str] | None = None
) -> Respelt | None:
    """Read a name that the gazetteer does not know: other keys, case endings, one slip.

    Parameters
    ----------
    gazetteer
        Where things are.
    name
        As the text has it.
    countries
        Codes of the countries spoken of: endings and slips are read only there. ``None`` reads
        endings where their language is written, and no slips.

    Returns
    -------
    Respelt | None
        The places, likeliest first, and the reading in words; ``None`` if there is no reading.

    Examples
    --------
    >>> from geo.io.index import open_gazetteer
    >>> gazetteer = open_gazetteer()
    >>> fallback(gazetteer, "Zvečana", ["XK"]).because
    'Zvečana read as Zvečan, without its case ending'
    >>> fallback(gazetteer, "Pristna", ["XK", "RS"]).because
    'spelt Pristna in the text; read as Pristina'
    >>> fallback(gazetteer, "Pristna")
    """
    allowed = None if countries is None else frozenset(countries)
    for places, told in _readings(gazetteer, name, allowed):
        if places:
            return Respelt(places, told.format(name, places[0].name))
    return None


def _readings(
    gazetteer: Gazetteer, name: str, allowed: frozenset[str] | None
) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Yield the places of each reading, the surest reading first, and how to tell it."""
    # Filled in by position: a name that holds braces stays a name.
    yield _first(gazetteer, tries(name)[1:]), "{0} read as {1}"
    yield _nominatives(gazetteer, name, allowed), "{0} read as {1}, without its case ending"
    if allowed:
        yield gazetteer.misspelt(name, countries=allowed), "spelt {0} in the text; read as {1}"


def _first(gazetteer: Gazetteer, keys: Iterable[str]) -> tuple[Place, ...]:
    return next(filter(None, map(gazetteer.lookup, keys)), ())


def _nominatives(
    gazetteer: Gazetteer, name: str, allowed: frozenset[str] | None
) -> tuple[Place, ...]:
    found = (
        place
        for stem in stems(name)
        for place in gazetteer.lookup(stem.key)
        if not stem.countries.isdisjoint(place.countries)
        and (allowed is None or not allowed.isdisjoint(place.countries))
    )
    return tuple(dict.fromkeys(found))


def closest(key: str, candidates: Iterable[str]) -> list[str]:
    """Return the candidates that are like ``key``, the most like first.

    Examples
    --------
    >>> closest("pristna", ["prizren", "pristina", "london"])
    ['pristina']
    """
    pairs = _letter_pairs(key)
    shared = sorted(
        (-(pairs & _letter_pairs(like)).total() / (len(key) + len(like)), like)
        for like in candidates
    )
    scored = sorted((-_likeness(key, like), like) for _, like in shared[:COMPARED])
    return [like for score, like in scored if -score >= LIKENESS]


def is_alike(key: str, names: Iterable[str]) -> bool:
    """Tell whether one of the folded ``names`` is like ``key``."""
    return any(_likeness(key, name) >= LIKENESS for name in names)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _letter_pairs(key: str) -> Counter[str]:
    padded = f" {key} "
    return Counter(padded[at : at + 2] for at in range(len(padded) - 1))

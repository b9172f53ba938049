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

from geo.language.almanac import words
from geo.language.endings import stems
from geo.language.names import fold, tries

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.model import Place

__all__ = ["Respelt", "closest", "fallback", "is_alike", "own_keys"]

LIKENESS = 0.75
# difflib costs 0.1 ms a pair, letter pairs a hundredth of that.
COMPARED = 60


BARE_TRUST = 0.9
PART_TRUST = 0.9
ENDING_TRUST = 0.9
SLIP_TRUST = 0.6
"""How often such a reading is right. Of the slips that the development files call for only half
were, so many villages does a gazetteer lack; by the two rules of ``_slips`` it is five of seven."""
LARGE = 100_000
"""Inhabitants from which a town has sides that are called by its name."""
KNOWN_POPULATION = 5_000
"""A name one letter from that of a hamlet is likelier another hamlet's, which we lack."""
KNOWN_LETTERS = 4
"""Letters of a name that is left without its article."""
_ARTICLES = ("al", "ad", "an", "ar", "as", "ash", "at", "az", "el")
"""How "al" is written before each letter; news leaves it out: "in Hillah"."""
_SIDES = words(
    "north south east west northeast northwest southeast southwest northern southern eastern "
    "western upper lower inner greater downtown midtown uptown central ne nw se sw"
)


@dataclass(frozen=True, slots=True)
class Respelt:
    """Places that a name is read as which the gazetteer does not know as it stands.

    Attributes
    ----------
    places
        The likeliest first.
    because
        The reading in words.
    trust
        How often such a reading is right, 0 to 1.
    """

    places: tuple[Place, ...]
    because: str
    trust: float


LONGEST_ACRONYM = 4
"""Capitals that stand for words, and are no slip of a name: the DRG is not Durg."""


def fallback(
    gazetteer: Gazetteer, name: str, countries: Iterable[str] | None = None
) -> Respelt | None:
    """Read a name that the gazetteer does not know: bare, without a case ending, or as one slip.

    Parameters
    ----------
    gazetteer
        Where things are.
    name
        As the text has it.
    countries
        Codes of the countries spoken of: it is read only there. ``None`` reads endings where
        their language is written, and no slips.

    Returns
    -------
    Respelt | None
        The places and the reading in words; ``None`` if there is no reading.

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
    allowed = None if countries is None else frozenset(code.upper() for code in countries)
    for places, told, trust in _readings(gazetteer, name, allowed):
        # Filled in by position: a name that holds braces stays a name.
        if places:
            return Respelt(places, told.format(name, places[0].name), trust)
    return None


def _readings(
    gazetteer: Gazetteer, name: str, allowed: frozenset[str] | None
) -> Iterator[tuple[tuple[Place, ...], str, float]]:
    """Yield the places of each reading, the surest reading first, and how to tell it."""
    yield _bare(gazetteer, name, allowed), "{0} read as {1}", BARE_TRUST
    if allowed:
        yield (
            _articled(gazetteer, name, allowed),
            "{0} read as {1}, its article left out",
            BARE_TRUST,
        )
    bare = _without_article(gazetteer, name, allowed or None)
    yield bare, "{0} read as {1}, without the article", BARE_TRUST
    # Where no country is spoken of, "North Austin" is that of the one large Austin.
    wholes = _wholes(gazetteer, name, allowed or None)
    large = [p for p in wholes if allowed or (p.population or 0) >= LARGE]
    yield tuple(large), "{0} read as a part of {1}", PART_TRUST
    if name.isupper() and len(name) <= LONGEST_ACRONYM:
        return
    told = "{0} read as {1}, without its case ending"
    yield _nominatives(gazetteer, name, allowed), told, ENDING_TRUST
    if allowed:
        yield _slips(gazetteer, name, allowed), "spelt {0} in the text; read as {1}", SLIP_TRUST


def _bare(gazetteer: Gazetteer, name: str, allowed: frozenset[str] | None) -> tuple[Place, ...]:
    """Return the places whose own name it is without what stands around it.

    Not of their other names: the White House is no Casablanca.
    """
    found = (
        tuple(p for p in gazetteer.lookup(key) if _is_in(p, allowed) and key in own_keys(p))
        for key in tries(name)[1:]
    )
    return next(filter(None, found), ())


def _without_article(
    gazetteer: Gazetteer, name: str, allowed: frozenset[str] | None
) -> tuple[Place, ...]:
    """Return the places whose name it is but for the Arabic article: "Ar Raqqa" for Raqqa.

    Where no country is spoken of, only cities: of a village the article is a part of the name.
    """
    first, _, rest = fold(name).partition(" ")
    if first not in _ARTICLES or len(rest) < KNOWN_LETTERS:
        return ()
    found = (p for p in gazetteer.lookup(rest) if _is_in(p, allowed))
    return tuple(p for p in found if allowed or (p.population or 0) >= LARGE)


def _articled(gazetteer: Gazetteer, name: str, allowed: frozenset[str]) -> tuple[Place, ...]:
    """Return the places whose name it is without the Arabic article: "Diwaniyah" in Iraq."""
    key = fold(name)
    if key.partition(" ")[0] in _ARTICLES:
        return ()
    return tuple(
        p
        for article in _ARTICLES
        for p in gazetteer.lookup(f"{article} {key}")
        if _is_in(p, allowed) and p.kind.value == "settlement"
    )


def _wholes(gazetteer: Gazetteer, name: str, allowed: frozenset[str] | None) -> tuple[Place, ...]:
    """Return the towns that a name takes a side of: "East Oakland", where no town is called so."""
    side, _, rest = fold(name).partition(" ")
    if side not in _SIDES or not rest:
        return ()
    return tuple(
        p
        for p in gazetteer.lookup(rest)
        if p.kind.value == "settlement" and _is_in(p, allowed) and rest in own_keys(p)
    )


def _nominatives(
    gazetteer: Gazetteer, name: str, allowed: frozenset[str] | None
) -> tuple[Place, ...]:
    found = (
        place
        for stem in stems(name)
        for place in gazetteer.lookup(stem.key)
        if not stem.countries.isdisjoint(place.countries) and _is_in(place, allowed)
    )
    return tuple(dict.fromkeys(found))


def _slips(gazetteer: Gazetteer, name: str, allowed: frozenset[str]) -> tuple[Place, ...]:
    """Return the known places that are one slip away; hands rarely slip on the first letter."""
    first = fold(name)[:1]
    return tuple(
        place
        for place in gazetteer.misspelt(name, countries=allowed)
        if (not place.id.startswith("gn:") or (place.population or 0) >= KNOWN_POPULATION)
        and any(key.startswith(first) for key in own_keys(place))
    )


def _is_in(place: Place, allowed: frozenset[str] | None) -> bool:
    return allowed is None or not allowed.isdisjoint(place.countries)


def own_keys(place: Place) -> set[str]:
    """Return the keys of the names that are a place's own."""
    return {fold(name) for name in (place.name, *(name for _, name in place.names))}


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

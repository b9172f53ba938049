"""Which bearer of a bare name English-language news most likely means: a fixed prior.

It is decided once, when the gazetteer is compiled, for each pair of a name and a place. Context
(other places in the article) is the business of ``geo.places``.

1. Countries, under their English name.
2. Then by weight. A place weighs its population; a capital ``CAPITAL_FACTOR`` times as much. A
   curated place weighs at least ``CURATED_WEIGHT``, divided by ``RANK_STEP`` for each rank of its
   editor, so that it yields to a big city of the world, but not to a small town. Under a name
   that is not one of its own (old, foreign, misspelt) a place weighs ``OTHER_NAME_DIVISOR``
   times less, a country ``COUNTRY_OTHER_NAME_DIVISOR`` times, and a place that nobody reviewed
   ``OTHER_NAME_CEILING`` at most; under one that is known to be out of use,
   ``HISTORIC_NAME_DIVISOR`` times less again. What the press calls it (``aliases``) weighs like a
   curated place's own name.
3. A unit of the world that nobody reviewed weighs the people of its towns, a second-level one
   ``ADMIN2_DIVISOR`` times less; under a name that it shares with a town of its country (its
   seat, mostly) ``SHARED_DIVISOR`` times less: bare "Homs" is the city.
4. Equal weights: by kind (``KIND_ORDER``), then by id.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.language.names import keys
from geo.model import Place, PlaceKind

__all__ = ["KIND_ORDER", "Entry", "tie_break", "weight", "weights"]

# English news of Kula means the crossing, not the Turkish town (24,000); of London the city.
CURATED_WEIGHT = 500_000
RANK_STEP = 10
# Kingston is Jamaica's (capital) before Ontario's.
CAPITAL_FACTOR = 4
# Genève is Geneva's own name to GeoNames, so a town of Illinois would win with a larger divisor;
# below RANK_STEP, so that the editor's word holds for old names too.
OTHER_NAME_DIVISOR = 4
# A name that nobody uses any more finds its place after whoever bears it today.
HISTORIC_NAME_DIVISOR = 10
# Hong Kong is Victoria as well to GeoNames, and Casablanca White House: no such name of a city,
# however large, comes before what an editor put first. Its aliases of the press do.
OTHER_NAME_CEILING = 400_000
# Tunis is Tunisia in Serbian and Salvador is El Salvador in Albanian; in English both are cities.
COUNTRY_OTHER_NAME_DIVISOR = 10
# Norfolk is a city of Virginia (246,393) before a county of England (605,000 in its towns).
ADMIN2_DIVISOR = 10
# With more than any share of its people that lives in its seat: Luhansk is the city.
SHARED_DIVISOR = 100
# Above any population: Luxembourg is the country.
COUNTRY_WEIGHT = 10**12
KIND_ORDER = (
    PlaceKind.COUNTRY,
    PlaceKind.SETTLEMENT,
    PlaceKind.CROSSING,
    PlaceKind.ADMIN1,
    PlaceKind.ADMIN2,
    PlaceKind.REGION,
    PlaceKind.FACILITY,
    PlaceKind.WATER,
    PlaceKind.RELIEF,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with all it is called, as it enters the gazetteer.

    ``place.name`` and ``place.names`` are its own names; ``names`` holds the others: old, foreign,
    misspelt; ``historic`` those that are known to be out of use, ``aliases`` those that English
    news uses like its own. ``curated`` places carry their editor's rank; those of the world do not.
    A unit of the world tells the ``people`` in its towns and the keys ``shared`` with a town of its
    country. ``recognised`` marks what texts are searched for, where a user's layer says so.
    """

    place: Place
    names: tuple[str, ...] = ()
    curated: bool = True
    people: int = 0
    shared: frozenset[str] = frozenset()
    aliases: tuple[str, ...] = ()
    historic: tuple[str, ...] = ()
    recognised: bool = False


def weight(entry: Entry, *, own_name: bool = True) -> int:
    """Return how much a place weighs under a name of its own, or under another.

    Examples
    --------
    >>> pecs = Place("gn:3046526", "Pécs", PlaceKind.SETTLEMENT, 18.2, 46.1, population=145_347)
    >>> weight(Entry(pecs, curated=False)), weight(Entry(pecs, curated=False), own_name=False)
    (145347, 36336)
    """
    place = entry.place
    weighs = place.population or entry.people
    if place.kind is PlaceKind.COUNTRY:
        return weighs + COUNTRY_WEIGHT if own_name else weighs // COUNTRY_OTHER_NAME_DIVISOR
    if place.attribute("capital") == "true":
        weighs *= CAPITAL_FACTOR
    if place.kind is PlaceKind.ADMIN2 and not entry.curated:
        weighs //= ADMIN2_DIVISOR
    if entry.curated:
        ranked = CURATED_WEIGHT // RANK_STEP ** min(place.rank, 5)
        # A lower rank must not win back by its population what the editor took.
        weighs = ranked if place.rank else max(weighs, ranked)
    if own_name:
        return weighs
    weighs //= OTHER_NAME_DIVISOR
    return weighs if entry.curated else min(weighs, OTHER_NAME_CEILING)


def weights(entry: Entry) -> dict[str, int]:
    """Give each key of a place the place's weight under it."""
    place = entry.place
    english_only = place.kind is PlaceKind.COUNTRY
    own = (name for tag, name in place.names if tag == "en" or not english_only)
    other = (*entry.names, *(name for _, name in place.names))
    full, less = weight(entry), weight(entry, own_name=False)
    found = {key: less // HISTORIC_NAME_DIVISOR for name in entry.historic for key in keys(name)}
    found |= {key: less for name in other for key in keys(name)}
    found |= {key: full for name in (place.name, *own) for key in keys(name)}
    found |= {key: found[key] // SHARED_DIVISOR for key in entry.shared if key in found}
    # Who wrote an alias down said what it means: it weighs what a curated name does.
    meant = max(full, CURATED_WEIGHT)
    return found | {key: meant for name in entry.aliases for key in keys(name)}


def tie_break(place: Place) -> str:
    """Return what orders places of equal weight: kind, then id."""
    return f"{KIND_ORDER.index(place.kind)}{place.id}"

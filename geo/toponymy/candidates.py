"""The places of a name, with everything about them that no article changes.

An article asks for the same names as the one before it, so each is looked up and prepared once
for a gazetteer.
"""

from __future__ import annotations

import contextlib
import math
import weakref
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.errors import UnknownPlaceError
from geo.gazetteers.prior import Entry, weight
from geo.gazetteers.spellings import Respelt, fallback, is_alike
from geo.language.names import fold
from geo.language.words import sort_of, words
from geo.model import Place, PlaceKind
from geo.toponymy.localities import CITY
from geo.toponymy.sightings import goes_by_a_code

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = [
    "AREAS",
    "EARTH_KM",
    "Candidate",
    "Candidates",
    "candidates_of",
    "fits",
    "is_just",
]

AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
"""What can hold a town, and be named behind it: "Newport, Vermont"."""
_UNITS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
MOST = 160
"""Bearers of one name that are weighed; San José has 130 in GeoNames."""
CODE = 3
"""Capitals up to which a name is taken for an abbreviation."""
NAMES_KEPT = 32_768
EARTH_KM = 6371.0
COUNTY_KM = 40.0
"""Distance from the point of a county within which a town of its state lies in it."""
CELL_DEGREES = 0.75
"""Side of the cells in which names are counted together: 80 km from north to south."""
ROW = 10_000
RENOWNED = 10
"""Other names up to which a town is nothing special."""
SPELT = 5
"""Letters from which a name can be a spelling of another: Wye is no Way."""
TOWN = 100_000
"""Inhabitants of what nobody calls a village by another name than its own."""
NO_SIZE = 2.0
"""Power of ten of the inhabitants of a town of whose size nothing is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One bearer of a name.

    Attributes
    ----------
    vector
        The position on the unit sphere, so that a distance is three products.
    size
        Power of ten of what the place weighs in the news; see ``geo.gazetteers.prior``.
    renown
        Power of ten of its other names, as far as they are many: the world speaks of it.
    own_name
        The name is one of its own, not an old, foreign or misspelt one.
    spelling
        The name is not its own, but spelt like it: "Tal Afar" for Tall ‘Afar.
    bare
        A unit's own name without the noun: "Homs" for Homs Governorate.
    unit
        Key of the first-level unit that it is or lies in, ``None`` where unknown.
    cell, around
        The cell of the grid that it lies in; that and the eight beside it.
    within
        Keys of all that holds it; ``keys`` are those that it answers to as a holder.
    """

    place: Place
    vector: tuple[float, float, float] | None
    size: float
    renown: float
    own_name: bool
    spelling: bool
    bare: bool
    curated: bool
    unit: str | None
    cell: int
    around: frozenset[int]
    within: frozenset[str]
    keys: frozenset[str]

    @property
    def is_area(self) -> bool:
        """Tell whether it is a country or a unit of one."""
        return self.place.kind in AREAS

    def holds(self, other: Candidate) -> bool:
        """Tell whether the other place lies in this one."""
        if self.place.id == other.place.id:
            return False
        if not self.keys.isdisjoint(other.within):
            return True
        if self.place.kind is not PlaceKind.ADMIN2 or self.unit is None or self.unit != other.unit:
            return False
        # Which county a town is in is not always known: it is near the county's point.
        reach = max(COUNTY_KM, (self.place.uncertainty_m or 0.0) / 1000.0)
        return other.vector is not None and self.closeness(other.vector, reach) >= 0.5

    def closeness(self, vector: tuple[float, float, float], radius_km: float) -> float:
        """Return how close a position is: 1 at the place, a half at ``radius_km``, 0 far away."""
        mine = self.vector
        if mine is None:
            return 0.0
        cosine = mine[0] * vector[0] + mine[1] * vector[1] + mine[2] * vector[2]
        return 1.0 / (1.0 + max(0.0, 2.0 - 2.0 * cosine) * (EARTH_KM / radius_km) ** 2)

    def distance_km(self, vector: tuple[float, float, float]) -> float:
        """Return the distance to a position on a sphere; 0 for a place without one of its own.

        A geodesic costs 0.1 ms, and an article asks for thousands of distances.
        """
        cosine = sum(a * b for a, b in zip(self.vector or vector, vector, strict=True))
        return EARTH_KM * math.acos(max(-1.0, min(1.0, cosine)))


class Candidates:
    """The places of each name of one gazetteer, prepared once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        # Weak, or the table of all gazetteers would keep each of them alive.
        self._held = weakref.ref(gazetteer)
        self.of = lru_cache(NAMES_KEPT)(self._of)
        self.nests = lru_cache(NAMES_KEPT)(_nests)
        self.behind = lru_cache(NAMES_KEPT)(self._behind)
        self.respelt = lru_cache(NAMES_KEPT)(self._respelt)
        self.country = lru_cache(NAMES_KEPT)(self._country)
        self._unit_told = lru_cache(NAMES_KEPT)(self._read_unit)

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer; whoever asks for a name holds it."""
        held = self._held()
        if held is None:
            raise ReferenceError("the gazetteer of these names is gone")
        return held

    def _of(self, name: str, hint: str | None) -> tuple[Candidate, ...]:
        """Return the places a name may mean, the likeliest first.

        A word beside it that is part of the name of a unit or a river is tried with it first:
        "Walker county", "the river Ibar", "Lagos state".
        """
        found, key = self._found(name, hint), fold(name)
        if hint and not name.lower().endswith(" " + hint):
            # With the noun it is another name, and a whole one: "New York state".
            longer = f"{name} {hint}"
            exact = tuple(p for p in self.gazetteer.lookup(longer) if _is_called(hint, p))
            found, key = (exact, fold(longer)) if exact else (found, key)
        found = tuple(place for place in found if not _is_too_large(hint, place, key))
        places = found[:MOST]
        # Mexico is no name of Mexico City's, as long as there is the country.
        city = not places or places[0].kind is not PlaceKind.COUNTRY
        return _with_seats(tuple(self._prepared(place, key, city=city) for place in places), key)

    def _found(self, name: str, hint: str | None) -> tuple[Place, ...]:
        """Return the places of a name, or of what is left of it without its noun."""
        found = self.gazetteer.lookup(name)
        if found and len(name) <= CODE and name.isupper():
            return tuple(p for p in found if goes_by_a_code(p, fold(name)))
        if found:
            return found
        # "Intan Jaya District" is the regency of that name, whatever its own list calls it.
        noun = hint if hint and name.lower().endswith(" " + hint) else _unit_noun(name)
        if noun is None:
            return self._without_town(name)
        bare = name[: -len(noun)].rstrip()
        return tuple(p for p in self.gazetteer.lookup(bare) if fits(noun, p))

    def _without_town(self, name: str) -> tuple[Place, ...]:
        """Return the towns of a name without the noun behind it: "Galdor Town", "Galdor Sadar"."""
        rest, _, last = name.rpartition(" ")
        if not rest or last.lower() not in words().towns:
            return ()
        key = fold(rest)  # "Nagaria Village" is no Nahariyya
        return tuple(
            place
            for place in self.gazetteer.lookup(rest)
            if place.kind is PlaceKind.SETTLEMENT and is_alike(key, (fold(place.name),))
        )

    def _behind(self, place_ids: tuple[str, ...]) -> tuple[Candidate, ...]:
        """Return the places of some ids, those that exist: whom a demonym names."""
        found = []
        for place_id in place_ids:
            with contextlib.suppress(UnknownPlaceError):
                place = self.gazetteer.get(place_id)
                found.append(self._prepared(place, fold(place.name), city=True))
        return tuple(found)

    def _respelt(
        self, name: str, countries: tuple[str, ...]
    ) -> tuple[tuple[Candidate, ...], Respelt | None]:
        """Read a name that is not known as it stands, in countries spoken of; and say how."""
        read = fallback(self.gazetteer, name, countries)
        if read is None:
            return (), None
        # The reading is weighed by itself: the name it was read as is the place's own.
        found = (self._prepared(p, fold(p.name), city=True) for p in read.places[:MOST])
        return tuple(found), read

    def _country(self, code: str) -> str:
        """Return what a country is called."""
        place = self.gazetteer.country(code)
        return place.name if place else code

    def _prepared(self, place: Place, key: str, *, city: bool) -> Candidate:
        own = {fold(name) for name in (place.name, *(name for _, name in place.names))}
        nouns = {name[len(key) + 1 :] for name in own if name.startswith(key + " ")}
        is_bare = bool(nouns) and key not in own
        unit_noun = is_bare and place.kind in _UNITS
        # "Brnjak" for Brnjak border crossing, "Vatican" for Vatican City.
        sort_noun = is_bare and any(fits(noun, place) for noun in nouns)
        sort_noun = sort_noun and (city or place.kind is not PlaceKind.SETTLEMENT)
        curated = not place.id.startswith("gn:")
        # A country outweighs all by rule; what it weighs here is said by its kind.
        country = place.kind is PlaceKind.COUNTRY
        weighs = 0 if country else weight(Entry(place, curated=curated))
        unit = self._unit(place)
        own_name = key in own or unit_noun or sort_noun
        return Candidate(
            place=place,
            vector=_vector(place),
            size=max(NO_SIZE, math.log10(max(weighs, 1))),
            renown=math.log10(max(int(place.attribute("renown") or 0), RENOWNED) / RENOWNED),
            own_name=own_name,
            spelling=not own_name and len(key) >= SPELT and is_alike(key, own),
            bare=unit_noun and f"{key} state" not in own,
            curated=curated,
            unit=unit,
            cell=_cell(place),
            around=_around(place),
            within=_within(place, unit),
            keys=frozenset(filter(None, (place.id, unit))) if _is_unit(place) else _only(place),
        )

    def _unit(self, place: Place) -> str | None:
        """Return one key for a first-level unit, whether it is told by id or by name."""
        country = place.countries[0] if place.countries else ""
        if _is_unit(place):
            return _unit_key(country, place.name)
        return self._unit_told(country, place.part_of, place.admin1)

    def _read_unit(self, country: str, part_of: str | None, admin1: str | None) -> str | None:
        for told in (part_of, admin1):
            if told is not None and told != country:
                with contextlib.suppress(UnknownPlaceError):
                    place = self.gazetteer.get(told)
                    if _is_unit(place):
                        return _unit_key(country, place.name)
                    if place.kind is PlaceKind.ADMIN2 and place.part_of != part_of:
                        return self._unit_told(country, place.part_of, place.admin1)
        return _unit_key(country, admin1) if admin1 else None


_PREPARED: weakref.WeakKeyDictionary[Gazetteer, Candidates] = weakref.WeakKeyDictionary()


def candidates_of(gazetteer: Gazetteer) -> Candidates:
    """Return the prepared names of a gazetteer."""
    found = _PREPARED.get(gazetteer)
    if found is None:
        found = _PREPARED[gazetteer] = Candidates(gazetteer)
    return found


def _with_seats(bearers: tuple[Candidate, ...], key: str) -> tuple[Candidate, ...]:
    """Let a unit that bears a name say that it is its seat's own: Basra Governorate, Basrah.

    GeoNames lists "Basra", "Mecca" and "Raqqa" among the foreign and misspelt names of the towns,
    but calls the units around them so in English.
    """
    seats: set[int] = set()
    for unit in bearers:
        if unit.place.kind in _UNITS and _begins_with(unit.place, key):
            inside = (at for at, c in enumerate(bearers) if c is not unit and unit.holds(c))
            seats.update([next((at for at in inside if not bearers[at].is_area), -1)])
    return tuple(
        replace(c, own_name=True) if at in seats and not c.own_name else c
        for at, c in enumerate(bearers)
    )


def _begins_with(unit: Place, key: str) -> bool:
    """Tell whether a unit is called by a name and a noun: "Basra Governorate"."""
    names = (unit.name, *(name for _, name in unit.names))
    return any(fold(name).startswith(f"{key} ") for name in names)


def _nests(bearers: tuple[Candidate, ...]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of a country or unit and a namesake inside it, by position."""
    areas = [(index, c) for index, c in enumerate(bearers) if c.is_area]
    return tuple(
        (outer, inner) for outer, area in areas for inner, c in enumerate(bearers) if area.holds(c)
    )


_SMALL = frozenset({"village", "hamlet", "suburb"})
_DISTRICT = PlaceKind.ADMIN2


def _is_called(hint: str, place: Place) -> bool:
    """Tell whether a place is of just that sort; "the Tolmen region" is mostly a province."""
    region = sort_of(hint) == PlaceKind.REGION
    return is_just(hint, place) or (region and place.kind is PlaceKind.ADMIN1)


def _is_too_large(hint: str | None, place: Place, key: str) -> bool:
    """Tell whether a noun says that it is none so large: "Bolan district" is no Poland.

    Nor is "the village of Ga" Georgia, whoever shortens it so, and "Pari village" no Paris. Of 16
    towns that coders' notes call villages by a name not their own one was meant: "Kuki village" is
    not Kukichuo.
    """
    if hint in _SMALL:
        own = fold(place.name) == key or not place.id.startswith("gn:")
        most = CITY if own else TOWN
        city = hint != "suburb" and (place.population or 0) >= most
        return city or place.kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}
    return place.kind is PlaceKind.COUNTRY and hint is not None and sort_of(hint) == _DISTRICT


def _unit_noun(name: str) -> str | None:
    """Return the noun of a unit that a name ends in: "district" of "Intan Jaya District"."""
    rest, _, last = name.lower().rpartition(" ")
    return last if rest and sort_of(last) in _UNITS else None


def fits(hint: str, place: Place) -> bool | None:
    """Tell whether a place is of the sort its context speaks of; ``None`` if that says nothing."""
    sort = sort_of(hint)
    if sort is None:
        return None
    if sort == PlaceKind.ADMIN2 and place.kind is PlaceKind.ADMIN1:
        return True
    return place.kind.value == sort


def is_just(hint: str, place: Place) -> bool:
    """Tell whether a place is of the level that a noun says, or bears the noun in its name.

    Districts are of the second level as a rule; in Libya and Uganda they are of the first.
    """
    return place.kind.value == sort_of(hint) or place.name.lower().endswith(f" {hint}")


def _around(place: Place) -> frozenset[int]:
    if place.lon is None or place.lat is None or place.kind in _WIDE:
        return frozenset()
    row = math.floor(place.lat / CELL_DEGREES)
    return frozenset(
        cell for above in (row - 1, row, row + 1) for cell in _beside(above, place.lon)
    )


def _beside(row: int, lon: float) -> tuple[int, int, int]:
    """Return the cell of a row at a longitude and its two neighbours."""
    # Cells as wide as high, so that Norway's hold no more than Nigeria's.
    middle = math.radians((row + 0.5) * CELL_DEGREES)
    column = math.floor(lon * max(0.1, math.cos(middle)) / CELL_DEGREES)
    cell = row * ROW + column
    return cell - 1, cell, cell + 1


def _cell(place: Place) -> int:
    if place.lon is None or place.lat is None:
        return -1
    return _beside(math.floor(place.lat / CELL_DEGREES), place.lon)[1]


def _vector(place: Place) -> tuple[float, float, float] | None:
    if place.lon is None or place.lat is None:
        return None
    lon, lat = math.radians(place.lon), math.radians(place.lat)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _is_unit(place: Place) -> bool:
    return place.kind is PlaceKind.ADMIN1


def _unit_key(country: str, name: str) -> str:
    # "New York State" is so called to tell it from the city.
    return f"{country}:{fold(name).removesuffix(' state')}"


def _within(place: Place, unit: str | None) -> frozenset[str]:
    told = () if place.kind is PlaceKind.COUNTRY else place.countries
    above = () if _is_unit(place) else (unit, place.admin1)
    return frozenset(filter(None, (*told, place.part_of, *above)))


def _only(place: Place) -> frozenset[str]:
    return frozenset((place.id,))

"""How two places lie to each other: the same one, one inside the other, near, apart.

Without a gazetteer: by what each place says of itself (what holds it, its radius, its outline).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from geo.geometry.geodesy import distance_m
from geo.language.names import fold
from geo.model import Place, PlaceKind, Resolution

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["AREAS", "Lie", "Locality", "Relation", "relation"]

AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION})
_WIDE = (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION, PlaceKind.ADMIN2)
"""Kinds of area, the widest first."""

TOWN_M = 1_500.0
"""Radius of a small town, where none is known."""
CITY_M = 10.0
"""Metres of radius per square root of inhabitants: 16 km for Chicago, 3 km for 100,000 people."""
SLACK_M = 1_000.0
"""Doubt about the points of two gazetteers."""
CLOSE_M = 25_000.0
"""Two towns that are no farther apart may be one event's: a suburb and its city."""
DEGREE_M = 110_000.0
"""Metres of a degree, a little less than there are."""
CELL_DEG, MARGIN_DEG = 0.8, 0.4
"""Side of the cells that places are looked up by, and how far beyond its own a place is kept."""
WIDEST_M = 70_000.0
"""Radius beyond which a place is in no cell: it is looked up by what it holds."""


UNKNOWN = "name:"
"""What the id of a name begins with that is in no gazetteer."""


class Lie(Enum):
    """How a place lies to another."""

    SAME = "the same place"
    INSIDE = "one inside the other"
    CLOSE = "close by"
    APART = "apart"
    FAR = "in different countries"


class Relation(NamedTuple):
    """How two places lie, and the wider of the two: what both agree on."""

    lie: Lie
    wider: Locality


@dataclass(frozen=True, eq=False)
class Locality:
    """A place, or a set of places, as far as it is compared.

    Two of one place are equal only if they are one object; ``relation`` asks for ids.
    """

    place: Place
    members: tuple[Place, ...] = ()

    @classmethod
    def of(cls, where: Resolution | None) -> Locality | None:
        """Return the locality of a resolution; a name that is in no gazetteer makes one as well."""
        if where is None:
            return None
        if where.place is not None:
            return cls(where.place, where.members)
        name = where.mention.name
        return cls(Place(f"{UNKNOWN}{fold(name)}", name, PlaceKind.FACILITY, None, None))

    @cached_property
    def known(self) -> bool:
        """Whether it is in the gazetteer."""
        return not self.place.id.startswith(UNKNOWN)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Its own id, and those of its members."""
        return frozenset((self.place.id, *(member.id for member in self.members)))

    @cached_property
    def holders(self) -> frozenset[str]:
        """Ids of what is known to hold it: its unit and its countries."""
        held = {p.part_of for p in (self.place, *self.members) if p.part_of}
        return frozenset(held.union(self.place.countries) - self.ids)

    @cached_property
    def radius_m(self) -> float:
        """How far it reaches, or how far off it may lie."""
        known = self.place.uncertainty_m or 0.0
        if self.place.kind is not PlaceKind.SETTLEMENT:
            return known
        return max(known, TOWN_M, CITY_M * math.sqrt(self.place.population or 0))

    @cached_property
    def outline(self) -> BaseGeometry | None:
        """Its outline, if it is a region that has one."""
        if self.place.kind is not PlaceKind.REGION or self.place.geometry is None:
            return None
        import shapely  # noqa: PLC0415 heavy, and few places need it

        return shapely.from_geojson(self.place.geometry, on_invalid="ignore")

    @property
    def width(self) -> int:
        """How wide it is: 0 for a spot or a town, 4 for a country."""
        kind = self.place.kind
        return len(_WIDE) - _WIDE.index(kind) if kind in _WIDE else 0

    @cached_property
    def points(self) -> tuple[Place, ...]:
        """The places that have a position."""
        return tuple(p for p in self.members or (self.place,) if p.lon is not None)

    @cached_property
    def names(self) -> tuple[object, ...]:
        """Under which keys it is kept: its ids, what holds it, and the cells that it touches."""
        return (
            *(("at", name) for name in sorted(self.ids)),
            *(("in", name) for name in sorted(self.holders)),
            *(("cell", cell) for cell in self._cells(MARGIN_DEG)),
        )

    @cached_property
    def asks(self) -> tuple[object, ...]:
        """Under which keys those stand that may be the same: also what holds it, or lies in it."""
        return (
            *(("at", name) for name in sorted(self.ids | self.holders)),
            *(("in", name) for name in sorted(self.ids)),
            *(("cell", cell) for cell in self._cells(0.0)),
        )

    def _cells(self, margin: float) -> tuple[tuple[int, int], ...]:
        if self.radius_m > WIDEST_M or self.place.kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}:
            return ()
        found: set[tuple[int, int]] = set()
        for point in self.points:
            assert point.lon is not None
            assert point.lat is not None
            found.update(
                (
                    math.floor((point.lon + east) / CELL_DEG),
                    math.floor((point.lat + north) / CELL_DEG),
                )
                for east in (-margin, margin)
                for north in (-margin, margin)
            )
        return tuple(sorted(found))


def relation(one: Locality, other: Locality) -> Relation:
    """Say how two places lie to each other.

    Examples
    --------
    >>> tolmen = Place("tolmen", "Tolmen", PlaceKind.SETTLEMENT, 10.0, 50.0, ("AA",))
    >>> country = Place("AA", "Ardovia", PlaceKind.COUNTRY, 11.0, 50.5, ("AA",))
    >>> found = relation(Locality(tolmen), Locality(country))
    >>> found.lie.value, found.wider.place.name
    ('one inside the other', 'Ardovia')
    """
    wider = max(one, other, key=lambda place: (place.width, place.radius_m))
    if not one.ids.isdisjoint(other.ids):
        return Relation(Lie.SAME, max(one, other, key=lambda place: len(place.members)))
    narrower = one if wider is other else other
    if _holds(wider, narrower):
        return Relation(Lie.INSIDE, wider)
    countries = set(one.place.countries), set(other.place.countries)
    if all(countries) and countries[0].isdisjoint(countries[1]):
        return Relation(Lie.FAR, wider)
    return Relation(Lie.CLOSE if _gap_m(one, other) <= CLOSE_M else Lie.APART, wider)


def _holds(wider: Locality, narrower: Locality) -> bool:
    if not wider.ids.isdisjoint(narrower.holders):
        return True
    kind = wider.place.kind
    if kind is PlaceKind.COUNTRY or (kind is PlaceKind.ADMIN1 and narrower.place.admin1):
        return False  # its own table says where it belongs
    if wider.outline is not None:
        return _covers(wider.outline, narrower)
    gap = _gap_m(wider, narrower)
    return gap <= wider.radius_m + SLACK_M


def _covers(outline: BaseGeometry, narrower: Locality) -> bool:
    import shapely  # noqa: PLC0415 heavy, and few places need it

    return any(
        p.lon is not None and p.lat is not None and shapely.intersects_xy(outline, p.lon, p.lat)
        for p in narrower.points
    )


def _gap_m(one: Locality, other: Locality) -> float:
    """Return how far two places are apart, infinite where unknown or farther than matters."""
    reach = max(one.radius_m + SLACK_M, other.radius_m + SLACK_M, CLOSE_M)
    pairs = ((a, b) for a in one.points for b in other.points)
    return min((_distance_m(a, b, reach) for a, b in pairs), default=math.inf)


def _distance_m(one: Place, other: Place, reach: float) -> float:
    lon1, lat1, lon2, lat2 = one.lon, one.lat, other.lon, other.lat
    if lon1 is None or lat1 is None or lon2 is None or lat2 is None:
        return math.inf
    # Most are far apart, which one look at their latitudes and longitudes tells.
    east = abs((lon1 - lon2 + 180.0) % 360.0 - 180.0) * math.cos(
        math.radians(max(abs(lat1), abs(lat2)))
    )
    if max(abs(lat1 - lat2), east) * DEGREE_M > reach:
        return math.inf
    return distance_m(lon1, lat1, lon2, lat2)

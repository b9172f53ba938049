"""How two places lie to each other, by what each says of itself."""

from __future__ import annotations

import pytest
from hypothesis import given

from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span
from geo.reports.nearness import Lie, Locality, relation
from tests.strategies import places

S, A1, A2 = PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.ADMIN2
COUNTRY = Place("AA", "Ardovia", PlaceKind.COUNTRY, 11.0, 50.0, ("AA",), population=2_000_000)
UNIT = Place("u", "Upland", A1, 10.5, 50.2, ("AA",), part_of="AA", uncertainty_m=90_000.0)
COUNTY = Place("c", "Tolmen County", A2, 10.1, 50.0, ("AA",), part_of="u", uncertainty_m=20_000.0)
CITY = Place("t", "Tolmen", S, 10.0, 50.0, ("AA",), "Upland", population=1_000_000, part_of="u")
SUBURB = Place("s", "East Tolmen", S, 10.08, 50.0, ("AA",), "Upland", part_of="u")
TOWN = Place("g", "Galdor", S, 10.3, 50.0, ("AA",), "Upland", part_of="u")
VILLAGE = Place("v", "Vorn", S, 14.0, 53.0, ("AA",), "Lowland", part_of="l")
ABROAD = Place("x", "Xilo", S, 10.1, 50.0, ("BB",))
GATES = [
    Place(n, n, PlaceKind.CROSSING, lon, 50.1, ("AA", "BB"))
    for n, lon in (("k1", 9.9), ("k2", 9.8))
]
NORTH = Place(
    *("n", "the north", PlaceKind.REGION, 9.85, 50.1, ("AA",)),
    geometry='{"type":"Polygon","coordinates":[[[9.7,50.05],[9.95,50.05],[9.95,50.2],[9.7,50.05]]]}',
    uncertainty_m=99_000.0,
)


@pytest.mark.parametrize(
    ("one", "other", "lie"),
    [
        (CITY, CITY, Lie.SAME),
        (CITY, COUNTRY, Lie.INSIDE),
        (CITY, UNIT, Lie.INSIDE),
        (CITY, COUNTY, Lie.INSIDE),
        (SUBURB, CITY, Lie.INSIDE),
        (GATES[0], NORTH, Lie.INSIDE),
        (CITY, NORTH, Lie.CLOSE),
        (TOWN, CITY, Lie.CLOSE),
        (VILLAGE, UNIT, Lie.APART),
        (VILLAGE, CITY, Lie.APART),
        (ABROAD, COUNTRY, Lie.FAR),
    ],
)
def test_places_lie_to_each_other(one: Place, other: Place, lie: Lie) -> None:
    """Either way round; a city holds its suburb, and a region what its outline covers."""
    assert relation(Locality(one), Locality(other)).lie is lie
    assert relation(Locality(other), Locality(one)).lie is lie


def test_the_wider_place_is_what_both_agree_on() -> None:
    """A street of a country and the country share the country."""
    assert relation(Locality(CITY), Locality(COUNTRY)).wider.place is COUNTRY


def test_a_set_is_the_same_as_each_of_its_members() -> None:
    """One gate, and "both border gates"."""
    both = Locality(Place("set", "both", PlaceKind.CROSSING, 9.85, 50.1), tuple(GATES))
    assert relation(both, Locality(GATES[1])).lie is Lie.SAME
    assert relation(both, Locality(NORTH)).lie is Lie.INSIDE


def test_a_name_that_is_in_no_gazetteer_is_like_itself() -> None:
    """The same word is the same place, and no other is."""
    one, other = (
        Locality.of(Resolution(Mention(Span(0, 1), name, MentionClass.LITERAL), None, 0.0))
        for name in ("Nowhere", "Elsewhere")
    )
    assert one is not None
    assert other is not None
    assert not one.known
    assert relation(one, one).lie is Lie.SAME
    assert relation(one, other).lie is Lie.APART


@given(places(), places())
def test_relations_are_mutual(one: Place, other: Place) -> None:
    """Whatever the gazetteer holds, the order of two places changes nothing."""
    there, back = relation(Locality(one), Locality(other)), relation(Locality(other), Locality(one))
    assert there.lie is back.lie


@given(places(), places())
def test_whoever_is_close_is_asked_for(one: Place, other: Place) -> None:
    """The keys under which a place is kept are among those that its neighbours ask for."""
    here, there = Locality(one), Locality(other)
    if relation(here, there).lie is Lie.SAME:
        assert set(here.names) & set(there.asks)

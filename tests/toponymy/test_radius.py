"""Circles hold what the words may mean, and say no more than they do."""

import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.geometry import geodesy
from geo.model import Mention, MentionClass, Place, PlaceKind, Span
from geo.toponymy.distances import Distance
from geo.toponymy.radius import RULES, Circle, compass, extent_m
from geo.toponymy.spatial import Relation

REFERENCE = Mention(Span(10, 13), "Aru", MentionClass.LITERAL)
FEW_DEG = 0.001


def town(place_id: str, lon: float, lat: float, **known: Any) -> Place:
    """Return a town."""
    return Place(place_id, place_id.title(), PlaceKind.SETTLEMENT, lon, lat, ("XA",), **known)


def circle(relation: Relation, *places: Place) -> Circle:
    """Return the circle of a relation that has one."""
    found = RULES[relation.kind](relation, places)
    assert not isinstance(found, str), found
    return found[0]


lons, lats = st.floats(-180, 180), st.floats(-75, 75)
towns = st.builds(
    lambda lon, lat, e: town("aru", lon, lat, uncertainty_m=e), lons, lats, st.floats(0, 20_000)
)
shares = st.floats(0, 1)


@given(towns, st.floats(0, 60_000), st.floats(1, 60_000), st.floats(0, 359), st.floats(5, 45),
       shares, shares, shares, st.floats(0, 360))  # fmt: skip
def test_the_radius_holds_every_place_the_words_may_mean(
    place: Place, low: float, more: float, bearing: float, spread: float,
    far: float, off: float, edge: float, way: float,
) -> None:  # fmt: skip
    """Whatever point of the reference, distance and heading in their ranges: it lies inside."""
    told = Distance(low, low + more, "some way")
    relation = Relation(
        Span(0, 20), "offset", (REFERENCE,), None, told, bearing, spread, "that way"
    )
    found = circle(relation, place)
    start = geodesy.offset(place.lon or 0, place.lat or 0, way, edge * extent_m(place))
    point = geodesy.offset(*start, bearing + (2 * off - 1) * spread, low + far * more)
    assert geodesy.distance_m(found.lon, found.lat, *point) <= found.radius_m + 1


@given(towns, st.floats(1, 90_000), shares, shares, st.floats(0, 360), st.floats(0, 360))
def test_a_distance_alone_holds_all_around(
    place: Place, high: float, far: float, edge: float, way: float, other_way: float
) -> None:
    """Without a direction the circle is around the reference, and as wide as is told."""
    relation = Relation(Span(0, 20), "distance", (REFERENCE,), None, Distance(0, high, "some way"))
    found = circle(relation, place)
    start = geodesy.offset(place.lon or 0, place.lat or 0, way, edge * extent_m(place))
    point = geodesy.offset(*start, other_way, far * high)
    assert geodesy.distance_m(found.lon, found.lat, *point) <= found.radius_m + 1


@given(
    towns,
    st.floats(0, 360),
    st.floats(1_000, 290_000),
    shares,
    st.sampled_from(["between", "road"]),
)
def test_the_circle_between_two_places_holds_the_line(
    place: Place, way: float, apart: float, share: float, kind: str
) -> None:
    """Both ends and all between; whichever is named first, the answer is the same."""
    lon, lat = geodesy.offset(place.lon or 0, place.lat or 0, way, apart)
    assume(abs(lat) < 80)
    other = town("bela", lon, lat, uncertainty_m=500.0)
    relation = Relation(Span(0, 20), kind, (REFERENCE, REFERENCE))
    found = circle(relation, place, other)
    assert circle(relation, other, place) == found
    point = geodesy.offset(place.lon or 0, place.lat or 0, way, share * apart)
    assert geodesy.distance_m(found.lon, found.lat, *point) <= found.radius_m + 1


def test_a_finer_heading_gives_a_smaller_circle() -> None:
    """N may be anything from NW to NE; NE, NNE and "due north" are told more precisely."""
    aru = town("aru", 30.0, 10.0)
    told = Distance(20_000, 20_000, "20 km")
    radii = [
        circle(
            Relation(Span(0, 20), "offset", (REFERENCE,), None, told, 0.0, spread, "north"), aru
        ).radius_m
        for spread in (45.0, 22.5, 11.25)
    ]
    assert radii == sorted(radii, reverse=True)
    # The chord of 45 degrees, as the method reckons it, and the town.
    assert radii[0] == pytest.approx(2 * 20_000 * math.sin(math.radians(22.5)) + 2_000, rel=0.02)


def test_halfway_says_more_than_between() -> None:
    """Its circle has the same middle and half the radius of the distance."""
    aru, bela = (
        town("aru", 30.0, 10.0, uncertainty_m=0.0),
        town("bela", 31.0, 10.0, uncertainty_m=0.0),
    )
    half, whole = (circle(Relation(Span(0, 20), kind, (REFERENCE, REFERENCE)), aru, bela)
                   for kind in ("halfway", "between"))  # fmt: skip
    assert (half.lon, half.lat) == (whole.lon, whole.lat)
    assert half.radius_m == pytest.approx(whole.radius_m / 2)
    assert half.lon == pytest.approx(30.5, abs=FEW_DEG)


def test_what_has_no_middle_is_not_measured_from() -> None:
    """A country, a town without a position, a far pair, the same place twice: none, with why."""
    told = Distance(9_000, 9_000, "9 km")
    offset = Relation(Span(0, 20), "offset", (REFERENCE,), None, told, 0.0, 45.0, "north")
    pair = Relation(Span(0, 20), "between", (REFERENCE, REFERENCE))
    country = Place("XA", "Ardovia", PlaceKind.COUNTRY, 9.0, 50.0, ("XA",))
    nowhere = Place("aru", "Aru", PlaceKind.SETTLEMENT, None, None)
    here, there = town("aru", 0.0, 0.0), town("bela", 50.0, 0.0)
    assert RULES["offset"](offset, [country]) == "Ardovia is too wide to be measured from"
    assert RULES["offset"](offset, [nowhere]) == "the gazetteer has no position for Aru"
    assert "apart" in str(RULES["between"](pair, [here, there]))
    assert RULES["between"](pair, [here, here]) == "both ends are Aru"


def test_a_large_town_reaches_further() -> None:
    """By its own radius where that is known, else by its inhabitants, else a guess that is said."""
    assert extent_m(town("a", 0, 0, uncertainty_m=900.0, population=5_000_000)) == 900.0
    assert extent_m(town("a", 0, 0, population=100)) < extent_m(town("a", 0, 0))
    assert 10_000 < extent_m(town("a", 0, 0, population=1_000_000)) < 20_000


@given(st.floats(0, 360))
def test_every_bearing_has_a_point_of_the_compass(bearing: float) -> None:
    """Opposite bearings have opposite points."""
    opposite = str.maketrans("NSEW", "SNWE")
    assume(abs((bearing - 11.25) % 22.5) > FEW_DEG)
    assert compass((bearing + 180) % 360) == compass(bearing).translate(opposite)

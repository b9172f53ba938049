"""The places of a name, prepared."""

import math

import pytest

from geo import open_gazetteer
from geo.geometry.geodesy import distance_m
from geo.model import PlaceKind
from geo.toponymy.candidates import Candidate, candidates_of, fits
from geo.toponymy.localities import CITY
from tests import namesakes


def of(name: str, hint: str | None = None) -> tuple[Candidate, ...]:
    """Return the candidates of a name."""
    return candidates_of(namesakes.gazetteer()).of(name, hint)


def test_a_town_lies_in_its_unit_and_its_country() -> None:
    """Holders hold what names them above itself, and not themselves."""
    (upper,), (country,) = of("Upper Mark"), of("Ardovia")
    dell = {c.place.id: c for c in of("Dell")}
    assert upper.holds(dell["gn:3"])
    assert not upper.holds(dell["gn:4"])
    assert country.holds(upper)
    assert not upper.holds(upper)


def test_towns_and_units_share_the_key_of_the_unit() -> None:
    """A county, a town and the province itself speak of one province."""
    tern = {c.place.id: c.unit for c in of("Tern County")}
    dell = {c.place.id: c.unit for c in of("Dell")}
    assert {of("Upper Mark")[0].unit} == {tern["xa-tern-upper"], dell["gn:3"]}


def test_a_noun_beside_the_name_is_tried_with_it() -> None:
    """A county written small is still the county, and no town takes its place."""
    assert {c.place.id for c in of("Tern", "county")} == {"xa-tern-upper", "xa-tern-lower"}
    assert of("Dell County", "county") == ()


def test_closeness_halves_at_its_radius() -> None:
    """A place is as close as can be to itself, half so at the radius."""
    first, other = of("Fenwick")[0], of("Garrow")[0]
    assert first.vector is not None
    assert other.vector is not None
    assert first.closeness(first.vector, 10.0) == 1.0
    chord = 6371.0 * math.dist(first.vector, other.vector)
    assert first.closeness(other.vector, chord) == pytest.approx(0.5)


def test_a_distance_is_that_of_the_ellipsoid_but_for_half_a_percent() -> None:
    """A sphere does, both ways; a place is nowhere from itself."""
    first, other = of("Fenwick")[0], of("Garrow")[0]
    assert first.vector is not None
    assert other.vector is not None
    true = distance_m(9.0, 51.0, 9.4, 48.4) / 1000.0
    assert first.distance_km(other.vector) == pytest.approx(true, rel=0.006)
    assert other.distance_km(first.vector) == pytest.approx(true, rel=0.006)
    assert first.distance_km(first.vector) == pytest.approx(0.0, abs=0.001)


def test_neighbours_share_a_cell() -> None:
    """Towns 25 km apart are counted together, those 300 km apart are not."""
    lorn = {c.place.id: c for c in of("Lorn")}
    assert lorn["gn:2"].cell in of("Fenwick")[0].around
    assert of("Garrow")[0].cell not in of("Fenwick")[0].around


def test_bare_and_own_names_are_told_apart() -> None:
    """A province without its noun is bare; a country's name is none of its city's."""
    lorn = {c.place.id: c for c in of("Lorn Province")}
    assert not lorn["xa-lorn"].bare
    assert [c.own_name for c in of("Belmark City")] == [True]


def test_the_sort_of_place_is_compared() -> None:
    """A word for a sort fits, contradicts or says nothing."""
    town = of("Fenwick")[0].place
    assert fits("town", town) is True
    assert fits("river", town) is False
    assert fits("cheese", town) is None


@pytest.mark.parametrize("name", ["Basra", "Raqqa", "Chittagong"])
def test_the_seat_of_a_unit_owns_the_name_that_it_has_in_english(name: str) -> None:
    """GeoNames knows the city by another spelling, and the unit as "Basra Governorate"."""
    # Held by a name: the table of candidates holds its gazetteer weakly.
    gazetteer = open_gazetteer()
    first = candidates_of(gazetteer).of(name, None)[0]
    assert first.place.kind is PlaceKind.SETTLEMENT
    assert first.place.name != name
    assert first.own_name


def test_a_unit_is_known_by_another_noun() -> None:
    """What its own list calls a regency news calls a district."""
    gazetteer = open_gazetteer()
    found = candidates_of(gazetteer).of("Intan Jaya District", None)
    assert [c.place.name for c in found] == ["Intan Jaya Regency"]


def test_a_district_is_no_country() -> None:
    """A country that somebody calls so has no part in "Ardovia district"; "Ardovia" still has."""
    assert [c.place.kind for c in of("Ardovia")] == [PlaceKind.COUNTRY]
    assert of("Ardovia", "district") == of("Ardovia", "village") == ()


def test_nobody_calls_a_city_a_village() -> None:
    """Paris goes by many names, one of which some village may have; a suburb may be large."""
    gazetteer = open_gazetteer()  # "candidates_of" holds it only weakly
    known = candidates_of(gazetteer)
    assert any(c.place.countries == ("FR",) for c in known.of("Paris", None))
    assert all((c.place.population or 0) < CITY for c in known.of("Paris", "village"))
    assert any((c.place.population or 0) >= CITY for c in known.of("Omdurman", "suburb"))


def test_no_town_is_called_a_village_by_another_name() -> None:
    """Kukichuo goes by Kuki in some list; the town itself may be called one, whoever does."""
    gazetteer = open_gazetteer()
    known = candidates_of(gazetteer)
    assert any(c.place.countries == ("JP",) for c in known.of("Kuki", None))
    assert all(c.place.countries != ("JP",) for c in known.of("Kuki", "village"))
    assert any(c.place.name == "Lyman" for c in known.of("Lyman", "village"))

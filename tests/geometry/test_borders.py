"""Coarse borders: where they run, how far they reach, and that no side is read from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.geometry import borders, geodesy
from geo.geometry.borders import beside, between, coast

CODES = ("XK", "RS", "AL", "TD", "SD", "US", "MX", "FJ", "RU", "CA", "LS", "ZA")


@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_a_border_belongs_to_both_sides(one: str, other: str) -> None:
    """Whoever is named first, the line is the same; nobody borders on itself."""
    assert between(one, other) == between(other, one)
    assert between(one, one) is None


@pytest.mark.parametrize(("one", "other"), [("XK", "RS"), ("SD", "TD"), ("US", "MX"), ("RU", "FI")])
def test_the_circle_holds_the_whole_border(one: str, other: str) -> None:
    """Every point of the line lies within the radius, measured on the ellipsoid."""
    line = between(one, other)
    assert line is not None
    arcs = [n for n, codes in borders.owners().items() if codes == {one, other}]
    points = [point for n in arcs for point in borders._points(n)[::7]]
    assert all(geodesy.distance_m(line.lon, line.lat, *point) <= line.radius_m for point in points)


def test_a_country_without_a_sea_has_no_coast() -> None:
    """Chad and Kosovo have none; Senegal's is some 500 km long, Fiji's crosses the date line."""
    assert coast("TD") is None
    assert coast("XK") is None
    assert coast("nowhere") is None
    senegal, fiji = coast("SN"), coast("FJ")
    assert senegal is not None
    assert senegal.radius_m < 400_000
    assert fiji is not None
    assert fiji.radius_m < 500_000


def test_a_colony_is_no_part_of_the_coast() -> None:
    """French Guiana is too far off to be meant by the coast of France."""
    line = coast("FR")
    assert line is not None
    assert 40 < line.lat < 52


def test_a_circle_near_a_border_reaches_the_neighbour() -> None:
    """Near the line both sides are named, the own one first; far inside there is one."""
    assert beside(20.69, 43.21, 1_000.0, "XK") == ("XK", "RS")
    assert beside(16.0, 48.9, 1_000.0, "CZ") == ("CZ",)
    assert beside(16.0, 48.9, 30_000.0, "CZ") == ("CZ", "AT")
    assert beside(0.0, 0.0, 1_000.0, "nowhere") == ("nowhere",)


@given(st.floats(-10, 30), st.floats(36, 60), st.floats(100, 200_000), st.floats(1, 100_000))
def test_a_larger_circle_reaches_no_fewer(
    lon: float, lat: float, radius_m: float, more_m: float
) -> None:
    """Growing a circle only adds countries."""
    assert set(beside(lon, lat, radius_m, "FR")) <= set(beside(lon, lat, radius_m + more_m, "FR"))

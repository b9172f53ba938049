import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import OptionError
from geo.geometry.geodesy import are_within, bearing, distance_m, offset, utm_crs

LONS = st.floats(-180, 180)
LATS = st.floats(-90, 90)
PRISTINA = (21.16688, 42.67272)


@given(LONS, LATS, LONS, LATS)
def test_distance_has_no_direction(lon1: float, lat1: float, lon2: float, lat2: float) -> None:
    """There and back are equally long, and never longer than half the earth."""
    there = distance_m(lon1, lat1, lon2, lat2)
    assert there == pytest.approx(distance_m(lon2, lat2, lon1, lat1), abs=1e-6)
    assert 0 <= there < 20_004_000


@given(LONS, st.floats(-89, 89), st.floats(0, 360), st.floats(0.9, 1.1), st.floats(1, 1_000_000))
def test_nearness_agrees_with_the_distance(
    lon: float, lat: float, way: float, share: float, limit_m: float
) -> None:
    """The quick look on a sphere decides nothing that the ellipsoid would decide otherwise."""
    end = offset(lon, lat, way, share * limit_m)
    assert are_within(lon, lat, *end, limit_m) == (distance_m(lon, lat, *end) <= limit_m)


@given(LONS, st.floats(-89, 89), st.floats(0, 360), st.floats(0, 1_000_000))
def test_offset_lies_where_it_was_asked_for(
    lon: float, lat: float, way: float, metres: float
) -> None:
    """The end of an offset is as far away as was asked."""
    assert distance_m(lon, lat, *offset(lon, lat, way, metres)) == pytest.approx(metres, abs=1e-3)


@given(LONS, LATS, LONS, LATS)
def test_bearings_are_compass_degrees(lon1: float, lat1: float, lon2: float, lat2: float) -> None:
    """A bearing is at least 0 and less than 360."""
    assert 0 <= bearing(lon1, lat1, lon2, lat2) < 360


@pytest.mark.parametrize(
    ("place", "km", "degrees"),
    [
        ((20.54833, 42.96194), 59.9, 302.6),
        ((20.6897, 42.9144), 47.4, 304.7),
        ((20.69167, 43.21861), 72.0, 327.6),
    ],
)
def test_known_lines(place: tuple[float, float], km: float, degrees: float) -> None:
    """Crossings and towns as seen from Pristina, measured independently."""
    assert distance_m(*PRISTINA, *place) / 1000 == pytest.approx(km, abs=0.1)
    assert bearing(*PRISTINA, *place) == pytest.approx(degrees, abs=0.2)


@pytest.mark.parametrize(
    ("lon", "lat", "crs"),
    [
        (20.9, 42.7, "EPSG:32634"),
        (5.3, 60.4, "EPSG:32632"),
        (15.6, 78.2, "EPSG:32633"),
        (180.0, 0.0, "EPSG:32601"),
        (-180.0, -1.0, "EPSG:32701"),
        (179.99, 10.0, "EPSG:32660"),
        (0.0, 89.0, "EPSG:32661"),
        (0.0, -85.0, "EPSG:32761"),
        (11.99, 77.0, "EPSG:32633"),
    ],
)
def test_grids_of_the_world(lon: float, lat: float, crs: str) -> None:
    """Zones, hemispheres, poles, and the exceptions of Norway and Svalbard."""
    assert utm_crs(lon, lat) == crs


@pytest.mark.parametrize("bad", [(math.nan, 0.0), (0.0, math.inf), (0.0, 91.0)])
def test_what_is_no_position_is_refused(bad: tuple[float, float]) -> None:
    """No answer is better than one for nowhere."""
    with pytest.raises(OptionError, match="no position"):
        utm_crs(*bad)
    with pytest.raises(OptionError, match="no position"):
        distance_m(*PRISTINA, *bad)

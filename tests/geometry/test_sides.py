"""Near a border every side is possible; farther in, only one."""

from __future__ import annotations

import pytest

from geo.geometry import sides
from geo.geometry.geodesy import offset
from geo.geometry.sides import BORDER_KM


@pytest.mark.parametrize(
    ("lon", "lat", "countries"),
    [
        (20.69167, 43.21861, {"RS", "XK"}),  # the crossing of Jarinje
        (20.46, 44.80, {"RS"}),
        (7.59, 47.56, {"CH", "DE", "FR"}),  # Basel, in the corner of three
        (-30.0, 0.0, set()),  # the Atlantic
    ],
)
def test_the_countries_that_a_position_may_lie_in(
    lon: float, lat: float, countries: set[str]
) -> None:
    """All sides near a border, one far from it, none at sea."""
    assert sides.of([lon], [lat]) == [frozenset(countries)]


@pytest.mark.parametrize(
    ("lon", "lat", "bearing", "countries"),
    [(-110.0, 49.0, 0, {"CA", "US"}), (25.0, 27.0, 90, {"EG", "LY"})],
)
def test_a_border_reaches_as_far_as_it_says(
    lon: float, lat: float, bearing: float, countries: set[str]
) -> None:
    """Across a straight border the open strip is twice ``BORDER_KM`` wide, in metres, each way."""
    walk = [offset(lon, lat, bearing, metres) for metres in range(-20_000, 20_000, 50)]
    told = sides.of(*zip(*walk, strict=True))
    strip = [found for found in told if len(found) > 1]
    assert all(found == countries for found in strip)
    assert 2 * BORDER_KM <= 0.05 * len(strip) < 2.1 * BORDER_KM
    assert told[0] | told[-1] == countries


def test_many_positions_are_answered_in_order() -> None:
    """One answer each, the same as alone; none for none."""
    lons, lats = [20.46, -30.0, 20.69167], [44.80, 0.0, 43.21861]
    alone = [sides.of([lon], [lat])[0] for lon, lat in zip(lons, lats, strict=True)]
    assert sides.of(lons, lats) == alone
    assert sides.of([], []) == []


@pytest.mark.parametrize("lat", [-90.0, 90.0])
@pytest.mark.parametrize("lon", [-180.0, 180.0])
def test_the_ends_of_the_world_are_no_error(lon: float, lat: float) -> None:
    """Poles and the date line are positions like others."""
    assert sides.of([lon], [lat])[0] <= {"AQ", "RU"}

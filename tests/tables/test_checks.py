"""What one feature must be to be drawn or written."""

from __future__ import annotations

import math
from typing import Any

import pytest
from shapely.geometry import Point, box

from geo.errors import IncidentsError
from geo.tables import checks


def feature(**changes: object) -> dict[str, Any]:
    """Return a sound feature, with changes."""
    return {"id": "a", "type": "riot", "date_start": "2024-05-01", **changes}


def test_a_position_that_is_missing_or_was_moved_is_that_of_the_geometry() -> None:
    """Who drags a marker in a GIS changes the geometry and not the two columns."""
    for told in ({}, {"lon": 3.0, "lat": 4.0}):
        row, _ = checks.sound(feature(**told), Point(20.5, 42.5), 0, checks.Origin())
        assert (row["lon"], row["lat"]) == (20.5, 42.5)


@pytest.mark.parametrize(
    ("lon", "lat", "shape", "told"),
    [
        (3.0, 42.5, Point(20.5, 42.5), 1),
        (20.5, 43.0, box(20, 42, 21, 42.9), 1),
        (20.50004, 42.5, Point(20.5, 42.5), 0),
        (-180.0, 42.5, Point(180, 42.5), 0),
        (20.1, 42.9, box(20, 42, 21, 43), 0),
        (None, None, Point(20.5, 42.5), 0),
    ],
)
def test_a_position_off_its_geometry_is_told_beyond_rounding(
    lon: float | None, lat: float | None, shape: Point, told: int
) -> None:
    """Whoever edits lat and lon alone hears that the geometry stands, and which feature it is."""
    notes: list[str] = []
    origin = checks.Origin("edited.geojson", lambda at: 10 + at, noted=notes.append)
    checks.sound(feature(lon=lon, lat=lat), shape, 0, origin)
    head = f'edited.geojson:10: feature "a": lat, lon ({lat}, {lon}) are off its geometry'
    assert [note.startswith(head) for note in notes] == [True] * told


def test_a_position_inside_its_area_is_kept() -> None:
    """A town's own point is better than the middle of its area."""
    row, _ = checks.sound(feature(lon=20.1, lat=42.9), box(20, 42, 21, 43), 0, checks.Origin())
    assert (row["lon"], row["lat"]) == (20.1, 42.9)


@pytest.mark.parametrize(
    ("changes", "shape", "reason"),
    [
        ({"id": None}, None, "feature 8 has no id"),
        ({"type": ""}, None, 'feature "a" has no type'),
        ({"status": "perhaps"}, None, 'feature "a": status is "perhaps"'),
        ({"date_end": "2024-04-01"}, None, "date_end 2024-04-01 is before"),
        ({"lon": 200.0, "lat": 0.0}, None, "lat, lon are off the Earth"),
        ({"lon": 42.5, "lat": 20.5}, Point(20.5, 42.5), "look swapped"),
        ({}, Point(20.5, 142.5), "off the Earth"),
        ({"killed": "many"}, None, 'killed is "many"'),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(
    changes: dict[str, object], shape: Point | None, reason: str
) -> None:
    """The message says which feature of the file, on which line, and what is wrong with it."""
    origin = checks.Origin("edited.geojson", lambda at: 10 + at, places=[7])
    with pytest.raises(IncidentsError) as raised:
        checks.sound(feature(**changes), shape, 0, origin)
    assert reason in str(raised.value)
    assert raised.value.line == 17


def test_a_long_cell_is_cut_in_the_message() -> None:
    """A message stays readable whatever somebody pasted into a cell."""
    with pytest.raises(IncidentsError) as raised:
        checks.sound(feature(killed="x" * 10_000), None, 0, checks.Origin())
    assert len(str(raised.value)) < 300


def test_an_id_that_comes_twice_names_the_first() -> None:
    """Two features of one id would be one on the page."""
    seen: dict[str, int] = {}
    checks.once(feature(), 0, seen, checks.Origin())
    with pytest.raises(IncidentsError, match="comes twice, first as feature 1"):
        checks.once(feature(), 1, seen, checks.Origin())


def test_a_point_that_is_nowhere_leaves_the_columns_alone() -> None:
    """``points_from_xy`` writes unknown as NaN, and a point within that is (0, 0) by GEOS."""
    nowhere = Point(math.nan, math.nan)
    row, shape = checks.sound(feature(lon=20.0, lat=42.0), nowhere, 0, checks.Origin())
    assert (row["lon"], row["lat"], shape) == (20.0, 42.0, None)
    row, _ = checks.sound(feature(), nowhere, 0, checks.Origin())
    assert (row["lon"], row["lat"]) == (None, None)


def test_a_point_of_which_half_is_known_is_refused() -> None:
    """Half a position is a mistake of somebody's, and not an unknown place."""
    with pytest.raises(IncidentsError, match="a coordinate that is no number"):
        checks.sound(feature(), Point(3.0, math.nan), 0, checks.Origin())

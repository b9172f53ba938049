from __future__ import annotations

from hypothesis import given, settings
from shapely.geometry import Polygon

from geo.geometry import shapes
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span
from tests.strategies import resolutions

SQUARE = '{"type": "Polygon", "coordinates": [[[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]]}'


def place(kind: PlaceKind, lon: float | None = 1.5, *, geometry: str | None = None) -> Place:
    """Return a place on the 1.5th parallel."""
    return Place("p", "P", kind, lon, 1.5, geometry=geometry)


def found(*members: Place) -> Resolution:
    """Return an answer of the resolver: a place, or a set of several."""
    mention = Mention(Span(0, 1), "x", MentionClass.LITERAL)
    one = members[0] if len(members) == 1 else None
    return Resolution(mention, one, 1.0, (), () if one else members)


@settings(max_examples=60, deadline=None)
@given(resolutions())
def test_footprints_are_tidy_valid_and_plain(where: Resolution) -> None:
    """Whatever is resolved, its shape is valid, of one sort, and tidying it again does nothing."""
    shape = shapes.footprint(where)
    if shape is not None:
        assert shape.is_valid
        assert shape.geom_type in {"Point", "MultiPoint", "Polygon", "MultiPolygon"}
        assert shapes.tidy(shape).wkb == shape.wkb


def test_wide_places_are_never_pins() -> None:
    """A country, a province or a region without an outline has no shape; a municipality a point."""
    for kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION):
        assert shapes.footprint(found(place(kind))) is None
        assert isinstance(shapes.footprint(found(place(kind, geometry=SQUARE))), Polygon)
    assert str(shapes.footprint(found(place(PlaceKind.ADMIN2)))) == "POINT (1.5 1.5)"


def test_a_town_is_a_point_even_with_an_outline() -> None:
    """A settlement's marker is its point."""
    town = place(PlaceKind.SETTLEMENT, geometry=SQUARE)
    assert str(shapes.footprint(found(town))) == "POINT (1.5 1.5)"


def test_a_mixed_set_is_points() -> None:
    """No member is left out only because it has no polygon."""
    gate, town = place(PlaceKind.CROSSING, geometry=SQUARE), place(PlaceKind.SETTLEMENT, 3.0)
    assert str(shapes.footprint(found(gate, town))) == "MULTIPOINT ((1.5 1.5), (3 1.5))"


def test_the_middle_of_a_set_knows_the_antimeridian() -> None:
    """Between 179° east and 179° west lies 180°, not Greenwich."""
    set_ = found(place(PlaceKind.FACILITY, 179.0), place(PlaceKind.FACILITY, -179.0))
    assert shapes.position(set_) in {(180.0, 1.5), (-180.0, 1.5)}


def test_a_place_without_position_takes_its_outline() -> None:
    """The representative point lies inside the outline; without one there is none."""
    assert shapes.position(found(place(PlaceKind.REGION, None, geometry=SQUARE))) == (1.5, 1.5)
    assert shapes.position(found(place(PlaceKind.REGION, None))) is None


def test_the_radius_of_a_set_holds_its_members() -> None:
    """From the middle round the farthest member, with its own doubt."""
    pair = found(place(PlaceKind.CROSSING, 1.0), place(PlaceKind.CROSSING, 2.0))
    assert 55_000 < (shapes.radius_m(pair) or 0) < 56_000
    assert shapes.radius_m(found(place(PlaceKind.CROSSING))) is None

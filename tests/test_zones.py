from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from shapely.geometry import Point, box

from geo import frames, zones
from geo.errors import IncidentsError, OptionError
from geo.geometry.geodesy import distance_m, offset

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.model import Place

GATE = (20.54833, 42.96194)


def incident(at: tuple[float, float] | None, quote: str = "", **known: Any) -> gpd.GeoDataFrame:
    """Return a frame of one incident at a position."""
    row: Mapping[str, Any] = {
        "id": "i1", "type": "roadblock", "date_start": None, "place_kind": "settlement",
        "sources": [{"quote": quote}], **known,
    }  # fmt: skip
    return frames.from_records([row], [None if at is None else Point(at)])


def beside(metres: float, bearing: float = 90) -> tuple[float, float]:
    """Return the position that far from the gate."""
    return offset(*GATE, bearing, metres)


@pytest.fixture
def gates(gazetteer: Gazetteer) -> gpd.GeoDataFrame:
    """Lay out the crossings of the small gazetteer."""
    return zones.crossings_frame(gazetteer)


def told(frame: gpd.GeoDataFrame, areas: gpd.GeoDataFrame) -> list[tuple[str, str]]:
    """Return the zones of the only incident, and how it relates to them."""
    return [(r["id"], r["relation"]) for r in zones.attach(frame, areas)["crossings"].iloc[0]]


def test_at_needs_the_report_to_say_so(gates: gpd.GeoDataFrame) -> None:
    """The own place is *at*; a point in the same footprint is only *near*."""
    own = incident(GATE, place_id="xk-crossing-brnjak", place_kind="crossing")
    assert told(own, gates) == [("xk-crossing-brnjak", "at")]
    assert told(incident(GATE, place_id="xk-else"), gates) == [("xk-crossing-brnjak", "near")]


def test_members_of_a_set_are_at(gates: gpd.GeoDataFrame) -> None:
    """Both gates of a set are related, however far its middle lies."""
    ids = ["xk-crossing-brnjak", "xk-crossing-jarinje"]
    both = incident((20.62, 43.09), members=ids, place_kind="crossing", uncertainty_m=15_000)
    assert told(both, gates) == [(name, "at") for name in ids]
    assert zones.attach(both, gates)["crossing_ids"].iloc[0] == ";".join(ids)


def test_distance_is_that_of_the_geodesic(gates: gpd.GeoDataFrame) -> None:
    """The metric grid agrees with the ellipsoid to one in a thousand."""
    frame = incident(beside(1_500))
    relation = zones.attach(frame, gates)["crossings"].iloc[0][0]
    square = gates.set_index("id").geometry["xk-crossing-brnjak"]
    east = max(x for x, _ in square.exterior.coords)
    truth = distance_m(*beside(1_500), east, GATE[1])
    assert relation["distance_m"] == pytest.approx(truth, rel=1e-3, abs=1)
    assert isinstance(relation["distance_m"], int)


@pytest.mark.parametrize(
    ("metres", "quote", "names"),
    [
        (1_500, "", ["near"]),
        (6_000, "", []),
        (6_000, "Shots were heard in the village.", []),
        (6_000, "Logs lay on the road in the village.", []),
        (6_000, "Lorries queued on the road to Brnjak.", ["approach"]),
        (6_000, "A convoy drove towards the border.", ["approach"]),
        (14_000, "A convoy drove towards the border.", []),
    ],
)
def test_approach_needs_distance_and_words(
    gates: gpd.GeoDataFrame, metres: float, quote: str, names: list[str]
) -> None:
    """Beyond 2 km the text must speak of the road to the crossing."""
    frame = incident(beside(metres), quote)
    assert [name for _, name in told(frame, gates)] == names


@pytest.mark.parametrize(
    "known",
    [
        {"place_kind": "region"},
        {"place_kind": "country"},
        {"place_kind": "admin2"},
        {"place_kind": "water"},
        {"geo_precision": 3},
        {"uncertainty_m": 12_000},
    ],
)
def test_wide_places_are_near_nothing(gates: gpd.GeoDataFrame, known: dict[str, Any]) -> None:
    """Where the place says little, geometry says nothing."""
    assert told(incident(beside(500), **known), gates) == []


def test_unplaced_incidents_have_no_relation(gates: gpd.GeoDataFrame) -> None:
    """No position is no distance, and an empty list rather than none."""
    attached = zones.attach(incident(None), gates)
    assert attached["crossings"].iloc[0] == []
    assert attached["crossing_ids"].iloc[0] is None


def two_sides(lon: float) -> gpd.GeoDataFrame:
    """Return two squares that share an edge."""
    west, east = box(lon - 0.1, 10, lon, 10.1), box(lon, 10, lon + 0.1, 10.1)
    return gpd.GeoDataFrame({"id": ["west", "east"]}, geometry=[west, east], crs="EPSG:4326")


def test_shared_border_belongs_to_both() -> None:
    """An incident on the line is in neither side alone."""
    frame = incident((5.0, 10.05))
    found = zones.attach(frame, two_sides(5.0))["crossings"].iloc[0]
    assert [(r["id"], r["distance_m"]) for r in found] == [("east", 0), ("west", 0)]


def test_antimeridian_is_no_border() -> None:
    """Fiji lies on both sides of 180°."""
    area = gpd.GeoDataFrame({"id": ["w"]}, geometry=[box(-180, -17, -179.99, -16.9)], crs=4326)
    assert told(incident((179.995, -16.95)), area) == [("w", "near")]


def test_order_and_other_coordinate_systems_do_not_matter(gates: gpd.GeoDataFrame) -> None:
    """Zones in metres or upside down give the same relations."""
    frame = incident(beside(900))
    turned = gates.iloc[::-1].to_crs("EPSG:32634")
    assert_frame_equal(zones.relations(frame, gates), zones.relations(frame, turned))


def test_relations_are_flat(gates: gpd.GeoDataFrame) -> None:
    """One row per incident and zone; nobody near gives the same columns and dtypes."""
    rows, none = zones.relations(incident(GATE), gates), zones.relations(incident(None), gates)
    assert rows.to_dict("records") == [
        {
            "incident_id": "i1", "zone_id": "xk-crossing-brnjak",
            "relation": "near", "distance_m": 0,
        }
    ]  # fmt: skip
    assert (len(none), none.dtypes.equals(rows.dtypes)) == (0, True)


def test_the_frame_itself_is_not_changed(gates: gpd.GeoDataFrame) -> None:
    """Attaching returns a copy, whatever index the frame has, and can be done again."""
    frame = incident(GATE).set_index([[7]])
    attached = zones.attach(frame, gates)
    assert frame["crossings"].tolist() == [[]]
    assert attached.index.tolist() == [7]
    assert zones.attach(attached, gates)["crossings"].tolist() == attached["crossings"].tolist()


@settings(max_examples=40, deadline=None)
@given(st.floats(0, 20_000), st.floats(0, 360))
def test_relations_follow_the_distance(metres: float, bearing: float) -> None:
    """Near up to 2 km, then approach where the text allows it, then nothing."""
    lon, lat = 10.0, 59.0
    area = gpd.GeoDataFrame({"id": ["z"]}, geometry=[Point(lon, lat).buffer(1e-9)], crs=4326)
    at = offset(lon, lat, bearing, metres)
    found = zones.relations(incident(at, "A queue on the road to the frontier."), area)
    if min(abs(metres - limit) for limit in (2_000, 10_000)) > 20:
        expected = ["near"] if metres < 2_000 else ["approach"] if metres < 10_000 else []
        assert found["relation"].tolist() == expected


def test_wrong_options_and_zones_are_refused(gates: gpd.GeoDataFrame) -> None:
    """A reach that means nothing, or zones without an id, are said so."""
    with pytest.raises(OptionError, match="near_m"):
        zones.attach(incident(GATE), gates, near_m=20_000)
    with pytest.raises(IncidentsError, match="id"):
        zones.attach(incident(GATE), gates.drop(columns="id"))


def test_crossings_have_two_countries_and_a_shape(gazetteer: Gazetteer) -> None:
    """The gazetteer's crossings are zones, sorted by id."""
    found = zones.crossings_frame(gazetteer)
    assert list(found.columns) == [
        *("id", "name", "countries", "status", "gate"),
        *("uncertainty_m", "approximate", "names", "geometry"),
    ]
    assert found["id"].is_monotonic_increasing
    assert {len(countries) for countries in found["countries"]} == {2}
    assert set(found.geom_type) == {"Polygon"}


def test_crossings_of_nobody_are_an_empty_frame() -> None:
    """A gazetteer without crossings gives the same columns and CRS."""

    class Empty:
        def crossings(self, *_countries: str) -> tuple[Place, ...]:
            return ()

    found = zones.crossings_frame(Empty())
    assert (len(found), found.crs) == (0, "EPSG:4326")

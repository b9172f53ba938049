"""Positions in: the nearest settlement, and a country only where it is sure."""

from __future__ import annotations

import math
import sqlite3

import geopandas as gpd
import numpy as np
import pytest

import geo
from geo.errors import OptionError
from geo.gazetteer import Entry, Gazetteer, build
from geo.geometry.geodesy import distance_m, offset
from geo.model import Place, PlaceKind
from geo.reversing import nearby

JARINJE = (20.69167, 43.21861)
ZUBIN_POTOK = (20.6897, 42.9144)


def test_the_nearest_settlement_comes_with_its_distance(gazetteer: Gazetteer) -> None:
    """In metres of the geodesic; the geometry is the position that was asked for."""
    at = offset(*ZUBIN_POTOK, 180, 1600.0)
    found = geo.reverse([at], gazetteer=gazetteer)
    assert (found["place_id"][0], found["country"][0]) == ("xk-zubin-potok", "XK")
    assert found["distance_m"][0] == pytest.approx(distance_m(*at, *ZUBIN_POTOK), abs=0.1)
    assert (found.geometry[0].x, found.geometry[0].y) == at
    assert found["reason"][0] is None


def test_at_a_border_no_side_is_guessed(gazetteer: Gazetteer) -> None:
    """The nearest town of Jarinje is Serbian, the position belongs to both."""
    found = geo.reverse([JARINJE], gazetteer=gazetteer)
    assert (found["place_id"][0], found["country"][0]) == ("rs-raska", None)
    assert found["countries"][0] == ["RS", "XK"]
    assert found["crossing_id"][0] == "xk-crossing-jarinje"
    assert found["reason"][0] == "near the border of RS and XK"


@pytest.mark.parametrize("bearing", range(0, 360, 45))
def test_around_every_crossing_both_sides_stay_open(bearing: float) -> None:
    """Up to 4.9 km off any crossing of the package's own gazetteer no country is told alone."""
    crossings = geo.open_gazetteer().crossings()
    at = [offset(c.lon or 0.0, c.lat or 0.0, bearing, 4900.0) for c in crossings]
    found = geo.reverse(at)
    assert len(crossings) > 10
    for crossing, countries in zip(crossings, found["countries"], strict=True):
        assert set(crossing.countries) <= set(countries), crossing.id


def test_towns_speak_where_the_map_draws_no_border(gazetteer: Gazetteer) -> None:
    """Two towns within 5 km, of two countries: neither is chosen; alone, the one is."""
    assert nearby(gazetteer, *ZUBIN_POTOK, []).countries == ("XK",)
    across = Entry(Place("rs-near", "Near", PlaceKind.SETTLEMENT, 20.70, 42.92, ("RS",)))
    mine = Entry(Place("xk-here", "Here", PlaceKind.SETTLEMENT, *ZUBIN_POTOK, ("XK",)))
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, [across, mine])
    assert nearby(Gazetteer(connection), *ZUBIN_POTOK, []).countries == ("RS", "XK")


@pytest.mark.parametrize("at", [(-140.0, 0.0), (-30.0, 0.0)])
def test_at_sea_there_is_no_country(at: tuple[float, float]) -> None:
    """And no settlement within reach."""
    found = geo.reverse([at])
    assert (found["place_id"][0], found["country"][0], found["countries"][0]) == (None, None, [])
    assert found["reason"][0] == "at sea, or on ground that no country's code stands for"


@pytest.mark.parametrize("at", [(math.nan, 1.0), (200.0, 1.0), (1.0, 91.0), (math.inf, 0.0)])
def test_what_is_no_position_keeps_its_row(at: tuple[float, float], gazetteer: Gazetteer) -> None:
    """With the reason; the others are answered."""
    found = geo.reverse([at, ZUBIN_POTOK], gazetteer=gazetteer)
    assert found["reason"].tolist() == ["no position on Earth", None]
    assert found.geometry[0] is None
    assert found["place_id"].tolist() == [None, "xk-zubin-potok"]


def test_a_geoseries_keeps_its_index_and_may_be_projected(gazetteer: Gazetteer) -> None:
    """Metres of a UTM zone are turned into degrees first; an empty point is no position."""
    told = gpd.GeoSeries.from_xy(*zip(ZUBIN_POTOK, JARINJE, strict=True), crs=4326)
    told.index = ["b", "a"]
    for points in (told, told.to_crs(32634), told.to_frame("geometry")):
        found = geo.reverse(points, gazetteer=gazetteer)
        assert found.index.tolist() == ["b", "a"]
        assert found["place_id"].tolist() == ["xk-zubin-potok", "rs-raska"]
    gap = geo.reverse(gpd.GeoSeries.from_wkt(["POINT EMPTY", None]), gazetteer=gazetteer)
    assert gap["reason"].tolist() == ["no position on Earth"] * 2


@pytest.mark.parametrize("points", [[1.0, 2.0], ["ab", "cd"], [(1.0, 2.0, 3.0)], 5])
def test_what_are_no_positions_is_refused(points: object, gazetteer: Gazetteer) -> None:
    """With what to give instead."""
    with pytest.raises(OptionError, match="no position; give a GeoSeries of points, or pairs"):
        geo.reverse(points, gazetteer=gazetteer)


def test_lines_are_no_positions(gazetteer: Gazetteer) -> None:
    """Nobody chooses a point of them for the caller."""
    with pytest.raises(OptionError, match=r"are points; take their \.centroid"):
        geo.reverse(gpd.GeoSeries.from_wkt(["LINESTRING (0 0, 1 1)"]), gazetteer=gazetteer)


def test_an_empty_result_has_the_columns_of_a_full_one(gazetteer: Gazetteer) -> None:
    """And their types."""
    full, empty = geo.reverse([JARINJE], gazetteer=gazetteer), geo.reverse([], gazetteer=gazetteer)
    assert len(empty) == 0
    assert empty.dtypes.equals(full.dtypes)


def test_towns_are_seldom_put_into_a_wrong_country() -> None:
    """Beside 300 towns of the world, a kilometre off, no other country than theirs is told."""
    towns = [p for n in ("San", "Santa", "Villa", "Nova") for p in geo.open_gazetteer().lookup(n)]
    at = [offset(p.lon or 0.0, p.lat or 0.0, 45, 1000.0) for p in towns if p.lon is not None]
    found = geo.reverse(at)
    told = [c for c in zip(found["country"], towns, strict=True) if c[0] is not None]
    assert all(country in place.countries for country, place in told)
    assert len(told) >= 0.8 * len(towns) > 0
    assert np.isfinite(found["distance_m"]).all()

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pytest
import shapely

from geo.errors import BasemapError
from geo.geometry.background import decode
from geo.mapping import basemap

HERE = (20.0, 42.0, 21.0, 43.0)
BOX = shapely.box(20.2, 42.2, 20.8, 42.8)


def frame(*shapes: Any, crs: str | None = "EPSG:4326", **columns: Any) -> gpd.GeoDataFrame:
    """Return shapes as a basemap."""
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs=crs)


def points(text: str) -> list[tuple[float, float]]:
    """Return the points of a line in degrees."""
    return [
        (round(x * basemap.UNIT_DEG, 5), round(y * basemap.UNIT_DEG, 5)) for x, y in decode(text)
    ]


def test_areas_keep_their_holes() -> None:
    """An area is its outer ring and those within."""
    ((outer, hole),) = basemap.lay(frame(BOX - BOX.buffer(-0.1)), HERE)["areas"]
    assert set(points(outer)) >= {(20.2, 42.2), (20.8, 42.8)}
    assert (20.3, 42.3) in points(hole)


def test_collections_are_taken_apart() -> None:
    """Whatever is in them is drawn; points only with a name."""
    line = shapely.LineString([(20, 42), (21, 43)])
    mixed = shapely.GeometryCollection(
        [BOX, shapely.MultiLineString([line]), shapely.Point(20, 42)]
    )
    laid = basemap.lay(frame(mixed, shapely.Point(20.5, 42.5), name=[None, "Spring"]), HERE)
    assert (len(laid["areas"]), len(laid["lines"])) == (1, 1)
    assert laid["points"] == [["Spring", 20.5, 42.5]]


def test_what_is_far_away_is_cut_off() -> None:
    """A road around the world weighs as much as its piece near the data."""
    road = shapely.LineString([(x, 42.5) for x in range(-180, 181)])
    (line,) = basemap.lay(frame(road), HERE)["lines"]
    assert {x for x, _ in points(line)} <= set(map(float, range(18, 24)))


def test_an_area_that_crosses_itself_is_mended() -> None:
    """A bow tie comes out as its two halves."""
    tie = shapely.Polygon([(20, 42), (21, 43), (21, 42), (20, 43)])
    assert len(basemap.lay(frame(tie), HERE)["areas"]) == 2


def test_other_coordinate_systems_come_out_in_degrees() -> None:
    """What a user has loaded by other means need not be in degrees."""
    laid = basemap.lay(frame(BOX).to_crs("EPSG:3857"), HERE)
    assert (20.2, 42.2) in points(laid["areas"][0][0])


@pytest.mark.filterwarnings("ignore:invalid value encountered")  # shapely's, at such a line
def test_what_cannot_be_drawn_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a coordinate system, elsewhere, nowhere, or more than a page can carry."""
    with pytest.raises(BasemapError, match="no coordinate system"):
        basemap.lay(frame(BOX, crs=None), HERE)
    with pytest.raises(BasemapError, match="nothing near the incidents"):
        basemap.lay(frame(BOX), (100.0, 10.0, 101.0, 11.0))
    for odd in ("nan 43", "20.5 inf"):
        with pytest.raises(BasemapError, match="no numbers"):
            basemap.lay(frame(shapely.from_wkt(f"LINESTRING (20 42, {odd})")), HERE)
    monkeypatch.setattr(basemap, "MOST_VERTICES", 4)
    with pytest.raises(BasemapError, match=r"5 vertices.*simplify"):
        basemap.lay(frame(BOX), HERE)

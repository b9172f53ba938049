from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from geo.errors import BasemapError
from geo.io import basemaps

ROAD = shapely.LineString([(20.5, 42.8), (20.9, 43.0)])
SPRING = shapely.Point(20.6, 42.9)


def frame(crs: Any = "EPSG:4326", **columns: Any) -> gpd.GeoDataFrame:
    """Return a road and a spring."""
    return gpd.GeoDataFrame(columns, geometry=[ROAD, SPRING], crs=crs)


def written(folder: Path, text: str, name: str = "a.geojson") -> Path:
    """Return a file with a text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["a.geojson", "a.json", "a.gpkg"])
def test_both_formats_are_read(tmp_path: Path, name: str) -> None:
    """Shapes in degrees, and the names of what has one."""
    driver = "GPKG" if name.endswith("gpkg") else "GeoJSON"
    frame(name=[None, "Spring"]).to_file(tmp_path / name, driver=driver)
    read = basemaps.read(tmp_path / name)
    assert read["name"].tolist() == [None, "Spring"]
    assert read.geometry.iloc[0].equals_exact(ROAD, 1e-6)


def test_another_coordinate_system_is_converted(tmp_path: Path) -> None:
    """A GeoPackage says which it is in."""
    frame().to_crs("EPSG:3857").to_file(tmp_path / "a.gpkg")
    assert basemaps.read(tmp_path / "a.gpkg").geometry.iloc[1].equals_exact(SPRING, 1e-6)


def test_all_layers_of_a_file_are_read(tmp_path: Path) -> None:
    """And the tables without shapes in it are not."""
    for layer in ("roads", "rivers"):
        frame().to_file(tmp_path / "a.gpkg", layer=layer)
    assert len(basemaps.read(tmp_path / "a.gpkg")) == 4


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.geojson", "", "cannot be read"),
        ("a.geojson", "not JSON", "cannot be read"),
        ("a.geojson", '{"type": "FeatureCollection", "features": []}', "holds no shapes"),
        ("a.geojson", '{"type": "Feature", "properties": {}, "geometry": null}', "no shapes"),
        ("a.geojson", "<OGRVRTDataSource><OGRVRTLayer name='x'/></OGRVRTDataSource>", "read|file"),
        ("a.gpkg", '{"type": "FeatureCollection", "features": []}', "no GPKG, whatever"),
        ("a.shp", "", "no GeoJSON and no GeoPackage"),
        ("a.html", "", "no GeoJSON and no GeoPackage"),
    ],
)
def test_a_file_that_is_no_map_is_refused(tmp_path: Path, name: str, text: str, told: str) -> None:
    """The message names the file and what to do."""
    path = written(tmp_path, text, name)
    with pytest.raises(BasemapError, match=told) as caught:
        basemaps.read(path)
    assert str(path) in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("at", [[4_500_000, 2_300_000], [42.9, 120.0]])
def test_coordinates_off_the_earth_are_refused(tmp_path: Path, at: list[float]) -> None:
    """Metres in GeoJSON, and swapped axes where they show."""
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": at}}
    with pytest.raises(BasemapError, match=r"off the Earth.*EPSG:4326"):
        basemaps.read(written(tmp_path, json.dumps(point)))


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_no_coordinate_system_is_no_place(tmp_path: Path) -> None:
    """Where a GeoPackage does not say it, nothing is guessed."""
    frame(crs=None).to_file(tmp_path / "a.gpkg")
    with pytest.raises(BasemapError, match="coordinate system"):
        basemaps.read(tmp_path / "a.gpkg")


@pytest.mark.parametrize("name", ["nowhere.gpkg", "https://host.example/a.geojson", "."])
def test_only_a_file_is_read(name: str) -> None:
    """No folder, and nothing from the network."""
    with pytest.raises(BasemapError, match="no such file"):
        basemaps.read(name)


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its size, and by its number of shapes."""
    frame().to_file(tmp_path / "a.gpkg")
    monkeypatch.setattr(basemaps, "MOST_FEATURES", 1)
    with pytest.raises(BasemapError, match=r"holds 2 shapes.*cut it"):
        basemaps.read(tmp_path / "a.gpkg")
    monkeypatch.setattr(basemaps, "MOST_BYTES", 10)
    with pytest.raises(BasemapError, match="larger than"):
        basemaps.read(tmp_path / "a.gpkg")

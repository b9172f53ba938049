"""Places from GeoPackage and GeoJSON, in any coordinate system."""

import warnings
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from geo.errors import TableError
from geo.gazetteers.prior import Entry
from geo.geometry.shapes import outline
from geo.io.vectors import MOST_VERTICES, vector_entries


def save(path: Path, *rows: tuple[str, Any], crs: str | None = "EPSG:4326") -> Path:
    """Write names with their shapes."""
    data = {"Emri": [name for name, _ in rows], "nr": range(1, len(rows) + 1)}
    frame = gpd.GeoDataFrame(data, geometry=[shape for _, shape in rows], crs="EPSG:4326")
    if crs is None:
        frame = frame.set_crs(None, allow_override=True)
    elif crs != "EPSG:4326":
        frame = frame.to_crs(crs)
    with warnings.catch_warnings():
        if crs is None:
            warnings.simplefilter("ignore", UserWarning)
        frame.to_file(path, engine="pyogrio")
    return path


def read(path: Path, **known: Any) -> tuple[list[Entry], list[tuple[int, str]]]:
    """Read a file: its places, and the features that were set aside."""
    rejected: list[tuple[int, str]] = []
    columns = {"name": "Emri", "id": "nr"} | known.pop("columns", {})
    found = vector_entries(
        path,
        lambda line, why, _: rejected.append((line, why)),
        "v",
        columns,
        kind="region",
        **known,
    )
    return list(found), rejected


@pytest.mark.parametrize("name", ["a.gpkg", "a.geojson"])
def test_points_keep_their_place(tmp_path: Path, name: str) -> None:
    """Attributes are columns; the position is the geometry's."""
    [entry], _ = read(save(tmp_path / name, ("Arden", shapely.Point(20.5, 42.5))))
    place = entry.place
    assert (place.id, place.name, place.lon, place.lat) == ("v:1", "Arden", 20.5, 42.5)
    assert (place.geometry, place.uncertainty_m) == (None, None)


def test_other_coordinate_systems_are_turned(tmp_path: Path) -> None:
    """Metres of UTM become degrees."""
    path = save(tmp_path / "a.gpkg", ("Arden", shapely.Point(20.5, 42.5)), crs="EPSG:32634")
    [entry], _ = read(path)
    assert (entry.place.lon, entry.place.lat) == pytest.approx((20.5, 42.5), abs=1e-6)


def test_polygons_keep_outline_point_and_radius(tmp_path: Path) -> None:
    """The point lies inside, the radius holds the whole."""
    ring = shapely.Polygon([(20, 42), (20.2, 42), (20.2, 42.2), (20.1, 42.02), (20, 42.2)])
    [entry], _ = read(save(tmp_path / "a.gpkg", ("Arden", ring)))
    place = entry.place
    shape = outline(place)
    assert shape is not None
    assert place.lon is not None
    assert place.lat is not None
    assert shape.covers(shapely.Point(place.lon, place.lat))
    assert shape.equals(ring)
    assert place.uncertainty_m is not None
    assert 15_000 < place.uncertainty_m < 30_000


def test_outlines_of_a_survey_are_made_lighter(tmp_path: Path) -> None:
    """A hundred thousand vertices are more than a map can show."""
    circle = shapely.Point(20, 42).buffer(0.5, quad_segs=2_000)
    [entry], _ = read(save(tmp_path / "a.gpkg", ("Arden", circle)))
    shape = outline(entry.place)
    assert shape is not None
    assert shapely.get_num_coordinates(shape) < MOST_VERTICES / 10
    assert shape.symmetric_difference(circle).area < 0.05 * circle.area


def test_wrong_features_are_set_aside(tmp_path: Path) -> None:
    """No geometry, no name, off the Earth: each with the number of its feature."""
    good = shapely.Point(20.5, 42.5)
    rows = (("Arden", good), ("Morvik", None), ("", good), ("Zenta", shapely.Point(20, 95)))
    found, rejected = read(save(tmp_path / "a.gpkg", *rows))
    assert [entry.place.name for entry in found] == ["Arden"]
    assert [line for line, _ in rejected] == [2, 3, 4]
    assert [
        next(w for w in ("no geometry", "empty", "off the Earth") if w in why)
        for _, why in rejected
    ] == ["no geometry", "empty", "off the Earth"]


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    """No such file, no format, no coordinate system, no column."""
    broken = tmp_path / "a.geojson"
    broken.write_text("{")
    for path, reason in ((broken, "cannot be read"), (tmp_path / "no.gpkg", "no such file")):
        with pytest.raises(TableError, match=reason):
            read(path)
    unsaid = save(tmp_path / "b.gpkg", ("Arden", shapely.Point(20, 42)), crs=None)
    with pytest.raises(TableError, match="no coordinate system"):
        read(unsaid)
    with pytest.raises(TableError, match="column 'NAME' is missing"):
        read(save(tmp_path / "c.gpkg", ("A", shapely.Point(0, 0))), columns={"name": "NAME"})

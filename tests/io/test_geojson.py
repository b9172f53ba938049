from __future__ import annotations

import contextlib
import io
import json
import math
import re
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from shapely.geometry import LinearRing, Point, Polygon, box

from geo import frames
from geo.errors import IncidentsError, OptionError, OutputError
from geo.io import geojson
from geo.model import Incident
from geo.tables.columns import LISTS
from tests.strategies import FRAMES, incident_lists

LINE = '{{"type": "Feature", "id": "{0}", "geometry": {1}, "properties": {2}}}'
PROPERTIES = '{"id": "a1", "type": "protest", "date_start": "2011-10-19"}'


def frame(shape: Any = None, **known: Any) -> gpd.GeoDataFrame:
    """Return a frame of one incident."""
    row = {"id": "a1", "type": "protest", "date_start": "2011-10-19", **known}
    return frames.from_records([row], [shape])


def collection(geometry: str = "null", properties: str = PROPERTIES, name: str = "a1") -> str:
    """Return a file of one feature, which stands on its second line."""
    line = LINE.format(name, geometry, properties)
    return f'{{"type": "FeatureCollection", "features": [\n{line}\n]}}\n'


def rings(geometry: dict[str, Any] | None) -> list[tuple[bool, list[list[float]]]]:
    """Return the rings of a geometry, each with whether it is an outer one."""
    if geometry is None or "Polygon" not in geometry["type"]:
        return []
    at = geometry["coordinates"]
    polygons = [at] if geometry["type"] == "Polygon" else at
    return [(number == 0, ring) for polygon in polygons for number, ring in enumerate(polygon)]


def positions(at: Any) -> list[list[float]]:
    """Return all positions of nested coordinates."""
    return [at] if isinstance(at[0], int | float) else [p for part in at for p in positions(part)]


# ---- writing


@settings(max_examples=FRAMES)
@given(incident_lists)
def test_reading_back_changes_nothing(told: list[Incident]) -> None:
    """Values, dtypes, order, geometry and bytes survive the way through the file."""
    before = frames.to_frame(told)
    text = geojson.dumps(before)
    after = geojson.loads(text)
    assert_frame_equal(before.drop(columns="geometry"), after.drop(columns="geometry"))
    assert after.geometry.to_wkb().tolist() == before.geometry.to_wkb().tolist()
    assert geojson.dumps(after) == text


@settings(max_examples=FRAMES)
@given(incident_lists)
def test_rules_of_the_rfc_hold(told: list[Incident]) -> None:
    """Closed rings turned the right way, a true bbox, positions on Earth, no ``crs``."""
    data = json.loads(geojson.dumps(frames.to_frame(told)))
    assert set(data) <= {"type", "attribution", "bbox", "features"}
    found = []
    for feature in data["features"]:
        assert list(feature) == ["type", "id", "geometry", "properties"]
        assert feature["id"] == feature["properties"]["id"]
        for outer, ring in rings(feature["geometry"]):
            assert len(ring) >= 4
            assert ring[0] == ring[-1]
            assert LinearRing(ring).is_ccw is outer
        found += positions(feature["geometry"]["coordinates"]) if feature["geometry"] else []
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in found)
    west, south, east, north = data.get("bbox", [math.inf, math.inf, -math.inf, -math.inf])
    assert [west, east] == [
        min((p[0] for p in found), default=west),
        max((p[0] for p in found), default=east),
    ]
    assert [south, north] == [
        min((p[1] for p in found), default=south),
        max((p[1] for p in found), default=north),
    ]


@settings(max_examples=FRAMES)
@given(incident_lists)
def test_a_feature_is_a_line(told: list[Incident]) -> None:
    """A difference between two files is a difference between incidents."""
    lines = geojson.dumps(frames.to_frame(told)).split("\n")
    assert lines[-1] == ""
    assert len(lines) == len(told) + 3
    assert [json.loads(line.rstrip(",")) for line in lines[1:-2]] == json.loads("\n".join(lines))[
        "features"
    ]


def test_holes_are_clockwise() -> None:
    """The inner ring turns against the outer one, whatever it was before."""
    shape = Polygon(box(0, 0, 9, 9, ccw=False).exterior, [box(1, 1, 2, 2).exterior])
    [feature] = json.loads(geojson.dumps(frame(shape)))["features"]
    turned = [LinearRing(ring).is_ccw for _, ring in rings(feature["geometry"])]
    assert turned == [True, False]


def test_coordinates_have_at_most_six_decimals() -> None:
    """A tenth of a metre is enough, and no number ends in ``.0`` or has an exponent."""
    line = geojson.dumps(frame(Point(20.123456789, 0.00000049))).splitlines()[1]
    assert '"coordinates": [20.123457, 0]' in line
    assert not re.search(r"\d\.0\b|\de-", line)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (5, "5"), (5.0, "5"), (-0.0, "0"), (0.1, "0.1"), (1e-6, "0.000001"), (1.5e-7, "1.5e-7"),
        (-1e-7, "-1e-7"), (123456789012345680000.0, "123456789012345680000"), (1e21, "1e+21"),
        (1.5e300, "1.5e+300"), (1e16, "10000000000000000"), (0.00001234, "0.00001234"),
    ],
)  # fmt: skip
def test_numbers_are_those_of_javascript(value: float, told: str) -> None:
    """What ``JSON.stringify`` prints, so that a page and a file agree."""
    assert geojson.number(value) == told


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_keep_their_value(value: float) -> None:
    """No digit that matters is lost."""
    assert float(geojson.number(value)) == value


def test_letters_are_letters() -> None:
    """No escapes for Cyrillic; half of a surrogate pair, which is no character, is replaced."""
    text = geojson.dumps(frame(place="Звечан", quote="\ud800"))
    assert '"Звечан"' in text
    assert '"quote": "\ufffd"' in text
    text.encode("utf-8")


def test_empty_frame_is_a_collection() -> None:
    """No incident at all is a valid file without bbox."""
    told = geojson.dumps(frames.to_frame([]))
    credits_ = ["Places: GeoNames, CC BY 4.0"]
    whole = {"type": "FeatureCollection", "attribution": credits_, "features": []}
    assert json.loads(told) == whole
    assert len(geojson.loads(told)) == 0


def test_sources_that_were_used_are_credited() -> None:
    """What layers ask for stands behind the package's own sources, once."""
    told = geojson.dumps(frames.to_frame([]), attribution=['Villages: A "survey", ODbL'] * 2)
    assert json.loads(told)["attribution"][1:] == ['Villages: A "survey", ODbL']
    assert len(geojson.loads(told)) == 0


def test_points_come_from_lon_and_lat() -> None:
    """``geometry="point"`` gives one point each, also to a country without outline."""
    told = geojson.dumps(frame(lon=20.8, lat=44), geometry="point")
    assert json.loads(told)["features"][0]["geometry"] == {
        "type": "Point",
        "coordinates": [20.8, 44],
    }
    with pytest.raises(OptionError, match="footprint or point"):
        geojson.dumps(frame(), geometry="pin")  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [math.inf, {1, 2}, [math.nan]])
def test_what_json_cannot_hold_is_refused(value: Any) -> None:
    """The feature is named; no ``NaN`` is ever written."""
    with pytest.raises(IncidentsError, match='feature "a1"'):
        geojson.dumps(frame(my_column=value))


def test_writing_leaves_nothing_behind(tmp_path: Path) -> None:
    """The folder is made, the file is whole, and no temporary one stays."""
    path = tmp_path / "new" / "incidents.geojson"
    geojson.write(frame(), path)
    geojson.write(frame(), path)
    assert [entry.name for entry in path.parent.iterdir()] == ["incidents.geojson"]
    assert path.read_bytes() == geojson.dumps(frame()).encode()
    stream = io.StringIO()
    geojson.write(frame(), stream)
    assert stream.getvalue() == geojson.dumps(frame())


def test_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The message names the file and the remedy."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"a\.geojson: cannot be written .*choose another file"):
        geojson.write(frame(), tmp_path / "file" / "a.geojson")
    with pytest.raises(OutputError, match="cannot be written"):
        geojson.write(frame(), tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


# ---- reading


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"type":\n nonsense}', "a.geojson:2: is not JSON"),
        ("", "a.geojson:1: is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "is a list, not a FeatureCollection"),
        ('{"type": "Feature"}', "is a Feature, not a FeatureCollection"),
        ('{"type": "FeatureCollection"}', 'has no list of "features"'),
        ('{"type": "FeatureCollection", "features": [1]}', 'has no list of "features"'),
        (collection(properties='{"quote": "NaN",\n "id": NaN}'), "a.geojson:3: .*NaN is no number"),
        (collection(properties='{"id": 1e999}'), "1e999 is no number"),
        (
            collection().replace("{", '{"crs": {"properties": {"name": "EPSG:3857"}}, ', 1),
            "coordinate system EPSG:3857; save it in EPSG:4326",
        ),
    ],
)  # fmt: skip
def test_what_is_no_collection_is_refused(text: str, message: str, tmp_path: Path) -> None:
    """File and line stand in the message."""
    path = tmp_path / "a.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(IncidentsError, match=message):
        geojson.read(path)


@pytest.mark.parametrize(
    ("geometry", "message"),
    [
        ('{"type": "Point", "coordinates": [43, 120]}', "swapped\\? longitude comes first"),
        ('{"type": "Point", "coordinates": [200, 20]}', "off the Earth"),
        ('{"type": "Point", "coordinates": [20]}', "is no position"),
        ('{"type": "Point", "coordinates": ["20", 43]}', "is no position"),
        ('{"type": "Point", "coordinates": [true, 43]}', "is no position"),
        ('{"type": "Point"}', "no list"),
        ('{"type": "Blob", "coordinates": [1, 2]}', "cannot be read"),
        ('{"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [2, 2]]]}', "not closed"),
        ('"POINT (20 43)"', "no object"),
    ],
)
def test_bad_geometry_names_line_and_feature(geometry: str, message: str) -> None:
    """The line is that of the feature, also in a file with several."""
    text = collection(geometry).replace("[\n", "[\n" + LINE.format("a0", "null", "{}") + ",\n")
    with pytest.raises(IncidentsError, match=rf'^a\.geojson:3: feature "a1".*{message}'):
        geojson.loads(text, path="a.geojson")


def test_swapped_positions_are_noticed_by_lat_and_lon() -> None:
    """Both orders lie on Earth, but only one agrees with the columns."""
    known = PROPERTIES.replace("}", ', "lat": 42.9, "lon": 20.5}')
    point = '{"type": "Point", "coordinates": [42.9, 20.5]}'
    with pytest.raises(IncidentsError, match=r'2: feature "a1": longitude and latitude .* swapped'):
        geojson.loads(collection(point, known), path="a.geojson")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"id": "a1", ', "", "no feature has the property|has no id"),
        ('"type": "protest", ', "", 'no feature has the property "type"'),
        ('"protest"', "null", '2: feature "a1" has no type'),
        ('"2011-10-19"', '"soon"', '2: feature "a1": date_start is "soon"'),
        ('"2011-10-19"', "7", '2: feature "a1": date_start is 7'),
    ],
)
def test_bad_properties_name_line_and_column(old: str, new: str, message: str) -> None:
    """A property that is missing or cannot be meant is named."""
    text = collection(properties=PROPERTIES.replace(old, new)).replace(
        '"id": "a1", "g', '"g' if not new else '"id": "a1", "g'
    )
    with pytest.raises(IncidentsError, match=message):
        geojson.loads(text, path="a.geojson")


def test_ids_that_come_twice_name_the_second() -> None:
    """The line is that of the second feature."""
    line = LINE.format("a1", "null", PROPERTIES)
    text = collection().replace(f"{line}\n", f"{line},\n{line}\n")
    with pytest.raises(IncidentsError, match=r'geojson:3: feature "a1" comes twice'):
        geojson.loads(text, path="a.geojson")


def test_unreadable_files_are_named(tmp_path: Path) -> None:
    """A missing file and one in another encoding say so, with the line."""
    with pytest.raises(IncidentsError, match=r"none\.geojson: cannot be read"):
        geojson.read(tmp_path / "none.geojson")
    (tmp_path / "a.geojson").write_bytes(b"{\n\xff}")
    with pytest.raises(IncidentsError, match=r"a\.geojson:2: is not UTF-8"):
        geojson.read(tmp_path / "a.geojson")


def edited(text: str) -> str:
    """Do to a file what QGIS does: a ``crs``, numbered ids, other order, JSON as text."""
    data = json.loads(text)
    for number, feature in enumerate(data["features"]):
        told = feature["properties"]
        nested = {k: json.dumps(v) for k, v in told.items() if isinstance(v, list | dict)}
        days = {k: f"{told[k]}T00:00:00" for k in ("date_start", "date_end") if told[k]}
        feature["id"] = number
        feature["properties"] = dict(reversed({**told, **nested, **days}.items()))
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    return "\ufeff" + json.dumps({"name": "incidents", "crs": crs, **data}, indent=1)


@settings(max_examples=FRAMES)
@given(told=incident_lists)
def test_a_gis_may_save_it_again(
    told: list[Incident], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What QGIS changes on saving is put right: the same frame comes back."""
    before = frames.to_frame(told)
    path = tmp_path_factory.mktemp("gis") / "a.geojson"
    path.write_text(edited(geojson.dumps(before)), encoding="utf-8")
    after = geojson.read(path)
    assert_frame_equal(before.drop(columns="geometry"), after.drop(columns="geometry"))


def test_gdal_reads_and_writes_it(tmp_path: Path) -> None:
    """A real round trip through GDAL, which stands behind QGIS, keeps every value."""
    before = frame(
        box(20, 42, 20.5, 42.5), lon=20.1, lat=42.1, title="Звечан", killed=2, members=["a", "b"],
        names={"en": "X"}, sources=[{"document": "d", "quote": "q", "start": 1}],
        date_end="2011-10-20",
    )  # fmt: skip
    geojson.write(before, tmp_path / "a.geojson")
    opened = gpd.read_file(tmp_path / "a.geojson")
    for name in LISTS:  # geopandas cannot hand lists on to GDAL
        opened[name] = [json.dumps(list(cell)) for cell in opened[name]]
    opened.to_file(tmp_path / "b.geojson", driver="GeoJSON")
    after = geojson.read(tmp_path / "b.geojson")
    assert frames.records(after) == frames.records(before)
    assert after.geometry[0].equals(before.geometry[0])


def test_columns_of_others_are_kept() -> None:
    """An analyst's own column comes through, behind ours."""
    before = frame(my_note="check", my_list=[1, 2.5, None])
    after = geojson.loads(geojson.dumps(before))
    assert list(after.columns)[-3:] == ["my_note", "my_list", "geometry"]
    assert [after["my_note"][0], after["my_list"][0]] == ["check", [1, 2.5, None]]


def test_a_collection_of_what_are_no_geometries_is_set_aside() -> None:
    """One feature of a broken tool does not stop the others."""
    row = {"type": "riot", "date_start": None}
    broken = {"type": "GeometryCollection", "geometries": [5]}
    sound = {"type": "Point", "coordinates": [20.0, 42.0]}
    features = [
        {"type": "Feature", "geometry": shape, "properties": {"id": name, **row}}
        for name, shape in (("a", broken), ("b", sound))
    ]
    faults: list[IncidentsError] = []
    text = json.dumps({"type": "FeatureCollection", "features": features})
    assert geojson.loads(text, rejected=faults.append)["id"].tolist() == ["b"]
    assert "a part of it is no object" in str(faults[0])


def test_faults_are_told_in_the_order_of_the_file() -> None:
    """A property, a geometry and a name of a property: who mends a file goes down it once."""
    sound = '{"type": "Point", "coordinates": [20, 42]}'
    lines = [
        LINE.format("a", sound, '{"id": "a", "type": "riot", "date_start": "perhaps"}'),
        LINE.format("b", '{"type": "Point"}', '{"id": "b", "type": "riot", "date_start": null}'),
        LINE.format("c", sound, '{"id": "c", "type": "riot", "date_start": null, "geometry": 3}'),
        LINE.format("d", sound, '{"id": "d", "type": "riot", "date_start": null}'),
    ]
    text = '{"type": "FeatureCollection", "features": [\n' + ",\n".join(lines) + "\n]}"
    faults: list[IncidentsError] = []
    assert geojson.loads(text, rejected=faults.append)["id"].tolist() == ["d"]
    assert [fault.line for fault in faults] == [2, 3, 4]


def test_a_moved_marker_moves_its_position() -> None:
    """Whoever drags a point in a GIS need not edit lat and lon."""
    text = geojson.dumps(frame(Point(20, 42))).replace(
        '"coordinates": [20, 42]', '"coordinates": [20.5, 42.5, 300]'
    )
    after = geojson.loads(text)
    assert (after["lon"][0], after["lat"][0]) == (20.5, 42.5)
    assert not after.geometry[0].has_z


KEYS = ("type", "features", "id", "geometry", "properties", "coordinates", "date_start")


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
        max_leaves=8,
    )
)  # fmt: skip
def test_anything_is_read_or_refused(value: Any) -> None:
    """Whatever JSON comes, the answer is a frame or one of our own errors."""
    feature = {"type": "Feature", "geometry": value, "properties": value}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    with contextlib.suppress(IncidentsError):
        assert len(geojson.loads(text)) == 1

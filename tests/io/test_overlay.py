import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.errors import TableError
from geo.gazetteer import Organisation
from geo.io.overlay import check, find_folder, read
from geo.language.names import keys
from geo.model import Place, PlaceKind

Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a small folder without a fault."""
    (tmp_path / "countries.csv").write_text(
        "code,lon,lat,capital,other_names,source\n"
        "XA,9.0,50.0,Estrun,Ardovian Republic|Ardova,invented\n"
        "XB,11.0,50.0,Galdor,,invented\n"
    )
    (tmp_path / "places.csv").write_text(
        "id,kind,name_en,name_sq,name_sr_latn,name_sr_cyrl,other_names,countries,part_of,lon,lat,"
        "uncertainty_m,geonameid,rank,source,checked\n"
        "xa-estrun,settlement,Estrun,,Estrun,Еструн,Old Estrun|Estrún,XA,XA,9.2,49.4,3000,,0,"
        "invented,\n"
        "xb-galdor,settlement,Galdor,,,,,XB,XB,10.4,50.5,2000,77,1,invented,by hand\n"
    )
    _write_features(tmp_path / "crossings.geojson", _crossing())
    _write_features(tmp_path / "regions.geojson", _region())
    (tmp_path / "demonyms.csv").write_text("word,places,kind,note\nArdovian,XA,both,\n")
    (tmp_path / "organisations.csv").write_text(
        "name,aliases,countries,kind,note\nArdova Guard,AG|the Guard,XA|XB,police,\n"
    )
    return tmp_path


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace text that stands once in a file of the folder."""

    def replace(name: str, old: str, new: str) -> None:
        text = (folder / name).read_text()
        assert text.count(old) == 1
        (folder / name).write_text(text.replace(old, new))

    return replace


def _names(name: str) -> dict[str, object]:
    return {"name_en": name, "name_sq": "", "name_sr_latn": "", "name_sr_cyrl": None}


def _ring(lon: float, lat: float, half: float) -> list[list[float]]:
    west, east, south, north = lon - half, lon + half, lat - half, lat + half
    return [[west, south], [lon, south], [east, south], [east, lat], [east, north], [lon, north],
            [west, north], [west, lat], [west, south]]  # fmt: skip


def _crossing(**changed: object) -> dict[str, Any]:
    properties = _names("Holm") | {
        "id": "xa-holm", "other_names": ["Holmgate"], "countries": ["XA", "XB"], "part_of": "XA",
        "gate": "Gate 7", "status": "open", "lon": 10.0, "lat": 50.5, "uncertainty_m": 300,
        "approximate": False, "rank": 0, "footprint": "square", "source": "invented",
        "checked": None,
    }  # fmt: skip
    geometry = {"type": "Polygon", "coordinates": [_ring(10.0, 50.5, 0.002)]}
    return _feature(properties, geometry, changed)


def _region(**changed: object) -> dict[str, Any]:
    properties = _names("Northern Ardovia") | {
        "id": "xa-north", "other_names": [], "countries": ["XA"], "part_of": "XA",
        "direction": "north", "lon": 9.5, "lat": 50.5, "uncertainty_m": 30000,
        "approximate": True, "method": "by hand", "source": "invented",
    }  # fmt: skip
    geometry = {"type": "Polygon", "coordinates": [_ring(9.5, 50.5, 0.3)]}
    return _feature(properties, geometry, changed)


def _feature(
    properties: dict[str, Any], geometry: object, changed: dict[str, object]
) -> dict[str, Any]:
    drawn = changed.pop("geometry", geometry)
    return {"type": "Feature", "properties": properties | changed, "geometry": drawn}


def _write_features(path: Path, *features: dict[str, Any]) -> None:
    lines = ",\n".join(json.dumps(feature) for feature in features)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n')


def _polygon(ring: list[list[float]]) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": [ring]}


def test_rows_become_places(folder: Path) -> None:
    """Every cell arrives: own names apart from others, lists split, empty cells as nothing."""
    assert check(folder) == ()
    entries = {entry.place.id: entry for entry in read(folder).entries}
    assert list(entries) == ["xa-estrun", "xb-galdor", "xa-holm", "xa-north", "XA", "XB"]
    estrun = entries["xa-estrun"]
    assert estrun.names == ("Old Estrun", "Estrún")
    assert dict(estrun.place.names) == {"en": "Estrun", "sr-Latn": "Estrun", "sr-Cyrl": "Еструн"}
    assert entries["xb-galdor"].place == Place(
        "xb-galdor", "Galdor", PlaceKind.SETTLEMENT, 10.4, 50.5, ("XB",), part_of="XB",
        names=(("en", "Galdor"),), uncertainty_m=2000.0, geonameid=77, rank=1, source="invented",
        attributes=(("checked", "by hand"),),
    )  # fmt: skip


def test_features_become_places_with_outlines(folder: Path) -> None:
    """A crossing keeps footprint, gate and both countries, a region its direction."""
    places = {entry.place.id: entry.place for entry in read(folder).entries}
    holm, north = places["xa-holm"], places["xa-north"]
    assert (holm.kind, holm.countries, holm.attribute("gate")) == (
        PlaceKind.CROSSING, ("XA", "XB"), "Gate 7",
    )  # fmt: skip
    assert json.loads(holm.geometry or "")["type"] == "Polygon"
    assert (north.kind, north.direction, north.approximate) == (PlaceKind.REGION, "north", True)


def test_vocabulary_is_read(folder: Path) -> None:
    """Demonyms with their places, organisations with their aliases, capitals by country."""
    overlay = read(folder)
    assert overlay.demonyms[0].places == ("XA",)
    guard = Organisation("Ardova Guard", ("XA", "XB"), "police")
    assert overlay.organisations == ((guard, ("AG", "the Guard")),)
    assert overlay.capitals == {"XA": "Estrun", "XB": "Galdor"}


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "told"),
    [
        ("places.csv", "xb-galdor,settlement", "xb-galdor,vilage", 3, "column kind: 'vilage'"),
        ("places.csv", "10.4,50.5", "10.4,95", 3, "column lat: '95'"),
        ("places.csv", "10.4,50.5", "nan,50.5", 3, "column lon: 'nan'"),
        ("places.csv", "10.4,50.5", ",50.5", 3, "column lon: is empty"),
        ("places.csv", "10.4,50.5", ",", 3, "column lon: is empty"),
        ("places.csv", "XB,XB,", "QQ,XB,", 3, "column countries: 'QQ'"),
        ("places.csv", "XB,XB,", ",XB,", 3, "column countries: is empty"),
        ("places.csv", "XB,XB,", "XB,xb-nowhere,", 3, "column part_of: 'xb-nowhere'"),
        ("places.csv", "xb-galdor", "xa-estrun", 3, "'xa-estrun' stands in places.csv:2"),
        ("places.csv", "xb-galdor", "xa-alba", 3, "'xa-alba' comes after 'xa-estrun'"),
        ("places.csv", "Еструн", "Естрин", 2, "column name_sr_cyrl: 'Естрин' is 'Estrin'"),
        ("places.csv", "77,1", "7x,1", 3, "column geonameid: '7x'"),
        ("places.csv", "invented,by hand", ",by hand", 3, "column source: is empty"),
        ("places.csv", "by hand", "by\x07hand", 3, "control character"),
        ("places.csv", ",checked", ",cheked", 1, "column cheked: is not known here"),
        ("places.csv", ",checked", ",cheked", 1, "column checked: is missing"),
        ("places.csv", "by hand", "by hand, twice", 3, "column (last): is not known here"),
        ("places.csv", ",invented,by hand", "", 3, "column source: has no cell"),
        ("countries.csv", "XB,11", "xb,11", 3, "'xb' is no ISO 3166-1 alpha-2 code"),
        ("demonyms.csv", "XA", "XA|nowhere", 2, "column places: 'nowhere' is no place"),
        ("demonyms.csv", "both", "many", 2, "column kind: 'many'"),
        ("organisations.csv", "XA|XB", "XA|QQ", 2, "column countries: 'QQ' is no place"),
        ("crossings.geojson", '"rank": 0', '"rank": -1', 2, "column rank: '-1'"),
        ("crossings.geojson", '["Holmgate"]', '"Holmgate"', 2, "is no list of strings"),
        ("regions.geojson", '"north"', '"up"', 2, "column direction: 'up'"),
    ],
)  # fmt: skip
def test_faults_name_file_line_and_column(
    folder: Path, edit: Edit, name: str, old: str, new: str, line: int, told: str
) -> None:
    """Whatever is wrong, the message says where and what to do."""
    edit(name, old, new)
    found = [problem for problem in check(folder) if told in problem.reason]
    assert [(Path(one.path or "").name, one.line) for one in found] == [(name, line)]
    assert found[0].remedy


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"countries": ["XA"]}, "are not two"),
        ({"countries": ["XA", "XA"]}, "are not two"),
        ({"uncertainty_m": 2500}, "is False at an uncertainty of 2500 m"),
        ({"approximate": True}, "is True at an uncertainty of 300 m"),
        ({"approximate": "no"}, "neither true nor false"),
        ({"uncertainty_m": None}, "column uncertainty_m: is empty"),
        ({"lon": 10.1}, "does not hold the place's own point"),
        ({"geometry": _polygon(_ring(10.0, 50.5, 0.02))}, "m across"),
        ({"geometry": _polygon(_ring(10.0, 50.5, 0.0002))}, "m across"),
        ({"geometry": _polygon(_ring(10.0, 50.5, 0.002)[::-1])}, "runs clockwise"),
        ({"geometry": _polygon(_ring(10.0, 50.5, 0.002)[:-1])}, "not closed"),
        ({"geometry": _polygon([[0.0, 0.0], [1, 1], [1, 0], [0, 1], [0, 0]])}, "crosses itself"),
        ({"geometry": {"type": "Point", "coordinates": [10.0, 50.5]}}, "is no polygon"),
        ({"geometry": None}, "is no polygon"),
    ],
)
def test_crossings_are_looked_at(folder: Path, changed: dict[str, object], told: str) -> None:
    """Two sides, a footprint of the right size around its own point, honest doubt."""
    _write_features(folder / "crossings.geojson", _crossing(**changed))
    assert any(told in problem.reason and problem.line == 2 for problem in check(folder))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"approximate": False}, "column approximate: is not set"),
        ({"part_of": None}, "column part_of: is empty"),
        ({"geometry": _polygon(_ring(9.5, 50.5, 0.3)[::2])}, "has 4 vertices"),
    ],
)
def test_regions_are_looked_at(folder: Path, changed: dict[str, object], told: str) -> None:
    """A region is approximate, somebody's direction, and coarsely but not crudely drawn."""
    _write_features(folder / "regions.geojson", _region(**changed))
    assert told in next(problem.reason for problem in check(folder))


def test_exchanged_coordinates_are_suspected(folder: Path, edit: Edit) -> None:
    """A place far from its country, and near to it the other way round, is told."""
    edit("places.csv", "10.4,50.5", "50.5,10.4")
    assert [one.remedy for one in check(folder)] == ["lon and lat look exchanged"]


@pytest.mark.parametrize("name", ["places.csv", "regions.geojson"])
def test_broken_files_are_told_and_the_rest_is_checked(folder: Path, name: str) -> None:
    """A missing, an undecodable or a cut file is one problem, not a traceback."""
    (folder / "demonyms.csv").write_text("word,places,kind,note\nX,nowhere,both,\n")
    for content in (None, b"\xff\xfe\x00", b'{"features": [{'):
        (folder / name).unlink()
        if content is not None:
            (folder / name).write_bytes(content)
        files = [Path(one.path or "").name for one in check(folder)]
        assert {name, "demonyms.csv"} <= set(files)
        (folder / name).touch()


def test_reading_stops_at_the_first_fault(folder: Path, edit: Edit) -> None:
    """What is not whole is not used."""
    edit("places.csv", "10.4,50.5", "ten,50.5")
    with pytest.raises(TableError, match=r"places.csv:3: column lon"):
        read(folder)


def test_our_own_data_have_no_fault() -> None:
    """The folder that is shipped passes its own check."""
    assert [str(problem) for problem in check(find_folder())] == []


def test_our_own_crossings_are_found_by_what_they_are_called() -> None:
    """Each of the crossings has a name besides "border crossing", in two scripts at least."""
    for entry in read(find_folder()).entries:
        if entry.place.kind is PlaceKind.CROSSING:
            names = (*entry.names, *(name for _, name in entry.place.names))
            assert len({key for name in names for key in keys(name)}) >= 2


def test_a_missing_folder_is_told_with_a_remedy(tmp_path: Path) -> None:
    """Every file that must be there is named."""
    missing = check(tmp_path / "nowhere")
    assert len(missing) == 6
    assert all(one.remedy for one in missing)


UNITS = "code,geonameid,name,other_names,lon,lat,uncertainty_m,people,source\n"


@pytest.fixture
def units(folder: Path) -> Path:
    """Add a reviewed first-level unit and the units of the world to the folder."""
    (folder / "admin1.csv").write_text(
        "id,name_en,other_names,countries,lon,lat,uncertainty_m,geonameid,source\n"
        "xa-west,West Ardovia,W.A.,XA,8.0,50.0,90000,501,invented\n"
    )
    (folder / "admin1_world.csv").write_text(
        UNITS + "XA.01,501,Western Province,Vest,8.1,50.1,80000,1200,outline\n"
        "XB.01,502,Lakes Region,,11.1,50.2,70000,,towns\n"
    )
    (folder / "admin2_world.csv").write_text(
        UNITS + "XA.01.007,503,Holm District,Holm,8.2,50.0,20000,300,towns\n"
        "XB.09.001,504,Reed County,,11.0,50.0,20000,40,census\n"
    )
    return folder


def test_units_hang_below_each_other(units: Path) -> None:
    """A second-level unit is part of the first-level one of its code, or of the country."""
    assert check(units) == ()
    places = {entry.place.id: entry.place for entry in read(units).entries}
    assert places["gn:503"].part_of == "xa-west"
    assert (places["gn:502"].part_of, places["gn:504"].part_of) == ("XB", "XB")
    assert places["gn:503"].kind is PlaceKind.ADMIN2
    assert places["gn:503"].source == "GeoNames; point: middle of the hull of its towns"


def test_a_reviewed_unit_wins_and_learns_names(units: Path) -> None:
    """The editor's position stays, the names of the world are added, and the code finds it."""
    overlay = read(units)
    entries = {entry.place.id: entry for entry in overlay.entries}
    assert "gn:501" not in entries
    west = entries["xa-west"]
    assert (west.place.lon, west.curated) == (8.0, True)
    assert west.names == ("W.A.", "Western Province", "Vest")
    assert overlay.units["XA.01"] == "xa-west"
    assert (entries["gn:503"].curated, entries["gn:503"].people) == (False, 300)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("XB.01,502", "XB.01.2,502", "column code: 'XB.01.2' is no code of this level"),
        ("XB.01,502", "XA.01,502", "column code: 'XA.01' stands here twice"),
        ("XB.01,502", "XB.01,", "column geonameid: is empty"),
        ("11.1,50.2", ",", "column lon: is empty"),
        ("towns", "hearsay", "column source: 'hearsay' is not known"),
        ("XB.01,502", "XQ.01,502", "column countries: 'XQ' is no country"),
    ],
)
def test_units_are_looked_at(units: Path, edit: Edit, old: str, new: str, told: str) -> None:
    """What is wrong with a row of the world is told with its line."""
    edit("admin1_world.csv", old, new)
    found = [(Path(one.path or "").name, one.line) for one in check(units) if told in one.reason]
    assert found == [("admin1_world.csv", 3)]


def test_optional_files_may_be_missing(units: Path) -> None:
    """Units are read where they are given, from any folder alike."""
    copied = shutil.copytree(units, units / "copy")
    assert read(copied).entries == read(units).entries
    for name in ("admin1.csv", "admin1_world.csv", "admin2_world.csv"):
        (units / name).unlink()
    assert read(units).units == {}

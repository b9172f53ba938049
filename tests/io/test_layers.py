"""Layers: added whole or not at all, listed, removed, and refused when they cannot answer."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from geo.errors import GazetteerIndexError, OptionError, TableError
from geo.gazetteer import Entry, Gazetteer, build
from geo.io import imports, layers
from geo.io.imports import Settings
from geo.model import Place, PlaceKind
from tests.io.test_geonames import dump, row

TABLE = "name,lon,lat,kind\nQuarnholt,20.5,42.5,settlement\nBrimstad,20.6,42.5,settlement\n"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep layers in a folder of the test."""
    monkeypatch.setenv(layers.DATA_VARIABLE, str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def base() -> Gazetteer:
    """Build a default gazetteer of one place."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, [Entry(Place("xk-a", "Arden", PlaceKind.SETTLEMENT, 20, 42, geonameid=1))])
    return Gazetteer(connection)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Write a table of two villages."""
    path = tmp_path / "Villages 2024.csv"
    path.write_text(TABLE)
    return path


def files(data: Path) -> list[str]:
    """List what lies in the folder, but for locks."""
    return sorted(path.name for path in data.glob("*") if path.suffix != ".lock")


def test_a_layer_answers_until_it_is_removed(base: Gazetteer, table: Path, data: Path) -> None:
    """Added, found with its source and licence, replaced under its name, and gone."""
    added = layers.add(table, settings=Settings(licence="CC0", source="A survey"))
    assert (added.listed.places, added.listed.names, added.replaced) == (2, 2, False)
    [place] = layers.over(base).lookup("quarnholt")
    assert (place.source, place.attribute("layer")) == ("A survey", "villages-2024")
    table.write_text(TABLE.replace("Brimstad", "Hollmar"))
    assert layers.add(table).replaced
    assert [bool(layers.over(base).lookup(name)) for name in ("Brimstad", "Hollmar")] == [
        False,
        True,
    ]
    assert files(data) == ["layers.json", "villages-2024.sqlite"]
    layers.remove("villages-2024")
    assert layers.over(base) is base
    with pytest.raises(OptionError, match="no layer is called"):
        layers.remove("villages-2024")


def test_a_dump_brings_its_own_source(base: Gazetteer, tmp_path: Path) -> None:
    """GeoNames is credited without being told, and its ids are the default's."""
    listed = layers.add(dump(tmp_path, row(1, "Ardeni"), row(2, "Morvik"))).listed
    assert listed.layer.credit == "xa: GeoNames, CC BY 4.0"
    both = layers.over(base)
    assert [place.id for place in both.lookup("Ardeni")] == ["xk-a"]
    assert both.credits(["gn:2"]) == ("xa: GeoNames, CC BY 4.0",)


@pytest.mark.parametrize(("flag", "found"), [(True, ["one", "two"]), (False, ["one"])])
def test_recognition_is_of_the_layer_or_of_the_row(
    base: Gazetteer,
    tmp_path: Path,
    flag: bool,  # noqa: FBT001
    found: list[str],
) -> None:
    """All names of a layer that is marked, else those of rows that are."""
    path = tmp_path / "v.csv"
    path.write_text("id,name,lon,lat,recognise\none,Quarn,1,2,yes\ntwo,Brim,1,2,no\n")
    layers.add(path, settings=Settings(kind="water", recognise=flag))
    known = layers.over(base).recognised
    names = (("Quarn", "one"), ("Brim", "two"))
    assert [there for name, there in names if known.lookup(name)] == found


def test_the_same_file_gives_the_same_bytes(table: Path) -> None:
    """Adding twice makes no difference."""
    path = layers.add(table, name="v").listed.path
    first = path.read_bytes()
    layers.add(table, name="v")
    assert path.read_bytes() == first


def test_rejected_rows_are_counted_and_written_down(tmp_path: Path, data: Path) -> None:
    """A few wrong rows do not cost the rest; each stands in the report with its line."""
    rows = [row(n, f"Arden{n}") for n in range(1, 100)]
    rows[49] = row(50, "Morvik", lat=91)
    added = layers.add(dump(tmp_path, *rows))
    assert (added.listed.places, added.listed.rejected) == (98, 1)
    assert str(added.rejected[0]).endswith("XA.txt:50: latitude 91 is off the Earth")
    assert added.report is not None
    assert added.report.read_text("utf-8").splitlines()[1].split("\t")[1] == "50"
    layers.remove("xa")
    assert files(data) == ["layers.json"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([row(n, f"A{n}", lat=91 if n % 10 == 0 else 42) for n in range(1, 100)], "9 of 99 rows"),
        ([row(n, "A", lat=91) for n in range(1, 5000)], "its first 2000 rows are all wrong"),
        ([row(1, "A", "R.RD")], "no places that are wanted"),
    ],
)
def test_a_bad_file_leaves_nothing_behind(
    base: Gazetteer, tmp_path: Path, data: Path, rows: list[str], reason: str
) -> None:
    """Refused with the reason; the layer that was there before still answers."""
    layers.add(dump(tmp_path, row(7, "Zenta")))
    before = files(data)
    with pytest.raises(TableError, match=reason):
        layers.add(dump(tmp_path, *rows))
    assert files(data) == before
    assert layers.over(base).lookup("Zenta")


@pytest.mark.parametrize("damage", ["missing", "cut", "empty", "text", "format", "folding"])
def test_a_layer_that_cannot_answer_is_refused(
    base: Gazetteer, table: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never silently left out: the message holds the command that mends it."""
    path = layers.add(table, name="v", command=["my table.csv", "--name", "v"]).listed.path
    whole = path.read_bytes()
    version = whole[:60] + (99).to_bytes(4, "big") + whole[64:]
    broken = {"cut": whole[:-4096], "empty": b"", "text": b"no database" * 999, "format": version}
    if damage == "missing":
        path.unlink()
    elif damage == "folding":
        monkeypatch.setattr(layers, "_PROBES", ("Ärger",))
    else:
        path.write_bytes(broken[damage])
    with pytest.raises(
        GazetteerIndexError, match=r"run `geo gazetteer add 'my table.csv' --name v`"
    ):
        layers.over(base)
    layers.remove("v")
    assert layers.over(base) is base


def test_a_broken_list_is_refused(base: Gazetteer, table: Path, data: Path) -> None:
    """A list that is no JSON, or lacks what it must have, names the file."""
    layers.add(table)
    for text in ("{", json.dumps({"layers": [{"layer": {}}]})):
        (data / layers.LIST).write_text(text)
        with pytest.raises(GazetteerIndexError, match=r"layers.json cannot be read"):
            layers.over(base)


def test_layers_can_be_left_out(
    base: Gazetteer, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For results that others can repeat."""
    layers.add(table)
    monkeypatch.setenv(layers.OFF_VARIABLE, "1")
    assert layers.over(base) is base


@pytest.mark.parametrize("name", ["", "a/b", "../up", "Ü", "a" * 65, "a b", "-a"])
def test_names_of_layers_are_names_of_files(table: Path, name: str) -> None:
    """Nothing but small letters, digits and two signs."""
    if name:
        with pytest.raises(OptionError, match="--name"):
            layers.add(table, name=name)
    else:
        assert layers.add(table, name=name).listed.layer.name == "villages-2024"


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(table: Path, data: Path) -> None:
    """With the variable that names another."""
    data.mkdir()
    data.chmod(0o500)
    with pytest.raises(GazetteerIndexError, match=layers.DATA_VARIABLE):
        layers.add(table)
    data.chmod(0o700)


def test_two_processes_that_add_at_once_both_succeed(table: Path, data: Path) -> None:
    """Neither loses the other's layer, and both files are whole."""
    code = "import sys; from geo.io import layers; layers.add(sys.argv[1], name=sys.argv[2])"
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(table), name]) for name in ("one", "two")
    ]
    assert [process.wait() for process in started] == [0, 0]
    assert sorted(one.layer.name for one in layers.listed()) == ["one", "two"]
    assert files(data) == ["layers.json", "one.sqlite", "two.sqlite"]


def test_options_of_a_dump_need_a_dump(table: Path) -> None:
    """Alternate names beside a table would be read by nobody."""
    with pytest.raises(OptionError, match="no GeoNames dump"):
        layers.add(table, settings=Settings(features=("P",)))
    with pytest.raises(TableError, match="no such file"):
        list(imports.Reading(table.with_name("none.csv"), "v", Settings()))

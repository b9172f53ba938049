import random
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GazetteerIndexError, OptionError, UnknownPlaceError
from geo.gazetteer import Entry, Gazetteer, build
from geo.language.names import fold
from geo.model import Place, PlaceKind
from tests.conftest import DEMONYMS, ENTRIES, ORGANISATIONS


def _gazetteer(*entries: Entry) -> Gazetteer:
    gazetteer = Gazetteer(sqlite3.connect(":memory:", check_same_thread=False))
    build(gazetteer._connection, entries)
    return gazetteer


def _ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [place.id for place in gazetteer.lookup(name)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.place.id)
def test_every_place_comes_back_whole(gazetteer: Gazetteer, entry: Entry) -> None:
    """What was written is what is read, field for field, by id and by name."""
    assert gazetteer.get(entry.place.id) == entry.place
    for name in (entry.place.name, *entry.names):
        assert entry.place in gazetteer.lookup(name)


@pytest.mark.parametrize("names", [("Strpce", "Штрпце", "SHTËRPCË"), ("Pristina", "Prishtinë")])
def test_spellings_of_one_place_give_one_place(
    gazetteer: Gazetteer, names: tuple[str, ...]
) -> None:
    """Script, marks and case do not matter."""
    assert len({gazetteer.lookup(name) for name in names}) == 1


def test_namesakes_come_in_their_editors_order(gazetteer: Gazetteer) -> None:
    """The crossing is what news means; the village and the namesake in the south follow."""
    assert _ids(gazetteer, "Brnjak") == ["xk-crossing-brnjak", "xk-brnjak", "xk-brnjaca"]


@given(st.randoms(use_true_random=False))
def test_order_of_entries_does_not_matter(shuffler: random.Random) -> None:
    """Answers are the same however the places were handed over."""
    entries = list(ENTRIES)
    shuffler.shuffle(entries)
    shuffled, usual = _gazetteer(*entries), _gazetteer(*ENTRIES)
    for name in ("Brnjak", "Mitrovica", "Kosovo"):
        assert shuffled.lookup(name) == usual.lookup(name)
    assert shuffled.near(20.6, 42.9, radius_km=50) == usual.near(20.6, 42.9, radius_km=50)


def test_longer_names_are_announced(gazetteer: Gazetteer) -> None:
    """The scanner is told to read on after "zubin", not after a part of a word."""
    assert gazetteer.extends("zubin")
    assert gazetteer.extends("northern")
    assert not gazetteer.extends("zub")
    assert not gazetteer.extends("zubin potok")


def test_unknown_names_are_nothing(gazetteer: Gazetteer) -> None:
    """A name that nobody bears, an empty one and one without letters find no place."""
    for name in ("Atlantis", "", "—", "'; DROP TABLE place; --", "%"):
        assert gazetteer.lookup(name) == ()


def test_unknown_ids_are_an_error_that_names_them(gazetteer: Gazetteer) -> None:
    """The message holds the id; the error is a KeyError too."""
    with pytest.raises(UnknownPlaceError, match="'xk-nowhere'"):
        gazetteer.get("xk-nowhere")
    with pytest.raises(KeyError):
        gazetteer.get("")


def test_near_is_sorted_and_within_the_radius(gazetteer: Gazetteer) -> None:
    """Nearest first, in metres, and nothing beyond the radius."""
    found = gazetteer.near(20.54833, 42.96194, radius_km=13, kinds=(PlaceKind.SETTLEMENT,))
    assert [place.id for place, _ in found] == ["xk-brnjak", "xk-zubin-potok"]
    assert found[0][1] < found[1][1] <= 13_000


@given(st.floats(-180, 180), st.floats(-90, 90), st.floats(1, 3000))
def test_near_misses_nothing_anywhere_on_earth(lon: float, lat: float, radius_km: float) -> None:
    """The box behind it holds the circle, at the poles and across 180° too."""
    from geo.geometry.geodesy import distance_m, offset

    spots = [offset(lon, lat, way, radius_km * 990.0) for way in range(0, 360, 30)]
    entries = [
        Entry(Place(f"p{at:02}", "P", PlaceKind.SETTLEMENT, *spot)) for at, spot in enumerate(spots)
    ]
    found = _gazetteer(*entries).near(lon, lat, radius_km=radius_km)
    near = sum(distance_m(lon, lat, *spot) <= radius_km * 1000 for spot in spots)
    assert len(found) == near == len(spots)


def test_within_is_exact_and_weightiest_first(gazetteer: Gazetteer) -> None:
    """The edge counts, kinds are heeded, and a limit keeps the heaviest."""
    box = (20.46513, 42.0, 21.16688, 44.80401)
    found = gazetteer.within(*box, kinds=(PlaceKind.SETTLEMENT,))
    assert [place.id for place in found][:2] == ["rs-belgrade", "xk-pristina"]
    assert gazetteer.within(*box, kinds=(PlaceKind.SETTLEMENT,), limit=1) == found[:1]


def test_within_spans_the_date_line() -> None:
    """A box whose west is greater than its east runs across 180°."""
    fiji, samoa = (
        Entry(Place(name, name, PlaceKind.SETTLEMENT, lon, -17.0))
        for name, lon in (("fiji", 179.0), ("samoa", -172.0))
    )
    assert len(_gazetteer(fiji, samoa).within(170, -20, -170, -10)) == 2


def test_crossings_belong_to_both_sides(gazetteer: Gazetteer) -> None:
    """One country gives its own, two give those between them, whatever the order or case."""
    assert len(gazetteer.crossings("XA", "XB")) == 3
    assert gazetteer.crossings("xb", "XA") == gazetteer.crossings("XB")
    assert gazetteer.crossings("XA", "RS") == ()
    assert len(gazetteer.crossings()) == 8


def test_regions_and_countries_by_code(gazetteer: Gazetteer) -> None:
    """A region belongs to the country it is part of; a code is no place id."""
    assert [place.direction for place in gazetteer.regions("XA")] == ["north"]
    assert gazetteer.regions("RS") == ()
    kosovo = gazetteer.country("xk")
    assert kosovo is not None
    assert kosovo.name == "Kosovo"
    assert gazetteer.country("QQ") is gazetteer.country("xk-pristina") is None


@pytest.mark.parametrize(
    ("spelt", "countries", "place_ids"),
    [
        ("Pristna", ["XK"], ["xk-pristina"]),
        ("PRISHTIN", ["xk"], []),
        ("Mitrovcia", None, ["xk-mitrovica"]),
        ("ZubinPotok", ["XK", "RS"], ["xk-zubin-potok"]),
        ("Bristina", ["RS"], []),
        ("Hilm", None, []),
        ("Pristina", ["XK"], []),
        ("", None, []),
    ],
)
def test_slips_are_found_within_countries(
    gazetteer: Gazetteer, spelt: str, countries: list[str] | None, place_ids: list[str]
) -> None:
    """One letter of an own name may be wrong, even the first; short and right names have none."""
    found = gazetteer.misspelt(spelt, countries=countries)
    assert [place.id for place in found] == place_ids


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Pristna", "Pristina"), ("Zubbin Potok", "Zubin Potok"), ("Bristina", "Pristina")],
)
def test_close_spellings_are_suggested(gazetteer: Gazetteer, typed: str, meant: str) -> None:
    """The name that was meant comes first."""
    assert gazetteer.suggest(typed)[0] == meant


def test_nothing_is_suggested_for_nonsense(gazetteer: Gazetteer) -> None:
    """What resembles nothing has no suggestion, nor has the empty name."""
    assert gazetteer.suggest("qwxzv") == gazetteer.suggest("") == ()


def test_vocabulary_is_found_by_folded_word(gazetteer: Gazetteer) -> None:
    """Demonyms tell whom they name; aliases lead to their organisation."""
    assert gazetteer.demonyms[fold("SERB")] == DEMONYMS[0]
    assert gazetteer.organisations["kfor"] == gazetteer.organisations["kosovo force"]
    assert gazetteer.organisations["kfor"] == ORGANISATIONS[0][0]


def test_info_counts_and_repeats_what_it_was_told(gazetteer: Gazetteer) -> None:
    """The number of places stands beside the caller's own facts."""
    assert gazetteer.info["places"] == str(len(ENTRIES))
    assert gazetteer.info["edition"] == "test"


def test_ids_are_unique() -> None:
    """Two places of one id are refused."""
    with pytest.raises(OptionError, match="same id"):
        _gazetteer(ENTRIES[0], ENTRIES[0])


def test_a_database_that_is_none_is_our_own_error() -> None:
    """Whatever SQLite says, the caller sees one error with a remedy."""
    with pytest.raises(GazetteerIndexError, match="anew"):
        Gazetteer(sqlite3.connect(":memory:", check_same_thread=False)).lookup("Kosovo")

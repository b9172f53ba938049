import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer import Entry, Gazetteer, build
from geo.gazetteers.spellings import closest, fallback, is_alike
from geo.io.index import open_gazetteer
from geo.model import Place, PlaceKind

KEYS = st.text("abcdefg ", min_size=1, max_size=12)


@given(KEYS, st.lists(KEYS))
def test_only_candidates_are_suggested(key: str, candidates: list[str]) -> None:
    """Nothing is made up, and what is suggested is alike."""
    found = closest(key, candidates)
    assert set(found) <= set(candidates)
    assert all(is_alike(key, [like]) for like in found)


@given(KEYS, st.lists(KEYS, max_size=20))
def test_the_word_itself_is_the_closest(key: str, candidates: list[str]) -> None:
    """If the exact spelling is there it comes first, whatever the order of the others."""
    assert closest(key, [*candidates, key])[0] == key
    assert closest(key, candidates) == closest(key, candidates[::-1])


@pytest.mark.parametrize(
    ("name", "countries", "place_id", "because"),
    [
        (
            "Zubinom Potoku",
            ["XK"],
            "xk-zubin-potok",
            "read as Zubin Potok, without its case ending",
        ),
        ("Mitrovicës", None, "xk-mitrovica", "read as Mitrovica, without its case ending"),
        ("the city of Pristina", None, "xk-pristina", "read as Pristina"),
        ("East Pristina", None, "xk-pristina", "read as a part of Pristina"),
        ("Pristnia", ["RS", "XK"], "xk-pristina", "spelt Pristnia in the text; read as Pristina"),
        ("Belgarde", ["RS"], "rs-belgrade", "spelt Belgarde in the text; read as Belgrade"),
    ],
)
def test_an_unknown_name_is_read_and_the_reading_is_said(
    gazetteer: Gazetteer, name: str, countries: list[str] | None, place_id: str, because: str
) -> None:
    """Without what stands around it, without a case ending, or as one slip."""
    found = fallback(gazetteer, name, countries)
    assert found is not None
    assert found.places[0].id == place_id
    assert because in found.because


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Pristnia", None),
        ("Pristnia", []),
        ("Pristnia", ["XA"]),
        ("Mitrovicës", ["XA"]),
        ("Qwx", ["XK"]),
    ],
)
def test_nothing_is_read_outside_the_countries_spoken_of(
    gazetteer: Gazetteer, name: str, countries: list[str] | None
) -> None:
    """No slips without countries, and no Serbian endings where nobody writes Serbian."""
    assert fallback(gazetteer, name, countries) is None


def test_slips_lead_to_known_places_and_are_trusted_less() -> None:
    """Not to hamlets, nor past the first letter; a case ending is surer than a slip."""
    town = Place("gn:1", "Dremmel", PlaceKind.SETTLEMENT, 9.0, 50.0, ("RS",), population=9_000)
    hamlet = replace(town, id="gn:2", name="Folmitz", population=90)
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, [Entry(town, curated=False), Entry(hamlet, curated=False)])
    known = Gazetteer(connection)
    slip, ending = fallback(known, "Dremel", ["RS"]), fallback(known, "Dremmelu", ["RS"])
    assert slip is not None
    assert ending is not None
    assert (slip.places, ending.places) == ((town,), (town,))
    assert slip.trust < ending.trust
    assert fallback(known, "Folmits", ["RS"]) is fallback(known, "Bremmel", ["RS"]) is None


@given(st.text(), st.sampled_from([None, ["XK"], ["RS", "XK"]]))
def test_any_name_may_be_asked(
    gazetteer: Gazetteer, name: str, countries: list[str] | None
) -> None:
    """Braces and odd signs are a name like another, and what is read lies in the countries."""
    found = fallback(gazetteer, name, countries)
    if found is not None and countries:
        assert all(set(place.countries) & set(countries) for place in found.places)


def test_the_arabic_article_may_be_left_out() -> None:
    """Only in the countries that are spoken of."""
    found = fallback(open_gazetteer(), "Diwaniyah", ["IQ"])
    assert found is not None
    assert found.places[0].countries == ("IQ",)
    assert fallback(open_gazetteer(), "Diwaniyah", ["CA"]) is None


def test_the_arabic_article_may_be_added() -> None:
    """Where no country is spoken of, only a city is meant so."""
    found = fallback(open_gazetteer(), "Ar Raqqa", ["SY"])
    assert found is not None
    assert found.places[0].name == "Ar Raqqah"
    assert "without the article" in found.because
    assert fallback(open_gazetteer(), "Ar Raqqa", None) is not None
    assert fallback(open_gazetteer(), "Ar Raqqa", ["CA"]) is None

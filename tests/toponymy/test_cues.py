"""Words beside a name that only places have."""

from __future__ import annotations

import pytest

from geo import open_gazetteer
from geo.geoparsing import geoparse
from geo.model import Article, MentionClass, PlaceKind
from geo.pipeline import Reader
from geo.toponymy.cues import is_taken, says_sort
from geo.toponymy.sightings import Scan, Sighting


def first(text: str) -> tuple[Scan, Sighting]:
    """Return a scanned text and the first place that the gazetteer knows in it."""
    scan = Scan(Article("a", text), open_gazetteer().recognised)
    return scan, next(s for s in scan.sightings if s.kind == "place")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Sinabang on Monday, the army of Indonesia said.",
        "Troops had retaken Sinabang from the rebels, Indonesia said.",
        "Gunmen attacked Sinabang in Indonesia on Monday.",
        "Insurgents captured Sinabang on Monday, the army of Indonesia said.",
        "Sinabang saw clashes on Monday, the army of Indonesia said.",
        "Sinabang was rocked by a car bomb on Monday, the army of Indonesia said.",
        "Sinabang was bombed on Monday, the army of Indonesia said.",
        "Sinabang was shelled on Monday, the army of Indonesia said.",
        "Sinabang fell to the rebels on Monday, the army of Indonesia said.",
        "A bomb exploded at Sinabang airport on Monday, the army of Indonesia said.",
    ],
)
def test_what_is_done_to_places_makes_a_place_of_a_small_town(text: str) -> None:
    """No tagger knows Sinabang; who is shelled or retaken is no person."""
    found = Reader(open_gazetteer()).read(Article("a", text)).resolutions
    town = next(r for r in found if r.mention.name == "Sinabang")
    assert town.mention.use is MentionClass.LITERAL
    assert town.place is not None


@pytest.mark.parametrize(
    ("text", "people", "taken"),
    [
        ("Rebels shelled Sinabang on Monday.", (), True),
        ("Troops captured Sinabang on Monday.", (), False),
        ("Rebels captured Sinabang on Monday.", (), True),
        ("Rebels captured Sinabang on Monday.", ("sinabang",), False),
        ("Rebels captured Sinabang in Indonesia.", (), True),
        ("Rebels captured Sinabang in Indonesia.", ("sinabang",), False),
        ("Rebels praised Sinabang in Indonesia.", (), False),
    ],
)
def test_a_man_may_be_captured_too(text: str, people: tuple[str, ...], *, taken: bool) -> None:
    """A country that the text speaks of has to hold the place, and nobody the name."""
    assert is_taken(*first(text), (people,)) is taken


def test_the_noun_behind_a_name_has_to_fit_a_bearer() -> None:
    """Kandahar is a province and a city, and no river."""
    fits = {noun: says_sort(*first(f"In Kandahar {noun}.")) for noun in ("province", "river")}
    assert fits == {"province": True, "river": False}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen attacked a market in Fika local government area of Yobe State.", "Fika"),
        ("Gunmen attacked a market in Fika council area of Yobe State.", "Fika"),
        ("Gunmen attacked a market in Fika and Gujba LGAs of Yobe State.", "Gujba"),
        ("Gunmen attacked a market in Fika Local Council of Yobe State.", "Fika"),
    ],
)
def test_a_name_ends_before_the_words_of_its_unit(text: str, name: str) -> None:
    """Written small or in the plural, "local government area" is no part of it."""
    resolved = Reader(open_gazetteer()).read(Article("a", text)).resolutions
    (found,) = (r for r in resolved if r.mention.name == name)
    assert found.place is not None
    assert found.place.kind is PlaceKind.ADMIN2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell in Tipo-tipo town.", {"Tipo-tipo"}),
        ("They met in Leka-Massif on Monday.", set()),
        ("They met on the Thika-Nairobi road.", {"Thika", "Nairobi"}),
        ("They met in Tehran-backed groups in Winston-Salem.", {"Tehran", "Winston-Salem"}),
        ("Prices in US dollars and Egyptian pounds rose in Beirut.", {"Beirut"}),
        ("Israel pounds Gaza.", {"Israel", "Gaza"}),
        ("Police spoke in Brgy. Orvamba, Balasan.", {"Orvamba", "Balasan"}),
    ],
)
def test_what_is_no_name_by_itself(text: str, names: set[str]) -> None:
    """Neither half of a hyphened name, nor money, nor the word for a quarter is a place."""
    assert {one.name for one in geoparse(text)} - {"Leka-Massif"} == names


@pytest.mark.parametrize(
    "text",
    [
        "Brno, 24 November: Two men were shot.",
        "24 November 2026, Brno: Two men were shot.",
        "• Brno – Two men were shot.",
        "He came to Brno, where two men were shot.",
        "Brno is under curfew. Two men were shot.",
    ],
)
def test_what_heads_an_entry_is_a_place(text: str) -> None:
    """Its day stands beside it, a bullet before it, or "where" behind it."""
    assert {one.name for one in geoparse(text)} == {"Brno"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Minova launched a new product in Perth on Monday.", False),
        ("Khiam the poet was read aloud in Tehran.", False),
        ("Soldiers retook Minova on Monday.", True),
        ("A fire in Khiam killed two.", True),
    ],
)
def test_a_reviewed_village_is_no_subject(text: str, *, named: bool) -> None:
    """The one word for it needs a word that puts it in space, or its country."""
    assert any(found.name in {"Minova", "Khiam"} for found in geoparse(text)) == named

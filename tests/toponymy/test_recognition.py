"""Which names are places."""

from __future__ import annotations

import pytest

from geo import mentions, open_gazetteer
from geo.model import Article


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Youths threw Molotov cocktails at a post in Leeds.", ["Leeds"]),
        ("A guard was hurt by a Molotov cocktail.", []),
        ("The drivers of Molotov marched.", ["Molotov"]),
    ],
)
def test_a_drink_is_no_town(text: str, towns: list[str]) -> None:
    """Though a town had the name of the man that it is called after."""
    found = mentions.find(Article("a", text), open_gazetteer())
    assert [mention.name for mention in found] == towns


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        # Somebody of that surname is told of by his full name.
        ("Police looked for Orla Felton, 20. A friend of hers stood near Felton then.", []),
        ("A fire broke out near Hall, Montana, a day later.", ["Hall", "Montana"]),
        # Whose police they are is not said.
        ("The clerk called Metro police at once.", []),
    ],
)
def test_a_surname_or_a_reach_is_no_village(text: str, towns: list[str]) -> None:
    """Though lists of the world have a village of the name."""
    found = mentions.find(Article("a", text), open_gazetteer())
    assert [mention.name for mention in found] == towns


def test_the_town_that_a_quarter_is_of_is_a_name_of_its_own() -> None:
    """The tagger takes both for one."""
    text = "Shots fell in Chicago's Alma Park neighborhood."
    found = mentions.find(Article("a", text), open_gazetteer())
    assert "Chicago" in [mention.name for mention in found]


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Some youths hurled stones at a bunker in Sopore.", ["Sopore"]),
        ("In Rajouri some youths hurled stones at a bunker.", ["Rajouri"]),
        ("Rajouri citizens held a vigil.", ["Rajouri"]),
        # Also a word, and behind what is done to persons as well.
        ("He left Kamalpur.", []),
        ("Nurses will strike at Christmas.", []),
        ("They invested in Hope.", []),
    ],
)
def test_a_town_that_the_tagger_passes_over_is_put_in_space(text: str, towns: list[str]) -> None:
    """Right behind "in", "at", "near", "around" or "outside", or before its citizens."""
    found = mentions.find(Article("a", text), open_gazetteer())
    assert [mention.name for mention in found] == towns


def names(text: str) -> set[str]:
    """Return the names of a text that are taken for places."""
    return {m.name for m in mentions.find(Article("a", text), open_gazetteer())}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Air strikes hit Khan Younis on Monday.", "Khan Younis"),
        ("A bomb went off in the Mir Ali area of North Waziristan.", "Mir Ali"),
        ("Shots were fired 12 km from Vardenis on Sunday.", "Vardenis"),
        ("Gold has changed Pataz, a province of La Libertad.", "Pataz"),
        ("Two were shot on the Bamenda–Batibo road.", "Batibo"),
        ("Two were shot in the Vorga hills, in rebel-held Manbij.", "Manbij"),
    ],
)
def test_words_that_only_places_have_make_up_for_the_tagger(text: str, name: str) -> None:
    """It takes these names for people, or passes them over."""
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thousands marched to Plaza San Martin in Lima.", "San Martin"),
        ("Lorries may stay in the Schengen area for 90 days.", "Schengen"),
    ],
)
def test_what_is_called_after_a_place_is_none(text: str, name: str) -> None:
    """A square bears the name of a department, and an area of travel that of a village."""
    assert name not in names(text)

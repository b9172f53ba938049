"""What a name is that no list has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.linking import villages
from geo.linking.hometown import Hometown
from geo.linking.scenes import Scene
from geo.model import PlaceKind, Report, Source, Span, Status, When
from tests.linking.test_scenes import named, sentence


@pytest.mark.parametrize(
    ("behind", "wanted"),
    [(" neighborhood", "holm"), ("", "holm"), (" Street", None), (" hospital", None)],
)
def test_a_quarter_has_a_name_of_its_own_and_a_street_none(behind: str, wanted: str | None) -> None:
    """A deed is in one quarter, and may be in several streets of a town."""
    text = f"Two were shot in Holm{behind}."
    name = f"Holm{behind}" if behind == " Street" else "Holm"
    absent = (f"'{name}' is not in the gazetteer",)
    where = replace(named(text, name), because=absent)
    when = When(None, None, "unknown", "no date")
    told = Span(9, 13), Span(0, len(text)), text, Status.OCCURRED, when, where
    assert villages.village(Report("a", "shooting", Source("a"), *told)) == wanted


def test_a_town_is_one_wherever_the_article_names_it() -> None:
    """Its headline does not call it so, and a street never is."""
    text = "Rebels take Holm. They came to the town of Holm at dawn, by Birk Street."
    assert villages.is_called_town(text, "Holm")
    assert not villages.is_called_town(text, "Birk Street")
    assert not villages.is_called_town("It was in Holm, by the town of Holmgard.", "Holm")


def test_a_name_in_the_sentence_of_a_dateline_is_by_that_town() -> None:
    """Not where the sentence names the town of the article, or it was filed from a capital."""
    text = "Galdor - Three were shot at Orvamba. Later, Tolmen was calm."
    desk, home = named(text, "Galdor"), Hometown(named(text, "Tolmen"), 3.0, (44,))
    told = sentence(text, "shot", desk)
    assert villages.filed_there(told, Scene(desk=desk, home=home)) is desk
    assert villages.filed_there(told, Scene(desk=desk, home=home, of_the_capital=True)) is None
    assert villages.filed_there(told, Scene(desk=desk, home=replace(home, at=(20,)))) is None
    assert villages.filed_there(told, Scene(home=home)) is None


def test_a_village_is_in_the_district_of_the_news() -> None:
    """Not two paragraphs on, nor where the district was only named."""
    text = "Two were shot."
    district = named("Galdor", "Galdor", PlaceKind.ADMIN2)
    told = sentence(text, "shot")
    scene = Scene(where=district, where_paragraph=0, by_deed=True)
    assert villages.spoken_district(told, scene) is district
    assert villages.spoken_district(told, replace(scene, by_deed=False)) is None
    assert villages.spoken_district(told, replace(scene, where_paragraph=-2)) is None
    assert villages.spoken_district(told, replace(scene, where=named("Holm", "Holm"))) is None


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("He was shot here on Monday.", True),
        ("He was shot near the terminal here.", True),
        ("In a statement received here on Monday they said so.", False),
        ("Talking to reporters here on Monday, he said so.", False),
    ],
)
def test_here_is_the_town_of_the_paper_unless_something_was_told_there(
    text: str, *, here: bool
) -> None:
    """A statement is received in one town and tells of another."""
    assert (villages.THIS_TOWN.search(text) is not None) is here

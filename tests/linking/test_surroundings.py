"""The finest place that an article puts around a name that no list has."""

from __future__ import annotations

from datetime import date

import pytest

import geo
from geo.linking.hometown import Hometown
from geo.linking.scenes import Scene, Sentence
from geo.linking.surroundings import town_around
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span
from tests.readings import places


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("QUETTA, Nov 24 (Agency) - A bomb went off in Tolvarra on Tuesday.", None),
        ("Quetta traders fled as a bomb went off in Tolvarra on Tuesday.", None),
        ("A bomb went off in Tolvarra on Tuesday.", "Blast leaves Quetta in fear"),
        ("Fear reigns in Quetta.\n\nA bomb went off in Tolvarra on Tuesday.", None),
    ],
)
def test_an_unknown_name_is_near_the_only_town(text: str, title: str | None) -> None:
    """It may lie some way from the middle of it."""
    assert places(text, title)[0] == "Quetta"


def test_an_unknown_name_is_in_no_town_of_several() -> None:
    """Nor in the capital from which all of a country is told of, nor where the news moves on."""
    assert places("LIMA, Nov 24 (Agency) - A bomb went off in Tolvarra on Tuesday.")[0] != "Lima"
    text = "Shops burned in Quetta on Monday.\n\nMeanwhile, a bomb went off in Tolvarra on Tuesday."
    assert places(text)[-1] != "Quetta"


def test_an_unknown_name_lies_in_the_only_part_of_a_country() -> None:
    """The county is named beside the capital alone."""
    text = (
        "Herders in Mandera County fled to Nairobi. Teachers fear the road. "
        "A mast was destroyed in Tolvarra on Tuesday by gunmen."
    )
    reader = geo.Reader(geo.open_gazetteer())
    report = reader.read(geo.Article("a", text, None, date(2026, 11, 26))).reports[-1]
    assert report.where is not None
    assert any("Mandera County" in reason for reason in report.where.because)


@pytest.mark.parametrize(("before", "near"), [("at ", "Tolmen"), ("a guard of ", None)])
def test_only_what_is_put_in_space_is_near_a_town(before: str, near: str | None) -> None:
    """A name that only its capitals show may be that of somebody by his office."""
    text = f"They shot {before}Senior Orva."
    at = Span(text.index("Senior"), text.index("."))
    mention = Mention(at, at.of(text), MentionClass.LITERAL, found_by="unlisted")
    place = Place("t", "Tolmen", PlaceKind.SETTLEMENT, 9.7, 50.6)
    town = Resolution(Mention(Span(0, 0), "Tolmen", MentionClass.LITERAL), place, 0.9)
    scene, sentence = Scene(home=Hometown(town, 1.0)), Sentence(Span(0, len(text)), 0, (), ())
    unknown = Resolution(mention, None, 0.0)
    found = town_around(text, sentence, scene, unknown, urban=False)
    assert (found and found[0].place and found[0].place.name) == near


def test_a_town_that_the_news_goes_on_to_holds_nothing_told_before() -> None:
    """What a paragraph further down opens with its own town is another matter."""
    told = "Farmers shut the crossing at Tolvarra on Tuesday."
    text = f"{told}\n\nIn Quetta, youths threw stones on Friday."
    assert places(text)[0] != "Quetta"

"""Quarters whose namesakes lie elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.linking import quarters
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span


def named(text: str, name: str, lon: float, kind: PlaceKind = PlaceKind.SETTLEMENT) -> Resolution:
    """Return the place of a name of a text."""
    start = text.index(name)
    mention = Mention(Span(start, start + len(name)), name, MentionClass.LITERAL)
    return Resolution(mention, Place(name.lower(), name, kind, lon, 0.0), 0.9)


@pytest.mark.parametrize(
    ("text", "lon", "wanted"),
    [
        ("Shots fell in the Orva area of Galdor.", 90.0, "Galdor"),
        ("Shots fell in the Orva quarter of the port city of Galdor.", 90.0, "Galdor"),
        ("Shots fell in the Orva area of Galdor.", 0.1, "Orva"),
        ("Shots fell outside the Orva Hotel in Galdor.", 90.0, "Galdor"),
        ("Shots fell on Orva Girls School in the east of Galdor.", 90.0, "Galdor"),
        ("Shots fell outside the Orva Hotel near Galdor.", 90.0, "Orva"),
        ("Shots fell in Orva and Galdor.", 90.0, "Orva"),
        ("Shots fell in Orva, east of Galdor.", 90.0, "Orva"),
    ],
)
def test_a_namesake_far_away_is_no_part_of_a_town(text: str, lon: float, wanted: str) -> None:
    """What is called a part of a town is in it; a town near it may be its own."""
    part, town = named(text, "Orva", lon), named(text, "Galdor", 0.0)
    first, second = quarters.settle(text, (part, town))
    assert first.place is not None
    assert first.place.name == wanted
    assert first.mention.span == part.mention.span
    assert second == town


@pytest.mark.parametrize(("lon", "wanted"), [(0.5, "Orva"), (90.0, "Galdor")])
def test_a_district_may_be_of_the_province_called_like_a_town(lon: float, wanted: str) -> None:
    """The Orva district of Galdor may lie as far off as provinces reach."""
    text = "Shots fell in Orva district of Galdor."
    part, town = (
        replace(r, place=replace(r.place, countries=("AA",)))
        for r in (named(text, "Orva", lon), named(text, "Galdor", 0.0))
        if r.place is not None
    )
    first, _ = quarters.settle(text, (part, town))
    assert first.place is not None
    assert first.place.name == wanted


def test_no_town_holds_a_quarter_in_a_country() -> None:
    """An area of a country may be a town of its own."""
    text = "Shots fell in the Orva area of Ardovia."
    part = named(text, "Orva", 90.0)
    country = named(text, "Ardovia", 0.0, PlaceKind.COUNTRY)
    assert quarters.settle(text, (part, country)) == (part, country)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In Galdor students met at Orva square.", "Galdor"),
        ("In Galdor students of Orva Technical University marched.", "Galdor"),
        ("In Galdor, officials said, a bomb hit Orva hospital.", "Orva"),
        ("In Galdor students met, and in Orva park others did.", "Orva"),
        ("In Galdor students met people of Orva.", "Orva"),
    ],
)
def test_a_square_called_like_a_far_town_is_in_the_town_of_its_clause(
    text: str, wanted: str
) -> None:
    """Unless something else stands between them, or what is said is of the other town."""
    town, part = named(text, "Galdor", 0.0), named(text, "Orva", 90.0)
    first, second = quarters.settle(text, (town, part))
    assert first == town
    assert second.place is not None
    assert second.place.name == wanted

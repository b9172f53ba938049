"""The town of a house of which only a part is told."""

from __future__ import annotations

import pytest

import geo
from geo.model import Article


def where(text: str) -> str | None:
    """Return the name of the place of the first report of a text."""
    report = geo.Reader(geo.open_gazetteer()).read(Article("a", text)).reports[0]
    return report.where.place.name if report.where and report.where.place else None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead a man on the campus of the University of Dhaka.",
        "Two students were stabbed to death at a hostel of the University of Dhaka.",
        "Police fired tear gas at students in front of the University of Dhaka.",
    ],
)
def test_a_part_of_a_house_is_in_its_town(text: str) -> None:
    """Campus, hostel or front."""
    assert where(text) == "Dhaka"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead a lecturer of the University of Dhaka.",
        "The University of Dhaka said that gunmen shot dead a student.",
    ],
)
def test_who_is_of_a_house_may_be_anywhere(text: str) -> None:
    """A lecturer, or the body that speaks."""
    assert where(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Around Charikar, gunmen shot dead two men.", "Charikar"),
        ("Gunmen shot dead two men in Nigeria's Idah.", "Idah"),
        ("Gunmen shot dead two men in northern Germany's Unna.", "Unna"),
        ("Two men were shot dead in Kisii, a day after an attack in India.", "Kisii"),
    ],
)
def test_a_town_is_known_by_what_stands_before_it(text: str, place: str) -> None:
    """A preposition that opens the sentence, or its country; that of another deed says nothing."""
    assert where(text) == place

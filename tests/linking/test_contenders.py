"""Which names of a sentence may say where something was."""

from __future__ import annotations

import pytest

from geo.language import text as texts
from geo.linking.contenders import find
from geo.model import MentionClass, PlaceKind, Resolution
from tests.linking.test_scenes import named, sentence


def names(text: str, trigger: str, *found: Resolution) -> list[str]:
    """Return the words of the contenders."""
    told = sentence(text, trigger, *found)
    bounds = texts.bounds(text, told.span.start, told.span.end)
    return [c.span.of(text) for c in find(text, told, bounds)]


def test_a_name_in_no_list_is_a_contender() -> None:
    """Only its capitals show it; without its article and titles."""
    text = "A bomb exploded in Upper Holm on Monday, and in Tolmen."
    assert names(text, "exploded", named(text, "Tolmen")) == ["Upper Holm", "Tolmen"]


def test_capitals_show_no_name_where_all_are() -> None:
    """What the gazetteer knows stays."""
    text = "A BOMB EXPLODED IN UPPER HOLM AND IN TOLMEN."
    assert names(text, "EXPLODED", named(text, "TOLMEN")) == ["TOLMEN"]


def test_a_name_of_peoples_is_no_place() -> None:
    """Whose a mosque is, is not where it is."""
    text = "A bomb exploded at a Sunni Muslim mosque in Tolmen."
    assert names(text, "exploded", named(text, "Tolmen")) == ["Tolmen"]


def test_the_name_of_a_body_just_spoken_of_is_no_place() -> None:
    """Whatever its letters are: it is what stands before the comma."""
    text = "A guard was killed in Tolmen, according to the union, ORVASIND."
    assert names(text, "killed", named(text, "Tolmen")) == ["Tolmen"]


def test_the_name_of_a_religious_order_is_no_place() -> None:
    """Salesians are people, as Sunnis are."""
    text = "He condemned the murder of the Salesians in Tolmen."
    assert names(text, "murder", named(text, "Tolmen")) == ["Tolmen"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two men were killed by a B.M. drone.", []),
        ("Two men were killed in a B.M. air strike.", []),
        ("Two men were killed in a B.M. strike on a camp.", []),
        ("Two men were killed in the B.M. on Monday.", ["B.M."]),
        ("Two men were killed in a B.M. town.", ["B.M."]),
        ("Two men were killed in a B.M. port strike.", ["B.M."]),
    ],
)
def test_whose_arms_strike_is_not_where_they_do(text: str, found: list[str]) -> None:
    """Of the letters of a country, since its full name may be where: "the Belmark air strike"."""
    country = named(text, "B.M.", PlaceKind.COUNTRY, MentionClass.MODIFIER)
    assert names(text, "killed", country) == found

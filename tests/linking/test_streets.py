"""Names of streets and quarters, told by what stands beside them."""

from __future__ import annotations

import pytest

from geo.linking import streets
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span


def named(text: str, name: str) -> Resolution:
    """Return a name in a text."""
    start = text.index(name)
    mention = Mention(Span(start, start + len(name)), name, MentionClass.LITERAL)
    return Resolution(mention, None, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "shot at Tolmen and Elm streets",
        "near Tolmen and 33rd Street",
        "at Tolmen & N. Varn Avenue",
        "on Elm Street and Tolmen",
    ],
)
def test_of_crossing_streets_both_are_streets(text: str) -> None:
    """Only one of them says so."""
    assert streets.is_at_corner(text, named(text, "Tolmen").mention.span)


@pytest.mark.parametrize(
    "text", ["in Tolmen and Galdor", "from Tolmen near the street", "Tolmen and its streets"]
)
def test_two_towns_are_no_corner(text: str) -> None:
    """A street may be spoken of beside them."""
    assert not streets.is_at_corner(text, named(text, "Tolmen").mention.span)


def test_a_neighborhood_is_called_one() -> None:
    """Flats of a town are not."""
    for text in ("the Tolmen neighborhood", "Tolmen section of it", "Tolmen Heights subdivision"):
        assert streets.is_called_quarter(text, named(text, "Tolmen"))
    text = "a Tolmen apartment complex"
    assert not streets.is_called_quarter(text, named(text, "Tolmen"))


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("in the Orva district, south of Tolmen", True),
        ("in Orva district, 40 km to the south of Tolmen", True),
        ("in Orva district (near Tolmen)", True),
        ("in Orva district, south of Galdor", False),
        ("in the Orva district of Tolmen", False),
    ],
)
def test_a_district_beside_a_town_does_not_hold_it(text: str, *, off: bool) -> None:
    """The town of the news is no place of what happened in the next district."""
    at = text.index("Orva")
    assert streets.lies_off(text, Span(at, at + 4), ("Tolmen",)) is off


def test_a_state_is_a_street_where_two_cross() -> None:
    """Nobody is "at" a state, which a corner may be called after."""
    state = Place("p", "Pennsylvania", PlaceKind.ADMIN1, -77.8, 40.9, ("US",))
    for text, crosses in (
        ("He was hit at Orva and Pennsylvania.", True),
        ("He was hit in Ohio and Pennsylvania.", False),
    ):
        at = text.index("Penn")
        mention = Mention(Span(at, at + 12), "Pennsylvania", MentionClass.LITERAL)
        assert streets.is_cross_street(text, Resolution(mention, state, 0.9)) is crosses

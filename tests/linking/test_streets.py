"""Names of streets and quarters, told by what stands beside them."""

from __future__ import annotations

import pytest

from geo.linking import streets
from geo.model import Mention, MentionClass, Resolution, Span


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

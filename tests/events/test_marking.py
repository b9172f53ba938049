"""A sentence in small letters keeps its offsets, and shows where it names places."""

from __future__ import annotations

from geo.events.marking import marked
from geo.language.sequences import PLACE_MARK
from geo.language.text import lowered
from geo.model import Span


def show(text: str, *names: str, where: Span | None = None) -> str:
    """Return a text in small letters with the mark of a place as "@"."""
    places = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    where = where or Span(0, len(text))
    return marked(lowered(where.of(text)), text, where, places).replace(PLACE_MARK, "@")


def test_a_mark_stands_over_the_first_letter_of_a_name() -> None:
    """In the road to a place that of the road stays, for rows have a word for it."""
    assert show("Rebels took Knin.", "Knin") == "rebels took @nin."
    assert show("The road linking Holm was shut.", "road linking Holm") == (
        "the road linking @olm was shut."
    )


def test_a_cocktail_is_no_place() -> None:
    """Molotov is one only without it."""
    assert show("A Molotov cocktail hit Knin.", "Molotov", "Knin") == "a molotov cocktail hit @nin."


def test_places_of_other_sentences_are_left_alone() -> None:
    """They come with the whole text."""
    text = "Arno fell. Then Belt fell."
    assert show(text, "Arno", "Belt", where=Span(11, len(text))) == "then @elt fell."


def test_a_comma_before_what_people_came_for_parts_nothing() -> None:
    """Who gathered, demanding something, gathered to demand it; any other comma stays."""
    assert show("They met, demanding pay, and left.") == "they met  demanding pay, and left."

"""Whom a deed befell is counted by the grammar of its sentence."""

from __future__ import annotations

import pytest

from geo.casualties import befallen
from geo.gazetteer import Gazetteer
from geo.model import Article, Span
from geo.pipeline import Reader


def told(text: str, words: str) -> tuple[int, str] | None:
    """Return how many the words befell, and the phrase that says so."""
    at = text.index(words)
    found = befallen.count(text, Span(0, len(text)), Span(at, at + len(words)))
    return (found.minimum, found.span.of(text)) if found and found.span else None


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Nine cooks were booked into the county jail.", "booked", (9, "Nine cooks")),
        ("Guards booked nine men into the county jail.", "booked", (9, "nine men")),
        ("Six men were hauled in by nine officers.", "hauled in", (6, "Six men")),
        ("A man was booked into the county jail.", "booked", (1, "A man")),
        ("Nine brothers and a cousin were scooped up.", "scooped up",
         (10, "Nine brothers and a cousin")),
        ("Nine guards booked a hall.", "booked", None),
        ("The mill was shut.", "shut", None),
    ],
)  # fmt: skip
def test_it_is_those_whom_the_verb_is_about(
    text: str, words: str, found: tuple[int, str] | None
) -> None:
    """Not those who did it, nor things."""
    assert told(text, words) == found


@pytest.mark.parametrize(
    "text",
    [
        "Nine cooks were booked into the county jail in Tolmen on Monday.",
        "Guards booked nine men into the county jail in Tolmen on Monday.",
        "Nine cooks were scooped up in Tolmen on Monday.",
        "Police in Tolmen scooped up nine cooks on Monday.",
    ],
)
def test_an_arrest_counts_them(text: str, gazetteer: Gazetteer) -> None:
    """Where its verb is none of those that are known to arrest."""
    [report] = Reader(gazetteer).read(Article("a", text)).reports
    assert report.kind == "arrest"
    assert report.arrested is not None
    assert report.arrested.minimum == 9


def test_a_passive_within_the_words_of_an_arrest_tells_of_its_subject() -> None:
    """However many of its words they take."""
    text = "Nine cooks were booked into the county jail."
    assert told(text, "cooks were booked into") == (9, "Nine cooks")


def test_who_gives_himself_up_is_not_whom_he_killed() -> None:
    """What he did before counts the dead."""
    text = "A cook surrendered to police after killing two nuns."
    assert told(text, "surrendered to") is None

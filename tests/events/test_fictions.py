"""What is only played, told or remembered is none of the deeds of these days."""

from __future__ import annotations

import pytest

from geo.events.fictions import of_fiction
from geo.model import Span


def is_fiction(text: str, words: str) -> bool:
    """Tell whether a deed at some words is only told of."""
    start = text.index(words)
    return of_fiction(text, Span(0, len(text)), Span(start, start + len(words))) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The guards held a drill in which bandits stormed a mill.",
        "In Monday's exercise, bandits stormed a mill.",
        "In the new season bandits stormed a mill.",
        "In the opening scene bandits stormed a mill.",
        "Her new novel tells of the night that bandits stormed a mill.",
        "The opera opens when bandits stormed a mill.",
        "A plaque was unveiled in Arno where bandits stormed a mill.",
        "She dreamt that bandits stormed a mill.",
        "Imagine that bandits stormed a mill.",
        "A satirical website wrote on Monday that bandits stormed a mill.",
        "Pupils played the part of masked bandits who stormed a mill.",
    ],
)
def test_a_work_or_a_drill_holds_the_deed(text: str) -> None:
    """What stands in it did not happen, or long ago."""
    assert is_fiction(text, "stormed")


@pytest.mark.parametrize(
    "text",
    [
        "Crowds stormed a cinema over a film about the duke.",
        "A film about the duke sparked riots, and crowds stormed a mill.",
        "Bandits stormed a mill while the guards held a drill.",
        "At a football game where crowds stormed the pitch, two died.",
        "In the dry season bandits stormed a mill.",
        "In chaotic scenes, crowds stormed a mill.",
        "A statue for the duke was toppled when crowds stormed the square.",
    ],
)
def test_a_deed_beside_a_work_is_real(text: str) -> None:
    """A film may be why, and a drill may be on at the same time."""
    assert not is_fiction(text, "stormed")


def test_who_is_remembered_these_days_died_these_days() -> None:
    """A memorial is of old, unless the deed has a day of the news."""
    text = "A memorial was held for six men whom bandits shot."
    at = Span(text.index("shot"), text.index("."))
    assert of_fiction(text, Span(0, len(text)), at) is not None
    assert of_fiction(text, Span(0, len(text)), at, of_news=True) is None

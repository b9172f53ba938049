"""Who was arrested is counted by whatever words say so."""

from __future__ import annotations

import pytest

from geo import counts
from geo.model import Span


@pytest.mark.parametrize(
    ("text", "arrested"),
    [
        ("Police took 61 of them into custody.", 61),
        ("Two boys were caught with petrol and placed in custody.", 2),
        ("Four persons were picked up for questioning.", 4),
        ("The minister said 82 suspects were being held.", 82),
        ("More than 40 marchers were rounded up in the square.", 40),
        ("The mayor was led away in handcuffs.", 1),
        ("The navy captured three crew.", 3),
        ("Six people had been taken into custody by Monday.", 6),
    ],
)
def test_arrests_in_many_words_are_counted(text: str, arrested: int) -> None:
    """Custody, handcuffs, held and picked up tell of an arrest as the verb does."""
    assert counts.find(text, Span(0, len(text)))["arrested"].minimum == arrested


@pytest.mark.parametrize(
    "text",
    [
        "Three nuns were held hostage for a week.",
        "Two drivers were held up by the traffic.",
        "She fought for custody of two children.",
        "He picked up three passengers.",
    ],
)
def test_what_only_sounds_like_an_arrest_is_none(text: str) -> None:
    """Hostages, delays, divorces and lifts are no arrests."""
    assert "arrested" not in counts.find(text, Span(0, len(text)))

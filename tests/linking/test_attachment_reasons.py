"""Why a place was chosen for a deed, and why another one was not, is said in words."""

from __future__ import annotations

import pytest

from geo.linking.attachment_reasons import against, why
from geo.linking.fields import Field
from geo.linking.pairings import Pairing
from geo.linking.scenes import Sentence
from geo.model import Span


def field(text: str) -> Field:
    """Take a sentence apart in which nothing was looked up."""
    return Field(text, Sentence(Span(0, len(text)), 0, (), ()))


@pytest.mark.parametrize(
    ("text", "trigger", "reason"),
    [
        ("A man was shot in Tolmen.", "shot", "'in' stands before it"),
        ("They captured Tolmen.", "captured", "'captured' is done to it"),
    ],
)
def test_what_binds_a_place_is_named(text: str, trigger: str, reason: str) -> None:
    """Its preposition, or the verb that is done to it."""
    told = field(text)
    start = text.index(trigger)
    pairing = Pairing(told, Span(start, start + len(trigger)))
    assert why(pairing, told.contenders[-1]) == reason


@pytest.mark.parametrize(
    ("clue", "said"),
    [
        ("aside", "in a clause about somebody"),
        ("gap=5|in", "farther from the words that tell of it"),
        ("p|side=inA", "'in' before it puts it elsewhere"),
        ("unheard of", "less likely"),
    ],
)
def test_the_worst_clue_says_why_a_place_lost(clue: str, said: str) -> None:
    """A clue without words of its own leaves it at the odds."""
    assert against(field("A man was shot in Tolmen.").contenders[-1], clue) == said

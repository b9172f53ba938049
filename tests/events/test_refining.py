"""Words refine a trigger only where they are of its deed."""

from __future__ import annotations

import pytest

from geo.events.refining import is_answered, is_of
from geo.model import Span


def at(text: str, words: str) -> Span:
    """Return where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "refined"),
    [
        ("five were killed by a bomb", True),
        ("five were killed, while in the east a bomb went off", False),
        ("they were killed in the camp, after two were hit by a bomb", False),
        ("they were killed a day after a bomb went off", False),
        ("they were killed at the house that an earlier bomb had damaged", False),
    ],
)
def test_a_weapon_of_another_deed_refines_none(text: str, *, refined: bool) -> None:
    """Another clause, another day: another deed."""
    assert is_of(text, at(text, "bomb"), at(text, "killed"), timed=True) is refined


def test_what_is_no_weapon_may_come_later() -> None:
    """Who acts goes on acting."""
    text = "the town was attacked hours after rebels came"
    assert is_of(text, at(text, "rebels"), at(text, "attacked"), timed=False)


def test_a_murder_is_a_deed_of_its_own_clause() -> None:
    """The bomb behind "and" is another one's."""
    text = "the murder of a judge and a bomb on a bus"
    assert not is_of(text, at(text, "bomb"), at(text, "murder"), timed=True)
    assert is_of(text, at(text, "bomb"), at(text, "bus"), timed=True)


def test_what_a_deed_answers_refines_it_not() -> None:
    """Troops who hunt bombers may shoot."""
    text = "troops hunting those behind the blast killed three"
    assert is_answered(text, at(text, "blast"))
    assert not is_answered("a blast killed three", Span(2, 7))

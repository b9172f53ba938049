"""Whom a pronoun means within its sentence."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.casualties.persons import Person


def victim(sentence: str) -> Person:
    """Return who was harmed last."""
    return read(sentence)[-1].people[0]


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("A cook stepped outside before he was shot.", "cook"),
        ("A nun said he was shot.", "he"),
        ("A cook took the rifle and shot him.", "him"),
        (
            "According to spokesman Bo Lind it was dark when a cook looked out and he was shot.",
            "cook",
        ),
    ],
)
def test_he_is_the_first_who_can_be(sentence: str, head: str) -> None:
    """By sex and number, and never who does it."""
    assert victim(sentence).head == head


def test_whom_the_police_shoot_attacked() -> None:
    """A man at whom officers had to shoot is the attacker of the story."""
    assert victim("A cook raised a rifle and officers shot him.").attacker


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("A cook shot a clerk and then killed himself.", "A cook"),
        ("A nun was shot by a cook who later killed himself.", "a cook"),
        ("Two cooks killed themselves.", "Two cooks"),
    ],
)
def test_who_harms_himself_is_a_subject(sentence: str, who: str) -> None:
    """Not whom he shot before."""
    harm = next(harm for harm in read(sentence) if harm.own)
    assert sentence[harm.start : harm.end] == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("His grandson took a rifle and shot a neighbour, killing him.", "a neighbour"),
        ("Two deputies fired at the robber, killing him.", "the robber"),
        ("A baker fired upon a thief, killing him.", "a thief"),
        ("A farmer fires at his brother, killing him.", "his brother"),
        ("A thief shot at a guard, wounding him before killing himself.", "a guard"),
    ],
)
def test_whom_the_verb_before_hit_is_him(sentence: str, who: str) -> None:
    """Nearer than the subject of the sentence."""
    verb = sentence.index("killing him") if "killing him." in sentence else sentence.index("wound")
    harm = next(harm for harm in read(sentence) if harm.at == verb)
    assert sentence[harm.start : harm.end] == who

"""Who survives and whom nobody could save is told by words of rescue."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read


def fates(sentence: str) -> set[str]:
    """Return what a sentence says befell people."""
    return {harm.fate for harm in read(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Surgeons were not able to save her.",
        "Medics could not save the cook.",
        "The miner could not be revived.",
        "The nun did not make it.",
        "He was taken off life support on Sunday.",
        "Her parents decided to remove her from life support.",
        "A clerk did not survive.",
    ],
)
def test_who_could_not_be_saved_is_dead(sentence: str) -> None:
    """In the active and the passive, and by what nobody says outright."""
    assert fates(sentence) == {"killed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Medics saved the cook.",
        "The nun did not make it to the chapel.",
        "The nun could not make it.",
        "They hope to save the school.",
    ],
)
def test_who_was_saved_or_came_late_is_not(sentence: str) -> None:
    """Only a rescue in vain tells of a death."""
    assert fates(sentence) == set()


@pytest.mark.parametrize(
    "sentence", ["The cook is expected to make a full recovery.", "Two nuns are likely to survive."]
)
def test_who_will_recover_is_hurt(sentence: str) -> None:
    """Nobody recovers who was not hurt."""
    assert fates(sentence) == {"injured"}

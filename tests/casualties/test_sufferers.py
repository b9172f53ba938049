"""What a word of harm is about must be people, and must have come to harm."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read


def told(sentence: str) -> set[tuple[str, int]]:
    """Return what befell how many, but for what befell nobody."""
    found = ((harm.fate, harm.count.minimum) for harm in read(sentence) if harm.count)
    return {(fate, many) for fate, many in found if many}


@pytest.mark.parametrize(
    "sentence",
    [
        "Of 40 drones 12 were shot down over Varn.",
        "Bailiffs executed 18 warrants.",
        "Two pylons were blown up.",
        "Shots were heard near Lake Dren after a sluice was blown up.",
        "Neither the cook nor his sister was wounded.",
    ],
)
def test_drones_papers_and_whoever_is_denied_to_be_hurt_are_no_victims(sentence: str) -> None:
    """Their number is none of people, or of nobody."""
    assert told(sentence) == set()


def test_what_is_denied_of_one_may_befall_another() -> None:
    """A word before denies its own clause only."""
    assert told("Neither driver was hurt, but two nuns were killed.") == {("killed", 2)}
    assert told("Neither of the two millers shot in Varn was armed.") == {("struck", 2)}


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("A missile struck a rebel base near Holm.", False),
        ("A missile struck a rebel tactical unit near Holm.", False),
        ("A missile struck a rebel near Holm.", True),
    ],
)
def test_what_people_own_is_no_person(text: str, *, hurt: bool) -> None:
    """A rebel base that is hit is not a rebel who is."""
    assert bool(told(text)) is hurt

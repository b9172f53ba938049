"""What a phrase measures from begins where its words end, and is read whole."""

from __future__ import annotations

import pytest

from geo.model import Mention, MentionClass, Span
from geo.toponymy.landmarks import AND, Landmarks


def landmarks(text: str) -> Landmarks:
    """Return the landmarks of a text that may name Aru, Bela and the Dorians."""
    uses = {
        "Aru": MentionClass.LITERAL,
        "Bela": MentionClass.LITERAL,
        "Dorian": MentionClass.DEMONYM,
    }
    named = [
        Mention(Span(text.index(name), text.index(name) + len(name)), name, use)
        for name, use in uses.items()
        if name in text
    ]
    return Landmarks(text, sorted(named, key=lambda mention: mention.span))


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Aru fell", "place", ["Aru"]),
        ("the besieged town of Aru", "place", ["Aru"]),
        ("the Dorian town of Bela", "place", ["Bela"]),
        ("the border with Aru", "border", ["Aru"]),
        ("the border between Aru and Bela", "border", ["Aru", "Bela"]),
        ("the Dorian border", "border", ["Dorian"]),
        ("Aru's border with Bela", "border", ["Aru", "Bela"]),
        ("the Aru–Bela border", "border", ["Aru", "Bela"]),
        ("the coast of Aru", "coast", ["Aru"]),
        ("the Dorian coast", "coast", ["Dorian"]),
    ],
)  # fmt: skip
def test_a_landmark_is_read_from_its_first_word(text: str, kind: str, names: list[str]) -> None:
    """A border may be that of two, and a people stands for its land."""
    found = landmarks(text).measured(0)
    assert found is not None
    assert (found.kind, [mention.name for mention in found.references]) == (kind, names)


@pytest.mark.parametrize("text", ["Dorian troops", "where Aru lies", "the mood in Bela"])
def test_no_distance_is_measured_from_a_people_or_from_behind_other_words(text: str) -> None:
    """Only the sort of a place may stand before its name."""
    assert landmarks(text).measured(0) is None


def test_a_bare_name_behind_off_is_a_coast() -> None:
    """A boat 9 miles off Aru is at sea."""
    found = landmarks("Aru").measured(0, sea=True)
    assert found is not None
    assert found.kind == "coast"


def test_a_pair_is_of_two_names() -> None:
    """Where it ends the second name does."""
    found = landmarks("Aru and the port of Bela fell").pair(0, AND)
    assert found is not None
    assert found.end == len("Aru and the port of Bela")
    assert landmarks("Aru or Bela").pair(0, AND) is None

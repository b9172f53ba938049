"""Phrases of people: their names and ages, and which of them are one group."""

from __future__ import annotations

import pytest

from geo.casualties.people import people
from geo.casualties.persons import groups, total
from geo.casualties.tokens import cut


def sizes(sentence: str) -> list[int]:
    """Return how many phrases each group has."""
    words = cut(sentence)
    return [len(group) for group in groups(words, people(words))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A nun, a cook and two clerks slept.", [3]),
        ("Two cooks from Malta and one from Crete slept.", [2]),
        ("He and his uncle slept.", [2]),
        ("A nun slept while two clerks read.", [1, 1]),
        ("Ten clerks, including two nuns, and a cook slept.", [1, 1, 1]),
    ],
)
def test_phrases_that_are_joined_are_one_group(sentence: str, expected: list[int]) -> None:
    """By commas and "and"; an origin between does not part, an inclusion does."""
    assert sizes(sentence) == expected


def test_nouns_share_an_article() -> None:
    """In "his aunt and niece" there are two persons."""
    assert [p.head for p in people(cut("His aunt and niece slept."))] == ["aunt", "niece"]
    assert [p.head for p in people(cut("His aunt and clerks slept."))] == ["aunt"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Four victims, three boys and one adult, 25-year-old Tad Kerry, slept.", 4),
        ("His two brothers, his mother and a nun slept.", 4),
        ("Noise woke her and two others.", 3),
    ],
)
def test_a_list_may_explain_or_go_on(sentence: str, expected: int) -> None:
    """A name behind an adult is his; a mother is none of two brothers."""
    words = cut(sentence)
    [group] = groups(words, people(words))
    assert total(words, group).minimum == expected


def test_two_offices_are_of_one_name() -> None:
    """A second noun without an article says who somebody is."""
    words = cut("It killed Omar Kos, a 45-year-old baker and resident of Tolmen.")
    [group] = groups(words, people(words))
    assert total(words, group).minimum == 1

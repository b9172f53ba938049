"""Who is named in a sentence, and how many."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.casualties.people import people
from geo.casualties.persons import Person, groups, total
from geo.casualties.tokens import cut


def named(sentence: str) -> list[Person]:
    """Return the phrases of people."""
    return people(cut(sentence))


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Two nuns and a guard prayed.", 3),
        ("Two people, a nun and a priest, prayed.", 2),
        ("A farmer, his wife and three children fled.", 5),
        ("A couple fled.", 2),
    ],
)
def test_lists_add_up_and_explanations_do_not(sentence: str, count: int) -> None:
    """Who only explains a number adds nobody."""
    words = cut(sentence)
    assert total(words, groups(words, people(words))[0]).minimum == count


def test_ages_names_and_sex_are_kept() -> None:
    """They tell one victim from another."""
    person = named("Officers found a woman, Mira Kolar, 52, in a car.")[0]
    name = named("Officers found Mira Kolar, 52, in a car.")[0]
    assert (person.sex, name.name, name.ages) == ("f", ("mira", "kolar"), (52,))


@pytest.mark.parametrize("sentence", ["He drove 12 km.", "Room 40 was empty.", "The car stopped."])
def test_things_are_no_people(sentence: str) -> None:
    """Numbers and nouns of other things name nobody but the driver."""
    assert [p for p in named(sentence) if p.head != "he"] == []


def test_a_part_knows_its_whole() -> None:
    """The phrase "One of the five" is one, of five."""
    part = named("One of the five guards slept.")[0]
    assert part.part
    assert part.whole is not None
    assert (part.count, part.whole.minimum) == (part.count, 5)


@given(st.text(max_size=80))
def test_phrases_stand_in_order(text: str) -> None:
    """No text fails, and no word belongs to two phrases."""
    found = named(text)
    assert all(a.last <= b.first for a, b in itertools.pairwise(found))


def test_some_of_a_group_are_not_all_of_it() -> None:
    """How many they are is not told; "both" before an age is of two, told before."""
    assert [p.count for p in named("Some of the roughly 50 people slept.")] == [None]
    assert all(p.count is None or p.count.minimum < 3 for p in named("Two boys, both 17, slept."))


def test_a_mans_body_is_a_mans() -> None:
    """The dead have the sex of their owner."""
    assert [p.sex for p in named("A man's body was found.")] == ["m"]

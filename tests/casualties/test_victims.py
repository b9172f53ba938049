"""What phrases of people say of themselves, and deeds that name nobody."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.casualties.ledger import Ledger
from geo.model import Article
from geo.reports.tolls import whole


def told(sentence: str) -> set[tuple[str, int]]:
    """Return fates and numbers."""
    return {(harm.fate, harm.count.minimum) for harm in read(sentence) if harm.count is not None}


def test_a_deadly_deed_is_told_without_a_number() -> None:
    """Somebody died, whoever it was; detectives of a squad tell nothing."""
    assert [harm.fate for harm in read("Police asked about the fatal shooting.")] == ["fatal"]
    assert read("Homicide detectives came.") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bodies of four farmers were found with machete wounds.", {("killed", 4)}),
        ("Four corpses were found after the attack.", {("killed", 4)}),
        ("The remains of three herders were found.", {("killed", 3)}),
        ("The remains of the house were found.", set()),
        ("Three student bodies called for a strike.", set()),
        ("Two governing bodies were found in breach.", set()),
    ],
)
def test_bodies_found_are_dead(sentence: str, expected: set[tuple[str, int]]) -> None:
    """Bodies of farmers are, bodies of students that call for a strike are not."""
    assert {(fate, number) for fate, number in told(sentence) if fate == "killed"} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Medics came for two gunshot victims.", {("struck", 2)}),
        ("The driver was among the dead.", {("killed", 1)}),
        ("Four cooks were shot, one fatally.", {("struck", 4), ("killed", 1)}),
        ("Hundreds came to the burial of 40 victims.", set()),
    ],
)
def test_a_phrase_says_what_befell_its_people(
    sentence: str, expected: set[tuple[str, int]]
) -> None:
    """Without a verb; who is only buried is no news."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence", ["He denies attempted murder.", "It was no murder.", "Homicide detectives came."]
)
def test_a_murder_that_was_none_tells_nothing(sentence: str) -> None:
    """Nor does one that gives a squad its name."""
    assert read(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A man was killed and his body was found in the yard.",
        "A woman was killed near Tolmen, her body was found on 8 May.",
    ],
)
def test_a_body_is_of_who_was_killed(sentence: str) -> None:
    """His body is no second victim."""
    ledger = Ledger()
    ledger.add(read(sentence), 0)
    killed = ledger.toll().killed
    assert killed is not None
    assert killed.maximum == 1


def test_what_is_of_victims_counts_none() -> None:
    """A list of names is of another deed or of many."""
    assert told("It stands on a list of 7,000 victims' names.") == set()


def test_the_bodies_of_the_dead_are_none_of_the_hurt() -> None:
    """Only in a loose list do they arrive together."""
    text = "The bodies of two of the killed nuns and eight wounded nuns arrived."
    assert ("killed", 10) not in told(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A clinic received four bodies and 17 wounded.", {"killed": 4, "injured": 17}),
        ("Two officers fell in the line of duty.", {"killed": 2}),
        ("Three elements of the guard lost their lives.", {"killed": 3}),
    ],
)
def test_bodies_are_none_of_the_hurt(sentence: str, expected: dict[str, int]) -> None:
    """Who fell in the line of duty, and elements of an army, are people."""
    told = whole(Article("a", sentence)).stated()
    assert {fate: count.minimum for fate, count in told.items()} == expected

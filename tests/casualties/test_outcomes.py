"""What became of people, by words that tell of it in passing."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.casualties.outcomes import readers
from geo.casualties.vocabulary import vocabulary


def told(sentence: str) -> list[tuple[str, int]]:
    """Return fates and least numbers, as they stand in the sentence."""
    return [(h.fate, h.count.minimum) for h in read(sentence) if h.count is not None]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The storm brought the number of dead to 31.", ("killed", 31)),
        ("Officials put the number of people injured at 17.", ("injured", 17)),
        ("The death toll rose from nine to 13.", ("killed", 13)),
        ("The quake claimed 40 lives.", ("killed", 40)),
        ("Both pilots lost their lives.", ("killed", 2)),
        (
            "The number of those who lost their lives at the mill in Arno rose to six.",
            ("killed", 6),
        ),
        ("The number of people killed has been revised upward from 13 to 19.", ("killed", 19)),
    ],
)
def test_numbers_stand_behind_the_word_that_tells_of_whom(
    sentence: str, expected: tuple[str, int]
) -> None:
    """Of "from nine to 13" the latest counts."""
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The brigade lost three of its own soldiers.", [("killed", 3)]),
        ("The army lost six paratroopers.", [("killed", 6)]),
        ("The army lost six positions.", []),
        ("The army lost six games.", []),
        ("A carpenter lost a leg.", [("injured", 1)]),
        ("A baker lost his sight.", [("injured", 1)]),
    ],
)
def test_only_people_are_lost_to_death(sentence: str, expected: list[tuple[str, int]]) -> None:
    """Fighters can be; what else an army loses is no toll, and who loses a leg lives."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "fate"),
    [
        ("A teacher suffered a broken arm.", "injured"),
        ("Two clerks were treated for gunshot wounds.", "treated"),
        ("A teacher was in a coma.", "injured"),
        ("A teacher needed medical treatment.", "injured"),
        ("A teacher was taken to a hospital.", "treated"),
        ("A teacher is expected to survive.", "injured"),
        ("A teacher did not survive.", "killed"),
        ("A teacher passed away.", "killed"),
        ("A cook who had been in a coma passed on at the clinic.", "killed"),
        ("A teacher was taken into custody.", "arrested"),
    ],
)
def test_each_outcome_has_its_fate(sentence: str, fate: str) -> None:
    """Hospitals, wounds, condition and custody tell it of their subject."""
    assert fate in {harm.fate for harm in read(sentence)}


@pytest.mark.parametrize(
    ("sentence", "fate"),
    [
        ("The sniper turned the rifle on himself.", "killed"),
        ("The sniper shot a cook and then himself.", "killed"),
        ("The sniper accidentally shot himself in the foot.", "struck"),
        ("The sniper committed suicide.", "killed"),
    ],
)
def test_an_attacker_may_be_his_own_victim(sentence: str, fate: str) -> None:
    """Such harm is his own doing, and counts as that."""
    assert [harm.fate for harm in read(sentence) if harm.own] == [fate]


def test_each_list_of_outcomes_has_its_reader() -> None:
    """No word that makes a sentence worth reading is then read by nobody."""
    assert set(readers()) == set().union(*vocabulary().outcomes.values())


def test_who_killed_others_and_himself_is_dead_too() -> None:
    """His own name for himself is no object of the verb."""
    assert [harm.own for harm in read("A pupil killed four friends and himself.")] == [False, True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The murder toll for the year stood at 164, compared with 231 in the same period.",
        "The killing takes this year's death toll to 98.",
        "The town's homicide toll has reached 41.",
        "It brings the number of people killed this year to 143.",
    ],
)
def test_the_toll_of_a_year_is_not_that_of_a_deed(sentence: str) -> None:
    """A murder toll is always one of a year; so is what a year has."""
    assert [row for row in told(sentence) if row[0] == "killed"] == []


def test_lives_are_lost_in_the_present_too() -> None:
    """To "lose their lives" tells as much as "lost", unless it only may happen."""
    assert told("At least 11 miners lose their lives in Tolmen.") == [("killed", 11)]
    assert told("Eleven miners could lose their lives in Tolmen.") == []

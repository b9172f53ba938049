"""What a sentence leaves out: verbs of the clause before, parts of a whole, numbers told before."""

from __future__ import annotations

import pytest

from geo.casualties.counts import find
from geo.casualties.harms import read
from geo.model import Span


def counted(sentence: str) -> tuple[int, int]:
    """Return how many were killed and injured, at least."""
    found = find(sentence, Span(0, len(sentence)))
    killed, injured = (found.get(name) for name in ("killed", "injured"))
    return killed.minimum if killed else 0, injured.minimum if injured else 0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Shelling killed eight people in Pelm and another four in Zuber.", (12, 0)),
        ("A man was hit in the arm and a woman in the neck.", (0, 2)),
        ("Shelling killed eight people in Pelm and four families left Zuber.", (8, 0)),
        ("A man was hit in the arm and a woman in the kitchen fled.", (0, 1)),
    ],
)
def test_a_verb_left_out_is_that_of_the_clause_before(
    sentence: str, expected: tuple[int, int]
) -> None:
    """Others share it behind a place, anybody where the words are parallel; not who has his own."""
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine miners died, and the dead included two brothers.",
        "Nine miners died, and among the dead was a foreman.",
        "Nine people died, and a foreman was among those killed.",
        "Nine people were killed, two nurses among them.",
    ],
)
def test_who_is_named_of_the_dead_was_counted(sentence: str) -> None:
    """A part adds nothing to its whole, whichever of them is the subject."""
    assert counted(sentence) == (9, 0)


def test_a_part_before_its_number_is_dead() -> None:
    """The words "of those killed" say what befell the number behind them."""
    assert counted("Of those killed, seven were apprentices.") == (7, 0)
    assert counted("Of those present, seven were apprentices.") == (0, 0)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Killed were a nurse and two drivers.", (3, 0)),
        ("Killed in the blast were two guards and a child.", (3, 0)),
        ("Also hurt were three pupils.", (0, 3)),
        ("Among the dead were a nurse, two drivers and a boy.", (4, 0)),
        ("The dead are Ana Kos, 31; Bo Lind, 40; and Ove Holm, 22.", (3, 0)),
        ("Hurt by the news were the markets.", (0, 0)),
        ("The dead 15-year-old was Bo Lind.", (1, 0)),
    ],
)
def test_lists_stand_behind_the_verb(sentence: str, expected: tuple[int, int]) -> None:
    """Whom a list names behind "killed were" was killed, whatever marks part them."""
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The raid left 16 villagers dead and as many wounded.", (16, 16)),
        ("The raid left 16 villagers dead and an equal number wounded.", (16, 16)),
        ("The raid left 16 villagers dead and twice as many wounded.", (16, 0)),
    ],
)
def test_as_many_are_those_told_before(sentence: str, expected: tuple[int, int]) -> None:
    """The number stands before; twice as many are another number."""
    assert counted(sentence) == expected


def test_of_two_days_the_later_count_is_all() -> None:
    """Who counts by a day counts all until then, also where the noun is left out."""
    assert counted("Monks counted 31 bodies by Friday and 36 by Saturday.") == (36, 0)


def test_an_ordinal_to_die_is_a_toll() -> None:
    """The sixth to die makes six dead."""
    assert counted("She is the sixth climber to die of wounds.") == (6, 0)
    assert counted("She is the sixth climber to bear such wounds.") == (0, 0)


def test_who_is_in_hospital_shares_no_death() -> None:
    """Whose verb is left out lives, where the words behind say so."""
    assert counted("The blast left one nun dead and three others in the hospital.") == (1, 3)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The victims were Ana Kos, Bo Lind and Jan Wirth.", []),
        ("The dead were identified as Ana Kos, 20; and Bo Lind, 31.", [("killed", 2)]),
        ("Police identified the dead as Ana Kos, 69, and Bo Lind, 68.", [("killed", 2)]),
        ("The victims were taken to Long Hill and Mount Arno.", []),
        ("Bombs killed six men in Arno and another four in Belt.", [("killed", 6), ("killed", 4)]),
        ("Two of the three have died.", [("killed", 2)]),
    ],
)
def test_a_list_of_names_counts_the_dead(sentence: str, told: list[tuple[str, int]]) -> None:
    """Places that they were taken to are none."""
    found = [(harm.fate, harm.count.minimum) for harm in read(sentence) if harm.count is not None]
    assert found == told

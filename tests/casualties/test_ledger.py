"""One entry a victim, however often the news tells of it."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.casualties.ledger import Ledger


def added(*sentences: str) -> tuple[int | None, int | None]:
    """Return how many were killed and injured over sentences."""
    ledger = Ledger()
    for sentence in sentences:
        ledger.add(read(sentence), 0)
    toll = ledger.toll()
    return (
        toll.killed.minimum if toll.killed else None,
        toll.injured.minimum if toll.injured else None,
    )


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("A man was shot dead.", "The victim, Bo Lind, 24, died at the scene."), (1, None)),
        (("Two men were shot.", "One of them died.", "The other is in stable condition."), (1, 1)),
        (("A man was killed.", "A woman was killed."), (2, None)),
        (("Bo Lind was killed.", "Ana Kos was killed."), (2, None)),
        (("A boy, 8, was hurt.", "A boy, 16, was hurt."), (None, 2)),
        (("A boy was hurt.", "The boy was hurt in the leg."), (None, 1)),
        (("Two guards were killed.", "A third guard died on Monday."), (3, None)),
        (("Two guards were killed.", "A third, who had been hit by a shell, died."), (3, None)),
        (("Five men were wounded.", "One of them later died."), (1, 4)),
        (("Six people were killed.", "The toll has risen to nine."), (9, None)),
        (("Four passengers died.", "Two more died in hospital."), (6, None)),
        (("He killed three clerks and then himself.",), (4, None)),
        (("Four people were found dead.", "The father shot himself."), (4, None)),
        (("A man was shot in the leg.",), (None, 1)),
        (("A cook died on the way to hospital.", "His cousin was hit in the thigh."), (1, 1)),
        (("A boy was shot dead.", "The older one had shot his brother."), (1, None)),
        (("Three cooks were killed.", "A fourth cook is in critical condition."), (3, 1)),
        (("Four cooks died, one of them hit by a shell.",), (4, None)),
        (("A man was shot.", "Police speak of a fatal shooting."), (1, None)),
    ],
)
def test_a_later_mention_is_new_the_same_a_part_or_a_total(
    sentences: tuple[str, ...], expected: tuple[int | None, int | None]
) -> None:
    """Names, ages, sex and what was said before decide."""
    assert added(*sentences) == expected


def test_nothing_said_is_not_none_hurt() -> None:
    """No word is unknown, "nobody" is zero."""
    assert added("Shots were fired.") == (None, None)
    assert added("Nobody was hurt.") == (None, 0)


def test_other_cases_far_below_add_nobody() -> None:
    """News tells its victims together; who dies ten sentences later is of another story."""
    filler = ("Police asked for help.",) * 10
    assert added("A man was killed.", *filler, "A woman was killed.") == (1, None)


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("Six guards were killed; the rebels lost two of their own men.",), (8, None)),
        (("Two clerks were critically hurt, and four were seriously hurt.",), (None, 6)),
        (("A nun was hurt.", "A priest was also hurt."), (None, 2)),
        (("Two bombers blew themselves up, killing five guards.",), (7, None)),
        (("Three cooks were wounded.", "A fourth was killed."), (1, 3)),
        (("Three cooks were killed.", "A fourth died on Monday."), (4, None)),
        (("Two cooks were killed and five hurt.", "One of the hurt died in hospital."), (3, 4)),
        (("Six cooks were hurt.", "Two of the injured have died."), (2, 4)),
        (("Six guards were hurt.", "Two of the attackers died."), (2, 6)),
        (("Four cooks died and nine were hurt.", "A nun among the injured later died."), (5, 8)),
        (("Four cooks died and nine were hurt.", "Two more died in hospital."), (6, 7)),
        (("A robber stabbed four cooks.", "He was shot dead by police."), (1, 4)),
        (("Four cooks were killed.", "The gunman was also killed."), (5, None)),
        (("Four cooks, including the gunman, were killed.",), (4, None)),
    ],
)
def test_whoever_is_told_of_is_counted_once(
    sentences: tuple[str, ...], expected: tuple[int | None, int | None]
) -> None:
    """Own losses, grades, "also", attackers and ordinals each add what they say."""
    assert added(*sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            (
                "Three cooks were shot.",
                "A fourth cook was shot later.",
            ),
            (None, 4),
        ),
        (
            ("A cook, 21, was shot.", "A second man, 25, was shot and a third was grazed."),
            (None, 3),
        ),
        (("Ann Pell and Bo Rusk were found dead.", "A woman, 30, was also shot."), (2, 1)),
        (("Bo Rusk, 38, was killed at the wheel.", "A passenger lost an eye."), (1, 1)),
        (("A boy, 9, was killed.", "A caller said his stepson had been shot."), (1, None)),
        (("Another 5-year-old was hurt and Ada Lynch was killed.",), (1, 1)),
        (("Four victims were taken away.", "One of those victims later died."), (1, 3)),
        (("Bo Rusk shot Ann Pell, then himself.", "Both died."), (2, None)),
    ],
)
def test_who_is_told_as_another_is_one(
    sentences: tuple[str, ...], expected: tuple[int | None, int | None]
) -> None:
    """An ordinal counts the hurt, "also" adds to the dead, a caller's child is the one who died."""
    assert added(*sentences) == expected


def test_who_turned_the_gun_on_himself_may_live() -> None:
    """That he died is only presumed, until a hospital says how he is."""
    sentence = "A clerk killed his wife before turning the gun on himself."
    assert added(sentence) == (2, None)
    assert added(sentence, "He is in critical condition.") == (1, 1)
    assert added(sentence, "He was taken to a hospital and died there.") == (2, None)


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("A boy, 15, was shot dead.", "Another 15-year-old was also shot."), (1, 1)),
        (("The gun killed a 16-year-old.", "It critically injured a 16-year-old."), (1, None)),
        (("A man was shot.", "A second man was also shot."), (None, 2)),
        (("Wirth was killed.", "One colleague was injured."), (1, 1)),
        (
            ("Four people were shot.", "All four are in serious condition.", "One of them died."),
            (1, 3),
        ),
        (("A cook died weeks after he and two ushers were wounded.",), (1, 2)),
        (("A nun and a cook were taken to hospital, where they died.",), (2, None)),
        (
            ("A cook was killed and three others hurt.", "Four victims were taken to hospital."),
            (1, 3),
        ),
        (("The other three victims were two nuns and a cook.",), (None, 3)),
        (("A senator was shot.", "Two other men were wounded."), (None, 3)),
        (
            ("A cook died.", "Ana Kos and Bo Lind were wounded.", "The dead man had two sons."),
            (1, 2),
        ),
    ],
)
def test_the_dead_are_no_longer_hurt_and_another_is_another(
    sentences: tuple[str, ...], expected: tuple[int | None, int | None]
) -> None:
    """A number that may hold the dead does not add them to the hurt."""
    assert added(*sentences) == expected


def test_one_who_was_held_and_beaten_is_told_of_twice() -> None:
    """An arrest and a wound are no one harm, though they befell one person of a sentence."""
    ledger = Ledger()
    ledger.add(read("A clerk was detained and severely beaten."), 0)
    toll = ledger.toll()
    assert toll.injured is not None
    assert toll.arrested is not None


@pytest.mark.parametrize(
    ("sentences", "dead"),
    [
        (("Four people were killed.", "Three died there and a fourth man died in hospital."), 4),
        (("Three men were killed and a fourth was wounded.", "He later died in hospital."), 4),
        (("Three men were shot dead.", "A fourth man later died in hospital."), 4),
        (("Two men were shot dead and two wounded.", "A fourth man later died in hospital."), 3),
    ],
)
def test_a_fourth_who_died_is_counted_once(sentences: tuple[str, ...], dead: int) -> None:
    """His number holds him; beside those who were killed he is one more."""
    assert added(*sentences)[0] == dead


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("A guard at the gate and two cooks were killed.",), (3, None)),
        (("A nurse from Orva and two patients died on Monday.",), (3, None)),
        (("A shell killed a cook outside the mill and two boys.",), (3, None)),
        (("Gunmen shot a cook in a bar and two boys fled.",), (None, 1)),
        (("A cook suffered burns and two guards lesser injuries.",), (None, 3)),
        (("Two cooks were scalded.",), (None, 2)),
        (("Two cooks were killed and carts and tents were burnt.",), (2, None)),
        (("Villagers beat a suspected thief to death.",), (1, None)),
        (("Settlers set on a herder, breaking his arm.",), (None, 1)),
        (("A gunman shot two cooks.", "Neither survived."), (2, None)),
        (("A cook was hurt.", "A passer-by was hit by a second shell."), (None, 2)),
        (("A pedestrian was hurt.", "A passer-by was hit by a shell."), (None, 1)),
    ],
)
def test_who_stands_beside_others_is_counted(
    sentences: tuple[str, ...], expected: tuple[int | None, int | None]
) -> None:
    """Past where he was, in a clause without a verb, and as one who only came by."""
    assert added(*sentences) == expected

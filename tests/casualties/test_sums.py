"""The sum of numbers and persons."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.casualties.ledger import Ledger
from geo.casualties.sums import Told, Toll, Total, add_up
from geo.model import Count, Span


def total(fate: str, number: int, sentence: int = 1, **more: object) -> Total:
    """Return a number stated for a group, each at its own place."""
    place = number * 100 + sentence
    return Total(fate, Count(number, number), sentence, Span(place, place + 1), **more)  # type: ignore[arg-type]


def added(*totals: Total, lost: int = 0) -> tuple[int, int]:
    """Return how many were killed and injured."""
    toll = add_up(Told({"harm": [], "arrested": [], "missing": []}, totals, lost))
    return tuple(count.minimum if count else 0 for count in (toll.killed, toll.injured))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ((total("killed", 3), total("killed", 5, 2)), (5, 0)),
        ((total("killed", 9), total("killed", 5, 2, toll=True, grown=True)), (5, 0)),
        ((total("killed", 9), total("killed", 5, 2, toll=True)), (9, 0)),
        ((total("killed", 9), total("killed", 12, 2, toll=True)), (12, 0)),
        ((total("killed", 9), total("killed", 12, 2, old=True)), (9, 0)),
        ((total("killed", 3), total("killed", 2, 2, more=True)), (5, 0)),
        ((total("killed", 3), total("killed", 30, 9)), (3, 0)),
        ((total("struck", 6), total("killed", 2)), (2, 4)),
        ((total("injured", 2, grade="critical"), total("injured", 3, grade="serious")), (0, 5)),
        ((total("injured", 2, grade="critical"), total("injured", 3, grade="critical")), (0, 3)),
    ],
)
def test_tolls_stand_above_numbers(totals: tuple[Total, ...], expected: tuple[int, int]) -> None:
    """What came on top and other grades are added; what some put lower than the lead is no toll."""
    assert added(*totals) == expected


def test_who_died_of_wounds_is_no_longer_hurt() -> None:
    """Those who were lost leave the wounded."""
    assert added(total("injured", 5), lost=2) == (0, 3)


def test_a_fatal_shooting_killed_somebody() -> None:
    """How many is open."""
    toll = add_up(Told({"harm": [], "arrested": [], "missing": []}, [], fatal=Span(0, 5)))
    assert toll == Toll(killed=Count(1, None, span=Span(0, 5)))


def test_who_is_hurt_beside_a_number_is_added() -> None:
    """A woman is none of two men, and who was shot by one of two dead is the other."""
    ledger = Ledger()
    ledger.add(read("Two men were shot and a woman was cut by glass."), 0)
    assert ledger.toll().injured == Count(3, 3, span=Span(0, 7))
    ledger = Ledger()
    for sentence in ("Two people are dead.", "Bo Rusk shot his wife, Ann, and then himself."):
        ledger.add(read(sentence), 0)
    assert [count.minimum for count in ledger.toll().stated().values()] == [2]

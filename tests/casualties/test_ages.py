"""How old people are said to be."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.casualties.people import people
from geo.casualties.tokens import cut


@pytest.mark.parametrize(
    ("sentence", "ages"),
    [
        ("A 15-year-old slept.", (15,)),
        ("A 15 year old slept.", (15,)),
        ("Ana Kos, 31, slept.", (31,)),
        ("Ana Kos (31) slept.", (31,)),
        ("Three girls aged four, six and nine lost a shoe.", (4, 6, 9)),
        ("Two cooks, aged 20 and 31, slept.", (20, 31)),
        ("Two cooks aged twenty and thirty were shot.", (20, 30)),
        ("Two boys, eight and ten, slept.", (8, 10)),
        ("A cook, two guards and a boy slept.", ()),
        ("A girl of seven, Ana, slept.", (7,)),
        ("A mother of seven slept.", ()),
        ("A cook, 12 miles away, slept.", ()),
        ("A cook in his late 30s slept.", ()),
    ],
)
def test_ages_are_told_by_what_stands_around(sentence: str, ages: tuple[int, ...]) -> None:
    """A number behind somebody is an age if nothing is counted by it."""
    assert people(cut(sentence))[0].ages == ages


def test_what_befell_somebody_stands_before_the_age() -> None:
    """No noun is needed: "the injured 4-year-old" is a person who was hurt."""
    person = people(cut("The injured 4-year-old slept."))[0]
    assert (person.fate, person.ages) == ("injured", (4,))


def test_odd_digits_are_no_age() -> None:
    """Raised and circled digits are digits to Unicode, and no numbers."""
    assert people(cut("A cook, ², slept."))[0].ages == ()


@pytest.mark.parametrize(
    ("sentence", "ages"),
    [
        ("25-year old Bo Lind was killed.", (25,)),
        ("A six year old cook's boy was killed.", (6,)),
        ("A 4 month old girl was killed.", (0,)),
        ("Two men were killed a year ago.", ()),
    ],
)
def test_an_age_may_lack_its_hyphens(sentence: str, ages: tuple[int, ...]) -> None:
    """Nobody counts them as people."""
    (harm,) = read(sentence)
    assert harm.people[0].ages == ages
    assert harm.count is not None
    assert harm.count.minimum == (1 if ages else 2)

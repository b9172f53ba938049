"""Whether two mentions are one victim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.casualties.identity import Entry, can_be, differ, different, near, same_name
from geo.casualties.persons import Person
from geo.model import Count

ENTRY = Entry("killed", 1, 1, (0, 2))
PERSON = Person(0, 2, Count(1, 1), "indefinite")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("ana", "kos"), ("kos",), True),
        (("ana", "kos"), ("a", "kos"), True),
        (("ana", "kos"), ("mira", "kos"), False),
        (("ana", "kos"), ("ana", "lind"), False),
    ],
)
def test_a_surname_or_an_initial_may_be_the_name(
    one: tuple[str, ...], other: tuple[str, ...], *, same: bool
) -> None:
    """Two full names must agree in both."""
    assert same_name(one, other) is same_name(other, one) is same


@pytest.mark.parametrize(
    ("known", "said", "possible"),
    [
        ({"sex": "f"}, {"sex": "m"}, False),
        ({"ages": frozenset({30})}, {"ages": (30,)}, True),
        ({"ages": frozenset({30})}, {"ages": (31,)}, False),
        ({"ages": frozenset({30})}, {"young": True}, False),
        ({"heads": frozenset({"cook"})}, {"head": "nun"}, False),
        ({"heads": frozenset({"cook"})}, {"head": "man"}, True),
        ({"attacker": True}, {"head": "victim"}, False),
    ],
)
def test_what_is_known_may_not_contradict(
    known: dict[str, object], said: dict[str, object], *, possible: bool
) -> None:
    """Sex, age and occupation keep a mention from being of a person; "man" may be anybody."""
    assert can_be(replace(ENTRY, **known), replace(PERSON, **said)) is possible  # type: ignore[arg-type]


def test_only_what_differs_for_sure_is_two() -> None:
    """A year is no difference, ten are; who is told of loosely is nobody new."""
    boy, man, anybody = (
        replace(ENTRY, ages=frozenset({14}), told=set(), fates=set()),
        replace(ENTRY, ages=frozenset({24}), told=set(), fates=set()),
        replace(ENTRY, told=set(), fates=set()),
    )
    assert not differ(boy, replace(boy, ages=frozenset({15})))
    assert different([boy, man, anybody]) == 2


def test_victims_far_below_the_first_are_of_other_cases() -> None:
    """News tells its victims together."""
    far = replace(ENTRY, first_sentence=9)
    assert near([ENTRY, far]) == [ENTRY]

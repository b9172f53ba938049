"""What a clause takes for granted of a deed, whatever it says will be done about it."""

from __future__ import annotations

import pytest

from geo.temporal import presupposition


@pytest.mark.parametrize(
    ("before", "rest", "wanted"),
    [
        ("nuns will leave because of the ", "murder of two nuns", True),
        ("police should find the perpetrators of the ", "robbery", True),
        ("they called for an inquiry into the ", "killing of a nun", True),
        ("nuns will pray after a ", "bomb attack", True),
        ("the choir will sing after the ", "march", False),
        ("they will flee after any ", "attack", False),
        ("they will leave after they hear whether an ", "attack came", False),
        ("rebels plan an ", "attack on the town", False),
    ],
)
def test_what_is_done_about_a_deed_takes_it_for_granted(
    before: str, rest: str, *, wanted: bool
) -> None:
    """Violence that others react to was done; what is announced, or any such deed, was not."""
    assert (presupposition.object_of_reaction(before, rest) is not None) is wanted


@pytest.mark.parametrize(
    ("before", "rest", "wanted"),
    [
        ("monday's ", "attack could derail the talks", True),
        ("the ", "attack could derail the talks", True),
        ("the ", "attack could come at night", False),
        ("an ", "attack could derail the talks", False),
        ("monday's ", "march could derail the talks", False),
    ],
)
def test_what_a_known_deed_could_do_is_no_doubt_of_it(
    before: str, rest: str, *, wanted: bool
) -> None:
    """The definite one happened, unless the verb says that it is still to come."""
    assert presupposition.is_known(before, rest) is wanted


def test_violence_of_a_named_day_was_done() -> None:
    """A march of that day may be to come: it is announced, violence is not."""
    assert presupposition.is_of_day("will not bow to friday's ", "bomb explosion")
    assert not presupposition.is_of_day("will not go to friday's ", "march")


def test_what_could_be_heard_was_heard() -> None:
    """The verb of the senses is no mere possibility."""
    assert presupposition.without_senses("shots could be heard") == "shots heard"
    assert presupposition.without_senses("shots could be fired") == "shots could be fired"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("it was not clear why police ", "it was police "),
        ("they did not immediately say who ", "they did "),
        ("it was not clear whether police ", "it was not clear whether police "),
        ("they did not know how to ", "they did not know how to "),
    ],
)
def test_what_one_asks_about_is_no_denial(said: str, left: str) -> None:
    """Why and who ask about what was done, whether it was done only "whether" asks."""
    assert presupposition.without_senses(said) == left

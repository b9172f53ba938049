"""Numbers that sum up the victims."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The number of people known to have died in the raid on the Pelm train rose to 31.", 31),
        (
            "The number of cooks killed when a jet bombed the mill, in Arno, was revised to 18.",
            18,
        ),
        ("The toll now stands at 12.", 12),
        ("Fourteen fatalities were counted.", 14),
    ],
)
def test_a_number_of_dead_is_read_far_from_its_noun(sentence: str, expected: int) -> None:
    """What it has risen or was revised to is the toll."""
    killed = [harm for harm in read(sentence) if harm.fate == "killed" and harm.count]
    assert [harm.count.minimum for harm in killed if harm.count] == [expected]


def test_a_revised_number_of_others_is_read_too() -> None:
    """Police count again who was shot."""
    [shot] = read("Police revised the number of people shot at a fair in the old mill to nine.")
    assert shot.count is not None
    assert (shot.fate, shot.count.minimum) == ("struck", 9)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry gave the number of people taken into custody as 22.", 22),
        ("Police put the number of detainees at 14.", 14),
    ],
)
def test_a_number_of_those_held_is_read(sentence: str, expected: int) -> None:
    """Custody and detainees are words for it, and "as" stands before the number too."""
    held = [harm.count for harm in read(sentence) if harm.fate == "arrested"]
    assert [count.minimum for count in held if count] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor told 12 papers the casualties were few.",
        "Rescuers told 8 Today the injuries were minor.",
    ],
)
def test_whom_somebody_tells_is_no_tally(sentence: str) -> None:
    """An article between a number and a noun opens another phrase."""
    assert list(read(sentence)) == []


def test_up_to_so_many_is_no_toll_that_went_up() -> None:
    """Unlike "has gone up to 15"."""
    far = "The number of dead is put at 70, with at least 150 and up to 200 farmers hurt."
    assert [h.count.minimum for h in read(far) if h.fate == "killed" and h.count] == [70]
    gone = "The toll has gone up to 15."
    assert [h.count.minimum for h in read(gone) if h.count] == [15]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The rebels inflicted nine casualties on the army.", [("killed", 9)]),
        ("The rebels inflicted nine casualties, between dead and wounded.", []),
        ("There were 15 casualties, including four dead.", [("killed", 4)]),
        ("There were no casualties, dead or wounded.", [("killed", 0)]),
        ("The raid left two martyrs and five wounded.", [("killed", 2), ("injured", 5)]),
        ("The raid left 100 martyrs and wounded.", []),
        ("One martyr, according to the ministry.", [("killed", 1)]),
        ("They marched to Three Martyrs Square.", []),
    ],
)
def test_a_number_of_dead_and_hurt_is_of_neither(
    sentence: str, expected: list[tuple[str, int]]
) -> None:
    """Martyrs are dead, but those that something is called after."""
    found = [(h.fate, h.count.minimum) for h in read(sentence) if h.count]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Killed: 3", [("killed", 3)]),
        ("Dead: 4; wounded: 9", [("killed", 4), ("injured", 9)]),
        ("Nobody was killed: 30 minutes later all slept.", []),
    ],
)
def test_a_label_counts(sentence: str, expected: list[tuple[str, int]]) -> None:
    """A number behind a colon is of what stands alone before it."""
    found = [(h.fate, h.count.minimum) for h in read(sentence) if h.count and h.count.minimum]
    assert found == expected

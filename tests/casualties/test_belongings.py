"""Whom people belong to is part of their phrase, so that lists and verbs go on behind it."""

from __future__ import annotations

import pytest

from geo.casualties.counts import told


def counted(sentence: str) -> tuple[int, int]:
    """Return how many a sentence says were killed and hurt."""
    found = {"killed": 0, "injured": 0}
    for harm in told(sentence):
        if harm.count is not None:
            found[harm.fate] += harm.count.minimum
    return found["killed"], found["injured"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two cooks of the inn and three clerks from the village were killed.", (5, 0)),
        ("Gunmen killed four members of the navy and a cook.", (5, 0)),
        ("A raid left two cooks of the inn dead and five clerks from the mill hurt.", (2, 5)),
        ("A cook was killed and three women from the village wounded in a raid.", (1, 3)),
        ("Three cooks died along with four members of the guard.", (7, 0)),
        ("Gunmen killed the wife of a clerk and two women fled.", (1, 0)),
        ("Among the dead in Friday's raid in Pelm were two cooks and a clerk.", (3, 0)),
    ],
)
def test_a_list_goes_on_behind_an_owner(sentence: str, expected: tuple[int, int]) -> None:
    """Not where the owner is somebody of whom something is told."""
    assert counted(sentence) == expected

"""Whom people belong to is part of their phrase, so that lists and verbs go on behind it."""

from __future__ import annotations

import pytest

from geo.casualties.counts import told


def counted(sentence: str) -> dict[str, int]:
    """Return how many a sentence says were killed and hurt, by fate."""
    found: dict[str, int] = {}
    for harm in told(sentence):
        if harm.count is not None:
            found[harm.fate] = found.get(harm.fate, 0) + harm.count.minimum
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two cooks of the inn and three clerks from the village were killed.", {"killed": 5}),
        ("Gunmen killed four members of the navy and a cook.", {"killed": 5}),
        ("A raid left two cooks of the inn dead and five clerks from the mill hurt.", "both"),
        ("A cook was killed and three women from the village wounded in a raid.", "wounded"),
        ("Three cooks died along with four members of the guard.", {"killed": 7}),
        ("Gunmen killed the wife of a clerk and two women fled.", {"killed": 1}),
        ("Among the dead in Friday's raid in Pelm were two cooks and a clerk.", {"killed": 3}),
    ],
)
def test_a_list_goes_on_behind_an_owner(sentence: str, expected: dict[str, int] | str) -> None:
    """Not where the owner is somebody of whom something is told."""
    both = {"both": {"killed": 2, "injured": 5}, "wounded": {"killed": 1, "injured": 3}}
    assert counted(sentence) == (both[expected] if isinstance(expected, str) else expected)

"""Who tells: the verbs, and how they stand behind a source."""

from __future__ import annotations

import re

import pytest

from geo.language.telling import SAID, is_told_behind


@pytest.mark.parametrize(
    "behind",
    [
        " said two died",
        " has later reported",
        ", Ana Kos, also confirmed",
        " says so",
        " recently stated",
    ],
)
def test_a_source_tells_behind_its_name(behind: str) -> None:
    """A verb of telling makes a source of what stands before it, across an aside."""
    assert is_told_behind(f"the mayor{behind}", len("the mayor"))


@pytest.mark.parametrize(
    "behind", [" fired on two", ", where police said so", ". It said", " sayso"]
)
def test_who_does_else_tells_nothing(behind: str) -> None:
    """Another verb, clause or sentence is not the source's telling."""
    assert not is_told_behind(f"the mayor{behind}", len("the mayor"))


def test_the_end_bounds_the_look() -> None:
    """What stands beyond the end of a stretch is not looked at."""
    assert not is_told_behind("the mayor said", 9, 11)


def test_verbs_are_whole_words() -> None:
    """The expression names verbs, longest first."""
    assert re.fullmatch(SAID, "says") is not None

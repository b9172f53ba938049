"""A word of harm behind "and" has the subject, or the "was", of a verb before."""

from __future__ import annotations

import pytest

from geo.casualties.coordination import chain_before, shared
from geo.casualties.people import people
from geo.casualties.persons import groups
from geo.casualties.subjects import Who
from geo.casualties.tokens import cut
from geo.casualties.vocabulary import BE


def reader(sentence: str) -> Who:
    """Return the groups of a sentence."""
    words = cut(sentence)
    return Who(words, groups(words, people(words)))


@pytest.mark.parametrize(
    ("sentence", "was"),
    [
        ("A cook was shot five times in the back and killed.", "was"),
        ("A cook was shot five times while he slept and killed.", None),
        ("A cook was shot five times, killed.", None),
        ("A cook was on the road at night with a friend and killed.", None),
    ],
)
def test_a_verb_of_harm_before_lends_its_chain(sentence: str, was: str | None) -> None:
    """Nothing but "and" joins them, and no clause begins between."""
    who = reader(sentence)
    found = chain_before(who, who.words.low.index("killed"))
    assert (found and found[0]) == (was and BE)
    assert found is None or who.words.low[found[1]] == was


@pytest.mark.parametrize(
    ("sentence", "was"),
    [
        ("Two cooks were pulled off a bus, lined up and shot.", "were"),
        ("Two cooks were taken off a bus and then shot.", "were"),
        ("Two cooks were on a bus and shot.", None),
        ("Two cooks would be taken off a bus and shot.", None),
        ("Two cooks were taken off a bus, a guard ran and shot.", None),
        ("Two cooks were taken off a bus, shot.", None),
    ],
)
def test_any_verb_before_lends_its_auxiliary(sentence: str, was: str | None) -> None:
    """What was done to somebody stands behind it, and it came about."""
    who = reader(sentence)
    found = shared(who, who.words.low.index("shot"))
    assert (None if found is None else who.words.low[found]) == was

"""A part of a group is told from the whole, and from another group."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.casualties.parts import is_part, is_shared
from geo.casualties.tokens import cut


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("including two cooks", True),
        ("among them two cooks", True),
        ("two cooks", False),
        ("them two cooks", False),
    ],
)
def test_who_is_named_behind_including_was_counted_before(said: str, *, part: bool) -> None:
    """So is who is "among them"; at the start of a sentence nobody was."""
    words = cut(said)
    assert is_part(words, words.low.index("two")) is part


def test_only_some_are_told_of_behind_of() -> None:
    """Some "of the cooks" are a part; whoever opens a sentence is none."""
    assert is_shared(cut("some of the cooks"), 2)
    assert not is_shared(cut("the cooks"), 0)


def test_a_part_is_smaller_than_its_group() -> None:
    """Of "two of the five" two are counted, and not the five."""
    harms = read("Two of the five cooks were killed.")
    assert [h.count.minimum for h in harms if h.count] == [2]

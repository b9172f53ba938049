"""What a name says by itself, whatever stands beside it."""

from __future__ import annotations

import pytest

from geo.toponymy.appearance import is_generic, is_head, is_proper


@pytest.mark.parametrize("word", ["Airport", "North", "Province", "B-52", "North's"])
def test_a_sort_a_side_and_what_is_no_word_name_nothing(word: str) -> None:
    """Nor in the possessive."""
    assert is_generic(word)


def test_a_name_is_neither_a_sort_nor_a_body() -> None:
    """A body has a noun with a capital."""
    assert not is_generic("Tolmen")
    assert (is_head("Police"), is_head("police"), is_head("Tolmen")) == (True, False, False)


def test_a_label_in_capitals_may_be_a_name() -> None:
    """Its word is read as one of small letters."""
    assert is_proper(["TOLMEN"])
    assert not is_proper(["ALSO"])

"""Expressions are only tried where a word of theirs stands."""

from __future__ import annotations

from geo.events import searches
from geo.language.text import small_words


def test_a_search_is_made_only_where_a_word_of_each_row_may_stand() -> None:
    """The words of the text are given; an expression of which none stands finds nothing."""
    found = searches.searched(["years ago"], r"years ago")
    assert found("two years ago", small_words("two years ago")) is not None
    assert found("two years ago", frozenset({"two"})) is None


def test_the_first_of_several_expressions_counts() -> None:
    """In their own order, not in that of the text."""
    found = searches.first_of(["b+", "a+"])("aa bb")
    assert found is not None
    assert found.group() == "bb"


def test_the_longest_row_of_words_is_tried_first() -> None:
    """And what they hold is no expression."""
    assert searches.any_of(["a", "a.b"]) == r"(?:a\.b|a)"

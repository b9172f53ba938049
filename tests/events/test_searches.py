"""Expressions are only tried where a word of theirs stands."""

from __future__ import annotations

import re

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


def test_a_row_without_a_word_of_its_own_is_searched_for_alone() -> None:
    """Whatever the others need: what is found is what all of them together find."""
    wanted = searches.search_for([r"\bhoax(?:es)?\b", r"\bdebunk\w*", r"[★☆]{2,}"])
    for said in ("it was a hoax", "debunked as a hoax", "a play ★★★", "a march"):
        found = wanted(said, small_words(said))
        assert str(found) == str(re.search(r"\bhoax(?:es)?\b|\bdebunk\w*|[★☆]{2,}", said))


def test_what_stands_first_is_found_whichever_row_it_is_of() -> None:
    """At one place the first row counts, as it would in one expression of all of them."""
    rows = [r"\bsaid to be\b", r"\bsaid to\b", r"\bhe was said\b"]
    wanted = searches.search_for(rows)
    for said in ("he was said to be", "it was said to be", "was said to flee", "said to whom"):
        found = wanted(said, small_words(said))
        assert str(found) == str(re.search("|".join(rows), said))

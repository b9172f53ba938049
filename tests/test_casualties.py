"""Words and their tags: every form of the vocabulary is known."""

from __future__ import annotations

import pytest

from geo.casualties import FATE, HEAD, cut, some, vocabulary


@pytest.mark.parametrize("word", ["killed", "killing", "kills", "stabbed", "wounding", "shot"])
def test_verbs_are_known_in_all_forms(word: str) -> None:
    """Regular forms follow from the verb, the others are listed."""
    assert vocabulary().tags[word] == FATE


@pytest.mark.parametrize("word", ["woman", "women", "deputies", "passers-by", "soldiers"])
def test_people_are_known_one_and_many(word: str) -> None:
    """Plurals follow from the singular, or stand behind it."""
    assert vocabulary().tags[word] == HEAD
    assert vocabulary().heads[word].plural == (word != "woman")


def test_words_stand_where_they_are_written() -> None:
    """A possessive is a word of its own, an age is one."""
    text = "The 15-year-old girl’s wound"
    words = cut(text)
    assert words.raw == ["The", "15-year-old", "girl", "’s", "wound"]
    assert [text[words.start(i) : words.end(i)] for i in range(5)] == words.raw


def test_no_list_is_empty() -> None:
    """The closed lists that the rules ask for are there."""
    assert all(some(name) for name in vocabulary().sets)

"""Words and their tags: every form of the vocabulary is known."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import geo
from geo.casualties.vocabulary import FATE, HEAD, some, vocabulary


@pytest.mark.parametrize("word", ["killed", "killing", "kills", "stabbed", "wounding", "shot"])
def test_verbs_are_known_in_all_forms(word: str) -> None:
    """Regular forms follow from the verb, the others are listed."""
    assert vocabulary().tags[word] == FATE


@pytest.mark.parametrize("word", ["woman", "women", "deputies", "passers-by", "soldiers"])
def test_people_are_known_one_and_many(word: str) -> None:
    """Plurals follow from the singular, or stand behind it."""
    assert vocabulary().tags[word] == HEAD
    assert vocabulary().heads[word].plural == (word != "woman")


def test_no_list_is_empty() -> None:
    """The closed lists that the rules ask for are there."""
    assert all(some(name) for name in vocabulary().sets)


def test_no_list_names_a_word_twice() -> None:
    """Whoever adds a word sees whether it is there."""
    told = tomllib.loads(
        (Path(geo.__file__).parent / "casualties" / "vocabulary.toml").read_text("utf-8")
    )
    lists = [list(rows.values()) for name, rows in told.items() if name != "fates"]
    words = [rows.split() for group in lists for rows in group if isinstance(rows, str)]
    assert [twice for row in words if (twice := {w for w in row if row.count(w) > 1})] == []

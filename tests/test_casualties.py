"""Words and their tags: every form of the vocabulary is known."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import geo
from geo.casualties import FATE, HEAD, MARK, cut, some, vocabulary


@pytest.mark.parametrize("word", ["killed", "killing", "kills", "stabbed", "wounding", "shot"])
def test_verbs_are_known_in_all_forms(word: str) -> None:
    """Regular forms follow from the verb, the others are listed."""
    assert vocabulary().tags[word] == FATE


@pytest.mark.parametrize("word", ["woman", "women", "deputies", "passers-by", "soldiers"])
def test_people_are_known_one_and_many(word: str) -> None:
    """Plurals follow from the singular, or stand behind it."""
    assert vocabulary().tags[word] == HEAD
    assert vocabulary().heads[word].plural == (word != "woman")


@pytest.mark.parametrize("said", ["embraced martyrdom", "dropped dead", "was blown to pieces"])
def test_verbs_of_several_words_are_one(said: str) -> None:
    """Whether or not they end in a particle."""
    assert FATE in cut(f"The guard {said} at the gate.").tags


def test_words_stand_where_they_are_written() -> None:
    """A possessive is a word of its own, an age is one."""
    text = "The 15-year-old girl’s wound"
    words = cut(text)
    assert words.raw == ["The", "15-year-old", "girl", "’s", "wound"]
    assert [text[words.start(i) : words.end(i)] for i in range(5)] == words.raw


def test_no_list_is_empty() -> None:
    """The closed lists that the rules ask for are there."""
    assert all(some(name) for name in vocabulary().sets)


def test_no_list_names_a_word_twice() -> None:
    """Whoever adds a word sees whether it is there."""
    told = tomllib.loads((Path(geo.__file__).parent / "casualties.toml").read_text("utf-8"))
    lists = [list(rows.values()) for name, rows in told.items() if name != "fates"]
    words = [rows.split() for group in lists for rows in group if isinstance(rows, str)]
    assert [twice for row in words if (twice := {w for w in row if row.count(w) > 1})] == []


def test_verbs_of_two_words_are_one() -> None:
    """In "gunned down" the first word carries both."""
    words = cut("Two cooks were gunned down.")
    assert words.low[3] == "gunned_down"
    assert words.raw[3:5] == ["gunned", "down"]


def test_a_word_is_found_by_its_characters() -> None:
    """Each character of a word leads to it; beyond the ends nothing stands."""
    words = cut("A cook was  killed.")
    assert [words.at(words.start(k)) for k in range(5)] == list(range(5))
    assert (words.word(9), words.tag(-1)) == ("", MARK)


def test_scare_quotes_hide_nobody() -> None:
    """Marks around a word or two are no speech, and part no number from its noun."""
    words = cut('The army said 10 "terrorists" and four “armed informants” had been killed.')
    assert [word for word in words.low if word in {"10", "terrorists", '"', "“"}] == [
        "10",
        "terrorists",
    ]

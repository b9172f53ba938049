"""A sentence is cut into tagged words that keep their places."""

from __future__ import annotations

import pytest

from geo.casualties.tokens import cut
from geo.casualties.vocabulary import FATE, MARK


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


@pytest.mark.parametrize(
    "text",
    [
        "Two (some sources say five guards) guards fell.",
        "The men of ABC/XYZ, men whom nobody knew, fell.",
        "On 3/12, 12 guards fell.",
    ],
)
def test_what_is_blanked_or_joined_moves_no_word(text: str) -> None:
    """Words behind a bracket, a day in digits or a slash are found where they stand."""
    words = cut(text)
    found = [text[words.start(at) : words.end(at)] for at in range(len(words.raw))]
    assert [word.replace("/", "-") for word in found] == words.raw
    assert words.end(len(words.raw) - 1) == len(text)
    assert words.start(words.low.index("fell")) == text.index("fell")
    last = max(at for at, word in enumerate(words.low) if word in {"guards", "men"})
    assert words.start(last) == text.rindex(words.raw[last])


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


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("A cook named Brandon Hunter ran.", "hunter", ""),
        ("Six IS fighters ran.", "is", ""),
        ("Two accused were held.", "accused", "H"),
        ("Police accused two men.", "accused", "V"),
        ("A head of state, whom they fired upon", "head", "H"),
        ("The head of a clinic, whom they fired at", "head", "H"),
        ("Shot in the head of a queue.", "head", ""),
    ],
)
def test_what_stands_around_settles_a_tag(sentence: str, word: str, tag: str) -> None:
    """A verb in a name is none, an abbreviation neither; "accused" are people if counted."""
    words = cut(sentence)
    assert words.tags[words.low.index(word)] == tag


def test_the_verb_of_to_death_is_deadly() -> None:
    """It may stand some words before, and need be no verb of harm elsewhere."""
    words = cut("They beat the guard to death.")
    assert [words.raw[at] for at in words.deadly] == ["beat"]

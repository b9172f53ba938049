"""What an expression matches has one of the words that it is said to need."""

from __future__ import annotations

import re

import pytest

from geo.language.needed import may_match, needed, ways_of
from geo.language.text import small_words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\blong\s+live\b", "long"),
        (r"\b(?:laws?|preach(?:ed|es)?)\s+(?:\w+\s+)?on\b", "law laws preach preached preaches"),
        (r"\bthe\s+(?:19|20)\d\d\s+coup\b(?!\s+plot)", "coup"),
        (r"\b(?:was\s+)?(?:found\s+guilty|convicted)\b", "found convicted"),
        (r"\bpolice[\s-]station\b|\bbarracks\b", "police barracks"),
    ],
)
def test_the_fewest_words_of_each_way_are_needed(pattern: str, words: str) -> None:
    """Of several words that must stand, one in a place of its own is enough."""
    assert needed(pattern) == frozenset(words.split())


@pytest.mark.parametrize(
    "pattern",
    [
        r"attack",  # in "counterattacks" too
        r"\battack\w*",
        r"\b(?:bomb|\w+ing)\b",
        r"\b(?:bomb)?\s+raid|\d+",
        r"\bbomb*\b",
        r"\b(?:bomb|raid){0,2}\b",
        r"\b(?i:bomb)\b",
        r"\bbomb.\b",
        r"\bbomb[a-z-]",
        r"\bbomb(?:\s|s)*raid\b",
        r"",
    ],
)
def test_what_may_be_any_word_needs_none(pattern: str) -> None:
    """Then it has to be searched for; so has what is written in a way that is not read."""
    assert needed(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (r"\bsince\s+(?:19|20)\d\d", "since 1999"),
        (r"\b(?:19|20)\d0s\b", "in the 1990s"),
        (r"\b(?:acts?|deeds?),?\s+of\s+war\b", "deeds, of war"),
        (r"\b(?:and|but)\b(?:\s+(?:late|early))?\s+on\b", "but early on"),
        (r"\b(?:kidnapp?|abduct)(?:ed|ing)\s+by\b", "kidnaping by"),
        (r"\b(?P<what>bomb|raid)\b", "a raid"),
        (r"\bCounty [Cc]oroner\b", "the County coroner"),
    ],
)
def test_whatever_is_matched_has_a_word(pattern: str, said: str) -> None:
    """As plain words are told apart: by anything but a letter from a to z."""
    found = needed(pattern)
    assert re.search(pattern, said)
    assert found is not None
    assert not found.isdisjoint(small_words(said))


@pytest.mark.parametrize(
    ("said", "ways_met"),
    [("longer war", 0), ("no longer", 1), ("an act of war", 1), ("an act of", 0)],
)
def test_a_way_to_match_needs_all_of_its_words(said: str, ways_met: int) -> None:
    """One word of each place of one way, not words of several."""
    ways = ways_of(r"\b(?:acts?\s+of\s+(?:the\s+)?war|no\s+longer)\b")
    assert ways is not None
    assert may_match(ways, small_words(said)) == bool(ways_met)


def test_an_expression_with_a_way_that_needs_no_word_is_searched_for() -> None:
    """Whatever its other ways need."""
    assert ways_of(r"\bno\s+longer\b|\d+") is None

"""Places without a name: which words point at one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.toponymy import phrases
from tests.stopwatch import cpu_seconds

SIDES = {"north": "north", "northern": "north", "west": "west", "central": "central"}
LIMIT_S = 3.0
PIECES = (
    "the ",
    "two ",
    "border ",
    "crossings ",
    "north ",
    "of ",
    "country. ",
    "\0",
    "{{",
    "😀",
    "(",
)


def told(text: str) -> list[tuple[str, str]]:
    """Return the rule and the words of each phrase."""
    return [(p.rule, p.span.of(text)) for p in phrases.find(text, SIDES)]


@pytest.mark.parametrize(
    "words",
    [
        "both border gates",
        "the two border crossings",
        "two crossings",
        "Both of the boundary posts",
        "those three crossings",
        "the border points",
        "border checkpoints",
        "all 4 border crossings",
        "the two northern border crossings",
    ],
)
def test_plural_crossings_are_a_set(words: str) -> None:
    """A number, an article or the word border makes crossings a set, and the verb stays out."""
    assert told(f"{words} between Arda and Belin.") == [("crossings", words)]
    assert told(f"Trucks blocked {words} again.") == [("crossings", words)]


def test_gates_are_crossings_only_where_crossings_were_spoken_of() -> None:
    """The gates of a castle are no border."""
    assert told("Guards stood at the two gates.") == []
    text = "The border crossing was shut. Guards stood at the two gates."
    assert ("crossings", "the two gates") in told(text)


@pytest.mark.parametrize("words", ["the crossing", "this border gate", "the shut border post"])
def test_a_crossing_without_a_name_points_at_one(words: str) -> None:
    """An article and a singular noun point at a crossing told of elsewhere."""
    assert told(f"Nobody came to {words}.") == [("crossing", words)]


def test_a_crossing_with_a_name_is_left_to_its_name() -> None:
    """Neither "the crossing of Holm" nor "the crossing Holm" is nameless."""
    assert told("They shut the crossing of Holm and the border crossing Selk.") == []


@pytest.mark.parametrize("some", ["One of", "Some of", "several of", "none of"])
def test_which_of_them_stays_open(some: str) -> None:
    """One of several is not said which."""
    assert told(f"{some} the border crossings reopened.") == []


@pytest.mark.parametrize("words", ["two pedestrian crossings", "the level crossings", "a crossing"])
def test_other_crossings_are_none(words: str) -> None:
    """Streets and railways have crossings too."""
    assert told(f"The town built {words} last year.") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Snow fell in the north of the country.", "the north of the country", "north of"),
        ("Snow fell in the western part of the country.", "", ""),
        ("Snow fell in central part of the country.", "central part of the country", "central of"),
        ("Serbs from the north came.", "the north", "north of"),
        ("They sailed to the north of Holm.", "", ""),
    ],
)
def test_parts_of_an_unnamed_country(text: str, words: str, name: str) -> None:
    """A side of "the country" or a bare side is a part; of something named it is not."""
    found = [(p.span.of(text), p.name) for p in phrases.find(text, SIDES)]
    assert found == ([(words, name)] if words else [])


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_phrases_do_not_overlap(text: str) -> None:
    """Each stretch of any text is yielded once, and lies in it."""
    spans = sorted(p.span for p in phrases.find(text, SIDES))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "piece", ["the ", "the two border crossings ", "one of ", "in the north ", " "]
)
def test_long_texts_take_no_longer_than_their_length(piece: str) -> None:
    """A hundred thousand characters are read in no time."""
    assert cpu_seconds(lambda: list(phrases.find(piece * (100_000 // len(piece)), SIDES))) < LIMIT_S

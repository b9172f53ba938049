"""Rows are held against the words of a sentence, one behind the other."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.language.elements import Form
from geo.language.notation import Grammar
from geo.language.sequences import Said, ends, split
from tests.stopwatch import cpu_seconds

CLASSES = {"folk": ["n:farmer", "men of the n:village", "the people's army"]}
GRAMMAR = Grammar({}, CLASSES)


def said(row: str, sentence: str) -> list[str]:
    """Return what a row may stand for that begins with the first word of a sentence."""
    words = Said(sentence)
    found = ends(GRAMMAR.sequence(row), words, 0)
    return [sentence[slice(*words.span(0, end))] for end in found]


@pytest.mark.parametrize(
    ("row", "sentence", "first"),
    [
        ("burn ... barn|house", "burn a red barn and a house", "burn a red barn"),
        ("burn barn", "burn the barn", None),
        ("burn the? barn", "burn the barn", "burn the barn"),
        ("burn the? barn", "burn barn", "burn barn"),
        ("burn # barns", "burn at least 1,200 barns", "burn at least 1,200 barns"),
        ("burn # barns", "burn dozens of barns", "burn dozens of barns"),
        ("january # * burned", "january 2023 farmers burned", None),
        ("january # * burned", "january 20 farmers burned", "january 20 farmers burned"),
        ("burn * barns", "burn o'neill’s barns", "burn o'neill’s barns"),
        ("burn @", "burn ꙮnin-based", "burn ꙮnin-based"),
        ("burn @|barn", "burn barn", "burn barn"),
        ("{folk} v:burn", "farmers burned", "farmers burned"),
        ("{folk} v:burn", "men of the villages burned", "men of the villages burned"),
        ("{folk} v:burn", "the people’s army burned", "the people’s army burned"),
        ("{folk} v:burn", "the peoples army burned", None),
        ("burn hit-and-run", "burn hit-and-run", "burn hit-and-run"),
        ("burn hit-and-run", "burn hit and run", None),
        ("burn u.s. flag", "burn u.s. flag", "burn u.s. flag"),
        ("{folk} v:burn", "farmers on monday night burned", "farmers on monday night burned"),
        (
            "{folk} v:burn",
            "farmers in the early hours of friday, march 1 burned",
            "farmers in the early hours of friday, march 1 burned",
        ),
        ("{folk} * * v:burn", "farmers on monday as it burned", None),
        ("burn monday", "burn monday", "burn monday"),
    ],
)
def test_elements_stand_for_words(row: str, sentence: str, first: str | None) -> None:
    """Gaps, what may be missing, numbers, places, classes and words of several parts."""
    assert next(iter(said(row, sentence)), None) == first


@pytest.mark.parametrize("mark", [",", ".", ";", ":", " – ", "/", "…", "\x00"])
def test_no_row_goes_on_behind_a_mark(mark: str) -> None:
    """What stands behind a comma is another matter; quotation marks and hyphens part words."""
    assert not said("burn ... barn", f"burn a{mark} barn")
    assert said("burn ... barn", "burn “a red-brick” (old) barn")


def test_a_long_gap_ends_with_its_clause() -> None:
    """Who said that officers came sent nobody; who wanted them to come did not either."""
    assert said("police ...... came", "police with two dogs came")
    for middle in ("said officers", "asked them to come before they"):
        assert not said("police ...... came", f"police {middle} came")
    assert said("police ... came", "police who came")  # a short one does not
    assert not said("police ... came", "police say dogs came")  # unless somebody says something


def test_what_may_be_missing_stands_if_it_can() -> None:
    """All ends are told, what suits best first."""
    assert said("burn ... barn down?", "burn a barn down by a barn") == [
        "burn a barn down",
        "burn a barn",
        "burn a barn down by a barn",
    ]


def test_a_name_ends_before_a_hyphen_or_an_apostrophe() -> None:
    """The fire is none in "fire-fighter" and the shooter's parents shot nobody."""
    for sentence, closes in (("fire-fighter", False), ("fire’s", False), ("fire, he", True)):
        assert Said(sentence).closes(1) is closes


def test_words_are_split_alike_in_table_and_sentence() -> None:
    """Figures and contractions are one word; what hyphens and apostrophes join is several."""
    assert Said("won’t pay 1,200.50 u.s. o'clock").words == (
        ["won't", "pay", "1,200.50", "u.s.", "o", "clock"]
    )
    assert split("o'clock") == Form(("o", "clock"), ("'",))


WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=9)


@given(WORDS, st.lists(st.tuples(st.sampled_from("abcd"), st.booleans()), max_size=3))
def test_gaps_find_all_that_there_is(sentence: list[str], wanted: list[tuple[str, bool]]) -> None:
    """As a search through all positions does."""
    row = " ".join([sentence[0], *(f"... {w}" if gap else w for w, gap in wanted)])
    spots = [[n for n, word in enumerate(sentence) if word == w] for w, _ in wanted]
    reach = [6 if gap else 1 for _, gap in wanted]
    ways = (
        (0, *chosen)
        for chosen in product(*spots)
        if all(1 <= b - a <= r for a, b, r in zip((0, *chosen), chosen, reach, strict=False))
    )
    expected = {way[-1] + 1 for way in ways}
    assert set(ends(GRAMMAR.sequence(row), Said(" ".join(sentence)), 0)) == expected


def test_gaps_within_gaps_take_linear_time() -> None:
    """Each position is tried once: four gaps over one word said again and again."""
    row = GRAMMAR.sequence("a ...... a ...... a ...... a ...... b")
    sentence = Said("a " * 2000)

    def attempt() -> None:
        for at in range(2000):
            assert not list(ends(row, sentence, at))

    attempt()
    assert cpu_seconds(attempt) < 5


def test_a_day_may_be_the_last_thing_that_a_sentence_says() -> None:
    """Behind a day that dots follow there is no word to go on from."""
    assert ends(GRAMMAR.sequence("burn ... barn"), Said("burn on sunday ... ."), 0) == []


@pytest.mark.parametrize(
    ("row", "sentence", "told"),
    [
        ("v:seize ... n:village", "seized the small village", True),
        ("v:seize ... n:village", "seized a few of the villages", True),
        ("v:seize ... n:village", "seized him in the village", False),
        ("v:seize ... n:village", "seized on monday the village", True),
        ("v:seize ... from|in ... n:village", "seized two men from the village", True),
        ("v:seize ... v:burn", "seized over the village and burned", True),
        ("seized ... village", "seized him to the village", True),
        ("v:stop ... n:truck", "stopped when trucks came", False),
        ("v:stop ... n:truck", "stopped him as trucks came", False),
        ("v:stop ... n:truck", "stopped as many as ten trucks", True),
        ("v:stop ... n:truck", "stopped at least ten trucks", True),
        ("v:stop ... n:truck", "stopped over 20 trucks", True),
        ("v:fire ... n:missile", "fired surface-to-surface missiles", True),
        ("v:escape with ... n:truck", "escaped with the children in a truck", False),
        ("v:escape with ... n:truck", "escaped with a big red truck", True),
        ("n:farmer ... v:seize", "farmers after they had seized", False),
        ("n:farmer ... v:seize", "farmers who had seized", True),
        ("v:drag into|onto ... n:car", "dragged into one of the cars", True),
    ],
)
def test_no_object_is_found_across_a_preposition(row: str, sentence: str, *, told: bool) -> None:
    """Between a verb and its object there may be other words, but none that leads elsewhere."""
    assert bool(said(row, sentence)) is told

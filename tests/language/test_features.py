"""The clues around each word."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.language.features import features, shape
from geo.language.namelist import NameList

NAMES = NameList({"new galdor": "L", "galdor": "M", "ardovia": "C", "st ive": "S"})
words = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), max_size=12)


@settings(deadline=None)  # the first example may load tables
@given(words)
def test_every_word_gets_clues(told: list[str]) -> None:
    """As many lists as words, none of them empty, all of them text; the same each time."""
    found = features(told, NAMES, frozenset())
    assert len(found) == len(told)
    assert all(clues and all(isinstance(clue, str) for clue in clues) for clues in found)
    assert found == features(told, NAMES, frozenset())


def test_the_longest_listed_name_is_marked() -> None:
    """A name of several words is one, also across the full stop of "St."."""
    told = features(["In", "New", "Galdor", "and", "St", ".", "Ive"], NAMES, frozenset())
    marks = [next((c for c in clues if c.startswith("g=")), "") for clues in told]
    assert marks == ["", "g=BL2", "g=IL2", "", "g=BS2", "g=IS2", "g=IS2"]


def test_small_words_are_no_names() -> None:
    """Only a capital begins a listed name."""
    assert not any(c.startswith("g=") for c in features(["galdor"], NAMES, frozenset())[0])


def test_capitals_say_nothing_where_all_are_capitals() -> None:
    """Prose, a headline in title case and a shouted line are told apart."""
    lines = ("Fire broke out in Galdor", "Fire Breaks Out in Galdor", "FIRE BREAKS OUT IN GALDOR")
    modes = [features(line.split(), NAMES, frozenset())[-1] for line in lines]
    assert ["m=N" in modes[0], "m=H" in modes[1], "m=U" in modes[2]] == [True, True, True]


def test_first_names_beside_a_word_are_clues() -> None:
    """Before, at and behind the word."""
    told = features(["Maria", "Keller", "Rosa"], NAMES, frozenset({"maria", "rosa"}))
    assert {"-fn", "+fn"} <= set(told[1]) and "fn" in told[0]  # noqa: PT018


@settings(deadline=None)  # the first example may load tables
@given(st.text(min_size=1))
def test_shapes_have_no_repeats(word: str) -> None:
    """A pattern never says the same sign twice in a row."""
    told = shape(word)
    assert all(a != b for a, b in pairwise(told))

"""The notation of the table of kinds."""

from __future__ import annotations

import pytest

from geo.errors import TableError
from geo.language.notation import Grammar
from geo.language.sequences import COUNTED

GRAMMAR = Grammar(
    {"shoot": ["shoots", "shot", "shooting"]}, {"folk": ["n:man", "the n:crowd"], "be": ["was"]}
)


@pytest.mark.parametrize(
    ("row", "begins"),
    [
        ("v:shoot", {"shoot", "shoots", "shot", "shooting"}),
        ("v:stop", {"stop", "stops", "stopped", "stopping"}),
        ("n:man|child", {"man", "men", "child", "children"}),
        ("n:fox|city", {"fox", "foxes", "city", "cities"}),
        ("{folk}|mob", {"man", "men", "the", "mob"}),
        ("#", {"#", *COUNTED}),
        ("@|town", {"@", "town"}),
        ("hit-and-run", {"hit"}),
    ],
)  # fmt: skip
def test_rows_are_filed_by_the_words_that_they_begin_with(row: str, begins: set[str]) -> None:
    """Forms of verbs and nouns are spelled out, wild cards go by their mark."""
    assert GRAMMAR.needs(row) == [begins]


def test_gaps_and_what_may_be_missing_need_nothing() -> None:
    """Nor does what may be any word."""
    assert GRAMMAR.needs("mob ... the? * *|v:run town") == [{"mob"}, {"town"}]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{nobody} ran", "no class"),
        ("q:x", "no such mark"),
        ("the? mob", "begins with"),
        ("* mob", "begins with"),
        ("mob ran|", "no word"),
    ],
)
def test_slips_of_the_notation_are_named(row: str, message: str) -> None:
    """A row that could never match, or would match anything, is an error of the table."""
    with pytest.raises(TableError, match=message):
        GRAMMAR.needs(row)


def test_deeds_are_of_those_who_act() -> None:
    """Verbs behind a class of doers are theirs; what was done to them is not."""
    grammar = Grammar({}, {"police": ["police"], "be": ["was"], "folk": ["men"]})
    assert grammar.deeds("{police} ... v:arrest men") == {"arrest", "arrests", "arrested"}
    assert grammar.deeds("{police} {be} v:attack men") == frozenset()
    assert grammar.deeds("{folk} v:attack men") == frozenset()

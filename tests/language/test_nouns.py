"""Sorts of common nouns: what may be attacked has none."""

from __future__ import annotations

import pytest

from geo.language.nouns import sort_of
from tools.make_nouns import rows


@pytest.mark.parametrize(
    ("noun", "sort"),
    [
        ("soup", "food"),
        ("daisies", "plant"),
        ("pages", "word"),
        ("sofas", "thing"),
        ("idea", "idea"),
    ],
)
def test_a_noun_is_of_the_sort_that_it_mostly_means(noun: str, sort: str) -> None:
    """In the singular and the plural."""
    assert sort_of(noun) == sort


@pytest.mark.parametrize("noun", ["people", "convoys", "church", "lorry", "rifle", "town", "Orva"])
def test_what_may_be_attacked_or_is_a_name_has_none(noun: str) -> None:
    """People, bodies of them, buildings, vehicles, weapons and land."""
    assert not sort_of(noun)


def test_the_table_is_made_of_the_senses_of_wordnet() -> None:
    """A noun of which many senses are of people is left out."""
    data = [
        "  1 a licence",
        "00000010 13 n 02 gruel 0 porridge 0 000 | a food",
        "00000020 18 n 01 porter 0 000 | a person",
        "00000030 13 n 01 porter 1 000 | a drink",
        "00000040 06 n 01 structure 0 000 | what is built",
        "00000050 06 n 01 barn 0 001 @ 00000040 n 0000 | a building",
    ]
    index = [
        "gruel%1:13:00:: 00000010 1 0",
        "porter%1:18:00:: 00000020 1 4",
        "porter%1:13:00:: 00000030 2 1",
        "barn%1:06:00:: 00000050 1 2",
        "gruel%2:30:00:: 00000010 1 9",
    ]
    assert list(rows(data, index)) == [("gruel", "food")]

"""What a sentence tells of victims is shared among its incidents."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A bomb in Tolmen killed two guards, and gunmen in Galdor killed a farmer.", [2, 1]),
        ("Shells killed nine people on Monday, six in Tolmen and three in Galdor.", [6, 3]),
        (
            "Air strikes killed at least 20 on Monday: 14 in Tolmen and six in Galdor.",
            [14, 6],
        ),
        ("Shells killed nine people: six were killed in Tolmen and three in Galdor.", [6, 3]),
        ("Shells killed nine people in Tolmen and Galdor on Monday.", [None, None]),
        (
            "The toll in the air strikes stood at nine killed: six in Tolmen and three in Galdor.",
            [6, 3],
        ),
        ("Nine dead in air strikes: six in Tolmen and three in Galdor.", [6, 3]),
        ("Bombers struck a mill in Tolmen and another in Galdor, killing nine.", [None, None]),
        (
            "Bombers hit a mill in Tolmen, killing four, and another in Galdor, killing nine.",
            [4, 9],
        ),
    ],
)
def test_each_place_has_its_own(text: str, killed: list[int | None], gazetteer: Gazetteer) -> None:
    """By its clause, or the number beside it; what is told of several together is of none."""
    reports = Reader(gazetteer).read(Article("a", text)).reports
    told = [r for r in reports if not r.background]
    assert [r.killed.minimum if r.killed else None for r in told] == killed


def test_numbers_that_do_not_add_up_are_no_parts(gazetteer: Gazetteer) -> None:
    """Seven and three are not nine: the sum stays where it was put."""
    text = "Shells killed nine people on Monday, seven in Tolmen and three in Galdor."
    reports = Reader(gazetteer).read(Article("a", text)).reports
    assert [r.killed.minimum for r in reports if r.killed] == [9, 3]

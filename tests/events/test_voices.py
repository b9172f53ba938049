"""What an essay or advice says of its writer or reader."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article, Report
from geo.pipeline import Reader


def told(gazetteer: Gazetteer, text: str) -> list[Report]:
    """Return what a text reports."""
    return list(Reader(gazetteer).read(Article("a", text, published=date(2023, 1, 12))).reports)


@pytest.mark.parametrize(
    "text",
    [
        "I was killed by a sniper in a church in Tolmen, twice.",
        "If the leaves come away, you have been raided.",
        "I captured the crossroads at Tolmen with three strangers.",
        "In Tolmen you can shoot down a drone with one arrow.",
    ],
)
def test_nobody_writes_the_news_of_himself(text: str, gazetteer: Gazetteer) -> None:
    """A review or a column speaks so, and no report."""
    assert told(gazetteer, text) == []


@pytest.mark.parametrize(
    "text",
    [
        '"I was shot in the leg," said a farmer in Tolmen on Monday.',
        "“Then I was beaten by soldiers at the gate of Tolmen,” a student said on Monday.",
        "He told reporters that he was shot in Tolmen on Monday.",
    ],
)
def test_a_witness_speaks_of_himself(text: str, gazetteer: Gazetteer) -> None:
    """Within quotation marks it is what befell him."""
    assert told(gazetteer, text)


@pytest.mark.parametrize(
    "text",
    [
        "‘They came at night and I was kidnapped by gunmen in Tolmen,’ said a farmer.",
        "A farmer said: I was kidnapped by armed men in Tolmen.",
        "I was kidnapped by armed men in Tolmen on Monday.",
    ],
)
def test_single_marks_a_colon_and_a_day_are_of_a_witness(text: str, gazetteer: Gazetteer) -> None:
    """Not every paper has double quotation marks."""
    assert told(gazetteer, text)

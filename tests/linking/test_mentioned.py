"""What a sentence means that points back at a place."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader


@pytest.mark.parametrize(
    "text",
    [
        "The governor visited Tolmen. He met a man whose son was shot dead in the town on Monday.",
        "Troops were sent to Tolmen. Rebels attacked the area on Sunday, killing two.",
        "The queen will travel to Tolmen. The city was hit by a suicide bombing on Monday.",
        "A cook was shot in Tolmen on Monday. In May, two were in Galdor. Monday's raid hurt one.",
    ],
)
def test_a_town_that_was_named_is_the_town(gazetteer: Gazetteer, text: str) -> None:
    """Though nothing was told to be done there, or something was recalled of another since."""
    article = Article("a", text, published=date(2026, 6, 4))
    last = Reader(gazetteer).read(article).reports[-1]
    assert last.where is not None
    assert last.where.place is not None
    assert last.where.place.name == "Tolmen"

"""A hospital that was hit is where it was; where the hurt lie is not."""

from __future__ import annotations

import pytest

from geo import open_gazetteer
from geo.linking.struck import is_struck
from geo.model import Article
from geo.pipeline import Reader
from tests.linking.test_scenes import span


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("The hospital in Tolmen has come under fire again.", True),
        ("The clinic in Tolmen, Galdor, was hit last week.", True),
        ("The hospital in Tolmen had been looted.", True),
        ("The hospital in Tolmen hit the news.", False),
        ("The hospital in Tolmen received ten bodies.", False),
    ],
)
def test_what_befell_a_hospital_was_there(text: str, *, struck: bool) -> None:
    """It is said of the house, and not of whom it treats."""
    assert is_struck(text, span(text, "Tolmen")) is struck


def test_the_next_sentence_goes_on_at_the_hospital() -> None:
    """Where it was struck is the scene of what follows."""
    text = (
        "KHARTOUM, Sudan - The last hospital in Kutum has come under fire twice this month. "
        "Two shells landed in the courtyard on Saturday."
    )
    told = Reader(open_gazetteer()).read(Article("a", text)).reports[-1]
    assert told.where is not None
    assert told.where.place is not None
    assert told.where.place.name == "Kutum"

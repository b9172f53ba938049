"""Where a deed was that no words of its own place, by the sentences behind it."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader

SHOT = "A cook was shot, police in Tolmen said. "
SAID = "Two cooks were killed, officials in Tolmen said. "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A judge was shot dead on Monday. He was driving through Galdor.", "Galdor"),
        (f"{SAID}He said the cooks were shot in Galdor.", "Galdor"),
        (f"{SAID}The cooks were dragged from a van in Galdor.", "Galdor"),
        (f"{SHOT}He was wanted for a murder in Galdor.", "Tolmen"),
        (f"{SHOT}His family was living in Galdor.", "Tolmen"),
        (f"{SHOT}The cook was a member of the council in Galdor.", "Tolmen"),
        (f"{SHOT}A second man was shot in Galdor.", "Tolmen"),
        (f"{SHOT}The police were searching houses in Galdor.", "Tolmen"),
    ],
)
def test_the_next_sentences_place_a_deed_that_nothing_placed(
    gazetteer: Gazetteer, text: str, place: str
) -> None:
    """What somebody was doing then, or the deed told again; not where he was at other times."""
    article = Article("a", text, published=date(2026, 6, 4))
    first = Reader(gazetteer).read(article).reports[0]
    assert first.where is not None
    assert first.where.place is not None
    assert first.where.place.name == place

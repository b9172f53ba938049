"""A clause with "where" tells of the place before it."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The march went from Galdor to Tolmen, where youths blocked a road.", "Tolmen"),
        ("Rebels left Tolmen, where they had killed two cooks, for Galdor on Monday.", "Tolmen"),
        ("A mill 20 km from Galdor, where a cook was shot, is in Tolmen.", None),
    ],
)
def test_what_it_tells_was_there(gazetteer: Gazetteer, text: str, place: str | None) -> None:
    """Not where that is only measured from."""
    article = Article("a", text, published=date(2026, 6, 4))
    found = Reader(gazetteer).read(article).reports
    names = {r.where.place.name for r in found if r.where and r.where.place}
    assert place in names if place else "Galdor" not in names

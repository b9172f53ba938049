"""Whose body was found on a day was killed no later."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader

LEAD = "Two guards were killed when a bomb went off in Galdor on Wednesday.\n\n"


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("Meanwhile, a farmer was shot dead in Tolmen. His body was found on Tuesday.", 1, 2),
        ("Meanwhile, a farmer was shot dead in Tolmen. The body was recovered on Monday.", 31, 1),
        ("Meanwhile, a farmer was shot dead in Tolmen. His van was found on Tuesday.", 3, 3),
        ("On Monday a farmer was shot dead in Tolmen. His body was found on Tuesday.", 1, 1),
    ],
)
def test_a_killing_is_no_later_than_the_body_was_found(
    gazetteer: Gazetteer, told: str, first: int, last: int
) -> None:
    """It was on that day, or in the night before; what has a day of its own keeps it."""
    article = Article("a", LEAD + told, published=date(2026, 6, 4))
    [when] = [r.when for r in Reader(gazetteer).read(article).reports if r.kind == "shooting"]
    assert when.first is not None
    assert when.last is not None
    assert (when.first.day, when.last.day) == (first, last)

"""Victims of other deeds, and of accidents, are none of the incident told before."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader

FIGHT = "Soldiers killed six rebels in Tolmen on Monday. "


def toll(gazetteer: Gazetteer, text: str) -> tuple[int, int]:
    """Return how many the first incident killed and hurt at least."""
    read = Reader(gazetteer).read(Article("a", FIGHT + text, published=date(2024, 5, 8)))
    told = next(r for r in read.reports if not r.background)
    counts = (told.killed, told.injured)
    return counts[0].minimum if counts[0] else 0, counts[1].minimum if counts[1] else 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They had been involved in attacks in which dozens of clerks died.", (6, 0)),
        ("One of them had robbed a man who had killed nine farmers.", (6, 0)),
        ("Seven soldiers were hurt in a road accident.", (6, 0)),
        ("Seven soldiers were hurt when their lorry overturned in Galdor.", (6, 0)),
        ("Seven soldiers were hurt when their lorry hit a mine.", (6, 7)),
        ("Seven soldiers were hurt in the fight.", (6, 7)),
    ],
)
def test_who_was_hurt_elsewhere_or_before_is_not_counted(
    gazetteer: Gazetteer, text: str, expected: tuple[int, int]
) -> None:
    """What makes a crash part of the fight lets its victims count."""
    assert toll(gazetteer, text) == expected

"""A sum of the dead is divided among the towns that are told behind it."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader

SUM = "Troops killed five marchers on Sunday, a committee of doctors said. "


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            (
                "Four of them were shot in Tolmen, where soldiers opened fire on a march. "
                "A fifth was shot dead in Galdor by soldiers."
            ),
            {"Tolmen": 4, "Galdor": 1},
        ),
        (
            (
                "Three were killed in Tolmen, where police fired on a crowd. "
                "Two more were killed in Galdor, where police opened fire on a sit-in."
            ),
            {"Tolmen": 3, "Galdor": 2},
        ),
        (
            (
                "Three were killed in Tolmen, where police fired on a crowd. "
                "Three more were killed in Galdor a week before, where police fired on a sit-in."
            ),
            {"Tolmen": 5},
        ),
        (
            (
                "Three of them were shot in Tolmen, where police fired on a crowd. "
                "Two more died in a hospital in Galdor."
            ),
            {"Tolmen": 5},
        ),
    ],
)
def test_each_town_has_its_part(text: str, killed: dict[str, int], gazetteer: Gazetteer) -> None:
    """If all parts make the sum, each in a town of its own where something was done."""
    reports = Reader(gazetteer).read(Article("a", SUM + text)).reports
    found = {
        r.where.place.name: r.killed.minimum
        for r in reports
        if not r.background and r.where and r.where.place and r.killed
    }
    assert {town: found.get(town) for town in killed} == killed

"""Two clauses that have a deed and a place each are read by themselves."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader

FRIDAY = date(2023, 3, 10)
TUESDAY, WEDNESDAY = date(2023, 3, 7), date(2023, 3, 8)


def _told(text: str, gazetteer: Gazetteer) -> set[tuple[str, str, date | None]]:
    """Read kind, place and day of each incident."""
    reports = Reader(gazetteer).read(Article("a", text, None, FRIDAY)).reports
    return {
        (r.kind, r.where.place.name, r.when.first)
        for r in reports
        if not r.background and r.where is not None and r.where.place is not None
    }


@pytest.mark.parametrize(
    "text",
    [
        "A clerk was shot dead in Tolmen and miners blocked a road in Galdor on Tuesday.",
        "On Tuesday, a clerk was shot dead in Tolmen and miners blocked a road in Galdor.",
        "A clerk was shot dead in Tolmen on Tuesday, while in Galdor miners blocked a road.",
        "A clerk was shot dead in Tolmen on Tuesday, and miners blocked a road near Galdor.",
    ],
)
def test_each_has_its_place_and_they_share_the_day(text: str, gazetteer: Gazetteer) -> None:
    """The day stands at the end, at the start or in the first clause."""
    assert _told(text, gazetteer) == {
        ("shooting", "Tolmen", TUESDAY),
        ("roadblock", "Galdor", TUESDAY),
    }


def test_each_may_have_its_day(gazetteer: Gazetteer) -> None:
    """What the first clause dates is none of the second."""
    text = (
        "A clerk was shot dead in Tolmen on Tuesday and miners blocked a road in Galdor on "
        "Wednesday."
    )
    assert _told(text, gazetteer) == {
        ("shooting", "Tolmen", TUESDAY),
        ("roadblock", "Galdor", WEDNESDAY),
    }


def test_a_place_within_the_other_parts_nothing(gazetteer: Gazetteer) -> None:
    """Nor does one that somebody only comes from."""
    text = "A clerk was shot dead in Tolmen on Tuesday and police held a man from Galdor."
    assert {place for _, place, _ in _told(text, gazetteer)} == {"Tolmen"}

"""Who came or was held after a deed did so on a day of its own."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        (
            (
                "Gunmen killed two clerks in Tolmen on Friday.\n\n"
                "Police said on Monday that two men had been arrested in Galdor."
            ),
            "arrest",
            (31, 1),
        ),
        (
            (
                "Gunmen killed two clerks in Tolmen on Friday.\n\n"
                "Police said on Monday that two men had been shot dead in Galdor."
            ),
            "shooting",
            (29, 29),
        ),
        (
            (
                "Extra police have been sent to Tolmen after a brawl.\n\n"
                "Two families clashed in Tolmen on Tuesday."
            ),
            "deployment",
            (2, 4),
        ),
    ],
)
def test_who_answers_a_deed_comes_after_it(
    gazetteer: Gazetteer, text: str, kind: str, days: tuple[int, int]
) -> None:
    """Up to the day on which it is told, or on which the article is printed."""
    article = Article("a", text, published=date(2026, 6, 4))
    when = [r.when for r in Reader(gazetteer).read(article).reports if r.kind == kind][-1]
    assert when.first is not None
    assert when.last is not None
    assert (when.first.day, when.last.day) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two men were arrested in Tolmen on Wednesday over a murder in Galdor on Monday.", 3),
        ("Police said on Wednesday that they had arrested two men over a murder on Monday.", 3),
        ("Two men were arrested in Tolmen over a murder on Monday.", 1),
    ],
)
def test_the_day_of_a_crime_is_none_of_the_arrest(
    gazetteer: Gazetteer, text: str, day: int
) -> None:
    """Unless it is the only one that is told."""
    article = Article("a", text, published=date(2026, 6, 4))
    [when] = [r.when for r in Reader(gazetteer).read(article).reports if r.kind == "arrest"]
    assert when.last is not None
    assert when.last.day == day

"""The deeds of one sentence, after what was told before."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article, Report
from geo.pipeline import Reader


def read(gazetteer: Gazetteer, text: str) -> list[Report]:
    """Return what is reported of a text of a Thursday."""
    article = Article("a", text, published=date(2023, 1, 12))
    return list(Reader(gazetteer).read(article).reports)


@pytest.mark.parametrize(
    "wounds",
    [
        "Four women were taken to hospital with shrapnel wounds.",
        "Four women were treated for bullet wounds.",
        "Doctors treated four women for splinter wounds.",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_wounds_of_a_deed_told_before_are_none_of_their_own(
    wounds: str, gap: str, gazetteer: Gazetteer
) -> None:
    """Who has them was hurt by it."""
    [one] = read(gazetteer, f"A bomb exploded in Tolmen on Monday.{gap}{wounds}")
    assert one.injured is not None
    assert one.injured.minimum == 4


def test_wounds_without_a_deed_are_news(gazetteer: Gazetteer) -> None:
    """They are all that is told of it."""
    told = read(gazetteer, "Four men were found with gunshot wounds in Tolmen on Monday.")
    assert told
    assert not any(report.background for report in told)


@pytest.mark.parametrize("verb", ["attacked by gunmen", "shelled", "bombed"])
def test_when_a_place_was_last_attacked_is_history(verb: str, gazetteer: Gazetteer) -> None:
    """Though it was only weeks ago."""
    text = f"A mine killed two guards in Tolmen on Monday. It was last {verb} in December."
    news, *older = read(gazetteer, text)
    assert not news.background
    assert older
    assert all(report.background for report in older)


@pytest.mark.parametrize(
    "opening",
    [
        "Crowds laid flowers in Tolmen on Tuesday, the ninth anniversary of the attack on it.",
        "On Tuesday Tolmen marked the ninth anniversary of the massacre at its mill.",
    ],
)
def test_the_paragraph_of_an_anniversary_is_history(opening: str, gazetteer: Gazetteer) -> None:
    """Only flowers were laid on its day."""
    older = "Gunmen killed 48 people. They took hostages and shot four guards at the gate."
    told = read(gazetteer, f"{opening} {older}")
    assert len(told) > 2
    assert all(report.background for report in told)
    later = read(gazetteer, f"{opening} {older}\n\nGunmen shot a clerk in Galdor on Monday.")
    assert not later[-1].background

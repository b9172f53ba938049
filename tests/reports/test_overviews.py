"""What counts the victims of several deeds."""

from __future__ import annotations

import pytest

from geo.language.text import sentences
from geo.linking.scenes import Sentence
from geo.model import Article
from geo.reports import overviews, tolls


@pytest.mark.parametrize(
    ("lead", "of_several"),
    [
        ("Five people were killed in several towns on Monday.", True),
        ("Five people were killed across three northern provinces.", True),
        ("Raids killed five people over the past day.", True),
        ("Raids killed five people in the last 24 hours.", True),
        ("Raids killed five people during the previous night.", True),
        ("Five people were killed in several parts of a mill.", False),
        ("Five people were killed in one of the towns.", False),
        ("Five people were killed in a town within hours.", False),
    ],
)
def test_a_lead_over_towns_or_hours_adds_up(lead: str, *, of_several: bool) -> None:
    """Of whatever towns and however long the hours; parts of one place are one."""
    article = Article("a", f"It rained. {lead} Two cooks were hurt.")
    cut = [Sentence(span, 0, (), ()) for span in sentences(article.text)]
    found = overviews.of_overview(article, cut)
    assert (found.of(article.text) if found else None) == (lead if of_several else None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two deputies have been murdered in less than 15 days.",
        "He is the third reporter killed in Belt in the last 12 hours.",
        "In other weekend attacks, eight people were shot.",
    ],
)
def test_a_figure_of_several_deeds_is_none_of_one(sentence: str) -> None:
    """Told behind the news, they hold it and others."""
    toll = tolls.whole(Article("a", f"A deputy was murdered in Arno. {sentence}"))
    assert toll.killed is not None
    assert (toll.killed.minimum, toll.injured) == (1, None)

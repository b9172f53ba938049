"""What counts the victims of several deeds."""

from __future__ import annotations

import pytest

from geo.language.text import sentences
from geo.linking.scenes import Sentence
from geo.model import Article, Span
from geo.reports import overviews, tolls
from tests.stopwatch import cpu_seconds


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
        "The militia has killed 40 people in 12 attacks on the road.",
        "The group has carried out dozens of attacks in the region, killing 90 people.",
        "Scores of raids by the clan have left 70 people dead.",
        "The mill has been attacked several times, with 30 people killed.",
        "In its 40-year campaign the clan has been responsible for the deaths of 400 people.",
    ],
)
def test_a_figure_of_several_deeds_is_none_of_one(sentence: str) -> None:
    """Told behind the news, they hold it and others."""
    toll = tolls.whole(Article("a", f"A deputy was murdered in Arno. {sentence}"))
    assert toll.killed is not None
    assert (toll.killed.minimum, toll.injured) == (1, None)


@pytest.mark.parametrize("words", [" ", "the ", "last ", "the last ", "as many ", "of two ", "\n"])
@pytest.mark.parametrize(
    "begun", ["A man has been killed in", "The second man killed within", "Two were hit over the"]
)
def test_figures_of_others_are_told_in_linear_time(begun: str, words: str) -> None:
    """Four times the words or blanks behind a preposition take four times as long."""
    short, long = (Article("a", f"{begun} {words * times}, far away.") for times in (250, 1000))

    def told(article: Article) -> bool:
        return overviews.belongs(article, Span(0, len(article.text)), first=False)

    took = cpu_seconds(lambda: told(short))
    assert cpu_seconds(lambda: told(long)) < 8 * took + 0.05

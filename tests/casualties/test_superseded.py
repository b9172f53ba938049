"""Figures of an earlier count give way to those that replaced them."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.casualties.superseded import marked
from geo.model import Article
from geo.reports.tolls import whole


@pytest.mark.parametrize(
    ("sentence", "old"),
    [
        ("Earlier reports had put the toll at 13.", True),
        ("Officials had initially spoken of nine dead.", True),
        ("Initially, the police had put the number of the dead at five.", True),
        ("Earlier, three cooks were shot at a mill, police said.", False),
        ("Until Sunday the prefect had reported two dead.", True),
        ("Nine died, the ministry said, correcting an earlier toll of 12.", True),
        ("Two cooks died, the latest in a string of raids that killed 60.", True),
        ("A bomb killed two cooks, a week after 12 died in a similar blast.", True),
        ("A bomb killed two cooks a week after the strike, and nine were hurt.", False),
        ("The initial toll of four was raised to seven.", False),
        ("Until Sunday two had died.", False),
        ("Nine cooks died in the first raid.", False),
        ("He had spoken of two dead on Monday, the day of the attack.", True),
        ("The ministry had announced seven dead on Tuesday.", True),
        ("The mayor said he had counted five dead.", False),
        ("It was the worst raid since one in May in which nine cooks died.", True),
        ("It was the deadliest day there since May, when nine cooks died.", True),
        ("It was the worst raid since May, with nine cooks killed.", False),
        ("The worst raid since 2015 killed nine cooks.", False),
        ("It was the worst raid since one when three died: nine cooks were shot.", True),
        ("In the worst violence since May at least nine cooks were killed.", False),
    ],
)
def test_an_earlier_count_or_deed_is_known_by_its_words(sentence: str, *, old: bool) -> None:
    """What it grew to is the latest again, and the first raid is no first report."""
    assert any(harm.old for harm in marked(sentence, read(sentence))) is old


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Six weavers were killed in Pelm. Police had first said that eight were killed.", 6),
        ("Six weavers were killed. The ministry had announced eight dead on Tuesday.", 6),
        ("Initial reports said eight weavers were killed in Pelm.", 8),
        ("Two weavers died. We cannot verify a claim that six were killed.", 2),
        ("Two weavers died. Rumours that six had been killed could not be confirmed.", 2),
        ("Unconfirmed reports said six weavers were killed.", 6),
    ],
)
def test_an_earlier_count_stands_only_alone(text: str, killed: int) -> None:
    """It is better than none."""
    toll = whole(Article("a", text))
    assert toll.killed is not None
    assert toll.killed.minimum == killed


def test_what_is_denied_befell_nobody() -> None:
    """A denied rumour counts no dead, but what stands before it does."""
    sentence = "Nine cooks were hurt, and police denied reports that a cook was killed."
    assert [harm.fate for harm in marked(sentence, read(sentence))] == ["injured"]

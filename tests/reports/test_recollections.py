"""What a clause only recalls of somebody or something is background beside the news."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer
from geo.reports import recollections

PUBLISHED = date(2025, 11, 6)  # a Thursday
OTHER = "The governor opened a clinic in Loja on Tuesday."
RECALLS = [
    "The families of three men killed last week have complained.",
    "A post that was attacked in July has been repaired.",
    "The market, where a bomb killed nine in June, is half empty.",
    "The bridge, blown up by soldiers in the summer, was the way to Quito.",
    "Calm has reigned since October, when protesters filled the squares of Quito.",
    "The road has been guarded since gunmen ambushed a convoy near Quito in August.",
    "Memories of the attack on Quito in June are fresh.",
]
TELLS = [
    "The families of three men killed on Tuesday have complained.",
    "In July, gunmen attacked a post near Quito.",
    "Nine people died when a bomb went off in Quito in June.",
    "Aid workers said that soldiers burned forty houses near Quito in September.",
    "Nine soldiers, ambushed on 3 October near Quito, were wounded.",
    "A bomb was thrown at a cafe in Quito on 3 October and four of them were hurt.",
    "A barricade was cut on 20 October at Quito, where farmers rolled boulders onto the road.",
]


def recalled(text: str) -> bool:
    """Tell whether all that an article tells is only recalled in it."""
    reports = Reader(open_gazetteer()).reports(Article("a", text, published=PUBLISHED))
    assert reports
    return all(recollections.BECAUSE in r.because for r in reports if not r.verbal)


@pytest.mark.parametrize("sentence", RECALLS)
def test_a_clause_with_a_day_well_before_the_news_recalls(sentence: str) -> None:
    """Not where the article opens with it."""
    assert recalled(f"{OTHER} {sentence}")
    assert not recalled(sentence)


@pytest.mark.parametrize("sentence", TELLS)
def test_a_main_clause_tells(sentence: str) -> None:
    """So does a day of the news."""
    assert not recalled(f"{OTHER} {sentence}")


def test_what_others_are_told_of_outright_is_of_the_same_time() -> None:
    """The report of a month recalls nothing of that month."""
    month = "On 4 October, gunmen killed two farmers near Quito."
    assert recalled(f"{OTHER} The bridge at Loja, blown up on 3 October, was new.")
    article = f"{OTHER} {month} The bridge at Loja, blown up on 3 October, was new."
    reports = Reader(open_gazetteer()).reports(Article("a", article, published=PUBLISHED))
    assert not any(recollections.BECAUSE in r.because for r in reports)

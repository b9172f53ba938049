"""A deed on no day, far down a page that dates none, is no news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer

PUBLISHED = date(2025, 11, 6)  # a Thursday
PAGE = [
    "Ana Tolmen bakes bread in Quito.",
    "Her oven is of clay.",
    "The dough rests for nine hours.",
    "She gets up at three.",
    "Her husband sells the loaves.",
    "They have two cats.",
    "A loaf costs a dollar.",
]
DEED = "In Loja, armed men robbed her brother."


def is_news(*sentences: str, title: str | None = None) -> bool:
    """Tell whether a page tells of a robbery that is news."""
    article = Article("a", " ".join(sentences), title=title, published=PUBLISHED)
    reports = Reader(open_gazetteer()).reports(article)
    return any(r.kind == "robbery" and not r.background for r in reports)


def test_a_deed_on_no_day_far_down_a_page_is_not_news() -> None:
    """A note may leave out the day."""
    assert not is_news(*PAGE, DEED)
    assert is_news(DEED)


@pytest.mark.parametrize(
    "page",
    [
        [DEED, *PAGE],
        [*PAGE, DEED.replace("brother", "brother on Monday")],
        [*PAGE, "On Monday she wept.", DEED],
        [*PAGE, DEED, "On Tuesday a bomb killed nine in Cuenca."],
    ],
)
def test_a_deed_is_news_by_a_day_or_by_where_it_stands(page: list[str]) -> None:
    """Its own, one told right before it, or that of another deed of the page."""
    assert is_news(*page)


def test_who_was_arrested_far_down_is_news() -> None:
    """Arrests end the news of accidents and thefts, of which no deed is read."""
    article = Article("a", " ".join([*PAGE, "In Loja, police arrested the driver."]))
    reports = Reader(open_gazetteer()).reports(replace(article, published=PUBLISHED))
    assert any(r.kind == "arrest" and not r.background for r in reports)


def test_what_the_title_tells_of_is_news() -> None:
    """However far down the page comes to it."""
    assert is_news(*PAGE, DEED, title="Robbers shot at a baker in Loja")

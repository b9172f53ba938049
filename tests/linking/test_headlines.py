"""The title of an article is read with its text, and without its publisher."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparsing import resolved_with_title
from geo.linking import headlines
from geo.model import Article, Mention, MentionClass, Span


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Two hurt in Ljig - WXYZ News 7 Tolmen", "Two hurt in Ljig"),
        ("Two hurt in Ljig :: ljig.com", "Two hurt in Ljig"),
        ("Two hurt – one dead – in Ljig", "Two hurt – one dead – in Ljig"),
        ("Two hurt", "Two hurt"),
    ],
)
def test_publisher_is_cut_off(title: str, headline: str) -> None:
    """A station or a paper behind a dash is none of the headline; other dashes stay."""
    assert title[: headlines.end_of_headline(title)] == headline


def test_title_stands_behind_the_text() -> None:
    """Offsets into the text stay, and those of the title say the same words."""
    article = Article("a", "A text.", "News of Ljig")
    told = Mention(Span(8, 12), "Ljig", MentionClass.LITERAL)
    read, (moved,) = headlines.behind(article, (told,))
    assert read.text.startswith(article.text)
    assert moved.span.of(read.text) == "Ljig"


def test_title_that_is_none_is_not_read(gazetteer: Gazetteer) -> None:
    """Without a title, or with a whole article for one, nothing is found."""
    assert headlines.find(Article("a", "In Ljig."), gazetteer) == ()
    assert headlines.find(Article("a", "In Ljig.", "In Ljig. " * 90), gazetteer) == ()


def test_title_is_resolved_with_the_text(gazetteer: Gazetteer) -> None:
    """Both are answered, each with offsets into its own words."""
    article = Article("a", "Shots were fired in Tolmen.", "Two hurt in Tolmen, Ardovia")
    named, _, titled = resolved_with_title(article, gazetteer)
    assert [r.mention.span.of(article.text) for r in named] == ["Tolmen"]
    assert [r.mention.span.of(article.title or "") for r in titled] == ["Tolmen", "Ardovia"]
    assert named[0].place == titled[0].place

"""Earlier deeds that are only recalled beside the news."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Reader, open_gazetteer
from tests import news

PUBLISHED = date(2025, 3, 6)  # a Thursday


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the gazetteer of the package."""
    return Reader(open_gazetteer())


def months(reader: Reader, *paragraphs: str) -> list[int]:
    """Return the months of the incidents of news in an article of these paragraphs."""
    found = news.told(reader, paragraphs, PUBLISHED, None)
    return [incident.when.first.month for incident in found if incident.when.first is not None]


@pytest.mark.parametrize(
    "recalled",
    [
        "Three of their colleagues were shot dead in Cuenca in January.",
        "Two porters had been shot dead in Loja in December.",
        "Roadblocks on the Loja road in October lasted nine days.",
    ],
)
def test_a_comparison_with_an_earlier_month_is_no_news(reader: Reader, recalled: str) -> None:
    """Beside the deed of this week, one of an earlier month is only recalled."""
    assert months(reader, "A grenade wounded two clerks in Ambato on Tuesday.", recalled) == [3]


@pytest.mark.parametrize(
    ("recalled", "found"),
    [
        ("Two porters had been shot dead in Loja on February 20.", [3]),
        ("Two porters were shot dead in Loja on February 20.", [2, 3]),
        ("The mayor said that two porters had been shot dead in Loja on February 20.", [2, 3]),
        ("As reported, two porters were shot dead in Loja on February 20.", [3]),
    ],
)
def test_what_had_been_before_is_no_news_after_a_week(
    reader: Reader, recalled: str, found: list[int]
) -> None:
    """Unless it stands in what somebody says, which is told of an earlier time anyway."""
    told = months(reader, "A grenade wounded two clerks in Ambato on Tuesday.", recalled)
    assert sorted(told) == found


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Three clerks were shot dead in Cuenca in January.",),
        ("Police arrested a man on Tuesday.", "Three clerks had been shot dead in January."),
    ],
)
def test_an_earlier_deed_alone_is_the_news(reader: Reader, paragraphs: tuple[str, ...]) -> None:
    """Nothing else happened, or only what followed from it."""
    assert 1 in months(reader, *paragraphs)


@pytest.mark.parametrize(
    "recalled",
    [
        "The embassy in Cuenca has been empty since January, when gunmen looted it.",
        "In January, three clerks were shot dead in Cuenca.",
    ],
)
def test_beside_talk_of_the_week_it_is_recalled_too(reader: Reader, recalled: str) -> None:
    """An article that opens with an agreement of this week has that as its news."""
    opening = "Ministers from both sides signed a ceasefire agreement in Quito on Tuesday."
    assert 1 not in months(reader, opening, recalled)


def test_what_is_counted_by_the_quarter_is_no_incident(reader: Reader) -> None:
    """Only a deed with a day of its own is told in an article on crime figures."""
    told = ("Robbers shot dead nine clerks in Cuenca.", "A clerk was shot in Loja on Tuesday.")
    figures = news.told(reader, told, PUBLISHED, "Murder down: what the crime figures show")
    assert [i.where.place.name for i in figures if i.where and i.where.place] == ["Loja"]
    assert len(news.told(reader, told, PUBLISHED, "Clerks shot")) > 1


def test_an_analysis_has_no_news_of_months_ago(reader: Reader) -> None:
    """Of an article with another title it may be the news."""
    told = ("Three clerks were shot dead in Cuenca in January.",)
    assert not news.told(reader, told, PUBLISHED, "Analysis: a war without end")
    assert news.told(reader, told, PUBLISHED, "Clerks shot dead")
    assert news.told(reader, told, PUBLISHED, "Who shot the clerks? A city asks")


NEWS = "A grenade wounded two clerks in Ambato on Tuesday."


@pytest.mark.parametrize(
    ("recalled", "found"),
    [
        ("Background: Three porters were shot dead in Loja on February 22.", [3]),
        ("Background\n\nThree porters were shot dead in Loja on February 22.", [3]),
        ("Background: Three porters were shot dead in Loja on Monday.", [3, 3]),
        (
            "Two were arrested in Loja on Monday. The arrests are linked to a riot on February 20.",
            [3, 3],
        ),
        ("The men may be behind the heist in Loja on February 20 in which a cook died.", [3]),
        ("The men may be behind a heist in Loja on Monday in which a cook was shot.", [3, 3]),
    ],
)
def test_what_is_only_recalled_or_described(
    reader: Reader, recalled: str, found: list[int]
) -> None:
    """A label says so, and so does what another deed is tied to; not of the last days."""
    assert months(reader, NEWS, recalled) == found


def test_a_deed_of_long_ago_beside_news_in_its_sentence(reader: Reader) -> None:
    """Who left on Tuesday may have killed before."""
    said = "The gunmen, who shot two porters dead in Loja in October, blocked a bridge on Tuesday."
    assert months(reader, said) == [3]


def test_old_deeds_in_an_article_of_words(reader: Reader) -> None:
    """What a speech of this week recalls of months ago is none of the news."""
    words = "The general said on Wednesday that his men would answer any attack."
    assert months(reader, words, "Rebels launched rockets at Loja on October 2.") == []


@pytest.mark.parametrize(
    "recalled",
    [
        "Unrest in Loja earlier this month led to 200 arrests.",
        "Growers began blocking the Loja road in January, after police took their tractors.",
    ],
)
def test_what_began_or_was_done_on_no_day_is_recalled(reader: Reader, recalled: str) -> None:
    """Beside the deed of this week it is no news, though it may last."""
    assert months(reader, "A grenade wounded two clerks in Ambato on Tuesday.", recalled) == [3]


def test_a_deed_of_earlier_this_month_may_be_the_news(reader: Reader) -> None:
    """Where nothing else is told it is."""
    assert months(reader, "Earlier this month four herders were shot dead in Loja.") == [3]

"""From an article to what was understood of it, with one gazetteer and one lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer
from geo.lexicon import Lexicon, load
from geo.model import Article
from geo.pipeline import Reader, Reading
from geo.stories import merge
from tests.stopwatch import cpu_seconds
from tests.strategies import HOSTILE

TEXT = (
    "TOLMEN, Ardovia — Farmers put up a roadblock at the Holm crossing on Tuesday.\n\n"
    "Two people were wounded when police fired tear gas in Tolmen."
)
FRAGMENTS = (
    *("Farmers blocked a road near Tolmen", "on Tuesday", ".", "\n\n", " ", "—", "“", "”"),
    *("Two people were killed in an explosion in Galdor", "in 1999", "of Ardovia", "said"),
    *HOSTILE,
)


@pytest.fixture
def reader(gazetteer: Gazetteer) -> Reader:
    """Return a reader that knows the invented border."""
    return Reader(gazetteer)


def test_a_reading_holds_what_every_stage_found(reader: Reader) -> None:
    """Places, dates and reports, each pointing into the article's own text."""
    reading = reader.read(Article("a", TEXT, published=date(2023, 1, 12)))
    block = next(r for r in reading.reports if r.kind == "roadblock")
    assert block.where is not None
    assert block.where.place is not None
    assert block.where.place.id == "xa-crossing-holm"
    assert (block.when.first, block.when.last) == (date(2023, 1, 10), date(2023, 1, 10))
    assert block.where in reading.resolutions
    assert any(when.span == block.when.span for when in reading.whens)


def test_articles_are_read_one_at_a_time(reader: Reader) -> None:
    """The next article is asked for only when it is wanted, so memory stays constant."""
    asked = []

    def articles() -> Iterator[Article]:
        for number in range(3):
            asked.append(number)
            yield Article(str(number), TEXT)

    readings = reader.stream(articles())
    assert next(readings).article.id == "0"
    assert asked == [0]


def test_a_look_at_the_words_loses_no_report(reader: Reader) -> None:
    """What the map asks for is what a full reading reports, of articles with and without any."""
    quiet = Article("c", "The minister opened a new school in Tolmen on Tuesday.")
    told = [Article("a", TEXT, published=date(2023, 1, 12)), Article("b", "Riot in Galdor.")]
    for article in (*told, quiet, Article("d", "Rebels captured Galdor."), Article("e", "")):
        assert reader.reports(article) == reader.read(article).reports
    assert reader.reports(told[0])
    assert not reader.reports(quiet)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join))
def test_no_mixture_of_words_hides_a_report(reader: Reader, text: str) -> None:
    """Also where names, marks and numbers run together."""
    article = Article("a", text, published=date(2023, 1, 12))
    assert reader.reports(article) == reader.read(article).reports


def test_articles_do_not_influence_one_another(reader: Reader) -> None:
    """Reading in another order, or twice, gives the same readings."""
    told = [Article("a", TEXT, published=date(2023, 1, 12)), Article("b", "Riot in Galdor.")]
    forth = {r.article.id: r for r in reader.stream(told)}
    back = {r.article.id: r for r in reader.stream(reversed(told))}
    assert forth == back


def test_a_reader_may_have_its_own_lexicon(gazetteer: Gazetteer) -> None:
    """Whoever looks for something else brings the words for it."""
    own: Lexicon = load(
        '[parade]\nlabel = "Parade"\nfamily = "protest"\nacled = ["", ""]\nplover = ""\n'
        'cameo = ""\nnouns = ["parade"]\n'
    )
    reading = Reader(gazetteer, own).read(Article("a", "A parade was held in Tolmen. A riot too."))
    assert [report.kind for report in reading.reports] == ["parade"]


def told(reading: Reading) -> Iterator[tuple[int, int]]:
    """Return the offsets of everything that was found."""
    for resolution in reading.resolutions:
        yield resolution.mention.span.start, resolution.mention.span.end
    for when in reading.whens:
        if when.span is not None:
            yield when.span.start, when.span.end
    for report in reading.reports:
        yield report.trigger.start, report.trigger.end
        yield report.sentence.start, report.sentence.end


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=12).map("".join))
def test_any_text_can_be_read(reader: Reader, text: str) -> None:
    """Nothing raises; offsets lie in the text, quotes are the text, ids are unlike each other."""
    reading = reader.read(Article("a", text, published=date(2023, 1, 12)))
    assert all(0 <= start < end <= len(text) for start, end in told(reading))
    assert all(report.sentence.of(text) == report.quote for report in reading.reports)
    assert all(report.sentence.covers(report.trigger) for report in reading.reports)
    ids = [report.id for report in reading.reports]
    assert len(ids) == len(set(ids))
    assert sum(len(incident.reports) for incident in merge(reading.reports)) == len(ids)


def test_a_dated_dateline_anchors_an_undated_article(gazetteer: Gazetteer) -> None:
    """Without a publication day, "on Monday" is counted from the date the article opens with."""
    text = "ARDATOWN, 3 March 2021 — Men blocked the road on Monday."
    [report] = Reader(gazetteer).read(Article("a", text)).reports
    assert report.when.first == date(2021, 3, 1)
    assert "own date" in report.when.basis


@pytest.mark.parametrize(
    "words",
    [
        *("1,", "1.", "a-", "a'", "A. ", "who, ", "“", " ", "killed ", "opened ''''' "),
        *("attack bomb shooting ", "the two crossings at both border gates ", "near Tolmen "),
        *("two people were killed ", "Two people were killed. ", "from Tolmen to Holm "),
        *("(A) ", "(((", "[Aa", "1/2 ", "80 Zor Bala ", "Two (X) men and Y "),
    ],
)
def test_rubbish_costs_no_more_than_prose(words: str, reader: Reader) -> None:
    """Whatever is repeated, and however often: four times as much takes less than ten times."""
    short, long = (Article("a", f"a{words * (size // len(words))}b") for size in (10_000, 40_000))
    took = min(cpu_seconds(lambda: reader.read(short)) for _ in range(2))
    assert cpu_seconds(lambda: reader.read(long)) < 10 * took + 0.2  # squared, it would be sixteen

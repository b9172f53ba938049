"""What is called untrue is not drawn."""

from __future__ import annotations

from datetime import date

import pytest

from geo.events.refutations import is_refuted
from geo.gazetteer import Gazetteer
from geo.lexicon import default_lexicon
from geo.model import Article, Span, Status
from geo.pipeline import Reader


def refuted(sentence: str, trigger: str) -> bool:
    """Tell whether a deed of a sentence is called untrue in it."""
    at = sentence.index(trigger)
    return is_refuted(sentence, Span(0, len(sentence)), Span(at, at + len(trigger)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The army described as false and malicious a report that rebels had shot a priest.",
        "The mayor branded claims that guards shot a priest as fake news.",
        "Reports on the radio that guards had shot a priest were untrue, the mayor said.",
        "A video claiming that guards shot a priest is a hoax.",
        "It is not true that guards shot a priest.",
        "Rumours about guards who shot a priest turned out to be completely baseless.",
        "She was held over false reports that guards had shot a priest.",
    ],
)
def test_the_judgement_may_stand_before_or_behind(sentence: str) -> None:
    """As news words it: the report, what it told, and what somebody calls it."""
    assert refuted(sentence, "shot")


@pytest.mark.parametrize(
    "sentence",
    [
        "Guards shot a priest after a false alarm.",
        "Guards shot a priest over rumours that were untrue.",
        "The reports were false, but guards shot a priest.",
        "He found a priest who had been shot.",
        "Police said that reports of theft were baseless and that guards shot a priest.",
    ],
)
def test_what_is_called_untrue_may_be_something_else(sentence: str) -> None:
    """A false alarm, a rumour that led to the deed, another report."""
    assert not refuted(sentence, "shot")


def test_no_such_thing_takes_hearsay_back(gazetteer: Gazetteer) -> None:
    """What a paper published a sentence earlier is denied; what was seen is not."""
    told = "{} rebels burned the market in Tolmen on Sunday. No such attack took place, he said."
    for opening, status in (
        ("A blog reported that", Status.DENIED),
        ("At noon", Status.OCCURRED),
    ):
        article = Article("a", told.format(opening), published=date(2023, 3, 7))
        reports = Reader(gazetteer).read(article).reports
        assert {report.status for report in reports if report.kind == "arson"} == {status}


@pytest.mark.parametrize(
    ("title", "opening", "status"),
    [
        ("No gunmen stormed the market: police", "A clip alleging that", Status.DENIED),
        ("Police deny rumour", "A voice note claims that", Status.DENIED),
        ("Market burned", "A clip alleging that", Status.OCCURRED),
        ("Market burned; there was no claim", "A clip alleging that", Status.OCCURRED),
        ("No end to raids", "A clip alleging that", Status.OCCURRED),
        ("Police deny rumour", "A witness at the bridge saw that", Status.OCCURRED),
    ],
)
def test_what_a_clip_claims_is_denied_where_an_article_opens_with_its_debunking(
    gazetteer: Gazetteer, title: str, opening: str, status: Status
) -> None:
    """Elsewhere a clip may be all there is; the reason says which words called it untrue."""
    text = f"{opening} rebels burned the market in Tolmen on Sunday."
    (told,) = Reader(gazetteer).read(Article("a", text, title, date(2023, 3, 7))).reports[:1]
    assert (told.status is Status.DENIED) is (status is Status.DENIED)
    assert any("called untrue" in reason for reason in told.because) is (status is Status.DENIED)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The mayor brushed aside rumours of a shooting in Aurora.", True),
        ("There is no truth in the claim that rebels burned the market.", True),
        ("The claim that rebels burned the market was dismissed as disinformation.", True),
        ("At first feared a bombing, the bang was nothing of the sort.", False),
        (
            "Media initially reported a kidnapping, but officers found only a couple quarrelling.",
            True,
        ),
        ("Media initially reported a kidnapping, and officers freed the couple.", False),
        ("A car backfiring was mistaken for a shooting in Reno.", True),
        ("Police brushed aside protesters and shot a man.", False),
    ],
)
def test_what_turned_out_otherwise_is_refuted(text: str, *, denied: bool) -> None:
    """Rumours swept aside, and what was only thought at first."""
    found = [t for t in default_lexicon().find(text) if not t.kind.verbal]
    assert found
    sentence = Span(0, len(text))
    assert any(is_refuted(text, sentence, t.span) for t in found) is denied

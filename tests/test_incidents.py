"""From sentences to reports: what happened, who was hurt, how far it came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo import dates, incidents, mentions, places
from geo.gazetteer import Gazetteer
from geo.lexicon import default_lexicon
from geo.model import Article, Clutter, Report, Span, Status
from tests.strategies import HOSTILE

PUBLISHED = date(2023, 1, 12)
TUESDAY, MONDAY = date(2023, 1, 10), date(2023, 1, 9)


class Desk:
    """Reads texts with the small gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def reports(self, *paragraphs: str, published: date | None = PUBLISHED) -> list[Report]:
        """Return the reports of an article."""
        return self.of(Article("a", "\n\n".join(paragraphs), published=published))

    def of(self, article: Article) -> list[Report]:
        """Return the reports of an article that is more than a text."""
        located = places.resolve(article, mentions.find(article, self.gazetteer), self.gazetteer)
        found = dates.find(article)
        return list(incidents.extract(article, located, found, default_lexicon()))

    def one(self, *paragraphs: str, kind: str | None = None) -> Report:
        """Return the only report, or the only one of a kind."""
        [report] = [r for r in self.reports(*paragraphs) if kind in {None, r.kind}]
        return report


@pytest.fixture
def desk(gazetteer: Gazetteer) -> Desk:
    """Return a desk at which articles are read."""
    return Desk(gazetteer)


def kinds(reports: Sequence[Report]) -> list[str]:
    """Return the kinds in the order of the text."""
    return [report.kind for report in reports]


def where(report: Report) -> str | None:
    """Return the id of a report's place."""
    return report.where.place.id if report.where and report.where.place else None


# ---- what happened


def test_a_report_shows_its_evidence(desk: Desk) -> None:
    """Trigger and sentence point into the text, the quote is the sentence, reasons are given."""
    text = "The day was calm. Farmers put up a roadblock near Tolmen on Tuesday. Nobody was hurt."
    report = desk.one(text)
    assert (report.kind, report.status, where(report)) == (
        "roadblock",
        Status.OCCURRED,
        "xa-tolmen",
    )
    assert (report.when.first, report.when.last) == (TUESDAY, TUESDAY)
    assert report.quote == "Farmers put up a roadblock near Tolmen on Tuesday."
    assert report.sentence.of(text) == report.quote
    assert report.trigger.of(text) in report.quote
    assert report.because[0] == f"'{report.trigger.of(text)}'"
    assert any(reason.startswith("place: ") for reason in report.because)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("Gunmen killed five people in Tolmen from 9 January to 15 January.", 9, 12),
        ("Gunmen killed five people in Tolmen from 9 January to 11 January.", 9, 11),
        ("Gunmen will attack Tolmen from 9 January to 15 January.", 9, 15),
    ],
)
def test_what_has_happened_lies_before_the_day_it_is_told(
    told: str, first: int, last: int, desk: Desk
) -> None:
    """The days of a deed end with that of the news; what is planned may go on."""
    when = desk.reports(told)[0].when
    assert (when.first, when.last) == (date(2023, 1, first), date(2023, 1, last))


def test_two_things_in_one_sentence_are_two_reports(desk: Desk) -> None:
    """Each with its own place; the same kind twice is one."""
    told = desk.reports(
        "Protesters rallied in Tolmen on Monday, while gunmen opened fire on a bus in Galdor "
        "on Tuesday."
    )
    assert [(r.kind, where(r), r.when.first) for r in told] == [
        ("protest", "xa-tolmen", MONDAY),
        ("shooting", "xb-galdor", TUESDAY),
    ]


def test_a_text_without_incident_has_no_report(desk: Desk) -> None:
    """Nor has an empty one."""
    assert desk.reports("The weather in Tolmen was fine on Tuesday.") == []
    assert desk.reports("") == []


def test_the_headline_tells_what_the_page_does_not(desk: Desk) -> None:
    """Of a page that was not stored; its quote is the headline, its spans are empty."""
    text, title = "Subscribe now for full access.", "Two men shot dead after party - KTOL News 5"
    (report,) = desk.of(Article("a", text, title, PUBLISHED))
    assert (report.kind, report.quote) == ("shooting", "Two men shot dead after party")
    assert (report.killed and report.killed.minimum) == 2
    assert report.trigger == report.sentence == Span(0, 0)


def test_history_stays_history_whatever_the_headline_says(desk: Desk) -> None:
    """A headline makes no news of what the text dates years back."""
    text = "In March 2011 two men were shot in the mill."
    found = desk.of(Article("a", text, "Two men shot in mill", PUBLISHED))
    assert [report.background for report in found] == [True]


def test_what_stands_in_page_furniture_is_no_report(desk: Desk) -> None:
    """Neither is its place anybody's place."""
    text = "READ MORE: Riot in Galdor.\n\nFarmers put up a roadblock on Tuesday."
    furniture = Clutter(Span(0, text.index("\n")), "advert")
    [report] = desk.of(Article("a", text, published=PUBLISHED, clutter=(furniture,)))
    assert (report.kind, where(report)) == ("roadblock", None)


def test_a_definite_word_points_back_at_what_was_told(desk: Desk) -> None:
    """It is the one that was put up; without one before, it tells of one itself."""
    first = "Farmers put up a roadblock near Tolmen on Tuesday."
    assert kinds(desk.reports(first, "Police looked at the roadblock for an hour.")) == [
        "roadblock"
    ]
    assert kinds(desk.reports("Police looked at the roadblock for an hour.")) == ["roadblock"]


def test_a_later_sentence_gives_the_finer_place(desk: Desk) -> None:
    """What happened near a town in the country happened there."""
    told = desk.reports("Gunmen opened fire on a bus in Ardovia. It happened near Tolmen.")
    assert [(r.kind, where(r)) for r in told] == [("shooting", "xa-tolmen")]
    assert "told by" in told[0].because[-1]


def test_a_place_that_is_fine_already_stays(desk: Desk) -> None:
    """Where something else happened does not move it."""
    told = desk.reports("Gunmen opened fire on a bus in Tolmen. It happened near Galdor.")
    assert where(told[0]) == "xa-tolmen"


# ---- how far it came about


@pytest.mark.parametrize(
    ("text", "kind", "status", "verbal"),
    [
        ("Farmers put up a roadblock in Tolmen.", "roadblock", Status.OCCURRED, False),
        ("Miners plan to hold a protest in Tolmen.", "protest", Status.PLANNED, True),
        ("Miners threatened to put up roadblocks in Tolmen.", "roadblock", Status.THREATENED, True),
        (
            "Police tried to clear the roadblocks in Tolmen.",
            "roadblock_removal",
            Status.ATTEMPTED,
            False,
        ),
    ],
)
def test_a_deed_is_told_from_talk(
    desk: Desk,
    text: str,
    kind: str,
    status: Status,
    verbal: bool,  # noqa: FBT001
) -> None:
    """What is only planned or threatened is talk, and off the map by default."""
    report = next(r for r in desk.reports(text) if r.kind == kind)
    assert (report.status, report.verbal) == (status, verbal)


def test_what_is_demanded_has_not_happened(desk: Desk) -> None:
    """Whoever calls for roads to be cleared tells that they are blocked."""
    told = desk.reports("The mayor demanded that the roadblocks be removed from Tolmen.")
    assert all(r.verbal for r in told if r.kind in {"demand", "roadblock_removal"})
    blocks = [r for r in told if r.kind == "roadblock"]
    assert [(r.verbal, r.status) for r in blocks] == [(False, Status.ONGOING)]


# ---- history


def test_history_is_marked(desk: Desk) -> None:
    """Old dates make background; the news beside it stays news."""
    told = desk.reports(
        "Farmers put up a roadblock in Tolmen on Tuesday.",
        "Gunmen opened fire on protesters in Galdor in 1999.",
    )
    assert [(r.kind, r.background) for r in told if r.kind != "protest"] == [
        ("roadblock", False),
        ("shooting", True),
    ]


def test_the_dead_of_a_war_belong_to_no_incident_of_today(desk: Desk) -> None:
    """The figure stands in history, wherever the scene was."""
    told = desk.reports(
        "Gunmen opened fire on a bus in Tolmen on Tuesday and wounded two men.",
        "About 13,000 people were killed in the war of 1999 in Ardovia.",
    )
    assert [r.killed for r in told if not r.background] == [None]
    assert [r.injured.minimum for r in told if r.injured] == [2]


# ---- figures


def test_figures_belong_to_the_kinds_that_have_them(desk: Desk) -> None:
    """The dead of a blast are not those of the arrest in the same sentence."""
    told = desk.reports("Police arrested a man after an explosion in Tolmen killed three people.")
    assert {r.kind: r.killed.minimum if r.killed else None for r in told} == {
        "arrest": None,
        "explosion": 3,
    }


def test_victims_that_are_counted_later_belong_to_the_deed(desk: Desk) -> None:
    """A sentence that only counts them tells of no incident of its own."""
    told = desk.reports(
        "An explosion hit a market in Tolmen on Tuesday. Three people were wounded."
    )
    assert [(r.kind, r.injured.minimum if r.injured else None) for r in told] == [("explosion", 3)]


# ---- ids


def test_the_id_comes_from_the_content_not_from_the_name(desk: Desk) -> None:
    """A file that is renamed gives the same ids; another text or day gives others."""
    article = Article("a", "Farmers put up a roadblock in Tolmen.", published=PUBLISHED)
    [first] = desk.of(article)
    [moved] = desk.of(replace(article, id="b", publisher="Somebody", url="https://x.test"))
    [later] = desk.of(replace(article, published=TUESDAY))
    [other] = desk.of(replace(article, text=f"{article.text} So."))
    assert first.id == moved.id
    assert len({first.id, later.id, other.id}) == 3


def test_the_source_names_the_article(desk: Desk) -> None:
    """With all that a card on the map shows of it."""
    article = Article("a", "Riot in Tolmen.", "Title", PUBLISHED, None, "Herald", "https://x.test")
    [report] = desk.of(article)
    source = report.source
    assert (source.document, source.title, source.publisher) == ("a", "Title", "Herald")
    assert (source.url, source.published) == ("https://x.test", PUBLISHED)


# ---- any text

SENTENCES = (
    "Farmers put up a roadblock near Tolmen on Tuesday.",
    "An explosion in Galdor killed two people.",
    "It happened near Holm.",
    "Dozens were wounded.",
    "The killing shocked Ardovia.",
    "In 1999 NATO bombed Belmark.",
    "The mayor demanded that the barricades be removed.",
    "The roadblock is still there, he said.",
    *HOSTILE,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    told=st.lists(st.sampled_from(SENTENCES), max_size=8),
    gap=st.sampled_from([" ", "\n\n", "\n"]),
    published=st.none() | st.just(PUBLISHED),
)
def test_reports_of_any_text_can_be_trusted(
    desk: Desk, told: list[str], gap: str, published: date | None
) -> None:
    """Each is within its sentence, sure to a degree, named by an id of its own, and repeatable."""
    text = gap.join(told)
    found = desk.reports(text, published=published)
    assert found == desk.reports(text, published=published)
    assert len({report.id for report in found}) == len(found)
    for report in found:
        assert report.sentence.covers(report.trigger)
        assert report.sentence.of(text) == report.quote
        assert 0 < report.confidence < 1
        assert report.kind in default_lexicon().kinds
        assert report.because
        first, last = report.when.first, report.when.last
        assert (first is None) == (last is None)
        if published is None and first is not None:
            assert first.year == 1999
        assert first is None or last is None or first <= last


def test_the_verb_tells_and_the_noun_names(desk: Desk) -> None:
    """Of two words for one deed the one that says it happened is kept."""
    [report] = desk.reports("A car bomb parked near a shop in Tolmen detonated.")
    assert "detonated" in report.trigger.of(report.quote)


@pytest.mark.parametrize(
    ("told", "old"),
    [
        ("The firm, whose drivers went on strike over pay in 2019, opened a depot.", True),
        ("It was the first sale since drivers went on strike over pay in 2019.", True),
        ("Drivers went on strike on Tuesday over a pay cut in 2019.", False),
    ],
)
def test_a_clause_that_recalls_a_protest_dates_it(desk: Desk, told: str, *, old: bool) -> None:
    """The year behind "over pay" is the strike's where the clause only looks back at it."""
    assert desk.one(told).background == old

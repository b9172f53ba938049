"""Reports become incidents: the same whatever the order, and with ids that last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import (
    Actor,
    Count,
    Incident,
    Mention,
    MentionClass,
    Place,
    PlaceKind,
    Report,
    Resolution,
    Source,
    Span,
    Status,
    When,
)
from geo.reports.consensus import SUREST
from geo.stories import merge
from tests.stopwatch import cpu_seconds
from tests.strategies import reports

NEW_YEAR = date(2023, 1, 1)
UNDATED = When(None, None, "unknown", "nothing says when")


def on(number: int, more: int = 0) -> When:
    """Return the days from one of 2023, counted from 1, to some later one."""
    first = NEW_YEAR + timedelta(number - 1)
    last = first + timedelta(more)
    return When(first, last, "range" if more else "day", f"day {number}", span=Span(8, 12))


def at(name: str, *, placed: bool = True, score: float = 0.8) -> Resolution:
    """Return a resolution of a name, which is also the id of its place; towns are far apart."""
    mention = Mention(Span(0, 5), name, MentionClass.LITERAL)
    lon = 10.0 + len(name)
    place = Place(name, name, PlaceKind.SETTLEMENT, lon, 50.0) if placed else None
    return Resolution(mention, place, score)


PROVINCE = Resolution(
    Mention(Span(0, 5), "Upland", MentionClass.LITERAL),
    Place("upland", "Upland", PlaceKind.ADMIN1, 15.9, 50.2, uncertainty_m=60_000.0),
    0.8,
)
"""The unit that holds Tolmen."""
PLACES = [at("tolmen"), PROVINCE, at("x", placed=False)]
NAMES = ("ada quill", "bo larkin", "4200 vorn", "cy dane")


def report(name: str, *, article: str = "", published: int | None = 9, **known: Any) -> Report:
    """Return a report of a protest in Tolmen on 8 January, but for what is said otherwise."""
    article = article or f"article of {name}"
    day = NEW_YEAR + timedelta(published - 1) if published else None
    told: dict[str, Any] = {
        "kind": "protest",
        "source": Source(f"{article}.md", published=day, content_hash=article),
        "trigger": Span(0, 7),
        "sentence": Span(0, 40),
        "quote": "…",
        "status": Status.OCCURRED,
        "when": on(8),
        "where": at("tolmen"),
    }
    return Report(name, **(told | known))


def grouped(reports: Iterable[Report]) -> set[frozenset[str]]:
    """Return which reports belong together."""
    return {frozenset(r.id for r in incident.reports) for incident in merge(reports)}


def one(*reports: Report) -> Incident:
    """Merge reports that must make one incident."""
    [incident] = merge(reports)
    return incident


def test_two_articles_on_one_protest_make_one_incident() -> None:
    """Same kind, same place, dates that share a day."""
    assert grouped([report("a"), report("b", when=on(5, more=5))]) == {frozenset("ab")}


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "riot"},
        {"where": at("galdorf")},
        {"when": on(9)},
        {"when": UNDATED},
        {"background": True},
        {"verbal": True},
        {"where": None},
        {"where": at("tolmen", placed=False)},
    ],
)
def test_what_differs_stays_apart(other: dict[str, Any]) -> None:
    """Another kind, place or day is another incident; history is no news and talk is no deed."""
    assert grouped([report("a"), report("b", **other)]) == {frozenset("a"), frozenset("b")}


def test_undated_reports_of_different_articles_never_merge() -> None:
    """Nothing says that they speak of the same day; within one article they do."""
    told = [report("a", when=UNDATED), report("b", when=UNDATED)]
    told.append(report("c", article="article of a", when=UNDATED))
    assert grouped(told) == {frozenset("ac"), frozenset("b")}


@pytest.mark.parametrize("where", [None, at("nowhere", placed=False)])
def test_what_has_no_place_is_the_same_within_its_article_only(where: Resolution | None) -> None:
    """Two protests on one day at unknown places are not one protest."""
    told = [report("a", where=where), report("b", where=where)]
    told.append(report("c", article="article of a", where=where))
    assert grouped(told) == {frozenset("ac"), frozenset("b")}


def test_two_unknown_names_are_two_places() -> None:
    """That neither could be placed does not make them the same."""
    told = [report(n, article="x", where=at(n, placed=False)) for n in ("east", "west")]
    assert len(merge(told)) == 2


def test_a_vague_date_makes_no_bridge() -> None:
    """What says only January may be of the 3rd or the 20th, but does not make these one."""
    told = [report("a", when=on(3)), report("b", when=on(20)), report("c", when=on(1, more=30))]
    assert grouped(told) == {frozenset("a"), frozenset("bc")}


def test_a_vague_first_report_is_narrowed_by_the_next() -> None:
    """Only what overlaps all that is known so far belongs to it."""
    told = [report("a", published=2, when=on(1, more=30)), report("b", when=on(3))]
    told.append(report("c", published=21, when=on(20)))
    assert grouped(told) == {frozenset("ab"), frozenset("c")}
    assert merge(told)[0].when == on(3)


# ---- ids


def test_the_earliest_published_gives_the_id() -> None:
    """Articles without a date come last, whatever their ids are."""
    told = [report("a", published=None), report("b", published=10), report("c", published=9)]
    incident = one(*told)
    assert (incident.id, [r.id for r in incident.reports]) == ("c", ["c", "b", "a"])


def test_ties_go_by_content_then_by_position() -> None:
    """Of one day the article with the lower hash, of one article what stands first in it."""
    late = report("a", article="1", trigger=Span(90, 95))
    assert one(late, report("b", article="1"), report("c", article="0")).id == "c"
    assert one(late, report("b", article="1")).id == "b"


def test_the_name_of_a_file_does_not_matter() -> None:
    """A folder that is renamed gives the same incidents with the same ids."""
    told = [report("a"), report("b"), report("c", when=UNDATED), report("d", where=None)]
    moved = [
        replace(r, source=replace(r.source, document=f"{9 - n}.txt")) for n, r in enumerate(told)
    ]
    shape = [(i.id, [r.id for r in i.reports]) for i in merge(told)]
    assert shape == [(i.id, [r.id for r in i.reports]) for i in merge(moved)]


def test_an_earlier_article_takes_the_id_over_and_the_old_one_is_found() -> None:
    """What somebody wrote down under the old id can still be matched."""
    incident = one(report("old"), report("new", published=8))
    assert incident.id == "new"
    assert "old" in {r.id for r in incident.reports}


lists = st.lists(reports(), max_size=12)


@st.composite
def crowded(draw: st.DrawFn) -> list[Report]:
    """Draw reports that often tell of the same: few places, few days, few articles."""
    number = draw(st.integers(0, 12))
    return [
        report(
            f"r{n}",
            article=draw(st.sampled_from("uvwxyz")),
            published=draw(st.none() | st.integers(8, 12)),
            trigger=Span(n, n + 1),
            when=draw(st.just(UNDATED) | st.builds(on, st.integers(1, 9), st.integers(0, 4))),
            where=draw(st.none() | st.sampled_from(PLACES)),
            kind=draw(st.sampled_from(["protest", "riot", "clash", "talks"])),
            background=draw(st.booleans()),
            details=tuple(draw(st.lists(st.sampled_from("abcdef"), unique=True))),
            killed=draw(st.none() | st.builds(Count, st.integers(0, 9), st.none())),
            confidence=draw(st.floats(0, 1)),
        )
        for n in range(number)
    ]


@given(lists | crowded(), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(told: list[Report], chance: Any) -> None:
    """The same reports, shuffled, give equal incidents in the same order."""
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert merge(shuffled) == merge(told)


@given(lists | crowded())
def test_merging_again_changes_nothing(told: list[Report]) -> None:
    """The reports of the incidents, once or twice, give the same incidents."""
    incidents = merge(told)
    again = [r for incident in incidents for r in incident.reports]
    assert merge(again) == incidents == merge(again * 2)


@given(lists | crowded())
def test_every_report_is_in_exactly_one_incident(told: list[Report]) -> None:
    """Nothing is lost and nothing is counted twice."""
    held = [r.id for incident in merge(told) for r in incident.reports]
    assert sorted(held) == sorted({r.id for r in told})
    assert all(incident.id == incident.reports[0].id for incident in merge(told))


def by_publication(told: Iterable[Report]) -> list[Report]:
    """Sort the reports as they came out; those without a date are last."""
    return sorted(told, key=lambda r: (r.source.published or date.max, r.source.content_hash))


@given(crowded(), st.integers(0, 12))
def test_a_later_article_never_changes_an_id(told: list[Report], number: int) -> None:
    """What was one incident stays one under its id, whatever comes out afterwards."""
    ordered = by_publication(told)
    number = min(number, len(ordered))
    while 0 < number < len(ordered) and ordered[number].source == ordered[number - 1].source:
        number -= 1  # an article comes out whole
    before = {i.id: {r.id for r in i.reports} for i in merge(ordered[:number])}
    after = {i.id: {r.id for r in i.reports} for i in merge(ordered)}
    assert all(held <= after[name] for name, held in before.items())


@given(crowded())
def test_history_news_and_talk_never_mix(told: list[Report]) -> None:
    """Whatever else agrees."""
    for incident in merge(told):
        assert len({(r.background, r.verbal) for r in incident.reports}) == 1


# ---- what speaks for one incident


def test_another_word_for_the_kind_is_the_same_incident() -> None:
    """A clash and a riot; the finer word stands, and each report keeps its own."""
    incident = one(report("a", kind="clash"), report("b", kind="riot"))
    assert incident.kind == "riot"
    assert [r.kind for r in incident.reports] == ["clash", "riot"]


def test_a_town_and_what_holds_it_are_the_same_place() -> None:
    """Tolmen lies in Upland: the finer place stands."""
    incident = one(report("a", where=PROVINCE, details=NAMES[:1]), report("b", details=NAMES[:1]))
    assert incident.where == at("tolmen")


def test_an_undated_article_needs_details_in_common() -> None:
    """Names and streets place it beside its siblings; the same town alone does not."""
    dated = report("a", details=NAMES)
    assert len(merge([dated, report("b", when=UNDATED, details=NAMES)])) == 1
    assert len(merge([dated, report("b", when=UNDATED, details=("ed finch", "1 low"))])) == 2


def test_details_tell_two_incidents_of_one_day_apart() -> None:
    """Two shootings in a city of millions on one day: same names, same shooting."""
    place = Place("city", "City", PlaceKind.SETTLEMENT, 1.0, 50.0, population=3_000_000)
    city = replace(at("city"), place=place)
    others = ("ed finch", "fay gorm", "1 low", "hal ives")
    told = [
        report("a", where=city, killed=Count(2, 2), details=NAMES),
        report("b", where=city, killed=Count(5, 5), details=others),
        report("c", where=city, killed=Count(2, 2), details=NAMES, published=10),
    ]
    assert grouped(told) == {frozenset("ac"), frozenset("b")}


def test_one_mistaken_day_or_town_does_not_split_an_incident() -> None:
    """Several names in common weigh more; without them it is another incident."""
    told = [report("a", details=NAMES), report("b", when=on(9), details=NAMES)]
    assert len(merge(told)) == 1
    assert len(merge([replace(r, details=()) for r in told])) == 2


def test_what_all_articles_share_is_no_detail() -> None:
    """A hospital that every report of the city names tells nothing."""
    told = [
        report(f"{n:03}", published=n % 28 + 1, when=on(9 * n), details=("grant medical",))
        for n in range(100)
    ]
    assert len(merge(told)) == 100


# ---- within one article


def test_a_vaguer_sentence_of_the_article_retells() -> None:
    """No day and no town of its own, and nothing contradicts."""
    vague = report("b", article="x", when=UNDATED, where=None, kind="attack")
    assert len(merge([report("a", article="x", kind="shooting"), vague])) == 1


@pytest.mark.parametrize("other", [{"when": on(12)}, {"where": at("galdorf")}, {"kind": "talks"}])
def test_another_day_town_or_kind_of_the_article_is_another(other: dict[str, Any]) -> None:
    """A list of incidents stays a list."""
    assert len(merge([report("a", article="x"), report("b", article="x", **other)])) == 2


def test_talk_of_two_sides_stays_apart() -> None:
    """Two demands in one article at places that only hold each other are two."""
    told = [report("a", article="x", verbal=True, kind="demand")]
    told.append(report("b", article="x", verbal=True, kind="demand", where=PROVINCE))
    assert len(merge(told)) == 2


# ---- the merged view


def test_of_figures_that_conflict_the_highest_minimum_stands() -> None:
    """Tolls rise; "at least 5" is told after 7, and changes nothing."""
    counts = [Count(3, 3), Count(7, 7, approximate=True), Count(5, None), None]
    told = [report(str(n), published=9 + n, killed=count) for n, count in enumerate(counts)]
    assert one(*told).killed == Count(7, 7, approximate=True)
    assert one(*told).injured is None


def test_the_most_precise_date_and_the_best_place_stand() -> None:
    """Whoever says it in more detail is believed, whoever came first."""
    vague = report("a", published=8, when=on(8, more=3), where=at("tolmen", score=0.3))
    exact = report("b", published=10, where=at("tolmen", score=0.9))
    incident = one(vague, exact)
    assert (incident.id, incident.when, incident.where) == ("a", exact.when, exact.where)


def test_what_came_about_outweighs_what_was_only_alleged() -> None:
    """One article that states it is enough."""
    told = [report("a", status=Status.ALLEGED), report("b"), report("c", status=Status.DENIED)]
    assert one(*told).status is Status.OCCURRED


def test_agreement_of_articles_raises_the_confidence() -> None:
    """Two articles are two witnesses, two sentences of one article are one; nothing is certain."""
    first = report("a", confidence=0.6)
    assert one(first, report("b", article="article of a", confidence=0.5)).confidence == 0.67
    assert one(first, report("b", confidence=0.5)).confidence == 0.8
    assert one(*(report(str(n), confidence=0.9) for n in range(9))).confidence == SUREST


def test_actors_are_gathered_once() -> None:
    """In the order of the reports."""
    crowd, police = Actor("crowd", "perpetrator"), Actor("police", "authority")
    told = [report("a", actors=(crowd,)), report("b", published=10, actors=(police, crowd))]
    assert one(*told).actors == (crowd, police)


def test_one_text_under_two_names_counts_once() -> None:
    """A copied file is no second witness; the first name is shown."""
    first = report("a")
    copy = replace(first, source=replace(first.source, document="a copy.md"))
    for told in ([first, copy], [copy, first]):
        assert [r.source.document for r in one(*told).reports] == ["a copy.md"]


@pytest.mark.parametrize("spread", [1, 20_000])
def test_twenty_thousand_reports_take_seconds(spread: int) -> None:
    """On one place, whether they are all of one day or each of another."""
    told: Sequence[Report] = [
        report(f"{n:05}", published=n % 28 + 1, when=on(n % spread + 1)) for n in range(20_000)
    ]
    merged: list[Incident] = []
    assert cpu_seconds(lambda: merged.extend(merge(told))) < 10
    assert len(merged) == spread

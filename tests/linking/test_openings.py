"""The place that a sentence opens with."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader


def test_what_a_sentence_opens_with_holds_however_far_off_the_deed_is_told(
    gazetteer: Gazetteer,
) -> None:
    """A name that stands nearer, of those who own something, is no rival."""
    text = "In Tolmen, where the Galdor Mining Company had long kept a depot, guards were shot."
    (report,) = Reader(gazetteer).read(Article("a", text)).reports
    assert report.where is not None
    assert report.where.place is not None
    assert report.where.place.name == "Tolmen"


def test_it_may_be_in_no_list(gazetteer: Gazetteer) -> None:
    """A village that nobody knows is no reason to stay in the town of the sentence before."""
    text = (
        "Rebels attacked Tolmen on Friday. In Xurpa, drivers who had slept in their cabs came to "
        "a meeting, and the two groups attacked each other with sticks."
    )
    last = Reader(gazetteer).read(Article("a", text, None, date(2023, 3, 7))).reports[-1]
    assert last.where is not None
    assert last.where.mention.name == "Xurpa"


@pytest.mark.parametrize(
    ("speaks", "place"),
    [
        ("In Galdor, the ministry said that nine miners were killed.", "Tolmen"),
        ("In Galdor, police said that nine miners were killed.", "Galdor"),
        ("In Galdor, a mob that had waited since dawn near the mint killed nine miners.", "Galdor"),
    ],
)
def test_who_speaks_from_afar_leaves_the_scene(
    speaks: str, place: str, gazetteer: Gazetteer
) -> None:
    """A ministry speaks of what was anywhere, the police of what was there."""
    article = Article("a", f"Rebels attacked Tolmen on Friday. {speaks}", None, date(2023, 3, 7))
    last = Reader(gazetteer).read(article).reports[-1]
    assert last.where is not None
    assert last.where.place is not None
    assert last.where.place.name == place


def test_two_ends_are_one_place(gazetteer: Gazetteer) -> None:
    """What nobody knows the way between is near the end that is known, and no two incidents."""
    told = "A clerk was shot dead between Tolmen and Xurpa on Monday."
    found = Reader(gazetteer).read(Article("a", told, None, date(2023, 3, 7))).reports
    assert [report.where.mention.name for report in found if report.where] == ["Tolmen"]


def test_where_somebody_told_of_was_before_holds_no_unknown_name(gazetteer: Gazetteer) -> None:
    """Nobody knows where the road is; that the brothers were held in Tolmen says nothing of it."""
    told = "Kin of two men, who were held in Tolmen, blocked the road at Xurpa on Monday."
    last = Reader(gazetteer).read(Article("a", told, None, date(2023, 3, 7))).reports[-1]
    assert last.where is not None
    assert last.where.mention.name == "Xurpa"
    assert not any("in or near" in reason for reason in last.where.because)


@pytest.mark.parametrize("road", ["the Zelnika Highway", "the Zelnika Road", "Zelnika Avenue"])
def test_a_road_lies_in_the_town_though_neither_is_in_a_list(
    road: str, gazetteer: Gazetteer
) -> None:
    """It is not in the town of the paragraph before, and the town's name says more than its own."""
    text = (
        f"Thousands marched in Tolmen on Monday.\n\nIn Xurpa, protesters blocked {road} on Tuesday."
    )
    last = Reader(gazetteer).read(Article("a", text, None, date(2023, 3, 8))).reports[-1]
    assert last.where is not None
    assert last.where.mention.name == "Xurpa"
    assert last.where.place is None


@pytest.mark.parametrize(
    "day", ["On Monday, ", "On 23 July, ", "Late on Sunday evening, ", "On the night of 5 May, "]
)
def test_a_day_may_stand_before_the_place(day: str, gazetteer: Gazetteer) -> None:
    """And the place may be told by how far it is from another."""
    text = (
        f"{day}at a post 15 km south of Tolmen, two armed members of a gang,"
        " drunk, and others, again denied a patrol passage."
    )
    article = Article("a", text, published=date(2026, 11, 26))
    told = Reader(gazetteer).read(article).reports[0]
    assert told.where is not None
    assert told.where.place is not None
    assert told.where.place.id == "rel:15km-S-of:xa-tolmen"

"""News of an invented border, read whole: crossings, what stays open, and whose place it is."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article, Report
from geo.pipeline import Reader

SUNDAY = date(2023, 1, 15)
BOTH = {"xa-crossing-holm", "xa-crossing-varn"}


def read(gazetteer: Gazetteer, text: str) -> list[Report]:
    """Return the reports of a text published on a Sunday."""
    return list(Reader(gazetteer).read(Article("a", text, published=SUNDAY)).reports)


def members(report: Report) -> set[str]:
    """Return the places that a report stands on."""
    where = report.where
    if where is None or where.place is None:
        return set()
    return {place.id for place in where.members or (where.place,)}


@pytest.mark.parametrize(
    "text",
    [
        "Farmers blocked the crossings at Holm and Varn on Friday.",
        "Ardovia closed the Holm and Varn crossings on Friday.",
        "Ardovian police closed two crossings, Holm and Varn, on Friday.",
        "Farmers in northern Ardovia blocked two border crossings with Belmark on Friday.",
    ],
)
def test_crossings_named_together_are_one_set(gazetteer: Gazetteer, text: str) -> None:
    """However they are listed, both crossings are meant."""
    found = [members(report) for report in read(gazetteer, text) if not report.verbal]
    assert BOTH in found


def test_an_open_set_takes_no_country_for_its_place(gazetteer: Gazetteer) -> None:
    """Three crossings, two meant: it stays open, and neither side stands in for it."""
    [report] = read(gazetteer, "Trucks blocked both border crossings between Ardovia and Belmark.")
    assert members(report) == set()
    assert report.where is not None
    assert any("2 meant" in reason for reason in report.where.because)


def test_an_unknown_name_gets_no_neighbours_place(gazetteer: Gazetteer) -> None:
    """A town that no gazetteer knows is not the town of the sentence before."""
    text = "A bomb killed two in Tolmen on Friday. A bomb killed three in Xyzzyville on Saturday."
    first, second = read(gazetteer, text)
    assert members(first) == {"xa-tolmen"}
    assert members(second) == set()
    assert second.where is not None
    assert second.where.mention.name == "Xyzzyville"


def test_a_dateline_gives_its_country_and_no_town(gazetteer: Gazetteer) -> None:
    """A desk is no scene: without any other place the country is all that is known."""
    [report] = read(gazetteer, "ESTRUN, Ardovia (Wire) — Farmers blocked a road on Friday.")
    assert members(report) == {"XA"}


def test_what_led_to_the_news_keeps_its_own_place(gazetteer: Gazetteer) -> None:
    """The place of a clash that led to a closure is not where the border was closed."""
    [closure, clash] = read(gazetteer, "Ardovia closed its border after clashes in Tolmen.")
    assert members(clash) == {"xa-tolmen"}
    assert members(closure) != {"xa-tolmen"}


def test_counts_keep_to_their_clause(gazetteer: Gazetteer) -> None:
    """Victims of another day and town are not added to the deed."""
    text = "Gunmen killed three soldiers in Tolmen on Friday, a day after 20 died in Galdor."
    report = read(gazetteer, text)[0]
    assert report.killed is not None
    assert report.killed.minimum == 3


def test_a_people_alone_moves_no_namesake(gazetteer: Gazetteer) -> None:
    """Serbs live on both sides of the line: they do not make a town Serbian."""
    [report] = read(gazetteer, "Police clashed with Serbs in Mitrovica on Friday.")
    assert members(report) == {"xk-mitrovica"}


def test_a_day_that_cannot_be_known_stays_open(gazetteer: Gazetteer) -> None:
    """An undated article's "Tuesday" is not replaced by another day of the text."""
    text = "On 3 May 2021 farmers blocked a road in Tolmen. A bomb exploded there on Tuesday."
    reports = Reader(gazetteer).read(Article("a", text)).reports
    assert [r.when.first for r in reports] == [date(2021, 5, 3), None]


def test_a_street_nobody_knows_is_in_the_town_of_the_news(gazetteer: Gazetteer) -> None:
    """Local news names streets and bars, whose town it named before."""
    text = "Tolmen police said on Friday that a man was shot. He was stabbed on Quince Street."
    second = read(gazetteer, text)[-1]
    assert members(second) == {"xa-tolmen"}

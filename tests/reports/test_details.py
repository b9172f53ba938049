"""Names, ages and house numbers are found, and only those that tell one incident from the next."""

from __future__ import annotations

import pytest

from geo.model import (
    Article,
    Clutter,
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
from geo.reports import details
from tests.stopwatch import cpu_seconds

UNDATED = When(None, None, "unknown", "")


def told(text: str) -> list[str]:
    """Return the details of a text without their positions."""
    return [detail for _, detail in details.find(text)]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("the body of Dorrit Quill was found", "dorrit quill"),
        ("Dorrit Quill's brother fled", "dorrit quill"),
        ("the funeral of Željko Štrbac", "zeljko strbac"),
        ("a 17-year-old was hit", "aged 17"),
        ("Quill, 43, was hit", "aged 43"),
        ("she was aged 9 then", "aged 9"),
        ("in the 4200 block of South Larkin Avenue", "4200 larkin"),
        ("at 15 Larkin Road they fired", "15 larkin"),
        ("behind Saint Orsola Church they fired", "orsola church"),
    ],
)
def test_details_are_folded(text: str, detail: str) -> None:
    """Two articles write them differently; the detail is the same."""
    assert detail in told(f"{text}, she said at last.")


@pytest.mark.parametrize(
    "text",
    [
        "The Police Department said on Monday that it was so.",
        "President Quill met the Foreign Minister in May and it was so.",
        "it cost $4,200 and 2,000,000 people saw it",
        "Nothing here is of any use.",
    ],
)
def test_what_every_article_says_is_no_detail(text: str) -> None:
    """Offices, days and figures of money tell nothing apart."""
    assert told(text) == []


def test_capitals_mark_no_names_where_all_is_in_capitals() -> None:
    """Old wire copy would otherwise pair any two words; its ages still count."""
    assert told("GUNMEN FIRED AT A BUS. A 17-year-old DIED THERE.") == ["aged 17"]


def report(start: int, end: int) -> Report:
    """Return a report whose sentence is that stretch."""
    span = Span(start, end)
    return Report("r", "riot", Source("a"), span, span, "", Status.OCCURRED, UNDATED, None)


def test_a_report_has_the_details_around_it() -> None:
    """What stands far away belongs to another incident."""
    text = "There Ada Quill fell. " + "it went on and on " * 200 + "There Bo Larkin fell."
    first, last = details.attach(
        Article("a", text), [report(0, 21), report(len(text) - 21, len(text))]
    )
    assert (first.details, last.details) == (("ada quill",), ("bo larkin",))


def test_places_and_page_furniture_are_no_details() -> None:
    """Places are compared as places; a photographer took many pictures."""
    text = "They fought in East Galdor and it was bad. Photo by Ada Quill"
    place = Place("g", "East Galdor", PlaceKind.SETTLEMENT, 1.0, 2.0)
    where = Resolution(Mention(Span(15, 26), "East Galdor", MentionClass.LITERAL), place, 0.9)
    article = Article("a", text, clutter=(Clutter(Span(43, 61), "photo credit"),))
    [found] = details.attach(article, [report(0, 42)], [where])
    assert found.details == ()


@pytest.mark.parametrize("piece", ["A" * 9, "Ab ", "1", ", 1", "Aa'", "12 block of N. "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """A million characters of anything are read in seconds."""
    assert cpu_seconds(lambda: details.find(piece * (1_000_000 // len(piece)))) < 10

"""Texts full of the words of incidents in which nothing happens, and twins in which it does."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo.io.index import open_gazetteer
from geo.model import Article, Report
from geo.pipeline import Reader

GOLD = tomllib.loads((Path(__file__).parent / "gold" / "no_incident.toml").read_text("utf-8"))
PUBLISHED = date(2020, 5, 4)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the whole gazetteer: a place makes a telling more specific."""
    return Reader(open_gazetteer())


def article(row: dict[str, Any]) -> Article:
    """Return a text of the gold, with its title and its day if it has them."""
    published = row.get("published", PUBLISHED)
    return Article("a", row["text"].strip(), title=row.get("title"), published=published)


def current(reader: Reader, row: dict[str, Any]) -> list[Report]:
    """Return what a text tells as news that came about."""
    reports = reader.read(article(row)).reports
    return [report for report in reports if not report.background and not report.verbal]


@pytest.mark.parametrize("row", GOLD["text"], ids=lambda row: row["topic"])
def test_other_walks_of_life_yield_nothing(reader: Reader, row: dict[str, Any]) -> None:
    """Sport, markets, films, weather, courts, history and talk put nothing on the map."""
    assert [(r.kind, r.trigger.of(row["text"].strip())) for r in current(reader, row)] == []


@pytest.mark.parametrize("row", GOLD["twin"], ids=lambda row: row["of"])
def test_their_twins_tell_an_incident(reader: Reader, row: dict[str, Any]) -> None:
    """The same walks of life are no shelter: what does happen in them is found."""
    assert {report.kind for report in current(reader, row)} & set(row["kinds"])


def test_what_the_map_leaves_unread_reports_nothing(reader: Reader) -> None:
    """The quick look that spares quiet articles their places and dates loses no report."""
    spared = 0
    for row in (*GOLD["text"], *GOLD["twin"]):
        told = reader.reports(article(row))
        spared += not told
        assert told == reader.read(article(row)).reports
    assert spared > 10


def test_there_are_enough_of_both() -> None:
    """Ninety texts of thirty topics and more, and a twin for every other topic."""
    topics = {row["topic"] for row in GOLD["text"]}
    assert len(GOLD["text"]) >= 90
    assert len(topics) >= 30
    assert len(GOLD["twin"]) >= 55
    assert {row["of"] for row in GOLD["twin"]} <= topics

"""The four retold reports: their dates, their furniture, their gold, and words that are our own."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo.io import articles
from geo.model import Article, Rejected, Status

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
ORIGINALS = ROOT.parent / "shared" / "seeds"
LONGEST_RUN = 5  # words in a row that two tellings of the same facts may share
TIERS = {"core", "secondary", "verbal", "background"}


def read() -> dict[str, Article]:
    """Read the seeds by id; nothing of them is rejected."""
    rejected: list[Rejected] = []
    found = {article.id: article for article in articles.read([SEEDS], rejected=rejected.append)}
    assert rejected == []
    return found


def gold() -> list[dict[str, Any]]:
    """Return what a careful analyst recorded, article by article."""
    found = json.loads((ROOT / "tests" / "gold" / "seeds.json").read_text(encoding="utf-8"))
    listed: list[dict[str, Any]] = found["articles"]
    return listed


def place_ids() -> set[str]:
    """Return the ids of the reviewed gazetteer."""
    found = set()
    for path in sorted((ROOT / "gazetteer").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            found |= {row[0] for row in csv.reader(rows) if row}
    for path in sorted((ROOT / "gazetteer").glob("*.geojson")):
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        found |= {str(feature["id"]) for feature in features}
    return found


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Return every stretch of words that is too long to be shared, paragraph by paragraph."""
    for line in text.splitlines():
        words = re.findall(r"\w+", line.lower())
        size = LONGEST_RUN + 1
        yield from (tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def test_each_report_knows_its_day() -> None:
    """Two say it in front matter, one in a caption, one among its buttons."""
    told = {article.id: article.published for article in read().values()}
    assert told == {entry["id"]: date.fromisoformat(entry["published"]) for entry in gold()}
    basis = {article.published_basis for article in read().values()}
    assert basis == {entry["published_basis"] for entry in gold()}
    assert len(basis) == 3


def test_the_furniture_of_the_originals_is_there() -> None:
    """Credit, signature, buttons, advert and agency are in the text and marked."""
    kinds = {part.kind for article in read().values() for part in article.clutter}
    assert kinds == {"photo credit", "byline", "share bar", "newsletter", "advert", "agency"}


@pytest.mark.parametrize("entry", gold(), ids=lambda entry: entry["id"])
def test_gold_points_into_the_text(entry: dict[str, Any]) -> None:
    """Triggers and false places stand at their offsets; no trigger is furniture."""
    article = read()[entry["id"]]
    for told in (*(one["trigger"] for one in entry["incidents"]), *entry["false_places"]):
        assert article.text[told["start"] :].startswith(told["text"])
    furniture = [part.span for part in article.clutter]
    for one in entry["incidents"]:
        start = one["trigger"]["start"]
        assert not any(span.start <= start < span.end for span in furniture)
    for place in entry["false_places"]:
        marked = any(span.start <= place["start"] < span.end for span in furniture)
        assert marked == (place["use"] == "clutter")


@pytest.mark.parametrize("entry", gold(), ids=lambda entry: entry["id"])
def test_gold_speaks_the_words_of_the_project(entry: dict[str, Any]) -> None:
    """Kinds, states, tiers and places are those of lexicon, model and gazetteer."""
    lexicon = tomllib.loads((ROOT / "geo" / "kinds.toml").read_text(encoding="utf-8"))
    known = place_ids()
    for one in entry["incidents"]:
        assert one["kind"] in lexicon
        assert one["status"] in {str(status) for status in Status}
        assert one["tier"] in TIERS
        assert {one["place"], *one["members"], *one["also"]} - {None} <= known
        first, last = date.fromisoformat(one["date_start"]), date.fromisoformat(one["date_end"])
        assert first <= last
        assert one["tier"] != "background" or last.year == 1999


def test_of_the_dead_of_the_war_none_is_current() -> None:
    """Two were wounded in the reports' own time, nobody killed."""
    current = [one for entry in gold() for one in entry["incidents"] if one["tier"] != "background"]
    assert [one["killed"] for one in current if one["killed"]] == []
    assert [one["injured"] for one in current if one["injured"]] == [2]


@pytest.mark.shared
@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the original articles are not beside us")
def test_the_words_are_our_own() -> None:
    """No report shares more than a few words in a row with any of the originals."""
    taken = {run for path in ORIGINALS.glob("*.txt") for run in runs(path.read_text("utf-8"))}
    assert taken
    for path in sorted(SEEDS.glob("2*.md")):
        assert [run for run in runs(path.read_text("utf-8")) if run in taken] == []

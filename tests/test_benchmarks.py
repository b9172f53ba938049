"""The benchmarks measure what they say: the same articles each time, and ours as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import compare, incidents, maps, news
from benchmarks.systems import SYSTEMS
from tools.make_accuracy import BLOCK


def test_the_news_is_the_same_for_the_same_seed() -> None:
    """Two machines measure the same articles; another seed gives others."""
    three = list(news.articles(3))
    assert list(news.articles(3)) == three
    assert len(set(three) | set(news.articles(3, seed=2))) == 6


def test_an_article_is_as_long_as_news_and_names_real_places() -> None:
    """About 2.7 kB, a dateline first, no pattern left unfilled."""
    for text in news.articles(20):
        assert abs(len(text) - news.LENGTH) < 200
        assert re.match(r"[^a-z]+, .+ — ", text)
        assert not re.search(r"[{}]", text)


def test_ours_is_measured_with_points() -> None:
    """What is timed is recognition and resolution both: places with points come out."""
    locate = SYSTEMS["geo"]()
    found = [one for text in news.articles(5) for one in locate(text)]
    assert sum(one.has_point for one in found) > 20


def test_the_table_has_accuracy_beside_speed() -> None:
    """One line a system, with the gold it was measured on in the head."""
    told = {"name": "x", "setup_s": 1.0, "articles_per_s": 1234.5, "memory_mb": 98.7}
    made = compare.table([told | {"accuracy": {"places": (0.9, 0.8)}}], 100)
    assert "| x | 1.00 s | 1,234 | 99 MB | 0.900 / 0.800 |" in made
    assert made.splitlines()[0].endswith("on places |")


def test_the_page_holds_figures() -> None:
    """The tables of docs/benchmarks.md were written by the commands."""
    blocks = {m[2]: m[0] for m in BLOCK.finditer(compare.PAGE.read_text("utf-8"))}
    assert set(blocks) == {"compare", "maps", "speed"}
    assert all(f"| {name} |" in blocks["compare"] for name in SYSTEMS)
    assert all(what in blocks["speed"] for what in compare.WHAT.values())
    assert all(f"| {way} | {n:,} |" in blocks["maps"] for way in maps.WAYS for n in maps.COUNTS)


def test_the_incidents_are_the_same_each_time() -> None:
    """Two machines draw the same; every one has its own sentence, and most have a point."""
    fifty = incidents.frame(50)
    assert incidents.frame(50).equals(fifty)
    assert fifty["quote"].is_unique
    assert fifty.geometry.notna().sum() > 40


@pytest.mark.parametrize("way", maps.WAYS)
def test_every_way_draws_every_incident(way: str, tmp_path: Path) -> None:
    """What is measured holds as many points as were given, and the sentences where it says so."""
    frame, file = incidents.frame(20), tmp_path / "page.html"
    maps.WAYS[way](frame, file)
    text = file.read_text("utf-8")
    placed = frame[frame.geometry.notna()]
    assert all(str(point.x) in text for point in placed.geometry)
    told = [quote.rpartition(" wrote ")[2] for quote in placed["quote"]]
    assert all(words in text for words in told) is (way != "FastMarkerCluster")

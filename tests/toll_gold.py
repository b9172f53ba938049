"""Score the tolls on invented articles: half of wars, accidents and protests, half of shootings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.model import Article, Count
from geo.reports import tolls

GOLD = Path(__file__).parent / "gold" / "tolls.jsonl"
VICTIMS = Path(__file__).parent / "gold" / "victims.jsonl"
FIELDS = ("killed", "injured", "arrested", "missing")


@dataclass(frozen=True, slots=True)
class TollScore:
    """Of the articles, the share whose figure is right: minimum and maximum; unsaid is none."""

    killed: float
    injured: float
    arrested: float
    missing: float


def read() -> list[Mapping[str, Any]]:
    """Return the articles with what befell their people: ``None`` where nothing is said."""
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def wrong(told: Mapping[str, Any]) -> list[str]:
    """Return the figures of an article that are read wrongly."""
    toll = tolls.whole(Article(told["id"], told["text"], title=told["title"]))
    return [name for name in FIELDS if _bounds(getattr(toll, name)) != (told[name] or [0, 0])]


def score() -> TollScore:
    """Read all articles."""
    articles = read()
    errors = [wrong(article) for article in articles]
    shares = [1 - sum(name in told for told in errors) / len(articles) for name in FIELDS]
    return TollScore(*(round(share, 3) for share in shares))


def _bounds(count: Count | None) -> list[int | None]:
    return [0, 0] if count is None else [count.minimum, count.maximum]


def killed_and_injured(text: str) -> tuple[int | None, int | None]:
    """Return how many a text says at least were killed and hurt; ``None`` where it says nothing."""
    told = tolls.whole(Article("a", text)).stated()
    killed, injured = told.get("killed"), told.get("injured")
    return (
        None if killed is None else killed.minimum,
        None if injured is None else injured.minimum,
    )


def victims() -> dict[str, float]:
    """Read single sentences in many wordings: the share whose least number is right."""
    told = [json.loads(line) for line in VICTIMS.read_text("utf-8").splitlines()]
    tolls_of = [tolls.whole(Article(one["id"], one["text"])) for one in told]
    return {
        name: round(
            sum(
                _least(getattr(t, name)) == (one[name] or 0)
                for t, one in zip(tolls_of, told, strict=True)
            )
            / len(told),
            3,
        )
        for name in ("killed", "injured")
    }


def _least(count: Count | None) -> int:
    return 0 if count is None else count.minimum

"""Invented articles read for tests: the incidents of news in them, and who was killed where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from geo import Article, Incident, Reader, stories


def told(
    reader: Reader, paragraphs: Sequence[str], published: date, title: str | None = None
) -> list[Incident]:
    """Return the incidents of news that an article tells of, in the order of their places."""
    article = Article("a", "\n\n".join(paragraphs), title=title, published=published)
    merged = stories.merge(reader.reports(article))
    return [one for one in merged if not one.background and not one.verbal]


def killed(found: list[Incident]) -> dict[str, int | None]:
    """Return how many were killed at least, by place; ``None`` where nothing says so."""
    return {
        one.where.place.name: one.killed.minimum if one.killed is not None else None
        for one in found
        if one.where is not None and one.where.place is not None
    }

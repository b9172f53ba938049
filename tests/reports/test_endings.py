"""What the news brings to an end is no news of its day."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer

PUBLISHED = date(2025, 3, 6)  # a Thursday


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the gazetteer of the package."""
    return Reader(open_gazetteer())


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("Two nuns were freed in Loja on Tuesday. A gang had abducted them.", 0),
        ("A gang abducted two nuns in Loja on Monday. They were freed on Tuesday.", 1),
        ("Two nuns were freed in Loja on Monday. A clerk was abducted in Quito on Tuesday.", 1),
        ("A court in Loja freed six prisoners. A gang abducted two nuns in Quito.", 1),
    ],
)
def test_who_is_freed_was_taken_before(reader: Reader, text: str, news: int) -> None:
    """Unless it was told first, or is of a day or a place of its own."""
    reports = reader.read(Article("a", text, published=PUBLISHED)).reports
    taken = [r for r in reports if r.kind == "abduction" and not r.background]
    assert len(taken) == news

"""Talk that only reminds of a deed is no incident beside it."""

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
    ("talk", "told"),
    [
        ("The premier said he would never bow to threats like Tuesday's bombing in Loja.", 0),
        ("The premier said he would never bow to threats like Tuesday's bombing in Quito.", 1),
        ("They warned that another bombing would follow in Loja next week.", 1),
        ("They will answer the murder of four nuns.", 1),
    ],
)
def test_talk_of_a_deed_that_was_told_is_no_other(reader: Reader, talk: str, told: int) -> None:
    """It names the deed as known; what is ahead, elsewhere or befell others is not that deed."""
    text = f"A bombing in Loja on Tuesday wounded two clerks. {talk}"
    reports = reader.read(Article("a", text, published=PUBLISHED)).reports
    violent = [r for r in reports if r.kind in {"explosion", "attack"} and r.verbal]
    assert sum(not r.background for r in violent) == told

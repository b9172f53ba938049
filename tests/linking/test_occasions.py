"""The day in the name of a deed is its own."""

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
    ("text", "kind", "day"),
    [
        ("A man was held on Tuesday over Saturday's shooting in Loja.", "shooting", 1),
        ("A man was held on Tuesday over Saturday's shooting in Loja.", "arrest", 4),
        ("Police said Sunday's shooting in Loja killed two clerks.", "shooting", 2),
        (
            "Sunday's protest in Quito drew 900 and Monday's in Loja was broken up by police.",
            "protest_dispersed",
            3,
        ),
    ],
)
def test_a_deed_that_is_named_by_its_day_was_on_it(
    reader: Reader, text: str, kind: str, day: int
) -> None:
    """What reaches over the name of another day is that one's, if it is whose."""
    reports = reader.read(Article("a", text, published=PUBLISHED)).reports
    assert [r.when.first for r in reports if r.kind == kind] == [date(2025, 3, day)]

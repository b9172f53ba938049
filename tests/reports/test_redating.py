"""A deed that is named again keeps the day on which it was told."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer

PUBLISHED = date(2025, 3, 26)  # a Wednesday
TOLD = date(2025, 3, 4)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the gazetteer of the package."""
    return Reader(open_gazetteer())


@pytest.mark.parametrize(
    ("named", "first"),
    [
        ("The blast in Loja was the work of a gang, the prosecutor said on Tuesday.", TOLD),
        ("Relatives of those hurt in the Loja bombing met the prosecutor on Tuesday.", TOLD),
        ("The bombing in Loja on Tuesday by suspected rebels hurt a guard.", date(2025, 3, 25)),
        ("The car bombing at the city hall in Loja killed two clerks.", TOLD),
        ("A car bombing at the city hall in Loja killed two clerks.", date(2025, 3, 25)),
        ("Another bombing in Loja wounded a guard on Tuesday.", date(2025, 3, 25)),
        ("The bombing in Quito wounded a guard on Tuesday.", date(2025, 3, 25)),
    ],
)
def test_a_named_deed_has_the_day_on_which_it_was_told(
    reader: Reader, named: str, first: date
) -> None:
    """Not that of the talk of it; one more, or one elsewhere, is another deed."""
    text = f"Judges sat on Tuesday. {named} The bombing in Loja on 4 March hurt two clerks."
    reports = reader.read(Article("a", text, published=PUBLISHED)).reports
    bombs = [
        r for r in reports if r.kind == "explosion" and text[r.sentence.start :].startswith(named)
    ]
    assert [r.when.first for r in bombs] == [first]


def test_a_day_carried_to_who_died_is_a_day_told(reader: Reader) -> None:
    """The day of the sentence before is that of the deed, which others only name again."""
    text = (
        "Ana Kos spoke in Loja on Tuesday. On 4 March she sat in her office. A bomb went off in "
        "Loja, killing two clerks. The blast in Loja broke every pane of the street."
    )
    reports = reader.read(Article("a", text, published=PUBLISHED)).reports
    assert {r.when.first for r in reports if r.kind == "explosion"} == {TOLD}


@pytest.mark.parametrize(
    ("second", "first"),
    [
        ("A nearly simultaneous blast in Quito killed a guard.", TOLD),
        ("A blast in Quito killed a guard minutes later.", TOLD),
        ("A blast in Quito killed a guard.", date(2025, 3, 25)),
    ],
)
def test_what_came_at_the_same_time_has_the_same_day(
    reader: Reader, second: str, first: date
) -> None:
    """That of the deed before it, and not that of the news."""
    before = "Judges sat on Tuesday.\n\nThe bombing in Loja on 4 March killed two clerks.\n\n"
    reports = reader.read(Article("a", before + second, published=PUBLISHED)).reports
    assert [r.when.first for r in reports if r.quote == second] == [first]

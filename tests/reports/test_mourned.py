"""Those whose death a protest is about are not among its dead."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer


def killed(text: str) -> set[int]:
    """Return how many the protests of an article are said to have killed."""
    article = Article("a", text, published=date(2024, 6, 13))
    found = Reader(open_gazetteer()).read(article).reports
    return {r.killed.minimum for r in found if r.killed and r.kind.startswith(("protest", "riot"))}


@pytest.mark.parametrize(
    "text",
    [
        "Residents of Nairobi protest the death of a woman who they say died in a cell.",
        "Students in Nairobi held a demonstration following the sad death of their friend.",
        "On Tuesday nurses in Nairobi marched against the killing of two doctors.",
    ],
)
def test_whom_a_protest_mourns_is_not_counted(text: str) -> None:
    """Nobody died in it."""
    assert killed(text) == set()


def test_who_died_in_a_protest_is_counted() -> None:
    """Though it is about another death."""
    text = (
        "Riots broke out in Nairobi on Tuesday after the killing of a politician. "
        "One officer was killed and three rioters died."
    )
    assert killed(text) == {4}


@pytest.mark.parametrize(
    "text",
    [
        "Protests over the killing of a singer left two people dead in Nairobi on Tuesday.",
        "Riots after the death of a boy in a cell killed two officers in Nairobi on Tuesday.",
        "A rally against the murder of a nurse saw two men killed in Nairobi on Tuesday.",
    ],
)
def test_what_the_crowd_did_is_no_part_of_the_death(text: str) -> None:
    """Nor does its own verb tell of whom it mourns."""
    article = Article("a", text, published=date(2024, 6, 13))
    found = Reader(open_gazetteer()).read(article).reports
    assert 2 in {r.killed.minimum for r in found if r.killed}

"""The words of page furniture become patterns that match what pages write."""

from __future__ import annotations

from dataclasses import fields

import pytest

from geo.language.furniture import rules


def test_no_list_is_empty() -> None:
    """Each pattern has words of its own."""
    assert all(getattr(rules(), field.name) for field in fields(rules()))


@pytest.mark.parametrize(
    ("name", "said", "holds"),
    [
        ("label", "Read more: Riot in Oslo", True),
        ("label", "READ MORE Riot in Oslo", True),
        ("label", "Also Read: Riot in Oslo", True),
        ("label", "Read more books", False),
        ("strong", "Gift Article", True),
        ("filler", "2021-04-05", True),
        ("filler", "Monday", True),
        ("byline", "By Jane Doe", True),
        ("bracketed", "[Read more: Riot in Oslo]", True),
        ("signature", "(Reporting by Jane Doe; Editing by John Roe)", True),
        ("signature", "(By Jane Doe)", False),
    ],
)
def test_a_pattern_knows_its_words(name: str, said: str, holds: bool) -> None:  # noqa: FBT001
    """As written, in capitals and in title case, where the mark behind them is that of a page."""
    assert bool(getattr(rules(), name).match(said)) is holds


@pytest.mark.parametrize("said", ["AFP", "Source: Reuters", "(Reuters/AFP)", "AP and AFP"])
def test_agencies_sign_alone_or_together(said: str) -> None:
    """With what joins them, and in brackets."""
    assert rules().agency.fullmatch(said)


@pytest.mark.parametrize(
    ("said", "credit"),
    [
        ("A bridge. REUTERS/Jane Doe", "REUTERS/Jane Doe"),
        (
            "A bridge. Jane van der Doe/AFP via Getty Images",
            "Jane van der Doe/AFP via Getty Images",
        ),
        ("A bridge. REUTERS/Jane Doe Serbs blocked it.", "REUTERS/Jane Doe"),
    ],
)
def test_a_credit_ends_with_its_name(said: str, credit: str) -> None:
    """Prose may go on behind it."""
    assert credit in [found[0] for one in rules().credits for found in one.finditer(said)]

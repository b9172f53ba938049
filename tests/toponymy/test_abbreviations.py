"""Letters that a text spells out are those of a body."""

from __future__ import annotations

import pytest

from geo.toponymy import abbreviations


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The Tolmen People's Front (TPF) said", "tpf"),
        ("AGENTS OF THE UAS [ALMA SECURITY UNIT] CAME", "uas"),
        ("the National Army of Orva Liberation [NAOL]", "naol"),
    ],
)
def test_a_body_is_spelt_out(text: str, letters: str) -> None:
    """Before or behind its letters, and in whatever order: names are translated."""
    assert letters in abbreviations.defined(text)


@pytest.mark.parametrize(
    "text",
    [
        "He went to Orva (the capital of Ardovia).",
        "ORVA (ARDOVIA), 3 MAY 90 -- ",
        "Shots fell in Alma (20 km from Tolmen).",
        "The Tolmen Daily News (Alma) wrote",
    ],
)
def test_what_explains_a_town_spells_nothing_out(text: str) -> None:
    """Its letters are not those that the words begin with."""
    assert not abbreviations.defined(text)

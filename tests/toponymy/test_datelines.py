"""A dateline is told from the prose behind it."""

from __future__ import annotations

import pytest

from geo.model import Span
from geo.toponymy import datelines


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("TOLMEN (ARDOVIA), 3 JAN 90 (XYZ) -- Two men were shot.", True),
        ("Tolmen (Ardovia), 3 Jan 90 -- Two men were shot.", True),
        ("TOLMEN (ARDOVIA) — Two men were shot.", True),
        ("\u200bTOLMEN (ARDOVIA) — Two men were shot.", True),
        ("Tolmen (Ardovia), where two men were shot, is a port.", False),
        ("Tolmen (Ardovia) won. Galdor -- its rival -- lost.", False),
    ],
)
def test_the_country_in_brackets_is_part_of_a_dateline(text: str, *, filed: bool) -> None:
    """It says where the town lies that somebody wrote in, and is no place of the news."""
    at = text.upper().index("ARDOVIA")
    assert datelines.holds(text, Span(at, at + len("ARDOVIA"))) is filed


@pytest.mark.parametrize(
    ("text", "town", "filed"),
    [
        ("BANJSKA/BANJSKË (XYZ) - Two men were shot.", "BANJSKA", True),
        ("Banjska / Banjskë (XYZ) - Two men were shot.", "Banjska", True),
        ("BANJSKA/BANJSKË (XYZ) - Two men were shot.", "BANJSKË", True),
        ("BANJSKA / BANJSKË, 3 May (XYZ) - Two men were shot.", "BANJSKË", True),
        ("Banjska/Banjskë, where two men were shot, is calm.", "Banjska", False),
        ("The men of Banjska/Banjskë (all of them) - were shot.", "Banjska", False),
    ],
)
def test_a_dateline_may_name_its_town_in_two_languages(
    text: str, town: str, *, filed: bool
) -> None:
    """With a stroke between them; either name is part of it."""
    at = text.index(town)
    assert datelines.holds(text, Span(at, at + len(town))) is filed


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("Lima, Jul 8 (XYZ).- Two men were shot.", True),
        ("Lima, 8 Jul (XYZ).- Two men were shot.", True),
        ("Lima (XYZ).- Two men were shot.", True),
        ("Lima, Peru, Jul 8 (XYZ).- Two men were shot.", True),
        ("Lima, Jul 8: two men were shot.", False),
    ],
)
def test_a_full_stop_and_a_hyphen_end_a_dateline(text: str, *, filed: bool) -> None:
    """As agencies of Spain write it."""
    assert datelines.holds(text, Span(0, 4)) is filed


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("Tolmen, 27 May 2024. For the second time shells fell.", True),
        ("Tolmen, May 27, 2024. For the second time shells fell.", True),
        ("Galdor/Tolmen, 27 May 2024. For the second time shells fell.", True),
        ("Tolmen, Ardovia, 27 May 2024: Two were shot.", True),
        ("XYZ - Tolmen - Two were shot.", True),
        ("XYZ – Tolmen – Two were shot.", True),
        ("Tolmen, 27 May. For the second time shells fell.", False),
        ("Tolmen, where 27 were shot in May 2024. They fled.", False),
        ("Xyz said - Tolmen - was calm.", False),
    ],
)
def test_a_statement_has_its_day_behind_the_town(text: str, *, filed: bool) -> None:
    """With the year and a full stop; an agency may stand in front."""
    at = text.index("Tolmen")
    assert datelines.holds(text, Span(at, at + len("Tolmen"))) is filed

"""A dateline is told from the prose behind it."""

from __future__ import annotations

import pytest

from geo import datelines
from geo.model import Span


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("TOLMEN (ARDOVIA), 3 JAN 90 (XYZ) -- Two men were shot.", True),
        ("Tolmen (Ardovia), 3 Jan 90 -- Two men were shot.", True),
        ("TOLMEN (ARDOVIA) — Two men were shot.", True),
        ("Tolmen (Ardovia), where two men were shot, is a port.", False),
        ("Tolmen (Ardovia) won. Galdor -- its rival -- lost.", False),
    ],
)
def test_the_country_in_brackets_is_part_of_a_dateline(text: str, *, filed: bool) -> None:
    """It says where the town lies that somebody wrote in, and is no place of the news."""
    at = text.upper().index("ARDOVIA")
    assert datelines.holds(text, Span(at, at + len("ARDOVIA"))) is filed

"""The date of a dateline is that of the report, not that of a deed."""

from __future__ import annotations

from datetime import date

import pytest

from geo.dates import resolve
from geo.linking.filings import is_dateline

PUBLISHED = date(2023, 10, 7)


@pytest.mark.parametrize(
    "text",
    [
        "GRAZ, 6 Oct (AP) -- Shots were fired.",
        "Graz, Oct 6 - Shots were fired.",
        "TOLMEN, October 6: A farmer was shot.",
        "6 October 2023\n\nShots were fired in Graz.",
    ],
)
def test_the_day_of_a_dateline_is_known(text: str) -> None:
    """In front of a dash, an agency or a colon, or alone on the first line."""
    assert is_dateline(text, resolve(text, PUBLISHED)[0])


@pytest.mark.parametrize(
    "text",
    [
        "On 6 October shots were fired in Graz.",
        "Shots were fired in Graz on October 6 - two men were hurt.",
        "GRAZ, where on 6 October shots were fired, was calm.",
        "6 October - A mine went off in Graz.\n\n7 October - Shots were fired in Linz.",
        "- 5 Oct. – Shots were fired in Linz.\n- 6 Oct. – A mine went off in Graz.",
    ],
)
def test_the_day_of_a_deed_is_none(text: str) -> None:
    """What is told in a sentence happened on that day."""
    assert not is_dateline(text, resolve(text, PUBLISHED)[0])

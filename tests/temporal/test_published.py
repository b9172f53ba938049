"""The publication day is stated or unknown; no clock is read."""

from __future__ import annotations

from datetime import date

import pytest

from geo.language import clutter
from geo.temporal import published


def shown(text: str) -> date | None:
    """Return the day that the text itself shows."""
    found = published.in_text(text, clutter.find(text))
    return found[0] if found else None


@pytest.mark.parametrize(
    "line",
    [
        "May 3, 2015",
        "Published: 3 May 2015 10:30 GMT",
        "By Jane Doe | May 3, 2015 | Sarajevo",
        "date 2015-05-03 Comment on this story Comment Gift Article Share",
        "Soldiers guard a bridge in Mostar, May 3, 2015. REUTERS/Jane Doe",
        "Soldiers guard, on Sunday, May 3, 2015, a bridge in Mostar. (AP Photo/Jane Doe)",
    ],
)
@pytest.mark.parametrize(
    "form", ["{}\n\nSoldiers left.", "A title\n\n{}\nIt was 4 June.", "It.\n{}"]
)
def test_a_day_beside_the_story_is_that_of_publication(line: str, form: str) -> None:
    """Alone, among buttons or in a caption, at the beginning or the end, a full date counts."""
    assert shown(form.format(line)) == date(2015, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "The war began on May 3, 2015.\n\nIt ended.",
        "FILE PHOTO: Soldiers guard a bridge, May 3, 2015. REUTERS/Jane Doe\n\nThey left.",
        "Soldiers on May 3, 2015, and May 4, 2015. REUTERS/Jane Doe\n\nThey left.",
        "03/05/2015\n\nSoldiers left.",
        "May 3\n\nSoldiers left.",
        "January 1, 1970\n\nSoldiers left.",
        "One.\n" * 9 + "May 3, 2015\n" + "Two.\n" * 9,
        "",
    ],
)
def test_other_days_are_not(text: str) -> None:
    """A day in the story, of an old photo, of two readings or far inside tells nothing."""
    assert shown(text) is None


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("2022-02-31", "is no day of the calendar"),
        ("0025-01-01", "the year 0025 is not between"),
        ("2023-01", "is no full date"),
        ("01/02/2023", "is no full date"),
        (1673136000, "a number is no date"),
        ({}, "this is no date"),
        ("", "it is empty"),
        ("x" * 500, "is no full date"),
    ],
)
def test_a_value_that_is_no_day_says_why(value: object, reason: str) -> None:
    """The reason is short and in words."""
    told = published.as_written(value)
    assert isinstance(told, str)
    assert reason in told
    assert len(told) < 100


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("TOLMEN, Jan 12, 2022 (XYZ) — Shots fell.", date(2022, 1, 12)),
        ("Galdor, 3 March 2021 -- Shots fell.", date(2021, 3, 3)),
        ("Two die in Tolmen\n\nTOLMEN, Ardovia, March 3, 2021 - Shots fell.", date(2021, 3, 3)),
        ("On 3 March 2021 — a Wednesday — shots fell.", None),
        ("TOLMEN, March 3 — Shots fell.", None),
        ("The farmers of 3 March 2021 — all young — fell.", None),
    ],
)
def test_a_full_day_in_the_dateline_is_the_day_of_filing(line: str, day: date | None) -> None:
    """Between the town and the dash; a sentence that begins with a day dates what it tells."""
    found = published.in_text(line, ())
    assert (found[0] if found else None) == day


def test_a_page_that_was_stored_later_keeps_its_own_day() -> None:
    """A month or more apart, only a full day behind its label counts."""
    text = "Posted: Friday, January 31, 2014 10:21 AM\n\nTwo men were held."
    found = published.before(date(2016, 5, 1), text)
    assert found is not None
    assert found[0] == date(2014, 1, 31)
    assert published.before(date(2014, 2, 2), text) is None
    assert published.before(date(2016, 5, 1), "On January 31, 2014 two men were held.") is None

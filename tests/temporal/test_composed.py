"""Days that two names give together."""

from __future__ import annotations

from datetime import date

import pytest

from geo import dates

FRIDAY = date(2022, 12, 16)
LEAP = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on Tuesday last week.", "2022-12-06"),
        ("It fell two weeks ago on Tuesday.", "2022-11-29"),
        ("It fell on the fifth Monday of October.", "2022-10-31"),
        ("It fell on the last Friday of May.", "2022-05-27"),
        ("It fell the day before 1 March.", "2022-02-28"),
        ("It opens three days after Christmas 2022.", "2022-12-28"),
    ],
)
def test_one_name_is_counted_from_the_other(text: str, value: str) -> None:
    """Neither is read alone: the Tuesday of last week is not the last Tuesday."""
    [when] = dates.resolve(text, FRIDAY)
    assert when.value == value


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("It fell half a year ago today.", FRIDAY),
        ("It fell a year ago today.", LEAP),
        ("It fell on the fifth Monday of November.", FRIDAY),
        ("It fell 99999999 weeks ago on Sunday.", FRIDAY),
        ("It fell several weeks ago on Sunday.", FRIDAY),
        ("It fell a year ago today.", None),
    ],
)
def test_what_names_no_day_has_none(text: str, published: date | None) -> None:
    """A half, a day that is in no calendar and a number beyond reason say nothing of a day."""
    [when] = dates.resolve(text, published)
    assert when.first is None
    assert when.basis

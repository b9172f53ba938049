from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import dates

DAY = date(2023, 1, 8)


@pytest.mark.parametrize(
    "text",
    [
        "2023-01-08",
        " 2023-01-08T10:30:00Z ",
        "2023-01-08 10:30:00.000+01:00",
        "2023/01/08",
        "January 8, 2023",
        "Jan. 8 2023",
        "8 January 2023",
        "Sunday, 8th January 2023",
        "Sun. 8 Jan 2023",
        "08 Jan 2023 10:30 GMT",
        "Published: January 8, 2023 at 5:04 p.m. EST",
        "Updated on 8 January 2023, 10.30 CET",
        "Posted on January 8, 2023",
        "date 2023-01-08",
        "8-Jan-2023",
    ],
)
def test_full_dates_are_read(text: str) -> None:
    """Every usual way of writing a whole date gives the same day."""
    assert dates.absolute(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "01/02/2023",
        "January 8",
        "January 2023",
        "2023",
        "2022-02-31",
        "31 November 2022",
        "1899-12-31",
        "2101-01-01",
        "Monday, January 8, 2023",
        "On January 8, 2023 police came",
        "January 8, 2023 January 9, 2023",
        "Sunday",
        "٢٠٢٣-٠١-٠٨",
        "8" * 100_000,
    ],
)
def test_what_is_no_single_day_is_none(text: str) -> None:
    """Ambiguous, partial, contradictory and impossible dates are not guessed."""
    assert dates.absolute(text) is None


def test_numbers_with_one_reading_are_read() -> None:
    """A numeric date counts when only one order of day and month exists."""
    assert dates.absolute("25/12/2022") == dates.absolute("12/25/2022") == date(2022, 12, 25)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_iso_dates_round_trip(day: date) -> None:
    """Whatever day is written as ISO 8601 comes back."""
    assert dates.absolute(day.isoformat()) == day


@given(st.text(max_size=60))
def test_any_string_is_survived(text: str) -> None:
    """No string breaks the reader of dates."""
    found = dates.absolute(text)
    assert found is None or 1900 <= found.year <= 2100


def test_unknown_carries_its_reason() -> None:
    """An unknown time has no days and says why."""
    when = dates.unknown("no date in the article")
    assert (when.first, when.last, when.precision) == (None, None, "unknown")
    assert when.basis == "no date in the article"

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.temporal import holidays


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2022, date(2022, 11, 24)),
        ("Thanksgiving Day", 1999, date(1999, 11, 25)),
        ("memorial day", 2022, date(2022, 5, 30)),
        ("labor day", 2020, date(2020, 9, 7)),
        ("election day", 2022, date(2022, 11, 8)),
        ("election day", 2016, date(2016, 11, 8)),
        ("martin luther king day", 2023, date(2023, 1, 16)),
        ("easter", 2023, date(2023, 4, 9)),
        ("easter", 2000, date(2000, 4, 23)),
        ("good friday", 1998, date(1998, 4, 10)),
        ("shrove tuesday", 2024, date(2024, 2, 13)),
        ("New Year’s Eve", 1999, date(1999, 12, 31)),
    ],
)
def test_holidays_fall_on_their_days(name: str, year: int, day: date) -> None:
    """Fixed, counted and movable days are those of the calendar."""
    assert holidays.day_of(name, year) == day


@given(st.sampled_from(holidays.NAMES), st.integers(-10, 10_010))
def test_every_holiday_lies_in_its_year_or_nowhere(name: str, year: int) -> None:
    """Years outside the calendar have none."""
    found = holidays.day_of(name, year)
    assert found is None or found.year == year


@given(st.integers(1583, 9998))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """Between 22 March and 25 April."""
    found = holidays.day_of("easter", year)
    assert found is not None
    assert found.weekday() == 6
    assert date(year, 3, 22) <= found <= date(year, 4, 25)

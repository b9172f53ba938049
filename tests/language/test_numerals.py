"""Numbers of people in words and digits; ages, years and measures are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.language.numerals import is_age, quantity


def read(phrase: str) -> tuple[int, int | None, bool] | None:
    """Return minimum, maximum and whether it is approximate."""
    found = quantity(phrase.split(), 0)
    return None if found is None else (found[0].minimum, found[0].maximum, found[0].approximate)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("12 guards", (12, 12, False)),
        ("1,200 guards", (1200, 1200, False)),
        ("twenty-five guards", (25, 25, False)),
        ("two dozen guards", (24, 24, False)),
        ("at least nine guards", (9, None, False)),
        ("one-hundred guards", (100, 100, False)),
        ("a number of guards", (2, None, True)),
        ("between eight and more than 30 guards", (8, None, True)),
        ("between four to seven guards", (4, 7, False)),
        ("at least 15 and up to 25 guards", (15, 25, False)),
        ("about forty guards", (40, 40, True)),
        ("up to 30 guards", (0, 30, True)),
        ("as many as 30 guards", (30, 30, True)),
        ("between 10 and 15 guards", (10, 15, False)),
        ("three to five guards", (3, 5, False)),
        ("dozens of guards", (24, None, True)),
        ("4-6 guards", (4, 6, False)),
        ("at least 4-6 guards", (4, None, False)),
        ("three : police", (3, 3, False)),
        ("three : 30", None),
        ("3 - police", (3, 3, False)),
        ("three - storey", None),
        ("7-0 guards", None),
        ("01-12 guards", None),
        ("tens of guards", None),
        ("guards", None),
    ],
)
def test_hedges_and_ranges_are_kept(
    phrase: str, expected: tuple[int, int | None, bool] | None
) -> None:
    """What is open or rough stays so."""
    assert read(phrase) == expected


@pytest.mark.parametrize("phrase", ["12 km", "3 years", "40 percent", "15 million", "7 p.m"])
def test_measures_are_no_people(phrase: str) -> None:
    """The unit behind tells."""
    assert read(phrase) is None


@pytest.mark.parametrize("phrase", ["rs 13 people", "rs . 13 people", "usd 13 people"])
def test_a_price_is_no_people(phrase: str) -> None:
    """A bounty of Rs 50,000 counts nobody."""
    words = phrase.split()
    assert quantity(words, words.index("13")) is None


def test_an_age_about_is_no_number() -> None:
    """Girls "aged about 13" are not about 13 girls."""
    assert quantity(["aged", "about", "13"], 1) is None


def test_a_year_and_a_road_are_no_people() -> None:
    """What stands before tells."""
    assert quantity(["in", "1999", "troops"], 1) is None
    assert quantity(["route", "66", "was"], 1) is None
    assert quantity(["the", "2015", "killings"], 1) is None
    assert quantity(["the", "2000", "dead"], 1) is not None


def test_a_year_behind_a_day_is_no_people() -> None:
    """Behind "8th" it is the year of a day, before a noun alone a number."""
    assert quantity(["october", "8th", "2023", ",", "12"], 2) is None
    assert read("2023 guards") == (2023, 2023, False)


@given(st.integers(1, 99))
def test_ages_are_read(years: int) -> None:
    """The years of "15-year-old"; months make none of their own."""
    assert is_age(f"{years}-year-old") == years
    assert is_age(f"{years}-month-old") == years // 12
    assert is_age("old") is None


def test_open_numbers_of_thousands_are_thousands() -> None:
    """At least two hundred thousand are "hundreds of thousands"."""
    assert read("hundreds of thousands of people") == (200_000, None, True)
    assert read("scores of thousands") == (40_000, None, True)


def test_a_number_ends() -> None:
    """A chain of number words is no number of people, and takes no time."""
    assert quantity(["one", "hundred", "and"] * 9_000, 0) is None


@pytest.mark.parametrize(
    "phrase", ["december 31 2019 , a man", "feb . 13 2019 men", "may 4 , 2020 people"]
)
def test_a_year_behind_a_month_and_its_day_is_no_people(phrase: str) -> None:
    """With a comma, a full stop or neither."""
    words = phrase.split()
    at = next(k for k, word in enumerate(words) if len(word) == 4 and word.isdigit())
    assert quantity(words, at) is None
    assert quantity(["some", "2019", "people"], 1) is not None

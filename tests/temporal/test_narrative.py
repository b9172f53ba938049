from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import dates
from geo.temporal import narrative
from geo.temporal.narrative import Told
from geo.temporal.timex import phrases

NOW = date(2009, 12, 19)
OPENING = "It began in 1803, grew in 1805 and 1807, and on 3 May 1809 the fort fell. "
NEWS = "Police came yesterday. On Tuesday they left, and on Friday they return. "


def values(text: str, published: date | None = NOW) -> list[str]:
    """Return the values of what a history says behind its opening."""
    found = dates.resolve(OPENING + text, published)
    return [when.value for when in found if when.span and when.span.start >= len(OPENING)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In June the town fell.", "1809-06"),
        ("By early October the town fell.", "1809-10"),
        ("In February the town fell.", "1809-02"),
        ("On 20 July the town fell.", "1809-07-20"),
        ("That year the town fell.", "1809"),
        ("The following year the town fell.", "1810"),
        ("The previous year the town fell.", "1808"),
        ("Two years later the town fell.", "1811"),
        ("Three months later the town fell.", "1809-08"),
        ("Four days later the town fell.", "1809-05-07"),
        ("The next day the town fell.", "1809-05-04"),
        ("By the end of the month the town fell.", "1809-05"),
        ("Later in the year the town fell.", "1809"),
        ("In the summer the town fell.", "1809-SU"),
        ("The following decade was calm.", "181"),
        ("A few days later the town fell.", "FUTURE_REF"),
    ],
)
def test_a_history_counts_from_the_time_it_has_come_to(text: str, value: str) -> None:
    """In a tale of old years a month, a day and a season belong to the year last told."""
    assert values(text) == [value]


def test_a_history_needs_no_publication_day() -> None:
    """Its own dates are enough."""
    assert values("In June the town fell.", None) == ["1809-06"]


def test_since_takes_a_tale_nowhere() -> None:
    """A year that something has lasted from is no step of the tale."""
    assert values("The fort, which had stood since 1700, burned in June.") == ["1700", "1809-06"]


def test_the_year_moves_over_the_new_year() -> None:
    """After October comes the next year's January."""
    assert values("In October it froze. In January it thawed.") == ["1809-10", "1810-01"]


def test_a_tale_reaches_before_christ() -> None:
    """Years before Christ have values and no days."""
    text = "In 490 BC and 485 BC, in 481 BC and in May 480 BC. In June, and the following year."
    found = dates.resolve(text, NOW)
    assert [when.value for when in found][-2:] == ["BC0480-06", "BC0479"]
    assert all(when.first is None for when in found)


def test_news_with_old_years_counts_from_its_publication() -> None:
    """Background does not make a history of what speaks of yesterday."""
    found = dates.resolve(OPENING + NEWS + "In June the town fell.", NOW)
    assert found[-1].value == "2009-06"
    assert not narrative.is_history(list(phrases(OPENING + NEWS)), NOW)


def test_recent_years_make_no_history() -> None:
    """A review of the last two years is news."""
    told = list(phrases("In 2008, in May 2008, in June 2009 and in July 2009."))
    assert not narrative.is_history(told, NOW)


@given(st.integers(1, 12), st.integers(1, 12), st.integers(-3000, 3000))
def test_a_month_is_never_a_year_off(told: int, month: int, year: int) -> None:
    """The month meant is the nearest one of its name."""
    found = narrative.year_near(Told(year, told), month)
    assert abs(12 * (found - year) + month - told) <= 6


@given(st.dates())
def test_told_reads_back_what_values_say(day: date) -> None:
    """A day, its month and its year give what they name, and a duration nothing."""
    said = day.isoformat()
    assert narrative.told_by(said) == Told(day.year, day.month, day.day)
    assert narrative.told_by(said[:7]) == Told(day.year, day.month)
    assert narrative.told_by(said[:4]) == Told(day.year)
    assert narrative.told_by(f"P{day.day}D") is None


WORDS = (
    "on Tuesday in May last week the next day that year early spring two years later Christmas "
    "night 3 p.m. every month now the end of ago first quarter half to and - , ."
)
TOLD = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)


@given(TOLD)
def test_no_day_is_given_where_nothing_anchors_it(text: str) -> None:
    """Without a publication day and without a year in the text nothing has days."""
    assert all(when.first is None for when in dates.resolve(text, None))

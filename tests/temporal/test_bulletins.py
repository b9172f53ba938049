"""The period that a bulletin reviews, and the days of its entries."""

from __future__ import annotations

from datetime import date

import pytest

from geo.temporal import bulletins

PRINTED = date(2023, 11, 14)  # a Tuesday
WEEK = (date(2023, 11, 6), date(2023, 11, 12))


@pytest.mark.parametrize(
    "title",
    [
        "Weekly brief (6-12 November)",
        "Weekly brief: 6 November – 12 November 2023",
        "Digest for Nov. 6-12",
        "Week of November 6 to November 12, 2023",
        "Summary from Monday 6 to Sunday 12 November",
        "Incidents between 6 and 12 November",
    ],
)
def test_the_period_stands_in_the_title(title: str) -> None:
    """However its days and months are written."""
    assert bulletins.reviewed(title, "", PRINTED) == WEEK


def test_the_period_may_open_the_text() -> None:
    """But not stand far down in it."""
    told = "Valley monitor\nThis report covers 6-12 November."
    assert bulletins.reviewed("Valley monitor", told, PRINTED) == WEEK
    assert bulletins.reviewed("Valley monitor", "It rained. " * 40 + told, PRINTED) is None


def test_a_period_may_begin_in_the_year_before() -> None:
    """The month of its first day comes after that of its last."""
    found = bulletins.reviewed("Weekly log, 26 December - 1 January", "", date(2024, 1, 9))
    assert found == (date(2023, 12, 26), date(2024, 1, 1))
    found = bulletins.reviewed("Weekly log, 22-28 December", "", date(2024, 1, 3))
    assert found == (date(2023, 12, 22), date(2023, 12, 28))


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Tea fair, 6-12 November", PRINTED),
        ("Weekly brief (6-12 November)", date(2023, 12, 9)),
        ("Weekly brief (6-12 November)", date(2023, 11, 10)),
        ("Weekly brief (6 July - 12 November)", PRINTED),
        ("Weekly brief (12-6 November)", PRINTED),
        ("Weekly brief (26-32 November)", PRINTED),
        ("Weekly brief (6-12 November)", None),
    ],
)
def test_other_stretches_are_not_reviewed(title: str, printed: date | None) -> None:
    """A fair, what is long past or still goes on, half a year, what is no stretch of days."""
    assert bulletins.reviewed(title, "", printed) is None


@pytest.mark.parametrize(
    "text",
    [
        "30/07, Tolmen: shots\n02/08, Orva: a blast",
        "07/30: Tolmen. Shots.\n\n08/02: Orva. A blast.",
        "1.1 30/07 - Tolmen: shots\n1.2 02/08 - Orva: a blast",
        "• 30/7: shots in Tolmen\n• 2/8: a blast in Orva",
    ],
)
def test_entries_begin_with_their_day(text: str) -> None:
    """Behind a number or a bullet; one of them tells whether day or month comes first."""
    found = list(bulletins.entry_days(text, date(2024, 8, 5)))
    assert [when.first for when in found] == [date(2024, 7, 30), date(2024, 8, 2)]
    assert all(when.span and "/" in when.span.of(text) for when in found)


def test_the_day_of_an_entry_is_past() -> None:
    """An entry of December that is printed in January is of the year before."""
    text = "31/12: shots in Tolmen\n02/01: a blast in Orva"
    found = list(bulletins.entry_days(text, date(2024, 1, 5)))
    assert [when.first for when in found] == [date(2023, 12, 31), date(2024, 1, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "30/07, Tolmen: shots",
        "03/07: shots in Tolmen\n02/07: a blast in Orva",
        "30/07: shots in Tolmen\n07/30: a blast in Orva",
        "1/2 cup of flour\n3/4 cup of milk",
        "30/07/2024, Tolmen: shots\n31/07/2024, Orva: a blast",
        "Shots on 30/07 in Tolmen\nA blast on 31/07 in Orva",
    ],
)
def test_fractions_and_doubtful_days_are_none(text: str) -> None:
    """One alone, either order, both orders, a whole date, and what stands in a sentence."""
    assert not list(bulletins.entry_days(text, date(2024, 8, 5)))


def test_without_a_day_of_printing_nothing_is_known() -> None:
    """The year of an entry is told by it."""
    text = "30/07, Tolmen: shots\n02/08, Orva: a blast"
    assert not list(bulletins.entry_days(text, None))

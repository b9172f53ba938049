"""What goes on is dated from its beginning to the day of the report."""

from __future__ import annotations

from datetime import date

import pytest

import geo

DAY = date(2024, 6, 13)  # a Thursday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Farmers have blocked the road to Pristina since Monday.", 10, 13),
        ("The crossing at Merdare has been closed since 2 June.", 2, 13),
        ("Students blocked the bridge in Novi Sad for a third day on Wednesday.", 10, 12),
        ("Heavy fighting has raged around Bakhmut for three days.", 10, 13),
        ("Nurses in Harare have been on strike for the past week.", 6, 13),
        ("Nurses in Harare continued a strike started on 3 June.", 3, 13),
    ],
)
def test_stretch_ends_with_the_report(text: str, first: int, last: int) -> None:
    """Since a day, for so many days or for the nth day: from there to the day of the report."""
    reader = geo.Reader(geo.open_gazetteer())
    when = reader.read(geo.Article("a", text, published=DAY)).reports[0].when
    assert (when.first, when.last) == (date(2024, 6, first), date(2024, 6, last))
    assert when.precision == "range"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two men in Mopti on Monday, the worst attack since 2 June.",
        "Police arrested a man in Harare on Monday who had been on the run for three days.",
        "Families that have sat in the dark for nine days blocked a road in Harare on Monday.",
    ],
)
def test_single_deed_is_no_stretch(text: str) -> None:
    """Records and what had been before do not lengthen a deed of one day."""
    reader = geo.Reader(geo.open_gazetteer())
    when = reader.read(geo.Article("a", text, published=DAY)).reports[0].when
    assert (when.first, when.last) == (date(2024, 6, 10), date(2024, 6, 10))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday a cafe was set ablaze in Nice for the third time this month.", 10),
        ("A rally in Split which began on Monday ended in scuffles between rival fans.", 10),
    ],
)
def test_a_deed_has_its_day_and_not_the_time_of_all(text: str, day: int) -> None:
    """A count over a month dates nothing, the beginning of the deed itself does."""
    reader = geo.Reader(geo.open_gazetteer())
    assert {r.when.first for r in reader.reports(geo.Article("a", text, published=DAY))} == {
        date(2024, 6, day)
    }


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Two men were killed in Harare this week when a grenade went off.", 13),
        ("Two men were killed in Harare last week when a grenade went off.", 9),
        ("Nurses in Harare will go on strike this week.", 16),
    ],
)
def test_what_has_happened_has_no_days_ahead(text: str, last: int) -> None:
    """The week of a deed ends with the day it was told; that of a plan does not."""
    reader = geo.Reader(geo.open_gazetteer())
    reports = reader.read(geo.Article("a", text, published=DAY)).reports
    assert {r.when.last for r in reports} == {date(2024, 6, last)}

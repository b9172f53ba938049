from __future__ import annotations

from datetime import date

import pytest

import geo
from geo import dates
from tests.stopwatch import cpu_seconds

FRIDAY = date(2022, 12, 16)

# A sentence with its expression in brackets; its TIMEX3 type and value on 16 December 2022.
TABLE = """
The bridge fell on [16 December 2022]. | DATE 2022-12-16
The bridge fell on [December 13]. | DATE 2022-12-13
The bridge fell on [Dec. 13]. | DATE 2022-12-13
The shop in May Street burned down on [13 December]. | DATE 2022-12-13
The shop on March Lane burned down on [13 December]. | DATE 2022-12-13
The bridge fell on [13 December]. | DATE 2022-12-13
The bridge fell on [the 13th of December]. | DATE 2022-12-13
The bridge fell on [the 14th]. | DATE 2022-12-14
The bridge fell on [the 28th] after a flood. | DATE 2022-11-28
The bridge fell on a Saturday in [1998]. | DATE 1998
The bridge fell on [Tuesday, December 13]. | DATE 2022-12-13
The bridge fell on [December 13, 2019]. | DATE 2019-12-13
The bridge fell on [13 Dec '19]. | DATE 2019-12-13
The bridge fell on [2019-12-13]. | DATE 2019-12-13
The bridge fell on [13/12/2019]. | DATE 2019-12-13
The bridge fell on [February 20]. | DATE 2022-02-20
The bridge will open on [January 20]. | DATE 2023-01-20
The bridge fell in [May 2019]. | DATE 2019-05
The bridge fell in [May of 2019]. | DATE 2019-05
The bridge fell in [early May 2019]. | DATE 2019-05
The bridge fell in [May]. | DATE 2022-05
The bridge will open in [May]. | DATE 2023-05
The opening is expected in [May]. | DATE 2023-05
The opening was planned for [early March]. | DATE 2023-03
The bridge fell in [mid-July]. | DATE 2022-07
The bridge fell at [the end of July]. | DATE 2022-07
The bridge fell [last May]. | DATE 2022-05
The bridge opens [next May]. | DATE 2023-05
The bridge fell in [May last year]. | DATE 2021-05
The bridge fell in [1999]. | DATE 1999
The bridge fell in [early 1999]. | DATE 1999
The bridge fell in [the year 1999]. | DATE 1999
The bridge fell in [fiscal 1999]. | DATE 1999
The bridge fell in [nineteen ninety-six]. | DATE 1996
It fell in [May nineteen ninety-six]. | DATE 1996-05
The bridge fell in [the 1990s]. | DATE 199
The bridge fell in [the early 1990s]. | DATE 199
The bridge fell in [the nineties]. | DATE 199
The bridge fell in [the '80s]. | DATE 198
The bridge fell in [the 19th century]. | DATE 18
The bridge fell in [the late nineteenth century]. | DATE 18
The bridge fell in [the fourth century BC]. | DATE BC03
The bridge fell in [480 BC]. | DATE BC0480
The bridge fell in [September 480 BC]. | DATE BC0480-09
The bridge fell in [the 470s BC]. | DATE BC047
The bridge fell in [the spring of 480 BC]. | DATE BC0480-SP
The bridge fell in [spring 2019]. | DATE 2019-SP
The bridge fell in [the winter of 2019]. | DATE 2019-WI
The bridge fell in [autumn, 2019]. | DATE 2019-FA
The bridge fell [last summer]. | DATE 2022-SU
The bridge opens [next summer]. | DATE 2023-SU
The bridge fell in [spring]. | DATE 2022-SP
The bridge fell in [the third quarter]. | DATE 2022-Q3
The bridge fell in [the third quarter of 1999]. | DATE 1999-Q3
It fell in [the third quarter of last year]. | DATE 2021-Q3
It opens in [next year's first quarter]. | DATE 2023-Q1
The [third-quarter] figures were poor. | DATE 2022-Q3
The bridge fell in [the first half of 1999]. | DATE 1999-H1
It opens in [the second half of next year]. | DATE 2023-H2
The bridge fell [yesterday]. | DATE 2022-12-15
The bridge fell [today]. | DATE 2022-12-16
The bridge opens [tomorrow]. | DATE 2022-12-17
The bridge fell [the day before yesterday]. | DATE 2022-12-14
The bridge opens [the day after tomorrow]. | DATE 2022-12-18
The bridge fell [tonight]. | TIME 2022-12-16TNI
The bridge fell [this morning]. | TIME 2022-12-16TMO
The bridge fell [last night]. | TIME 2022-12-15TNI
The bridge fell [yesterday evening]. | TIME 2022-12-15TEV
The bridge opens [tomorrow afternoon]. | TIME 2022-12-17TAF
The bridge fell on [Wednesday]. | DATE 2022-12-14
The bridge fell on [Friday]. | DATE 2022-12-16
The bridge fell [last Wednesday]. | DATE 2022-12-14
The bridge opens [next Wednesday]. | DATE 2022-12-21
The bridge will open on [Wednesday]. | DATE 2022-12-21
It could open as early as [Wednesday]. | DATE 2022-12-21
A hearing is scheduled for [Wednesday]. | DATE 2022-12-21
The bridge fell [Wednesday night]. | TIME 2022-12-14TNI
The bridge fell [early Wednesday]. | DATE 2022-12-14
The bridge fell [early Wednesday morning]. | TIME 2022-12-14TMO
The bridge fell on [the night of Wednesday]. | TIME 2022-12-14TNI
It fell on [the evening of 3 May 2019]. | TIME 2019-05-03TEV
It fell on [the night of May 3]. | TIME 2022-05-03TNI
The bridge fell [this week]. | DATE 2022-W50
The bridge fell [earlier this week]. | DATE 2022-W50
The bridge fell [last week]. | DATE 2022-W49
The bridge opens [next week]. | DATE 2022-W51
The bridge opens [early next week]. | DATE 2022-W51
The bridge fell [last weekend]. | DATE 2022-W49-WE
The bridge fell over [the weekend]. | DATE 2022-W49-WE
The bridge opens [this weekend]. | DATE 2022-W50-WE
The bridge fell [this past weekend]. | DATE 2022-W49-WE
The bridge fell [this month]. | DATE 2022-12
The bridge fell [earlier this month]. | DATE 2022-12
The bridge fell [last month]. | DATE 2022-11
The bridge opens [next month]. | DATE 2023-01
It opens by [the end of the month]. | DATE 2022-12
It opens by [month's end]. | DATE 2022-12
The bridge fell [this year]. | DATE 2022
The bridge fell [last year]. | DATE 2021
The bridge opens [next year]. | DATE 2023
The bridge fell [late last year]. | DATE 2021
The bridge fell [earlier in the year]. | DATE 2022
It opens by [the end of the year]. | DATE 2022
It opens by [year's end]. | DATE 2022
It opens at [the beginning of next year]. | DATE 2023
The bridge fell [last decade]. | DATE 201
The bridge fell [this century]. | DATE 20
The bridge fell [ten days ago]. | DATE 2022-12-06
The bridge fell [a week ago]. | DATE 2022-W49
The bridge fell [two weeks ago]. | DATE 2022-W48
The bridge fell [three months ago]. | DATE 2022-09
The bridge fell [nearly three years ago]. | DATE 2019
The bridge fell [half a century ago]. | DATE 1972
The bridge fell [a few days ago]. | DATE PAST_REF
The bridge fell [last Christmas Day]. | DATE 2021-12-25
The bridge will open on [Christmas Day]. | DATE 2022-12-25
The bridge fell on [Thanksgiving]. | DATE 2022-11-24
The bridge fell on [Labor Day]. | DATE 2022-09-05
The bridge fell on [Memorial Day]. | DATE 2022-05-30
The bridge fell on [Good Friday]. | DATE 2022-04-15
The bridge fell on [Easter Monday]. | DATE 2022-04-18
The bridge fell on [New Year's Eve 2019]. | DATE 2019-12-31
The sheriff's bridge fell on [Election Day]. | DATE 2022-11-08
The bridge in Ross County fell on [Election Day]. | DATE XXXX-XX-XX
The bridge in Pelm fell on [Election Day]. | DATE XXXX-XX-XX
The bridge in Pelm fell on [Independence Day]. | DATE XXXX-XX-XX
The bridge fell on [13/12]. | DATE 2022-12-13
The bridge fell near Pelm ([11/12]). | DATE 2022-12-11
The bridge fell on [12/13]. | DATE 2022-12-13
The bridge fell on [6/5]. | DATE XXXX-XX-XX
It fell on [Memorial Day weekend]. | DATE 2022-W21-WE
The bridge fell on the [Fourth of July]. | DATE 2022-07-04
The bridge fell at [3 p.m.] sharp. | TIME 2022-12-16T15:00
The bridge fell at [3:30 a.m.] sharp. | TIME 2022-12-16T03:30
The bridge fell at [0830 GMT]. | TIME 2022-12-16T08:30
The bridge fell at [08:30]. | TIME 2022-12-16T08:30
The bridge fell at [1400 hours]. | TIME 2022-12-16T14:00
The bridge fell at [eight o'clock]. | TIME 2022-12-16T08:00
The bridge fell at [noon]. | TIME 2022-12-16T12:00
The bridge fell at [3 p.m. on Tuesday]. | TIME 2022-12-13T15:00
The bridge fell at [9 a.m. EST Tuesday]. | TIME 2022-12-13T09:00
It fell at [5:15 p.m. on May 3, 2019]. | TIME 2019-05-03T17:15
It fell at [1700 GMT on 29 March]. | TIME 2022-03-29T17:00
They marched for [78 days]. | DURATION P78D
They marched for [two weeks]. | DURATION P2W
They marched for [eighteen months]. | DURATION P18M
They marched for [a year]. | DURATION P1Y
They marched for [24 hours]. | DURATION PT24H
They marched for [half an hour]. | DURATION PT30M
They marched for [twenty minutes]. | DURATION PT20M
They marched for [two and a half years]. | DURATION P2Y6M
They marched for [several years]. | DURATION PXY
They marched for [months]. | DURATION PXM
They marched for [decades]. | DURATION PXDE
They marched for [centuries]. | DURATION PXCE
A [two-year] war ended. | DURATION P2Y
A [months-long] war ended. | DURATION PXM
A [day-long] march ended. | DURATION P1D
A [yearlong] march ended. | DURATION P1Y
They marched for [five straight days]. | DURATION P5D
They waited [eight trading days]. | DURATION P8D
They marched in [the past three days]. | DURATION P3D
They will march in [the next two weeks]. | DURATION P2W
They have marched in [recent years]. | DURATION PXY
They will march in [the coming weeks]. | DURATION PXW
They march [every Friday]. | SET XXXX-WXX-5
They march [every Friday night]. | SET XXXX-WXX-5TNI
They march on [Sundays]. | SET XXXX-WXX-7
They march [every May]. | SET XXXX-05
They march [every day]. | SET P1D
They march [every two weeks]. | SET P2W
They march [daily]. | SET P1D
They march [twice a month]. | SET P1M
They march [three times a week]. | SET P1W
They are paid [monthly]. | SET P1M
They earn $3 million [a year]. | SET P1Y
They march [at [night]]. | TIME XXXX-XX-XXTNI
They are [now] free. | DATE PRESENT_REF
They are [currently] free. | DATE PRESENT_REF
They are free [these days]. | DATE PRESENT_REF
They left [recently]. | DATE PAST_REF
Nobody knows [the future]. | DATE FUTURE_REF
They will leave [soon]. | DATE FUTURE_REF
"""
ROWS = [row.rsplit(" | ", 1) for row in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("told", "wanted"), ROWS)
def test_a_phrase_has_its_timex3_span_type_and_value(told: str, wanted: str) -> None:
    """Every way to speak of time gives the standard's type and value over its own words."""
    start, end = told.rindex("["), told.index("]") - 1
    text = told.replace("[", "").replace("]", "")
    outer = told.count("[") - 1  # a bracket before the last one moves what follows
    [when] = dates.resolve(text, FRIDAY)
    assert when.span is not None
    assert (when.span.start, when.span.end) == (start - outer, end - outer)
    assert f"{when.type} {when.value}" == wanted


def test_the_table_is_long_enough() -> None:
    """The constructs that news uses are many."""
    assert len(ROWS) >= 150


@pytest.mark.parametrize(
    "text",
    [
        "The coil spring broke in the fall of the shaft.",
        "The road was soon blocked.",
        "The winter games and the Summer Olympics drew crowds.",
        "It was shot in the early hours of the flight, he said.",
        "They won 19-21, and 1861 people came.",
        "Twenty houses burned in section 12-14.",
        "He paid between 30 and 40 dollars.",
        "The moment passed.",
        "The quarter finals began in the Latin quarter.",
    ],
)
def test_what_only_looks_like_time_is_left(text: str) -> None:
    """Springs, falls, games and numbers are no dates."""
    assert dates.resolve(text, FRIDAY) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell on May 4 and 5.", ["2022-05-04", "2022-05-05"]),
        ("It fell on 6-8 October 1952.", ["1952-10-06", "1952-10-08"]),
        ("It fell between January 25-29, 1905.", ["1905-01-25", "1905-01-29"]),
        ("It lasted from 499 to 493 BC.", ["BC0499", "BC0493"]),
        ("It lasted from 1861-1865.", ["1861", "1865"]),
        ("It ran from 18 August to 15 September 1951.", ["1951-08-18", "1951-09-15"]),
        ("It ran from November to February 1951.", ["1950-11", "1951-02"]),
        ("It ran through August-September 1950.", ["1950-08", "1950-09"]),
    ],
)
def test_pairs_share_their_month_and_year(text: str, values: list[str]) -> None:
    """Each of two dates is an expression; what one leaves out it takes from the other."""
    assert [when.value for when in dates.resolve(text, FRIDAY)] == values


@pytest.mark.parametrize(
    "unit", ["6-8 ", "1861-", "May 4 and ", "3 to 4 ", "the end of ", "a day ", "Election Day. "]
)
def test_joined_dates_are_read_in_linear_time(unit: str) -> None:
    """Four times as long takes no more than about four times as much."""

    def seconds(size: int) -> float:
        return cpu_seconds(lambda: dates.resolve(unit * size, FRIDAY))

    seconds(500)
    assert seconds(8000) < 12 * seconds(2000) + 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Police of Orvelia (1989-) shot a man.",
        "Police of Orvelia (2014-present) shot a man.",
        "The Kos government (1989-1997) shot a man.",
        "Marchers (from 500 to 1000) walked on.",
        "Between 1500 and 1700 people fled.",
    ],
)
def test_terms_and_ranges_are_no_time(text: str) -> None:
    """Years in brackets say how long somebody is in office, ends of a range how many."""
    assert not dates.find(geo.Article("a", text))

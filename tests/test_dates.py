from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import dates
from geo.model import Article, When
from tests.stopwatch import cpu_seconds

DAY = date(2023, 1, 8)
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


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


SUNDAY = date(2023, 1, 8)
FRIDAY = date(2022, 12, 16)


def one(text: str, published: date | None = FRIDAY) -> When:
    """Return the only expression of a text."""
    [when] = dates.resolve(text, published)
    return when


def days(text: str, published: date | None = FRIDAY) -> tuple[str, str]:
    """Return first and last day of the only expression of a text."""
    when = one(text, published)
    return str(when.first), str(when.last)


@pytest.mark.parametrize(
    ("text", "first", "last", "value"),
    [
        ("Shots fell on Wednesday.", "2022-12-14", "2022-12-14", "2022-12-14"),
        ("Shots fell on Friday.", "2022-12-16", "2022-12-16", "2022-12-16"),
        ("They will meet on Monday.", "2022-12-19", "2022-12-19", "2022-12-19"),
        ("The vigil will be held on Monday.", "2022-12-19", "2022-12-19", "2022-12-19"),
        ("The strike begins on Monday.", "2022-12-19", "2022-12-19", "2022-12-19"),
        ("The case is heard in January.", "2023-01-01", "2023-01-31", "2023-01"),
        ("The bridge reopens in the spring.", "2023-03-01", "2023-05-31", "2023-SP"),
        ("It fell on Tuesday last week.", "2022-12-06", "2022-12-06", "2022-12-06"),
        ("It fell last week on Sunday.", "2022-12-11", "2022-12-11", "2022-12-11"),
        ("Talks begin on Monday of next week.", "2022-12-19", "2022-12-19", "2022-12-19"),
        ("It fell the Tuesday before last.", "2022-12-06", "2022-12-06", "2022-12-06"),
        ("It fell two weeks ago on Tuesday.", "2022-11-29", "2022-11-29", "2022-11-29"),
        ("It fell a year ago today.", "2021-12-16", "2021-12-16", "2021-12-16"),
        ("It fell on the first Monday of May.", "2022-05-02", "2022-05-02", "2022-05-02"),
        ("It fell on the last day of October.", "2022-10-31", "2022-10-31", "2022-10-31"),
        ("It will open two days before Christmas.", "2022-12-23", "2022-12-23", "2022-12-23"),
        ("It fell the day after 5 November.", "2022-11-06", "2022-11-06", "2022-11-06"),
        ("Ten died in the past 24 hours.", "2022-12-15", "2022-12-16", "PT24H"),
        ("It burned last Friday.", "2022-12-09", "2022-12-09", "2022-12-09"),
        ("The vote is due next Tuesday.", "2022-12-20", "2022-12-20", "2022-12-20"),
        ("It burned on Tuesday night.", "2022-12-13", "2022-12-13", "2022-12-13TNI"),
        ("It stays shut until tomorrow.", "2022-12-17", "2022-12-17", "2022-12-17"),
        ("It fell the day before yesterday.", "2022-12-14", "2022-12-14", "2022-12-14"),
        ("It fell the night before last.", "2022-12-14", "2022-12-14", "2022-12-14TNI"),
        ("It fell on the night of the 9th.", "2022-12-09", "2022-12-09", "2022-12-09TNI"),
        ("It fell on the night of the 20th.", "2022-11-20", "2022-11-20", "2022-11-20TNI"),
        ("It fell on 04.12.2022.", "2022-12-04", "2022-12-04", "2022-12-04"),
        ("It fell overnight Monday.", "2022-12-12", "2022-12-12", "2022-12-12"),
        ("He was freed this morning.", "2022-12-16", "2022-12-16", "2022-12-16TMO"),
        ("It fell in July.", "2022-07-01", "2022-07-31", "2022-07"),
        ("It will open in July.", "2023-07-01", "2023-07-31", "2023-07"),
        ("It fell last month.", "2022-11-01", "2022-11-30", "2022-11"),
        ("It fell last weekend.", "2022-12-10", "2022-12-11", "2022-W49-WE"),
        ("It fell earlier this week.", "2022-12-12", "2022-12-16", "2022-W50"),
        ("Talks begin next week.", "2022-12-19", "2022-12-25", "2022-W51"),
        ("It fell on December 13.", "2022-12-13", "2022-12-13", "2022-12-13"),
        ("It fell on 5 November.", "2022-11-05", "2022-11-05", "2022-11-05"),
        ("It fell on 5 March 1998.", "1998-03-05", "1998-03-05", "1998-03-05"),
        ("It fell in late July.", "2022-07-21", "2022-07-31", "2022-07"),
        ("It fell ten days ago.", "2022-12-06", "2022-12-06", "2022-12-06"),
        ("It fell three months ago.", "2022-09-01", "2022-09-30", "2022-09"),
        ("It fell in 1999.", "1999-01-01", "1999-12-31", "1999"),
        ("It fell in the early 1990s.", "1990-01-01", "1993-12-31", "199"),
        ("It fell last summer.", "2022-06-01", "2022-08-31", "2022-SU"),
        ("It fell in the second quarter.", "2022-04-01", "2022-06-30", "2022-Q2"),
        ("It lasted the past three days.", "2022-12-13", "2022-12-16", "P3D"),
        ("It fell on 2022-12-13.", "2022-12-13", "2022-12-13", "2022-12-13"),
    ],
)
def test_phrases_are_counted_from_publication(text: str, first: str, last: str, value: str) -> None:
    """A phrase gives its TIMEX3 value and the days it means on a Friday in December."""
    assert (*days(text), one(text).value) == (first, last, value)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("They bombed for 78 days.", "DURATION", "P78D"),
        ("A two-year war ended.", "DURATION", "P2Y"),
        ("A months-long stand-off ended.", "DURATION", "PXM"),
        ("It took 2 1/2 years.", "DURATION", "P2Y6M"),
        ("It took twenty-four hours.", "DURATION", "PT24H"),
        ("They march every Friday.", "SET", "XXXX-WXX-5"),
        ("They are paid weekly.", "SET", "P1W"),
        ("He is now free.", "DATE", "PRESENT_REF"),
        ("He recently left.", "DATE", "PAST_REF"),
        ("Nobody knows the future.", "DATE", "FUTURE_REF"),
    ],
)
def test_what_has_no_days_keeps_its_value(text: str, kind: str, value: str) -> None:
    """Durations, repetitions and references have a value and no days."""
    when = one(text)
    assert (when.type, when.value, when.first, when.last) == (kind, value, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "He may go, and they march on.",
        "An 11-year-old boy and a man of 30 years of age were hurt.",
        "Resolution 1999 names 2,000 troops, 2000 people and 60 miles.",
        "The Sunday Times and the Daily Post cost $1999.",
        "It is the second house, and a quarter of it burned at 60 miles an hour.",
        "April Jones met Theresa May in section 1998.",
        "They won 21-19 as soon as they could.",
        "The Sun said so on page 2011.",
        "Guards were there 24/7 when 3/4 of voters backed it 5/4 after 9/11.",
        "The gate (24/7) was shut as after the attacks (9/11), in New York.",
    ],
)
def test_look_alikes_are_no_dates(text: str) -> None:
    """Ages, counts, names, verbs and page numbers are not time."""
    assert dates.resolve(text, FRIDAY) == ()


def test_last_week_said_at_a_weekend_holds_the_week_that_ends() -> None:
    """On a Sunday people call the week that is ending the last one; the value stays ISO."""
    when = one("He was shot last week.", SUNDAY)
    assert when.first is not None
    assert when.last is not None
    assert when.first <= date(2022, 12, 26) <= date(2023, 1, 6) <= when.last
    assert when.value == "2022-W52"
    assert days("He was shot last week.", FRIDAY) == ("2022-12-05", "2022-12-11")


@pytest.mark.parametrize(
    "text",
    [
        "in the night to Thursday",
        "overnight into Thursday",
        "overnight Wednesday into Thursday",
        "in the night between Wednesday and Thursday",
        "late Wednesday into the early hours of Thursday",
        "in the clashes of December 8-9 of the brigade",
        "on the night of 8/9 December",
    ],
)
def test_a_night_is_of_two_days(text: str) -> None:
    """It begins on the eve, however it is told; each day that names it is of both."""
    days = [w for w in dates.resolve(text, date(2021, 12, 13)) if w.precision == "range"]
    assert {(w.first, w.last) for w in days} == {(date(2021, 12, 8), date(2021, 12, 9))}


@pytest.mark.parametrize(
    "text",
    ["on Wednesday, and Thursday's vote", "on May 5 3-1", "on May 4 and 5 cows"],
)
def test_two_days_are_no_night(text: str) -> None:
    """Nor is a score or a number of something else."""
    assert all(w.precision != "range" for w in dates.resolve(text, date(2021, 12, 13)))


def test_a_stretch_of_days_has_two_ends() -> None:
    """Each end is an expression of its own, and both hold the days between."""
    first, second = dates.resolve("It lasted from December 3-5, 2021.", FRIDAY)
    assert (first.value, second.value) == ("2021-12-03", "2021-12-05")
    for end in (first, second):
        assert (end.first, end.last) == (date(2021, 12, 3), date(2021, 12, 5))


def test_middle_of_a_month_looks_back_over_the_new_year() -> None:
    """A month without a year is the last one, also in January."""
    assert days("It was demanded in mid-December.", SUNDAY) == ("2022-12-11", "2022-12-20")


def test_weekday_beside_a_date_chooses_its_year() -> None:
    """A day and month with a weekday mean the nearest year in which they agree."""
    assert days("They meet on Saturday, December 24.") == ("2022-12-24", "2022-12-24")


def test_clock_time_belongs_to_the_day_spoken_of() -> None:
    """A time of day counts on the day before it in the text."""
    when = dates.resolve("They came on Tuesday and left at 10:30 p.m. without a word.", FRIDAY)[1]
    assert (when.type, when.value) == ("TIME", "2022-12-13T22:30")


def test_a_month_that_opens_a_sentence_leaves_the_days_of_the_news() -> None:
    """What was on "the same night" of a year ago was not on Tuesday."""
    text = "A bar burned on Tuesday. In May 2021 a mill burned. On the same night a barn burned."
    whens = dates.find(Article("a", text, published=date(2022, 12, 16)))
    assert whens[-1].first is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("They met in summer 2021. That November he left.", date(2021, 11, 1)),
        ("They met in December 2020. By that May he had left.", date(2021, 5, 1)),
        ("They met in summer 2020. He said that November was wet.", date(2022, 11, 1)),
    ],
)
def test_that_month_is_of_the_time_spoken_of(text: str, first: date) -> None:
    """It follows what was told last; behind a verb of saying "that" points to nothing."""
    article = Article("a", text, published=date(2023, 1, 8))
    assert dates.find(article)[-1].first == first


def test_other_days_count_from_the_day_spoken_of() -> None:
    """The following day follows the day last named, not the publication day."""
    text = "Police came on 3 May 2021. The next day they left. Two days later they returned."
    values = [when.value for when in dates.resolve(text, FRIDAY)]
    assert values == ["2021-05-03", "2021-05-04", "2021-05-06"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on December 16.", "XXXX-12-16"),
        ("It fell on Wednesday.", "XXXX-WXX-3"),
        ("It fell last week.", "XXXX-WXX"),
        ("It fell yesterday.", "XXXX-XX-XX"),
        ("It fell in July.", "XXXX-07"),
        ("It fell last night.", "XXXX-XX-XXTNI"),
    ],
)
def test_nothing_is_invented_without_a_publication_day(text: str, value: str) -> None:
    """Without a day to count from, the value has gaps and the basis says why."""
    when = one(text, None)
    assert (when.first, when.last, when.precision, when.value) == (None, None, "unknown", value)
    assert "no publication day is known" in when.basis


def test_anchor_stands_in_for_publication() -> None:
    """The article's own date serves where there is no publication day, and is named."""
    article = Article("a", "It fell on Wednesday.")
    [when] = dates.find(article, anchor=FRIDAY)
    assert when.first == date(2022, 12, 14)
    assert "the article's own date 2022-12-16" in when.basis


def test_basis_names_phrase_and_publication_day() -> None:
    """The basis says in words what the interval rests on."""
    [when] = dates.find(Article("a", "It fell on Wednesday.", published=FRIDAY))
    assert when.basis == "'Wednesday': on or before the publication day 2022-12-16"


def test_impossible_days_are_kept_without_an_interval() -> None:
    """A day that is in no calendar is found and has no days."""
    for text in (
        "It fell on 31 February 2021.",
        "It fell on 2021-13-31.",
        "On 03/04/2021 it fell.",
    ):
        assert one(text).first is None


VOCABULARY = (
    "on last next the a 5 31 May March 1999 Friday weeks years ago two several mid- early century "
    "first quarter night 10:30 p.m. noon every earlier later year day before , . ' - 999999 "
    "hundred thousand 29 February weekend summer of this past few 2 1/2 '90s will BC 480 6-8 1805 "
    "1807 1809 winter Christmas Easter half nineteen ninety o'clock eight period following decade "
    "end month same latest and to – 3 1861-65 Good Friday New Year's Eve per times twice"
)
TEMPORAL = st.lists(st.sampled_from(VOCABULARY.split()), max_size=12).map(" ".join)


@given(text=st.one_of(TEMPORAL, st.text(max_size=60)), published=st.none() | st.dates())
def test_intervals_are_sound_whatever_is_said(text: str, published: date | None) -> None:
    """Spans are sorted, disjoint and inside the text; intervals run forward or are unknown."""
    found = dates.resolve(text, published)
    spans = [when.span for when in found if when.span]
    assert len(spans) == len(found)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for when in found:
        assert when.value
        assert (when.first is None) == (when.last is None) == (when.precision == "unknown")
        assert when.first is None or (when.last is not None and when.first <= when.last)


@pytest.mark.parametrize("unit", ["a ", "5 ", "the ", "May ", "1999 ", "two years ", "1", "of "])
def test_time_grows_with_length_only(unit: str) -> None:
    """A hundred kilobytes of one word are no trap."""
    assert cpu_seconds(lambda: dates.resolve(unit * (100_000 // len(unit)), FRIDAY)) < 10


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the folder beside the project is absent")
def test_seed_articles_are_dated() -> None:
    """The source articles give the days that a careful reader gives."""
    published = json.loads((SEEDS / "gold.json").read_text("utf-8"))["published"]
    values = {}
    for name, told in published.items():
        text = (SEEDS / name).read_text("utf-8")
        found = dates.resolve(text, date.fromisoformat(told["date"]))
        values[name[:3]] = [when.value for when in found]
    assert {"2011-10-19", "2011-07", "1999", "P78D", "P2Y"} <= set(values["000"])
    assert {"2011-10-18", "2011-10-19", "2011-09", "PXM"} <= set(values["001"])
    assert {"2023-01-08", "2022-12", "2022-W52", "2023-W02"} <= set(values["002"])
    assert {"2022-12-13", "2022-W50", "2022-11", "2022-W49-WE"} <= set(values["003"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 1987 sailors mutinied.", "1987"),
        ("Since 2011 militants have held the hill.", "2011"),
        ("In 2000 police shot a farmer.", "2000"),
        ("By 1994 refugees filled the valley.", "1994"),
        ("In late 2016 soldiers left.", "2016"),
    ],
)
def test_a_year_stays_one_before_people(text: str, value: str) -> None:
    """What a preposition introduces is a year, even before a noun that can be counted."""
    assert [when.value for when in dates.resolve(text, DAY)] == [value]


@pytest.mark.parametrize(
    "text", ["It was held by 2000 soldiers.", "He ran in 1990 metres.", "About 1990 rebels fled."]
)
def test_a_count_is_no_year(text: str) -> None:
    """A round number inside a sentence, a measure and a hedged number are counts."""
    assert dates.resolve(text, DAY) == ()


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("31 June", "XXXX-06-XX"),
        ("30 February 2020", "2020-02-XX"),
        ("September 31, 2021", "2021-09-XX"),
        ("2021-02-29", "XXXX-XX-XX"),
    ],
)
def test_a_day_of_no_calendar_is_found_and_stays_unknown(said: str, value: str) -> None:
    """The phrase and what it lacks are kept; no other day takes its place."""
    [when] = dates.resolve(f"A mine exploded on {said}.", DAY)
    assert (when.first, when.last, when.precision, when.value) == (None, None, "unknown", value)
    assert when.basis == f"'{said}': no day of the calendar"


def test_a_year_before_christ_has_no_days() -> None:
    """It is found, and it is no day of this calendar."""
    [when] = dates.resolve("In 12 BC four sailors drowned.", DAY)
    assert (when.last, when.value, when.type) == (None, "BC0012", "DATE")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Miners called for a general strike on Tuesday.", "2023-01-10"),
        ("Students plan a march through Lima on Tuesday.", "2023-01-10"),
        ("Bakers will close their shops on Tuesday.", "2023-01-10"),
        ("The bishop called for calm on Tuesday.", "2023-01-03"),
        ("The bishop called for a protest over the raid on Tuesday.", "2023-01-03"),
    ],
)
def test_a_weekday_of_something_arranged_lies_ahead(text: str, day: str) -> None:
    """A gathering that was called for comes; a call for calm was made on its day."""
    assert [str(when.first) for when in dates.resolve(text, DAY)] == [day]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the last week of October", date(2022, 10, 25), date(2022, 10, 31)),
        ("during the second week of March 2021", date(2021, 3, 8), date(2021, 3, 14)),
        ("on the first weekend of November", date(2022, 11, 5), date(2022, 11, 6)),
    ],
)
def test_a_week_of_a_month_lies_in_it(text: str, first: date, last: date) -> None:
    """The last week of a month ends with it, wherever the calendar's weeks end."""
    when = dates.resolve(f"They left {text}.", DAY)[0]
    assert (when.first, when.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("TOLMEN, March 15 - A bomb went off today.", date(2024, 3, 15)),
        ("TOLMEN, March 15 (XYZ) -- A bomb went off today.", date(2024, 3, 15)),
        ("On March 15 - a Friday - it rained. A bomb went off today.", date(2024, 3, 16)),
        ("TOLMEN, March 1 - A bomb went off today.", date(2024, 3, 16)),
        (
            "Tolmen, Radio Arno, 1800 GMT, 15 Mar 24. Excerpts:\nA bomb went off today.",
            date(2024, 3, 15),
        ),
        ("Tolmen, Radio Arno, 0600 gmt 15 Mar\n\nA bomb went off today.", date(2024, 3, 15)),
    ],
)
def test_today_is_the_day_on_which_a_report_was_filed(text: str, today: date) -> None:
    """If it was printed a day or two later."""
    assert dates.resolve(text, date(2024, 3, 16))[-1].first == today


@pytest.mark.parametrize(
    ("title", "monday"),
    [
        ("Weekly brief (6-12 November)", date(2023, 11, 6)),
        ("Weekly brief", date(2023, 11, 13)),
        ("Tea fair, 6-12 November", date(2023, 11, 13)),
    ],
)
def test_a_weekday_of_a_bulletin_is_in_its_period(title: str, monday: date) -> None:
    """Though the same weekday comes again before it is printed."""
    article = Article("a", "Shots were fired on Monday.", title, date(2023, 11, 14))
    assert [when.first for when in dates.find(article)] == [monday]


def test_entries_begin_with_a_day_without_a_year() -> None:
    """It stands in its order among the others, and what is read as a whole is read once."""
    text = (
        "1. 30/07, Tolmen: shots.\n2. 02/08, Orva: a blast at dawn on Friday.\n3. 3/8/2024: calm."
    )
    found = dates.resolve(text, date(2024, 8, 5))
    assert [when.span.of(text) for when in found if when.span][:2] == ["30/07", "02/08"]
    assert [when.first for when in found][:2] == [date(2024, 7, 30), date(2024, 8, 2)]
    assert len({when.span for when in found}) == len(found)


def test_a_count_up_to_a_day_moves_no_tale() -> None:
    """What was so far "by this morning" leaves the tale at the evening it told of."""
    text = (
        "Crowds met on Monday evening. By this morning 25 were held. Earlier in the day all slept."
    )
    *_, when = dates.resolve(text, date(2024, 10, 8))
    assert when.first == date(2024, 10, 7)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("Two died on 20 November, the army said on Sunday.", date(2026, 11, 19)),
        ("The army said on Sunday that two died.", date(2026, 11, 21)),
    ],
)
def test_the_day_of_the_telling_moves_no_tale(said: str, first: date) -> None:
    """The day before is that before the deed, if that has one."""
    *_, when = dates.resolve(f"{said} The previous day all slept.", date(2026, 11, 26))
    assert when.first == first

"""What is history, remembered or a sum over weeks."""

from __future__ import annotations

from datetime import date

import pytest

from geo import dates
from geo.events.history import is_background, is_remembered, is_sum
from geo.model import Article, Span, When
from tests.events.test_factuality import PUBLISHED, at, whole


def test_a_war_that_is_named_for_its_length_is_history() -> None:
    """Whatever its length and sort; a war without one may be news."""
    for war in ("a three-year civil war", "the ten-year-long guerrilla war", "a two-year conflict"):
        text = f"Both valleys were shelled in {war}."
        assert is_background(text, whole(text), None, PUBLISHED) is not None
    text = "Both valleys were shelled in a war between neighbours."
    assert is_background(text, whole(text), None, PUBLISHED) is None


@pytest.mark.parametrize(
    "text",
    [
        "More than 90 guards have been killed since 1999.",
        "In the late 1980s miners struck for months.",
        "A baker was convicted of murder on Monday.",
        "The driver pleaded guilty to arson.",
        "Over the past three decades the valley saw many raids.",
        "The port was bombed decades ago.",
        "At 13 he was taken from his bed in a raid.",
        "Rebels killed his father when he was a boy.",
    ],
)
def test_history_and_courts_are_background(text: str) -> None:
    """Perfect tenses since a year, decades and trials tell of the past."""
    assert is_background(text, whole(text), None, PUBLISHED) is not None


@pytest.mark.parametrize(
    ("text", "is_of_work"),
    [
        ("In the second novel, a bomb tears through a market.", True),
        ("The film opens when rebels shoot a priest.", True),
        ("In the film studio, a bomb went off.", False),
        ("The film crew opened a window when rebels shot at them.", False),
    ],
)
def test_what_a_work_tells_is_no_news(text: str, *, is_of_work: bool) -> None:
    """Its own words say that it is one; a studio is a place."""
    assert (is_background(text, whole(text), None, PUBLISHED) is not None) is is_of_work


def test_an_anniversary_makes_only_the_deed_history() -> None:
    """The march is news, the massacre it remembers is not."""
    text = "Thousands marched on the anniversary of the day when two masked men shot a bishop."
    assert is_remembered(text, whole(text), at(text, "shot")) is not None
    text = "Thousands marched on the tenth anniversary of the massacre."
    for words, history in (("marched", False), ("massacre", True)):
        reason = is_background(text, whole(text), None, PUBLISHED, trigger=at(text, words))
        assert (reason is not None) is history


def test_the_age_of_its_date_decides_first() -> None:
    """More than a year before publication is history, less is news."""
    text = "Guards shot two men."
    for year, history in ((2018, True), (2020, False)):
        day = date(year, 4, 1)
        reason = is_background(text, whole(text), When(day, day, "day", "given"), PUBLISHED)
        assert (reason is not None) is history


def test_without_a_publication_date_only_whole_years_tell() -> None:
    """A day of unknown age stays news."""
    text = "Guards shot two men."
    year = When(date(1999, 1, 1), date(1999, 12, 31), "year", "1999")
    day = When(date(1999, 1, 1), date(1999, 1, 1), "day", "a day")
    decade = When(date(1990, 1, 1), date(1999, 12, 31), "range", "the 1990s")
    assert is_background(text, whole(text), year, None) is not None
    assert is_background(text, whole(text), decade, None) is not None
    assert is_background(text, whole(text), day, None) is None


@pytest.mark.parametrize(("year", "expected"), [(2018, "1 year"), (2016, "3 years")])
def test_one_year_is_singular(year: int, expected: str) -> None:
    """The reason is English."""
    day = date(year, 12, 1)
    told = is_background("", Span(0, 0), When(day, day, "day", ""), PUBLISHED)
    assert told == f"{expected} before publication"


def test_an_anniversary_has_a_date_of_its_own() -> None:
    """The day on which a massacre is remembered is not its day."""
    text = "On Sunday monks marked the anniversary of the massacre."
    assert is_remembered(text, whole(text), at(text, "massacre")) is not None
    assert is_remembered(text, whole(text), at(text, "marked")) is None


@pytest.mark.parametrize(
    ("text", "is_old"),
    [
        ("At least 50 people have died since the protests began.", True),
        ("At least 50 people have died since the protests began on 7 March.", True),
        ("At least 50 people have died since the protests began on 3 May.", False),
        ("Since March, raids have claimed 120 lives.", True),
        ("Eighty people were killed in two months of raids.", True),
        ("Four men have been arrested since the raid.", False),
    ],
)
def test_a_sum_of_weeks_is_no_incident(text: str, *, is_old: bool) -> None:
    """Unless it is counted from a day that is news itself."""
    word = next(word for word in ("died", "raids", "arrested") if word in text)
    whens = dates.find(Article("a", text, published=PUBLISHED))
    assert (is_sum(text, whole(text), at(text, word), whens, PUBLISHED) is not None) == is_old


def test_victims_of_a_weekday_are_no_memory() -> None:
    """Whoever dies of "Tuesday's blast" is news; the victims of a massacre are remembered."""
    text = "Two more victims of Tuesday's blast died."
    assert is_remembered(text, whole(text), at(text, "blast")) is None
    text = "A statue honours the victims of the blast."
    assert is_remembered(text, whole(text), at(text, "blast")) is not None


@pytest.mark.parametrize(
    "text",
    [
        "More than 90 guards have been killed since the start of the year.",
        "The total number of guards killed since the start of the year now stands at 90.",
    ],
)
def test_a_sum_of_the_year_is_no_deed(text: str) -> None:
    """Though the stretch that it is of ends today."""
    whens = dates.find(Article("a", text, published=PUBLISHED))
    trigger = at(text, "killed")
    assert is_sum(text, whole(text), trigger, whens, PUBLISHED) is not None


@pytest.mark.parametrize(
    ("opening", "old"),
    [
        ("As reported on 2 May 2020, ", False),
        ("As reported by a monitor, ", False),
        ("As previously reported, ", True),
        ("As reported earlier, ", True),
        ("As reported, ", True),
    ],
)
def test_the_day_of_a_report_is_no_look_back(opening: str, old: bool) -> None:  # noqa: FBT001
    """Logs date by it what they could not date otherwise."""
    text = f"{opening}gunmen shot two traders."
    assert (is_remembered(text, whole(text), at(text, "shot")) is not None) is old


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Forty were killed in the first half of the year.", True),
        ("Forty were killed in the province this year.", True),
        ("The road was closed from 3 March to 20 March.", False),
        ("Forty were killed this week.", False),
    ],
)
def test_what_is_of_several_months_is_a_sum(text: str, told: bool) -> None:  # noqa: FBT001
    """No one incident lasts for half a year, or is told of a year."""
    when = next(w for w in dates.find(Article("a", text, published=date(2024, 11, 20))) if w.span)
    found = is_background(text, whole(text), when, date(2024, 11, 20))
    assert (found is not None) is told

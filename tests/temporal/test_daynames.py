"""Days named from here are counted from the publication day, or from the day spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from geo import dates
from geo.temporal.daynames import READERS, deictic
from geo.temporal.reckoning import Scene

FRIDAY = date(2022, 12, 16)


@pytest.mark.parametrize(
    ("parts", "tense", "value"),
    [
        ({"weekday": "tuesday"}, "past", "2022-12-13"),
        ({"weekday": "tuesday"}, "future", "2022-12-20"),
        ({"weekday": "monday"}, "open", "2022-12-19"),
        ({"weekday": "tuesday"}, "open", "2022-12-13"),
        ({"weekday": "friday"}, "open", "2022-12-16"),
        ({"weekday": "friday", "rel": "last"}, "past", "2022-12-09"),
        ({"weekday": "friday", "rel": "next"}, "past", "2022-12-23"),
        ({"weekday": "tuesday", "part": "night"}, "past", "2022-12-13TNI"),
    ],
)
def test_a_weekday_is_the_last_or_the_coming_one(
    parts: dict[str, str], tense: str, value: str
) -> None:
    """The phrase says which, or the tense of its sentence; where it is open, the nearer."""
    assert READERS["weekday"](parts, Scene(FRIDAY, tense=tense)).value == value


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("yesterday", date(2022, 12, 15), date(2022, 12, 15)),
        ("tomorrow", date(2022, 12, 17), date(2022, 12, 17)),
        ("overnight", date(2022, 12, 15), date(2022, 12, 16)),
    ],
)
def test_a_day_beside_this_one_is_named_by_a_word(word: str, first: date, last: date) -> None:
    """Overnight is a stretch of two days."""
    assert deictic({"deictic": word}, Scene(FRIDAY)).days == (first, last)


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("weekday", {"weekday": "tuesday"}),
        ("deictic", {"deictic": "tonight"}),
        ("two_days", {"two": "the day before yesterday"}),
        ("rel_part", {"rel": "last", "part": "night"}),
        ("part_beside", {"beside": "before", "part": "night"}),
        ("part_of_ordinal", {"day": "9", "part": "night"}),
    ],
)
def test_without_a_publication_day_no_day_is_named(form: str, parts: dict[str, str]) -> None:
    """The value keeps what the phrase says, and has X for the rest."""
    reading = READERS[form](parts, Scene(None))
    assert reading.days is None
    assert reading.value.startswith("XXXX-")


def test_the_night_before_is_that_of_the_day_spoken_of() -> None:
    """Not of the day of publication."""
    _, night = dates.resolve("He was held on Tuesday. It burned the night before.", FRIDAY)
    assert str(night.first) == "2022-12-12"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A guard was shot on 13 December. The previous Friday he had been calm.", "2022-12-09"),
        ("A guard was shot on 13 December. He had been calm the Sunday before.", "2022-12-11"),
        ("A guard was shot on 6 December. The following Friday he died.", "2022-12-09"),
        ("A guard was shot on 6 December. Last Friday he died.", "2022-12-09"),
    ],
)
def test_the_previous_weekday_is_that_of_the_day_spoken_of(text: str, value: str) -> None:
    """Only "last" and "next" count from the day of publication."""
    assert dates.resolve(text, FRIDAY)[1].value == value

from __future__ import annotations

from datetime import date

import pytest

from geo import dates

FRIDAY = date(2022, 12, 16)


def ends(text: str) -> set[tuple[str, str]]:
    """Return the first and last day of each phrase that has days."""
    return {(str(w.first), str(w.last)) for w in dates.resolve(text, FRIDAY) if w.first}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Wells were poisoned between Saturday and Monday.", "2022-12-10", "2022-12-12"),
        ("From Saturday to Monday wells were poisoned.", "2022-12-10", "2022-12-12"),
        ("Wells were poisoned Saturday through Monday.", "2022-12-10", "2022-12-12"),
        ("They fought from Saturday until Monday.", "2022-12-10", "2022-12-12"),
        ("Wells were poisoned between 3 and 6 December.", "2022-12-03", "2022-12-06"),
        ("Wells were poisoned between December 3 and 6.", "2022-12-03", "2022-12-06"),
        ("It burned on the night of December 3-4.", "2022-12-03", "2022-12-04"),
        ("It burned between 28 November and 2 December.", "2022-11-28", "2022-12-02"),
        ("Mills burned on Saturday night and Sunday morning.", "2022-12-10", "2022-12-11"),
        ("Mills burned on Saturday, Sunday and Monday.", "2022-12-10", "2022-12-12"),
        ("A mill burned on Saturday or Sunday.", "2022-12-10", "2022-12-11"),
        ("Mills burned between May and July.", "2022-05-01", "2022-07-31"),
        ("Mills burned from Saturday 10 to Monday 12 December.", "2022-12-10", "2022-12-12"),
        ("It burned overnight between Saturday and Sunday.", "2022-12-10", "2022-12-11"),
    ],
)
def test_days_named_together_are_one_stretch(text: str, first: str, last: str) -> None:
    """Whichever of them is asked, the deed was on any day from the first to the last."""
    assert ends(text) == {(first, last)}


@pytest.mark.parametrize(
    "text",
    [
        "A mill burned on Saturday and four on the other side on Monday.",
        "A mill burned on Saturday, and Monday's vote was put off.",
        "A mill burned in May and July.",
        "A mill burned on Monday. Saturday was calm.",
        "It burned on Saturday, Monday was calm.",
    ],
)
def test_other_days_stand_alone(text: str) -> None:
    """What another clause tells is another day."""
    assert len(ends(text)) == 2


@pytest.mark.parametrize(
    ("text", "first", "last", "value"),
    [
        ("It burned 48 hours ago.", "2022-12-14", "2022-12-14", "2022-12-14"),
        ("It burned 36 hours ago.", "2022-12-14", "2022-12-15", "2022-12-14"),
        ("It burned two hours ago.", "2022-12-16", "2022-12-16", "2022-12-16"),
        ("It burned in the past 72 hours.", "2022-12-13", "2022-12-16", "PT72H"),
        ("It burned the week before last.", "2022-11-28", "2022-12-04", "2022-W48"),
        ("It burned the weekend before last.", "2022-12-03", "2022-12-04", "2022-W48-WE"),
        ("It burned this past weekend.", "2022-12-10", "2022-12-11", "2022-W49-WE"),
        ("It will open this weekend.", "2022-12-17", "2022-12-18", "2022-W50-WE"),
        ("It burned two Sundays ago.", "2022-12-04", "2022-12-04", "2022-12-04"),
        ("It burned a week last Tuesday.", "2022-12-06", "2022-12-06", "2022-12-06"),
        ("it burned on tuesday night", "2022-12-13", "2022-12-13", "2022-12-13TNI"),
        ("it burned on 4 november", "2022-11-04", "2022-11-04", "2022-11-04"),
    ],
)
def test_counted_hours_and_weeks(text: str, first: str, last: str, value: str) -> None:
    """Hours make days, "before last" is one further back, and small letters are time as well."""
    [when] = dates.resolve(text, FRIDAY)
    assert (str(when.first), str(when.last), when.value) == (first, last, value)


def test_this_weekend_is_over_early_in_the_week() -> None:
    """What has happened "this weekend" did so on the one before; from Thursday on it is ahead."""
    said = "Two mills burned this weekend."
    for published, saturday in ((date(2022, 12, 13), "2022-12-10"), (FRIDAY, "2022-12-17")):
        [when] = dates.resolve(said, published)
        assert str(when.first) == saturday

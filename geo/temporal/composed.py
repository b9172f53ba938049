"""Days that two names give together: "Tuesday last week", "the first Monday of May".

One name is counted from the other, so neither may be read alone: the Tuesday of last week is not
the last Tuesday.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from geo.language.almanac import WEEKDAYS, day, days_of_week, number
from geo.temporal import holidays
from geo.temporal.reckoning import (
    NO_DAY,
    STEPS,
    Parts,
    Reader,
    Reading,
    Scene,
    counted_from,
    last_or_coming,
    month_day,
    named_month,
    on_day,
    relation,
    unresolved,
)

__all__ = ["READERS"]

WEEK = timedelta(days=7)
LARGEST = 1000
"""Units: nobody names a day by more."""
_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}


def _weekday_of_week(parts: Parts, scene: Scene) -> Reading:
    """Read "Tuesday last week", "on Friday of next week"."""
    index = WEEKDAYS[parts["weekday"]]
    if scene.anchor is None:
        return unresolved(f"XXXX-WXX-{index + 1}", scene)
    monday = days_of_week(scene.anchor)[0] + STEPS.get(relation(parts), 0) * WEEK
    found = monday + timedelta(days=index)
    return on_day(found, counted_from(scene, "in a week counted from"), parts.get("part"))


def _weekday_back(parts: Parts, scene: Scene) -> Reading:
    """Read "the Tuesday before last", "two weeks ago on Sunday", "a week last Tuesday"."""
    index = WEEKDAYS[parts["weekday"]]
    if scene.anchor is None:
        return unresolved(f"XXXX-WXX-{index + 1}", scene)
    weeks = _whole(parts)
    if weeks is None:
        return Reading("PAST_REF", how="an uncounted time from then")
    last = scene.anchor - timedelta(days=(scene.anchor.weekday() - index) % 7)
    how = counted_from(scene, f"{weeks} weeks before the last on or before")
    return on_day(last - weeks * WEEK, how, parts.get("part"))


def _weekdays_back(parts: Parts, scene: Scene) -> Reading:
    """Read "two Sundays ago": the last one is the first of them."""
    weeks = _whole(parts)
    if scene.anchor is None or weeks is None:
        return _weekday_back(parts, scene)
    index = WEEKDAYS[parts["weekday"]]
    last = scene.anchor - timedelta(days=(scene.anchor.weekday() - index) % 7 or 7)
    how = counted_from(scene, f"the {weeks} before")
    return on_day(last - (weeks - 1) * WEEK, how)


def _same_day(parts: Parts, scene: Scene) -> Reading:
    """Read "a year ago today"."""
    count, anchor = _whole(parts), scene.anchor
    if anchor is None or count is None:
        return unresolved("XXXX-XX-XX", scene)
    step = {"yesterday": -1, "tomorrow": 1}.get(parts["deictic"], 0)
    named = anchor + timedelta(days=step)
    found = day(named.year - count, named.month, named.day)
    if found is None:
        return Reading("XXXX-XX-XX", how=NO_DAY)
    return on_day(found, counted_from(scene, "the same day of the year as"))


def _day_of_month(parts: Parts, scene: Scene) -> Reading:
    """Read "the first Monday of May", "the last day of October"."""
    month = named_month(parts, scene)
    if month.days is None:
        return month
    first, last = month.days
    known = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    if "weekday" in parts:
        known = [one for one in known if one.weekday() == WEEKDAYS[parts["weekday"]]]
    at = -1 if parts["nth"] in {"last", "final"} else _NTH[parts["nth"]]
    if at >= len(known):
        return Reading("XXXX-XX-XX", how=NO_DAY)
    return on_day(known[at], month.how, parts.get("part"))


def _day_beside(parts: Parts, scene: Scene) -> Reading:
    """Read "two days before Christmas", "the day after 5 November"."""
    base = _base(parts, scene)
    count = _whole(parts)
    if base is None or count is None:
        return unresolved("XXXX-XX-XX", scene)
    side = -1 if parts["side"] == "before" else 1
    return on_day(base + timedelta(days=side * count), f"counted from {base}, named there")


def _whole(parts: Parts) -> int | None:
    """Return how many units are counted, one if none are told; a half of one names no day."""
    told = parts.get("count", "one")
    count = number(told) if not told.isdecimal() else float(told)
    if count is None or not count.is_integer() or not 0 < count <= LARGEST:
        return None
    return int(count)


def _base(parts: Parts, scene: Scene) -> date | None:
    """Return the day that others are counted from, where it has a year or one can be told."""
    if "whose" in parts:
        return None
    if "holiday" not in parts:
        days = month_day(parts, scene).days
        return days[0] if days is not None else None
    name, anchor = parts["holiday"], scene.anchor
    if "year" in parts:
        return holidays.day_of(name, int(parts["year"]))
    if anchor is None:
        return None
    years = range(anchor.year - 2, anchor.year + 3)
    return last_or_coming([d for year in years if (d := holidays.day_of(name, year))], scene)[0]


READERS: Mapping[str, Reader] = {
    "day_beside_day_month": _day_beside,
    "day_beside_holiday": _day_beside,
    "day_beside_month_day": _day_beside,
    "day_of_month": _day_of_month,
    "same_day_ago": _same_day,
    "week_last_weekday": _weekday_back,
    "week_weekday": _weekday_of_week,
    "weekday_ago": _weekday_back,
    "weekday_before_last": _weekday_back,
    "weekday_of_month": _day_of_month,
    "weekday_of_week": _weekday_of_week,
    "weekdays_ago": _weekdays_back,
}

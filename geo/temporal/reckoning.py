"""Reckoning: which days a temporal phrase means, seen from the day the article was published.

Each form of ``timex`` has one function: those of dates and months are here, those of weekdays and
"yesterday" in ``geo.temporal.daynames``, of years and stretches in ``geo.temporal.years`` and
``geo.temporal.durations``. It returns a ``Reading``: the TIMEX3 type and value, the interval of
days, its precision, and in words what it was reckoned from. Without an anchor a relative phrase
keeps its value with X in place of what is unknown, and has no days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geo.language.almanac import (
    DAY_PARTS,
    MONTHS,
    WEEKDAYS,
    Days,
    add_months,
    day,
    days_of_month,
    number,
)
from geo.temporal.narrative import Told, year_name, year_near

__all__ = [
    "BEFORE_CHRIST",
    "COMING",
    "NO_DAY",
    "READERS",
    "STEPS",
    "Parts",
    "Reader",
    "Reading",
    "Scene",
    "century_of",
    "clipped",
    "clock_value",
    "counted_from",
    "dated_year",
    "is_ahead",
    "last_or_coming",
    "month_day",
    "month_of",
    "named_month",
    "on_day",
    "relation",
    "told_or_anchor",
    "unresolved",
    "whole_month",
    "year_of",
]

NO_DAY = "no day of the calendar"
FAR_PAST_DAYS = 300  # a year-less day that far back ...
OF_LATE_DAYS = 21  # a day in digits that may be read in two ways was of so late
NEAR_FUTURE_DAYS = 60  # ... is the coming one, when that is so near
BEFORE_CHRIST = "before the calendar begins"
COMING = "the first on or after"
_BACK, _ON = ("last", "previous", "past"), ("next", "following", "coming", "subsequent")
STEPS = {**dict.fromkeys(_BACK, -1), **dict.fromkeys(_ON, 1)}
_POINTING = frozenset({"that", "same", "following", "previous", "subsequent", "this same"})
CENTURY_PIVOT = 30  # two digits above it are 19xx, when no anchor says better


@dataclass(frozen=True, slots=True)
class Scene:
    """What a phrase is reckoned from.

    ``anchor`` is the publication day, ``anchor_name`` what to call it; ``focus`` the day last
    spoken of; ``tense`` is what ``geo.temporal.tense`` says of the sentence.
    ``told`` is the calendar time last spoken of, however coarse; in a ``history`` it, and not
    the anchor, gives a month its year; ``month_first`` is the order of its days in digits, where
    other days tell it. ``quarter`` is the one whose accounts a sentence compares.
    """

    anchor: date | None
    anchor_name: str = "the publication day"
    focus: date | None = None
    tense: str = ""
    told: Told | None = None
    quarter: tuple[int, int] | None = None
    history: bool = False
    month_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means: a TIMEX3 type and value, days, precision, and what they rest on."""

    value: str
    days: Days | None = None
    precision: str = "unknown"
    how: str = ""
    type: str = "DATE"


Parts = Mapping[str, str]
Reader = Callable[[Parts, Scene], Reading]


def on_day(found: date, how: str, part: str | None = None) -> Reading:
    """One day, or a part of it."""
    if part is None:
        return Reading(found.isoformat(), (found, found), "day", how)
    clock = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}.get(part)
    value = found.isoformat() + (clock or f"T{DAY_PARTS[part]}")
    return Reading(value, (found, found), "day", how, "TIME")


def unresolved(value: str, scene: Scene, type_: str = "DATE") -> Reading:
    """Keep a relative phrase without days, and say what it lacks."""
    missing = "no day it counts from is named" if scene.anchor else "no publication day is known"
    return Reading(value, how=missing, type=type_)


def counted_from(scene: Scene, relation: str) -> str:
    """Say in words what a day was reckoned from."""
    return f"{relation} {scene.anchor_name} {scene.anchor}"


def clipped(days: Days, mod: str | None, *, year: bool = False) -> Days:
    """Narrow a month or year to its early, middle or late third, or to an edge."""
    first, last = days
    if not mod:
        return days
    if year:
        cuts = (date(first.year, 5, 1), date(first.year, 9, 1))
    else:
        cuts = (first.replace(day=11), first.replace(day=21))
    if mod == "early" or "start" in mod or "beginning" in mod:
        return first, cuts[0] - timedelta(days=1)
    if mod == "mid" or "middle" in mod:
        return cuts[0], cuts[1] - timedelta(days=1)
    if mod == "late" or "end" in mod:
        return cuts[1], last
    return days


def relation(parts: Parts) -> str:
    """Return ``last``, ``next``, ``this`` or the like, without its article."""
    return " ".join(parts.get("rel", "").split()).removeprefix("the ")


def clock_value(parts: Parts) -> str:
    """Write a time of day as TIMEX3 does: ``T22:00``, or nothing."""
    if told := parts.get("oclock"):
        hour = round(number(told) or 0)
        return f"T{hour:02d}:00"
    if named := parts.get("named"):
        return "T24:00" if named == "midnight" else "T12:00"
    if "hour24" in parts:
        return f"T{int(parts['hour24']):02d}:{parts['minute24']}"
    if "hour" not in parts:
        return ""
    hour = int(parts["hour"]) % 12 + (12 if parts["half"] == "p" else 0)
    return f"T{hour:02d}:{parts.get('minute', '00')}"


# Days of the calendar


def year_of(parts: Parts, scene: Scene) -> int | None:
    """Return the year that a phrase names; before Christ it is negative."""
    if "bc" in parts:
        return -int(parts["bc"])
    if "spelled" in parts:
        hundred = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[parts["hundred"]]
        return hundred + round(number(re.sub(r"^oh?[\s-]", "", parts["spelled"])) or 0)
    if "year" in parts and parts["year"].isdecimal() and len(parts["year"]) == 4:
        return int(parts["year"])
    short = parts.get("yy") or parts.get("filed") or parts.get("year")
    if short is None:
        return None
    return century_of(int(short), scene) + int(short)


def century_of(short: int, scene: Scene) -> int:
    """Return the century of a year of two digits: the anchor's, unless that lies far ahead."""
    if scene.anchor is None:
        return 1900 if short > CENTURY_PIVOT else 2000
    century = scene.anchor.year // 100 * 100
    return century if century + short <= scene.anchor.year + 10 else century - 100


def month_of(parts: Parts) -> int:
    """Return the number of the month that was named."""
    return MONTHS[parts["month"].rstrip(".")]


def dated_year(parts: Parts, scene: Scene, month: int) -> tuple[int | None, str]:
    """Return the year a phrase names, or the one a history has reached, and how it is known."""
    year = year_of(parts, scene)
    if year is not None:
        return year, "the date as written"
    if scene.history and scene.told is not None:
        return year_near(scene.told, month), f"in the order of a history, after {_said(scene.told)}"
    return None, ""


def _said(told: Told) -> str:
    rest = [f"{part:02d}" for part in (told.month, told.day) if part is not None]
    return "-".join([year_name(told.year), *rest])


def month_day(parts: Parts, scene: Scene) -> Reading:
    """Read a day and month, with its year or the one that the anchor makes likely."""
    month, number_of_day = month_of(parts), int(parts["day"])
    year, how = dated_year(parts, scene, month)
    clock = clock_value(parts)
    if year is not None and year < 1:
        return Reading(f"{year_name(year)}-{month:02d}-{number_of_day:02d}", how=BEFORE_CHRIST)
    if year is not None:
        found = day(year, month, number_of_day)
    elif scene.anchor is None:
        value = f"XXXX-{month:02d}-{number_of_day:02d}"
        return unresolved(value + clock, scene, "TIME" if clock else "DATE")
    else:
        found, how = _nearest_day(month, number_of_day, parts.get("dayname"), scene)
    if found is None:
        known = "XXXX" if year is None else f"{year:04d}"
        return Reading(f"{known}-{month:02d}-XX", how=NO_DAY)
    if clock:
        return replace(on_day(found, how), value=found.isoformat() + clock, type="TIME")
    return on_day(found, how, parts.get("part"))


def _nearest_day(
    month: int, number_of_day: int, dayname: str | None, scene: Scene
) -> tuple[date | None, str]:
    """Choose the year of a day and month: the last one, or the coming one if that is meant."""
    anchor = scene.anchor
    assert anchor is not None
    # eight years hold a 29 February, whatever century they cross
    years = range(anchor.year - 8, anchor.year + 9)
    known = [found for year in years if (found := day(year, month, number_of_day))]
    if dayname is not None:
        known = [found for found in known if found.weekday() == WEEKDAYS[dayname.rstrip(".")]]
        nearest = min(known, key=lambda found: abs(found - anchor), default=None)
        return nearest, counted_from(scene, "the one of that weekday nearest to")
    return last_or_coming(known, scene)


def last_or_coming(
    known: Sequence[date], scene: Scene, said: str | None = None
) -> tuple[date | None, str]:
    """Choose the last of these days, or the coming one if the sentence looks ahead.

    A day far behind is the coming one and a day far ahead the last, where that is near; unless
    the phrase itself ``said`` which one.
    """
    anchor = scene.anchor
    assert anchor is not None
    past = max((found for found in known if found <= anchor), default=None)
    coming = min((found for found in known if found >= anchor), default=None)
    if past is None or coming is None:
        return None, ""
    behind, ahead = (anchor - past).days, (coming - anchor).days
    far = behind > FAR_PAST_DAYS and ahead < NEAR_FUTURE_DAYS
    near = ahead > FAR_PAST_DAYS and behind < NEAR_FUTURE_DAYS
    far, near = (far and said is None), (near and said is None)
    if (is_ahead(scene, ahead, behind) and not near) or far:
        return coming, counted_from(scene, COMING)
    return past, counted_from(scene, "the last on or before")


def is_ahead(scene: Scene, ahead: int, behind: int) -> bool:
    """Tell whether the coming one is meant of two: by the tense, or the nearer if it may be either.

    Examples
    --------
    >>> is_ahead(Scene(None, tense="open"), 2, 5), is_ahead(Scene(None, tense="past"), 2, 5)
    (True, False)
    """
    return scene.tense == "future" or (scene.tense == "open" and ahead < behind)


def _month_year(parts: Parts, scene: Scene) -> Reading:
    year = year_of(parts, scene)
    assert year is not None
    return whole_month(year, month_of(parts), parts.get("mod"), "the date as written")


def whole_month(year: int, month: int, mod: str | None, how: str) -> Reading:
    """Read a month, or its early, middle or late third."""
    if year < 1:
        return Reading(f"{year_name(year)}-{month:02d}", how=BEFORE_CHRIST)
    days = clipped(days_of_month(year, month), mod)
    precision = "month" if days == days_of_month(year, month) else "range"
    return Reading(f"{year:04d}-{month:02d}", days, precision, how)


def named_month(parts: Parts, scene: Scene) -> Reading:
    """Read a month by its name: the year is the one that tense and anchor make likely."""
    month, anchor = month_of(parts), scene.anchor
    year, how = dated_year(parts, scene, month)
    if year is not None:
        return whole_month(year, month, parts.get("mod"), how)
    if anchor is None:
        return unresolved(f"XXXX-{month:02d}", scene)
    rel = relation(parts)
    ahead = (month - anchor.month) % 12
    looks_ahead = is_ahead(scene, ahead, (12 - ahead) % 12)
    if rel in {"next", "coming"} or (looks_ahead and rel != "last"):
        year = anchor.year + (month < anchor.month or (month == anchor.month and rel == "next"))
        return whole_month(year, month, parts.get("mod"), counted_from(scene, COMING))
    if rel == "this":
        return whole_month(
            anchor.year, month, parts.get("mod"), counted_from(scene, "in the year of")
        )
    back = (12 - ahead) % 12 or (12 if rel in {"last", "past", "previous"} else 0)
    year, _ = add_months(anchor.year, anchor.month, -back)
    return whole_month(year, month, parts.get("mod"), counted_from(scene, "the last on or before"))


def _that_month(parts: Parts, scene: Scene) -> Reading:
    """Read "that November": the one that follows the time last told of."""
    if scene.told is None:
        return named_month(parts, scene)
    month, told = month_of(parts), scene.told
    later = told.month is None or month >= told.month
    year = told.year if later else year_near(told, month)
    return whole_month(year, month, None, f"after {_said(told)}")


def _month_rel_year(parts: Parts, scene: Scene) -> Reading:
    rel, month = relation(parts), month_of(parts)
    step = STEPS.get(rel, 0)
    base, how = told_or_anchor(scene, rel)
    if base is None:
        return unresolved(f"XXXX-{month:02d}", scene)
    if "day" in parts:
        return month_day({**parts, "year": f"{base.year + step:04d}"}, scene)
    return whole_month(base.year + step, month, parts.get("mod"), how)


def told_or_anchor(scene: Scene, rel: str) -> tuple[Told | None, str]:
    """Return what a phrase points from: "that year" from the one told, "last year" from now."""
    back = rel.removesuffix(" same") in _POINTING or rel == "same"
    if (back or scene.history) and scene.told is not None:
        return scene.told, f"counted from {_said(scene.told)}, the time spoken of"
    if back or scene.anchor is None:
        return None, ""
    anchor = scene.anchor
    return Told(anchor.year, anchor.month, anchor.day), counted_from(scene, "counted from")


def _iso(parts: Parts, scene: Scene) -> Reading:
    del scene
    found = day(int(parts["year"]), int(parts["number"]), int(parts["day"]))
    if found is None:
        return Reading("XXXX-XX-XX", how=NO_DAY)
    return on_day(found, "the date as written")


def _numeric(parts: Parts, scene: Scene) -> Reading:
    year, one, two = year_of(parts, scene), int(parts["one"]), int(parts["two"])
    assert year is not None
    readings = {day(year, one, two), day(year, two, one)} - {None}
    if parts["sign"] == ".":  # written by those who put the day first, as in "05.02."
        readings = {day(year, two, one)} - {None}
    if len(readings) == 1:
        found = readings.pop()
        assert found is not None
        return on_day(found, "the date as written")
    if readings and scene.month_first is not None:
        month, at = (one, two) if scene.month_first else (two, one)
        found = day(year, month, at)
        assert found is not None, "both orders give a day"
        return on_day(found, "the date as written, in the order of the other days of the text")
    late = [d for d in readings if d is not None and _is_of_late(d, scene)]
    if len(late) == 1:
        return on_day(late[0], counted_from(scene, "of two orders the one shortly before"))
    return Reading("XXXX-XX-XX", how="day and month could stand in either order")


def _is_of_late(found: date, scene: Scene) -> bool:
    anchor = scene.anchor
    return anchor is not None and 0 <= (anchor - found).days <= OF_LATE_DAYS


def _dotted(parts: Parts, scene: Scene) -> Reading:
    """Read "05.02": the day stands first, as everywhere where a stop is written."""
    number_of_day, month = int(parts["one"]), int(parts["two"])
    if scene.anchor is None:
        return unresolved(f"XXXX-{month:02d}-{number_of_day:02d}", scene)
    found, how = _nearest_day(month, number_of_day, None, scene)
    if found is None:
        return Reading(f"XXXX-{month:02d}-XX", how=NO_DAY)
    return on_day(found, how)


def _slashed(parts: Parts, scene: Scene) -> Reading:
    """Read "23/06" or "06/23": the order that gives a day, or the one that was of late."""
    one, two = int(parts["one"]), int(parts["two"])
    anchor = scene.anchor
    orders = {(month, at) for month, at in ((two, one), (one, two)) if day(2000, month, at)}
    if not orders or anchor is None:
        how = NO_DAY if not orders else "no publication day is known"
        return Reading("XXXX-XX-XX", how=how)
    found = [_nearest_day(month, at, None, scene) for month, at in orders]
    known = [(d, how) for d, how in found if d is not None]
    if len(known) > 1:
        known = [(d, how) for d, how in known if _is_of_late(d, scene)]
    if len(known) != 1:
        return Reading("XXXX-XX-XX", how="day and month could stand in either order")
    return on_day(*known[0])


READERS: Mapping[str, Reader] = {
    "day_month": month_day,
    "dotted": _dotted,
    "first_day": month_day,
    "iso": _iso,
    "month": named_month,
    "month_day": month_day,
    "month_rel_year": _month_rel_year,
    "month_year": _month_year,
    "numeric": _numeric,
    "part_of_day": month_day,
    "part_of_month": month_day,
    "rel_month": named_month,
    "slashed": _slashed,
    "that_month": _that_month,
}

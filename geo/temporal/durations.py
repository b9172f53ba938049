"""Counted time: weeks and years from here, durations, repetitions, clock times and references.

The second half of reckoning: ``reckoning`` reads the phrases that stand on a calendar, this module
those that count units ("last week", "two years ago", "for 78 days", "every day").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from geo.language.almanac import (
    DAY_PARTS,
    UNITS,
    WEEKDAYS,
    add_months,
    days_of_month,
    days_of_week,
    days_of_years,
    iso_week,
    number,
)
from geo.temporal.daynames import deictic
from geo.temporal.narrative import Told
from geo.temporal.reckoning import (
    STEPS,
    Parts,
    Reader,
    Reading,
    Scene,
    clock_value,
    counted_from,
    month_day,
    month_of,
    named_month,
    on_day,
    relation,
    told_or_anchor,
    unresolved,
    whole_month,
)
from geo.temporal.years import whole_quarter, whole_year

__all__ = ["READERS"]

_COARSE = frozenset({"month", "quarter", "year", "decade", "century"})
_POINTING = frozenset({"that", "same", "following", "previous", "subsequent"})
SATURDAY = 5
_WEEKS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
"""Weeks of a month by their ordinals; the last one ends with the month."""
HOURS_OF_DAY = 24
LARGEST_COUNT = 100_000  # units; nothing further off is a date


def _rel_unit(parts: Parts, scene: Scene) -> Reading:
    rel, unit = relation(parts), parts["unit"]
    if rel in {"past", "coming"} and unit != "weekend":
        return _stretch({**parts, "count": "a"}, scene)
    if unit == "weekend" and scene.anchor is not None and _is_just_over(rel, scene.anchor, scene):
        return _weekend(scene.anchor, -1, counted_from(scene, "counted from"))
    step = STEPS.get(rel, 0)
    if unit in _COARSE and (_points(rel) or scene.history):
        told, how = told_or_anchor(scene, rel)
        return _coarse(unit, told, step, parts.get("mod"), how, scene)
    if _points(rel) or scene.history or (rel, unit) == ("next", "day"):
        return _unit_from(scene.focus, rel, parts, f"{scene.focus}, the day spoken of", scene)
    return _unit_from(scene.anchor, rel, parts, f"{scene.anchor_name} {scene.anchor}", scene)


def _is_just_over(rel: str, anchor: date, scene: Scene) -> bool:
    """Tell whether a weekend was before the anchor: "this past weekend", "met this weekend"."""
    if scene.history or anchor.weekday() > SATURDAY:
        return False
    return rel in {"past", "this past"} or (
        rel == "this" and scene.tense == "past" and anchor.weekday() < SATURDAY
    )


def _points(rel: str) -> bool:
    """Tell whether a word points at a time told before, and not at the reader's own."""
    return rel in _POINTING or rel.endswith(" same")


def _coarse(
    unit: str, told: Told | None, step: int, mod: str | None, how: str, scene: Scene
) -> Reading:
    """Read a month, quarter, year, decade or century from the time told, also before Christ."""
    blanks = {"month": "XXXX-XX", "quarter": "XXXX-QX"}
    if told is None or (unit in blanks and told.month is None):
        return unresolved(blanks.get(unit, "XXXX"), scene)
    if unit in {"decade", "century"} and told.year < 1:
        size = 10 if unit == "decade" else 100
        return Reading(f"BC{-told.year // size - step:0{3 if size == 10 else 2}d}", how=how)
    if told.year < 1 or not told.date:
        year, month = add_months(told.year, told.month or 1, step if unit == "month" else 0)
        if unit == "month":
            return whole_month(year, month, mod, how)
        return whole_year(year + (step if unit == "year" else 0), mod, how)
    return _whole_unit(unit, told.date, step, mod, how)


def _mod_unit(parts: Parts, scene: Scene) -> Reading:
    """Read "the end of the month", "later in the year", "by year's end": of the time told of."""
    unit, mod = parts["unit"], parts.get("mod") or parts.get("edge") or "end"
    if unit in _COARSE:
        near = scene.told if scene.told is not None else None
        if not scene.history and scene.anchor is not None:
            near = Told(scene.anchor.year, scene.anchor.month, scene.anchor.day)
        how = "in the time spoken of" if scene.history else counted_from(scene, "in that of")
        return _coarse(unit, near, 0, mod, how, scene)
    base = scene.focus or scene.anchor
    return _unit_from(base, "the", {**parts, "mod": mod}, f"{base}, the day spoken of", scene)


def _day_beside(parts: Parts, scene: Scene) -> Reading:
    if scene.focus is None:
        return unresolved("XXXX-XX-XX", scene)
    side = "before" if parts["beside"] in {"before", "earlier"} else "after"
    found = scene.focus + timedelta(days=-1 if side == "before" else 1)
    return on_day(found, f"the day {side} {scene.focus}, the day spoken of")


def _unit_from(base: date | None, rel: str, parts: Parts, name: str, scene: Scene) -> Reading:
    unit, mod = parts["unit"], parts.get("mod")
    if base is None:
        blanks = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
        return unresolved(blanks.get(unit, "XXXX"), scene)
    reading = _whole_unit(unit, base, STEPS.get(rel, 0), mod, f"counted from {name}")
    if reading.days is None:
        return reading
    first, last = reading.days
    if unit == "week" and rel == "last" and base.weekday() >= 5:
        # at a weekend people call the week that is ending the last one, too
        return replace(reading, days=(first, base), precision="range")
    if rel == "this" and base == scene.anchor and _is_over(mod, scene) and first <= base <= last:
        return replace(reading, days=(first, base), precision=reading.precision)
    return reading


def _is_over(mod: str | None, scene: Scene) -> bool:
    return mod == "earlier" or (mod is None and scene.tense == "past")


def _whole_unit(unit: str, base: date, step: int, mod: str | None, how: str) -> Reading:
    if unit in {"day", "night"}:
        return on_day(base + timedelta(days=step), how, "night" if unit == "night" else None)
    if unit == "week":
        days = days_of_week(base + timedelta(weeks=step))
        return Reading(iso_week(days[0]), days, "week", how)
    if unit == "weekend":
        return _weekend(base, step, how)
    if unit == "month":
        return whole_month(*add_months(base.year, base.month, step), mod, how)
    if unit == "quarter":
        year, month = add_months(base.year, base.month, 3 * step)
        return whole_quarter(year, (month + 2) // 3, how)
    if unit == "year":
        return whole_year(base.year + step, mod, how)
    if unit in {"decade", "century"}:
        size = 10 if unit == "decade" else 100
        first = (base.year // size + step) * size
        return Reading(str(first // size), days_of_years(first, first + size - 1), "range", how)
    return Reading("PRESENT_REF", how=how)


def _weekend(base: date, step: int, how: str) -> Reading:
    """Find the Saturday and Sunday meant: the last weekend is over, the next one has not begun."""
    saturday = base + timedelta(days=5 - base.weekday())
    if step < 0:
        saturday -= timedelta(days=7)
    elif step > 0 and base.weekday() >= 5:
        saturday += timedelta(days=7)
    days = (saturday, saturday + timedelta(days=1))
    return Reading(f"{iso_week(saturday)}-WE", days, "range", how)


def _bare_weekend(parts: Parts, scene: Scene) -> Reading:
    del parts
    if scene.anchor is None:
        return unresolved("XXXX-WXX-WE", scene)
    back = scene.tense != "future" and scene.anchor.weekday() < 5
    return _weekend(scene.anchor, -1 if back else 0, counted_from(scene, "counted from"))


def _week_of(parts: Parts, scene: Scene) -> Reading:
    reading = month_day(parts, scene)
    if reading.days is None:
        return replace(reading, value="XXXX-WXX")
    monday, sunday = days_of_week(reading.days[0])
    return Reading(iso_week(monday), (monday, sunday), "week", reading.how)


def _week_of_month(parts: Parts, scene: Scene) -> Reading:
    """Read "the last week of April", "the first weekend of May": days of that month."""
    reading = named_month(parts, scene)
    if reading.days is None:
        return reading
    first, last = reading.days
    number_of = _WEEKS.get(parts["nth"])
    week = timedelta(days=6)
    start = last - week if number_of is None else first + timedelta(weeks=number_of)
    end = min(start + week, last)
    if parts["unit"] == "weekend":
        start += timedelta(days=(SATURDAY - start.weekday()) % 7)
        end = start + timedelta(days=1)
    return replace(reading, days=(start, end), precision="range")


# Counts of units


def _unit_of(parts: Parts) -> str:
    return "century" if parts["unit"] == "centurie" else parts["unit"]


def _period(parts: Parts) -> str:
    """Write a duration as TIMEX3 does: P78D, PT2H, P2Y6M, PXM."""
    unit = _unit_of(parts)
    letter, size = UNITS[unit]
    time = "T" if unit in {"second", "minute", "hour"} else ""
    count = number(parts["count"]) if "count" in parts else None
    if count is None:
        long = {"decade": "DE", "century": "CE"}.get(unit)
        return f"PX{long}" if long else f"P{time}X{letter}"
    whole, rest = divmod(count * size, 1)
    smaller = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S")}.get(letter) if rest else None
    if smaller and (letter != "M" or time) and (rest * smaller[0]).is_integer():
        head = f"{int(whole)}{letter}" if whole else ""
        minutes = "T" if letter == "H" or time else ""
        return f"P{minutes}{head}{int(rest * smaller[0])}{smaller[1]}"
    told = int(count * size) if not rest else count * size
    return f"P{time}{told}{letter}"


def _duration(parts: Parts, scene: Scene) -> Reading:
    del scene
    if "long" in parts and "plural" not in parts:  # a day-long march, a months-long siege
        parts = {**parts, "count": "one"}
    return Reading(_period(parts), how="a duration without a date", type="DURATION")


def _shifted(base: date, unit: str, count: int) -> date:
    letter, size = UNITS[unit]
    if unit in {"second", "minute", "hour"}:
        return base
    if letter == "D":
        return base + timedelta(days=count)
    if letter == "W":
        return base + timedelta(weeks=count * size)
    year, month = add_months(base.year, base.month, count * size * (12 if letter == "Y" else 1))
    return date(year, month, min(base.day, days_of_month(year, month)[1].day))


def _ago(parts: Parts, scene: Scene) -> Reading:
    direction = " ".join(parts["direction"].split())
    near = direction in {"ago", "from now", "hence"}
    back = direction in {"ago", "earlier", "previously", "before", "before that"}
    unit, count = _unit_of(parts), number(parts["count"])
    if count is None:
        return Reading("PAST_REF" if back else "FUTURE_REF", how="an uncounted time from then")
    if count > LARGEST_COUNT:
        return unresolved("XXXX-XX-XX", scene)
    if unit in {"decade", "century"}:
        unit, count = "year", count * UNITS[unit][1]
    steps = -round(count) if back else round(count)
    if back and count == 1 and unit == "year" and scene.quarter is not None:
        year, quarter = scene.quarter
        return whole_quarter(year - 1, quarter, "the quarter a year before the one spoken of")
    if not near and unit in _COARSE and scene.told is not None:
        how = "counted from the time spoken of"
        return _coarse(unit, scene.told, steps, None, how, scene)
    # "a year earlier" needs no day to start from: the year does
    year_back = scene.anchor if back and unit in {"year", "decade"} else None
    base = scene.anchor if near else scene.focus or year_back
    if base is None:
        if near:
            return unresolved("XXXX-XX-XX", scene)
        return Reading(_period(parts), how="no day it counts from is known", type="DURATION")
    found = _shifted(base, unit, steps)
    word = "back" if back else "on"
    how = counted_from(scene, f"counted {word} from") if near else f"counted {word} from {base}"
    return _as_fine_as(unit, found, how)


def _as_fine_as(unit: str, found: date, how: str) -> Reading:
    """Name the day, week, month or year, no finer than the unit that was counted."""
    finest = {"second": "day", "minute": "day", "hour": "day", "night": "day", "fortnight": "week"}
    coarse = {"quarter": "month", "decade": "year", "century": "year"}
    return _whole_unit((finest | coarse).get(unit, unit), found, 0, None, how)


def _stretch(parts: Parts, scene: Scene) -> Reading:
    """Read the last three days, the next two weeks: a duration with its place in time."""
    rel, unit, count = relation(parts), _unit_of(parts), number(parts["count"])
    reading = Reading(_period(parts), how="a duration without a date", type="DURATION")
    if scene.anchor is None or count is None or rel in {"first", "final"}:
        return reading
    if count > LARGEST_COUNT:
        return reading
    back = rel in {"last", "past", "previous"}
    if unit == "hour":  # the past 24 hours began the day before, the past two may not have
        unit, count = "day", count // HOURS_OF_DAY
    end = _shifted(scene.anchor, unit, -round(count) if back else round(count))
    days = (min(end, scene.anchor), max(end, scene.anchor))
    how = counted_from(scene, "up to" if back else "from")
    return replace(reading, days=days, precision="range", how=how)


def _vague(parts: Parts, scene: Scene) -> Reading:
    del scene
    how = "an uncounted time " + ("up to now" if relation(parts) == "recent" else "from now")
    return Reading(_period(parts), how=how, type="DURATION")


def _year_ended(parts: Parts, scene: Scene) -> Reading:
    if parts["unit"] == "quarter" and scene.quarter is not None:
        return whole_quarter(*scene.quarter, "the quarter spoken of")
    return _duration({"count": "one", **parts}, scene)


# Sets, clock times, references


def _period_spoken_of(parts: Parts, scene: Scene) -> Reading:
    """Read "the latest quarter", "the year-ago period": of the quarter that accounts speak of."""
    ago = parts["period"].startswith("year") or "rel" in parts
    if scene.quarter is None:
        if ago and scene.anchor is not None:
            return whole_year(scene.anchor.year - 1, None, counted_from(scene, "the year before"))
        return Reading("") if parts["period"] == "quarter" else unresolved("XXXX-QX", scene)
    year, quarter = scene.quarter
    return whole_quarter(year - ago, quarter, "the quarter spoken of")


def _each(parts: Parts, scene: Scene) -> Reading:
    del scene
    return Reading(_period({"count": "one", **parts}), how="again and again", type="SET")


def _each_weekday(parts: Parts, scene: Scene) -> Reading:
    del scene
    tail = f"T{DAY_PARTS[parts['part']]}" if parts.get("part") in DAY_PARTS else ""
    value = f"XXXX-WXX-{WEEKDAYS[parts['weekday']] + 1}{tail}"
    return Reading(value, how="again and again", type="SET")


def _each_month(parts: Parts, scene: Scene) -> Reading:
    del scene
    return Reading(f"XXXX-{month_of(parts):02d}", how="again and again", type="SET")


def _adverb(parts: Parts, scene: Scene) -> Reading:
    del scene
    values = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W"}
    values |= {"monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y"}
    return Reading(values[parts["adverb"]], how="again and again", type="SET")


def _clock(parts: Parts, scene: Scene) -> Reading:
    value = clock_value(parts)
    if "deictic" in parts:
        base = deictic({"deictic": parts["deictic"]}, scene)
        return replace(base, value=base.value + value, type="TIME")
    found = scene.focus or scene.anchor
    if found is None:
        return unresolved(f"XXXX-XX-XX{value}", scene, "TIME")
    how = f"on {found}, the day spoken of" if scene.focus else counted_from(scene, "on")
    return Reading(found.isoformat() + value, (found, found), "day", how, "TIME")


def _reference(value: str) -> Reader:
    return lambda _parts, _scene: Reading(value, how="a reference without a date")


READERS: Mapping[str, Reader] = {
    "ago": _ago,
    "adverb": _adverb,
    "bare": _duration,
    "clock": _clock,
    "duration": _duration,
    "the_duration": _duration,
    "at_night": lambda _parts, _scene: Reading("XXXX-XX-XXTNI", how="a time of day", type="TIME"),
    "current": _reference("PRESENT_REF"),
    "day_beside": _day_beside,
    "each": _each,
    "each_month": _each_month,
    "each_weekday": _each_weekday,
    "long": lambda parts, scene: _duration({"count": "one", **parts}, scene),
    "mod_unit": _mod_unit,
    "now": _reference("PRESENT_REF"),
    "once": _reference("PAST_REF"),
    "full_year": lambda parts, scene: _mod_unit({"edge": "full", **parts}, scene),
    "future": _reference("FUTURE_REF"),
    "period": _period_spoken_of,
    "rate": _each,
    "recent": _reference("PAST_REF"),
    "rel_unit": _rel_unit,
    "soon": _reference("FUTURE_REF"),
    "span": _stretch,
    "these": _reference("PRESENT_REF"),
    "the_period": _period_spoken_of,
    "times_a": lambda parts, scene: _each({**parts, "count": "one"}, scene),
    "unit_end": _mod_unit,
    "vague": _vague,
    "week_of": _week_of,
    "week_of_month": _week_of_month,
    "year_ago": _period_spoken_of,
    "year_ended": _year_ended,
    "weekdays": _each_weekday,
    "weekend": _bare_weekend,
}

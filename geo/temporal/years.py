"""Years and what they are made of: seasons, quarters, halves, decades, centuries, holidays.

The part of reckoning whose phrases are coarser than a month, or are days only once a year. Each
form of ``timex`` has one function here, as in ``reckoning``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from geo.language.almanac import (
    CENTURIES,
    ORDINALS,
    SEASONS,
    days_of_month,
    days_of_quarter,
    days_of_season,
    days_of_years,
    iso_week,
)
from geo.temporal import holidays
from geo.temporal.narrative import year_name
from geo.temporal.reckoning import (
    BEFORE_CHRIST,
    NO_DAY,
    STEPS,
    Parts,
    Reader,
    Reading,
    Scene,
    century_of,
    clipped,
    counted_from,
    dated_year,
    is_ahead,
    last_or_coming,
    on_day,
    relation,
    told_or_anchor,
    unresolved,
    year_of,
)
from geo.temporal.timeforms import DECADES

__all__ = ["READERS", "whole_quarter", "whole_year"]


def _year(parts: Parts, scene: Scene) -> Reading:
    year = year_of(parts, scene)
    assert year is not None
    return whole_year(year, parts.get("mod"), "the year as written")


def whole_year(year: int, mod: str | None, how: str) -> Reading:
    """Read a year, or its early, middle or late third."""
    days = days_of_years(year, year)
    if days is None:
        return Reading(year_name(year), how=BEFORE_CHRIST if year < 1 else how)
    part = clipped(days, mod, year=True)
    return Reading(year_name(year), part, "year" if part == days else "range", how)


def _decade(parts: Parts, scene: Scene) -> Reading:
    if "bc" in parts:
        return Reading(f"BC{int(parts['bc']) // 10:03d}", how=BEFORE_CHRIST)
    if "decade" in parts:
        decade = int(parts["decade"])
    else:
        tens = int(parts.get("tens") or DECADES[parts["decade_word"]])
        decade = (century_of(tens * 10, scene) + tens * 10) // 10
    first = decade * 10
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(parts.get("mod", ""), (0, 9))
    return Reading(str(decade), days_of_years(first + low, first + high), "range", "as written")


def _century_form(parts: Parts, scene: Scene) -> Reading:
    del scene
    nth = int(parts["nth"]) if "nth" in parts else CENTURIES[parts["century"]]
    first = (nth - 1) * 100
    if "era" in parts:
        return Reading(f"BC{nth - 1:02d}", how=BEFORE_CHRIST)
    days = days_of_years(max(first, 2), first + 99)
    return Reading(f"{first // 100:02d}", days, "range", "as written")


def _half(parts: Parts, scene: Scene) -> Reading:
    """Read the first or second half of a year."""
    rel = relation(parts)
    base, how = told_or_anchor(scene, "this" if rel == "the" else rel)
    year = year_of(parts, scene) or (base.year + STEPS.get(rel, 0) if base else None)
    half = 1 if parts["nth"] == "first" else 2
    if year is None:
        return unresolved(f"XXXX-H{half}", scene)
    days = (date(year, 6 * half - 5, 1), days_of_month(year, 6 * half)[1])
    return Reading(f"{year:04d}-H{half}", days, "range", how if rel else "as written")


def _season(parts: Parts, scene: Scene) -> Reading:
    season, rel = parts["season"], relation(parts)
    code, month = SEASONS[season]
    year, how = dated_year({k: v for k, v in parts.items() if k != "rel"}, scene, month)
    if year is not None:
        return _whole_season(year + (STEPS.get(rel, 0) if scene.history else 0), season, how)
    anchor = scene.anchor
    if anchor is None:
        return unresolved(f"XXXX-{code}", scene)
    year = anchor.year - (1 if month > anchor.month else 0)
    if rel == "last" and days_of_season(year, season)[1] >= anchor:
        year -= 1
    ahead = is_ahead(scene, (month - anchor.month) % 12, (anchor.month - month) % 12)
    if rel in {"next", "this"}:
        year = anchor.year + (1 if rel == "next" and month <= anchor.month else 0)
    elif ahead and rel != "last":
        year += 1 if days_of_season(year, season)[1] < anchor else 0
    return _whole_season(year, season, counted_from(scene, "counted from"))


def _whole_season(year: int, season: str, how: str) -> Reading:
    value = f"{year_name(year)}-{SEASONS[season][0]}"
    if year < 1:
        return Reading(value, how=BEFORE_CHRIST)
    return Reading(value, days_of_season(year, season), "range", how)


def _quarter(parts: Parts, scene: Scene) -> Reading:
    quarter = ORDINALS[parts["ordinal"]]
    step = STEPS.get(relation(parts) or parts.get("rel_year", ""), -1 if "back" in parts else 0)
    if "year" in parts:
        year, how = int(parts["year"]), "as written"
    elif scene.anchor is None:
        return unresolved(f"XXXX-Q{quarter}", scene)
    elif "rel" in parts or "rel_year" in parts:
        year, how = scene.anchor.year + step, counted_from(scene, "counted from")
    else:
        current = (scene.anchor.month + 2) // 3
        later = scene.tense == "future"
        year = scene.anchor.year - (quarter > current and not later) + step
        how = counted_from(scene, "counted from")
    return whole_quarter(year, quarter, how)


def whole_quarter(year: int, quarter: int, how: str) -> Reading:
    """Read a quarter of a year, counted from 1."""
    return Reading(f"{year}-Q{quarter}", days_of_quarter(year, quarter), "range", how)


def _holiday(parts: Parts, scene: Scene) -> Reading:
    """Read a named day: its own year, the one a history has reached, or the one near the anchor."""
    name, year = parts["holiday"], year_of(parts, scene)
    if "whose" in parts:
        return Reading("XXXX-XX-XX", how="no word says which country's it is")
    if year is None and scene.history and scene.told is not None:
        year = scene.told.year
    if year is not None:
        found, how = holidays.day_of(name, year), "the holiday of the year as written"
    elif scene.anchor is None:
        return unresolved(holidays.value_of(name), scene)
    else:
        years = range(scene.anchor.year - 2, scene.anchor.year + 3)
        known = [found for year in years if (found := holidays.day_of(name, year))]
        tense = {"last": "past", "next": "future"}.get(relation(parts), scene.tense)
        found, how = last_or_coming(known, replace(scene, tense=tense), parts.get("rel"))
    if found is None:
        return Reading(holidays.value_of(name), how=NO_DAY)
    if "weekend" in parts:
        saturday = found - timedelta(days=(found.weekday() - 5) % 7)
        days = (saturday, max(found, saturday + timedelta(days=1)))
        return Reading(f"{iso_week(saturday)}-WE", days, "range", how)
    return on_day(found, how)


READERS: Mapping[str, Reader] = {
    "before_christ": _year,
    "century": _century_form,
    "century_word": _century_form,
    "decade": _decade,
    "decade_bc": _decade,
    "decade_word": _decade,
    "first_bc": _year,
    "half_rel": _half,
    "half_year": _half,
    "holiday": _holiday,
    "period_of_year": _year,
    "quarter": _quarter,
    "the_quarter": _quarter,
    "quarter_year": _quarter,
    "rel_season": _season,
    "season": _season,
    "season_year": _season,
    "spelled_year": _year,
    "year": _year,
    "year_first": _year,
    "year_quarter": _quarter,
}

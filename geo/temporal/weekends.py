"""Weekends: "at the weekend", "this past weekend", "the weekend before last"."""

from __future__ import annotations

from datetime import date, timedelta

from geo.language.almanac import iso_week
from geo.temporal.reckoning import Parts, Reading, Scene, counted_from, unresolved

__all__ = ["SATURDAY", "bare_weekend", "weekend", "which_weekend"]

WEDNESDAY, SATURDAY = 2, 5  # days of the week, counted from Monday


def which_weekend(rel: str, scene: Scene) -> str:
    """Read "this past weekend", and of "two were shot this weekend", told on a Monday, the last.

    From Thursday on it is the one that comes, whatever the tense: what "fills the stage this
    weekend" is in none of the future.
    """
    over = rel == "this" and scene.tense == "past"
    if over and scene.anchor is not None and scene.anchor.weekday() <= WEDNESDAY:
        return "last"
    return rel.removeprefix("this ") if rel in {"this past", "this coming"} else rel


def weekend(base: date, step: int, how: str) -> Reading:
    """Find the Saturday and Sunday meant: the last weekend is over, the next one has not begun."""
    saturday = base + timedelta(days=5 - base.weekday())
    if step < 0:
        saturday -= timedelta(days=7)
    elif step > 0 and base.weekday() >= 5:
        saturday += timedelta(days=7)
    days = (saturday, saturday + timedelta(days=1))
    return Reading(f"{iso_week(saturday)}-WE", days, "range", how)


def bare_weekend(parts: Parts, scene: Scene) -> Reading:
    """Read "the weekend": the last one, unless it lies ahead or has begun."""
    del parts
    if scene.anchor is None:
        return unresolved("XXXX-WXX-WE", scene)
    back = scene.tense != "future" and scene.anchor.weekday() < 5
    return weekend(scene.anchor, -1 if back else 0, counted_from(scene, "counted from"))

"""Days that are named from here: "today", "last Tuesday", "two days ago", "the night before".

They are readers as those of ``geo.temporal.reckoning``: each turns the parts of its phrase into a
``Reading``, counted from the publication day or, for "the next morning", from the day spoken of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from geo.language.almanac import DAY_PARTS, WEEKDAYS, day
from geo.temporal.reckoning import (
    NO_DAY,
    Parts,
    Reader,
    Reading,
    Scene,
    clock_value,
    counted_from,
    is_ahead,
    on_day,
    relation,
    unresolved,
)

__all__ = ["READERS", "deictic"]

_OF_THE_TALE = frozenset({"previous", "following", "before", "after"})
"""What counts a weekday from the day spoken of, unlike "last" and "next"."""


def _weekday(parts: Parts, scene: Scene) -> Reading:
    index, anchor, rel = WEEKDAYS[parts["weekday"]], scene.anchor, relation(parts)
    rel = parts.get("side", rel)
    clock = clock_value(parts)
    if anchor is None:
        tail = clock or (f"T{DAY_PARTS[parts['part']]}" if parts.get("part") in DAY_PARTS else "")
        return unresolved(f"XXXX-WXX-{index + 1}{tail}", scene, "TIME" if tail else "DATE")
    if rel in _OF_THE_TALE and scene.focus is not None:
        return _weekday_beside(parts, index, scene.focus, ahead=rel in {"following", "after"})
    ahead, back = (index - anchor.weekday()) % 7, (anchor.weekday() - index) % 7
    if rel in {"next", "following"}:
        found, how = anchor + timedelta(days=ahead or 7), "after"
    elif rel in {"last", "this past", "past", "previous"}:
        found, how = anchor - timedelta(days=back or 7), "before"
    elif is_ahead(scene, ahead, back) or rel == "this coming":
        found, how = anchor + timedelta(days=ahead), "on or after"
    else:
        found, how = anchor - timedelta(days=back), "on or before"
    if clock:
        reading = on_day(found, counted_from(scene, how))
        return replace(reading, value=found.isoformat() + clock, type="TIME")
    return on_day(found, counted_from(scene, how), parts.get("part"))


def _weekday_beside(parts: Parts, index: int, base: date, *, ahead: bool) -> Reading:
    """Read "the previous Sunday", "the Tuesday before": counted from the day spoken of."""
    days = (index - base.weekday()) % 7 if ahead else (base.weekday() - index) % 7
    step = timedelta(days=days or 7)
    found = base + step if ahead else base - step
    return on_day(found, f"counted from {base}, the day spoken of", parts.get("part"))


def deictic(parts: Parts, scene: Scene) -> Reading:
    """Read today, yesterday, tomorrow, tonight and overnight."""
    word, anchor = parts["deictic"], scene.anchor
    part = parts.get("part") or {"tonight": "night", "overnight": "night"}.get(word)
    if anchor is None:
        tail = f"T{DAY_PARTS[part]}" if part in DAY_PARTS else ""
        return unresolved(f"XXXX-XX-XX{tail}", scene, "TIME" if tail else "DATE")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    how = {-1: "the day before", 0: "on", 1: "the day after"}[step]
    reading = on_day(anchor + timedelta(days=step), counted_from(scene, how), part)
    if word == "overnight":
        days = (anchor - timedelta(days=1), anchor)
        return replace(reading, days=days, precision="range")
    return reading


def _two_days(parts: Parts, scene: Scene) -> Reading:
    if scene.anchor is None:
        return unresolved("XXXX-XX-XX", scene)
    step = -2 if "before" in parts["two"] else 2
    found = scene.anchor + timedelta(days=step)
    return on_day(found, counted_from(scene, f"two days {'before' if step < 0 else 'after'}"))


def _rel_part(parts: Parts, scene: Scene) -> Reading:
    rel, part = relation(parts), parts["part"]
    near = rel in {"this", "last"}
    base = scene.anchor if near else scene.focus
    if base is None:
        tail = f"T{DAY_PARTS[part]}" if part in DAY_PARTS else ""
        return unresolved(f"XXXX-XX-XX{tail}", scene, "TIME")
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(rel, 0)
    how = counted_from(scene, "counted from") if near else f"counted from {base}, the day spoken of"
    return on_day(base + timedelta(days=step), how, part)


def _part_beside(parts: Parts, scene: Scene) -> Reading:
    """Read "the night before", of the day spoken of, and "the night before last"."""
    last = parts["beside"].endswith("last")
    base = scene.anchor if last else scene.focus or scene.anchor
    if base is None:
        return unresolved(f"XXXX-XX-XXT{DAY_PARTS.get(parts['part'], '')}", scene, "TIME")
    days = 2 if last else 1
    how = counted_from(scene, "counted from") if last else f"the one before {base}"
    return on_day(base - timedelta(days=days), how, parts["part"])


def _ordinal(parts: Parts, scene: Scene) -> Reading:
    """Read "on the 9th" and "the night of the 9th": the last one up to the anchor."""
    number, anchor = int(parts["day"]), scene.anchor
    if anchor is None:
        of = "TIME" if parts.get("part") else "DATE"
        return unresolved(f"XXXX-XX-{number:02d}", scene, of)
    found = day(anchor.year, anchor.month, number)
    if found is None or found > anchor:
        before = anchor.replace(day=1) - timedelta(days=1)
        found = day(before.year, before.month, number)
    if found is None:
        return Reading("XXXX-XX-XX", how=NO_DAY)
    return on_day(found, counted_from(scene, "on or before"), parts.get("part"))


READERS: Mapping[str, Reader] = {
    "deictic": deictic,
    "deictic_part": deictic,
    "part_beside": _part_beside,
    "ordinal_day": _ordinal,
    "part_of_ordinal": _ordinal,
    "part_of_weekday": _weekday,
    "rel_part": _rel_part,
    "two_days": _two_days,
    "weekday": _weekday,
}

"""Score what is read from ``seeds/`` against what an analyst records: incidents, not places."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import geo
from geo.geometry.geodesy import distance_m
from geo.lexicon import default_lexicon
from geo.model import Incident, Place, PlaceKind, Report

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold" / "seeds.json"
SEEDS = ROOT / "seeds"
# A different name for the same deed is no error of reading.
SAME = (
    {"roadblock", "border_closure", "access_denied"},
    {"takeover", "seizure"},
    {"clash", "riot", "armed_clash"},
    {"shooting", "attack", "armed_clash"},
    {"demand", "rejection", "threat", "talks", "agreement"},
)
NEAR_KM = 10.0
# Counts of errors, of which fewer are better; of everything else more is.
ERRORS = ("false_markers", "false_days", "background_places")
# Places so small that history on them is a marker on somebody's doorstep.
EXACT = {PlaceKind.SETTLEMENT, PlaceKind.CROSSING}


@dataclass(frozen=True, slots=True)
class Score:
    """How much of the gold was found, and how much of what was drawn is right.

    ``casualties`` takes silence on both sides for agreement, ``stated_casualties`` looks only
    where one of them states a number. ``false_days``: a drawn deed has an exact day that the gold
    excludes. ``background_places``: history put on a town or crossing where the gold has none.
    """

    core_recall: float
    recall: float
    precision: float
    dates: float
    casualties: float
    stated_casualties: float
    false_markers: int
    false_days: int
    background_places: int


def score() -> Score:
    """Read the seeds and compare."""
    gazetteer = geo.open_gazetteer()
    gold = json.loads(GOLD.read_text("utf-8"))
    rows = []
    for reading in geo.read(SEEDS, gazetteer=gazetteer):
        article = next(a for a in gold["articles"] if a["id"] == reading.article.id)
        told = _compare(article, geo.merge(reading.reports), gazetteer)
        rows.append(told | {"background_places": _misplaced(article, reading.reports, gazetteer)})
    total = {key: sum(row[key] for row in rows) for key in rows[0]}
    return Score(
        core_recall=round(total["core_hit"] / total["core"], 3),
        recall=round(total["hit"] / total["wanted"], 3),
        precision=round(total["drawn_right"] / total["drawn"], 3),
        dates=round(total["date_right"] / total["hit"], 3),
        casualties=round(total["count_right"] / total["hit"], 3),
        stated_casualties=round(total["stated_right"] / max(total["stated"], 1), 3),
        **{name: total[name] for name in ERRORS},
    )


def _compare(
    article: dict[str, Any], incidents: tuple[Incident, ...], gazetteer: geo.Gazetteer
) -> dict[str, int]:
    wanted = [g for g in article["incidents"] if g["tier"] in {"core", "secondary"}]
    told = [g for g in article["incidents"] if g["tier"] == "verbal"]
    free = [i for i in incidents if not i.background]
    pairs = _pair(wanted, free, gazetteer)
    talk = _pair(told, [i for i in free if i.id not in {i.id for _, i in pairs}], gazetteer)
    drawn = [i for i in free if not i.verbal and i.where is not None and i.where.place is not None]
    # A second telling of a thing that was found is no error; what fits nothing is. Talk in the
    # gold makes no deed right, unless only its tier is talk ("vowed to block the road").
    deeds = [*wanted, *(g for g in told if not _is_talk(g["kind"]))]
    right = [i for i in drawn if any(_same(g, i, gazetteer) for g in deeds)]
    false = {f["place"] for f in article.get("false_places", []) if f.get("place")}
    return {
        "core": sum(g["tier"] == "core" for g in wanted),
        "core_hit": sum(g["tier"] == "core" for g, _ in pairs),
        "wanted": len(wanted),
        "hit": len(pairs),
        "talk": len(talk),
        "drawn": len(drawn),
        "drawn_right": len(right),
        "date_right": sum(_date_right(g, i) for g, i in pairs),
        "count_right": sum(_count_right(g, i) for g, i in pairs),
        "stated": sum(_states(g, i) for g, i in pairs),
        "stated_right": sum(_states(g, i) and _count_right(g, i) for g, i in pairs),
        "false_days": sum(_false_day(g, i) for g, i in pairs if i in drawn),
        "false_markers": sum(_place_id(i) in false for i in drawn if i not in right),
    }


def _pair(
    gold: list[dict[str, Any]], incidents: list[Incident], gazetteer: geo.Gazetteer
) -> list[tuple[dict[str, Any], Incident]]:
    """Pair greedily, the surest first: the right date, then the very kind, then the order told."""
    fits = [
        ((not _date_right(g, i), g["kind"] != i.kind, at, i.id), at, i)
        for at, g in enumerate(gold)
        for i in incidents
        if _same(g, i, gazetteer) and not (g["tier"] == "core" and i.verbal)
    ]
    paired: dict[int, Incident] = {}
    for _, at, i in sorted(fits, key=lambda fit: fit[0]):
        if at not in paired and i.id not in {other.id for other in paired.values()}:
            paired[at] = i
    return [(gold[at], i) for at, i in sorted(paired.items())]


def _misplaced(
    article: dict[str, Any], reports: tuple[Report, ...], gazetteer: geo.Gazetteer
) -> int:
    """Count the history that was put on a town or crossing where the gold has nothing such."""
    exact = [
        r
        for r in reports
        if r.background and r.where is not None and r.where.place is not None
        if r.where.place.kind in EXACT
    ]
    return sum(not any(_same(g, r, gazetteer) for g in article["incidents"]) for r in exact)


def _is_talk(kind: str) -> bool:
    known = default_lexicon().kinds.get(kind)
    return known is not None and known.verbal


def _same(g: dict[str, Any], told: Incident | Report, gazetteer: geo.Gazetteer) -> bool:
    return _same_kind(g, told) and _same_place(g, told, gazetteer)


def _same_kind(g: dict[str, Any], incident: Incident | Report) -> bool:
    return g["kind"] == incident.kind or any({g["kind"], incident.kind} <= kinds for kinds in SAME)


def _place_id(incident: Incident) -> str | None:
    return incident.where.place.id if incident.where and incident.where.place else None


def _same_place(g: dict[str, Any], incident: Incident | Report, gazetteer: geo.Gazetteer) -> bool:
    ids = [i for i in (g["place"], *g["members"], *g["also"]) if i]
    if incident.where is None or incident.where.place is None:
        return not ids
    found = list(incident.where.members or (incident.where.place,))
    return any(_agree(gazetteer.get(i), place) for i in ids for place in found)


def _agree(wanted: Place, found: Place) -> bool:
    """Tell whether a place is the one wanted, inside it, or close by."""
    if wanted.id == found.id:
        return True
    if found.lon is None or found.lat is None or wanted.lon is None or wanted.lat is None:
        return False
    if wanted.geometry and wanted.kind.value == "region":
        import shapely

        outline = shapely.from_geojson(wanted.geometry)
        return bool(outline.covers(shapely.Point(found.lon, found.lat)))
    away = distance_m(wanted.lon, wanted.lat, found.lon, found.lat) / 1000.0
    return wanted.kind.value != "country" and away <= NEAR_KM


def _date_right(g: dict[str, Any], incident: Incident) -> bool:
    """Tell whether both are undated, or share a day: a date that was not found is not right."""
    when = incident.when
    if when.first is None or when.last is None or g["date_start"] is None:
        return when.first is None and g["date_start"] is None
    first, last = date.fromisoformat(g["date_start"]), date.fromisoformat(g["date_end"])
    return when.first <= last and first <= when.last


def _false_day(g: dict[str, Any], incident: Incident) -> bool:
    """Tell whether an exact day is claimed that the gold excludes."""
    first = incident.when.first
    exact = first is not None and first == incident.when.last
    return exact and g["date_start"] is not None and not _date_right(g, incident)


def _states(g: dict[str, Any], incident: Incident) -> bool:
    return any((g["killed"], g["injured"], incident.killed, incident.injured))


def _count_right(g: dict[str, Any], incident: Incident) -> bool:
    counts = ((g["killed"], incident.killed), (g["injured"], incident.injured))
    return all((n or 0) == (c.minimum if c else 0) for n, c in counts)

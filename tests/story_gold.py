"""Score invented articles that tell of several incidents: which there are, and what each is.

An incident of the gold names the kinds it may go by, part of the name of its place (``|`` parts
alternatives), the days it may lie on, and its figures, ``None`` where none is told; ``neutral``
kinds of an article count neither way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import geo
from geo.model import Article, Incident
from geo.stories import merge

GOLD = Path(__file__).parent / "gold" / "stories.jsonl"
COUNTED = ("killed", "injured", "arrested")
SLACK_DAYS = 7
"""Days by which an answer may be wider than the gold and still be one."""


@dataclass(slots=True)
class Tally:
    """What was found so far, and what is wrong with it, in words."""

    gold: int = 0
    found: int = 0
    right: dict[str, int] = field(default_factory=dict)
    hits: int = 0
    notes: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return F1 of the incidents, and the share of those found with the right details."""
        precision, recall = self.hits / max(self.found, 1), self.hits / max(self.gold, 1)
        both = 2 * precision * recall / max(precision + recall, 1e-9)
        shares = {name: told / max(self.hits, 1) for name, told in self.right.items()}
        return {"incidents": both, "precision": precision, "recall": recall, **shares}


def score() -> Tally:
    """Read the articles and compare."""
    reader, tally = geo.Reader(geo.open_gazetteer()), Tally()
    for line in GOLD.read_text("utf-8").splitlines():
        told = json.loads(line)
        day = date.fromisoformat(told["published"])
        article = Article(told["id"], told["text"], title=told["title"], published=day)
        found = [i for i in merge(reader.read(article).reports) if not (i.background or i.verbal)]
        _compare(told, found, tally)
    return tally


def _compare(told: Mapping[str, Any], found: Sequence[Incident], tally: Tally) -> None:
    left = list(found)
    for gold in told["incidents"]:
        fits = [i for i in left if i.kind in gold["kinds"]]
        if not fits:
            tally.notes.append(f"{told['id']}: missed {gold['kinds'][0]} at {gold['place']}")
            continue
        best = max(fits, key=lambda i: _fit(gold, i))
        left.remove(best)
        _check(told["id"], gold, best, tally)
    wrong = [i for i in left if i.kind not in told["neutral"]]
    tally.notes += [f"{told['id']}: invented {i.kind} {i.when.first}" for i in wrong]
    tally.gold += len(told["incidents"])
    tally.found += len(found) - len(left) + len(wrong)
    tally.hits += len(found) - len(left)


def _check(name: str, gold: Mapping[str, Any], incident: Incident, tally: Tally) -> None:
    for what, right in _checks(gold, incident).items():
        tally.right[what] = tally.right.get(what, 0) + right
        if not right:
            tally.notes.append(f"{name}: {what} of {incident.kind} at {gold['place']}")


def _fit(gold: Mapping[str, Any], incident: Incident) -> tuple[int, int]:
    """Tell how well an incident answers to the gold: place and day first, then the figures."""
    checks = _checks(gold, incident)
    return checks["place"] + checks["day"], sum(checks.values())


def _checks(gold: Mapping[str, Any], incident: Incident) -> dict[str, bool]:
    checks = {"place": _place(gold, incident), "day": _day(gold, incident)}
    return checks | {what: _figure(incident, what) == (gold[what] or 0) for what in COUNTED}


def _place(gold: Mapping[str, Any], incident: Incident) -> bool:
    where = incident.where
    names = [where.mention.name] if where else []
    if where and where.place:
        names += [where.place.name, *(name for _, name in where.place.names)]
    ways = gold["place"].lower().split("|")
    return any(way in name.lower() for way in ways for name in names)


def _day(gold: Mapping[str, Any], incident: Incident) -> bool:
    when = incident.when
    first, last = (date.fromisoformat(gold[name]) for name in ("first", "last"))
    if when.first is None or when.last is None:
        return False
    narrow = (when.last - when.first).days <= (last - first).days + SLACK_DAYS
    return narrow and when.first <= last and first <= when.last


def _figure(incident: Incident, name: str) -> int:
    count = getattr(incident, name)
    return count.minimum if count is not None else 0


if __name__ == "__main__":
    result = score()
    print(*result.notes, sep="\n")
    print(result.figures())

"""Which kinds can tell of one incident: what one article calls an attack is a shooting to another.

The table is ``kinship.toml``; kinds that it does not name are like themselves only.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib import resources

from geo.model import Report

__all__ = ["Kinship", "as_opened", "finest", "kinship", "without_answer", "without_theft"]

HEARD = 1 / 3
"""A finer kind stands if it is told at least this often for each telling of the coarser one: one
"gunfight" among ten articles on a shooting is a slip."""

SETTLED, OPENING = frozenset({"armed_clash", "air_strike"}), 1.0
"""The kinds whose first telling has this voice beyond its own."""

_STABBED = re.compile(r"\bstab")
_KILLED = re.compile(r"\b(?:kill|murder|slay|slain|dead\b|died\b|lives\b)")
_THEFT = "robbery"


class Kinship(IntEnum):
    """How near two kinds are: whether both can be said of one incident."""

    NEVER = 0
    HARDLY = 1  # unless much else agrees: the wrong word of a trigger
    OFTEN = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class _Table:
    kin: Mapping[str, frozenset[str]]
    classes: Mapping[str, str]
    finer: Mapping[str, frozenset[str]]


def kinship(one: str, other: str) -> Kinship:
    """Tell whether two kinds can tell of one incident.

    Examples
    --------
    >>> [kinship("shooting", kind).name for kind in ("shooting", "attack", "riot", "talks")]
    ['SAME', 'OFTEN', 'HARDLY', 'NEVER']
    """
    if one == other:
        return Kinship.SAME
    table = _table()
    if other in table.kin.get(one, ()):
        return Kinship.OFTEN
    related = one in table.classes and table.classes[one] == table.classes.get(other)
    return Kinship.HARDLY if related else Kinship.NEVER


def as_opened(told: Mapping[str, float], reports: Sequence[Report]) -> Mapping[str, float]:
    """Give the battle or air strike that an article opens with a second voice.

    Its weapons are details: rockets fired in an ambush are no shelling, and a blast is what a
    bomb from the air makes.
    """
    first = reports[0].kind
    if first not in SETTLED:
        return told
    return {kind: voice + OPENING * (kind == first) for kind, voice in told.items()}


def without_answer(told: Mapping[str, float], reports: Sequence[Report]) -> Mapping[str, float]:
    """Leave out the shooting by which a stabbing that is told first was ended.

    Of 63 articles two tell how an attacker with a knife was shot dead.
    """
    first = reports[0]
    if first.kind != "attack" or _STABBED.search(_said(first)) is None:
        return told
    return {kind: voice for kind, voice in told.items() if kind != "shooting"} or told


def without_theft(told: Mapping[str, float], reports: Sequence[Report]) -> Mapping[str, float]:
    """Leave out the theft where somebody is said to have been killed: who robs and kills killed."""
    if _THEFT not in told or len(told) == 1:
        return told
    killed = any(r.kind != _THEFT and r.killed and _KILLED.search(_said(r)) for r in reports)
    return {kind: voice for kind, voice in told.items() if kind != _THEFT} if killed else told


def _said(report: Report) -> str:
    """Return the words that tell of a deed, in small letters."""
    start = report.trigger.start - report.sentence.start
    return report.quote[start : start + report.trigger.end - report.trigger.start].lower()


def finest(told: Mapping[str, float]) -> str:
    """Return the kind that stands for several, by how many articles tell of each.

    The one that most tell, the first of equals, unless one that says more is told often enough.

    Examples
    --------
    >>> finest({"attack": 3, "shooting": 1}), finest({"shooting": 9, "armed_clash": 1})
    ('shooting', 'shooting')
    """
    if len(told) == 1:
        return next(iter(told))
    finer = _table().finer
    best = max(told, key=lambda kind: told[kind])
    rivals = [kind for kind in told if best in finer.get(kind, ())]
    while rivals := [kind for kind in rivals if told[kind] >= told[best] * HEARD]:
        best = max(rivals, key=lambda kind: told[kind])
        rivals = [kind for kind in told if best in finer.get(kind, ())]
    return best


@cache
def _table() -> _Table:
    table = tomllib.loads(
        resources.files("geo.reports").joinpath("kinship.toml").read_text("utf-8")
    )
    found: dict[str, set[str]] = {}
    for row in table["alike"]:
        for kind in row:
            found.setdefault(kind, set()).update(row)
    kin_ = {kind: frozenset(row - {kind}) for kind, row in found.items()}
    classes = {kind: name for name, row in table["classes"].items() for kind in row}
    return _Table(kin_, classes, {kind: frozenset(row) for kind, row in table["finer"].items()})

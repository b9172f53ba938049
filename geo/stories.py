"""Fold reports of the same thing into one incident.

Same kind, same place, dates that share a day: no word overlap, since six headlines on one event
shared between 12 % and 50 % of their words. Reports are taken in a fixed order, so that the same
input in any order gives the same incidents with the same ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from geo.model import Actor, Count, Incident, Report, Resolution, Status, When

__all__ = ["merge"]

_PRECISION = ("day", "week", "range", "month", "year", "unknown")
_STATUS = (
    Status.OCCURRED,
    Status.ONGOING,
    Status.ENDED,
    Status.ATTEMPTED,
    Status.ALLEGED,
    Status.PLANNED,
    Status.THREATENED,
    Status.DENIED,
)


def merge(reports: Iterable[Report]) -> tuple[Incident, ...]:
    """Merge reports into incidents.

    Parameters
    ----------
    reports
        Reports of any number of articles, in any order; the same report twice counts once.

    Returns
    -------
    Incidents, by date (undated last), then by id. History never joins with news, nor talk with
    deeds.
    """
    blocks: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in sorted({r.id: r for r in reports}.values(), key=_order):
        blocks[_block(report)].append(report)
    groups = [group for block in blocks.values() for group in _groups(block)]
    incidents = [_incident(group) for group in groups]
    return tuple(sorted(incidents, key=lambda i: (i.when.first or date.max, i.id)))


def _order(report: Report) -> tuple[object, ...]:
    """Order reports by anchor: earliest published, undated last, then content and position."""
    published = report.source.published
    return (published is None, published or date.max, report.id)


def _block(report: Report) -> tuple[object, ...]:
    where = report.where.place.id if report.where and report.where.place else None
    # What has no place can only be the same thing within its own article.
    home = report.source.document if where is None else None
    return (report.kind, where, home, report.background, report.verbal)


def _groups(block: Sequence[Report]) -> list[list[Report]]:
    """Join reports whose dates share a day; chains join too, in a fixed order."""
    groups: list[list[Report]] = []
    for report in block:
        touching = [g for g in groups if any(_same_time(report, other) for other in g)]
        joined = [r for g in touching for r in g] + [report]
        groups = [g for g in groups if not any(g is t for t in touching)]
        groups.append(sorted(joined, key=_order))
    return groups


def _same_time(one: Report, other: Report) -> bool:
    """Tell whether two dates share a day; undated ones are the same only in the same article."""
    if one.when.last is None and other.when.last is None:
        return one.source.document == other.source.document
    if one.background and one.source.document == other.source.document:
        return one.when == other.when or one.when.overlaps(other.when)
    return one.when.overlaps(other.when)


def _incident(group: Sequence[Report]) -> Incident:
    anchor = min(group, key=_order)
    return Incident(
        id=anchor.id,
        kind=anchor.kind,
        status=min((r.status for r in group), key=_STATUS.index),
        when=_when(group),
        where=_where(group),
        reports=tuple(group),
        background=anchor.background,
        verbal=anchor.verbal,
        killed=_count(r.killed for r in group),
        injured=_count(r.injured for r in group),
        arrested=_count(r.arrested for r in group),
        missing=_count(r.missing for r in group),
        actors=_actors(group),
        confidence=_confidence(group),
        because=anchor.because,
    )


def _when(group: Sequence[Report]) -> When:
    """Return the most precise date; of equals the anchor's."""
    return min(
        (r.when for r in group), key=lambda w: (_PRECISION.index(w.precision), w.first is None)
    )


def _where(group: Sequence[Report]) -> Resolution | None:
    return max((r.where for r in group if r.where is not None), key=lambda w: w.score, default=None)


def _count(counts: Iterable[Count | None]) -> Count | None:
    """Return the latest figure: reports are in the order of publication, tolls rise."""
    stated = [c for c in counts if c is not None]
    return max(stated, key=lambda c: c.minimum) if stated else None


def _actors(group: Sequence[Report]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(actor for report in group for actor in report.actors))


def _confidence(group: Sequence[Report]) -> float:
    """Join the confidences as of independent witnesses, one an article."""
    best: dict[str, float] = {}
    for report in group:
        document = report.source.document
        best[document] = max(best.get(document, 0.0), report.confidence)
    doubt = 1.0
    for document in sorted(best):
        doubt *= 1.0 - best[document]
    return round(min(1.0 - doubt, 0.99), 2)

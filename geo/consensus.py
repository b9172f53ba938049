"""What the reports of one incident say together: the value that stands, and what contradicts it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from geo import kinship
from geo.model import Count, Incident, Report, Resolution, Status, When

__all__ = ["incident"]

SUREST = 0.99
"""However many articles agree, they may have copied from one another."""

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


def incident(group: Sequence[Report]) -> Incident:
    anchor = group[0]
    return Incident(
        id=anchor.id,
        kind=_kind(group),
        status=min((r.status for r in group), key=_STATUS.index),
        when=min((r.when for r in group), key=_width),
        where=_where(group),
        reports=tuple(group),
        background=anchor.background,
        verbal=anchor.verbal,
        killed=_highest(r.killed for r in group),
        injured=_highest(r.injured for r in group),
        arrested=_highest(r.arrested for r in group),
        missing=_highest(r.missing for r in group),
        actors=tuple(dict.fromkeys(actor for report in group for actor in report.actors)),
        confidence=_confidence(group),
        because=anchor.because,
    )


def _article(report: Report) -> str:
    return report.source.content_hash or report.source.document


def _kind(group: Sequence[Report]) -> str:
    told = Counter(kind for _, kind in dict.fromkeys((_article(r), r.kind) for r in group))
    return kinship.finest(told)


def _width(when: When) -> int:
    """Return how many days a date leaves open: of equals the anchor's is taken."""
    if when.first is None or when.last is None:
        return date.max.toordinal()
    return (when.last - when.first).days


def _where(group: Sequence[Report]) -> Resolution | None:
    """Return the best founded place: all are the same one, or none is known."""
    return max((r.where for r in group if r.where is not None), key=lambda w: w.score, default=None)


def _highest(counts: Iterable[Count | None]) -> Count | None:
    return max((c for c in counts if c is not None), key=lambda c: c.minimum, default=None)


def _confidence(group: Sequence[Report]) -> float:
    """Join the confidences as of independent witnesses, one an article."""
    best: dict[str, float] = {}
    for report in group:
        article = _article(report)
        best[article] = max(best.get(article, 0.0), report.confidence)
    doubt = 1.0
    for article in sorted(best):
        doubt *= 1.0 - best[article]
    return round(min(1.0 - doubt, SUREST), 2)

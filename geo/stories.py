"""Fold reports of the same thing into one incident.

Same kind, same place, dates that share a day: no word overlap, since six headlines on one event
shared between 12 % and 50 % of their words. Reports are taken one by one in a fixed order, the
earliest published first. So the order of the input does not matter, and an article that comes out
later can join an incident but never rename, split or bridge those that were there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from geo import actors
from geo.model import Count, Incident, Report, Resolution, Status, When
from geo.names import fold

__all__ = ["merge"]

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


def merge(reports: Iterable[Report]) -> tuple[Incident, ...]:
    """Merge reports into incidents.

    Parameters
    ----------
    reports
        Reports of any number of articles, in any order; the same report twice counts once.

    Returns
    -------
    Incidents, by date (undated last), then by id. An incident has the id of its anchor: the
    report published first, undated articles last. History never joins with news, nor talk with
    deeds, nor what has no date with another article.

    Examples
    --------
    >>> from geo.model import Source, Span
    >>> day, span = When(date(2023, 1, 8), date(2023, 1, 8), "day", "as written"), Span(0, 1)
    >>> told = [
    ...     Report(n, "protest", Source(n), span, span, "", Status.OCCURRED, day, None)
    ...     for n in ("b", "a")
    ... ]
    >>> [incident.id for incident in merge(told)]  # no place: each may be a protest of its own
    ['a', 'b']
    """
    blocks: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in sorted(_once(reports), key=_order):
        blocks[_block(report)].append(report)
    incidents = [_incident(group) for block in blocks.values() for group in _groups(block)]
    return tuple(sorted(incidents, key=lambda i: (i.when.first or date.max, i.id)))


def _once(reports: Iterable[Report]) -> list[Report]:
    """Return each report once; of two files with the same words the first by name is the source."""
    found: dict[str, Report] = {}
    for report in reports:
        other = found.get(report.id)
        if other is None or (other != report and _named(report) < _named(other)):
            found[report.id] = report
    return list(found.values())


def _named(report: Report) -> tuple[str, str]:
    return report.source.document, repr(report)


def _order(report: Report) -> tuple[object, ...]:
    """Order reports: earliest published, undated last, then by content, then as the text goes."""
    source = report.source
    published = source.published or date.max
    return source.published is None, published, source.content_hash, report.trigger, report.id


def _block(report: Report) -> tuple[object, ...]:
    """Return what must be equal for two reports to tell of the same thing."""
    return (report.kind, report.background, report.verbal, *_place(report))


def _place(report: Report) -> tuple[str | None, ...]:
    """Return where a report is; what has no known place is the same within its article only."""
    where = report.where
    if where is None:
        return None, None, _article(report)
    if where.place is None:
        return None, fold(where.mention.name), _article(report)
    return where.place.id, None, None


def _article(report: Report) -> str:
    return report.source.content_hash or report.source.document


# ---- which reports of a block belong together


@dataclass(slots=True)
class _Group:
    """Reports that share the days from ``first`` to ``last``."""

    first: date
    last: date
    reports: list[Report]


def _groups(block: Sequence[Report]) -> list[list[Report]]:
    """Let each report in turn join the group that shares a day with it, or open one.

    A group holds only what all of its reports have in common, so groups never overlap and stand
    sorted: one bisection finds the place of a report. "In July" joins the protest of 3 July but
    makes none of 3 and 20 July; of several it may mean, it joins the latest.
    """
    dated: list[_Group] = []
    undated: dict[str, list[Report]] = defaultdict(list)
    for report in block:
        first, last = report.when.first, report.when.last
        if first is None or last is None:
            undated[_article(report)].append(report)
        else:
            _join(dated, first, last, report)
    return [group.reports for group in dated] + list(undated.values())


def _join(groups: list[_Group], first: date, last: date, report: Report) -> None:
    at = bisect_right(groups, last, key=lambda group: group.first)
    latest = groups[at - 1] if at else None
    if latest is None or latest.last < first:
        groups.insert(at, _Group(first, last, [report]))
        return
    latest.first, latest.last = max(latest.first, first), min(latest.last, last)
    latest.reports.append(report)


# ---- what they say together


def _incident(group: Sequence[Report]) -> Incident:
    anchor = group[0]
    return Incident(
        id=anchor.id,
        kind=anchor.kind,
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
        actors=actors.merged(report.actors for report in group),
        confidence=_confidence(group),
        because=anchor.because,
    )


def _width(when: When) -> int:
    """Return how many days a date leaves open: of equals the anchor's is taken."""
    if when.first is None or when.last is None:
        return date.max.toordinal()
    return (when.last - when.first).days


def _where(group: Sequence[Report]) -> Resolution | None:
    """Return the best founded place: all are the same one, or none is known."""
    return max((r.where for r in group if r.where is not None), key=lambda w: w.score, default=None)


def _highest(counts: Iterable[Count | None]) -> Count | None:
    """Return the figure with the highest minimum, of equals the first.

    Tolls rise as news comes in, and a later article may repeat an old figure: neither the latest
    nor a mean would be honest. What each report said stays in ``Incident.reports``.
    """
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

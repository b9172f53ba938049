"""Tell what the news brings to an end from the news itself: who is freed was taken before.

An article that tells first that captives are free recalls how they were taken, and of the others
who still are. That is none of its day, unless its own words say on which day it was, or that it was
somewhere else: a bulletin tells of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Report
from geo.reports.nearness import Lie, Locality, relation

__all__ = ["mark"]

BECAUSE = "what the news brought to an end"
_ENDS = {"abduction": "prisoner_release"}
"""What ends a deed, for each kind that can be ended."""


def mark(reports: Sequence[Report]) -> list[Report]:
    """Return the reports, with deeds that one told before has ended marked as background.

    Parameters
    ----------
    reports
        What was read in an article, in the order of its text.
    """
    news = [r for r in reports if not (r.background or r.verbal)]
    return [
        replace(r, background=True, because=(*r.because, BECAUSE))
        if r.kind in _ENDS and r in news and any(_is_ended(r, other) for other in news)
        else r
        for r in reports
    ]


def _is_ended(report: Report, other: Report) -> bool:
    """Tell whether a deed without a day of its own was over when another one was told."""
    if _ENDS.get(report.kind) != other.kind or other.sentence.start > report.sentence.start:
        return False
    at = report.when.span
    own = at is not None and report.sentence.covers(at)
    return not own and not _are_apart(report, other)


def _are_apart(report: Report, other: Report) -> bool:
    """Tell whether the words of a deed put it where the other one was not."""
    mine, theirs = Locality.of(report.where), Locality.of(other.where)
    if mine is None or theirs is None or report.where is None:
        return False
    named = report.sentence.covers(report.where.mention.span)
    return named and relation(mine, theirs).lie in {Lie.APART, Lie.FAR}

"""Tell what the news brings to an end from the news itself: who is freed was taken before.

An article that tells first that captives are free recalls how they were taken, and of the others
who still are. That is none of its day, unless its own words say on which day it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Report

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
        if r in news and any(_is_ended(r, other) for other in news)
        else r
        for r in reports
    ]


def _is_ended(report: Report, other: Report) -> bool:
    """Tell whether a deed without a day of its own was over when another one was told."""
    at = report.when.span
    own = at is not None and report.sentence.covers(at)
    ends = _ENDS.get(report.kind) == other.kind
    return ends and not own and other.sentence.start <= report.sentence.start

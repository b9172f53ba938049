"""Tell the headline of an entry in a running report from the deed that is told under it.

"12:48 – Shells near the hospital" stands in a line of its own over the sentence that says who fired
them: one incident. Where nothing of its sort is told under a headline, it is all there is of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.model import Article, Report
from geo.reports.kinship import Kinship, kinship
from geo.toponymy.headings import Entry, entries

__all__ = ["mark"]

BECAUSE = "the headline of what is told under it"


def mark(article: Article, reports: Sequence[Report]) -> list[Report]:
    """Return the reports, with those of headlines marked whose deed their entry tells.

    Parameters
    ----------
    article
        The article.
    reports
        What was read in it, in the order of its text.
    """
    headed = [e for e in entries(article.text) if _is_line(article.text, e)]
    known = {r.id for e in headed for r in reports if _is_told_under(r, e, reports)}
    return [
        replace(r, background=True, because=(*r.because, BECAUSE)) if r.id in known else r
        for r in reports
    ]


def _is_line(text: str, entry: Entry) -> bool:
    """Tell whether the headline of an entry is a line of its own, with text under it."""
    return entry.headline and text[entry.label.end : entry.label.end + 1] == "\n"


def _is_told_under(report: Report, entry: Entry, reports: Sequence[Report]) -> bool:
    within = entry.span.start <= report.sentence.start < entry.label.end
    return (
        within
        and not (report.background or report.verbal)
        and any(
            entry.label.end <= other.sentence.start < entry.span.end
            and not (other.background or other.verbal)
            and kinship(report.kind, other.kind) > Kinship.NEVER
            for other in reports
        )
    )

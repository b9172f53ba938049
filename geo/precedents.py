"""Tell earlier deeds, recalled beside the news, from the news itself.

"Two labourers had been killed in Hub in August", "the gang, which attacked the town last October":
an article that told of this week's deed before says so for comparison.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.clauses import holding
from geo.lexicon import Lexicon
from geo.model import Report, Span

__all__ = ["mark"]

NEWS_DAYS = 7
"""Days before publication on which a deed is the news of an article."""
OLD_DAYS = 14
"""Days before publication from which another one is none, if only its month or year is told."""
MOST = 1
"""Such deeds at most: of several an article is a chronicle, and each of them its news."""
_COMPARES = re.compile(
    r"\b(?:had|similar(?:ly)?|another|also|already|earlier|previous(?:ly)?|same|again|"
    r"of (?:their|his|her|its)|fall of|following)\b",
    re.IGNORECASE,
)
"""What makes a comparison of an earlier deed: "two of their colleagues were shot in March"."""
_UNTIL = re.compile(r"\b(?:until|since|till)\s+$", re.IGNORECASE)
"""Before a month in which somebody left or came: "minister until May"."""
_LONG = frozenset({"month", "year"})
_DEEDS = frozenset({"violence", "protest", "property"})
_LASTING = frozenset(
    {"roadblock", "border_closure", "takeover", "strike", "access_denied", "deployment"}
)
"""What may be there still, whenever it began."""


def mark(reports: Sequence[Report], lexicon: Lexicon) -> list[Report]:
    """Return the reports, with those of earlier deeds beside the news marked as background.

    Parameters
    ----------
    reports
        What was read in an article, in the order of its text.
    lexicon
        The kinds, which say of what family a report is.
    """
    news = (r for r in reports if _is_news(r) and lexicon.kinds[r.kind].family in _DEEDS)
    first = next(news, None)
    if first is None:
        return list(reports)
    behind = [r for r in reports if r.sentence.start > first.sentence.start and _is_earlier(r)]
    if len({r.sentence.start for r in behind}) > MOST:
        return list(reports)
    because = "an earlier deed beside the news"
    return [
        replace(r, background=True, because=(*r.because, because)) if r in behind else r
        for r in reports
    ]


def _is_news(report: Report) -> bool:
    published, day = report.source.published, _own_last(report)
    if published is None or day is None or report.background or report.verbal:
        return False
    return (published - day).days <= NEWS_DAYS


def _is_earlier(report: Report) -> bool:
    """Tell whether a deed is of an earlier month; an exact day may be that of a second story."""
    published, day = report.source.published, _own_last(report)
    if published is None or day is None or report.background or report.kind in _LASTING:
        return False
    if report.when.precision not in _LONG or (published - day).days <= OLD_DAYS:
        return False
    if report.when.span is not None and _UNTIL.search(
        report.quote[: report.when.span.start - report.sentence.start]
    ):
        return False
    return _COMPARES.search(report.quote) is not None or _is_aside(report)


def _is_aside(report: Report) -> bool:
    """Tell whether a deed only describes somebody: "who seized power in a coup in January"."""
    start = report.sentence.start
    whole = Span(0, len(report.quote))
    trigger = Span(report.trigger.start - start, report.trigger.end - start)
    return holding(report.quote, whole, trigger).aside


def _own_last(report: Report) -> date | None:
    """Return the last day that the sentence of a report itself gives its deed."""
    span = report.when.span
    return report.when.last if span is not None and report.sentence.covers(span) else None

"""Tell a page on anything else from news: none of its deeds has a day of late or opens it.

A recipe, a portrait, a letter speak of a brother who was shot and of shops that were robbed, far
down and on no day. News says when, or tells its deed at once: of 569 articles of agencies with a
deed none had it so, of 287 pages on US shootings three.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from geo.lexicon import Lexicon
from geo.linking.aftermath import DAYS_OF_WEEK
from geo.linking.effects import UNDATED
from geo.linking.newsday import OPENING_SENTENCES, RECENT_DAYS
from geo.linking.scenes import Sentence
from geo.model import Article, Report, Status, When

__all__ = ["mark"]

BECAUSE = "on no day, far down a page that dates no deed of late"
LEAST = 7
"""Sentences of a page at least: a note may leave out the day."""
DETENTION = "detention"
"""The family of arrests, which end the news of accidents and thefts."""
BESIDE = 1
"""Sentences before a deed in which its day may stand, whatever else it is of."""


def mark(
    article: Article, sentences: Sequence[Sentence], reports: Sequence[Report], lexicon: Lexicon
) -> list[Report]:
    """Return the reports, with those that a page on anything else mentions marked as background.

    Parameters
    ----------
    article, sentences
        The article and its sentences.
    reports
        What was read in it, in the order of its text.
    lexicon
        The words of deeds, of which its title may have one.
    """
    news = [r for r in reports if not (r.background or r.verbal)]
    if not news or len(sentences) < LEAST or any(r.entry for r in reports):
        return list(reports)
    if any(_is_told(article, sentences, r) for r in news) or _is_titled(article, lexicon):
        return list(reports)
    return [
        replace(r, background=True, because=(*r.because, BECAUSE))
        if not (r.background or r.verbal) and _is_undated(r) and not _goes_on(r, lexicon)
        else r
        for r in reports
    ]


def _is_told(article: Article, sentences: Sequence[Sentence], report: Report) -> bool:
    """Tell whether a report is news by its day, by one beside it, or by where it stands."""
    at = bisect_right(sentences, report.sentence.start, key=lambda s: s.span.start) - 1
    if at < OPENING_SENTENCES:
        return True
    if not _is_undated(report):
        return _is_recent(article, report.when)
    beside = sentences[at - BESIDE : at + 1]
    return any(_is_recent(article, when) for s in beside for when in s.whens)


def _is_recent(article: Article, when: When) -> bool:
    """Tell whether a day, or a few, are of the news."""
    published, first, last = article.published, when.first, when.last
    if published is None or first is None or last is None:
        return False
    return 0 <= (published - last).days <= RECENT_DAYS and (last - first).days <= DAYS_OF_WEEK


def _goes_on(report: Report, lexicon: Lexicon) -> bool:
    """Tell whether a deed needs no day: what still goes on, and who was arrested for the rest."""
    return report.status is Status.ONGOING or lexicon.kinds[report.kind].family == DETENTION


def _is_undated(report: Report) -> bool:
    return report.when.basis.startswith(UNDATED)


def _is_titled(article: Article, lexicon: Lexicon) -> bool:
    """Tell whether the title of an article tells of a deed."""
    return any(not t.kind.verbal for t in lexicon.find(article.title or ""))

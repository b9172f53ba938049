"""Tell earlier deeds, recalled beside the news, from the news itself.

"Two labourers were killed in Hub in August", "he was wanted for a robbery on 21 July": an article
that tells of this week's deed recalls others. What lasts, a roadblock or a strike, may be there
still; and where many are recalled the article is a chronicle, and each of them its news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.language.late import late
from geo.lexicon import Lexicon
from geo.linking.effects import CARRIED
from geo.model import Article, Report, Span, When

__all__ = ["mark"]

NEWS_DAYS = 7
"""Days before publication on which a deed is the news of an article."""
OLD_DAYS, PAST_DAYS = 14, 30
"""Days before publication from which another one is none: if its month or year is told, and if its
day is. In nine sets of test articles 21 of 24 such deeds were none of the news."""
LONG_AGO = 100
"""Days before publication from which nothing is the news of an article that has other news."""
MOST = 3
"""Sentences with such deeds at most."""
NEW_DAYS = 3
"""Days before publication on which a deed is news even where it is called background."""
OPENING = 400
"""Characters within which talk, if it is of this week, is the news of an article."""
_UNTIL = re.compile(r"\b(?:until|since|till)\s+$", re.IGNORECASE)
"""Before a month in which somebody left or came: "minister until May"."""
_WHEN = re.compile(r",?\s+when\b")
"""Behind a month of which a deed is told: "empty since May, when it was looted"."""
_LASTED = re.compile(
    r"\b(?:lasted|ran\s+for|dragged\s+on|ended|called\s+off|suspended|averted|(?:stood|stayed|remained|closed|shut|blocked)\b[^.;]{0,30}?\bfor\s+(?:[\w-]+\s+){0,2}?(?:days|weeks|months))\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\bhad\s+(?:(?:already|also|previously|earlier)\s+)?(?:been\s+)?(?:\w+ly\s+)?(?=\w)",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:began|begun|started|first|initially|originally|took\s+to)\b", re.IGNORECASE
)
"""How something that lasts is told of where its beginning is recalled."""
_THIS_MONTH = re.compile(r"\bearlier\s+(?:this|in\s+the)\s+(?:month|year)\b", re.IGNORECASE)
"""A time of which no day is told, though the article has a day of its own."""
_REPORTED = re.compile(
    r"\W*as\s+(?:(?:previously|earlier|already)\s+)?(?:\w+\s+)?(?:reported|informed)\b",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(
    r"\b(?:the|an?|that|his|her|their)\s+[^,;.]{3,90}?\b(?:in|during)\s+which\s+[^,;.]{0,60}$",
    re.IGNORECASE,
)
"""Before a deed by which another one that is known is described: "the heist in which he was"."""
_TIED = late(
    r"\b(?:(?:linked|connected|related|tied)\s+(?:to|with)|in\s+(?:connection|relation)\s+(?:with|to)|relates?\s+to|"
    r"wanted\s+(?:for|over)|stem(?:s|med)\s+from)\s+(?:an?|the|his|her|their|last\s+\w+['’]s)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""Before a deed that another one is tied to: "arrests linked to a"."""
_WHICH_BEHIND = re.compile(r"[^,;.]{0,60}?\b(?:in|during)\s+which\b")
_LABELLED = re.compile(
    r"^[^\w\n]{0,20}(?:(?:the\s|some\s|brief\s|historical\s)?(?:background|context)|backgrounder|previously|"
    r"earlier\sincidents|previous\sincidents|the\sstory\sso\sfar)[ \t]{0,5}"
    r"(?:[:.–—-]{1,5}[ \t][^\n]*|:?[ \t]{0,5}\n[\n \t]{0,20}[^\n]+)",
    re.IGNORECASE | re.MULTILINE,
)
"""A paragraph that says that it recalls, in its first word or in the line above it."""
_SAYS = re.compile(r"\b(?:sa(?:y|ys|id)|told|report\w*|announced|added|claim\w*|that)\b")
_ANALYSIS = re.compile(
    r"^\W*(?:analysis|explainer|explained|opinion|comment(?:ary)?|column|editorial|q\s*(?:&|and)\s*a|"
    r"timeline|profile|backgrounder|fact\s?box|essay|long\s?read)\b|"
    r"\b(?:explainer|explained|analysis|q&a|timeline)\W*$|"
    r"^\W*(?:why|how)\b|^\W*(?:what|who)\b[^?]*\?\W*$|:\s+(?:why|how|what)\b",
    re.IGNORECASE,
)
"""Titles of what explains the news and tells none."""
_STATISTICS = re.compile(
    r"\b(?:crime|murder|homicide|casualty|violence)\s+(?:figures|statistics|stats|rates?|data)\b|(?:^|:)[^:]{0,30}\bfigures\s+(?:show|say|reveal\s+(?!little\b))|"
    r"\b(?:annual|quarterly|yearly)\s+(?:\w+\s+)?(?:report|figures|review)\b",
    re.IGNORECASE,
)
"""Titles of what counts deeds by the quarter: those of a day that is named are examples of it."""
_LONG = frozenset({"month", "year"})
_DEEDS = frozenset({"violence", "protest", "property", "control"})
_LASTING = frozenset(
    {"roadblock", "border_closure", "takeover", "strike", "access_denied", "deployment"}
)
"""What may be there still, whenever it began."""


def mark(
    article: Article, reports: Sequence[Report], lexicon: Lexicon, whens: Sequence[When]
) -> list[Report]:
    """Return the reports, with those of earlier deeds beside the news marked as background.

    Parameters
    ----------
    article
        The article: an analysis has no news of its own, and deeds of months ago are none in it.
    reports
        What was read in an article, in the order of its text.
    lexicon
        The kinds, which say of what family a report is.
    whens
        The dates of the article.
    """
    if _STATISTICS.search(article.title or ""):
        reports = [_counted(r) for r in reports]
    reports = _without_old(_without_described(_without_labelled(article, reports)))
    news = [r for r in reports if _is_news(r) and lexicon.kinds[r.kind].family in _DEEDS]
    news = [r for r in news if not _is_vague(r)]
    first = next(iter(news or filter(_is_talk, reports)), None)
    analysis = _ANALYSIS.search(article.title or "") is not None
    if (
        first is None
        and not analysis
        and (any(map(_is_news, reports)) or not _opens(article, whens))
    ):
        return list(reports)
    start = -1 if first is None else first.sentence.start
    behind = [r for r in reports if r.sentence.start >= start and _is_earlier(r)]
    if first is None and not analysis:
        behind = [r for r in behind if r.when.precision in _LONG or _is_earlier(r, LONG_AGO)]
    if len({r.sentence.start for r in behind}) > MOST and not analysis:
        return list(reports)
    return [_earlier(r) if r in behind else r for r in reports]


def _earlier(report: Report) -> Report:
    because = "an earlier deed beside the news"
    return replace(report, background=True, because=(*report.because, because))


def _without_old(reports: Sequence[Report]) -> list[Report]:
    """Mark deeds of long ago behind news of whatever kind; many of them are a chronicle."""
    first = next(filter(_is_news, reports), None)
    if first is None:
        return list(reports)
    old = [
        r for r in reports if r.sentence.start >= first.sentence.start and _is_earlier(r, LONG_AGO)
    ]
    if len({r.sentence.start for r in old}) > MOST:
        return list(reports)
    return [_earlier(r) if r in old else r for r in reports]


def _without_labelled(article: Article, reports: Sequence[Report]) -> list[Report]:
    """Mark what a paragraph recalls that is headed "Background", beside news elsewhere."""
    labelled = [Span(*m.span()) for m in _LABELLED.finditer(article.text)]
    if not labelled:
        return list(reports)
    recalled = {r.id for r in reports if any(span.covers(r.sentence) for span in labelled)}
    if not any(_is_news(r) for r in reports if r.id not in recalled):
        return list(reports)
    return [_earlier(r) if r.id in recalled and not _is_new(r) else r for r in reports]


def _without_described(reports: Sequence[Report]) -> list[Report]:
    """Mark deeds of days ago that only describe another: "the heist on 4 May in which he died"."""
    first = next(filter(_is_news, reports), None)
    return [
        _earlier(r)
        if first is not None and r.sentence.start >= first.sentence.start and _describes(r)
        else r
        for r in reports
    ]


def _describes(report: Report) -> bool:
    published, day = report.source.published, _own_last(report)
    if published is None or day is None or report.background or report.verbal:
        return False
    if (published - day).days <= NEWS_DAYS:
        return False
    at = report.trigger.start - report.sentence.start
    if _TIED.search(report.quote, 0, at) or _IN_WHICH.search(report.quote, 0, at):
        return True
    behind = _WHICH_BEHIND.match(report.quote, report.trigger.end - report.sentence.start)
    return report.names and behind is not None


def _is_new(report: Report) -> bool:
    """Tell whether a deed has a day of its own that is of the last few."""
    published, day = report.source.published, _own_last(report)
    return published is not None and day is not None and (published - day).days <= NEW_DAYS


def _is_news(report: Report) -> bool:
    published, day = report.source.published, report.when.last
    if published is None or day is None or report.background or report.verbal:
        return False
    return (published - day).days <= NEWS_DAYS


def _counted(report: Report) -> Report:
    """Return a deed of statistics as background, if its sentence gives it no day."""
    span, day = report.when.span, report.when.precision == "day"
    if day and span is not None and report.sentence.covers(span):
        return report
    return replace(report, background=True, because=(*report.because, "one of a statistic"))


def _opens(article: Article, whens: Sequence[When]) -> bool:
    """Tell whether an article opens with a day of this week, whatever was done on it."""
    ahead = (w for w in whens if w.span is not None and w.span.start < OPENING)
    days = [w.last for w in ahead if w.precision == "day" and w.last is not None]
    return article.published is not None and any(
        0 <= (article.published - day).days <= NEWS_DAYS for day in days
    )


def _is_talk(report: Report) -> bool:
    """Tell whether an article opens with talk of this week: two sides agreed, ministers met."""
    published, day = report.source.published, _own_last(report)
    if published is None or day is None or report.background or report.sentence.start > OPENING:
        return False
    return report.verbal and 0 <= (published - day).days <= NEWS_DAYS


def _is_earlier(report: Report, least: int = 0) -> bool:
    """Tell whether a deed is of an earlier month; one of this month may be another story.

    ``least`` are the days that it must be past.
    """
    published, day = report.source.published, _own_last(report)
    if published is None or day is None or report.background:
        return False
    age = (published - day).days
    if not least and _is_vague(report):
        return True
    if age <= least:
        return False
    if report.kind in _LASTING and age <= LONG_AGO and not _is_over(report):
        return False
    old = OLD_DAYS if report.when.precision in _LONG else PAST_DAYS
    if age <= (NEWS_DAYS if _is_before_that(report) else old):
        return False
    span = report.when.span
    if span is None or not report.sentence.covers(span):
        return True
    before = report.quote[: span.start - report.sentence.start]
    return _is_dated_by_it(report) or _UNTIL.search(before) is None


def _is_vague(report: Report) -> bool:
    """Tell whether nobody knows the day of a deed but that it was "earlier this month"."""
    span = report.when.span
    if span is None or not report.sentence.covers(span):
        return False
    start = report.sentence.start
    return _THIS_MONTH.search(report.quote, span.start - start, span.end - start) is not None


def _is_over(report: Report) -> bool:
    """Tell whether what lasts is recalled: how long it did, or in which month it began."""
    began = report.when.precision in _LONG and _BEGAN.search(report.quote)
    return bool(began or _LASTED.search(report.quote))


def _is_before_that(report: Report) -> bool:
    """Tell whether a deed is told as one before the news: "had been bombed", "as reported"."""
    start, end = (at - report.sentence.start for at in (report.trigger.start, report.trigger.end))
    if _REPORTED.match(report.quote):
        return True
    had = [m for m in _HAD.finditer(report.quote, 0, end) if m.end() >= start]
    # "Police said two had been hurt" is no more than what they said.
    return bool(had) and _SAYS.search(report.quote, 0, had[0].start()) is None


def _is_dated_by_it(report: Report) -> bool:
    """Tell whether a day is that of the deed, whatever lasts since: "since May, when it fell"."""
    span = report.when.span
    if span is None or not report.sentence.covers(span):
        return False
    return _WHEN.match(report.quote, span.end - report.sentence.start) is not None


def _own_last(report: Report) -> date | None:
    """Return the last day that the sentence of a report gives its deed, or the one before it."""
    span = report.when.span
    if span is None or not (report.sentence.covers(span) or report.when.basis.startswith(CARRIED)):
        return None
    return report.when.last

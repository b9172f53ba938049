"""Tell what a clause only recalls of somebody or something from the news of its sentence.

"The families of three men killed last week have complained", "a bridge that was blown up in the
summer has reopened", "calm since October, when protests filled the squares": the date is well
before the news, and the main verb tells of something else. Where the article opens with such a
deed or tells it elsewhere too, it is what the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.events.specificity import comes_about
from geo.events.wording import is_dated
from geo.language.clauses import holding, is_told
from geo.language.sought import Sought
from geo.language.telling import SAID
from geo.language.text import behind_last
from geo.model import Report, Span
from geo.reports.kinship import Kinship, kinship

__all__ = ["mark"]

BECAUSE = "what a clause only recalls"
OLD_DAYS, OLD_WEEK = 14, 7
"""Days before publication from which on what a clause dates is not the news: "last week" is not."""
OLD_STRETCH = 20
"""The same of a noun, which may be how the news itself is told."""
OF_THEN = 7
"""Days between what a clause dates and what a sentence of the article tells outright at most."""
SHORTEST = 25
"""Characters of the first sentence, which is no dateline: "TOLMEN, Ard. --"."""
_DESCRIBES = frozenset(
    {"who", "whom", "whose", "which", "where", "suspected", "accused", "convicted", "wanted"}
)
_RECALLS = frozenset({"since", "after", "following", "until", "before", "because"})
_THAT = re.compile(
    r"\b(?:who|which|that|where|whom|(?:in|from|during|at|on|by|of)\s+which|whose\s+(?:[\w-]+\s+){1,3})\s*"
    r"(?:(?:was|were|had|has|have|been|also|\w+ly)\s+){0,4}$"
)
"""Right before a deed that describes what stands before it."""
_SAYS_THAT = re.compile(
    rf"\b(?:{SAID}|reports?|confirms|claim(?:s|ed)|states|found|shows?|showed|"
    r"revealed|alleg\w+|believe[sd]?|clear|evidence|estimate[sd]?|means)\s+(?:[\w’'-]+\s+){0,4}that\s"
)
"""Before a deed that is what somebody says: "that" describes nothing."""
_ONE_OF = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|some|most|many|several|all|none|both)\s+of|(?:famil(?:y|ies)|relatives|parents|widows?|"
    r"mothers?|fathers?|brothers?|sisters?|sons?|daughters?|wi(?:fe|ves)|husbands?|friends|colleagues|lawyers?|memory|graves?|"
    r"portraits?|photos?|photographs?|posters?|names?|cases?|bodies|remains|death|deaths|release|killing|fate)\s+of|those|like)\s+"
    r"(?:[\w’'-]+\s+){0,6}$"
)
"""Before people of whom something else is told: "the families of three men"."""
_WHOM = re.compile(r"\b[A-Za-z’'-]+\s+$")
_TOLD_BY = re.compile(
    r"\b(?:was|were|is|are|been|be|being|had|has|have|got|get|and|or|not|to|that|who|which|they|he|she|it|we)\s+(?:\w+ly\s+)?$"
)
"""Before a verb that is no participle on its own, or goes on with one before."""
_FINITE = frozenset({"was", "were", "is", "are", "had", "has", "have"})
_WHEN = re.compile(r"\bwhen\s+(?:[\w’'-]+\s+){0,6}$")
_NAMED_BY = re.compile(
    r"\b(?:of|since|after|following|in|during|over|before|from|to|for|about|behind)\s+(?:(?:the|an?|that|this|its|their|his|her|last|[a-z]+['’]s)\s+)?"
    r"(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a noun that is not what the sentence tells: "since the riots of", "wounded in the"."""
_MAIN_VERB = re.compile(
    r"[\"”’')]?\s*(?:,\s*)?(?:(?:in|near|at|outside|on)\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?(?:\s*,)?\s+)?(?:(?:now|still|also|later|since|then|yet|\w+ly)\s+)?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|did|does|do|[a-z]+(?<!need)ed|says?|said|told|went|came|"
    r"took|met|held|began|left|stood|lay|remains?|became|spoke|made|got)\b"
)
"""Behind the date of a participle, what is told of whom it describes: "killed last week have"."""
_CAME_OF_IT = re.compile(
    r"[^.;,]{0,30},?\s+(?:was|were|is|are)\s+(?:\w+\s+){0,2}?(?:killed|wounded|injured|hurt|missing)\b"
)
_COMMA = re.compile(r",\s+(?:\w+ly\s+|itself\s+)?$")
_DAY_OF = re.compile(
    r"\b(?:since|until|before|from|after)\s+[^,.;]{2,40},\s*$|\b(?:day|night|morning|week|month|year|time|summer|winter|spring|autumn)\s+"
    r"(?:in\s+\w+\s+|last\s+\w+\s+)?$"
)
"""Before "when", what is told of a day: "since October, when"."""
_HARM = Sought(r"\b(?:kill|wound|injur|die|dead|death|hurt|arrest|detain)\w*", re.IGNORECASE)


def mark(text: str, sentences: Sequence[Span], reports: Sequence[Report]) -> list[Report]:
    """Return the reports, with what clauses only recall of the past marked as background.

    Parameters
    ----------
    text, sentences
        The text of the article and its sentences: what the first tells of is what it is about.
    reports
        What was read in it, in the order of its text.
    """
    opening = next((s.end for s in sentences if s.end - s.start >= SHORTEST), 0)
    old = [r for r in reports if _is_old(r)]
    recalled = [r for r in old if r.sentence.start >= opening and _recalls(text, r)]
    told = [r for r in old if r not in recalled]
    marked = {
        r.trigger
        for r in recalled
        if _is_told_once(r, reports) and not any(_is_of_then(r, other) for other in told)
    }
    return [
        replace(r, background=True, because=(*r.because, BECAUSE)) if r.trigger in marked else r
        for r in reports
    ]


def _is_of_then(report: Report, told: Report) -> bool:
    """Tell whether an article tells of that time: the report of a month has its news in it."""
    one, two = report.when.first, told.when.first
    return (
        report.sentence != told.sentence
        and one is not None
        and two is not None
        and abs((one - two).days) <= OF_THEN
    )


def _is_old(report: Report, least: int | None = None) -> bool:
    """Tell whether the sentence of a deed gives it a day well before the news."""
    when, published = report.when, report.source.published
    if published is None or when.span is None or when.first is None or when.last is None:
        return False
    if report.background or report.verbal or not is_dated(report):
        return False
    # "Last week" may end on the day before yesterday, and began long before.
    least = least or (OLD_WEEK if when.precision == "week" else OLD_DAYS)
    return (published - when.first).days >= least and when.last < published


def _recalls(text: str, report: Report) -> bool:
    """Tell whether a deed only describes somebody, or says since or after when the rest is so."""
    if report.names:
        return _is_old(report, OLD_STRETCH) and _is_only_named(report)
    own = holding(text, report.sentence, report.trigger)
    when = report.when.span
    # "In July they blocked a road, after police had tried to seize it": the day is the road's.
    if own.opener in _RECALLS and when is not None and own.span.covers(when):
        return not _tells_harm(text, report, own.span)
    return any(way(text, report) for way in (_describes, _is_participle, _dates_a_day))


def _before(report: Report) -> str:
    return report.quote[: report.trigger.start - report.sentence.start]


def _behind(report: Report) -> str:
    """Return what stands behind a deed and its date."""
    when = report.when.span
    end = max(report.trigger.end, when.end if when is not None else 0)
    return report.quote[end - report.sentence.start :]


def _tells_harm(text: str, report: Report, own: Span) -> bool:
    """Tell whether the rest of a sentence tells the harm that was done in a deed."""
    rest = text[report.sentence.start : own.start] + text[own.end : report.sentence.end]
    return _HARM.search(rest) is not None


def _describes(text: str, report: Report) -> bool:
    """Tell whether a deed stands in a clause that describes: "a post that was attacked in May"."""
    before, when = _before(report), report.when.span
    if when is None or _SAYS_THAT.search(before, behind_last(".;", before)):
        return False
    # "Was cut on 3 May at a mine, where villagers felled trees": the day is that of both.
    if (that := _THAT.search(before)) is not None:
        return when.start - report.sentence.start > that.start()
    own = holding(text, report.sentence, report.trigger)
    return (
        own.span.covers(when)
        and own.opener in _DESCRIBES
        and not _tells_harm(text, report, own.span)
    )


def _is_participle(_: str, report: Report) -> bool:
    """Tell whether a participle describes people of whom the sentence tells something else."""
    said, at = report.quote, report.trigger.start - report.sentence.start
    words = said[at : at + report.trigger.end - report.trigger.start].split()
    # "The officers arrested in May": whom it befell may be one of the words that tell of it.
    verb = next((n for n, word in enumerate(words[:2]) if is_told(word.lower())), None)
    # "Four of them were hurt" is a clause of its own, and tells.
    if verb is None or words[verb].lower() in _FINITE:
        return False
    before = said[:at] + "".join(f"{word} " for word in words[:verb])
    if _TOLD_BY.search(before):
        return False
    # "Soldiers ambushed in May were wounded": that is what came of it.
    if _CAME_OF_IT.match(_behind(report)):
        return False
    if _MAIN_VERB.match(_behind(report)):
        return _COMMA.search(before) is not None or _WHOM.search(before) is not None
    return _ONE_OF.search(before) is not None


def _dates_a_day(_: str, report: Report) -> bool:
    """Tell whether a deed only says of what day is spoken: "the day in May when"."""
    at = _WHEN.search(_before(report))
    return at is not None and _DAY_OF.search(_before(report), 0, at.start()) is not None


def _is_only_named(report: Report) -> bool:
    """Tell whether a noun is all that tells of a deed: "memories of the attack in June"."""
    at = report.trigger.end - report.sentence.start
    if (
        comes_about(_before(report).lower(), report.quote[at:].lower())
        or report.trigger.start == report.sentence.start
    ):
        return False
    return _NAMED_BY.search(_before(report)) is not None


def _is_told_once(report: Report, reports: Sequence[Report]) -> bool:
    """Tell whether no other sentence tells of such a deed of that time."""
    return not any(
        other.sentence != report.sentence
        and not (other.background or other.verbal)
        and kinship(report.kind, other.kind) >= Kinship.OFTEN
        and (other.when.overlaps(report.when) or not is_dated(other))
        for other in reports
    )

"""Tell what somebody is only accused of, beside the news of his arrest, from a deed of its own.

"Police detained two teenagers on suspicion of setting fire to lorries", "the mob beat a man whom
they accused of stealing a goat": the sentence tells of the arrest or the mob. What was done before
is a deed of its own where the sentence gives it a day, or where the article has no other one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.lexicon import Lexicon
from geo.model import Report

__all__ = ["DID", "mark"]

BECAUSE = "what somebody is accused of, beside the news"
WITHIN = 60
"""Characters before a deed in which the accusation stands."""
_CUE = re.compile(
    r"\b(?:on\s+(?:the\s+)?suspicion\s+of|suspected\s+of|charged\s+with|for\s+allegedly|"
    r"accus(?:ed|es|ing)\s+(?:[\w’'-]+\s+){0,4}?of)\s+(?:[\w’'-]+\s+){0,2}?$",
    re.IGNORECASE,
)
DID = (
    r"(?:(?:involved|implicated|complicit|participated|taken\s+part|took\s+part|a\s+hand|a\s+role)\s+in|involvement\s+in|"
    r"(?:blamed|responsible|wanted|sought|convicted|sentenced|jailed|notorious|known|infamous)\s+for|"
    r"(?:accused|suspected|convicted|guilty)\s+of|(?:been|was|were|is|are)\s+behind|(?:linked|tied|connected)\s+to|"
    r"(?:has|have|had)\s+(?:also\s+|previously\s+|earlier\s+)?(?:carried\s+out|staged|mounted|launched|committed))"
)
"""What somebody did before."""
_SEVERAL = re.compile(
    rf"\b{DID}\s+(?:(?!(?:the|this|that|these|those)\s)[\w’'-]+\s+){{0,4}}?$", re.IGNORECASE
)
_SEVERAL_THAT = re.compile(
    rf"\b{DID}\s+(?:(?!(?:the|this|that|these|those)\s)[\w’'-]+\s+){{0,3}}?\w+s\s+"
    r"(?:(?:in\s+)?which|that|where)\s+(?:[\w’'-]+\s+){0,4}?$",
    re.IGNORECASE,
)
"""Before deeds of a life, of which none is the news: "the gang was behind several kidnappings"."""
_PLURAL = re.compile(
    r"[a-z]s(?:\s+(?:in|on|at|of|against|that|which|where)\b.{0,40})?$", re.IGNORECASE
)
_ATTACKS_THAT = re.compile(r"\w+s\s+(?:that|(?:in\s+)?which|where)\b")
"""A deed in the plural with what it did: "attacks that killed"."""
_GERUND = re.compile(r"(?:having\s+)?\w+ing\b", re.IGNORECASE)
"""How a charge is worded; "part in an attack on officials" names a deed of its own."""
_DEEDS = frozenset({"violence", "property", "protest"})
_ONE = re.compile(r"\b(?:an?|the|two|three|that)\s", re.IGNORECASE)
_BY_CROWDS = frozenset({"mob_violence", "attack"})
_ANSWERS = frozenset({"arrest", "raid", "mob_violence", "attack", "abduction"})
"""Kinds of what is done to the accused."""


def mark(reports: Sequence[Report], lexicon: Lexicon) -> list[Report]:
    """Return the reports, with what somebody is only accused of marked as background.

    Parameters
    ----------
    reports
        What was read in an article, in the order of its text.
    lexicon
        The kinds, which say of what family a report is.
    """
    news = [r for r in reports if not (r.background or r.verbal)]
    return [
        replace(r, background=True, because=(*r.because, BECAUSE))
        if not (r.background or r.verbal) and _is_charge(r, news, lexicon)
        else r
        for r in reports
    ]


def _is_charge(report: Report, news: Sequence[Report], lexicon: Lexicon) -> bool:
    at = report.trigger.start - report.sentence.start
    if _is_one_of_several(report, at):
        return True
    cue = _CUE.search(report.quote, max(at - WITHIN, 0), at)
    if cue is None:
        return False
    answers = [r for r in news if r.sentence == report.sentence and _answers(r, report)]
    # "Accused of theft were lynched on Monday": the day is that of what was done to them.
    until = min(
        (r.trigger.start for r in answers if r.trigger.start > report.trigger.start), default=None
    )
    if _is_dated(report, cue.start(), until):
        return False
    # "Accused of robbery": of no one deed, as "of a robbery" is.
    bare = report.names and _ONE.search(cue.group()) is None
    if not (bare or _GERUND.match(report.quote, at)):
        return False
    others = [r for r in news if r is not report and lexicon.kinds[r.kind].family in _DEEDS]
    return bool(answers and others)


def _is_one_of_several(report: Report, at: int) -> bool:
    """Tell whether somebody is said to have done several deeds, on no day that it says."""
    told = report.quote[at : report.trigger.end - report.sentence.start]
    if report.names and _PLURAL.search(told) is None:
        return False
    named = report.names or _ATTACKS_THAT.match(told) is not None
    way = _SEVERAL if named else _SEVERAL_THAT
    cue = way.search(report.quote, max(at - WITHIN, 0), at)
    return cue is not None and not _is_dated(report, cue.start(), None)


def _answers(answer: Report, report: Report) -> bool:
    """Tell whether a report is of what was done to those who are accused of another deed.

    "Two men accused of robbery were lynched" tells first of what they are accused.
    """
    told_first = answer.trigger.start < report.trigger.start
    return answer.kind in (_ANSWERS if told_first else _BY_CROWDS)


def _is_dated(report: Report, cue: int, until: int | None) -> bool:
    """Tell whether the sentence gives the deed a day of its own, behind the accusation."""
    span, end = report.when.span, until or report.sentence.end
    return span is not None and report.sentence.start + cue < span.start < end

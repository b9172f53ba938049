"""Tell a sentence that sums up from the incidents that are told one by one behind it.

"Six people were shot in three separate incidents over the weekend", "a series of bombings struck
the country": where the text goes on to tell them, the sum is no incident beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.events.specificity import GENERAL
from geo.language.almanac import NUMBERS, alternatives
from geo.language.sought import Sought
from geo.lexicon import Lexicon
from geo.model import Report

__all__ = ["mark"]

VIOLENCE = "violence"
"""The family whose deeds in several provinces are told one by one."""
TOLD_APART = 2
"""Places of which deeds are told behind it, for a sentence to be their sum."""
_REGIONS = re.compile(r"\b(?:regions|provinces|districts|oblasts|states|counties|departments)\b")
_NUMBERS = alternatives(word for word, value in NUMBERS.items() if value > 1)
_DEEDS = (
    r"(?:incidents|shootings|attacks|stabbings|bombings|explosions|blasts|clashes|raids|"
    r"killings|homicides|murders|abductions|protests|assaults|strikes)"
)
"""In the plural: "in a separate incident" one is told."""
_SUM = Sought(
    rf"\b(?:{_NUMBERS}|\d+|several|multiple|separate|(?:series|string|wave|spate|flurry|rash)\s+of)\s+"
    rf"(?:(?!of\b)[\w-]+\s+){{0,2}}{_DEEDS}\b|"
    # "Wounded in attacks across Tolmen", "fought in several cities".
    rf"\b{_DEEDS}\s+(?:across|throughout|all\s+over)\b|"
    rf"\b(?:in|across)\s+(?:{_NUMBERS}|\d+|several|many|multiple)\s+(?:[\w-]+\s+)?"
    r"(?:cities|towns|villages|districts|provinces|regions|states|counties)\b",
    re.IGNORECASE,
)
_WINDOW = Sought(
    r"\b(?:over|in|during|within|for)\s+the\s+(?:past|last|previous)\s+"
    r"(?:day|night|weekend|(?:[0-9]+|twenty-four)[\s-]hours?)\b",
    re.IGNORECASE,
)
"""A stretch of which all is counted: "attacks killed five over the past day"."""
_WAS_ONE = re.compile(r"\b(?:an?|the)\s+(?:[\w-]+\s+){1,4}(?:was|has\s+been)\s+$", re.IGNORECASE)
SUM_WITHIN = 80
"""Characters from a deed to the words behind it that make a sum of it."""
_ONE = Sought(r"\b(?:one|first|second|third|another)\s+of\b", re.IGNORECASE)


def mark(reports: Sequence[Report], lexicon: Lexicon) -> list[Report]:
    """Return the reports, with those that sum up what is told behind them marked as background.

    Parameters
    ----------
    reports
        What was read in an article, in the order of its text.
    lexicon
        The kinds, which say of what family a report is.
    """
    return [
        replace(
            report,
            background=True,
            because=(*report.because, f"{GENERAL}: sums up what is told one by one"),
        )
        if (_sums_up(report) or _is_spread(report, reports, lexicon))
        and len(_told_behind(report, reports, lexicon)) >= TOLD_APART
        else report
        for report in reports
    ]


def _sums_up(report: Report) -> bool:
    """Tell whether the sentence of a report counts incidents."""
    if report.background or report.verbal or _ONE.search(report.quote):
        return False
    start, end = (at - report.sentence.start for at in (report.trigger.start, report.trigger.end))
    # "A trader was kidnapped on Friday and a series of abductions followed": one, and a sum.
    alone = _WAS_ONE.search(report.quote, 0, start) is not None
    counted = any(
        match.start() - end <= SUM_WITHIN and not (alone and match.start() > end)
        for match in _SUM.finditer(report.quote)
    )
    return counted or _WINDOW.search(report.quote) is not None


def _is_spread(report: Report, reports: Sequence[Report], lexicon: Lexicon) -> bool:
    """Tell whether one verb tells of several provinces: "killed in attacks on X and Y regions".

    Roads that are blocked in three provinces are so in each.
    """
    if lexicon.kinds[report.kind].family != VIOLENCE:
        return False
    if report.background or report.verbal or not _REGIONS.search(report.quote):
        return False
    alike = (r for r in reports if r.trigger == report.trigger)
    return len({r.where.place.id for r in alike if r.where and r.where.place}) > 1


def _told_behind(report: Report, reports: Sequence[Report], lexicon: Lexicon) -> set[str]:
    """Return the places of the deeds of its family that later sentences tell of."""
    family = lexicon.kinds[report.kind].family
    return {
        f"{other.where.place.id}:{other.where.mention.name}"
        for other in reports
        if other.sentence.start >= report.sentence.end
        and not (other.background or other.verbal)
        and lexicon.kinds[other.kind].family == family
        and other.where is not None
        and other.where.place is not None
        and other.sentence.covers(other.where.mention.span)
    }

"""Tell talk that only reminds of a deed from talk of the next one.

"He promised to investigate the murder of six nuns", "they will not bow to Friday's bombing": what
is promised or ahead is something else, and the deed was told in the same article. "They threatened
another attack" is no reminder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.events import wording
from geo.lexicon import Lexicon
from geo.model import Report
from geo.reports.kinship import Kinship, kinship
from geo.reports.nearness import Lie, Locality, relation

__all__ = ["mark"]

BECAUSE = "talk that reminds of a deed told in the article"
_DEEDS = frozenset({"violence", "property"})
_AHEAD = re.compile(
    r"(?:\s+(?:that|which))?(?:\s+[\w-]+){0,3}?\s+(?:will|would|planned|scheduled|set|due|to\s+come|if|unless)\b",
    re.IGNORECASE,
)
"""Behind a deed that is ahead itself: "the attack that they would launch"."""


def mark(reports: Sequence[Report], lexicon: Lexicon) -> list[Report]:
    """Return the reports, with talk that only reminds of what was done marked as background.

    Parameters
    ----------
    reports
        What was read in an article, in the order of its text.
    lexicon
        The kinds, which say of what family a report is.
    """
    deeds = [r for r in reports if not (r.background or r.verbal) and _is_of_deeds(r, lexicon)]
    return [
        replace(r, background=True, because=(*r.because, BECAUSE))
        if _reminds(r, lexicon) and any(_may_mean(r, deed) for deed in deeds)
        else r
        for r in reports
    ]


def _is_of_deeds(report: Report, lexicon: Lexicon) -> bool:
    return lexicon.kinds[report.kind].family in _DEEDS


def _reminds(report: Report, lexicon: Lexicon) -> bool:
    """Tell whether a deed that is only talked of is named as one that is known."""
    if not report.verbal or report.background or not _is_of_deeds(report, lexicon):
        return False
    behind = report.quote[report.trigger.end - report.sentence.start :]
    known = wording.points_back(report) and not wording.points_ahead(report)
    return known and _AHEAD.match(behind) is None


def _may_mean(report: Report, deed: Report) -> bool:
    """Tell whether a name for a deed can be that of another one, by its kind, victims and place."""
    if kinship(report.kind, deed.kind) < Kinship.OFTEN:
        return False
    mine, theirs = wording.targets(report), wording.targets(deed)
    if (mine and theirs and mine.isdisjoint(theirs)) or (report.killed and not deed.killed):
        return False
    return _may_be_there(report, deed)


def _may_be_there(report: Report, deed: Report) -> bool:
    """Tell whether no place that a sentence names for talk of a deed sets it apart from one."""
    named = report.where is not None and report.sentence.covers(report.where.mention.span)
    mine, theirs = Locality.of(report.where), Locality.of(deed.where)
    if not named or mine is None or theirs is None:
        return True
    return relation(mine, theirs).lie not in {Lie.APART, Lie.FAR}

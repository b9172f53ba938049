"""Tell a deed that is part of another one from a second deed.

"Gunmen burst into a house and shot three" is one shooting, "troops drove into Jenin and searched
houses" one raid: who codes events codes the heavier deed. Which kinds may be parts of which is data
(``part_of`` in ``kinds.toml``); here both have to be told in one sentence, of one place and day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from geo.lexicon import Lexicon
from geo.model import Report, Span, Status

__all__ = ["mark"]

_DONE = {Status.OCCURRED, Status.ONGOING, Status.ENDED, Status.ALLEGED}


def mark(reports: Sequence[Report], lexicon: Lexicon) -> list[Report]:
    """Return the reports, with those that are part of another deed marked as background.

    Parameters
    ----------
    reports
        What was read in an article, in the order of its text.
    lexicon
        The kinds, which say what they may be part of.
    """
    together: defaultdict[Span, list[Report]] = defaultdict(list)
    for report in reports:
        if _is_told(report):
            together[report.sentence].append(report)
    wholes = {r.id: _whole(r, together[r.sentence], lexicon) for r in reports if _is_told(r)}
    steps: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if (whole := wholes.get(report.id)) is not None:
            steps[whole.id].append(report)
    return [_as_part(_with_figures(r, steps[r.id]), wholes.get(r.id)) for r in reports]


def _is_told(report: Report) -> bool:
    return report.status in _DONE and not report.background and not report.verbal


def _whole(report: Report, beside: Sequence[Report], lexicon: Lexicon) -> Report | None:
    """Return the deed of its sentence that a report is part of."""
    wholes = lexicon.kinds[report.kind].part_of
    return next((r for r in beside if r.kind in wholes and _is_one_scene(report, r)), None)


def _is_one_scene(report: Report, other: Report) -> bool:
    """Tell whether two deeds were done at one place and time, as far as it is known."""
    places = {r.where.place.id for r in (report, other) if r.where and r.where.place}
    undated = report.when.last is None or other.when.last is None
    return len(places) < 2 and (undated or report.when.overlaps(other.when))


def _with_figures(report: Report, parts: Sequence[Report]) -> Report:
    """Give a deed the figures that only a step of it has: "killed two in an ambush"."""
    for part in parts:
        report = replace(
            report,
            killed=report.killed or part.killed,
            injured=report.injured or part.injured,
            arrested=report.arrested or part.arrested,
            missing=report.missing or part.missing,
        )
    return report


def _as_part(report: Report, whole: Report | None) -> Report:
    if whole is None:
        return report
    because = f"part of what the sentence tells as {whole.kind}"
    return replace(report, background=True, because=(*report.because, because))

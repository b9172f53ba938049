"""Tell what only comes of a deed told before, or goes on with it, from a deed of its own.

"Two houses were damaged", "a pistol was found", "police launched a search", "before they withdrew":
behind the shelling or the attack of which the article told, and with no place of their own, these
are its end. A step that is told in the same sentence is for ``geo.reports.parts``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from geo.language.sought import Sought
from geo.lexicon import Lexicon
from geo.model import Report

__all__ = ["mark"]

MORE = "tells more of a deed told before"
LEFT = "who left after a deed told before"
ANSWER = "who came to a deed told before"
_DEEDS = frozenset({"violence", "property"})
_TAKEN = frozenset({"takeover", "raid", "seizure", "capture_of_territory"})
_GOING = frozenset({"withdrawal", "troop_withdrawal", "troop_movement"})
_THEY = re.compile(
    r"\b(?:they|the\s+(?:\w+\s+)?(?:force|troops|soldiers|attackers|assailants|gunmen|militants|rebels|fighters|"
    r"insurgents|raiders|bandits|men|group|gang|army))\b",
    re.IGNORECASE,
)
LEFT_WITHIN = 60
"""Characters up to the end of a deed in which stands who left."""
_SEARCH = re.compile(r"\b(?:search|combing|manhunt|cordon)\w*(?:\s+operation)?$", re.IGNORECASE)
_RESULTS = {
    "property_damage": re.compile(
        r"\b(?:was|were|been)\s+(?:\w+\s+){0,2}(?:damaged|destroyed|wrecked|hit)\b"
    ),
    "weapons_seizure": re.compile(r"\b(?:was|were)\s+(?:\w+\s+)?(?:recovered|found|seized)\b"),
}
"""What is told of a deed when it is over: "two houses were damaged", "a pistol was found"."""
RESULT_WITHIN = 80
_OWN_NEWS = Sought(
    r"(?:(?<![\w.-])\d{2,}\s+(?:[\w-]+\s+){0,2}(?:rifles|guns|weapons|pistols|firearms|grenades|explosives)|"
    r"\b(?:dozens|scores|hundreds|thousands|tons?|tonnes?)\s+of|\barsenal)\b[^.;]*\b(?:recovered|found|seized)\b|"
    r"\bby\s+(?:[\w-]+\s+){0,3}(?:vandals|youths|mobs?|rioters|attackers|assailants|arsonists|thieves|persons|hands?)\b",
    re.IGNORECASE,
)
"""What is more than came of it: "400 rifles were seized", "a grave was destroyed by vandals"."""
WHO_WITHIN = 16
"""Characters of the words of a withdrawal in which stands who left: "army withdrew"."""
_STATE = re.compile(r"\b(?:army|troops|soldiers|force)\b", re.IGNORECASE)
_REBELS = re.compile(
    r"\b(?:rebels?|militants|gunmen|fighters|insurgents|militia\w*|bandits|jihadists?|guerrillas)\b",
    re.IGNORECASE,
)
JUST_BEFORE = 300
"""Characters between a deed and what came of it at most."""
_HARMFUL = frozenset(
    {
        "shelling", "air_strike", "explosion", "suicide_bombing", "grenade_attack", "armed_clash",
        "shooting", "attack", "arson", "riot",
    }
)  # fmt: skip
_FORCES = frozenset({"deployment", "troop_movement"})
_THE_HOUSE = re.compile(
    r"\bthe\s+(?:\w+\s+)?(?:post|camp|base|barracks|building|compound|facility|station|site|hotel|prison|house|checkpoint)$"
)


def mark(reports: Sequence[Report], lexicon: Lexicon) -> list[Report]:
    """Return the reports, with what came of a deed told before marked as background.

    Parameters
    ----------
    reports
        What was read in an article, in the order of its text.
    lexicon
        The kinds, which say of what family a report is.
    """
    deeds = [r for r in reports if _is_news(r) and lexicon.kinds[r.kind].family in _DEEDS]
    return [_marked(r, deeds) for r in reports]


def _is_news(report: Report) -> bool:
    return not (report.background or report.verbal)


def _marked(report: Report, deeds: Sequence[Report]) -> Report:
    if not _is_news(report) or report.because[1].startswith("place: named"):
        return report
    because = next(
        (
            because
            for tells, follows, because in _SEQUELS
            if tells(report) and any(follows(deed, report) for deed in deeds)
        ),
        None,
    )
    if because is None:
        return report
    return replace(report, background=True, because=(*report.because, because))


def _goes_on(report: Report) -> bool:
    """Tell whether a deed befell a house that was spoken of: "tried to storm the post"."""
    said = report.quote[: report.trigger.end - report.sentence.start]
    return _THE_HOUSE.search(said) is not None and report.kind in _TAKEN


def _came_to_it(report: Report) -> bool:
    """Tell whether police or soldiers came to where something had happened."""
    said = report.quote[: report.trigger.end - report.sentence.start]
    return report.kind in _FORCES or (report.kind == "raid" and _SEARCH.search(said) is not None)


def _came_of_it(report: Report) -> bool:
    """Tell whether things were only damaged by a deed told before, or weapons found after it."""
    if _OWN_NEWS.search(report.quote):
        return False
    said = report.quote[report.trigger.start - report.sentence.start :][:RESULT_WITHIN]
    wanted = _RESULTS.get(report.kind)
    return wanted is not None and wanted.search(said) is not None


def _left_it(report: Report) -> bool:
    """Tell whether those who did it only left again: "before they withdrew"."""
    said = report.quote[: report.trigger.end - report.sentence.start]
    return report.kind in _GOING and _THEY.search(said[-LEFT_WITHIN:]) is not None


def _is_before(deed: Report, report: Report) -> bool:
    ahead = deed.sentence.end <= report.sentence.start and report.when.overlaps(deed.when)
    return ahead and deed.kind != report.kind and not report.killed


def _is_just_before(deed: Report, report: Report) -> bool:
    near = report.sentence.start - deed.sentence.end <= JUST_BEFORE
    if deed.kind == "shooting" and "destroyed" in report.quote:
        return False  # shots damage houses, and destroy none
    return near and deed.kind in _HARMFUL and _is_before(deed, report)


def _is_theirs(deed: Report, report: Report) -> bool:
    """Tell whether who left did the deed: an army that leaves what rebels attacked gives it up."""
    did = deed.quote[: deed.trigger.end - deed.sentence.start]
    who = report.quote[: report.trigger.start - report.sentence.start + WHO_WITHIN]
    fled = _STATE.search(who) and not _REBELS.search(who) and _REBELS.search(did)
    return not fled and _is_before(deed, report)


_SEQUELS: tuple[tuple[Callable[[Report], bool], Callable[[Report, Report], bool], str], ...] = (
    (_goes_on, _is_before, MORE),
    (_left_it, _is_theirs, LEFT),
    (_came_of_it, _is_just_before, MORE),
    (_came_to_it, _is_before, ANSWER),
)
"""What a report may be, what the deed before it must be, and the reason; the first row holds."""

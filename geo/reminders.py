"""Tell talk that only reminds of a deed from talk of the next one.

"He promised to investigate the murder of six nuns", "they will not bow to Friday's bombing": what
is promised or ahead is something else, and the deed was told in the same article. "They threatened
another attack" is no reminder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo import wording
from geo.kinship import Kinship, kinship
from geo.lexicon import Lexicon
from geo.model import Report
from geo.nearness import Lie, Locality, relation

__all__ = ["mark"]

BECAUSE = "talk that reminds of a deed told in the article"
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
_OWN_NEWS = re.compile(
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
    return [_marked(r, deeds, lexicon) for r in reports]


def _marked(report: Report, deeds: Sequence[Report], lexicon: Lexicon) -> Report:
    because = None
    if _reminds(report, lexicon) and any(_may_mean(report, deed) for deed in deeds):
        because = BECAUSE
    elif _goes_on(report) and any(_is_before(deed, report) for deed in deeds):
        because = MORE
    elif _left_it(report) and any(_is_theirs(deed, report) for deed in deeds):
        because = LEFT
    elif _came_of_it(report) and any(_is_just_before(deed, report) for deed in deeds):
        because = MORE
    elif _came_to_it(report) and any(_is_before(deed, report) for deed in deeds):
        because = ANSWER
    if because is None:
        return report
    return replace(report, background=True, because=(*report.because, because))


def _goes_on(report: Report) -> bool:
    """Tell whether a deed befell a house that was spoken of: "tried to storm the post"."""
    if report.background or report.verbal or report.because[1].startswith("place: named"):
        return False
    said = report.quote[: report.trigger.end - report.sentence.start]
    return _THE_HOUSE.search(said) is not None and report.kind in _TAKEN


def _came_to_it(report: Report) -> bool:
    """Tell whether police or soldiers came to where something had happened: a place is named."""
    if report.background or report.verbal or report.because[1].startswith("place: named"):
        return False
    said = report.quote[: report.trigger.end - report.sentence.start]
    return report.kind in _FORCES or (report.kind == "raid" and _SEARCH.search(said) is not None)


def _came_of_it(report: Report) -> bool:
    """Tell whether things were only damaged by a deed told before, or weapons found after it."""
    if report.background or report.verbal or report.because[1].startswith("place: named"):
        return False
    if _OWN_NEWS.search(report.quote):
        return False
    said = report.quote[report.trigger.start - report.sentence.start :][:RESULT_WITHIN]
    wanted = _RESULTS.get(report.kind)
    return wanted is not None and wanted.search(said) is not None


def _left_it(report: Report) -> bool:
    """Tell whether those who did it only left again: "before they withdrew"; a place is named."""
    if report.background or report.verbal or report.kind not in _GOING:
        return False
    if report.because[1].startswith("place: named"):
        return False
    said = report.quote[: report.trigger.end - report.sentence.start]
    return _THEY.search(said[-LEFT_WITHIN:]) is not None


def _is_before(deed: Report, report: Report) -> bool:
    ahead = deed.sentence.end <= report.sentence.start and report.when.overlaps(deed.when)
    return ahead and deed.kind != report.kind and not report.killed


def _is_just_before(deed: Report, report: Report) -> bool:
    near = report.sentence.start - deed.sentence.end <= JUST_BEFORE
    if deed.kind == "shooting" and "destroyed" in report.quote:
        return False  # shots damage houses
    return near and deed.kind in _HARMFUL and _is_before(deed, report)


def _is_theirs(deed: Report, report: Report) -> bool:
    """Tell whether who left did the deed: an army that leaves what rebels attacked gives it up."""
    did = deed.quote[: deed.trigger.end - deed.sentence.start]
    who = report.quote[: report.trigger.start - report.sentence.start + WHO_WITHIN]
    fled = _STATE.search(who) and not _REBELS.search(who) and _REBELS.search(did)
    return not fled and _is_before(deed, report)


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

"""Tell a deed that is part of another one from a second deed.

"Gunmen burst into a house and shot three" is one shooting, "troops drove into Jenin and searched
houses" one raid: who codes events codes the heavier deed. Which kinds may be parts of which is
data (``part_of`` in ``kinds.toml``). What only says that somebody was killed is part of the riot
that its sentence tells of; and where the words of two deeds overlap ("insurgents fired" and "fired
mortars at") they are one. All of it has to be told in one sentence, of one place and day; only how
soldiers came may be told in another one, if place and day are known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.language.clauses import is_told
from geo.language.late import late
from geo.lexicon import Lexicon, Trigger
from geo.linking.pluperfects import had_come
from geo.model import Report, Span, Status

__all__ = ["PART_OF", "mark"]

PART_OF = "part of what the sentence tells as"
"""How the reason begins why a deed is none of its own."""

_ROUGH = (
    "attack",
    "shooting",
    "armed_clash",
    "riot",
    "protest",
    "property_damage",
    "raid",
    "seizure",
)
_EXACT = frozenset(
    {
        "explosion", "grenade_attack", "suicide_bombing", "shelling", "air_strike", "arson",
        "chemical_attack", "abduction", "robbery", "mob_violence", "sexual_violence",
    }
)  # fmt: skip
"""Kinds that say more exactly what a rough one with overlapping words was."""
_COSTLY = frozenset(
    {
        "riot", "clash", "mob_violence", "protest_dispersed", "excessive_force", "coup",
        "roadblock_removal",
    }
)  # fmt: skip
"""Kinds of other families in which people are killed and hurt."""
_CARE = re.compile(
    r"\b(?:hospitals?|clinics?|wards?|doctors?|medics?|surgeons?|m[eé]decins|msf|red\s+cross)\b[^;]{0,120}?"
    r"\b(?:receiv|treat|admitt|took\s+in|said\s+(?:that\s+)?(?:most|some|many|several|all|none|two|three))",
    re.IGNORECASE,
)
"""Who takes in the hurt tells what came of a deed: "the hospital had received 27 wounded"."""
_IN_CARE = re.compile(r"\b(?:hospital|clinic|morgue)\s+(?:in|at)\s+", re.IGNORECASE)
"""The town of a hospital need not be that of the deed."""
_OF_CROWDS = frozenset({"protest", "riot", "clash", "protest_dispersed", "excessive_force"})
CARE_DAYS = 3
"""Days after a deed in which those who were hurt by it are taken in."""
_SETTINGS = frozenset({"clash", "attack", "raid", "riot"})
_IN_A = re.compile(
    r"\b(?:in|during)\s+(?:an?|the)\s+(?:(?!(?:and|separate|another)\b)[\w-]+\s+){0,2}$|"
    r"\bin\s+what\s+(?:[\w’'-]+,?\s+){1,7}$",
    re.IGNORECASE,
)
SETTING_WITHIN = 60
"""Characters between what was done and the brawl that it was done in."""
_ASSAILS = re.compile(
    r"\b(?:storm|raid|attack|invad|assault|overr[au]n|swoop|burst|broke)", re.IGNORECASE
)
_RIOTERS = re.compile(r"\brioters?\b")
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|separately|meanwhile|another|earlier|later)\b|;", re.IGNORECASE
)
_ASSAULTS = frozenset({"attack", "armed_clash", "shooting", "mob_violence"})
_ANSWERS = frozenset({"deployment", "troop_movement"})
_TROOPS = re.compile(
    r"\b(?:troops|soldiers|army|military|forces|reinforcements|marines|national\s+guard|battalions?|tanks)\b",
    re.IGNORECASE,
)
_HAD_BEEN = late(
    r"(?:\W*(?:the|those|these|both|all|several|more|extra)\s+)?(?:[\w’'-]+\s+){1,4}had\s+(?:already\s+|just\s+|earlier\s+)?been\s+"
    r"(?:dispatched|deployed|sent|posted|stationed|moved|transferred|tightened|stepped|reinforced|increased)\b",
    re.IGNORECASE,
)
"""How those were there whom the deed before befell: "the men had been sent"."""
_HAD_TAKEN = late(
    r"\W*(?:(?:the|both)\s+(?:[\w’'-]+\s+){1,3}|(?:he|she|they|both)\s+)had\s+(?:\w+ly\s+|earlier\s+)?been\s+"
    r"(?:dragged|taken|abducted|kidnapped|seized|led|hauled|pulled|snatched|called)\b",
    re.IGNORECASE,
)
"""How those came who were killed: "the man had been dragged from his house"."""
_AFTER = re.compile(
    r"\b(?:after|following|in\s+(?:response|reaction)\s+to|in\s+the\s+wake\s+of|because\s+of)\b"
)
"""Of police every report of a shooting says that they came after it."""
_MOVES = frozenset({"troop_movement"})
"""How those came who did a deed: a step of it wherever the article tells it. Who codes events codes
police that are sent afterwards, and an army that leaves, beside it."""
_DONE = {Status.OCCURRED, Status.ONGOING, Status.ENDED, Status.ALLEGED}


def mark(
    reports: Sequence[Report], lexicon: Lexicon, triggers: Mapping[Span, Trigger]
) -> list[Report]:
    """Return the reports, with those that are part of another deed marked as background.

    Parameters
    ----------
    reports
        What was read in an article, in the order of its text.
    lexicon
        The kinds, which say what they may be part of.
    triggers
        The triggers of the reports.
    """
    together: defaultdict[Span, list[Report]] = defaultdict(list)
    for report in reports:
        if _is_told(report):
            together[report.sentence].append(report)
    told = [r for r in reports if _is_told(r)]
    wholes = {
        r.id: _whole(r, together[r.sentence], lexicon, triggers)
        or _of_others(r, told, lexicon)
        or _of_the_hurt(r, told, lexicon, triggers)
        or _of_the_crowd(r, told)
        for r in told
    }
    wholes = _without_rings(wholes, told, lexicon)
    steps: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if (whole := wholes.get(report.id)) is not None:
            steps[whole.id].append(report)
    return [_as_part(_with_figures(r, steps[r.id]), wholes.get(r.id)) for r in reports]


def _without_rings(
    wholes: Mapping[str, Report | None], told: Sequence[Report], lexicon: Lexicon
) -> dict[str, Report | None]:
    """Let one of two deeds stand of which each would be part of the other.

    "Hurled petrol bombs at the post" is a riot with a grenade, and a grenade that a riot's words
    overlap: the data say which is the step.
    """
    kept = dict(wholes)
    for report in told:
        whole = kept.get(report.id)
        if whole is None or kept.get(whole.id) is not report:
            continue
        steps = lexicon.kinds[whole.kind].part_of
        kept[report.id if report.kind in steps else whole.id] = None
    return kept


def _is_told(report: Report) -> bool:
    return report.status in _DONE and not report.background and not report.verbal


def _whole(
    report: Report,
    beside: Sequence[Report],
    lexicon: Lexicon,
    triggers: Mapping[Span, Trigger],
) -> Report | None:
    """Return the deed of its sentence that a report is part of."""
    wholes = lexicon.kinds[report.kind].part_of
    said = triggers.get(report.trigger)
    if said is not None and said.generic and report.kind in _ROUGH:
        wholes |= _COSTLY
    return next(
        (
            other
            for other in beside
            if (
                other.kind in wholes
                or _is_rougher(report, other)
                or _is_setting(report, other, triggers)
                or _is_how(report, other)
                or _came_with(report, other)
                or _is_theft_of(report, other)
                or _burned_in(report, other)
            )
            and _is_one_scene(report, other)
            and not _is_answer(report, other)
        ),
        None,
    )


def _is_setting(report: Report, other: Report, triggers: Mapping[Span, Trigger]) -> bool:
    """Tell whether a deed is only what another was done in: "was stabbed in a brawl"."""
    said = triggers.get(report.trigger)
    if report.kind not in _SETTINGS or said is None or not said.noun:
        return False
    before = report.quote[: report.trigger.start - report.sentence.start]
    if not 0 < report.trigger.start - other.trigger.end <= SETTING_WITHIN:
        return False
    return _IN_A.search(before) is not None and _is_told_by(other)


def _is_told_by(report: Report) -> bool:
    """Tell whether a verb tells of a deed, and no noun: "was stabbed", not "the stabbing"."""
    words = report.quote[report.trigger.start - report.sentence.start :].lower()
    said = words[: report.trigger.end - report.trigger.start].split()
    return any(map(is_told, said))


def _is_how(report: Report, other: Report) -> bool:
    """Tell whether an attack hurt nobody and was how people were taken: "stormed … and seized 30".

    Who codes events codes the abduction.
    """
    if report.kind != "attack" or other.kind != "abduction" or report.killed or report.injured:
        return False
    first, last = sorted((report.trigger, other.trigger))
    between = report.quote[
        first.end - report.sentence.start : max(last.start, first.end) - report.sentence.start
    ]
    return _assails(report) and not _ELSEWHERE.search(between)


def _assails(report: Report) -> bool:
    """Tell whether a verb says that somebody broke in somewhere: "stormed a school"."""
    start = report.sentence.start
    said = report.quote[report.trigger.start - start : report.trigger.end - start]
    return _ASSAILS.search(said) is not None and _is_told_by(report)


def _came_with(report: Report, other: Report) -> bool:
    """Tell whether houses burned in an attack: "raided a village, killing six and burning huts"."""
    if report.kind != "arson" or other.kind not in _ASSAULTS:
        return False
    words = report.quote[report.trigger.start - report.sentence.start :].lower().split(maxsplit=1)
    behind = report.trigger.start >= other.trigger.end
    return behind and words[:1] != [] and words[0].endswith("ing") and _is_told_by(other)


def _burned_in(report: Report, other: Report) -> bool:
    """Tell whether something was set on fire by those who rioted: "rioters torched a bus"."""
    if report.kind != "arson" or other.kind != "riot":
        return False
    return report.trigger.overlaps(other.trigger) and _RIOTERS.search(_said(other)) is not None


def _said(report: Report) -> str:
    """Return the words that tell of a deed."""
    start = report.sentence.start
    return report.quote[report.trigger.start - start : report.trigger.end - start].lower()


def _is_theft_of(report: Report, other: Report) -> bool:
    """Tell whether something was taken where somebody was killed: the killing is the incident."""
    return report.kind == "robbery" and other.kind in _ASSAULTS and _has_dead(other)


def _has_dead(report: Report) -> bool:
    return report.killed is not None and report.killed.minimum > 0


def _is_answer(report: Report, other: Report) -> bool:
    """Tell whether troops came because of a deed: "sent soldiers to Lamu after an attack"."""
    if report.kind not in _ANSWERS or other.sentence != report.sentence:
        return False
    if other.trigger.start < report.trigger.end:
        return False
    start = report.sentence.start
    said = report.quote[report.trigger.start - start : report.trigger.end - start]
    between = report.quote[report.trigger.end - start : other.trigger.start - start]
    return _TROOPS.search(said) is not None and _AFTER.search(between) is not None


def _of_others(report: Report, told: Sequence[Report], lexicon: Lexicon) -> Report | None:
    """Return the deed of the article for which soldiers came to its place on its day.

    Who "had been sent" behind it was there before, wherever he was sent.
    """
    wholes = lexicon.kinds[report.kind].part_of
    if report.kind in _ANSWERS and _HAD_BEEN.match(report.quote):
        before = (r for r in told if r.sentence.start < report.sentence.start)
        return next((r for r in before if r.kind in wholes), None)
    if report.kind == "abduction" and _HAD_TAKEN.match(report.quote):
        before = (r for r in told if r.sentence.start < report.sentence.start)
        return next((r for r in before if r.kind in _ASSAULTS and _has_dead(r)), None)
    if report.kind not in _MOVES:
        return None
    others = (r for r in told if r.kind in wholes and _is_one_day_there(report, r))
    return next((r for r in others if not _is_answer(report, r)), None)


def _of_the_hurt(
    report: Report, told: Sequence[Report], lexicon: Lexicon, triggers: Mapping[Span, Trigger]
) -> Report | None:
    """Return the deed by which those were hurt whom a sentence says were taken in."""
    said = triggers.get(report.trigger)
    if said is None or not said.generic or not _CARE.search(report.quote):
        return None
    return next((r for r in told if _hurt_them(report, r, lexicon, triggers)), None)


def _of_the_crowd(report: Report, told: Sequence[Report]) -> Report | None:
    """Return the riot or protest told before to which "the crowd had marched"."""
    if report.kind != "protest" or not had_come(report.quote.lower()):
        return None
    before = (r for r in told if r.kind in _OF_CROWDS and r.sentence.start < report.sentence.start)
    return next((r for r in before if _is_one_day_there(report, r)), None)


def _hurt_them(
    report: Report, other: Report, lexicon: Lexicon, triggers: Mapping[Span, Trigger]
) -> bool:
    """Tell whether a deed is named for what it was, and was done there in the days before."""
    said = triggers.get(other.trigger)
    violent = lexicon.kinds[other.kind].family == "violence"
    if said is None or said.generic or not violent or other.sentence == report.sentence:
        return False
    places = [r.where.place.id if r.where and r.where.place else None for r in (report, other)]
    if places[0] != places[1] and not _IN_CARE.search(report.quote):
        return False
    if None in places or report.when.last is None or other.when.last is None:
        return False
    return 0 <= (report.when.last - other.when.last).days <= CARE_DAYS


def _is_one_day_there(report: Report, other: Report) -> bool:
    """Tell whether two deeds are known to be of one town or a place in it, and of one day."""
    places = [r.where.place.id if r.where and r.where.place else None for r in (report, other)]
    days = {report.when.first, report.when.last, other.when.first, other.when.last}
    return None not in places and places[0] == places[1] and None not in days and len(days) == 1


def _is_rougher(report: Report, other: Report) -> bool:
    """Tell whether the words of another deed overlap those of one and tell it more exactly."""
    if report.kind not in _ROUGH or not report.trigger.overlaps(other.trigger):
        return False
    if report.kind == "riot" and other.kind == "arson" and _RIOTERS.search(_said(report)):
        return False  # who riots may burn what he will
    return other.kind in _EXACT and not _is_theft_of(other, report)


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
    because = f"{PART_OF} {whole.kind}"
    return replace(report, background=True, because=(*report.because, because))

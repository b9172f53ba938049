"""Tell a new deed from another word for one told before.

"The barricades" points back; "dozens were wounded" counts the victims of what the sentences before
told of. Otherwise every retelling would be a marker of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.casualties import counts
from geo.language.almanac import CENTURIES, WEEKDAYS, alternatives
from geo.language.clauses import holding, is_told
from geo.language.late import late
from geo.language.sought import Sought
from geo.lexicon import Lexicon, Trigger
from geo.linking import hometown
from geo.linking.passage import told_there
from geo.linking.scenes import Scene, Sentence, can_carry
from geo.model import Article, Report, Span
from geo.temporal.presupposition import object_of_reaction

__all__ = ["add_victims", "is_of_last", "is_violent", "points_back"]

COARSE = frozenset({"attack", "raid"})
"""The kinds whose words ("the killing", "the raid") any violence can be called by."""
UNRULY = frozenset({"riot", "protest_dispersed", "excessive_force"})
"""Protests in which people are hurt: "the ministry said 21 officers had been injured"."""
BARE_WORDS = 2
"""Words of a trigger that is no more than a name for a deed: "car bomb", not "blocked the road"."""
_DEFINITE = Sought(
    r"\b(?:the|those|these|that|this|their|its|his|her|such)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE
)
_LINKED = re.compile(
    r"\s+(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:(?:linked|connected|related|tied)\s+(?:to|with)|"
    r"in\s+connection\s+with|part\s+of)|relates?\s+to|related\s+to|stems?\s+from|stemmed\s+from)\b"
)
_CHARGE = Sought(
    r"\b(?:charged\s+(?:\w+\s+){0,4}with|(?:counts?|charges?|suspicion|accused|suspected|indicted|convicted)"
    r"\s+(?:of|on|for)|fac(?:es|ed|ing)|booked\s+(?:on|for)|wanted\s+(?:for|on|over))\s+"
    r"(?:[\w-]+\s+){0,5}?(?:and\s+(?:[\w-]+\s+){0,2})?$",
    re.IGNORECASE,
)
"""Before what somebody is charged with, a name for the deed that the article has told."""
_ENDS = re.compile(
    rf"\s*(?:$|[.,;:)]|(?:and|or|in\s+connection|charges?)\b|(?:on\s+)?{alternatives(WEEKDAYS)}\b|"
    r"(?:in|over|after|for)\s+the\b)",
    re.IGNORECASE,
)
CHARGE_WITHIN = 90  # characters
_ON_ACCOUNT_OF = Sought(
    r"\b(?:in|over|after|for|following|stemming\s+from|(?:connected|linked|relat\w+)\s+to)\s"
)
"""Between a charge and the deed it is about: "with murder in connection with the shooting"."""
_MORE_OF_IT = re.compile(
    r"(?:\s+\w+)?\s+(?:of|in|at|on|near|against|outside|inside|by|from|that|which|when|where|after)\b"
)
"""Behind the name of a deed, what says which: "the blast in Quarn"."""
_RANK = (
    rf"(?:{alternatives(CENTURIES)}|latest|deadliest|worst|bloodiest|biggest|most\s+\w+|"
    r"[0-9]+(?:st|nd|rd|th))"
)
_COUNTED_AS = Sought(
    rf"\b(?:it|this|that)\s+(?:was|is|marks?|marked|became|brings?|brought)\s+(?:[a-z]+\s+){{0,3}}?(?:the|[a-z]+[’']s)\s+"
    rf"{_RANK}\s+(?:\w+\s+){{0,2}}$|"
    r"\b(?:it|this|that|these|they)\s+(?:was|were|is|are)\s+(?:one|two|three|part|among)\s+(?:of\s+)?(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""Before a deed that only counts the one told of: "It was the third such attack this year"."""
_RANKED = Sought(rf",\s+(?:the|its|[a-z]+[’']s)\s+{_RANK}\s+(?:[a-z]+\s+){{0,2}}$", re.IGNORECASE)
"""Before a deed that counts one of its own sentence: "was raided, the third robbery this month"."""
_TO_COMMA = re.compile(r"[^,;.]*")
_CALLED = {
    "explosion": frozenset({"air_strike", "grenade_attack", "suicide_bombing", "shelling"}),
    "clash": frozenset({"armed_clash", "mob_violence", "riot"}),
    "armed_clash": frozenset({"clash"}),
    "shooting": frozenset({"armed_clash"}),
}
"""What else a noun may mean that names a kind itself: "the blast" after a drone struck a ship.

Of 420 notes on one event each that told of two violent ones 37 told of a drone and of its blast.
"""
DEED = (
    r"(?:incident|attack|shooting|explosion|blast|bombing|killing|killings|clash|clashes|assault|"
    r"violence|strike|raid|ambush|robbery|abduction|kidnapping|massacre|fighting|gunfight|shelling|"
    r"bombardment|airstrike|stabbing|arson|riot|unrest|protest|march|operation|battle|gunbattle|firefight|shootout|"
    r"murders?|crime|confrontation|detonation|burning|hijacking|beating|lynching)"
)
_IN_THE_DEED = late(rf"\s(?:in|during|by)\s+the\s+{DEED}s?\b", re.IGNORECASE)
"""In or behind words for harm, the deed before in which it was done."""
_HARMED = Sought(r"\b(?:killed|wounded|injured|hurt|died|dead)\b", re.IGNORECASE)

_COMING = re.compile(
    r"\b(?:gunmen|men|fighters|militants|attackers|assailants|rebels|guerrillas|bandits|raiders|"
    r"insurgents|jihadists|militiamen|soldiers|troops|youths|group|gang|mob)\b[^.;]{0,50}?\b(?:entered|"
    r"came|arrived|descended|struck|returned|appeared|rode|swept|moved|drove|went|turned\s+up|showed\s+up)\b"
)
"""How attackers come upon a place where more is told of them."""


def points_back(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    reports: Sequence[Report],
    lexicon: Lexicon,
) -> bool:
    """Tell whether a trigger only points at what was reported: "the barricades", "the killing"."""
    if _only_counts(article, sentence, trigger, reports):
        return True
    words = trigger.span.of(article.text).split()
    if len(words) > BARE_WORDS:
        return False
    if _is_charge(article, sentence, trigger, triggers, reports, lexicon):
        return True
    if not any(not r.background and _alike(r, trigger, lexicon) for r in reports):
        return False
    if not _DEFINITE.search(article.text[sentence.span.start : trigger.span.start]):
        return False
    if _is_reaction(article, sentence, trigger) or _is_linked(article, sentence, trigger):
        return True
    # "Said Abubakar, who lost his brother in the raid": day and place of the rest are not its own.
    own = holding(article.text, sentence.span, trigger.span)
    scope = own.span if own.aside else sentence.span
    dated = any(w.last and w.span and scope.covers(w.span) for w in sentence.whens)
    if trigger.kind.definite:
        # "used helicopters to bypass the barricades and …": the other trigger is what happened.
        return not dated or any(not t.kind.verbal for t in triggers if t is not trigger)
    placed = (r for r in sentence.resolutions if scope.covers(r.mention.span))
    return not dated and not any(map(can_carry, placed))


def _only_counts(
    article: Article, sentence: Sentence, trigger: Trigger, reports: Sequence[Report]
) -> bool:
    """Tell whether a deed is one told already, and its number or rank is all that is new."""
    if not reports:
        return False
    said = article.text, sentence.span.start, trigger.span.start
    if _COUNTED_AS.search(*said) is not None:
        return True
    if reports[-1].sentence != sentence.span or _RANKED.search(*said) is None:
        return False
    # "Shot two and, hours later, the second attack killed five": what has a verb is another deed.
    rest = _TO_COMMA.match(article.text, trigger.span.start, sentence.span.end)
    return rest is None or not any(map(is_told, rest[0].split()))


def _is_reaction(article: Article, sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether others only react to a deed: "troops hunting those behind the blast"."""
    before = article.text[sentence.span.start : trigger.span.start].lower()
    rest = article.text[trigger.span.start : sentence.span.end].lower()
    if object_of_reaction(before, rest) is None:
        return False
    return _MORE_OF_IT.match(article.text, trigger.span.end) is None


def _is_linked(article: Article, sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a deed is only tied to another: "the arrests are linked to a shooting"."""
    return _LINKED.match(article.text, trigger.span.end, sentence.span.end) is not None


def _is_charge(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    reports: Sequence[Report],
    lexicon: Lexicon,
) -> bool:
    """Tell whether a trigger only says for what somebody is held: "on suspicion of murder"."""
    if not trigger.noun or trigger.kind.family != "violence":
        return False
    # "Charged with the murder of two nuns" may be all that is told of it.
    if not _ENDS.match(article.text, trigger.span.end):
        return False
    start = max(sentence.span.start, trigger.span.start - CHARGE_WITHIN)
    if not _CHARGE.search(article.text[start : trigger.span.start]):
        return False
    told = any(not (r.background or r.verbal) and is_violent(r, lexicon) for r in reports)
    return told or any(_is_charged_for(article.text, trigger, other) for other in triggers)


def _is_charged_for(text: str, charge: Trigger, other: Trigger) -> bool:
    """Tell whether another trigger is the deed of a charge: "with murder over the shooting"."""
    if other.kind.family != "violence" or other.span.start < charge.span.end:
        return False
    between = text[charge.span.end : other.span.start]
    same = max(between.rfind(","), between.rfind(";")) + 1  # where its part of the sentence begins
    return _ON_ACCOUNT_OF.search(between, same) is not None


def add_victims(
    article: Article, sentence: Sentence, scene: Scene, reports: list[Report], lexicon: Lexicon
) -> bool:
    """Let "dozens were wounded" count the victims of what the sentences before told of.

    Only where the sentence names no place and no day of its own; a figure that was stated already
    is kept. Returns whether the sentence was about that deed.
    """
    at = _takes_victims(reports, lexicon)
    if at is None or not _goes_on(article, sentence, scene):
        return False
    if _came_again(article, sentence, scene, reports[at]):
        return False
    found = counts.find(article.text, sentence.span)
    if not found.keys() & {"killed", "injured", "missing"}:
        return False
    last = reports[at]
    reports[at] = replace(
        last,
        killed=last.killed or found.get("killed"),
        injured=last.injured or found.get("injured"),
        missing=last.missing or found.get("missing"),
        because=(*last.because, "victims counted in a later sentence"),
    )
    return True


def is_of_last(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    scene: Scene,
    reports: Sequence[Report],
    lexicon: Lexicon,
) -> bool:
    """Tell whether harm is said to be that of the deed before: "were hurt during the incident"."""
    if not (trigger.generic or _HARMED.search(article.text, trigger.span.start, trigger.span.end)):
        return False
    told = _IN_THE_DEED.search(article.text, trigger.span.start, trigger.span.end)
    told = told or _IN_THE_DEED.match(article.text, trigger.span.end)
    return (
        told is not None
        and told.end() >= trigger.span.end
        and _takes_victims(reports, lexicon) is not None
        and _goes_on(article, sentence, scene)
    )


def _goes_on(article: Article, sentence: Sentence, scene: Scene) -> bool:
    """Tell whether a sentence near a deed names no place and no day of its own."""
    near = scene.deed_paragraph is not None and sentence.paragraph - scene.deed_paragraph <= 1
    elsewhere = any(
        can_carry(r)
        and not hometown.brought_there(article.text, r.mention.span)
        and not _only_tells(article.text, r.mention.span)
        for r in sentence.resolutions
    )
    return near and not elsewhere and not any(w.last for w in sentence.whens if w.type == "DATE")


def _only_tells(text: str, at: Span) -> bool:
    """Tell whether a place is only that of who tells of it, and is no police that comes there."""
    return told_there(text, at) and not text[max(0, at.start - 10) : at.start].startswith("police")


def _came_again(article: Article, sentence: Sentence, scene: Scene, last: Report) -> bool:
    """Tell whether attackers came on another day since a deed, so that the victims are theirs.

    "Four were shot in Orva on Tuesday. On Wednesday men came to a mine. Two guards were killed."
    """
    when, own = scene.when, last.when
    if when is None or scene.when_paragraph != sentence.paragraph:
        return False
    if when.first is None or when.last is None or own.first is None or own.last is None:
        return False
    if when.first <= own.last and own.first <= when.last:
        return False
    return _COMING.search(article.text, last.sentence.end, sentence.span.start) is not None


def _takes_victims(reports: Sequence[Report], lexicon: Lexicon) -> int | None:
    """Return which deed of the last sentence that told of any people can have been hurt in."""
    for at in range(len(reports) - 1, -1, -1):
        report = reports[at]
        if report.sentence != reports[-1].sentence or report.background or report.verbal:
            return None
        if report.kind in UNRULY or is_violent(report, lexicon):
            return at
    return None


def _alike(report: Report, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Tell whether a trigger can be another word for a deed: "the killing" for any violence."""
    if report.kind == trigger.kind.name or report.kind in _CALLED.get(trigger.kind.name, ()):
        return True
    return trigger.kind.name in COARSE and _is_deed(report, lexicon)


def _is_deed(report: Report, lexicon: Lexicon) -> bool:
    """Tell whether a report is of what "the attack" may mean: violence or what it destroyed."""
    kind = lexicon.kinds.get(report.kind)
    return kind is not None and kind.family in {"violence", "property"}


def is_violent(report: Report, lexicon: Lexicon) -> bool:
    """Tell whether a report is of violence."""
    kind = lexicon.kinds.get(report.kind)
    return kind is not None and kind.family == "violence"

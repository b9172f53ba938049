"""Tell what a sentence means that points back at a place: "the town", "Monday's attack".

"The governor visited Tolmen. He met relatives of nine people who were shot dead in the town": the
sentence before named it, though nothing was done there in it. Where a deed was in a town, that is
meant, unless the sentence before tells of another. "Monday's blast" was where the deed of that day
was, whatever was recalled between.
"""

from __future__ import annotations

import re

from geo.language.sought import Sought
from geo.linking.hometown import brought_there
from geo.linking.passage import came_from, hails_from, told_there
from geo.linking.scenes import Scene, Sentence, can_carry, is_town
from geo.linking.setting import town_told_of
from geo.model import PlaceKind, Resolution, Span, When

__all__ = ["of_its_day", "remember", "remember_deed", "town_spoken_of"]

_ENDS = (
    r"(?=\s*[,.;)]|\s+(?:on|by|in|at|and|after|before|where|when|for|to|with|since|until|but)\b|$)"
)
_THE_TOWN = re.compile(
    r"\b(?:to|in|into|at|near|around|from|outside|of)\s+the\s+(?:area|town|village|settlement|hamlet)"
    + _ENDS
)
"""A town that was named before: "sent a patrol to the area on Tuesday"."""
_IT_IS = Sought(
    r"\b(?:in|into|at|near|around|outside|across|throughout|attack(?:ed|ing)|raid(?:ed|ing)|storm(?:ed|ing)|struck|hit|"
    r"shell(?:ed|ing)|bomb(?:ed|ing)|overran|enter(?:ed|ing)|pound(?:ed|ing)|seiz(?:ed|ing)|captur(?:ed|ing)|invad(?:ed|ing))"
    rf"\s+the\s+(?:area|town|village|settlement|hamlet|city|community){_ENDS}",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"\W*(?:On\s[^,.;]{3,30},\s)?[Tt]he\s(?:area|town|village|settlement|hamlet|city|community)\s"
    r"(?:ha[sd]\s|was\s|came\s|saw\s|witnessed\s|suffered\s)"
)
"""The same as what a sentence is about: "The city was hit by a bomb on Monday"."""

_OWNS = re.compile(r"(?:\w\w)?[’']s")
"""Behind a day whose deed is meant: "Monday's blast"."""
_DEFINITE = Sought(r"\b(?:the|that|this)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


def remember(text: str, sentence: Sentence, scene: Scene) -> None:
    """Let a scene know which town a sentence named, for those that call it "the town"."""
    named = town_told_of(text, sentence) or next(
        (r for r in sentence.resolutions if _may_be_meant(text, r)), None
    )
    if named is not None:
        scene.named, scene.named_paragraph = named, sentence.paragraph


def _may_be_meant(text: str, r: Resolution) -> bool:
    place, at = r.place, r.mention.span
    if place is None or place.kind is not PlaceKind.SETTLEMENT or not can_carry(r):
        return False
    passed = brought_there(text, at) or came_from(text, at) or hails_from(text, at)
    return not (passed or told_there(text, at))


def town_spoken_of(text: str, sentence: Sentence, clause: Span, scene: Scene) -> Resolution | None:
    """Return the town that "the area", "the town" in a clause means: of the last deed in one."""
    if scene.town is not None and _THE_TOWN.search(text, clause.start, clause.end):
        return scene.where if is_town(scene.where) and scene.by_deed else scene.town
    if scene.named is None or sentence.paragraph - scene.named_paragraph > 1:
        return None
    if _IT_IS.search(text, clause.start, clause.end):
        return scene.named
    return scene.named if _IT_WAS.match(text, sentence.span.start, clause.end) else None


def remember_deed(where: Resolution, when: When, scene: Scene) -> None:
    """Let a scene know where a deed of a day was; what was in two places on a day is in none."""
    day = when.first
    if day is None or day != when.last:
        return
    known = scene.by_day.setdefault(day, where)
    if known is not None and known.place != where.place:
        scene.by_day[day] = None


def of_its_day(text: str, sentence: Sentence, trigger: Span, scene: Scene) -> Resolution | None:
    """Return where the deed of a day was that a sentence names again: "in Saturday's raid"."""
    days = {w.first: w for w in sentence.whens if w.first is not None and w.first == w.last}
    if len(days) != 1 or not scene.by_day:
        return None
    day, when = days.popitem()
    if scene.when is not None and scene.when.overlaps(when):
        return None
    told = when.span is not None and _OWNS.match(text, when.span.end - 2, when.span.end + 2)
    if not told and not _DEFINITE.search(text, sentence.span.start, trigger.start):
        return None
    return scene.by_day.get(day)

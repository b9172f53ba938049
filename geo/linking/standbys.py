"""What stands in for the place of a deed where its sentence names none, or one that no list has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from geo.linking import attachment, lone, qualifiers, unknowns
from geo.linking.passage import is_end_of_road
from geo.linking.scenes import AREAS, Scene, Sentence, is_country
from geo.model import MentionClass, PlaceKind, Resolution, Span
from geo.toponymy import unlisted
from geo.toponymy.containers import lies_in
from geo.toponymy.spatial import is_about_two

__all__ = ["held_by_only", "is_weak", "of_somebody", "road_end"]

_Found: TypeAlias = tuple[Resolution | None, str]
"""A place, and in words how it was found."""
ROAD_M = 25_000.0
"""So far from the known end of a road lies what was on it."""
ONLY_TOWN = "the only town that is named"
LOOK_BACK = 70
"""Characters before a name in which "between" stands."""
_OF = r"(?:the\s(?:[a-z]+\s){1,2}of\s)?"
_BETWEEN = re.compile(
    rf"\bbetween\s{_OF}(?P<other>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,2}}\sand\s{_OF})?$"
)
_AND = re.compile(rf"(?:\s(?:town|village|city))?\sand\s{_OF}[A-Z]")


def of_somebody(
    text: str, sentence: Sentence, trigger: Span, rivals: Sequence[Span]
) -> _Found | None:
    """Return the place of what is said of somebody, where nothing tells of another.

    "Police arrested a man wanted over an attack in Tolmen": hardly far from there.
    """
    told = attachment.choose(text, sentence, trigger, rivals, of_somebody=True)
    finer = [r for r in told.places[:1] if r.place is not None and not is_country(r)]
    weak = finer and is_weak(text, sentence, trigger, finer[0])
    return (finer[0], f"named in the same sentence; {told.because}") if weak else None


def is_weak(text: str, sentence: Sentence, trigger: Span, where: Resolution) -> bool:
    """Tell whether a place only says something of somebody in the sentence of a deed."""
    at = where.mention.span
    return sentence.span.covers(at) and qualifiers.is_said_of(text, sentence.span, trigger, at)


def road_end(text: str, sentence: Sentence, where: Resolution | None) -> _Found | None:
    """Return the only known end of a road, of which the other is in no list: "the X-Y road"."""
    area = where.place if where is not None and _is_named(sentence, where) else None
    if area is not None and area.kind not in {PlaceKind.COUNTRY, *AREAS}:
        return None
    ends = [
        r
        for r in sentence.resolutions
        if r.place is not None
        and r.place.kind is PlaceKind.SETTLEMENT
        and (is_end_of_road(text, r.mention.span) or _is_one_end(text, r.mention.span))
        and (area is None or lies_in(r.place, area))
    ]
    if len(ends) != 1:
        return None
    place = ends[0].place
    assert place is not None
    place = replace(place, uncertainty_m=max(place.uncertainty_m or 0.0, ROAD_M))
    mention = replace(ends[0].mention, relation="near")
    return replace(ends[0], place=place, mention=mention), "the only end of its road that is known"


def _is_named(sentence: Sentence, where: Resolution) -> bool:
    """Tell whether a place has its name in a sentence, and is not only where no list has one."""
    absent = any(unlisted.ABSENT in reason for reason in where.because)
    filed = where.mention.use is MentionClass.DATELINE
    return sentence.span.covers(where.mention.span) and not (absent or filed)


def _is_one_end(text: str, at: Span) -> bool:
    """Tell whether a name is one of two that something was between: "between Orva and Tolmen"."""
    start = max(0, at.start - LOOK_BACK)
    before = _BETWEEN.search(text, start, at.start)
    if before is None:
        return False
    if before["other"] is None and _AND.match(text, at.end) is None:
        return False
    return not is_about_two(text, before.start())


def held_by_only(
    text: str, sentence: Sentence, trigger: Span, scene: Scene, unknown: Resolution, how: str
) -> _Found:
    """Let the only town of a sentence hold a name that nobody knows: "at Orvamba (Tolmen)"."""
    only = lone.in_sentence(text, sentence, trigger)
    if only is not None:
        return unknowns.somewhere_in(only, unknown), f"{how}; {ONLY_TOWN}"
    if (bearer := lone.of_its_name(unknown, scene)) is not None:
        return bearer, "named, and nothing else bears the name"
    return unknown, how

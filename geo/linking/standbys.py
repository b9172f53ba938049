"""What stands in for the place of a deed where its sentence names none, or one that no list has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from geo.linking import attachment, lone, qualifiers, unknowns
from geo.linking.passage import is_end_of_road
from geo.linking.scenes import AREAS, Scene, Sentence, is_country
from geo.model import PlaceKind, Resolution, Span
from geo.toponymy.containers import lies_in

__all__ = ["held_by_only", "is_weak", "of_somebody", "road_end"]

_Found: TypeAlias = tuple[Resolution | None, str]
"""A place, and in words how it was found."""
ROAD_M = 25_000.0
"""So far from the known end of a road lies what was on it."""
ONLY_TOWN = "the only town that is named"


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
    area = where.place if where is not None else None
    if area is not None and area.kind not in {PlaceKind.COUNTRY, *AREAS}:
        return None
    ends = [
        r
        for r in sentence.resolutions
        if r.place is not None
        and r.place.kind is PlaceKind.SETTLEMENT
        and is_end_of_road(text, r.mention.span)
        and (area is None or lies_in(r.place, area))
    ]
    if len(ends) != 1:
        return None
    place = ends[0].place
    assert place is not None
    place = replace(place, uncertainty_m=max(place.uncertainty_m or 0.0, ROAD_M))
    mention = replace(ends[0].mention, relation="near")
    return replace(ends[0], place=place, mention=mention), "the only end of its road that is known"


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

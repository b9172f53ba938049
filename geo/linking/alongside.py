"""The places that one deed has in common: a list of towns, or crossings named in one breath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.linking import attachment, streets
from geo.linking.scenes import Sentence
from geo.model import Article, PlaceKind, Resolution, Span
from geo.toponymy.crossings import union

__all__ = ["further_places", "together"]


def further_places(
    article: Article, sentence: Sentence, trigger: Span, rivals: Sequence[Span] = ()
) -> tuple[Resolution, ...]:
    """Return the places besides the first that a list gives to a trigger: "in Tolmen and Galdor".

    Crossings named in one breath are one place, and so are names that the same place stands for.
    """
    places = attachment.choose(article.text, sentence, trigger, rivals).places
    if len(places) < 2 or together(places) is not places[0]:
        return ()
    if places[0].place is None:
        further = (r for r in places[1:] if r.place is None and r.mention.found_by == "name")
        # "The corner of North Capitol and Elm Street" is one place.
        return tuple(r for r in further if not streets.is_street(r.mention.name))
    # What only its town stands for is no further place of the list.
    own = {r.place.id: r for r in reversed(places) if r.place and r.mention.relation != "near"}
    own.pop(places[0].place.id, None)
    # "In the Alma and Galdor quarters of Tolmen" is one place: Tolmen.
    held = {places[0].place.id, places[0].place.part_of}
    own = {
        name: r
        for name, r in own.items()
        if not (r.place and r.place.unlisted and r.place.part_of in held)
    }
    # A name that only its capitals show is too unsure to be a second incident.
    unknown = (r for r in places[1:] if r.place is None and r.mention.found_by == "name")
    return tuple(sorted((*own.values(), *unknown), key=lambda r: r.mention.span))


def together(places: Sequence[Resolution]) -> Resolution:
    """Return the first of several places, or crossings in one breath as a set."""
    best = places[0]
    if not all(_is_crossing(r) and not r.members for r in places):
        return best
    members = tuple(dict.fromkeys(r.place for r in places if r.place is not None))
    if len(members) < 2:
        return best
    return replace(
        best, place=union(members), members=members, because=("named together", *best.because)
    )


def _is_crossing(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.kind is PlaceKind.CROSSING

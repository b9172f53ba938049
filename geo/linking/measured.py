"""Tell the place of a clause that other places tell: "20 km south of X", "between X and Y"."""

from __future__ import annotations

from geo.linking.scenes import Sentence, can_carry
from geo.model import Resolution, Span

__all__ = ["behind", "is_beside_town", "only_in"]

_TO_ONE = frozenset({"offset", "distance", "side"})
"""Relations of a place to one other place."""


def behind(sentence: Sentence, clause: Span, trigger: Span) -> Resolution | None:
    """Return the place behind a deed that is told by other places: "on the road between X and Y".

    Only where the clause names no other place that may be it.
    """
    found = only_in(sentence, clause)
    return found if found and found.mention.span.start >= trigger.end else None


def is_beside_town(measured: Resolution | None) -> bool:
    """Tell whether a place is told by how it lies to one other: "20 km south of X", no road."""
    place = measured.place if measured is not None else None
    return place is not None and place.attribute("relation") in _TO_ONE


def only_in(sentence: Sentence, clause: Span) -> Resolution | None:
    """Return the place that other places tell if it is the only one of a clause.

    "A bomb killed two 20 km south of X, and four were shot in Y."
    """
    named = [r for r in sentence.resolutions if clause.covers(r.mention.span) and can_carry(r)]
    measured = [r for r in named if r.place is not None and r.place.derived]
    if len(measured) != 1:
        return None
    at = measured[0].mention.span
    # "In Tolmen, just north of X": that only says where Tolmen is.
    explains = any(0 < at.start - r.mention.span.end <= len(", ") for r in sentence.resolutions)
    others = (r for r in named if r is not measured[0])
    return None if explains or not all(at.covers(r.mention.span) for r in others) else measured[0]

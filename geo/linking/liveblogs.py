"""Tell the town of a running report that is all about one: "Live: protests in Tolmen".

Its entries are under houses, corners and streets that no list has, or under no name at all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from geo.linking import hometown, vicinity
from geo.linking.hometown import Hometown
from geo.linking.scenes import AREAS
from geo.model import MentionClass, PlaceKind, Resolution

__all__ = ["head_in", "town_of"]

_WIDE = frozenset({*AREAS, PlaceKind.COUNTRY})


def town_of(
    heads: Collection[Resolution | None], home: Hometown | None, titled: Sequence[Resolution]
) -> Resolution | None:
    """Return the town that the title names, if no entry stands under another one.

    Parameters
    ----------
    heads
        The places at the heads of the entries.
    home
        The town that the article is at home in.
    titled
        The places of the title.
    """
    if not heads or home is None or not hometown.is_town(home.where):
        return None
    town = home.where.place
    if not any(r.place is not None and r.place == town for r in titled):
        return None
    named = (r for r in heads if r is not None and r.place is not None)
    fine = [r for r in named if r.place is not None and r.place.kind not in _WIDE]
    if any(not vicinity.is_near(r, home) for r in fine):
        return None
    mention = replace(home.where.mention, use=MentionClass.LITERAL, relation=None)
    return replace(home.where, mention=mention)


def head_in(head: Resolution | None, town: Resolution | None) -> Resolution | None:
    """Return the head of an entry, or the town of the report for one that tells no finer place."""
    place = head.place if head is not None else None
    return town if town is not None and (place is None or place.kind in _WIDE) else head

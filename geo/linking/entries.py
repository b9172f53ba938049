"""Where the entries of a bulletin are: the place that each of them stands under."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.linking.scenes import AREAS, Sentence
from geo.model import MentionClass, PlaceKind, Resolution
from geo.toponymy import headings

__all__ = ["under_headings"]


def under_headings(text: str, sentences: Sequence[Sentence]) -> dict[int, Resolution | None]:
    """Return the paragraphs in which something new begins, each with the place at its head.

    ``None`` is under a heading that is no place that we know, and what follows the last entry. One
    dateline says where somebody wrote; "LEEDS - …", "HULL - …" say where each deed was.
    """
    cut = headings.entries(text)
    named = [r for s in sentences for r in s.resolutions if _may_head(r)] if cut else []
    if not headings.of_places(text, cut, [r.mention.span for r in named if r.place is not None]):
        return dict(_of_roundup(sentences))
    heads: dict[int, Resolution | None] = {}
    for entry in cut:
        head = _finest(r for r in named if entry.heading.covers(r.mention.span))
        heads[_paragraph_at(sentences, entry.span.start)] = _as_place(head) if head else None
    behind = _paragraph_at(sentences, cut[-1].span.end)
    return heads | ({behind: None} if behind not in heads else {})


def _finest(inside: Iterable[Resolution]) -> Resolution | None:
    """Return the name of a heading that tells most: the town in "SULU, Jolo", not the province."""
    return max(inside, key=_fineness, default=None)


def _fineness(r: Resolution) -> int:
    if r.place is None:
        return 0
    wide = r.place.kind is PlaceKind.COUNTRY or r.place.kind in AREAS
    return 1 if wide else 2


def _may_head(r: Resolution) -> bool:
    return r.mention.use not in {MentionClass.CLUTTER, MentionClass.BYLINE, MentionClass.DEMONYM}


def _paragraph_at(sentences: Sequence[Sentence], at: int) -> int:
    """Return the number of the first paragraph that begins at an offset or behind it."""
    index = bisect_left(sentences, at, key=lambda s: s.span.start)
    return sentences[index].paragraph if index < len(sentences) else sentences[-1].paragraph + 1


def _as_place(head: Resolution) -> Resolution:
    return replace(head, mention=replace(head.mention, use=MentionClass.LITERAL))


def _of_roundup(sentences: Iterable[Sentence]) -> dict[int, Resolution]:
    """Return the town of the dateline of each paragraph, where several have one of their own."""
    heads: dict[int, Resolution] = {}
    for sentence in sentences:
        for r in sentence.resolutions:
            town = r.place is not None and r.place.kind is PlaceKind.SETTLEMENT
            if town and r.mention.use is MentionClass.DATELINE:
                heads.setdefault(sentence.paragraph, _as_place(r))
    places = {r.place.id for r in heads.values() if r.place is not None}
    return heads if len(places) > 1 else {}

"""Write a sentence in small letters as rows are held against it: a mark over names of places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geo.language.sequences import PLACE_MARK
from geo.model import Span

__all__ = ["marked"]

_THING = re.compile(r"\s+cocktails?\b")
# "A Molotov cocktail": the recogniser takes the name for that of a place, and rows want the word.
_PURPOSE = re.compile(
    r",(?= (?:demanding|protesting|chanting|shouting|condemning|denouncing|opposing|in protest)\b)"
)
"""A comma in front of what people came for: "hundreds gathered in the square, demanding"."""


def marked(sentence: str, text: str, where: Span, places: Iterable[Span]) -> str:
    """Put the mark of a place over the first letter of each name of one.

    The comma before what people came for goes: rows do not reach over one.

    Parameters
    ----------
    sentence
        The sentence in small letters.
    text, where
        The text as it is written, and where in it the sentence stands.
    places
        Where the text names places, those of other sentences among them.
    """
    sentence = _PURPOSE.sub(" ", sentence)
    for place in places:
        if where.covers(place) and not _THING.match(text, place.end):
            at = _name_starts(text, place) - where.start
            sentence = sentence[:at] + PLACE_MARK + sentence[at + 1 :]
    return sentence


def _name_starts(text: str, place: Span) -> int:
    """Return where the name begins in "road linking Holm to Varn": the road is a word of rows."""
    first = (at for at in range(place.start, place.end) if text[at].isupper())
    return next(first, place.start)

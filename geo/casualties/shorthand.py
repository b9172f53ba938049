"""Read the shorthand of security briefs: "1 KIA 2 WIA", "8 dead/15 inj", "8 k, 15 w"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from geo.casualties.subjects import Harm, Who
from geo.casualties.tokens import Words
from geo.language.almanac import NUMBERS
from geo.language.numerals import quantity
from geo.model import Count

__all__ = ["coded"]

_CODES = {"kia": "killed", "wia": "injured", "inj": "injured", "k": "killed", "w": "injured"}
_LETTERS = frozenset({"k", "w"})
"""Codes that tell only beside the other: "8 k" alone may be thousands."""
_SHORT = frozenset({"inj", "wia"})
"""Codes in small letters as well: Kia makes cars."""
OPENING = 4
"""Words at which a line in capitals alone may be read, whose capitals are gone: "3 KIA."."""
_ENDS = frozenset({".", ",", ";", "/", "-", "–", ")"})
"""What stands behind a code and not behind a name: "3 kia, 2 wia", but "3 Kia cars"."""
_WHERE = frozenset({"in", "at", "near"})
"""What may stand behind a letter too: "8 k, 15 w in Tolmen"."""
APART = 5
"""Words between two letters that go together, at most."""
HEDGED = 5
"""Words of a number before a code at most: "no fewer than 8 KIA"."""
_IS = frozenset({":", "-", "="})


def coded(who: Who) -> Iterator[Harm]:
    """Read a code behind its number ("1 KIA"), or before it ("K: 3, W: 8")."""
    words = who.words
    codes = [at for at, word in enumerate(words.low) if word in _CODES]
    paired = _paired(words, codes)
    for at in codes:
        word = words.low[at]
        if word in _LETTERS:
            meant = at in paired and (_ends(words, at) or words.word(at + 1) in _WHERE)
        else:
            short = word in _SHORT or words.raw[at].isupper()
            meant = short or (at < OPENING and _ends(words, at))
        told = _number(words, at) if meant else None
        if told is None and meant and (group := who.group_to(at)) is not None:
            yield who.harm(_CODES[word], group, at)  # "one soldier KIA"
        elif told is not None:
            count, first = told
            start, end = sorted((first, at))
            span = words.start(start), words.end(end)
            yield Harm(_CODES[word], (), count, *span, words.start(at))


def _paired(words: Words, codes: Sequence[int]) -> set[int]:
    """Return the letters of which two stand together, the dead first: "8 k, 15 w"."""
    paired: set[int] = set()
    for one, other in pairwise(codes):
        together = words.low[one] == "k" and words.low[other] == "w" and other - one <= APART
        between = words.low[one + 1 : other]
        if together and not any(w.isalpha() and w != "and" and w not in NUMBERS for w in between):
            paired |= {one, other}
    return paired


def _ends(words: Words, at: int) -> bool:
    """Tell whether a code ends its clause, or goes before its number: "8 k, 15 w", "K: 7"."""
    behind = words.word(at + 1)
    if behind == "and":
        return quantity(words.low, at + 2) is not None  # "2 kia and one wia"
    return not behind or behind in _ENDS or behind in _IS or behind[0].isdigit()


def _number(words: Words, at: int) -> tuple[Count, int] | None:
    """Return the number that a code goes with, and where it stands."""
    for k in range(max(at - HEDGED, 0), at):
        told = quantity(words.low, k)
        if told is not None and told[1] == at:
            return told[0], k
    if words.word(at + 1) in _IS and (behind := quantity(["", *words.low[at + 2 :]], 1)):
        return behind[0], at + 2
    return None

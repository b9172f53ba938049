"""Spellings that come close to a mistyped one: shared letter pairs first, then difflib."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

__all__ = ["closest", "is_alike"]

LIKENESS = 0.75
# difflib costs 0.1 ms a pair, letter pairs a hundredth of that.
COMPARED = 60


def closest(key: str, candidates: Iterable[str]) -> list[str]:
    """Return the candidates that are like ``key``, the most like first.

    Examples
    --------
    >>> closest("pristna", ["prizren", "pristina", "london"])
    ['pristina']
    """
    pairs = _letter_pairs(key)
    shared = sorted(
        (-(pairs & _letter_pairs(like)).total() / (len(key) + len(like)), like)
        for like in candidates
    )
    scored = sorted((-_likeness(key, like), like) for _, like in shared[:COMPARED])
    return [like for score, like in scored if -score >= LIKENESS]


def is_alike(key: str, names: Iterable[str]) -> bool:
    """Tell whether one of the folded ``names`` is like ``key``."""
    return any(_likeness(key, name) >= LIKENESS for name in names)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _letter_pairs(key: str) -> Counter[str]:
    padded = f" {key} "
    return Counter(padded[at : at + 2] for at in range(len(padded) - 1))

"""Tell whether a deed was only the aim of what is told: "an offensive to flush out the rebels".

A place is taken back when its takers stand in it. News tells as often that they set out to do so,
with the same words behind "to": of 66 sentences of real news that had such words, 21 told of the
aim alone.
"""

from __future__ import annotations

import re

from geo.language.late import late
from geo.model import Span

__all__ = ["is_aimed"]

LOOK_BACK = 60
"""Characters before a verb in which stands what governs it: "to help the young government push"."""

_MARK = re.compile(r"\b(?:to|aimed\s+at|aim\s+of|goal\s+of|hopes?\s+of|attempts?\s+at)\s+")
_WORD = re.compile(r"[^\W_]+")
_LEADING = frozenset({"try", "attempt", "to", "and"})
HELPED_WITHIN = 6
"""Words from "to" to a verb at most: "to help the young government push", "to try and retake".

Whom somebody helps may have any words; without "help" only those that lead to a verb stand there.
"""
# Who "managed to retake" a town has retaken it; who "began to drive out" others drives them out.
_ACHIEVED = late(
    r"\b(?:manag(?:ed|es|ing)|able|(?:went|going|gone|goes)\s+on|continu(?:ed|es|ing|e)|"
    r"beg[au]n|begins?|beginning|start(?:ed|s|ing)|help(?:ed|s|ing)(?:\s+[\w’'-]+){0,3}|came|"
    r"allow(?:ed|s|ing)(?:\s+[\w’'-]+){1,4}|enabl(?:ed|es|ing)(?:\s+[\w’'-]+){1,4}|returned)\s+$"
)


def is_aimed(text: str, at: Span, verbs: frozenset[str]) -> bool:
    """Tell whether a verb of a stretch stands behind "to" and nothing says that it succeeded.

    Parameters
    ----------
    text
        A sentence in lower case.
    at
        The stretch that tells of the deed; it may begin with the verb.
    verbs
        The infinitives and -ing forms of the verbs that tell of it.

    Examples
    --------
    >>> tried = "troops tried to retake the town"
    >>> is_aimed(tried, Span(0, len(tried)), frozenset({"retake"}))
    True
    >>> managed = "troops managed to retake the town"
    >>> is_aimed(managed, Span(0, len(managed)), frozenset({"retake"}))
    False
    """
    start = max(at.start - LOOK_BACK, 0)
    return any(
        _governs(text, mark.end(), at, verbs) and not _ACHIEVED.search(text, start, mark.start())
        for mark in _MARK.finditer(text, start, at.end)
    )


def _governs(text: str, behind: int, at: Span, verbs: frozenset[str]) -> bool:
    """Tell whether the verb behind "to" is one of those, or that of whom somebody helps."""
    helped = text.startswith("help ", behind)
    for nth, word in enumerate(_WORD.finditer(text, behind, at.end)):
        if word.start() >= at.start and word[0] in verbs:
            return True
        leads = word[0] in _LEADING or word[0].endswith("ly")
        if nth == HELPED_WITHIN or not (leads or helped):
            return False
    return False

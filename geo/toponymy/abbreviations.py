"""Find the bodies that a text names in full and then by a few letters: "[FMLN]", "(RSF)".

Where all is in capitals, letters that stand for a body look like the name of a village, and in
lists of the whole world there is one of nearly every name. What a text spells out is no place.
"""

from __future__ import annotations

import re
from collections import Counter

from geo.language.names import fold

__all__ = ["defined"]

_SMALL = frozenset(
    {"of", "the", "for", "and", "de", "del", "la", "las", "los", "el", "y", "in", "on"}
)
_BEHIND = re.compile(r"\b([A-Za-z]{3,7})\s{1,2}[\[(]([^\])]{5,90})[\])]")
_SHORT = re.compile(r"\s[\[(]([A-Za-z]{3,7})[\])]")
LOOK_BACK = 120
"""Characters before letters in brackets in which their full name stands."""
LEAST, LONGEST = 3, 9
"""Words that are spelt out at least, and at most."""


def defined(text: str) -> frozenset[str]:
    """Return the folded letters that a text says the full name of.

    Examples
    --------
    >>> sorted(
    ...     defined(
    ...         "The Rapid Support Forces (RSF) and the DAS [Department of Administrative Security]"
    ...     )
    ... )
    ['das', 'rsf']
    >>> defined("He fled to Lima (the capital of Peru).")
    frozenset()
    """
    if "(" not in text and "[" not in text:
        return frozenset()
    found = {m[1] for m in _BEHIND.finditer(text) if _spells(m[2].split(), m[1])}
    for m in _SHORT.finditer(text):
        told = text[max(0, m.start() - LOOK_BACK) : m.start()].split()
        told = told[-LONGEST:]
        # The name is as long as its letters, and a word or two more.
        if any(_spells(told[-size:], m[1]) for size in range(LEAST, len(told) + 1)):
            found.add(m[1])
    return frozenset(map(fold, found))


def _spells(words: list[str], letters: str) -> bool:
    """Tell whether letters are the first ones of words, in any order: names are translated."""
    told = [word for word in words if word.lower() not in _SMALL]
    capital = all(word[:1].isupper() or word[:1].isdigit() for word in told)
    if len(told) < LEAST or not capital or abs(len(told) - len(letters)) > 2:
        return False
    initials = Counter(word[0].upper() for word in told)
    return not Counter(letters.upper()) - initials

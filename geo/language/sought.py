"""Expressions that are asked of each trigger, and only searched for where a word of theirs stands.

One trigger is looked at by more than a hundred expressions, nearly all of them in vain. In a
sentence of 1,500 characters with seventy triggers the searches were half of the time; the words of
a stretch are cut once, whoever asks of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property

from geo.language import needed as reader
from geo.language.late import late
from geo.language.text import small_words, small_words_between

__all__ = ["Sought"]


class Sought:
    r"""An expression to search for, of which the needed words are read when it is first asked.

    Parameters
    ----------
    pattern, flags
        As ``re.compile`` takes them.
    needed
        Small words of which one stands in each match, where they cannot be read from the pattern.

    Examples
    --------
    >>> Sought(r"\bplan(?:s|ned)?\s+to\b").search("they planned to march")
    <re.Match object; span=(5, 15), match='planned to'>
    """

    def __init__(
        self, pattern: str, flags: int = 0, *, needed: frozenset[str] | None = None
    ) -> None:
        self._source, self._pattern = pattern, late(pattern, flags)
        self._told = needed

    @cached_property
    def _needed(self) -> frozenset[str] | None:
        return self._told or reader.needed(self._source)

    @cached_property
    def _ways(self) -> reader.Ways:
        """What tells more, and is asked where a word of those stands: one of three is left."""
        return (self._told and ((self._told,),)) or reader.ways_of(self._source) or ((),)

    def search(self, said: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Search a text, or a stretch of it."""
        words = self._needed
        if words is not None:
            whole = start == 0 and end >= len(said)
            there = small_words(said) if whole else small_words_between(said, start, end)
            if words.isdisjoint(there) or not reader.may_match(self._ways, there):
                return None
        return self._pattern.search(said, start, end)

    def finditer(self, said: str) -> Iterator[re.Match[str]]:
        """Find all matches in a text."""
        words = self._needed
        vain = words is not None and words.isdisjoint(small_words(said))
        return iter(()) if vain else self._pattern.finditer(said)

    def sub(self, put: str, said: str) -> str:
        """Replace each match in a text."""
        words = self._needed
        vain = words is not None and words.isdisjoint(small_words(said))
        return said if vain else self._pattern.sub(put, said)

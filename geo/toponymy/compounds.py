"""Names of two words that a particle joins: "Shahrak-i-Orva", "Bab al-Orva".

A tagger that learnt from the news of the world cuts them in two, and the first half alone is often
the name of another town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from geo.language.tagger import Tag
from geo.model import Span
from geo.toponymy.localities import is_first_half

__all__ = ["goes_on", "joined"]

_IZAFET = re.compile(r"-(?:i|e|ye|ul|ur|ud|us|uz)-[A-Z][\w’']*(?:-[A-Z][\w’']*)*")
_OF_THE = re.compile(r"\s(?:al|el|ad|ar|as|ash|at|az|an)-[A-Z][\w’']+")


def goes_on(text: str, at: Span) -> int | None:
    """Return where a name ends of which only the first half was read.

    Examples
    --------
    >>> goes_on("in Shahrak-i-Orva", Span(3, 10)), goes_on("in Bab al-Orva", Span(3, 6))
    (17, 14)
    >>> goes_on("In Orva al-Tolmen fighters", Span(3, 7)) is None
    True
    """
    found = _IZAFET.match(text, at.end)
    if found is None and is_first_half(at.of(text).lower()):
        found = _OF_THE.match(text, at.end)
    return found.end() if found else None


def joined(text: str, tags: Iterable[Tag]) -> Iterator[Tag]:
    """Yield the names of a text with those whole that were cut at a particle."""
    last = 0
    for tag in tags:
        if tag.span.start < last:
            continue
        end = goes_on(text, tag.span)
        yield tag if end is None else Tag(Span(tag.span.start, end), "LOC")
        last = end or 0

"""What had been before the news: "men who had blocked a road left"."""

from __future__ import annotations

import re

from geo.language.clauses import Clause
from geo.language.sought import Sought

__all__ = ["had_been", "had_come", "is_before_it"]

_PLUPERFECT = Sought(r"\bhad\s+(?:been\s+)?\w+(?:ed|en|ung|uck|ot|ought|aught|one|it|ut)\b")
# "The crowd had marched there from the station": the same crowd, on the same day.
_HAD_COME = Sought(
    r"\b(?:the|those|these)\s+(?:[\w-]+\s+){0,3}?(?:crowds?|protesters?|protestors?|demonstrators?|marchers?|"
    r"demonstration|protest|rally|march|procession|supporters|residents|workers|students|strikers|riders)\s+"
    r"(?:of\s+(?:[\w-]+\s+){1,4})?had\s+(?:(?:earlier|first|initially|peacefully)\s+)?"
    r"(?:marched|gathered|assembled|rallied|walked|come|set\s+(?:out|off)|started|begun|converged|ridden|moved|met)\b"
)
_BY_THEN = re.compile(
    r"\W*by\s+(?:(?:the\s+)?(?:mid-?)?(?:morning|noon|midday|afternoon|evening|nightfall|dusk|dawn|sunset|sunrise|"
    r"night|then|lunchtime|midnight)|the\s+time|\d)"
)
"""How a clause opens that says how far things had come on the same day."""
_WHAT_THEY_HAD = Sought(r"\b(?:that|which|whom)\s+(?:[\w’'-]+\s+){0,5}$")
# And "where residents had blocked a road": how things stood when it happened.
_OF_THEM = Sought(r"\b(?:(?:who|which|that|whom)\s+|where\s+(?:[\w’'-]+\s+){0,4})$")
_WHO_HAD = re.compile(r"\W*(?:who|which|that)\s+had\s+(?:\w+ly\s+|already\s+|earlier\s+)?")
"""How a clause opens that tells what somebody had done before the main clause."""


def had_come(said: str) -> bool:
    """Tell whether a clause tells how a crowd that was told of had come there, on the same day.

    Examples
    --------
    >>> had_come("the crowd had marched from the station"), had_come("a crowd marched")
    (True, False)
    """
    return _HAD_COME.search(said) is not None


def had_been(said: str, behind: int) -> bool:
    """Tell whether a clause tells of what was before; "a firm that had not joined" is no deed.

    "By noon crowds had blocked the road" is of the day that is spoken of. Nor is what stands behind
    the deed: "cleared the wall that villagers had piled up".
    """
    had = _PLUPERFECT.search(said)
    if had is None or _BY_THEN.match(said) or _WHAT_THEY_HAD.search(said, behind, had.start()):
        return False
    return _OF_THEM.search(said, 0, had.start()) is None


def is_before_it(text: str, own: Clause) -> bool:
    """Tell whether a clause inside another one tells what somebody had done before.

    Examples
    --------
    >>> from geo.language.clauses import split
    >>> from geo.model import Span
    >>> text = "Men who had blocked a road left."
    >>> [is_before_it(text, clause) for clause in split(text, Span(0, len(text)))]
    [False, True, False]
    """
    return own.aside and _WHO_HAD.match(text, own.span.start, own.span.end) is not None

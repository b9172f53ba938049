"""Ends of a line that are not where the deed was: whence something was fired, whither a road leads.

"Rockets were fired from X at Y" is told of Y, and "at the exit from X in the direction of Y" of X.
Such an end stands back behind any other place of the sentence, and is still better than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from geo.language.sought import Sought
from geo.model import Span

__all__ = ["ends"]

BEFORE, BEHIND = 70, 60
"""Characters around a name in which stands what makes an end of it."""
_VERBS = r"\b(?:fired|launched|lobbed|shot|hurled|unleashed|loosed)"
_FIRED = Sought(rf"{_VERBS}\b")
_FROM = re.compile(
    rf"{_VERBS}\s+(?:[\w’'-]+\s+){{0,4}}?"
    r"(?:from|out\s+of)\s+(?:the\s+)?(?:(?:north|south|east|west)\w*\s+|(?:positions?|territory|bases?|areas?|sites?)\s+in\s+(?:the\s+)?){0,2}$"
)
_AT = re.compile(
    r"[^.;:()\n]{0,30}?\s(?:at|towards?|into|onto?|over|against|across|(?:hit|struck|reached|hitting|striking)(?:\s+in)?)\s+"
    r"(?:the\s+)?(?:[a-z]+\s+(?:of|in|near)\s+(?:the\s+)?){0,2}(?:(?:north|south|east|west)\w*\s+)?$"
)
"""Between whence something was fired and what was hit."""
_TOWARDS = re.compile(
    r"\b(?:in\s+the\s+direction\s+of|(?:heading|headed|bound|leading|leads|exit|road|highway)\s+(?:towards?|for))\s+(?:the\s+)?$"
)
"""Before where a road or a traveller was only going to."""


def ends(text: str, sentence: Span, named: Iterable[Span]) -> set[Span]:
    """Return the names of a sentence that are only an end of a line, where it names another place.

    Examples
    --------
    >>> text = "Rockets were fired from Ardovia at Tolmen."
    >>> [at.of(text) for at in ends(text, Span(0, len(text)), [Span(24, 31), Span(35, 41)])]
    ['Ardovia']
    """
    at = sorted(named)
    if len(at) < 2:
        return set()
    fired = _FIRED.search(text, sentence.start, sentence.end) is not None
    whence = {one for one, two in _pairs(at) if fired and _is_fired_from(text, one, two)}
    whither = {one for one in at if _TOWARDS.search(text, max(0, one.start - BEFORE), one.start)}
    back = whence | whither
    return back if len(back) < len(at) else set()


def _pairs(at: list[Span]) -> Iterable[tuple[Span, Span]]:
    return ((one, two) for k, one in enumerate(at) for two in at[k + 1 : k + 3])


def _is_fired_from(text: str, one: Span, two: Span) -> bool:
    near = two.start - one.end <= BEHIND
    if not near or _FROM.search(text, max(0, one.start - BEFORE), one.start) is None:
        return False
    return _AT.match(text[one.end : two.start]) is not None

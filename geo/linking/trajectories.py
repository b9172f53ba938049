"""Ends of a line that are not where the deed was: whence something was fired, whither a road leads.

"Rockets were fired from X at Y" is told of Y, "at the exit from X in the direction of Y" and "5 km
from X on the road to Y" of X.
Such an end stands back behind any other place of the sentence, and is still better than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from geo.language.sought import Sought
from geo.model import Span

__all__ = ["ON_ROAD", "ends", "on_roads"]

BEFORE, BEHIND = 70, 60
"""Characters around a name in which stands what makes an end of it."""
ON_ROAD = 6.0
"""What a place has ahead that says where on a road: "on the road to X, 12 km south of Y"."""
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
_LEADS = (
    r"(?:(?:on|along|off|beside)\s+(?:the\s+|its\s+|their\s+)?(?:main\s+|old\s+|dirt\s+)?"
    r"(?:road|highway|motorway|route|track|way)(?:\s+leading)?|en\s+route)\s+to\s+(?:the\s+)?"
)
_ON_FROM = re.compile(rf"(?:\s+(?:late\s+|early\s+)?on\s+\w+day)?,?\s+{_LEADS}")
"""Between where it was and where that road leads: "near X on the road to Y"."""
_ROAD = Sought(r"\b(?:road|highway|motorway|route|track|way)\s+(?:leading\s+)?to\b")
_ROAD_TO = re.compile(
    rf"\b(?:{_LEADS}|(?:the|a)\s+(?:\w+\s+)?(?:road|highway|motorway|route|track)\s+(?:leading\s+)?to\s+(?:the\s+)?)$"
)
_BESIDE = re.compile(
    r",?\s+(?:just\s+|some\s+|about\s+|around\s+)?(?:(?:near|at|outside|close\s+to|not\s+far\s+from)\s+(?:the\s+)?)?"
)
"""Between where a road leads and where on it something was: "on the road to Y, 12 km from X"."""
_MEASURED = re.compile(r"(?:[a-z]+\s){0,2}(?:\d|halfway\b|just\b)")


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
    back = whence | whither | {two for one, two in pairwise(at) if _leads_on(text, one, two)}
    back |= {one for one, _ in _on_roads(text, at)}
    return back if len(back) < len(at) else set()


def on_roads(text: str, named: Iterable[Span]) -> set[Span]:
    """Return the names that say where on a road: "on the road to X, 12 km south of Y".

    Examples
    --------
    >>> text = "A bus on the road to Galdor, near Tolmen"
    >>> [at.of(text) for at in on_roads(text, [Span(21, 27), Span(34, 40)])]
    ['Tolmen']
    """
    return {two for _, two in _on_roads(text, sorted(named))}


def _on_roads(text: str, at: list[Span]) -> list[tuple[Span, Span]]:
    if len(at) < 2 or not _ROAD.search(text, max(0, at[0].start - BEFORE), at[-1].start):
        return []
    return [(one, two) for one, two in pairwise(at) if _is_on_road(text, one, two)]


def _pairs(at: list[Span]) -> Iterable[tuple[Span, Span]]:
    return ((one, two) for k, one in enumerate(at) for two in at[k + 1 : k + 3])


def _leads_on(text: str, one: Span, two: Span) -> bool:
    return _ON_FROM.fullmatch(text, one.end, two.start) is not None


def _is_on_road(text: str, one: Span, two: Span) -> bool:
    """Tell whether a road leads to the first and the second says where on it: it is measured."""
    between = _BESIDE.fullmatch(text, one.end, two.start)
    if between is None:
        return False
    if not between.group().strip(" ,") and not _MEASURED.match(text, two.start):
        return False
    return _ROAD_TO.search(text, max(0, one.start - BEFORE), one.start) is not None


def _is_fired_from(text: str, one: Span, two: Span) -> bool:
    near = two.start - one.end <= BEHIND
    if not near or _FROM.search(text, max(0, one.start - BEFORE), one.start) is None:
        return False
    return _AT.match(text[one.end : two.start]) is not None

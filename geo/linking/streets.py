"""Tell the names of streets and quarters of a town by what is said beside them, or in them.

No list has them, and a list of the world has a village for most: "Roxbury", "the Austin
neighborhood", "Brook and Winter streets".
"""

from __future__ import annotations

import re

from geo.language.late import late
from geo.model import PlaceKind, Resolution, Span

__all__ = [
    "is_at_corner",
    "is_called_part",
    "is_called_quarter",
    "is_cross_street",
    "is_street",
    "lies_off",
]

LOOK_BACK = 60
"""Characters before a name that are read."""
_STREET = (
    r"[Ss]treets?|[Aa]venues?|[Rr]oads?|[Dd]rives?|[Bb]oulevards?|[Ll]anes?|St|Ave?|Rd|Dr|Blvd"
)
_STREET_NAME = re.compile(rf"\b(?:{_STREET}|[Pp]arkway|[Cc]ircle|[Hh]ighway)\.?$")
_QUARTER_BEHIND = late(
    r"(?:[ \u00a0](?:(?:and|&|[A-Z]\w+|apartment|housing)[ \u00a0]){0,3})?(?:[’']s[ \u00a0])?"
    r"(?:neighbou?rhoods?|area|section|quarter|district|community|subdivision|complex|"
    rf"{_STREET}|[Aa]partments?|[Pp]ark|[Pp]arkway|[Pp]lace|[Cc]ourt|[Cc]ircle|[Pp]rojects?)\b"
)
_CALLED_QUARTER = re.compile(
    r"[ \u00a0](?:(?:and|&|[A-Z]\w+|residential)[ \u00a0]){0,3}"
    r"(?:neighbou?rhoods?|sections?|quarters?|subdivisions?)\b"
)
_CORNER_BEHIND = late(
    r"\s(?:and|&|near|at)\s(?:(?:[NSEW]|North|South|East|West)\.?\s)?(?:[A-Z\d][\w’'.]*\s){1,2}"
    rf"(?:{_STREET}|[Ww]ays?|[Pp]laces?|[Cc]ourts?|[Pp]arkways?)\b"
)
_CORNER_BEFORE = re.compile(
    rf"\b(?:{_STREET})\.?\s(?:and|&|at)\s(?:(?:[NSEW]|North|South|East|West)\.?\s)?$"
)
"""Of two streets that cross only one says that it is one: "Brook and Winter streets"."""

_AT_AND = re.compile(r"\bat\s(?:[A-Z\d][\w’'.]*\s){1,3}(?:and|&)\s$")
_OFF = re.compile(
    r"(?:\s[a-z]+)?,?\s\(?(?:[\w.]+\s){0,4}?(?:(?:north|south|east|west)[a-z-]*\s(?:of|from)|outside|near)\s"
    r"(?:the\s)?(?:(?:city|town|capital)\s(?:of\s)?)?"
)
"""Behind a district, before a town that is not in it."""


def is_street(name: str) -> bool:
    """Tell whether a name is that of a street, which lies in some town.

    Examples
    --------
    >>> is_street("Abercorn Street"), is_street("Gert Town")
    (True, False)
    """
    return _STREET_NAME.search(name) is not None


def is_called_quarter(text: str, r: Resolution) -> bool:
    """Tell whether the words behind a name call it a part of a town: "the X neighborhood"."""
    return _CALLED_QUARTER.match(text, r.mention.span.end) is not None


def is_at_corner(text: str, at: Span) -> bool:
    """Tell whether a name is that of one of two streets that cross.

    Examples
    --------
    >>> is_at_corner("shot at Tolmen and Elm streets", Span(8, 14))
    True
    >>> is_at_corner("shot at Tolmen and Galdor", Span(8, 14))
    False
    """
    if _CORNER_BEHIND.match(text, at.end):
        return True
    return _CORNER_BEFORE.search(text, max(0, at.start - LOOK_BACK), at.start) is not None


def is_cross_street(text: str, r: Resolution) -> bool:
    """Tell whether a state is but a street that crosses another: "at Fourth and Pennsylvania"."""
    state = r.place is not None and r.place.kind is PlaceKind.ADMIN1
    start = r.mention.span.start
    return state and _AT_AND.search(text, max(0, start - LOOK_BACK), start) is not None


def is_called_part(text: str, r: Resolution) -> bool:
    """Tell whether a name is that of a street or house, or of a quarter: "the X apartments"."""
    span = r.mention.span
    return _QUARTER_BEHIND.match(text, span.end) is not None or is_at_corner(text, span)


def lies_off(text: str, district: Span, towns: tuple[str, ...]) -> bool:
    """Tell whether a district is told to lie off a town, and not to hold it.

    Examples
    --------
    >>> lies_off("in the Orva district, south of Tolmen", Span(7, 11), ("Tolmen",))
    True
    """
    off = _OFF.match(text, district.end)
    return off is not None and text.startswith(towns, off.end())

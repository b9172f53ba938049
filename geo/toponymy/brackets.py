"""Read the brackets behind a name that say where it is: "Orva village (Tolmen district, Galdor)".

So write those who report from places that no map has. Nothing else puts these names in space, and
the tagger passes over two of three of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from geo.language.late import late
from geo.model import PlaceKind, Span
from geo.toponymy.localities import fronts

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.language.tagger import Tag

__all__ = ["inside"]

SORT = "district"
"""What is meant by a name in such brackets that a unit bears, be there a town of that name."""
SEVERAL = 4
"""Bearers of a name that are looked at."""
_UNITS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_SMALL = r"(?:(?:[Aa]l|[Ee]l|[Aa][dnrst]|[Aa]sh|[Dd]e|[Dd]u|[Dd]el|[Ll][ae]|[Oo]f)[ -])"
_NAME = rf"{_SMALL}?[A-Z][\w’'-]+(?: {_SMALL}?[A-Z][\w’'-]+){{0,3}}"
_NOUN = (
    r"(?: (?:district|province|region|state|county|department|governorate|oblast|territory|"
    r"township|subdivision|cercle|LGA))?"
)
_GROUP = late(
    r"(?<=[\w’'])(?: [a-z]+)? \((?:(?:in|near) )?(?:the )?"
    rf"(?P<names>{_NAME}{_NOUN}(?:, {_NAME}{_NOUN}){{0,3}})\)"
)
_EACH = late(rf"({_NAME}?){_NOUN}(?:, |$)")


def inside(text: str, gazetteer: Gazetteer, tags: Iterable[Tag] = ()) -> dict[Span, str | None]:
    """Return the names in brackets that say where something is, with the sort that each is of.

    One of them must be a country's or a unit's; one alone must stand behind the name of a place:
    "Ana Kos (Galdor)" is a runner.

    Parameters
    ----------
    text
        The text of an article.
    gazetteer
        What finds the places of a name, the likeliest first.
    tags
        What the tagger takes for names.

    Examples
    --------
    >>> from geo.io.index import open_gazetteer
    >>> text = "They left Orva village (Otukpo, Benue) with her (Reuters, AP)."
    >>> found = inside(text, open_gazetteer())
    >>> [(span.of(text), sort) for span, sort in found.items()]
    [('Otukpo', None), ('Benue', 'district')]
    """
    found: dict[Span, str | None] = {}
    ends = {tag.span.end for tag in tags if tag.label == "LOC"}
    for group in _groups(text):
        names = tuple(_names(group))
        sorts = [_sort(gazetteer, span.of(text)) for span in names]
        if group.re is _chain():
            # The last says that it is one, and no list of towns: "in Tolmen, Orva, Galdor".
            told = sorts[-1] is not None
            sorts = [None] * len(names)
        else:
            told = any(sort is not None for sort in sorts)
        if told and (len(names) > 1 or group.start() in ends):
            # What stands first of several may be the town of the quarter before it.
            first = None if any(sorts[1:]) else sorts[0]
            for span, sort in zip(names, [first, *sorts[1:]], strict=True):
                found.setdefault(span, sort or None)
    return found


@cache
def _chain() -> re.Pattern[str]:
    """Return what finds a village and what it lies in, smallest first: "in Tolmen, Orva, Galdor".

    Behind "in" and the like, or behind a noun of quarters: "barrio Tolmen, Orva, Galdor".
    """
    inside, front = r"(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]f)", fronts()
    return re.compile(
        rf"\b(?:{inside}(?: {front})?|{front}) "
        rf"(?P<names>{_NAME}(?:, {_NAME}){{2,3}})(?=[.,;)]| [a-z]|$)"
    )


def _groups(text: str) -> Iterator[re.Match[str]]:
    yield from _GROUP.finditer(text) if " (" in text else ()
    yield from _chain().finditer(text)


def _names(group: re.Match[str]) -> Iterator[Span]:
    start = group.start("names")
    for one in _EACH.finditer(group["names"]):
        if one[1]:
            yield Span(start + one.start(1), start + one.end(1))


def _sort(gazetteer: Gazetteer, name: str) -> str | None:
    """Return what sort of unit a name is, "" for a country, ``None`` if it is none."""
    places = gazetteer.lookup(name)[:SEVERAL]
    if places and places[0].kind is PlaceKind.COUNTRY:
        return ""
    return SORT if any(place.kind in _UNITS for place in places) else None

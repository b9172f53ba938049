"""Place what a text calls a part of a town in that town: "the Clifton area of Karachi".

The gazetteer may hold a namesake on another continent only; where the text says which town it is a
part of, no namesake elsewhere is meant. Nor is it where squares and schools bear the name of a
town: "in Galdor students gathered at Tolmen square".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from geo.geometry.geodesy import are_within
from geo.language.late import late
from geo.language.telling import SAID
from geo.linking.hometown import LOOK_BACK, Hometown
from geo.linking.vicinity import FAR_M, KNOWN, within
from geo.model import Place, PlaceKind, Resolution

__all__ = ["settle"]

PROVINCE_M = 120_000.0
"""So far from the town that a province is called after its districts lie."""
TOLD = 1.0
"""How sure it is that the town holds its quarter: the text says so."""
NEAREST = 200
"""Characters at most from a town to the square or school of it that is named behind."""
_BUILDINGS = (
    r"square|plaza|park|roundabout|college|school|hospital|clinic|church|cathedral|mosque|stadium|"
    r"theat(?:re|er)|cemetery|market|bridge"
)
_HOUSE = late(
    rf"(?:\s[A-Z][\w’'-]+){{0,2}}\s(?i:{_BUILDINGS}|avenue|boulevard|sector|colony|neighbou?rhood|barrio|"
    r"quarter|suburb|university)\b"
)
"""Behind a name that squares, schools and quarters of other towns bear: "Tolmen square"."""
_HOUSE_IN = re.compile(
    rf"(?:\s[A-Z][\w’'-]+){{0,2}}\s(?i:{_BUILDINGS}|hotel|guest\s?house|hostel|restaurant|caf[eé]|bar|pub|"
    r"club|mall|cent(?:re|er)|tower|building|garden|cinema|palace)s?,?\sin\s"
    r"(?:(?:the\s)?(?:[a-z]+\s){0,3}(?:city|town|capital|port|east|west|north|south)\s(?:of\s)?)?"
)
"""Between a name that a house of another town bears and that town: "the Tolmen Hotel in Galdor"."""
_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round)\s(?:the\s)?(?:(?:city|town|capital|port)\s(?:of\s)?)?$"
)
_APART = re.compile(rf"[.!?;]\s|\n|\b(?:{SAID}|from|to|and\s(?:in|at|near|around)|while|where)\b")
"""Between a town and what is not of it."""
_OF_TOWN = re.compile(
    r"\s+(?:neighbou?rhood|area|section|quarter|(?P<unit>district|township)|suburb|ward|borough|slum)s?\s+"
    r"(?:of|in)\s+(?:the\s+(?:\w+\s+){0,3}(?:city|town|port|capital)\s+of\s+)?"
)


def settle(text: str, resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return the places of a text with quarters in the town that the text puts them in.

    Parameters
    ----------
    text
        The text.
    resolutions
        Its places, in its order.
    """
    ordered = sorted(resolutions, key=lambda r: r.mention.span)
    housed = {
        id(part): _inside(part, town)
        for part, town in pairwise(ordered)
        if (said := _OF_TOWN.fullmatch(text, part.mention.span.end, town.mention.span.start))
        and _is_far(part.place, town.place, unit=said["unit"] is not None)
    }
    housed |= {
        id(part): _inside(part, town)
        for part, town in pairwise(ordered)
        if _HOUSE_IN.fullmatch(text, part.mention.span.end, town.mention.span.start)
        and _is_far(part.place, town.place, unit=False)
    }
    housed.update(_houses(text, ordered))
    return tuple(housed.get(id(r), r) for r in resolutions)


def _houses(text: str, ordered: Sequence[Resolution]) -> Iterator[tuple[int, Resolution]]:
    """Yield what is called like a far town and is a square or a school of the one before it."""
    town = None
    for r in ordered:
        start = r.mention.span.start
        if (
            town is not None
            and _is_house(text, town, r)
            and _is_far(r.place, town.place, unit=False)
        ):
            yield id(r), _inside(r, town)
        elif _is_settlement(r.place) and _IN.search(text, max(0, start - LOOK_BACK), start):
            town = r


def _is_house(text: str, town: Resolution, part: Resolution) -> bool:
    """Tell whether a name is that of a house or quarter in the clause of a town before it."""
    start, end = town.mention.span.end, part.mention.span.start
    if not 0 < end - start <= NEAREST or _HOUSE.match(text, part.mention.span.end) is None:
        return False
    place = part.place
    known = place is not None and (place.population or 0) >= KNOWN
    return not known and _APART.search(text, start, end) is None


def _is_settlement(place: Place | None) -> bool:
    return place is not None and place.kind is PlaceKind.SETTLEMENT and not place.derived


def _is_far(part: Place | None, town: Place | None, *, unit: bool) -> bool:
    """Tell whether a town lies too far from another one to be a part of it.

    A district may be one of the province that is called like the town: "Orva district of Galdor".
    """
    if not _is_settlement(part) or not _is_settlement(town):
        return False
    assert part is not None
    assert town is not None
    if part.lon is None or part.lat is None or town.lon is None or town.lat is None:
        return False
    home = unit and not {*part.countries}.isdisjoint(town.countries)
    limit_m = PROVINCE_M if home else FAR_M
    return not are_within(part.lon, part.lat, town.lon, town.lat, limit_m)


def _inside(part: Resolution, town: Resolution) -> Resolution:
    assert town.place is not None
    because = f"'{part.mention.name}' is called a part of {town.place.name}"
    return within(Hometown(town, TOLD), because, part.mention)

"""Place what a text calls a part of a town in that town: "the Clifton area of Karachi".

The gazetteer may hold a namesake on another continent only; where the text says which town it is a
part of, no namesake elsewhere is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geo.geometry.geodesy import are_within
from geo.linking.hometown import FAR_M, Hometown, within
from geo.model import Place, PlaceKind, Resolution

__all__ = ["settle"]

PROVINCE_M = 120_000.0
"""So far from the town that a province is called after its districts lie."""
TOLD = 1.0
"""How sure it is that the town holds its quarter: the text says so."""
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
    return tuple(housed.get(id(r), r) for r in resolutions)


def _is_far(part: Place | None, town: Place | None, *, unit: bool) -> bool:
    """Tell whether a town lies too far from another one to be a part of it.

    A district may be one of the province that is called like the town: "Orva district of Galdor".
    """
    if part is None or town is None or town.kind is not PlaceKind.SETTLEMENT:
        return False
    if part.kind is not PlaceKind.SETTLEMENT or part.derived or town.derived:
        return False
    if part.lon is None or part.lat is None or town.lon is None or town.lat is None:
        return False
    home = unit and not {*part.countries}.isdisjoint(town.countries)
    limit_m = PROVINCE_M if home else FAR_M
    return not are_within(part.lon, part.lat, town.lon, town.lat, limit_m)


def _inside(part: Resolution, town: Resolution) -> Resolution:
    assert town.place is not None
    because = f"'{part.mention.name}' is called a part of {town.place.name}"
    return within(Hometown(town, TOLD), because, part.mention)

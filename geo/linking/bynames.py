"""Names of villages, junctions and quarters that are those of lands and cities far away.

"At Siberia, Tolmen", "the Berlin junction near Galdor", "Lebanon, a village outside Orva": where
the words say that it is a spot of the land that the news is from, and nothing else in the land of
the namesake is spoken of, the name is of a place that no list has, or of a bearer near by. So is
that of a junction beside a town, of two in one land: "delays at Orva, where the Galdor junction …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.geometry.geodesy import are_within
from geo.model import MentionClass, Place, PlaceKind, Resolution
from geo.toponymy import unlisted

__all__ = ["settle"]

NEAR_M = 60_000.0
"""So far from what stands around it a bearer of the name is the one that is meant."""
BESIDE = 3
"""Names before one that are read for the town that it is beside."""
BEFORE, BEHIND = 20, 70
"""Characters before and behind a name that are read."""
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION})
_TOWNS = frozenset({PlaceKind.SETTLEMENT})
_HOLDS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_SPOT = (
    r"(?:village|hamlet|junction|crossroads|checkpoint|roundabout|interchange|market|bus\s+stop|estate|"
    r"neighbou?rhood|quarter|suburb|township|settlement|slum|ward|farm|ranch|mission|bridge)"
)
_IS_SPOT = re.compile(
    rf"\s{_SPOT}s?\b|,\s+an?\s+(?:[\w-]+\s+){{0,2}}(?:{_SPOT}|town|locality|community)\s+"
    r"(?:\d|near|outside|in|on|close|at|just|some|about|north|south|east|west|of|off|between)\b"
)
"""Behind a name, that it is one of a village or a junction."""
_AT = re.compile(r"\b[Aa]t\s+$")
_OWNS = re.compile(
    r"[’']s?\s|\s+(?:border|embassy|frontier|crossing|international|airport|port|and)\b|,?\s+(?:and|or)\s"
)
"""Behind a land at which something is all the same: "at Ardovia's border"."""
_COMMA = re.compile(r",\s")


def settle(text: str, resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return the places of a text, those of such names as the bearer near by, or as unknown."""
    told = tuple(resolutions)
    if not any(map(_may_be_far, told)):
        return told
    return tuple(_settled(text, at, told) for at in range(len(told)))


def _settled(text: str, at: int, told: Sequence[Resolution]) -> Resolution:
    """Return one place of a text as what its name means there."""
    r = told[at]
    if not _may_be_far(r):
        return r
    if _is_spot(text, at, told):
        return _as_spot(r, told)
    if r.place is None or r.place.kind is not PlaceKind.SETTLEMENT or not r.alternatives:
        return r
    if not _IS_SPOT.match(text, r.mention.span.end, r.mention.span.end + BEHIND):
        return r
    beside = [o for o in told[max(at - BESIDE, 0) : at] if _is_beside(text, o, r)]
    return _as_near(r, beside) or r


def _is_beside(text: str, town: Resolution, r: Resolution) -> bool:
    """Tell whether a town of the same paragraph stands before a name, and far from its place."""
    place = town.place
    if place is None or place.kind is not PlaceKind.SETTLEMENT or place == r.place:
        return False
    apart = text.find("\n", town.mention.span.end, r.mention.span.start) >= 0
    return not apart and town.mention.use is MentionClass.LITERAL and not _are_near(place, r.place)


def _may_be_far(r: Resolution) -> bool:
    if r.place is None or r.mention.found_by != "name" or r.place.unlisted:
        return False
    return r.mention.use in {MentionClass.LITERAL, MentionClass.EMBEDDED} and (
        r.place.kind in _WIDE or r.place.kind is PlaceKind.SETTLEMENT
    )


def _is_spot(text: str, at: int, told: Sequence[Resolution]) -> bool:
    """Tell whether a name is called a spot, and lies where nothing else of the news is."""
    r = told[at]
    span, place = r.mention.span, r.place
    assert place is not None
    wide = place.kind in _WIDE
    called = _IS_SPOT.match(text, span.end, span.end + BEHIND) is not None
    put = _AT.search(text, max(0, span.start - BEFORE), span.start) is not None
    if not (called or (put and (wide or _held(text, at, told) is not None))):
        return False
    if not called and _OWNS.match(text, span.end):
        return False
    return _is_foreign(place, r, told)


def _is_foreign(place: Place, r: Resolution, told: Sequence[Resolution]) -> bool:
    """Tell whether only its own name speaks of the land of a place, and others of another."""
    others = [
        o.place
        for o in told
        if o.place is not None and o.mention.name != r.mention.name and o.place.countries
    ]
    known = {code for other in others for code in other.countries}
    # "Ardovia shelled the Galdor camp": whose arms they are says nothing of where that is.
    inside = any(other.kind is not PlaceKind.COUNTRY for other in others)
    return inside and known.isdisjoint(place.countries)


def _held(text: str, at: int, told: Sequence[Resolution]) -> Place | None:
    """Return the town or province that stands behind the comma of a name: "Siberia, Tolmen"."""
    for other in told[at + 1 : at + 2]:
        between = text[told[at].mention.span.end : other.mention.span.start]
        if other.place is not None and other.place.kind in _HOLDS and _COMMA.fullmatch(between):
            return other.place
    return None


def _as_spot(r: Resolution, told: Sequence[Resolution]) -> Resolution:
    """Return the bearer of a name near another place of the news, else a name in no list."""
    if (near := _as_near(r, told)) is not None:
        return near
    said = f"'{r.mention.name}' is no {r.place.name if r.place else ''} here"
    mention = replace(r.mention, use=MentionClass.LITERAL)
    return Resolution(mention, None, 0.0, (f"'{r.mention.name}' {unlisted.ABSENT}", said))


def _as_near(r: Resolution, told: Sequence[Resolution]) -> Resolution | None:
    """Return the bearer of a name that lies near another town of the news, if there is one."""
    towns = [o.place for o in told if o is not r and o.place and o.place.kind in _TOWNS]
    for place, _ in r.alternatives:
        if any(_are_near(place, town) for town in towns):
            return replace(r, place=place, because=("the bearer of its name near by", *r.because))
    return None


def _are_near(one: Place, other: Place | None) -> bool:
    if other is None or one.lon is None or one.lat is None:
        return False
    if other.lon is None or other.lat is None:
        return False
    return are_within(one.lon, one.lat, other.lon, other.lat, NEAR_M)

"""Names of villages, junctions and quarters that are those of lands and cities far away.

"At Siberia, Tolmen", "the Berlin junction near Galdor", "Lebanon, a village outside Orva": where
the words say that it is a spot of the land that the news is from, and the news speaks of nothing else
in the land of the namesake, the name is of a place that no list has, or of a bearer near by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.geometry.geodesy import are_within
from geo.model import MentionClass, Place, PlaceKind, Resolution
from geo.toponymy import unlisted

__all__ = ["settle"]

NEAR_M = 60_000.0
"""So far from what stands around it a bearer of the name is the one that is meant."""
BEFORE, BEHIND = 20, 70
"""Characters before and behind a name that are read."""
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION})
_HOLDS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_SPOT = (
    r"(?:village|hamlet|junction|crossroads|checkpoint|roundabout|interchange|market|bus\s+stop|estate|"
    r"neighbou?rhood|quarter|suburb|township|settlement|slum|ward|farm|ranch|mission|camp|bridge)"
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
    return tuple(
        _as_spot(r, told) if _may_be_far(r) and _is_spot(text, at, told) else r
        for at, r in enumerate(told)
    )


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
    return bool(known) and known.isdisjoint(place.countries)


def _held(text: str, at: int, told: Sequence[Resolution]) -> Place | None:
    """Return the town or province that stands behind the comma of a name: "Siberia, Tolmen"."""
    for other in told[at + 1 : at + 2]:
        between = text[told[at].mention.span.end : other.mention.span.start]
        if other.place is not None and other.place.kind in _HOLDS and _COMMA.fullmatch(between):
            return other.place
    return None


def _as_spot(r: Resolution, told: Sequence[Resolution]) -> Resolution:
    """Return the bearer of a name near another place of the news, else a name in no list."""
    near = next(_near(r, told), None)
    if near is not None:
        return replace(r, place=near, because=("the bearer of its name near by", *r.because))
    said = f"'{r.mention.name}' is no {r.place.name if r.place else ''} here"
    mention = replace(r.mention, use=MentionClass.LITERAL)
    return Resolution(mention, None, 0.0, (f"'{r.mention.name}' {unlisted.ABSENT}", said))


def _near(r: Resolution, told: Sequence[Resolution]) -> Iterator[Place]:
    for place, _ in r.alternatives:
        if place.lon is None or place.lat is None:
            continue
        for other in told:
            at = other.place
            if at is None or at.lon is None or at.lat is None or other is r:
                continue
            if at.kind is PlaceKind.SETTLEMENT and are_within(
                place.lon, place.lat, at.lon, at.lat, NEAR_M
            ):
                yield place

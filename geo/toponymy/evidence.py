"""What speaks for a candidate: the place itself, the words around, and the rest of the article.

Arguments are added up as logarithms of odds, with the weights of ``geo.toponymy.weights``. The rest
of the article is judged in rounds: what the names so far most likely mean says which countries and
units are spoken of, and where; that says what the others mean. A name is no evidence for itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from geo.model import PlaceKind
from geo.toponymy import merits
from geo.toponymy.candidates import EARTH_KM, Candidate
from geo.toponymy.cases import Case, Docket
from geo.toponymy.links import NEAR_KM, Link
from geo.toponymy.relations import AGREES_DEG, AGREES_RATIO
from geo.toponymy.weights import Weights

__all__ = [
    "Situation",
    "anchors_for",
    "around_term",
    "country_term",
    "holder_term",
    "judge",
    "listed_term",
    "near_term",
    "shared_term",
    "there_term",
    "told_term",
    "unit_term",
]

ROUNDS = 3
"""How often the article is judged anew by what was found."""
ANCHOR = 0.5
"""Share of the odds from which a place is firm enough to judge others by."""
COUNTRY_POWER = 2
UNIT_POWER = 1
"""To which power the share of a name's bearers in a country, or unit, speaks of it. Nearly every
name has bearers in the USA: small chances of many names are no news from there, but of one state
they are."""
LIKE_SIZES = 2.0
"""Powers of ten by which two places in a list may differ in size and still be alike at all."""
CHANCE = 0.002
"""Share below which a bearer of a name, judged by itself, does not count for its surroundings."""
CHANCE_POWER = 0.25
"""To which power it counts above that: many small chances add up, the village of Ohio that hardly
anybody means by Athens counts a fifth of the city."""
ANCHORS = 60
"""Firm places that the others are judged by, the most spoken of."""
HEARD = 0.03
"""Share below which a bearer of a name has no voice."""
NEAR_ANCHOR_KM = 100.0
"""Distance at which a place is half as close as it can be."""
LITTLE = 1.5
"""What is said of an article's countries by two names or so: half of what a long article says."""
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})

Vector = tuple[float, float, float]
Anchor = tuple[Vector, float, int, Candidate]
"""A firm place: where it is, how much is made of it, whose name it is, what it is."""
Voices = dict[str, float]
"""Keys of countries or units, and how much is said of each."""
_Key = TypeVar("_Key", str, int)
_Shared = tuple[dict[_Key, float], list[dict[_Key, float]]]
"""How much the names may mean each unit or cell: all together, and each by itself."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What an article is about, as far as it is known.

    ``own`` holds what each name alone contributed to the whole, to be taken off again when that
    name is judged; ``shares`` the odds of the round before.
    """

    cases: Sequence[Case]
    shares: Sequence[Sequence[float]]
    total: float
    countries: Voices
    units: Voices
    own: Sequence[tuple[float, Voices, Voices]]
    shared: Voices
    own_shared: Sequence[Voices]
    around: dict[int, float]
    own_around: Sequence[dict[int, float]]
    anchors: Sequence[Anchor]


def judge(docket: Docket, weights: Weights) -> tuple[list[list[float]], Situation]:
    """Judge all cases of an article.

    Returns
    -------
    The share of the odds of each candidate of each case, and what the article is about. What a
    case's shares lack of one is the share of "none of these".
    """
    cases = docket.cases
    own = [_own_scores(case, weights) for case in cases]
    shares = [_odds(told, weights) for told in own]
    shared = _shared_units(docket, shares)
    around = _shared_cells(docket, shares)
    situation = _situation(docket, shares, shared, around, firm_only=True)
    shared_terms = [_namesake_terms(case, situation, weights) for case in cases]
    for turn in range(ROUNDS):
        if turn:
            situation = _situation(docket, shares, shared, around, firm_only=False)
        shares = [
            _odds(_scores(case, told, fixed, situation, weights), weights) if told else []
            for case, told, fixed in zip(cases, own, shared_terms, strict=True)
        ]
    return shares, situation


# ---------------------------------------------------------------- the rounds


def _own_scores(case: Case, weights: Weights) -> list[float]:
    """Return what speaks for each candidate without the rest of the article."""
    return [
        sum(worth for worth, _ in merits.own_arguments(case, index, weights))
        for index in range(len(case.candidates))
    ]


def _odds(told: Sequence[float], w: Weights) -> list[float]:
    """Turn scores into shares of one; what is left to one is "none of these"."""
    nothing = w.nothing
    top = max(nothing, *told) if told else nothing
    powers = [math.exp(score - top) for score in told]
    whole = sum(powers) + math.exp(nothing - top)
    return [power / whole for power in powers]


def _situation(
    docket: Docket,
    shares: list[list[float]],
    shared: _Shared[str],
    around: _Shared[int],
    *,
    firm_only: bool,
) -> Situation:
    """Say what the article is about, going by what its names most likely mean.

    ``firm_only`` hears countries, units and what is told to lie in one of them: the first round.
    """
    own: list[tuple[float, Voices, Voices]] = [(0.0, {}, {}) for _ in range(docket.groups)]
    anchors: list[Anchor] = []
    for case, told in zip(docket.cases, shares, strict=True):
        if case.firm or not firm_only:
            _hear(case, told, own, anchors)
    return Situation(
        cases=docket.cases,
        shares=shares,
        total=sum(strength for strength, _, _ in own),
        countries=_summed([countries for _, countries, _ in own]),
        units=_summed([units for _, _, units in own]),
        own=own,
        shared=shared[0],
        own_shared=shared[1],
        around=around[0],
        own_around=around[1],
        anchors=sorted(anchors, key=lambda anchor: -anchor[1])[:ANCHORS],
    )


def _hear(
    case: Case,
    told: Sequence[float],
    own: list[tuple[float, Voices, Voices]],
    anchors: list[Anchor],
) -> None:
    """Add what one case says, each bearer of the name by its share."""
    strength, countries, units = own[case.group]
    here: Voices = {}
    there: Voices = {}
    heard = 0.0
    for c, share in zip(case.candidates, told, strict=True):
        if share < HEARD:
            continue
        heard += share
        for code in c.place.countries:
            here[code] = here.get(code, 0.0) + share
        if c.unit is not None:
            there[c.unit] = there.get(c.unit, 0.0) + share
        if share >= ANCHOR and c.vector is not None and c.place.kind not in _WIDE:
            anchors.append((c.vector, share * case.strength, case.group, c))
    for code, share in here.items():
        countries[code] = countries.get(code, 0.0) + case.strength * share**COUNTRY_POWER
    for unit, share in there.items():
        units[unit] = units.get(unit, 0.0) + case.strength * share**UNIT_POWER
    own[case.group] = strength + case.strength * heard, countries, units


def _shared_units(docket: Docket, shares: Sequence[Sequence[float]]) -> _Shared[str]:
    """Say how much the names, each by itself, may mean places in each unit.

    Before any name is firm, four ambiguous towns of one county point at it together.
    """
    own: list[dict[str, float]] = [{} for _ in range(docket.groups)]
    for case, told in zip(docket.cases, shares, strict=True):
        mine = own[case.group]
        for c, share in zip(case.candidates, told, strict=True):
            if share >= CHANCE and c.unit is not None:
                mine[c.unit] = max(mine.get(c.unit, 0.0), share**CHANCE_POWER)
    return _summed(own), own


def _shared_cells(docket: Docket, shares: Sequence[Sequence[float]]) -> _Shared[int]:
    """Say how much the names may mean places in or beside each cell, as for the units."""
    own: list[dict[int, float]] = [{} for _ in range(docket.groups)]
    for case, told in zip(docket.cases, shares, strict=True):
        mine = own[case.group]
        for c, share in zip(case.candidates, told, strict=True):
            if share >= CHANCE:
                worth = share**CHANCE_POWER
                for cell in c.around:
                    if worth > mine.get(cell, 0.0):
                        mine[cell] = worth
    return _summed(own), own


def _summed(parts: Sequence[dict[_Key, float]]) -> dict[_Key, float]:
    whole: dict[_Key, float] = {}
    for part in parts:
        for key, worth in part.items():
            whole[key] = whole.get(key, 0.0) + worth
    return whole


def _namesake_terms(case: Case, s: Situation, w: Weights) -> list[float]:
    """Return what other names may mean at all is worth, which is the same in every round."""
    return [
        around_term(case, c, s, w) + (shared_term(case, c, s, w) if c.unit is not None else 0.0)
        for c in case.candidates
    ]


def _scores(
    case: Case, own: Sequence[float], fixed: Sequence[float], s: Situation, w: Weights
) -> list[float]:
    """Add the rest of the article to what speaks for each candidate."""
    anchors = anchors_for(case, s)
    linked = bool(case.holds or case.listed or case.near)
    found = []
    lands: dict[tuple[str, ...], float] = {}
    for c, namesakes in zip(case.candidates, fixed, strict=True):
        land = lands.get(c.place.countries)
        if land is None:
            land = lands[c.place.countries] = country_term(case, c, s, w)
        told = namesakes + land
        if land > 0.0:
            told += (land / w.country_spoken_of) * there_term(case, c, w)
        if c.unit is not None:
            told += unit_term(case, c, s, w)
        if anchors:
            told += near_term(c, anchors, w)
        if linked:
            told += holder_term(case, c, s, w) + listed_term(case, c, s, w)
            told += told_term(case, c, s, w)
        found.append(told)
    for outer, inner in case.nests:
        # Whatever is near Mexico City is in Mexico: it does not tell the two apart.
        found[outer] = max(found[outer], found[inner])
    return [worth + told for worth, told in zip(own, found, strict=True)]


def anchors_for(case: Case, s: Situation) -> list[Anchor]:
    """Return the firm places that other names stand for."""
    return [anchor for anchor in s.anchors if anchor[2] != case.group]


def country_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh how much is said of its country by other names."""
    strength, own, _ = s.own[case.group]
    rest = s.total - strength
    if rest <= HEARD:
        return 0.0
    best = 0.0
    for code in c.place.countries:
        best = max(best, s.countries.get(code, 0.0) - own.get(code, 0.0))
    if best > HEARD:
        return w.country_spoken_of * min(1.0, best)
    if not c.place.countries:
        return 0.0
    # Where many lands are named, one more is no wonder; nor is it where little is named at all.
    leading = max(s.countries.values(), default=0.0)
    return w.unspoken * min(1.0, leading / (rest + HEARD)) * rest / (rest + LITTLE)


def there_term(case: Case, c: Candidate, w: Weights) -> float:
    """Weigh what a name tells of a place in a land that is spoken of.

    Tal Afar is Tall ‘Afar to a gazetteer, and nothing else in Iraq bears the name.
    """
    if c.place.kind in _WIDE or case.respelt or not (c.own_name or c.spelling):
        return 0.0
    told = w.unique_there if len(case.candidates) == 1 else 0.0
    owned = any(
        other.own_name and not set(other.place.countries).isdisjoint(c.place.countries)
        for other in case.candidates
    )
    return told if owned else told + w.spelt_there


def unit_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh how much is said of its state or province, or of places there."""
    unit = c.unit or ""
    strength, _, own = s.own[case.group]
    spoken = s.units.get(unit, 0.0) - own.get(unit, 0.0)
    if spoken <= HEARD:
        return 0.0
    rest = s.total - strength
    return w.unit_spoken_of * min(1.0, spoken) + w.unit_share * spoken / (rest + 1.0)


def shared_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh how many other names have a bearer in its state or province at all."""
    unit = c.unit or ""
    shared = s.shared.get(unit, 0.0) - s.own_shared[case.group].get(unit, 0.0)
    return w.unit_shared * shared / (len(s.own) + 1.0)


def around_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh how many other names have a bearer close by."""
    if not c.around:
        return 0.0
    cell = c.cell
    others = s.around.get(cell, 0.0)
    others -= s.own_around[case.group].get(cell, 0.0)
    return w.around * others / math.sqrt(len(s.own))


def near_term(c: Candidate, anchors: Sequence[Anchor], w: Weights) -> float:
    """Weigh how close the firm places are."""
    if c.place.kind in _WIDE:
        return _inside_term(c, anchors, w)
    if c.vector is None:
        return 0.0
    x, y, z = c.vector
    steep = (EARTH_KM / NEAR_ANCHOR_KM) ** 2 * 2.0
    close = total = 0.0
    for (ax, ay, az), voice, _, _ in anchors:
        close += voice / (1.0 + steep * abs(1.0 - x * ax - y * ay - z * az))
        total += voice
    return w.near * close / (total + 1.0)


def _inside_term(c: Candidate, anchors: Sequence[Anchor], w: Weights) -> float:
    """Weigh how many of the firm places lie in the country of a country or unit."""
    inside = total = 0.0
    for _, voice, _, other in anchors:
        total += voice
        if not other.within.isdisjoint(c.place.countries):
            inside += voice
    return w.near_wide * inside / (total + 1.0)


def holder_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh that something is told to lie in it."""
    if not case.holds or not c.is_area:
        return 0.0
    held = any(any(map(c.holds, s.cases[other].candidates)) for other in case.holds)
    return w.holder if held else 0.0


def listed_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh that its neighbours in a list are near, or units of the same country."""
    if not case.listed:
        return 0.0
    wide = c.place.kind in _WIDE
    worth = 0.0
    for other in case.listed:
        for o, share in zip(s.cases[other].candidates, s.shares[other], strict=True):
            if share < HEARD:
                continue
            if wide:
                worth += share * w.listed_wide * (o.place.kind is c.place.kind)
            elif o.vector is not None and o.place.kind not in _WIDE:
                worth += share * w.listed * c.closeness(o.vector, NEAR_ANCHOR_KM)
                alike = max(0.0, 1.0 - abs(o.size - c.size) / LIKE_SIZES)
                worth += share * w.listed_size * alike
    return worth / len(case.listed)


def told_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh "20 miles south of X" and "near X", going by what X most likely is."""
    worth = 0.0
    for other, link in case.near:
        for o, share in zip(s.cases[other].candidates, s.shares[other], strict=True):
            if share >= HEARD:
                worth += share * w.told_near * _agreement(c, o, link)
    return worth


def _agreement(c: Candidate, other: Candidate, link: Link) -> float:
    """Return 1 where distance and direction from another place are as told, 0 if not.

    As ``geo.toponymy.relations.agreement``, but on a sphere: thousands of pairs are asked for.
    """
    if c.vector is None or other.vector is None or c.place.id == other.place.id:
        return 0.0
    km = c.distance_km(other.vector)
    if not link.measured:
        close = c.closeness(other.vector, NEAR_KM)
    else:
        close = float(link.km * AGREES_RATIO <= km <= link.km / AGREES_RATIO)
    if link.bearing is not None and close and not _is_towards(c, other, link.bearing):
        close *= 0.5
    return close


def _is_towards(c: Candidate, other: Candidate, bearing: float) -> bool:
    """Tell whether the direction from the other place to this one is as told."""
    here, there = c.place, other.place
    assert here.lon is not None and here.lat is not None  # noqa: PT018 - it has a vector
    assert there.lon is not None and there.lat is not None  # noqa: PT018
    east = math.radians((here.lon - there.lon + 180.0) % 360.0 - 180.0)
    lat1, lat2 = math.radians(there.lat), math.radians(here.lat)
    found = math.degrees(
        math.atan2(
            math.sin(east) * math.cos(lat2),
            math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(east),
        )
    )
    return abs((found - bearing + 180.0) % 360.0 - 180.0) <= AGREES_DEG

"""What speaks for a candidate: the place itself, the words around, and the rest of the article.

Arguments are added up as logarithms of odds, with the weights of ``geo.weights``. The rest of the
article is judged in rounds: what the names so far most likely mean says which countries and units
are spoken of, and where; that says what the others mean. A name is no evidence for itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from geo.candidates import EARTH_KM, Candidate, fits
from geo.links import NEAR_KM, Link
from geo.model import PlaceKind
from geo.weights import Weights

__all__ = ["Case", "Situation", "arguments", "base_scores", "gather_evidence", "odds", "scores"]

ANCHOR = 0.5
"""Share of the odds from which a place is firm enough to judge others by."""
HEARD = 0.03
"""Share below which a bearer of a name has no voice."""
NEAR_ANCHOR_KM = 100.0
"""Distance at which a place is half as close as it can be."""
BEARING_DEGREES = 67.0
DISTANCE_RATIO = 2.0
"""How far what the text tells of directions and distances may be off."""
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
_NATURE = frozenset({PlaceKind.WATER, PlaceKind.RELIEF, PlaceKind.REGION})

Vector = tuple[float, float, float]


@dataclass(slots=True)
class Case:
    """One name before the judge: what is asked, and what speaks for its candidates.

    ``group`` numbers the folded name, ``strength`` is how much the article makes of it; links
    point at other cases by their position.
    """

    group: int
    name: str
    hint: str | None
    candidates: tuple[Candidate, ...]
    strength: float = 0.0
    firm: bool = False
    held: tuple[Candidate, ...] = ()
    holds: list[int] = field(default_factory=list)
    listed: list[int] = field(default_factory=list)
    near: list[tuple[int, Link]] = field(default_factory=list)


@dataclass(slots=True)
class Situation:
    """What the article is about, as far as it is known."""

    total: float
    countries: dict[str, float]
    units: dict[str, float]
    shared: dict[str, float]
    own: list[tuple[float, dict[str, float], dict[str, float]]]
    own_shared: list[dict[str, float]]
    anchors: list[tuple[Vector, float, int, Candidate]]
    shares: list[list[float]]
    cases: Sequence[Case]


# ---------------------------------------------------------------- the place itself


def base_scores(case: Case, weights: Weights) -> list[float]:
    """Return what speaks for each candidate without the rest of the article."""
    return [
        sum(worth for worth, _ in _own_arguments(case, index, c, weights))
        for index, c in enumerate(case.candidates)
    ]


def _own_arguments(
    case: Case, index: int, c: Candidate, w: Weights
) -> Iterator[tuple[float, str]]:
    kind = c.place.kind
    if kind is PlaceKind.COUNTRY and index == 0:
        yield w.country, "the country of that name"
    elif kind is PlaceKind.ADMIN1:
        yield w.unit, "the state or province of that name"
    elif kind is PlaceKind.ADMIN2:
        yield w.county, "the county or district of that name"
    elif kind in _NATURE:
        yield w.nature, "the only place of its name" if len(case.candidates) == 1 else "of that name"
    else:
        yield w.size * c.size, _size_in_words(case, index, c)
    if index == 0:
        yield w.first, ""
    if not c.own_name and kind is not PlaceKind.COUNTRY:
        yield w.other_name, f"{c.place.name} is rarely so called"
    if c.curated and kind not in _WIDE:
        yield w.curated, "in the reviewed gazetteer"
    yield from _word_arguments(case, c, w)


def _size_in_words(case: Case, index: int, c: Candidate) -> str:
    if len(case.candidates) == 1:
        return "only place of its name"
    if index == 0:
        return "likeliest of its name"
    return "a namesake"


def _word_arguments(case: Case, c: Candidate, w: Weights) -> Iterator[tuple[float, str]]:
    """Weigh the words right beside the name."""
    if case.hint is not None and (fit := fits(case.hint, c.place)) is not None:
        told = f"called a {case.hint}"
        yield (w.sort_fits, told) if fit else (w.sort_contradicts, f"{told}, which it is not")
    if case.held:
        holder = next((h for h in case.held if h.holds(c)), None)
        if holder is not None:
            yield w.held, f"named with {holder.place.name}"
        elif c.place.kind is not PlaceKind.COUNTRY:
            yield w.not_held, f"named with {case.held[0].place.name}, where it is not"


# ---------------------------------------------------------------- the article


def odds(told: Sequence[float], w: Weights) -> list[float]:
    """Turn scores into shares of one; what is left to one is "none of these"."""
    nothing = w.size * w.nothing
    top = max(nothing, *told) if told else nothing
    powers = [math.exp(score - top) for score in told]
    whole = sum(powers) + math.exp(nothing - top)
    return [power / whole for power in powers]


def gather_evidence(
    cases: Sequence[Case], shares: list[list[float]], groups: int, *, firm_only: bool
) -> Situation:
    """Say what the article is about, going by what its names most likely mean.

    ``firm_only`` hears countries, units and what is told to lie in one of them: the first round.
    """
    own: list[tuple[float, dict[str, float], dict[str, float]]] = [
        (0.0, {}, {}) for _ in range(groups)
    ]
    anchors: list[tuple[Vector, float, int, Candidate]] = []
    for case, told in zip(cases, shares, strict=True):
        if firm_only and not case.firm:
            continue
        strength, countries, units = own[case.group]
        heard = 0.0
        for c, share in zip(case.candidates, told, strict=True):
            if share < HEARD:
                continue
            voice = share * case.strength
            heard += voice
            for code in c.place.countries:
                countries[code] = countries.get(code, 0.0) + voice
            if c.unit is not None:
                units[c.unit] = units.get(c.unit, 0.0) + voice
            if share >= ANCHOR and c.vector is not None and c.place.kind not in _WIDE:
                anchors.append((c.vector, voice, case.group, c))
        own[case.group] = strength + heard, countries, units
    return Situation(
        total=sum(strength for strength, _, _ in own),
        countries=_summed([countries for _, countries, _ in own]),
        units=_summed([units for _, _, units in own]),
        shared={},
        own=own,
        own_shared=[],
        anchors=anchors,
        shares=shares,
        cases=cases,
    )


def share_units(situation: Situation, groups: int) -> None:
    """Count how many names have a bearer in each unit; a name with few bearers says more."""
    own: list[dict[str, float]] = [{} for _ in range(groups)]
    for case in situation.cases:
        units = {c.unit for c in case.candidates if c.unit is not None}
        if units:
            worth = 1.0 / math.sqrt(len(units))
            for unit in units:
                own[case.group][unit] = worth
    situation.own_shared = own
    situation.shared = _summed(own)


def _summed(parts: Sequence[dict[str, float]]) -> dict[str, float]:
    whole: dict[str, float] = {}
    for part in parts:
        for key, worth in part.items():
            whole[key] = whole.get(key, 0.0) + worth
    return whole


def scores(case: Case, base: Sequence[float], s: Situation, w: Weights) -> list[float]:
    """Add the rest of the article to what speaks for each candidate."""
    anchors = [a for a in s.anchors if a[2] != case.group]
    linked = bool(case.holds or case.listed or case.near)
    found = []
    for score, c in zip(base, case.candidates, strict=True):
        told = score + _country_term(case, c, s, w)
        if c.unit is not None:
            told += _unit_term(case, c, s, w) + _shared_term(case, c, s, w)
        if anchors and c.vector is not None and c.place.kind not in _WIDE:
            told += _near_term(c, anchors, w)
        if linked:
            told += _holder_term(case, c, s, w) + _listed_term(case, c, s, w)
            told += _told_term(case, c, s, w)
        found.append(told)
    return found


def _country_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    strength, own, _ = s.own[case.group]
    rest = s.total - strength
    if rest <= HEARD:
        return 0.0
    best = 0.0
    for code in c.place.countries:
        best = max(best, s.countries.get(code, 0.0) - own.get(code, 0.0))
    if best <= HEARD:
        return w.unspoken if c.place.countries else 0.0
    return w.country_spoken_of * min(1.0, best) + w.country_share * best / (rest + 1.0)


def _unit_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    unit = c.unit or ""
    strength, _, own = s.own[case.group]
    spoken = s.units.get(unit, 0.0) - own.get(unit, 0.0)
    if spoken <= HEARD:
        return 0.0
    rest = s.total - strength
    return w.unit_spoken_of * min(1.0, spoken) + w.unit_share * spoken / (rest + 1.0)


def _shared_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    unit = c.unit or ""
    shared = s.shared.get(unit, 0.0) - s.own_shared[case.group].get(unit, 0.0)
    return w.unit_shared * shared / (len(s.own) + 1.0)


def _near_term(
    c: Candidate, anchors: Sequence[tuple[Vector, float, int, Candidate]], w: Weights
) -> float:
    x, y, z = c.vector or (0.0, 0.0, 0.0)
    steep = (EARTH_KM / NEAR_ANCHOR_KM) ** 2 * 2.0
    close = total = best = 0.0
    for (ax, ay, az), voice, _, _ in anchors:
        near = 1.0 / (1.0 + steep * max(0.0, 1.0 - x * ax - y * ay - z * az))
        close += voice * near
        total += voice
        best = max(best, near)
    return w.near * close / (total + 1.0) + w.nearest * best


def _holder_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh that something is told to lie in it."""
    if not case.holds or not c.is_area:
        return 0.0
    held = any(any(map(c.holds, s.cases[other].candidates)) for other in case.holds)
    return w.holder if held else 0.0


def _listed_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh that its neighbours in a list are near, and of the same kind."""
    if not case.listed:
        return 0.0
    worth = 0.0
    for other in case.listed:
        for o, share in zip(s.cases[other].candidates, s.shares[other], strict=True):
            if share >= HEARD:
                worth += share * w.listed_kind * (o.place.kind is c.place.kind)
                if o.vector is not None and c.place.kind not in _WIDE:
                    worth += share * w.listed * c.closeness(o.vector, NEAR_ANCHOR_KM)
    return worth / len(case.listed)


def _told_term(case: Case, c: Candidate, s: Situation, w: Weights) -> float:
    """Weigh "20 miles south of X" and "near X", going by what X most likely is."""
    worth = 0.0
    for other, link in case.near:
        for o, share in zip(s.cases[other].candidates, s.shares[other], strict=True):
            if share >= HEARD:
                worth += share * w.told_near * _agreement(c, o, link)
    return worth


def _agreement(c: Candidate, other: Candidate, link: Link) -> float:
    """Return 1 where distance and direction from another place are as told, 0 if not."""
    if c.vector is None or other.vector is None or c.place.id == other.place.id:
        return 0.0
    cosine = sum(a * b for a, b in zip(c.vector, other.vector, strict=True))
    km = EARTH_KM * math.acos(max(-1.0, min(1.0, cosine)))
    if not link.measured:
        close = c.closeness(other.vector, NEAR_KM)
    else:
        close = float(link.km / DISTANCE_RATIO <= km <= link.km * DISTANCE_RATIO)
    if link.bearing is not None and close and not _is_towards(c, other, link.bearing):
        close *= 0.5
    return close


def _is_towards(c: Candidate, other: Candidate, bearing: float) -> bool:
    """Tell whether the direction from the other place to this one is as told."""
    here, there = c.place, other.place
    assert here.lon is not None and here.lat is not None  # noqa: S101, PT018 - it has a vector
    assert there.lon is not None and there.lat is not None  # noqa: S101, PT018
    east = math.radians((here.lon - there.lon + 180.0) % 360.0 - 180.0)
    lat1, lat2 = math.radians(there.lat), math.radians(here.lat)
    found = math.degrees(
        math.atan2(
            math.sin(east) * math.cos(lat2),
            math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(east),
        )
    )
    return abs((found - bearing + 180.0) % 360.0 - 180.0) <= BEARING_DEGREES


# ---------------------------------------------------------------- in words


def arguments(
    case: Case, index: int, s: Situation, w: Weights
) -> list[tuple[float, str]]:
    """Return what speaks for a candidate and against it, in words, the weightiest first."""
    c = case.candidates[index]
    told = [a for a in _own_arguments(case, index, c, w) if a[1]]
    rest = _article_arguments(case, c, s, w)
    return [*told, *sorted(rest, key=lambda a: -abs(a[0]))]


def _article_arguments(
    case: Case, c: Candidate, s: Situation, w: Weights
) -> list[tuple[float, str]]:
    anchors = [a for a in s.anchors if a[2] != case.group]
    near = c.vector is not None and c.place.kind not in _WIDE and bool(anchors)
    found = [
        (_country_term(case, c, s, w), "country"),
        (_unit_term(case, c, s, w) if c.unit else 0.0, "unit"),
        (_near_term(c, anchors, w) if near else 0.0, "near"),
        (_holder_term(case, c, s, w), "holder"),
        (_listed_term(case, c, s, w), "listed"),
        (_told_term(case, c, s, w), "told"),
    ]
    return [(worth, what) for worth, what in found if abs(worth) >= TOLD]


TOLD = 0.4
"""Weight from which an argument of the article is told to the reader."""

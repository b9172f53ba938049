"""What speaks for and against two accounts being of one incident, as log-odds.

Each argument is a natural logarithm of odds: +1 makes it 2.7 times as likely that both tell of the
same. What only one of them says is no argument.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from heapq import nlargest
from operator import itemgetter
from typing import TypeVar

from geo.model import PlaceKind, Report
from geo.reports import kinship
from geo.reports.kinship import Kinship
from geo.reports.nearness import Lie, Locality, Relation

__all__ = [
    "QUIET",
    "QUIET_WITHIN",
    "WEIGHTS",
    "WITHIN",
    "Account",
    "Days",
    "Weights",
    "add",
    "compatible",
    "odds",
    "settle",
]

Said = TypeVar("Said")
Figure = tuple[int, int | None]
Lying = Callable[[Locality, Locality], Relation]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights, by what they speak of."""

    prior: float = -3.2
    history: float = 3.0  # both are history, of which only the great events are told
    # The kinds.
    same_kind: float = 0.5
    kin: float = -0.2
    hardly: float = -2.5
    # The places: the same one, or one inside the other, by the wider one: how seldom does
    # something happen there? Per inhabitant, where they are counted.
    people: float = 0.55  # e (2.7) times fewer people
    everybody: float = 18.3  # logarithm of the people among whom a place is no argument
    spot: float = 4.5  # a crossing, a building, a lake; also the most for a small town
    county: float = 2.5
    region: float = 3.0
    unit: float = 1.5  # a state or province
    inside: float = 1.0  # share of it that counts if one only holds the other
    close: float = -0.5
    apart: float = -2.0
    far: float = -2.5
    # The days.
    same_day: float = 3.5
    open_day: float = -0.75  # times the logarithm of the days that one of them leaves open
    next_day: float = -1.8
    days_apart: float = -2.8
    weeks_apart: float = -6.0
    # The figures.
    figure: float = 0.5
    conflict: float = -1.3
    # Names, ages, streets: what is shared, by how rare it is; and if nothing is.
    detail: float = 0.4
    most_details: float = 15.0
    nothing_shared: float = -2.0
    # What counts of an argument from a place or day that a sentence took over from others.
    inherited: float = 0.25
    undated: float = 0.6
    # Within an article: words that point back, or ahead to the next, and whom it befell.
    definite: float = 0.0
    another: float = 0.0
    elsewhere: float = 0.0
    same_target: float = 0.0
    other_target: float = 0.0
    other_age: float = 0.0  # who was arrested is of another age


WEIGHTS = Weights()
"""For accounts of different articles."""

WITHIN = Weights(
    prior=0.8,
    history=0.0,
    same_kind=1.0,
    kin=0.4,
    hardly=-0.5,
    people=0.0,
    spot=1.0,
    county=1.0,
    region=1.0,
    unit=0.0,
    close=-1.8,
    apart=-5.0,  # two towns of one day are two incidents, whatever else agrees
    far=-3.5,  # further still, where one of the names was often put wrongly
    same_day=1.0,
    open_day=-0.15,
    next_day=-3.0,
    days_apart=-3.2,
    weeks_apart=-4.0,
    figure=0.4,
    conflict=-0.8,
    detail=0.0,
    nothing_shared=0.0,
    inherited=0.8,
    undated=0.65,
    definite=1.0,
    another=-1.0,
    elsewhere=-4.0,
    same_target=1.0,
    other_target=-0.5,
    other_age=-4.0,
)
"""For reports of one article, most of which tell what was told before."""

QUIET = replace(WEIGHTS, inherited=1.0)
QUIET_WITHIN = replace(WITHIN, prior=-2.2, inside=0.0, inherited=1.0, undated=1.0)
"""For talk and history: two demands are made by two sides, as often as not."""

COMMON, LEAST = 1.0, -2.0
"""The argument of a place whose inhabitants nobody counted, and the least of any."""
WEEK = 7
LASTING_DAYS = 3
"""Days within which a roadblock is still the same one."""
LASTING = frozenset({"roadblock", "border_closure", "takeover", "strike", "access_denied"})
RICH = 4
"""Details of which at least one should be shared."""
MOST_TELLINGS = 12
"""Articles of an incident whose details are compared; all at once would fit by chance."""
MOST_VOICES = 12
"""Different places or days that are weighed against each other; the least told are left out."""
COUNTED = ("killed", "injured")

_BY_KIND = {
    PlaceKind.COUNTRY: "unit",
    PlaceKind.ADMIN1: "unit",
    PlaceKind.ADMIN2: "county",
    PlaceKind.REGION: "region",
}


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``first`` to ``last``, as ordinals."""

    first: int
    last: int

    @property
    def width(self) -> int:
        """How many days it leaves open."""
        return self.last - self.first

    def gap(self, other: Days) -> int:
        """Return how many days lie between: 0 if they share one."""
        return max(self.first - other.last, other.first - self.last, 0)


@dataclass(slots=True)
class Account:
    """What one article, or several, say of one incident, as far as it is compared.

    ``kinds``, ``localities``, ``days`` and ``counts`` hold how much speaks for each value;
    ``where`` and ``when`` are what most speaks for, ``placed`` and ``dated`` whether a sentence
    says so itself. ``weekday`` is the one that its words name where nobody knows of which week.
    """

    reports: list[Report] = field(default_factory=list)
    parts: list[Account] = field(default_factory=list)
    kinds: dict[str, float] = field(default_factory=dict)
    localities: dict[Locality, float] = field(default_factory=dict)
    days: dict[Days, float] = field(default_factory=dict)
    counts: dict[str, dict[Figure, float]] = field(default_factory=dict)
    details: list[frozenset[str]] = field(default_factory=list)
    kind: str = ""
    where: Locality | None = None
    when: Days | None = None
    weekday: str = ""
    placed: bool = False
    dated: bool = False
    background: bool = False
    quiet: bool = False
    targets: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    definite: bool = False
    another: bool = False
    elsewhere: bool = False


def odds(
    one: Account,
    other: Account,
    lying: Lying,
    rarity: Callable[[str], float],
    weights: Weights = WEIGHTS,
) -> float:
    """Return the log-odds that two accounts are of one incident.

    Parameters
    ----------
    one, other
        What is told, settled.
    lying
        How two places lie to each other.
    rarity
        How much a shared detail says.
    weights
        What each argument weighs.
    """
    kind = _kind(one, other, weights)
    if kind == -math.inf:
        return kind
    return (
        weights.prior
        + weights.history * one.background
        + kind
        + _place(one, other, lying, weights)
        + _time(one, other, weights)
        + _figures(one, other, weights)
        + _details(one, other, rarity, weights)
        + _wording(one, other, weights)
    )


def _kind(one: Account, other: Account, weights: Weights) -> float:
    near = kinship.kinship(one.kind, other.kind)
    if near is Kinship.NEVER:
        return -math.inf
    if near is Kinship.SAME:
        return weights.same_kind
    often = near is Kinship.OFTEN and not one.quiet
    return weights.kin if often else weights.hardly


def _place(one: Account, other: Account, lying: Lying, weights: Weights) -> float:
    if one.where is None or other.where is None or one.where.known != other.where.known:
        return 0.0
    if not one.where.known and weights.people:
        return 0.0  # two articles that name what is in no gazetteer
    lie, wider = lying(one.where, other.where)
    if lie is Lie.SAME:
        return _shared(wider, weights)
    # "A second bomb" somewhere else is another one; and a barricade stands in one place.
    # So is a grenade in the next village, for whom shots were told.
    fixed = one.another or (one.kind in LASTING and other.kind in LASTING)
    fixed |= kinship.kinship(one.kind, other.kind) is Kinship.HARDLY
    apart = fixed and one.placed and other.placed and not (one.where.width or other.where.width)
    # Two villages that no list has are two, though both have the point of their district.
    villages = one.where.place.unlisted and other.where.place.unlisted
    if apart and weights.another and lie in {Lie.INSIDE, Lie.CLOSE}:
        return weights.apart
    if villages and weights.another and one.placed and other.placed:
        return weights.apart
    if lie is Lie.INSIDE:
        return _shared(wider, weights) * weights.inside
    told = {Lie.CLOSE: weights.close, Lie.APART: weights.apart, Lie.FAR: weights.far}[lie]
    return told if one.placed and other.placed else told * weights.inherited


def _shared(place: Locality, weights: Weights) -> float:
    """Return what sharing a place says: little of a country, much of a village."""
    kind, people = place.place.kind, place.place.population
    if kind in {PlaceKind.COUNTRY, PlaceKind.SETTLEMENT} and weights.people:
        if not people and kind is PlaceKind.COUNTRY:
            return COMMON
        rare = weights.people * (weights.everybody - math.log(max(people or 0, 1)))
        return min(max(rare, LEAST), weights.spot)
    found: float = getattr(weights, _BY_KIND.get(kind, "spot"))
    return found


def _time(one: Account, other: Account, weights: Weights) -> float:
    if one.when is None or other.when is None:
        return _weekdays(one, other, weights)
    gap = one.when.gap(other.when)
    lasting = gap <= LASTING_DAYS and one.kind in LASTING and other.kind in LASTING
    if gap == 0 or lasting:
        open_days = max(one.when.width, other.when.width, gap)
        return max(weights.same_day + weights.open_day * math.log1p(open_days), 0.0)
    if gap <= 1:
        told = weights.next_day
    else:
        told = weights.days_apart if gap <= WEEK else weights.weeks_apart
    # "Sprayed with paint in January", beside the fire of which the whole article speaks.
    if weights.another and gap > WEEK and (one.dated or other.dated):
        return told
    return told if one.dated and other.dated else told * weights.undated


def _weekdays(one: Account, other: Account, weights: Weights) -> float:
    """Compare the weekdays of an article of which nobody knows the date: Sunday is no Friday."""
    if not (one.weekday and other.weekday) or one.kind in LASTING:
        return 0.0
    return weights.same_day if one.weekday == other.weekday else weights.next_day


def _figures(one: Account, other: Account, weights: Weights) -> float:
    """Compare the figures of each that most speaks for; 2 or 3 wounded is half a conflict."""
    total = 0.0
    for name in COUNTED:
        mine, theirs = one.counts.get(name), other.counts.get(name)
        if mine and theirs:
            total += _figure(_loudest(mine), _loudest(theirs), weights)
    return total


def _loudest(told: Mapping[Figure, float]) -> Figure:
    return max(told, key=lambda figure: (told[figure], figure[0]))


def _figure(mine: Figure, theirs: Figure, weights: Weights) -> float:
    if mine == theirs:
        return weights.figure * (1.0 + math.log(max(mine[0], 1)))
    if compatible(mine, theirs):
        return 0.0
    gap = abs(math.log((mine[0] + 0.5) / (theirs[0] + 0.5)))
    return weights.conflict * min(gap / math.log(2), 2.0)


def compatible(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may be of the same people: "at least 5" and 7 may."""
    low, high = sorted((one, other), key=lambda told: told[0])
    return high[0] == low[0] or low[1] is None or low[1] >= high[0]


def _details(
    one: Account, other: Account, rarity: Callable[[str], float], weights: Weights
) -> float:
    if not weights.detail:
        return 0.0
    most, rich = 0.0, 0
    for mine in one.details:
        for theirs in other.details:
            shared = mine & theirs
            if shared:
                most = max(most, math.fsum(map(rarity, shared)))
            else:
                rich = max(rich, min(len(mine), len(theirs)))
    if most:
        return min(weights.detail * most, weights.most_details)
    return weights.nothing_shared if rich >= RICH else 0.0


def _wording(one: Account, other: Account, weights: Weights) -> float:
    """Weigh how the later of two accounts of an article is worded, and whom it befell."""
    told = weights.definite * one.definite + weights.another * one.another
    told += weights.elsewhere * one.elsewhere
    if one.targets and other.targets:
        shared = not one.targets.isdisjoint(other.targets)
        told += weights.same_target if shared else weights.other_target
    if one.ages and other.ages and one.ages.isdisjoint(other.ages):
        told += weights.other_age
    return told


# ---- what is told, summed up


def add(whole: Account, part: Account) -> None:
    """Add an account to another, which must be settled afterwards."""
    whole.background, whole.quiet = part.background, part.quiet
    whole.reports += part.reports
    _hear(whole.kinds, part.kinds)
    _hear(whole.localities, part.localities)
    _hear(whole.days, part.days)
    for name, told in part.counts.items():
        _hear(whole.counts.setdefault(name, {}), told)
    whole.details += part.details[: MOST_TELLINGS - len(whole.details)]
    whole.targets |= part.targets
    whole.ages |= part.ages
    whole.weekday = whole.weekday or part.weekday
    whole.placed |= part.placed
    whole.dated |= part.dated


def _hear(whole: dict[Said, float], part: Mapping[Said, float]) -> None:
    for said, voice in part.items():
        whole[said] = whole.get(said, 0.0) + voice


def settle(account: Account, lying: Lying) -> None:
    """Choose the kind, place and days that most speaks for."""
    told = kinship.as_opened(account.kinds, account.reports) if not account.parts else account.kinds
    told = kinship.without_answer(told, account.reports)
    account.kind = kinship.finest(kinship.without_theft(told, account.reports))
    account.where = _best_place(account.localities, lying)
    account.when = _best_days(account.days)


def _best_place(told: Mapping[Locality, float], lying: Lying) -> Locality | None:
    """Return the place that most speaks for; a place is heard for all that lies in it."""
    if len(told) <= 1:
        return next(iter(told), None)
    voices = nlargest(MOST_VOICES, told.items(), key=itemgetter(1))

    def support(place: Locality) -> tuple[float, bool, float]:
        heard = math.fsum(
            voice
            for other, voice in voices
            if other is place or (other.width >= place.width and _agrees(other, place, lying))
        )
        # "The kidnapping" in Tolmen, and how he was taken "in the Galdor neighborhood".
        own = place.place.unlisted and place.place.kind is PlaceKind.SETTLEMENT
        finer = own and any(place.place.part_of in other.ids for other, _ in voices)
        return heard, finer, -place.radius_m

    return max((place for place, _ in voices), key=support)


def _agrees(wider: Locality, place: Locality, lying: Lying) -> bool:
    return lying(wider, place).lie in {Lie.SAME, Lie.INSIDE}


def _best_days(told: Mapping[Days, float]) -> Days | None:
    if len(told) <= 1:
        return next(iter(told), None)
    voices = nlargest(MOST_VOICES, told.items(), key=itemgetter(1))

    def support(days: Days) -> tuple[float, int, int]:
        heard = math.fsum(
            voice
            for other, voice in voices
            if other.first <= days.first and other.last >= days.last
        )
        return heard, -days.width, -days.first

    return max((days for days, _ in voices), key=support)

"""Choose among the contenders of a sentence by their sums: the finest, or several of a list.

Of an area and a town in it the town is told; and police that say what was done at Y are only in X.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.language.late import late
from geo.language.telling import SAID, is_told_behind
from geo.language.words import sort_of
from geo.linking.clues import LOOK_BACK
from geo.linking.contenders import Contender, lists
from geo.linking.fields import AREAS, Field
from geo.model import PlaceKind, Span
from geo.toponymy.containers import lies_in

__all__ = [
    "best_first",
    "may_be_town",
    "narrowed",
    "not_of_the_charge",
    "not_who_speaks",
    "one_of_two_ends",
    "winners",
]

MOST_PLACES = 8
"""Places of one trigger: a longer list tells of no incident at each."""
_TIES = frozenset({"in>", "<in"})
"""How a town hangs on the water in it: "over the Tolm in X", or beside it: "X on Lake Tolm"."""
_QUARTERS = frozenset({"in>", "<in", "<sort"})
"""How a town hangs on its quarter: "in X, in the Y neighborhood", "in the Y quarter of X"."""
_WITHIN = frozenset({"in>", "sort>", "<poss"})
"""How a district hangs on what it is of."""
_FOR = late(
    r"\b(?:for|over|against|about|protest\s+(?:of|at)|solidarity\s+with|condemn\w+|denounc\w+|in\s+connection\s+with|on\s+suspicion\s+of|on\s+charges\s+of|after)\s+(?:[\w’'-]+\s+){0,3}$"
)
"""Between an arrest or a march and the deed that it was for: "protested over the attack in Y"."""
LEAST_AHEAD = 0.0
"""Sum from which the place in front of an arrest is believed, where that of the charge had won."""
_WHO_TELLS = late(
    r",\s(?:(?:an?|the|one|another|its|his|her|their|local)\s)?(?:(?!(?:and|but|when|while|as|where|who|which)\b)"
    rf"[a-zA-Z’'-]+\s){{1,6}}?(?:(?P<says>{SAID}\s(?:reporters\s)?(?:on\s\w+\s)?)|based\s)?(?:in|from)\s(?:the\s)?"
)
"""From the comma up to the place of who tells what stands before it."""
_BETWEEN = ["between"]
ENDS = 2
"""Places of which "between" takes one as known."""
SPEAKS_WITHIN = 2
"""Words behind "police in X" in which "said" stands."""


def winners(
    contenders: Sequence[Contender], scores: Sequence[float], nothing: float
) -> tuple[Contender, ...]:
    """Return the contender with the highest sum, then the others of its list; none if it loses.

    Of an area and a finer place in it that also beats "no place here", the finer one is the answer.
    """
    ranked = best_first(contenders, scores, nothing)
    if not ranked:
        return ()
    best = ranked[0]
    finer = [c for c in ranked[1:] if _is_in(c, best) or _is_by_water(c, best)]
    chosen = max(finer, key=lambda c: c.fine) if finer else _with_quarter(best)
    if unit := next((c for c in ranked if _is_unit_of(c, chosen)), None):
        return (unit,)
    # Two streets are one corner.
    others = (c for c in chosen.listed if c is not chosen and not c.kind.startswith("unS"))
    return (chosen, *others)[:MOST_PLACES]


def _with_quarter(town: Contender) -> Contender:
    """Return the quarter that stands right beside its town: "in X, in the Y neighborhood"."""
    for how, behind in town.links:
        inner, outer = behind.place, town.place
        if inner is None or outer is None or how not in _QUARTERS:
            continue
        if inner.unlisted and inner.part_of == outer.id:
            return behind
    return town


def narrowed(field: Field, order: tuple[Contender, ...]) -> tuple[Contender, ...]:
    """Let the only town of a sentence stand for the area that it opens with and that holds it.

    "In Tolmen Province, rebels said they had overrun a post in Galdor after a firefight".
    """
    area = order[0]
    fronted = len(order) == 1 and area.at <= 0 and area.in_space and area.place is not None
    if not fronted or area.place is None or area.place.kind not in AREAS - {PlaceKind.COUNTRY}:
        return order
    towns = [c for c in field.contenders if c.in_space and may_be_town(c)]
    if len(towns) != 1:
        return order
    town = towns[0].place
    if town is not None and not lies_in(town, area.place):
        return order
    return (towns[0],)


def not_who_speaks(
    field: Field, order: tuple[Contender, ...], scores: Sequence[float], nothing: float
) -> tuple[Contender, ...]:
    """Let a place of its own go before that of those who tell: "police in X said … at Y"."""
    told = order[0]
    if (said_of := _attributed_from(field, told)) is not None:
        return _ahead_of(field, said_of, scores, nothing) or order
    if len(order) > 1 or told.head not in lists().speakers or not _speaks(field, told):
        return order
    ranked = best_first(field.contenders, scores, nothing)
    others = (c for c in ranked if c is not told and c.in_space and not c.kind.startswith("unS"))
    behind = next((c for c in others if c.first > told.last), None)
    return (behind,) if behind is not None else order


def not_of_the_charge(
    field: Field,
    order: tuple[Contender, ...],
    scores: Sequence[float],
    trigger: Span,
    rivals: Sequence[Span],
) -> tuple[Contender, ...]:
    """Let an arrest be where it was, not where what it was for: "held in X for a murder in Y"."""
    told = order[0]
    between = (r for r in rivals if trigger.end <= r.start and r.end <= told.span.start)
    charge = next((r for r in between if _FOR.search(field.text, trigger.end, r.start)), None)
    if len(order) > 1 or charge is None:
        return order
    # "A march over a killing in Y took place in X": what stands behind the charge is its own.
    ahead = [
        (score, c)
        for score, c in zip(scores, field.contenders, strict=True)
        if c.in_space and c.known and c.span.end <= charge.start and c is not told
    ]
    best = max(ahead, key=lambda pair: pair[0], default=None)
    return (best[1],) if best is not None and best[0] > LEAST_AHEAD else order


def one_of_two_ends(text: str, order: tuple[Contender, ...]) -> tuple[Contender, ...]:
    """Take the known one of two ends as where it was near: "between Tolmen and Orva"."""
    first = min(order, key=lambda c: c.span.start).span.start
    if len(order) != ENDS or text[max(first - LOOK_BACK, 0) : first].split()[-1:] != _BETWEEN:
        return order
    return tuple(c for c in order if c.place is not None)[:1] or order[:1]


def _attributed_from(field: Field, c: Contender) -> int | None:
    """Return where the end begins that says who tells it: ", an officer in X said"."""
    start = field.text.rfind(",", field.span.start, c.span.start)
    if start < 0:
        return None
    who = _WHO_TELLS.fullmatch(field.text, start, c.span.start)
    if who is None:
        return None
    return start if who["says"] or is_told_behind(field.text, c.span.end) else None


def _ahead_of(
    field: Field, end: int, scores: Sequence[float], nothing: float
) -> tuple[Contender, ...]:
    """Return the best place in space that stands before a character, if there is one."""
    ranked = best_first(field.contenders, scores, nothing)
    return next(((c,) for c in ranked if c.in_space and c.span.end <= end), ())


def _speaks(field: Field, c: Contender) -> bool:
    """Tell whether the verb behind a name is one of telling."""
    low = field.low[c.last : c.last + SPEAKS_WITHIN]
    return c.governor == "in" and any(word in lists().reports or word == "say" for word in low)


def _is_unit_of(contender: Contender, seat: Contender) -> bool:
    """Tell whether a district lies in what bears the name of a town: "Orva district of Galdor"."""
    one = contender.resolution
    if one is None or one.place is None or seat.place is None:
        return False
    town = seat.place.kind is PlaceKind.SETTLEMENT
    hint = sort_of(one.mention.hint or "") == PlaceKind.ADMIN2
    if not (town and hint):
        return False
    # "In Orva district, Galdor": no list, which has an "and".
    ways = _WITHIN if seat in contender.listed else _WITHIN | {"and>"}
    return any(c is seat and how in ways for how, c in contender.links)


def _is_by_water(contender: Contender, water: Contender) -> bool:
    """Tell whether a water only says where in or by a town: "a bridge over the Tolm in X"."""
    wet = water.place is not None and water.place.kind is PlaceKind.WATER
    town = contender.place is not None and contender.place.kind is PlaceKind.SETTLEMENT
    return wet and town and any(other is water and how in _TIES for how, other in contender.links)


def _is_in(contender: Contender, area: Contender) -> bool:
    """Tell whether a contender is a finer place in the country of an area."""
    inner, outer = contender.place, area.place
    return (
        inner is not None
        and outer is not None
        and outer.kind in AREAS
        and contender.fine > area.fine
        and not set(inner.countries).isdisjoint(outer.countries)
    )


def best_first(
    contenders: Iterable[Contender], scores: Iterable[float], least: float
) -> list[Contender]:
    """Return the contenders that beat "no place here", the best first."""
    told = [(s, c) for s, c in zip(scores, contenders, strict=True) if s > least]
    return [c for _, c in sorted(told, key=lambda pair: (-pair[0], pair[1].span))]


def may_be_town(c: Contender) -> bool:
    """Tell whether a name is that of a town in space, or of one that nobody knows."""
    if c.place is not None:
        return c.place.kind is PlaceKind.SETTLEMENT and (c.in_space or c.governor == "between")
    return c.kind == "lit:none" and c.governor in {"in", "near", "around", "outside"}

"""Decide where a mention is, how sure, and why; or that it cannot be told.

In this order, since each step rests on the one before:

1. names, by the odds of their candidates (``geo.toponymy.cases``, ``geo.toponymy.evidence``): what
   is left of them is laid on how often such a share was right; the mentions of one name get one
   answer, unless the words beside one of them say that it means another place;
2. parts of countries ("northern Kosovo", "the north of the country"), of the whole just resolved;
3. sets of crossings ("both border gates"), among the crossings the article has named or may mean.

"100 km north of Pristina" moves nothing: in both reports of 2011 that use it the place is 47 and
60 km away, to the north-west. Such a reference point is marked, and no incident is put on it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution
from geo.toponymy import cases, crossings, evidence
from geo.toponymy.candidates import Candidate
from geo.toponymy.cases import Case
from geo.toponymy.context import Context, codes, gather, whole_name
from geo.toponymy.reasons import reasons
from geo.toponymy.weights import WEIGHTS, Weights

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["resolve"]

SURE = 0.5
"""Below this score the answer is ``None``: it would be wrong more often than right."""
KNOTS = (
    (0.0, 0.0), (0.35, 0.25), (0.475, 0.5), (0.52, 0.62), (0.78, 0.64), (0.92, 0.87), (1.0, 0.98),
)  # fmt: skip
"""Shares of the odds, and how often the best candidate is right with such a share: on 8,700 names
of four development corpora, by ``python -m tools.tune_resolution FOLDER --knots``."""
A_REGION = 0.9
THE_WHOLE = 0.5
ALTERNATIVES = 5
"""Namesakes that an answer lists."""
_SPEAKING = {MentionClass.LITERAL, MentionClass.MODIFIER, MentionClass.METONYM}
_SIDES = {"central": "centre"}
_TOWN_AND_DISTRICT = {PlaceKind.SETTLEMENT, PlaceKind.ADMIN2}
_TOWN_AND_STATE = {PlaceKind.SETTLEMENT, PlaceKind.ADMIN1}
CITY_STATE_KM = 25.0
"""So close are the middles of a city and of the province that it is all of."""


def resolve(
    article: Article,
    mentions: Iterable[Mention],
    gazetteer: Gazetteer,
    *,
    weights: Weights = WEIGHTS,
) -> tuple[Resolution, ...]:
    """Resolve the mentions of one article to places, each with its reasons.

    Parameters
    ----------
    article
        The article the mentions were found in.
    mentions
        What it names.
    gazetteer
        Where things are.

    Returns
    -------
    One resolution a mention, in the same order. ``place`` is ``None``, with the reason, where no
    candidate is good enough.
    """
    context = gather(article, mentions, gazetteer)
    wholes = {
        m: replace(m, name=whole_name(m), hint=None, found_by="name")
        for m in context.mentions
        if m.found_by == "direction"
    }
    names = [wholes.get(m, m) for m in context.mentions if m.found_by in {"name", "direction"}]
    answers = _resolve_names(context, names, weights)
    towns = _towns_of(answers.values())
    answers |= _resolve_parts(context, {m: answers[w] for m, w in wholes.items()}, towns)
    answers |= crossings.resolve(context, answers)
    return tuple(answers[m] for m in context.mentions)


# ---------------------------------------------------------------- names


def _resolve_names(
    context: Context, names: Sequence[Mention], weights: Weights
) -> dict[Mention, Resolution]:
    """Resolve all names: countries and units first, then the others beside them."""
    docket = cases.call(context, names)
    shares, situation = evidence.judge(docket, weights)
    first: dict[int, Mention] = {}
    for mention, at in docket.of.items():
        first.setdefault(at, mention)
    answers: dict[int, Resolution] = {}
    for at, mention in first.items():
        case, told = docket.cases[at], shares[at]
        gazetteer = context.gazetteer
        because = reasons(case, _best(told), situation, weights, gazetteer) if told else ()
        answers[at] = _answer(mention, case, told, because)
    answers = _one_referent(docket.cases, answers)
    return {
        m: answers[at] if answers[at].mention is m else replace(answers[at], mention=m)
        for m, at in docket.of.items()
    }


def _best(shares: Sequence[float]) -> int:
    return max(range(len(shares)), key=lambda index: (shares[index], -index))


def _answer(
    mention: Mention, case: Case, shares: Sequence[float], because: tuple[str, ...]
) -> Resolution:
    """Answer with the best candidate, or with none if it is not sure enough."""
    if not shares:
        return Resolution(mention, None, 0.0, (_nobody(mention),))
    order = sorted(range(len(shares)), key=lambda index: -shares[index])[: ALTERNATIVES + 1]
    options = tuple((case.candidates[i].place, calibrated(shares[i])) for i in order)
    place, score = options[0]
    if score >= SURE:
        return Resolution(mention, place, score, because, (), options[1:])
    either = calibrated(shares[order[0]] + _seats(case, shares, order[0]))
    if either >= SURE:
        told = "a town and its district bear the name: one of the two"
        return Resolution(mention, place, either, (told, *because), (), options[1:])
    count = len(case.candidates)
    many = "1 place" if count == 1 else f"{count} places"
    told = f"{many} of this name, none supported by the article"
    return Resolution(mention, None, score, (told, *because), (), options[:ALTERNATIVES])


def _seats(case: Case, shares: Sequence[float], best: int) -> float:
    """Return what goes to the district around the best candidate, or to its seat."""
    one = case.candidates[best]
    return sum(
        share
        for c, share in zip(case.candidates, shares, strict=True)
        if _are_town_and_unit(c, one) and (c.holds(one) or one.holds(c))
    )


def _are_town_and_unit(one: Candidate, other: Candidate) -> bool:
    """Tell whether two bearers are a town and its district, or a city that is a province too."""
    kinds = {one.place.kind, other.place.kind}
    if kinds == _TOWN_AND_DISTRICT:
        return True
    if kinds != _TOWN_AND_STATE or one.vector is None or other.vector is None:
        return False
    return one.distance_km(other.vector) <= CITY_STATE_KM


def _nobody(mention: Mention) -> str:
    if mention.use is MentionClass.DEMONYM:
        return "a people, not a place"
    what = f"{mention.hint} of that name" if mention.hint else "such name"
    return f"no {what} in the gazetteer"


def calibrated(share: float) -> float:
    """Return how often an answer with this share of the odds is right, between the knots.

    Examples
    --------
    >>> calibrated(0.0), calibrated(0.5), calibrated(0.95), calibrated(1.0)
    (0.0, 0.57, 0.91, 0.98)
    """
    right = bisect_right(KNOTS, (share, 1.0), hi=len(KNOTS) - 1)
    (low, below), (high, above) = KNOTS[right - 1], KNOTS[right]
    return round(below + (share - low) / (high - low) * (above - below), 2)


def _one_referent(
    called: Sequence[Case], answers: Mapping[int, Resolution]
) -> dict[int, Resolution]:
    """Give all cases of one name the best answer that one of them got."""
    best: dict[int, int] = {}
    for at, answer in answers.items():
        group = called[at].group
        if answer.place is not None and (
            group not in best or answer.score > answers[best[group]].score
        ):
            best[group] = at
    return {
        at: _as_elsewhere(called[at], answer, answers[best.get(called[at].group, at)])
        for at, answer in answers.items()
    }


def _as_elsewhere(case: Case, answer: Resolution, winner: Resolution) -> Resolution:
    if winner.place == answer.place or winner.place is None:
        return answer
    # What stands beside a name speaks for that mention alone: the village is not the crossing,
    # and New York is not New York State.
    alone = answer.place is not None and bool(
        case.fitting or case.held or _nested(case, answer, winner)
    )
    if alone:
        return answer
    return replace(winner, because=("as elsewhere in the article", *winner.because))


def _nested(case: Case, one: Resolution, other: Resolution) -> bool:
    """Tell whether one of two answers lies in the other."""
    found = {c.place.id: c for c in case.candidates}
    pair = [found.get(r.place.id) for r in (one, other) if r.place is not None]
    first, second = pair[0], pair[-1]
    return first is not None and second is not None and (first.holds(second) or second.holds(first))


# ---------------------------------------------------------------- parts of countries


def _resolve_parts(
    context: Context, wholes: dict[Mention, Resolution], towns: Counter[str]
) -> dict[Mention, Resolution]:
    """Resolve "north of Kosovo", and "the north" to that of the country whose towns are told of.

    Where two have as many, or none has any, it is that of the country last spoken of.
    """
    last: dict[str, Place] = {}
    divided: dict[str, dict[str, Place]] = {}
    bare = any(m.found_by == "part" for m in context.mentions)
    parts: dict[Mention, Resolution] = {}
    for mention in context.mentions:
        if mention.found_by == "direction":
            parts[mention] = _part(context, mention, wholes[mention].place, wholes[mention].because)
        elif mention.found_by == "part":
            side = mention.name.partition(" of")[0]
            first = context.gazetteer.country(context.countries[0]) if context.countries else None
            spoken = last.get(side, first)
            parts[mention] = _part(context, mention, _told_of(context, side, towns, spoken), ())
        if bare and mention.use in _SPEAKING:
            for code in codes(mention, context.gazetteer)[:1]:
                if code not in divided:
                    divided[code] = _divided(context, code)
                last |= divided[code]
    return parts


def _towns_of(found: Iterable[Resolution]) -> Counter[str]:
    """Count the mentions of towns by the country that they are in."""
    places = (r.place for r in found if r.mention.use is MentionClass.LITERAL)
    towns = (p for p in places if p is not None and p.kind is PlaceKind.SETTLEMENT)
    return Counter(town.countries[0] for town in towns if len(town.countries) == 1)


def _told_of(context: Context, side: str, towns: Counter[str], last: Place | None) -> Place | None:
    """Return the country last spoken of, or another if more of its towns are named."""
    if last is None or not towns:
        return last
    best = min(towns, key=lambda code: (-towns[code], code))
    return last if towns[best] <= towns[last.id] else _divided(context, best).get(side, last)


def _divided(context: Context, code: str) -> dict[str, Place]:
    """Return the country under each side of which an outline is known."""
    country = context.gazetteer.country(code)
    regions = context.gazetteer.regions(code) if country else ()
    return {r.direction: country for r in regions if r.direction and country}


def _part(
    context: Context, mention: Mention, whole: Place | None, because: tuple[str, ...]
) -> Resolution:
    side = mention.name.partition(" of")[0]
    said = _SIDES.get(side, side)
    if whole is None:
        reason = f"the {said} of what is not known"
        return Resolution(mention, None, 0.0, (reason, *because))
    regions = [r for r in context.gazetteer.regions(whole.id) if r.direction == side]
    if regions:
        return Resolution(mention, regions[0], A_REGION, (f"the {said} of {whole.name}",))
    reason = f"no outline for the {said} of {whole.name}: the whole stands for it"
    return Resolution(mention, whole, THE_WHOLE, (reason,))

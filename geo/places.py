"""Decide where a mention is, how sure, and why; or that it cannot be told.

In this order, since each step rests on the one before:

1. names, by their candidates: the order of the gazetteer, the sort of place that the words around
   speak of, the country or state right behind the name ("Newport, Vermont"), the countries the
   article speaks of; those that stand firm alone then help to judge the others nearby; the mentions
   of one name get one answer, unless a word beside one of them says what sort of place it means;
2. parts of countries ("northern Kosovo", "the north of the country"), of the whole just resolved;
3. sets of crossings ("both border gates"), among the crossings the article has named or may mean.

"100 km north of Pristina" moves nothing: in both reports of 2011 that use it the place is 47 and
60 km away, to the north-west. Such a reference point is marked, and no incident is put on it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo import crossings
from geo.context import Context, codes, gather, whole_name
from geo.geodesy import distance_m
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution
from geo.names import fold
from geo.words import sort_of, words

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["resolve"]

# What an argument for a candidate weighs; 1 in all is certainty. Chosen by hand so that the order
# of the gazetteer alone stays under SURE for towns of the world that have namesakes.
FIRST_BY_PRIOR = 0.4
LATER_BY_PRIOR = 0.2
ONLY_ONE = 0.15
COUNTRY_IN_PLAY = 0.25
COUNTRY_BESIDE = 0.1
STATE_IN_PLAY = 0.2
HELD_BY_NEIGHBOUR = 0.4
NOT_HELD = -0.3
SORT_FITS = 0.3
SORT_CONTRADICTS = -0.3
NEAR_THE_SURE = 0.15
CURATED = 0.1
WELL_KNOWN = 0.15
DOMINANT = 0.1
A_COUNTRY = 0.95
A_COUNTRY_ALONE = 0.65
"""A country that nothing else speaks of, where a namesake's country is spoken of: Georgia."""
SURE = 0.5
"""Below this score the answer is ``None``: a wrong marker costs more than a missing one."""
ANCHOR = 0.75
"""From this score on a place is firm enough to judge others by."""
A_PEOPLE = 0.9
A_REGION = 0.9
THE_WHOLE = 0.5

IN_PLAY = 2
"""Countries that an article is about; the others it only mentions."""
NEAR_KM = 150.0
"""Distance to at least half of the sure places of an article within which a candidate gains."""
KM_PER_DEGREE = 110.5
EARTH_KM = 6_330.0
"""A little less than the smallest radius of curvature, so that no distance is overstated."""
WELL_KNOWN_POPULATION = 300_000
DOMINANT_POPULATION = 50_000
DOMINANT_TIMES = 5
"""A town this much larger than the next of its name is the one that is meant unless told."""
ALTERNATIVES = 5
"""Namesakes that an answer lists."""

_HOLDERS = {PlaceKind.COUNTRY, PlaceKind.ADMIN1}
_SPEAKING = {MentionClass.LITERAL, MentionClass.MODIFIER, MentionClass.METONYM}
_SIDES = {"central": "centre"}
_FOLLOWED = re.compile(r",\s+((?:[A-Z][\w.'’-]*\s?){1,3})")


def resolve(
    article: Article, mentions: Iterable[Mention], gazetteer: Gazetteer
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
    answers = _resolve_names(context, names)
    answers |= _resolve_parts(context, {m: answers[w] for m, w in wholes.items()})
    answers |= crossings.resolve(context, answers)
    return tuple(answers[m] for m in context.mentions)


# ---------------------------------------------------------------- names


@dataclass(frozen=True, slots=True)
class _Case:
    """One name before the judge: what is asked, and what speaks for its candidates."""

    context: Context
    name: str
    hint: str | None
    holders: tuple[Place, ...]
    candidates: tuple[Place, ...]
    sure: tuple[Place, ...] = ()


Judged = tuple[Place, float, tuple[str, ...]]
_Key = tuple[str, str | None, tuple[str, ...]]
"""Folded name, hint and ids of the holders: mentions that share them have one answer."""


def _resolve_names(context: Context, names: Sequence[Mention]) -> dict[Mention, Resolution]:
    """Resolve all names: first those that stand firm alone, then the others beside them."""
    keys: dict[Mention, _Key] = {}
    cases: dict[_Key, _Case] = {}
    for mention in names:
        if mention.use is not MentionClass.DEMONYM:
            holders = _holders(context, mention)
            key = fold(mention.name), mention.hint, tuple(h.id for h in holders)
            keys[mention] = key
            if key not in cases:
                cases[key] = _case(context, mention, holders)
    judged = _judge_all(cases)
    answers = {m: _answer(m, judged[key]) for m, key in keys.items()}
    peoples = {m: _resolve_demonym(context, m) for m in names if m not in keys}
    return _one_referent(answers) | peoples


def _judge_all(cases: dict[_Key, _Case]) -> dict[_Key, list[Judged]]:
    first = {key: _judge(case) for key, case in cases.items()}
    sure = {j[0][0].id: j[0][0] for j in first.values() if j and _anchors(*j[0][:2])}
    anchors = tuple(sure[key] for key in sorted(sure))
    return {key: _again(cases[key], judged, anchors) for key, judged in first.items()}


def _case(context: Context, mention: Mention, holders: tuple[Place, ...]) -> _Case:
    candidates = context.gazetteer.lookup(mention.name)
    if not candidates and mention.hint and mention.name.lower().endswith(mention.hint):
        base = context.gazetteer.lookup(mention.name[: -len(mention.hint)])
        candidates = tuple(p for p in base if _sort_fits(mention.hint, p))
    return _Case(context, fold(mention.name), mention.hint, holders, candidates)


def _again(case: _Case, judged: list[Judged], sure: tuple[Place, ...]) -> list[Judged]:
    """Judge once more beside the sure places, where there is a choice and it is not firm."""
    if len(judged) < 2 or not sure or _anchors(*judged[0][:2]):
        return judged
    return _judge(replace(case, sure=sure))


def _anchors(place: Place, score: float) -> bool:
    """Tell whether an answer is firm and local enough to judge others by."""
    return score >= ANCHOR and place.kind is not PlaceKind.COUNTRY and place.lon is not None


def _judge(case: _Case) -> list[Judged]:
    """Return the candidates of a name with score and reasons, the best first."""
    judged = []
    for index, place in enumerate(case.candidates):
        arguments = _arguments(case, place, index)
        judged.append((place, sum(w for w, _ in arguments), tuple(said for _, said in arguments)))
    return sorted(judged, key=lambda j: -j[1])


def _answer(mention: Mention, judged: Sequence[Judged]) -> Resolution:
    if not judged:
        what = f"{mention.hint} of that name" if mention.hint else "such name"
        return Resolution(mention, None, 0.0, (f"no {what} in the gazetteer",))
    options = tuple((place, round(min(score, 1.0), 2)) for place, score, _ in judged)
    best, score, because = judged[0]
    if score < SURE:
        places = "1 place" if len(judged) == 1 else f"{len(judged)} places"
        told = f"{places} of this name, none supported by the article"
        return Resolution(
            mention, None, options[0][1], (told, *because), (), options[:ALTERNATIVES]
        )
    return Resolution(mention, best, options[0][1], because, (), options[1 : ALTERNATIVES + 1])


def _resolve_demonym(context: Context, mention: Mention) -> Resolution:
    demonym = context.gazetteer.demonyms.get(fold(mention.name))
    told = demonym.places if demonym else ()
    place = context.gazetteer.get(told[0]) if len(told) == 1 else None
    if place is None:
        return Resolution(mention, None, 0.0, ("a people, not a place",))
    return Resolution(mention, place, A_PEOPLE, (f"people or things of {place.name}",))


# ---------------------------------------------------------------- arguments


def _arguments(case: _Case, place: Place, index: int) -> list[tuple[float, str]]:
    """Return what speaks for one candidate and against it, weights and words."""
    if place.kind is PlaceKind.COUNTRY and index == 0:
        return [_country_argument(case, place)]
    return [
        *_own_arguments(case, place, index),
        *_country_arguments(case.context, place),
        *_state_arguments(case, place),
        *_hint_arguments(case.hint, place),
        *([(NEAR_THE_SURE, "near other places of the article")] if _near(place, case.sure) else []),
    ]


def _country_argument(case: _Case, place: Place) -> tuple[float, str]:
    """Weigh a country; a namesake may win only if its own country is spoken of, and not this."""
    context = case.context
    if not context.speaks_of(place.id, besides=case.name) and any(
        context.speaks_of(code, besides=case.name)
        for rival in case.candidates[1:]
        for code in rival.countries
    ):
        return A_COUNTRY_ALONE, "the country of that name, which nothing else speaks of"
    return A_COUNTRY, "the country of that name"


def _own_arguments(case: _Case, place: Place, index: int) -> Iterable[tuple[float, str]]:
    if index == 0:
        yield FIRST_BY_PRIOR, "likeliest of its name"
    else:
        yield LATER_BY_PRIOR, "a namesake"
    size = place.population or 0
    if len(case.candidates) == 1:
        yield ONLY_ONE, "only place of its name"
    elif index == 0 and size >= DOMINANT_POPULATION:
        next_size = max(p.population or 0 for p in case.candidates[1:])
        if size >= DOMINANT_TIMES * next_size:
            yield DOMINANT, "far larger than its namesakes"
    if not place.id.startswith("gn:"):
        yield CURATED, "in the reviewed gazetteer"
    if size >= WELL_KNOWN_POPULATION:
        yield WELL_KNOWN, "a large city"


def _country_arguments(context: Context, place: Place) -> Iterable[tuple[float, str]]:
    shared = [c for c in context.countries if c in place.countries]
    if shared:
        central = shared[0] in context.countries[:IN_PLAY]
        central = central and not context.only_people(shared[0])
        weight = COUNTRY_IN_PLAY if central else COUNTRY_BESIDE
        yield weight, f"the article speaks of {context.country_names.get(shared[0], shared[0])}"


def _state_arguments(case: _Case, place: Place) -> Iterable[tuple[float, str]]:
    if case.holders:
        holder = next((h for h in case.holders if _holds(h, place)), None)
        if holder is not None:
            yield HELD_BY_NEIGHBOUR, f"named with {holder.name}"
        elif place.kind is PlaceKind.SETTLEMENT:
            yield NOT_HELD, f"named with {case.holders[0].name}, where it is not"
        return
    for state in case.context.states:
        if state.id != place.id and _holds(state, place):
            yield STATE_IN_PLAY, f"the article speaks of {state.name}"
            return


def _hint_arguments(hint: str | None, place: Place) -> Iterable[tuple[float, str]]:
    fits = None if hint is None else _sort_fits(hint, place)
    if fits is not None:
        told = f"called a {hint}"
        yield (SORT_FITS, told) if fits else (SORT_CONTRADICTS, f"{told}, which it is not")


def _holders(context: Context, mention: Mention) -> tuple[Place, ...]:
    """Return the countries and states that the name right behind may be: "Newport, Vermont"."""
    match = _FOLLOWED.match(context.text, mention.span.end, mention.span.end + 40)
    told = match.group(1).split() if match else []
    for size in range(len(told), 0, -1):
        name = " ".join(told[:size])
        places = context.gazetteer.lookup(words().states.get(name.rstrip("."), name))
        if places and places[0].kind in _HOLDERS:
            return tuple(p for p in places if p.kind in _HOLDERS)
    return ()


def _holds(holder: Place, place: Place) -> bool:
    """Tell whether a place lies in a country or state."""
    if holder.id == place.id or set(holder.countries).isdisjoint(place.countries):
        return False
    if holder.kind is PlaceKind.COUNTRY or holder.id in {place.part_of, place.admin1}:
        return True
    if place.admin1 is not None:
        # "New York State" is so called to tell it from the city.
        return fold(place.admin1) == fold(holder.name).removesuffix(" state")
    return _within_km(place, holder, (holder.uncertainty_m or 0.0) / 1000.0)


def _sort_fits(hint: str, place: Place) -> bool | None:
    """Tell whether a place is of the sort its context speaks of; ``None`` if that says nothing."""
    sort = sort_of(hint)
    if sort is None:
        return None
    if sort == "admin2" and place.kind is PlaceKind.ADMIN1:
        return True
    return place.kind.value == sort


def _near(place: Place, sure: Sequence[Place]) -> bool:
    """Tell whether at least half of the sure places lie around."""
    others = [other for other in sure if other.id != place.id]
    near = sum(
        _within_km(place, other, max(NEAR_KM, (place.uncertainty_m or 0.0) / 1000.0))
        for other in others
    )
    return bool(others) and 2 * near >= len(others)


def _within_km(place: Place, other: Place, limit_km: float) -> bool:
    if place.lon is None or place.lat is None or other.lon is None or other.lat is None:
        return False
    # Most pairs are far apart, and a bound from below shows it: geodesics cost 0.1 ms each.
    if abs(place.lat - other.lat) * KM_PER_DEGREE > limit_km:
        return False
    shrunk = math.cos(math.radians(max(abs(place.lat), abs(other.lat))))
    chord = abs(math.sin(math.radians(place.lon - other.lon) / 2.0))
    if 2.0 * EARTH_KM * shrunk * chord > limit_km:
        return False
    return distance_m(place.lon, place.lat, other.lon, other.lat) <= limit_km * 1000.0


def _one_referent(answers: dict[Mention, Resolution]) -> dict[Mention, Resolution]:
    """Give every mention of one name the best answer that one of them got."""
    best: dict[str, Resolution] = {}
    for mention, answer in answers.items():
        key = fold(mention.name)
        if answer.place is not None and (key not in best or answer.score > best[key].score):
            best[key] = answer
    same: dict[Mention, Resolution] = {}
    for mention, answer in answers.items():
        winner = best.get(fold(mention.name))
        # A sort word beside a name speaks for that mention alone: the village is not the crossing.
        alone = mention.hint and answer.place
        if winner is None or winner.place == answer.place or alone:
            same[mention] = answer
        else:
            because = ("as elsewhere in the article", *winner.because)
            same[mention] = replace(winner, mention=mention, because=because)
    return same


# ---------------------------------------------------------------- parts of countries


def _resolve_parts(
    context: Context, wholes: dict[Mention, Resolution]
) -> dict[Mention, Resolution]:
    """Resolve "north of Kosovo", and "the north" to that of the country last spoken of."""
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
            parts[mention] = _part(context, mention, last.get(side, first), ())
        if bare and mention.use in _SPEAKING:
            for code in codes(mention, context.gazetteer)[:1]:
                if code not in divided:
                    divided[code] = _divided(context, code)
                last |= divided[code]
    return parts


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

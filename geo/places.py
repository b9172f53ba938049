"""Decide where a mention is, how sure, and why; or that it cannot be told.

A cascade, each stage only where the one before gave no answer:

1. a set of crossings ("both border gates") becomes its members;
2. a part of a country ("northern Kosovo", "the north of the country") becomes its region;
3. a name with its holder behind it ("Newport, Vermont") is looked for inside that holder;
4. any other name is judged by its candidates: the order of the gazetteer, the sort of place the
   words around it speak of, the countries the article speaks of, the places already sure nearby;
5. a name keeps its answer through the whole article: one referent per name.

"100 km north of Pristina" moves nothing: in both reports of 2011 that use it the place is 47 and
60 km away, to the north-west. Such a reference point is marked, and no incident is put on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from geo import crossings
from geo.context import Context, codes, gather
from geo.geodesy import distance_m
from geo.mentions import sort_of
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution
from geo.names import fold

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
HELD_BY_NEIGHBOUR = 0.4
SORT_FITS = 0.3
SORT_CONTRADICTS = -0.3
NEAR_THE_SURE = 0.15
CURATED = 0.1
WELL_KNOWN = 0.15
SURE = 0.5
"""Below this score the answer is ``None``: a wrong marker costs more than a missing one."""

IN_PLAY = 2
"""Countries that an article is about; the others it only mentions."""
NEAR_KM = 150.0
"""Median distance to the sure places of an article within which a candidate gains."""
WELL_KNOWN_POPULATION = 300_000
ALTERNATIVES = 5
"""Namesakes that an answer lists."""


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
    answers = _resolve_names(context)
    answers |= {
        m: _resolve_part(context, m)
        for m in context.mentions
        if m.found_by in {"direction", "part"}
    }
    answers |= {
        m: crossings.resolve(context, m, answers)
        for m in context.mentions
        if m.found_by in {"crossing", "crossings"}
    }
    return tuple(answers[m] for m in context.mentions)


# ---------------------------------------------------------------- names


def _resolve_names(context: Context) -> dict[Mention, Resolution]:
    """Resolve all names: first those that stand firm alone, then the others beside them."""
    names = [m for m in context.mentions if m.found_by == "name"]
    answers: dict[Mention, Resolution] = {}
    for mention in names:
        answers[mention] = _judge(context, mention, ())
    sure = [r.place for r in answers.values() if r.place and _anchors(r)]
    for mention, answer in answers.items():
        if answer.alternatives and not _anchors(answer):
            answers[mention] = _judge(context, mention, sure)
    return _one_referent(answers)


def _anchors(answer: Resolution) -> bool:
    """Tell whether an answer is firm and local enough to judge others by."""
    place = answer.place
    return (
        place is not None
        and answer.score >= 0.75
        and place.kind is not PlaceKind.COUNTRY
        and place.lon is not None
    )


def _judge(context: Context, mention: Mention, sure: Sequence[Place]) -> Resolution:
    if mention.use is MentionClass.DEMONYM:
        return _resolve_demonym(context, mention)
    candidates = context.gazetteer.lookup(mention.name)
    if not candidates:
        return Resolution(mention, None, 0.0, ("no such name in the gazetteer",))
    holder = _holder(context, mention)
    scored = [
        (place, *_score(context, mention, place, index, len(candidates), holder, sure))
        for index, place in enumerate(candidates)
    ]
    scored.sort(key=lambda s: (-s[1], candidates.index(s[0])))
    best, score, because = scored[0]
    others = tuple((p, round(s, 2)) for p, s, _ in scored[1 : ALTERNATIVES + 1])
    if score < SURE:
        told = f"{len(candidates)} places of this name, none supported by the article"
        return Resolution(
            mention,
            None,
            round(score, 2),
            (told, *because),
            (),
            ((best, round(score, 2)), *others[: ALTERNATIVES - 1]),
        )
    return Resolution(mention, best, round(min(score, 1.0), 2), because, (), others)


def _resolve_demonym(context: Context, mention: Mention) -> Resolution:
    demonym = context.gazetteer.demonyms.get(fold(mention.name))
    codes = demonym.places if demonym else ()
    place = context.gazetteer.country(codes[0]) if len(codes) == 1 else None
    if place is None:
        return Resolution(mention, None, 0.0, ("a people, not a place",))
    return Resolution(mention, place, 0.9, (f"people or things of {place.name}",))


def _score(
    context: Context,
    mention: Mention,
    place: Place,
    index: int,
    among: int,
    holder: Place | None,
    sure: Sequence[Place],
) -> tuple[float, tuple[str, ...]]:
    """Weigh the arguments for one candidate; return the score and the arguments in words."""
    if place.kind is PlaceKind.COUNTRY:
        return 0.95, ("the country of that name",)
    arguments: list[tuple[float, str]] = [
        (FIRST_BY_PRIOR, "likeliest of its name") if index == 0 else (LATER_BY_PRIOR, "a namesake")
    ]
    if among == 1:
        arguments.append((ONLY_ONE, "only place of its name"))
    if not place.id.startswith("gn:"):
        arguments.append((CURATED, "in the reviewed gazetteer"))
    if (place.population or 0) >= WELL_KNOWN_POPULATION:
        arguments.append((WELL_KNOWN, "a large city"))
    shared = [c for c in context.countries if c in place.countries]
    if shared:
        country = context.gazetteer.country(shared[0])
        central = shared[0] in context.countries[:IN_PLAY]
        arguments.append(
            (
                COUNTRY_IN_PLAY if central else COUNTRY_BESIDE,
                f"the article speaks of {country.name if country else shared[0]}",
            )
        )
    if holder is not None and _holds(holder, place):
        arguments.append((HELD_BY_NEIGHBOUR, f"named with {holder.name}"))
    if mention.hint is not None and (fits := _sort_fits(mention.hint, place)) is not None:
        arguments.append(
            (SORT_FITS, f"called a {mention.hint}")
            if fits
            else (SORT_CONTRADICTS, f"called a {mention.hint}, which it is not")
        )
    if _close(place, sure):
        arguments.append((NEAR_THE_SURE, "near other places of the article"))
    return sum(w for w, _ in arguments), tuple(words for _, words in arguments)


def _holder(context: Context, mention: Mention) -> Place | None:
    """Return the country or state that stands right behind a name: "Newport, Vermont"."""
    after = context.text[mention.span.end : mention.span.end + 40]
    match = re.match(r"^,\s+((?:[A-Z][\w.'’-]*\s?){1,3})", after)
    if not match:
        return None
    words = match.group(1).split()
    for size in range(len(words), 0, -1):
        places = context.gazetteer.lookup(" ".join(words[:size]))
        if places and places[0].kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}:
            return places[0]
    return None


def _holds(holder: Place, place: Place) -> bool:
    if set(holder.countries).isdisjoint(place.countries):
        return False
    if holder.kind is PlaceKind.COUNTRY:
        return holder.id != place.id
    return holder.id.lower().rpartition("-")[2] == (place.admin1 or "").lower()


def _sort_fits(hint: str, place: Place) -> bool | None:
    """Tell whether a place is of the sort its context speaks of; ``None`` if that says nothing."""
    sort = sort_of(hint)
    if sort is None:
        return None
    if sort == "admin2" and place.kind is PlaceKind.ADMIN1:
        return True
    return place.kind.value == sort


def _close(place: Place, sure: Sequence[Place]) -> bool:
    if place.lon is None or place.lat is None:
        return False
    away = [
        distance_m(place.lon, place.lat, other.lon, other.lat) / 1000.0
        for other in sure
        if other.id != place.id and other.lon is not None and other.lat is not None
    ]
    return bool(away) and median(away) <= NEAR_KM


def _one_referent(answers: dict[Mention, Resolution]) -> dict[Mention, Resolution]:
    """Give every mention of one name the best answer that one of them got."""
    best: dict[str, Resolution] = {}
    for mention, answer in answers.items():
        if mention.use is MentionClass.DEMONYM or answer.place is None:
            continue
        key = fold(mention.name)
        if key not in best or answer.score > best[key].score:
            best[key] = answer
    same: dict[Mention, Resolution] = {}
    for mention, answer in answers.items():
        winner = best.get(fold(mention.name))
        told = winner and winner.place
        # A sort word beside a name speaks for that mention alone: the village is not the crossing.
        if (
            winner is None
            or told == answer.place
            or mention.use is MentionClass.DEMONYM
            or (mention.hint and answer.place)
        ):
            same[mention] = answer
        else:
            same[mention] = replace(
                winner, mention=mention, because=("as elsewhere in the article", *winner.because)
            )
    return same


# ---------------------------------------------------------------- parts of countries


def _resolve_part(context: Context, mention: Mention) -> Resolution:
    """Resolve "north of Kosovo", or "north of" with the country left to the context."""
    side, _, name = mention.name.partition(" of")
    whole = _whole(context, mention, name.strip())
    if whole is None:
        return Resolution(mention, None, 0.0, (f"the {side} of which country is not said",))
    regions = [r for r in context.gazetteer.regions(whole.id) if r.direction == side]
    if regions:
        return Resolution(mention, regions[0], 0.9, (f"the {side} of {whole.name}",))
    reason = f"no outline for the {side} of {whole.name}: the whole stands for it"
    return Resolution(mention, whole, 0.5, (reason,))


def _whole(context: Context, mention: Mention, name: str) -> Place | None:
    """Return what a part belongs to: the place named with it, else the country last spoken of."""
    if name:
        places = context.gazetteer.lookup(name)
        return places[0] if places else None
    side = mention.name.partition(" of")[0]
    before = [m for m in context.mentions if m.span.start < mention.span.start]
    for earlier in reversed(before):
        if earlier.use not in {MentionClass.LITERAL, MentionClass.MODIFIER, MentionClass.METONYM}:
            continue
        spoken = codes(earlier, context.gazetteer)
        if spoken and any(r.direction == side for r in context.gazetteer.regions(spoken[0])):
            return context.gazetteer.country(spoken[0])
    return context.gazetteer.country(context.countries[0]) if context.countries else None

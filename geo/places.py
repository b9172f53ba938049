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
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

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
HELD_BY_NEIGHBOUR = 0.4
SORT_FITS = 0.3
SORT_CONTRADICTS = -0.3
NEAR_THE_SURE = 0.15
CURATED = 0.1
WELL_KNOWN = 0.15
SURE = 0.5
"""Below this score the answer is ``None``: a wrong marker costs more than a missing one."""

NEAR_KM = 150.0
"""Median distance to the sure places of an article within which a candidate gains."""
WELL_KNOWN_POPULATION = 300_000
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
ALTERNATIVES = 5
"""Namesakes that an answer lists."""

_SPOKEN_OF = {
    MentionClass.LITERAL: 3,
    MentionClass.DATELINE: 3,
    MentionClass.METONYM: 2,
    MentionClass.MODIFIER: 2,
    MentionClass.EMBEDDED: 1,
    MentionClass.DEMONYM: 1,
}


@dataclass(frozen=True, slots=True)
class _Context:
    """What an article speaks of, gathered before any name is decided."""

    article: Article
    mentions: tuple[Mention, ...]
    countries: tuple[str, ...]  # most spoken of first
    gazetteer: Gazetteer

    @property
    def text(self) -> str:
        return self.article.text


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
    found = tuple(mentions)
    context = _Context(article, found, _countries(found, gazetteer), gazetteer)
    named = _resolve_names(context)
    parts = {m: _resolve_part(context, m) for m in found if m.found_by in {"direction", "part"}}
    known = named | parts
    sets = {
        m: _resolve_crossings(context, m, known) for m in found if m.found_by.startswith("crossing")
    }
    return tuple((known | sets)[m] for m in found)


def _countries(mentions: Iterable[Mention], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the countries that an article speaks of, the most spoken of first."""
    spoken: Counter[str] = Counter()
    for mention in mentions:
        weight = _SPOKEN_OF.get(mention.use, 0)
        for code in _codes(mention, gazetteer):
            spoken[code] += weight
    return tuple(code for code, n in sorted(spoken.items(), key=lambda x: (-x[1], x[0])) if n)


def _codes(mention: Mention, gazetteer: Gazetteer) -> tuple[str, ...]:
    if mention.use is MentionClass.DEMONYM:
        demonym = gazetteer.demonyms.get(fold(mention.name))
        return tuple(p for p in demonym.places if len(p) == 2) if demonym else ()
    name = mention.name.partition(" of ")[2] if mention.found_by == "direction" else mention.name
    places = gazetteer.lookup(name)
    if places and (places[0].kind is PlaceKind.COUNTRY or places[0].attribute("capital") == "true"):
        return places[0].countries
    return ()


# ---------------------------------------------------------------- names


def _resolve_names(context: _Context) -> dict[Mention, Resolution]:
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


def _judge(context: _Context, mention: Mention, sure: Sequence[Place]) -> Resolution:
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


def _resolve_demonym(context: _Context, mention: Mention) -> Resolution:
    demonym = context.gazetteer.demonyms.get(fold(mention.name))
    codes = demonym.places if demonym else ()
    place = context.gazetteer.country(codes[0]) if len(codes) == 1 else None
    if place is None:
        return Resolution(mention, None, 0.0, ("a people, not a place",))
    return Resolution(mention, place, 0.9, (f"people or things of {place.name}",))


def _score(
    context: _Context,
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
        arguments.append(
            (COUNTRY_IN_PLAY, f"the article speaks of {country.name if country else shared[0]}")
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


def _holder(context: _Context, mention: Mention) -> Place | None:
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


def _resolve_part(context: _Context, mention: Mention) -> Resolution:
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


def _whole(context: _Context, mention: Mention, name: str) -> Place | None:
    """Return what a part belongs to: the place named with it, else the country last spoken of."""
    if name:
        places = context.gazetteer.lookup(name)
        return places[0] if places else None
    side = mention.name.partition(" of")[0]
    before = [m for m in context.mentions if m.span.start < mention.span.start]
    for earlier in reversed(before):
        if earlier.use not in {MentionClass.LITERAL, MentionClass.MODIFIER, MentionClass.METONYM}:
            continue
        codes = _codes(earlier, context.gazetteer)
        if codes and any(r.direction == side for r in context.gazetteer.regions(codes[0])):
            return context.gazetteer.country(codes[0])
    return context.gazetteer.country(context.countries[0]) if context.countries else None


# ---------------------------------------------------------------- sets of crossings


def _resolve_crossings(
    context: _Context, mention: Mention, known: dict[Mention, Resolution]
) -> Resolution:
    """Resolve "the two border gates" to its members, "the crossing" to the one named before."""
    named = _named_crossings(known)
    if mention.found_by == "crossing":
        return _the_crossing(mention, named)
    pair = _pair(context, mention)
    if pair is None:
        return Resolution(mention, None, 0.0, ("between which countries is not said",))
    between = context.gazetteer.crossings(*pair)
    regions = _regions_named(known)
    inside = tuple(c for c in between if any(_contains(r, c) for r in regions))
    elsewhere = tuple(c for c in between if c.id in {p.id for p in named})
    return _choose_set(mention, pair, between, inside, elsewhere)


def _choose_set(
    mention: Mention,
    pair: tuple[str, str],
    between: tuple[Place, ...],
    inside: tuple[Place, ...],
    elsewhere: tuple[Place, ...],
) -> Resolution:
    border = " and ".join(pair)
    number = _number(mention.name)
    options = (
        (inside, 0.85, f"the crossings between {border} in the region the article names"),
        (elsewhere, 0.7, f"the crossings between {border} that the article names"),
        (between, 0.6, f"all crossings between {border}"),
    )
    for members, score, reason in options:
        if members and number in {None, len(members)}:
            return _set(mention, members, score, (reason,))
    members, reason = (elsewhere, options[1][2]) if elsewhere else (inside, options[0][2])
    if not members:
        return Resolution(
            mention, None, 0.0, (f"{len(between)} crossings between {border}, {number} meant",)
        )
    mismatch = f"the text says {number}, these are {len(members)}"
    return _set(mention, members, 0.5, (reason, mismatch))


def _number(phrase: str) -> int | None:
    first = phrase.split(maxsplit=1)[0].lower()
    return NUMBERS.get(first, int(first) if first.isdigit() else None)


def _set(
    mention: Mention, members: tuple[Place, ...], score: float, because: tuple[str, ...]
) -> Resolution:
    if len(members) == 1:
        return Resolution(mention, members[0], score, because)
    return Resolution(mention, union(members), score, because, members)


def union(members: Sequence[Place]) -> Place:
    """Return the place that stands for several crossings taken together.

    Its point is the mean of the members', its ``uncertainty_m`` reaches the farthest of them.
    """
    ordered = sorted(members, key=lambda p: p.id)
    points = [(p.lon, p.lat) for p in ordered if p.lon is not None and p.lat is not None]
    lon = sum(x for x, _ in points) / len(points)
    lat = sum(y for _, y in points) / len(points)
    return Place(
        id="set:" + "+".join(p.id for p in ordered),
        name=_joint_name([p.name for p in ordered]),
        kind=PlaceKind.CROSSING,
        lon=round(lon, 6),
        lat=round(lat, 6),
        countries=tuple(sorted({c for p in ordered for c in p.countries})),
        names=_joint_names(ordered),
        uncertainty_m=round(max(distance_m(lon, lat, x, y) for x, y in points)),
        source="; ".join(sorted({p.source for p in ordered})),
    )


def _joint_name(names: list[str]) -> str:
    tail = " border crossing"
    if len(names) > 1 and all(n.endswith(tail) for n in names):
        names = [n.removesuffix(tail) for n in names]
        return ", ".join(names[:-1]) + f" and {names[-1]} border crossings"
    return ", ".join(names)


def _joint_names(places: Sequence[Place]) -> tuple[tuple[str, str], ...]:
    languages = [tag for tag, _ in places[0].names if all(tag in dict(p.names) for p in places)]
    return tuple((tag, ", ".join(dict(p.names)[tag] for p in places)) for tag in languages)


def _the_crossing(mention: Mention, named: Sequence[Place]) -> Resolution:
    distinct = {p.id: p for p in named}
    if len(distinct) == 1:
        return Resolution(
            mention, next(iter(distinct.values())), 0.8, ("the only crossing the article names",)
        )
    why = "several crossings are named" if distinct else "no crossing is named"
    return Resolution(mention, None, 0.0, (f"{why}, so which one is meant stays open",))


def _named_crossings(known: dict[Mention, Resolution]) -> list[Place]:
    return [
        r.place
        for m, r in known.items()
        if r.place is not None
        and r.place.kind is PlaceKind.CROSSING
        and m.use is not MentionClass.CLUTTER
    ]


def _regions_named(known: dict[Mention, Resolution]) -> list[Place]:
    """Return the regions that the article speaks of, outlines known."""
    return [
        r.place
        for m, r in known.items()
        if r.place is not None
        and r.place.kind in {PlaceKind.REGION, PlaceKind.ADMIN1}
        and r.place.geometry
        and m.use is MentionClass.LITERAL
    ]


def _pair(context: _Context, mention: Mention) -> tuple[str, str] | None:
    """Return the two countries whose border is meant."""
    told = _codes_behind(context, mention)
    if len(told) >= 2:
        return told[0], told[1]
    playing = [c for c in context.countries if c not in told]
    firsts = told or playing
    for first in firsts:
        for second in playing:
            if first != second and context.gazetteer.crossings(first, second):
                return tuple(sorted((first, second)))  # type: ignore[return-value]
    return None


def _codes_behind(context: _Context, mention: Mention) -> list[str]:
    """Return the countries in "… with Serbia", "… between Arda and Belin" right behind a phrase."""
    codes: list[str] = []
    edge = mention.span.end
    for other in context.mentions:
        if other.span.start < mention.span.end or other.span.start - edge > 12:
            continue
        joint = context.text[edge : other.span.start].strip().lower()
        if joint not in {"with", "between", "to", "into", "and", "from", "on the border with"}:
            break
        codes += [c for c in _codes(other, context.gazetteer) if c not in codes]
        edge = other.span.end
    return codes


def _contains(region: Place, place: Place) -> bool:
    """Tell whether a place lies within the outline of a region."""
    import shapely  # noqa: PLC0415 - only articles that speak of sets of crossings pay for it

    outline = shapely.from_geojson(region.geometry) if region.geometry else None
    if outline is None or place.lon is None or place.lat is None:
        return False
    return bool(outline.covers(shapely.Point(place.lon, place.lat)))

"""Sets of border crossings: "both border gates" becomes its members, for any pair of countries.

The members are the crossings of the country pair in play that lie in a region the article names,
or those it names elsewhere, or all of the border. When a number is stated and no set has that
size, what is named is kept and the mismatch said.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.geometry import geodesy
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span
from geo.toponymy.context import Context, codes
from geo.toponymy.phrases import SMALL_NUMBERS

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["resolve", "union"]

# What each way of choosing the members is worth; the last is a set of another size than stated.
IN_THE_REGION = 0.85
THE_ONLY_NAMED = 0.8
NAMED_ELSEWHERE = 0.7
LAST_NAMED = 0.7
THE_WHOLE_BORDER = 0.6
OF_ANOTHER_SIZE = 0.5

LISTED = 0.95
LISTING = re.compile(r"\s?(?:,|:|\(|–|—)?\s?(?:(?:and|at|of|in|near|called|namely|both)\s)*")
"""What may stand between a phrase and the crossings it lists, and between these."""
JOINS = frozenset({"with", "between", "to", "into", "and", "from", "on the border with"})
"""Words between a phrase and the countries whose border is meant."""
FAR = 20
"""Characters between a phrase and the country whose border is meant, at most."""
NUMBER_WITHIN = 3
"""Words of a phrase among which its number stands: "all of the two"."""
CLOSED = "closed"
"""Status of a crossing that no longer is one: only meant where it is named."""
TAIL = " border crossing"
"""What the English names of crossings end in; a set says it once."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What of an article bears on its crossings, gathered once."""

    context: Context
    starts: tuple[Span, ...]
    resolved: Mapping[Mention, Resolution]
    named: tuple[Place, ...]
    regions: tuple[Place, ...]


def resolve(context: Context, known: Mapping[Mention, Resolution]) -> dict[Mention, Resolution]:
    """Resolve "the two border gates" to its members, "the crossing" to the one named.

    Parameters
    ----------
    context
        What the article speaks of.
    known
        The names and regions of the article, already resolved.

    Returns
    -------
    A resolution for each phrase of the article that points at crossings without a name.
    """
    phrases = [m for m in context.mentions if m.found_by in {"crossing", "crossings"}]
    if not phrases:
        return {}
    starts = tuple(m.span for m in context.mentions)
    told = _Known(context, starts, known, _named_crossings(known), _regions_named(known))
    return {
        m: _the_crossing(told, m) if m.found_by == "crossing" else _the_set(told, m)
        for m in phrases
    }


def _the_set(known: _Known, mention: Mention) -> Resolution:
    if listed := _listed(known, mention):
        number = _number(mention.name)
        told = ["the crossings named right behind it"]
        if number not in {None, len(listed)}:
            told.append(f"the text says {number}, these are {len(listed)}")
        return _set(mention, listed, LISTED, tuple(told))
    pair = _pair(known, mention)
    if pair is None:
        return Resolution(mention, None, 0.0, ("between which countries is not said",))
    border = known.context.gazetteer.crossings(*pair)
    elsewhere = tuple(c for c in border if c in known.named)
    between = tuple(c for c in border if c.attribute("status") != CLOSED)
    inside = _inside(known.regions, between, _number(mention.name))
    named = (known.context.gazetteer.country(code) for code in pair)
    sides = " and ".join(p.name if p else c for p, c in zip(named, pair, strict=True))
    return _choose_set(mention, sides, between, inside, elsewhere)


def _listed(known: _Known, mention: Mention) -> tuple[Place, ...]:
    """Return the crossings that a phrase lists: "the crossings at X and Y", "two posts, X, Y"."""
    found: list[Place] = []
    edge = mention.span.end
    for other in known.context.mentions[bisect_right(known.starts, mention.span) :]:
        joint = known.context.text[edge : other.span.start]
        resolution = known.resolved.get(other)
        place = resolution.place if resolution else None
        if place is None or place.kind is not PlaceKind.CROSSING or not LISTING.fullmatch(joint):
            break
        found += [p for p in (place,) if p not in found]
        edge = other.span.end
    return tuple(found)


def _inside(
    regions: Sequence[Place], between: Sequence[Place], number: int | None
) -> tuple[Place, ...]:
    """Return the crossings in the regions named, of the region that has as many as are meant."""
    sets = [tuple(c for c in between if _contains(region, c)) for region in regions]
    for members in sets:
        if number is not None and len(members) == number:
            return members
    # A region that holds the whole border (the Balkans) says nothing about which are meant.
    telling = [members for members in sets if len(members) < len(between)]
    return tuple(c for c in between if any(c in members for members in telling))


def _choose_set(
    mention: Mention,
    border: str,
    between: tuple[Place, ...],
    inside: tuple[Place, ...],
    elsewhere: tuple[Place, ...],
) -> Resolution:
    number = _number(mention.name)
    options = (
        (inside, IN_THE_REGION, f"the crossings between {border} in the region the article names"),
        (elsewhere, NAMED_ELSEWHERE, f"the crossings between {border} that the article names"),
        (between, THE_WHOLE_BORDER, f"all crossings between {border}"),
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
    return _set(mention, members, OF_ANOTHER_SIZE, (reason, mismatch))


def _number(phrase: str) -> int | None:
    """Return the number that a phrase states within its first words: "the two posts"."""
    for word in phrase.lower().split()[:NUMBER_WITHIN]:
        if word in SMALL_NUMBERS or word.isdecimal():
            return SMALL_NUMBERS.get(word) or int(word)
    return None


def _set(
    mention: Mention, members: tuple[Place, ...], score: float, because: tuple[str, ...]
) -> Resolution:
    if len(members) == 1:
        return Resolution(mention, members[0], score, because)
    return Resolution(mention, union(members), score, because, members)


def union(members: Sequence[Place]) -> Place:
    """Return the place that stands for several crossings taken together.

    Its point is the middle of the members', its ``uncertainty_m`` holds each with its own doubt.
    """
    ordered = sorted(members, key=lambda p: p.id)
    ends = [
        (p.lon, p.lat, p.uncertainty_m or 0.0)
        for p in ordered
        if p.lon is not None and p.lat is not None
    ]
    lon, lat = middle = geodesy.middle([(lon, lat) for lon, lat, _ in ends])
    return Place(
        id="set:" + "+".join(p.id for p in ordered),
        name=_joint_name([p.name for p in ordered]),
        kind=PlaceKind.CROSSING,
        lon=lon,
        lat=lat,
        # In the order of the gazetteer, as a crossing alone has them.
        countries=tuple(dict.fromkeys(c for p in ordered for c in p.countries)),
        names=_joint_names(ordered),
        uncertainty_m=geodesy.reach_m(middle, ends),
        source="; ".join(sorted({p.source for p in ordered})),
    )


def _joint_name(names: Sequence[str]) -> str:
    """Name a set in English: "Holm and Varn border crossings"."""
    alike = len(names) > 1 and all(name.endswith(TAIL) for name in names)
    short = [name.removesuffix(TAIL) for name in names] if alike else names
    told = " and ".join(filter(None, (", ".join(short[:-1]), short[-1])))
    return f"{told}{TAIL}s" if alike else told


def _joint_names(places: Sequence[Place]) -> tuple[tuple[str, str], ...]:
    """Name a set in each language in which every member has a name."""
    known = [dict(p.names) for p in places]
    shared = [tag for tag in known[0] if all(tag in names for names in known)]
    told = {tag: [names[tag] for names in known] for tag in shared}
    return tuple((t, _joint_name(n) if t == "en" else ", ".join(n)) for t, n in told.items())


def _the_crossing(known: _Known, mention: Mention) -> Resolution:
    """Resolve "the crossing" to the one spoken of, "the other crossing" to the one that is not."""
    if listed := _listed(known, mention):
        return _set(mention, listed[:1], LISTED, ("the crossing named right behind it",))
    named = known.named
    if len(named) == 1:
        return _set(mention, named, THE_ONLY_NAMED, ("the only crossing the article names",))
    last = _last_named(known, mention)
    if last is None:
        why = "several crossings are named" if named else "no crossing is named"
        return Resolution(mention, None, 0.0, (f"{why}, so which one is meant stays open",))
    if "other" not in mention.name.lower().split():
        return _set(mention, (last,), LAST_NAMED, ("the crossing named last before it",))
    others = tuple(place for place in named if place.id != last.id)
    return _set(mention, others, LAST_NAMED, ("not the crossing named last before it",))


def _last_named(known: _Known, mention: Mention) -> Place | None:
    """Return the crossing that was named last before a phrase, unless two were in one breath."""
    before = known.context.mentions[: bisect_left(known.starts, mention.span)]
    told = [
        (other.span, found)
        for other in before
        if (found := known.resolved.get(other)) is not None
        and found.place is not None
        and found.place.kind is PlaceKind.CROSSING
    ]
    if not told or told[-1][1].members:
        return None
    if len(told) > 1:
        joint = known.context.text[told[-2][0].end : told[-1][0].start]
        if LISTING.fullmatch(joint) and told[-1][1].place != told[-2][1].place:
            return None
    return told[-1][1].place


def _named_crossings(known: Mapping[Mention, Resolution]) -> tuple[Place, ...]:
    """Return the crossings that the article names, each once."""
    named = {
        r.place.id: r.place
        for m, r in known.items()
        if r.place is not None
        and r.place.kind is PlaceKind.CROSSING
        and m.use is not MentionClass.CLUTTER
    }
    return tuple(named.values())


def _regions_named(known: Mapping[Mention, Resolution]) -> tuple[Place, ...]:
    """Return the regions that the article speaks of, outlines known, each once."""
    named = {
        r.place.id: r.place
        for m, r in known.items()
        if r.place is not None
        and r.place.kind in {PlaceKind.REGION, PlaceKind.ADMIN1}
        and r.place.geometry
        and m.use is MentionClass.LITERAL
    }
    return tuple(named.values())


def _pair(known: _Known, mention: Mention) -> tuple[str, str] | None:
    """Return the two countries whose border is meant."""
    told = _codes_behind(known, mention)
    if len(told) >= 2:
        return told[0], told[1]
    playing = [c for c in known.context.countries if c not in told]
    for first in told or playing:
        for second in playing:
            if first != second and known.context.gazetteer.crossings(first, second):
                return min(first, second), max(first, second)
    return None


def _codes_behind(known: _Known, mention: Mention) -> list[str]:
    """Return the countries in "… with Serbia", "… between Arda and Belin" right behind a phrase."""
    told: list[str] = []
    edge = mention.span.end
    context = known.context
    for at in range(bisect_left(known.starts, Span(edge, edge)), len(known.starts)):
        other = context.mentions[at]
        joint = context.text[edge : min(other.span.start, edge + FAR)].strip().lower()
        spoken = codes(other, context.gazetteer) if joint in JOINS else ()
        if not spoken or len(told) > 1:
            break
        told += [c for c in spoken if c not in told]
        edge = other.span.end
    return told


def _contains(region: Place, place: Place) -> bool:
    """Tell whether a place lies within the outline of a region."""
    import shapely  # noqa: PLC0415 - only articles that speak of sets of crossings pay for it

    if region.geometry is None or place.lon is None or place.lat is None:
        return False
    return bool(_outline(region.geometry).covers(shapely.Point(place.lon, place.lat)))


@lru_cache(maxsize=64)
def _outline(geometry: str) -> BaseGeometry:
    import shapely  # noqa: PLC0415 - as above

    return shapely.from_geojson(geometry)

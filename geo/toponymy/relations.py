"""Turn spatial relations into places: "15 km south of X" into a point with an honest radius.

The phrases come from ``geo.toponymy.spatial``, the circles from ``geo.toponymy.radius``; here they
meet the places of the article, and the countries it speaks of where a border is meant.

A named place that resolves always beats such a phrase: both 2011 reports of the seeds put places
"100 km north of Pristina" that lie 47 and 60 km to its north-west. For those it is evidence:
``agreement`` says whether a candidate fits, ``checked`` writes down where it does not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from geo.geometry import borders, geodesy
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span
from geo.toponymy.context import codes
from geo.toponymy.radius import (
    RULES,
    Circle,
    Found,
    at,
    border,
    compass,
    english,
    extent_m,
    km,
    reach,
)
from geo.toponymy.spatial import Relation, find

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = [
    "DERIVED",
    "Relation",
    "agreement",
    "checked",
    "find",
    "holds",
    "marked",
    "place",
    "resolve",
]

DERIVED = "relation"
"""What ``found_by`` says of a mention that is a spatial phrase, and where ids begin with "rel:"."""

AGREES_RATIO = 0.5
"""A place agrees with a told distance when it is between half and twice of that away …"""
AGREES_DEG = 67.0
"""… and its bearing is off by no more than this. Journalism is looser than herbarium labels:
Brnjak, "100 km north of Pristina", is 60 km away and 57° off, its namesake 127°."""
LOOK_BACK = 40
"""Names before a phrase among which the country is looked for whose border is meant."""
ALONG = 1.5
"""A place between two others makes the way from one to the other at most this much longer."""

TOO_WIDE_M = 1_600_000.0
"""A circle of this radius says no more than the name of a continent."""
SHARE_OF_SCORE = 0.8
"""A derived place is as sure as what it is measured from, and less than a name."""
_OF_COUNTRIES = {PlaceKind.COUNTRY, PlaceKind.REGION}
"""Kinds of place whose border is one of a country: "the border with northern Kosovo"."""
_WIDE = {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION}
_JOINING = {"between", "halfway", "road"}
"""Relations whose places keep what happens there where no place between them comes of it."""


def resolve(
    relations: Iterable[Relation], resolutions: Iterable[Resolution], gazetteer: Gazetteer
) -> tuple[Resolution, ...]:
    """Resolve the spatial relations of one article, each to a derived place or to none.

    Parameters
    ----------
    relations
        What ``find`` found.
    resolutions
        The names of the article, resolved.
    gazetteer
        Where things are.

    Returns
    -------
    One resolution a relation, in the same order. ``place`` is approximate, its id begins with
    "rel:", ``uncertainty_m`` is the radius in metres that holds everything the words may mean, and
    ``attributes`` name the method and the ids of what it is measured from. It is ``None``, with the
    reason, where that would be a guess. A side of a border is never guessed: ``countries`` are
    all those that the circle may reach.
    """
    known = _Known(resolutions, gazetteer)
    return tuple(_resolve(relation, known) for relation in relations)


class _Known:
    """The names of an article by where they stand, and the countries they speak of."""

    def __init__(self, resolutions: Iterable[Resolution], gazetteer: Gazetteer) -> None:
        self.by_span = {r.mention.span: r for r in resolutions}
        self.gazetteer = gazetteer
        self.spans = sorted(self.by_span)

    @cached_property
    def spoken(self) -> list[tuple[str, ...]]:
        """The countries that each name speaks of, in the order of ``spans``."""
        return [self.codes(self.by_span[span]) for span in self.spans]

    @cached_property
    def often(self) -> list[str]:
        """The countries of the article, the most spoken of first."""
        counted = Counter(code for codes_ in self.spoken for code in codes_)
        return sorted(counted, key=lambda code: (-counted[code], code))

    def before(self, at_: int) -> list[str]:
        """Return the countries of an article, those last named before a position first."""
        index = bisect_left(self.spans, Span(at_, at_))
        last = self.spoken[max(index - LOOK_BACK, 0) : index]
        return list(dict.fromkeys([*(c for codes_ in reversed(last) for c in codes_), *self.often]))

    def codes(self, resolution: Resolution) -> tuple[str, ...]:
        """Return the country that a name speaks of, by its own, a people's or a part's."""
        place = resolution.place
        if resolution.mention.use in {MentionClass.CLUTTER, MentionClass.BYLINE}:
            return ()
        if place is not None:
            return place.countries if len(place.countries) == 1 else ()
        return codes(resolution.mention, self.gazetteer)


def _resolve(relation: Relation, known: _Known) -> Resolution:
    answers = [known.by_span[m.span] for m in relation.references if m.span in known.by_span]
    name = " and ".join(m.name for m in relation.references)
    mention = Mention(relation.span, name, MentionClass.LITERAL, found_by=DERIVED)
    no = partial(Resolution, mention, None, 0.0)
    if relation.kind == "border":
        found = _border(relation, answers, known)
    else:
        ends = [p for p in map(_end, answers) if p is not None]
        if len(ends) < len(relation.references):
            return no((f"where {name} is, is not known",))
        found = RULES[relation.kind](relation, ends)
    if isinstance(found, str):
        return no((found,))
    circle, places = found
    if circle.radius_m > TOO_WIDE_M:
        return no((f"{circle.name}: that may be anywhere within {km(circle.radius_m)}",))
    score = round(SHARE_OF_SCORE * min((r.score for r in answers), default=0.0), 2)
    return Resolution(mention, _place(relation, circle, places), score, (circle.why,))


def _end(answer: Resolution) -> Place | None:
    """Return what a name means where a distance is measured from it: the town, not its province."""
    place = answer.place
    if place is None or place.kind not in _WIDE:
        return place
    towns = (
        p
        for p, _ in answer.alternatives
        if p.kind is PlaceKind.SETTLEMENT and set(p.countries) & set(place.countries)
    )
    return place if place.kind is PlaceKind.COUNTRY else next(towns, place)


def _place(relation: Relation, circle: Circle, places: Sequence[Place]) -> Place:
    lon, lat = geodesy.rounded((circle.lon + 180.0) % 360.0 - 180.0, circle.lat)
    return Place(
        id=f"rel:{circle.tag}:" + "+".join(p.id for p in places),
        name=circle.name,
        kind=PlaceKind.REGION,
        lon=lon,
        lat=lat,
        countries=_countries(relation, circle, places),
        names=(("en", circle.name),),
        uncertainty_m=float(round(circle.radius_m)),
        approximate=True,
        attributes=(
            ("method", "point-radius"),
            ("relation", relation.kind),
            ("references", " ".join(p.id for p in places)),
        ),
        source="; ".join(sorted({p.source for p in places} - {""})),
    )


def _countries(relation: Relation, circle: Circle, places: Sequence[Place]) -> tuple[str, ...]:
    """Return the countries that a circle may reach, those of the references first."""
    own = tuple(dict.fromkeys(c for p in places for c in p.countries))
    if relation.kind in {"border", "coast"}:
        return own  # the circle around a line is far larger than the line
    reached = [borders.beside(circle.lon, circle.lat, circle.radius_m, code) for code in own]
    return tuple(dict.fromkeys((*own, *(code for codes_ in reached for code in codes_))))


def _border(relation: Relation, answers: Sequence[Resolution], known: _Known) -> Found:
    """Find the country in play that shares a border with the one that is named."""
    ends = [r.place for r in answers if r.place is not None]
    if small := next((p for p in ends if p.kind not in _OF_COUNTRIES), None):
        return f"the border of {english(small)} is none between countries"
    named = list(dict.fromkeys(code for r in answers for code in known.codes(r)))
    if not named:
        return "whose border is not known"
    one, *others = named
    for other in others or known.before(relation.span.start):
        line = borders.between(one, other)
        if line is not None:
            pair = [known.gazetteer.country(code) for code in sorted((one, other))]
            return border(relation, line, [p for p in pair if p is not None])
    return f"which of the borders of {one} is meant is not said"


# ---------------------------------------------------------------- as evidence


def agreement(candidate: Place, relation: Relation, *references: Place) -> bool | None:
    """Tell whether a place may be the one that a phrase describes.

    A distance agrees between half and twice of what is told, a bearing within 67 degrees.

    Parameters
    ----------
    candidate
        The place in question: one of several namesakes, or the one already chosen.
    relation
        The phrase.
    references
        The places that its references are, in their order.

    Returns
    -------
    ``None`` where the phrase or the places say nothing about it.

    Examples
    --------
    >>> from geo.toponymy.spatial import find
    >>> text = "Brnjak, 60 km north of Pristina"
    >>> (phrase,) = find(text, [Mention(Span(23, 31), "Pristina", MentionClass.LITERAL)])
    >>> town = partial(Place, kind=PlaceKind.SETTLEMENT)
    >>> pristina = town("p", "Pristina", lon=21.167, lat=42.673)
    >>> brnjak = town("a", "Brnjak", lon=20.548, lat=42.962)
    >>> brnjaca = town("b", "Brnjača", lon=20.60, lat=42.40)
    >>> agreement(brnjak, phrase, pristina), agreement(brnjaca, phrase, pristina)
    (True, False)
    """
    points = [candidate, *references]
    unknown = any(p.lon is None or p.lat is None or p.kind in _WIDE for p in points)
    if unknown or len(references) != len(relation.references):
        return None
    if relation.kind in _JOINING:
        return _is_along(candidate, *references)
    if relation.kind not in {"offset", "distance", "side"}:
        return None
    return _is_there(candidate, relation, references[0])


def _is_along(candidate: Place, first: Place, second: Place) -> bool:
    apart = geodesy.distance_m(*at(first), *at(second))
    way = sum(geodesy.distance_m(*at(candidate), *at(end)) for end in (first, second))
    return way <= ALONG * apart + extent_m(first) + extent_m(second)


def _is_there(candidate: Place, relation: Relation, reference: Place) -> bool:
    away = geodesy.distance_m(*at(reference), *at(candidate))
    low, high, _ = reach(relation)
    slack = extent_m(reference) + extent_m(candidate)
    if relation.distance is None:
        close_enough = away <= high + slack
    else:
        close_enough = AGREES_RATIO * low - slack <= away <= high / AGREES_RATIO + slack
    if relation.bearing is None or away <= slack:
        return close_enough
    return close_enough and _off_deg(candidate, relation.bearing, reference) <= AGREES_DEG


def _off_deg(candidate: Place, bearing: float, reference: Place) -> float:
    """Return by how many degrees a place lies off a bearing, 0 to 180."""
    true = geodesy.bearing(*at(reference), *at(candidate))
    return abs((true - bearing + 180.0) % 360.0 - 180.0)


def holds(derived: Place, place: Place) -> bool:
    """Tell whether a named place lies where a phrase says, and is none that it is measured from.

    Parameters
    ----------
    derived
        A place that ``resolve`` has made.
    place
        A place of the gazetteer; what is wide lies nowhere in particular.
    """
    measured_from = (derived.attribute("references") or "").split()
    if place.derived or place.kind in _WIDE or place.id in measured_from:
        return False
    if place.lon is None or place.lat is None:
        return False
    away = geodesy.distance_m(*at(derived), *at(place))
    return away <= (derived.uncertainty_m or 0.0)


def checked(
    resolutions: Sequence[Resolution], relations: Iterable[Relation]
) -> tuple[Resolution, ...]:
    """Say in the reasons of named places where the text's own distances contradict them.

    Parameters
    ----------
    resolutions
        The names of the article, resolved.
    relations
        What ``find`` found; only a phrase right behind a name describes it.

    Returns
    -------
    The same resolutions, with "the text says …" among the reasons of some.
    """
    known = {r.mention.span: r for r in resolutions}
    told: dict[Span, str] = {}
    for relation in relations:
        if relation.subject is None:
            continue
        subject = known.get(relation.subject.span)
        ends = [_end(known[m.span]) for m in relation.references if m.span in known]
        places = [p for p in ends if p is not None]
        if subject is None or subject.place is None or len(places) < len(relation.references):
            continue
        if agreement(subject.place, relation, *places) is False:
            told[relation.subject.span] = _mismatch(subject.place, relation, places[0])
    return tuple(
        replace(r, because=(*r.because, told[r.mention.span])) if r.mention.span in told else r
        for r in resolutions
    )


def _mismatch(place: Place, relation: Relation, reference: Place) -> str:
    _, _, told = reach(relation)
    said = f"{told} {relation.side}".strip() or relation.kind
    away = geodesy.distance_m(*at(reference), *at(place))
    way = geodesy.bearing(*at(reference), *at(place))
    told = f"the text says {said} of {english(reference)}"
    return f"{told}; it is {km(away)} {compass(way)}"


def place(
    text: str, resolutions: Sequence[Resolution], gazetteer: Gazetteer
) -> tuple[tuple[Resolution, ...], tuple[Resolution, ...]]:
    """Find and resolve the spatial relations of an article, and mark the names they refer to.

    Parameters
    ----------
    text
        The article's text.
    resolutions
        Its names, resolved.
    gazetteer
        Where things are.

    Returns
    -------
    The names, marked (``marked``, ``checked``), and the derived places, unknown ones included. A
    phrase that only describes a named place is marked as a reference: no incident is put on it.
    """
    countries = {r.mention.span for r in resolutions if _is_country(r)}
    relations = [
        relation
        for relation in find(text, (r.mention for r in resolutions))
        # "Trade between X and Y", whatever else is between them.
        if relation.kind != "between" or countries.isdisjoint(m.span for m in relation.references)
    ]
    if not relations:
        return tuple(resolutions), ()
    found = resolve(relations, resolutions, gazetteer)
    placed = [
        relation
        for relation, r in zip(relations, found, strict=True)
        if r.place is not None or relation.kind not in _JOINING
    ]
    named = checked(marked(resolutions, placed), relations)
    known = {r.mention.span for r in named if r.place is not None}
    return named, tuple(
        _as_evidence(r) if _describes(relation, known) else r
        for relation, r in zip(relations, found, strict=True)
        # "Between Tolmen and Orva", of which nobody knows Orva, is near Tolmen at least.
        if r.place is not None or relation.kind not in _JOINING or not _refers(relation, known)
    )


def _refers(relation: Relation, known: Collection[Span]) -> bool:
    return any(m.span in known for m in relation.references)


def _is_country(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.kind is PlaceKind.COUNTRY


def _describes(relation: Relation, known: Collection[Span]) -> bool:
    """Tell whether a phrase describes a place that is known by name."""
    return relation.kind == "edge" or (
        relation.subject is not None and relation.subject.span in known
    )


def _as_evidence(resolution: Resolution) -> Resolution:
    return replace(resolution, mention=replace(resolution.mention, relation="reference"))


def marked(
    resolutions: Iterable[Resolution], relations: Iterable[Relation]
) -> tuple[Resolution, ...]:
    """Mark what a spatial phrase only refers to: no incident is put there.

    Parameters
    ----------
    resolutions
        The names of the article, resolved.
    relations
        What ``find`` found in it.

    Returns
    -------
    The names, their mention's ``relation`` ``reference``, or ``near`` at the edge of a town.
    """
    how = {
        m.span: "near" if relation.kind == "edge" else "reference"
        for relation in relations
        for m in relation.references
    }
    return tuple(
        replace(r, mention=replace(r.mention, relation=how[r.mention.span]))
        if r.mention.span in how
        else r
        for r in resolutions
    )

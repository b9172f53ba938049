"""Why a place was chosen, in words for those who use it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.errors import UnknownPlaceError
from geo.model import PlaceKind
from geo.toponymy import evidence
from geo.toponymy.candidates import Candidate, candidates_of
from geo.toponymy.cases import Case
from geo.toponymy.evidence import Situation
from geo.toponymy.merits import own_arguments
from geo.toponymy.weights import Weights

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["reasons"]

WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
"""Kinds from which a distance means little."""
TOLD = 0.4
"""Weight from which an argument is told to the reader."""

TOLD_NEAR = 0.15
"""The same for nearness, which readers ask for first."""


def reasons(
    case: Case, index: int, situation: Situation, weights: Weights, gazetteer: Gazetteer
) -> tuple[str, ...]:
    """Say what speaks for a candidate and against it, the place itself first."""
    own = (said for _, said in own_arguments(case, index, weights) if said)
    article = _article(case, case.candidates[index], situation, weights, gazetteer)
    return tuple(dict.fromkeys((*own, *article)))


def _article(
    case: Case, c: Candidate, s: Situation, w: Weights, gazetteer: Gazetteer
) -> Iterator[str]:
    country = evidence.country_term(case, c, s, w)
    if country >= TOLD and c.place.kind is PlaceKind.COUNTRY:
        yield "the article speaks of places or people there"
    elif country >= TOLD:
        yield f"the article speaks of {_country(c, s, gazetteer)}"
    elif country <= -TOLD:
        yield "the article speaks of other countries"
    if c.unit is not None and evidence.unit_term(case, c, s, w) >= TOLD:
        yield f"the article speaks of {_unit(c, gazetteer)}"
    elif c.unit is not None and evidence.shared_term(case, c, s, w) >= TOLD:
        yield f"other names of the article are found in {_unit(c, gazetteer)} too"
    anchors = evidence.anchors_for(case, s)
    if c.place.kind not in WIDE and evidence.near_term(c, anchors, w) >= TOLD_NEAR:
        yield _nearest(c, [other for _, _, _, other in anchors])
    if evidence.holder_term(case, c, s, w) >= TOLD:
        yield "a place is named with it that lies there"
    if evidence.listed_term(case, c, s, w) >= TOLD:
        yield "listed with places like it"
    if evidence.told_term(case, c, s, w) >= TOLD:
        yield "where the text puts it from another place"


def _country(c: Candidate, s: Situation, gazetteer: Gazetteer) -> str:
    code = max(c.place.countries, key=lambda code: s.countries.get(code, 0.0))
    return candidates_of(gazetteer).country(code)


def _unit(c: Candidate, gazetteer: Gazetteer) -> str:
    if c.place.kind is PlaceKind.ADMIN1:
        return "places there"
    for told in (c.place.part_of, c.place.admin1):
        with contextlib.suppress(UnknownPlaceError):
            if told and (place := gazetteer.get(told)).kind is PlaceKind.ADMIN1:
                return place.name
    return c.place.admin1 or "its part of the country"


def _nearest(c: Candidate, others: list[Candidate]) -> str:
    """Name the nearest of the firm places: the one that says most."""
    vector = c.vector or (0.0, 0.0, 1.0)
    nearest = max(others, key=lambda other: (other.closeness(vector, 1.0), other.place.id))
    km = nearest.distance_km(vector)
    return f"{km:.0f} km from {nearest.place.name}" if km >= 1 else f"at {nearest.place.name}"

"""What speaks for a bearer of a name by itself, and by the words right beside the name.

Arguments are pairs of a weight and words; without words they are not told to the reader.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from geo.model import PlaceKind
from geo.toponymy.candidates import Candidate
from geo.toponymy.cases import Case
from geo.toponymy.weights import Weights

__all__ = ["SPEAKS", "own_arguments"]

SPEAKS = "it speaks as a government"
"""The reason for a country or capital that stands for those who rule there."""

LEAST_TRUST = 0.01
"""A reading of an unknown name that is never right would weigh without end."""
OWNED_SORT = 0.3
"""What is left of a contradiction for a country: "the capital of Iraq" is no word for Iraq."""
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
_NATURE = frozenset({PlaceKind.WATER, PlaceKind.RELIEF})


def own_arguments(case: Case, index: int, w: Weights) -> Iterator[tuple[float, str]]:
    """Weigh a candidate by itself and the words right beside the name."""
    c = case.candidates[index]
    kind = c.place.kind
    if kind is PlaceKind.COUNTRY and (index == 0 or c.own_name):
        yield w.country, "the country of that name"
    elif kind is PlaceKind.ADMIN1:
        # A city of its name is renowned with it: that tells both from towns, not from each other.
        yield w.unit + w.renown * case.renown, "the state or province of that name"
    elif kind is PlaceKind.ADMIN2:
        yield w.county, "the county or district of that name"
    elif kind is PlaceKind.REGION:
        yield w.region, _rank_in_words(case, index)
    elif kind in _NATURE:
        yield w.nature, _rank_in_words(case, index)
    else:
        renown = c.renown if c.own_name or _is_twin(case, c) else 0.0
        yield w.size * c.size + w.renown * renown, _rank_in_words(case, index)
    if index == 0:
        yield (w.unique if len(case.candidates) == 1 else w.first), ""
    elif kind in _WIDE:
        yield w.later, ""
    if case.respelt:
        yield math.log(max(case.respelt.trust, LEAST_TRUST)), case.respelt.because
    elif index not in case.fitting:
        yield from _name_arguments(case, index, w)
    if c.curated and kind not in _WIDE and kind is not PlaceKind.REGION:
        yield w.curated, "in the reviewed gazetteer"
    if case.fitting:
        yield _sort_argument(case, index, w)
    if case.governs and (kind is PlaceKind.COUNTRY or c.place.attribute("capital") == "true"):
        yield w.governs, SPEAKS
    if case.policed and (own := next((h for h in case.policed if h.holds(c)), None)) is not None:
        yield w.policed, f"the police or army of {own.place.name} act there"
    if case.held:
        yield from _held_arguments(case.held, c, w)


def _is_twin(case: Case, c: Candidate) -> bool:
    """Tell whether another place is called the same and both are spelt another way here.

    Of the two towns of Gwangju the larger is as likely meant by "Kwangju".
    """
    return not case.has_owner and any(
        o is not c and o.place.name == c.place.name for o in case.candidates
    )


def _name_arguments(case: Case, index: int, w: Weights) -> Iterator[tuple[float, str]]:
    """Weigh whether the name is the candidate's own, unless its sort is told beside it."""
    c = case.candidates[index]
    if c.bare:
        yield w.bare, ""
    elif not c.own_name and (index or c.place.kind is not PlaceKind.COUNTRY):
        yield w.other_name, f"{c.place.name} is rarely so called"
        if case.has_owner:
            yield w.outnamed, ""


def _rank_in_words(case: Case, index: int) -> str:
    if len(case.candidates) == 1:
        return "only place of its name"
    return "a namesake" if index else "likeliest of its name"


def _sort_argument(case: Case, index: int, w: Weights) -> tuple[float, str]:
    told = f"called a {case.hint}"
    if index in case.fitting:
        return w.sort_fits, told
    country = case.candidates[index].place.kind is PlaceKind.COUNTRY
    return w.sort_contradicts * (OWNED_SORT if country else 1.0), f"{told}, which it is not"


def _held_arguments(
    held: Sequence[Candidate], c: Candidate, w: Weights
) -> Iterator[tuple[float, str]]:
    holder = next((h for h in held if h.holds(c)), None)
    if holder is not None:
        yield w.held, f"named with {holder.place.name}"
    elif c.place.kind is not PlaceKind.COUNTRY:
        yield w.not_held, f"named with {held[0].place.name}, where it is not"

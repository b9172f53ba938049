"""Titles: a short factual label for an incident, in our own words.

Only the kind's label, gazetteer names and dates enter a title, never words of an article.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from geo.language.almanac import MONTHS
from geo.model import Incident, Place, PlaceKind, Resolution, Status, When
from geo.tables.precision import NEAR

__all__ = ["dated", "english", "located", "title"]

MANY = 3
"""A set with more members than this is counted instead of spelt out."""

# Not strftime, which follows the locale of whoever runs it. Short forms come last in the almanac.
_MONTHS = {number: name.capitalize() for name, number in reversed(MONTHS.items())}
_AT = frozenset({PlaceKind.CROSSING, PlaceKind.FACILITY, PlaceKind.WATER, PlaceKind.RELIEF})
_SAYS_CROSSING = ("crossing", "gate", "border", "checkpoint")
_UNREAL = frozenset(
    {Status.ATTEMPTED, Status.PLANNED, Status.THREATENED, Status.ALLEGED, Status.DENIED}
)


def title(incident: Incident, *, label: str | None = None) -> str:
    """Write the label of an incident: what, where, when, and how far it came about.

    Examples
    --------
    >>> from geo.model import When
    >>> day = When(date(2011, 10, 19), date(2011, 10, 19), "day", "19 October 2011")
    >>> title(Incident("i1", "roadblock", Status.PLANNED, day, None, ()))
    'Roadblock (planned), 19 October 2011'
    """
    told = label or incident.kind.replace("_", " ").capitalize()
    where = located(incident.where)
    told = f"{told} {where}" if where else told
    if incident.status in _UNREAL:
        told = f"{told} ({incident.status.value})"
    when = dated(incident.when)
    return f"{told}, {when}" if when else told


def english(place: Place) -> str:
    """Return the place's English name, else the name it goes by.

    Examples
    --------
    >>> names = (("en", "Pristina"), ("sq", "Prishtinë"))
    >>> english(Place("p", "Prishtinë", PlaceKind.SETTLEMENT, None, None, names=names))
    'Pristina'
    """
    return dict(place.names).get("en") or place.name


def located(where: Resolution | None) -> str:
    """Say where as a phrase, "in Raška" or "at Brnjak border crossing"; empty when unknown."""
    if where is None or (where.place is None and not where.members):
        return ""
    places = where.members or ((where.place,) if where.place else ())
    if where.place is not None and where.place.derived:
        return english(where.place)  # "15 km south of Tolmen" says how it lies itself
    crossings = all(place.kind == PlaceKind.CROSSING for place in places)
    if where.mention.relation == NEAR:
        word = "near"
    else:
        word = "at" if all(place.kind in _AT for place in places) else "in"
    if len(places) > MANY:
        return f"{word} {len(places)} {'border crossings' if crossings else 'places'}"
    # A set has a name of its own, the one that files and cards show.
    own = english(where.place) if where.place is not None else ""
    names = own or _listed([english(place) for place in places])
    if crossings and not any(said in names.lower() for said in _SAYS_CROSSING):
        names += " border crossing" + ("s" if len(places) > 1 else "")
    return f"{word} {names}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def dated(when: When) -> str:
    """Say when, as precisely as is known: "19 October 2011", "October 2011"; empty when unknown.

    Examples
    --------
    >>> dated(When(date(2011, 9, 30), date(2011, 10, 2), "range", "over the weekend"))
    '30 September – 2 October 2011'
    """
    first, last = when.first, when.last
    if first is None or last is None:
        return ""
    if when.precision == "year" and first.year == last.year:
        return str(first.year)
    if when.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month]} {first.year}"
    return _interval(first, last)


def _interval(first: date, last: date) -> str:
    end = f"{last.day} {_MONTHS[last.month]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month]} – {end}"
    return f"{first.day} {_MONTHS[first.month]} {first.year} – {end}"

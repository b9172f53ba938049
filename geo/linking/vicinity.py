"""What lies in the town that an article is at home in, or close to it.

The town stands for the county around it and for a street or quarter of its own; how sure that is
goes by how strong the town is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from geo.geometry.geodesy import are_within
from geo.language.names import fold
from geo.language.words import sort_of
from geo.linking.hometown import AREAS, LOOK_AHEAD, LOOK_BACK, Hometown, is_town
from geo.linking.streets import is_at_corner, is_called_part, is_cross_street, is_street, lies_off
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution
from geo.toponymy.containers import lies_in
from geo.toponymy.unlisted import ABSENT

__all__ = ["ENGLISH", "FAR_M", "FOR_STREET", "IN_TOWN_M", "KNOWN", "is_near", "refine", "within"]

# How strong a town must be to stand for another place.
FOR_STREET = 1.0
FOR_QUARTER = 2.0
FOR_AREA = 2.0
FOR_NAMESAKE = 3.0
WIDE = 2.0
"""A town further from the middle of a district than so many of its radii is in the next one."""
FAR_M = 40_000.0
"""Nothing of a town lies further from its middle."""
ENGLISH = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
"""Countries whose quarters, streets and families bear the names of their villages."""
KNOWN = 100_000
"""A namesake of so many inhabitants in another state may be meant without saying so."""

IN_TOWN_M = 10_000.0
"""So far from the middle of a town its streets lie; of the deeds within 25 km 90 % were."""
CHANCES = ((6.0, 0.95), (3.0, 0.86), (1.0, 0.75), (0.0, 0.45))
"""Strengths, least first needed, and how often the town was the right one."""

_STREET_BEFORE = re.compile(
    # "A block of flats in Tolmen" is in that town.
    r"\b(?:block|corner|intersection)\s+of\s+(?:(?!(?:in|at|near|outside|flats|apartments|houses)\s)[\w.]+\s+){0,3}$",
    re.IGNORECASE,
)
# "X, Ohio", "the X district of Tolmen": the text says where it lies.
_HELD = re.compile(r",\s+[A-Z]|\s+\([A-Z]|\s+[a-z]+\s+(?:of|in)\s+(?:the\s+)?[A-Z]")


def is_near(where: Resolution | None, home: Hometown | None) -> bool:
    """Tell whether a place is the town that an article is at home in, or close to it."""
    if where is None or home is None:
        return False
    return _are_near(where.place, home.where.place)


def _are_near(place: Place | None, town: Place | None) -> bool:
    if place is None or place.lon is None or place.lat is None:
        return False
    if town is None or town.lon is None or town.lat is None:
        return False
    return are_within(place.lon, place.lat, town.lon, town.lat, FAR_M)


def refine(text: str, where: Resolution, how: str, home: Hometown) -> tuple[Resolution | None, str]:
    """Let the town of an article stand for the county it is in, or for a street of its own.

    Parameters
    ----------
    text
        The text of the article.
    where, how
        The place of a deed, and how it was found.
    home
        The town that the article is at home in.
    """
    place, town = where.place, home.where.place
    if place is None or town is None or place.id == town.id or place.derived:
        return where, how
    if place.kind is PlaceKind.SETTLEMENT and _is_laid(where, place):
        return where, how
    said = f"'{where.mention.name}' is read as a part of {town.name}"
    if not is_town(home.where) or not _is_part(text, where, home):
        if place.kind not in AREAS or home.strength < FOR_AREA or not lies_in(town, place):
            return where, how
        names = (home.where.mention.name, town.name)
        off = _is_beyond(town, place) or lies_off(text, where.mention.span, names)
        if off or _is_bare(where, place):
            return where, how
        said = f"in {place.name}, where the article is at home in {town.name}"
    return within(home, said, where.mention), f"{how}; the town that the article is at home in"


def _is_laid(where: Resolution, place: Place) -> bool:
    """Tell whether a street or quarter was put in a town before: that of its sentence."""
    if where.mention.name == place.name:
        return False
    return is_street(where.mention.name) or any(ABSENT in said for said in where.because[:1])


def _is_bare(where: Resolution, place: Place) -> bool:
    """Tell whether a county is named as its chief place is: "Tolmen", not "Tolmen County"."""
    mention = where.mention
    town = mention.hint is not None and sort_of(mention.hint) == PlaceKind.SETTLEMENT.value
    bare = (mention.hint is None or town) and fold(mention.name) != fold(place.name)
    return bare and place.kind is PlaceKind.ADMIN2 and mention.use is MentionClass.LITERAL


def _is_beyond(town: Place, unit: Place) -> bool:
    """Tell whether a town is too far from a district of known extent to be what its name means."""
    if unit.kind is not PlaceKind.ADMIN2 or unit.uncertainty_m is None or unit.lon is None:
        return False
    if unit.lat is None or town.lon is None or town.lat is None:
        return False
    reach = max(WIDE * unit.uncertainty_m, FAR_M)
    return not are_within(town.lon, town.lat, unit.lon, unit.lat, reach)


def within(home: Hometown, because: str, mention: Mention | None = None) -> Resolution:
    """Return somewhere in the town of an article: as far from its middle as its streets go.

    ``mention`` is what was named instead of the town; without one the town's own stands.
    """
    town, told = home.where.place, mention or home.where.mention
    score = min(home.where.score, next(right for least, right in CHANCES if home.strength >= least))
    if town is not None:
        town = replace(town, uncertainty_m=max(town.uncertainty_m or 0.0, IN_TOWN_M))
    return Resolution(
        replace(told, relation="near"),
        town,
        score,
        (because, *home.where.because),
        home.where.members,
        home.where.alternatives,
    )


def _is_part(text: str, r: Resolution, home: Hometown) -> bool:
    """Tell whether a name is that of a street or quarter of the town, not of a place far away."""
    place, town, span = r.place, home.where.place, r.mention.span
    if place is None or town is None:
        return False
    if place.kind is not PlaceKind.SETTLEMENT and place.kind is not PlaceKind.ADMIN1:
        return False
    before = text[max(0, span.start - LOOK_BACK) : span.start]
    behind = text[span.end : span.end + LOOK_AHEAD]
    if _HELD.match(behind) or _are_near(place, town):
        return False
    corner = is_at_corner(text, span) or is_cross_street(text, r)
    if home.strength >= FOR_STREET and (corner or _STREET_BEFORE.search(before)):
        return True
    if place.kind is not PlaceKind.SETTLEMENT:
        return False
    if home.strength >= FOR_QUARTER and is_called_part(text, r):
        return True
    small = (place.population or 0) < KNOWN and place.admin1 != town.admin1
    # Unless another town of its province is named: that is where it lies.
    small = small and f"the article speaks of {place.admin1}" not in r.because
    # A name that only one town bears is seldom that of a quarter.
    namesakes = any(other.kind is PlaceKind.SETTLEMENT for other, _ in r.alternatives)
    if any(reason.startswith("spelt ") for reason in r.because):
        return small and home.strength >= FOR_STREET  # "Frayser" of Memphis is no Fraser elsewhere
    return small and namesakes and home.strength >= FOR_NAMESAKE

"""The city that an article tells of as a whole: "six shot in different parts of the metropolis".

Papers of one city name its quarters and never say of what they are quarters; nor does who writes
"elsewhere in the city", or "in the Orva area of the provincial capital".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from geo.language.sought import Sought
from geo.linking import hometown, vicinity
from geo.linking.hometown import Hometown
from geo.linking.scenes import AREAS, Scene, Sentence, can_carry, is_country
from geo.model import MentionClass, PlaceKind, Resolution
from geo.toponymy import unlisted

__all__ = ["behind", "city_of", "elsewhere_in", "in_its_unit"]

_SORT = (
    r"(?:port\s|coastal\s|sprawling\s|whole\s|entire\s|same\s)?"
    r"(?:city|metropolis|metropolitan\sarea|megacity|provincial\scapital|state\scapital|town)\b(?!\s(?:of|hall|council)\b)"
)
_PARTS = (
    r"(?:parts|areas|neighbou?rhoods|localities|districts|suburbs|quarters|sections|corners|places|points|"
    r"locations|spots|townships|slums)"
)
_OVER = (
    rf"(?:\b(?:across|throughout|(?:all\s)?over|elsewhere\sin)|"
    rf"\b{_PARTS}\s(?:of|in|across|around))\s"
)
_CASES = (
    r"(?:incidents|attacks|shootings|killings|murders|robberies|cases|raids|encounters|clashes|"
    r"blasts|explosions|bombings)"
)
_WHOLE = Sought(
    rf"{_OVER}(?:the|this)\s{_SORT}|\b(?:in|of)\sthe\s(?:metropolis|megacity)\b|"
    rf"\b{_CASES}\s(?:reported\s)?(?:in|of)\s(?:the|this)\s{_SORT}",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"{_OVER}(?:the\s(?:[a-z]+\s)?(?:city|town)\sof\s)?$", re.IGNORECASE)
"""Before the name of a town of which several parts are told."""
_ELSEWHERE_IN = re.compile(
    rf"(?:[a-z]+,?\s)?(?:elsewhere|in\s(?:an)?other\s(?:[a-z]+\s)?(?:parts?|areas?)|in\sanother\s(?:[a-z]+\s)?(?:incident|"
    rf"attack|case))\s(?:in|of)\s(?:the|this)\s{_SORT}",
    re.IGNORECASE,
)
_IN_UNIT = re.compile(
    r"(?:[a-z]+,?\s)?(?:elsewhere|in\s(?:an)?other\s(?:[a-z]+\s)?(?:parts?|areas?|incident|attack|case))\s(?:in|of)\s"
    r"(?:the|this)\s(?:same\s)?(province|state|region|district|county|governorate|department|prefecture)\b(?!\sof\b)",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"(?:\s(?:in|at|near|on)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?(?:\s[a-z]+){0,2}\s(?:in|of)\s(?:the|this)\s"
    r"(?:(?:provincial|state|regional|departmental|county)\s(?:capital|headquarters|seat)|metropolis|port\scity)\b(?!\sof\b)"
)
"""Behind a name: "in the Orva area of the provincial capital"."""
LOOK_BACK = 60


def city_of(
    text: str, located: Iterable[Resolution], desk: Resolution | None, home: Hometown | None
) -> Resolution | None:
    """Return the city of whose parts an article tells, if it puts nothing in another town.

    Parameters
    ----------
    text
        The text of the article.
    located
        The places that it names.
    desk, home
        The town that it was filed from, and the one it is at home in.
    """
    town = home.where if home is not None and hometown.is_town(home.where) else desk
    if town is None or town.place is None or (desk is not None and desk.place != town.place):
        return None
    named = [r for r in located if r.place is not None]
    whole = _WHOLE.search(text) is not None or any(
        r.place == town.place and _is_of_parts(text, r) for r in named
    )
    near = Hometown(town, 0.0)
    if not whole or any(_is_another(text, r, near) for r in named):
        return None
    return town


def _is_of_parts(text: str, r: Resolution) -> bool:
    start = r.mention.span.start
    return _BEFORE.search(text, max(0, start - LOOK_BACK), start) is not None


def _is_another(text: str, r: Resolution, city: Hometown) -> bool:
    """Tell whether something is put in a town that is no part of a city."""
    if r.mention.use is not MentionClass.LITERAL or not hometown.is_town(r):
        return False
    return hometown.way_of(text, r) == "space" and not vicinity.is_near(r, city)


def elsewhere_in(text: str, sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the city in which a name that nobody knows must lie, by the article or its sentence.

    Not where the sentence names another place that may hold it.
    """
    here = scene.city
    if here is None and _ELSEWHERE_IN.match(text, sentence.span.start):
        here = _town_of(scene)
    if here is None:
        return None
    near = Hometown(here, 0.0)
    other = (
        can_carry(r) and not is_country(r) and not vicinity.is_near(r, near)
        for r in sentence.resolutions
    )
    return None if any(other) else here


def in_its_unit(
    text: str, sentence: Sentence, scene: Scene, found: Resolution
) -> Resolution | None:
    """Return somewhere around the place spoken of, for what is told "elsewhere in the province"."""
    said, where = _IN_UNIT.match(text, sentence.span.start), scene.where
    place = where.place if where is not None else None
    if said is None or where is None or place is None or place.lon is None:
        return None
    if place.kind not in {*AREAS, PlaceKind.SETTLEMENT}:
        return None
    told = unlisted.somewhere_in(found, where)
    small = said[1].lower() in {"district", "county"}
    reach = unlisted.COUNTY_M if small else unlisted.STATE_M
    if told.place is None or place.kind is not PlaceKind.SETTLEMENT:
        return told
    return replace(told, place=replace(told.place, uncertainty_m=reach))


def behind(text: str, found: Resolution, scene: Scene) -> Resolution | None:
    """Return the seat that a name is said to be in: "the Orva area of the provincial capital"."""
    if _SEAT.match(text, found.mention.span.end) is None:
        return None
    desk, home = scene.desk, scene.home
    if desk is not None and not scene.of_the_capital:
        return desk
    return home.where if home is not None and hometown.is_town(home.where) else desk


def _town_of(scene: Scene) -> Resolution | None:
    """Return the town that was spoken of last, else that of the news."""
    where = scene.where
    if where is not None and where.place is not None and where.place.kind is PlaceKind.SETTLEMENT:
        return scene.towns.get(where.place.part_of or "", where)
    if where is not None and where.place is not None and where.place.kind in AREAS:
        return None
    return scene.home.where if scene.home is not None else scene.desk

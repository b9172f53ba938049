"""What an article speaks of around a name that no list has: the finest place that must hold it.

The only town of its sentence, the town of the deed before, the only town of the article, the only
part of a country that it names; at the widest its country, for a name that is in none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from geo.linking import hometown, tellers, vicinity
from geo.linking.passage import came_from, is_passed
from geo.linking.scenes import AREAS, Scene, Sentence, can_carry, is_country
from geo.model import Mention, MentionClass, PlaceKind, Resolution
from geo.toponymy import unlisted
from geo.toponymy.authorities import strikes_abroad
from geo.toponymy.containers import lies_in
from geo.toponymy.merits import SPEAKS

__all__ = ["UNKNOWN", "is_area", "of_area", "part_around", "parts", "town_around"]

AROUND_M = 15_000.0
"""So far at least from the middle of a town lies what an article only names beside it."""
LOOK_BACK = 20
"""Characters before a name in which its preposition stands."""
GOES_ON = 3
"""Paragraphs for which streets are those of the town in which something was."""
SEVERAL = 3
"""Towns that an article tells of, of which a name that no list has may be one more."""
UNKNOWN = "named, but not in the gazetteer"
_FROM = re.compile(r"\bfrom\s(?:the\s)?$")
_PUT = re.compile(r"\b(?:in|at|near|on|outside|around|inside)\s(?:the\s)?$", re.IGNORECASE)
_AT = re.compile(r"\b[Aa]t\s(?:the\s)?$")
_FRONTED = re.compile(r"(?:in|near)\s+", re.IGNORECASE)
_MOVES_ON = re.compile(
    r"(?:meanwhile|separately|elsewhere|in\s+an?(?:other)?\s+(?:separate|similar|related|different)?\s*"
    r"(?:incident|attack|development|case))\b",
    re.IGNORECASE,
)
_FOLK = re.compile(
    r"[ \u00a0](?!(?:and|or|but|to|for|from|in|on|at|of|by|with|when|where|while|as|after|before|"
    r"is|are|was|were|has|have|had|who|which|that|will|would|yesterday|today|last|this|late|early|"
    r"newspapers?|daily|weekly|paper|radio|television|broadcaster|magazine|club|team|side|university|bank|company|time)\b)[a-z]+"
)
"""Behind a town whose people or things are told of: "Tolmen commuters"."""
_GOES_ON_IN = re.compile(r"(?:^|[.!?”\"]\s+|\n\s*)In\s+$")
"""Before a town at the head of a sentence."""
UNLISTED = "unlisted"
_USES = {MentionClass.LITERAL, MentionClass.MODIFIER, MentionClass.EMBEDDED}


def town_around(
    text: str, sentence: Sentence, scene: Scene, found: Resolution, *, urban: bool
) -> tuple[Resolution, str] | None:
    """Return the only town that a sentence or an article names around a name that nobody knows.

    Parameters
    ----------
    text
        The text of the article.
    sentence
        The sentence of the name.
    scene
        What the article has been speaking of.
    found
        The name, without a place.
    urban
        Whether it is that of a street, a house or a quarter.
    """
    if found.mention.found_by == UNLISTED and not _is_behind(_PUT, text, found):
        return None  # "the Senior Divisional Officer" is somebody
    if town := _in_sentence(text, sentence, found):
        return _near(town, found), f"{UNKNOWN}; the only town of its sentence"
    here = scene.where
    told = scene.by_deed and here is not None and _is_town(here)
    if told and here is not None and not urban and here.mention.relation != "near":
        return None  # "A bomb went off in Tolmen, another in Tolvar": of two towns
    goes_on = told and sentence.paragraph - scene.where_paragraph <= (GOES_ON if urban else 0)
    if goes_on and here is not None and not _is_of_capital(here, urban=urban):
        return _near(here, found), f"{UNKNOWN}; the town of the deed before"
    fronted = _FRONTED.fullmatch(text, sentence.span.start, found.mention.span.start)
    moved = _MOVES_ON.match(text, sentence.span.start) is not None
    if (fronted or moved) and not urban:
        return None  # "In Tolvar, gunmen …" goes on to another town
    # What is "at X" is in a town, from whose desk nothing else is told.
    spot = not scene.parts and len(scene.towns) == 1 and _is_behind(_AT, text, found)
    town = _of_article(text, scene, found.mention.span.start, urban=urban or spot)
    return (_near(town, found), f"{UNKNOWN}; the only town of the article") if town else None


def part_around(text: str, scene: Scene, found: Resolution) -> tuple[Resolution, str] | None:
    """Return the only part of a country that an article names, for a name that nobody knows."""
    if found.mention.found_by == UNLISTED and not _is_behind(_PUT, text, found):
        return None
    parts = list(scene.parts.values())
    if len(parts) != 1 or parts[0].place is None or parts[0].place.unlisted:
        return None
    somewhere = unlisted.somewhere_in(found, parts[0])
    return somewhere, f"{UNKNOWN}; the only part of a country that the article names"


def parts(text: str, located: Iterable[Resolution]) -> dict[str, Resolution]:
    """Return the first naming of each part of a country in which something may be."""
    found: dict[str, Resolution] = {}
    for r in located:
        home = came_from(text, r.mention.span) or _is_behind(_FROM, text, r)
        if r.place is not None and r.place.kind in AREAS and can_carry(r) and not home:
            found.setdefault(r.place.id, r)
    return found


def _in_sentence(text: str, sentence: Sentence, found: Resolution) -> Resolution | None:
    """Return the only town that a sentence names: "X commuters fled as buses burned in Tolvar"."""
    towns = [r for r in sentence.resolutions if _is_town(r) and r.mention.use in _USES]
    if not towns or any(r.place != towns[0].place for r in towns):
        return None
    first = towns[0]
    at, literal = first.mention.span, first.mention.use is MentionClass.LITERAL
    if found.mention.span.overlaps(at) or is_passed(text, at, first.place):
        return None
    way = hometown.way_of(text, first)
    told = way == "space" or (way and not literal) or _FOLK.match(text, at.end)
    return first if told and not tellers.is_afar(text, at, first.place) else None


def _of_article(text: str, scene: Scene, at: int, *, urban: bool) -> Resolution | None:
    """Return the only town that an article names: of a capital's desk only a street is in it."""
    home = scene.home.where if scene.home is not None else None
    named = [r for r in scene.towns.values() if _tells(text, r)]
    listed = home is not None and _is_town(home) and not (home.place and home.place.unlisted)
    first = home if listed else next(iter(named), None)
    if first is None or _is_of_capital(first, urban=urban) or _is_moved_to(text, first, at):
        return None
    if not urban and (len(named) >= SEVERAL or SPEAKS in first.because):
        return None
    if not urban and _is_only_filed(first, scene):
        return None
    here = hometown.Hometown(first, 0.0)
    if any(_share_land(r, first) and not vicinity.is_near(r, here) for r in named):
        return None
    return first


def _is_only_filed(town: Resolution, scene: Scene) -> bool:
    """Tell whether an article was filed from a town, and tells of parts that do not hold it."""
    place = town.place
    if town.mention.use is not MentionClass.DATELINE or place is None or not scene.parts:
        return False
    return not any(r.place is not None and lies_in(place, r.place) for r in scene.parts.values())


def _is_moved_to(text: str, town: Resolution, at: int) -> bool:
    """Tell whether an article only goes on to a town behind a name: "In Tolmen, farmers …"."""
    start = town.mention.span.start
    return start > at and _GOES_ON_IN.search(text, max(0, start - LOOK_BACK), start) is not None


def _share_land(one: Resolution, other: Resolution) -> bool:
    """Tell whether two places are of one country: talks abroad say nothing of where a deed was."""
    if one.place is None or other.place is None:
        return False
    return not {*one.place.countries}.isdisjoint(other.place.countries)


def _is_behind(words: re.Pattern[str], text: str, r: Resolution) -> bool:
    start = r.mention.span.start
    return words.search(text, max(0, start - LOOK_BACK), start) is not None


def _tells(text: str, r: Resolution) -> bool:
    """Tell whether a mention tells that the article is about a town, or filed from there."""
    dateline = r.mention.use is MentionClass.DATELINE
    return dateline or hometown.way_of(text, r) != ""


def _is_of_capital(r: Resolution, *, urban: bool) -> bool:
    """Tell whether news from a capital may be of all of its country."""
    if r.place is None or r.place.attribute("capital") != "true" or urban:
        return False
    return r.mention.use is MentionClass.DATELINE


def _is_town(r: Resolution) -> bool:
    place = r.place
    return place is not None and place.kind is PlaceKind.SETTLEMENT and place.lon is not None


def _near(town: Resolution, found: Resolution) -> Resolution:
    """Return a name that nobody knows as one near a town."""
    mention: Mention = replace(found.mention, relation="near")
    place = town.place
    if place is not None:
        place = replace(place, uncertainty_m=max(place.uncertainty_m or 0.0, AROUND_M))
    name = place.name if place is not None else town.mention.name
    said = f"'{mention.name}' {unlisted.ABSENT}; in or near {name}"
    return replace(town, mention=mention, place=place, because=(said, *town.because))


def of_area(
    text: str, sentence: Sentence, scene: Scene, found: Resolution
) -> tuple[Resolution, str]:
    """Return what the article is about, its country at the widest, for a name nobody knows.

    Somewhere in Mozambique is little, and true; it is drawn as an area, under the name as told.
    """
    named = found.mention.found_by in {"name", "unlisted"}
    for area in (scene.about, scene.country, scene.filed_from):
        if area is None or area.place is None or not is_area(area):
            continue
        if is_country(area) and strikes_abroad(text, area.mention.span, area.place.countries):
            continue  # "Ardovia bombed Tolmen": wherever that is, it is not there
        if area.place.unlisted:
            continue  # what nobody knows holds nothing else
        if scene.is_told_elsewhere(area, sentence.span) or (named and _has_town(scene, area)):
            somewhere = unlisted.somewhere_in(found, area)
            return somewhere, f"{UNKNOWN}; somewhere in what the article is about"
    return found, UNKNOWN


def _has_town(scene: Scene, country: Resolution) -> bool:
    """Tell whether a town of a country is named, so that more than a people speaks of it."""
    code = country.place.id if country.place is not None else None
    towns = (r.place for r in scene.towns.values() if r.place is not None)
    return any(code in town.countries for town in towns)


def is_area(where: Resolution | None) -> bool:
    """Tell whether a place is a country or a part of one, or is unknown."""
    place = where.place if where is not None else None
    return place is None or place.kind in {PlaceKind.COUNTRY, *AREAS}

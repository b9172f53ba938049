"""What an article speaks of, gathered before any of its names is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.language.names import fold
from geo.model import Article, Mention, MentionClass, PlaceKind

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["Context", "codes", "gather", "whole_name"]

# How much a mention says about the countries an article is about.
_SPOKEN_OF = {
    MentionClass.LITERAL: 3,
    MentionClass.DATELINE: 3,
    MentionClass.METONYM: 2,
    MentionClass.MODIFIER: 2,
    MentionClass.EMBEDDED: 1,
    MentionClass.DEMONYM: 1,
}


@dataclass(frozen=True, slots=True)
class Context:
    """What an article speaks of, gathered before any name is decided.

    ``countries`` holds codes, the most spoken of first.
    """

    article: Article
    mentions: tuple[Mention, ...]
    countries: tuple[str, ...]
    gazetteer: Gazetteer

    @property
    def text(self) -> str:
        """The untouched text."""
        return self.article.text


def gather(article: Article, mentions: Iterable[Mention], gazetteer: Gazetteer) -> Context:
    """Gather the context of one article."""
    found = tuple(mentions)
    spoken: Counter[str] = Counter()
    for mention in found:
        weight = _SPOKEN_OF.get(mention.use, 0)
        for code in _codes_of(mention, gazetteer) if weight else ():
            spoken[code] += weight
    countries = tuple(sorted(spoken, key=lambda code: (-spoken[code], code)))
    return Context(article, found, countries, gazetteer)


def whole_name(mention: Mention) -> str:
    """Return what a mention names, without the part of it that is meant."""
    return mention.name.partition(" of ")[2] if mention.found_by == "direction" else mention.name


def _codes_of(mention: Mention, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the countries that a mention speaks of, a state or province speaking of its own."""
    if mention.use is not MentionClass.DEMONYM:
        places = gazetteer.lookup(whole_name(mention))
        if places and places[0].kind is PlaceKind.ADMIN1:
            return places[0].countries
    return codes(mention, gazetteer)


def codes(mention: Mention, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the countries that a mention speaks of: by name, people or capital."""
    if mention.use is MentionClass.DEMONYM:
        demonym = gazetteer.demonyms.get(fold(mention.name))
        told = [_homes(place, gazetteer) for place in demonym.places] if demonym else []
        return tuple(dict.fromkeys(code for home in told for code in home))
    places = gazetteer.lookup(whole_name(mention))
    if places and (places[0].kind is PlaceKind.COUNTRY or places[0].attribute("capital") == "true"):
        return places[0].countries
    return ()


def _homes(place_id: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the country of a place; that of Europeans or Balkan peoples is not told."""
    if len(place_id) == 2:
        return (place_id,)
    countries = gazetteer.get(place_id).countries
    return countries if len(countries) == 1 else ()

"""What an article speaks of, gathered before any of its names is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import Article, Mention, MentionClass, Place, PlaceKind
from geo.names import fold

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

    ``countries`` holds codes, the most spoken of first; ``states`` the first-level units that are
    named; ``told_by`` the folded names that speak of each country; ``country_names`` what
    the countries are called.
    """

    article: Article
    mentions: tuple[Mention, ...]
    countries: tuple[str, ...]
    states: tuple[Place, ...]
    told_by: Mapping[str, frozenset[str]]
    country_names: Mapping[str, str]
    gazetteer: Gazetteer

    @property
    def text(self) -> str:
        """The untouched text."""
        return self.article.text

    def speaks_of(self, code: str, *, besides: str) -> bool:
        """Tell whether the article speaks of a country by another name than ``besides``."""
        return bool(self.told_by.get(code, frozenset()) - {besides})

    def only_people(self, code: str) -> bool:
        """Tell whether only a people speaks of a country: Serbs live on both sides of a border."""
        demonyms = self.gazetteer.demonyms
        names = self.told_by.get(code, frozenset())
        return all(name in demonyms and demonyms[name].kind == "people" for name in names)


def gather(article: Article, mentions: Iterable[Mention], gazetteer: Gazetteer) -> Context:
    """Gather the context of one article."""
    found = tuple(mentions)
    spoken: Counter[str] = Counter()
    told_by: dict[str, set[str]] = {}
    states: dict[str, Place] = {}
    for mention in found:
        weight = _SPOKEN_OF.get(mention.use, 0)
        state = _state(mention, gazetteer) if weight else None
        if state is not None:
            states[state.id] = state
        for code in state.countries if state else codes(mention, gazetteer):
            spoken[code] += weight
            if weight:
                told_by.setdefault(code, set()).add(fold(whole_name(mention)))
    countries = tuple(code for code, n in sorted(spoken.items(), key=lambda x: (-x[1], x[0])) if n)
    ordered = tuple(states[key] for key in sorted(states))
    frozen = {code: frozenset(names) for code, names in told_by.items()}
    named = {code: p.name for code in countries if (p := gazetteer.country(code))}
    return Context(article, found, countries, ordered, frozen, named, gazetteer)


def whole_name(mention: Mention) -> str:
    """Return what a mention names, without the part of it that is meant."""
    return mention.name.partition(" of ")[2] if mention.found_by == "direction" else mention.name


def _state(mention: Mention, gazetteer: Gazetteer) -> Place | None:
    """Return the state or province that a mention names, if it names one before all."""
    if mention.use is MentionClass.DEMONYM:
        return None
    places = gazetteer.lookup(whole_name(mention))
    return places[0] if places and places[0].kind is PlaceKind.ADMIN1 else None


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

"""What an article speaks of, gathered before any of its names is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import Article, Mention, MentionClass, PlaceKind
from geo.names import fold

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["Context", "codes", "gather"]

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
    """What an article speaks of, gathered before any name is decided."""

    article: Article
    mentions: tuple[Mention, ...]
    countries: tuple[str, ...]  # most spoken of first
    gazetteer: Gazetteer

    @property
    def text(self) -> str:
        """The untouched text."""
        return self.article.text


def gather(article: Article, mentions: Iterable[Mention], gazetteer: Gazetteer) -> Context:
    """Gather the context of one article."""
    found = tuple(mentions)
    return Context(article, found, _countries(found, gazetteer), gazetteer)


def _countries(mentions: Iterable[Mention], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the countries that an article speaks of, the most spoken of first."""
    spoken: Counter[str] = Counter()
    for mention in mentions:
        weight = _SPOKEN_OF.get(mention.use, 0)
        for code in codes(mention, gazetteer):
            spoken[code] += weight
    return tuple(code for code, n in sorted(spoken.items(), key=lambda x: (-x[1], x[0])) if n)


def codes(mention: Mention, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the countries that a mention speaks of: by name, people or capital."""
    if mention.use is MentionClass.DEMONYM:
        demonym = gazetteer.demonyms.get(fold(mention.name))
        return tuple(p for p in demonym.places if len(p) == 2) if demonym else ()
    name = mention.name.partition(" of ")[2] if mention.found_by == "direction" else mention.name
    places = gazetteer.lookup(name)
    if places and (places[0].kind is PlaceKind.COUNTRY or places[0].attribute("capital") == "true"):
        return places[0].countries
    return ()

"""What we answer to gold: recognition and resolution run over its texts, or resolution alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from geo import mentions, places
from geo.language.names import fold
from geo.model import Article, Mention, MentionClass, Resolution, Span
from geo.scoring import Annotation, GoldText

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["answered", "attempt", "guesses"]


def attempt(
    gold: Iterable[GoldText], gazetteer: Gazetteer, *, given_spans: bool = False
) -> dict[str, tuple[Resolution, ...]]:
    """Find and resolve the places of each text, by its id.

    Parameters
    ----------
    gold
        The texts. What they name is not looked at, unless ``given_spans``.
    gazetteer
        Where things are.
    given_spans
        Resolve the spans of the gold instead of those found: resolution alone, as for the
        resolvers that are given them.
    """
    answered = {}
    for text in gold:
        article = Article(text.id, text.text)
        found = mentions.find(article, gazetteer)
        asked = _at_gold(text, found, gazetteer) if given_spans else found
        answered[text.id] = places.resolve(article, asked, gazetteer)
    return answered


def answered(resolutions: Iterable[Resolution]) -> tuple[Annotation, ...]:
    """Return what was answered as the scorer takes it."""
    return tuple(_annotation(one, with_guess=False) for one in resolutions)


def guesses(resolutions: Iterable[Resolution]) -> tuple[Annotation, ...]:
    """Return what would have been answered without a threshold, with the scores.

    The first alternative of a resolution that is ``None`` is the candidate that was not good
    enough.
    """
    return tuple(_annotation(one, with_guess=True) for one in resolutions)


def _annotation(one: Resolution, *, with_guess: bool) -> Annotation:
    best = one.place
    if best is None and with_guess and one.alternatives:
        best = one.alternatives[0][0]
    use = one.mention.use.value
    if best is None:
        return Annotation(one.mention.span, use=use, score=one.score)
    known = None if best.geonameid is None else str(best.geonameid)
    return Annotation(one.mention.span, best.lon, best.lat, known, use, one.score)


def _at_gold(text: GoldText, found: Iterable[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return a mention at each span of the gold: the one found there, or a plain one."""
    at = {mention.span: mention for mention in found}
    spans = sorted({one.span for one in text.annotations})
    return tuple(at.get(span) or _plain(span, text.text, gazetteer) for span in spans)


def _plain(span: Span, text: str, gazetteer: Gazetteer) -> Mention:
    """Make a mention of which nothing is known but its words."""
    name = span.of(text)
    is_people = fold(name) in gazetteer.demonyms and not gazetteer.lookup(name)
    return Mention(span, name, MentionClass.DEMONYM if is_people else MentionClass.LITERAL)

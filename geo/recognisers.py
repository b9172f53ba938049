"""Recognisers: whatever finds the mentions of an article, ours or a user's own.

``geo.mentions.find`` is the one that comes with the package. Any other function of its type
serves as well, such as a spaCy pipeline or a transformer behind ``mentions_of``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from geo import mentions
from geo.errors import OptionError
from geo.model import Article, Mention, MentionClass, Span
from geo.toponymy import datelines
from geo.toponymy.sightings import POSSESSIVE

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["LABELS", "Recogniser", "mentions_of", "recognise"]

LABELS: Mapping[str, MentionClass] = {
    "GPE": MentionClass.LITERAL,
    "LOC": MentionClass.LITERAL,
    "FAC": MentionClass.LITERAL,
    "LOCATION": MentionClass.LITERAL,
    "NORP": MentionClass.DEMONYM,
}
"""Labels of OntoNotes and CoNLL that name places or peoples; all others are passed over."""

_RULES = frozenset({"name", "direction", "part", "crossing", "crossings"})
"""What ``found_by`` tells the resolver; anything else is a name to it."""


class Recogniser(Protocol):
    """Find what an article names: a function from article and gazetteer to mentions.

    The mentions come in the order of the text and do not overlap; their spans are offsets into
    ``article.text``. They say what is named and how, not where it is.
    """

    def __call__(self, article: Article, gazetteer: Gazetteer, /) -> tuple[Mention, ...]:
        """Return the mentions of one article."""
        ...


def recognise(
    article: Article, gazetteer: Gazetteer, recogniser: Recogniser | None = None
) -> tuple[Mention, ...]:
    """Run a recogniser and check what it found; our own if none is given.

    Raises
    ------
    OptionError
        The recogniser cannot be called, or gave what cannot be used: no mention, a span outside the
        text, mentions out of order or over one another.
    """
    if recogniser is None:
        return mentions.find(article, gazetteer)
    if not callable(recogniser):
        told = f"the recogniser is of type {type(recogniser).__name__}, which cannot be called"
        raise OptionError(told, remedy="give a function from an article and a gazetteer")
    found = recogniser(article, gazetteer)
    if not isinstance(found, Iterable):
        told = f"{_named(recogniser)} gave {found!r}, which holds no mentions"
        raise OptionError(told, remedy="return a tuple of them, empty if there are none")
    return tuple(_checked(found, article, _named(recogniser)))


def _checked(found: Iterable[object], article: Article, name: str) -> Iterator[Mention]:
    end = 0
    for mention in found:
        if not isinstance(mention, Mention):
            told = f"{name} gave {mention!r}, which is no geo.Mention"
            raise OptionError(told, remedy="make mentions of spans with geo.mentions_of")
        span = mention.span
        if not end <= span.start < span.end <= len(article.text):
            told = f"{name} gave the span {span.start}-{span.end} in an article that is"
            told += f" {len(article.text)} characters long, behind one that ends at {end}"
            raise OptionError(told, remedy="sort the spans and drop what overlaps or is empty")
        end = span.end
        yield mention if mention.found_by in _RULES else replace(mention, found_by="name")


def _named(recogniser: Recogniser) -> str:
    return f"the recogniser {getattr(recogniser, '__name__', type(recogniser).__name__)}"


def mentions_of(
    article: Article,
    gazetteer: Gazetteer,
    spans: Iterable[tuple[int, int, str]],
    *,
    labels: Mapping[str, MentionClass | str] = LABELS,
) -> tuple[Mention, ...]:
    """Turn the spans of somebody else's tagger into mentions.

    Of spans that overlap the longest stands, then the first. A trailing "'s" is taken off, and a
    leading "the" where the gazetteer does not list the name with it, as it does The Hague. What
    lies in a dateline or in page furniture gets that class, whatever its label.

    Parameters
    ----------
    article
        The article that was tagged.
    gazetteer
        The names that there are.
    spans
        Start, end (half open, in characters) and label of each.
    labels
        The class of each label that is wanted; spans of other labels are passed over.

    Raises
    ------
    OptionError
        A span does not lie in the text, or a class is none.

    Examples
    --------
    >>> from geo.io.index import open_gazetteer
    >>> article = Article("a", "In Sudan's capital a Serbian driver waited.")
    >>> spans = [(3, 10, "GPE"), (21, 28, "NORP"), (29, 35, "PERSON")]
    >>> for mention in mentions_of(article, open_gazetteer(), spans):
    ...     print(mention.name, mention.use.value)
    Sudan literal
    Serbian demonym
    """
    classes = {label: _class(use) for label, use in labels.items()}
    wanted = [
        (_trimmed(article.text, start, end, gazetteer), classes[label])
        for start, end, label in spans
        if label in classes
    ]
    wanted.sort(key=lambda one: (one[0].start - one[0].end, one[0]))
    kept: list[tuple[Span, MentionClass]] = []
    taken = bytearray(len(article.text))
    for span, use in wanted:
        if span.start < span.end and not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            kept.append((span, use))
    where = _Page(article)
    return tuple(
        Mention(span, span.of(article.text), where.use(span) or use) for span, use in sorted(kept)
    )


def _class(told: MentionClass | str) -> MentionClass:
    try:
        return MentionClass(told)
    except ValueError:
        known = ", ".join(MentionClass)
        raise OptionError(f"{told!r} is no class of mentions", remedy=f"one of {known}") from None


def _trimmed(text: str, start: int, end: int, gazetteer: Gazetteer) -> Span:
    if not 0 <= start <= end <= len(text):
        told = f"the span {start}-{end} lies outside a text of {len(text)} characters"
        raise OptionError(told, remedy="give offsets in characters of article.text")
    name = POSSESSIVE.sub("", text[start:end].rstrip())
    bare = name.lstrip()
    if bare[:4].lower() == "the " and not gazetteer.lookup(bare):
        bare = bare[4:].lstrip()
    return Span(start + len(name) - len(bare), start + len(name))


class _Page:
    """What the layout of one article says of a stretch: dateline, byline, page furniture."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.opening = datelines.end_of_opening(article.text)
        self.clutter = sorted(article.clutter, key=lambda part: part.span)
        self.ends = [part.span.end for part in self.clutter]

    def use(self, span: Span) -> MentionClass | None:
        """Return the class that the layout alone decides, ``None`` in running text."""
        at = bisect_right(self.ends, span.start)
        for part in self.clutter[at : at + 1]:
            if part.span.overlaps(span):
                return MentionClass.BYLINE if part.kind == "byline" else MentionClass.CLUTTER
        if span.start < self.opening and datelines.holds(self.text, span):
            return MentionClass.DATELINE
        return None

"""What a name is that no list has: a town or village of its own, a street, or half of a town."""

from __future__ import annotations

import re
from itertools import islice

from geo.language.almanac import words
from geo.language.names import fold
from geo.linking import hometown
from geo.linking.contenders import lists
from geo.linking.scenes import AREAS, Scene, Sentence
from geo.model import Mention, PlaceKind, Report, Resolution, Span
from geo.toponymy import unlisted
from geo.toponymy.containers import lies_in
from geo.toponymy.unlisted import QUARTERS

__all__ = [
    "LOOK_BEHIND",
    "THIS_TOWN",
    "behind",
    "filed_there",
    "is_called_town",
    "names_a_town",
    "reads_as_town",
    "spoken_district",
    "spoken_unit",
    "village",
]

_TOWN_OF = re.compile(
    r"\b(?:towns?|villages?|cit(?:y|ies)|hamlets?|municipality|settlement|township|locality|"
    r"commune|communit(?:y|ies)|encampment|islands?|islet|atoll|peninsula)\s+of\s+$"
)
LOOK_BEHIND = 60
"""Characters behind a name in which the word stands that says what it is."""
MENTIONS = 12
"""How often a name is looked for in an article that may call it a town."""
_BLOCK_OF = re.compile(r"\b(?:blocks?|corner|intersection|junction)\s+of\s+$")
_IN_TOWN = QUARTERS | {"village", "town", "area", "locality", "colony"}
_UNITS = {PlaceKind.ADMIN1, PlaceKind.ADMIN2}
_HALF = re.compile(r"(?:upper|lower|far|near|downtown|(?:north|south)?(?:east|west)|north|south)\b")

_TOLD_HERE = words(
    "said told stated received issued released announced reported published available obtained "
    "statement interview conference briefing reporters journalists media press"
)
"""Before the "here" of those who tell of what was elsewhere."""
THIS_TOWN = re.compile(
    r"\b(?:in|at|near|outside|around|throughout|of)\s+this\s+(?:[a-z-]+\s+)?(?:city|town)\b|"
    # Papers of South Asia: "on Jandola Road here on Tuesday", not "in a statement received here".
    + "".join(rf"(?<!\b{told}\s)" for told in sorted(_TOLD_HERE))
    + r"\bhere(?=[,.]|\s+(?:on|late|early|yesterday|today|last|this)\b)",
    re.IGNORECASE,
)


def names_a_town(text: str, at: Span) -> bool:
    """Tell whether words say that a name is that of a town or village of its own.

    Examples
    --------
    >>> names_a_town("They left the village of Tolmen.", Span(25, 31))
    True
    """
    return _TOWN_OF.search(text, max(0, at.start - hometown.LOOK_BACK), at.start) is not None


def is_called_town(text: str, name: str) -> bool:
    """Tell whether an article calls a name that of a town anywhere: its headline does not.

    Examples
    --------
    >>> is_called_town("Rebels take Tolmen. They came to the town of Tolmen at dawn.", "Tolmen")
    True
    """
    found = islice(re.finditer(rf"{re.escape(name)}\b", text), MENTIONS)
    return any(names_a_town(text, Span(*match.span())) for match in found)


def reads_as_town(text: str, at: Span) -> bool:
    """Tell whether nothing says that a name is that of a street, a quarter or a house.

    Examples
    --------
    >>> text = "Raids on Tolmen were seen from Galdor Street."
    >>> reads_as_town(text, Span(9, 15)), reads_as_town(text, Span(31, 44))
    (True, False)
    """
    known = lists()
    name = at.of(text).lower().split()
    said = {name[-1].strip("."), *behind(text, at)}
    sorts = (known.streets, known.venues, known.sorts, known.parts, known.urban)
    return all(said.isdisjoint(words) for words in sorts)


def behind(text: str, at: Span) -> list[str]:
    """Return the word behind a name, without the comma behind that."""
    words_behind = text[at.end : at.end + LOOK_BEHIND].lower().split()[:1]
    return [word.rstrip(".,;:)") for word in words_behind]


def filed_there(sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the town in whose dateline a sentence stands, where the article is at home elsewhere.

    Not a capital, nor where the sentence names the other town itself.
    """
    desk, home = scene.desk, scene.home
    if desk is None or home is None or scene.of_the_capital or desk.place == home.where.place:
        return None
    here = sentence.span.covers(desk.mention.span)
    named = any(sentence.span.start <= at < sentence.span.end for at in home.at)
    return desk if here and not named else None


def spoken_district(sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the district in which something just happened, for a village of the same news.

    Or the part of a country that was named right before, in a report filed from another.
    """
    where, home = scene.where, scene.home.where.place if scene.home is not None else None
    place = where.place if where is not None else None
    if place is None or place.kind not in _UNITS or (home and lies_in(home, place)):
        return None
    gap = sentence.paragraph - scene.where_paragraph
    if place.kind is PlaceKind.ADMIN1 or not scene.by_deed:
        # "Galdor, May 3 - It lost men in Nordland. They were …": the desk is elsewhere.
        return None if gap or place.derived or scene.desk is None else where
    return where if gap <= 1 else None


def spoken_unit(sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the part of a country in which something just happened, however wide that is.

    What is told right behind it was hardly in the middle of the country.
    """
    where = scene.where
    place = where.place if where is not None else None
    if place is None or place.kind not in AREAS or place.derived or not scene.by_deed:
        return None
    return where if sentence.paragraph - scene.where_paragraph <= 1 else None


def village(report: Report) -> str | None:
    """Return the folded name of a village or quarter that no list has, if a town stands in for it.

    The two that an article names are two, though both get the point of the town. Of a street or a
    house, of which a deed may have several, and of half a town it is ``None``.
    """
    where = report.where
    if where is None or where.place is None or not report.sentence.covers(where.mention.span):
        return None
    stands_in = where.place.kind is PlaceKind.SETTLEMENT or where.place.kind in AREAS
    if (
        where.place.unlisted
        or not stands_in
        or not any(unlisted.ABSENT in reason for reason in where.because)
    ):
        return None
    at = _in_quote(report, where.mention)
    if at is None or _BLOCK_OF.search(report.quote, max(0, at.start - LOOK_BEHIND), at.start):
        return None
    name = fold(where.mention.name)
    quarter = not _IN_TOWN.isdisjoint((*behind(report.quote, at), name.rpartition(" ")[2]))
    said = (quarter and not _HALF.match(name)) or reads_as_town(report.quote, at)
    return name if said else None


def _in_quote(report: Report, mention: Mention) -> Span | None:
    """Return where a name stands in the quote of a report: a headline is outside the text."""
    span, start = mention.span, report.sentence.start
    if span.start < span.end:
        return Span(span.start - start, span.end - start)
    found = report.quote.find(mention.name)
    return Span(found, found + len(mention.name)) if found >= 0 else None

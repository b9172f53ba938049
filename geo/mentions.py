"""Find what a text names: places, parts of countries, sets of crossings, peoples.

Plain rules over the gazetteer. The words around a name decide whether a place is meant at all and
how it is used. Large and curated places are believed on their own, small towns of the world only
where the article puts them in space at least once, because two thirds of what a world gazetteer
matches in news is no place; and a name that is somebody's surname is no town.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geo import datelines, phrases
from geo.model import Article, Clutter, Mention, MentionClass, Place, PlaceKind, Span
from geo.names import fold
from geo.sightings import POSSESSIVE, Scan, Sighting
from geo.words import sort_of, words

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["find", "sort_of"]

WELL_KNOWN = 100_000
"""Inhabitants from which a town of the world is believed without a locative word beside it."""
ACRONYM = 4
"""Capitals up to which a name of a small town of the world is taken for an acronym."""
A_TOWN = 15_000
"""Inhabitants from which "to X" and "from X" are taken for a place rather than a person, and below
which a namesake does not keep a curated place from being believed."""

_AREAS = {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION}
_HYPHEN_AFTER = re.compile(r"-[^\W\d_]")
_HYPHEN_BEFORE = re.compile(r"[^\W\d_]-$")
_OWNED = re.compile(r"[’']s?\s+([\w-]+)")
_WHERE = re.compile(r"\b(?:in|at|near|from|of|to)\s+(?:the\s+)?$")
_SOMEBODY_OF = re.compile(r"(?:[^\W\d_a-z][\w’'-]+,?|\b\d\d,)\s+of\s+$")
_NOUN_OF = re.compile(r"\b([A-Za-z]+)\s+of\s+$")
_AND = re.compile(r",? (?:and|or) |, |/")
# The rest of a body's name: "Oslo International Airport".
_CAPITALS = re.compile(r"(?:[ \u00a0](?:of |for |and |& )?[^\W\d_a-z][\w’'.-]*){1,5}")
_FOLLOWED = re.compile(r",\s+([A-Z][\w.]*(?:\s[A-Z]\w+)?)")
_DISTANCE_OF = re.compile(
    r"(?:\b\d[\d,.]*\s*(?:km|kilomet\w+|miles?|mi)\b[^.;]{0,40}\bfrom\s+|"
    r"(?<!the )\b(?:due\s+)?(?:north|south|east|west)(?:[- ]?(?:east|west))?\s+of\s+)"
    r"(?:the\s+)?(?:[a-z]\w*\s+){0,2}$"  # "of Tolmen in Ardovia" measures from Tolmen alone
)
_NEAR = re.compile(
    r"\b(?:near|outside|close to|not far from|just off|around|nearby)\s+"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,3}(?:of\s+)?$"
)
_SIDE_BEFORE = re.compile(r"\b([A-Za-z-]+)\s+$")
_SIDE_OF = re.compile(r"\bthe\s+([a-z-]+)\s+(?:part\s+)?of\s+$")
_SIDE_AFTER = re.compile(r"[’']s\s+([a-z-]+)\b")


class _Judge:
    """One article's names, with what the whole of it says about each of them."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.opening = datelines.end_of_opening(scan.text)
        self.clutter = sorted(scan.article.clutter, key=lambda c: c.span)
        self.clutter_ends = [c.span.end for c in self.clutter]
        named = [s for s in scan.sightings if s.kind == "place"]
        surnames = [s for s in named if _is_inside_name(scan, s)]
        self.inside_names = {s.span for s in surnames}
        self.surnames = {s.key for s in surnames}
        free = [s for s in named if s.span not in self.inside_names]
        self.cued = {s.span for s in free if _has_cue(scan, s)}
        self.settled = {s.key for s in named if s.span in self.cued and not scan.is_common(s)}

    def clutter_at(self, span: Span) -> Clutter | None:
        """Return the page furniture that a stretch lies in."""
        at = bisect_right(self.clutter_ends, span.start)
        behind = self.clutter[at : at + 1]
        return behind[0] if behind and behind[0].span.overlaps(span) else None


def find(article: Article, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Find every place that a text names, each with the way it is used.

    Parameters
    ----------
    article
        The article; its text is not changed, and its clutter is respected.
    gazetteer
        The names to look for.

    Returns
    -------
    Mentions in the order of the text, not overlapping. A mention says what is named and how,
    not where it is.
    """
    scan = Scan(article, gazetteer.recognised)
    judge = _Judge(scan)
    named = [_with_direction(scan, m) for m in _named(judge)]
    taken = bytearray(len(scan.text))
    for mention in named:
        start, end = mention.span.start, mention.span.end
        taken[start:end] = b"\1" * (end - start)
    nameless = [p for p in _phrases(judge) if not any(taken[p.span.start : p.span.end])]
    return tuple(sorted((*named, *nameless), key=lambda m: m.span))


def _named(judge: _Judge) -> Iterator[Mention]:
    """Yield the mentions among the names, in the order of the text."""
    last = None
    for sighting in judge.scan.sightings:
        for mention in _read(judge, sighting, last):
            yield mention
            last = mention


def _read(judge: _Judge, sighting: Sighting, last: Mention | None) -> Iterator[Mention]:
    """Decide whether a sighting is a place, and how the text uses it."""
    if sighting.kind == "demonym":
        if judge.scan.gazetteer.demonyms[sighting.key].places:
            yield _mention(judge, sighting, MentionClass.DEMONYM)
    elif sighting.kind == "organisation":
        yield from _embedded(judge, sighting.span)
    elif sighting.kind == "unit":
        right = judge.scan.right_word(sighting.span)
        use = MentionClass.EMBEDDED if _is_head(right) else MentionClass.LITERAL
        yield _mention(judge, sighting, use, sighting.name.split()[-1].lower())
    elif _is_dateline(judge, sighting.span):
        yield _mention(judge, sighting, MentionClass.DATELINE)
    elif _is_place(judge, sighting, last) and (use_or_none := _use(judge.scan, sighting)):
        yield _mention(judge, sighting, use_or_none)


def _mention(
    judge: _Judge, sighting: Sighting, use: MentionClass, hint: str | None = None
) -> Mention:
    """Build a mention; clutter overrules whatever was decided."""
    scan, span = judge.scan, sighting.span
    if clutter := judge.clutter_at(span):
        use = MentionClass.BYLINE if clutter.kind == "byline" else MentionClass.CLUTTER
    hint = hint or _hint(scan, sighting)
    return Mention(span, sighting.name, use, hint, _relation(scan, span))


def _embedded(judge: _Judge, span: Span) -> Iterator[Mention]:
    """Yield the countries and large towns inside the name of an organisation."""
    scan = judge.scan
    for word in scan.words_within(span):
        name = POSSESSIVE.sub("", word.of(scan.text))
        places = scan.gazetteer.lookup(name) if word != span and name[0].isupper() else ()
        if places and (places[0].kind is PlaceKind.COUNTRY or _size(places[0]) >= WELL_KNOWN):
            at = Span(word.start, word.start + len(name))
            yield _mention(judge, Sighting(at, "place", name, places), MentionClass.EMBEDDED)


def _size(place: Place) -> int:
    return place.population or 0


# ---------------------------------------------------------------- is it a place


def _is_dateline(judge: _Judge, span: Span) -> bool:
    return span.start < judge.opening and datelines.holds(judge.scan.text, span)


def _is_place(judge: _Judge, sighting: Sighting, last: Mention | None) -> bool:
    """Tell whether a name means a place here."""
    if sighting.span in judge.inside_names or _cannot_be(judge.scan, sighting):
        return False
    if sighting.span in judge.cued or _is_believed(judge, sighting):
        return True
    if judge.scan.is_common(sighting) or sighting.key in judge.surnames:
        return False
    return sighting.key in judge.settled or _continues(judge.scan, sighting, last)


def _cannot_be(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether a name is a letter, a title, a day or an acronym, whatever stands beside it."""
    name = sighting.span.of(scan.text)
    low = name.strip(".").lower()
    place = sighting.places[0]
    if place.kind in _AREAS:
        return len(low) < 2
    if name.isupper() and len(low) <= ACRONYM and not _is_curated(place):
        return _size(place) < WELL_KNOWN
    return len(low) < 2 or low in words().titles or low in words().calendar


def _is_believed(judge: _Judge, sighting: Sighting) -> bool:
    """Tell whether a name is taken for a place with nothing beside it to say so."""
    place = sighting.places[0]
    if place.kind is PlaceKind.COUNTRY:
        return True
    if judge.scan.is_common(sighting) or len(sighting.name) < 3:
        return False
    if place.kind in _AREAS:
        return True
    if sighting.key in judge.surnames:
        return False
    if _size(place) >= WELL_KNOWN:
        return True
    if not _is_curated(place):
        return False
    spoken_of = not judge.scan.countries.isdisjoint(place.countries)
    return spoken_of or all(_is_curated(p) or _size(p) < A_TOWN for p in sighting.places)


def _is_curated(place: Place) -> bool:
    return not place.id.startswith("gn:")


def _continues(scan: Scan, sighting: Sighting, last: Mention | None) -> bool:
    """Tell whether a name goes on with a list of places: "Paris and Roxton"."""
    if last is None or last.use is not MentionClass.LITERAL:
        return False
    between = scan.text[last.span.end : sighting.span.start]
    return bool(_AND.fullmatch(between)) and not scan.right_word(sighting.span)[:1].isupper()


def _has_cue(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether a word beside the name puts it in space."""
    before, after = scan.before(sighting.span), scan.after(sighting.span)
    known = words()
    left = scan.left_word(sighting.span).lower()
    if _HYPHEN_AFTER.match(after):
        return False
    if left in known.locative or left in known.directions or left in known.parts:
        return True
    if known.hint_before.search(before) or _is_of(before, known.of_places):
        return True
    if scan.is_common(sighting):
        return scan.starts_sentence(sighting.span.start) and _has_holder(scan, sighting)
    if left in known.moving:
        # "speaking to Pink", "from Smith": a person or a firm as often as a village.
        place = sighting.places[0]
        return _is_curated(place) or _size(place) >= A_TOWN
    if known.hint_after.match(after) or _SOMEBODY_OF.search(before):
        return True
    return scan.right_word(sighting.span) in known.locals or _has_holder(scan, sighting)


def _is_of(before: str, heads: frozenset[str]) -> bool:
    """Tell whether one of some nouns and "of" stand before: "the mayor of"."""
    match = _NOUN_OF.search(before)
    return match is not None and match.group(1).lower() in heads


def _has_holder(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether a country or state stands behind the name: "Newport, Vermont"."""
    follow = _FOLLOWED.match(scan.after(sighting.span))
    if follow is None:
        return False
    name = follow.group(1).rstrip(".")
    holder = scan.gazetteer.lookup(words().states.get(name, name))
    return bool(holder) and holder[0].kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}


def _is_inside_name(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether an unknown capitalised word right before makes this a surname or the like."""
    word = scan.left_word(sighting.span)
    if not word[:1].isupper():
        return False
    at = sighting.span.start - len(word) - 1
    low = word.strip(".").lower()
    if low in words().locative and scan.starts_sentence(at):
        return False
    if low in words().titles:
        return sighting.places[0].kind is not PlaceKind.COUNTRY
    if scan.knows(word):
        return False
    # "Protesters in …" and "Former …" open a sentence; "Rosa" does not stand elsewhere in small.
    return not (scan.starts_sentence(at) and (word.endswith("s") or low in scan.lower_words))


# ---------------------------------------------------------------- how it is used


def _use(scan: Scan, sighting: Sighting) -> MentionClass | None:
    """Return how the text uses a place, ``None`` if the words behind make it another name."""
    before, after = scan.before(sighting.span), scan.after(sighting.span)
    right = scan.right_word(sighting.span)
    if right[:1].isupper():
        return _beside(scan, sighting, right)
    if owned := _OWNED.match(after):
        return _owner(sighting, owned.group(1))
    if right in words().bodies or right in words().locals:
        return MentionClass.MODIFIER
    if _HYPHEN_AFTER.match(after) or _HYPHEN_BEFORE.search(before):
        return MentionClass.MODIFIER
    if _speaks_as_government(sighting, before, after):
        return MentionClass.METONYM
    return MentionClass.LITERAL


def _owner(sighting: Sighting, thing: str) -> MentionClass:
    """Judge "Belgrade's request" and "Serbia's north"."""
    if thing.lower() in words().owns:
        return MentionClass.METONYM
    if _is_state(sighting) and thing not in words().directions:
        return MentionClass.MODIFIER
    return MentionClass.LITERAL


def _beside(scan: Scan, sighting: Sighting, right: str) -> MentionClass | None:
    """Judge a name with a capitalised word right behind it."""
    low = POSSESSIVE.sub("", right).lower()
    if _is_head(right):
        return MentionClass.EMBEDDED
    if low in words().titles or fold(low) in scan.gazetteer.demonyms:
        return MentionClass.MODIFIER
    if scan.knows(right):
        return MentionClass.LITERAL
    run = _CAPITALS.match(scan.after(sighting.span))
    if run and any(map(_is_head, run.group().split())):
        return MentionClass.EMBEDDED
    state = sighting.places[0].kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}
    return MentionClass.MODIFIER if state else None


def _is_head(word: str) -> bool:
    """Tell whether a capitalised word is the noun of a body's name: "Police", "University"."""
    return word[:1].isupper() and POSSESSIVE.sub("", word).lower() in words().heads


def _speaks_as_government(sighting: Sighting, before: str, after: str) -> bool:
    """Tell whether a country or capital acts as a government here."""
    if not _is_state(sighting):
        return False
    if words().speaks.match(after):
        return not _WHERE.search(before)
    country = sighting.places[0].kind is PlaceKind.COUNTRY
    return not country and bool(words().spoken_to.search(before))


def _is_state(sighting: Sighting) -> bool:
    """Tell whether a name can stand for a government: a country's or a capital's."""
    place = sighting.places[0]
    return place.kind is PlaceKind.COUNTRY or place.attribute("capital") == "true"


def _hint(scan: Scan, sighting: Sighting) -> str | None:
    """Return the word beside a name that says what sort of place is meant.

    "The bridge of X" is called X; "the bridge in X" stands in X, unless there is a bridge X.
    """
    before, after = scan.before(sighting.span), scan.after(sighting.span)
    if match := words().hint_after.match(after) or words().hint_before.search(before):
        return match.group(1).lower()
    around = words().hint_around.search(before)
    hint = around.group(1).lower() if around else ""
    named = any(place.kind.value == sort_of(hint) for place in sighting.places)
    return hint if named else None


def _relation(scan: Scan, span: Span) -> str | None:
    before = scan.before(span)
    if _DISTANCE_OF.search(before):
        return "reference"
    return "near" if _NEAR.search(before) else None


# ---------------------------------------------------------------- parts and phrases


def _with_direction(scan: Scan, mention: Mention) -> Mention:
    """Grow "Kosovo" to "northern Kosovo", "Kosovo's north" or "the north of Kosovo"."""
    if mention.use not in {MentionClass.LITERAL, MentionClass.METONYM}:
        return mention
    places = scan.gazetteer.lookup(mention.name)
    if not places or places[0].kind not in _AREAS:
        return mention
    before, after = scan.before(mention.span), scan.after(mention.span)
    sides = words().directions
    # "north of Pristina" without "the" measures from it, it does not divide it.
    for match in (_SIDE_BEFORE.search(before), _SIDE_OF.search(before)):
        if match and (side := sides.get(match.group(1).lower())):
            return _part(mention, mention.span.start - len(match.group()), mention.span.end, side)
    tail = _SIDE_AFTER.match(after)
    if tail and (side := sides.get(tail.group(1))):
        return _part(mention, mention.span.start, mention.span.end + tail.end(), side)
    return mention


def _part(mention: Mention, start: int, end: int, side: str) -> Mention:
    return replace(
        mention,
        span=Span(start, end),
        name=f"{side} of {mention.name}",
        use=MentionClass.LITERAL,
        relation=None if mention.relation == "reference" else mention.relation,
        found_by="direction",
    )


def _phrases(judge: _Judge) -> Iterator[Mention]:
    """Yield what is named without a name: sets of crossings, a crossing, a part of the country."""
    for phrase in phrases.find(judge.scan.text, words().directions):
        sighting = Sighting(phrase.span, phrase.rule, phrase.name)
        mention = _mention(judge, sighting, MentionClass.LITERAL)
        yield replace(mention, found_by=phrase.rule)

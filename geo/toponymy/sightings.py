"""Names of the gazetteer as they stand in a text, before anything is decided about them.

A capitalised word begins a name, and the longest name in the gazetteer wins. Everything here is
linear in the length of the text, whatever the text is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from geo.language.late import late
from geo.language.names import fold
from geo.language.tagger import ARTICLES
from geo.language.text import STARTERS
from geo.language.words import words
from geo.model import Article, Place, PlaceKind, Span

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["POSSESSIVE", "Scan", "Sighting", "folded", "goes_by_a_code"]

LONGEST_NAME = 6
"""Words of the longest name that is looked up."""
LONGEST_WORD = 40
"""Characters of the longest word of a name; beyond it is no name but noise."""
CONTEXT = 80
"""Characters of context looked at on each side of a name."""
SHORT_FORM = 3
"""Characters up to which a word with a full stop is a short form: "Mr.", "J."."""
KEYS_KEPT = 65_536
"""Words and names whose folded form is kept."""
SHORT = 3
"""Letters below which a word in front of "County" is no name of one."""

POSSESSIVE = re.compile(r"[’']s?$")
_TOKEN = re.compile(
    r"[a-zA-Z]++(?![\w.'’])"  # most words: found so in half the time
    r"|[^\W\d_]\.[^\W\d_]{2}\.|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'][^\W_]+)*"  # W.Va. | U.S. | word
)
_JOIN = re.compile(r"[ \u00a0]|-|\. |’|'|\n")
_BEFORE_STATE = re.compile(r",[ \u00a0\n]?")
_SENTENCE_START = late(r"(?:^|[.!?…:\n][\"'”’)\]]*\s+|[\"“(\[•*—–]\s*|\A)[\"'“‘(\[]*$")
_LEFT_WORD = re.compile(r"([^\W_][\w’'.-]*)[ \u00a0]$")
_RIGHT_WORD = re.compile(r"[ \u00a0]([^\W_][\w’'-]*)")
_ARTICLE = re.compile(r"[Tt]he[ \u00a0]")
_UNIT = re.compile(r"[ \u00a0]([^\W\d_]+)")
_UNITS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2})
LONGEST_CODE, LEAST_KNOWN = 4, 1_000_000
"""Capitals that few towns go by in prose: Durg's station is DRG, and so is its Reserve Guard."""
_CODES = frozenset({"dc"})
"""Codes of large cities that their words do not begin with."""
_DISTRICTS = frozenset({"district", "regency", "prefecture", "subdistrict"})
"""Nouns of units that a name often has without being a unit's: of schools, of courts."""
_JOINTS = frozenset({"and", "or"})
_OWNING = frozenset({"'s", "’s"})


@lru_cache(KEYS_KEPT)
def folded(name: str) -> str:
    """Fold a name; most words of a text were folded before."""
    return fold(name)


_words_of_no_name: WeakKeyDictionary[Gazetteer, set[str]] = WeakKeyDictionary()


def _no_names(gazetteer: Gazetteer) -> set[str]:
    """Return the words that are no name in a gazetteer and begin none, as far as they were met.

    Two of three capitalised words are; seeing so at once halves the cost of looking for names.
    """
    known = _words_of_no_name.setdefault(gazetteer, set())
    if len(known) > KEYS_KEPT:
        known.clear()
    return known


def _bare(name: str) -> str:
    """Return a name without the possessive behind it."""
    return POSSESSIVE.sub("", name) if name[-2:] in _OWNING or name[-1] in "'’" else name


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name as it stands in the text.

    ``kind`` is ``place``, ``demonym``, ``organisation`` or ``unit`` ("Walker County", known to the
    gazetteer or not); ``name`` is what to look up.
    """

    span: Span
    kind: str
    name: str
    places: tuple[Place, ...] = ()

    @property
    def key(self) -> str:
        """The folded name."""
        return folded(self.name)


def _is_side(word: str) -> bool:
    return word[:1].isupper() and word.lower() in words().directions


def _lies_in(name: Sighting, state: Place) -> bool:
    """Tell whether a place of that name lies in a state: Reading, also an English word, in Pa."""
    return any(place.admin1 == state.name for place in name.places)


def goes_by_a_code(place: Place, key: str) -> bool:
    """Tell whether a place may be called by a few capitals in prose: LIMA, the UAE, NSW, LA."""
    if place.kind is not PlaceKind.SETTLEMENT:
        return True
    if any(key == fold(name) for name in (place.name, *(name for _, name in place.names))):
        return True
    if (place.population or 0) < LEAST_KNOWN:
        return False
    # "LA" and "RIO" are of its words, "KIEV" is a name of its own; "SNA" is the code of an airport.
    parts = fold(place.name).split()
    of_words = key in parts or "".join(part[0] for part in parts).startswith(key)
    return len(key) == LONGEST_CODE or key in _CODES or (len(parts) > 1 and of_words)


def _makes_a_unit(noun: str, sighting: Sighting | None) -> bool:
    """Tell whether a noun makes one name of what stands before it: "Walker County".

    "District" only behind the name of a unit: in "Lexington District 5" it is that of a school.
    """
    if noun in words().units:
        return True
    if noun not in _DISTRICTS or sighting is None:
        return False
    return any(place.kind in _UNITS for place in sighting.places)


class Scan:
    """One article under the eye: its words, and what may be asked about a stretch of it."""

    def __init__(self, article: Article, gazetteer: Gazetteer) -> None:
        self.text = article.text
        self.article = article
        self.gazetteer = gazetteer
        # Plain pairs: a text has forty words for each name in it, and most are only passed over.
        self._bounds = [found.span() for found in _TOKEN.finditer(self.text)]
        told = {self.text[start:end] for start, end in self._bounds}
        self.lower_words = set(filter(str.islower, told))
        # Whoever writes without capitals names places all the same.
        self.is_small = not any(map(str.isupper, self.text))
        if self.is_small:
            self.lower_words = set()
        self._no_names = _no_names(gazetteer)

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """The longest name at each capitalised word, left to right, not overlapping."""
        found: list[Sighting] = []
        free = 0
        text, small = self.text, self.is_small
        for index, (start, end) in enumerate(self._bounds):
            if index < free:
                continue
            # Told in place: of 330 words of an article most have neither a capital nor a dash.
            dashed = text[end : end + 1] == "-"
            if small or text[start].isupper() or (dashed and self._is_article(start, end)):
                sighting, used = self._at(index, found[-1] if found else None)
                if sighting is not None:
                    found.append(sighting)
                free = index + used
        return tuple(found)

    def _is_article(self, start: int, end: int) -> bool:
        """Tell whether a word before a dash begins a name without a capital: "al" in "al-Bab"."""
        return self.text[end + 1 : end + 2].isupper() and self.text[start:end] in ARTICLES

    @cached_property
    def countries(self) -> frozenset[str]:
        """Countries that the text speaks of by name."""
        named = (s.places[0] for s in self.sightings if s.kind == "place")
        return frozenset(c for p in named if p.kind is PlaceKind.COUNTRY for c in p.countries)

    def before(self, span: Span) -> str:
        """Return what stands in front of a stretch, as far as it matters."""
        return self.text[max(0, span.start - CONTEXT) : span.start]

    def after(self, span: Span) -> str:
        """Return what stands behind a stretch, as far as it matters."""
        return self.text[span.end : span.end + CONTEXT]

    def left_word(self, span: Span) -> str:
        """Return the word right before a stretch, empty if a mark stands between."""
        # Without the words before the last, which cannot match.
        floor = max(0, span.start - LONGEST_WORD)
        floor = max(floor, self.text.rfind(" ", floor, max(span.start - 2, 0)) + 1)
        match = _LEFT_WORD.search(self.text, floor, span.start)
        word = match.group(1) if match else ""
        # The full stop of "Mr." and "J." goes on, that of a longer word ends a sentence.
        ends = len(word) > SHORT_FORM and word.endswith(".")
        return "" if ends and word.strip(".").lower() not in words().titles else word

    def right_word(self, span: Span) -> str:
        """Return the word right behind a stretch, empty if a mark stands between."""
        match = _RIGHT_WORD.match(self.text, span.end)
        return match.group(1) if match else ""

    def words_within(self, span: Span) -> Iterator[Span]:
        """Yield the words inside a stretch."""
        for index in range(bisect_left(self._bounds, (span.start, 0)), len(self._bounds)):
            start, end = self._bounds[index]
            if end > span.end:
                return
            yield Span(start, end)

    def starts_sentence(self, at: int) -> bool:
        """Tell whether a sentence begins here, so that a capital letter says nothing."""
        return bool(_SENTENCE_START.search(self.text[max(0, at - 10) : at]))

    def is_common(self, sighting: Sighting) -> bool:
        """Tell whether a name is also an English word, or written small in this text."""
        word = sighting.span.of(self.text).lower()
        return word in words().common or word in self.lower_words

    def knows(self, word: str) -> bool:
        """Tell whether a capitalised word beside a name is a title, a people, a month, a side."""
        known = words()
        low = POSSESSIVE.sub("", word).strip(".").lower()
        return (
            low in known.titles
            or low in known.parts
            or low in known.directions
            or low in known.common
            or low in known.calendar
            or fold(low) in self.gazetteer.demonyms
            or fold(low) in self.gazetteer.organisations
        )

    def _at(self, index: int, last: Sighting | None) -> tuple[Sighting | None, int]:
        """Return the name that begins at a word, and how many words it takes."""
        start, end = self._bounds[index]
        word = self.text[start:end]
        if last is not None and word in words().states and (state := self._state(index, last)):
            return state, 1
        if word.lower() in words().directions and (halved := self._halved(index)):
            return halved, 1
        sighting, used = self._longest(index)
        if unit := self._unit(index, sighting, used):
            return unit
        return sighting, used

    def _state(self, index: int, last: Sighting) -> Sighting | None:
        """Read "Ind." in "Gary, Ind."."""
        word = Span(*self._bounds[index])
        name = words().states[word.of(self.text)]
        if last.kind != "place":
            return None
        if not _BEFORE_STATE.fullmatch(self.text, last.span.end, word.start):
            return None
        places = self.gazetteer.lookup(name)
        if not places or (self.is_common(last) and not _lies_in(last, places[0])):
            return None
        return Sighting(self._with_dot(word, name), "place", name, places)

    def _halved(self, index: int) -> Sighting | None:
        """Read "North" in "North and South Korea" as the name that it shares the end of."""
        near = [self.text[start:end] for start, end in self._bounds[index : index + 3]]
        if len(near) < 3 or not (_is_side(near[0]) and near[1] in _JOINTS and _is_side(near[2])):
            return None
        whole, _ = self._longest(index + 2)
        if whole is None or " " not in whole.name:
            return None
        name = f"{near[0]} {whole.name.split(None, 1)[1]}"
        places = self.gazetteer.lookup(name)
        if not places or places[0].kind is not (whole.places or places)[0].kind:
            return None
        return Sighting(Span(*self._bounds[index]), "place", name, places)

    def _unit(
        self, index: int, sighting: Sighting | None, used: int
    ) -> tuple[Sighting, int] | None:
        """Read "Walker County", whether the gazetteer knows a Walker or not."""
        if sighting is not None and sighting.kind != "place":
            return None
        start, last = self._bounds[index][0], self._bounds[index + used - 1][1]
        if not self.text[last + 1 : last + 2].isupper():
            return None
        noun = _UNIT.match(self.text, last)
        if noun is None or last - start < SHORT:
            return None
        if not _makes_a_unit(noun.group(1).lower(), sighting):
            return None
        if not self._may_name_a_unit(self.text[start:last], start):
            return None
        span = Span(start, noun.end())
        return Sighting(span, "unit", span.of(self.text), sighting.places if sighting else ()), (
            used + 1
        )

    def _may_name_a_unit(self, name: str, start: int) -> bool:
        """Tell "Walker County" from "Every County" and "North County"."""
        low = name.lower()
        if (
            low in words().directions
            or low in words().titles
            or fold(name) in self.gazetteer.demonyms
        ):
            return False
        return low not in words().common or not self.starts_sentence(start)

    def _longest(self, index: int) -> tuple[Sighting | None, int]:
        start, end = self._bounds[index]
        if (word := self.text[start:end]) in self._no_names or self._is_starter(word, index):
            return None, 1
        best: Sighting | None = None
        used = size = 1
        gazetteer = self.gazetteer
        open_place = True
        for size, span in enumerate(self._windows(index), start=1):
            name = _bare(span.of(self.text))
            key = folded(name)
            if not key:
                break
            kind, places = self._kind(name, key, index + size - 1, open_place=open_place)
            if kind:
                at = Span(span.start, span.start + len(name))
                best, used = self._sighting(at, kind, name, places), size
            said = span.of(self.text)  # "Cox’s Bazar", "Galdor’s north"
            going_on = {key} if said == name else {key, folded(said)}
            open_place = open_place and any(map(gazetteer.extends, going_on))
            if not open_place and gazetteer.beginnings.isdisjoint(going_on):
                if best is None and size == 1 and not self.is_small:
                    self._no_names.add(word)
                break
        return best, used

    def _is_starter(self, word: str, index: int) -> bool:
        """Tell whether a word only begins a sentence: "The" in front of a small word."""
        if word.lower() not in STARTERS or index + 1 == len(self._bounds):
            return False
        return self.text[self._bounds[index + 1][0]].islower()

    def _kind(
        self, name: str, key: str, last: int, *, open_place: bool
    ) -> tuple[str, tuple[Place, ...]]:
        if key in self.gazetteer.demonyms:
            return "demonym", ()
        if key in self.gazetteer.organisations:
            return "organisation", ()
        ending = self.text[self._bounds[last][0]]
        if open_place and (ending.isupper() or ending.isdigit() or self.is_small):  # "Gate 31"
            known = self.gazetteer
            places = known.lookup_key(key) if name.isascii() else known.lookup(name)
            if name.isupper() and len(name) <= LONGEST_CODE and not self.is_small:
                places = tuple(p for p in places if goes_by_a_code(p, key))
            return ("place" if places else ""), places
        return "", ()

    def _sighting(self, at: Span, kind: str, name: str, places: tuple[Place, ...]) -> Sighting:
        """Make a sighting; "The Gambia" without its article, "The Hague" with it."""
        article = _ARTICLE.match(name)
        if article and places and not _ARTICLE.match(places[0].name):
            bare = name[article.end() :]
            if places[0] in self.gazetteer.lookup(bare)[:1]:
                return Sighting(Span(at.start + article.end(), at.end), kind, bare, places)
        return Sighting(self._abbreviated(at, places), kind, name, places)

    def _abbreviated(self, span: Span, places: tuple[Place, ...]) -> Span:
        """Let a short form of a state keep its full stop: "Calif."."""
        name = span.of(self.text)
        # Only what is short for a state: "Borno." ends a sentence, though its state is longer.
        if not places or places[0].kind is not PlaceKind.ADMIN1 or name not in words().states:
            return span
        return self._with_dot(span, places[0].name)

    def _with_dot(self, span: Span, full: str) -> Span:
        name = span.of(self.text)
        dotted = self.text[span.end : span.end + 1] == "." and not name.isupper()
        return Span(span.start, span.end + 1) if dotted and fold(name) != fold(full) else span

    def _windows(self, index: int) -> Iterator[Span]:
        """Yield the stretches that begin at a word and grow while nothing parts their words."""
        text = self.text
        start, end = self._bounds[index]
        if end - start > LONGEST_WORD:
            return
        yield Span(start, end)
        for following, following_end in self._bounds[index + 1 : index + LONGEST_NAME]:
            if following_end - following > LONGEST_WORD:
                return
            if not _JOIN.fullmatch(text, end, following):
                return
            end = following_end
            yield Span(start, end)

"""Decide which names of a text mean places: what the tagger sees, weighed with what the list knows.

The tagger knows English, the gazetteer knows names. Where they agree nothing more is asked; where
they do not, it takes the more support the less the name is known for a place: a word beside it that
puts it in space, a state behind it, the same name as a place elsewhere in the article. Chosen on
the development files, cell by cell, where at least two of five of the names in a cell were places.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from enum import IntEnum
from operator import itemgetter
from typing import TypeAlias

from geo.language import embedded
from geo.language import text as prose
from geo.language.almanac import NUMBERS
from geo.language.names import fold
from geo.language.tagger import ARTICLES, Tag, Tagger
from geo.language.words import words
from geo.model import Clutter, Mention, PlaceKind, Span
from geo.toponymy import abbreviations, brackets, compounds, datelines, enclosed, headings
from geo.toponymy.appearance import is_generic, is_proper, is_state, says_unit
from geo.toponymy.cues import (
    WELL_KNOWN,
    before_unit,
    behind_where,
    continues,
    has_cue,
    has_holder,
    has_people,
    heads_entry,
    is_curated,
    is_half,
    is_held,
    is_part,
    is_square,
    is_taken,
    says_sort,
    size,
    speaks_for_itself,
)
from geo.toponymy.localities import is_front, is_no_name
from geo.toponymy.sightings import Scan, Sighting, folded
from geo.toponymy.spatial import is_on_route

__all__ = ["Judge", "Support"]

ACRONYM = 4
"""Capitals up to which a name of a small town of the world is taken for an acronym."""
EMBEDDED = 0.4
"""Likelihood from which a name inside the name of a body is a place: on names that the weights had
not seen 96 % of those above were, and 97 % of those that were stood above."""


class Support(IntEnum):
    """What in an article speaks for a name being a place, weakest first."""

    NONE = 0
    BELIEVED = 1  # it is large or reviewed
    SETTLED = 2  # elsewhere a word puts it in space
    CUED = 3  # a word beside it puts it in space
    CONFIRMED = 4  # one of the two, and the tagger takes the name for a place elsewhere
    HELD = 5  # its state or country stands behind it


# How much support a name needs, by what the tagger makes of it and how the two lie. Columns:
# countries, states, regions and capitals; reviewed places; large cities; all others.
_NONE, _BELIEVED, _SETTLED, _CUED, _CONFIRMED, _HELD = list(Support)[:6]
_NEEDED = {
    ("LOC", "same"): (_NONE, _NONE, _NONE, _NONE),
    ("LOC", "partly"): (_BELIEVED, _SETTLED, _SETTLED, _CUED),
    ("LOC", "inside"): (_BELIEVED, _CONFIRMED, _CONFIRMED, _HELD),
    ("PER", "same"): (_BELIEVED, _SETTLED, _SETTLED, _CUED),
    ("PER", "partly"): (_BELIEVED, _CONFIRMED, _CONFIRMED, _HELD),
    ("PER", "inside"): (_HELD, _HELD, _HELD, _HELD),
    ("ORG", "same"): (_BELIEVED, _BELIEVED, _BELIEVED, _CUED),
    ("ORG", "partly"): (_BELIEVED, _SETTLED, _SETTLED, _CUED),
    ("ORG", "inside"): (_BELIEVED, _BELIEVED, _BELIEVED, _CUED),
    ("MISC", "same"): (_BELIEVED, _BELIEVED, _BELIEVED, _CUED),
    ("MISC", "partly"): (_BELIEVED, _SETTLED, _SETTLED, _CUED),
    ("MISC", "inside"): (_BELIEVED, _BELIEVED, _BELIEVED, _CONFIRMED),
    ("NORP", "same"): (_BELIEVED, _CUED, _CUED, _CUED),
    ("NORP", "partly"): (_BELIEVED, _CUED, _CUED, _CUED),
    ("NORP", "inside"): (_BELIEVED, _CUED, _CUED, _CUED),
    # Of large cities that the tagger passes over, without more than their size, one of four was a
    # place on the development files.
    ("", ""): (_BELIEVED, _BELIEVED, _CONFIRMED, _CONFIRMED),
}
_OTHERS = 3
"""The last of those columns."""
_BODIES = {"ORG", "MISC"}
_Body: TypeAlias = tuple[list[tuple[int, int]], list[str]]
"""The bounds and the words of a name of several words."""
_AREAS = {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION}
_PUTS = frozenset({"in", "at", "near", "around", "outside"})
LEAST_PUT, LEAST_TOLD = 4, 1_000
"""Letters and inhabitants of a town that only its preposition shows."""
# "Rep. Ana Kos, D-Ohio": where a politician of the USA is from.
_PARTY = re.compile(r"\b[DRI]-$")


class Judge:
    """One article's names, with what the whole of it says about each of them.

    Parameters
    ----------
    scan
        The article and the names that the gazetteer knows in it.
    tagger
        What tags names.
    """

    def __init__(self, scan: Scan, tagger: Tagger) -> None:
        self.tagger = tagger
        self.scan = scan
        self.opening = datelines.end_of_opening(scan.text)
        self.clutter = sorted(scan.article.clutter, key=lambda c: c.span)
        self.clutter_ends = [c.span.end for c in self.clutter]
        seen = (behind_where(scan.text, tag) for tag in tagger.tag(scan.text))
        whole = compounds.joined(scan.text, seen)
        self.tags = [before_unit(scan.text, tag) for tag in whole]
        self._tag_ends = [tag.span.end for tag in self.tags]
        self.in_brackets = brackets.inside(scan.text, scan.gazetteer, self.tags)
        said = [(tag, folded(tag.span.of(scan.text))) for tag in self.tags]
        counts = Counter((key, tag.label) for tag, key in said)
        self.tagged = {
            key for (key, label), n in counts.items() if label == "LOC" and n >= counts[key, "PER"]
        }
        people = [key for tag, key in said if tag.label == "PER" and " " in key]
        self.people = {name for key in people for name in tagger.surnames(key, words().given)}
        # Of somebody who is told of by his full name, and more often than as a place.
        told = Counter(key.rpartition(" ")[2] for key in people)
        self._only_people = {
            key for key in self.people if counts[key, "LOC"] <= counts[key, "PER"] + told[key]
        }
        self._spelt_out = abbreviations.defined(scan.text)
        self._by_key: defaultdict[str, list[Sighting]] = defaultdict(list)
        for sighting in scan.sightings:
            if sighting.kind == "place":
                self._by_key[sighting.key].append(sighting)
        self.entries = headings.entries(scan.text)
        self._headings = self._find_headings()
        self._cued: dict[Span, bool] = {}
        self._settled: dict[str, bool] = {}
        self._bodies: dict[Span, _Body] = {}

    def _find_headings(self) -> frozenset[Span]:
        """Return the names that head the entries of a bulletin: nothing puts them in space."""
        if not self.entries:
            return frozenset()
        names = [s.span for s in self.scan.sightings if self._may_be_place(s)]
        if any(entry.headline for entry in self.entries):
            # A headline is a sentence: its names are judged as those of others.
            labels = {entry.label for entry in self.entries if not entry.headline}
            return frozenset(labels.intersection(names))
        found = headings.of_places(self.scan.text, self.entries, names)
        return frozenset(names[at] for at in found.values())

    def _may_be_place(self, sighting: Sighting) -> bool:
        """Tell whether a name may be a place; "Amhara" is also a people."""
        named = sighting.kind in {"place", "unit"}
        return named or bool(self.scan.gazetteer.lookup(sighting.name))

    def is_heading(self, span: Span) -> bool:
        """Tell whether a name heads an entry of a bulletin."""
        return span in self._headings

    def unlisted_headings(self) -> list[Span]:
        """Return the headings of a bulletin that no list knows, and that are names all the same.

        "• Quissanga: Three fishermen …" between entries under places; "Displacement: …" is none.
        """
        if not self._headings:
            return []
        told = ((entry, entry.label.of(self.scan.text).split()) for entry in self.entries)
        return [
            entry.label
            for entry, label in told
            if is_proper(label) and all(span.start != entry.label.start for span in self._headings)
        ]

    def tag_at(self, span: Span) -> tuple[Tag | None, str]:
        """Return the tagged name at a stretch, and how the two lie: same, inside or partly."""
        at = bisect_right(self._tag_ends, span.start)
        for tag in self.tags[at : at + 1]:
            if tag.span == span:
                return tag, "same"
            if tag.span.overlaps(span):
                return tag, "inside" if tag.span.covers(span) else "partly"
        return None, ""

    def clutter_at(self, span: Span) -> Clutter | None:
        """Return the page furniture that a stretch lies in."""
        at = bisect_right(self.clutter_ends, span.start)
        behind = self.clutter[at : at + 1]
        return behind[0] if behind and behind[0].span.overlaps(span) else None

    def is_dateline(self, span: Span) -> bool:
        """Tell whether a name is part of the dateline, which holds days and small words too."""
        low = span.of(self.scan.text).strip(".").lower()
        if not self._may_head(span) or low in words().calendar or low in prose.STARTERS:
            return False
        if self._is_label(span):
            return False
        return datelines.holds(self.scan.text, span)

    def _is_label(self, span: Span) -> bool:
        """Tell whether a name labels an entry among others of no places: "HARVEST. The …"."""
        if not self.entries or span in self._headings:
            return False
        return any(entry.label == span for entry in self.entries)

    def _may_head(self, span: Span) -> bool:
        """Tell whether a name stands in the opening, or in capitals at the head of a paragraph."""
        text = self.scan.text
        if span.start < self.opening:
            return True
        return text[span.start - 2 : span.start] == "\n\n" and span.of(text).isupper()

    def is_place(self, sighting: Sighting, last: Mention | None) -> bool:
        """Tell whether a name that the gazetteer knows means a place here."""
        country = sighting.places[0].kind is PlaceKind.COUNTRY
        found = self._has_support(sighting, last)
        return found and (country or not self.is_false_friend(sighting.span))

    def _has_support(self, sighting: Sighting, last: Mention | None) -> bool:
        if _cannot_be(self.scan, sighting):
            return False
        tag, lies = self.tag_at(sighting.span)
        if tag is not None and enclosed.has_base(self.scan, sighting, tag):
            return True
        if lies == "inside" and (
            # The tagger takes both ends of a road for one name, and in "Goma airport" the noun.
            is_on_route(self.scan.text, sighting.span)
            or enclosed.stands_alone(self.scan, sighting, tag)
        ):
            lies = "same"
        rank = _rank(sighting)
        needed = _NEEDED[tag.label if tag else "", lies][rank]
        if tag is None and (self._is_put(sighting) or is_on_route(self.scan.text, sighting.span)):
            needed = Support.CUED
        written_small = lies == "same" and sighting.key in self.scan.lower_words
        person = sighting.key in self.people and (rank or not is_state(sighting))  # "Colorado"
        if person or (rank and (written_small or self.scan.is_small)):
            needed = max(needed, Support.CUED)
        # "Ana Tolmen … stood near Tolmen": a village of that name is hardly anybody's subject.
        named_so = rank == _OTHERS and sighting.key in self._only_people
        if (
            named_so or sighting.key in self._spelt_out or sighting.key in words().directions
        ):  # "left the West cold"; West, Texas
            needed = Support.HELD
        if needed is Support.NONE:
            return True
        strong = self._strong_support(sighting, last)
        if strong is not None:
            return strong >= needed
        # Two of three names that the gazetteer knows end here: the rest costs ten times as much.
        if needed > Support.CUED or self._weak_support(sighting) < needed:
            return False
        if tag is None or tag.label not in _BODIES or lies != "inside":
            return True
        return self.is_embedded(sighting, tag.span)

    def _is_put(self, sighting: Sighting) -> bool:
        """Tell whether a name that the tagger passed over is a town's that something is in."""
        scan = self.scan
        if scan.left_word(sighting.span).lower() not in _PUTS or scan.is_small:
            return False
        place = sighting.places[0]
        told = size(place) >= LEAST_TOLD or place.kind is PlaceKind.ADMIN2
        if not told or len(sighting.name) < LEAST_PUT or scan.is_common(sighting):
            return False
        if is_no_name(sighting.name) or folded(place.name)[:1] != sighting.key[:1]:
            return False  # "in Ramadan": so was Turabah called
        return sighting.key not in self.people and not scan.right_word(sighting.span)[:1].isupper()

    def _strong_support(self, sighting: Sighting, last: Mention | None) -> Support | None:
        """Return what settles that a name is a place, ``None`` if nothing does."""
        scan, start = self.scan, sighting.span.start
        party = _PARTY.search(scan.text[max(0, start - 3) : start])
        held = sighting.span in self.in_brackets or has_holder(scan, sighting)
        if party or held or says_sort(scan, sighting):
            return Support.HELD
        common = scan.is_common(sighting)
        # "In Ardovia, Tolmen said that …": a man of that name was spoken of.
        listed = sighting.key not in self.people and continues(scan, sighting, last)
        said = is_part(scan, sighting.span) or heads_entry(scan, sighting)
        if not common and (said or listed or has_people(scan, sighting)):
            return Support.CONFIRMED
        if not common and is_taken(scan, sighting, (self.people, self.tagger.first_names)):
            return Support.CONFIRMED
        elsewhere = sighting.key in self.tagged
        if elsewhere and (self.is_cued(sighting) or self.is_settled(sighting.key)):
            return Support.CONFIRMED
        return None

    def _weak_support(self, sighting: Sighting) -> Support:
        """Return what speaks for a name being a place where nothing settles it."""
        if self.is_cued(sighting):
            return Support.CUED
        if self.is_settled(sighting.key) and not self.scan.is_common(sighting):
            return Support.SETTLED
        return Support.BELIEVED if self._is_believed(sighting) else Support.NONE

    def is_cued(self, sighting: Sighting) -> bool:
        """Tell whether a word beside a name puts it in space."""
        if sighting.span not in self._cued:
            self._cued[sighting.span] = has_cue(self.scan, sighting)
        return self._cued[sighting.span]

    def is_settled(self, key: str) -> bool:
        """Tell whether a word puts a name in space anywhere in the article."""
        if key not in self._settled:
            self._settled[key] = any(
                self.is_cued(other) and not self.scan.is_common(other)
                for other in self._by_key[key]
            )
        return self._settled[key]

    def is_embedded(self, sighting: Sighting, whole: Span) -> bool:
        """Tell whether a name inside the name of a body is a place."""
        bounds, parts = self._body(whole)
        first = bisect_right(bounds, sighting.span.start, key=itemgetter(1))
        last = bisect_left(bounds, sighting.span.end, first, key=itemgetter(0))
        if first and self.is_first_name(parts[first - 1]):
            return False  # "the Simon Rodriguez University"
        letter = self.tagger.names.letter(sighting.key) or "-"
        told = embedded.clues(parts, first, last, letter, self.tagger.first_names)
        return embedded.probability(told, embedded.weights()) >= EMBEDDED

    def is_first_name(self, word: str) -> bool:
        """Tell whether a word is somebody's first name."""
        return word.isalpha() and word.lower() in self.tagger.first_names

    def _body(self, whole: Span) -> _Body:
        """Return the bounds and words of the name of a body; a list of names may be a long one."""
        if whole not in self._bodies:
            bounds = prose.bounds(self.scan.text, whole.start, whole.end)
            self._bodies[whole] = bounds, [self.scan.text[start:end] for start, end in bounds]
        return self._bodies[whole]

    def is_false_friend(self, span: Span) -> bool:
        """Tell whether a name is that of a disease, of a drink or of a make of car."""
        left = self.scan.left_word(span)
        right = self.scan.right_word(span).lower()
        if right in words().bodies and span.of(self.scan.text).lower() in words().parts:
            return True  # "Metro police": how far they reach, and a town of Sumatra
        # "The county seat Tolmen" is no Seat.
        is_name = left[:1].isupper() or self.scan.is_small
        return right in words().sick or (is_name and left.lower() in words().makers)

    def is_unlisted_place(self, span: Span) -> bool:
        """Tell whether a place that only the tagger sees is believed."""
        name = span.of(self.scan.text)
        parts = name.lower().split()
        person = self.is_first_name(parts[0]) and not is_generic(parts[-1])
        if person or self.is_false_friend(span) or parts[0] in words().makers:
            return False
        # The town stands before its police; "the FMLN" was spelt out.
        if parts[-1] == "police" or fold(name) in self._spelt_out:
            return False
        if all(is_generic(word) for word in name.split()) or is_square(self.scan, span):
            return False
        if " " in name:
            return True
        left = self.scan.left_word(span).lower()
        known = words()
        beside = left in known.locative or left in known.moving or left in {"of", "the"}
        beside = beside or is_held(left)
        return beside and fold(name) not in self.people

    def _is_believed(self, sighting: Sighting) -> bool:
        """Tell whether a name is taken for a place with nothing beside it to say so."""
        place = sighting.places[0]
        if place.kind is PlaceKind.COUNTRY:
            return True
        if self.scan.is_common(sighting) or len(sighting.name) < 3:
            return False
        if place.kind in _AREAS or says_unit(sighting):
            return True
        if sighting.key in self.people:
            return False
        if size(place) >= WELL_KNOWN:
            return True
        if not is_curated(place):
            return False
        spoken_of = not self.scan.countries.isdisjoint(place.countries)
        return spoken_of or speaks_for_itself(sighting.name, sighting.places)


def _cannot_be(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether a name is a letter, a title, a day or an acronym, whatever stands beside it."""
    name = sighting.span.of(scan.text)
    low = name.strip(".").lower()
    place = sighting.places[0]
    if is_square(scan, sighting.span):
        return True
    if place.kind in _AREAS:
        return len(low) < 2
    if _is_bare_noun(scan, sighting) or is_half(scan, sighting):
        return True
    if name.isupper() and len(low) <= ACRONYM and not is_curated(place):
        return size(place) < WELL_KNOWN
    if low in NUMBERS and scan.right_word(sighting.span).islower():
        return True  # "Nine fishermen": Nine lies in Portugal
    small = len(low) < 2 or low in ARTICLES or is_front(low)
    return small or low in words().titles or low in words().calendar


def _is_bare_noun(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether a name only says a side or what a thing is: "North", "The River".

    GeoNames knows towns called so, and a state behind the name says that one of them is meant.
    """
    told = sighting.key.removeprefix("the ")
    known = words()
    bare = told in known.directions or (told != sighting.key and is_generic(told))
    return bare and not is_curated(sighting.places[0]) and not has_holder(scan, sighting)


def _rank(sighting: Sighting) -> int:
    """Return the column of the table of needs that a place stands in."""
    place = sighting.places[0]
    if place.kind in _AREAS or says_unit(sighting):
        return 0
    if is_state(sighting) and sighting.key == folded(place.name):
        return 0
    if is_curated(place):
        return 1
    return 2 if size(place) >= WELL_KNOWN else 3

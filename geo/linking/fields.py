"""A sentence taken apart: its words, clauses and contenders, and how these hang together.

A contender hangs on a preposition or mark, stands in, beside or inside another, or is a member of
a list with others. The weights of ``geo.linking.attachment`` know it by that.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from geo.language import text as texts
from geo.language.almanac import words
from geo.language.clauses import is_past, split
from geo.language.words import sort_of
from geo.linking.contenders import CROSSINGS, FINENESS, UNKNOWN, Contender, find, lists
from geo.linking.scenes import Sentence
from geo.model import MentionClass, PlaceKind, Span
from geo.toponymy.containers import lies_in
from geo.toponymy.cues import HELD

__all__ = ["AREAS", "Field"]

DERIVED, QUARTER = 2.5, 0.5
"""How fine a place is that others measure, and how much finer a suburb than its town."""
EVEN = 1.0
"""Members of a list are at most so much finer than one another."""
LONGEST_WAY, LONGEST_LINK = 7, 9
"""Words from a name back to its preposition, and between two names that belong together."""
LOOK_AHEAD = 4
"""Contenders behind one that may hang together with it."""
AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION})
GAPS_KEPT = 4096
"""Stretches between two names whose meaning is kept."""
_POSSESSIVE = re.compile(r"['’]s(?: \w+){0,4}(?: of)?(?: the)?")
_WITHIN = re.compile(
    r",|(?:,|[a-z]+)? ?(?:in|on)(?: the)?(?: [a-z-]+){0,5}|"
    # "Galdor, to the east of Tolmen, was shelled".
    r", (?:just |(?:some |about )?\d+ ?(?:km|kilomet(?:er|re)s|miles) )?"
    r"(?:to the )?(?:north|south|east|west)[a-z-]* of"
)
_BESIDE = re.compile(r"(?:\w+ ){1,2}of|")
# "X, a small village near Y", "X, a hamlet some 20 km from Y", "X, municipality of Y".
_APPOSED = re.compile(
    r", (?:(?:an?|the) (?:[a-z-]+ ){0,2}(?P<sort>[a-z]+) (?:[\w.-]+ ){0,3}?"
    r"(?:in|of|near|within|inside|outside|from)|(?P<unit>[a-z]+) of)(?: the)?"
)
_SORT_OF = re.compile(r"(?:[a-z-]+ ){0,2}(?P<sort>[a-z]+) of(?: the)?")
_JOINED = re.compile(
    r"(?:[a-z]+ )?(?P<by>, and|, as well as|as well as|,|and|or|&|/)(?: the| both)?"
    r"(?: [a-z]+){0,2}(?: of| in)?(?: the)?(?: [‘'])?"
)
_HELD = words("occupied besieged annexed contested divided blockaded")
"""Participles that describe a place."""
_WIDE = words("region province department governorate prefecture oblast")
"""What stands behind the name of a town that its region bears as well."""
LONGEST_SUCH = 5
"""Words in front of "including" in which it is said that they are places."""
_UNSAID = frozenset({"'s", "’s"})
_UNGOVERNED = frozenset({"^", "far", "verb"})
"""What is no preposition of a name."""
_MARKS = "-–‘'\"“"
_SORTS = {"lit": "P", "phr": "P", "mod": "N"}


class Field:
    """A sentence taken apart: its words, clauses and contenders, and how these hang together.

    Examples
    --------
    >>> text = "A bomb went off in Upper Tolmen on Monday."
    >>> told = Field(text, Sentence(Span(0, len(text)), 0, (), ()))
    >>> [(c.span.of(text), c.governor) for c in told.contenders]
    [('Upper Tolmen', 'in')]
    """

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text = text
        self.span = sentence.span
        self.bounds = texts.bounds(text, sentence.span.start, sentence.span.end)
        self.words = [text[start:end] for start, end in self.bounds]
        self.low = [word.lower() for word in self.words]
        self._starts = [start for start, _ in self.bounds]
        self.clauses = split(text, sentence.span)
        self._openings = [clause.span.start for clause in self.clauses]
        self.contenders = find(text, sentence, self.bounds)
        for contender in self.contenders:
            contender.first, contender.last = self.words_of(contender.span)
            self._describe(contender)
        self._link()
        self._list()

    def words_of(self, span: Span) -> tuple[int, int]:
        """Return the first word of a stretch and the one behind its last."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        return first, max(first + 1, bisect_left(self._starts, span.end))

    def word(self, at: int) -> str:
        """Return a word in small letters; ``^`` before the first, ``$`` behind the last."""
        if at < 0:
            return "^"
        return self.low[at] if at < len(self.low) else "$"

    def clause(self, at: int) -> int:
        """Return the number of the clause in which a word stands."""
        start = self._starts[at] if at < len(self._starts) else self.span.end
        return max(bisect_right(self._openings, start) - 1, 0)

    def _describe(self, contender: Contender) -> None:
        contender.kind, contender.fine = self._kind(contender)
        contender.sort = _SORTS.get(contender.kind[:3], "U")
        contender.governor, contender.at, contender.head, contender.way = self._governed(contender)
        derived = contender.place is not None and contender.place.derived
        if derived and contender.governor == "^" and self.word(contender.last) == ",":
            contender.governor = "in"  # "South of Tolmen, …" is a place as it stands
        contender.hangs_on = "brackets" if contender.governor in "()" else contender.governor
        if derived and contender.governor in _UNGOVERNED:
            contender.hangs_on, contender.at = "in", contender.first  # "shot two north of Tolmen"
        contender.in_space = contender.hangs_on in lists().locative

    def _kind(self, contender: Contender) -> tuple[str, float]:
        """Return the kind of a contender as the weights know it, and how fine it is."""
        resolution = contender.resolution
        if resolution is None:
            last = self.low[contender.last - 1].rstrip(".")
            return "un" + _ending(last) + ("I" if contender.inner else ""), self._told(contender)
        mention, place = resolution.mention, resolution.place
        if mention.use is MentionClass.MODIFIER:
            return "modifier", FINENESS[place.kind] if place else UNKNOWN
        if mention.found_by in CROSSINGS:
            return "lit:facility", FINENESS[PlaceKind.CROSSING]
        if place is None:
            return "lit:none", self._told(contender, mention.hint)
        if place.derived:
            return "phrase:" + mention.found_by, DERIVED
        if place.kind is PlaceKind.SETTLEMENT and self.word(contender.last) in _WIDE:
            return "lit:admin1", FINENESS[PlaceKind.ADMIN1]  # "in the Tolmen region"
        if place.kind is PlaceKind.CROSSING:
            return "lit:facility", FINENESS[place.kind]
        return "lit:" + place.kind.value, FINENESS[place.kind]

    def _told(self, contender: Contender, hint: str | None = None) -> float:
        """Return how fine an unknown place is by the words for its sort: "X district"."""
        for word in (hint or "", self.low[contender.last - 1], self.word(contender.last)):
            if sort := sort_of(word):
                kind = PlaceKind(sort)
                return FINENESS[kind] + QUARTER * (kind is PlaceKind.SETTLEMENT)
        return UNKNOWN

    def _governed(self, contender: Contender) -> tuple[str, int, str, str]:
        """Walk back from a name to what it hangs on: "in" of "in the Ardovian town of X"."""
        known, low = lists(), self.low
        way: list[str] = []
        at, steps = contender.first - 1, 0
        while at >= 0 and steps <= LONGEST_WAY:
            word = low[at]
            before = self.word(at - 1)
            if word in known.such and self._counts_places(at):
                return "in", at, before, _joined(way)
            if word == "of" and (before in known.sorts or before in known.parts):
                way.append("sort" if before in known.sorts else "part")
                at -= 1
            elif word == "of" or word in known.prepositions:
                return word, at, before, _joined(way)
            elif word in _UNSAID:
                way.append("poss")
            elif not word[0].isalnum():
                if word not in _MARKS:
                    return word if word in ",;:()." else "mark", at, before, _joined(way)
            elif word in known.relatives or word in {"and", "or", "but"}:
                return word, at, "", _joined(way)
            elif self.words[at][0].isupper() and at:
                way.append("name")
            elif self._describes(at):
                pass  # "near rebel-controlled Tolmen", "in besieged Tolmen"
            elif is_past(word) or word in {"is", "are"} or (not steps and word.endswith("ing")):
                return "verb", at, word, _joined(way)
            elif word in known.sorts:
                way.append("sort")
            at, steps = at - 1, steps + 1
        return ("^", at, "", _joined(way)) if at < 0 else ("far", at, "", _joined(way))

    def _describes(self, at: int) -> bool:
        """Tell whether a participle says whose a place is, and does nothing to it."""
        word, before = self.low[at], self.word(at - 1)
        if before == "-":
            return word in HELD
        return word in _HELD and (before == "the" or before in lists().prepositions)

    def _counts_places(self, at: int) -> bool:
        """Tell whether "including" goes on with some of several places: "in 3 towns, including"."""
        near = self.low[max(at - LONGEST_SUCH, 0) : at]
        told = max((i for i, word in enumerate(near) if word in lists().several), default=None)
        return told is not None and not any(map(is_past, near[told:]))

    def _link(self) -> None:
        """Note which contenders stand in, beside or inside one another."""
        for number, one in enumerate(self.contenders):
            for other in self.contenders[number + 1 : number + 1 + LOOK_AHEAD]:
                if other.first < one.last:
                    one.links.append(("covers", other))
                    other.links.append(("inside", one))
                    continue
                if other.first - one.last > LONGEST_LINK:
                    break
                told = _relation(" ".join(self.low[one.last : other.first]))
                # What is measured from a town holds none: "on the road to X, 12 km south of Y".
                measured = other.place is not None and other.place.derived
                if told and not (told == "in" and measured):
                    one.links.append((told + ">", other))
                    other.links.append(("<" + told, one))

    def _list(self) -> None:
        """Note which contenders are members of a list: "in Tolmen, Galdor and Holm".

        A country behind its town is none of them: "in Tolmen, Ardovia, and Galdor, Istria".
        """
        run: list[Contender] = []
        end, closed = 0, False
        for contender in self.contenders:
            if contender.kind == "modifier" or any(told == "inside" for told, _ in contender.links):
                continue
            if run and self._holds(contender, run[-1], end):
                end = contender.last
                continue
            joint = self._joint(run[-1], end, contender) if run else None
            if joint is None:
                _close(run, closed=closed)
                run, closed = [], False
            run.append(contender)
            end = contender.last
            closed = closed or (joint is not None and joint != ",")
        _close(run, closed=closed)

    def _holds(self, area: Contender, town: Contender, end: int) -> bool:
        """Tell whether an area stands behind a comma as that of a town: "Tolmen, Ardovia"."""
        between = self.low[end : area.first]
        if tuple(between) != (",",) or area.place is None or town.place is None:
            return False
        return area.place.kind in AREAS and lies_in(town.place, area.place)

    def _joint(self, last: Contender, end: int, contender: Contender) -> str | None:
        """Return the word that joins two members of a list, ``None`` if these are none."""
        if not end <= contender.first <= end + LONGEST_LINK:
            return None
        unsure = contender.resolution is None or last.resolution is None
        even = unsure or abs(last.fine - contender.fine) <= EVEN
        between = " ".join(self.low[end : contender.first])
        if (end > last.last or between.startswith(", and")) and not self._goes_on(
            between, contender
        ):
            return None
        return _joint(between) if even else None

    def _goes_on(self, between: str, contender: Contender) -> bool:
        """Tell whether a list goes on behind a country or a comma, and no clause begins there.

        "Four were killed in Tijuana, Mexico, and police in Lima …", "…, and Lima saw protests".
        """
        if between not in {",", ", and", ", and the", "and", "and the"}:
            return False
        told = any(map(is_past, self.low[: contender.first]))
        rest = self.low[contender.last : contender.last + 1]
        return not (told and any(map(is_past, rest)))


@lru_cache(maxsize=GAPS_KEPT)
def _joint(between: str) -> str | None:
    found = _JOINED.fullmatch(between)
    if found is None:
        return None
    # "Seized Goma and attacked Bukavu" is no list, "Kherson and occupied Luhansk" is one.
    acts = (word for word in between.split() if is_past(word) and word not in _HELD)
    return found.group("by") if next(acts, None) is None else None


def _ending(last: str) -> str:
    """Return what the last word of a name shows it to be: a street, a place to be in, a body."""
    known = lists()
    if last in known.streets:
        return "S"
    return "F" if last in known.venues else "B" if last in known.bodies else ""


def _joined(way: Sequence[str]) -> str:
    return "+".join(dict.fromkeys(way)) or "-"


@lru_cache(maxsize=GAPS_KEPT)
def _relation(between: str) -> str | None:
    """Return how the words between two names relate them: ``poss``, ``sort``, ``in`` and so on."""
    if _POSSESSIVE.fullmatch(between):
        return "poss"
    if _WITHIN.fullmatch(between):
        return "in"
    apposed = _APPOSED.fullmatch(between)
    if apposed and (apposed.group("sort") or apposed.group("unit")) in lists().sorts:
        return "in"
    if _JOINED.fullmatch(between):
        return "and"
    told = _SORT_OF.fullmatch(between)
    if told and told.group("sort") in lists().sorts:
        return "sort"  # "the Tolmen suburb of Galdor", "Galdor district of Tolmen"
    return "beside" if _BESIDE.fullmatch(between) else None


def _close(run: list[Contender], *, closed: bool) -> None:
    """Let the members of a list know one another; commas alone make none: "Tolmen, Ardovia"."""
    if closed and len(run) > 1:
        for contender in run:
            contender.listed = tuple(run)

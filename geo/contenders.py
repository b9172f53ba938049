"""The places that a sentence offers to its incidents: its mentions, and names that no list knows.

A contender need not be in the gazetteer: of 5,796 places that were marked in sentences of news (the
rows of ``tools/train_attachment.py``) 19 % are found by nobody, and a village that nobody knows
must not leave its incident to the capital named beside it. What is no place at all among these
names, a person or a body, is left to ``geo.attachment`` to turn down.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any, TypeAlias

from geo import text as texts
from geo.almanac import MONTHS, WEEKDAYS, alternatives, words
from geo.clauses import is_past, split
from geo.model import MentionClass, Place, PlaceKind, Resolution, Span
from geo.passage import is_beside, is_passed, names_road, says_which_border
from geo.scenes import Sentence
from geo.tagger import ARTICLES
from geo.words import sort_of

__all__ = ["FINENESS", "Contender", "Field", "Lists", "lists"]

FINENESS = {
    PlaceKind.FACILITY: 6.0,
    PlaceKind.CROSSING: 6.0,
    PlaceKind.SETTLEMENT: 5.0,
    PlaceKind.RELIEF: 4.0,
    PlaceKind.WATER: 4.0,
    PlaceKind.ADMIN2: 3.0,
    PlaceKind.REGION: 2.0,
    PlaceKind.ADMIN1: 2.0,
    PlaceKind.COUNTRY: 1.0,
}
"""A church in a town in a state: the finer place tells more."""
UNKNOWN, DERIVED, QUARTER = 5.5, 2.5, 0.5
"""How fine a name without a sort is, and a place that others measure; a suburb above a town."""
EVEN = 1.0
"""Members of a list are at most so much finer than one another."""
LONGEST_WAY, LONGEST_LINK = 7, 9
"""Words from a name back to its preposition, and between two names that belong together."""
LOOK_AHEAD = 4
GAPS_KEPT = 4096
"""Stretches between two names whose meaning is kept."""
MOST = 40
"""Contenders of a sentence; one with more is a table."""
SHORTEST, SHORT_CAPITALS, CAPITALS = 3, 5, 0.5

_ARTICLES = ARTICLES | {"un", "ul"}
_PART = (
    rf"(?:(?:{alternatives(_ARTICLES)})[-–’'‘])?"
    r"[^\W\d_a-z](?:[^\W_]|[’'‘`](?=[^\W\d_])(?!s\b)|[-–](?=[^\W_]))*"
)
_NAME = re.compile(
    rf"(?<![\w’'‘.@-]){_PART}(?:[ \u00a0/]{{1,2}}"
    rf"(?:(?:of|de|del|da|do|la|el|e|al|as|ul|i|the) )?{_PART}){{0,4}}(?: \d{{1,3}}(?![\d,.]?\w))?"
)
_WORD = re.compile(r"[^\s/]+")
# "Sunni-majority", "Saudi-backed": of what sort something is.
_SORT = re.compile(
    r"[^\W\d_]\w+-(?:majority|minority|led|backed|run|dominated|held|controlled|populated|owned|born|speaking|"
    r"made|based|bound|trained|supported|allied|linked|occupied|administered|ruled|supplied|funded|sponsored)"
)
_POSSESSIVE = re.compile(r"['’]s(?: \w+){0,4}(?: of)?(?: the)?")
_WITHIN = re.compile(r",|(?:,|[a-z]+)? ?(?:in|on)(?: the)?(?: [a-z-]+){0,5}")
_BESIDE = re.compile(r"(?:\w+ ){1,2}of|")
# "X, a small village near Y", "X, a hamlet some 20 km from Y", "X, municipality of Y".
_APPOSED = re.compile(
    r", (?:(?:an?|the) (?:[a-z-]+ ){0,2}(?P<sort>[a-z]+) (?:[\w.-]+ ){0,3}?"
    r"(?:in|of|near|within|inside|outside|from)|(?P<unit>[a-z]+) of)(?: the)?"
)
_SORT_OF = re.compile(r"(?:[a-z-]+ ){0,2}(?P<sort>[a-z]+) of(?: the)?")
_JOINED = re.compile(
    r"(?:[a-z]+ )?(?P<by>,|and|or|&|/|, and|as well as|, as well as)(?: the| both)?"
    r"(?: [a-z]+){0,2}(?: of| in)?(?: the)?(?: [‘'])?"
)
_NEXT = re.compile(r"\s(\w+)")
_CROSSINGS = frozenset({"crossings", "crossing"})
_WIDE = words("region province department governorate prefecture oblast")
"""What stands behind the name of a town that its region bears as well."""
_UNSAID = frozenset({"'s", "’s"})
_UNGOVERNED = frozenset({"^", "far", "verb"})
"""What is no preposition of a name."""
_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_MARKS = "-–‘'\"“"
_SORTS = {"lit": "P", "phr": "P", "mod": "N"}
_CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)


Bounds: TypeAlias = Sequence[tuple[int, int]]
"""Where the words of a sentence begin and end."""
Part: TypeAlias = tuple[Any, ...]
"""A group of clues, and the values that it is made of (``geo.attachment``)."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists by what they are for; ``attachment.toml`` explains each."""

    locative: frozenset[str]
    prepositions: frozenset[str]
    sorts: frozenset[str]
    parts: frozenset[str]
    venues: frozenset[str]
    streets: frozenset[str]
    street_first: frozenset[str]
    urban: frozenset[str]
    bodies: frozenset[str]
    reports: frozenset[str]
    speakers: frozenset[str]
    tellers: frozenset[str]
    relatives: frozenset[str]
    small: frozenset[str]
    no_names: frozenset[str]
    peoples: frozenset[str]
    troops: frozenset[str]
    take_places: tuple[str, ...]
    captures: tuple[str, ...]


@cache
def lists() -> Lists:
    """Read the lists."""
    table = tomllib.loads(resources.files("geo").joinpath("attachment.toml").read_text("utf-8"))
    take_places, captures = (tuple(table.pop(name)) for name in ("take_places", "captures"))
    told = {name: frozenset(rows) for name, rows in table.items()}
    told["prepositions"] |= told["locative"]
    told["no_names"] |= _CALENDAR
    return Lists(**told, take_places=take_places, captures=captures)


@dataclass(slots=True, eq=False)
class Contender:
    """A name of a sentence that may say where something was.

    ``resolution`` is ``None`` for a name that only its capitals show, ``inner`` what was found
    inside of it ("Oslo" in "Oslo Opera House"). ``first`` and ``last`` count the words of the
    sentence, half open; ``governor`` is the preposition or mark that the name hangs on, ``at``
    where it stands, ``head`` the word before that, ``way`` what lies between. ``sort`` is P for a
    place, N for whose of one it is, U for a name at most; ``hangs_on`` the governor as the weights
    know it, ``in_space`` whether that puts something there. ``parts`` and ``own`` are its clues
    and their sum.
    """

    span: Span
    resolution: Resolution | None
    inner: Resolution | None = None
    first: int = 0
    last: int = 0
    kind: str = ""
    fine: float = UNKNOWN
    governor: str = "^"
    at: int = -1
    head: str = ""
    way: str = ""
    sort: str = "U"
    hangs_on: str = "^"
    in_space: bool = False
    links: list[tuple[str, Contender]] = field(default_factory=list)
    listed: tuple[Contender, ...] = ()
    parts: Sequence[Part] = ()
    own: float = 0.0

    @property
    def known(self) -> bool:
        """Tell whether a list or the tagger has the name as one of a place."""
        return self.resolution is not None

    @property
    def is_crossing(self) -> bool:
        """Tell whether it is a border crossing, or a set of them that may stay open."""
        found = self.resolution
        return found is not None and (
            found.mention.found_by in _CROSSINGS
            or (found.place is not None and found.place.kind is PlaceKind.CROSSING)
        )

    @property
    def place(self) -> Place | None:
        """The place that it is, if one was found."""
        return self.resolution.place if self.resolution is not None else None


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
        self.contenders = _contenders(text, sentence, self.bounds)
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
        if mention.found_by in _CROSSINGS:
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
        known, low, way = lists(), self.low, []
        at, steps = contender.first - 1, 0
        while at >= 0 and steps <= LONGEST_WAY:
            word = low[at]
            before = self.word(at - 1)
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
            elif is_past(word) or word in {"is", "are"} or (not steps and word.endswith("ing")):
                return "verb", at, word, _joined(way)
            elif word in known.sorts:
                way.append("sort")
            at, steps = at - 1, steps + 1
        return ("^", at, "", _joined(way)) if at < 0 else ("far", at, "", _joined(way))

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
                if told := _relation(" ".join(self.low[one.last : other.first])):
                    one.links.append((told + ">", other))
                    other.links.append(("<" + told, one))

    def _list(self) -> None:
        """Note which contenders are members of a list: "in Tolmen, Galdor and Holm"."""
        run: list[Contender] = []
        closed = False
        for contender in self.contenders:
            if contender.kind == "modifier" or any(told == "inside" for told, _ in contender.links):
                continue
            joint = self._joint(run[-1], contender) if run else None
            if joint is None:
                _close(run, closed=closed)
                run, closed = [], False
            run.append(contender)
            closed = closed or (joint is not None and joint != ",")
        _close(run, closed=closed)

    def _joint(self, last: Contender, contender: Contender) -> str | None:
        """Return the word that joins two members of a list, ``None`` if these are none."""
        if not last.last <= contender.first <= last.last + LONGEST_LINK:
            return None
        unsure = contender.resolution is None or last.resolution is None
        even = unsure or abs(last.fine - contender.fine) <= EVEN
        return _joint(" ".join(self.low[last.last : contender.first])) if even else None


@lru_cache(maxsize=GAPS_KEPT)
def _joint(between: str) -> str | None:
    found = _JOINED.fullmatch(between)
    return found.group("by") if found else None


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


def _contenders(text: str, sentence: Sentence, bounds: Bounds) -> list[Contender]:
    """Return the mentions that can carry an incident and the names in no list, in their order."""
    named = [r for r in sentence.resolutions if _may_carry(r)]
    phrases = [r for r in named if r.mention.found_by in _CROSSINGS]
    found = [
        Contender(r.mention.span, r)
        for r in named
        if not any(says_which_border(text, phrase, r) for phrase in phrases)
    ]
    found += _unlisted(text, sentence, bounds)
    found = [c for c in found if not _is_no_scene(text, c)]
    if any(is_beside(text, r.mention.span) for r in sentence.resolutions):
        found = [c for c in found if not names_road(text, c.span)]
    return sorted(found, key=lambda c: (c.span.start, -c.span.end))[:MOST]


def _is_no_scene(text: str, one: Contender) -> bool:
    """Tell whether somebody only passed, or a name is that of troops: "the Tolmen battalion"."""
    if is_passed(text, one.span, one.place):
        return True
    behind = _NEXT.match(text, one.span.end)
    return behind is not None and behind.group(1).lower() in lists().troops


def _may_carry(resolution: Resolution) -> bool:
    mention = resolution.mention
    literal = mention.use is MentionClass.LITERAL and mention.relation != "reference"
    if mention.use is not MentionClass.MODIFIER or resolution.place is None:
        return literal
    # "Outside a U.S. outpost": whose it is, wherever that stands.
    return mention.relation is None or resolution.place.kind is not PlaceKind.COUNTRY


def _shouts(said: str) -> bool:
    small = said.encode("ascii", "ignore")
    if 2 * (len(small) - len(small.translate(None, _SMALL))) >= len(said):
        return False  # as good as always, and told in a tenth of the time
    return sum(map(str.isupper, said)) > CAPITALS * sum(map(str.isalpha, said))


def _names(text: str, span: Span, bounds: Bounds) -> Iterator[tuple[int, int]]:
    """Yield where names stand; only where a word has a capital or an article can one begin."""
    last = span.start
    for start, end in bounds:
        first = text[start]
        if start < last or not (first.isupper() or first > "z" or text[start:end] in _ARTICLES):
            continue
        if match := _NAME.match(text, start, span.end):
            yield match.span()
            last = match.end()


def _unlisted(text: str, sentence: Sentence, bounds: Bounds) -> Iterator[Contender]:
    """Yield the names of a sentence that no mention has whole, be they of places or not."""
    if _shouts(sentence.span.of(text)):
        return  # capitals show no name where all are
    taken = [when.span for when in sentence.whens if when.span is not None]
    for start, end in _names(text, sentence.span, bounds):
        span = _trimmed(text, start, end)
        if span is None or any(span.overlaps(when) for when in taken):
            continue
        met = [r for r in sentence.resolutions if r.mention.span.overlaps(span)]
        named = [r for r in met if r.mention.found_by == "name"]
        if named and "/" in span.of(text) and _is_one_place(named):
            continue  # "Tolmen/Tolmina": one of its names is known
        inside = all(span.covers(r.mention.span) for r in named)
        if inside and not any(r.mention.span.covers(span) for r in met):
            yield Contender(span, None, inner=named[0] if named else None)


def _is_one_place(named: Sequence[Resolution]) -> bool:
    """Tell names of one place from the two towns of a dateline: "TOLMEN/GALDOR, March 4"."""
    literal = all(r.mention.use is MentionClass.LITERAL for r in named)
    return literal and len({r.place.id if r.place is not None else None for r in named}) == 1


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Take small words and titles off the ends of a name; ``None`` if nothing is left."""
    known = lists()
    words = [m.span() for m in _WORD.finditer(text, start, end)]
    first, last = 0, len(words)
    while first < last and (
        _is_no_name(text[slice(*words[first])].lower(), known)
        or _SORT.fullmatch(text, *words[first])
    ):
        first += 1
    while first < last and text[slice(*words[last - 1])].lower() in known.no_names:
        last -= 1
    if all(text[slice(*word)].lower() in known.peoples for word in words[first:last]):
        return None  # also where nothing is left
    span = Span(words[first][0], words[last - 1][1])
    name = span.of(text)
    small = len(name) < SHORTEST or (name.isupper() and len(name) <= SHORT_CAPITALS)
    return None if small else span


def _is_no_name(word: str, known: Lists) -> bool:
    return word in texts.STARTERS or word in known.no_names or word in known.prepositions

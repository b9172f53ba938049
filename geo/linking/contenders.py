"""The places that a sentence offers to its incidents: its mentions, and names that no list knows.

A contender need not be in the gazetteer: of 5,796 places that were marked in sentences of news (the
rows of ``tools/train_attachment.py``) 19 % are found by nobody, and a village that nobody knows
must not leave its incident to the capital named beside it. What is no place at all among these
names, a person or a body, is left to ``geo.linking.attachment`` to turn down.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, TypeAlias

from geo.language import text as texts
from geo.language.almanac import MONTHS, WEEKDAYS, alternatives
from geo.language.late import late
from geo.language.tagger import ARTICLES
from geo.linking.passage import is_beside, is_passed, names_road, says_which_border
from geo.linking.scenes import Sentence
from geo.linking.utterances import is_base
from geo.model import MentionClass, Place, PlaceKind, Resolution, Span

__all__ = [
    "CROSSINGS",
    "FINENESS",
    "UNKNOWN",
    "Bounds",
    "Contender",
    "Lists",
    "Part",
    "find",
    "lists",
]

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
UNKNOWN = 5.5
"""How fine a name without a sort is."""
MOST = 40
"""Contenders of a sentence; one with more is a table."""
SHORTEST, SHORT_CAPITALS = 3, 5
"""Letters of a name at least, and of one in capitals at most that may be an abbreviation."""
CAPITALS = 0.5
"""Share of capitals among the letters above which words shout."""

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
    r"(?:[^\W\d_]\w+-){1,2}(?:majority|minority|led|backed|run|dominated|held|controlled|populated|owned|born|speaking|"
    r"made|based|bound|trained|supported|allied|linked|occupied|administered|ruled|supplied|funded|sponsored)"
)
# "A U.S. drone", "US air strikes", "a UK strike on": not "a U.S. port strike".
_ARMS = late(
    r"\.?(?:-led)?\s+(?:[a-z-]+\s+){0,2}?(?:drones?|missiles?|rockets?|helicopters?|gunships?|warplanes?|"
    r"(?:fighter\s+)?jets?|bombers?|aircraft|planes?|warships?|artillery|shells?|tanks?|"
    r"air[\s-]?(?:strikes?|raids?|attacks?)|strikes?(?=\s+(?:on|against|killed)\b))\b"
)
BODY_BEFORE = 60
"""Characters before a name in which it is said to be that of a body."""
_OF_BODY = re.compile(
    r"\b(?:the|an?|its|their|another)\s+(?:[\w’'-]+\s+){0,4}?(?P<body>[a-z]+),\s$"
)
_NEXT = re.compile(r"\s(\w+)")
_NEXT_TWO = re.compile(r"[ -](\w+)(?: (\w+))?")
CROSSINGS = frozenset({"crossings", "crossing"})
_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)


Bounds: TypeAlias = Sequence[tuple[int, int]]
"""Where the words of a sentence begin and end."""
Part: TypeAlias = tuple[Any, ...]
"""A group of clues, and the values that it is made of (``geo.linking.attachment``)."""


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
    abroad: frozenset[str]
    such: frozenset[str]
    several: frozenset[str]
    take_places: tuple[str, ...]
    captures: tuple[str, ...]


@cache
def lists() -> Lists:
    """Read the lists."""
    table = tomllib.loads(
        resources.files("geo.linking").joinpath("attachment.toml").read_text("utf-8")
    )
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
            found.mention.found_by in CROSSINGS
            or (found.place is not None and found.place.kind is PlaceKind.CROSSING)
        )

    @property
    def place(self) -> Place | None:
        """The place that it is, if one was found."""
        return self.resolution.place if self.resolution is not None else None


def find(text: str, sentence: Sentence, bounds: Bounds) -> list[Contender]:
    """Return the mentions that can carry an incident and the names in no list, in their order."""
    named = [r for r in sentence.resolutions if _may_carry(r)]
    phrases = [r for r in named if r.mention.found_by in CROSSINGS]
    found = [
        Contender(r.mention.span, r)
        for r in named
        if not any(says_which_border(text, phrase, r) for phrase in phrases)
    ]
    found += _unlisted(text, sentence, bounds)
    found = [c for c in found if not _is_no_scene(text, c)]
    # Where a unit is based is where it acts only if nothing else is named.
    found = [c for c in found if not is_base(text, c.span)] or found
    if any(is_beside(text, r.mention.span) for r in sentence.resolutions):
        found = [c for c in found if not names_road(text, c.span)]
    return sorted(found, key=lambda c: (c.span.start, -c.span.end))[:MOST]


def _is_no_scene(text: str, one: Contender) -> bool:
    """Tell whether somebody only passed, or a name is that of troops: "the Tolmen battalion"."""
    if is_passed(text, one.span, one.place) or _is_whose(text, one):
        return True
    behind = _NEXT.match(text, one.span.end)
    return behind is not None and behind.group(1).lower() in lists().troops


def _is_whose(text: str, one: Contender) -> bool:
    """Tell whether a country is only whose something is: "killed in a U.S. air strike".

    Its name in full may be where arms struck: "the Yemen air strike".
    """
    found = one.resolution
    if found is None or found.place is None or found.place.kind is not PlaceKind.COUNTRY:
        return False
    if one.span.of(text).isupper() and _ARMS.match(text, one.span.end):
        return True
    behind = _NEXT_TWO.match(text, one.span.end)
    if found.mention.use is not MentionClass.MODIFIER or behind is None:
        return False
    return not lists().abroad.isdisjoint(word.lower() for word in behind.groups(""))


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
        if not named and _names_body(text, span):
            continue
        if inside and not any(r.mention.span.covers(span) for r in met):
            yield Contender(span, None, inner=named[0] if named else None)


def _names_body(text: str, span: Span) -> bool:
    """Tell whether a name is that of a body just spoken of: "according to the union, ORVAPOL"."""
    before = _OF_BODY.search(text, max(0, span.start - BODY_BEFORE), span.start)
    return before is not None and before["body"].lower() in lists().bodies


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

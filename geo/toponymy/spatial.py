"""Find what a text places by others: "15 km south of X", "between X and Y", "the X border".

Only the words are found here, around the mentions that ``geo.mentions`` has found; what stands
behind them is read in ``geo.toponymy.landmarks``, and where that is, is computed in
``geo.toponymy.relations``. Every pattern is bounded, so the time is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from geo.language.late import late
from geo.model import Mention, MentionClass, Span
from geo.toponymy.distances import QUANTITY, Distance, one_of, read, table
from geo.toponymy.landmarks import AND, LONGEST_GAP, SORTS, Landmark, Landmarks

__all__ = ["Relation", "find", "is_about_two", "is_on_route"]

ROUTE_BACK = 30
"""Characters of the name before a dash, in "the Tolmen-Galdor road"."""
LOOK_BACK = 90
"""Characters in front of a phrase in which the place may be named that it describes."""

WINDOW = 110
"""Characters on both sides of a word such as "km" or "border" in which its phrase lies."""
ON_BEFORE = 30
"""Characters in front of "X–Y highway" and "between X and Y" that may hold "on the" and "talks"."""
_PARAGRAPH = re.compile(r"\n\s*\n")
DUE = 11.25
"""Degrees by which "due south" may be off: as the finest point of the compass in use."""

_USES = {
    MentionClass.LITERAL,
    MentionClass.MODIFIER,
    MentionClass.METONYM,
    MentionClass.DEMONYM,
}
_W = table()["words"]
_COMPASS: dict[str, tuple[float, float, str]] = {k: tuple(v) for k, v in table()["compass"].items()}


_POINTS = ["north", "south", "east", "west"]
_COASTS = ["coast", "shore"]
# Short units are parts of many words, and count behind a figure only.
_UNIT_WORDS = {word for unit in table()["units"].values() for word in unit["words"]}
_UNIT_STEMS = sorted(
    word
    for word in _UNIT_WORDS
    if (len(word) > 2 or word == "km")
    and not any(w in word for w in _UNIT_WORDS - {word, "m", "mi"})
)
_SHORT_UNIT = re.compile(r"\d[\s-]?(?:mi|m|yd|ft)\b")


_POINT = r"(?:north|south|east|west)"
_SIDE = (
    rf"(?:(?P<due>{one_of(_W['due'])})\s+)?"
    rf"(?P<side>{_POINT}(?:[\s-]?{_POINT}){{0,2}}|[NSEW]|[NS]{{1,2}}[EW]|[EW][NS][EW])(?:wards?|ern\s+side)?"
)
_AMOUNT = late(QUANTITY, re.IGNORECASE)
# Behind a distance: "south of", "to the south of", "due south of"
_THAT_WAY = late(
    rf"(?:(?:away\s+)?(?:to|in)\s+the\s+|away\s+)?{_SIDE}(?:\s+of|\s+from)\s+", re.IGNORECASE
)
# "from", "outside", "off"; "within a mile of"
_APART = re.compile(
    r"(?:radius\s+|away\s+)?"
    r"(?P<link>from|outside(?:\s+of)?|of|off|beyond|inland\s+from|short\s+of)\s+",
    re.IGNORECASE,
)
# "just south of", "south-east of"; with "the" it divides X: "the south of X".
_TOWARDS = re.compile(
    rf"(?<![\w'’-])(?<!\bthe\s)(?:(?P<just>{one_of(_W['just'])})\s+)?{_SIDE}\s+of\s+",
    re.IGNORECASE,
)
_JUST_OUTSIDE = re.compile(
    r"(?<![\w-])(?P<just>just)\s+(?:outside(?:\s+of)?|beyond)\s+", re.IGNORECASE
)
_BETWEEN = re.compile(r"(?<![\w-])(?P<half>(?:half-?\s?way|mid-?way)\s+)?between\s+", re.IGNORECASE)
_ON_A = r"(?:(?:on|along)\s+(?:the|a)\s+(?:[a-z]{1,15}\s+){0,2}?)?"
_ROAD = late(
    rf"(?<![\w-]){_ON_A}{one_of(_W['roads'])}\s+(?:(?:that|which)\s+)?(?:(?:runs?|running|leads?|"
    r"leading)\s+)?(?:from|between|linking|links|connecting|connects|joining|joins)\s+",
    re.IGNORECASE,
)
# "On a train travelling from X to Y" is between the two as well.
_WAY = re.compile(
    r"(?<![\w-])(?:travell?ing|driving|riding|flying|sailing|going|en\s+route|on\s+(?:its|his|her|their|the)"
    r"\s+way)\s+from\s+",
    re.IGNORECASE,
)
_OF_ROAD = rf"\s+of\s+(?:the\s+)?(?:[a-z]{{1,15}}\s+)?{one_of(_W['roads'])}"
_PART = rf"(?P<part>{one_of(_W['stretches'])})(?:{_OF_ROAD})?"
_ROAD_BEHIND = late(rf"\s+(?:[a-z]{{1,15}}\s+)?(?:{one_of(_W['roads'])}|{_PART})\b", re.IGNORECASE)
# "The Tolmen-Galdor road": at the first name, and at the second.
_ROUTE_AHEAD = late(
    r"[-–][A-Z][\w’']+(?:[ -][A-Z][\w’']+)?\s+(?:[a-z]{1,15}\s+)?"
    rf"{one_of(_W['roads'] + _W['stretches'])}\b"
)
_ROUTE_BACK = re.compile(r"\b[A-Z][\w’']+[-–]$")
_ON_BEFORE = re.compile(r"\b(?:on|along)\s+(?:the\s+)?(?:[a-z]{1,15}\s+)?$", re.IGNORECASE)
_EDGE = late(
    rf"(?<![\w-])(?:on|in|at|near)\s+the\s+(?:[a-z-]{{1,15}}\s+)?{one_of(_W['edge'])}\s+of\s+",
    re.IGNORECASE,
)
_OFF = re.compile(r"(?<![\w-])off\s+(?:of\s+)?", re.IGNORECASE)
_NEAR = re.compile(
    rf"(?<![\w-])(?:(?P<near>{one_of(_W['near'])})|{one_of(_W['on'])})\s+", re.IGNORECASE
)
_TO = re.compile(r"\s+(?:to|and|with|towards?)\s+", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–—/]\s?|-to-|\s+to\s+", re.IGNORECASE)
# "Tolmen, about", "Tolmen (", "Tolmen, a town of 5,000 people", "Tolmen, which lies", "Tolmen
# (rebel-held, "
_SAYS_WHERE = late(
    r"\s\((?:[a-z]+-){1,3}[a-z]+,\s|"
    r"\s?(?:[,(–—-]\s?)?(?:(?:which|that)\s+)?(?:(?:is|lies|lie|are|was|were|sits|stands)\s+)?"
    r"(?:(?:located|situated|lying|roughly|about)\s+)?|"
    rf"\s?,\s+(?:an?|the)\s+(?:[a-z-]{{1,15}}\s+){{0,3}}?{SORTS}(?:\s+of\s+[\d,]{{1,9}}\s+[a-z]+)?,?\s+"
)
# "On the road to X, 12 km south of Y": that is where on it, and no word of X.
_LEADS_TO = late(r"\b(?:road|highway|motorway|route|track|way)\s+to\s+(?:the\s+)?$", re.IGNORECASE)
_NO_LINK = late(rf"\b{one_of(_W['not_between'])}\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relation:
    """A phrase that says where something is by other places.

    Attributes
    ----------
    span
        The whole phrase.
    kind
        ``offset`` (distance and direction), ``distance``, ``side`` (direction alone), ``between``,
        ``halfway``, ``road``, ``border``, ``coast`` or ``edge``.
    references
        The mentions it measures from, in the order of the text.
    subject
        The mention right before that the phrase describes: "Tolmen, 15 km south of Estrun".
    distance, bearing, spread
        The told distance; degrees clockwise from north, and by how much they may be off.
    side
        The direction in words: "south", "due north-west".
    close
        "Just south of", "on" the border rather than near it.
    """

    span: Span
    kind: str
    references: tuple[Mention, ...]
    subject: Mention | None = None
    distance: Distance | None = None
    bearing: float | None = None
    spread: float | None = None
    side: str = ""
    close: bool = False


def is_on_route(text: str, span: Span) -> bool:
    """Tell whether a name is one end of a road: "the Tolmen-Galdor road".

    Examples
    --------
    >>> is_on_route("The Tolmen-Galdor road is shut.", Span(4, 10))
    True
    >>> is_on_route("The Tolmen-based road show", Span(4, 10))
    False
    """
    dash = text[span.end : span.end + 1]
    if dash in {"-", "–"}:
        return _ROUTE_AHEAD.match(text, span.end) is not None
    back = text[max(span.start - ROUTE_BACK, 0) : span.start]
    return back[-1:] in {"-", "–"} and bool(
        _ROUTE_BACK.search(back) and _ROAD_BEHIND.match(text, span.end)
    )


def is_about_two(text: str, at: int) -> bool:
    """Tell whether "between" is of what two have with each other, and of no place.

    Examples
    --------
    >>> is_about_two("Talks between X and Y", 6), is_about_two("A bus between X and Y", 6)
    (True, False)
    """
    return _NO_LINK.search(text, max(at - ON_BEFORE, 0), at) is not None


def find(text: str, mentions: Iterable[Mention]) -> tuple[Relation, ...]:
    """Find the spatial relations of a text, each stretch of it once.

    Parameters
    ----------
    text
        The text.
    mentions
        The places it names, as ``geo.mentions`` found them.

    Returns
    -------
    Relations in the order of the text, not overlapping. A phrase whose place nobody knows is none.

    Examples
    --------
    >>> text = "A convoy was hit 15 km south of Tolmen."
    >>> tolmen = Mention(Span(32, 38), "Tolmen", MentionClass.LITERAL)
    >>> [(r.kind, r.span.of(text), r.bearing) for r in find(text, [tolmen])]
    [('offset', '15 km south of Tolmen', 180.0)]
    """
    return _Finder(text, mentions).relations


class _Finder:
    """One text under the eye, with its mentions and the landmarks that they make."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self.text = text
        low = text.replace("İ", "i").lower()  # the only letter that grows when made small
        self.low = low if len(low) == len(text) else text
        named = [m for m in mentions if m.found_by in {"name", "direction"}]
        self.mentions = sorted((m for m in named if m.use in _USES), key=lambda m: m.span)
        self.landmarks = Landmarks(text, self.mentions)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Everything found; of two that overlap the one that says more, then the earlier."""
        if not self.mentions:
            return ()
        taken = bytearray(len(self.text))
        kept: list[Relation] = []
        for rule in (self._measured, self._lines, self._roads, self._betweens, self._sides):
            for found in rule():
                start, end = found.span.start, found.span.end
                if not any(taken[start:end]) and not _PARAGRAPH.search(self.text, start, end):
                    taken[start:end] = b"\1" * (end - start)
                    kept.append(replace(found, subject=self._subject(found)))
        return tuple(sorted(kept, key=lambda r: r.span))

    # ------------------------------------------------------------ the rules

    def _measured(self) -> Iterator[Relation]:
        for start, end in self._around(_UNIT_STEMS, _SHORT_UNIT):
            for match in _AMOUNT.finditer(self.text, start, end):
                if found := self._at_a_distance(match):
                    yield found

    def _at_a_distance(self, match: re.Match[str]) -> Relation | None:
        """Read what stands behind a distance: "south of X", "from X", "off the coast of X"."""
        if way := _THAT_WAY.match(self.text, match.end()):
            target = self.landmarks.measured(way.end())
            known = _way(way) | {"distance": read(match)}
            return self._relation(match, target, "offset", **known) if target else None
        link = _APART.match(self.text, match.end())
        said = link["link"].lower() if link else ""
        if link is None or (said == "of" and (match["mode"] or "").lower() != "within"):
            return None  # "40 miles of Ohio road"
        target = self.landmarks.measured(link.end(), sea=said == "off")
        return self._relation(match, target, "distance", distance=read(match)) if target else None

    def _lines(self) -> Iterator[Relation]:
        """Borders and coasts without a distance, and the edges of towns."""
        for start, end in self._around(_W["border"]):
            for match in _NEAR.finditer(self.text, start, end):
                if target := self.landmarks.border(match.end()):
                    yield self._relation(match, target, "border", close=match["near"] is None)
        for start, end in self._around(_COASTS):
            for match in _OFF.finditer(self.text, start, end):
                if target := self.landmarks.coast(match.end()):
                    yield self._relation(match, target, "coast")
        for start, end in self._around(_W["edge"]):
            for match in _EDGE.finditer(self.text, start, end):
                if place := self.landmarks.place(match.end()):
                    yield self._relation(match, Landmark("edge", (place,), place.span.end), "edge")

    def _roads(self) -> Iterator[Relation]:
        windows = self._around(_W["roads"] + _W["stretches"])
        for start, end in windows:
            for match in _ROAD.finditer(self.text, start, end):
                if pair := self.landmarks.pair(match.end(), _TO):
                    yield self._relation(match, pair, "road")
        for match in self._each(_WAY, ["from"]):
            if pair := self.landmarks.pair(match.end(), _TO):
                yield self._relation(match, pair, "road")
        for first, second in pairwise(self.mentions if windows else ()):
            if found := self._road_of(first, second):
                yield found

    def _road_of(self, first: Mention, second: Mention) -> Relation | None:
        """Read "the X–Y highway"."""
        joint = Span(first.span.end, min(second.span.start, first.span.end + LONGEST_GAP))
        if not _DASH.fullmatch(self.text, joint.start, joint.end):
            return None
        tail = _ROAD_BEHIND.match(self.text, second.span.end)
        if tail is None:
            return None
        at = first.span.start
        before = _ON_BEFORE.search(self.text, max(at - ON_BEFORE, 0), at)
        if tail["part"] and before is None:
            return None  # "the Tolmen–Galdor axis" of diplomats
        return Relation(Span(before.start() if before else at, tail.end()), "road", (first, second))

    def _betweens(self) -> Iterator[Relation]:
        for match in self._each(_BETWEEN, ["between"]):
            pair = self.landmarks.pair(match.end(), AND)
            if pair is None:
                continue
            if match["half"]:
                yield self._relation(match, pair, "halfway")
            elif self._is_spatial(match.start(), pair.references):
                yield self._relation(match, pair, "between")

    def _sides(self) -> Iterator[Relation]:
        for match in self._each(_TOWARDS, _POINTS):
            if target := self.landmarks.measured(match.end()):
                close = match["just"] is not None
                yield self._relation(match, target, "side", **_way(match), close=close)
        for match in self._each(_JUST_OUTSIDE, ["outside", "beyond"]):
            if place := self.landmarks.place(match.end()):
                yield self._relation(match, Landmark("edge", (place,), place.span.end), "edge")

    # ------------------------------------------------------------ their parts

    def _each(self, pattern: re.Pattern[str], stems: Iterable[str]) -> Iterator[re.Match[str]]:
        for start, end in self._around(stems):
            yield from pattern.finditer(self.text, start, end)

    def _around(
        self, stems: Iterable[str], short: re.Pattern[str] | None = None
    ) -> list[tuple[int, int]]:
        """Return the stretches around some words: nearly all of an article has none of them.

        Searching them plainly first takes a tenth of the time of the patterns alone.
        """
        spots = [m.start() for m in short.finditer(self.low)] if short else []
        for stem in stems:
            at = self.low.find(stem)
            while at >= 0:
                spots.append(at)
                at = self.low.find(stem, at + len(stem))
        windows: list[tuple[int, int]] = []
        for at in sorted(spots):
            start, end = max(at - WINDOW, 0), min(at + WINDOW, len(self.text))
            if windows and start <= windows[-1][1]:
                windows[-1] = (windows[-1][0], end)
            else:
                windows.append((start, end))
        return windows

    def _relation(
        self, match: re.Match[str], target: Landmark, kind: str, **known: object
    ) -> Relation:
        span = Span(match.start(), target.end)
        # "10 km from the Syrian border": what it is measured from says more than how.
        told = target.kind if target.kind in {"border", "coast"} else kind
        return replace(Relation(span, told, target.references), **known)  # type: ignore[arg-type]

    def _is_spatial(self, at: int, references: Sequence[Mention]) -> bool:
        """Tell "a bridge between X and Y" from "talks between X and Y"."""
        literal = all(m.use is MentionClass.LITERAL for m in references)
        return literal and not is_about_two(self.text, at)

    def _subject(self, relation: Relation) -> Mention | None:
        """Return the place right before that a phrase describes."""
        index = bisect_left(self.landmarks.starts, relation.span.start) - 1
        if index < 0:
            return None
        before = self.mentions[index]
        end, start = before.span.end, relation.span.start
        if before.use is not MentionClass.LITERAL or not 0 < start - end <= LOOK_BACK:
            return None
        at = before.span.start
        if _LEADS_TO.search(self.text, max(at - ON_BEFORE, 0), at):
            return None
        return before if _SAYS_WHERE.fullmatch(self.text, end, start) else None


def _way(match: re.Match[str]) -> dict[str, object]:
    """Read a direction: "north-west", "NNW", "due south"."""
    plain = re.sub(r"[\s-]", "", match["side"]).lower()
    short = {initials.lower(): name for name, (_, _, initials) in _COMPASS.items()}
    name = short.get(plain, plain)
    if name not in _COMPASS:  # "north south"
        return {}
    bearing, spread, _ = _COMPASS[name]
    if match["due"]:
        return {"bearing": bearing, "spread": min(spread, DUE), "side": f"due {_spelt(name)}"}
    return {"bearing": bearing, "spread": spread, "side": _spelt(name)}


def _spelt(name: str) -> str:
    """Hyphenate a point of the compass: "north-west".

    Examples
    --------
    >>> _spelt("northwest"), _spelt("south"), _spelt("northnorthwest")
    ('north-west', 'south', 'north-north-west')
    """
    return "-".join(re.findall(_POINT, name))

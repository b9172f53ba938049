"""What a spatial phrase refers to: "the town of X", "X and Y", "the border with X", "the X coast".

``geo.toponymy.spatial`` finds the words that place something, such as "15 km south of"; the
landmark that begins behind them is read here, off the mentions that ``geo.mentions`` has found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from geo.language.late import late
from geo.model import Mention, MentionClass
from geo.toponymy.distances import one_of, table

__all__ = ["AND", "LONGEST_GAP", "SORTS", "Landmark", "Landmarks"]

LONGEST_GAP = 60
"""Characters between a relation's words and the name they refer to: "the besieged town of"."""
_W = table()["words"]
_COAST_OF = re.compile(
    r"(?:the\s+)?(?:[a-z-]{1,15}\s+){0,2}?(?:coast|coastline|shores?)\s+of\s+", re.IGNORECASE
)
_COAST_BEHIND = re.compile(
    r"(?:[’']s?)?\s+(?:[a-z-]{1,15}\s+){0,2}?(?:coast|coastline|shores?)\b", re.IGNORECASE
)
_BORDER = one_of(_W["border"])
_BORDER_WITH = late(
    rf"(?:the\s+|its\s+|their\s+|a\s+)?(?:[a-z-]{{1,15}}(?:[’']s)?\s+){{0,2}}?{_BORDER}\s+"
    r"(?:line\s+)?(?:with|between|of|from|separating)\s+",
    re.IGNORECASE,
)
_BORDER_BEHIND = late(
    rf"(?:[’']s?)?\s+(?:[a-z]{{1,15}}\s+)?{_BORDER}\b(?!\s+{one_of(_W['not_borders'])}\b)",
    re.IGNORECASE,
)
_WITH = re.compile(r"\s+(?:with|and|between)\s+", re.IGNORECASE)
AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_JOINED = re.compile(r"\s?[-–—/]\s?|\s+and\s+|-to-|\s+to\s+", re.IGNORECASE)
SORTS = one_of(_W["sorts"])
_GAP = late(
    rf"(?:(?:the|a|its|nearby|central|downtown|neighbou?ring)\s+)?"
    rf"(?:(?:[a-z][a-z-]{{0,20}}\s+){{0,2}}{SORTS}(?:\s+of|\s+called|,)?\s+)?"
)
_SORT_BEHIND = re.compile(rf"\s+(?:[a-z-]{{1,15}}\s+)?{SORTS}(?:\s+of|,)?\s+")


@dataclass(frozen=True, slots=True)
class Landmark:
    """What a phrase refers to, and where that ends."""

    kind: str
    references: tuple[Mention, ...]
    end: int


class Landmarks:
    """The landmarks of one text: its mentions, by where they start.

    Examples
    --------
    >>> from geo.model import Span
    >>> text = "It fell near the coast of Tolmen."
    >>> tolmen = Mention(Span(26, 32), "Tolmen", MentionClass.LITERAL)
    >>> coast = Landmarks(text, [tolmen]).coast(13)
    >>> coast.kind, text[13 : coast.end]
    ('coast', 'the coast of Tolmen')
    """

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.mentions = mentions
        self.starts = [m.span.start for m in mentions]

    def measured(self, at: int, *, sea: bool = False) -> Landmark | None:
        """Return what a distance is measured from: a border, a coast or a place."""
        if found := self.border(at) or self.coast(at):
            return found
        place = self.place(at)
        return Landmark("coast" if sea else "place", (place,), place.span.end) if place else None

    def place(self, at: int) -> Mention | None:
        """Return the mention that begins here, past "the besieged town of"."""
        index = bisect_left(self.starts, at)
        for mention in self.mentions[index : index + 2]:
            start = mention.span.start
            if start - at > LONGEST_GAP or not _GAP.fullmatch(self.text, at, start):
                return None
            behind = _SORT_BEHIND.match(self.text, mention.span.end)
            if mention.use is not MentionClass.LITERAL and behind:
                at = behind.end()  # "the Syrian town of X"
                continue
            return mention if mention.use is not MentionClass.DEMONYM else None
        return None

    def pair(self, at: int, joint: re.Pattern[str]) -> Landmark | None:
        """Return two places with a word between: "X and Y"."""
        first = self.place(at)
        joined = joint.match(self.text, first.span.end) if first else None
        second = self.place(joined.end()) if joined else None
        if first is None or second is None or first.name == second.name:
            return None
        return Landmark("pair", (first, second), second.span.end)

    def border(self, at: int) -> Landmark | None:
        """Return the border that begins here: "the border with X", "the X–Y border"."""
        first = self._country(at)
        if first is None:
            match = _BORDER_WITH.match(self.text, at)
            one = self._country(match.end()) if match else None
            return self._with_another(one, one.span.end, "border", AND) if one else None
        joint = _JOINED.match(self.text, first.span.end)
        second = self._country(joint.end()) if joint else None
        behind = _BORDER_BEHIND.match(self.text, (second or first).span.end)
        if behind is None:
            return None
        if second is not None:
            return Landmark("border", (first, second), behind.end())
        return self._with_another(first, behind.end(), "border", _WITH)

    def coast(self, at: int) -> Landmark | None:
        """Return the coast that begins here: "the coast of X", "the X coast"."""
        if match := _COAST_OF.match(self.text, at):
            place = self.place(match.end())
            return Landmark("coast", (place,), place.span.end) if place else None
        first = self._country(at)
        behind = _COAST_BEHIND.match(self.text, first.span.end) if first else None
        return Landmark("coast", (first,), behind.end()) if first and behind else None

    def _country(self, at: int) -> Mention | None:
        """Return the mention that begins here, "the" aside, be it a name or a people's."""
        article = 4 if self.text[at : at + 4].lower() == "the " else 0
        index = bisect_left(self.starts, at)
        found = self.mentions[index : index + 1]
        return found[0] if found and found[0].span.start in {at, at + article} else None

    def _with_another(self, one: Mention, end: int, kind: str, joint: re.Pattern[str]) -> Landmark:
        """Return the border of a country, or that of two: "the border with X and Y"."""
        joined = joint.match(self.text, end)
        other = self._country(joined.end()) if joined else None
        if other is None:
            return Landmark(kind, (one,), end)
        return Landmark(kind, (one, other), other.span.end)

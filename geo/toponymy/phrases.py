"""Places that a text points at without a name: "the two border gates", "the north of the country".

Only the words are found here; what they mean is decided in ``geo.places`` and
``geo.toponymy.crossings``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.language.almanac import NUMBERS, alternatives
from geo.model import Span

__all__ = ["SMALL_NUMBERS", "Phrase", "find"]

SMALL_NUMBERS = {"both": 2} | {word: n for word, n in NUMBERS.items() if 2 <= n <= 12}
"""Numbers of crossings that are written out."""

UNSPECIFIC_BEFORE = 12
"""Characters in front of a phrase that may hold "one of"."""

_NUMBER = rf"(?:(?:all\s+)?(?:{alternatives(SMALL_NUMBERS)}|[2-9]|1[0-9])|all)"
_THE = r"(?:the|these|those)"
_WHICH = rf"(?:(?:{_THE}\s+)?{_NUMBER}(?:\s+of)?(?:\s+{_THE})?|{_THE})"
_LIKE = r"(?:(?!of\b|the\b|and\b|at\b|on\b|in\b|to\b|illegal\b|pedestrian\b|level\b|river\b)[a-z]+)"
_BORDER = r"(?:border|boundary|administrative|frontier)\s+(?:line\s+)?"
_CROSSINGS = re.compile(
    rf"\b(?:{_WHICH}\s+(?:{_LIKE}\s+){{0,2}}?(?:{_BORDER}(?:crossings|points|gates|posts|checkpoints)"
    rf"|crossings)|{_BORDER}(?:crossings|points|gates|posts|checkpoints))\b",
    re.IGNORECASE,
)
# Gates and posts are border crossings only where the article has spoken of crossings.
_ELSEWHERE = re.compile(r"\b(?:border|boundary|frontier)\s+(?:crossing|point|gate|post|checkpoint)")
_SAME_CROSSINGS = re.compile(
    rf"\b{_WHICH}\s+(?:gates|posts|checkpoints|crossings)\b", re.IGNORECASE
)
_CROSSING = re.compile(
    r"\b(?i:the|that|this)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:(?:border|boundary)\s+(?:crossing|point|gate|post|checkpoint)|crossing)\b"
    r"(?!\s+(?:of|at|in|near|called|known|named|between)\b|\s+[^\W\d_a-z])"
)
_COUNTRY_PART = re.compile(
    r"(?<![\w-])(?:the\s+)?(?P<side>[a-z-]{4,13})\s+(?:part\s+)?of\s+the\s+(?:country|province)\b|"
    r"\b(?:in|from|across|throughout|of)\s+(?P<bare>the\s+(?:north|south|east|west))\b(?!\s+of\b)"
)
_OF_BORDERS = ("crossing", "border", "boundary", "frontier", "administrative")
_OF_PARTS = ("country", "province", "north", "south", "east", "west")
_UNSPECIFIC = re.compile(r"\b(?:one|some|any|several|many|none|each)\s+of\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A nameless place: where it stands, what it says, and the rule that found it."""

    span: Span
    name: str
    rule: str  # "crossings", "crossing" or "part"


def find(text: str, directions: Mapping[str, str]) -> Iterator[Phrase]:
    """Yield the nameless places of a text, each stretch of it once.

    Parameters
    ----------
    text
        The text.
    directions
        Word of direction to the side it means: "northern" to "north".

    Examples
    --------
    >>> [(p.rule, p.name) for p in find("They closed both border gates.", {})]
    [('crossings', 'both border gates')]
    """
    taken = bytearray(len(text))
    for phrase in (*_crossings(text), *_parts(text, directions)):
        start, end = phrase.span.start, phrase.span.end
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield phrase


def _crossings(text: str) -> Iterator[Phrase]:
    # Most texts speak of no border at all: seeing so costs a tenth of looking for phrases.
    low = text.lower()
    if not any(word in low for word in _OF_BORDERS):
        return
    rules = [(_CROSSINGS, "crossings")]
    if _ELSEWHERE.search(text):
        rules.append((_SAME_CROSSINGS, "crossings"))
    for pattern, rule in (*rules, (_CROSSING, "crossing")):
        for match in pattern.finditer(text):
            # Which one of them is meant is not said.
            before = text[max(0, match.start() - UNSPECIFIC_BEFORE) : match.start()]
            if not _UNSPECIFIC.search(before):
                yield Phrase(Span(match.start(), match.end()), match.group(), rule)


def _parts(text: str, directions: Mapping[str, str]) -> Iterator[Phrase]:
    low = text.lower()
    if not any(f"the {word}" in low for word in _OF_PARTS):
        return
    for match in _COUNTRY_PART.finditer(text):
        group = "bare" if match.group("bare") else 0
        side = directions.get(match.group("side") or match.group("bare").split()[-1])
        if side is not None:
            yield Phrase(Span(match.start(group), match.end(group)), f"{side} of", "part")

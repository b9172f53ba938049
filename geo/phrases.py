"""Places that a text points at without a name: "the two border gates", "the north of the country".

Only the words are found here; what they mean is decided in ``geo.places``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.model import Span

__all__ = ["Phrase", "find"]

_CROSSINGS = re.compile(
    r"\b(?:(?:the\s+)?(?P<number>two|both|three|four|five|all|[2-9])\s+(?:of\s+)?)?(?:the\s+)?"
    r"(?:(?!of\b|the\b|and\b|at\b|on\b|in\b|to\b|two\b|both\b|three\b)[a-z]+\s+){0,3}?"
    r"(?:(?:border|boundary|administrative|frontier)\s+"
    r"(?:line\s+)?(?:crossings|points|gates|posts|checkpoints)|(?:the|these|those|both)\s+crossings)\b"
)
# Gates and posts are border crossings only where the article has spoken of crossings.
_ELSEWHERE = re.compile(r"\b(?:border|boundary|frontier)\s+(?:crossing|point|gate|post|checkpoint)")
_SAME_CROSSINGS = re.compile(
    r"\b(?:both|(?:these\s+|those\s+|the\s+)?(?:two|three|four)|these|those|the)\s+"
    r"(?:of\s+)?(?:the\s+)?(?:gates|posts|checkpoints|crossings)\b"
)
_CROSSING = re.compile(
    r"\b(?:the|that|this)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:(?:border|boundary)\s+(?:crossing|point|gate|post|checkpoint)|crossing)\b"
    r"(?!\s+(?:of|at|in|near|called|known|named|between)\b|\s+[^\W\d_a-z])"
)
_COUNTRY_PART = re.compile(
    r"\b(?:the\s+)?(?P<side>[a-z-]+)(?:ern)?\s+(?:part\s+)?of\s+(?:the\s+country|the\s+province)\b|"
    r"\b(?:in|from|across|throughout|of)\s+(?P<bare>the\s+(?:north|south|east|west))\b(?!\s+of\b)"
)
_UNSPECIFIC = re.compile(r"\b(?:one|some|any|several|many)\s+of\s+$")


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
    taken: list[Span] = []
    for phrase in (*_crossings(text), *_parts(text, directions)):
        if not any(phrase.span.overlaps(other) for other in taken):
            taken.append(phrase.span)
            yield phrase


def _crossings(text: str) -> Iterator[Phrase]:
    rules = [(_CROSSINGS, "crossings")]
    if _ELSEWHERE.search(text):
        rules.append((_SAME_CROSSINGS, "crossings"))
    for pattern, rule in (*rules, (_CROSSING, "crossing")):
        for match in pattern.finditer(text):
            # Which one of them is meant is not said.
            if not _UNSPECIFIC.search(text, max(0, match.start() - 12), match.start()):
                yield Phrase(Span(match.start(), match.end()), match.group(), rule)


def _parts(text: str, directions: Mapping[str, str]) -> Iterator[Phrase]:
    for match in _COUNTRY_PART.finditer(text):
        word = match.group("side") or match.group("bare").split()[-1]
        if word in directions:
            yield Phrase(Span(match.start(), match.end()), f"{directions[word]} of", "part")

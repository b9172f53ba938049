"""Tell whether the day of a clause is that of a bare noun in it, or only of what is said there.

"Attacks in Tolmen on Monday" have a day; "the minister on Monday blamed poverty for attacks" gives
one to the blaming. What somebody spoke of, fears or means to end is a sort of deed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.language.almanac import words
from geo.language.clauses import is_told

if TYPE_CHECKING:
    from geo.model import Span

__all__ = ["has_day"]

REACH = 90
"""Characters before a noun in which what governs it stands."""
FARTHEST = 8
"""Words between a noun and what governs it: "an end to murder, extortion and kidnappings"."""
BESIDE = 60
"""Characters between a noun and the day that is its own."""
_WORD = re.compile(r"[\w’'-]+|[,;:()—–]")
_OF_TALK = words("of for to about against with on regarding concerning including like than such")
"""Prepositions behind which stands what is thought or spoken of: "an end to", "fears of"."""
_OF_EVENTS = words(
    "in after during amid amidst following by from despite since before as under near"
)
_DETERMINERS = words(
    "the a an this that these those his her its their our my your two three four five six seven "
    "eight nine ten several both many some few dozens scores hundreds thousands first second third"
)
_SPEAKS = words(
    "condemned denounced discussed feared promised mourned opposed rejected banned prohibited "
    "criticised criticized deplored debated addressed endured punished outlawed tolerated "
    "encouraged incited inspired predicted expected addressed forgave studied investigated"
)
"""Past verbs whose object need not have come about that day."""
_STATES = words("is are was were be been being has have had become becomes remain remains")
_GOVERNING = _OF_TALK | _OF_EVENTS | _STATES
_PARTED = re.compile(
    r"[.;:()—–]|,\s+(?:the|a|an|he|she|it|they|we|who|which|said|says)\b|\b(?:that|as|how|why)\b"
)
"""What parts a noun from a day: another clause, or whoever says it."""


def has_day(text: str, sentence: Span, noun: Span, day: Span | None) -> bool:
    """Tell whether the day of a clause may be that of a bare noun.

    Parameters
    ----------
    text, sentence
        The sentence and the text it stands in.
    noun
        Where the noun of a deed stands.
    day
        Where the day stands; ``None`` if it is not in the text.

    Examples
    --------
    >>> from geo.model import Span
    >>> text = "The minister on Monday blamed poverty for attacks."
    >>> has_day(text, Span(0, len(text)), Span(42, 49), Span(13, 22))
    False
    >>> text = "Attacks near Tolmen on Monday cut the road."
    >>> has_day(text, Span(0, len(text)), Span(0, 7), Span(23, 32))
    True
    """
    if day is None or _is_beside(text, noun, day):
        return True
    governor = _governor(text[max(sentence.start, noun.start - REACH) : noun.start])
    if governor is None:  # a subject: "attacks shook the town", "murder is a sin"
        told = _WORD.match(text, noun.end + 1)
        return told is None or told[0].lower() not in _STATES
    return governor not in _OF_TALK | _SPEAKS


def _is_beside(text: str, noun: Span, day: Span) -> bool:
    """Tell whether a day stands at a noun, with no verb and no other clause between."""
    first, last = sorted((noun, day))
    between = text[first.end : last.start]
    if len(between) > BESIDE or _PARTED.search(between.lower()):
        return False
    told = _WORD.findall(between.lower())
    if first is day and _governor(between) in _OF_TALK:
        return False
    return not any(map(is_told, told))


def _governor(before: str) -> str | None:
    """Return the preposition or verb that a noun hangs on, "" if it has a determiner."""
    behind = ""
    told: list[str] = _WORD.findall(before)
    for word in told[: -FARTHEST - 1 : -1]:
        low = word.lower()
        if low in _DETERMINERS or low.isdigit():
            return ""
        named = low == "of" and behind[:1].isupper()  # "in the town of Tolmen"
        if not named and (low in _GOVERNING or is_told(low)):
            return low
        if word in ";:()—–":
            return None
        behind = word
    return None

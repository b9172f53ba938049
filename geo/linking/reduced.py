"""Which dates belong to a participle on a noun: "a priest kidnapped in May was freed on Monday".

A clause has one verb of its own unless a conjunction joins more. Where a verb stands right behind a
date and a participle without an object before it, the participle describes the subject, and the
date is the participle's: of another deed than the one that the verb tells of.
"""

from __future__ import annotations

import re

from geo.language.almanac import words
from geo.language.clauses import is_past, is_told
from geo.language.sequences import PREPOSITIONS
from geo.linking.scenes import Sentence
from geo.model import Span, When

__all__ = ["is_of_reduced"]

FARTHEST, LOOK_BACK = 14, 160
"""Words between a participle and its date at most, and characters in which they stand."""
_PLACE = r"(?:\s+(?:in|at|near|outside)(?:\s+the)?(?:\s+[A-Z][\w’'-]*){1,3}?)?"
_GOES_ON = re.compile(
    rf"{_PLACE}(?P<comma>,)?\s+(?:(?:later|also|then|\w+ly)\s+)*(?P<verb>[a-z]{{3,}})\b"
)
"""What stands between a date and the verb of its clause."""
_WHAT_FOR = re.compile(
    r"\s+(?:for|over|by|on|in|near|at|after|during|as|from|with|outside|while)\s+"
    r"(?:(?!(?:who|which|that|where|when|and|but|before)\b)[\w’'-]+\s+){1,9}?(?P<verb>was|were|has|have|had)\b"
)
"""The same with why and by whom that was done: "jailed in May for theft was"."""
_WORD = re.compile(r"[\w’'-]+|[^\w\s]")
_AUXILIARIES = words("was were is are been being be has have had will would to")
_STOPS = words("who which that whom and but or when while after before because , ; : – —")
_BESIDE = words("up down off out away back alive ago last early late since for as")
"""What may follow a participle beside a preposition, so that it has no object."""
_OF_ITSELF = words(
    "exploded erupted occurred happened began begun started went came fell died detonated arrived "
    "marched gathered fled ended continued resumed said told broke carried launched staged mounted "
    "conducted reported held committed triggered fired thrown hurled dropped planted recorded based"
)
"""Verbs that have no passive, and those of what was done: "a raid staged on Monday killed two"."""
_SAME = words(
    "dead died dies killed injured wounded hospital hospitalised hospitalized buried identified "
    "named succumbed"
)
"""What becomes of whom the participle tells of, by the deed that it names."""


def is_of_reduced(text: str, sentence: Sentence, when: When, trigger: Span) -> bool:
    """Tell whether a date is that of a participle on the subject of what a trigger tells.

    Examples
    --------
    >>> from datetime import date
    >>> from geo import dates
    >>> from geo.model import Article
    >>> text = "A priest kidnapped near Tolmen in May was freed on Monday."
    >>> whole = Sentence(Span(0, len(text)), 0, (), ())
    >>> for when in dates.find(Article("a", text, published=date(2020, 6, 4))):
    ...     if when.span is not None:
    ...         print(when.span.of(text), is_of_reduced(text, whole, when, Span(38, 47)))
    May True
    Monday False
    """
    at = when.span
    if at is None or trigger.end <= at.end:
        return False
    goes_on = _goes_on(text, at.end, sentence.span.end)
    if goes_on is None or trigger.end <= goes_on.start("verb"):
        return False
    spans = trigger.start < at.start
    if spans and not _SAME.isdisjoint(text[goes_on.start("verb") : trigger.end].lower().split()):
        return False
    ahead = _WORD.findall(text[max(sentence.span.start, at.start - LOOK_BACK) : at.start])
    closed = goes_on.groupdict().get("comma") is not None
    return _has_participle(ahead[-FARTHEST:], closed=closed)


def _goes_on(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return how a clause goes on with its verb behind a date, if it does."""
    found = _GOES_ON.match(text, at, end)
    if found is not None and is_past(found["verb"]):
        return found
    return _WHAT_FOR.match(text, at, end)


def _has_participle(ahead: list[str], *, closed: bool) -> bool:
    """Tell whether words before a date are a participle and what belongs to it.

    Behind a date that a comma ``closed`` it is an aside, and a comma opened it.
    """
    for i in range(len(ahead) - 1, 0, -1):
        word, before = ahead[i].lower(), ahead[i - 1].lower()
        if word in _STOPS:
            return False
        if not is_told(word) or word in _AUXILIARIES:
            continue
        behind = ahead[i + 1].lower() if i + 1 < len(ahead) else ""
        free = not behind or behind in PREPOSITIONS or behind in _BESIDE
        alone = before not in _AUXILIARIES and not before.endswith("ly")
        return free and alone and word not in _OF_ITSELF and (before == ",") == closed
    return False

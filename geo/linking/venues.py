"""Tell where a deed was by the verb between it and a place.

"A march was held in X", "X saw clashes". What these verbs say is surer than the
learned weights of the clues.
"""

from __future__ import annotations

import re
from functools import cache

from geo.language.text import behind_last
from geo.language.words import words
from geo.linking.clues import LOOK_BACK
from geo.linking.contenders import Contender
from geo.model import PlaceKind, Span

__all__ = ["ahead"]

CARRIED_OUT = 2.0
"""What a place has ahead behind those by whom a deed was "carried out"."""
CLAUSE = 200
"""Characters before a deed and behind a name in which their clauses begin and end."""
HAPPENED, HELD = 1.5, 4.0
"""What a place has ahead that stands behind "broke out", and behind "took place", "was held": "a
march against the killing of a student in Y was held in X"."""
LONGEST_SAID = 160
"""Characters between a trigger and the place at which it "took place", at most."""
_ANOTHER = re.compile(r"\band\s+(?:an?|another|one)\s", re.IGNORECASE)
"""In front of what took place beside it: "the blast and a fight that took place in X"."""
_HAPPENED = re.compile(
    r"\b(?:(?P<surely>took\s+place|(?P<held>(?:was|were|been|is|are|being)\s+(?:also\s+|\w+ly\s+)?(?:held|staged|organi[sz]ed)))|"
    r"occurred|happened|went\s+on|raged|erupted|broke\s+out|unfolded|dragged\s+on)\b(?:\s(?!(?:who|which|when|while|as|after)\b|and\s(?!\d))[\w-]+){0,9}\s*$",
    re.IGNORECASE,
)
_WHAT_ABOUT = re.compile(
    r"\b(?:(?:against|over|for|about)\s+|(?:of|to|on)\s+(?:the|an?|his|her|their|its|last|this)\s+)"
    r"(?:(?!and\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a deed that another one is about: "a vigil for the victims of the attack was held in"."""
_GATHERING = re.compile(
    r"\b(?:march|rall(?:y|ie)|vigil|protest|demonstration|demo|sit-in|picket|procession|parade|gathering|"
    r"meeting|ceremony|funeral|strike)(?:e?s)?\b",
    re.IGNORECASE,
)
"""What is held in a place as a deed; a suspect, a trader or a hostage is kept there."""
_AT_ANOTHER = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Aa]fter|[Dd]uring|[Bb]efore|[Ff]rom|[Nn]ear|[Ff]ollowing|[Aa]mid|[Bb]y)\s+"
    r"(?:(?:the|an?|his|her|their|its|last|this)\s+)?(?:(?!(?:the|an?)\b)[a-z-]+\s+){0,2}$"
)
"""Before a gathering at which something else was: "a man seized at a rally was held in X"."""
_CARRIED_OUT = re.compile(
    r"\s(?:jointly\s|reportedly\s|allegedly\s)?(?:launched|carried\sout|conducted|mounted|undertaken|executed|"
    r"staged|perpetrated|committed)\s(?:\w+ly\s)?by\s(?:(?!(?:who|which|that|when|while|as|after|before|based|"
    r"stationed|living|active|operating|loyal|deployed|garrisoned|is|are|was|were|has|had|have)\b)"
    r"[\w’'.&-]+,?\s){1,12}?(?:at|in|near|around|outside|on)\s(?:the\s)?(?:[a-z-]+\s){0,3}(?:of\s)?$"
)
"""Between a deed and where it was: "a raid carried out by the police of Galdor at Tolmen"."""
_TAKES = re.compile(r"\b(?:abduct|kidnap|snatch|whisk|seiz|evict|withdr)", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:arrest|detain|apprehend|nab|captur|round|pick|held|hold|t(?:ake|ook))", re.IGNORECASE
)
_TOWNS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.ADMIN2, PlaceKind.FACILITY})
_CLAUSE_ENDS = re.compile(r"[.;,:]\s|\n")
_ELSEWHERE = re.compile(
    r"\b(?:in|at|near|outside|around)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}(?:of\s+)?[^\W\d_a-z](?!\w*day\b)"
)
"""Where else those were held who are from a place: "men from Tolmen in Orva"."""


@cache
def _underwent() -> re.Pattern[str]:
    """Between a place and what befell it: "Tolmen was rocked by", "Tolmen saw a second day of"."""
    known = words()
    return re.compile(
        r"\s(?:(?:also|again|has|have|had|itself)\s)*"
        rf"(?:{known.sees}|suffered|reeled\sfrom|erupted\sin(?:to)?|descended\sinto|"
        rf"(?:was|were|been|is)\s(?:\w+ly\s)?{known.rocked}\sby)\s"
        r"(?:(?!(?:who|which|that|when|after|as|in|at|near)\b)[\w’'-]+\s){0,5}$",
        re.IGNORECASE,
    )


def ahead(text: str, trigger: Span, c: Contender) -> float:
    """Return what a place has ahead of others by the verb that binds it to a deed."""
    return max(
        _held_at(text, trigger, c),
        HAPPENED * _taken_from(text, trigger, c),
        HELD * _held_from(text, trigger, c),
        HELD * _is_struck(text, trigger, c),
        CARRIED_OUT * _carried_out_at(text, trigger, c),
    )


def _held_at(text: str, trigger: Span, c: Contender) -> float:
    """Return what a place has ahead behind "took place" whose subject is a trigger."""
    if not c.in_space or c.span.start <= trigger.end:
        return 0.0
    said = text[trigger.end : c.span.start]
    found = _HAPPENED.search(said) if len(said) <= LONGEST_SAID else None
    if found is None or _ANOTHER.search(said, 0, found.start()):
        return 0.0
    if _WHAT_ABOUT.search(text[max(trigger.start - LOOK_BACK, 0) : trigger.start]):
        return 0.0
    if found["held"] and not _is_gathering(text, trigger):
        return 0.0
    return HELD if found["surely"] else HAPPENED


def _is_gathering(text: str, trigger: Span) -> bool:
    """Tell whether a deed can be held, unlike who is in custody: "was held in Tolmen"."""
    if not _GATHERING.search(text, trigger.start, trigger.end):
        return False
    return not _AT_ANOTHER.search(text, max(trigger.start - LOOK_BACK, 0), trigger.start)


def _is_struck(text: str, trigger: Span, c: Contender) -> bool:
    """Tell whether a place is the subject of what befell it: "Tolmen saw clashes"."""
    if c.place is None or c.span.end >= trigger.start:
        return False
    said = text[c.span.end : trigger.start]
    return len(said) <= LONGEST_SAID and _underwent().match(said) is not None


def _taken_from(text: str, trigger: Span, c: Contender) -> bool:
    """Tell whether people were taken away from a place: there the deed was."""
    ahead = trigger.start < c.span.start and c.governor == "from"
    return ahead and _TAKES.search(text, trigger.start, trigger.end) is not None


def _held_from(text: str, trigger: Span, c: Contender) -> bool:
    """Tell whether those who are held are from a town, and nothing beside it is elsewhere.

    "A clerk was shot in Tolmen and police held a man from Galdor": that was in Tolmen too.
    """
    ahead = trigger.start < c.span.start and c.governor == "from"
    town = c.place is None or c.place.kind in _TOWNS
    if not (ahead and town and _HOLDS.search(text, trigger.start, trigger.end)):
        return False
    led = text[max(0, trigger.start - CLAUSE) : trigger.start]
    if _ELSEWHERE.search(led, behind_last(".;\n", led)):
        return False
    far = c.span.end + CLAUSE
    ends = _CLAUSE_ENDS.search(text, c.span.end, far)
    return _ELSEWHERE.search(text, trigger.end, ends.start() if ends else far) is None


def _carried_out_at(text: str, trigger: Span, c: Contender) -> bool:
    """Tell whether a place stands behind those who did a deed, in the phrase that names it."""
    if not c.in_space or c.span.start <= trigger.end:
        return False
    said = text[trigger.end : c.span.start]
    return len(said) <= LONGEST_SAID and _CARRIED_OUT.fullmatch(said) is not None

"""Days that name a deed, holidays that name a thing, and stretches in which something was.

"Saturday's shooting" was on Saturday, whatever else its sentence tells; a Christmas market is no
day; "in the past 48 hours" is when it was, and "for 48 hours" how long.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.model import Span, When
from geo.temporal.holidays import NAMES
from geo.temporal.stretches import names_a_day

__all__ = ["is_festive", "is_within", "of_its_name"]

_FESTIVE = re.compile(
    r"\s(?:tree|market|procession|part(?:y|ies)|service|mass|lights|parade|concert|shopp(?:ing|ers)|fair|gifts?|"
    r"presents?|dinner|lunch|gathering|play|carols?|decorations?|recess|bazaar|cards?|stalls?|song|festival)\b",
    re.IGNORECASE,
)
"""Behind a holiday that is part of the name of a thing."""
_ITS_DAY = re.compile(r"['’]s\s(?:(?!and\b|or\b|of\b)[\w-]+\s){0,2}")
# "The Aug. 7 embassy bombings", and no "the day on which a man was shot".
_ITS_NOUN = re.compile(
    r"\s(?:(?!(?:and|or|of|in|on|at|by|to|for|from|with|when|as|after|before|who|that|which|the|an?)\b)"
    r"[\w-]+\s){0,2}"
)
_ARTICLE = re.compile(r"\b(?:an?|the)\s+(?:early\s|late\s)?$", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|over|during|within|throughout|across)\s+(?:the\s+)?$", re.IGNORECASE)
WITHIN = 16
"""Characters before a stretch in which "during the" stands."""
LONGEST_WITHIN_DAYS = 14


def is_festive(text: str, when: When) -> bool:
    """Tell whether a holiday is part of the name of a thing: "a Christmas market"."""
    if when.span is None or when.span.of(text).lower() not in NAMES:
        return False
    end = when.span.end
    in_a_name = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return in_a_name or _FESTIVE.match(text, end) is not None


def of_its_name(text: str, near: Sequence[When], trigger: Span) -> When | None:
    """Return the day that names a deed: "held over Saturday's shooting", "the Friday raid".

    None does where a trigger reaches over the day of another one: "Sunday's protest drew crowds and
    Monday's was broken up".
    """
    if any(_has_its_own(text, when, trigger) for when in near):
        return None
    for when in near:
        if when.span is None or when.last is None or when.type not in {"DATE", "TIME"}:
            continue
        between = text[when.span.end : trigger.start] if when.span.end <= trigger.start else "-"
        if _ITS_DAY.fullmatch(between):
            return when
        article = _ARTICLE.search(text, max(when.span.start - WITHIN, 0), when.span.start)
        named = names_a_day(when) or when.precision == "month"
        if article is not None and named and _ITS_NOUN.fullmatch(between):
            return when
    return None


def _has_its_own(text: str, when: When, trigger: Span) -> bool:
    """Tell whether a day inside of a trigger is whose: "and Monday's in Grodno was broken up"."""
    at = when.span
    return at is not None and trigger.covers(at) and text[at.end : at.end + 2] in {"'s", "’s"}


def is_within(text: str, when: When) -> bool:
    """Tell whether a stretch of the last days is that in which it was: "in the past 48 hours"."""
    if when.type != "DURATION" or when.span is None or when.first is None or when.last is None:
        return False
    start = max(0, when.span.start - WITHIN)
    short = (when.last - when.first).days <= LONGEST_WITHIN_DAYS
    return short and _WITHIN.search(text, start, when.span.start) is not None

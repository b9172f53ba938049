"""Read the place that a sentence opens with: "In the old Orva quarter of Tolmen, …".

Whatever the sentence tells was there, unless somebody only speaks there of what was done elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.language.almanac import WEEKDAYS, alternatives
from geo.language.late import late
from geo.language.telling import SAID, is_told_behind
from geo.linking import streets
from geo.linking.attachment import unlisted_at
from geo.linking.scenes import Sentence, can_carry
from geo.model import PlaceKind, Resolution, Span
from geo.toponymy import relations

__all__ = ["is_of_speakers", "scene", "speaks_between", "town"]

_DAY = alternatives(day.capitalize() for day in WEEKDAYS)
_FRONTED = re.compile(
    r"[\"“‘(\s]*(?:(?:Meanwhile|Also|Elsewhere|Later|And|But|Further\s+\w+),?\s+)?"
    rf"(?:(?i:on|in|at|late|early|shortly|just)\s[^,.;:]{{0,30}}?(?:\d|{_DAY})[^,.;:]{{0,20}},\s+)?"
    r"(?i:in|at|near|outside|around)\s+"
)
"""What stands before the place that a sentence opens with, or behind the day: "On 5 May, in X"."""
_TO_NAME = re.compile(r"(?:the\s+)?(?:[a-z-]+\s+){0,4}(?!Operation\b)")
"""What stands between that preposition and the name."""
_SPEAKS = re.compile(
    r"\b(?:(?:said|says|told|ask(?:s|ed)|rul(?:ed|es)|call(?:s|ed))\b|announc|report|confirm|warn|condemn|urg|voic|express|den(?:y|ied)|claim|add(?:ed|s)\b|accus|"
    r"demand|heard|welcom|reject|blam|stat(?:ed|es)\b|declar|prais|mourn|critici|react|pledg|vow|discuss|investigat)\w*"
)
"""Words of those who speak of a deed, or act upon it."""
_FROM_AFAR = late(
    r"\b(?:UN|U\.N\.|EU|NATO|Nato|AU|ECOWAS|OSCE|United\s+Nations|European|African\s+Union|Kremlin|White\s+House|Pope|Vatican|"
    r"ministry|minister|president|premier|government|spokes(?:man|woman|person)|embassy|ambassador|"
    r"parliament|commission|agency|envoys?|leaders?|diplomats?|senators?|lawmakers)\b",
    re.IGNORECASE,
)
"""Who speaks in one town of what was done in another."""


def scene(text: str, sentence: Sentence, trigger: Span) -> Resolution | None:
    """Return the place that a sentence opens with: "In the old Orva quarter of Tolmen, … was shot".

    It holds for all of the sentence, however far off the deed is told in it.
    """
    named = _opens_with(text, sentence, trigger)
    if named is None or _SPEAKS.search(text, named.mention.span.end, trigger.start):
        return None
    return named


def town(text: str, sentence: Sentence, trigger: Span, other: Resolution) -> Resolution | None:
    """Return the town that a sentence opens with, in which another of its names lies.

    "In Galdor, thousands marched along Orva Avenue"; if the other name is that of a road, the town
    may be in no list either.
    """
    named = scene(text, sentence, trigger)
    if named is None or named.mention == other.mention:
        return None
    if named.place is None:
        return named if streets.is_street(other.mention.name) else None
    return named if named.place.kind is PlaceKind.SETTLEMENT else None


_SOURCE = re.compile(
    rf"\b(?:according\s+to|{SAID}(?:\s+by)?)\s+(?P<who>(?:an?\s+|the\s+)?"
    r"(?:[\w’'.-]+\s+){1,7}?)(?:based\s+)?(?:in|at)\s+(?:the\s+)?$"
)
_THE_SOURCE = re.compile(
    r"^\W*(?P<who>(?:an?\s+|the\s+)?(?:[\w’'.-]+\s+){1,6}?)(?:based\s+)?in\s+$", re.IGNORECASE
)
"""Before the place of a source: "said the embassy in Quarn"."""
_SAID = re.compile(rf"[^.!?;]*\b(?:{SAID}|according)\b")
_SEATED = late(
    r"\b(?:embass(?:y|ies)|consulates?|observatory|ministry|agency|institute|foundation|society|organi[sz]ation|"
    r"network|monitors?|watchdog|secretariat|cross|crescent|headquarters|think[\s-]tank|commission|council|"
    r"cent(?:re|er)|university|newspaper|broadcaster|mission|diplomats?|"
    r"(?-i:UN|EU|NATO|OCHA|UNHCR|UNICEF|WHO|IOM|ICRC|MSF))\b",
    re.IGNORECASE,
)
"""Who sits in one town and tells of another; police, hospitals and mayors tell of their own."""


def speaks_between(text: str, town: Span, trigger: Span) -> bool:
    """Tell whether a town before a deed is only that of who tells of it: "X's mayor said that"."""
    ahead = town.end <= trigger.start
    return ahead and _SAID.match(text, town.end, trigger.start) is not None


def is_of_speakers(
    text: str, sentence: Sentence, trigger: Span, places: Sequence[Resolution]
) -> bool:
    """Tell whether a place is only where somebody speaks of a deed: "In Quarn, the UN said …"."""
    if places and all(_is_of_source(text, sentence, trigger, p.mention.span) for p in places):
        return True
    named = _opens_with(text, sentence, trigger)
    if named is None or [named.mention] != [place.mention for place in places]:
        return False
    says = _SPEAKS.search(text, named.mention.span.end, trigger.start)
    # Police and residents speak of what was there, a ministry of what was anywhere.
    return says is not None and bool(_FROM_AFAR.search(text, named.mention.span.end, says.start()))


def _is_of_source(text: str, sentence: Sentence, trigger: Span, at: Span) -> bool:
    """Tell whether a place is that of who tells of it: "according to the observatory in Quarn".

    So is one before the deed: "the embassy in Quarn said that two had been hurt".
    """
    if at.start > trigger.end:
        source = _SOURCE.search(text, trigger.end, at.start)
    else:
        source = _THE_SOURCE.search(text, sentence.span.start, at.start)
        if source is None or not is_told_behind(text, at.end):
            return False
    return source is not None and _SEATED.search(source["who"]) is not None


def _opens_with(text: str, sentence: Sentence, trigger: Span) -> Resolution | None:
    """Return the place before the first comma of a sentence."""
    opening = _FRONTED.match(text, sentence.span.start, trigger.start)
    if opening is None:
        return None
    rest = _TO_NAME.match(text, opening.end())
    start = rest.end() if rest else opening.end()
    held = (r for r in sentence.resolutions if r.mention.span.start == start)
    named = next((r for r in held if can_carry(r)), None)
    named = named or unlisted_at(text, sentence, start) or _measured(text, sentence, opening.end())
    if named is None or text.find(",", named.mention.span.end, trigger.start) < 0:
        return None
    return named


def _measured(text: str, sentence: Sentence, start: int) -> Resolution | None:
    """Return the phrase that a sentence opens with: "at a checkpoint about 1 km south of X"."""
    return next(
        (
            r
            for r in sentence.resolutions
            if r.mention.found_by == relations.DERIVED
            and r.mention.span.start >= start
            and _TO_NAME.fullmatch(text, start, r.mention.span.start)
        ),
        None,
    )

"""Deeds that go by the name of a place: "the Nairobi bombing", "Tolmen came under fire".

No preposition puts anything there, and yet nothing says more plainly where it was.
"""

from __future__ import annotations

import re

from geo.language.late import late
from geo.linking.scenes import Sentence, can_carry, is_country
from geo.model import Resolution, Span
from geo.temporal.presupposition import DEED

__all__ = ["deplored", "named_after", "struck"]

REACH = 72
"""Characters from a name to what tells of its deed: "the Nairobi blast early on Monday killed"."""
LONGEST_DEED = 24
"""Characters in which the noun for a deed stands: "bombing"."""
_ARTICLE = late(
    r"(?:^|\b(?:the|this|that|last\s+\w+['’]s|[A-Z][a-z]+day['’]s|over|after|against|following))\s*$",
    re.IGNORECASE,
)
_ANY_ARTICLE = re.compile(
    r"(?:^|\b(?:an?|another|one|the|this|that)\s+(?:(?:deadly|fatal|mass|recent|second|third|latest)\s+)?)$",
    re.IGNORECASE,
)
_ON_ITS_DAY = re.compile(r"(?:\s+(?:on|late|early|over|last|this)\b[^.;,]{0,30})?\s+")
"""Between the name of a deed and what it did: "the Nairobi blast on Monday killed nine"."""
_IN_SPACE = re.compile(r"\b(?:in|at|near|outside|inside)\s+(?:the\s+(?:\w+\s+){0,3}?)?$")
_HITS = re.compile(
    rf"(?:{DEED.pattern})\s+(?:rocks|hits|strikes|shakes|jolts|shatters|tears\s+through|rips\s+through)\s+(?:the\s+)?$"
)
"""Before what a blast of a headline befell: the tagger takes "rocks" for stones."""
_BEFELL = late(
    r"\s+(?:(?:has|had|have|also|again)\s+){0,2}"
    r"(?:c[ao]mes?\s+under|sees?|saw|seen|witness(?:ed|es)|suffer(?:ed|s)|endured?|(?:fell|fallen|falls?)\s+(?:to|into|under)|changed\s+hands"
    r"|(?:was|were|been)\s+(?:being\s+)?[a-z]+ed)\b"
)
_OPENS = re.compile(
    r"(?:\A|[.,;:—–\"“\n]|\b(?:and|but|when|after|as|that|while|where|before|said|says))\s*(?:the\s+)?\Z"
)
_DEPLORED = re.compile(
    r"\b(?:against|over|about|condemn\w*|denounc\w*|deplor\w*|mourn\w*)\s+(?:(?!in\b|at\b)[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_THERE = re.compile(r"\s+(?:of|in|on|at|near)\s+(?:the\s+)?")
_TAKES = re.compile(
    r"\b(?:re)?(?:tak(?:e|es|en|ing)|took|captur(?:e|es|ed|ing)|seiz(?:e|es|ed|ing)|conquer(?:s|ed)?|"
    r"liberat(?:e|es|ed)|occup(?:y|ies|ied)|overr[au]n)\s+$",
    re.IGNORECASE,
)
_TELLS_WHERE = re.compile(r"\s+(?:in|at|near|outside)\s+(?:the\s+)?[A-Z]")


def named_after(text: str, sentence: Sentence, trigger: Span) -> Resolution | None:
    """Return the place that a deed goes by: "the Nairobi bombing", wherever else it is spoken of.

    "A Nairobi bombing left nine dead" as well; "the Gaza protest in London" is in London.
    """
    for named in sentence.resolutions:
        at = named.mention.span
        near = 0 <= trigger.start - at.end <= REACH
        if not near or named.place is None or not can_carry(named):
            continue
        deed_ends = _deed_ends(text, at.end + 1)
        before = text[sentence.span.start : at.start]
        if text[at.end : trigger.start] == " ":
            if deed_ends is None or _TELLS_WHERE.match(text, deed_ends):
                return None
            if _ARTICLE.search(before):
                return named
        if deed_ends is not None and _ANY_ARTICLE.search(before) and not is_country(named):
            told = trigger.start < deed_ends or _ON_ITS_DAY.fullmatch(
                text, deed_ends, trigger.start
            )
            if told and not _is_put_elsewhere(text, sentence, named):
                return named
    return None


def _deed_ends(text: str, at: int) -> int | None:
    """Return where the noun for a deed ends that begins at a character, if one does."""
    deed = DEED.match(text[at : at + LONGEST_DEED].lower())
    return at + deed.end() if deed else None


def _is_put_elsewhere(text: str, sentence: Sentence, named: Resolution) -> bool:
    """Tell whether a preposition puts something of a sentence in another place."""
    return any(
        _IN_SPACE.search(text, sentence.span.start, r.mention.span.start) is not None
        for r in sentence.resolutions
        if r is not named
    )


def struck(text: str, sentence: Sentence, trigger: Span) -> Resolution | None:
    """Return the place that a deed befell: "Tolmen came under fire", "a blast rocks Tolmen"."""
    for named in sentence.resolutions:
        at = named.mention.span
        ahead = text[max(sentence.span.start, at.start - REACH) : at.start].lower()
        if trigger.start < at.start and _HITS.search(ahead) and named.place and can_carry(named):
            return named
        if _is_taken(text, named, trigger):
            return named
        near = at.start <= trigger.start <= at.end + 1 < trigger.end
        if near and named.place is not None and can_carry(named):
            opens = _OPENS.search(text[sentence.span.start : at.start]) is not None
            return named if opens and _BEFELL.match(text, at.end) else None
    return None


def _is_taken(text: str, named: Resolution, trigger: Span) -> bool:
    """Tell whether the words of a deed end with the town that was taken: "rebels seize Tolmen"."""
    at = named.mention.span
    inside = trigger.start < at.start and at.end <= trigger.end
    if not inside or not can_carry(named) or named.place is None or is_country(named):
        return False
    return _TAKES.search(text, trigger.start, at.start) is not None


def deplored(text: str, sentence: Sentence, trigger: Span) -> Resolution | None:
    """Return where was what people elsewhere deplore: "a rally in X against the bombing of Y"."""
    ahead = text[max(sentence.span.start, trigger.start - REACH) : trigger.start]
    there = _THERE.match(text, trigger.end) if _DEPLORED.search(ahead) else None
    if there is None:
        return None
    named = (r for r in sentence.resolutions if r.mention.span.start == there.end())
    return next((r for r in named if r.place is not None and can_carry(r)), None)

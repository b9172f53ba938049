"""Places that a sentence only speaks of: in a slogan, in a name, of where somebody told reporters.

What is said of one is told by the words right before it; nothing happened there.
"""

from __future__ import annotations

import re

from geo.model import Span

__all__ = ["is_base", "is_only_named"]

LOOK_BACK = 60
"""Characters before a name in which that stands."""
# Chanting "death to X".
_SLOGAN = re.compile(r"\b(?:death\s+to|down\s+with|long\s+live)\s+$")
# "Opened fire on men who tried to launch rockets at X": that deed never reached X.
_AIMED_AT = re.compile(
    r"\b(?:attempt(?:ing|ed)?|try(?:ing)?|tried|prepar(?:ing|ed)|about|ready|plan(?:ning|ned)|used(?:\s+by\s+\w+)?|intend(?:ing|ed))"
    r"\s+to\s+(?:launch|fire|shoot|lob|send)\s+(?:[\w-]+\s+){1,3}?(?:at|on|into|towards?|against)\s+(?:the\s+)?(?:\w+\s+)?$"
)
# "Over cartoons published in X", "explosives imported from X".
_MADE_IN = re.compile(
    r"\b(?:published|printed|imported|made|manufactured|produced|registered|broadcast|born|educated)\s+(?:in|from)\s+(?:the\s+)?$"
)
# "He told reporters outside the court in X", "a unit based in the town of X".
_TOLD_IN = re.compile(
    r"\btold\s+(?:\w+\s+){0,2}?(?:reporters|journalists|correspondents)\s+(?:[\w-]+\s+){0,5}?(?:in|at|near)\s+(?:the\s+)?$"
)
_BASED_IN = re.compile(
    r"\b(?:based|headquartered)\s+(?:in|at)\s+(?:(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:town|city|village|suburb)\s+of\s+|the\s+)?$"
)
# "Al-Qaida in X" is a name.
_BODY_IN = re.compile(r"\b(?:al[- ]?qa(?:i|e)da|islamic\s+state)\s+(?:in|of)\s+(?:the\s+)?$")
# "The former ambassador to X": where he served once.
_SERVED = re.compile(
    r"\b(?:former|ex-?|retired|late|past|one-?time|previous)[\s-](?:[\w’'-]+\s+){0,3}?(?:ambassador|envoy|consul(?:[\s-]general)?|"
    r"attach[eé]|emissary|commissioner|representative|delegate)s?\s+(?:to|in|for|at)\s+(?:the\s+)?$"
)
_ONLY_NAMED = (_SERVED, _SLOGAN, _AIMED_AT, _TOLD_IN, _BODY_IN)
"""What stands before a place that is only spoken of."""
_CALLED_ON = re.compile(
    r"\b(?:call(?:ed|s|ing)\s+(?:for|on|upon)|urg(?:ed|es|ing)|ask(?:ed|s|ing)|want(?:ed|s)|press(?:ed|es|ing))\s+$"
)
"""The same where "to" stands behind it: "called on X to withdraw"."""


def is_only_named(text: str, span: Span) -> bool:
    """Tell whether a place is only that of a slogan, of an aim, of a telling or of a name.

    Examples
    --------
    >>> is_only_named("They chanted death to Galdor.", Span(22, 28))
    True
    >>> is_only_named("They were shot in Galdor.", Span(18, 24))
    False
    """
    before = text[max(0, span.start - LOOK_BACK) : span.start].lower()
    if any(way.search(before) for way in _ONLY_NAMED):
        return True
    return text.startswith(" to ", span.end) and _CALLED_ON.search(before) is not None


def is_base(text: str, span: Span) -> bool:
    """Tell whether a place is where a unit is based or a thing was made: often not the scene.

    Examples
    --------
    >>> is_base("Marines of a unit based in Tolmen died.", Span(27, 33))
    True
    """
    before = text[max(0, span.start - LOOK_BACK) : span.start].lower()
    return _BASED_IN.search(before) is not None or _MADE_IN.search(before) is not None

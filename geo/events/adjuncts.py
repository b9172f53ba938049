"""When, where and how something was said, between the word for it and what it governs.

"Threatened in a video on Monday to shell the town", "denied, in a letter to a court, that it had".
"""

from __future__ import annotations

import re
from functools import cache

from geo.events.searches import table
from geo.language.almanac import alternatives
from geo.language.sought import Sought
from geo.language.telling import SAID
from geo.language.text import behind_last

__all__ = ["is_denied", "without_adjuncts"]

_BETWEEN = 80
"""Characters between a word and what it governs at most."""
_ADJUNCT = (
    r"(?=,?\s+(?:in|through|via|by|at|on|during|after|before|again|also|once|later|late|early|earlier|today|yesterday|"
    r"tonight|last|this|next|\w+ly|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
_DENY = r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|refut(?:es?|ed|ing))"
_UNTRUE = ("den", "disput", "refut", "dismiss", "debunk", "rubbish", "reject", "quash")
"""Beginnings of a word without which no expression for what is untrue need be tried."""
# "Denied that …" reaches over all that is said to be untrue, until somebody says something else.
_DENIED_THAT = Sought(
    rf"(?:{_DENY}\s+(?:\w+\s+){{0,2}}?that|"
    rf"{_DENY}{_ADJUNCT}[^;:.]{{1,{_BETWEEN}}}?\b(?:that|having|any|being)|"
    # "Dismissed as fake news reports on the radio that …", "deny what papers wrote about the …".
    r"\b(?:dismiss|debunk|rubbish|reject|quash|den(?:y|i)|refut|disput)\w*\s+(?:[\"“]?[\w-]+[\"”,]?\s+){0,6}?"
    r"(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|posts?|messages?|videos?|allegations?)\s+"
    r"(?:[\w-]+\s+){0,6}?(?:that|of|about|saying|claiming|alleging)|"
    r"\bden(?:y|ies|ied|ying)\s+what\s+(?:[\w-]+\s+){1,8}?(?:of|about|on))\b"
    rf"(?:(?!\b(?:but|and\s+(?:{SAID}|blamed|instead))\b)[^;:])*$"
)
_INTO = ("threatened", "planned", "attempted")
"""Statuses of which a row ends with the "to" of an infinitive."""


def is_denied(before: str, letters: frozenset[str]) -> bool:
    """Tell whether words in small letters before a deed call what follows untrue.

    Examples
    --------
    >>> is_denied("it denied late on monday, in a note, that ", frozenset({"denied"}))
    True
    """
    if not any(word.startswith(_UNTRUE) for word in letters):
        return False
    return _DENIED_THAT.search(before, behind_last(";:", before)) is not None


def without_adjuncts(before: str) -> str:
    """Take out what stands between a word and the infinitive that it governs.

    Examples
    --------
    >>> without_adjuncts("they threatened in a video on monday to ")
    'they threatened to '
    >>> without_adjuncts("they came to a rally on monday to ")
    'they came to a rally on monday to '
    """
    if not before.endswith(" to "):
        return before
    return _governor().sub(r"\g<verb> to ", before)


@cache
def _governor() -> re.Pattern[str]:
    known = table()
    rows = (
        row.removesuffix(" to")
        for name in _INTO
        for row in known[name]["near"]
        if row.endswith(" to")
    )
    ways = known["prospects"]
    governed = [*ways["undone_to"], *(one for one in ways["wanted_to"] if "?<" not in one)]
    verbs = "|".join([alternatives(row for row in rows if row.isalpha()), *governed])
    other = r"(?:and|but|who|which|that|was|were|had|to(?!\s+(?:the|an?|his|her|its|their)\b))"
    inner = rf"(?!\b{other}\b)[^;:.]"
    return re.compile(
        rf"(?P<verb>\b(?:{verbs}))\b{_ADJUNCT}(?:{inner}){{1,{_BETWEEN}}}?,?\s+to\s+$"
    )

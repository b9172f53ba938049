"""Tell the deeds of those who were sentenced for them: "a man who stabbed a rival was jailed".

The day of such a sentence is the court's, and the deed is months old. A charge or a first
hearing may follow within days, and says nothing of that.
"""

from __future__ import annotations

import re
from functools import cache

from geo.events.searches import table
from geo.language.sought import Sought
from geo.model import Span, When

__all__ = ["names_verdict", "of_convict"]

REACH = 220
"""Characters from a deed to what its doer was given for it: of 40 such leads none was longer."""
_WHO = Sought(r"\b(?:who|that)\s+(?:[^.;]{0,200}?)$")
"""From where somebody is described to the deed."""
_ANEW = Sought(r"\b(?:who|that|which)\b")


@cache
def _verdict() -> re.Pattern[str]:
    return re.compile("|".join(table()["verdicts"]["main"]))


def of_convict(text: str, sentence: Span, trigger: Span, when: When | None) -> str | None:
    """Return why a deed is an old one: whoever did it was sentenced, acquitted or released.

    ``when`` is the day bound to the deed: between "who" and the verdict it is its own.

    Examples
    --------
    >>> text = "A man who stabbed a rival was jailed on Monday."
    >>> of_convict(text, Span(0, len(text)), Span(10, 17), None)
    "told as history: 'was jailed'"
    """
    before = text[sentence.start : trigger.start].lower()
    who = _WHO.search(before)
    if who is None:
        return None
    end = min(trigger.end + REACH, sentence.end)
    found = _verdict().search(text[trigger.end : end].lower())
    if found is None or _ANEW.search(text[trigger.end : trigger.end + found.start()].lower()):
        return None
    own = Span(sentence.start + who.start(), trigger.end + found.start())
    if when is not None and when.span is not None and own.covers(when.span):
        return None
    return f"told as history: '{found.group()}'"


def names_verdict(said: str) -> bool:
    """Tell whether words in small letters say what somebody was given by a court.

    Examples
    --------
    >>> names_verdict("he was jailed on monday"), names_verdict("he was charged on monday")
    (True, False)
    """
    return _verdict().search(said) is not None

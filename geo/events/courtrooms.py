"""Tell the deeds that courts deal with: "jury finds Kos guilty in murder of a nun".

A court that hears, finds or rules tells of a deed long known; whoever was charged with it or
arrested over it was so within days, and that is news. So is what happens at a court, to judges,
or because of what they ruled: these deeds do not stand in what the court is told or finds.
"""

from __future__ import annotations

import re
from functools import cache

from geo.events.searches import First, first_of, table
from geo.language.clauses import holding
from geo.model import Span, When

__all__ = ["FAMILIES", "of_court"]

FAMILIES = frozenset({"violence", "property"})
"""Families of what people stand trial for; arrests and releases are what courts cause."""
_SUBORDINATE = frozenset(
    {"after", "when", "as", "since", "because", "while", "before", "following"}
)
"""What opens a clause on a court that only says when or why: "after a jury cleared four"."""
_RELATIVE = frozenset({"who", "whose", "which"})
"""What opens a clause that only tells of somebody: "the mayor, who was sued, was shot"."""
_ANEW = re.compile(
    r",\s+(?:and|but|while|as|with|\w+ing)\s|;|\b(?:sparking|triggering|prompting|provoking|leading\s+to|"
    r"meanwhile|outside|whose\s+(?:lawyer|brother|son)|before\s+(?:he|she|they)\s+(?:was|were))\b"
)
"""Between a court and a deed, what tells of another one."""
_MEANWHILE = re.compile(r"\b(?:as|while)\s+(?:(?:an?|the|\w+ed)\s+){0,2}$")
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|overnight|last\s+(?:night|week|month)|"
    r"this\s+(?:week|month))\b"
)
_BEFELL = re.compile(
    r"^(?:was|were|had\s+been)\s+(?:shot|killed|murdered|kidnapped|abducted|attacked|stabbed|found|gunned|assassinated)\b"
)


@cache
def _courts() -> tuple[First, First]:
    rows = table()["courts"]
    return first_of(rows["before"]), first_of(rows["behind"])


def of_court(text: str, sentence: Span, trigger: Span, when: When | None) -> str | None:
    """Return why a deed is an old one: a court hears, finds or rules on it in its sentence.

    Parameters
    ----------
    text, sentence, trigger
        The deed, its sentence and the text.
    when
        The day bound to the deed: behind it it is its own.

    Examples
    --------
    >>> text = "A jury found Kos guilty in the murder of a nun."
    >>> of_court(text, Span(0, len(text)), Span(31, 37), None)
    "told as history: 'jury found kos guilty'"
    >>> text = "Crowds threw stones after a jury found Kos guilty."
    >>> of_court(text, Span(0, len(text)), Span(7, 19), None)
    """
    before, behind = _courts()
    said = text[sentence.start : trigger.start].lower()
    found = before(said)
    if found is not None and _leads_to(text, sentence, trigger, found.end()):
        return None if _is_own(text, trigger, when) else f"told as history: '{found.group()}'"
    after = behind(text[trigger.end : sentence.end].lower())
    if after is None or _is_told_of_deed(trigger, after, when):
        return None
    return f"told as history: '{after.group()}'"


def _leads_to(text: str, sentence: Span, trigger: Span, end: int) -> bool:
    """Tell whether what a court does is told for its own sake, and the deed stands under it."""
    court = Span(sentence.start + end - 1, sentence.start + end)
    theirs = holding(text, sentence, court)
    apart = not theirs.span.covers(trigger)
    if apart and (theirs.opener in _SUBORDINATE | _RELATIVE or theirs.aside):
        return False
    between = text[court.end : trigger.start].lower()
    deed = text[trigger.start : trigger.end].lower()
    if _MEANWHILE.search(between):
        return False  # "a court heard a case as gunmen stormed it"
    return _ANEW.search(between) is None and _BEFELL.match(deed) is None


def _is_told_of_deed(trigger: Span, after: re.Match[str], when: When | None) -> bool:
    """Tell whether a day stands between a deed and what tells that a court heard of it."""
    if when is None or when.span is None:
        return False
    return trigger.end <= when.span.start < trigger.end + after.start()


def _is_own(text: str, trigger: Span, when: When | None) -> bool:
    """Tell whether a deed has a day of this week behind it, which the court has not."""
    if when is None or when.span is None or when.span.start < trigger.end:
        return False
    return _DAY.search(when.span.of(text).lower()) is not None

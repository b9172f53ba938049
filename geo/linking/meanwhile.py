"""Read where those were whom a deed befell, from the clause that says what they were doing.

"Two were hurt by a mine while their unit was surveying a field near Tolmen": it was there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.language.sought import Sought
from geo.linking.passage import came_from
from geo.linking.scenes import Sentence, can_carry, is_country
from geo.model import Resolution, Span

__all__ = ["place"]

_DOING = re.compile(
    r"\b(?:while|as|when)\s+(?:(?:[\w’'-]+\s+){0,8}?(?:was|were)\s+(?:[a-z]+ly\s+)?)?[a-z]{2,}ing\b"
)
"""How a clause opens that says what somebody was doing then: "while they were clearing mines"."""
_BESIDE = re.compile(
    r"\b(?:in|at|near|outside|around|on|along|through|across|inside|within)\s+(?:the\s+)?"
    r"(?:[a-z-]+\s+){0,3}(?:of\s+)?$"
)
_WAS = Sought(r"\b(?:was|were|had)\s(?:just\s|about\sto\s|\w+ly\s)?[a-z]+(?:ed|ing|en|ut|de|me)?\b")
"""How it is told what somebody was doing, or had done, when it befell him."""
_BEFELL = re.compile(
    r"(?:\s+(?:on|for|to|with|in)\s[^,.;]{1,40}|\s+(?:early|late|at)\s[^,.;]{1,30})?\s+when\s|"
    r"\s+by\s[^,.;]{1,40},?\s+who\s"
)
"""What leads from there to the deed: "in X when gunmen …", "stopped in X by men, who …"."""
LOOK_BACK = 50


def place(
    text: str, sentence: Sentence, trigger: Span, rivals: Sequence[Span] = ()
) -> Resolution | None:
    """Return the only place of a sentence, if it is where somebody was doing something meanwhile.

    Parameters
    ----------
    text
        The text of the article.
    sentence, trigger
        The sentence, and the words of the deed.
    rivals
        The other triggers of the sentence: a clause that holds one has a deed of its own.
    """
    named = [r for r in sentence.resolutions if can_carry(r) and not is_country(r)]
    if len(named) != 1:
        return None
    at = named[0].mention.span
    if at.start < trigger.end:
        before = _befell_there(text, sentence.span, at, trigger, rivals)
        return named[0] if before else None
    told = [m.span() for m in _DOING.finditer(text, trigger.end, at.start)]
    if not told or any(told[-1][0] <= rival.start < at.start for rival in rivals):
        return None
    beside = _BESIDE.search(text, max(told[-1][1], at.start - LOOK_BACK), at.start)
    return named[0] if beside and not came_from(text, at) else None


def _befell_there(
    text: str, sentence: Span, at: Span, trigger: Span, rivals: Sequence[Span]
) -> bool:
    """Tell whether somebody was at a place when a deed befell him: "was driving through X when"."""
    if at.end > trigger.start or any(at.end <= rival.end <= trigger.start for rival in rivals):
        return False
    was = _WAS.search(text, sentence.start, at.start)
    if was is None or _BESIDE.search(text, was.end(), at.start) is None:
        return False
    return _BEFELL.match(text, at.end, trigger.start) is not None and not came_from(text, at)

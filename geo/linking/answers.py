"""The day on which somebody came, or was held, after a deed that has a day of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.language.late import late
from geo.linking.aftermath import is_of_saying
from geo.linking.effects import SAID_WITHIN_DAYS, ahead, before
from geo.linking.scenes import Sentence
from geo.model import Article, Span, When

__all__ = ["day_of", "is_of_a_crime"]

_ANSWERS = re.compile(
    r"\b(?:deployed|dispatched|sent|flown|rushed|arrested|detained|apprehended|captured|nabbed|caught(?!\s+(?:in|up)\b)|"
    r"reinforc\w+|in\s+custody|into\s+custody)\b"
)
"""What authorities do when a deed is done."""
_HOLDS = re.compile(r"\b(?:arrest|detain|apprehend|nab|charg|custody|held)")
_OVER = late(
    r"\b(?:over|for|in\s+connection\s+with|suspected\s+of|accused\s+of|linked\s+to|involvement\s+in)\s"
    r"(?:(?:the|an?|his|her|their)\s)?(?:[\w’'-]+\s){0,3}?"
    r"(?:killings?|murders?|shootings?|attacks?|stabbings?|bombings?|robber(?:y|ies)|kidnappings?|abductions?|"
    r"deaths?|clash(?:es)?|riots?|raids?|ambush|explosions?|blasts?|assaults?)\b"
    r"(?:\s(?:of|in|at|near|on)(?:\s[\w’'-]+){1,5}?)?\s(?:(?:on|last|late|early)\s){0,2}$"
)
"""Between who was held and a day, what he is held over."""
_THAT_HAD = re.compile(
    r"\b(?:had|have|has)\s+(?:already\s+|also\s+|since\s+)?(?:been\s+)?(?:\w+\s+){0,3}?(?:\w+ed|sent|flown|"
    r"caught)\b"
)
_HAVE_COME = re.compile(
    r"\b(?:have|has)\s+(?:also\s+|since\s+|now\s+)?been\s+(?:deployed|dispatched|sent|flown|rushed)\b"
)
ANSWERED_WITHIN_DAYS = 3
"""Days from a deed to the news of who was sent there."""


def is_of_a_crime(text: str, when: When, trigger: Span) -> bool:
    """Tell whether a day is that of what somebody is held over: "arrested over a murder on Monday".

    Where it is the only day of a sentence, that may be the arrest's as well.
    """
    at = when.span
    if at is None or at.start < trigger.end or _HOLDS.search(trigger.of(text).lower()) is None:
        return False
    return _OVER.search(text, trigger.end, at.start) is not None


def day_of(
    article: Article, sentence: Sentence, trigger: Span, day: When, told: Sequence[When]
) -> When | None:
    """Return the day on which somebody came or was held after a deed, if it is told as news.

    "Police said on Sunday that two had been arrested" is of Sunday or Saturday, whenever the deed
    was; "troops have been sent" to where they fought on Saturday is of some day since.
    """
    words, published = trigger.of(article.text).lower(), article.published
    if _ANSWERS.search(words) is None or day.last is None:
        return None
    said = [w for w in told if is_of_saying(article.text, w) and w.first and w.first > day.last]
    if said and _THAT_HAD.search(article.text, sentence.span.start, trigger.end):
        return before(said[-1], "before what is told of that day", SAID_WITHIN_DAYS)
    late = published is not None and 0 < (published - day.last).days <= ANSWERED_WITHIN_DAYS
    sent = _HAVE_COME.search(ahead(article.text, sentence, trigger) + words)
    if not late or day.first is None or sent is None or told:
        return None
    return When(day.first, published, "range", f"since what it answers ({day.basis})")

"""When a report was filed: the date of its dateline, which dates none of its deeds."""

from __future__ import annotations

import re

from geo.language.almanac import MONTHS, alternatives
from geo.language.clauses import is_past
from geo.language.late import late
from geo.model import Span, When

__all__ = ["is_dateline"]

DATELINE_WITHIN = 150
"""Characters from the start of an article within which its dateline stands."""
_FILED = re.compile(
    r"\.?\s{0,3}(?:\([^()\n]{0,60}\)|/[^/\n]{0,40}/)?\s{0,3}(?:--|[—–\[]|-\s(?!\d))|"
    r"\.?\s{1,3}\((?:[A-Z]{2,6}|[A-Z][a-z]{2,12})\):?\s{1,3}[A-Z\"“]"
)
_BULLET = "-•*– \t"
_MONTH = rf"(?:{alternatives(MONTHS)})\b\.?"
_ENTRY = late(
    rf"^[{_BULLET}]*(?:[0-3]?[0-9](?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+[0-3]?[0-9](?:st|nd|rd|th)?\b)"
    r"(?:,?\s+(?:19|20)[0-9]{2})?\s*[-–—]",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of a chronicle: "13 March - A mine went off"."""
ENTRIES = 2
"""Lines that begin with a day at least, for them to be a chronicle and no dateline."""
_FIRST_LINE = re.compile(r"\s*[^\n]{1,100}(?=\n\s*\n)")
_STOPS = frozenset('.!?…”"')
_LINE_ENDS = re.compile(r"[ \t]*\n")
_IN_CAPITALS = late(r"\s*(?:[A-Z][A-Z .’'()/-]{2,40}|[A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+){0,2}),\s+")
_TOKEN = re.compile(r"[A-Za-z]+")


def is_dateline(text: str, when: When) -> bool:
    """Tell whether a date says when a report was filed: "BOGOTA, 6 OCT (AFP) --".

    Examples
    --------
    >>> from datetime import date
    >>> day = date(2023, 10, 6)
    >>> is_dateline("GRAZ, 6 Oct (AP) -- Shots.", When(day, day, "day", "", Span(6, 11)))
    True
    """
    if when.span is None or when.span.start > DATELINE_WITHIN or when.precision != "day":
        return False
    ahead = text[: when.span.start].rpartition("\n")[2]
    if _FILED.match(text, when.span.end) is not None:
        if not ahead.strip(_BULLET) and len(_ENTRY.findall(text)) >= ENTRIES:
            return False
        # "Shots were fired in Graz on October 6 - two men were hurt."
        return not any(word.islower() and is_past(word) for word in _TOKEN.findall(ahead))
    if not text[: when.span.start].strip() and _LINE_ENDS.match(text, when.span.end):
        return True  # a press release: the date stands alone on the first line
    if _heads(text, when.span):
        return True  # "Radio Tolmen, Friday 14 June, bulletin of noon"
    # "TOLMEN, April 17: A farmer …" of papers of India.
    town = text[: when.span.start]
    return (
        text[when.span.end : when.span.end + 2] == ": " and _IN_CAPITALS.fullmatch(town) is not None
    )


def _heads(text: str, at: Span) -> bool:
    """Tell whether a date stands in a first line that tells nothing: it has no verb."""
    line = _FIRST_LINE.match(text)
    if line is None or at.end > line.end() or line.group().rstrip()[-1:] in _STOPS:
        return False
    told = _TOKEN.findall(line.group().lower())
    return not any(is_past(word) or word.endswith(("s", "ing")) for word in told[1:])

"""Datelines: the town in front of a report, where it was filed and not always where it happened.

"GRAZ, Austria (AP) — ", "LEROY, N.Y. — ", "LIMA (Peru), 3 May 90 -- "; also inside a text whose
line breaks were lost.
"""

from __future__ import annotations

import re

from geo.language.late import late
from geo.model import Span

__all__ = ["end_of_opening", "holds"]

PARAGRAPHS = 3
"""A dateline stands in one of the first paragraphs: behind a caption and a headline at most."""
OPENING = 2000
"""Characters after which no dateline is looked for, where a text has no paragraphs."""
LOOK_BACK = 60
LOOK_AHEAD = 120
SHOUTED_LETTERS = 4
"""Letters from which a name in capitals is a dateline's and not an abbreviation."""

_BLANKS = {" ", "\u00a0"}
_UNSEEN = "\u200b\u200e\ufeff"
"""Marks without width that editors of pages leave in front of a town."""
_BLANK_LINE = re.compile(r"\n\s*\n")
_DAY = r"(?:, ?[0-9]{1,2}\.? [A-Za-z]{3,9}\.?(?:,? [0-9]{2}(?:[0-9]{2})?)?)?"  # ", 3 Jan 90"
# "LEPOSAVIC / LEPOSAVIQ": one town in two languages.
_SAME = r"(?: ?/ ?[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){0,3})?"
_TAIL = re.compile(
    rf"{_SAME}(?P<more>(?:, ?[^\W\d_][^\n,()—–]{{1,30}}?){{0,2}}){_DAY}[ \u00a0]?"
    r"(?:(?P<agency>\([^()\n]{2,40}\))\s?)?(?P<dash>\.?[—–]|--|\.?[-|](?= ))"
    r"|(?P<place>, ?[^\W\d_])|[ \u00a0](?P<wire>\()"
)
_COLON = re.compile(rf"{_DAY}(?:, ?[A-Z][a-z]{{2,8}}\.? ?[0-9]{{1,2}})?[:.](?=\s)")
"""Behind a town in capitals in papers of South Asia and Africa: "MADURAI:", "IMPHAL, Sept 21:"."""
_DATED = late(
    rf"{_SAME}(?:, ?[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)?, ?"
    r"(?:[0-9]{1,2}\.? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? [0-9]{1,2}),? [0-9]{4}[.:](?=\s)"
)
"""Behind a town in statements: "Geneva/Tolmen, 27 May 2024. For the second time …"."""
_TOWN = re.compile(r"(?:^|[.!?][\"”’]?[ \u00a0]+)(?P<town>[^\W\d_][\w .'’/-]{2,60})(?:, ?| ?/ ?)$")
_TOWN_OF = re.compile(r"^[^\W\d_][\w .'’-]{2,40} \($")
_LAND = re.compile(rf"\){_DAY}[ \u00a0]?(?:\([^()\n]{{2,60}}\)\s?)?(?:[—–]|--)")
"""Around the country in "LIMA (Peru), 3 May 90 (AFP) -- ", as monitors of foreign news write it."""
_WIRED = re.compile(r"^[A-Z]{2,5}[ \u00a0]?[-–—][ \u00a0]")
"""The agency in front of the town where it writes so: "NNA - Tolmen - A drone …"."""
_NEW_SENTENCE = re.compile(r"[.!?][\"”’]?[ \u00a0]+$")


def end_of_opening(text: str) -> int:
    """Return the offset behind which no dateline stands."""
    start = len(text) - len(text.lstrip())
    for count, gap in enumerate(_BLANK_LINE.finditer(text, start), start=1):
        if count == PARAGRAPHS:
            return gap.start()
        if gap.end() - start > OPENING:
            break
    return min(len(text), start + OPENING)


def holds(text: str, span: Span) -> bool:
    """Tell whether a name in the opening of a text is its dateline or part of it.

    Examples
    --------
    >>> holds("GRAZ, Austria (AP) — Two men", Span(0, 4))
    True
    >>> holds("Graz, where two men", Span(0, 4))
    False
    """
    # Most names are followed by a small word, and no town stands before them: nothing to look for.
    goes_on = text[span.end : span.end + 1] in _BLANKS
    if (
        goes_on
        and text[span.end + 1 : span.end + 2].isalnum()
        and "," not in text[max(0, span.start - 3) : span.start]
    ):
        return False
    lead = _WIRED.sub("", _lead(text, span.start))
    tail = _TAIL.match(text, span.end, span.end + LOOK_AHEAD)
    shouted = _is_shouted(span.of(text))
    if not lead.strip():
        if shouted and _COLON.match(text, span.end):
            return not _speaks(text, span)
        told = bool(tail and (shouted or tail["dash"] or tail["wire"]))
        return told or _DATED.match(text, span.end) is not None
    if shouted and _NEW_SENTENCE.search(lead):
        return bool(tail and tail["dash"])
    if _TOWN_OF.match(lead):
        return _LAND.match(text, span.end, span.end + LOOK_AHEAD) is not None
    town = _TOWN.search(lead)
    if town is None:
        return False
    first = town["town"]
    if _is_shouted(first):
        return True
    dated = bool(tail and tail["dash"]) or _DATED.match(text, span.end) is not None
    return town.start() == 0 and dated


def _speaks(text: str, span: Span) -> bool:
    """Tell whether a label comes again, or late: "JAMES: The first one was …" in an interview."""
    label = f"{span.of(text)}:"
    return span.start >= end_of_opening(text) or text.find(label, span.end) >= 0


def _lead(text: str, at: int) -> str:
    """Return the line up to here, or the end of it."""
    line = text.rfind("\n", max(0, at - LOOK_BACK), at) + 1
    return text[max(line, at - LOOK_BACK, 0) : at].lstrip(_UNSEEN)


def _is_shouted(name: str) -> bool:
    return name.isupper() and len(name) >= SHOUTED_LETTERS

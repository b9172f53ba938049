"""Tell where a house was struck itself from where those lie who were hurt elsewhere."""

from __future__ import annotations

import re

from geo.model import Span

__all__ = ["is_struck"]

REACH = 110
"""Characters behind a town in which it is told."""
_STRUCK = re.compile(
    r"\s+(?:when|as)\s+[^.;,]{0,60}\b(?:shelled|hit|attacked|bombed|struck|stormed|raided)\s+"
    r"(?:it|the\s+(?:hospital|clinic|building|ward|compound))\b"
    r"|\s+(?:was|were)\s+(?:\w+\s+)?(?:shot|killed|gunned|shelled|bombed|massacred|slaughtered|attacked|abducted)\b"
    # "The hospital in X, Galdor, has come under fire".
    r"|(?:,\s[^,.;]{2,30},)?\s(?:(?:has|have|had|was|were|been|again|also|itself|twice)\s){0,4}(?:(?:come|came)\s"
    r"under\s(?:\w+\s){0,2}(?:fire|attack|shelling|bombardment)|(?<=(?:been|.was|were)\s)(?:hit|struck|raided|stormed|"
    r"looted|torched|ransacked|burn(?:ed|t)|destroyed|damaged|targeted|set\s(?:on\sfire|ablaze|alight)))\b"
)


def is_struck(text: str, town: Span) -> bool:
    """Tell whether it befell the very hospital in a town.

    Examples
    --------
    >>> is_struck("The hospital in Tolmen was shelled.", Span(16, 22))
    True
    >>> is_struck("He died in the hospital in Tolmen on Monday.", Span(27, 33))
    False
    """
    return _STRUCK.match(text, town.end, town.end + REACH) is not None

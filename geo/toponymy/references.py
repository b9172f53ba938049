"""Names that something is only measured, named or told by, and none that it happened at.

"15 km from Tolmen", "the bus to Holm", "the Ardovian embassy", "known in Galdor as Gate 9": such a
name is a point of reference. What is told near a place is beside it.
"""

from __future__ import annotations

import re

from geo.language.late import late
from geo.language.words import words

__all__ = ["of"]

# Where somebody was going is not where he was: "travelling to Tolmen when shots were fired".
_WAYS = ("to ", "for ", "from ", "towards ", "toward ")
_UNDER_WAY = late(
    r"\b(?:travell?ing|driving|flying|sailing|cycling|en\s+route|bound|journey|trip|"
    r"on\s+(?:its|his|her|their|the)\s+way)\s+(?:home\s+|back\s+)?"
    r"(?:from\s+[A-Z][\w’' -]{1,40}\s+)?(?:to|for|from|towards?)\s+$"
)
_DISTANCE_OF = re.compile(
    r"(?:\b\d[\d,.]*\s*(?:km|kilomet\w+|miles?|mi)\b[^.;]{0,40}\bfrom\s+|"
    r"(?<!the )\b(?:due\s+)?(?:north|south|east|west)(?:[- ]?(?:east|west))?\s+of\s+)"
    r"(?:the\s+)?(?:[a-z]\w*\s+){0,2}$"  # "of Tolmen in Ardovia" measures from Tolmen alone
)
_NEAR = re.compile(
    r"\b(?:near|outside|close to|not far from|just off|around|nearby)\s+"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,3}(?:of\s+)?$"
)
_NEAR_WORDS = ("near", "outside", "close to", "not far", "just off", "around")
_LEADS = ("in ", "to ", "for ", "from ")
# "The bus to Holm", "a flight from Varn to Holm": what is told of it happened on the way.
_BOUND_FOR = re.compile(
    r"\b(?:bus|buses|minibus|coach|train|flight|ferry)\s+(?:bound\s+|leaving\s+)?"
    r"(?:from\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s+)?(?:to|for|from)\s+$"
)
# "The rebels' office in Galdor described it": where they speak.
_OFFICE_IN = re.compile(
    r"\b(?:offices?|headquarters|bureau|spokes(?:man|woman|person)|representatives?|exile)\s+in\s+$"
)
_DESCRIBED = re.compile(
    r"\s+(?:has\s+|have\s+)?(?:described|confirmed|told|issued|put|spoke|added|stated)\b"
)
# "The post, known in Galdor as Gate 9": where they call it so it is not.
_CALLED_THERE = re.compile(r"\b(?:known|called|dubbed|named)\s+(?:\w+\s+)?in\s+$")
_HOUR = re.compile(r"(?:\d|[ap]\.?m\.?)\s$")
"""Before a place by whose clocks an hour is told: "at 22:40 Tolmen time"."""
_ROAD = re.compile(r"\s(?:road|highway|motorway|railway)\b(?!\s+(?:authority|agency|network))")


def of(before: str, after: str, *, wide: bool = False) -> str | None:
    """Return ``reference`` if a place only measures or names something, ``near`` if it is beside.

    Parameters
    ----------
    before, after
        The words around its name.
    wide
        Whether it is a country or state: "the Uganda road" only says where the road leads.

    Examples
    --------
    >>> of("Guards stopped a bus ", " near the pass") is None
    True
    >>> of("It happened 15 km from ", ", police said"), of("in a village near ", ".")
    ('reference', 'near')
    """
    if (wide and _ROAD.match(after)) or words().mission.match(after):
        return "reference"
    if after.startswith(" time") and _HOUR.search(before):
        return "reference"
    # Looking for a word costs a fiftieth of the search, which mostly finds nothing.
    if (" of " in before or " from " in before) and _DISTANCE_OF.search(before):
        return "reference"
    if before.endswith(_WAYS) and _UNDER_WAY.search(before):
        return "reference"
    if before.endswith(_LEADS) and _is_elsewhere(before, after):
        return "reference"
    near = any(word in before for word in _NEAR_WORDS)
    return "near" if near and _NEAR.search(before) else None


def _is_elsewhere(before: str, after: str) -> bool:
    """Tell whether a name is where something goes, where somebody speaks or gives it a name."""
    if _OFFICE_IN.search(before):
        return bool(words().speaks.match(after) or _DESCRIBED.match(after))
    if _CALLED_THERE.search(before):
        return after.startswith(" as ")
    return _BOUND_FOR.search(before) is not None

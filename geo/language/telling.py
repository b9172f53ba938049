"""How news says whose word it is: the verbs of telling, and how they stand behind who tells.

Nine rooms each had such a list of their own, no two of them alike: "stated" told in one room and
not in the next.
"""

from __future__ import annotations

import re

from geo.language.almanac import alternatives, words

__all__ = ["SAID", "SAYS", "is_told_behind"]

_VERBS = words("said says say told added reported confirmed announced stated")
SAID = alternatives(_VERBS)
"""An expression of the verbs by which sources tell: no more than that somebody says so."""
SAYS = rf"(?:,[^,.;]{{2,30}},)?\s+(?:(?:ha(?:s|ve)|later|also|\w+ly)\s+){{0,2}}{SAID}\b"
"""Behind who tells, or the place they are in: "(the mayor), Ana Kos, has later said"."""
_SAYS = re.compile(SAYS)


def is_told_behind(text: str, at: int, end: int | None = None) -> bool:
    """Tell whether what ends at a character of a text is who tells, or the place they are in.

    Examples
    --------
    >>> is_told_behind("police in Tolmen later said", 16)
    True
    >>> is_told_behind("police in Tolmen fired", 16)
    False
    """
    return _SAYS.match(text, at, len(text) if end is None else end) is not None

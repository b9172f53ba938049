"""Victims that a sentence without news of its own tells of another deed, or of no deed at all.

"They had been involved in attacks in which dozens died", "the judge had sentenced a man who killed
four", "seven soldiers were hurt in a road accident": these are none of the incident told before.
"The attack that killed nine" is that incident again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from geo.casualties.harms import Harm
from geo.casualties.mortality import names_accident
from geo.language.sought import Sought
from geo.reports.accusations import DID

__all__ = ["did_before", "is_foreign"]

_FORMER = r"many|numerous|other|earlier|previous|past|recent|similar"
_INDEFINITE = (
    rf"(?:an?|two|three|four|several|{_FORMER}|"
    r"(?!this\b|his\b|its\b)[a-z]+s)\b"
)
_RELATIVE = r"[^.;]{3,90}?\b(?:that|which|where|when|who)\b"
_EARLIER = Sought(rf"\b{DID}\s+{_INDEFINITE}{_RELATIVE}", re.IGNORECASE)
_HAD = Sought(
    r"\bhad\s+(?:(?:also|once|previously|earlier|recently|just)\s+)?(?:\w+ed|sent|given|freed|defended|written|spoken)\s+"
    r"(?:to\s+|for\s+|about\s+|on\s+|of\s+)?(?:an?|two|three|four|several|many|some)\s+(?:[\w’'-]+\s+){1,4}?(?:who|that|which)\b",
    re.IGNORECASE,
)
"""What somebody had done, of others who are described: "had sentenced a man who"."""
_OVERTURNED = Sought(
    r"\b(?:when|after|as)\s+(?:the|their|his|her|its|an?)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:truck|lorry|bus|minibus|van|car|vehicle|jeep|boat|ferry|canoe|helicopter|train|tractor|motorcycle)\s+"
    r"(?:(?:had|was|were|\w+ly)\s+)?(?:overturned|capsized|crashed|collided|skidded|derailed|sank|plunged|flipped|veered)\b",
    re.IGNORECASE,
)
_FORCED = re.compile(
    r"\b(?:mine|bomb|blast|explosive|shot|gunfire|fire|attack|ambush|drone|missile|rocket|shell|grenade|stone[ds]?|chase|fleeing|"
    r"escap\w+|pursu\w+|ramm\w+)\b",
    re.IGNORECASE,
)
"""What makes a crash part of a deed."""


def did_before(said: str, harm: Harm, *, is_news: bool = False) -> bool:
    """Tell whether a sentence tells a harm of what somebody had done, or of whom he had met.

    Where it is news, what somebody is blamed for is that: "blamed for a raid that killed nine".
    """
    at = max(harm.at, harm.start)
    for way in (_HAD,) if is_news else (_EARLIER, _HAD):
        before = way.search(said, 0, at)
        # What stands behind a comma goes on with the sentence: "…, shot two farmers".
        if before is not None and "," not in said[before.end() : at]:
            return True
    return False


def is_foreign(said: str, harm: Harm, *, elsewhere: Callable[[], bool] = lambda: False) -> bool:
    """Tell whether a sentence without news of its own tells a harm of another deed, or of none.

    Parameters
    ----------
    said
        The sentence.
    harm
        What befell somebody in it.
    elsewhere
        Tells whether it names another town than the incident.

    Examples
    --------
    >>> from geo.casualties.counts import told
    >>> for said in (
    ...     "They had been involved in attacks in which dozens of students died.",
    ...     "They had been involved in the attack in which nine students died.",
    ... ):
    ...     print([is_foreign(said, harm) for harm in told(said)])
    [True]
    [False]
    """
    if did_before(said, harm):
        return True
    if _FORCED.search(said):
        return False
    if names_accident(said):
        return True
    return _OVERTURNED.search(said) is not None and elsewhere()

"""Where the hurt, the dead and the accused are brought: not where it happened.

"The wounded were flown to X" tells nothing of X; "troops were flown to X" does.
"""

from __future__ import annotations

import re

from geo.linking.responders import comes

__all__ = ["is_brought"]

_BROUGHT = re.compile(
    r"\b(?:taken|flown|airlifted|transferred|rushed|brought|evacuated|extradited|ferried|shifted|referred)\s+"
    r"(?:(?:by|on|in)\s+(?:an?\s+)?[\w-]+\s+|away\s+|over\s+|down\s+)?to\s+(?:[\w-]+\s+){0,5}$|"
    r"\b(?:wounded|injured|casualties|victims?|bod(?:y|ies)|dead|coffins?|remains)\s+(?:(?:was|were|had\s+been)\s+)?"
    r"(?:carried|driven)\s+(?:[\w-]+\s+){0,4}?to\s+(?:[\w-]+\s+){0,5}$|"
    r"\b(?:carried|driven)\s+(?:[\w-]+\s+){0,4}?to\s+(?:[\w-]+\s+){0,3}?(?:hospital|clinic)s?\s+(?:[\w-]+\s+){0,2}$"
)
# "Evacuated the wounded to a hospital in the city of X".
_BROUGHT_THEM = re.compile(
    r"\b(?:took|take|flew|rushed|brought|evacuated|evacuating|ferried|carried|drove|transferred|transported)\s+"
    r"(?:(?:the|their|his|her|its|two|three|several|many|some|all)\s+)?(?:\w+\s+){0,2}?"
    r"(?:wounded|injured|casualties|victims?|bodies|body|dead|remains|survivors|patients?)\s+to\s+(?:[\w-]+\s+){0,7}$"
)
# "One was later moved to X", unlike "troops were moved to X".
_MOVED = re.compile(
    r"\b(?:one|two|three|four|five|he|she|both|wounded|injured|victims?|patients?)(?:\s+of\s+(?:them|whom))?\s+"
    r"(?:was|were|is|are|ha(?:s|d|ve)\s+been)\s+(?:(?:later|since|subsequently|then|also)\s+)?"
    r"(?:moved|sent|driven|referred|transferred|flown)\s+(?:(?:on|over|across|down|back)\s+)?to\s+(?:the\s+)?$|"
    # And whoever was "captured and sent to X".
    r"\b(?:arrested|captured|detained|caught|seized|convicted)\s+and\s+(?:(?:later|then|\w+ly)\s+)?"
    r"(?:moved|sent|driven|transferred|flown|exiled|deported)\s+(?:(?:on|over|back)\s+)?to\s+(?:the\s+)?$"
)
# "Driven to a hospital on the other side, in X".
_BROUGHT_INTO = re.compile(
    r"\b(?:taken|moved|sent|driven|referred|transferred|flown|airlifted|rushed|brought|admitted)\s+"
    r"(?:(?:on|over|across|down|back)\s+)?to\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:hospital|clinic)\b[^.;]{0,30},\s+"
    r"(?:in|at|near)\s+$"
)
# "Two companies of police were rushed to X": forces are where they are sent, two soldiers hurt.
_SENT = re.compile(
    r"(?:\b(?:troops|reinforcements|police|forces|units|battalions?|brigades?|companies|company|tanks|vehicles|commandos|"
    r"marines|gendarmes|troopers|paratroopers|contingents?|squads?|peacekeepers|artillery|guns)|"
    r"\b(?:hundreds|dozens|thousands|scores|extra|additional|more|further|fresh|some|about|around|\d\d+)\s+(?:of\s+|\d+\s+|[a-z-]+\s+)?"
    r"(?:soldiers|officers|policemen|men|guards|constables|agents))\s+"
    r"(?:(?:was|were|are|is|being|had|have|has|been|also|later|\w+ly)\s+){0,3}"
    r"(?:flown|airlifted|transferred|rushed|brought|ferried|shifted)\s+(?:in\s+|over\s+|down\s+)?to\s+(?:the\s+)?"
    r"(?:(?:town|city|village|area|island|capital|district|province)s?\s+(?:of\s+)?)?$"
)
_WAYS_TO_CARE = (_BROUGHT, _BROUGHT_THEM, _MOVED, _BROUGHT_INTO)


def is_brought(before: str) -> bool:
    """Tell whether what follows some words in small letters is where the hurt or dead were brought.

    Examples
    --------
    >>> is_brought("one of them was later moved to ")
    True
    >>> is_brought("two companies of police were rushed to ")
    False
    >>> is_brought("police rushed to a market in ")
    False
    """
    if "to" not in before or not any(way.search(before) for way in _WAYS_TO_CARE):
        return False
    return _SENT.search(before) is None and not comes(before)

"""Tell whether a word of illness or of traffic says that nobody did what is told.

"Killed by the virus", "killed on his motorcycle" are mischances; who is killed by soldiers while
they see to the rules against a virus is not, nor he who meets gunmen on a motorcycle.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from geo.language.almanac import alternatives, words
from geo.language.late import late

__all__ = ["is_mischance"]

_ILLNESS = words("coronavirus covid-19 pandemic virus disease outbreak ebola cholera epidemic")
_TRAFFIC = words("motorcycle motorcyclist suv pedestrian")
_ARMED = words(
    "forces soldiers troops army gunmen gunman militants rebels militia militias militiamen "
    "bandits assailants attackers separatists insurgents terrorists jihadists fighters "
    "mercenaries raiders guerrillas"
)
"""Who kills on purpose; police tell of crashes as well."""
_ON_ROAD = re.compile(
    r"\b(?:hit|struck|killed|crushed|over|down)\s+by\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}"
    r"(?:truck|lorry|vehicle|carrier|jeep|van|bus|car)\b|"
    r"\b(?:lost\s+control|collided|collision|overturned|skidded)\b"
)
"""The armed are on the road as well: "killed by an army lorry"."""
_ILL = alternatives(_ILLNESS)
_RULES = (
    r"(?:measures?|lockdowns?|curfews?|restrictions?|rules?|regulations?|protocols?|orders?|bans?|quarantines?|"
    r"checks?|checkpoints?|prevention|clinics?|cent(?:re|er)s?|wards?|teams?|workers?|campaigns?)"
)
_OF_RULES = late(
    rf"\b{_ILL}\b(?:[\s-]+\w+){{0,2}}?\s+{_RULES}\b|"
    rf"\b{_RULES}\b\s+(?:[\w-]+\s+){{0,5}}?(?:of|against|over|amid|due\s+to|for|from|curb|contain|stop|prevent|fight|slow)\s+"
    rf"(?:the\s+)?(?:[\w-]+\s+){{0,4}}?{_ILL}\b(?:\s+{_ILL}\b)?"
)
"""What is done against an illness: "coronavirus lockdown", "rules to curb the outbreak"."""
_AN_ILLNESS = re.compile(rf"\b{_ILL}\b")


def is_mischance(said: str, barring: AbstractSet[str], known: AbstractSet[str]) -> bool:
    """Tell whether words that bar a deed of somebody do so.

    Parameters
    ----------
    said
        The sentence, in small letters.
    barring, known
        The words of it that bar such a deed, and all of its words.

    Examples
    --------
    >>> said = "soldiers killed two during the virus lockdown"
    >>> is_mischance(said, {"virus"}, set(said.split()))
    False
    >>> is_mischance("the virus killed two", {"virus"}, {"the", "virus", "killed", "two"})
    True
    """
    if not barring:
        return False  # as a rule
    rest = set(barring)
    armed = not rest.isdisjoint(_TRAFFIC) and not _ARMED.isdisjoint(known)
    if armed and not _ON_ROAD.search(said):
        rest -= _TRAFFIC
    if not rest.isdisjoint(_ILLNESS) and not _AN_ILLNESS.search(_OF_RULES.sub(" ", said)):
        rest -= _ILLNESS
    return bool(rest)

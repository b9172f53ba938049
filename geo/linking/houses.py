"""The town in the name of a house, where only a part of that house is told of.

"On the campus of the University of Tolmen", "at a hostel of Tolmen College": whatever the house is
called, it is in its town. A house that only speaks or owns ("the University of Tolmen said") is no
scene, nor is one that somebody comes from.
"""

from __future__ import annotations

from geo.language.late import late
from geo.linking.scenes import Sentence
from geo.model import MentionClass, PlaceKind, Resolution, Span

__all__ = ["town_of_house"]

REACH = 80
"""Characters before a town in which a part of its house stands."""
_HOUSES = (
    r"(?:University|College|School|Institute|Academy|Polytechnic|Port|Cathedral|Diocese|Court|"
    r"Church|Mosque|Museum|Airport|Hospital)"
)
_PARTS = (
    r"(?:campus(?:es)?|hostels?|dormitor(?:y|ies)|dorms?|gates?|front|entrances?|compound|grounds|"
    r"premises|buildings?|halls?|headquarters|offices?|library|laborator(?:y|ies)|wards?|car\s+park|"
    r"parking\s+lot|faculty|department|steps|courtyard|corridors?|mosque|chapel|terminal|runway)"
)
_PART_OF = late(
    rf"\b(?:on|in|at|inside|outside|near|around|across|into|stormed|raided|attacked|occupied)\s+"
    rf"(?:(?:the|an?|its|some|several)\s+)?(?:[\w-]+\s+){{0,2}}?{_PARTS}\s+(?:of|at|to)\s+"
    rf"(?:the\s+)?(?:(?:[A-Z][\w-]+\s+){{0,2}}{_HOUSES}\s+of\s+)?$"
)


def town_of_house(text: str, sentence: Sentence, clause: Span) -> Resolution | None:
    """Return the town of a house in whose grounds a clause puts its deed, if it names one."""
    for r in sentence.resolutions:
        at, place = r.mention.span, r.place
        if place is None or r.mention.use is not MentionClass.EMBEDDED or not clause.covers(at):
            continue
        town = place.kind is PlaceKind.SETTLEMENT
        if town and _PART_OF.search(text, max(clause.start, at.start - REACH), at.start):
            return r
    return None

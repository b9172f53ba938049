"""Tell the grammatical form of the words of a deed: what asserts it, and what only names its sort.

A finite past verb asserts a deed. A bare plural, a gerund, an infinitive, a bare present and an
attribute do not by themselves.
"""

from __future__ import annotations

import re

from geo.events.presents import COUNTED
from geo.language.almanac import words
from geo.language.clauses import is_past, is_told
from geo.language.late import late
from geo.language.sought import Sought

__all__ = ["form"]

_DETERMINED = late(
    r"\b(?:an?|the|this|(?<!said )(?<!says )(?<!told )that|these|those|his|her|its|"
    r"their|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|both|dozens\s+of|hundreds\s+of|scores\s+of|a\s+series\s+of|another|one|"
    r"\d[\d,]*|first|second|third|\d+(?:st|nd|rd|th)|latest|fresh|new|heavy|fierce|twin)\s+"
    r"(?:(?!(?:punish|condemn|ban|forbid|fear|say|call|see|prevent|cover|define|include|encourage|face|"
    r"fight|prosecut|consider|mean|treat|blam|discuss|denounc|deplor|outlaw|tackl|combat)e?s\b)"
    r"[\w’'-]+\s+){0,2}$"
)
_COUNTED = late(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|both|dozens\s+of|"
    r"hundreds\s+of|scores\s+of|series\s+of|spate\s+of|\d[\d,]*|twin|fresh|heavy|fierce)\s+(?:[\w’'-]+\s+){0,2}$"
)
_TO = Sought(
    r"\b(?:to|will|would|can|could|(?<!\bin )may|might|must|should|shall)\s+(?:\w+ly\s+)?$"
)
_GOVERNING = re.compile(
    r"\b(?:of|against|from|in|for|to|and|than|as|stop|avoid|including)\s+(?:\w+ly\s+)?$|^\W*$"
)
_SUBJECT = Sought(r"\b(?:they|we|you|who)\s+(?:(?:will|would|also|often|always|never)\s+)?$")
_WHO = Sought(r"\b(?:who|which|they|that)\s+(?:also\s+)?$")
_THEY = Sought(r"\b(?:they|we|you)\s+(?:(?:[\w-]+\s+){0,5}and\s+)?$")
_TOOK = Sought(r"\btook\s+(?:[\w-]+\s+){0,2}$")
_AFTER = Sought(r"\bafter\s+(?:\w+ly\s+)?$")
_ACTING = re.compile(r"\b(?!(?:this|its|his)\b)\w+[^\Ws]s\s+$")
"""Who acts: "the rebels attack" is no "attack" of "the rebels"."""
_BOTH = words("attack raid ambush assault strike fight bomb rebel heavy fierce intense return")
"""What opens a verb elsewhere: "the attack on the office", "heavy fighting"."""
_GOING_ON = Sought(r"\b(?:by|after|up|on|are|is|been|without|before)\s+(?:\w+ly\s+)?$")
_GOVERNED = re.compile(
    r"\s+(?:the(?!\s+(?:same|next|previous|following|other|day|night|week|month|year|morning|evening|"
    r"afternoon|moment|way|more|most)\b)|its|their|our|my|your)\s"
)
"""No noun has a determiner behind it: "gangs that torture and murder their rivals"."""
_TIME_BEHIND = re.compile(r"\s+(?:[\w-]+\s+){1,3}?(?:days?|weeks?|months?|years?|hours?)\b")
_IS_S = re.compile(r"[^s]s$")
_DID = Sought(
    r"\b(?:gather(?:ed)?|assembled?|rall(?:y|ied)|march(?:ed)?|converged?|congregated|came\s+(?:out|together)|turned\s+out|"
    r"began|started|used|proceeded|managed|able|continue[ds]?|went\s+on|returned|attempted|attempts?|bid|tried|forced)\s+(?:[\w-]+\s+){0,5}to\s+(?:\w+ly\s+)?$|"
    r"\bhad\s+to\s+(?:\w+ly\s+)?$"
)
_CHARGED = Sought(
    r"\b(?:charged\s+(?:[\w-]+\s+){0,4}with|counts?\s+of|accused\s+of|charges?\s+of|suspicion\s+of|suspected\s+of)\s+(?:[\w-]+\s+){0,3}$"
)
_MASS = words("sabotage torture looting vandalism violence arson bloodshed rape unrest fighting")
_ARTICLES = words("a an the this that another each")
_PEOPLE = re.compile(
    r"(?:(?<!murd)ers|ors|ists|men|ants|ents|rebels|bandits|guerrillas|jihadis|warlords|troops|forces|youths|mobs|villagers)$"
)
_PARTICIPLE = re.compile(r"ed$|^(?:slain|stolen)$")
_OF = re.compile(
    r"\b(?:the|an?|of|his|her|their|its|for|these|those|honou?r|late|two|three|\d+)\s+(?:\w+ly\s+)?$"
)
_NAMED = late(
    r"\s+(?!(?:in|on|at|by|with|for|from|to|near|and|or|but|when|while|after|before|during|as|the|an?|\w+ly|it|him|her|"
    r"them|people|\d+|two|three|four|five|more|some|several|last|this|yesterday|today|along|inside|outside|over|that|"
    r"because|since|between|against|their|his|its|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)[a-z]"
)
_COMPOUND = late(
    r"\s+(?:rings?|cases?|activit(?:y|ies)|campaigns?|plots?|conspirac(?:y|ies)|charges?|trials?|prob(?:e|es)|gangs?|squads?|records?|"
    r"rates?|statistics|figures|weapons?|convictions?|laws?|bill|insurance|films?|movies?|novels?|experts?|detectives?|"
    r"capability|skills|techniques?|methods?|tactics|policy|strategy|season|culture|problem|epidemic|awareness)\b"
)
_AIMED = words("drone drones missile missiles rocket rockets shell shells bomb bombs uav uavs")
"""What does something in a participle: no troops, who may be "fighting" for years."""
_SEEN = Sought(
    r"\b(?:saw|seen|watched|spotted|noticed|filmed|photographed|there\s+(?:were|was)|with)\s+"
    r"(?:(?:the|a|an|some|several|many|more|dozens|scores|hundreds|of|\d+|[\w-]+ed)\s+){0,3}$"
)
"""Before who is seen to do something: "saw soldiers patrolling the streets"."""
_IMAGE_OF = Sought(r"\bof\s+(?:an?|the)\s+$")
"""Before what is only shown or spoken of: "footage of a drone targeting a tank"."""
_CROWD_VERBS = words("protest march picket rally demonstrate")
"""What is a noun as well, and a verb behind "to"."""
_STANDING = words("barricade barricades roadblock roadblocks blockade blockades")
_AT_ONE = Sought(r"\b(?:on|from|since|behind|over|formed|off)\s+the\s+$")
"""Before a thing that stands there, by which somebody is, or from which something is taken."""
_THOSE = Sought(r"\bthe\s+(?:(?!(?:was|were|had|has|have|who|that|which)\b)[\w-]+\s+){1,5}$")
_ALSO_HOW = re.compile(
    r"\s+(?:was|were|had\s+been)\b[^.;]*?\b(?:ambushed|gunned\s+down|opened\s+fire|(?:was|were)\s+(?:attacked|shot|bombed)|"
    r"when\s+(?:[\w-]+\s+){1,4}(?:attacked|stormed|struck|hit|exploded|went\s+off))\b"
)
"""Behind whom a deed befell, how it did."""
_NEXT = re.compile(r"\s+([a-z]+)\b")
_PASSIVE = Sought(r"\s(?:was|were)\s+(?:[\w-]+\s+){0,2}[\w-]+(?:ed|en|wn|nt|ht|ut)\b")
"""In a long trigger a passive asserts the deed: "a bus was torched by unidentified people"."""
_BEHIND_HEAD = words(
    "on in at by of against near that which between for with was were is are has have v"
)


def form(trigger: str, before: str, behind: str, *, noun: bool) -> str | None:
    """Return the form of a trigger that names a sort; ``None`` for one that asserts a deed.

    Parameters
    ----------
    trigger, before, behind
        The words of the trigger and of its sentence around it, in small letters.
    noun
        Whether the trigger names the deed.

    Examples
    --------
    >>> form("attacks", "he fears ", " on the road", noun=True)
    'a bare plural'
    >>> form("attacked", "rebels ", " a mill", noun=False) is None
    True
    """
    first, *others = trigger.split()
    if "to" in others and _TOOK.search(before):
        return None  # "it took soldiers an hour to push aside the wall"
    if not others and is_told(first) and _ALSO_HOW.match(behind):
        return None  # "the men killed were ambushed at a ford"
    if not others and _PARTICIPLE.search(first) and _OF.search(before) and _NAMED.match(behind):
        return "an attribute"
    if noun and (first, *others)[-1] not in _BEHIND_HEAD and _COMPOUND.match(behind):
        return "an attribute"
    if not others and is_told(first) and _is_of_those(before, behind):
        return "an attribute"
    if noun and not others and first in _STANDING and _AT_ONE.search(before):
        return "an attribute"  # "lorries were driven off from the barricade"
    acts = noun and not others and (_acts(first, before, behind) or _is_verb(first, before))
    if noun and not acts and not (others and is_told(others[-1])) and not _PASSIVE.search(trigger):
        head = first if others and others[0] in _BEHIND_HEAD else (first, *others)[-1]
        return "a noun" if first in _ARTICLES else _noun_form(head, before)
    if _TO.search(before):
        return None if _DID.search(before) else "an infinitive"
    if any(map(is_told, (first, *others))) or "beat" in (first, *others):
        return None
    if "targeted" in others:
        return None  # alone it may be an adjective
    if first in _BOTH and _DETERMINED.search(f"{before}{first} ") and not _ACTING.search(before):
        return "a noun"
    if first.endswith("ing"):
        if _AFTER.search(before):
            return None
        if _GOING_ON.search(before):
            return "a thing that goes on"
        return "a gerund" if _GOVERNING.search(before) else None
    doing = any(word.endswith("ing") for word in others[:2])
    if any(word.endswith("ing") for word in others) and _SEEN.search(before):
        return None
    if doing and first in _AIMED and not _IMAGE_OF.search(before):
        return None  # "a drone targeting the base": a participle says what it did
    if first == "with":
        return None  # "was taken to hospital with stab wounds"
    # Behind "they" no verb ends in -s: "they murder the innocent and destroy bridges".
    acting = others[:2] if first in _ARTICLES else (first, *others[:1])
    if _WHO.search(before):
        acting = (first,)  # "militants who launch attacks": the plural is what they launch
    if not _THEY.search(before) and any(
        _IS_S.search(word) and not _PEOPLE.search(word) for word in acting
    ):
        return None  # "a bomber kills 12"
    return "a bare present"


def _is_of_those(before: str, behind: str) -> bool:
    """Tell whether a participle only says whom: "the 14 children killed were buried"."""
    verb = _NEXT.match(behind) if _THOSE.search(before) else None
    return verb is not None and is_past(verb[1])


def _acts(word: str, before: str, behind: str) -> bool:
    """Tell whether a word that may be a noun is a verb: "they murder", "police murder our sons"."""
    if _SUBJECT.search(before):
        return True
    # "In an attack the army called senseless" has an article, "attacks the army …" the plural.
    # "Militiamen rape four women"; an attack may be "two days after".
    counted = word in _MASS and COUNTED.match(behind) and not _TIME_BEHIND.match(behind)
    governs = bool(counted or _GOVERNED.match(behind))
    return governs and not (word.endswith("s") or _DETERMINED.search(before))


def _is_verb(word: str, before: str) -> bool:
    """Tell whether a word of crowds is a verb behind "to": "gathered to protest"."""
    return word in _CROWD_VERBS and before.endswith(" to ")


def _noun_form(head: str, before: str) -> str | None:
    if _PEOPLE.search(head):
        return None
    if head.endswith("s") and not head.endswith("ss"):
        return None if _COUNTED.search(before) else "a bare plural"
    if _DETERMINED.search(before):
        return "a noun"
    mass = head in _MASS or _CHARGED.search(before)
    return "a mass noun" if mass else "a bare noun"

"""Tell whether a present tells of one deed, as briefs do, or of what is done at times.

"Gunmen attack Tolmen, destroy a market", "residents of Varn protest a blackout" are how logs of
events and headlines tell what came about; "bandits attack villages in the north" is of a sort. One
deed has one object or a doer nobody knows, and opens a text or has a place of its own.
"""

from __future__ import annotations

import re

from geo.language.clauses import is_past
from geo.language.late import late
from geo.language.sought import Sought

__all__ = [
    "COUNTED",
    "counts_victims",
    "crowds_verb",
    "is_at_times",
    "is_crowds_verb",
    "is_third_person",
    "tells_of_one",
]

_RATE = Sought(r"\b(?:an?|each|every|per)\s+(?:day|week|month|year|night)\b")
_ONE_OBJECT = re.compile(r"\s(?:an?|one)\s(?!lot\b|few\b)")
_WHENEVER = Sought(
    r"\b(?:when|whenever|if|who|which|that|often|sometimes|would|will|can|may|could|should|where|how|"
    r"they|we|you|people)\b|\bto\s+(?:\w+ly\s+)?$"
)
"""Before what happens at times: "when gunmen attack a village", "those who stage a protest"."""
_AT_TIMES = Sought(
    r"\b(?:whenever|if|every|each|often|usually|sometimes|always|regularly|daily|nightly|weekly|years|decades|"
    r"over\s+and\s+over|at\s+will|with\s+impunity|all\s+the\s+time)\b|\bper\s+\w+|\ban?\s+(?:day|week|month|year)\b"
)
"""Anywhere in a sentence of what is done at times."""
COUNTED = re.compile(
    r"\s+(?:at\s+least\s+|some\s+|about\s+)?(?:\d|two|three|four|five|six|dozens|scores|hundreds|several)\b"
)
"""An object that is counted: "kill two", "abduct at least five"; who is counted was there once."""
_NAMED = re.compile(
    r"\s(?:(?:the\s+)?(?:town|village|city|area|district|community|villages|towns)\s+of\s+)?"
    r"[A-Z][\w’'-]+(?<!s)(?:\s+(?:and\s+)?[A-Z][\w’'-]+(?<!s))*(?!\s+(?:and\s+)?[A-Za-z’'-]*[^\Ws]s\b)"
    r"(?![\w’'-])"
)
"""One town or man by name: "attack Tolmen village"; "attack Fulani herders" is of a sort."""
_THE_ONE = re.compile(
    r"\s(?:the|his|her|its|their)\s+(?:\w+ly\s+|[a-z]+\s+)??(?:[a-z’'-]*[^\Ws]|[a-z’'-]*ss)\s+(?:of|in|at|near|on|belonging)\s+"
    r"(?:an?|the|his|her|its|their|[A-Z])"
)
"""One thing of one owner or place: "the convoy of the governor", not "the members of a union"."""
_FORCES = re.compile(
    r"\s(?:military|security|government|army|police)\s+(?:forces|troops|men|soldiers|officers)\s+(?:in|at|near|outside)\s+[A-Z]"
)
"""Forces at one place: "attack military forces in Tolmen"."""
_SOMEBODY = late(
    r"\W*(?:(?:some|the|two|three|four|five|six|\d+)\s+)?(?:unidentified|unknown|suspected|angry|aggrieved|irate|disgruntled|"
    r"an?\s+(?:\w+\s+)?(?:group|gang|band|mob|crowd|number)\s+of|dozens\s+of|scores\s+of|hundreds\s+of|thousands\s+of)\s",
    re.IGNORECASE,
)
"""Who did something once opens so: nobody calls those "unidentified" who do it every week."""
_CROWDS = late(
    r"\W*(?!(?:how|why|when|what|as|if|many|most|such|these|those|in|at|for|to|where|while)\b)(?:[\w&.’'()/-]+,?\s+){0,12}?"
    r"(?:[A-Za-z’-]*[^\Ws]s|[Ss]taff|[Ww]omen|[Mm]en|[Pp]ersonnel|[Yy]outh)"
    r"(?:,?\s+(?:of|from|in|at|with|under|enrolled|employed)\s[^;:.]{2,90}?)?,?\s+(?:\w+ly\s+|[“\"]\w+[”\"]\s+)?",
    re.IGNORECASE,
)
"""All that stands before a crowd's verb: "Traders of a market in Varn "."""
_BODY = late(
    r"\W*(?:An?|The)?\s*(?:[\w’'-]+\s+){0,4}?(?:group|union|association|party|community|congress|forum|league|"
    r"movement|federation|society|faction|branch|chapter|coalition|[A-Z]{3,})\s+"
)
"""The same of a body, which is one: "The Varn Farmers' Association "."""
_CROWD_PRESENTS = frozenset({"protest", "riot", "demonstrate", "rally", "clash", "picket"})
_CROWDS_VERB = re.compile(r"\b(?:protests?|riot|demonstrate|rally|clash|picket)\b")
_AIM_OF_IT = late(
    r"\s+(?:\w+ly\s+)?(?:against|over|for|at|outside|in|after|an?|the|their|its|his|non-?\w+|alleged|planned|"
    r"[a-z’-]+\s+(?:\w+\s+){0,4}(?:of|in|on|by|at|over|from|outside|for)\b)"
)
"""What follows the verb "protest" rather than the noun: whom or what it is against, or where."""
_VERB_BEHIND = re.compile(
    r"(?:(?!\b(?:after|before|when|which|who|that|over|against|because)\b)[^,;.])*?\b(?:is|are|was|were|has|had|have|will|turned|turns|began|took|takes)\b"
)
"""Behind a noun another verb follows: "a protest over prices turned violent"."""
_ENDS_IN_S = re.compile(r"[\w-]*[^\Ws]s(?![\w-])")


def tells_of_one(before: str, behind: str, deed: str, *, placed: bool, opens: bool) -> bool:
    """Tell whether a deed told in the present is one, by who did it, or to whom.

    Parameters
    ----------
    before, behind, deed
        The sentence up to the words that tell of it, behind them, and these, as written.
    placed, opens
        Whether its clause names a place; whether the sentence opens the text.

    Examples
    --------
    >>> tells_of_one("Gunmen ", " Tolmen.", "attack", placed=False, opens=True)
    True
    >>> tells_of_one("Gunmen ", " villages in the north.", "attack", placed=True, opens=True)
    False
    """
    if _WHENEVER.search(before.lower()):
        return False
    if placed and _starts(_ONE_OBJECT, deed.lower(), behind.lower()):
        return True
    if not opens or _AT_TIMES.search(f"{deed}{behind}".lower()):
        return False
    if _SOMEBODY.match(f"{before}{deed}"):
        return True
    objects = [_ONE_OBJECT, _NAMED, _THE_ONE, _FORCES, *([COUNTED] if placed else [])]
    return any(_starts(way, deed, behind) for way in objects)


def _starts(way: re.Pattern[str], deed: str, behind: str) -> bool:
    """Tell whether an object begins within what tells of a deed, or right behind it."""
    found = way.search(f"{deed}{behind}")
    return found is not None and found.start() <= len(deed)


def counts_victims(before: str, behind: str) -> bool:
    """Tell whether a present with a count is no rate: "kill two", not "kill two a week".

    Examples
    --------
    >>> counts_victims("raiders ", " two shepherds"), counts_victims("raiders ", " two a week")
    (True, False)
    """
    return not (_WHENEVER.search(before) or _RATE.search(behind))


def is_at_times(said: str) -> bool:
    """Tell whether a sentence, in small letters, tells of what is done at times.

    Examples
    --------
    >>> is_at_times("rebels attack every week"), is_at_times("rebels attack a ford")
    (True, False)
    """
    return _AT_TIMES.search(said) is not None


def crowds_verb(deed: str) -> tuple[str, str, str]:
    """Part what tells of a deed at the verb of a crowd in it, or at its last word.

    Examples
    --------
    >>> crowds_verb("drivers demonstrate against")
    ('drivers ', 'demonstrate', ' against')
    """
    found = list(_CROWDS_VERB.finditer(deed))
    at, end = found[-1].span() if found else (deed.rfind(" ") + 1, len(deed))
    return deed[:at], deed[at:end], deed[end:]


def is_crowds_verb(before: str, behind: str, word: str) -> bool:
    """Tell whether a word that may be a noun says what a crowd does, at the head of a sentence.

    Examples
    --------
    >>> is_crowds_verb("Residents of Varn ", " a blackout.", "protest")
    True
    >>> is_crowds_verb("Farmers ", " every year over prices.", "protest")
    False
    """
    if _AT_TIMES.search(behind.lower()) or _AIM_OF_IT.match(behind) is None:
        return False
    if word in _CROWD_PRESENTS and not _VERB_BEHIND.match(behind):
        crowds = _CROWDS.fullmatch(before) or _BODY.fullmatch(before)
        return crowds is not None and not any(map(is_past, re.findall(r"\w+", before.lower())[1:]))
    return word == "protests" and _BODY.fullmatch(before) is not None


def is_third_person(deed: str, verb: int) -> bool:
    """Tell whether the verb within a deed ends in -s: one band "attacks", many do not.

    Examples
    --------
    >>> is_third_person("Boko Haram attacks", 11), is_third_person("rebels attack", 7)
    (True, False)
    """
    return _ENDS_IN_S.match(deed, verb) is not None

"""Tell a protest from what it is about: "staged a sit-in demanding wages due since 2019".

Behind the words that open a grievance years, sums, habits and plans are its own. Of 6,000 notes on
single events, most of them protests, 60 were taken for history or for a sort of deed by them.
"""

from __future__ import annotations

import re

from geo.language.late import late
from geo.model import Span

__all__ = [
    "CROWD",
    "grievance",
    "is_asked_for",
    "is_fronted",
    "is_held_then",
    "is_resented",
    "is_resented_then",
    "is_staged",
    "is_wrong",
    "led_to",
    "over_grievance",
    "without_grievance",
    "without_motive",
]

CROWD = "protest"
"""The family of which people have a grievance."""
_WANTING = "demanding|protesting|opposing|rejecting|condemning|denouncing|alleging|seeking"
"""With what people want or resent, before a protest and behind it."""
_OPENS = late(
    r"\b(?:(?:to\s+)?(?:demand|protest|oppose|condemn|denounce|decry|reject|urge|criticis|criticiz)(?:e|ing)?|"
    rf"{_WANTING}|urging|asking|"
    r"accusing|blaming|stressing|highlighting|against|over|calling\s+(?:for|on|upon)|to\s+(?:press|call|ask|seek)|"
    r"pressing|in\s+(?:support|protest|favou?r|opposition|solidarity|response|remembrance|memory|honou?r)|raising|for\s+(?:not|the\s+release|failing|allegedly))\b",
    re.IGNORECASE,
)
"""What opens a grievance behind a protest, or in what is told of it."""
_ENDS = re.compile(
    r";|,?\s(?:and|but|while|as|when|before)\s+(?:the\s+)?(?:police|officers|troops)\b"
)
"""What ends it: whoever came to stop them."""
_FRONTED = re.compile(
    rf"\W*(?:{_WANTING}|commemorating|marking)\s[^;]*?,\s",
    re.IGNORECASE,
)
"""How a sentence opens that tells first what a protest is about."""
_STAGED = late(
    r"(?:staged|held|organi[sz]ed|launched|took\s+out|brought\s+out|conducted|observed|mounted|led|"
    r"joined|began|started|continued|resumed|gathered|marched|rallied|protested|demonstrated)\s",
    re.IGNORECASE,
)
"""How the words of a protest open whose own verb tells that it was held."""

_RESENTED = re.compile(
    r"\b(?:against|over|(?:protest|condemn|denounc|decr[yi]|oppos)(?:e?d|ing|e)?)\s+"
    r"(?:(?!(?:the|an?|this|that|his|her|their|its|after|before|when|as|while|two|three|four|five|\d+)\b)[\w-]+,?\s+){0,4}$"
)
"""Before what is resented, that no article or number makes one deed."""
RESENTED_WITHIN, CROWD_WITHIN = 90, 240
"""Characters before a deed in which that stands, and in which the crowd does."""
_OF_CROWD = re.compile(r"\b(?:protest|demonstrat|rall(?:y|ie)|march|picket|sit-in|vigil)")
_LED_TO = late(
    r"\b(?:after|following|over|against|because|since|due\s+to|in\s+response\s+to|"
    r"(?:protest|condemn|denounc|decr|oppos)(?:e?d|ing|ying|ied|e|y)?|(?:sparked|triggered|prompted)\s+by)\s+"
    r"(?:(?!(?:and|but|while|where|before)\b)[\w'\u2019-]+\s+){0,8}$",
    re.IGNORECASE,
)
"""Between a protest and what it is about, or came after."""
_RESENTS = re.compile(r"(?:to\s+protest|protest(?:ed|ing))$", re.IGNORECASE)
_AT_ONCE = re.compile(r"\s+(?:the|an?|his|her|their)\s+(?:[\w'\u2019-]+\s+){0,3}")
_SORT = re.compile(r"(?:[^s]s|ing|violence)\b")
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|where)\b")
_HOW = re.compile(r",|\b(?:march|rally|protest|demonstration|procession|sit-in|crowd)\s$")
"""Between a grievance and a relative clause, what makes that of the protest itself."""


_EVENT = (
    r"(?:protests?|demonstrations?|rall(?:y|ies)|march(?:es)?|vigils?|sit-ins?|processions?|pickets?|"
    r"walkouts?|strikes?|hunger\s+strikes?|prayers?)"
)
_ABOUT = (
    r"(?:over|against|about|at|for|condemning|denouncing|demanding|in\s+(?:memory|honou?r|support)\s+of|"
    r"to\s+(?:condemn|denounce|protest|mourn|remember|demand|mark))"
)
_FEW = r"(?:(?!(?:and|but|while|who|which|that|was|were|took|held)\b)[\w’'-]+\s+)"
_CAME_ABOUT = (
    r"(?:(?:was|were)\s+(?:held|staged|organi[sz]ed|launched|mounted|called|dispersed|broken\s+up|blocked)|"
    r"took\s+place|began|started|entered|turned|drew|ended|continued|spread|erupted|broke\s+out)\b"
)
_NAMED = late(rf"\b{_EVENT}\s+(?:in\s+[\w’'-]+\s+)?{_ABOUT}\s+{_FEW}{{0,6}}$", re.IGNORECASE)
"""Before a deed, the protest that is about it: "a march against the killing of two"."""
_ASKED = late(rf"\b{_EVENT}\s+for\s+(?:the\s+|an?\s+|their\s+)?{_FEW}{{0,3}}$", re.IGNORECASE)
_ABOUT_IT = late(rf"\s+{_ABOUT}\s+{_FEW}{{0,6}}", re.IGNORECASE)
_MOVED = late(
    r"\b(?:angry|furious|enraged|angered|outraged|incensed|irate|upset|frustrated|protesting|"
    r"displaced|affected|hit|ruined|stranded|bereaved|(?:left|made)\s+(?:\w+\s+)?homeless)\s+"
    r"(?:about|over|at|by|with)\s|\bof\s+(?:the|an?|last)\s",
    re.IGNORECASE,
)
"""How it is told what moved people, before their verb: "villagers angry about an accident"."""
_HELD = late(rf"\b{_CAME_ABOUT}")
_OVER = late(rf"\b(?P<event>{_EVENT})(?P<over>\s+{_ABOUT}\s+{_FEW}{{1,8}}?)(?={_CAME_ABOUT})")


def is_asked_for(before: str) -> bool:
    """Tell whether words name what people march for: it has not come about, or long before.

    Examples
    --------
    >>> is_asked_for("a march for the "), is_asked_for("a march after the ")
    (True, False)
    """
    return _ASKED.search(before[-RESENTED_WITHIN:]) is not None


def is_held_then(before: str, between: str) -> bool:
    """Tell whether a date is that of a protest which is about a deed, by what parts the two.

    Examples
    --------
    >>> is_held_then("a march against the ", " of two weavers was held in Tolmen on ")
    True
    >>> is_held_then("a march against the ", " of two weavers on ")
    False
    """
    return _HELD.search(between) is not None and _NAMED.search(before) is not None


def is_resented_then(crowd: str, about: str) -> bool:
    """Tell whether a date between a crowd and a deed that it resents is that of the crowd.

    Examples
    --------
    >>> is_resented_then("hundreds marched in Tolmen on ", " against the ")
    True
    """
    return _ABOUT_IT.fullmatch(about) is not None and _OF_CROWD.search(crowd) is not None


def without_motive(text: str, sentence: Span, verb: int) -> str | None:
    """Return a sentence without what moved a crowd to do something; ``None`` if that is not told.

    Examples
    --------
    >>> text = "Weavers angry about a flood blocked a road."
    >>> without_motive(text, Span(0, len(text)), 28)
    'Weavers blocked a road.'
    """
    moved = _MOVED.search(text, sentence.start, verb)
    if moved is None:
        return None
    return text[sentence.start : moved.start()] + text[verb : sentence.end]


def over_grievance(sentence: str) -> str:
    """Put blanks over what a protest is about, between it and what tells that it was held.

    Examples
    --------
    >>> over_grievance("a march for peace was held.")
    'a march           was held.'
    """
    return _OVER.sub(lambda m: m["event"] + " " * len(m["over"]), sentence)


def is_resented(before: str, inside: str) -> bool:
    """Tell whether words name the sort of deed that a protest is against: "arbitrary arrests".

    Examples
    --------
    >>> is_resented("traders marched against unlawful ", "arrests")
    True
    >>> is_resented("traders marched against the ", "arrest of a weaver")
    False
    """
    if _SORT.search(inside.split(" ", 1)[0]) is None:
        return False
    resented = _RESENTED.search(before[-RESENTED_WITHIN:])
    return resented is not None and _OF_CROWD.search(before[-CROWD_WITHIN:]) is not None


def led_to(between: str, trigger: str = "") -> bool:
    """Tell whether what stands behind a protest led to it, by the words between the two.

    The ``trigger`` of the protest itself may say so: "to protest the arrest of".

    Examples
    --------
    >>> led_to(" in Tolmen after the "), led_to(" in Tolmen after police had ")
    (True, True)
    >>> led_to(" in Tolmen, and police ")
    False
    """
    if _RESENTS.search(trigger) is not None and _AT_ONCE.fullmatch(between) is not None:
        return True
    return _LED_TO.search(between) is not None


def is_fronted(text: str, sentence: Span, trigger: Span, at: Span) -> bool:
    """Tell whether words stand in a grievance that opens the sentence of a protest.

    Examples
    --------
    >>> text = "Demanding an inquiry into a fraud of 2013, hundreds marched."
    >>> is_fronted(text, Span(0, len(text)), Span(51, 58), Span(37, 41))
    True
    """
    opened = _FRONTED.match(text, sentence.start, trigger.start)
    return opened is not None and at.end <= trigger.start and "," in text[at.end : trigger.start]


def is_staged(said: str) -> bool:
    """Tell whether what is told opens with the past verb of who staged it.

    An infinitive behind it is one of the grievance.

    Examples
    --------
    >>> is_staged("staged a rally asking the state to act"), is_staged("to stage a rally")
    (True, False)
    """
    return _STAGED.match(said) is not None


def grievance(text: str, sentence: Span, trigger: Span) -> Span | None:
    """Return what of a sentence tells what a protest is about, or ``None`` if nothing does.

    Parameters
    ----------
    text, sentence
        The sentence and the text it stands in.
    trigger
        Where the words of the protest stand; they may run on into the grievance.

    Examples
    --------
    >>> text = "Nurses staged a sit-in at the gate demanding wages due since 2019."
    >>> grievance(text, Span(0, len(text)), Span(7, 22)).of(text)
    'demanding wages due since 2019.'
    """
    first = text.find(" ", trigger.start, trigger.end)
    start = trigger.end if first < 0 else first
    opened = _OPENS.search(text, start, sentence.end)
    if opened is None:
        return None
    ended = _ENDS.search(text, opened.end(), sentence.end)
    return Span(opened.start(), ended.start() if ended else sentence.end)


def is_wrong(text: str, trigger: Span, said: Span) -> bool:
    """Tell whether words are of the wrong that people march about, and not of how they marched.

    Examples
    --------
    >>> text = "thousands marched for a cook whom police had beaten"
    >>> is_wrong(text, Span(0, 17), Span(30, 51))
    False
    >>> text = "thousands marched over a cook whom police had beaten"
    >>> is_wrong(text, Span(0, 17), Span(34, 51))
    True
    """
    about = grievance(text, Span(0, len(text)), trigger)
    if about is None or not about.covers(said):
        return False
    # "Against a law, where they clashed", "in a march which police dispersed": how they marched.
    told = _RELATIVE.search(text, about.start, said.start)
    return told is not None and _HOW.search(text, about.start, told.start()) is None


def without_grievance(text: str, sentence: Span, trigger: Span) -> Span:
    """Return a sentence up to the grievance of its protest, with all that tells of the protest."""
    about = grievance(text, sentence, trigger)
    return sentence if about is None else Span(sentence.start, max(about.start, trigger.end))

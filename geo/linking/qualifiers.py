"""Places that only say something of somebody: "a man wanted over an attack in X".

What he did before, or where he was, is not where the deed is that befell him; that he hauled flour
from a mill in X puts no shooting there. Such a place stands back behind any other that is told, and
is still better than none: who was arrested over a killing in X may well have been so there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from geo.language.late import late
from geo.model import PlaceKind, Resolution, Span

__all__ = ["STANDS_BACK", "WEAKLY", "begins", "is_said_of", "serves_in", "standing_back"]

STANDS_BACK = 8.0
"""What a place loses that only says something of somebody: more than any clue tells for it."""
WEAKLY = "only what is said of somebody"
"""Ends the reason of a deed that has no other place."""
WITHIN = 110
"""Characters before a name in which stands what is said of whom."""
_DONE = (
    r"(?:wanted|sought|hunted)\s+(?:by\s+(?:\w+\s+){1,3})?(?:for|over|in\s+connection|on\s+(?:charges|suspicion))|wanted(?=\s+in\s)|"
    r"(?:accused|suspected|convicted|guilty)\s+(?:of|in)|convicted\s+for|"
    r"(?:linked|tied|connected)\s+(?:to|with)|(?:implicated|involved|complicit|named\s+as\s+a\s+suspect)\s+in|"
    r"(?:believed|thought|alleged|said|known|reported|suspected)\s+to\s+(?:be|have)|"
    r"(?:responsible|blamed|jailed|imprisoned|notorious)\s+for|(?:charged|indicted)\s+(?:with|for|over)|"
    r"(?:fugitive|on\s+the\s+run)\s+(?:since|after|from|over)"
)
"""What somebody did, or is said to have done, before what befalls him now."""
_STAYS = (
    r"(?:been|just|gathered|assembled|camped|sheltered|taken|sought|barricaded|blocked|occupied|set|come|"
    r"arrived|stopped|parked|laid|stayed|remained|moved|returned|gone|entered|strayed|crossed|begun|started|"
    r"pitched|dug|massed|converged|seized|captured|attacked|stormed|raided|ambushed)"
)
"""What somebody had done who then was where he had done it."""
_BEFORE = (
    rf"(?:who|which|that)\s+(?:had\s+(?:(?:already|earlier|previously|also)\s+)?(?!{_STAYS}\s)|once\s|formerly\s|previously\s|(?:escap|fl)ed\s|"
    r"(?:runs?|ran|owns?|owned|studie[sd]|teaches|taught|heads?|headed|manages?|managed)\s)|"
    r"whose\s+(?:[\w-]+\s+){1,3}?(?:owns?|runs?|lives?|works?|has|serves?)"
)
"""What he had done before, or is otherwise."""
_WARES = (
    r"(?:carrying|transporting|hauling|ferrying|delivering|bringing|(?:laden|loaded)\s+with|"
    r"full\s+of)\s+(?!(?:out|on|away)\b)(?:[\w’'-]+\s+){1,5}?(?:from|bought|made|mined|grown|stolen|loaded|meant|bound|destined)(?!.*\s(?-i:[A-Z]))"
)
"""What a lorry or a man has with him, and where that is from."""
_OFFICE = (
    r"(?:ambassadors?|envoys?|consuls?|attach[eé]s?|emissary|emissaries|(?:high\s+)?commissioners?|representatives?|"
    r"delegates?|delegation|exporters?|exports|relations|trade|cooperation)(?=\s+(?:to|with|for)\s)"
)
"""Whom he is sent to or deals with: "the ambassador to X"."""
_BACK = (
    r"(?:ordered|turned|sent|forced|escorted|driven|pushed|shipped|taken)\s+back(?=\s+(?:in)?to\s)"
)
"""Before where somebody was sent: "was ordered back to X at a checkpoint near Y"."""
_SHUT = (
    r"(?:block|barricad|clos|shut|cut|obstruct|occup|sever)[a-z]*\s+(?:off\s+)?(?:(?:the|a|both)\s+)?(?:[a-z]+\s+)?"
    r"(?:roads?|highways?|routes?|motorway|bridges?|railway)(?=\s+(?:(?:leading|that\s+leads)\s+)?(?:to|towards?)\s)"
)
"""Before where a road leads that others shut where they are."""
_STOPS = (
    r"(?:was|were|is|are|has|have|had|been|when|after|before|while|as|who|that|which|but|died|where|"
    r"until|since|said|says)\s"
)
"""What ends it between its first word and a name."""
_SAID_OF = late(
    rf"\b(?P<of>{_DONE}|{_BEFORE}|{_WARES}|{_OFFICE}|{_BACK}|{_SHUT})\s*(?:(?:be|been|have)\s+)*"
    rf"(?:(?!{_STOPS}|and\s(?!\w+ing\b))[\w’'-]+\s+){{0,10}}?"
    r"(?:in|at|near|on|outside|around|from|of|(?:in)?to|with|for)\s+(?:the\s+)?(?:[a-z]+\s+(?:of|in)\s+)?$",
    re.IGNORECASE,
)
_HOLDS = re.compile(r",\s|\s[a-z]+(?:\s[a-z]+)?\s(?:in|of)\s(?:the\s)?")
"""Between such a place and what holds it: "a field at X, Y", "the X field in Y"."""
_SENT = late(rf"\b{_OFFICE}\s+(?:to|with|for)\s+(?:the\s+)?$", re.IGNORECASE)
SENT_WITHIN = 40
"""Characters before a country in which stands who is sent there."""
_ANY = re.compile(
    r"\b(?:wanted|sought|hunted|accused|suspected|convicted|guilty|linked|tied|connected|implicated|"
    r"involved|complicit|suspect|believed|thought|alleged|to\s+(?:be|have)|responsible|blamed|jailed|"
    r"imprisoned|notorious|charged|indicted|fugitive|run|who|which|that|whose|carrying|"
    r"transporting|hauling|ferrying|delivering|bringing|laden|loaded|full|"
    r"ambassadors?|envoys?|consuls?|attach[eé]s?|emissar(?:y|ies)|commissioners?|representatives?|delegat(?:es?|ion)|"
    r"exporters?|exports|relations|trade|cooperation|back|"
    r"(?:block|barricad|clos|shut|cut|obstruct|occup|sever)\w*)\b",
    re.IGNORECASE,
)
"""Without one of these nothing need be tried."""


_LEADING = ("the", "of", "in", "at", "near", "on", "outside", "around", "from", "to", "with", "for")
"""How the last word before such a name ends: most others stand behind none of these."""


def begins(text: str, at: Span, start: int = 0) -> int | None:
    """Return where it begins what a place only says of somebody, if it does.

    Examples
    --------
    >>> text = "They shot a man wanted over an attack in Tolmen."
    >>> begins(text, Span(41, 47))
    16
    >>> begins("They shot a man who was sitting in Tolmen.", Span(35, 41)) is None
    True
    """
    ahead = max(start, at.start - WITHIN)
    if not _is_led_to(text, at, start) or _ANY.search(text, ahead, at.start) is None:
        return None
    found = _SAID_OF.search(text, ahead, at.start)
    return None if found is None else found.start()


def _is_led_to(text: str, at: Span, start: int) -> bool:
    """Tell whether a preposition leads to a place, or an article behind it."""
    before = text[max(start, at.start - WITHIN) : at.start].lower()
    return before[-1:].isspace() and before.rstrip().endswith(_LEADING)


def is_said_of(text: str, sentence: Span, trigger: Span, at: Span) -> bool:
    """Tell whether a place only says something of somebody in whose deed it has no part.

    That of the deed that he is wanted for is his deed's all the same: "an attack in X".
    """
    if not _is_led_to(text, at, sentence.start) or not _is_told(text, sentence):
        return False
    start = begins(text, at, sentence.start)
    return start is not None and (trigger.start < start or trigger.start >= at.end)


def standing_back(text: str, sentence: Span, trigger: Span, named: Iterable[Span]) -> list[Span]:
    """Return the names that only say something of somebody, and what holds them: "in X, Y"."""
    back: list[Span] = []
    for at in named:
        held = back and _HOLDS.fullmatch(text, back[-1].end, at.start)
        if held or is_said_of(text, sentence, trigger, at):
            back.append(at)
    return back


def serves_in(text: str, r: Resolution) -> bool:
    """Tell whether a country is only whither somebody is sent: "the ambassador to Ardovia".

    Examples
    --------
    >>> from geo.model import Mention, MentionClass, Place
    >>> text = "The envoy to Ardovia was shot."
    >>> place = Place("a", "Ardovia", PlaceKind.COUNTRY, 1.0, 2.0)
    >>> mention = Mention(Span(13, 20), "Ardovia", MentionClass.LITERAL)
    >>> serves_in(text, Resolution(mention, place, 0.9))
    True
    """
    if r.place is None or r.place.kind is not PlaceKind.COUNTRY:
        return False
    at = r.mention.span
    ahead = max(0, at.start - SENT_WITHIN)
    return _SENT.search(text, ahead, at.start) is not None


@lru_cache(maxsize=8)
def _is_told(text: str, sentence: Span) -> bool:
    """Tell whether a sentence may say such a thing at all, once for all of its names."""
    return _ANY.search(text, sentence.start, sentence.end) is not None

"""Who tells of a deed from a capital, or deplores one of elsewhere, does not say where it was.

"Two farmers were killed, officials in X said": in the country of which X is the capital, at most.
What the police, a hospital or residents tell of is mostly in their own town, and stays there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from geo.language.late import late
from geo.language.telling import SAID, SAYS
from geo.linking.scenes import Sentence, is_country
from geo.model import Article, MentionClass, Place, PlaceKind, Resolution, Span

__all__ = ["AFAR", "CARED", "carers", "is_afar", "is_headed", "only_country", "teller"]

AFAR = "only who tells of it is there"
CARED = "the town of the doctors who tell of it"
LOOK_BACK, LOOK_AHEAD = 90, 60
"""Characters before and behind a name in which it stands who tells."""
_STOPS = (". ", ".\n", "! ", "? ", "\n\n")
_NATIONAL = (
    r"officials?|authorities|government|ministry|ministries|ministers?|presidency|cabinet|"
    r"diplomats?|ambassadors?|envoys?|spokes(?:man|woman|person|people)|analysts?|experts?|observers?|"
    r"sources?|aid\s+agencies|(?:rights|advocacy|monitoring|aid)\s+(?:groups?|organi[sz]ations?|agency|agencies)|"
    r"professors?|academics?|lecturers?|exiles?|representatives?|headquarters|command|defen[cs]e"
)
"""Who tells in a capital of what was anywhere in the land."""
_WHO = (
    rf"(?:{_NATIONAL}|parliament|lawmakers|embassy|embassies|aid\s+workers|activists?|campaigners?|leaders?|"
    r"bishops?|clergy|conference|council|federation|association|union|students?|relatives)"
)
"""Who deplores it: what these tell of may have been at their own door."""
_LOCAL = re.compile(
    r"\b(?:local|municipal|city|town|provincial|state|district|county|hospital|health|police|medical|rescue|school|"
    r"emergency|fire|court|village|regional)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before those who tell, that they are of the town: "local officials in X"."""
_IN = late(
    rf"\b(?P<who>{_WHO})\s+(?:(?:based|here|back)\s+)?in\s+(?:the\s+capital,?\s+)?$", re.IGNORECASE
)
_CARERS = re.compile(
    r"\b(?:doctors?|medics?|nurses?|paramedics?|surgeons?|hospitals?)\b", re.IGNORECASE
)
_CARERS_IN = re.compile(
    r"\b(?:doctors?|medics?|nurses?|paramedics?|surgeons?|hospital(?:\s\w+)?)\s+(?:in|at)\s+$",
    re.IGNORECASE,
)
"""Before the town of those who care for the hurt."""
_TOLD = re.compile(
    rf"{SAYS}|\s+(?:ha(?:s|ve)\s+|later\s+)?(?:claimed|estimated|revealed|acknowledged)\b"
)
_DEPLORED = re.compile(
    r"(?:,[^,.;]{2,30},)?\s+(?:ha(?:s|ve)\s+|later\s+|also\s+|\w+ly\s+)?"
    r"(?:condemn|denounc|deplor|mourn|lament|decr(?:y|i)|criticis|criticiz|hail|welcom|regret)(?:e?d|e?s|ing)?\b"
)
_ELSEWHERE = late(
    r"\b(?:in|at|near|from|across|outside)\s+(?:the\s+|(?:north|south|east|west)\w*\s+|central\s+)*"
    r"(?P<name>[^\W\d_a-z]\w+(?:[\s’'-]+[^\W\d_a-z]\w+)*)(?!\w|[\s’'-]+[^\W\d_a-z]\w)"
    r"(?!\s+(?:cathedral|church|mosque|park|street|road|school|university|hospital|station|college)\b)"
)
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r".*\b(?:Cathedral|Church|Mosque|Park|Street|Road|School|University|Hospital|Station|College|"
    r"Square|Centre|Center|Airport|Bridge|Prison|Market|Hall|Club)$"
)
"""Names behind "in" and "at" of a month, or of a house that may stand in the town itself."""
_HERE = late(
    r"\b(?:its|their)\s+(?:own\s+)?(?:gates?|buildings?|offices?|compound|headquarters|premises)\b|"
    r"\bin\s+the\s+(?:city|capital)\b|\b(?:city|town)\s+cent(?:re|er)\b|\bdowntown\b|"
    r"\b(?:at|outside|near|of|inside)\s+the\s+(?:capital|embassy|ministry|parliament|presidency|city)\b|"
    r"\bthe\s+(?:capital|city)[’']s\b",
    re.IGNORECASE,
)
"""What says in a sentence that it was in the town of those who tell of it."""
_IS_NATIONAL = late(rf"(?:{_NATIONAL})", re.IGNORECASE)
_STANDS_IN = 60
"""Characters of a text in which its dateline stands."""
_ACCORDING = late(rf"\b(?:according\s+to|{SAID}\s+by)\s+(?:an?\s+|the\s+)?(?:[\w’'-]+\s+){{0,6}}$")


def is_afar(text: str, at: Span, place: Place | None) -> bool:
    """Tell whether a town is only that of those who tell of a deed that may be anywhere.

    Examples
    --------
    >>> from geo.model import PlaceKind
    >>> town = Place("t", "Tolmen", PlaceKind.SETTLEMENT, 1.0, 2.0)
    >>> is_afar("Students in Tolmen condemned the killing of nuns in Orva.", Span(12, 18), town)
    True
    >>> is_afar("Students in Tolmen mourned two nuns shot in the chapel.", Span(12, 18), town)
    False
    >>> is_afar("Two nuns were killed, officials in Tolmen said.", Span(35, 41), town)
    False
    """
    if place is None or place.kind is PlaceKind.COUNTRY:
        return False
    before = text[max(0, at.start - LOOK_BACK) : at.start]
    if not before.endswith("in "):
        return False
    capital = place.attribute("capital") == "true"
    deplored = _DEPLORED.match(text, at.end, at.end + LOOK_AHEAD)
    # Most are neither, and what stands before them need not be searched.
    who = _IN.search(before) if capital or deplored else None
    if who is None:
        return False
    if deplored:
        return capital or _names_another(text, at)
    if not capital or _LOCAL.search(before, 0, who.start()):
        return False
    if not _IS_NATIONAL.fullmatch(who["who"]) or _HERE.search(_sentence(text, at)):
        return False
    told = _TOLD.match(text, at.end, at.end + LOOK_AHEAD)
    return bool(told or _ACCORDING.search(before, 0, who.start()))


def _names_another(text: str, at: Span) -> bool:
    """Tell whether the sentence of a town names another place: who is mourned may be of the town.

    "Students in Tolmen mourned a boy shot at the gate" is of Tolmen, "a boy shot in Orva" is not.
    """
    before, _, behind = _sentence(text, at).partition(at.of(text))
    said = f"{before}, {behind}"
    named = (found["name"] for found in _ELSEWHERE.finditer(said))
    return any(name != at.of(text) and _NO_PLACE.match(name) is None for name in named)


def _sentence(text: str, at: Span) -> str:
    """Return what stands around a town up to the next stops."""
    begins = max(text.rfind(mark, 0, at.start) for mark in _STOPS) + 1
    ends = min((end for mark in _STOPS if (end := text.find(mark, at.end)) >= 0), default=len(text))
    return text[begins:ends]


def is_headed(article: Article, where: Resolution) -> bool:
    """Tell whether the title or the dateline of an article names a town: it is at home there."""
    heads = f"{article.title or ''}\n{article.text[: min(_STANDS_IN, where.mention.span.start)]}"
    return re.search(rf"\b{re.escape(where.mention.name)}\b", heads, re.IGNORECASE) is not None


def teller(text: str, sentence: Sentence) -> Resolution | None:
    """Return the capital from which a sentence is told, if it is."""
    told = (r for r in sentence.resolutions if is_afar(text, r.mention.span, r.place))
    return next(told, None)


def carers(text: str, sentence: Sentence) -> Resolution | None:
    """Return the one town whose doctors tell of a deed, for one that nothing else tells of.

    "Doctors in Tolmen said that two nuns were hurt": hardly far from there.
    """
    if not _CARERS.search(text, sentence.span.start, sentence.span.end):
        return None
    towns = [
        r
        for r in sentence.resolutions
        if r.place is not None
        and r.place.kind is PlaceKind.SETTLEMENT
        and r.mention.use is MentionClass.LITERAL
    ]
    if len(towns) != 1:
        return None
    at = towns[0].mention.span
    led = _CARERS_IN.search(text, max(sentence.span.start, at.start - LOOK_BACK), at.start)
    return towns[0] if led and _TOLD.match(text, at.end) else None


def only_country(
    sentence: Sentence,
    where: Resolution,
    lookup: Callable[[str], Place | None] | None,
) -> Resolution | None:
    """Return the country that a sentence names besides, or in whose capital those who tell are.

    "Two priests of the University of Ardovia were killed, professors in X said": in Ardovia.
    """
    own = where.place.countries[:1] if where.place is not None else ()
    named = {
        r.place.id: r
        for r in sentence.resolutions
        if r.place is not None and is_country(r) and r.place.id not in own and _speaks_of(r)
    }
    if len(named) == 1:
        return next(iter(named.values()))
    place = lookup(own[0]) if own and lookup is not None else None
    if place is None:
        return None
    because = (f"the country of {where.mention.name}", *where.because)
    return replace(where, place=place, members=(), because=because)


def _speaks_of(r: Resolution) -> bool:
    return r.mention.use in {MentionClass.LITERAL, MentionClass.EMBEDDED}

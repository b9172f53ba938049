"""Where people of a sentence only came from, were taken to, speak or wish for something.

No place of a deed: "the wounded were taken to X", "soldiers were flown in from X", "a court in X
heard", "police reported in X that …", "marched to call for a ceasefire in X".
"""

from __future__ import annotations

import re
from functools import cache

from geo.language.almanac import alternatives
from geo.language.late import late
from geo.language.sought import Sought
from geo.language.telling import is_told_behind
from geo.language.words import words
from geo.linking.brought import is_brought
from geo.linking.struck import is_struck
from geo.linking.utterances import is_only_named
from geo.model import Place, PlaceKind, Resolution, Span

__all__ = [
    "WHERE_TO",
    "came_from",
    "hails_from",
    "is_beside",
    "is_passed",
    "is_wanted",
    "names_road",
    "says_which_border",
    "speaks_at",
    "told_there",
]

# "Died in hospital in X", "is nursing burns at the hospital in X", "at the General Hospital, X".
_HOUSE = (
    r"(?:hospitals?|clinics?|infirmary|medical\s+(?:cent(?:er|re)|college)|sanatorium|dispensary)"
)
# "Died in a clash at a clinic" is no care.
_PLAIN = r"(?:(?!(?:in|at|near|outside|during|when|after|on|by)\s)[\w’'.-]+\s+)"
_CARED = Sought(
    r"\b(?:died|dies|die|succumbed|succumbs|expired|passed\s+(?:on|away)|breathed\s+(?:his|her|their)\s+last|"
    r"nursing|recovering|recuperating|convalescing|admitted|treated|treatment|battling|fighting\s+for|care|wards?|bed|"
    rf"stable|condition)\s+{_PLAIN}{{0,5}}?(?:in|at|to)\s+{_PLAIN}{{0,5}}?{_HOUSE}(?:\s+(?:in|at|near|of)|,)\s+$",
    re.IGNORECASE,
)
_BEFORE_TOWN = (",", "in", "at", "near", "of")
"""What ends the words about a house, in small letters, before the name of its town."""
_JOINTS = frozenset("-–—/")
_END = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?"
_ROAD = re.compile(
    r"\s(?:(?:national|main|trunk|federal|inter-?state|express|toll|superhighway)\s)?"
    r"(?:highway|motorway|expressway|freeway|road|railway|line|corridor|autobahn|axis|stretch|section|segment)\b"
)
_FROM_HERE = late(rf"[-–—/]{_END}{_ROAD.pattern}")
_TO_HERE = late(rf"{_END}[-–—/]$")
_ON_ROAD = re.compile(r"\b(?:on|along|off|beside)\s+the\s+(?:main\s+|old\s+)?$")
_BESIDE = re.compile(
    r"\b(?:near|outside|close\s+to|at|(?:km|kilomet(?:er|re)s?|miles?)\s+(?:\w+\s+)?(?:from|of))\s+"
    r"(?:the\s+)?(?:(?:town|village|city)\s+of\s+)?$"
)
_BOTH_ENDS = late(rf"{_END}[-–—/]{_END}")
# "In a Mercedes and", "in his own Corolla.", unlike "in a Tolmen suburb", "in his native Tolmen".
_OWNED = re.compile(
    r"\b(?:an?|his|her|their)\s+(?:(?:own|stolen|hired|white|black|red|silver)\s+)?$"
)
_ENDS_PHRASE = re.compile(
    r"\s*(?:[.,;)]|$)|\s+(?:and|with|without|that|which|when|as|before|after|towards?|into|or|while)\b"
)
# "Died at PQRH in X": what is shortened to letters there is a hospital.
_DIED_AT = re.compile(
    r"\b(?:died|dies|succumbed|expired|passed\s+(?:on|away)|pronounced\s+dead|declared\s+dead)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:at|in)\s+(?:the\s+)?[A-Z]{3,7}(?:\s+[Hh]ospital)?(?:\s+in|,)\s+$"
)
# "Died at a hospital in X when rebels shelled it", "being treated at a clinic in X were shot".
_LETTERS = re.compile(r"[A-Z]{3,7}")
_HOUSE_NAMED = re.compile(rf"\b{_HOUSE}$", re.IGNORECASE)
_CARE_AT = late(
    r"\b(?:died|dies|succumbed|expired|passed\s+(?:on|away)|nursing|recovering|recuperating|convalescing|"
    rf"admitted|treated|treatment|battling|stable|critical|condition|(?:for|on)\s+(?:(?:his|her|their)\s+)?li(?:fe|ves)|"
    rf"life\s+support|observation)\s+{_PLAIN}{{0,5}}?(?:in|at|to)\s+(?:the\s+)?$"
)
# "At the X Hospital, where three others were being treated".
_TREATS = re.compile(
    r",?\s+where\s+[^.;]{0,70}\b(?:treat(?:ed|ing|ment)|attended\s+to|recovering|admitted|recuperating|"
    r"operated\s+on|under\s+care|fighting\s+for)\b"
)
# "Brought in extra staff from X and Y"; what was driven out from X was there, and fire comes from
# where the battle is.
_CAME = late(
    r"\b(?:(?:flown|brought|sent|drafted|bus?sed|shipped|drawn|called|rushed|trucked|airlifted|"
    r"transferred|moved|deployed|redeployed)\s+(?:in\s+|over\s+|up\s+)?"
    r"(?:(?:extra|more|additional|fresh|further|new)\s+)?"
    r"(?:(?:staff|troops|soldiers|officers|police|reinforcements|men|units|experts|firefighters)\s+)?"
    r"|(?:c[ao]me|coming|arriv(?:ed?|ing))\s+(?:in\s+|over\s+|up\s+|down\s+)?"
    r"|reinforcements\s+|(?:bussed|bused|coming|came|come)\s+in\s+)"
    r"from\s+(?:as\s+far\s+(?:away|afield|north|south|east|west)?\s*as\s+)?(?:the\s+)?"
    r"(?:(?:town|city|capital|region|base)s?\s+(?:of\s+)?)?(?:[\w’'-]+(?:,|\s+and|,\s+and)\s+){0,3}$"
)
# "Rockets fired from positions at X came down on Y": what came down somewhere was not at X.
_LAUNCHED = re.compile(
    r"\b(?:fired|launched|shot|lobbed|flown)\s+from\s+(?:[\w’'-]+\s+){0,5}?(?:(?:at|in|near|around|outside|of)\s+)?(?:the\s+)?$"
)
_CAME_DOWN = re.compile(
    r"[^.;]{0,60}?\b(?:came\s+down|land(?:ed|ing)|hit|struck|fell|slammed|crashed|exploded|killed)\b[^.;]{0,60}?\b"
    r"(?:in|on|at|into|near|outside)\s+(?:[\w-]+\s+){0,6}?[A-Z]|"
    r"\s+(?:towards?|against|into)\s+(?:the\s+)?[A-Z]"
)
# "A Tolmen-bound bus", "a Tolmen-based firm": where it goes or comes from.
WHERE_TO = re.compile(r"-(?:bound|based|born|registered|flagged|headquartered)\b")
# "The crossings between X and Y".
_BORDER_OF = re.compile(r"\s+(?:with|between|to|into|from)(?:\s+[^\W\d_]\w+){0,3}?(?:\s+and)?\s+")
# "The bridge to X", a country, is at its other end.
_WAY_TO = re.compile(
    r"\b(?:roads?|highways?|motorways?|expressway|bridges?|railway|railroad|tunnel|line|route)\s+"
    r"(?:(?:that\s+)?lead(?:ing|s)\s+|linking\s+\w+\s+)?(?:to|into)\s+(?:neighbou?ring\s+)?(?:the\s+)?$"
)
# "The government in X shut its borders", unlike "they marched on the government in X".
_RULES_IN = late(
    r"(?:^|[,.;\n“\"]\s*|\b(?:and|but|that|as|after|while|when|because)\s+)the\s+(?:[a-z-]+\s+)?"
    r"(?:government|cabinet|ministry|presidency|regime|leadership)\s+in\s+$"
)
# "Two brothers from the town of X", "a woman of 40 from X".
_HAILS = late(
    r"(?<!\w)(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+"
    r"(?:(?!(?:in|at|on|from|by)\s)[\w’'-]+\s+){1,4}from\s+"
    r"(?:(?:the\s+)?(?:(?:nearby|neighbou?ring)\s+)?(?:\w+\s+of\s+)?)?$",
    re.IGNORECASE,
)
# "The bus had left X for Y when shots were fired": it was at neither.
_LEFT = re.compile(
    r"\b(?:left|leaving|departed|set\s+(?:out|off)\s+from)\s+(?:the\s+(?:\w+\s+){1,2}of\s+)?$"
)
_FOR = re.compile(
    r"(?:\s+(?:early|late|yesterday|on\s+\w+))?\s+(?:for|bound\s+for|en\s+route\s+to)\s+[^.;]*?[A-Z]"
)
_LEFT_FOR = late(
    r"\b(?:left|leaving|departed|set\s+(?:out|off)\s+from)\s+(?:[\w’'-]+\s+){1,3}"
    r"(?:for|bound\s+for|en\s+route\s+to)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}(?:of\s+)?$"
)
# "Lorries bound for bases in X": where they had not come to.
_BOUND_FOR = re.compile(
    r"\b(?:bound|destined|intended|headed)\s+for\s+(?:[\w’'-]+\s+){0,4}?(?:in\s+|the\s+){0,2}$"
)
_COURT = re.compile(r"\b(?:courts?|courthouse)\s+(?:in|at)\s+(?:the\s+)?(?:\w+\s+of\s+)?$")
# "A nurse in X said": where the wounded are, seldom where they were hurt.
_MEDIC = re.compile(r"\b(?:nurse|doctor|medic|surgeon|physician|hospital\s+\w+)s?\s+(?:in|at)\s+$")
_SPEAKS = re.compile(
    r"\b(?:reported|said|announced|stated|declared|disclosed|revealed|told\s+\w+|"
    r"(?:statement|communiqu[eé]|release)\s+(?:issued|signed|released|circulated|made\s+available))\s+"
    r"(?:(?:here|today|yesterday|tonight)\s+|on\s+\w+\s+)?(?:in|from) (?:the )?$"
)
_TELLERS_IN = re.compile(
    r"\b(?:officials?|officers?|authorities|sources?|diplomats?|minist(?:ry|ers?)|government|spokes(?:man|woman|person)|"
    r"commanders?|prosecutors?|analysts?|police|doctors?|medics?|hospital|headquarters|command|witnesses|residents)\s+in\s+$"
)
_THAT = re.compile(r"\s+(?:(?:today|yesterday|tonight)\s+|on\s+\w+\s+)?that\b")
_SPOKE = re.compile(r"\s+(?:heard|ruled|sentenced|convicted|charged|said|told|was\s+told)\b")
# "To demand an end to the war in X", "against the treatment of Y in X": whoever asks is elsewhere.
_ASKS = (
    r"(?:\b(?:to|and)\s+(?:call(?:ed)?\s+for|demand(?:ed)?|denounced?|condemn(?:ed)?|opposed?|mourn(?:ed)?)"
    r"|\b(?:calling|called|calls)\s+for|\b(?:demand|denounc|condemn|oppos|mourn)ing"
    r"|\b(?:against|over|about))\s+"
)
_FINITE = r"(?:was|were|is|are|has|have|had|took|began|drew|turned|spread|broke|brought|ended)\b"
_HELD_OVER = re.compile(
    r"\b(?:arrest|charg|indict|convict|sentenc|jail|detain|question|interrogat|try|tried|trial|court|custody|"
    r"held|wanted|sought|hunt|suspect|extradit|arraign|remand|accus|kill|execut)[a-z]*\s+(?:[\w-]+\s+){0,5}$"
)
_SIDES_WITH = re.compile(
    r"\b(?:solidarity|sympathy)\s+with\s+(?:[\w’'-]+\s+){0,6}?(?:in|inside|across)\s+(?:the\s+)?$"
)
LOOK_BACK, LOOK_BEHIND = 60, 20
"""Characters before and behind a name in which its verbs stand."""
CARED_WITHIN = 110
"""Characters before a name in which stands who is cared for in which house."""
ASKED_WITHIN = 90
"""Characters before a name in which stands who asks for what."""


def is_passed(text: str, span: Span, place: Place | None = None) -> bool:
    """Tell whether a place is only where somebody was brought, came from or speaks.

    Of a country, ``place`` tells, also whether a road leads there.

    Examples
    --------
    >>> is_passed("The wounded were taken to Tolmen.", Span(26, 32))
    True
    """
    before = text[max(0, span.start - LOOK_BACK) : span.start].lower()
    if place is not None and place.kind is PlaceKind.COUNTRY and _WAY_TO.search(before):
        return True
    if before.endswith("in ") and _RULES_IN.search(before):
        return True
    if is_brought(before):
        return True
    if is_in_care(text, span) or is_thing(text, span) or is_end_of_road(text, span):
        return True
    if WHERE_TO.match(text, span.end):
        return True
    if _came_from(before) or speaks_at(text, span) or is_wanted(text, span):
        return True
    if is_only_named(text, span):
        return True
    if "from" in before and _LAUNCHED.search(before) and _CAME_DOWN.match(text, span.end):
        return True
    if _is_on_the_way(before, text[span.end : span.end + LOOK_BACK]):
        return True
    if _MEDIC.search(before) and _SPOKE.match(text[span.end : span.end + LOOK_BEHIND]):
        return True
    if "court" not in before or not _COURT.search(before):
        return False
    return bool(_SPOKE.match(text[span.end : span.end + LOOK_BEHIND]))


def is_in_care(text: str, span: Span) -> bool:
    """Tell whether a place is only that of a hospital where somebody lies or died.

    Examples
    --------
    >>> is_in_care("He died in hospital in Tolmen.", Span(23, 29))
    True
    >>> is_in_care("A bomb went off at the hospital in Tolmen.", Span(35, 41))
    False
    """
    if is_struck(text, span):
        return False
    before = text[max(0, span.start - CARED_WITHIN) : span.start]
    named = _HOUSE_NAMED.search(span.of(text))
    if named and _TREATS.match(text, span.end, span.end + CARED_WITHIN):
        return True
    if named or _LETTERS.fullmatch(text, span.start, span.end):
        return _CARE_AT.search(before.lower()) is not None
    led = before.rstrip()
    if len(led) == len(before) or (led.isascii() and not led.lower().endswith(_BEFORE_TOWN)):
        return False  # told without a search
    return bool(_CARED.search(before) or _DIED_AT.search(before))


def is_end_of_road(text: str, span: Span) -> bool:
    """Tell whether a place only names a road to or from it: "on the Tolmen-Galdor highway".

    Examples
    --------
    >>> is_end_of_road("They sat on the Tolmen-Galdor highway.", Span(16, 22))
    True
    >>> is_end_of_road("A bus was hit on the Tolmen-Galdor road near Tolmen.", Span(45, 51))
    False
    """
    if text[span.end : span.end + 1] in _JOINTS and _FROM_HERE.match(text, span.end):
        return True
    if text[max(span.start - 1, 0) : span.start] in _JOINTS and _ROAD.match(text, span.end):
        return _TO_HERE.search(text, max(0, span.start - LOOK_BACK), span.start) is not None
    return (
        _ROAD.match(text, span.end) is not None and _BOTH_ENDS.fullmatch(span.of(text)) is not None
    )


def names_road(text: str, span: Span) -> bool:
    """Tell whether a place only gives a road its name: "on the Tolmen road".

    Examples
    --------
    >>> names_road("A bus was hit on the Tolmen road near Galdor.", Span(21, 27))
    True
    """
    on = _ON_ROAD.search(text, max(0, span.start - LOOK_BACK), span.start)
    return on is not None and _ROAD.match(text, span.end) is not None


def is_beside(text: str, span: Span) -> bool:
    """Tell whether a place is said to be near by, or so far off: "near X", "15 km from X".

    Examples
    --------
    >>> is_beside("A bus was hit on the Tolmen road near Galdor.", Span(38, 44))
    True
    """
    return _BESIDE.search(text, max(0, span.start - LOOK_BACK), span.start) is not None


def is_thing(text: str, span: Span) -> bool:
    """Tell whether a name in capitals is that of a make, as an article or owner before it shows.

    Examples
    --------
    >>> is_thing("They drove him off in his own Tolmen Comet.", Span(30, 42))
    True
    >>> is_thing("It was in a Tolmen hospital.", Span(12, 18))
    False
    """
    before = text[max(0, span.start - LOOK_BACK) : span.start]
    return bool(_OWNED.search(before) and _ENDS_PHRASE.match(text, span.end))


def _is_on_the_way(before: str, after: str) -> bool:
    """Tell whether a place is the beginning or the end of a way that somebody was on."""
    if " for " in before and _BOUND_FOR.search(before):
        return True
    if (
        "lef" not in before
        and "leaving" not in before
        and "depart" not in before
        and "set o" not in before
    ):
        return False
    return bool(_LEFT_FOR.search(before) or (_LEFT.search(before) and _FOR.match(after)))


def came_from(text: str, span: Span) -> bool:
    """Tell whether a place is only where somebody was sent from: no deed was there.

    Examples
    --------
    >>> came_from("Troops were flown in from Tolmen.", Span(26, 32))
    True
    >>> came_from("Troops withdrew from Tolmen.", Span(21, 27))
    False
    """
    return _came_from(text[max(0, span.start - LOOK_BACK) : span.start].lower())


def _came_from(before: str) -> bool:
    return "from " in before and _CAME.search(before) is not None


def hails_from(text: str, span: Span) -> bool:
    """Tell whether a place is only the home of people: "two brothers from the town of X".

    Examples
    --------
    >>> hails_from("Two brothers from Tolmen died.", Span(18, 24))
    True
    >>> hails_from("They were driven from Tolmen.", Span(22, 28))
    False
    """
    return _HAILS.search(text, max(0, span.start - LOOK_BACK), span.start) is not None


def speaks_at(text: str, span: Span) -> bool:
    """Tell whether a place is only where somebody speaks: "police reported today in X that …".

    Examples
    --------
    >>> speaks_at("It was reported in Tolmen that two died.", Span(19, 25))
    True
    """
    before = text[max(0, span.start - LOOK_BACK) : span.start].lower()
    opens = before.endswith(("in ", "in the ", "from ")) and _SPEAKS.search(before)
    return bool(opens and _THAT.match(text, span.end))


def told_there(text: str, span: Span) -> bool:
    """Tell whether a place is that of those who tell: "…, officials in X said".

    Examples
    --------
    >>> told_there("Two died near Galdor, officials in Tolmen said.", Span(35, 41))
    True
    """
    before = text[max(0, span.start - LOOK_BACK) : span.start]
    return bool(_TELLERS_IN.search(before) and is_told_behind(text, span.end))


def says_which_border(text: str, phrase: Resolution, other: Resolution) -> bool:
    """Tell whether a country only says which crossings are meant: "between X and Y"."""
    return (
        other.place is not None
        and other.place.kind is PlaceKind.COUNTRY
        and other.mention.span.start >= phrase.mention.span.end
        and bool(_BORDER_OF.fullmatch(text[phrase.mention.span.end : other.mention.span.start]))
    )


def is_wanted(text: str, span: Span) -> bool:
    """Tell whether a place is only that of what people far from it ask for or deplore.

    Examples
    --------
    >>> is_wanted("They marched to call for a ceasefire in Tolmen.", Span(40, 46))
    True
    >>> is_wanted("They marched against the war in the streets of Tolmen.", Span(47, 53))
    False
    >>> is_wanted("Two men were held over the war in Tolmen.", Span(34, 40))
    False
    """
    before = text[max(0, span.start - ASKED_WITHIN) : span.start].lower()
    if "with" in before and _SIDES_WITH.search(before):
        return True
    inside = before.endswith(("in ", "in the ", "on ", "inside ", "of "))
    asked = _asked().search(before) if inside else None
    # Who is held over a bombing is so for what was done there.
    return asked is not None and not _HELD_OVER.search(before, 0, asked.start())


@cache
def _asked() -> re.Pattern[str]:
    matters = alternatives(words().matters)
    return re.compile(
        rf"{_ASKS}(?:[\w’'-]+\s+){{0,6}}?{matters}\s+(?:(?:of|against|on)\s+(?:(?!{_FINITE})[\w’'-]+\s+){{1,8}}?)?"
        r"(?:in|on|inside)\s+(?:the\s+)?$"
    )

"""Tell one fight from a struggle that goes on for years and is only given as context.

"Troops have been battling rebels" says who the troops are, "troops battled rebels on Monday" is
news, and so is what has a toll, unless it is that of years.
"""

from __future__ import annotations

import re

from geo.language.clauses import holding, is_told
from geo.language.late import late
from geo.model import Span

__all__ = ["FOUGHT", "STRIFE", "TOLL_OF_A_WAR", "is_standing", "is_toll_of_war"]

FOUGHT = frozenset({"armed_clash", "clash"})
"""The kinds that may stand for a whole conflict."""

TOLL_OF_A_WAR = 1000
"""Dead that make a sum over years: single incidents with so many are history anyway."""
TOLL_OF_A_STRIFE = 100
"""Dead that make a sum where a strife "has claimed" them."""
# What goes on for long: its dead are not those of one day.
STRIFE = (
    "feuds?|wars?|conflicts?|insurgency|rebellion|uprising|vendetta|disputes?|unrest|violence|"
    "chaos|turmoil|bloodshed|crisis"
)
_HAS_COST = re.compile(
    rf"\b(?:{STRIFE})\b[^;]*?\b(?:has|have|had)\s+(?:\w+\s+){{0,2}}?(?:claimed|cost|killed|left|taken)\b",
    re.IGNORECASE,
)
_ADVERB = r"(?:(?:\w+ly|also|long|now|still|since|already)\s+)?"
_FIGHT = re.compile(
    r"\b(?:fight(?:s|ing)?|fought|battl(?:e|ed|es|ing)|combat(?:ing|ting)|wag(?:e|ed|es|ing)|"
    r"skirmish(?:ed|ing)|locked|engaged|embroiled)\b"
)
_OTHER_DEED = re.compile(
    r"\b(?:attack|ambush|kill|raid|storm|fire|wound|clash|captur|seiz|launch|retak)\w*|\bshot\b"
)
"""Of a row from who fights to what they did: "rebels fighting for X attacked"."""
_PERFECT = re.compile(rf"(?<!\bthere\s)\b(?:has|have|had|['’]ve)\s+{_ADVERB}been\s+{_ADVERB}$")
_RELATIVE = re.compile(
    rf"\b(?:who|which|where|that)\s+(?:[\w.’'-]+\s+){{0,6}}?(?:is|are|was|were)\s+{_ADVERB}$"
)
_ARMED = (
    r"(?:forces?|troops|soldiers|army|military|authorities|government|coalition|contingents?|"
    r"groups?|organi[sz]ations?|movements?|factions?|rebels|militants|insurgents|separatists|"
    r"guerrillas|fighters|militias?|militiamen|nationalists|islamists|extremists)"
)
_DESCRIBED = late(rf"\b{_ARMED}\s+{_ADVERB}$")
"""Before a participle that says what a force is for: "the force battling insurgents"."""
_SEEN = re.compile(r"\b(?:saw|seen|show(?:s|ed|ing)?|heard|filmed|reported|left|found|with)\b")
"""What is seen at it is at it now: "footage showed soldiers fighting militants"."""
_NO_OBJECT = re.compile(r"\s*(?:[,.;:]|in|at|on|near|around|outside|inside|over|back|their|its)\b")
_BRIEF = re.compile(
    r"\b(?:hours?|minutes?|days?|nights?|mornings?|afternoons?|evenings?|weeks?|weekend|today|"
    r"yesterday|tonight|overnight|dawn|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""What makes one fight of it: "have been battling rebels for a third day"."""
_TOLL = re.compile(
    r"\b(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing))\s+(?:[a-z]+\s+){0,3}?"
    r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozens|scores)"
)
"""The same: "have been fighting the army, killing at least 20"."""
_YEARS = r"(?:years?|months|decades?|century|centuries|generations?)\b"
_LASTING = late(
    rf"\b(?:for|over|during)\s+(?:[\w-]+\s+){{0,6}}?{_YEARS}|"
    r"\b(?:\w+-(?:year|month|decade)|(?:years|months|decades)-(?:long|old)|long-running|"
    r"decades-long)\b|\bsince\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?(?:19|20)\d\d"
)
_SPENT = re.compile(rf"\bspent\s+(?:[\w-]+\s+){{0,6}}?{_YEARS}\s+$")
_RECORD = re.compile(r"\b(?:first|worst|\w{3,}iest|heaviest|biggest|most)\b")
"""Of a new fight: "the heaviest in years", "for the first time in months"."""
_FOR_GOOD = late(
    r"\s+(?:[\w’'-]+\s+){0,8}?(?:for\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:independence|autonomy|secession|self-rule|self-determination|statehood|sovereignty|"
    r"homeland|liberation|freedom)|to\s+(?:establish|create|overthrow|topple|oust|carve|install|"
    r"impose)|for\s+control\s+of\s+(?:[\w’'-]+\s+){0,3}?(?:routes?|trade|markets?|turf|corridors?|"
    r"business))\b"
)
"""What is fought for in years and won on no day."""
_REVOLT = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}?(?:insurgency|insurgencies|rebellion|terrorism)\b")
_WORD = re.compile(r"[a-z]+")
_LASTING_REACH = 90
"""Characters behind a fight up to "for more than two decades"."""


def is_standing(text: str, sentence: Span, trigger: Span) -> str | None:
    """Return why a fight is a conflict that goes on and no news, or ``None``.

    Examples
    --------
    >>> for text in (
    ...     "The troops have been fighting rebels in the north.",
    ...     "The troops have been fighting rebels in the north since Monday.",
    ... ):
    ...     at = text.index("fighting rebels")
    ...     print(is_standing(text, Span(0, len(text)), Span(at, at + 15)))
    a conflict that goes on: 'have been fighting'
    None
    """
    told = trigger.of(text).lower()
    verb = _FIGHT.search(told)
    if verb is None or _OTHER_DEED.search(told):
        return None
    own = holding(text, sentence, trigger).span
    begin, end = trigger.start + verb.start(), trigger.start + verb.end()
    before = text[own.start : begin].lower()
    behind = text[end : max(own.end, trigger.end)].lower()
    word = verb.group()
    # "… since gunmen opened fire on Monday": a day behind counts, whosever clause it is in.
    rest = text[end : sentence.end].lower()
    if _BRIEF.search(before + rest) or _TOLL.search(rest):
        return None
    why = _by_length(word, before, behind) or _by_aim(word, behind)
    why = why or _by_tense(word, before, behind)
    return why and f"a conflict that goes on: '{' '.join(why.split())}'"


def _by_length(word: str, before: str, behind: str) -> str | None:
    """Return the words that make it last for years: "battled for 16 years", "spent years …"."""
    spent = _SPENT.search(before)
    if spent is not None:
        return spent.group() + word
    lasting = _LASTING.search(behind, 0, _LASTING_REACH)
    if lasting is None or _RECORD.search(behind, 0, lasting.end()):
        return None
    return word + behind[: lasting.end()]


def _by_aim(word: str, behind: str) -> str | None:
    """Return the words that say what is fought for or against, if no day wins it."""
    aim = _FOR_GOOD.match(behind) or _REVOLT.match(behind)
    return word + aim.group() if aim is not None else None


def _by_tense(word: str, before: str, behind: str) -> str | None:
    """Return the words by which a fight without a day only describes who fights, or where."""
    perfect = _PERFECT.search(before)
    if perfect is not None:
        return perfect.group() + word
    if not word.endswith("ing"):
        return None
    relative = _RELATIVE.search(before)
    if relative is not None:
        return relative.group() + word
    described = _DESCRIBED.search(before)
    if described is None or _NO_OBJECT.match(behind) or _SEEN.search(before):
        return None
    # "Troops fighting rebels near the dam" alone is a headline, and news.
    said = _WORD.findall(before + behind)
    return described.group() + word if any(map(is_told, said)) else None


def is_toll_of_war(killed: int, said: str) -> bool:
    """Tell whether so many dead are those of a war: in thousands, or what a strife has cost.

    Examples
    --------
    >>> is_toll_of_war(300, "The feud has cost 300 lives.")
    True
    >>> is_toll_of_war(300, "A wave killed 300.")
    False
    """
    strife = killed >= TOLL_OF_A_STRIFE and _HAS_COST.search(said) is not None
    return killed >= TOLL_OF_A_WAR or strife

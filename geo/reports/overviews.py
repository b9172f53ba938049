"""Tell what of an article counts the victims of other deeds, or of several.

A lead that adds up the deeds of a weekend, an older deed that the news "comes weeks after", the
briefs that a label in capitals opens; and the office in another town that only counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.casualties.counts import told
from geo.casualties.subjects import Harm
from geo.events.struggles import STRIFE
from geo.language import clutter
from geo.language import text as texts
from geo.language.almanac import words
from geo.language.late import late
from geo.language.sought import Sought
from geo.linking.scenes import Sentence
from geo.model import Article, Span

__all__ = ["before_older", "belongs", "labelled", "of_overview", "tells_from"]

# "ENCOUNTER IN ORANGI: A man", unlike "READ ALSO: …".
_LABEL = re.compile(r"[A-Z][A-Z’']+(?:[ -][A-Z][A-Z’']*){1,7}: ")
_LINK = re.compile(
    r"(?:READ|ALSO|SEE|WATCH|MORE|RELATED|PHOTOS?|VIDEO|UPDATE|EDITOR|NOTE|CORRECTION|FILE|LISTEN|"
    r"LIVE|BREAKING)\b"
)
_DEEDS = (
    r"(?:attacks|shootings|incidents|stabbings|assaults|killings|clashes|raids|strikes|bombings|"
    r"ambushes|explosions)"
)
# Deeds of several places, whose victims a lead adds up.
_OVERVIEW = Sought(
    rf"\b(?:in|by|during)\s+(?:[\w-]+\s+){{0,4}}?{_DEEDS}\s+(?:across|around|throughout|all\s+over)\b|"
    rf"\bin\s+(?:(?:at\s+least\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple)\s+)?(?:separate|different|unrelated)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{_DEEDS}\b|"
    r"\b(?:in|across)\s+(?:two|three|four|five|six|seven|eight|nine|ten|several|many|multiple)\s+(?:[\w-]+\s+)?"
    r"(?:cities|towns|villages|districts|provinces|regions|states|counties)\b|"
    # "Russian attacks killed five over the past day."
    r"\b(?:over|in|during|within)\s+the\s+(?:past|last|previous)\s+(?:day|night|weekend|(?:[0-9]+|twenty-four)[\s-]hours?)\b",
    re.IGNORECASE,
)
# "The bloodshed comes two months after 200 people were killed in Belt."
_COMES_AFTER = Sought(
    r"\b(?:comes?|came|follows?|followed)\s+(?:[\w-]+\s+){0,4}?(?:weeks?|months?|years?)\s+after\b",
    re.IGNORECASE,
)
OFFICE = 60
"""Characters around a town in which an office and its verb stand."""
_OFFICE = re.compile(
    r"\b(?:ministry|hospitals?|clinics?|office|headquarters|officials?|authorities|doctors|medics|"
    r"spokes(?:man|woman|person)|mission|monitors?|observatory|agency)\s+in\s+$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\s+(?:has\s+|have\s+|later\s+|also\s+)?(?:count|report|put|said|say|list|register|record|confirm|"
    r"announce|tell|told|treat|receiv|admit|took\s+in)",
    re.IGNORECASE,
)

# How long several deeds took: "less than 15 days", "the last 12 hours", "two weeks".
_PERIOD = (
    r"(?:(?:less|fewer|little\s+more|just\s+over)\s+than\s+|under\s+|about\s+|"
    r"(?:(?:the|as\s+many)\s+)?(?:(?:last|past|same)\s+)?)"
    r"(?:[\w-]+\s+)?(?:hours|days|weeks|months)\b"
)
# Several deeds, over a time that is not told: "has killed 40 in 12 attacks".
_MANY = (
    r"(?:dozens|scores|hundreds|numerous|many|several|multiple|string|series|spate|wave|repeated|countless|"
    r"frequent|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]+)"
)
_CAMPAIGN = (
    rf"(?:has|have)\s+(?:[\w,-]+\s+){{0,14}}?(?<!the\s)(?<!these\s)(?<!those\s){_MANY}\s+(?:of\s+)?(?:[\w-]+\s+){{0,3}}?{_DEEDS}|"
    rf"(?:dozens|scores|hundreds|numerous|many|string|series|spate)\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?{_DEEDS}\s+"
    r"(?:[\w-]+\s+){0,6}?(?:has|have)|"
    r"(?:has|have)\s+(?:[\w-]+\s+){1,8}?(?:multiple|several|many|numerous|countless|dozens\s+of|scores\s+of)\s+times|"
    r"in\s+(?:its|their|the)\s+(?:[\w-]+\s+){0,3}?[\w-]*-year(?:-long|-old)?\s+"
    rf"(?:campaign|{STRIFE})"
)
# Figures of a year, of history or of other cases.
_ELSEWHERE = late(
    rf"\b(?:{_CAMPAIGN}|"
    r"(?:this|last|past|previous|that)\s+(?:year|decade)|(?:years?|months|decades)\s+(?:ago|earlier|before)|"
    rf"(?:in|over|during|within|for)\s+(?:the\s+)?(?:last|past|previous)\s+(?:[\w-]+\s+){{0,2}}?(?:months|years|decades?)|"
    rf"(?:{STRIFE})\s+(?:[\w-]+\s+){{0,5}}?(?:has|have|had)\s+(?:\w+\s+){{0,2}}?(?:killed|claimed|cost|left|taken)|"
    rf"(?:has|have)\s+(?:\w+\s+)?(?:been\s+killed|died|lost\s+their\s+lives|perished)\s+(?:\w+\s+)?(?:in|during)\s+"
    rf"(?:the|this|that|their|its|a)\s+(?:[\w-]+\s+){{0,3}}?(?:{STRIFE})\b|"
    # "Two have been murdered in less than 15 days", "the third reporter killed in 12 hours".
    rf"(?:have|has)\s+(?:\w+\s+)?been\s+\w+\s+(?:[\w-]+\s+){{0,5}}?(?:in|within)\s+{_PERIOD}|"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]+(?:st|nd|rd|th))\s+(?:[\w-]+\s+){1,3}?"
    rf"(?:killed|murdered|slain|shot|assassinated|wounded|to\s+die)\s+(?:[\w.-]+\s+){{0,5}}?(?:in|within|over)\s+{_PERIOD}|"
    r"so\s+far|(?<!born\s)(?:in|of)\s+(?:19|20)\d\d|(?<!has\s)(?<!have\s)since|of\s+the\s+year|separate|unrelated|in\s+recent\s+(?:years|months|weeks)|"
    r"another\s+(?:shooting|incident|attack|homicide|case|bombing)|other\s+(?:[\w-]+\s+){0,2}?(?:shootings|incidents|attacks)|statistics|"
    r"according\s+to\s+(?:a|the)\s+(?:study|data|gun\s+violence\s+archive)|nationwide|annually)\b",
    re.IGNORECASE,
)
# Without one of these or a year it need not be tried.
_ELSEWHERE_WORDS = words(
    "hours days weeks year years decade decades months far since separate unrelated recent another "
    "other statistics study data archive nationwide annually "
    "times attacks shootings incidents stabbings assaults killings clashes raids strikes bombings "
    "ambushes explosions campaign"
).union(*((row.removesuffix("s?"), row.replace("?", "")) for row in STRIFE.split("|")))


def belongs(article: Article, span: Span, *, first: bool) -> bool:
    """Tell whether a sentence may tell of the victims of the news."""
    if clutter.is_in(article.clutter, span):
        return False
    said = span.of(article.text)
    seldom = _ELSEWHERE_WORDS.isdisjoint(texts.small_words(said))
    if first or (seldom and "19" not in said and "20" not in said):
        return True
    return _ELSEWHERE.search(article.text, span.start, span.end) is None


def labelled(article: Article, sentences: Sequence[Sentence]) -> list[int]:
    """Return the paragraphs that a label in capitals opens, where several do: "BODY FOUND: The"."""
    found = [
        sentence.paragraph
        for sentence in sentences
        if (label := _LABEL.match(article.text, sentence.span.start)) and not _LINK.match(label[0])
    ]
    return found if len(found) > 1 else []


def of_overview(article: Article, sentences: Sequence[Sentence]) -> Span | None:
    """Return the lead, if it counts the victims of several deeds: "in attacks across the city"."""
    lead = next((s.span for s in sentences if told(s.span.of(article.text))), None)
    if lead is None or not _OVERVIEW.search(article.text, lead.start, lead.end):
        return None
    return lead


def tells_from(text: str, town: Span) -> bool:
    """Tell whether an office there only counts: "the Health Ministry in Ramallah counted four"."""
    before, behind = text[max(town.start - OFFICE, 0) : town.start], text[town.end :][:OFFICE]
    return bool(_OFFICE.search(before) and _TELLS.match(behind))


def before_older(sentence: str, harms: Sequence[Harm]) -> Sequence[Harm]:
    """Leave out what a sentence tells of older deeds: "it comes weeks after 20 were killed"."""
    older = _COMES_AFTER.search(sentence) if harms else None
    return harms if older is None else [harm for harm in harms if harm.at < older.start()]

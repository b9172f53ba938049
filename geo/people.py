"""Find the groups of people that a sentence names, and how many each is.

"Two soldiers and a policeman", "a 15-year-old boy", "Ana Kos, 31", "between 10 and 15 others".
A number stands before a noun of people or alone before what befell them; ages, distances, money
and years do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.almanac import NUMBERS, TENS
from geo.model import Count

__all__ = ["NUMBER", "QUANTITY", "STOPS_HERE", "SURNAME", "Person", "groups", "read", "total"]

LARGEST_COUNT = 10_000_000
"""More people than any one incident ever befell: a slip, and no count."""

_ARTICLES = {"no": 0, "a": 1, "an": 1, "one": 1, "another": 1}
_NUMBERS = (
    {word: value for word, value in (NUMBERS | TENS).items() if value}
    | {"both": 2, "dozen": 12, "hundred": 100, "thousand": 1000}
    | _ARTICLES
)
# "dozens" is at least two dozen, and how many more is open; so is how many "many" are.
_OPEN = {"several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000,
         "tens of thousands": 20000, "hundreds of thousands": 200000, "many": None}  # fmt: skip

_LEAST = (
    r"at\s+least|more\s+than|over|no\s+fewer\s+than|no\s+less\s+than|upwards\s+of|not\s+less\s+than"
)
_ABOUT = r"about|around|some|nearly|almost|approximately|roughly|an\s+estimated"
_MOST = r"up\s+to|as\s+many\s+as"
_WRITTEN = "|".join(
    sorted((_NUMBERS.keys() | _OPEN.keys()) - _ARTICLES.keys(), key=lambda w: (-len(w), w))
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# "In 1998 soldiers", "in May 1998 soldiers", "in 1 BC": a year is no count. A round one may be
# ("by 2000 soldiers") unless its preposition begins the sentence.
_DATED = "|".join(rf"(?<=\b{word}\s....)" for word in ("early", "late", "mid", *_MONTHS.split("|")))
_NO_YEAR = (
    rf"(?!(?:19|20)\d\d(?![\d,])(?:{_DATED}|(?<=\bmid-....)|"
    + "|".join(
        rf"(?<=\b{word}\s....)(?<!00)|(?-i:(?<=\b{word.title()}\s....))"
        for word in ("in", "since", "by", "during")
    )
    + r"))(?!\d+\s+(?-i:BCE?|B\.C\.))"
)
NUMBER = (
    rf"(?<!\bno\s){_NO_YEAR}(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})(?:\s+(?:hundred|thousand))?|"
    rf"(?:a\s+)?(?:{_WRITTEN}|one)"
    rf"(?:(?:[\s-]|(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+)(?:{_WRITTEN}|one)){{0,5}}"
    r"|a\s+couple)(?![\w-]|[.,]\d)"
)
QUANTITY = (
    rf"(?:(?:{_LEAST}|{_ABOUT}|{_MOST})\s+)?"
    rf"(?:between\s+{NUMBER}\s+and\s+{NUMBER}|{NUMBER}(?:\s+(?:to|or)\s+{NUMBER})?)"
)
_UNIT = (
    r"(?:%|percent|kilomet\w+|km|miles?|years?|days?|hours?|minutes?|months?|weeks?|decades?|a\.m|"
    r"p\.m|"
    rf"million|billion|trillion|yards?|feet|met(?:re|er)s?|times|{_MONTHS})"
)
_NOT_A_WORD_OF_THE_PHRASE = (
    r"(?!(?:was|were|is|are|be|been|had|has|have|and|or|but|in|on|at|of|by|to|for|with|from|as|"
    r"when|while|"
    r"after|before|who|that|which|killed|wounded|injured|dead|shot|died|arrested|detained|missing|"
    r"hurt|including|left|the|a|an)\b)"
)
_MODIFIERS = rf"(?:{_NOT_A_WORD_OF_THE_PHRASE}(?:\d{{1,3}}-year-old|[\w’'-]+)\s+){{0,4}}?"
_ONE = (
    r"m[ae]n|wom[ae]n|boy|girl|child|teen|teenager|person|victim|officer|soldier|guard|suspect|"
    r"trooper|"
    r"attacker|assailant|driver|student|worker|journalist|reporter|protester|demonstrator|civilian|"
    r"resident|villager|brother|sister|wife|husband|mother|father|son|daughter|girlfriend|"
    r"boyfriend|"
    r"uncle|aunt|cousin|nephew|niece|friend|neighbou?r|toddler|infant|baby|youth|male|female|"
    r"pedestrian|"
    r"bystander|passenger|passer-by|farmer|teacher|leader|commander|official|mayor|judge|priest|"
    r"politician|deputy|sergeant|captain|lieutenant|colonel|general|agent|bomber|insurgent|"
    r"militant|"
    r"rebel|fighter|terrorist|peacekeeper|worshipper|shopkeeper|employee|clerk|activist|migrant|"
    r"refugee|"
    r"tourist|doctor|nurse|lawyer|robber|intruder|shooter|sniper|commando|marine|paramedic|"
    r"firefighter|"
    r"\w*polic(?:e)?m[ae]n|\w*gunm[ae]n|\w*wom[ae]n|service(?:m[ae]n)|businessm[ae]n|shooter|"
    r"bishop|nun|"
    r"guerrilla|guerilla|peasant|fisherm[ae]n|miner|trader|merchant|executive|engineer|technician|"
    r"advis[eo]r|"
    r"diplomat|ambassador|consul|councilm[ae]n|president|escort|bodyguard|cadet|recruit|major|"
    r"labou?rer|"
    r"settler|pilgrim|hiker|citizen|foreigner|american|missionary|missionaries|monk|pastor|imam|"
    r"cleric|"
    r"trafficker|smuggler|dealer|criminal|gangster|rioter|striker|leftist|extremist|islamist|"
    r"jihadist|"
    r"subversive|combatant|patient|customer|shopper|guest|owner|manager|pilot|sailor|"
    r"crew\s+member|airm[ae]n|"
    r"paramilitary|separatist|hijacker|kidnapper|kidnappers|motorist|cyclist|user|scientist|"
    r"academic|scholar|"
    r"peasant|leftist|relative|grandmother|grandfather|stepfather|stepson|roommate|homeowner|"
    r"member|prisoner|inmate|hostage|follower|supporter|candidate|senator|minister|ranger|other"
)
_MANY = (
    rf"(?:{_ONE})s?|people|persons|children|police(?:\s+officers)?|troops|babies|deputies|"
    rf"personnel|others|"
    r"staff|wives|security\s+forces|(?-i:[A-Z][a-z]+(?:s|ese|ish))"
)
STOPS_HERE = (
    r"(?=\s*(?:[.,;:)\"”–—]|$)|\s+(?:and|or|in|on|at|when|were|was|are|have|had|has|while|after|"
    r"before|"
    r"during|near|outside|inside|of|as|by|with|to|from|who|that|late|early|overnight|yesterday|"
    r"today|"
    r"dead|killed|wounded|injured|hurt|shot|missing|arrested|detained|died|critically|seriously|"
    r"fatally|"
    r"slightly|others?|more|since|over|along|across|around|(?-i:Mon|Tue|Wed|Thu|Fri|Sat|"
    r"Sun)\w*day)\b)"
)
_COUNTED = (
    rf"(?:(?:the|these|those|all)\s+)?{QUANTITY}(?!\s*{_UNIT}\b)(?:\s+of)?(?:\s+(?:other|more|"
    rf"the|them|whom|those|its|their|his|her))*"
    rf"(?:\s+{_MODIFIERS}(?:{_MANY})\b(?:\s+(?:{_ONE})s?\b)?|{STOPS_HERE})"
)
_SINGLE = (
    rf"(?:an?|another|one|the|his|her|their|my|its)\s+{_MODIFIERS}"
    rf"(?:(?:{_ONE})\b(?!-)(?:\s+(?:{_ONE})\b)?|\d{{1,3}}-year-old(?!\s+(?:{_ONE})\b)|"
    rf"(?-i:[A-Z][a-z]+(?:an|ian|i|ese))\b)"
    r"(?:,?\s+(?-i:(?:[A-Z][\w’'-]*\.?\s+){1,3}[A-Z][\w’'-]+)(?:,\s+\d{1,3},)?)?"
)
_NAME = (
    r"(?:\d{1,3}-year-old\s+)?"
    r"(?-i:(?!(?:In|At|On|Near|From|Outside|The|But|And|When|After|As|While|For|To|By|Of|With|This|That|"
    r"His|Her|Their|It|If|Since|Meanwhile|Police)\b)"
    r"(?:[A-Z][\w’'-]*\.?\s+){1,3}[A-Z][\w’'-]+)(?:,?\s+(?:Jr|Sr|II|III)\b\.?)?"
    r"(?:,\s+\d{1,3}(?:,(?=\s)|\b))?"
)
_PRONOUN = (
    rf"(?:another{STOPS_HERE}|"
    r"(?:he|she|him|her|himself|herself|someone)\b(?!\s+(?:own|[a-z]+(?:er|or)\b)))"
)
# A surname alone counts only right before "was killed" and its like.
SURNAME = (
    r"(?P<group>(?-i:(?!(?:It|He|She|This|That|What|Who|There|Nobody|None|Police|One|Everyone|"
    r"Someone|Nothing)\b)"
    r"[A-Z][a-z’'-]+[a-z]))(?:,\s+\d{1,3},|,\s+who\s+[^,;.]{3,60},)?"
)
_ANYBODY = re.compile(rf"\b(?:{_COUNTED}|{_SINGLE}|(?P<name>{_NAME})|{_PRONOUN})", re.IGNORECASE)
_JOIN = r"(?:,?\s+and\s+|,?\s+as\s+well\s+as\s+|,?\s+along\s+with\s+|,?\s+plus\s+|,\s+)"
_JOINING = re.compile(_JOIN, re.IGNORECASE)
_PLACING = re.compile(
    r"(?:\b(?i:in|at|near|from|on|to|outside|the)\s+(?:[A-Z][\w’'-]*\s+)*|[A-Z][\w’'-]*\s+)$"
)
# A bare number there is a day, an age or a road.
_NO_PEOPLE_BEFORE = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\w*\.?|\baged?|\bages|\balso|\broute|"
    r"\bhighway|"
    r"\binterstate|\broom|\bage\s+of|[\w’'],|\bunit|\bage\s+group)\s+$",
    re.IGNORECASE,
)

_LEADING_HEDGE = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<about>{_ABOUT})|(?P<most>{_MOST}))\s+", re.IGNORECASE
)
_RANGE = re.compile(
    rf"(?P<between>between\s+)?(?P<low>{NUMBER})\s+(?:to|or|(?(between)and|to))\s+"
    rf"(?P<high>{NUMBER})",
    re.IGNORECASE,
)
_SKIPPED = re.compile(r"^(?:between|the(?=\s+\w+\s)|these|those|all)\s+", re.IGNORECASE)
_FIRST_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Person:
    """A phrase of people in a sentence, and the word that joins it to the phrase before."""

    start: int
    end: int
    join: str
    count: Count


def groups(sentence: str) -> list[list[Person]]:
    """Find the groups of people: phrases that "and" or a comma joins.

    Examples
    --------
    >>> [total(group).minimum for group in groups("Two nuns and a guard saw 12 miles of road.")]
    [3]
    """
    found: list[list[Person]] = []
    for match in _ANYBODY.finditer(sentence):
        join = ""
        if found:
            join = sentence[found[-1][-1].end : match.start()]
            if not _JOINING.fullmatch(join):
                join = ""
        count = read(match.group())
        if (
            count is None
            or _is_no_count(sentence, match)
            or (match.lastgroup == "name" and _names_no_person(sentence, match))
        ):
            continue
        person = Person(match.start(), match.end(), join.strip(), count)
        if join:
            found[-1].append(person)
        else:
            found.append([person])
    return found


def _is_no_count(sentence: str, match: re.Match[str]) -> bool:
    return match.group().isdigit() and bool(
        _NO_PEOPLE_BEFORE.search(sentence, max(match.start() - 20, 0), match.start())
    )


def _names_no_person(sentence: str, match: re.Match[str]) -> bool:
    """Tell a place from a person: "in Rocky Mount", "of the Rocky Mount police"."""
    return _PLACING.search(sentence, max(match.start() - 40, 0), match.start()) is not None


def total(group: list[Person]) -> Count:
    """Add up a list; what only explains ("two people, a man and a girl") adds none."""
    first, rest = group[0].count, group[1:]
    if not rest or all(person.join == "," for person in rest):
        return first
    if rest[0].join == "," and sum(p.count.minimum for p in rest) == first.minimum > 1:
        return first
    counts = [person.count for person in group]
    return Count(
        sum(count.minimum for count in counts),
        None if any(c.maximum is None for c in counts) else sum(c.maximum or 0 for c in counts),
        any(count.approximate for count in counts),
    )


def read(people: str) -> Count | None:
    """Read one phrase of people: a number with its hedge, or a single person."""
    hedge = _LEADING_HEDGE.match(people)
    rest = people[hedge.end() :] if hedge else people
    number = _FIRST_NUMBER.match(_SKIPPED.sub("", rest))
    if number is None:
        return Count(1, 1)
    if _YEAR.fullmatch(number.group()) and number.group() == rest.strip():
        return None
    span = _RANGE.match(rest)
    low = _value(span.group("low") if span else number.group())
    high = _value(span.group("high")) if span else low
    if low is None or high is None or max(low, high) > LARGEST_COUNT:
        return None
    if hedge and hedge.group("most"):
        return Count(0, high, approximate=True)
    loose = re.split(r"[\s-]", number.group().lower())[-1] in _OPEN
    least = bool(hedge and hedge.group("least"))
    return Count(
        min(low, high),
        None if least or loose else max(low, high),
        approximate=bool(hedge and hedge.group("about")) or loose,
    )


def _value(words: str) -> int | None:
    """Read a number in digits or in words ("twenty-five", "two dozen", "a hundred")."""
    if words[0].isdigit():
        digits, _, scale = " ".join(words.replace(",", "").split()).partition(" ")
        return int(digits) * _NUMBERS.get(scale.strip().lower(), 1)
    parts = re.split(r"[\s-]+", words.lower())
    if parts == ["a", "couple"]:
        return 2
    if words.lower() in _OPEN:
        return _OPEN[words.lower()]
    if parts[-1] in _OPEN:
        return _OPEN[parts[-1]]
    parts = [part for part in parts if part != "and"]
    return _added(parts) if all(part in _NUMBERS for part in parts) else None


def _added(parts: list[str]) -> int | None:
    """Put the words of a number together; ``None`` for words that make none ("two three")."""
    thousands = rest = 0
    for value in (_NUMBERS[part] for part in parts):
        if value == 1000:
            thousands, rest = thousands + max(rest, 1) * value, 0
        elif value in {12, 100} and (value == 100 or len(parts) == 1 or rest):
            rest = max(rest, 1) * value
        elif rest % 100 == 0 or (rest % 10 == 0 and rest % 100 >= 20 and value < 10):
            rest += value
        else:
            return None
    return thousands + rest

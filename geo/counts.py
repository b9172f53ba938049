"""Count people: how many were killed, injured, arrested or are missing.

A sentence names groups of people ("two soldiers and a policeman", "a 15-year-old boy", "Ana Kos, 31")
and says what befell them. Parts never add to their whole: "seven wounded, two of them critically" are
seven, "two …, including an 11-year-old" are two. Ages, distances, money, years and the size of an army
are no people, since each number must be followed by a noun of people or by what befell them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from geo.model import Count, Span

__all__ = ["find"]

_NUMBERS = {
    "no": 0, "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "both": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
}  # fmt: skip
# "dozens" is at least two dozen, and how many more is open; so is how many "many" are.
_OPEN = {"several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000,
         "tens of thousands": 20000, "hundreds of thousands": 200000, "many": None}  # fmt: skip

_LEAST = (
    r"at\s+least|more\s+than|over|no\s+fewer\s+than|no\s+less\s+than|upwards\s+of|not\s+less\s+than"
)
_ABOUT = r"about|around|some|nearly|almost|approximately|roughly|an\s+estimated"
_MOST = r"up\s+to|as\s+many\s+as"
_ARTICLES = {"no", "a", "an", "another", "one"}
_WRITTEN = "|".join(
    sorted((_NUMBERS.keys() | _OPEN.keys()) - _ARTICLES, key=lambda w: (-len(w), w))
)
_NUMBER = (
    rf"(?<!\bno\s)(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:a\s+)?(?:{_WRITTEN}|one)(?:[\s-](?:{_WRITTEN}|one))?"
    r"|a\s+couple)(?![\w-]|[.,]\d)"
)
_QUANTITY = (
    rf"(?:(?:{_LEAST}|{_ABOUT}|{_MOST})\s+)?"
    rf"(?:between\s+{_NUMBER}\s+and\s+{_NUMBER}|{_NUMBER}(?:\s+(?:to|or)\s+{_NUMBER})?)"
)
_UNIT = (
    r"(?:%|percent|kilomet\w+|km|miles?|years?|days?|hours?|minutes?|months?|weeks?|decades?|a\.m|p\.m|"
    r"million|billion|yards?|feet|met(?:re|er)s?|times|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)"
)
_NOT_A_WORD_OF_THE_PHRASE = (
    r"(?!(?:was|were|is|are|be|been|had|has|have|and|or|but|in|on|at|of|by|to|for|with|from|as|when|while|"
    r"after|before|who|that|which|killed|wounded|injured|dead|shot|died|arrested|detained|missing|"
    r"hurt|including|left|the|a|an)\b)"
)
_MODIFIERS = rf"(?:{_NOT_A_WORD_OF_THE_PHRASE}(?:\d{{1,3}}-year-old|[\w’'-]+)\s+){{0,4}}?"
_ONE = (
    r"m[ae]n|wom[ae]n|boy|girl|child|teen|teenager|person|victim|officer|soldier|guard|suspect|trooper|"
    r"attacker|assailant|driver|student|worker|journalist|reporter|protester|demonstrator|civilian|"
    r"resident|villager|brother|sister|wife|husband|mother|father|son|daughter|girlfriend|boyfriend|"
    r"uncle|aunt|cousin|nephew|niece|friend|neighbou?r|toddler|infant|baby|youth|male|female|pedestrian|"
    r"bystander|passenger|passer-by|farmer|teacher|leader|commander|official|mayor|judge|priest|"
    r"politician|deputy|sergeant|captain|lieutenant|colonel|general|agent|bomber|insurgent|militant|"
    r"rebel|fighter|terrorist|peacekeeper|worshipper|shopkeeper|employee|clerk|activist|migrant|refugee|"
    r"tourist|doctor|nurse|lawyer|robber|intruder|shooter|sniper|commando|marine|paramedic|firefighter|"
    r"\w*polic(?:e)?m[ae]n|\w*gunm[ae]n|\w*wom[ae]n|service(?:m[ae]n)|businessm[ae]n|shooter|bishop|nun|"
    r"guerrilla|guerilla|peasant|fisherm[ae]n|miner|trader|merchant|executive|engineer|technician|advis[eo]r|"
    r"diplomat|ambassador|consul|councilm[ae]n|president|escort|bodyguard|cadet|recruit|major|labou?rer|"
    r"settler|pilgrim|hiker|citizen|foreigner|american|missionary|missionaries|monk|pastor|imam|cleric|"
    r"trafficker|smuggler|dealer|criminal|gangster|rioter|striker|leftist|extremist|islamist|jihadist|"
    r"subversive|combatant|patient|customer|shopper|guest|owner|manager|pilot|sailor|crew\s+member|airm[ae]n|"
    r"paramilitary|separatist|hijacker|kidnapper|kidnappers|motorist|cyclist|user|scientist|academic|scholar|"
    r"peasant|leftist|relative|grandmother|grandfather|stepfather|stepson|roommate|homeowner|"
    r"member|prisoner|inmate|hostage|follower|supporter|candidate|senator|minister|ranger|other"
)
_MANY = (
    rf"(?:{_ONE})s?|people|persons|children|police(?:\s+officers)?|troops|babies|deputies|personnel|others|"
    r"staff|wives|security\s+forces|(?-i:[A-Z][a-z]+(?:s|ese|ish))"
)
_STOPS_HERE = (
    r"(?=\s*(?:[.,;:)\"”–—]|$)|\s+(?:and|or|in|on|at|when|were|was|are|have|had|has|while|after|before|"
    r"during|near|outside|inside|of|as|by|with|to|from|who|that|late|early|overnight|yesterday|today|"
    r"dead|killed|wounded|injured|hurt|shot|missing|arrested|detained|died|critically|seriously|fatally|"
    r"slightly|others?|more|since|over|along|across|around|(?-i:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*day)\b)"
)
_COUNTED = (
    rf"(?:(?:the|these|those|all)\s+)?{_QUANTITY}(?!\s*{_UNIT}\b)(?:\s+of)?(?:\s+(?:other|more|the|them|whom|those|its|their|his|her))*"
    rf"(?:\s+{_MODIFIERS}(?:{_MANY})\b(?:\s+(?:{_ONE})s?\b)?|{_STOPS_HERE})"
)
_SINGLE = (
    rf"(?:an?|another|one|the|his|her|their|my|its)\s+{_MODIFIERS}"
    rf"(?:(?:{_ONE})\b(?!-)(?:\s+(?:{_ONE})\b)?|\d{{1,3}}-year-old(?!\s+(?:{_ONE})\b)|(?-i:[A-Z][a-z]+(?:an|ian|i|ese))\b)"
    r"(?:,?\s+(?-i:(?:[A-Z][\w’'-]*\.?\s+){1,3}[A-Z][\w’'-]+)(?:,\s+\d{1,3},)?)?"
)
_NAME = (
    r"(?:\d{1,3}-year-old\s+)?"
    r"(?-i:(?:[A-Z][\w’'-]*\.?\s+){1,3}[A-Z][\w’'-]+)(?:,?\s+(?:Jr|Sr|II|III)\b\.?)?"
    r"(?:,\s+\d{1,3}(?:,(?=\s)|\b))?"
)
_PRONOUN = (
    rf"(?:another{_STOPS_HERE}|"
    r"(?:he|she|him|her|himself|herself|someone)\b(?!\s+(?:own|[a-z]+(?:er|or)\b)))"
)
# A surname alone counts only right before "was killed" and its like.
_SURNAME = (
    r"(?P<group>(?-i:(?!(?:It|He|She|This|That|What|Who|There|Nobody|None|Police|One|Everyone|Someone|Nothing)\b)"
    r"[A-Z][a-z’'-]+[a-z]))(?:,\s+\d{1,3},|,\s+who\s+[^,;.]{3,60},)?"
)
_ANYBODY = re.compile(rf"\b(?:{_COUNTED}|{_SINGLE}|(?P<name>{_NAME})|{_PRONOUN})", re.IGNORECASE)
_JOIN = r"(?:,?\s+and\s+|,?\s+as\s+well\s+as\s+|,?\s+along\s+with\s+|,?\s+plus\s+|,\s+)"
_JOINING = re.compile(_JOIN, re.IGNORECASE)
_PLACING = re.compile(
    r"(?:\b(?:in|at|near|from|on|to|outside|the)\s+(?:[A-Z][\w’'-]*\s+)*|[A-Z][\w’'-]*\s+)$"
)
_ACTIVE = re.compile(
    r"\b(?:kill|wound|injur|shoot|shot|stabb?|arrest|detain|murder)(?:ed|ing|s|es)?\s+$",
    re.IGNORECASE,
)
_ASIDE = (
    r"(?:,[^.;]{0,80}?,|\s+\([^)]{0,60}\)|,?\s+(?:from|in|of|at|near|on|aboard|inside|outside|identified)"
    r"\s+[^.;,]{0,50}?)?"
)
_HOW = r"(?:\s+(?:\w+ly|also|all|both|either|among\s+those))*"
_AUXILIARY = (
    r"(?:was|were|are|is|been|being|be|have\s+been|has\s+been|had\s+been|left|reported|feared|confirmed|"
    r"believed|got|remain|remains|remained)"
)
# A bullet there kills as often as not; without a word on it nobody knows.
_VITAL = re.compile(
    r"\b(?:in|to|through)\s+the\s+(?:[\w-]+\s+)?(?:head|face|neck|chest|back|torso|abdomen|stomach)\b|"
    r"\b(?:himself|herself)\b(?!\s+in\s+the\s+(?:[\w-]+\s+)?(?:leg|foot|hand|arm|thigh|finger))",
    re.IGNORECASE,
)
# A bare number there is a day, an age or a road.
_NO_PEOPLE_BEFORE = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\w*\.?|\baged?|\bages|\balso|\broute|\bhighway|"
    r"\binterstate|\broom|\bage\s+of|[\w’'],|\bunit|\bage\s+group)\s+$",
    re.IGNORECASE,
)

# What befalls people, by field: verbs with the people behind them; participles behind "was"; words
# right behind the people, as in headlines; verbs of what people go through; nouns with "of" behind.
_DEADLY = (
    r"killed|slain|murdered|massacred|assassinated|executed|beheaded|lynched|gunned\s+down|pronounced\s+dead|"
    r"(?:found|declared|confirmed|shot|presumed)\s+dead|(?:\w+\s+)?and\s+killed|burn(?:ed|t)\s+alive|"
    r"(?:shot|stabbed|beaten|hacked|stoned|bludgeoned|burn(?:ed|t)|found\s+shot|found\s+stabbed)\s+to\s+death|"
    r"fatally\s+(?:shot|stabbed|wounded|injured|struck|hit)|shot\s+(?:\w+\s+){0,6}and\s+killed"
)
_BEFALLS = {
    "killed": {
        "verb": rf"kill(?:s|ing)|{_DEADLY}|murdering|shoot(?:ing|s)\s+dead|shoot(?:ing|s)\s+and\s+kill(?:ing|s)|"
        r"fatally\s+(?:shooting|stabbing|wounding)|gunning\s+down|claim(?:ed|ing|s)\s+the\s+lives\s+of",
        "participle": rf"{_DEADLY}|dead",
        "behind": rf"{_DEADLY}|dead|to\s+death|and\s+killed",
        "middle": r"(?:was\s+|were\s+)?(?:died|dies|dying|perished|succumbed|lost\s+(?:his|her|their)\s+li(?:fe|ves))",
        "noun": r"deaths?|killings?|(?:fatal|deadly)\s+(?:shooting|stabbing|beating)s?|murders?|slayings?|assassinations?|executions?|lynching|massacre",
    },
    "injured": {
        "verb": r"wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing|s)?",
        "participle": r"wounded|injured|hurt|hospitali[sz]ed|(?:\w+\s+)?and\s+(?:wounded|injured)|"
        r"in\s+(?:critical|serious|stable|fair|guarded)|(?:rushed|airlifted)\s+to\s+(?:\w+\s+){0,4}hospital",
        "behind": r"wounded|injured|hurt|in\s+critical\s+condition",
        "middle": r"(?:sustained|suffered|suffers|suffering|sustaining)\s+(?:[\w-]+\s+){0,4}?"
        r"(?:injur(?:y|ies)|wounds?|burns|bruises)",
    },
    "arrested": {
        "verb": r"arrest(?:ed|ing|s)|detain(?:ed|ing|s)|round(?:ed|ing)\s+up|apprehended|nabbed",
        "participle": r"arrested|detained|taken\s+into\s+custody|apprehended|in\s+custody|rounded\s+up|nabbed",
        "behind": r"arrested|detained|in\s+custody",
        "noun": r"arrests?",
    },
    "missing": {
        "participle": r"missing|unaccounted\s+for",
        "behind": r"missing|unaccounted\s+for",
        "middle": r"went\s+missing|disappeared|vanished",
    },
    # Hit by a bullet or a knife: whether they lived, other words must say.
    "struck": {
        "verb": r"shot|shooting(?!\s+(?:dead|and|at))|stabbed|stabbing",
        "participle": r"shot|stabbed|(?:struck|hit)\s+by\s+(?:[\w-]+\s+){0,3}(?:gunfire|bullets?|shots?)",
        "behind": r"shot|stabbed",
    },
}  # fmt: skip
_NOUNS_COUNTED = {
    "killed": r"(?:deaths|fatalities|dead|killed)",
    "injured": r"(?:injuries|injured|wounded|hurt)",
    "arrested": r"arrests",
}
_APART = {
    "killed": (
        # "four people were shot, one fatally"
        rf"\b(?P<group>{_NUMBER})(?:\s+of\s+(?:them|whom))?\s+(?:fatally|died|to\s+death)\b",
        rf"\bclaim(?:ed|ing|s)?\s+(?P<group>a|{_QUANTITY})\s+li(?:fe|ves)\b",
        rf"\b(?:death\s+)?toll\b(?:\s+(?!injur)[\w-]+){{0,6}}?\s+(?:to|at|of)\s+(?P<group>{_QUANTITY})",
    ),
}
_NOBODY = (
    r"\b(?P<none>(?:no|zero)\s+{what}\b|(?:no\s+one|nobody|none|no\s+(?!one\b)[\w-]+(?:\s+[\w-]+)?)\s+"
    r"(?:was|were|is|are|been|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:{participle})\b)"
)
_NONE_OF = {
    "killed": r"(?:casualties|deaths|fatalities)",
    "injured": r"(?:casualties|injuries)",
    "arrested": r"arrests",
}
# Letters without which a field cannot be spoken of: most sentences are dismissed by these alone.
_HINTS = {
    "killed": r"kill|dead|death|die[ds]|dying|slain|murder|fatal|massacre|execut|assassin|behead|casualt|lives|"
    r"perish|lynch|alive|succumb|gunned|toll|life|stabbed|suicide|himself|herself|slaying",
    "injured": r"wound|injur|hurt|hospital|condition|burns|bruises|casualt",
    "arrested": r"arrest|detain|custody|apprehend|nabbed|round",
    "missing": r"missing|unaccounted|disappear|vanish",
    "struck": r"shot|shoot|stab|struck|bullet|gunfire",
}
_HINT = {field: re.compile(stems, re.IGNORECASE) for field, stems in _HINTS.items()}
_LEADING_HEDGE = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<about>{_ABOUT})|(?P<most>{_MOST}))\s+", re.IGNORECASE
)
_RANGE = re.compile(
    rf"(?:between\s+)?(?P<low>{_NUMBER})\s+(?:to|or|and)\s+(?P<high>{_NUMBER})", re.IGNORECASE
)
_SKIPPED = re.compile(r"^(?:between|the(?=\s+\w+\s)|these|those|all)\s+", re.IGNORECASE)
_FIRST_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_HIMSELF = re.compile(
    r"\bkill(?:ed|ing|s)\s+(?:himself|herself|themselves)\b|\bt(?:ook|aking|akes)\s+(?:his|her)\s+own\s+life\b|"
    r"\bcommit(?:ted|ting|s)\s+suicide\b|\bturn(?:ed|ing|s)\s+(?:\w+\s+){1,2}on\s+(?:himself|herself)\b|"
    r"\b(?:then|before|and)\s+(?:fatally\s+)?(?:shot|shooting)\s+(?:himself|herself)\b(?!\s+in\s+the\s+(?:\w+\s+)?(?:leg|foot|hand|arm|thigh|finger))|\bthen\s+(?:himself|herself)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a field is told of a group of people: by words before it, behind it, or of its own."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    apart: tuple[re.Pattern[str], ...]


@cache
def _wordings() -> dict[str, _Wording]:
    return {field: _wording(field, words) for field, words in _BEFALLS.items()}


def _wording(field: str, words: dict[str, str]) -> _Wording:
    before = [way for way in (words.get("verb"), _of(words.get("noun"))) if way] or ["(?!)"]
    behind = [
        rf"{_ASIDE},?(?:\s+who)?\s+{_AUXILIARY}{_HOW}\s+(?:{words['participle']})\b",
        rf"{_HOW}\s+(?:{words['behind']})\b{_STOPS_HERE}",
    ]
    if "middle" in words:
        behind.append(
            rf"{_ASIDE},?(?:\s+(?:who|has|have|had|later|also))*\s+(?:{words['middle']})\b"
        )
    apart = [
        rf"\b{_SURNAME}\s+(?:was|has\s+been|had\s+been){_HOW}\s+(?:{words['participle']})\b",
        *_APART.get(field, ()),
    ]
    if field in _NOUNS_COUNTED:
        apart.append(rf"\b(?P<group>{_QUANTITY})\s+{_NOUNS_COUNTED[field]}\b")
    if field in _NONE_OF:
        apart.append(_NOBODY.format(what=_NONE_OF[field], participle=words["participle"]))
    return _Wording(
        re.compile(rf"\b(?:{'|'.join(before)})\s+$", re.IGNORECASE),
        re.compile("|".join(behind), re.IGNORECASE),
        tuple(re.compile(way, re.IGNORECASE) for way in apart),
    )


def _of(noun: str | None) -> str | None:
    return noun and rf"(?:{noun})\s+of"


def find(text: str, span: Span) -> dict[str, Count]:
    """Find how many people a sentence says were killed, injured, arrested or are missing.

    Parameters
    ----------
    text
        The whole text.
    span
        The sentence.

    Returns
    -------
    Counts by ``killed``, ``injured``, ``arrested``, ``missing``; what is not stated is absent.

    Examples
    --------
    >>> text = "The blast killed two soldiers and a policeman and wounded dozens."
    >>> {k: (c.minimum, c.maximum) for k, c in find(text, Span(0, len(text))).items()}
    {'killed': (3, 3), 'injured': (24, None)}
    """
    sentence = span.of(text)
    fields = {field for field, hint in _HINT.items() if hint.search(sentence)}
    if not fields:
        return {}
    if sentence.isupper():  # wires in capitals: no word is a name by its looks
        sentence = "".join(c.lower() if len(c.lower()) == 1 else c for c in sentence)
    groups = _groups(sentence)
    found: dict[str, Count] = {}
    for field, wording in _wordings().items():
        if field not in fields:
            continue
        for start, end, count in _told(sentence, wording, groups):
            if _better(count, found.get(field)):
                at = Span(start + span.start, end + span.start)
                found[field] = replace(count, span=at)
    return _settled(sentence, found, span.start)


@dataclass(frozen=True, slots=True)
class _Person:
    start: int
    end: int
    join: str
    count: Count


def _groups(sentence: str) -> list[list[_Person]]:
    """Find the groups of people: phrases that "and" or a comma joins."""
    groups: list[list[_Person]] = []
    for match in _ANYBODY.finditer(sentence):
        join = ""
        if groups:
            join = sentence[groups[-1][-1].end : match.start()]
            if not _JOINING.fullmatch(join):
                join = ""
        count = _one(match.group())
        if (
            count is None
            or _is_no_count(sentence, match)
            or (match.lastgroup == "name" and _names_no_person(sentence, match))
        ):
            continue
        person = _Person(match.start(), match.end(), join.strip(), count)
        if join:
            groups[-1].append(person)
        else:
            groups.append([person])
    return groups


def _is_no_count(sentence: str, match: re.Match[str]) -> bool:
    return match.group().isdigit() and bool(
        _NO_PEOPLE_BEFORE.search(sentence, max(match.start() - 20, 0), match.start())
    )


def _names_no_person(sentence: str, match: re.Match[str]) -> bool:
    """Tell a place from a person: "in Rocky Mount", "of the Rocky Mount police"."""
    return _PLACING.search(sentence, max(match.start() - 40, 0), match.start()) is not None


def _told(
    sentence: str, wording: _Wording, groups: list[list[_Person]]
) -> Iterator[tuple[int, int, Count]]:
    """Find the groups of which something is told, and how many they are."""
    for group in groups:
        part = group
        behind = wording.behind.match(sentence, group[-1].end)
        for index, person in enumerate(group):
            if wording.before.search(sentence, max(person.start - 60, 0), person.start):
                part = group[index:]
                yield part[0].start, part[-1].end, _total(part)
                break
        else:
            # "killed a man and two others were hurt": the last of the group has a verb of its own.
            if behind:
                if _ACTIVE.search(sentence, max(group[0].start - 60, 0), group[0].start):
                    part = group[-1:]
                yield part[0].start, part[-1].end, _total(part)
    for pattern in wording.apart:
        for match in pattern.finditer(sentence):
            name = "group" if "group" in pattern.groupindex else "none"
            count = Count(0, 0) if name == "none" else _one(match.group(name))
            if count is not None:
                yield match.start(name), match.end(name), count


def _settled(sentence: str, found: dict[str, Count], shift: int) -> dict[str, Count]:
    """Add an attacker's own death, and tell the hurt among those who were shot."""
    struck = found.pop("struck", None)
    if match := _HIMSELF.search(sentence):
        at = Span(match.start() + shift, match.end() + shift)
        killed = found.get("killed", Count(0, 0, span=at))
        more = killed.maximum is None or killed.span is None or killed.span.overlaps(at)
        found["killed"] = (
            Count(1, 1, span=at) if not killed.minimum else killed if more else _plus(killed)
        )
    if struck is not None and not (struck.minimum == 1 and _VITAL.search(sentence)):
        dead = found["killed"].minimum if "killed" in found else 0
        hurt = Count(
            max(struck.minimum - dead, 0),
            None if struck.maximum is None else max(struck.maximum - dead, 0),
            struck.approximate,
            struck.span,
        )
        if hurt.minimum and _better(hurt, found.get("injured")):
            found["injured"] = hurt
    return found


def _plus(count: Count) -> Count:
    return Count(
        count.minimum + 1,
        None if count.maximum is None else count.maximum + 1,
        count.approximate,
        count.span,
    )


def _better(new: Count, old: Count | None) -> bool:
    """Prefer the larger: a part ("one of them a child") never exceeds its whole."""
    return old is None or new.minimum > old.minimum


def _total(group: list[_Person]) -> Count:
    """Add up a list; what only explains the one before ("two people, a man and a girl") adds none."""
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


def _one(people: str) -> Count | None:
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
    if low is None or high is None:
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
        return int(words.replace(",", ""))
    parts = re.split(r"[\s-]+", words.lower())
    if parts == ["a", "couple"]:
        return 2
    if words.lower() in _OPEN:
        return _OPEN[words.lower()]
    if parts[-1] in _OPEN:
        return _OPEN[parts[-1]]
    if any(part not in _NUMBERS for part in parts):
        return None
    values = [_NUMBERS[part] for part in parts]
    if len(values) == 1:
        return values[0]
    first, second = values[-2:]
    if second in {12, 100}:
        return first * second
    return first + second if first >= 20 and second < 10 else None

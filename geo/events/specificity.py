"""Tell whether words name one incident, or only the sort: "murders rose", "bandits often kill".

A finite past verb asserts a deed. Bare plurals, gerunds, infinitives and perfect tenses do so only
with a day, a place, a count or a verb of occurrence beside them. In 1,500 wire reports a bare
plural without a day named an incident of the gold once in six, a finite verb with a day and a
place every other time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from geo.events import habits, notes
from geo.events.grievances import CROWD, without_grievance
from geo.events.presents import (
    COUNTED,
    counts_victims,
    crowds_verb,
    is_crowds_verb,
    is_third_person,
    tells_of_one,
)
from geo.events.searches import Search, search_for, table
from geo.events.struggles import is_toll_of_war
from geo.language.almanac import words
from geo.language.clauses import holding, is_past, is_told
from geo.language.text import small_words, without_quotes
from geo.model import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.lexicon import Trigger
    from geo.model import Count, Span

__all__ = ["GENERAL", "Evidence", "comes_about", "too_many", "unspecific"]

GENERAL = "names no one incident"
"""How the reasons begin that this module gives."""
FAMILY = "violence"
"""The family whose words speeches are full of."""
BEFORE_REACH, BEHIND_REACH = 60, 60
"""Characters around a trigger that tell its form: an article, an auxiliary, "broke out"."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a clause gives besides the trigger: its own day, its own place, how many people."""

    dated: bool
    placed: bool
    counted: bool

    def __len__(self) -> int:
        return self.dated + self.placed + self.counted


@dataclass(frozen=True, slots=True)
class _Words:
    always: Search
    unless_dated: Search
    standing: re.Pattern[str]
    kinds_of: re.Pattern[str]
    occurs: re.Pattern[str]
    brings: re.Pattern[str]


@cache
def _words() -> _Words:
    general = table()["general"]
    return _Words(
        always=search_for(_ways(general["always"])),
        unless_dated=search_for(_ways(general["unless_dated"])),
        standing=re.compile("|".join(general["standing"])),
        kinds_of=re.compile(rf"{_ways(general['kinds_of'])}\s+(?:[\w-]+\s+){{0,2}}$"),
        brings=re.compile(rf"{_ways(general['brings'])}\s+(?:[\w-]+\s+){{0,3}}$"),
        occurs=re.compile(rf"\s*(?:[\w’'-]+\s+){{0,5}}?{_ways(general['occurs'])}"),
    )


def _ways(rows: list[str]) -> str:
    return rf"\b(?:{'|'.join(rows)})\b"


_DETERMINED = re.compile(
    r"\b(?:an?|the|this|that|these|those|his|her|its|their|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|several|both|dozens\s+of|hundreds\s+of|scores\s+of|a\s+series\s+of|another|one|"
    r"\d[\d,]*|first|second|third|\d+(?:st|nd|rd|th)|latest|fresh|new|heavy|fierce|twin)\s+(?:[\w’'-]+\s+){0,2}$"
)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|both|dozens\s+of|"
    r"hundreds\s+of|scores\s+of|series\s+of|spate\s+of|\d[\d,]*|twin|fresh|heavy|fierce)\s+(?:[\w’'-]+\s+){0,2}$"
)
_THE_WORD = re.compile(
    r"\b(?:words?|terms?|phrases?|labels?|expressions?|slogans?|nicknamed?|dubbed|codenamed)\s+"
    r"(?:was\s+|were\s+|like\s+)?[\"“‘'](?:\w+\s+){0,2}$"
)
"""Before what is only a word: "declined to use the term 'blockade'"."""
_ANY = re.compile(
    r"(?<!\bin\s)(?<!\bwithout\s)\bany\s+(?:(?:new|such|further|other|possible|armed)\s+)?$"
)
"""Before a deed of which there may be one: "any attack would be met with force"."""
_TO = re.compile(
    r"\b(?:to|will|would|can|could|(?<!\bin )may|might|must|should|shall)\s+(?:\w+ly\s+)?$"
)
_GOVERNING = re.compile(
    r"\b(?:of|against|from|in|for|to|and|than|as|stop|avoid|including)\s+(?:\w+ly\s+)?$|^\W*$"
)
_SUBJECT = re.compile(r"\b(?:they|we|you|who)\s+(?:(?:will|would|also|often|always|never)\s+)?$")
_WHO = re.compile(r"\b(?:who|which|they|that)\s+(?:also\s+)?$")
_THEY = re.compile(r"\b(?:they|we|you)\s+(?:(?:[\w-]+\s+){0,5}and\s+)?$")
_TOOK = re.compile(r"\btook\s+(?:[\w-]+\s+){0,2}$")
_AFTER = re.compile(r"\bafter\s+(?:\w+ly\s+)?$")
_ACTING = re.compile(r"\b(?!(?:this|its|his)\b)\w+[^\Ws]s\s+$")
"""Who acts: "the rebels attack" is no "attack" of "the rebels"."""
_BOTH = words("attack raid ambush assault strike fight bomb rebel heavy fierce intense return")
"""What opens a verb elsewhere: "the attack on the office", "heavy fighting"."""
_GOING_ON = re.compile(r"\b(?:by|after|up|on|are|is|been|without|before)\s+(?:\w+ly\s+)?$")
_SAID = {Status.THREATENED, Status.DENIED}
"""Of one deed or of a sort: a threat and a denial are marked as such in any case."""
_UNSURE = {Status.ATTEMPTED, Status.ALLEGED}
_VICTIM = re.compile(
    r"\s+(?:(?:an?|his|her|their|its|the|two|three|four|five|six|\d+|him|her)\b|[A-Z][a-z])"
)
_HEADED = re.compile(
    r"(?!opinion|analysis|editorial|comment|explainer|letter)[\w’'. ]{2,40}?(?::|\s[-–—|])\s"
    r"(?!(?:why|how|what|when|who|where|do|does|can|should|will)\b)",
    re.IGNORECASE,
)
"""How a headline opens that says whose news it is: "Kaduna: gunmen attack a market"."""
_GOVERNED = re.compile(
    r"\s+(?:the(?!\s+(?:same|next|previous|following|other|day|night|week|month|year|morning|evening|"
    r"afternoon|moment|way|more|most)\b)|its|their|our|my|your)\s"
)
"""No noun has a determiner behind it: "gangs that torture and murder their rivals"."""
_TIME_BEHIND = re.compile(r"\s+(?:[\w-]+\s+){1,3}?(?:days?|weeks?|months?|years?|hours?)\b")
_IS_S = re.compile(r"[^s]s$")
_DID = re.compile(
    r"\b(?:gather(?:ed)?|assembled?|rall(?:y|ied)|march(?:ed)?|converged?|congregated|came\s+(?:out|together)|turned\s+out|"
    r"began|started|used|proceeded|managed|able|continue[ds]?|went\s+on|returned|attempted|attempts?|bid|tried|forced)\s+(?:[\w-]+\s+){0,5}to\s+(?:\w+ly\s+)?$|"
    r"\bhad\s+to\s+(?:\w+ly\s+)?$"
)
_CHARGED = re.compile(
    r"\b(?:charged\s+(?:[\w-]+\s+){0,4}with|counts?\s+of|accused\s+of|charges?\s+of|suspicion\s+of|suspected\s+of)\s+(?:[\w-]+\s+){0,3}$"
)
_MASS = words("sabotage torture looting vandalism violence arson bloodshed rape unrest fighting")
_ARTICLES = words("a an the this that another each")
_PEOPLE = re.compile(
    r"(?:ers|ors|ists|men|ants|ents|rebels|bandits|guerrillas|jihadis|warlords|troops|forces|youths|mobs|villagers)$"
)
_PARTICIPLE = re.compile(r"ed$|^(?:slain|stolen)$")
_OF = re.compile(
    r"\b(?:the|an?|of|his|her|their|its|for|these|those|honou?r|late|two|three|\d+)\s+(?:\w+ly\s+)?$"
)
_NAMED = re.compile(
    r"\s+(?!(?:in|on|at|by|with|for|from|to|near|and|or|but|when|while|after|before|during|as|the|an?|\w+ly|it|him|her|"
    r"them|people|\d+|two|three|four|five|more|some|several|last|this|yesterday|today|along|inside|outside|over|that|"
    r"because|since|between|against|their|his|its|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)[a-z]"
)
_COMPOUND = re.compile(
    r"\s+(?:rings?|cases?|activit(?:y|ies)|campaigns?|plots?|conspirac(?:y|ies)|charges?|trials?|prob(?:e|es)|gangs?|squads?|records?|"
    r"rates?|statistics|figures|weapons?|convictions?|laws?|bill|insurance|films?|movies?|novels?|experts?|detectives?|"
    r"capability|skills|techniques?|methods?|tactics|policy|strategy|season|culture|problem|epidemic|awareness)\b"
)
_IN_HEADLINE = re.compile(r"\b(?:in|after|of|over|for|from|following)\s+(?:[\w’'.-]+\s+){0,3}$")
_ENDS_OR_OF = re.compile(r"\s*(?:$|[,;:]|(?:of|in|at|on|near|outside)\b)")
_BODY_FOUND = re.compile(
    r"\s(?:and\s\w+\s)?(?:bod(?:y|ies)|corpses?|remains|torsos?)\b[^.;]{0,60}?\b"
    r"(?:found|discovered|recovered|dumped|retrieved|spotted|fished|pulled)\b"
)
_STOPS = frozenset('.!?"”')


def unspecific(
    text: str,
    sentence: Span,
    trigger: Trigger,
    evidence: Evidence,
    status: Status = Status.OCCURRED,
) -> str | None:
    """Return why a trigger names no one incident, or ``None`` if it does.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> from geo.model import Span
    >>> text = "Kidnappings are a worry."
    >>> trigger = default_lexicon().find(text)[0]
    >>> unspecific(text, Span(0, len(text)), trigger, Evidence(False, False, False))
    'names no one incident: a bare plural'
    """
    if trigger.kind.verbal or status in _SAID:
        return None
    if status is Status.PLANNED:
        return None if len(evidence) else f"{GENERAL}: planned, nowhere and on no day"
    crowd = trigger.kind.family == CROWD
    said = without_grievance(text, sentence, trigger.span) if crowd else sentence
    why = _by_words(text, said, trigger, evidence)
    dated, counted = evidence.dated, evidence.counted
    why = why or habits.habit(text, said, trigger, dated=dated, counted=counted)
    if why is None and (status is Status.ATTEMPTED or trigger.kind.name == "coup"):
        why = habits.aim(text, sentence, trigger)
    if why is None and not (status in _UNSURE and _VICTIM.match(text, trigger.span.end)):
        why = _by_form(sentence.of(text).lower(), sentence.start, trigger, evidence)
        if why is not None and _is_told_now(text, sentence, trigger, evidence, why):
            why = None
    return f"{GENERAL}: {why}" if why else None


def _is_told_now(
    text: str, sentence: Span, trigger: Trigger, evidence: Evidence, form: str
) -> bool:
    """Tell whether a form that asserts no deed tells of one in the present, as in briefs."""
    before = text[sentence.start : trigger.span.start]
    behind, deed = text[trigger.span.end : sentence.end], trigger.span.of(text)
    opens = notes.begins(text, sentence)
    placed = evidence.placed or trigger.kind.family == CROWD
    doing = any(word.endswith("ing") for word in deed.split()[1:])  # "a drone striking the dome"
    told = form == "a bare present" and not doing
    if told and tells_of_one(before, behind, deed, placed=placed, opens=opens):
        return True
    ahead, verb, after = crowds_verb(deed)
    crowds = form in _MAY_BE_VERBS and is_crowds_verb(f"{before}{ahead}", f"{after}{behind}", verb)
    return opens and crowds


def _by_words(text: str, sentence: Span, trigger: Trigger, evidence: Evidence) -> str | None:
    """Return the words that make a sort of what a sentence tells: "such attacks are common"."""
    said = without_quotes(sentence.of(text).lower(), trigger.span.start - sentence.start)
    if match := _THE_WORD.search(said[: trigger.span.start - sentence.start]):
        return f"'{match.group().strip()}'"
    always, unless_dated = _general(said)
    if found := always or ("" if evidence.dated else unless_dated):
        return f"'{found}'"
    own = holding(text, sentence, trigger.span).span
    match = _words().standing.search(said, own.start - sentence.start)
    if match and match.start() >= own.end - sentence.start:
        match = None
    return f"'{match.group()}'" if match else None


# Asked for each trigger: a third of the sentences that have one have several.
@lru_cache(maxsize=8)
def _general(said: str) -> tuple[str, str]:
    """Return what makes a sort of all that a sentence tells: always, and if it is not dated."""
    letters = small_words(said)
    always, unless_dated = (p(said, letters) for p in (_words().always, _words().unless_dated))
    return always.group() if always else "", unless_dated.group() if unless_dated else ""


def _by_form(said: str, offset: int, trigger: Trigger, evidence: Evidence) -> str | None:
    """Return the form of a trigger that asserts no deed, if nothing else does."""
    start, end = trigger.span.start - offset, trigger.span.end - offset
    before = said[max(start - BEFORE_REACH, 0) : start]
    behind = said[end : end + BEHIND_REACH]
    if _BODY_FOUND.match(said, end):
        return None  # "the decapitated bodies of three fishermen were found on a beach"
    verb = (trigger.verb or trigger.span.start) - trigger.span.start
    # "Pirates in boats attacked a ferry": who did it is a plural, that they did is told.
    acts = verb > 0 and is_told(said[start + verb : end].split(maxsplit=1)[0])
    form = _form(said[start:end], before, behind, noun=trigger.noun and not acts)
    if form == "a bare present" and verb and is_third_person(said[start:end], verb):
        return None  # "Boko Haram attacks Tolmen", told with its doer
    if form is None or _comes_about(form, said[start:end], (before, behind), trigger, evidence):
        return None
    headline = said.rstrip()[-1:] not in _STOPS
    if headline and form in {"a bare noun", "a gerund"} and _IN_HEADLINE.search(before):
        # "Three charged in fatal shooting": headlines drop the article.
        plain = form == "a bare noun" or _ENDS_OR_OF.match(behind)
        if plain and not _words().kinds_of.search(before):
            return None
    if headline and form == "a bare present" and _HEADED.match(said, 0, start):
        return None
    if form in {"a noun", "a bare noun"} and not evidence.dated and _ANY.search(before):
        return form
    if _is_enough(form, evidence, headline=headline, crowd=trigger.kind.family == CROWD):
        return None
    if form == "a noun" and not _words().kinds_of.search(before):
        return None
    return form


def _comes_about(
    form: str, said: str, around: tuple[str, str], trigger: Trigger, evidence: Evidence
) -> bool:
    """Tell whether the words of a trigger, or those around, say that it came about."""
    before, behind = around
    if form == "a thing that goes on" and trigger.kind.family != FAMILY:
        return True  # "are blocking the road" is news, "are killing our children" is not
    if form == "a bare present" and evidence.placed and COUNTED.match(behind):
        return True
    if form == "a gerund" and trigger.kind.family == CROWD and not before.strip():
        return True  # "Protesting against a fee, residents raised their voices"
    harms = trigger.kind.family == FAMILY  # "the capture of Tolmen" is no arrest
    if form == "a bare present" and evidence.counted and harms and counts_victims(before, behind):
        return True  # briefs: "Raiders attack Tolmen, kill two", which no place need be known for
    if trigger.noun and form != "an attribute" and _words().brings.search(before):
        return True
    behind = _BETWEEN.sub("", f" between{behind}" if said.endswith(" between") else behind, count=1)
    return _words().occurs.match(behind) is not None


def _is_enough(form: str, evidence: Evidence, *, headline: bool, crowd: bool) -> bool:
    if form in {"an infinitive", "a bare present"} and not (headline or crowd):
        return evidence.dated or (evidence.counted and evidence.placed)
    if form == "an attribute":
        return False
    if form == "a mass noun":
        return len(evidence) > 1
    return bool(
        evidence.dated
        or evidence.counted
        or (evidence.placed and (crowd or form != "a bare plural"))
    )


def _form(trigger: str, before: str, behind: str, *, noun: bool) -> str | None:
    """Return the form of a trigger that names a sort; ``None`` for one that asserts a deed."""
    first, *others = trigger.split()
    if "to" in others and _TOOK.search(before):
        return None  # "it took soldiers an hour to push aside the wall"
    if not others and is_told(first) and _ALSO_HOW.match(behind):
        return None  # "the men killed were ambushed at a ford"
    if not others and _PARTICIPLE.search(first) and _OF.search(before) and _NAMED.match(behind):
        return "an attribute"
    if noun and _COMPOUND.match(behind):
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


def comes_about(before: str, behind: str) -> bool:
    """Tell whether the words around a noun say that it came about: "clashes broke out".

    Examples
    --------
    >>> comes_about("", " broke out at dawn"), comes_about("they condemned the ", " of civilians")
    (True, False)
    """
    words = _words()
    return bool(words.brings.search(before[-BEFORE_REACH:]) or words.occurs.match(behind))


def too_many(counts: Mapping[str, Count], said: str) -> str | None:
    """Return why a toll is that of a war and not of an incident: in thousands, or of a strife."""
    killed = counts.get("killed")
    if killed is None or not is_toll_of_war(killed.minimum, said):
        return None
    return f"{GENERAL}: the toll of a war"


_AIMED = words("drone drones missile missiles rocket rockets shell shells bomb bombs uav uavs")
"""What does something in a participle: no troops, who may be "fighting" for years."""
_IMAGE_OF = re.compile(r"\bof\s+(?:an?|the)\s+$")
"""Before what is only shown or spoken of: "footage of a drone targeting a tank"."""
_MAY_BE_VERBS = {"a bare present", "a bare noun", "a bare plural", "a noun", "a mass noun"}
_BETWEEN = re.compile(
    r"^\s+(?:between|by)\s+(?:(?!(?:that|which|who|when|after|as|if|would|could|will|may)\b)[\w’'()/-]+\s+){1,9}?"
    r"(?=(?:were|was|have\s+been)\s+reported\b|broke\s+out\b|erupted\b|continued\b|resulted\b|took\s+place\b)"
)
"""Between whom, before it is said that it came about: "clashes between the two were reported"."""
_CROWD_VERBS = words("protest march picket rally demonstrate")
"""What is a noun as well, and a verb behind "to"."""
_STANDING = words("barricade barricades roadblock roadblocks blockade blockades")
_AT_ONE = re.compile(r"\b(?:on|from|since|behind|over|formed|off)\s+the\s+$")
"""Before a thing that stands there, by which somebody is, or from which something is taken."""
_THOSE = re.compile(r"\bthe\s+(?:(?!(?:was|were|had|has|have|who|that|which)\b)[\w-]+\s+){1,5}$")
_ALSO_HOW = re.compile(
    r"\s+(?:was|were|had\s+been)\b[^.;]*?\b(?:ambushed|gunned\s+down|opened\s+fire|(?:was|were)\s+(?:attacked|shot|bombed)|"
    r"when\s+(?:[\w-]+\s+){1,4}(?:attacked|stormed|struck|hit|exploded|went\s+off))\b"
)
"""Behind whom a deed befell, how it did."""
_NEXT = re.compile(r"\s+([a-z]+)\b")
_PASSIVE = re.compile(r"\s(?:was|were)\s+(?:[\w-]+\s+){0,2}[\w-]+(?:ed|en|wn|nt|ht|ut)\b")
"""In a long trigger a passive asserts the deed: "a bus was torched by unidentified people"."""
_BEHIND_HEAD = words(
    "on in at by of against near that which between for with was were is are has have v"
)

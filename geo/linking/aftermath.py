"""To what else a day of a sentence belongs than to its deed: what came later, or was said of it.

The day of a hearing, a vigil or an announcement, on which a toll rose or somebody died of wounds;
and of what a noun had been before ("the base retaken on 9 May").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from geo.events.grievances import is_held_then, is_resented_then
from geo.events.refining import RETURN
from geo.language.almanac import alternatives, words
from geo.language.clauses import holding, is_past, is_told
from geo.language.late import late
from geo.language.sought import Sought
from geo.language.telling import SAID
from geo.model import Span, When
from geo.temporal.presupposition import DEED, object_of_reaction

__all__ = [
    "AFTERMATH",
    "DAYS_OF_WEEK",
    "LEGAL",
    "MOURNED",
    "NOWHERE",
    "REACH",
    "avenged",
    "is_aftermath",
    "is_of_a_death",
    "is_of_a_rank",
    "is_of_a_suspect",
    "is_of_another",
    "is_of_participle",
    "is_of_reaction",
    "is_of_saying",
    "is_of_what_is_avenged",
]

DAYS_OF_WEEK = 7
REACH = 200  # characters around a date or a trigger that are read for what it belongs to
GOVERNS_WITHIN = 12  # words between a date and the verb it stands with
SETTING_WITHIN = 24  # characters: "firebombing the memorial "
NOWHERE = Span(-1, -1)
# What is done about a deed, or in answer to it, on a later day.
LEGAL = words(
    "arrested arrest charged charges court judge jury hearing trial sentenced sentencing convicted "
    "indicted indictment pleaded pled arraigned arraignment appeared testified bail booked "
    "surrendered extradited verdict lawsuit sued filed prosecutors "
    "heard inquest coroner upheld ruled jailed acquitted"
)
MOURNED = words(
    "memorial vigil funeral service remembered mourned mourners buried gathered anniversary "
    "visited remember commemorate commemorated commemoration wreath plaque unveiled tolled candles "
    "flowers"
)
_RANK = (
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|heaviest|first|second|third|fourth|fifth|"
    r"sixth|seventh|eighth|ninth|tenth|latest|most(?!\s+of)|\d+(?:st|nd|rd|th))\b"
)
_RUNNING = [["this", unit] for unit in ("week", "weekend", "month", "year", "summer", "winter")]
_OUTDONE = Sought(
    _RANK + r"[^.;,]{0,60}?\bsince\s+(?:(?:late|early|last)\s+)?$",
    re.IGNORECASE,
)
# And no verb between: "the first victim was shot this week".
_RANKED = Sought(
    _RANK + r"(?:\s+(?!(?:was|were|is|are|has|have|had|who|which|that|and|to)\b)[\w’'-]+){0,6}"
    r"\s+(?:so\s+far\s+)?$",
    re.IGNORECASE,
)
_ASSEMBLING = words("gathered visited")
_CROWD = re.compile(r"(?:\w+\s+)?(?:protest[eo]r|demonstrator|striker|marcher)s?", re.IGNORECASE)
_SAID = words(
    "said says told announced confirmed identified released revealed spoke conference statement "
    "searching seeking looking hunting hunted asking appealed appealing reward questioned "
    "interviewed listed published reported update revised recalled recounted described"
)
_REPORTED = words("reported heard")
_PASSIVE = re.compile(
    r"(?<!case )(?<!appeal )(?<!evidence )(?<!petition )(?<!plea )(?<!trial )(?<!inquest )"
    r"\b(?:was|were|been)\s+(?:also\s+|still\s+)?\Z"
)
"""In front of "reported", "heard": "clashes were reported on 11 May" dates the clashes."""
_NO_VERDICT = words(
    "was were is are has have had be been being held will would could may did do does"
)
AFTERMATH = LEGAL | MOURNED | _SAID
"""Words of what is said and done about a deed afterwards."""
_ROSE = words(
    "rose risen rises climbed climbs increased jumped mounted grew grown reached revised raised"
)
_TOLL = re.compile(r"\b(?:toll|number\s+of|count|total|deaths|dead|fatalities|casualties)\b")
"""What rises after a deed: "the toll of the bombing rose on Sunday" dates no bombing."""
_PARTICIPLE = re.compile(
    r"\b(?P<noun>[a-z]+)\s(?P<done>[a-z]+)\s(?:by\s(?:[\w’'-]+\s){1,5})?(?:(?:on|in|last|early|late)\s){1,2}$"
)
_RELATIVE = re.compile(
    r"\b[a-z]+\s(?:who|which|that|where)\s(?P<told>(?:[\w’'-]+\s){1,8})(?:(?:on|in|last|early|late)\s){0,2}$"
)
"""A clause that describes what stands behind a deed: "families who came four years ago"."""
_HAD_BEEN = late(
    r"\b(?:that|which|who)\s(?:[\w’'-]+\s){0,5}?had\s(?:[\w’'-]+\s){1,12}?(?:in|last|since|during)\s(?:early\s|late\s)?$"
)
_NO_NOUN = _NO_VERDICT | words("and or who which that he she it they not also later then")
_BRINGS_TO = re.compile(
    r"\b(?:bringing|raising|taking|pushing|brings|brought|raises|raised|takes|took)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:toll|number|total|count|dead|deaths|fatalities)\b"
)
_DIED_OF_IT = Sought(
    r"\b(?:(?:wounded|injured|hurt|burned|burnt)\s(?:in|by|during|when|after)\s[^.;\n]{3,120}\b(?:died|succumbed)\b|"
    r"\bwho\s(?:was|were|had\sbeen|has\sbeen)\s(?:\w+ly\s)?(?:wounded|injured|hurt|burned|burnt|shot|stabbed|beaten)\s"
    r"[^.;\n]{3,120}\b(?:died|succumbed)\b|"
    r"\b(?:died\s(?:of|from)|succumbed\sto)\s(?:(?:his|her|their|the)\s)?(?:\w+\s)?(?:wounds|injuries|burns)\b)"
    r"[^.;,\n]{0,40}$"
)
_DIED_IN_CARE = re.compile(
    r"\bdied\s(?:later\s)?(?:in|at)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,2}?(?:hospital|clinic)\b[^.;,\n]{0,20}$"
)
"""Of wounds, where it brings the toll to more: the day is not that of the deed."""
_SAID_ON = re.compile(
    rf"(?<!\bwere\s)(?<!\bwas\s)(?<!\bbeen\s)\b{SAID}\b[^.;,\n]{{0,30}}$",
    re.IGNORECASE,
)
_OF_A_COURT = words("judge court jury prosecutors trial")
OBJECT_WORDS = 2
"""Words between a deed and whom it befell: "killed a senior judge"."""
_CHARGES = re.compile(
    r"\b(?:explosive|dynamite|powder|plastic|demolition|shaped|baton|depth)\s+charges?$"
)
"""Charges that go off and are of no court."""
_THAT = re.compile(
    rf"\b(?:{alternatives(_SAID)}|claim(?:ed|s)?|stat(?:ed|es)|added|alleged)\s"
    r"(?:[\w’'-]+\s){0,3}that\s(?!(?:day|same|night|morning|evening|week|month)\b)"
)
_SUBJECT = late(
    rf"\b(?:{SAID}|claimed)\s"
    r"(?P<own>(?!(?:on|in|at|late|early|to|by|through|via|during|here|it|he|she|they|that|there|"
    r"earlier|yesterday|today|reporters|journalists|this|last)\b)(?:[\w’'-]+\s){1,6}?)(?:(?:on|late|early)\s){0,2}$"
)
"""Who does what is told of, between the saying and the day: "said gunmen on Sunday killed"."""
_SAID_ASIDE = re.compile(rf",\s(?:[\w.’'-]+\s){{1,7}}{SAID},\s(?:(?:on|late|early)\s){{0,2}}$")
"""Whose word it is, between who did it and the day: "troops, police said, on Sunday fired"."""
_POSSESSIVE = frozenset({"'s ", "’s "})
BESIDE = 3
"""Characters of one, or between a date and the deed that it names."""
_ARTICLE = re.compile(r"\b(?:an?|the|this|that)\s+$")
GAP_WORDS = 2
"""Words between a day and the deed in front of which it stands."""
_IN_RETURN = re.compile(rf"{RETURN}\s(?:for|to)\s(?:the\s|an?\s|what\s)?(?:[\w’'-]+\s){{0,4}}$")
_AVENGES = Sought(
    rf"{RETURN}(?:[\"”’']?\s(?:attack|strike|killing|raid|bombing)s?)?[\"”’']?"
    r"\s(?:for|to|against)\s",
    re.IGNORECASE,
)
AVENGED_WITHIN = 160
"""Characters behind a deed in which stands what it answers."""
_SETTING = re.compile(
    r"\b(?:in|at|outside|inside|near|during|attend(?:ed|ing)|storm(?:ed|ing)|attack(?:ed|ing)|(?:fire)?bomb(?:ed|ing)|"
    r"raid(?:ed|ing)|burn(?:ed|t)|stoned|besieged|targeted|hit)\s+(?:an?|the|his|her|their)\s+(?:memorial\s+|funeral\s+)?\Z"
)
"""Before where a deed was: "stabbed in a court", "shot at a vigil", "stormed the court"."""
_UNDERGOES = re.compile(
    r"\b(?:on|at|into|among|to|against|kill(?:ed|ing)|shot|attack(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|stabbed|beat|hit)\s+"
    r"(?:[\w-]+\s+)?\Z"
)
"""Before people whom a deed befell: "opened fire on mourners"."""
_LAID_TO = late(
    r"\b(?:wanted|sought|hunted|suspected|accused|linked|tied|suspects?|gunm[ae]n|m[ae]n|wom[ae]n|teen(?:ager)?s?)\s+"
    r"(?:in|over|for|of|to|after|behind)\s+(?:connection\s+(?:with|to)\s+|a\s+string\s+of\s+|a\s+series\s+of\s+)?"
    r"(?:(?:an?|the|two|three|several|last\s+\w+['’]s)\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_THEN = late(
    r"\s(?:surrendered|appeared|pleaded|died|(?:turned|gave|handed|shot|killed|hanged)\s+(?:him|her|them)sel(?:f|ves)(?:\s+(?:in|up|over))?|"
    r"(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+|also\s+)?(?:arrested|caught|captured|detained|charged|found|held|identified|"
    r"apprehended|jailed|sentenced|named|released|shot|killed|taken\s+into\s+custody|nabbed|picked\s+up))\b"
    r"(?:\s+(?:to|by|in|at|near|on|of|the|a|an|dead|police|[A-Z]?[\w’'-]+)){0,8}?\s*(?:(?:on|late|early)\s+)*$"
)
"""What became of whom a deed is laid to, up to a date."""
_LABEL = re.compile(
    r"(?:\b(?:posted|updated?|published|modified|created|copyright)\s*(?:on|at)?\s*:?\s*|/)$",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[,:;()\[\]—–\n]|--")
_TOKEN = re.compile(r"[A-Za-z]+")


_WHOSE = re.compile(r"['’]s(?:\s[\w-]+){1,3}")
"""Behind a day, what was on it: "Saturday's mass shooting"."""


_PAPER = (
    r"(?:statements?|bulletins?|messages?|communiqu[eé]s?|letters?|videos?|broadcasts?|newsletters?|"
    r"editions?|briefings?|interviews?|speech|sermon|press\s+(?:release|conference))"
)
_PAPER_OF = re.compile(
    rf"\b(?:(?:in|by|through|via|to)\s(?:[\w’'-]+\s){{1,3}}{_PAPER}\s|{_PAPER}\s(?=(?:\w+\s)?(?:received|issued|released|"
    r"published|sent|obtained|read|aired|made|posted|given|carried|seen)\s))(?:(?:\w+\s)?(?:received|issued|released|published|sent|obtained|read|aired|made|posted|"
    r"given|carried|seen)\s(?:[\w’'-]+\s){0,4})?(?:(?:on|late|early)\s){0,2}$"
)
"""Before a day, what was told on it: "in a statement received here on Wednesday"."""
_OF_PAPER = re.compile(rf"\s(?:\w+\s)?{_PAPER}\b")
_IN_PAPER = re.compile(r"\b(?:in|by|through|via)\s(?:its|their|his|her|an?|the)\s(?:\w+\s)?$")
"""Behind and before it: "in its Thursday bulletin", unlike "at a Thursday briefing"."""


def is_aftermath(text: str, sentence: Span, when: When, trigger: Span) -> bool:
    """Tell whether the verb of a date tells of what came later: "appeared in court Monday".

    The nearest verb before it in its clause decides, without one the first behind it; the trigger
    itself is no aftermath, and what stands before the trigger has no say over a date behind it.
    """
    at = when.span
    assert at is not None
    if _LABEL.search(text[max(at.start - 20, 0) : at.start]):
        return True
    if (named := _WHOSE.match(text, at.end)) and DEED.search(named[0].lower()):
        return False  # "police said Saturday's shooting killed two"
    if _is_of_paper(text, max(sentence.start, at.start - REACH), at):
        return True
    clause = holding(text, sentence, at).span
    floor = trigger.start if clause.start <= trigger.start < at.start else clause.start
    floor = max(floor, at.start - REACH)
    own = _told_behind(text, floor, at, trigger) if when.precision == "day" else None
    if own is not None:
        floor = own
    ahead = list(_TOKEN.finditer(text, floor, at.start))[-GOVERNS_WITHIN:]
    for word in reversed(ahead):
        if word[0] in _REPORTED and _PASSIVE.search(text, floor, word.start()):
            return False
        if word[0] in _ROSE and _TOLL.search(text[clause.start : word.start()].lower()):
            return True
        if (found := _verdict(word, trigger)) is None:
            continue
        if _SETTING.search(text, max(floor, word.start() - SETTING_WITHIN), word.start()):
            continue
        if word[0] == "mourners" and _UNDERGOES.search(text, floor, word.start()):
            continue
        if not (_CHARGES.search(text, floor, word.end()) or _is_victim(text, word, trigger)):
            return found and not _is_of_a_crowd(text, word, trigger)
    if clause.start <= trigger.start < at.start:
        return False
    if _SETTING.search(text, max(clause.start, at.start - SETTING_WITHIN), at.start):
        return False  # "people attending a Sunday funeral died when"
    stop = _PAUSE.search(text, at.end, clause.end)
    behind = _TOKEN.finditer(text, at.end, stop.start() if stop else clause.end)
    for word in islice(behind, GOVERNS_WITHIN):
        if (found := _verdict(word, trigger)) is not None:
            return found
    return False


def _is_of_paper(text: str, start: int, at: Span) -> bool:
    """Tell whether a day is that of a statement: "in a message on Friday", "in its Friday note"."""
    if _PAPER_OF.search(text, start, at.start):
        return True
    return bool(_OF_PAPER.match(text, at.end) and _IN_PAPER.search(text, start, at.start))


def _told_behind(text: str, floor: int, at: Span, trigger: Span) -> int | None:
    """Return where what is said begins, for a date in it: "said that rebels on Sunday attacked"."""
    said = text[floor : at.start]
    behind = trigger is NOWHERE or trigger.start >= at.end
    if behind and (that := _THAT.search(said)):
        return floor + that.end()
    if not behind or trigger is NOWHERE:
        return None
    between = text[at.end : trigger.start].split()
    if len(between) <= GAP_WORDS and (aside := _SAID_ASIDE.search(said)):
        return floor + aside.end()
    subject = _SUBJECT.search(said) if len(between) <= GAP_WORDS else None
    return floor + subject.start("own") if subject else None


def _verdict(word: re.Match[str], trigger: Span) -> bool | None:
    if trigger.start <= word.start() < trigger.end:
        return False
    low = word[0].lower()
    if low in AFTERMATH:
        return None if word[0] == "Said" else True  # "at Port Said in May"
    return False if is_past(low) and low not in _NO_VERDICT else None


def _is_of_a_crowd(text: str, word: re.Match[str], trigger: Span) -> bool:
    """Tell whether those gather who are the deed: "protesters gathered in the square on Monday"."""
    return word[0].lower() in _ASSEMBLING and _CROWD.fullmatch(trigger.of(text)) is not None


def _is_victim(text: str, word: re.Match[str], trigger: Span) -> bool:
    """Tell whether a word of a court is whom or what a deed befell: "killed a judge on Monday"."""
    if word[0].lower() not in _OF_A_COURT or word.start() <= trigger.end or trigger is NOWHERE:
        return False
    return len(text[trigger.end : word.start()].split()) <= OBJECT_WORDS


def is_of_a_death(text: str, when: When, trigger: Span) -> bool:
    """Tell whether a date is that of a later death: "died on Monday, bringing to four the dead".

    Without a trigger only who died of wounds died later.
    """
    at = when.span
    if at is None:
        return False
    ahead = max((trigger.start if trigger is not NOWHERE else at.start) - REACH, 0)
    if _DIED_OF_IT.search(text, ahead, at.start) is not None:
        return True
    if _DIED_IN_CARE.search(text, ahead, at.start) and _BRINGS_TO.search(
        text, at.end, at.end + REACH
    ):
        return True
    behind = at.end <= trigger.start and _BRINGS_TO.search(text, at.end, trigger.start)
    return behind is not None and behind is not False


def is_of_participle(text: str, when: When, trigger: Span, published: date | None) -> bool:
    """Tell whether an older date is that of what a noun was before: "the base taken on 9 May".

    Or of what is told of it: "families who came in 2019". A recent one may be either's: "a house
    raided by soldiers on Monday".
    """
    at = when.span
    if at is None or when.last is None or published is None or at.start < trigger.end:
        return False
    # "Pushed aside the wall that villagers had piled up in July."
    if when.precision != "day" and _HAD_BEEN.search(text, trigger.end, at.start):
        return True
    if (published - when.last).days <= DAYS_OF_WEEK:
        return False
    if (told := _RELATIVE.search(text, trigger.end, at.start)) is not None:
        return any(map(is_told, told["told"].split()))
    found = _PARTICIPLE.search(text, trigger.end, at.start)
    if found is None or not _NO_NOUN.isdisjoint(found.group("noun", "done")):
        return False
    return is_told(found["done"])


def is_of_another(text: str, when: When, trigger: Span, rivals: Sequence[Span]) -> bool:
    """Tell whether a date is part of the name of another deed: "held over a February attack"."""
    at = when.span
    if at is None or all(rival.start <= at.end for rival in rivals if rival != trigger):
        return False
    beside = (r.start for r in rivals if r != trigger and at.end <= r.start <= at.end + BESIDE)
    between = {text[at.end : start] for start in beside}
    article = _ARTICLE.search(text, max(at.start - SETTING_WITHIN, 0), at.start) is not None
    return not between.isdisjoint(_POSSESSIVE) or (article and " " in between)


def is_of_reaction(
    text: str, when: When, sentence: Span, clause: Span, trigger: Span, published: date | None
) -> bool:
    """Tell whether a date says when somebody reacted: "condemned on Monday the killing of …".

    A day to come is that of the reaction wherever it stands before: what was done has none.
    """
    at = when.span
    if at is not None and clause.covers(at):
        if trigger.end <= at.start:
            return is_held_then(text[clause.start : trigger.start], text[trigger.end : at.start])
        if is_resented_then(text[clause.start : at.start], text[at.end : trigger.start]):
            return True
    ahead = published is not None and when.first is not None and when.first > published
    start = sentence.start if ahead else clause.start
    if at is None or not start <= at.start < trigger.start:
        return False
    before = text[start : trigger.start].lower()
    object_ = object_of_reaction(before, text[trigger.start : clause.end].lower())
    return object_ is not None and at.end <= start + object_


def is_of_a_suspect(text: str, when: When, trigger: Span) -> bool:
    """Tell whether a date behind a deed is of what became of whom it is laid to.

    "A man sought over a stabbing surrendered on Tuesday": he stabbed nobody on it.
    """
    at = when.span
    if at is None or at.start < trigger.end or trigger is NOWHERE:
        return False
    if not _LAID_TO.search(text, max(trigger.start - REACH, 0), trigger.start):
        return False
    between = text[trigger.end : at.start]
    return len(between) <= REACH and _THEN.search(between) is not None


def is_of_what_is_avenged(text: str, when: When, trigger: Span) -> bool:
    """Tell whether a date behind a deed is of what it answered: "in revenge for Monday"."""
    at = when.span
    if at is None or at.start < trigger.end:
        return False
    return _IN_RETURN.search(text, max(at.start - REACH, 0), at.start) is not None


def avenged(text: str, sentence: Span, trigger: Span) -> int | None:
    """Return where begins what a deed answers: "a revenge attack for strikes in Galdor"."""
    until = min(sentence.end, trigger.end + AVENGED_WITHIN)
    found = _AVENGES.search(text, trigger.end, until)
    return found.end() if found is not None else None


def is_of_a_rank(text: str, sentence: Span, when: When) -> bool:
    """Tell whether a date only says among what a deed is ranked: "worst since May".

    Or "the third this year", told of Monday.
    """
    at = when.span
    if at is None:
        return False
    if _OUTDONE.search(text, sentence.start, at.start) is not None:
        return True
    running = at.of(text).lower().split() in _RUNNING
    return running and _RANKED.search(text, sentence.start, at.start) is not None


def is_of_saying(text: str, when: When) -> bool:
    """Tell whether a date only says when something was told: "…, police said on Sunday"."""
    at = when.span
    return at is not None and _SAID_ON.search(text, max(at.start - REACH, 0), at.start) is not None

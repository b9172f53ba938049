"""Tell whether words name one incident, or only the sort: "murders rose", "bandits often kill".

A finite past verb asserts a deed. Bare plurals, gerunds, infinitives and perfect tenses do so only
with a day, a place, a count or a verb of occurrence beside them. In 1,500 wire reports a bare
plural without a day named an incident of the gold once in six, a finite verb with a day and a
place every other time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from geo.events import forms, generics, habits, notes
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
from geo.language.clauses import holding, is_told
from geo.language.late import late
from geo.language.sought import Sought
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
    """What a clause gives besides the trigger: its own day, its own place, how many people.

    ``own_day`` tells whether the day may be that of a noun, and not only of what is said of it.
    """

    dated: bool
    placed: bool
    counted: bool
    own_day: bool = True

    def __len__(self) -> int:
        return self.dated + self.placed + self.counted


@dataclass(frozen=True, slots=True)
class _Words:
    always: Search
    unless_dated: Search
    standing: Sought
    kinds_of: re.Pattern[str]
    occurs: re.Pattern[str]
    brings: re.Pattern[str]


@cache
def _words() -> _Words:
    general = table()["general"]
    return _Words(
        always=search_for(_each(general["always"])),
        unless_dated=search_for(_each(general["unless_dated"])),
        standing=Sought("|".join(general["standing"])),
        kinds_of=re.compile(rf"{_ways(general['kinds_of'])}\s+(?:[\w-]+\s+){{0,2}}$"),
        brings=re.compile(rf"{_ways(general['brings'])}\s+(?:[\w-]+\s+){{0,3}}$"),
        occurs=re.compile(rf"\s*(?:[\w’'-]+\s+){{0,5}}?{_ways(general['occurs'])}"),
    )


def _ways(rows: Sequence[str]) -> str:
    return rf"\b(?:{'|'.join(rows)})\b"


def _each(rows: Sequence[str]) -> list[str]:
    return [_ways([row]) for row in rows]


_THE_WORD = Sought(
    r"\b(?:words?|terms?|phrases?|labels?|expressions?|slogans?|nicknamed?|dubbed|codenamed)\s+"
    r"(?:was\s+|were\s+|like\s+)?[\"“‘'](?:\w+\s+){0,2}$"
)
"""Before what is only a word: "declined to use the term 'blockade'"."""
_ANY = re.compile(
    r"(?<!\bin\s)(?<!\bwithout\s)\bany\s+(?:(?:new|such|further|other|possible|armed)\s+)?$"
)
"""Before a deed of which there may be one: "any attack would be met with force"."""
_SAID = {Status.THREATENED, Status.DENIED}
"""Of one deed or of a sort: a threat and a denial are marked as such in any case."""
_UNSURE = {Status.ATTEMPTED, Status.ALLEGED}
_VICTIM = re.compile(
    r"\s+(?:(?:an?|his|her|their|its|the|two|three|four|five|six|\d+|him|her)\b|[A-Z][a-z])"
)
_HEADED = late(
    r"(?!opinion|analysis|editorial|comment|explainer|letter)[\w’'. ]{2,40}?(?::|\s[-–—|])\s"
    r"(?!(?:why|how|what|when|who|where|do|does|can|should|will)\b)",
    re.IGNORECASE,
)
"""How a headline opens that says whose news it is: "Kaduna: gunmen attack a market"."""
_IN_HEADLINE = Sought(r"\b(?:in|after|of|over|for|from|following)\s+(?:[\w’'.-]+\s+){0,3}$")
_ENDS_OR_OF = re.compile(r"\s*(?:$|[,;:]|(?:of|in|at|on|near|outside)\b)")
_BODY_FOUND = re.compile(
    r"\s(?:and\s\w+\s)?(?:bod(?:y|ies)|corpses?|remains|torsos?)\b[^.;]{0,60}?\b"
    r"(?:found|discovered|recovered|dumped|retrieved|spotted|fished|pulled)\b"
)
_CAUSES = frozenset({"after", "because", "since", "when", "as", "following"})
"""What opens the clause of a deed, which the rest of its sentence only came of."""
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
    if why is None and not dated:
        why = _by_rule(text, said, trigger, counted=counted)
    if why is None and (status is Status.ATTEMPTED or trigger.kind.name == "coup"):
        why = habits.aim(text, sentence, trigger)
    if why is None and not (status in _UNSURE and _VICTIM.match(text, trigger.span.end)):
        why = _by_form(sentence.of(text).lower(), sentence.start, trigger, evidence)
        if why is not None and _is_told_now(text, sentence, trigger, evidence, why):
            why = None
    return f"{GENERAL}: {why}" if why else None


def _by_rule(text: str, sentence: Span, trigger: Trigger, *, counted: bool) -> str | None:
    """Return why a sentence without a day tells what is so in general."""
    said = sentence.of(text).lower()
    at = trigger.span.start - sentence.start, trigger.span.end - sentence.start
    why = generics.generic(said, *at, trigger)
    brief = len(text) < generics.ARTICLE or said.rstrip()[-1:] not in _STOPS
    if why or counted or brief or trigger.kind.family == CROWD:
        return why
    return generics.custom(said, *at, trigger)


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
    clause = holding(text, sentence, trigger.span)
    own = clause.span
    # "Bookings fell by a tenth after gunmen shot a guest on Monday": the cause is one deed.
    past = any(map(is_told, trigger.span.of(text).lower().split()))
    alone = evidence.dated and past and clause.opener in _CAUSES
    always, unless_dated = _general(own.of(text).lower() if alone else said)
    if found := always or ("" if evidence.dated else unless_dated):
        return f"'{found}'"
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
    form = forms.form(said[start:end], before, behind, noun=trigger.noun and not acts)
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
        return len(evidence) > 1 and evidence.own_day
    return bool(
        (evidence.dated and evidence.own_day)
        or evidence.counted
        or (evidence.placed and (crowd or form != "a bare plural"))
    )


def comes_about(before: str, behind: str) -> bool:
    """Tell whether the words around a noun say that it came about: "clashes broke out".

    Examples
    --------
    >>> comes_about("", " broke out at dawn"), comes_about("they condemned the ", " of civilians")
    (True, False)
    """
    words = _words()
    told = words.brings.search(before[-BEFORE_REACH:]) or words.occurs.match(behind)
    return bool(told or _BETWEEN.match(behind))


def too_many(counts: Mapping[str, Count], said: str) -> str | None:
    """Return why a toll is that of a war and not of an incident: in thousands, or of a strife."""
    killed = counts.get("killed")
    if killed is None or not is_toll_of_war(killed.minimum, said):
        return None
    return f"{GENERAL}: the toll of a war"


_MAY_BE_VERBS = {"a bare present", "a bare noun", "a bare plural", "a noun", "a mass noun"}
_BETWEEN = late(
    r"^\s+(?:between|by)\s+(?:(?!(?:that|which|who|when|after|as|if|would|could|will|may)\b)[\w’'()/-]+\s+){1,12}?"
    r"(?=(?:were|was|have\s+been)\s+(?:also\s+|again\s+)?reported\b|broke\s+out\b|erupted\b|continued\b|resulted\b|took\s+place\b)"
)
"""Between whom, before it is said that it came about: "clashes between the two were reported"."""

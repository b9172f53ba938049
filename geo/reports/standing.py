"""How far a deed came about, and whether it is news or history, by its words and its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.events import courtrooms
from geo.events.factuality import status
from geo.events.fictions import of_fiction
from geo.events.grievances import CROWD, grievance, is_fronted, without_grievance
from geo.events.history import is_background, is_remembered, is_sum
from geo.events.levels import is_main
from geo.events.prospects import is_managed
from geo.events.struggles import FOUGHT, is_standing
from geo.events.verdicts import of_convict
from geo.language.clauses import holding, is_past, is_told
from geo.language.late import late
from geo.language.sought import Sought
from geo.language.telling import SAID
from geo.lexicon import Trigger
from geo.linking.filings import is_dateline
from geo.linking.newsday import is_uncounted
from geo.linking.scenes import Sentence
from geo.model import Article, Span, Status, When
from geo.temporal.presupposition import object_of_reaction

__all__ = ["history", "how_far", "is_own_day", "is_recent", "without_grievances"]

OF_THE_NEWS_DAYS = 14
"""Days before the news within which a deed that somebody is held for may be the news itself."""
_BEGAN = re.compile(
    r"(?:\s+in\s+(?:[\w-]+\s?){1,3})?\s+(?:began|started|erupted|broke\s+out|were\s+sparked|was\s+sparked)\s+"
    r"(?:after|when|following|in|by|on)\b"
)
"""Behind what goes on since an older day: "protests began after a roof fell in on 1 November"."""
_ASIDE = Sought(
    r"\b(?:who|which|whose|since|until)\b|"
    r"\b(?:signed|passed|adopted|approved|agreed|issued|announced|ordered|published|of)\s+(?:(?:on|in|last|earlier)\s+)?(?:the\s+)?$"
)
"""Between them, what only dates something else: "after a truce signed on 1 May fell apart"."""
_AGAINST_WHOM = late(
    r"(?:against|over)\s+(?:the|its|their|his|her)\s+(?:[\w-]+\s+)?(?:courts?|governments?|regime|junta|president|ministers?|"
    r"mayor|governor|council|parliament|company|mine|dam|police|army|tax(?:es)?|prices?|cuts)\s+(?:(?:in|on|early|late)\s+){0,2}",
    re.IGNORECASE,
)
"""Between a protest and its day, whom it is against: "marched against the court in April"."""
_GOES_ON = Sought(r"\b(?:and|but|then)\s+(?:(?:then|also|later|instead)\s+)?$")
_IS_HELD = re.compile(
    r"\s+(?:demonstration\s+|rally\s+|march\s+)?(?:held|staged|organi[sz]ed|conducted|taken\s+out)\b"
)
"""Behind a protest that came about."""
_DEMANDED = Sought(r"\b(?:demand|call|ask|urg|appeal)(?:ed|ing)?\b")
_MODAL = re.compile(
    r"\b(?:will|would|could|may|might|should|must|plan\w*|to\s+(?:join|hold|stage))\b"
)
_DURING = Sought(r"\b(?:during|at|in)\s+(?:an?|the|their|its)\s+(?:[\w-]+\s+){0,2}$")
"""Before one at which something was demanded."""
_RIGHT_BEHIND = 12
"""Characters between a trigger and the date that is its own: " in early "."""
_STILL_AHEAD = Sought(r"\b(?:will|may|might|shall|notice\s+of|expect(?:s|ed|ing)?)\b")
"""What no date makes past: "may strike in October" is of the October that comes."""
_YEARS_BACK = Sought(
    r"\b(?:last|previous)\s+(?:year|decade|century)\b|\b(?:years|decades?|centur(?:y|ies)|generations?)\s+ago\b|"
    r"\b(?:1[2-9]|[2-9]\d)\s+months\s+ago\b",
    re.IGNORECASE,
)
"""Phrases that are history even while nobody knows when they were written."""
_TO_COME = Sought(
    r"\b(?:(?:will|shall|must|should)\s+(?:\w+ly\s+|soon\s+|also\s+)?|"
    r"(?:is|are|was|were)\s+(?:\w+ly\s+|soon\s+|later\s+|then\s+|also\s+)?to\s+)be\s"
)
"""In a deed told as a whole, what makes a plan of it: "the men will be handed over to"."""
_IS_CALLED = Sought(r"\b(?:was|were|been)\s+(?:\w+ly\s+)?called\s+for$")
_IS_TOLD_ANEW = Sought(
    rf"\b(?:saying|and\s+{SAID})\s+(?:that\s+)?(?:(?!(?:to|not|would|will|should|must)\b)[\w’'-]+\s+){{0,5}}$"
)
"""Behind a demand, what is told and not demanded: "urged calm and said that a hunt was on"."""
_ANOTHER_VERB = Sought(r"\b(?:was|were|is|are|has|have|had|will)\b")
"""Between a deed and a day, what has that day instead: "those shot by police were mourned on"."""
_LAST_WORD = re.compile(r"([\w’'-]+)\s+$")
LONGEST_WORD = 40
"""Characters in which the word before a phrase stands."""
_REAL = {Status.OCCURRED, Status.ONGOING, Status.ENDED}


def how_far(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    when: When,
) -> Status:
    """Return how far a deed came about: by its own words, its date, and demands before it."""
    found = status(article.text, sentence.span, trigger.span, trigger.verb)
    to_come = _TO_COME.search(trigger.span.of(article.text)) is not None
    if found not in _REAL and trigger.whole and not to_come:
        # "Was not let in", "were forced to strip": only what stands before all of it has a say.
        first = trigger.span.of(article.text).split()[0]
        start = trigger.span.start
        found = status(article.text, sentence.span, Span(start, start + len(first)))
    if _is_past(article, trigger, when) and not _is_still_ahead(article, sentence, trigger):
        return Status.OCCURRED if found in {Status.PLANNED, Status.THREATENED} else found
    ahead = article.published is not None and when.first and when.first > article.published
    if found is Status.PLANNED and _is_held(article.text, sentence, trigger):
        found = Status.OCCURRED
    wanted = found in _REAL and (ahead or _is_wanted(article, sentence, trigger, triggers))
    return Status.PLANNED if wanted else found


def _is_past(article: Article, trigger: Trigger, when: When) -> bool:
    """Tell whether a past date right behind makes a fact of it: "roadblocks set up in July"."""
    if when.span is None or when.last is None or article.published is None:
        return False
    close = 0 <= when.span.start - trigger.span.end <= _RIGHT_BEHIND
    # "Police warned of attacks on Tuesday": the day may be that of the warning.
    said = trigger.span.of(article.text).lower().split()
    numbered = any(map(str.isdigit, when.span.of(article.text)))
    own = any(map(is_told, said)) or when.precision != "day" or numbered
    return close and own and when.last < article.published


def _is_still_ahead(article: Article, sentence: Sentence, trigger: Trigger) -> bool:
    own = holding(article.text, sentence.span, trigger.span).span
    return _STILL_AHEAD.search(article.text, own.start, trigger.span.end) is not None


def _is_wanted(
    article: Article, sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger]
) -> bool:
    """Tell whether a demand or threat before it in its clause only speaks of a deed."""
    own = holding(article.text, sentence.span, trigger.span).span
    before = article.text[own.start : trigger.span.start].lower()
    # "Vowed to avenge the shelling": what was vowed is the revenge.
    if object_of_reaction(before, article.text[trigger.span.start : own.end].lower()) is not None:
        return False
    if is_managed(before) or _IS_TOLD_ANEW.search(before):
        return False
    if _is_held(article.text, sentence, trigger):
        return False
    verb = trigger.span.start if trigger.verb is None else trigger.verb
    # "Vowing to fight on, rebels shelled the town": the main verb is under no vow.
    if is_main(article.text[own.start : verb].lower(), article.text[verb : own.end].lower()):
        return False
    # "Rejected a truce and shelled the town": the second deed is as real as the first.
    if _GOES_ON.search(before) and is_past(trigger.span.of(article.text).split()[0].lower()):
        return False
    return any(
        other.kind.scopes
        and own.start <= other.span.start < trigger.span.start
        # "Police were called for a man with a gun": nobody wants him.
        and not _IS_CALLED.search(article.text, own.start, other.span.end)
        for other in triggers
    )


def _is_held(text: str, sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a protest came about, at which something was only demanded.

    "Demanded a vote in a protest held in the square": they met, whatever they want.
    """
    if trigger.kind.family != CROWD:
        return False
    own = holding(text, sentence.span, trigger.span).span
    before = text[own.start : trigger.span.start].lower()
    if _DEMANDED.search(before) is None or _MODAL.search(before):
        return False
    return bool(_IS_HELD.match(text, trigger.span.end) or _DURING.search(before))


def _is_of_beginning(text: str, trigger: Trigger, when: When) -> bool:
    """Tell whether a date is that of what a deed began after, and no aside's."""
    if when.span is None or when.span.start < trigger.span.end:
        return False
    return _ASIDE.search(text, trigger.span.end, when.span.start) is None


def _is_older(article: Article, when: When) -> bool:
    """Tell whether a day lies well before the news."""
    if article.published is None or when.last is None:
        return False
    return (article.published - when.last).days > OF_THE_NEWS_DAYS


_RECALLS = frozenset({"since", "when", "after", "before", "until"})
"""What opens a clause that only looks back at a protest."""


def without_grievances(article: Article, sentence: Sentence, trigger: Trigger) -> Sentence:
    """Return a sentence without the older days that only date what a protest is about."""
    if trigger.kind.family != CROWD or not sentence.whens:
        return sentence
    text, whole, at = article.text, sentence.span, trigger.span
    own = holding(text, whole, at)
    if own.aside or own.opener in _RECALLS:
        return sentence  # "whose drivers went on strike over pay in 2023": when they did
    about = grievance(text, whole, at)
    kept = tuple(
        w
        for w in sentence.whens
        if w.span is None
        or w.precision == "day"
        or not _is_older(article, w)
        or not (
            (about is not None and w.span.start >= about.start and not _of_march(text, about, w))
            or is_fronted(text, whole, at, w.span)
        )
    )
    return sentence if len(kept) == len(sentence.whens) else replace(sentence, whens=kept)


def _of_march(text: str, about: Span, when: When) -> bool:
    """Tell whether a date behind those whom a protest is against is that of the protest."""
    return when.span is not None and bool(
        _AGAINST_WHOM.fullmatch(text, about.start, when.span.start)
    )


def _is_years_back(text: str, phrase: Span, trigger: Trigger) -> bool:
    """Tell whether a deed was last year; "dissolved last year" dates only what was dissolved."""
    if _YEARS_BACK.search(phrase.of(text)) is None:
        return False
    before = _LAST_WORD.search(text, max(phrase.start - LONGEST_WORD, 0), phrase.start)
    if before is None:
        return True
    own = trigger.span.start < before.end(1) <= trigger.span.end
    return own or not is_told(before[1].lower())


def is_recent(article: Article, when: When) -> bool:
    """Tell whether a date is a day of the news, or a day of which nobody can tell."""
    if when.last is None or when.first is None or when.type not in {"DATE", "TIME"}:
        return False
    if is_dateline(article.text, when):
        return False
    return not _is_older(article, when) and (when.last - when.first).days <= 1


def is_own_day(article: Article, sentence: Sentence, trigger: Trigger, when: When) -> bool:
    """Tell whether a day of the news stands in the clause of a trigger itself.

    "Laid flowers on Monday where soldiers opened fire": that is the day of the flowers.
    """
    own = holding(article.text, sentence.span, trigger.span)
    if when.span is None or not is_recent(article, when):
        return False
    # "Since Monday, when drivers blocked the road": the clause says what was on that day.
    heads = own.opener == "when" and not article.text[when.span.end : own.span.start].strip(" ,")
    if not (own.span.covers(when.span) or (heads and when.span.end <= own.span.start)):
        return False
    between = article.text[when.span.end : trigger.span.start]
    some = article.text[: when.span.start].endswith((" a ", " one "))  # "on a Saturday afternoon"
    return " where " not in between and not (some or is_uncounted(when.span.of(article.text), when))


def _is_dated_behind(article: Article, trigger: Trigger, when: When) -> bool:
    """Tell whether a day of the news is right behind a deed: "who were shot in Loja on Sunday"."""
    if when.span is None or when.span.start < trigger.span.end or not is_recent(article, when):
        return False
    return _ANOTHER_VERB.search(article.text, trigger.span.end, when.span.start) is None


def history(
    article: Article, sentence: Sentence, trigger: Trigger, when: When, *, dated: bool
) -> str | None:
    """Return why a trigger tells history: its date is old, or its words say so."""
    own = holding(article.text, sentence.span, trigger.span)
    said = Span(sentence.span.start, own.span.end)
    if trigger.kind.family == CROWD:
        said = without_grievance(article.text, said, trigger.span)
    old = is_background(article.text, said, when, article.published) if when.last else None
    old = old or is_remembered(article.text, said, trigger.span)
    news = dated and _is_dated_behind(article, trigger, when)
    old = old or of_fiction(article.text, sentence.span, trigger.span, of_news=news)
    old = old or of_convict(article.text, sentence.span, trigger.span, when)
    if old is None and trigger.kind.family in courtrooms.FAMILIES:
        own_day = when if dated else None
        old = courtrooms.of_court(article.text, sentence.span, trigger.span, own_day)
    old = old or is_sum(
        article.text, sentence.span, trigger.span, sentence.whens, article.published
    )
    if old is None and trigger.kind.name in FOUGHT:
        old = is_standing(article.text, sentence.span, trigger.span)
    goes_on = when.last is not None and when.last == article.published
    if old is None and not goes_on and _BEGAN.match(article.text, trigger.span.end):
        begun = [w for w in sentence.whens if w.span and _is_of_beginning(article.text, trigger, w)]
        if begun and all(_is_older(article, w) for w in begun):
            return f"what began long before: {begun[0].basis}"
    if old is None and own.suspicion and _is_older(article, when):
        return "an older deed that somebody is suspected of"
    if old is None and when.span is not None and _is_years_back(article.text, when.span, trigger):
        return f"told as history: '{when.span.of(article.text)}'"
    if old is not None or dated:
        return old
    return is_background(article.text, said, None, article.published, trigger=trigger.span)

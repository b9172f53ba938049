"""Bind a trigger to its own day, or to what can be said of it, in words.

In the clause; in the sentence; carried from the sentence before; the day that the article speaks
of; else some days up to publication; without that, unknown. A date belongs to the verb it stands
with: the day of a hearing, an announcement or a vigil is not that of the deed behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from geo.events.history import is_of_years, long_before
from geo.language.almanac import MONTHS, WEEKDAYS, alternatives
from geo.language.clauses import Clause, holding, is_past, split
from geo.language.late import late
from geo.language.sought import Sought
from geo.language.telling import SAID
from geo.language.text import behind_last
from geo.linking import answers, lasting
from geo.linking.aftermath import (
    NOWHERE,
    is_aftermath,
    is_of_a_death,
    is_of_a_rank,
    is_of_a_suspect,
    is_of_another,
    is_of_participle,
    is_of_reaction,
    is_of_saying,
    is_of_what_is_avenged,
)
from geo.linking.effects import (
    CARRIED,
    SAID_WITHIN_DAYS,
    a_year_back,
    ahead,
    before,
    beside,
    carried,
    cause_of,
    is_ahead,
    is_done,
    nearest,
    reported,
    said_of,
    stepped,
    until,
)
from geo.linking.filings import is_dateline
from geo.linking.occasions import is_festive, is_within, of_its_name
from geo.linking.pluperfects import had_been, had_come, is_before_it
from geo.linking.reduced import is_of_reduced
from geo.linking.scenes import Scene, Sentence
from geo.model import Article, Span, When

__all__ = ["bind_when", "dates_a_deed", "says_a_day", "sets_the_day"]

NEWS_DAY = "the day the report speaks of"
DATES_AROUND = 8  # dates of a sentence before and behind a trigger that may be its own
_NAMES_A_DAY = late(
    rf"(?<!mid)(?<!in the )day|tomorrow|(?<!mid)night|[0-9]/|[0-9]{{4}}-|"
    r"(?:this|that|yesterday|next|last|previous|following|same)\s+(?:early\s+|late\s+)?"
    r"(?:morning|evening|afternoon|dawn)"
    rf"|\b{alternatives(MONTHS)}\b",
    re.IGNORECASE,
)
_MISSING_SINCE = Sought(
    r"\b(?:missing|unheard|seen|held|detained|away)\s+(?:\w+\s+)?since\s+(?:last\s+)?$"
)
_UP_TO = Sought(r"\b(?:till|until|up\s+to|through)\s+(?:the\s+|at\s+least\s+|next\s+)?$")
UP_TO_WITHIN = 24
"""Characters before a day in which "until" stands."""
_BORN = Sought(r"\b(?:born|built|founded|opened)\s+(?:in|on)\s+(?:the\s+year\s+)?$")
BORN_WITHIN = 24
"""Characters before a year in which "born in" stands."""
_OF_A_VOTE = re.compile(
    r"\s+(?:(?:general|presidential|parliamentary|local|municipal|regional|legislative|snap|run-?off)\s+)?"
    r"(?:elections?|vote|polls?|ballot|referendum|deadline|agreement|accord|truce|ceasefire|summit|budget|coup)\b"
)
_VOTE_ON = Sought(
    r"\b(?:elections?|vote|polls?|ballot|referendum|run-?off|deadline|summit|anniversary)\s+(?:on|of|in)\s+$"
)
VOTE_WITHIN = 32
"""Characters before a day in which "the election on" stands."""
_EARLIER = Sought(
    r"\b(?:previous|previously|(?<!hours )(?<!hour )(?<!minutes )earlier(?!\s+than))\b"
)
_SPOKEN = re.compile(rf"\b{SAID}\b")
# And what is told of it behind "that": "two days after a battle at a church that left five dead".
_LED_TO = Sought(
    r"\bover\s+(?:the\s+|an?\s+)(?:[\w-]+\s+){0,2}$|"
    r"\b(?:after|following)\s+(?:an?|the)\s+(?:[\w’'-]+\s+){1,14}?(?:that|which)\s+(?:\w+\s+)?$"
)
# "the 2008 declaration": the year dates the declaration, not what else the sentence tells.
_YEAR_OF_NOUN = re.compile(
    r"\s+(?!(?:and|or|when|after|before|as|but|in|at|by|to|the|a|an|for|with|during|that|who|on)\b)"
    r"[a-z]+"
)
_DUE = Sought(
    r"\b(?:to\s+be\s+\w+|scheduled|slated|due|planned)\s+(?:to\s+\w+\s+)?(?:on|for|in)\s+(?:early\s+|late\s+|next\s+)?$"
)
_TELLS_OF_IT = frozenset({"when", "that", "which"})
"""How a clause opens that tells of the day, or of the deed of the day, in front of it."""
DUE_WITHIN = 40
"""Characters before a day in which "to be held on" stands."""
_SINCE_DAY = late(
    rf"since\s+(?:(?:early|late|last|on)\s+)*(?:{alternatives([*WEEKDAYS, *MONTHS])}|yesterday|\d)",
    re.IGNORECASE,
)
_IN_YEAR = Sought(r"\b(?:in|since|by|until|during|early|late)\s+$", re.IGNORECASE)


def bind_when(
    article: Article,
    sentence: Sentence,
    trigger: Span,
    scene: Scene,
    rivals: Sequence[Span] = (),
) -> tuple[When, bool]:
    """Return the date of what a trigger tells of, and whether the sentence itself gives it.

    ``rivals`` are the other triggers of the sentence: a date right behind one of them is its own.
    """
    text = article.text
    own = holding(text, sentence.span, trigger)
    verb = holding(text, sentence.span, Span(trigger.end - 1, trigger.end))
    if verb.aside or (own.aside and own.span.end < trigger.end):
        # "Soldiers who had been held since Sunday were freed on Thursday": the last verb tells,
        # and so it does of what "men who had rioted" did before.
        own = verb
    near = [
        a_year_back(article, w, trigger) if w.span and own.span.covers(w.span) else w
        for w in _near(sentence.whens, trigger)
    ]
    said = _with_since(text, sentence, own)
    here = [w for w in near if w.span is not None and said.covers(w.span)]
    long = lasting.stretch(text, said, here, scene.news_day, article.published, trigger)
    if long is not None:
        return long, True
    if (day := of_its_name(text, near, trigger)) is not None:
        return day, True
    told = _of_deeds(article, sentence, near, trigger, rivals)
    reacted = [w for w in told if _is_of_reaction(article, sentence, own, w, trigger)]
    dated = [
        w for w in told if w not in reacted and not is_aftermath(text, sentence.span, w, trigger)
    ]
    reach = said if own.aside else own.span  # "who had been held since Sunday"
    inside = [w for w in dated if w.span and reach.covers(w.span)]
    if (day := _of_clause(text, own, near, inside, trigger, rivals)) is not None:
        return day, True
    others = [w for w in dated if w.span and not _apart(text, sentence, w.span)]
    return _of_sentence(article, sentence, own, trigger, scene, (told, reacted, others), rivals)


def _of_deeds(
    article: Article,
    sentence: Sentence,
    near: Sequence[When],
    trigger: Span,
    rivals: Sequence[Span],
) -> list[When]:
    """Return the dates that may be those of a deed, and of no other noun, death or comparison."""
    text = article.text
    return [
        w
        for w in near
        if dates_a_deed(text, w, trigger)
        and not is_dateline(text, w)
        and not is_of_participle(text, w, trigger, article.published)
        and not is_of_reduced(text, sentence, w, trigger)
        and not is_of_a_death(text, w, trigger)
        and not is_of_another(text, w, trigger, rivals)
        and not is_of_what_is_avenged(text, w, trigger)
        and not is_of_a_rank(text, sentence.span, w)
        and not (len(near) > 1 and answers.is_of_a_crime(text, w, trigger))
        and not _is_of_what_is_due(text, w, trigger)
        and not (is_ahead(article, w) and is_done(text, trigger))
    ]


def _is_of_reaction(
    article: Article, sentence: Sentence, own: Clause, when: When, trigger: Span
) -> bool:
    text, published = article.text, article.published
    if is_of_a_suspect(text, when, trigger):
        return True
    return is_of_reaction(text, when, sentence.span, own.span, trigger, published)


def _of_clause(
    text: str,
    own: Clause,
    near: Sequence[When],
    inside: Sequence[When],
    trigger: Span,
    rivals: Sequence[Span],
) -> When | None:
    """Return the date that the clause of a deed gives it, known or not."""
    vague = [w for w in near if _is_open(w, own)]
    if inside and not (vague and all(map(is_of_years, inside))):
        return nearest(inside, trigger, rivals, text)
    if own.opener in _TELLS_OF_IT and (day := _heading(text, near, own)) is not None:
        return day
    return nearest(vague, trigger) if vague else None


def _of_sentence(
    article: Article,
    sentence: Sentence,
    own: Clause,
    trigger: Span,
    scene: Scene,
    dates: tuple[Sequence[When], Sequence[When], Sequence[When]],
    rivals: Sequence[Span],
) -> tuple[When, bool]:
    """Return what the rest of the sentence, or what stands before it, says of the day of a deed."""
    text = article.text
    told, reacted, others = dates
    laid = [w for w in reacted if is_of_a_suspect(text, w, trigger)]
    if laid and not others and _is_first_told(laid[-1], sentence, scene):
        return before(laid[-1], "before what became of whom it is laid to"), False
    behind = [w for w in others if w.span and w.span.start >= trigger.end]
    cause = own.cause or bool(_LED_TO.search(ahead(text, sentence, trigger)))
    if own.cause and (since := long_before(text, sentence.span, trigger)) is not None:
        return until(article.published, f"long before what is told: '{since}'"), False
    if cause and not (own.cause and behind):
        if (step := stepped(article, sentence, trigger, scene, told)) is not None:
            return step, True
        # A visit to come, "after the killing of two nuns", is nothing that the killing led to yet.
        effects = [w for w in told if not is_of_saying(text, w) and not is_ahead(article, w)]
        return cause_of(article, sentence, trigger, scene, effects), False
    if others and is_before_it(text, own):
        return before(nearest(others, trigger, rivals), "before what is told of that day"), False
    if others:
        return nearest(behind if cause else others, trigger, rivals), True
    if reacted and _is_first_told(reacted[-1], sentence, scene):
        return before(reacted[-1], "before somebody reacted to it"), False
    if not own.cause and (day := beside(article, sentence, trigger, scene)) is not None:
        return day, True
    return _undated(article, sentence, own, scene, told, trigger), False


def _is_first_told(reacted: When, sentence: Sentence, scene: Scene) -> bool:
    """Tell whether no day is known to which somebody reacts, but that on which he does."""
    known = carried(sentence, scene) or scene.news_day
    if known is None or known.first is None or reacted.first is None:
        return known is None
    return known.first >= reacted.first


def _is_of_what_is_due(text: str, when: When, trigger: Span) -> bool:
    """Tell whether a date is that of what is due: who is "to be tried on Monday" did it before."""
    if when.span is None or not any(map(is_past, trigger.of(text).lower().split())):
        return False
    start = max(when.span.start - DUE_WITHIN, 0)
    return _DUE.search(text, start, when.span.start) is not None


def _heading(text: str, whens: Sequence[When], own: Clause) -> When | None:
    """Return the date right in front of a clause: "since June, when five were killed"."""
    told = (w for w in whens if w.span is not None and w.last is not None)
    ahead = (w for w in told if w.span is not None and w.span.end <= own.span.start)
    return next((w for w in ahead if not text[w.span.end : own.span.start].strip(" ,")), None)  # type: ignore[union-attr]


def _near(whens: Sequence[When], trigger: Span) -> Sequence[When]:
    """Return the dates of a sentence around a trigger: a few, however many it has."""
    if len(whens) <= 2 * DATES_AROUND:
        return whens
    at = bisect_left(whens, trigger.start, key=lambda w: w.span.start if w.span else 0)
    return whens[max(at - DATES_AROUND, 0) : at + DATES_AROUND]


def _undated(
    article: Article,
    sentence: Sentence,
    own: Clause,
    scene: Scene,
    told: Sequence[When],
    trigger: Span,
) -> When:
    """Return what can be said of a deed whose sentence gives it no day."""
    text = article.text
    whole = _with_cause(text, sentence, own)
    said = whole.of(text).lower()
    # "Police said that two had been hurt" is not told of an earlier time than the saying.
    told_ahead = ahead(text, sentence, trigger)
    spoken = _SPOKEN.search(told_ahead, behind_last(".;:", told_ahead)) is not None
    taken = carried(sentence, scene)
    earlier = had_been(said, max(trigger.end - whole.start, 0))
    came = had_come(said)
    if (_EARLIER.search(said) and not came) or (
        taken is None and not told and not spoken and earlier and not came
    ):
        return until(article.published, "earlier than the report, not said when")
    day = taken or scene.news_day
    if day is not None and (answer := answers.day_of(article, sentence, trigger, day, told)):
        return answer
    if day is not None and came:
        return replace(day, basis=said_of("the day of what it led to", day))
    if taken is not None and not spoken and earlier:
        return before(taken, "before what the sentence before tells")
    if taken is not None:
        return replace(taken, basis=said_of(CARRIED, taken))
    told = [w for w in told if w.span is not None and not _apart(text, sentence, w.span)]
    after = nearest(told, trigger) if told else None
    news = scene.news_day
    if news is not None and not _is_later(news, after):
        return replace(news, basis=said_of(NEWS_DAY, news))
    if after is not None:
        return before(after, "before what is told of that day", SAID_WITHIN_DAYS)
    return reported(article.published)


def _is_later(news: When, other: When | None) -> bool:
    """Tell whether the day of the news is that of the dateline, and somebody spoke before it."""
    if other is None or other.last is None or news.first is None:
        return False
    return other.last < news.first


def _is_open(when: When, own: Clause) -> bool:
    """Tell whether a clause names a day that cannot be known: "30 February", undated "Tuesday"."""
    if when.span is None or when.last is not None or not own.span.covers(when.span):
        return False
    return when.type == "DATE" and not when.value.endswith("_REF")


def _with_since(text: str, sentence: Sentence, own: Clause) -> Span:
    """Return a clause with "since Monday" beside it, which the grammar takes for one of its own."""
    clauses = split(text, sentence.span)
    behind = [c for c in clauses if c.span.start == own.span.end and c.opener == "since"]
    opens = clauses[0].opener == "since" and clauses[0].span.end == own.span.start
    start = clauses[0].span.start if opens else own.span.start
    return Span(start, behind[0].span.end if behind else own.span.end)


def _with_cause(text: str, sentence: Sentence, own: Clause) -> Span:
    """Return a clause with the cause that follows it: "clashes broke out after earlier …"."""
    behind = [c for c in split(text, sentence.span) if c.span.start == own.span.end and c.cause]
    return Span(own.span.start, behind[0].span.end if behind else own.span.end)


def _apart(text: str, sentence: Sentence, at: Span) -> bool:
    """Tell whether a date belongs to something else: "who have been there since 1999"."""
    clause = holding(text, sentence.span, at)
    aside = clause.aside and not lasting.tells_beginning(clause.span.of(text))
    since = _SINCE_DAY.match(clause.span.of(text)) if clause.opener == "since" else None
    if since is not None:
        # "Hostages held since Friday were freed on Sunday" is one clause to the grammar.
        return aside or clause.suspicion or at.start < clause.span.start + since.end()
    return aside or clause.suspicion or clause.opener == "since"


def dates_a_deed(text: str, when: When, trigger: Span) -> bool:
    """Tell whether a phrase can date a trigger: a day or longer, and not part of another noun."""
    if when.last is None or when.span is None:
        return False
    if when.type not in {"DATE", "TIME"} and not is_within(text, when):
        return False
    if when.type == "TIME" and not says_a_day(when.span.of(text)):
        return False  # "around 10:30 p.m.": the hour of a day that is named elsewhere
    if lasting.counts_again(text, when):
        return False
    if _BORN.search(text, max(0, when.span.start - BORN_WITHIN), when.span.start):
        return False  # agencies of the east tell ages so: "a man born in 1969 was killed"
    if is_festive(text, when):
        return False  # "a car was driven into a Christmas market"
    ahead = text[max(0, when.span.start - VOTE_WITHIN) : when.span.start]
    if _OF_A_VOTE.match(text, when.span.end) or _VOTE_ON.search(ahead):
        return False  # "unrest over the disputed 9 October elections"
    # "Last year two nurses were kidnapped": only a number can stand before a noun of its own.
    number = when.precision == "year" and when.span.of(text)[-1].isdigit()
    bare = number and not _IN_YEAR.search(text[max(0, when.span.start - 12) : when.span.start])
    noun = _YEAR_OF_NOUN.match(text, when.span.end) if bare else None
    return noun is None or noun.end() >= trigger.start > when.span.start


def says_a_day(said: str) -> bool:
    """Tell whether words that name a time name its day as well.

    Examples
    --------
    >>> says_a_day("around 10 p.m. on Friday"), says_a_day("around 10 p.m.")
    (True, False)
    """
    return _NAMES_A_DAY.search(said) is not None


def sets_the_day(text: str, sentence: Sentence, when: When) -> bool:
    """Tell whether a date in a sentence without a deed is that of what follows: no court day.

    Nor is it the day up to which something lasts: "suspended till Tuesday".
    """
    before = max(sentence.span.start, when.span.start - UP_TO_WITHIN) if when.span else 0
    if when.span is not None and _UP_TO.search(text, before, when.span.start):
        return False
    # "The body of a girl missing since Saturday was found."
    if when.span is not None and _MISSING_SINCE.search(text, before, when.span.start):
        return False
    dates = dates_a_deed(text, when, sentence.span)
    return dates and not is_aftermath(text, sentence.span, when, NOWHERE)

"""Bind a trigger to its own day, or to what can be said of it, in words.

In the clause; in the sentence; carried from the sentence before; the day that the opening of the
article speaks of; else some days up to publication; without that, unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from geo.clauses import Clause, holding, split
from geo.model import Article, Span, When
from geo.scenes import Scene, Sentence

__all__ = ["bind_when", "dates_a_deed", "news_day"]

REPORTED_WITHIN_DAYS = 1
"""An undated report happened on the day of publication or the day before: true for 67 % of 5,988
US shootings reported in the press; the interval says so and is no invented day."""
CAUSE_WITHIN_DAYS = 7
"""What stands behind "after" happened before its effect; news keeps to about a week."""
NEWS_DAY_WITHIN_DAYS = 7
"""A date in the opening of an article is the day it speaks of, if it is this recent."""
OPENING_SENTENCES = 3
CARRIED = "carried from the sentence before"
NEWS_DAY = "the day the report speaks of"
_EARLIER = re.compile(r"\b(?:previous|previously|earlier)\b")
_PLUPERFECT = re.compile(r"\bhad\s+(?:been\s+)?\w+(?:ed|en|ung|uck|ot|ought|aught|one|it|ut)\b")
_LED_TO = re.compile(r"\bover\s+(?:the\s+|an?\s+)(?:[\w-]+\s+){0,2}$")
# "the 2008 declaration": the year dates the declaration, not what else the sentence tells.
_YEAR_OF_NOUN = re.compile(
    r"\s+(?!(?:and|or|when|after|before|as|but|in|at|by|to|the|a|an|for|with|during|that|who|on)\b)"
    r"[a-z]+"
)
_IN_YEAR = re.compile(r"\b(?:in|since|by|until|during|early|late)\s+$", re.IGNORECASE)


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
    dated = [w for w in sentence.whens if dates_a_deed(text, w, trigger)]
    inside = [w for w in dated if w.span and own.span.covers(w.span)]
    if inside:
        return _nearest(inside, trigger, rivals), True
    if vague := [w for w in sentence.whens if _is_open(w, own)]:
        return _nearest(vague, trigger), True
    others = [w for w in dated if w.span and not _apart(text, sentence, w.span)]
    cause = own.cause or bool(_LED_TO.search(text[sentence.span.start : trigger.start]))
    if cause:
        effect = _nearest(dated, trigger) if dated else _carried(sentence, scene)
        return _before(effect, "before what followed from it"), False
    if others:
        return _nearest(others, trigger, rivals), True
    said = _with_cause(text, sentence, own).of(text).lower()
    carried = _carried(sentence, scene)
    if _EARLIER.search(said) or (carried is None and _PLUPERFECT.search(said)):
        return _until(article.published, "earlier than the report, not said when"), False
    if carried is not None and _PLUPERFECT.search(said):
        return _before(carried, "before what the sentence before tells"), False
    if carried is not None:
        return replace(carried, basis=_said_of(CARRIED, carried)), False
    if scene.news_day is not None:
        return replace(scene.news_day, basis=_said_of(NEWS_DAY, scene.news_day)), False
    return _reported(article.published), False


def _is_open(when: When, own: Clause) -> bool:
    """Tell whether a clause names a day that cannot be known: "30 February", undated "Tuesday"."""
    if when.span is None or when.last is not None or not own.span.covers(when.span):
        return False
    return when.type == "DATE" and not when.value.endswith("_REF")


def _said_of(how: str, when: When) -> str:
    """Return the basis of a date taken over, however often it has been handed on."""
    told = when.basis.removeprefix(f"{CARRIED}: ")
    return f"{how}: {told}"


def _with_cause(text: str, sentence: Sentence, own: Clause) -> Span:
    """Return a clause with the cause that follows it: "clashes broke out after earlier …"."""
    behind = [c for c in split(text, sentence.span) if c.span.start == own.span.end and c.cause]
    return Span(own.span.start, behind[0].span.end if behind else own.span.end)


def _apart(text: str, sentence: Sentence, at: Span) -> bool:
    """Tell whether a date belongs to something else: "who have been there since 1999"."""
    clause = holding(text, sentence.span, at)
    return clause.aside or clause.opener == "since"


def dates_a_deed(text: str, when: When, trigger: Span) -> bool:
    """Tell whether a phrase can date a trigger: a day or longer, and not part of another noun."""
    if when.type not in {"DATE", "TIME"} or when.last is None or when.span is None:
        return False
    bare = when.precision == "year" and not _IN_YEAR.search(
        text[max(0, when.span.start - 12) : when.span.start]
    )
    noun = _YEAR_OF_NOUN.match(text, when.span.end) if bare else None
    return noun is None or noun.end() >= trigger.start > when.span.start


def _nearest(options: Sequence[When], trigger: Span, rivals: Sequence[Span] = ()) -> When:
    """Return the date nearest to a trigger; one behind it before one that another has taken."""
    behind = any(w.span is not None and w.span.start >= trigger.end for w in options)

    def rank(when: When) -> tuple[bool, int, int]:
        assert when.span is not None
        at = when.span
        before = at.end <= trigger.start
        taken = behind and before and any(rival.end <= at.start for rival in rivals)
        return taken, max(at.start - trigger.end, trigger.start - at.end, 0), at.start

    return min(options, key=rank)


def _carried(sentence: Sentence, scene: Scene) -> When | None:
    return scene.when if scene.when_paragraph == sentence.paragraph else None


def _before(effect: When | None, why: str) -> When:
    """Return the time shortly before an effect: the same month, or the days up to a day."""
    if effect is None or effect.last is None or effect.first is None:
        return When(None, None, "unknown", f"no date: {why}")
    if effect.precision in {"month", "year"}:
        return replace(effect, basis=f"{why}, within the same time: {effect.basis}", span=None)
    first = effect.first - timedelta(days=CAUSE_WITHIN_DAYS)
    basis = f"{why} ({effect.basis}), at most {CAUSE_WITHIN_DAYS} days"
    return When(first, effect.last, "range", basis)


def _until(published: date | None, why: str) -> When:
    told = f", published {published.isoformat()}" if published else ""
    return When(None, None, "unknown", why + told)


def _reported(published: date | None) -> When:
    if published is None:
        return When(None, None, "unknown", "no date in the text and no publication date")
    first = published - timedelta(days=REPORTED_WITHIN_DAYS)
    return When(
        first, published, "range", f"no date of its own; reported on {published.isoformat()}"
    )


def news_day(article: Article, sentences: Sequence[Sentence]) -> When | None:
    """Return the day that the opening of an article speaks of, if it is a recent one."""
    if article.published is None:
        return None
    for sentence in sentences[:OPENING_SENTENCES]:
        for when in sentence.whens:
            if when.precision != "day" or when.first is None or when.last != when.first:
                continue
            if 0 <= (article.published - when.first).days <= NEWS_DAY_WITHIN_DAYS:
                return when
    return None

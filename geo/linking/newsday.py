"""The day that an article speaks of, and whether it tells of a deed of the news at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from geo.events.verdicts import names_verdict
from geo.language.almanac import MONTHS, WEEKDAYS, alternatives
from geo.language.clauses import holding
from geo.language.late import late
from geo.language.names import fold
from geo.linking.aftermath import (
    DAYS_OF_WEEK,
    LEGAL,
    NOWHERE,
    REACH,
    is_aftermath,
    is_of_a_death,
)
from geo.linking.filings import is_dateline
from geo.linking.scenes import Sentence
from geo.linking.timing import says_a_day, sets_the_day
from geo.model import Article, Resolution, When
from geo.toponymy import headings

__all__ = [
    "OPENING_SENTENCES",
    "day_told_at",
    "deed_of_the_news",
    "is_uncounted",
    "news_day",
    "running_day",
]

NEWS_DAY_WITHIN_DAYS = 7
"""A date in the opening of an article is the day it speaks of, if it is this recent."""
FOLLOWED_UP_WITHIN_DAYS = 730
"""An article that opens with a court or an arrest may be about a deed this old."""
RECENT_DAYS = 31
"""Days before publication on which a deed is news, whatever else its article looks back at."""
OPENING_SENTENCES = 3
HALF_A_DAY = 12
"""Hours between two entries that are those of an evening and of the next morning."""
STAMP_WITHIN = 60  # characters
# "Situation as of 08:00, 18 February": what happened was before.
# "Posted Dec. 23, 2013 at 12:01 AM": the hour belongs to the label as well.
_STAMP = re.compile(
    rf"\b(?:posted|updated|published|modified|created)\b\s*(?:on|at)?\s*:?\s*"
    rf"(?:{alternatives(WEEKDAYS)},?\s+)?"
    rf"(?:{alternatives(MONTHS)}\.?\s+[0-9]{{1,2}},?\s+[0-9]{{4}}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}),?\s*(?:at|-|\|)?\s*$"
    r"|\b(?:situation|status|data|information)\s+(?:as\s+of|as\s+at|on|at)\s+$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:happened|occurred|took\s+place|shot|shooting|gunfire|gunshots?|killed|wounded|injured|"
    r"attack(?:ed)?|exploded|explosion|blast|stabb(?:ed|ing)|died|responded|dispatched|called\s+to|"
    r"broke\s+out|opened\s+fire|kidnapp(?:ed|ing)|abducted|ambush(?:ed)?|bombing|fire)\b"
)
_DONE = late(
    r"\b(?:shot|shooting|gunfire|gunshots?|killed|wounded|injured|attack(?:ed)?|explode[sd]?|"
    r"explosion|blast|stabb(?:ed|ing)|opened\s+fire|kidnapp(?:ed|ing)|abducted|ambush(?:ed)?|bomb(?:ed|ing)?|"
    r"storm(?:ed|ing)|arrested|raid(?:ed)?|clash(?:ed|es)?|threw|fired|beat|broke|burn(?:ed|t)|hit|smashed|"
    r"murder(?:s|ed)?|massacred?|killings?|behead(?:ed|ings?)|lynch(?:ed|ing)|raped|torched|looted|robbed|stole|set\s+(?:\w+\s+)?fire|happened|occurred|took\s+place|broke\s+out)\b"
)
_AFTER_THEY = re.compile(
    r"\s+(?:after|when|as)\s+[^.;]{0,80}\b(?:protesters|demonstrators|crowds?|fans|supporters|youths|"
    r"mob|men|hooligans|rioters|marchers|activists|students|residents)\b[^.;]{0,40}\b"
    r"(?:threw|hurled|smashed|torched|blocked|clashed|stormed|pelted|attacked|burned|burnt|set|broke)\b"
)
_OF_THE_TALE = ("the same", "that ", "the next", "the following", "the day after", "next day")
_HELD = re.compile(r"\b(?:arrest|detain)(?:ed|ing)\b")
_WORD = re.compile(r"[A-Za-z]+")
_LATE = re.compile(r"T(?:2[123]|24)(?::|$)")


def news_day(article: Article, sentences: Sequence[Sentence]) -> When | None:
    """Return the day that an article speaks of.

    The first recent day of its opening; else the first day on which it says that something
    happened; else that on which it was filed. A day of courts, statements and vigils is none.
    """
    published, text = article.published, article.text
    opening = text[: sentences[:OPENING_SENTENCES][-1].span.end] if sentences else ""
    follows_up = any(word.lower() in LEGAL for word in _WORD.findall(opening))
    later = filed = elder = ranged = None
    for at, sentence in enumerate(sentences):
        for told in sentence.whens:
            if told.first is None or not _is_of_days(told):
                continue
            when = _of_that_evening(text, told, published)
            assert when.first is not None
            age = (published - when.first).days if published else -1
            recent = 0 <= age <= NEWS_DAY_WITHIN_DAYS
            if recent and is_dateline(text, when):
                filed = filed or when
                continue
            if _is_stamp(text, when) or is_of_a_death(text, when, NOWHERE):
                continue
            later_on = is_aftermath(text, sentence.span, when, NOWHERE)
            if age < 0 or (later_on and not _held_at_once(text, sentence, when)):
                continue
            if recent and at < OPENING_SENTENCES:
                if when.first == when.last:
                    return when
                ranged = ranged or when
            if _DEED.search(_clause(text, sentence, when)):
                later = later or (when if recent else None)
                old = not recent and age <= FOLLOWED_UP_WITHIN_DAYS
                elder = elder or (when if old and follows_up else None)
    return ranged or later or elder or filed


def _of_that_evening(text: str, when: When, published: date | None) -> When:
    """Let an hour late at night, without a day, be of the evening before the publication.

    Nobody prints at once what happened "around 11 p.m.": of 11 such in US crime news 8 were of the
    day before.
    """
    late = when.type == "TIME" and _LATE.search(when.value) is not None
    if not late or published is None or when.first != published or when.span is None:
        return when
    if says_a_day(when.span.of(text)):
        return when
    day = published - timedelta(days=1)
    said = f"'{when.span.of(text)}': the evening before the publication day {published.isoformat()}"
    return replace(when, first=day, last=day, basis=said)


def _is_of_days(when: When) -> bool:
    """Tell whether a phrase names a day, or the first of a few: "on Friday and Saturday".

    "Overnight" is no day that an article could speak of: one that it names later is finer.
    """
    if when.first is None or when.last is None:
        return False
    if when.precision == "day":
        return when.first == when.last
    few = when.precision == "range" and (when.last - when.first).days < DAYS_OF_WEEK
    return few and when.value.startswith(when.first.isoformat())


def running_day(article: Article) -> When | None:
    """Return the publication day for a running report, whose entries say only the hour.

    One that goes on past midnight is of two days.
    """
    told = headings.hours(article.text) if article.published is not None else ()
    day = article.published
    if day is None or not told or any(abs(a - b) > HALF_A_DAY for a, b in pairwise(told)):
        return None
    return When(day, day, "day", f"a running report of the publication day {day.isoformat()}")


def day_told_at(article: Article, sentences: Sequence[Sentence], where: Resolution) -> When | None:
    """Return the first recent day of the first paragraph that names a place and a day.

    A bulletin has no day of its own: that of "dhow seized off Tolmen", its headline, stands in the
    entry on Tolmen.
    """
    published = article.published
    named = {s.paragraph for s in sentences for r in s.resolutions if _is(r, where)}
    for sentence in sentences:
        for when in sentence.whens if sentence.paragraph in named else ():
            recent = published and when.last and 0 <= (published - when.last).days <= RECENT_DAYS
            if recent and when.precision == "day" and sets_the_day(article.text, sentence, when):
                return when
    return None


def _is(r: Resolution, where: Resolution) -> bool:
    """Tell whether two mentions are of one place, or of one name, which a list need not have."""
    same = r.place is not None and where.place is not None and r.place.id == where.place.id
    return same or fold(r.mention.name) == fold(where.mention.name)


def _held_at_once(text: str, sentence: Sentence, when: When) -> bool:
    """Tell whether a crowd was held on the day of its deed: "held on Monday after they threw"."""
    at = when.span
    assert at is not None
    rest = text[at.end : sentence.span.end]
    if sentence.whens[-1] is not when or not _AFTER_THEY.match(rest):
        return False
    return _HELD.search(text, sentence.span.start, at.start) is not None


def deed_of_the_news(article: Article, sentences: Sequence[Sentence]) -> bool:
    """Tell whether an article says of a day of the news that something was done on it."""
    published, text = article.published, article.text
    for sentence in sentences:
        for when in sentence.whens:
            if when.first is None or when.last is None or when.span is None:
                continue
            age = (published - when.last).days if published else 0
            if not 0 <= age <= RECENT_DAYS or (when.last - when.first).days > DAYS_OF_WEEK:
                continue
            if is_dateline(text, when) or is_aftermath(text, sentence.span, when, NOWHERE):
                continue
            if is_uncounted(when.span.of(text), when):
                continue
            said = _clause(text, sentence, when).partition(" where ")[0].lower()
            if _DONE.search(said) and not names_verdict(said):
                return True
    return False


def is_uncounted(said: str, when: When) -> bool:
    """Tell whether a time counts from one told before, and is no hour of the news.

    Examples
    --------
    >>> from geo.dates import unknown
    >>> is_uncounted("that night", unknown("")), is_uncounted("on Monday", unknown(""))
    (True, False)
    """
    if any(map(str.isdigit, said)):  # "around 3pm"
        return False
    if said.lower().startswith(_OF_THE_TALE):
        return True
    return when.type == "TIME" and not says_a_day(said)


def _is_stamp(text: str, when: When) -> bool:
    assert when.span is not None
    start = when.span.start
    return _STAMP.search(text[max(start - STAMP_WITHIN, 0) : start]) is not None


def _clause(text: str, sentence: Sentence, when: When) -> str:
    assert when.span is not None
    clause = holding(text, sentence.span, when.span).span
    return text[max(clause.start, when.span.start - REACH) : min(clause.end, when.span.end + REACH)]

"""Tell whether an article looks back: at an anniversary, in a court, on a life, in a museum.

What it tells of violence is history then, unless a day of the news stands with it: "the families
came on Sunday with candles; the caretaker was killed at the gate". A frame word alone does not do,
for news of yesterday ends in courts and vigils too: an old date or a sentence passed has to be
there, and no deed on a day of the news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.events.genres import UNREST
from geo.events.searches import table
from geo.language.almanac import alternatives, words
from geo.language.late import late
from geo.linking.newsday import deed_of_the_news

if TYPE_CHECKING:
    from geo.linking.scenes import Sentence
    from geo.model import Article

__all__ = ["is_old_here", "looks_back"]

OPENING = 2
"""Sentences at the beginning, besides the title, in which an article says that it looks back."""
OLD_DAYS = 300
"""Days before publication from which on a date is one that is looked back at."""
FAMILIES = frozenset({"violence", "detention", "property"})
"""Families of what is looked back at; people may march at a memorial."""
_LOST = words(
    "surrender withdrawal troop_withdrawal change_to_group troop_movement takeover seizure coup "
    "weapons_seizure"
)
"""Kinds of war and of coups that are looked back at too; police are deployed at a trial."""
_OF_MEMORY = re.compile(
    r"\b(?:anniversary|memorial|remember\w*|commemorat\w+|wreaths?|plaque|monument|centenary|candles|flowers|museum|archives?|"
    r"exhibition|reburied|exhumed|dies|died|(?:he|she)\s+was|biography|(?:years|decades)\s+(?:on|later|since))\b"
)
"""What says of a look back that it remembers, and is no court's."""
_THERE = re.compile(
    r"\b(?:candles?|wreaths?|flowers|anniversary|memorials?|commemorat\w+|silence|this\s+year|relatives|survivors|veterans|"
    r"descendants|families)\b"
)
"""Who marches and gathers now, where others did then."""
_ONCE = late(
    r"\bof\s+that\s+(?:year|war|summer|winter|autumn|spring)\b|\bof\s+the\s+war\b|"
    r"\b(?:in|during|before|after)\s+the\s+(?:[\w-]+\s+)?(?:war|siege|occupation|dictatorship|revolution|civil\s+war|uprising)\b|"
    r"\b(?:is|was)\s+(?:\d+|[a-z]+teen|six|seven|eight|nine|ten|eleven|twelve)\s+when\b|"
    r"\bas\s+(?:they|it|he|she)\s+do(?:es)?\s+every\b|\b(?:\d+(?:st|nd|rd|th)|[a-z]+(?:ieth|enth|fth|xth))\s+anniversary\b|"
    r"\bthis\s+(?:week|month|day)\s+in\s+(?:18|19|20)\d\d\b"
)
"""What says that it was long ago."""
_NEW = re.compile(
    r"\b(?:(?:hours?|minutes?|days?)\s+(?:after(?!\s+the\s+(?:raid|attack|robbery|murder|killing|shooting|blast|crime|"
    r"stabbing|burglary|bombing|fire)\b)|later|before|earlier)|new|fresh|latest|another|meanwhile|"
    r"separately|today|yesterday|overnight)\b"
)
"""What tells the news at the end of an article that looks back: "hours after the sentence"."""
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]*\d)")
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class _Words:
    frames: frozenset[str]
    titles: re.Pattern[str]
    firm: re.Pattern[str]
    ago: re.Pattern[str]


@cache
def _words() -> _Words:
    rows = table()["retrospect"]
    return _Words(
        frozenset(rows["frames"]),
        re.compile("|".join(rows["titles"])),
        re.compile("|".join(rows["firm"])),
        re.compile(rf"\b{alternatives(rows['ago'])}\b"),
    )


def looks_back(article: Article, sentences: Sequence[Sentence]) -> str | None:
    """Return what says that an article looks back, or ``None`` if it tells news.

    Parameters
    ----------
    article
        The article.
    sentences
        Its sentences, with the dates in them.
    """
    ahead = sentences[:OPENING]
    end = ahead[-1].span.end if ahead else 0
    opening = f"{article.title or ''}\n{article.text[:end]}".lower()
    known = _words()
    if (title := known.titles.search((article.title or "").lower())) is not None:
        return title.group().strip()
    frames = known.frames.intersection(_LETTERS.findall(opening))
    firm = known.firm.search(opening)
    if not (firm or frames) or deed_of_the_news(article, sentences):
        return None
    if firm:
        return firm.group().strip()
    titled = not known.frames.isdisjoint(_LETTERS.findall((article.title or "").lower()))
    once = _ONCE.search(article.text.lower() if titled else opening)
    old = once is not None or known.ago.search(opening) is not None or _names_old_year(article)
    if not (old or any(_is_old(article, s) for s in sentences)):
        return None
    # A court that hears of candles is a court: it makes history of fewer deeds.
    return min(frames, key=lambda frame: (is_memory(frame), frame))


def is_memory(why: str) -> bool:
    """Tell whether an article looks back at what is remembered, and not at what a court deals with.

    Examples
    --------
    >>> is_memory("museum"), is_memory("jurors")
    (True, False)
    """
    return _OF_MEMORY.search(why) is not None


def is_old_here(sentence: str, family: str, kind: str = "", *, remembered: bool = False) -> bool:
    """Tell whether a deed without a day of its own is history in an article that looks back.

    Where it is ``remembered`` below the opening, strikes and marches are as well.

    Examples
    --------
    >>> is_old_here("The caretaker was shot.", "violence")
    True
    >>> is_old_here("Hours after the sentence a woman was stabbed.", "violence")
    False
    """
    said = sentence.lower()
    told = family in FAMILIES or kind in UNREST or kind in _LOST
    told = told or (remembered and _THERE.search(said) is None)
    return told and _NEW.search(said) is None


def _names_old_year(article: Article) -> bool:
    """Tell whether a title names a year long past: "From the archive: Tolmen, 1974"."""
    years = [int(year) for year in _YEAR.findall(article.title or "")]
    return article.published is not None and any(y < article.published.year - 1 for y in years)


def _is_old(article: Article, sentence: Sentence) -> bool:
    published = article.published
    return published is not None and any(
        when.last is not None and (published - when.last).days > OLD_DAYS
        for when in sentence.whens
        if when.type == "DATE"
    )

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
from geo.language.almanac import alternatives
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
_NEW = re.compile(
    r"\b(?:(?:hours?|minutes?|days?)\s+(?:after(?!\s+the\s+(?:raid|attack|robbery|murder|killing|shooting|blast|crime|"
    r"stabbing|burglary|bombing|fire)\b)|later|before|earlier)|new|fresh|latest|another|meanwhile|"
    r"separately|today|yesterday|overnight)\b"
)
"""What tells the news at the end of an article that looks back: "hours after the sentence"."""
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
    words = _words()
    if (title := words.titles.search((article.title or "").lower())) is not None:
        return title.group().strip()
    frames = words.frames.intersection(_LETTERS.findall(opening))
    firm = words.firm.search(opening)
    if not (firm or frames) or deed_of_the_news(article, sentences):
        return None
    if firm:
        return firm.group().strip()
    old = words.ago.search(opening) or any(_is_old(article, sentence) for sentence in sentences)
    return min(frames) if old else None


def is_old_here(sentence: str, family: str, kind: str = "") -> bool:
    """Tell whether a deed without a day of its own is history in an article that looks back.

    Examples
    --------
    >>> is_old_here("The caretaker was shot.", "violence")
    True
    >>> is_old_here("Hours after the sentence a woman was stabbed.", "violence")
    False
    """
    told = family in FAMILIES or kind in UNREST
    return told and _NEW.search(sentence.lower()) is None


def _is_old(article: Article, sentence: Sentence) -> bool:
    published = article.published
    return published is not None and any(
        when.last is not None and (published - when.last).days > OLD_DAYS
        for when in sentence.whens
        if when.type == "DATE"
    )

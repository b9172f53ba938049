"""Tell whether an article tells a life: of somebody who died old or ill, and what he did in it.

Whatever such a page tells of strikes, arrests and surrenders is history, whoever was in them. One
word does not do: it says that he died so, and twice at least what lives are told by. Who died of
what was done to him is news. The vocabulary is data (``factuality.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from geo.events.searches import table
from geo.language.almanac import words
from geo.language.late import late
from geo.language.text import small_words

if TYPE_CHECKING:
    from geo.linking.scenes import Sentence
    from geo.model import Article

__all__ = ["life", "of_death"]

OPENING = 3
"""Sentences at the beginning in which it is told that somebody died."""
LONGEST = 500
"""Characters of one of them that are read: what is longer is no sentence."""
STAGES = 2
"""Different words of a life, without which a death is only one."""
_DEATH_WORDS = words("obituary died dies dead death passed was")
_DIED = r"(?:died|dies|(?:has|had)\s+died|(?<!found\s)dead|passed\s+away)"
_OLD = r"(?:aged?\s+|at\s+(?:the\s+age\s+of\s+)?)(?:[5-9]\d|1[01]\d)\b"
_DEATH = re.compile(
    rf"^\W*obituary\b|\b{_DIED}\b[^.;]{{0,80}}?(?:\b{_OLD}|,\s*(?:[5-9]\d|1[01]\d)\b)|"
    rf"\b(?:he|she)\s+was\s+(?:[5-9]\d|1[01]\d)\s*\.|"
    rf"\b{_DIED}\b[^.;]{{0,60}}?\b(?:after\s+an?\s+(?:\w+\s+)?(?:illness|battle\s+with|stroke|fall)|"
    r"of\s+(?:an?\s+)?(?:cancer|heart|stroke|pneumonia|old\s+age|natural\s+causes|complications)|"
    r"in\s+(?:his|her)\s+sleep|peacefully|in\s+a\s+(?:hospice|nursing\s+home))\b|"
    rf",\s*(?:[5-9]\d|1[01]\d),[^.;]{{0,80}}?\b{_DIED}\b[^.;]{{0,60}}?\bat\s+(?:(?:his|her)\s+)?home\b"
)
"""What says of somebody, in small letters, that he died as people do."""
_CAUSED = re.compile(
    rf"\b{_DIED}\b[^.;]*\b(?:shot|stabb\w+|wounds?|injur\w+|gunshots?|bullets?|attack(?:ed)?|beat\w*|bomb\w*|blast|explosion|"
    r"crash|accident|murdered|killed|ambush\w*|custody|police|struck|hit)\b(?![^.;]*\bwho\b)"
)
"""What says that he died of what was done to him, or of a mishap."""
_HARM = (
    r"(?:shot(?!\s+down)|stabbed|strangled|beaten|beat|bludgeoned|battered|knifed|hacked|smothered|poisoned|killed|"
    r"murdered|assassinated|attacked|ambushed|assaulted|lynched|executed|blown\s+up|gunned\s+down)"
)
_SLAIN = late(
    rf"(?:^[^,;:]{{2,60}}|\b(?:he|she|they)\s+)\b(?:was|were|been)\s+(?:\w+ly\s+|being\s+|found\s+)?{_HARM}\b|"
    rf"\b{_HARM}\s+(?:him|her|them)\b(?:\s+(?!\w*mates?\b)(?:to|in|with|at|on|and|before|as|when|for|by)\b|\W)|"
    r"\b(?:fired|opened\s+fire|shot)\s+(?:at|on|into)\s+(?:him|her|them|(?:his|her|their)\s+(?:car|vehicle|taxi|house|home|office))\b|"
    r"\b(?:blast|explosion|bomb)\s+(?:that\s+)?(?:hit|struck|tore|ripped|destroyed|killed|went)\b"
)
"""What says, in small letters, that a deed was done to somebody."""
_LONG_PAST = late(
    r"\b(?:1[5-9]\d\d|years\s+(?:ago|later|earlier|before)|decades|war(?!\s+veteran)|novels?|films?|story|play(?:s|ed)|wrote|starred|directed|survived\s+(?!by)|"
    r"as\s+an?\s+(?:\w+\s+)?(?:student|boy|girl|child|teenager|soldier)|(?:his|her|whose)\s+\w+\s+(?:was|were|had)|"
    r"at\s+(?:school|\w+teen|twenty|thirty)|in\s+(?:his|her)\s+(?:youth|teens|twenties|thirties|childhood))\b"
)
"""What says that it was in a life long lived since, or to somebody else."""
_OF_DEATH = re.compile(r"\b(?:died|dies|passed\s+away)\b")


@cache
def _stages() -> tuple[re.Pattern[str], ...]:
    """Return by what lives are told, in small letters."""
    return tuple(re.compile(row) for row in table()["life"]["stages"].values())


def life(article: Article, sentences: Sequence[Sentence]) -> str | None:
    """Return what says that an article tells a life, or ``None`` if it tells news.

    Parameters
    ----------
    article
        The article.
    sentences
        Its sentences.
    """
    title = (article.title or "").lower()
    told = [title, *(s.span.of(article.text).lower() for s in sentences[:OPENING])]
    told = [one[:LONGEST] for one in told]
    told = [one for one in told if not _DEATH_WORDS.isdisjoint(small_words(one))]
    died = next((found for found in map(_DEATH.search, told) if found is not None), None)
    if died is None or any(map(_CAUSED.search, told)) or _is_slain(article, sentences):
        return None
    whole = article.text.lower()
    stages = sum(stage.search(whole) is not None for stage in _stages())
    return died.group().strip() if stages >= STAGES else None


def _is_slain(article: Article, sentences: Sequence[Sentence]) -> bool:
    """Tell whether one of the first sentences, whichever it is, tells who did it to the dead."""
    first = (s.span.of(article.text).lower()[:LONGEST] for s in sentences[:OPENING])
    return any(_SLAIN.search(one) and not _LONG_PAST.search(one) for one in first)


def of_death(clause: str) -> bool:
    """Tell whether a day in a clause is that on which somebody died or was buried.

    Examples
    --------
    >>> of_death("a pilot who had bombed Tolmen died on Sunday"), of_death("a bomb hit Tolmen")
    (True, False)
    """
    return _OF_DEATH.search(clause.lower()) is not None

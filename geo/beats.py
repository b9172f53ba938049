"""Tell what an article as a whole is about: a match, a market, a film, a flood.

A sentence that says "they were ambushed in the first half" shows its topic; "the raid left four of
them on the ground" does so only in a report of that match. What the article is about is read from
all of its words once, and holds in each of its sentences: there a deed has to show that it is one,
by a weapon, a victim or the day on which it was done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.clauses import is_told
from geo.topics import Topics, default_topics

if TYPE_CHECKING:
    from geo.lexicon import Trigger

__all__ = ["Beat", "of"]

LEAST, A_SENTENCE, MOST = 1.5, 0.35, 12.0
"""Weight of the different words that show what an article is about, and what each sentence adds to
it: a long one has room for asides. Of 2,193 articles on incidents 6 are about something else by
that, with those 11 on accidents that they hold."""
SPREAD = 0.4
"""Share of its sentences in which they stand: a raid in a report on prices is told in one."""
OPENING = 2
"""Sentences, the title among them, of which one has such a word."""
_DEEDS = {"violence", "property"}
"""Families of what floods and fires do as well."""
_NOW = re.compile(r"\b(?:is|are|be|been|being|has|have|gets?|will)\s+(?:\w+\s+)?$")
"""Before a participle: the tense in which plots are told."""
_CROWD = re.compile(
    r"\b(?:protest(?:s|ers?|ors?|ed)?|demonstrat(?:ed|ors?|ions?)|activists?|march(?:ers|ed)|thousands)\b"
)
"""Who marches whatever the article is about: prices, a law, a stadium."""
_CAME_OF_IT = re.compile(
    r"\b(?:killed|died|dead|wounded|injured|arrested|real|mistake|live\s+\w+)\b"
)
"""What says of a drill that it was more than that."""


@dataclass(frozen=True, slots=True)
class Beat:
    """What an article is about: the names of topics, of which most articles have none."""

    topics: frozenset[str] = frozenset()
    here: str | None = None

    def also(self, topic: str | None) -> Beat:
        """Return the beat of a sentence that is about a topic of its own."""
        return self if topic is None else replace(self, here=topic)

    def bars(
        self, said: str, trigger: Trigger, start: int, *, dated: bool, told: bool = False
    ) -> bool:
        """Tell whether a trigger is none of the news, for what its article is about.

        Parameters
        ----------
        said
            The sentence.
        trigger
            The trigger.
        start
            Where the sentence starts.
        dated
            Whether the sentence names a day.
        told
            Whether the article has told of something that did happen.
        """
        at = trigger.span.start - start
        past = (self.topics or self.here) and _is_past(said, at, trigger.span.end - start)
        if self.here is not None and default_topics().bars(self.here) != "all":
            return True
        return any(
            not _is_real(name, said, trigger, past=bool(past), dated=dated, told=told)
            for name in {*self.topics, *filter(None, (self.here,))}
        )


def _is_real(
    name: str, said: str, trigger: Trigger, *, past: bool, dated: bool, told: bool
) -> bool:
    """Tell whether a trigger is meant as it is in an article about something else."""
    topics = default_topics()
    harm = trigger.kind.family in _DEEDS
    if trigger.kind.family == "protest" and _CROWD.search(said.lower()):
        return name != "exercise"
    match topics.bars(name):
        case "harm":
            if trigger.kind.name == "roadblock":
                return topics.is_done(said, "things")
            return not harm or topics.is_done(said, "people")
        case "soft":
            return topics.is_hard(said, name, dated=dated, harm=harm)
        case _:
            known = dated and topics.is_hard(said, name, dated=dated)
            if name == "exercise" and _CAME_OF_IT.search(said.lower()) is None:
                return False
            return (past and (dated or told)) or (trigger.noun and known)


def of(title: str | None, sentences: Sequence[str], topics: Topics | None = None) -> Beat:
    """Return what an article is about as a whole.

    Examples
    --------
    >>> told = ["The thriller opens on Friday.", "A detective is shot in the first scene."]
    >>> sorted(of("A film to forget", told).topics)
    ['fiction']
    """
    said = [title, *sentences] if title else list(sentences)
    enough = min(LEAST + A_SENTENCE * len(said), MOST)
    shown = (topics or default_topics()).shown(said)
    return Beat(
        frozenset(
            name
            for name, rows in shown.items()
            if sum(map(bool, rows)) >= max(SPREAD * len(said), OPENING)
            and any(rows[:OPENING])
            and sum(_heaviest(rows).values()) >= enough
        )
    )


def _heaviest(rows: Sequence[dict[str, int]]) -> dict[str, int]:
    return {word: weight for row in rows for word, weight in row.items()}


def _is_past(said: str, start: int, end: int) -> bool:
    """Tell whether a trigger is told as what was done: "shot", not "shoots" nor "is shot"."""
    trigger = said[start:end].lower()
    if _NOW.search(f"{said[max(start - 24, 0) : start].lower()}") or _NOW.match(f"{trigger} "):
        return False
    first, *others = trigger.split() or [""]
    if first in {"is", "are", "has", "have"}:
        return False
    return any(map(is_told, (first, *others)))

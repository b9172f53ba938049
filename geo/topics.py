"""Tell whether a sentence speaks of something else: sport, markets, films, science, disasters.

Strikers shoot, stocks rally and a musical bombs. The topic of a sentence is read from its words and
those of its neighbours; where blood, weapons or police stand in it too, words are meant as they
are. The vocabulary is data (``topics.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geo.almanac import alternatives

__all__ = ["Topics", "default_topics"]

NEIGHBOURS = 2
"""Sentences on either side that can tell the topic of one."""
STRONG, WEAK = 2, 1
ENOUGH = 2
"""Weight of the words that show a topic in a sentence: one strong, or two weak ones."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Topic:
    name: str
    bars: str
    near: int
    words: frozenset[str]
    weak: frozenset[str]
    said: re.Pattern[str] | None


class Topics:
    """The topics, and what they bar.

    Examples
    --------
    >>> topics = default_topics()
    >>> topics.elsewhere(["The striker shot wide in the second half of the cup tie."], 0)
    'sport'
    >>> topics.elsewhere(["The striker was shot by a gunman after the cup tie."], 0)
    """

    def __init__(self, text: str) -> None:
        table = tomllib.loads(text)
        hard = table.pop("hard")
        self._hard_words = frozenset(hard["words"])
        agents = frozenset(hard["agents"])
        self._doers = {"people": agents, "things": agents | frozenset(hard["blockers"])}
        self._hard = _any_of(hard)
        self._topics = [
            _Topic(
                name,
                row["bars"],
                row.get("near", 0),
                frozenset(row.get("words", ())),
                frozenset(row.get("weak", ())),
                _any_of(row),
            )
            for name, row in table.items()
        ]

    def elsewhere(
        self, sentences: Sequence[str], at: int, *, harm: str | None = None
    ) -> str | None:
        """Return the topic that a sentence is about instead of an incident, or ``None``.

        Parameters
        ----------
        sentences
            The sentences of the article, or of the neighbourhood.
        at
            Which of them is asked about.
        harm
            "people" if all that is told is that they came to harm, "things" if these are closed,
            blocked or damaged: a quake does so too.
        """
        own = sentences[at].lower()
        words = set(_WORD.findall(own))
        hard: bool | None = None
        around: set[str] | None = None
        for topic in self._topics:
            if topic.bars == "harm" and (harm is None or words & self._doers[harm]):
                continue
            if not _shows(topic, own, words):
                if not topic.near:
                    continue
                if around is None:
                    around = _around(sentences, at)
                if _weight(topic, around) < topic.near * STRONG:
                    continue
            if topic.bars == "soft":
                if hard is None:
                    hard = bool(words & self._hard_words or (self._hard and self._hard.search(own)))
                if hard:
                    continue
            return topic.name
        return None


def _shows(topic: _Topic, own: str, words: set[str]) -> bool:
    if _weight(topic, words) >= ENOUGH:
        return True
    return topic.said is not None and topic.said.search(own) is not None


def _weight(topic: _Topic, words: set[str]) -> int:
    return sum(WEAK if word in topic.weak else STRONG for word in topic.words & words)


def _around(sentences: Sequence[str], at: int) -> set[str]:
    near = sentences[max(at - NEIGHBOURS, 0) : at + NEIGHBOURS + 1]
    return {word for sentence in near for word in _WORD.findall(sentence.lower())}


def _any_of(row: dict[str, list[str]]) -> re.Pattern[str] | None:
    ways = list(row.get("expressions", ()))
    if row.get("phrases"):
        ways.insert(0, rf"\b{alternatives(row['phrases'])}\b")
    return re.compile("|".join(ways)) if ways else None


@cache
def default_topics() -> Topics:
    """Return the topics that come with the package, read once."""
    return Topics(resources.files("geo").joinpath("topics.toml").read_text("utf-8"))

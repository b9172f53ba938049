"""Tell whether a sentence speaks of something else: sport, markets, films, science, disasters.

Strikers shoot, stocks rally and a musical bombs. The topic of a sentence is read from its words and
those of its neighbours; where blood, weapons or police stand in it too, words are meant as they
are. The vocabulary is data (``topics.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from geo.events.searches import Search, search_for
from geo.language.almanac import alternatives

__all__ = ["Topics", "default_topics"]

NEIGHBOURS = 2
"""Sentences on either side that can tell the topic of one."""
STRONG, WEAK = 2, 1
ENOUGH = 2
"""Weight of the words that show a topic in a sentence: one strong, or two weak ones."""

WORN_IN = frozenset({"sport", "markets"})
"""Topics in which even massacres are figures of speech."""
_AS_IF_BY = re.compile(
    r"\b(?:thought|believed|feared|assumed)\b[^.;]{0,20}?\ban?\s+(?:bomb|missile|rocket|grenade|drone)\b|"
    r"\b(?:like|as\s+if|as\s+though)\s+(?:it\s+was\s+|it\s+were\s+)?an?\s+(?:bomb|missile|rocket|grenade|drone)\b"
)
"""What a mishap only seemed to be: "a bang, I thought it was a bomb"."""
_WEAPONS = ("bomb", "missile", "rocket", "grenade", "drone")
_WORD = re.compile(r"[a-z]++(?![\w'’-])|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class _Topic:
    name: str
    bars: str
    near: int
    words: frozenset[str]
    weak: frozenset[str]
    hints: frozenset[str]  # of the article as a whole, as are the next
    marks: frozenset[str]
    needed: frozenset[str]  # of each phrase one word: without it no phrase is said
    phrases: re.Pattern[str] | None
    said: Search | None


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
        self._hard = _any_of([*hard.get("expressions", ()), *hard.get("harms", ())])
        self._harmless = _any_of(hard.get("expressions", ()))
        self._scenes = frozenset(hard["scenes"])
        self._topics = [
            _Topic(
                name,
                row["bars"],
                row.get("near", 0),
                frozenset(row.get("words", ())),
                frozenset(row.get("weak", ())),
                frozenset(row.get("hints", ())),
                frozenset(row.get("marks", ())),
                frozenset(map(_longest_word, row.get("phrases", ()))),
                _any_phrase(row.get("phrases", ())),
                search_for("|".join(row["expressions"])) if row.get("expressions") else None,
            )
            for name, row in table.items()
        ]
        self._known = frozenset().union(*(topic.words for topic in self._topics))
        self._doing = (self._hard_words | agents | set(hard["doing"])) - frozenset(hard["mild"])
        self._bars = {topic.name: topic.bars for topic in self._topics}
        self._helpers = frozenset(hard["mild"]) - frozenset(hard["blockers"])
        self._worn = frozenset(hard["worn"])
        self._online, self._computing = frozenset(hard["online"]), frozenset(hard["computing"])
        self._mild = {name for name, row in table.items() if row.get("mild")}
        self._weights: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for topic in self._topics:
            for word in topic.words | topic.hints | topic.marks:
                strong = word in topic.marks or word in topic.words - topic.weak
                self._weights[word].append((topic.name, STRONG if strong else WEAK))
        # A sentence is asked for the article, for itself and for each of its neighbours.
        self._told = lru_cache(maxsize=128)(self._words)

    def _words(self, sentence: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words of a sentence, and those that topics know."""
        low = sentence.lower()
        if any(weapon in low for weapon in _WEAPONS):
            low = _AS_IF_BY.sub(" ", low)
        words = frozenset(_WORD.findall(low))
        return words, words & self._known

    def shown(self, sentences: Sequence[str]) -> dict[str, list[dict[str, int]]]:
        """Return for each topic the words of each sentence that show it, and what each weighs.

        A disaster is none where somebody did it.
        """
        said = [self._told(sentence)[0] for sentence in sentences]
        shown: dict[str, list[dict[str, int]]] = {
            topic.name: [{} for _ in said]
            for topic in self._topics
            if topic.bars != "harm" or all(map(self._doing.isdisjoint, said))
        }
        for name, at, phrase in self._phrases(sentences, said):
            if name in shown:
                shown[name][at][phrase] = STRONG
        for at, words in enumerate(said):
            for word in words & self._weights.keys():
                for name, weight in self._weights[word]:
                    if name in shown:
                        shown[name][at][word] = weight
        return shown

    def _phrases(
        self, sentences: Sequence[str], said: Sequence[frozenset[str]]
    ) -> Iterator[tuple[str, int, str]]:
        """Yield the phrases of each topic, and the sentences in which they stand."""
        for topic in self._topics:
            for at, words in enumerate(said):
                if topic.phrases is not None and not topic.needed.isdisjoint(words):
                    found = topic.phrases.search(sentences[at].lower())
                    if found is not None:
                        yield topic.name, at, found.group()

    def bars(self, name: str) -> str:
        """Return what a topic bars: "all", "soft" or "harm"."""
        return self._bars[name]

    def is_hard(self, sentence: str, name: str, *, harm: bool = False) -> bool:
        """Tell whether a sentence in an article about a topic tells of a deed all the same.

        Blood, weapons and those who use them say so. Where it is about patients or beasts the dead
        and the police do not, if ``harm`` is all that is told; and a team is massacred anywhere but
        in the street.
        """
        words = self._told(sentence)[0]
        only = harm and name in self._mild
        deeds = self._doing if only else self._hard_words
        worn = self._worn if name in WORN_IN and not words & self._scenes else frozenset()
        if name == "research" and words & self._computing:
            worn = self._online  # "the attackers seized 200 servers"
        if words & (deeds - worn):
            return True
        said = self._harmless if only else self._hard
        if words & (self._doers["things"] - worn):
            return True
        return said is not None and said.search(sentence.lower()) is not None

    def is_done(self, sentence: str, harm: str) -> bool:
        """Tell whether somebody is named who closes roads ("things") or harms "people"."""
        return bool(self._told(sentence)[0] & self._doers[harm] - self._helpers)

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
        words, known = self._told(sentences[at])
        letters = frozenset(_LETTERS.findall(own))
        hard: bool | None = None
        around: frozenset[str] | None = None
        for topic in self._topics:
            if topic.bars == "harm" and (harm is None or words & self._doers[harm]):
                continue
            if not _shows(topic, own, known, letters):
                if not topic.near:
                    continue
                if around is None:
                    near = sentences[max(at - NEIGHBOURS, 0) : at + NEIGHBOURS + 1]
                    around = frozenset().union(*(self._told(sentence)[1] for sentence in near))
                if _weight(topic, around) < topic.near * STRONG:
                    continue
            if topic.bars == "soft":
                if hard is None:
                    hard = bool(words & self._hard_words or (self._hard and self._hard.search(own)))
                if hard:
                    continue
            return topic.name
        return None


def _shows(topic: _Topic, own: str, words: frozenset[str], letters: frozenset[str]) -> bool:
    if words and _weight(topic, words) >= ENOUGH:
        return True
    if topic.phrases is not None and not topic.needed.isdisjoint(letters):
        return topic.phrases.search(own) is not None or _tells(topic, own, letters)
    return _tells(topic, own, letters)


def _tells(topic: _Topic, own: str, letters: frozenset[str]) -> bool:
    return topic.said is not None and topic.said(own, letters) is not None


def _weight(topic: _Topic, words: frozenset[str]) -> int:
    return sum(WEAK if word in topic.weak else STRONG for word in topic.words & words)


def _longest_word(phrase: str) -> str:
    words: list[str] = _LETTERS.findall(phrase)
    return max(words, key=len)


def _any_phrase(phrases: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(rf"\b{alternatives(phrases)}\b") if phrases else None


def _any_of(expressions: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(expressions)) if expressions else None


@cache
def default_topics() -> Topics:
    """Return the topics that come with the package, read once."""
    return Topics(resources.files("geo.events").joinpath("topics.toml").read_text("utf-8"))

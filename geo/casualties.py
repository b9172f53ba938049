"""The words by which news counts people, and a sentence cut into words that are tagged by them.

``casualties.toml`` lists the nouns of people, the verbs, adjectives and nouns of what befalls them,
and the small words between. No grammar: a tag says what a word can be.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import Any

from geo.numerals import quantity
from geo.sequences import DAY_BETWEEN

__all__ = [
    "ADJECTIVE",
    "ADVERB",
    "BE",
    "DEFINITE",
    "DETERMINER",
    "FATE",
    "GENITIVE",
    "HAVE",
    "HEAD",
    "MARK",
    "MODAL",
    "MORE",
    "NOUN",
    "POSSESSIVE",
    "PREPOSITION",
    "PRONOUN",
    "PRONOUNS",
    "SUBORDINATE",
    "VERB",
    "Head",
    "Vocabulary",
    "Words",
    "cut",
    "head_of",
    "some",
    "vocabulary",
]

DEATH_REACH = 7
"""Words between a verb and "to death" at most: "beat the 60-year-old guard to death"."""
TITLE_CASE = 0.8
"""Share of the longer words with a capital from which a capital makes no name."""
GENITIVE = frozenset(["'s", "’s"])
_PARTICLES = frozenset({"down", "up", "with"})
_MARKED = frozenset('"“”‘')
_SCARE = re.compile(r"[\"“‘]((?:[^\W_]|-)+(?:\s(?:[^\W_]|-)+)?)[\"”’](?!\w)")
# "U.S." is one word: two U.S. soldiers are two.
_TOKEN = re.compile(
    r"\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|(?<![^\W_])(?:[A-Z]\.){2,}(?=\s+[a-z])"
    r"|[^\W_]+(?:[-’'](?!s\b)[^\W_]+)*|[’']s\b|\S"
)
# "A 19–year–old": as long as with hyphens, so that words keep their places.
_DAY_OF_VERB = re.compile(
    r"(?:(?<=\bwas )|(?<=\bwere )|(?<=\bbeen )|(?<=\bhas )|(?<=\bhave ))"
    rf"{DAY_BETWEEN}(?= [a-z]+(?:ed|en|n|t)\b)",
    re.IGNORECASE,
)
_DASHED_AGE = re.compile(r"(?<=\w)[‐‑–—](?=(?:years?|months?|weeks?|days?)[‐‑–—-]olds?\b|olds?\b)")
# What a word can be; one letter each, since every word of a sentence is asked.
(
    HEAD,
    BE,
    HAVE,
    MODAL,
    FATE,
    ADJECTIVE,
    NOUN,
    PREPOSITION,
    VERB,
    SUBORDINATE,
    ADVERB,
    MARK,
    PRONOUN,
    DETERMINER,
) = "HBWMFJNIVSAPRD"
_PERSONS = ("woman", "women", "man", "men", "people", "persons", "person")
"""Ends of compounds of people: "policeperson", "trawlermen"."""
_BEHIND_NOUN = frozenset({BE, HAVE, MODAL, MARK})
"""What a noun stands before that may be a participle as well."""
_NAMES_TOO = frozenset({HEAD, FATE})
PRONOUNS = {
    "he": "m",
    "him": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "herself": "f",
    "they": "",
    "them": "",
    "themselves": "",
    "someone": "",
    "everyone": "",
}
POSSESSIVE = frozenset(["his", "her", "their", "its", "my", "our", "your"])
MORE = frozenset(["other", "others", "more", "another", "additional"])
"""Words for people beside those that were told of."""
DEFINITE = frozenset(["the", "these", "those", "this", "that"])


@dataclass(frozen=True, slots=True)
class Head:
    """What a noun of people says of them."""

    sex: str = ""
    plural: bool = False
    young: bool = False
    attacker: bool = False
    count: int = 0
    body: bool = False
    lemma: str = ""


_KINDS = {
    "any": Head(),
    "male": Head("m"),
    "female": Head("f"),
    "young": Head(young=True),
    "boys": Head("m", young=True),
    "girls": Head("f", young=True),
    "attacker": Head(attacker=True),
    "bodies": Head(body=True),
}
"""What the lists of people say."""
_GRAMMAR = {
    "subordinate": SUBORDINATE,
    "verbs": VERB,
    "adverbs": ADVERB,
    "prepositions": PREPOSITION,
    "modal": MODAL,
    "have": HAVE,
    "be": BE,
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of ``casualties.toml``: tags, nouns of people, and what befalls by which word."""

    tags: dict[str, str]
    heads: dict[str, Head]
    fates: dict[str, tuple[str, str]]  # word → fate and form: "past", "ing", "base", "intransitive"
    adjectives: dict[str, str]
    nouns: dict[str, str]
    counted: dict[str, str]
    of_victims: dict[str, str]  # before "victim": "gunshot", "homicide"
    multiples: dict[str, int]
    sets: dict[str, frozenset[str]]
    outcomes: dict[str, frozenset[str]]  # by who reads them


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with the package."""
    return _read(
        tomllib.loads(resources.files("geo").joinpath("casualties.toml").read_text("utf-8"))
    )


def _read(told: dict[str, Any]) -> Vocabulary:
    people, fates = told["people"], told["fates"]
    heads, verbs = _heads(people), _verbs(fates)
    adjectives, nouns = _words_of(fates, "adjectives"), _nouns_of(fates, "nouns")
    return Vocabulary(
        _tags(told["grammar"], heads, verbs, adjectives, nouns),
        heads,
        verbs,
        adjectives,
        nouns,
        _nouns_of(fates, "counted"),
        _words_of(fates, "victims"),
        people["multiples"],
        _sets(told["words"]),
        _sets(told["outcomes"]),
    )


def _heads(people: dict[str, Any]) -> dict[str, Head]:
    """Return the nouns of people; a later list knows better than an earlier one."""
    heads: dict[str, Head] = {}
    for name, kind in _KINDS.items():
        for one, many in map(_forms_of_noun, people[name].split()):
            heads[many] = replace(kind, lemma=one, plural=True)
            if one != many:
                heads[one] = replace(kind, lemma=one)
    sizes = people["couple"].items()
    return heads | {word: Head(plural=True, count=size, lemma=word) for word, size in sizes}


def _verbs(fates: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Return the verbs of harm in all forms, with their fate and the name of the form."""
    verbs: dict[str, tuple[str, str]] = {}
    for fate, kinds in fates.items():
        regular = (pair for verb in kinds.get("verbs", "").split() for pair in _forms_of_verb(verb))
        verbs |= {word: (fate, form) for word, form in regular}
        for base, forms in kinds.get("forms", {}).items():
            verbs[base] = (fate, "base")
            verbs |= {word: (fate, _form_of(word, base)) for word in forms.split()}
        verbs |= {row.replace(" ", "_"): (fate, _form(row)) for row in kinds.get("phrases", ())}
        verbs |= dict.fromkeys(kinds.get("intransitive", "").split(), (fate, "intransitive"))
    return verbs


def _words_of(fates: dict[str, Any], name: str) -> dict[str, str]:
    return {word: fate for fate, kinds in fates.items() for word in kinds.get(name, "").split()}


def _nouns_of(fates: dict[str, Any], name: str) -> dict[str, str]:
    told = _words_of(fates, name).items()
    return {form: fate for noun, fate in told for form in _forms_of_noun(noun)}


def _tags(
    grammar: dict[str, str],
    heads: Iterable[str],
    verbs: Iterable[str],
    adjectives: Iterable[str],
    nouns: Iterable[str],
) -> dict[str, str]:
    """Return what each word can be: of two tags the later, the one that says more of people."""
    tags = {word: letter for key, letter in _GRAMMAR.items() for word in grammar[key].split()}
    for letter, words in (
        (NOUN, nouns),
        (HEAD, heads),
        (ADJECTIVE, adjectives),
        (FATE, verbs),
        (MODAL, ["to"]),
        (SUBORDINATE, ["and"]),
        (PRONOUN, PRONOUNS),
        (DETERMINER, POSSESSIVE | DEFINITE | {"a", "an"}),
    ):
        tags |= dict.fromkeys(words, letter)
    return tags


def _sets(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in lists.items()}


def some(name: str) -> frozenset[str]:
    """Return one of the closed lists of words."""
    return vocabulary().sets[name]


def _forms_of_noun(word: str) -> tuple[str, str]:
    one, slash, many = word.partition("/")
    return one, many if slash else one + ("es" if one.endswith(("s", "ch", "sh", "x")) else "s")


def _forms_of_verb(verb: str) -> list[tuple[str, str]]:
    stem = verb.removesuffix("e")
    if verb in {"stab", "nab"}:
        stem += verb[-1]
    s = verb + ("es" if verb.endswith("sh") else "s")
    return [(verb, "base"), (s, "base"), (stem + "ed", "past"), (stem + "ing", "ing")]


def _form_of(word: str, base: str) -> str:
    """Return the form of an irregular verb: "shot", "shoots", "shooting" of "shoot"."""
    return "ing" if word.endswith("ing") else "base" if word == base + "s" else "past"


def _form(phrase: str) -> str:
    """Return the form of a verb of two words by its first: "gunning down"."""
    first = phrase.split(" ", maxsplit=1)[0]
    if first.endswith("ing"):
        return "ing"
    return "past" if first.endswith(("ed", "wn")) or first in {"cut", "overcome"} else "base"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence, as written and in small letters, their places and their tags."""

    sentence: str
    raw: list[str]
    low: list[str]
    tags: list[str]
    headline: bool = False
    deadly: frozenset[int] = frozenset()
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def word(self, at: int) -> str:
        """Return a word in small letters; nothing beyond the ends."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def tag(self, at: int) -> str:
        """Return the tag of a word; beyond the ends that of a mark, which ends phrases too."""
        return self.tags[at] if 0 <= at < len(self.tags) else MARK

    def is_capital(self, at: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return 0 <= at < len(self.raw) and self.raw[at][0].isupper()

    def start(self, at: int) -> int:
        """Return where a word begins in the sentence: found when it is asked for, seldom enough."""
        return self._places()[at]

    def end(self, at: int) -> int:
        """Return where a word ends in the sentence."""
        return self.start(at) + len(self.raw[at])

    def at(self, place: int) -> int:
        """Return which word stands at a character."""
        return bisect_right(self._places(), place) - 1

    def _places(self) -> list[int]:
        place = 0
        if not self._starts:
            for word in self.raw:  # nothing but blanks lies between two words
                place = self.sentence.find(word, place)
                self._starts.append(place)
                place += len(word)
        return self._starts


def cut(sentence: str, *, headline: bool = False) -> Words:
    """Cut a sentence into tagged words."""
    sentence = _DASHED_AGE.sub("-", sentence)
    raw = _TOKEN.findall(_plain(sentence))
    low = list(map(str.lower, raw))
    known = vocabulary().tags
    tags = [
        known[word] if word in known else _tag(as_is) for word, as_is in zip(low, raw, strict=True)
    ]
    for at in _initials(raw):
        tags[at] = ""  # "IS fighters"
    _settle_accused(low, tags)
    deadly = _joined(low, tags)
    headline = headline or _is_title_case(raw)
    for at, word in enumerate(() if headline else raw):
        # A verb or noun in the middle of a name: "Brandon Hunter", "Ada Lynch".
        if tags[at] in _NAMES_TOO and word[0].isupper() and _in_a_name(raw, tags, at):
            tags[at] = ""
    return Words(sentence, raw, low, tags, headline, deadly)


def _settle_accused(low: list[str], tags: list[str]) -> None:
    """Tell "seven accused were held" from "a man accused of" and "police accused two men"."""
    for at, word in enumerate(low):
        if word == "accused":
            ends = (tags[at + 1 : at + 2] or [MARK])[0] in _BEHIND_NOUN
            counted = any(quantity(low, k) for k in range(max(at - 2, 0), at))
            tags[at] = HEAD if ends and counted else VERB


def _initials(raw: list[str]) -> list[int]:
    """Return where a verb or pronoun in capitals is no such word, as small ones beside it tell."""
    found = [at for at, word in enumerate(raw) if word in {"IS", "IT", "US"}]
    return found if found and any(word.islower() for word in raw) else []


def _plain(sentence: str) -> str:
    """Blank the marks around a word or two, which are no speech: killed 10 "terrorists".

    And the day that papers put between "were" and what was done: "were on Monday night shot".
    """
    if " on " in sentence or " yesterday" in sentence:
        sentence = _DAY_OF_VERB.sub(lambda found: " " * len(found[0]), sentence)
    if not _MARKED.intersection(sentence):
        return sentence
    return _SCARE.sub(lambda match: f" {match[1]} ", sentence)


@cache
def _longer_verbs() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the verbs of several words by their first: "blown to pieces", "dropped dead"."""
    told = (tuple(word.split("_")) for word in vocabulary().fates if "_" in word)
    rows = (row for row in told if len(row) > 2 or (row[0] and row[-1] not in _PARTICLES))
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows:
        found[row[0]] = (*found.get(row[0], ()), row)
    return found


def _longer(low: list[str], at: int) -> int | None:
    """Return where a verb of several words ends that begins at a word, if one does."""
    rows = _longer_verbs().get(low[at], ())
    return next((at + len(row) for row in rows if tuple(low[at : at + len(row)]) == row), None)


def _joined(low: list[str], tags: list[str]) -> frozenset[int]:
    """Make one of verbs of two words ("gunned down"), and find the verbs that end in death.

    Returns
    -------
    Where those stand: "stabbed his wife to death", "beaten to death".
    """
    deadly = set()
    fates, longer = vocabulary().fates, _longer_verbs()
    for at, word in enumerate(low[1:], start=1):
        if word in _PARTICLES and (phrase := f"{low[at - 1]}_{word}") in fates:
            low[at - 1], tags[at - 1], tags[at] = phrase, FATE, ADVERB
        elif low[at - 1] in longer and (end := _longer(low, at - 1)) is not None:
            low[at - 1], tags[at - 1] = "_".join(low[at - 1 : end]), FATE
            tags[at:end] = [ADVERB] * (end - at)
        elif word == "death" and low[at - 1] == "to":
            verb = _verb_to_death(low, tags, at - 2)
            if verb is not None:
                deadly.add(verb)
                if tags[verb] != FATE:
                    low[verb], tags[verb] = "_slain", FATE
    return frozenset(deadly)


def _verb_to_death(low: list[str], tags: list[str], last: int) -> int | None:
    """Return which word is the verb of "to death": the nearest that can be one."""
    for k in range(last, max(last - DEATH_REACH, -1), -1):
        if tags[k] == FATE or low[k] in some("to_death"):
            return k
        if tags[k] in {MARK, BE, HAVE, SUBORDINATE}:
            return None
    return None


def _is_title_case(raw: list[str]) -> bool:
    """Tell whether nearly every word has a capital, so that a capital makes no name."""
    long = [word for word in raw if word.isalpha() and len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)


def _in_a_name(raw: list[str], tags: list[str], at: int) -> bool:
    return (
        bool(at)
        and raw[at - 1][0].isupper()
        and tags[at - 1] == ""
        and raw[at - 1].lower() not in some("no_person")
        and quantity([raw[at - 1].lower(), ""], 0) is None
    )


def head_of(word: str) -> Head | None:
    """Return what a noun says of people; a compound is what its last part is: "co-pilot"."""
    heads = vocabulary().heads
    head = heads.get(word)
    if head is None and "-of-" in word:
        return heads.get(word.partition("-of-")[0])
    if head is None and "-" in word:
        head = heads.get(word.rpartition("-")[2])
        return head if head is not None and not head.count and head.lemma not in MORE else None
    if head is None and word.endswith(_PERSONS) and word not in some("no_compounds"):
        return heads[next(end for end in _PERSONS if word.endswith(end))]
    return head


def _tag(word: str) -> str:
    if word[0].isalnum():
        # In small letters: "Coleman" and "Rahman" are names.
        open_ended = "-" in word or (word.islower() and word.endswith(_PERSONS))
        if open_ended and head_of(word.lower()) is not None:
            return HEAD
        return ADVERB if word.endswith("ly") and len(word) > 4 else ""
    return MARK

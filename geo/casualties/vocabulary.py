"""The words by which news counts people: who they are, what befalls them, and what stands between.

``vocabulary.toml`` lists the nouns of people, the verbs, adjectives and nouns of what befalls them,
and the small words between. No grammar: a tag says what a word can be.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

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
    "PERSONS",
    "POSSESSIVE",
    "PREPOSITION",
    "PRONOUN",
    "PRONOUNS",
    "SUBORDINATE",
    "VERB",
    "Head",
    "Vocabulary",
    "head_of",
    "some",
    "vocabulary",
]

GENITIVE = frozenset(["'s", "’s"])
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
PERSONS = ("woman", "women", "man", "men", "people", "persons", "person")
"""Ends of compounds of people: "policeperson", "trawlermen"."""
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
    """The words of ``vocabulary.toml``: tags, nouns of people, and what befalls by which word."""

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
        tomllib.loads(
            resources.files("geo.casualties").joinpath("vocabulary.toml").read_text("utf-8")
        )
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


@cache
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
    s = verb + ("es" if verb.endswith(("sh", "ch")) else "s")
    return [(verb, "base"), (s, "base"), (stem + "ed", "past"), (stem + "ing", "ing")]


def _form_of(word: str, base: str) -> str:
    """Return the form of an irregular verb: "shot", "shoots", "shooting" of "shoot"."""
    return "ing" if word.endswith("ing") else "base" if word == base + "s" else "past"


def _form(phrase: str) -> str:
    """Return the form of a verb of two words by its first: "gunning down", "savagely beaten"."""
    first = next(word for word in phrase.split(" ") if not word.endswith("ly"))
    if first.endswith("ing"):
        return "ing"
    past = first.endswith(("ed", "wn", "rn", "en", "nt")) or first in {"cut", "overcome"}
    return "past" if past else "base"


def head_of(word: str) -> Head | None:
    """Return what a noun says of people; a compound is what its last part is: "co-pilot"."""
    heads = vocabulary().heads
    head = heads.get(word)
    if head is None and "-of-" in word:
        return heads.get(word.partition("-of-")[0])
    if head is None and "-" in word:
        head = heads.get(word.rpartition("-")[2])
        return head if head is not None and not head.count and head.lemma not in MORE else None
    if head is None and word.endswith(PERSONS) and word not in some("no_compounds"):
        return heads[next(end for end in PERSONS if word.endswith(end))]
    return head

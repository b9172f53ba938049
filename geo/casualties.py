"""The words by which news counts people, and a sentence cut into words that are tagged by them.

``casualties.toml`` lists the nouns of people, the verbs, adjectives and nouns of what befalls them,
and the small words between. No grammar: a tag says what a word can be.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import Any

from geo.numerals import quantity

__all__ = [
    "ADJECTIVE",
    "ADVERB",
    "BE",
    "DEFINITE",
    "DETERMINER",
    "FATE",
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
_PARTICLES = frozenset({"down", "up", "with"})
_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|[^\W_]+(?:[-’'](?!s\b)[^\W_]+)*|[’']s\b|\S")
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


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of ``casualties.toml``: tags, nouns of people, and what befalls by which word."""

    tags: dict[str, str]
    heads: dict[str, Head]
    fates: dict[str, tuple[str, str]]  # word → fate and form: "past", "ing", "base", "intransitive"
    adjectives: dict[str, str]
    nouns: dict[str, str]
    counted: dict[str, str]
    multiples: dict[str, int]
    sets: dict[str, frozenset[str]]
    conditions: frozenset[str]
    fatally: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with the package."""
    return _read(
        tomllib.loads(resources.files("geo").joinpath("casualties.toml").read_text("utf-8"))
    )


def _read(told: dict[str, Any]) -> Vocabulary:
    people, grammar = told["people"], told["grammar"]
    heads: dict[str, Head] = {}
    for name, sex in (
        ("any", ""),
        ("male", "m"),
        ("female", "f"),
        ("young", ""),
        ("attacker", ""),
        ("bodies", ""),
    ):
        for one, many in map(_forms_of_noun, people[name].split()):
            head = Head(
                sex,
                young=name == "young",
                attacker=name == "attacker",
                body=name == "bodies",
                lemma=one,
            )
            heads[many] = replace(head, plural=True)
            if one != many:
                heads[one] = head
    heads |= {
        word: Head(sex, plural, young=True, lemma=one)
        for word, sex, plural, one in (
            ("boy", "m", False, "boy"),
            ("boys", "m", True, "boy"),
            ("girl", "f", False, "girl"),
            ("girls", "f", True, "girl"),
        )
    }
    heads |= {word: Head(plural=True, count=n, lemma=word) for word, n in people["couple"].items()}
    fates: dict[str, tuple[str, str]] = {}
    adjectives: dict[str, str] = {}
    nouns: dict[str, str] = {}
    counted: dict[str, str] = {}
    for fate, kinds in told["fates"].items():
        for verb in kinds.get("verbs", "").split():
            fates |= {word: (fate, form) for word, form in _forms_of_verb(verb)}
        for base, forms in kinds.get("forms", {}).items():
            fates[base] = (fate, "base")
            fates |= {
                w: (fate, "ing" if w.endswith("ing") else "base" if w == base + "s" else "past")
                for w in forms.split()
            }
        fates |= {row.replace(" ", "_"): (fate, _form(row)) for row in kinds.get("phrases", ())}
        fates |= dict.fromkeys(kinds.get("intransitive", "").split(), (fate, "intransitive"))
        adjectives |= dict.fromkeys(kinds.get("adjectives", "").split(), fate)
        for one, many in map(_forms_of_noun, kinds.get("nouns", "").split()):
            nouns |= {one: fate, many: fate}
        for one, many in map(_forms_of_noun, kinds.get("counted", "").split()):
            counted |= {one: fate, many: fate}
    fates["hurt"] = ("injured", "past")
    tags = {
        word: letter
        for key, letter in (
            ("subordinate", SUBORDINATE),
            ("verbs", VERB),
            ("adverbs", ADVERB),
            ("prepositions", PREPOSITION),
            ("modal", MODAL),
            ("have", HAVE),
            ("be", BE),
        )
        for word in grammar[key].split()
    }
    tags |= dict.fromkeys(nouns, NOUN) | dict.fromkeys(heads, HEAD)
    tags |= (
        dict.fromkeys(adjectives, ADJECTIVE)
        | dict.fromkeys(fates, FATE)
        | {"to": MODAL, "and": SUBORDINATE}
    )
    tags |= dict.fromkeys(PRONOUNS, PRONOUN) | dict.fromkeys(
        POSSESSIVE | DEFINITE | {"a", "an"}, DETERMINER
    )
    return Vocabulary(
        tags,
        heads,
        fates,
        adjectives,
        nouns,
        counted,
        people["multiples"],
        {name: frozenset(words.split()) for name, words in told["words"].items()},
        frozenset(told["fates"]["injured"]["conditions"].split()),
        frozenset(told["fates"]["killed"]["fatally"].split()),
    )


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


def _form(phrase: str) -> str:
    """Return the form of a verb of two words by its first: "gunning down"."""
    first = phrase.split(" ", maxsplit=1)[0]
    if first.endswith("ing"):
        return "ing"
    return "past" if first.endswith(("ed", "wn")) or first == "cut" else "base"


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

    def start(self, at: int) -> int:
        """Return where a word begins in the sentence: found when it is asked for, seldom enough."""
        place = 0
        if not self._starts:
            for word in self.raw:  # nothing but blanks lies between two words
                place = self.sentence.find(word, place)
                self._starts.append(place)
                place += len(word)
        return self._starts[at]

    def end(self, at: int) -> int:
        """Return where a word ends in the sentence."""
        return self.start(at) + len(self.raw[at])


def cut(sentence: str, *, headline: bool = False) -> Words:
    """Cut a sentence into tagged words."""
    raw = _TOKEN.findall(sentence)
    low = list(map(str.lower, raw))
    known = vocabulary().tags
    tags = [known[word] if word in known else _tag(word) for word in low]
    deadly = _joined(low, tags)
    headline = headline or _is_title_case(raw)
    for at, word in enumerate(raw):
        # A verb or noun in the middle of a name: "Brandon Hunter".
        if tags[at] == HEAD and word[0].isupper() and not headline and _in_a_name(raw, tags, at):
            tags[at] = ""
    return Words(sentence, raw, low, tags, headline, deadly)


def _joined(low: list[str], tags: list[str]) -> frozenset[int]:
    """Make one of verbs of two words ("gunned down"), and find the verbs that end in death.

    Returns
    -------
    Where those stand: "stabbed his wife to death", "beaten to death".
    """
    deadly = set()
    fates = vocabulary().fates
    for at, word in enumerate(low[1:], start=1):
        if word in _PARTICLES and (phrase := f"{low[at - 1]}_{word}") in fates:
            low[at - 1], tags[at - 1], tags[at] = phrase, FATE, ADVERB
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
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


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
    if head is None and "-" in word:
        head = heads.get(word.rpartition("-")[2])
        return head if head is not None and not head.count and head.lemma not in MORE else None
    return head


def _tag(word: str) -> str:
    if word[0].isalnum():
        if "-" in word and head_of(word) is not None:
            return HEAD
        return ADVERB if word.endswith("ly") and len(word) > 4 else ""
    return MARK

"""A sentence cut into words, each tagged by what it can be to those who count people.

The tags and the words that have them are those of ``geo.casualties.vocabulary``. No grammar: verbs
of several words become one ("gunned down"), and a verb or noun in the middle of a name is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from geo.casualties.vocabulary import (
    ADVERB,
    BE,
    FATE,
    HAVE,
    HEAD,
    MARK,
    MODAL,
    PERSONS,
    PREPOSITION,
    SUBORDINATE,
    VERB,
    head_of,
    some,
    vocabulary,
)
from geo.language.late import late
from geo.language.numerals import quantity
from geo.language.sequences import DAY_BETWEEN

__all__ = ["Words", "cut", "is_besides"]

DEATH_REACH = 7
"""Words between a verb and "to death" at most: "beat the 60-year-old guard to death"."""
HEADLINE = 12
"""Words of a line without a full stop that is a headline, at most."""
TITLE_CASE = 0.8
"""Share of the longer words with a capital from which a capital makes no name."""
_PARTICLES = frozenset({"down", "up", "with"})
_MARKED = tuple('"“”‘')
_SCARE = late(r"[\"“‘]((?:[^\W_]|-)+(?:\s(?:[^\W_]|-)+)?)[\"”’](?!\w)")
# "U.S." is one word: two U.S. soldiers are two.
_TOKEN = re.compile(
    r"[a-z]++(?![\w.'’-])"  # most words: found so in half the time
    r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|(?<![^\W_])(?:[A-Z]\.){2,}(?=\s+[a-z])"
    r"|[^\W_]+(?:[-’'](?!s\b)[^\W_]+)*|[’']s\b|\S"
)
# The day between "were" and what was done: "were on Monday night shot".
_DAY_OF_VERB = re.compile(
    r"(?:(?<=\bwas )|(?<=\bwere )|(?<=\bbeen )|(?<=\bhas )|(?<=\bhave ))"
    rf"(?:{DAY_BETWEEN}|(?:in|during) the (?:(?:late|early) )?[a-z]+ hours)"
    r"(?= (?:[a-z]+ly )?[a-z]+(?:ed|en|n|t)\b)",
    re.IGNORECASE,
)
# "A 19–year–old": as long as with hyphens, so that words keep their places.
_DASHED_AGE = re.compile(r"(?<=\w)[‐‑–—](?=(?:years?|months?|weeks?|days?)[‐‑–—-]olds?\b|olds?\b)")
_BEHIND_NOUN = frozenset({BE, HAVE, MODAL, MARK})
"""What a noun stands before that may be a participle as well."""
_BESIDES = (["in", "addition", "to"], ["besides"], ["apart", "from"], ["aside", "from"])
"""What opens a sentence with those whom the same befell as the others."""
_NAMES_TOO = frozenset({HEAD, FATE})
# What a bracket inside a phrase of people holds: a short form, a name, another source's number.
# Half of 60 notes of coders whose dead were not counted had one: "a Border Guard (BG) soldier".
_BRACKET = late(
    r"\s?\((?:[A-Z][\w.&/’'-]*(?:\s[A-Z][\w.&/’'-]*){0,3}|"
    r"(?:(?:,\s|\sand\s|,\sand\s)?\d{1,2}\s[A-Z]\w+){1,4}|"
    r"(?:some|other|another|one)\s(?:sources?|reports?|accounts?)\s[^()]{3,30})\)(?=\s[a-z\[])"
    r"|\s?\[[A-Z][^\[\]\d]{3,80}\](?=\s[a-z])"
)
_INCL = re.compile(r"\bincl\.")
_SLASHED = re.compile(r"(?<=[A-Z])/(?=[A-Z])")
"""Between two short forms: "five ABC/XYZ militants"."""
_NUMERIC_DAY = re.compile(r"(?<![\w/.])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\w/])")
"""A day in digits: of "on 23/06, 20 people were killed" it makes no number of people."""


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
        if not self._starts:
            place, plain = 0, _plain(self.sentence)  # in which only blanks lie between two words
            for word in self.raw:
                place = plain.find(word, place)
                self._starts.append(place)
                place += len(word)
        return self._starts


def cut(sentence: str, *, headline: bool = False) -> Words:
    """Cut a sentence into tagged words."""
    if not sentence.isascii():  # nor are its dashes
        sentence = _DASHED_AGE.sub("-", sentence)
    raw = _TOKEN.findall(_plain(sentence))
    low = list(map(str.lower, raw))
    low = ["including" if word == "incl" else word for word in low] if "incl" in low else low
    known = vocabulary().tags
    tags = [
        known[word] if word in known else _tag(as_is) for word, as_is in zip(low, raw, strict=True)
    ]
    for at in _initials(raw):
        tags[at] = ""  # "IS fighters"
    _settle_accused(low, tags)
    _settle_heads(low, tags)
    deadly = _joined(low, tags)
    # A list of names ends with a full stop as no headline does.
    headline = headline or _is_unended(raw) or (_is_title_case(raw) and raw[-1] != ".")
    for at, word in enumerate(() if headline else raw):
        # A verb or noun in the middle of a name: "Brandon Hunter", "Ada Lynch".
        if tags[at] in _NAMES_TOO and word[0].isupper() and _in_a_name(raw, tags, at):
            tags[at] = ""
    return Words(sentence, raw, low, tags, headline, deadly)


def is_besides(words: Words, at: int) -> bool:
    """Tell whether somebody is named first, beside others: "in addition to the bomber,"."""
    return any(words.low[max(at - len(row), 0) : at] == row for row in _BESIDES)


def _settle_accused(low: list[str], tags: list[str]) -> None:
    """Tell "seven accused were held" from "a man accused of" and "police accused two men"."""
    for at, word in enumerate(low):
        if word == "accused":
            ends = (tags[at + 1 : at + 2] or [MARK])[0] in _BEHIND_NOUN
            counted = any(quantity(low, k) for k in range(max(at - 2, 0), at))
            tags[at] = HEAD if ends and counted else VERB


def _settle_heads(low: list[str], tags: list[str]) -> None:
    """Tell "the head of the agency" and "a head constable" from "shot in the head".

    And "a police major" from "a major road".
    """
    for at, word in enumerate(low):
        if word == "major":
            behind = (low[at + 1 : at + 2] or ["."])[0]
            ends = vocabulary().tags.get(behind, "") not in {HEAD, ""} or not behind.isalpha()
            ends |= behind in vocabulary().outcomes["lost"] | some("suffer") | some("needed")
            tags[at] = HEAD if ends and at > 0 and tags[at - 1] == HEAD else ""
        if word == "head":
            leads = (tags[at + 1 : at + 2] or [MARK])[0] == HEAD
            of = low[at + 1 : at + 2] == ["of"] and at > 0 and low[at - 1] in some("before_head")
            hurt = at > 1 and tags[at - 2] == PREPOSITION  # "in the head of"
            tags[at] = HEAD if leads or (of and not hurt) else ""


def _initials(raw: list[str]) -> list[int]:
    """Return where a verb or pronoun in capitals is no such word, as small ones beside it tell.

    Nor is the "A" of "A.K.".
    """
    found = [
        at
        for at, word in enumerate(raw)
        if word in {"IS", "IT", "US"} or (word == "A" and raw[at + 1 : at + 2] == ["."])
    ]
    return found if found and any(word.islower() for word in raw) else []


def _plain(sentence: str) -> str:
    """Blank the marks around a word or two, which are no speech: killed 10 "terrorists".

    And the day that papers put between "were" and what was done: "were on Monday night shot"; a
    day in digits; and what a bracket only adds to a name.
    """
    if "/" in sentence:
        sentence = _NUMERIC_DAY.sub(lambda found: " " * len(found[0]), sentence)
        sentence = sentence.replace(" and/or ", " and    ")
        sentence = _SLASHED.sub("-", sentence)
    if "(" in sentence or "[" in sentence:
        sentence = _BRACKET.sub(lambda found: " " * len(found[0]), sentence)
    if " incl" in sentence:
        sentence = _INCL.sub("incl ", sentence)
    if " on " in sentence or " yesterday" in sentence or " hours " in sentence:
        sentence = _DAY_OF_VERB.sub(lambda found: " " * len(found[0]), sentence)
    if not any(map(sentence.__contains__, _MARKED)):
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
                    # "Who was hit in the neck bled to death": nobody did it to him.
                    by_itself = low[verb] in some("dies_of_itself")
                    low[verb], tags[verb] = "died" if by_itself else "_slain", FATE
    return frozenset(deadly)


def _verb_to_death(low: list[str], tags: list[str], last: int) -> int | None:
    """Return which word is the verb of "to death": the nearest that can be one."""
    for k in range(last, max(last - DEATH_REACH, -1), -1):
        if tags[k] == FATE or low[k] in some("to_death"):
            return k
        both = k > 0 and low[k] == "and" and tags[k - 1] == HEAD  # "his wife and two sons to death"
        if (tags[k] in {MARK, BE, HAVE, SUBORDINATE} and not both) or _is_past(low[k]):
            return None
    return None


def _is_past(word: str) -> bool:
    """Tell whether a word may be another verb: no "beat a suspected thief to death"."""
    return word.endswith("ed") and word not in some("supposed")


def _is_unended(raw: list[str]) -> bool:
    """Tell whether no mark ends a line, as none ends a headline: "Two die in Lodrin shooting"."""
    return 0 < len(raw) <= HEADLINE and raw[-1][-1].isalnum()


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


def _tag(word: str) -> str:
    if word[0].isalnum():
        # In small letters: "Coleman" and "Rahman" are names.
        open_ended = "-" in word or (word.islower() and word.endswith(PERSONS))
        if open_ended and head_of(word.lower()) is not None:
            return HEAD
        plain = word.lower() in {"elderly", "family"}  # "elderly man killed by neighbours"
        return ADVERB if word.endswith("ly") and len(word) > 4 and not plain else ""
    return MARK

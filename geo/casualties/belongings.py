"""Whom a phrase of people belongs to is part of it: "four members of the security forces"."""

from __future__ import annotations

from dataclasses import replace

from geo.casualties.persons import Person
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    ADJECTIVE,
    BE,
    DETERMINER,
    FATE,
    GENITIVE,
    HAVE,
    HEAD,
    NOUN,
    some,
    vocabulary,
)
from geo.language.clauses import is_past

__all__ = ["with_owner"]

OWNER = 6
"""Words behind "of" at most."""
_INSIDE = frozenset({ADJECTIVE, DETERMINER, HEAD, NOUN, ""})
_OTHERS = frozenset({"a", "an", "two", "three", "four", "five", "his", "her", "their"})
"""Behind "of", those who are somebody else: "the mother of a boy"."""
_RELATIVE = frozenset({"who", "whom", "whose", "that"})
_LEADS = frozenset({"of", "from", "with", "at"})
_MARKS = frozenset({"and", "or", "of"})


def with_owner(words: Words, person: Person) -> Person:
    """Return a person whose phrase ends behind what it is of.

    Then what stands behind that, a verb or "and", stands right behind the person.

    Examples
    --------
    >>> from geo.casualties.tokens import cut
    >>> words = cut("Two members of the security forces and a nun were shot.")
    >>> with_owner(words, Person(0, 2, None, "number", head="member")).last
    6
    """
    of = person.last
    lead = words.word(of)
    if lead not in _LEADS or not person.head or person.body or person.form == "pronoun":
        return person
    if person.head in some("by_groups") or words.headline or words.word(of + 1) in _OTHERS:
        return person
    end = of + 1
    while end - of <= OWNER and _is_inside(words, end):
        end += 1
    described = words.word(end) in _RELATIVE and HEAD in words.tags[of:end]
    if end == of + 1 or described or not (lead == "of" or _goes_on(words, of + 1, end)):
        return person
    return replace(person, last=end)


def _goes_on(words: Words, first: int, end: int) -> bool:
    """Tell whether "from the village" is of the people before it: their verb or others follow.

    "Killed six in Arno and four in Belt" are two places, and "in the village" may be where it was.
    """
    follows = words.tag(end) in {BE, FATE, HAVE} or words.low[end : end + 1] == ["and"]
    return words.word(first) == "the" and (follows or words.word(end) in vocabulary().adjectives)


def _is_inside(words: Words, k: int) -> bool:
    word = words.word(k)
    if word in GENITIVE:
        return True  # "members of the judge's escort", "a niece of Lind's"
    if not word or word in _MARKS or words.tag(k) not in _INSIDE:
        return False
    if word in vocabulary().adjectives and words.tag(k + 1) not in {HEAD, NOUN, ""}:
        return False  # "left two members of the guard dead"
    plain = words.tag(k) == "" and not words.is_capital(k)
    return not (plain and (is_past(word) or word.endswith("ing")))

"""Read so many of a group that goes by a name or by letters: "80 Zor Bala", "two ABC were"."""

from __future__ import annotations

from geo.casualties.persons import ONE, Opening, Person
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    ADVERB,
    BE,
    HEAD,
    MARK,
    PREPOSITION,
    SUBORDINATE,
    some,
    vocabulary,
)

__all__ = ["band", "is_killed"]

GROUP_WORDS = 3
"""Words of the name of a group at most."""
INITIALS = (2, 5)
"""Letters of a short form at least and at most."""
LISTED = 8
"""Words from the first of a list to its verb at most: "one ABC and two farmers were"."""


def band(words: Words, opening: Opening) -> Person | None:
    """Read so many of a group that has a name: "80 Zor Bala were killed", "12 Zor Bala dead"."""
    k = start = opening.last
    while k - start < GROUP_WORDS and _is_of_band(words, k):
        k += 1
    count, letters = opening.count, k == start + 1 and _are_initials(words.raw[start])
    several = count is not None and (count.minimum > 1 or (letters and count == ONE))
    if k == start or not several or any(w in some("no_person") for w in words.low[start:k]):
        return None
    if opening.form != "number" or not (
        _befell(words, k, listed=letters) or _are_objects(words, opening, k)
    ):
        return None
    return Person(opening.first, k, opening.count, opening.form, head="people")


def _is_of_band(words: Words, k: int) -> bool:
    """Tell whether a word is of a group's name: "al Varn", "Zor Bala"."""
    if words.word(k) in some("particles"):
        return words.is_capital(k + 1) and words.tag(k + 1) == ""
    return words.is_capital(k) and words.tag(k) == ""


def _are_initials(word: str) -> bool:
    return word.isalpha() and word.isupper() and INITIALS[0] <= len(word) <= INITIALS[1]


def _befell(words: Words, k: int, *, listed: bool) -> bool:
    """Tell whether those who end before a word were killed or hurt, or others together with them.

    "80 Zor Bala were killed", "12 Zor Bala dead"; ``listed``: "one ABC and one farmer were".
    """
    verb = k
    if listed and words.word(k) == "and":
        verb = next((j for j in range(k, k + LISTED) if words.tag(j) == BE), k)
    first = verb
    while words.tag(verb) in {BE, ADVERB}:
        verb += 1
    fates, dead = vocabulary().fates, vocabulary().adjectives.get(words.word(verb)) == "killed"
    were = verb > first or (verb == k and words.tag(k + 1) in {MARK, PREPOSITION})
    return dead or (were and fates.get(words.word(verb), ("", ""))[0] in {"killed", "injured"})


def _are_objects(words: Words, opening: Opening, k: int) -> bool:
    """Tell whether so many were killed by the verb before: "killed 12 Zor Bala in"."""
    ends, lead = words.tag(k) in {MARK, PREPOSITION, SUBORDINATE, ADVERB}, opening.first - 1
    # "Killing one soldier, six Zor Bala": whether the list is of the dead its verb tells.
    listed = words.word(lead) in {",", "and"} and words.tag(lead - 1) == HEAD
    return ends and (is_killed(words, opening.first) or listed)


def is_killed(words: Words, at: int) -> bool:
    """Tell whether a phrase is the object of a verb that takes people: "killing a sentry"."""
    return vocabulary().fates.get(words.word(at - 1), ("", ""))[0] in {"killed", "injured"}

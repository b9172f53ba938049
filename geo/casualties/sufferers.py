"""Tell whether what a word of harm is about are people who came to harm.

Drones are shot down, papers executed, and "neither he nor his son was hurt".
"""

from __future__ import annotations

from geo.casualties.hurts import is_body
from geo.casualties.subjects import Harm
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import BE, some

__all__ = ["is_of_people"]

BEFORE_DENIED = 2
"""Words before a person in which "nor" stands: "nor did she", "neither of the two"."""
_DENYING = frozenset({"nor", "neither"})


def is_of_people(words: Words, harm: Harm) -> bool:
    """Tell whether a harm befell people: not what is denied, nor an unknown noun.

    What is hit or struck may be anything, and so may a bare number: "122 drones,
    of which 98 had been shot down". A rebel base is no rebel.
    """
    if _is_of_papers(words, harm) or _is_denied(words, harm):
        return False
    if not harm.people:
        return True
    strangers = all(person.stranger for person in harm.people)
    if strangers and words.low[words.at(harm.at)] == "blown_up":
        return False  # "two pylons were blown up"
    if harm.fate not in {"struck", "treated"}:
        return True
    if strangers:
        return _is_hit_on_body(words, words.at(harm.at))
    if all(_is_theirs(words, person.last) for person in harm.people):
        return False
    bare = all(person.form in {"number", "part"} or person.part for person in harm.people)
    nameless = bare and not any(person.head or person.ages for person in harm.people)
    return not (nameless and _is_shot_down(words))


def _is_theirs(words: Words, end: int) -> bool:
    """Tell whether people only say whose thing was hit: "a rebel supply base"."""
    if words.word(end) in some("of_theirs"):
        return True
    plain = words.tag(end) == "" and not words.is_capital(end)
    return plain and words.word(end + 1) in some("of_theirs")


def _is_denied(words: Words, harm: Harm) -> bool:
    """Tell whether a word before denies what is said of some: "neither he nor his son was hurt"."""
    first = words.at(harm.start)
    if _DENYING.isdisjoint(words.low[max(first - BEFORE_DENIED, 0) : first]):
        return False
    # "Neither of the two men shot in X was armed": they were shot.
    last, at = words.at(harm.end - 1) + 1, words.at(harm.at)
    inverted = words.tag(first - 1) == BE  # "nor was her son hurt"
    return inverted or at < last or (at > last and "who" not in words.low[last:at])


def _is_of_papers(words: Words, harm: Harm) -> bool:
    """Tell whether papers were executed, of which a number is told: "18 warrants"."""
    if words.low[words.at(harm.at)] not in {"executed", "executing"}:
        return False
    bare = all(person.stranger or not person.head for person in harm.people)
    return bare and not some("papers").isdisjoint(words.low)


def _is_hit_on_body(words: Words, at: int) -> bool:
    """Tell whether the word of harm names a part of the body: "was struck on the forearm"."""
    return words.word(at + 1) in some("onto_body") and is_body(words, at + 2)


def _is_shot_down(words: Words) -> bool:
    """Tell whether a sentence tells of drones or aircraft that were shot down."""
    if some("airborne").isdisjoint(words.low):
        return False
    return any(words.low[k : k + 2] == ["shot", "down"] for k in range(len(words.low) - 1))

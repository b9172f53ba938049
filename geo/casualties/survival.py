"""Read who survived, whom nobody could save, and who died of what he was hurt by.

"Is expected to recover", "doctors could not save her", "was taken off life support".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from geo.casualties.persons import Person
from geo.casualties.subjects import Harm, Who
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import ADVERB, BE, MARK, MODAL, SUBORDINATE, VERB, some

__all__ = ["died_of_hurt", "is_usual", "life_support", "made_it", "saved", "survive"]

NEAR = 3
"""Words from "expected" to "survive", from "unable" to "save" at most, one more for "to"."""
LIVES = 5
"""Words from "taken" to "life support" at most."""


def survive(who: Who, at: int) -> Iterator[Harm]:
    """Read "are expected to survive", "is recovering", "did not survive"."""
    words, low, k = who.words, who.words.low, at - 1
    if (first := _nobody(low, at)) is not None:
        yield who.harm("killed", [Person(first, at, None, "pronoun", head="them")], at)
        return
    hopes = {"to", "expected", "likely"}
    if low[at] == "recovery":  # "is expected to make a full recovery"
        k = next((j for j in range(k, max(at - 1 - NEAR, -1), -1) if low[j] == "make"), 0) - 1
        at = k + 1
        if k < 0:
            return
    while at - k <= NEAR and (words.word(k) in hopes or words.tag(k) == ADVERB):
        k -= 1
    if words.tag(k) == BE and "not" not in low[k:at]:
        yield from who.of_subject(at, who.auxiliaries(k), "injured")
    elif words.word(at - 1) in {"didn't", "didn’t"}:
        yield from who.of_subject(at, at - 1, "killed")
    elif low[at] == "survive" and low[max(at - 2, 0) : at] == ["did", "not"]:
        yield from who.of_subject(at, at - 2, "killed")


def _nobody(low: Sequence[str], at: int) -> int | None:
    """Return where "none of them", "neither" stands before a word, if nothing else does."""
    start = at - 1 - 2 * (low[max(at - 2, 0) : at] == ["of", "them"])
    return start if start >= 0 and low[start] in {"none", "neither"} else None


HABIT = 9
"""Words behind "die" in which it is said how often: "die in such fires every year"."""


def is_usual(words: Words, at: int) -> bool:
    """Tell "two die every day", "may die" and "left to die" from "two die in a blast"."""
    if words.low[at] != "die":
        return False
    led = words.word(at - 1) == "to" or words.tag(at - 1) in {MODAL, VERB, ADVERB}
    behind = words.low[at + 1 : at + 1 + HABIT]
    rate = any(
        word in some("each") and next_word in some("periods")
        for word, next_word in pairwise(behind)
    )
    return led or rate or not some("habitual").isdisjoint(behind)


def saved(who: Who, at: int) -> Iterator[Harm]:
    """Read "doctors could not save her", "could not be revived", "were unable to save him"."""
    low = who.words.low
    if some("in_vain").isdisjoint(low[max(at - NEAR - 1, 0) : at]):
        return
    if who.words.word(at - 1) == "be":
        k = at - 1
        while who.words.tag(k) in {BE, MODAL} or low[k] in some("in_vain"):
            k -= 1
        yield from who.of_subject(at, k + 1, "killed")
        return
    group = who.group_at(at + 1)
    if group is not None and group[0].count is not None:
        yield who.harm("killed", group, at, active=True)


def made_it(who: Who, at: int) -> Iterator[Harm]:
    """Read "did not make it", unlike "did not make it to work"; "made it to the clinic"."""
    low, k = who.words.low, at - 1
    to_house = low[at + 1 : at + 3] == ["it", "to"]
    if low[at] == "made" and to_house and not some("in_wards").isdisjoint(low[at + 3 : at + 6]):
        yield from who.of_subject(at, who.auxiliaries(at), "treated")
        return
    ends = who.words.word(at + 1) == "it" and who.words.tag(at + 2) in {MARK, SUBORDINATE}
    if ends and low[k] in some("in_vain") and some("modest").isdisjoint(low[k - 1 : k]):
        yield from who.of_subject(at, k - (low[k] == "not"), "killed")


def life_support(who: Who, at: int) -> Iterator[Harm]:
    """Read "was taken off life support", "removed him from life support"."""
    words, low = who.words, who.words.low
    near = range(at - 1, max(at - 1 - LIVES, -1), -1)
    k = next((k for k in near if low[k] in {"taken", "took", "take", "removed", "remove"}), None)
    if k is None or {"off", "from"}.isdisjoint(low[k:at]):
        return
    group = who.group_at(k + 1)
    if group is not None:
        yield who.harm("killed", group, at, active=True)
    elif words.tag(k - 1) in {BE, ADVERB} and not who.unreal(k - 1):
        yield from who.of_subject(at, who.auxiliaries(k), "killed")


def died_of_hurt(words: Words, told: Sequence[Harm]) -> list[Harm]:
    """Mark who is told dead as one of the hurt: "a girl who was among the injured died"."""
    hurt_too = (h for h in told if h.fate == "injured" and h.people)
    hurt = {h.start for h in hurt_too if _was_told_hurt(words, h.people[0])}
    return [
        replace(h, people=(replace(h.people[0], part=True, fate="injured"), *h.people[1:]))
        if h.fate == "killed" and h.people and h.start in hurt and not h.people[0].part
        else h
        for h in told
    ]


def _was_told_hurt(words: Words, person: Person) -> bool:
    """Tell whether somebody is one of the hurt: "a girl who had been wounded died"."""
    return person.part or words.low[person.last : person.last + 3] == ["who", "had", "been"]

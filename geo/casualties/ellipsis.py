"""Read what a sentence leaves out: whose verb stands in the clause before, or in no clause.

"A woman was hit in the shoulder and a boy in the foot", "ten in Arno and another six in Belt", "the
dead included two children".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.casualties.persons import Person
from geo.casualties.subjects import Harm, Who
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    ADVERB,
    BE,
    FATE,
    GENITIVE,
    HAVE,
    MARK,
    MODAL,
    PREPOSITION,
    SUBORDINATE,
    VERB,
    some,
    vocabulary,
)
from geo.language.numerals import quantity
from geo.model import Count

__all__ = [
    "among",
    "as_many",
    "by_then",
    "called",
    "gapped",
    "inverted",
    "listed",
    "numbered",
    "of_those",
    "parts",
    "so_did",
]

IN_CARE = 3
"""Words from "in" to "hospital" or "condition" at most."""
ASIDE = 8
"""Words of "killed in the blast were" before its last at most."""
NAMING = 4
"""Words from "identified" to "the dead as" at most."""
GAP = 14
"""Words between a verb and those it is left out for at most."""
PARTICIPLE = 3
"""Words from "of those", "an equal number" to what befell them at most: "as many were wounded"."""
_TO_DIE = (["to", "die"], ["killed", "in"], ["to", "perish"])
_SAME = {"equal": "number", "same": "number", "as": "many"}
_FINITE = frozenset({BE, HAVE, VERB, FATE, MODAL})
_BETWEEN = _FINITE | {SUBORDINATE}
_SHARED = frozenset({"killed", "injured", "struck", "arrested"})
_INCLUDE = frozenset({"included", "include", "includes"})


def parts(people: Sequence[Person]) -> list[Person]:
    """Mark people as a part of those who were told of."""
    return [replace(person, part=True) for person in people]


def _fate_of(word: str) -> str:
    """Return what befell those of whom a word tells: "the dead", "those killed"."""
    known = vocabulary()
    return known.adjectives.get(word) or known.fates.get(word, ("", ""))[0]


# ---- a verb left out


def gapped(who: Who, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield what befell those who share the verb of the clause before.

    Others ("another six in Belt") need only a preposition behind; anybody else the one that the
    verb has: "hit in the shoulder and a boy in the foot".
    """
    told = {person.first for harm in found for person in harm.people}
    for group in who.groups:
        person, end = group[0], group[-1].last
        if person.first in told or person.count is None or person.part or person.attacker:
            continue
        if (goal := _next_goal(who, found, group)) is not None:
            yield goal
            continue
        if who.words.tag(end) != PREPOSITION or _goes_on(who.words, end):
            continue
        before = _verb_before(who.words, found, person)
        if before is None:
            continue
        if _is_alive(who.words, end):
            yield who.harm("injured", group, end)
            continue
        parallel = who.words.low[end] in who.words.low[who.words.at(before.at) : person.first]
        # "Two were killed in Arno and three in Belt."
        bare = person.form == "number" and not person.head
        # Who was hit in the arm is hurt; who shares the verb may be hit elsewhere.
        fate = vocabulary().fates.get(who.words.low[who.words.at(before.at)], (before.fate, ""))[0]
        hit = fate == "struck" and before.fate != "killed"
        if person.more or person.form == "other" or (parallel and (bare or hit)):
            yield who.harm(fate if hit else before.fate, group, end, active=before.active)


def _next_goal(who: Who, found: Sequence[Harm], group: Sequence[Person]) -> Harm | None:
    """Return what befell whom "then" names next: "shot a guard, then a clerk who ran"."""
    words, first = who.words, group[0].first
    if words.word(first - 1) != "then" or words.word(first - 2) not in {",", "and"}:
        return None
    end = words.word(group[-1].last)
    if words.tag(group[-1].last) not in {MARK, PREPOSITION} and end not in {"who", "and", "before"}:
        return None  # "shot a guard, then a clerk ran"
    start = words.start(first)
    before = max((harm for harm in found if harm.at < start), key=_place, default=None)
    if before is None or not before.active or before.fate not in _SHARED:
        return None
    return who.harm(before.fate, list(group), words.at(before.at), active=True)


def _is_alive(words: Words, end: int) -> bool:
    """Tell whether a phrase says that they live: "one dead and three others in the hospital"."""
    words_behind = words.low[end + 1 : end + 1 + IN_CARE]
    return words.word(end) == "in" and not some("in_care").isdisjoint(words_behind)


def _verb_before(words: Words, found: Sequence[Harm], person: Person) -> Harm | None:
    """Return the harm of the clause before, if "and" or a comma alone parts it from a phrase."""
    if person.first < 2 or words.low[person.first - 1] not in {"and", ","}:
        return None
    start = words.start(person.first)
    before = max((harm for harm in found if harm.at < start), key=_place, default=None)
    if before is None or before.fate not in _SHARED or before.own or not before.people:
        return None
    verb = words.at(before.at)
    between = range(verb + 1, person.first - 1)
    if person.first - verb > GAP or any(
        words.tags[k] in _BETWEEN and not _is_noun(words, k) for k in between
    ):
        return None
    return before


def _place(harm: Harm) -> int:
    return harm.at


def _goes_on(words: Words, end: int) -> bool:
    """Tell whether a phrase has a verb of its own in its clause."""
    for k in range(end, len(words.tags)):
        if words.tags[k] == MARK or words.low[k] in {"and", "while", "when"}:
            return False
        if words.tags[k] in _FINITE and words.low[k] != "to" and not _is_noun(words, k):
            return True
    return False


def _is_noun(words: Words, k: int) -> bool:
    """Tell whether a word of harm names a deed: "in a shooting"."""
    return words.tags[k] == FATE and vocabulary().fates[words.low[k]][1] == "ing"


def as_many(who: Who, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield "an equal number wounded", "as many injured": as many as it says before."""
    words, fates = who.words, vocabulary().fates
    for k, word in enumerate(words.low):
        if word not in _SAME or words.word(k + 1) != _SAME[word]:
            continue
        if words.word(k - 1) in {"twice", "times", "half"}:
            continue
        near = range(k + 2, min(k + 2 + PARTICIPLE, len(words.low)))
        at = next((j for j in near if words.low[j] in fates), None)
        start, end = words.start(k), words.end(k + 1)
        counted = (harm for harm in found if harm.at < start and harm.count is not None)
        before = max(counted, key=_place, default=None)
        if at is not None and before is not None and fates[words.low[at]][1] == "past":
            yield Harm(fates[words.low[at]][0], (), before.count, start, end, words.start(at))


def by_then(who: Who, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield how many it had become: "counted 49 bodies by Monday and 53 by Tuesday"."""
    words, low = who.words, who.words.low
    if low.count("by") < 2:
        return
    for k, word in enumerate(low):
        number = quantity(low, k - 1) if word == "by" and k > 1 else None
        if number is None or number[1] != k or low[k - 2] not in {"and", ",", "then", "to"}:
            continue
        start, end = words.start(k - 1), words.end(k - 1)
        counted = (harm for harm in found if harm.at < start and harm.count is not None)
        before = max(counted, key=_place, default=None)
        if before is not None and "by" in low[words.at(before.at) : k - 1]:
            toll = before.fate == "killed"
            yield Harm(before.fate, (), number[0], start, end, start, toll=toll)


def so_did(who: Who, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield whom the same befell: "the driver died, as did two clerks", "and so was his wife"."""
    words = who.words
    for k, word in enumerate(words.low[:-2]):
        if word not in {"as", "so"} or words.low[k + 1] not in {"did", "was", "were", "had"}:
            continue
        group, start = who.group_at(k + 2), words.start(k)
        before = max((harm for harm in found if harm.at < start), key=_place, default=None)
        near = before is not None and k - words.at(before.at) <= GAP
        if group is not None and before is not None and near and not before.active:
            yield who.harm(before.fate, _as_more(group), k)


def _as_more(group: Sequence[Person]) -> list[Person]:
    """Mark people as others than those who were told of."""
    return [replace(person, more=True) for person in group]


def inverted(who: Who) -> Iterator[Harm]:
    """Yield who stands behind the verb: "killed were a nurse and two drivers", "also hurt was"."""
    words = who.words
    at = int(words.word(0) == "also")
    fate = _fate_of(words.word(at))
    if not fate or vocabulary().fates.get(words.low[at], ("", "past"))[1] != "past":
        return
    be = next(
        (k for k in range(at + 1, min(at + 1 + ASIDE, len(words.low))) if words.tags[k] == BE), 0
    )
    between = words.tags[at + 1 : be]
    if be and (not between or (between[0] == PREPOSITION and _FINITE.isdisjoint(between))):
        named = _listed_from(who, be + 1)
        if named and not any(group[0].first < be for group in who.groups):
            yield who.harm(fate, named, at)


def _listed_from(who: Who, first: int) -> list[Person]:
    """Return the people of a list that begins at a word, whatever marks part them."""
    group = who.group_at(first)
    named: list[Person] = []
    while group is not None:
        named += group
        k = group[-1].last
        while who.words.word(k) in {",", ";", "and"}:
            k += 1
        group = who.group_at(k) if k > group[-1].last else None
    return named


# ---- a whole and its parts


def listed(who: Who) -> Iterator[Harm]:
    """Yield who is named as a part: "the dead included two women", "among the dead was a boy"."""
    words = who.words
    for group in who.groups:
        fated = group[-1]
        if fated.fate is None or fated.head or fated.form != "definite":
            continue
        k = _past_place(words, fated.last)
        fate = vocabulary().adjectives.get(words.low[fated.last - 1])
        named = _listed_from(who, k + 1)
        if fate is None or not named or not (words.tag(k) == BE or words.word(k) in _INCLUDE):
            continue
        listed_behind = words.word(fated.first - 1) == "among" or words.word(k) in _INCLUDE
        whole = not listed_behind and all(p.name for p in named)
        yield who.harm(fate, named if whole else parts(named), k)


def _past_place(words: Words, k: int) -> int:
    """Go past where the dead were: "among the dead in the blast in Arno were two boys"."""
    if words.tag(k) != PREPOSITION:
        return k
    for at in range(k + 1, min(k + 1 + ASIDE, len(words.low))):
        if words.tags[at] == BE or words.low[at] in _INCLUDE:
            return at
        ends = words.tags[at] in _FINITE | {MARK, SUBORDINATE}
        if ends and words.low[at] not in GENITIVE:  # "in Monday's blast"
            break
    return k


def called(who: Who) -> Iterator[Harm]:
    """Yield the dead of a list of names: "the dead were identified as Ana Kos and Bo Lind".

    Of "the victims" that would not say whether they live: as hit they cost four answers on GVA.
    """
    words = who.words
    for group in who.groups:
        fated = group[-1]
        if fated.form != "definite" or not fated.fate:
            continue
        k = fated.last
        known = words.low[max(fated.first - NAMING, 0) : fated.first]
        if words.tag(k) == BE:
            while words.tag(k) in {BE, ADVERB} or words.word(k) in {"identified", "named"}:
                k += 1
        elif {"identified", "named"}.isdisjoint(known) or words.word(k) != "as":
            continue
        named = _listed_from(who, k + (words.word(k) == "as"))
        if len(named) > 1 and all(len(person.name) > 1 for person in named):
            yield who.harm(fated.fate, named, fated.last - 1)


def among(who: Who) -> Iterator[Harm]:
    """Yield who is one of them: "a nun was among those killed", "the driver is among the dead"."""
    words = who.words
    for k, word in enumerate(words.low):
        if word != "among" or words.word(k + 1) != "those" or words.tag(k - 1) != BE:
            continue
        fate = _fate_of(words.word(k + 2))
        group = who.subject(who.auxiliaries(k - 1)) if fate else None
        if group is not None:
            yield who.harm(fate, parts(group), k + 2)


def of_those(who: Who) -> Iterator[Harm]:
    """Yield the part that is told behind its whole: "of those killed, 12 were women"."""
    words = who.words
    if words.low[:2] not in (["of", "those"], ["of", "the"]):
        return
    fated = range(2, 2 + PARTICIPLE)
    k = next((k for k in fated if _fate_of(words.word(k))), None)
    group = who.group_at(k + 2) if k is not None and words.word(k + 1) == "," else None
    if k is not None and group is not None and words.tag(group[-1].last) == BE:
        yield who.harm(_fate_of(words.low[k]), parts(group), k)


def numbered(who: Who) -> Iterator[Harm]:
    """Yield the toll that an ordinal tells: "the fourth person to die"."""
    words = who.words
    for group in who.groups:
        person = group[0]
        if person.ordinal > 1 and words.low[person.last : person.last + 2] in _TO_DIE:
            count = Count(person.ordinal, person.ordinal)
            start, end = words.start(person.first), words.end(person.last - 1)
            yield Harm("killed", (), count, start, end, end, toll=True)

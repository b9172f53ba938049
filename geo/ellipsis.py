"""Read what a sentence leaves out: whose verb stands in the clause before, or in no clause.

"A woman was hit in the shoulder and a boy in the foot", "ten in Arno and another six in Belt", "the
dead included two children".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.casualties import BE, FATE, HAVE, MARK, MODAL, PREPOSITION, SUBORDINATE, VERB, vocabulary
from geo.model import Count
from geo.persons import Person
from geo.subjects import Harm, Who

__all__ = ["among", "as_many", "gapped", "listed", "numbered", "of_those"]

GAP = 14
"""Words between a verb and those it is left out for at most."""
_TO_DIE = (["to", "die"], ["killed", "in"], ["to", "perish"])
_FINITE = frozenset({BE, HAVE, VERB, FATE, MODAL})
_SHARED = frozenset({"killed", "injured", "struck"})
_INCLUDED = frozenset({"included", "include", "includes", "were", "are", "was", "is"})


def gapped(who: Who, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield what befell those who share the verb of the clause before.

    Others ("another six in Belt") need only a preposition behind; anybody else the one that the
    verb has: "hit in the shoulder and a boy in the foot".
    """
    told = {person.first for harm in found for person in harm.people}
    for group in who.groups:
        person = group[0]
        if person.first in told or person.count is None or person.part or person.attacker:
            continue
        before = _verb_before(who, found, person)
        if before is None:
            continue
        low, tags = who.words.low, who.words.tags
        behind = low[group[-1].last : group[-1].last + 1]
        if tags[group[-1].last : group[-1].last + 1] != [PREPOSITION] or _goes_on(who, group):
            continue
        other = person.more or person.form == "other"
        parallel = behind[0] in low[_word_at(who, before) : person.first]
        if other or (parallel and before.fate == "struck"):
            at = group[-1].last
            yield who.harm(before.fate, group, at, active=before.active)


def _verb_before(who: Who, found: Sequence[Harm], person: Person) -> Harm | None:
    """Return the harm of the clause before, if "and" or a comma alone parts it from a phrase."""
    words = who.words
    joined = words.low[person.first - 1 : person.first] in (["and"], [","])
    if not joined or person.first < 2:
        return None
    start = words.start(person.first)
    before = max((h for h in found if h.at < start), key=lambda h: h.at, default=None)
    if before is None or before.fate not in _SHARED or before.own or not before.people:
        return None
    first = _word_at(who, before)
    between = words.tags[first + 1 : person.first - 1]
    if person.first - first > GAP or _FINITE.intersection(between) or SUBORDINATE in between:
        return None
    return before


def _word_at(who: Who, harm: Harm) -> int:
    """Return which word tells of a harm."""
    return next(k for k in range(len(who.words.low)) if who.words.end(k) > harm.at)


def _goes_on(who: Who, group: Sequence[Person]) -> bool:
    """Tell whether a phrase has a verb of its own in its clause."""
    tags, low = who.words.tags, who.words.low
    for k in range(group[-1].last, len(tags)):
        if tags[k] == MARK or low[k] in {"and", "while", "when"}:
            return False
        if tags[k] in _FINITE and low[k] != "to":
            return True
    return False


def listed(who: Who) -> Iterator[Harm]:
    """Yield who is named as a part: "the dead included two women", "among the dead was a boy"."""
    low, tags = who.words.low, who.words.tags
    for group in who.groups:
        fated = group[-1]
        if fated.fate is None or fated.head or fated.form != "definite":
            continue
        k = fated.last
        if low[k : k + 1] and low[k] in _INCLUDED and (low[k][0] == "i" or _is_among(who, fated)):
            named = next((g for g in who.groups if g[0].first == k + 1), None)
            if named is not None and tags[k] != MARK:
                parts = [replace(person, part=True) for person in named]
                yield who.harm(vocabulary().adjectives[low[k - 1]], parts, k)


def among(who: Who) -> Iterator[Harm]:
    """Yield who is said to be one of them: "a couple and their grandson were among those killed"."""
    low, known = who.words.low, vocabulary()
    for k, word in enumerate(low[:-2]):
        if word != "among" or low[k + 1] != "those" or not k or who.words.tags[k - 1] != BE:
            continue
        fate = known.fates.get(low[k + 2], ("", ""))[0] or known.adjectives.get(low[k + 2], "")
        group = who.subject(who.auxiliaries(k - 1)) if fate else None
        if group is not None:
            yield who.harm(fate, [replace(p, part=True) for p in group], k + 2)


def as_many(who: Who, found: Sequence[Harm]) -> Iterator[Harm]:
    """Yield "an equal number wounded", "as many injured": as many as it says before."""
    low, fates = who.words.low, vocabulary().fates
    for k in range(1, len(low) - 2):
        same = low[k : k + 2] in (["equal", "number"], ["same", "number"], ["as", "many"])
        if not same or low[k - 1] in {"twice", "times", "half"}:
            continue
        at = next((j for j in range(k + 2, min(k + 5, len(low))) if low[j] in fates), None)
        start = who.words.start(k)
        before = max(
            (h for h in found if h.at < start and h.count), key=lambda h: h.at, default=None
        )
        if at is not None and before is not None and fates[low[at]][1] == "past":
            end, there = who.words.end(k + 1), who.words.start(at)
            yield Harm(fates[low[at]][0], (), before.count, start, end, there)


def of_those(who: Who) -> Iterator[Harm]:
    """Yield the part that is told behind its whole: "of those killed, 12 were women"."""
    low, known = who.words.low, vocabulary()
    if low[:1] != ["of"] or low[1:2] not in (["those"], ["the"]):
        return
    k = next(
        (
            k
            for k in range(2, min(5, len(low)))
            if low[k] in known.adjectives or low[k] in known.fates
        ),
        None,
    )
    if k is None or low[k + 1 : k + 2] != [","]:
        return
    fate = known.adjectives.get(low[k]) or known.fates[low[k]][0]
    group = next((g for g in who.groups if g[0].first == k + 2), None)
    if group is not None and who.words.tags[group[-1].last : group[-1].last + 1] == [BE]:
        yield who.harm(fate, [replace(p, part=True) for p in group], k)


def numbered(who: Who) -> Iterator[Harm]:
    """Yield the toll that an ordinal tells: "the fourth person to die"."""
    low = who.words.low
    for group in who.groups:
        person = group[0]
        if person.ordinal > 1 and low[person.last : person.last + 2] in _TO_DIE:
            count = Count(person.ordinal, person.ordinal)
            start, end = who.words.start(person.first), who.words.end(person.last - 1)
            yield Harm("killed", (), count, start, end, end, toll=True)


def _is_among(who: Who, person: Person) -> bool:
    return who.words.low[person.first - 1 : person.first] == ["among"]

"""Read what befell people off the phrases that name them: "two gunshot victims", "a body".

Here are the dead and hurt of whom no verb tells: victims, bodies, "one fatally", "among the dead";
and the deeds that say only that somebody died, "a fatal shooting", "murder".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geo.casualties import ellipsis
from geo.casualties.persons import ONE, Person, total
from geo.casualties.subjects import Harm, Who
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import BE, GENITIVE, MARK, PREPOSITION, PRONOUNS, SUBORDINATE, some

__all__ = ["told", "unnamed", "without_bodies"]

MOURNED = 4
"""Words from "the burial" to "victims" at most."""
MEANT = 5
"""Words before "murder" in which "attempted", "could" make it none."""


_OWNERS = {"his": "he", "her": "she"}


def told(who: Who) -> Iterator[Harm]:
    """Yield what phrases of people say: "two gunshot victims", "one fatally"."""
    for group in who.groups:
        for person in group:
            yield from _told_by(who, person)
    if not some("fatally").isdisjoint(who.words.low):
        yield from _fatally(who)


def _told_by(who: Who, person: Person) -> Iterator[Harm]:
    """Yield what one phrase says of its people."""
    known, at = person.count is not None, person.last - 1
    if person.body:
        yield from _bodies(who, person)
    elif person.fate and not known and who.words.word(person.first - 1) == "among":
        yield from _among(who, person, person.fate)
    elif person.fate and _tells_fate(person):
        if person.head == "victim" and (
            _is_mourned(who.words, person) or _is_called(who.words, person)
        ):
            return  # "a vigil for another homicide victim"
        yield who.harm(person.fate, [person], at)
    elif person.count is None or (person.count.minimum == 0 and not person.more):
        return
    elif person.head == "victim" and not person.single and not person.part:
        if not _is_mourned(who.words, person) and not _is_owner(who.words, person):
            yield who.harm("struck", [person], at)
    elif person.part and who.words.word(person.last) == "fatally":
        yield who.harm("killed", [person], at)


def _tells_fate(person: Person) -> bool:
    """Tell whether what a phrase says befell its people is news: not of a part, but death."""
    if person.fate == "killed" and person.count is not None:
        return True
    return not person.part and (person.count is not None or bool(person.head))


def _is_mourned(words: Words, person: Person) -> bool:
    """Tell whether victims are only buried or remembered: "the burial of 40 victims"."""
    low = words.low[max(person.first - MOURNED, 0) : person.first]
    return not some("mourning").isdisjoint(low)


def _is_owner(words: Words, person: Person) -> bool:
    """Tell whether only something of theirs is told of: "a list of 7,000 victims' names"."""
    return words.word(person.last) in {"'", "’", *GENITIVE}


def _is_called(words: Words, person: Person) -> bool:
    """Tell whether somebody told of is only numbered: "was the first gunshot victim this year"."""
    return person.ordinal > 0 and words.tag(person.first - 1) == BE


def _among(who: Who, person: Person, fate: str) -> Iterator[Harm]:
    """Read "the driver was among the dead"."""
    k = person.first - 2
    if who.words.tag(k) == BE and not who.unreal(k):
        group = who.subject(who.auxiliaries(k))
        if group is not None:
            yield who.harm(fate, ellipsis.parts(group), person.last - 1)


def _bodies(who: Who, person: Person) -> Iterator[Harm]:
    """Read "the bodies of two men", "three bodies", "a body was found"."""
    words, at = who.words, person.last - 1
    if words.word(person.last) == "of":
        # "The bodies of two clerks and eight wounded arrived": those who are dead.
        found = who.group_at(person.last + 1) or ()
        group = [p for p in found if p.fate in {None, "killed", "missing"}]
        if group:
            yield who.harm("killed", group, at)
        return
    if words.word(person.last - 2) in some("bodies_of_many"):
        return  # "three student bodies"
    several = person.count is not None and person.count != ONE
    if several or not some("recovered").isdisjoint(words.low):
        yield who.harm("killed", [_of_whom(words, person)], at)


def _of_whom(words: Words, person: Person) -> Person:
    """Return whose body it is, if he was told of: "a man was killed and his body was found"."""
    owner = _OWNERS.get(words.low[person.first]) if person.last == person.first + 2 else None
    if owner is None:
        return person
    return replace(person, form="pronoun", head=owner, sex=PRONOUNS[owner], body=False)


def _fatally(who: Who) -> Iterator[Harm]:
    """Read "two men were shot, one fatally"."""
    for k, word in enumerate(who.words.low):
        ends = who.words.tag(k + 1) in {MARK, SUBORDINATE, PREPOSITION}
        group = who.group_to(k) if ends and word in some("fatally") else None
        if group is not None and not group[-1].part:
            yield who.harm("killed", [group[-1]], k)


def unnamed(words: Words) -> Iterator[Harm]:
    """Yield what tells that somebody died without saying who: "a fatal shooting", "murder"."""
    if some("deadly").isdisjoint(words.low) and some("crimes").isdisjoint(words.low):
        return
    for k, word in enumerate(words.low):
        if (word in some("deadly") and words.word(k + 1) in some("deeds")) or (
            word in some("crimes") and _is_crime(words, k)
        ):
            yield Harm("fatal", (), None, words.start(k), words.end(k), words.start(k))


def _is_crime(words: Words, k: int) -> bool:
    """Tell a murder from "homicide detectives", "attempted murder" and "no murder"."""
    low = words.low
    if words.word(k + 1) in some("offices") or {"no", "not"} & set(low[max(k - 2, 0) : k]):
        return False
    return some("only_meant").isdisjoint(low[max(k - MEANT, 0) : k])


def without_bodies(words: Words, harm: Harm) -> Harm:
    """Leave the dead out of those who were hurt: "received four bodies and 17 wounded"."""
    alive = tuple(person for person in harm.people if not person.body)
    if harm.fate == "killed" or not alive or len(alive) == len(harm.people):
        return harm
    return replace(harm, people=alive, count=total(words, list(alive)))

"""Find whom a pronoun means within its sentence: "he" who was shot, and who shot "himself"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from geo.casualties.persons import Person
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import FATE, GENITIVE, MODAL, PREPOSITION, some

__all__ = ["antecedent", "before", "doer", "those_hit"]

FIRST = 12
"""Groups from the start of a sentence among which "he" is looked for."""
NEAREST = 12
"""Groups before "himself" among which it is."""
CITED = 5
"""Words from "according" to whom it names, behind his office."""
Groups = Sequence[list[Person]]
_CLAUSES = frozenset({"which", "where", "when", "whose"})
_SEXES = {"himself": "m", "herself": "f"}


def before(groups: Groups, end: int) -> Iterator[list[Person]]:
    """Yield the groups that end before a word, the nearest first."""
    last = bisect_right(groups, end, key=lambda group: group[-1].last)
    return (groups[k] for k in range(last - 1, -1, -1))


def antecedent(words: Words, groups: Groups, pronoun: Person, at: int) -> Person | None:
    """Find whom "he" or "him" means: the first of the sentence who can be its subject.

    Who does it is not "him": "Smith took the gun and shot him" speaks of somebody else.
    """
    if pronoun.first > at and (hit := _just_hit(words, groups, pronoun, at)) is not None:
        return hit
    for group in groups[:FIRST]:
        person = group[0]
        if person.first >= pronoun.first:
            return None
        if not _can_be_meant(words, group, pronoun):
            continue
        if pronoun.first <= at:
            return person
        if not some("forces").isdisjoint(words.low[person.last : at]):
            return replace(person, attacker=True)
        nearest = next(before(groups, at), [None])[0]
        return None if nearest is person else person
    return None


def _just_hit(words: Words, groups: Groups, pronoun: Person, at: int) -> Person | None:
    """Find whom the verb before hit: "shot his brother, killing him", "fired on a clerk, killing".

    The object of that verb stands right before; who is near it ("in front of a nun") is not hit.
    """
    group = next(before(groups, at), None)
    if not words.low[at].endswith("ing") or group is None or len(group) > 1:
        return None
    person = group[0]
    led = f"{words.word(person.first - 2)}_{words.word(person.first - 1)}"
    aim = words.tag(person.first - 1) == FATE or led in some("aims")
    known = person.single and person.form != "pronoun" and not _differ(pronoun.sex, person.sex)
    return person if aim and known else None


def those_hit(words: Words, groups: Groups, them: Person, at: int) -> Person | None:
    """Find whom "them" means behind a verb: "kidnapped two villagers and killed them".

    Whom the verb before hit: its object, of whom there are several.
    """
    group = next(before(groups, at), None) if them.first > at else None
    if group is None or len(group) > 1 or group[0].single or group[0].form != "number":
        return None
    person, lead = group[0], group[0].first - 1
    done = words.tag(lead) == FATE or words.word(lead).endswith("ed")
    # "Freed ten hostages and attacked a post, killing them": not those of two verbs before.
    other = any(word.endswith("ed") for word in words.low[person.last : at])
    return replace(person, part=False) if done and not other and person.count else None


def _can_be_meant(words: Words, group: Sequence[Person], pronoun: Person) -> bool:
    person = group[0]
    if len(group) > 1 or not person.single or person.form == "pronoun":
        return False
    if not (person.head or person.ages) or _differ(pronoun.sex, person.sex):
        return False
    dependent = words.tag(person.first - 1) in {PREPOSITION, FATE, MODAL}
    return not (dependent or _is_cited(words, person)) and words.word(person.last) not in GENITIVE


def _is_cited(words: Words, person: Person) -> bool:
    """Tell whether somebody is only who says so: "according to the police spokesman Bo Lind"."""
    return "according" in words.low[max(person.first - CITED, 0) : person.first]


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def doer(words: Words, groups: Groups, verb: int, pronoun: str) -> list[Person] | None:
    """Find who does something to himself: the nearest who may be a subject."""
    near = islice(before(groups, verb), NEAREST)
    if pronoun == "themselves":
        # "Four adults, in cases in which children shot themselves": those of the clause.
        clause = (g for g in near if _CLAUSES.isdisjoint(words.low[g[-1].last : verb]))
        return next((g for g in clause if len(g) > 1 or not g[0].single), None)
    for group in near:
        person = group[0]
        if len(group) > 1 or not person.single:
            continue
        # "Shot by a suspect who later killed himself": whom "who" follows.
        # But "on an officer who sat there, wounding him before killing himself".
        other = {"him", "her"} & set(words.low[person.last : verb])
        if words.word(person.last) == "who" and not other:
            return [person]
        dependent = words.tag(person.first - 1) in {PREPOSITION, FATE}
        owner = words.word(person.last) in GENITIVE
        if not (dependent or owner or _differ(_SEXES.get(pronoun, ""), person.sex)):
            return [person]
    return None

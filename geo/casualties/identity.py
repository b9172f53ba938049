"""Tell whether two mentions are one victim: by name, sex, age, and what was said side by side.

Nothing known may contradict for a mention to be of a person told of before; but two entries count
as two only if something says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from geo.casualties.doers import FORCES
from geo.casualties.persons import Person
from geo.casualties.subjects import Harm
from geo.casualties.vocabulary import some
from geo.model import Span

__all__ = [
    "GROWING",
    "HURT",
    "ORDER",
    "PERSONS_REACH",
    "SLIP",
    "Entry",
    "are_foes",
    "can_be",
    "differ",
    "different",
    "joined",
    "latest",
    "near",
    "of_hurt",
    "same_name",
    "tell",
    "unlike",
]

GROWING = 25
"""Years from which nobody is called a child or a teenager."""
PERSONS_REACH = 2
"""Sentences behind the first victim within which others are of the same incident, unless a toll
says so: news tells its victims together. On GVA .810 → .847 of the killed exact, on MUC-4 .42 → .43
(with the reach of totals)."""
ALIVE_REACH = 8
"""The same for who is told as another and lives: "a clerk was also shot and is stable"."""
SLIP = 1
"""Years by which the age of one person may differ: birthdays and errors."""
ORDER = {"": 0, "struck": 1, "treated": 2, "injured": 3, "killed": 4}
"""What befell a person, from the least to the worst."""


HURT = frozenset({"injured", "treated", "struck"})
"""What befalls who lives."""


@dataclass(slots=True)
class Entry:
    """A person of the ledger."""

    fate: str
    sentence: int
    first_sentence: int
    at: tuple[int, int]
    sex: str = ""
    ages: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    attacker: bool = False
    young: bool = False
    form: str = ""
    span: Span | None = None
    generic: bool = False
    told: set[tuple[int, int]] = field(default_factory=set)  # sentences, and the words that told it
    fates: set[tuple[int, str]] = field(default_factory=set)
    own: bool = False
    grade: str = ""
    presumed: bool = False  # dead by what he did to himself alone: "turned the gun on himself"
    foe: bool = False  # whom police shot
    beside: bool = False  # an attacker who "was also killed"
    apart: bool = False  # hurt beside a number of dead: "three were killed and another injured"


def different(entries: Sequence[Entry]) -> int:
    """Count the persons who differ for sure; who is told of loosely may be any of the others."""
    return len(_sure(entries))


def near(entries: Sequence[Entry]) -> list[Entry]:
    """Leave out who is first told of far behind the first: other cases, other days."""
    first = min((entry.first_sentence for entry in entries), default=0)
    return [entry for entry in entries if entry.first_sentence <= first + PERSONS_REACH]


def _sure(entries: Sequence[Entry]) -> list[Entry]:
    sure: list[Entry] = []
    for entry in entries:
        if all(differ(entry, other) for other in sure):
            sure.append(entry)
    return sure


def differ(one: Entry, other: Entry) -> bool:
    """Tell whether two entries are two persons: by name, sex, age, or as told side by side."""
    if one.sex and other.sex and one.sex != other.sex:
        return True
    if _are_foes(one, other) or _are_foes(other, one):
        return True
    if len(one.names) > 1 and len(other.names) > 1:
        return not same_name(one.names, other.names)
    if one.ages and other.ages and min(abs(a - b) for a in one.ages for b in other.ages) > SLIP:
        return True
    if _told_apart(one, other) or _is_onlooker(one, other) or _is_onlooker(other, one):
        return True
    if "pronoun" in {one.form, other.form}:
        return False
    if one.attacker != other.attacker and {s for s, _ in one.fates} & {s for s, _ in other.fates}:
        return True
    return bool(one.told & other.told) or _side_by_side(one, other)


def _are_foes(one: Entry, other: Entry) -> bool:
    """Tell whether one is of the forces and the other of their foes: a constable, a robber."""
    return bool(one.heads & some("troops")) and bool(other.heads & some("foes"))


def are_foes(one: str, other: str) -> bool:
    """Tell whether two nouns are of two sides: "soldier" and "attacker"."""
    sides = some("troops"), some("foes")
    return any(one in own and other in their for own, their in (sides, sides[::-1]))


def _is_onlooker(one: Entry, other: Entry) -> bool:
    """Tell whether one is told later of as "a passer-by", and none of those known before is."""
    later = one.first_sentence > other.first_sentence > 0 and one.form == "indefinite"
    known = other.heads - some("plain")
    return (
        later
        and bool(known)
        and not known & some("onlookers")
        and bool(one.heads & some("onlookers"))
    )


def _told_apart(one: Entry, other: Entry) -> bool:
    """Tell whether one sentence speaks first of both: "a toddler was hit and her mother shot"."""
    new = one.first_sentence == other.first_sentence > 0
    return new and "possessive" in {one.form, other.form} and one.form != "definite" != other.form


def unlike(hurt: Entry, dead: Entry) -> bool:
    """Tell whether who was hurt is told of as another than the dead: "another teen, also 15"."""
    reach = PERSONS_REACH if hurt.fate == "struck" else ALIVE_REACH
    beside = any(0 <= hurt.first_sentence - at <= reach for at, _ in dead.fates)
    return hurt.form == "other" and beside


def _side_by_side(one: Entry, other: Entry) -> bool:
    """Tell whether a sentence says that different things befell two, or speaks of "another"."""
    shared = {s for s, _ in one.fates} & {s for s, _ in other.fates}
    if not shared:
        return False
    if "other" in {one.form, other.form}:
        return True
    one_died, other_died = ({s for s, fate in e.fates if fate == "killed"} for e in (one, other))
    return bool(shared & (one_died ^ other_died))


def latest(entries: Sequence[Entry]) -> Entry | None:
    """Return the entry that was told of last."""
    return max(entries, key=lambda e: (e.sentence, e.at), default=None)


def joined(people: Sequence[Person]) -> Person:
    """Make one person of what only explains: "a clerk, Amit Rana, 52"."""
    first = people[0]
    name = next((p.name for p in people if p.name), ())
    ages = next((p.ages for p in people if p.ages), ())
    sex = next((p.sex for p in people if p.sex), "")
    return replace(first, name=name, ages=ages, sex=sex, attacker=any(p.attacker for p in people))


def tell(entry: Entry, person: Person, harm: Harm, sentence: int, span: Span) -> None:
    """Enter what a mention says of a person."""
    new = not entry.told or entry.fate != "killed"
    if ORDER.get(harm.fate, 0) > ORDER.get(entry.fate, 0):
        entry.fate, entry.span = harm.fate, span
    entry.presumed &= harm.own or harm.fate != "killed"
    if entry.presumed and harm.fate == "injured":
        entry.fate, entry.presumed = "injured", False
    entry.presumed |= new and harm.own and harm.fate == "killed"
    entry.sentence, entry.at = sentence, (person.first, person.last)
    if person.form != "pronoun":
        entry.told.add((sentence, harm.at))
        entry.fates.add((sentence, "killed" if harm.fate == "killed" else "hurt"))
    entry.sex = entry.sex or person.sex
    entry.ages |= frozenset(person.ages)
    entry.names = entry.names if len(entry.names) >= len(person.name) else person.name
    if person.head and person.form != "pronoun":
        entry.heads |= {person.head}
    entry.attacker |= person.attacker or (harm.own and harm.fate == "killed")
    entry.foe = harm.doer == FORCES and person.single if harm.doer else entry.foe
    entry.beside |= new and person.attacker and person.also and harm.fate == "killed"
    entry.young |= person.young
    entry.own |= harm.own
    entry.grade = entry.grade or harm.grade


def can_be(entry: Entry, person: Person) -> bool:
    """Tell whether nothing that is known keeps a mention from being of a person."""
    if entry.sex and person.sex and entry.sex != person.sex:
        return False
    if entry.names and person.name and not same_name(entry.names, person.name):
        return False
    if not _ages_agree(entry, person) or (entry.attacker and person.head == "victim"):
        return False
    special = entry.heads - some("plain")
    other = person.head not in {"", *some("plain"), *special} and person.form != "name"
    return not (special and other)


def _ages_agree(entry: Entry, person: Person) -> bool:
    """Tell whether the ages are not different ones, and no child is grown up."""
    if entry.ages and person.ages:
        return not entry.ages.isdisjoint(person.ages)
    ages = entry.ages if person.young else person.ages if entry.young else ()
    return not ages or min(ages) < GROWING


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names can be one person's: a surname alone, or first and last alike."""
    if len(one) == 1 or len(other) == 1:
        return one[-1] == other[-1] or one[0] == other[0]
    return one[-1] == other[-1] and (
        one[0] == other[0] or (one[0][0] == other[0][0] and min(len(one[0]), len(other[0])) == 1)
    )


def of_hurt(person: Person) -> bool:
    """Tell whether who died had been told hurt: "one of the wounded", "two more, in hospital"."""
    return person.fate in HURT and (person.part or person.more)

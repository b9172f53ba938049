"""Tell a part of a group from the whole: "one of the five", "including a guard", "among them"."""

from __future__ import annotations

from geo.casualties.persons import Opening, Person
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import some, vocabulary

__all__ = ["is_listed", "is_part", "is_shared", "is_told_of", "part_of"]


def is_part(words: Words, at: int) -> bool:
    """Tell whether who is named was counted before: "including two men", "among them a nun"."""
    return words.word(at - 1) == "including" or words.low[max(at - 2, 0) : at] == ["among", "them"]


def is_shared(words: Words, at: int) -> bool:
    """Tell whether only some of a group are told of: "some of the roughly 50 people"."""
    return words.word(at - 1) == "of" and words.word(at - 2) in some("shares")


def part_of(words: Words, opening: Opening, group: Person) -> Person | None:
    """Take a part from a group, which is larger, or of nobody knows how many."""
    count = opening.count
    if group.count is not None and (count is None or group.count.minimum <= count.minimum):
        return None
    # "One of the three wounded": the word behind the number.
    fated = None if group.head else vocabulary().adjectives.get(words.word(group.last))
    return Person(
        opening.first,
        group.last + (fated is not None),
        count,
        "number",
        group.head,
        group.sex,
        part=group.form != "possessive",
        whole=group.count,
        fate=group.fate or fated,
        attacker=group.attacker,
        young=group.young,
        body=group.body,
    )


def is_listed(words: Words, person: Person) -> bool:
    """Tell whether somebody is only named as one: "five men, including a guard, were hurt"."""
    lead = words.word(person.first - 1)
    return person.part and lead in {"including", "them"} and words.low[person.first] != "them"


def is_told_of(words: Words, first: int) -> bool:
    """Tell "one of the men", "the body of a man" from "the mother of two"."""
    return words.word(first - 2) in some("wholes")

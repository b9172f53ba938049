"""Find a subject over what parts it from its verb: a clause between commas, or others named first.

"Two nuns, who had come from Arno, were shot"; "In addition to the bomber, two guards were killed".
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.casualties.agreement import agrees
from geo.casualties.antecedents import before
from geo.casualties.persons import Person
from geo.casualties.tokens import Words, is_besides
from geo.casualties.vocabulary import (
    ADJECTIVE,
    BE,
    DETERMINER,
    FATE,
    HAVE,
    HEAD,
    MODAL,
    PREPOSITION,
    SUBORDINATE,
    VERB,
    head_of,
)

__all__ = ["before_aside", "before_clause", "before_list", "is_crowd", "named_first"]

ASIDE = 14
"""Words of an aside behind a name at most: ", a candidate for mayor of Long Hill, and"."""
CLAUSE = 20
"""Words of a clause between commas at most: "two nuns, who had come from Arno, were shot"."""
CROWD = 8
"""Words of people whom nobody counts at most: "an unknown number of other civilians"."""
_UNCOUNTED = frozenset({"others", "many", "more", "number", "some"})
_NEXT = frozenset({"and", "while", "but"})
_OF_CROWD = frozenset({"", ADJECTIVE, HEAD, DETERMINER})
LISTED = 40
"""Words of a list between commas at most: "including two nuns, a cook and his son,"."""
OF_THEM = 8
"""Words from a number to that list at most: "six members of the Kos family, including"."""
_ENDS_CLAUSE = frozenset({FATE, BE, HAVE, VERB, MODAL, SUBORDINATE})
Groups = Sequence[list[Person]]


def before_clause(
    words: Words, groups: Groups, verb: int, *, plural: bool | None
) -> list[Person] | None:
    """Read over a clause between commas: "two nuns, whom the guards let in, were shot"."""
    for k in range(verb - 3, max(verb - CLAUSE, 0), -1):
        if words.low[k] == ";" or words.low[k : k + 2] == [",", "and"]:
            return None
        if words.low[k] == "," and words.low[k + 1] in {"who", "whom"}:
            group = next(before(groups, k), None)
            ends = group is not None and group[-1].last == k
            return group if ends and group and agrees(words, group, plural=plural) else None
    return None


def before_list(
    words: Words, groups: Groups, verb: int, *, plural: bool | None
) -> list[Person] | None:
    """Read over who was among them: "six of a family, including a boy, a nun and a cook, were"."""
    for k in range(verb - 3, max(verb - LISTED, 0), -1):
        if words.low[k] == ";":
            return None
        if words.low[k] == "," and words.low[k + 1] == "including":
            group = next(before(groups, k), None)
            if group is None or not agrees(words, group, plural=plural):
                return None
            gap = words.tags[group[-1].last : k]
            return group if len(gap) <= OF_THEM and _ENDS_CLAUSE.isdisjoint(gap) else None
    return None


def is_crowd(words: Words, groups: Groups, verb: int) -> bool:
    """Tell whether a verb is about people whom nobody counts: "six died and others were hurt".

    They are none of those of the clause before; but "25 guards and drivers" are one list.
    """
    end = _before_including(words, verb)
    last = words.word(end - 1)
    head = head_of(last) if words.tag(end - 1) == HEAD else None
    if (head is None or not head.plural) and last not in _UNCOUNTED:
        return False
    k, ends = end, {group[-1].last for group in before(groups, end)}
    while k > 0 and end - k < CROWD and k not in ends and _is_of_crowd(words, k - 1):
        k -= 1
    if k in ends or end == k or words.word(k - 1) not in _NEXT:
        return False
    # "Two men in a car and bystanders were hurt": no verb parts them.
    told = next(before(groups, k - 1), None)
    return told is not None and not _ENDS_CLAUSE.isdisjoint(words.tags[told[-1].last : k - 1])


def _before_including(words: Words, verb: int) -> int:
    """Return where a subject ends before a list of who is among them, closed by a comma."""
    if words.word(verb - 1) != ",":
        return verb
    for k in range(verb - 3, max(verb - LISTED, 0), -1):
        if words.low[k : k + 2] == [",", "including"]:
            return k
    return verb


def _is_of_crowd(words: Words, k: int) -> bool:
    """Tell whether a word is of people whom nobody counts: "an unknown number of civilians"."""
    return words.tags[k] in _OF_CROWD or words.low[k] in _UNCOUNTED or words.low[k] == "of"


def before_aside(words: Words, groups: Groups, person: Person) -> Person | None:
    """Return who stands before an aside and "and": "Lind, a guard from Arno, and his wife were"."""
    join = person.first - 1
    if words.low[max(join - 1, 0) : join + 1] != [",", "and"]:
        return None
    for group in before(groups, join):
        first = group[0]
        gap = range(first.last, join)
        if len(gap) > ASIDE or not _ENDS_CLAUSE.isdisjoint(words.tags[first.last : join - 1]):
            return None
        if first.single and first.name and words.word(first.last) == ",":
            led = words.tag(first.first - 1) in {FATE, PREPOSITION, VERB, MODAL}
            return None if led else first
    return None


def named_first(words: Words, groups: Groups, group: list[Person]) -> list[Person]:
    """Return those beside whom a sentence tells of others: "Besides the bomber, two guards were".

    The same befell them; who is not counted ("the assailants") adds nobody.
    """
    end = group[0].first - 1
    if words.word(end) != "," or end < 2:
        return []
    others = next(before(groups, end), None)
    if others is None or others[-1].last != end or any(p.count is None for p in others):
        return []
    return others if is_besides(words, others[0].first) else []

"""A phrase of people, and how it is closed by name and age; groups of such phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from geo.casualties import ADVERB, BE, FATE, MARK, PREPOSITION, SUBORDINATE, VERB, Words, some
from geo.model import Count
from geo.numerals import OLDEST, is_age, quantity

__all__ = ["ONE", "Person", "age_at", "finished", "groups", "name_at", "total"]

_JOINS = frozenset(
    {
        (",",),
        ("and",),
        (",", "and"),
        ("as", "well", "as"),
        (",", "as", "well", "as"),
        ("along", "with"),
        (",", "along", "with"),
        ("plus",),
        ("&",),
        ("or",),
    }
)
_JOIN_AT_MOST = 4
_DECADE = re.compile(
    r"(?:mid-|late-|early-)?[1-9]0s|teens|twenties|thirties|forties|fifties|sixties|seventies"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A phrase of people: words ``first`` to ``last`` (half open), and what it says of them.

    ``form`` is name, indefinite, definite, possessive, pronoun, number or other; ``count`` is
    ``None`` where the phrase refers to a group without saying how many. ``part`` is a part of a
    group told of before, of ``whole`` if the phrase says so; ``fate`` what its own words tell. A ``stranger``
    goes by a noun that is in no list: "two gendarmes".
    """

    first: int
    last: int
    count: Count | None
    form: str
    head: str = ""
    sex: str = ""
    ages: tuple[int, ...] = ()
    name: tuple[str, ...] = ()
    attacker: bool = False
    young: bool = False
    part: bool = False
    whole: Count | None = None
    fate: str | None = None
    ordinal: int = 0
    body: bool = False
    more: bool = False
    stranger: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one person."""
        return self.count is not None and self.count.minimum == self.count.maximum == 1


ONE = Count(1, 1)


def age_at(words: Words, at: int) -> tuple[int, int]:
    """Read "15-year-old" or "15 year old": the age, and of how many words."""
    age = is_age(words.low[at])
    if age is not None:
        return age, 1
    word = words.low[at]
    if word.isdigit() and words.low[at + 1 : at + 3] in (
        ["year", "old"],
        ["years", "old"],
        ["year-old"],
        ["years-old"],
    ):
        return int(word), 3
    if word.isdigit() and words.low[at + 1 : at + 2] in (["year-old"], ["-year-old"]):
        return int(word), 2
    return 0, 0


def name_at(words: Words, at: int) -> tuple[int, tuple[str, ...]]:
    """Read the name that begins at a word, if one does: its end and its words."""
    raw, tags, k = words.raw, words.tags, at
    name: list[str] = []
    while k < len(raw) and (
        raw[k][0].isupper() or (raw[k] == "." and name and len(name[-1]) <= 2 and _goes_on(raw, k))
    ):
        if raw[k] == ".":
            k += 1
            continue
        if words.low[k] in some("titles"):
            k += 1 + (raw[k + 1 : k + 2] == ["."])
            continue
        if tags[k] not in {"", ADVERB} or words.low[k] in some("no_person"):
            break
        name.append(words.low[k])
        k += 1
    if words.low[k : k + 1] == [","] and words.low[k + 1 : k + 2] in (["jr"], ["sr"]) and name:
        k += 2 + (raw[k + 2 : k + 3] == ["."])
    return k, tuple(part for part in name if part not in {"jr", "sr", "ii", "iii"})


def _goes_on(raw: list[str], at: int) -> bool:
    return at + 1 < len(raw) and raw[at + 1][0].isupper()


def finished(
    words: Words,
    at: int,
    end: int,
    count: Count | None,
    form: str,
    ages: tuple[int, ...],
    *,
    head: str = "",
    sex: str = "",
    name: tuple[str, ...] = (),
    attacker: bool = False,
    young: bool = False,
    fate: str | None = None,
    more: bool = False,
    ordinal: int = 0,
    body: bool = False,
) -> Person:
    """Close a phrase, with the ages that stand behind it: ", 24,", "aged 24", "of 7"."""
    low = words.low
    end = _past_decades(words, end)
    # "Three women, aged 25, 32 and 51": the comma parts nothing.
    if low[end : end + 1] == [","] and low[end + 1 : end + 2] in (["aged"], ["age"], ["ages"]):
        end += 1
    if low[end : end + 1] == [","] or low[end : end + 1] == ["("]:
        behind, k = [], end + 1
        while (
            k < len(low) and low[k].isdigit() and 0 < int(low[k][:4]) <= OLDEST and len(low[k]) < 4
        ):
            behind.append(int(low[k]))
            k += 1
            if (
                k + 1 < len(low)
                and low[k] in {"and", ","}
                and low[k + 1].isdigit()
                and count != ONE
            ):
                k += 1
        ends = k >= len(low) or low[k] in {
            ",",
            ".",
            ")",
            "of",
            "and",
            "was",
            "were",
            "is",
            ";",
            "from",
            "who",
            "died",
            "in",
        }
        if behind and ends:
            ages, end = (*ages, *behind), k
    elif low[end : end + 1] in (["aged"], ["age"], ["ages"], ["of"]) and low[end + 1 : end + 2]:
        told = quantity(["", low[end + 1], ""], 1)
        small = (
            told is not None
            and told[0].minimum <= OLDEST
            and low[end + 2 : end + 3] in ([], [","], ["."], ["and"], [")"])
        )
        if told is not None and small and (low[end] != "of" or young):
            ages, end = (*ages, told[0].minimum), end + 2
            ages, end = _further_ages(words, ages, end, count)
    if count is None and len(ages) > 1:
        count = Count(len(ages), len(ages))  # "the brothers, 12 and 14,"
    return Person(
        at,
        end,
        count,
        form,
        head,
        sex,
        ages,
        name,
        attacker,
        young,
        fate=fate,
        more=more,
        ordinal=ordinal,
        body=body,
    )


def _past_decades(words: Words, end: int) -> int:
    """Go past how old people are said to be: ", both in their 50s,", "in his late 30s"."""
    low, k = words.low, end
    aside = low[k : k + 1] == [","]
    k += aside
    k += low[k : k + 1] in (["both"], ["all"], ["each"])
    if low[k : k + 1] != ["in"] or low[k + 1 : k + 2] not in (["his"], ["her"], ["their"]):
        return end
    k += 2 + (low[k + 2 : k + 3] in (["early"], ["mid"], ["late"]))
    if not (k < len(low) and _DECADE.fullmatch(low[k])):
        return end
    k += 1
    return k + 1 if aside and low[k : k + 1] == [","] else k


def _further_ages(
    words: Words, ages: tuple[int, ...], end: int, count: Count | None
) -> tuple[tuple[int, ...], int]:
    """Read on where several have ages: "two boys aged 14 and 15"."""
    low = words.low
    while (count is None or count.minimum > 1) and low[end : end + 1] in ([","], ["and"]):
        k = end + 1 + (low[end : end + 2] == [",", "and"])
        if not (k < len(low) and low[k].isdigit() and int(low[k][:4]) <= OLDEST):
            break
        if k + 1 < len(low) and words.tags[k + 1] not in {
            MARK,
            BE,
            FATE,
            PREPOSITION,
            SUBORDINATE,
            VERB,
        }:
            break
        ages, end = (*ages, int(low[k])), k + 1
    return ages, end


def groups(words: Words, found: list[Person]) -> list[list[Person]]:
    """Join the phrases that "and" or a comma joins.

    Examples
    --------
    >>> from geo.casualties import cut
    >>> from geo.people import people
    >>> words = cut("Two nuns and a guard saw 12 miles of road.")
    >>> [total(words, group).minimum for group in groups(words, people(words))]
    [3]
    """
    joined: list[list[Person]] = []
    for person in found:
        last = joined[-1][-1] if joined else None
        if last is not None and person.first - last.last <= _JOIN_AT_MOST:
            join = _without_origin(words, last, person)
            apart = (
                join == (",",) and person.form == "number" and last.single and not words.headline
            )
            apart = apart or (last.part and "," in join)
            known = "pronoun" not in {person.form, last.form} or _is_he_and_his(last, person)
            if join in _JOINS and known and not apart:
                joined[-1].append(person)
                continue
        joined.append([person])
    return joined


def _is_he_and_his(last: Person, person: Person) -> bool:
    """Tell whether a pronoun and its kin are one subject: "he and his wife were shot"."""
    return last.head in {"he", "she"} and person.form == "possessive"


def _without_origin(words: Words, last: Person, person: Person) -> tuple[str, ...]:
    """Return what joins two phrases: "two guards from Nepal and one from Ghana" are joined."""
    join = tuple(words.low[last.last : person.first])
    if (
        join[:1] == ("from",)
        and join[-1] == "and"
        and words.low[person.last : person.last + 1] == ["from"]
    ):
        return join[-1:]
    return join


def total(words: Words, group: list[Person]) -> Count:
    """Add up a list; what only explains ("two people, a man and a girl") adds none."""
    if group[1:] and group[0].count is None and group[0].form == "definite":
        group = group[1:]  # "the wounded, a boy and a man": who they are
    group = [person for at, person in enumerate(group) if not _is_apposed(words, group, at)]
    counts = [person.count or ONE for person in group]
    if not counts[1:] or _only_explains(words, group, counts):
        return counts[0]
    return Count(
        sum(count.minimum for count in counts),
        None if any(c.maximum is None for c in counts) else sum(c.maximum or 0 for c in counts),
        any(count.approximate for count in counts),
    )


def _is_apposed(words: Words, group: list[Person], at: int) -> bool:
    """Tell whether a phrase says who the name before it is: "Hassan Omar, a commander, and"."""
    if not at or at + 1 == len(group):
        return False
    before, person = group[at - 1], group[at]
    plain = before.single and person.single and bool(before.name) and not person.name
    between = words.low[before.last : person.first]
    return plain and between == [","] and words.low[person.last : person.last + 1] == [","]


def _only_explains(words: Words, group: list[Person], counts: list[Count]) -> bool:
    """Tell whether what follows the first says who they are: "two people, a man and a girl"."""
    first, others = counts[0], sum(count.minimum for count in counts[1:])
    joins = [tuple(words.low[a.last : b.first]) for a, b in pairwise(group)]
    numbered = group[1].form == "number" and not group[1].part
    unnamed = not group[0].name and not group[1].name
    listed = words.headline and unnamed and (first.maximum == 1 or numbered)
    if all(join == (",",) for join in joins) and not listed:
        return not _is_open_list(words, group, first, others)
    if joins[0] == (",",) and others == first.minimum > 1:
        # "Two people, a man and a girl", but "2 girls, 2 men".
        return not listed or group[0].head in some("anybody") | {"", "people"}
    return False


def _is_open_list(words: Words, group: list[Person], first: Count, others: int) -> bool:
    """Tell whether a list goes on with what is no count: "three nurses, a doctor and others"."""
    goes_on = words.low[group[-1].last : group[-1].last + 1] in (["and"], [","])
    known = any(person.part or person.head in {"", *some("anybody")} for person in group)
    return goes_on and not known and first.minimum > 1 and others != first.minimum

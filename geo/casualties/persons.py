"""A phrase of people, and how it is closed by name and age; groups of such phrases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from geo.casualties.ages import ages_behind
from geo.casualties.tokens import Words, is_besides
from geo.casualties.vocabulary import (
    ADJECTIVE,
    BE,
    DETERMINER,
    FATE,
    HAVE,
    HEAD,
    MARK,
    MORE,
    NOUN,
    PREPOSITION,
    VERB,
    Head,
    some,
    vocabulary,
)
from geo.language.numerals import quantity
from geo.model import Count

__all__ = [
    "ONE",
    "Opening",
    "Person",
    "family",
    "finished",
    "groups",
    "settled",
    "total",
]

_JOINS = frozenset(
    tuple(join.split())
    for join in (
        ",", "and", ", and", "as well as", ", as well as", "along with", ", along with", "plus",
        "&", "or",
    )
)  # fmt: skip
_ORIGINS = (("of",), ("from",))
_TOWN = frozenset({"the", "town", "city", "village", "small", "of", "district"})
_OF_OFFICE = frozenset({HEAD, DETERMINER, ADJECTIVE, NOUN, PREPOSITION, ""})
"""Words of what somebody is, of which none is a verb or a mark."""
_OF_PLACE = _OF_OFFICE - {HEAD}
_FINITE = frozenset({BE, HAVE, VERB, FATE})
ORIGIN_AT_MOST, OFFICE_AT_MOST = 6, 12
"""Words from a phrase to the join behind its place ("the mayor of the town of Arno and") and behind
what somebody is ("Kos, leader of the Social Party, and") at most."""


@dataclass(frozen=True, slots=True)
class Person:
    """A phrase of people: words ``first`` to ``last`` (half open), and what it says of them.

    ``form`` is name, indefinite, definite, possessive, pronoun, number or other; ``count`` is
    ``None`` where the phrase refers to a group without saying how many. ``part`` is a part of a
    group told of before, of ``whole`` if the phrase says so; ``fate`` what its own words tell. Who
    "was ``also`` shot" is none of those told of before. A ``stranger`` goes by a noun that is in no
    list: "two gendarmes".
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
    also: bool = False
    stranger: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one person."""
        return self.count is not None and self.count.minimum == self.count.maximum == 1


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the noun of a phrase: "another two", "the 15-year-old", "no wounded".

    Words ``first`` to ``last`` (half open); it is ``inner`` behind "one of". All else is what the
    ``Person`` will be told by.
    """

    first: int
    last: int
    count: Count | None
    form: str
    ages: tuple[int, ...] = ()
    fate: str | None = None
    attacker: bool = False
    more: bool = False
    ordinal: int = 0
    inner: bool = False


ONE = Count(1, 1)
_NO_NOUN = Head()


def finished(
    words: Words, opening: Opening, end: int, *, noun: Head = _NO_NOUN, name: tuple[str, ...] = ()
) -> Person:
    """Close a phrase behind its noun or name, with the ages that stand there."""
    several = opening.count != ONE
    behind, end = ages_behind(words, end, several=several, young=noun.young)
    ages, count = (*opening.ages, *behind), opening.count
    if count is None and len(ages) > 1:
        count = Count(len(ages), len(ages))  # "the brothers, 12 and 14,"
    return Person(
        opening.first,
        end,
        count,
        opening.form,
        noun.lemma,
        noun.sex,
        ages,
        name,
        attacker=opening.attacker or noun.attacker,
        young=noun.young,
        fate=opening.fate,
        ordinal=opening.ordinal,
        body=noun.body,
        more=opening.more or noun.lemma in MORE,
    )


def family(words: Words, at: int) -> Person | None:
    """Read "a family of five", of whom a number tells."""
    if words.low[at + 1 : at + 3] != ["family", "of"]:
        return None
    read = quantity(words.low, at + 3)
    if read is None or words.tag(read[1]) == HEAD:
        return None
    return Person(at, read[1], read[0], "number", head="family")


def groups(words: Words, found: list[Person]) -> list[list[Person]]:
    """Join the phrases that "and" or a comma joins.

    Examples
    --------
    >>> from geo.casualties.tokens import cut
    >>> from geo.casualties.people import people
    >>> words = cut("Two nuns and a guard saw 12 miles of road.")
    >>> [total(words, group).minimum for group in groups(words, people(words))]
    [3]
    """
    joined: list[list[Person]] = []
    for person in found:
        if joined and _are_joined(words, joined[-1][-1], person):
            joined[-1].append(person)
        else:
            joined.append([person])
    return joined


def _are_joined(words: Words, last: Person, person: Person) -> bool:
    if person.first - last.last > OFFICE_AT_MOST:
        return False
    join = _without_lead(words, last, person)
    join = _without_office(words, last, join)
    join = _without_place(words, last, person, _without_origin(words, last, person, join))
    if join == (",",) and last.first <= 1 and words.word(last.first - 1) == "of":
        return False  # "of the nine wounded, two died"
    if join == (",",) and is_besides(words, last.first):
        return False
    if person.part and join == (",",):
        return False  # "nine, three of them seriously, were hurt"
    if last.part and "," in join:
        return join == (",",) and person.form == "number" and _goes_on(words, last, person)
    # "A boy, 12 others": in a headline alone is that a list.
    loose = join == (",",) and person.form == "number" and last.single
    if loose and not words.headline and not _goes_on(words, last, person):
        return False
    known = "pronoun" not in {person.form, last.form} or _is_he_and_his(words, last, person)
    return join in _JOINS and known


def _goes_on(words: Words, last: Person, person: Person) -> bool:
    """Tell whether a list of three goes on behind a number: "a nurse, two drivers and a boy".

    So does one that another verb ends: "killing a nun, six others and wounding a guard".
    """
    behind = person.last + (words.word(person.last) == ",")
    if words.word(behind) == "and" and words.tag(behind + 1) == FATE and last.head:
        return vocabulary().fates[words.low[behind + 1]][1] != "base"
    nouns = bool(last.head) and bool(person.head) and not person.more
    opens = words.tag(behind + 1) in {DETERMINER, HEAD} or quantity(words.low, behind + 1)
    return nouns and words.word(behind) == "and" and bool(opens)


def _is_he_and_his(words: Words, last: Person, person: Person) -> bool:
    """Tell whether a pronoun and others are one group: "he and his wife", "her and two others"."""
    if last.head in {"her", "him"}:
        ends = words.tag(person.last) in {MARK, PREPOSITION, ADJECTIVE}
        return person.more or (ends and person.form in {"indefinite", "number", "possessive"})
    return last.head in {"he", "she"} and person.form in {"possessive", "number", "indefinite"}


def _without_lead(words: Words, last: Person, person: Person) -> tuple[str, ...]:
    """Return what stands between two phrases, without what a name is led in by: "police Capt."."""
    k = person.first
    while person.name and k > last.last + 1 and words.tag(k - 1) in {HEAD, ADJECTIVE}:
        k -= 1
    return tuple(words.low[last.last : k])


def _without_office(words: Words, last: Person, join: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what somebody named is: "Kos, leader of the Social Party, and" two others."""
    if not last.name or join[-2:] != (",", "and") or join[:1] != (",",) or len(join) < 4:
        return join
    inside = range(last.last + 1, last.last + len(join) - 2)
    noun = words.tags[inside[0]] == HEAD or words.tag(inside[0]) in {DETERMINER, ADJECTIVE, ""}
    heads = any(words.tags[k] == HEAD for k in inside)
    plain = all(words.tags[k] in _OF_OFFICE for k in inside)
    return join[-2:] if noun and heads and plain else join


def _without_origin(
    words: Words, last: Person, person: Person, join: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what joins two phrases: "two guards from Nepal and one from Ghana" are joined."""
    if join[:1] == ("of",) and last.form == "definite" and len(join) <= ORIGIN_AT_MOST:
        behind = last.last + 1
        while behind < person.first and (words.is_capital(behind) or words.low[behind] in _TOWN):
            behind += 1
        rest = tuple(words.low[behind : last.last + len(join)])
        named = rest == (",",) and bool(person.name)  # "the mayor of Arno, Ana Kos"
        if behind > last.last + 1 and rest in _JOINS and not named:
            return rest  # "the mayor of Arno and two guards"
    if person.form == "possessive" and join[:1] in _ORIGINS and join[-1:] == ("and",):
        return join[-1:]  # "the mayor of Arno and his bodyguard"
    both = join[:1] == ("from",) == (words.word(person.last),)
    return join[-1:] if both and join[-1] == "and" else join


def _without_place(
    words: Words, last: Person, person: Person, join: tuple[str, ...]
) -> tuple[str, ...]:
    """Leave out where somebody was: "a guard at the gate and two cooks were killed".

    Behind a verb they are its object only if no other verb follows: "shot a man in a bar and two
    women fled".
    """
    if join[-1:] != ("and",) or len(join) < 3 or last.count is None or person.count is None:
        return join
    inside = range(last.last + 1, last.last + len(join) - 1)
    if words.tag(last.last) != PREPOSITION or any(words.tags[k] not in _OF_PLACE for k in inside):
        return join
    behind = words.tag(person.last)
    governed = words.tag(last.first - 1 - (words.tag(last.first - 1) == DETERMINER)) == FATE
    if governed and behind == PREPOSITION:
        return join  # "killed six in Arno and four in Belt" is read with its places
    if behind == PREPOSITION:  # "and three pupils from the village were killed"
        end = person.last + 1
        while words.tag(end) in _OF_PLACE and end - person.last < ORIGIN_AT_MOST:
            end += 1
        behind = words.tag(end)
    return ("and",) if governed != (behind in _FINITE) else join


def total(words: Words, group: list[Person]) -> Count:
    """Add up a list; what only explains ("two people, a man and a girl") adds none."""
    if group[1:] and group[0].count is None and group[0].form == "definite":
        group = group[1:]  # "the wounded, a boy and a man": who they are
    group = [person for at, person in enumerate(group) if not _is_apposed(words, group, at)]
    group = [person for at, person in enumerate(group) if not _is_naming(words, group, at)]
    counts = [person.count or ONE for person in group]
    if not counts[1:] or _only_explains(words, group, counts):
        return counts[0]
    return Count(
        sum(count.minimum for count in counts),
        None if any(c.maximum is None for c in counts) else sum(c.maximum or 0 for c in counts),
        any(count.approximate for count in counts),
    )


def as_others(group: list[Person]) -> list[Person]:
    """Read "a man was also shot": of somebody else than was told of before."""
    form = group[0].form
    if form in {"indefinite", "name"}:
        return [replace(person, form="other") if person.single else person for person in group]
    if form == "number":
        return [replace(group[0], more=True), *group[1:]]
    if form == "possessive":
        return [replace(person, more=person.single) for person in group]
    if form == "definite":
        return [replace(person, also=person.single) for person in group]
    return group


def settled(words: Words, group: list[Person]) -> list[Person]:
    """Make one person of a phrase and the name that stands beside it: "an elder, Ali Ba, and"."""
    kept: list[Person] = []
    for at, person in enumerate(group):
        if _is_naming(words, group, at):
            before = kept.pop()
            ages, sex = before.ages or person.ages, before.sex or person.sex
            kept.append(replace(before, name=person.name, ages=ages, sex=sex))
        elif _is_apposed(words, group, at):
            before = kept.pop()
            head, sex = before.head or person.head, before.sex or person.sex
            kept.append(replace(before, head=head, sex=sex))
        else:
            kept.append(person)
    return kept


def _is_apposed(words: Words, group: list[Person], at: int) -> bool:
    """Tell whether a phrase says who the name before it is: "Hassan Omar, a commander, and".

    Behind the "and" of a list nothing else can be meant: "Ana Kos and Bo Lind, a guard."
    """
    if not at or (at + 1 == len(group) and at < 2):
        return False
    before, person = group[at - 1], group[at]
    plain = before.single and person.single and bool(before.name) and not person.name
    between = words.low[before.last : person.first]
    closed = at > 1 and words.word(before.first - 1) == "and" and words.tag(person.last) == MARK
    return plain and between == [","] and (words.word(person.last) == "," or closed)


def _is_naming(words: Words, group: list[Person], at: int) -> bool:
    """Tell whether a name says who the phrase before it is: "a nun and a guard, Bo Lind, 31,".

    So does "her son, Bo, and his wife": the first of two.
    """
    if at < 1 or len(group) < 3:
        return False
    before, person = group[at - 1], group[at]
    if at == 1 and before.form != "possessive" and len(person.name) < 2:
        return False
    plain = before.single and bool(before.head) and not before.name and bool(person.name)
    comma = words.low[before.last : person.first] == [","]
    return plain and comma and words.word(person.last) == ","


def _only_explains(words: Words, group: list[Person], counts: list[Count]) -> bool:
    """Tell whether what follows the first says who they are: "two people, a man and a girl"."""
    first, others = counts[0], sum(count.minimum for count in counts[1:])
    joins = [tuple(words.low[a.last : b.first]) for a, b in pairwise(group)]
    numbered = group[1].form == "number" and not group[1].part
    unnamed = not group[0].name and not group[1].name
    if len(group[0].name) > 1 and len(group[1].name) > 1:
        return False  # "Ana Kos, 55, Bo Lind, 29"
    if _is_of_two_offices(words, group, joins):
        return True
    if group[1].form == "possessive" and len(group) > 2 and first.minimum > 1:
        return False  # "two brothers, their cousin and a neighbour"
    listed = words.headline and unnamed and (first.maximum == 1 or numbered)
    if all(join == (",",) for join in joins) and not listed:
        if _ends_in_verb(words, group):
            return False
        return not _is_open_list(words, group, first, others)
    if joins[0] == (",",) and others == first.minimum > 1:
        if any({group[0].sex, person.sex} == {"m", "f"} for person in group[1:]):
            return False  # "his two brothers, his mother and a friend"
        if _are_others(words, group):
            return False
        # "Two people, a man and a girl", but "2 girls, 2 men".
        return not listed or group[0].head in some("anybody") | {"", "people"}
    return False


def _is_of_two_offices(words: Words, group: list[Person], joins: list[tuple[str, ...]]) -> bool:
    """Tell whether two nouns with one article say who a name is: "Kos, a clerk and father"."""
    if len(group) != 3 or joins != [(",",), ("and",)] or not group[0].name:
        return False
    bare = words.tags[group[2].first] == HEAD and not group[2].name
    return bare and group[1].form == group[2].form == "indefinite" and group[2].single


def _ends_in_verb(words: Words, group: list[Person]) -> bool:
    """Tell whether another verb ends a list: "killed a teacher, a pupil and wounded a cook".

    Who is said to be a parent was named: "killed a teacher, a father of two and wounded".
    """
    end, heads = group[-1].last, {p.head for p in group} - {""}
    verb = words.word(end) == "and" and words.tag(end + 1) == FATE
    return verb and len(heads) == len(group) and group[-1].head not in some("parents")


def _are_others(words: Words, group: list[Person]) -> bool:
    """Tell whether a list goes on to others: "two soldiers, a driver and a nurse were shot".

    Behind a comma the verb says that they were only named: "two soldiers, a driver and a cook,".
    """
    first, plain = group[0].head, some("plain") | some("anybody") | {"", "people"}
    special = first not in plain and all(p.head not in {first, *plain} for p in group[1:])
    return special and words.word(group[-1].last) != ","


def _is_open_list(words: Words, group: list[Person], first: Count, others: int) -> bool:
    """Tell whether a list goes on with what is no count: "three nurses, a doctor and others"."""
    goes_on = words.word(group[-1].last) in {"and", ","}
    known = any(person.part or person.head in {"", *some("anybody")} for person in group)
    return goes_on and not known and first.minimum > 1 and others != first.minimum

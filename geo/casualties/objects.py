"""Find the people beside a verb of harm: its object ("killed two"), and "two men killed in"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geo.casualties.persons import ONE, Person
from geo.casualties.subjects import Harm, Who
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    FATE,
    GENITIVE,
    HAVE,
    HEAD,
    MARK,
    MODAL,
    PREPOSITION,
    SUBORDINATE,
    VERB,
    head_of,
    some,
    vocabulary,
)
from geo.language.numerals import quantity

__all__ = ["ahead", "behind", "owner_of_limb", "surname", "titled", "told"]

ADVERBS_REACH = 3
"""Words behind a verb within which an adverb may stand before its object."""
VERBS = 12
"""Words of verbs before their object at most: "killed and critically wounded Mr. Kos"."""
ASIDE = 7
"""Words of an aside at most: "two men, of Long Hill, killed"."""
PLACE = 7
"""Words from an object to "and two others" at most: a place."""
OFFICE = 4
"""Words of an office before the noun of its bearer at most: "former Liberal deputy party"."""
NAMED = 6
"""Words from a comma to the next at most, with the name between: ", Ana Kos,"."""
TITLE = 6
"""Words behind "of" in "a cousin of one of the victims told" at most."""
ORIGIN = 6
"""Words from people to "found dead" at most: where they come from."""
PART_OF_BODY = 2
"""Words from "his" to the part of the body at most: "his left leg"."""
_OWNERS = {"his": "m", "her": "f"}
_ENDS_OBJECTS = frozenset({MARK, PREPOSITION, SUBORDINATE})
"""What stands behind the last of those whom a verb befell."""
_OF_OFFICE = frozenset({"", ADJECTIVE, HEAD})
_ONCE = frozenset({"former", "ex", "then"})
_HITS = frozenset({"hit", "hits", "struck", "strikes"})
_CLAUSE = frozenset({MARK, BE, FATE, MODAL, VERB, HAVE})
_NAME_ENDS = frozenset({MARK, PREPOSITION, SUBORDINATE, ADVERB, MODAL})


def behind(who: Who, at: int, fate: str) -> Iterator[Harm]:
    """Find the people right behind a verb: "killed and wounded two"."""
    words = who.words
    k = _past_verbs(who, at)
    group = who.group_at(k)
    joined = words.word(k + 1) == "and"
    # "Hit Djibo" is said of towns; of people, "struck Lind and three others".
    named = surname(words, k, ended=joined) if joined or words.low[at] not in _HITS else None
    if group is None and (name := named) is not None:
        others = who.group_at(k + 2) if words.word(k + 1) == "and" else None
        yield who.harm(fate, [name, *(others or [])], at, active=True)
        return
    if (owner := owner_of_limb(who, k)) is not None:
        yield who.harm(fate, [owner], at, active=True)
        return
    group = told(words, group or _rest_of_group(who, k) or _bare(words, k))
    if group and group[0].head in some("reflexive"):
        k = group[-1].last  # "killing himself and five others"
        group = who.group_at(k + 1) if words.word(k) == "and" else None
    if not group:
        return
    if k > at + 1 and words.low[at + 1] == "and" and _kills(words, at + 2):
        fate = "killed"
    yield who.harm(fate, [*group, *_others_behind(who, group[-1].last)], at, active=True)


def _bare(words: Words, k: int) -> list[Person]:
    """Read a noun without an article where only an object can stand: "kill civilian in riot"."""
    head = head_of(words.word(k)) if words.tag(k) == HEAD else None
    if head is None or head.plural or head.body or words.tag(k + 1) not in {MARK, PREPOSITION}:
        return []
    return [Person(k, k + 1, ONE, "indefinite", head.lemma, head.sex, attacker=head.attacker)]


def _others_behind(who: Who, end: int) -> list[Person]:
    """Return others whom a place parts from an object: "killed a girl in a park and two others"."""
    words = who.words
    join = next(
        (k for k in range(end, min(end + PLACE, len(words.low))) if words.low[k] == "and"), 0
    )
    if words.word(end) == "of" and (rest := _behind_owner(who, end + 1)):
        return rest
    others = who.group_at(join + 1) if join > end else None
    others = told(words, others or [])
    several = others and others[0].count is not None and others[0].count.minimum > 1
    known = others and (others[0].more or (several and words.word(end) == "of"))
    if not others or not known or words.tags[end] != PREPOSITION:
        return []
    behind = others[-1].last
    # "Killed six in Arno and another four in Belt" are of two places.
    elsewhere = words.tag(behind) == PREPOSITION and words.is_capital(behind + 1)
    ends = words.tag(behind) in _ENDS_OBJECTS and not elsewhere
    return others if ends and _CLAUSE.isdisjoint(words.tags[end:join]) else []


def _behind_owner(who: Who, first: int) -> list[Person]:
    """Return who was killed beside somebody's kin: "killed the son of a judge and two guards"."""
    group = who.group_at(first) or []
    rest = told(who.words, group)[1:]
    if not rest or not group[0].single or rest[0].form != "number":
        return []
    # "Killed the wife of a clerk and two women fled": these do something of their own.
    ends = who.words.tag(rest[-1].last) in _ENDS_OBJECTS
    return rest if ends and rest[0].count is not None and rest[0].count.minimum > 1 else []


def owner_of_limb(who: Who, k: int) -> Person | None:
    """Return whose leg was hit: "struck his left leg", "grazed the boy's head"."""
    words, group = who.words, who.group_at(k)
    if group is not None and len(group) == 1 and words.word(group[0].last) in GENITIVE:
        start, owner = group[0].last + 1, group[0]
    elif words.word(k) in _OWNERS:
        start, owner = k + 1, Person(k, k + 1, ONE, "pronoun", words.low[k], _OWNERS[words.low[k]])
    else:
        return None
    named = words.low[start : start + PART_OF_BODY]
    return owner if not (some("limbs") | some("body")).isdisjoint(named) else None


def _past_verbs(who: Who, at: int) -> int:
    """Return where the object of a verb begins: "killed and critically wounded Mr. Kos"."""
    words, k = who.words, at + 1
    k = _past_aside(words, k)
    last = min(at + VERBS, len(words.low))
    while k < last and who.group_at(k) is None and _is_of_verb(words, at, k):
        k += 1
    if who.group_at(k) is not None:
        return k
    start = _past_titles(words, k)
    return start if who.group_at(start) is not None else _past_office(who, start)


def _past_aside(words: Words, k: int) -> int:
    """Return where an object begins behind an aside: "killed, in less than two days, a judge"."""
    if words.word(k) != "," or words.tag(k + 1) != PREPOSITION:
        return k
    for end in range(k + 2, min(k + 2 + ASIDE, len(words.low))):
        if words.low[end] == ",":
            return end + 1
        if words.tags[end] in _CLAUSE | {SUBORDINATE}:
            break
    return k


def _past_office(who: Who, k: int) -> int:
    """Return where a name begins behind an office: "killed Liberal presidential candidate Kos"."""
    words, start = who.words, k
    while k - start < OFFICE and words.tag(k) in _OF_OFFICE and words.word(k).isalpha():
        group = who.group_at(k + 1)
        if group is not None:
            told = group[0].form == "name" and (group[0].head or len(group[0].name) > 1)
            return k + 1 if told else start
        k += 1
    return start


def _past_titles(words: Words, k: int) -> int:
    """Return where a name begins behind what its bearer is or was: "former Prime Minister"."""
    while words.word(k) in some("titles") or words.word(k) in _ONCE:
        k += 1 + (words.word(k + 1) == ".")
    return k


def titled(who: Who, k: int) -> list[Person] | None:
    """Read whom a title names, and who else: "the killing of Mr. Kos and two others"."""
    start = _past_titles(who.words, k)
    if start == k:
        start = _past_office(who, k)
        return who.group_at(start) if start > k else None
    if (group := who.group_at(start)) is not None:
        return group
    joined = who.words.word(start + 1) == "and"
    name = surname(who.words, start, ended=joined)
    others = who.group_at(start + 2) if joined else None
    return [name, *(others or [])] if name is not None else None


def _is_of_verb(words: Words, at: int, k: int) -> bool:
    """Tell whether a word belongs to the verb: "shot dead", "beat to death", "and wounded"."""
    tag, word, before, after = words.tags[k], words.low[k], words.low[k - 1], words.word(k + 1)
    if (tag == ADVERB and k <= at + ADVERBS_REACH) or word == "dead":
        return True
    if (word == "to" and after == "death") or (word == "death" and before == "to"):
        return True
    # "Father shot, killed teen son" is how headlines say "and".
    joins = {"and", "or", ","} if words.headline else {"and", "or"}
    if word in joins:
        robbed = words.tag(k + 1) == "" and after.endswith("ed") and words.tag(k + 2) == DETERMINER
        return words.tag(k + 1) in {FATE, ADVERB} or robbed  # "shot dead and robbed a clerk"
    if before == "and" and tag == "" and word.endswith("ed"):
        return words.tag(k + 1) == DETERMINER
    return tag == FATE and before in joins


def _rest_of_group(who: Who, k: int) -> list[Person]:
    """Return those of a group from a word on: "hurt by him and killed two guards"."""
    rests = (group[i:] for group in who.groups for i, p in enumerate(group) if p.first == k)
    return next(rests, [])


def told(words: Words, group: list[Person]) -> list[Person]:
    """Leave out who is the subject of the next verb: "killed a nun and two boys were hurt"."""
    if not group:
        return []
    if words.word(group[-1].last) in GENITIVE:
        # "Killing nine people, the youth's party said": only who tells it is an owner.
        rest = _without_speakers(words, group)
        return rest if len(rest) < len(group) else []
    if len(group) > 1 and _speak(words, group[-1].last):
        return _without_speakers(words, group)
    behind = words.word(group[-1].last)
    goes_on = words.tag(group[-1].last) in {BE, FATE} or behind in some("gravely")
    # "The death of 23 and 15 missing", "killed two and two others went missing".
    goes_on |= behind == "went" or vocabulary().adjectives.get(behind, "killed") != "killed"
    goes_on = goes_on or _kills_elsewhere(words, group[-1])
    return group[:-1] if goes_on and len(group) > 1 else group


def _kills_elsewhere(words: Words, last: Person) -> bool:
    """Tell whether "another" is the next deed: "killed six, and one in Arno killed two"."""
    if last.head or not last.single or words.tag(last.last) != PREPOSITION:
        return False
    for k in range(last.last, min(last.last + PLACE, len(words.low))):
        if words.tags[k] in {MARK, SUBORDINATE} or words.low[k] == "and":
            return False
        if words.tags[k] == FATE:
            return quantity(words.low, k + 1) is not None or words.tag(k + 1) == DETERMINER
    return False


def _speak(words: Words, k: int) -> bool:
    """Tell whether those who end before a word say something: "a nun of the order said".

    What they are called may stand between commas: "the mayor, Ana Kos, said".
    """
    if words.word(k) == ",":
        name = next((j for j in range(k + 1, k + NAMED) if not words.is_capital(j)), k)
        k = name if words.word(name) == "," else k
        ends = words.word(k + 1) in {"told", "tells"} or words.tag(k + 2) in _ENDS_OBJECTS
        return ends and words.word(k + 1) in some("says")
    while words.word(k) == "of" and k < len(words.low):
        k = next((j for j in range(k + 1, k + TITLE) if not _is_of_title(words, j)), k + TITLE)
    return words.word(k) in some("says") or (
        words.tag(k) == ADVERB and words.word(k + 1) in some("says")
    )


def _is_of_title(words: Words, j: int) -> bool:
    """Tell whether a word can stand in what somebody is one or the head of."""
    return words.tag(j) not in {MARK, BE, SUBORDINATE, MODAL} and words.word(j) not in {
        "of",
        *some("says"),
    }


def _without_speakers(words: Words, group: list[Person]) -> list[Person]:
    """Leave out who only tells it: "killed 12 people, two elders and a priest told reporters"."""
    apart = [at for at in range(1, len(group)) if _is_comma(words, group, at)]
    if not apart:
        return group
    named = group[apart[-1]].name and not group[apart[-1]].head and apart[-1] + 1 == len(group)
    if named and apart[-2:-1] == [apart[-1] - 1] and group[apart[-1] - 1].single:
        return group[: apart[-2]]  # "killed nine, a spokesman, Ana Kos, said"
    return group[: apart[-1]]


def _is_comma(words: Words, group: list[Person], at: int) -> bool:
    first, end = group[at - 1].last, group[at].first
    # "Nine people, police spokesman Ali Ba said": what leads in a name is of the name.
    led = group[at].name and all(words.tag(k) in {HEAD, ADJECTIVE} for k in range(first + 1, end))
    return words.word(first) == "," and (end == first + 1 or bool(led))


def _kills(words: Words, at: int) -> bool:
    return words.tag(at) == FATE and vocabulary().fates[words.low[at]][0] == "killed"


def surname(words: Words, k: int, *, ended: bool = False) -> Person | None:
    """Read a surname where only an object can stand: "killed Lusk"."""
    if words.headline or not words.is_capital(k) or words.tags[k] != "":
        return None
    if not (ended or words.tag(k + 1) in _NAME_ENDS) or words.low[k] in some("no_person"):
        return None
    return Person(k, k + 1, ONE, "name", name=(words.low[k],))


def ahead(who: Who, at: int, start: int, fate: str) -> Iterator[Harm]:
    """Find the people right before a participle without an auxiliary: "two men killed in"."""
    words = who.words
    group = next(who.before(start), None)
    if group is None or group[-1].form == "pronoun":
        return
    gap = words.low[group[-1].last : start]
    if _is_origin(words, group[-1].last, start):
        gap = []
    if _is_of_participle(words, gap, at):
        gap = []
    if not _is_aside(gap) or (gap == [","] and fate == "struck" and not group[-1].single):
        return
    if words.low[at] in {"hit", "struck"} and words.word(at + 1) not in {"by", "in"}:
        return
    if not gap and words.tag(group[0].first - 1) == BE:
        group = [_whole_of(person) for person in group]
    yield who.harm(fate, who.own(group), at)


def _is_of_participle(words: Words, gap: list[str], at: int) -> bool:
    """Tell whether two participles share whom they are said of: "two nuns robbed and killed by"."""
    joined = len(gap) == 2 and gap[1] == "and" and gap[0].endswith("ed")
    return joined and words.tag(at - 2) == "" and words.tag(at + 1) in {MARK, PREPOSITION}


def _whole_of(person: Person) -> Person:
    """Return the group of which somebody is said to be one: "is one of three people held"."""
    if person.whole is None or person.fate is not None:
        return person
    return replace(person, count=person.whole, whole=None, part=False)


def of_origin(who: Who, end: int) -> list[Person] | None:
    """Return those of whom a participle is said behind where they come from."""
    group = next(who.before(end), None)
    if group is None or group[-1].form == "pronoun" or end - group[-1].last > ORIGIN:
        return None
    words, start = who.words, group[-1].last
    led = words.word(start) in {"of", "from"}
    plain = all(words.tags[k] in {"", PREPOSITION, DETERMINER} for k in range(start, end))
    return group if led and plain else None


def _is_origin(words: Words, end: int, start: int) -> bool:
    """Tell whether a name alone parts people and participle: "guards of the Zor Army killed in"."""
    if words.word(end) not in {"of", "from"} or not 1 < start - end < ASIDE:
        return False
    name = range(end + 1 + (words.word(end + 1) == "the"), start)
    return all(words.is_capital(k) and words.tags[k] == "" for k in name) and bool(name)


def _is_aside(gap: list[str]) -> bool:
    """Tell whether what parts people and participle is nothing, or said in passing."""
    if not gap or gap in ([","], ["who"]):
        return True
    return (
        gap[0] in {",", "of", "in", "from", "(", "on"}
        and len(gap) < ASIDE
        and gap[-1] in {",", ")"}
    )

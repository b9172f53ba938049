"""Close a phrase of people at its head: a noun, a name, a people, or a number that stands alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from geo.casualties.bands import is_killed
from geo.casualties.namings import name_at
from geo.casualties.persons import ONE, Opening, Person, finished
from geo.casualties.sorts import disagrees, is_number, is_participle, leads
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    ADJECTIVE,
    ADVERB,
    BE,
    DEFINITE,
    FATE,
    GENITIVE,
    HAVE,
    HEAD,
    MARK,
    NOUN,
    PREPOSITION,
    SUBORDINATE,
    VERB,
    Head,
    head_of,
    some,
    vocabulary,
)
from geo.language.numerals import quantity
from geo.model import Count

__all__ = [
    "capital",
    "headless",
    "is_plural",
    "noun",
    "of_named",
    "owned",
    "owner_sex",
    "stranger",
    "twins",
    "with_children",
]

NAME_WORDS = 3
"""Words of the name of a person, besides titles, at most."""
STRANGERS = 3
"""Words of an unknown noun and what stands before it at most: "two elderly canal boatmen"."""
SHORTEST_STRANGER = 4
"""Letters of an unknown noun at least: shorter ones are abbreviations and slips."""
ADDRESS = 5
"""Words of a street behind its number at most: "2140 N. Old Miller Road"."""
OF_BODY = 6
"""Words behind "member of" in which his body stands."""
OWNED = 3
"""Words from "the man's" to what is his at most: "the man's two young daughters"."""
_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "eer", "man", "ess", "ive")
"""Endings of nouns that can be of people: one thing alone may be anything else."""
_WHO_ONLY = (*_AGENTS, "major")
_COMPASS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
)
_ONE_OF_A_PEOPLE = (
    "ian", "inian", "ican", "ese", "aqi", "aeli", "stani", "eshi", "meni", "mali", "waiti", "audi",
    "serb", "croat", "turk", "kurd", "arab", "afghan", "briton", "german", "swede", "filipino",
)  # fmt: skip
_NATIONALS = frozenset({"national", "nationals"})
_PEOPLES = ("s", "ese", "ish")
"""Endings of the names of peoples: "two Serbs", "12 Turkish"."""
_BEHIND_A_STRANGER = frozenset({MARK, BE, FATE, HAVE, PREPOSITION, SUBORDINATE, ADVERB, VERB})


def noun(words: Words, opening: Opening, k: int) -> Person | None:
    """Close a phrase at its noun."""
    head = head_of(words.low[k])
    assert head is not None, "the tag says that it is one"
    if disagrees(opening, head) or words.word(k + 1) in some("no_people"):
        return None  # "two police vehicles"
    head = _of_side(words, k, head)
    if (count := _count_of(opening, head)) is not opening.count:
        opening = replace(opening, count=count)
    if opening.count != ONE:
        return finished(words, opening, k + 1, noun=head)
    end, name = name_at(words, _past_children(words, head, k + 1))
    if not name and words.word(end) in {"named", "called"}:
        stop, called = name_at(words, end + 1)  # "a boy named Bo Lind"
        end, name = (stop, called) if called else (end, name)
    if not name and opening.form in {"possessive", "definite"}:
        end, name = _apposed(words, end)
    return finished(words, opening, end, noun=head, name=name)


def _of_side(words: Words, k: int, head: Head) -> Head:
    """Return a member as what his body makes of him: "members of the army" are soldiers."""
    if head.lemma != "member":
        return head
    around = {words.word(k - 1)}
    if words.word(k + 1) == "of":
        behind = range(k + 2, k + 2 + OF_BODY)
        around |= {words.word(n) for n in takewhile(lambda n: _may_name(words, n), behind)}
    # "The rebel army" is of rebels.
    for body, one in (("of_foes", "fighter"), ("of_troops", "soldier")):
        if around & some(body):
            return replace(head, lemma=one)
    return head


def _may_name(words: Words, n: int) -> bool:
    return bool(words.word(n)) and words.tag(n) not in {MARK, BE, FATE, HAVE, VERB, SUBORDINATE}


def _past_children(words: Words, head: Head, end: int) -> int:
    """Go past how many children a parent has: "father of 4 fatally shot"."""
    told = quantity(words.low, end + 1) if words.word(end) == "of" else None
    parent = head.lemma in some("parents") and told is not None
    return told[1] if parent and told and words.tag(told[1]) != HEAD else end


def _count_of(opening: Opening, head: Head) -> Count | None:
    if head.count:
        told = opening.count.minimum if opening.count is not None else 1
        # "Two couples" are four, "two twins" and "both parents" two.
        number = told * (1 if told > 1 and head.lemma not in some("by_groups") else head.count)
        return Count(number, number)
    return ONE if opening.count is None and not head.plural else opening.count


def _apposed(words: Words, end: int) -> tuple[int, tuple[str, ...]]:
    """Read the name between commas behind a noun: "her husband, Jon, 33,"."""
    if words.word(end) != "," or words.headline:
        return end, ()
    stop, name = name_at(words, end + 1)
    closed = words.word(stop) == "," and 0 < len(name) <= NAME_WORDS
    return (stop, name) if closed else (end, ())


def of_named(words: Words, at: int) -> Opening | None:
    """Read "Kos's" before who belongs to somebody named: "Kos's son", "Ana Kos's two sisters"."""
    end, name = name_at(words, at)
    if not name or words.headline or words.word(end) not in GENITIVE:
        return None
    end += 1
    count, last = quantity(words.low, end) or (None, end)
    head = owned(words, last)
    if head is None or words.low[head] in {"victim", "victims"} or words.tag(at - 1) == HEAD:
        return None  # "Friday's victims"
    return Opening(at, last, count, "possessive")


def owned(words: Words, at: int) -> int | None:
    """Return where the noun of people stands that belongs to somebody: "the man's wife"."""
    for k in range(at, at + OWNED):
        if words.tag(k) == HEAD:
            return k
        if words.tag(k) not in {"", ADJECTIVE}:
            return None
    return None


def capital(words: Words, opening: Opening, k: int) -> Person | None:
    """Close a phrase at a name ("a 15-year-old, Ana Kos") or at a people ("two ethnic Serbs")."""
    if words.tags[k] != "" or not words.is_capital(k):
        return None
    if not words.headline and (opening.ages or opening.count == ONE):
        stop, name = name_at(words, k)
        plain, first = opening.form == "indefinite", k == opening.first
        whole = opening.ages or (len(name) > 1 and plain and first)
        if name and whole and words.tag(stop) not in {HEAD, "", ADJECTIVE}:
            form = "name" if plain and not first else opening.form
            return finished(words, replace(opening, count=ONE, form=form), stop, name=name)
    if opening.count is None:
        return None
    if opening.count == ONE:
        return _one_of_a_people(words, opening, k)
    longer = words.tag(k + 1) == HEAD or (words.tag(k + 1) == "" and words.is_capital(k + 1))
    return None if longer else _people_of(words, opening, k)


def _people_of(words: Words, opening: Opening, k: int) -> Person | None:
    """Read a people: "two Serbs", "12 Turkish"."""
    word = words.low[k]
    if not words.is_capital(k) or not (word.endswith(_PEOPLES) or _are_of_a_people(word)):
        return None
    if len(word) < SHORTEST_STRANGER:
        return None
    if word in some("no_person"):
        return None
    end = k + 1 + (words.word(k + 1) in _NATIONALS)
    return Person(opening.first, end, opening.count, opening.form, head="people")


def _are_of_a_people(word: str) -> bool:
    """Tell "Frenchmen" and "Houthi", which need no s."""
    return word in some("peoples") or word.replace("men", "man") in some("peoples")


def _one_of_a_people(words: Words, opening: Opening, k: int) -> Person | None:
    """Read "a Palestinian was killed"; "a Brazilian nun" goes on, and "an Egan" is nobody."""
    end = k + 1 + (words.word(k + 1) in _NATIONALS)
    ends = words.tag(end) in {BE, HAVE, FATE, SUBORDINATE, PREPOSITION, MARK}
    if opening.form not in {"indefinite", "other"} or words.headline or not ends:
        return None
    word = words.low[k]
    thing = word in some("no_person") or word + "s" in some("no_people")  # "killed a Bill"
    killed = is_killed(words, opening.first) and not thing  # "killed a Zorba"
    listed = word in some("peoples") or killed
    if not listed and (not word.endswith(_ONE_OF_A_PEOPLE) or len(word) < SHORTEST_STRANGER):
        return None
    return Person(opening.first, end, opening.count, opening.form, head="person")


def is_plural(words: Words, at: int) -> bool:
    """Tell whether a word is a noun for several people."""
    head = head_of(words.word(at)) if words.tag(at) == HEAD else None
    return head is not None and head.plural


def headless(words: Words, opening: Opening) -> Person | None:
    """Read a number that stands alone, or "the dead", "the wounded"."""
    return _the_dead(words, opening) or _number_alone(words, opening)


def _the_dead(words: Words, opening: Opening) -> Person | None:
    k, tag, word = opening.last, words.tag(opening.last), words.word(opening.last)
    fate = vocabulary().adjectives.get(word) if tag in {ADJECTIVE, FATE} else None
    if fate is None or opening.form != "definite" or word == "missing":
        return None
    if words.low[opening.first] in {"that", "this"}:
        return None  # "the shooting that injured a girl"
    listed = words.word(k + 1) in {"included", "include"}
    if words.tag(k + 1) in {HEAD, ""} and not listed and not words.is_capital(k + 1):
        return None
    first, count, ordinal = opening.first, opening.count, opening.ordinal
    return Person(first, k + 1, count, "definite", fate=fate, ordinal=ordinal)


def _number_alone(words: Words, opening: Opening) -> Person | None:
    at, k, form = opening.first, opening.last, opening.form
    if opening.count is None or form not in {"number", "other", "definite"}:
        return None
    if words.tag(k) == "":
        named = _people_of(words, opening, k)
        if named is not None:
            return replace(named, ordinal=opening.ordinal)
        # "One lost a tooth", "five more received injuries".
        lost = words.low[k] in vocabulary().outcomes["lost"] | some("suffer") | some("needed")
        aside = words.low[k] in _COMPASS and words.word(k + 1) == "of"  # "injured ten north of"
        if not (words.is_capital(k) or lost or aside or words.low[k] in some("times")):
            return None
    if form == "definite" and words.tag(k) != BE and words.low[at] != "both":
        return None
    if _is_age_or_shots(words, at, k) or words.tag(k) == NOUN or _is_address(words, k):
        return None
    ordinal, more = opening.ordinal, opening.more
    return Person(at, k, opening.count, form, ordinal=ordinal, more=more)


def _is_age_or_shots(words: Words, at: int, k: int) -> bool:
    """Tell whether a number counts no people: "Kos, 31, of Arno", "fired two rounds"."""
    if words.raw[at].isdigit() and _is_aside(words, at, k):
        return True
    fired = words.low[at] in DEFINITE or words.tag(at - 1) in {VERB, FATE}
    return fired and words.word(k) in some("shots")


def _is_aside(words: Words, at: int, k: int) -> bool:
    """Tell whether digits are ages between commas: "Kos, 31,", "youths, 15 and 12, killed"."""
    if words.word(at - 1) == "both":
        return True
    if words.word(at - 1) == ",":
        return words.tag(k) not in {FATE, ADJECTIVE, ADVERB}
    pair = words.word(at - 1) == "and" and words.word(at - 2).isdecimal()
    return pair and words.word(at - 3) == words.word(k) == ","


def _is_address(words: Words, k: int) -> bool:
    """Tell whether a number is that of a house: "a shooting at 2140 Miller Road"."""
    if not words.raw[k - 1].isdigit():
        return False
    named = range(k, min(k + ADDRESS, len(words.raw)))
    end = next((j for j in named if words.low[j] in some("streets")), None)
    return end is not None and all(
        words.is_capital(j) or words.low[j] == "." for j in range(k, end)
    )


def stranger(words: Words, opening: Opening) -> Person | None:
    """Read a number of what no list knows, "two gendarmes": people, if they were killed or hurt.

    Whoever asks must see to it that no house is hit, and no cow.
    """
    count = opening.count
    if count is None or not count.minimum or opening.form == "definite" or words.headline:
        return None
    k = _unknown(words, opening.last)
    if k == opening.last or is_number(words, opening.last):
        return None
    if not _may_be_people(words, opening, words.low[k - 1]) or not _ends(words, k):
        return None
    word = words.low[k - 1].removesuffix("s")
    return Person(opening.first, k, count, opening.form, head=word, stranger=True)


def _unknown(words: Words, start: int) -> int:
    """Return the end of a noun in no list and what stands before it, or where it would begin."""
    k = start
    while k - start < STRANGERS and k < len(words.low) and _may_stand_in(words, start, k):
        k += 1
    named = any(words.is_capital(at) for at in range(start, k))
    # "An Army major", "a Tiv cultivator": a name before what only a person can be.
    named &= words.is_capital(k - 1) or not words.low[k - 1].endswith(_WHO_ONLY)
    return start if named or words.tag(k - 1) != "" else k


def _may_stand_in(words: Words, start: int, k: int) -> bool:
    """Tell whether a word can be of an unknown noun: not the "sent" of "six dyers sent to"."""
    if k > start and words.low[k - 1].endswith("s") and is_participle(words.low[k]):
        return False
    led = k == start and words.tags[k] == HEAD and leads(words, k)
    return led or words.tags[k] in {"", ADJECTIVE}


def _may_be_people(words: Words, opening: Opening, word: str) -> bool:
    """Tell whether an unknown noun agrees in number and can be of people."""
    plural = word.endswith("s") and not word.endswith("ss")
    if not word.replace("-", "").isalpha() or len(word) < SHORTEST_STRANGER:
        return False
    if word.endswith("ings"):
        return False  # "two other bombings killed": what happened
    if plural == (opening.count == ONE) or (word if plural else word + "s") in some("no_people"):
        return False
    if plural or word.endswith(_AGENTS) or is_killed(words, opening.first):
        return True
    return _is_murdered(words, opening.last)


def _ends(words: Words, k: int) -> bool:
    """Tell whether a phrase can end before a word: "a conductor escaped"."""
    verb = words.tag(k) == "" and is_participle(words.low[k])
    return verb or words.tag(k) in _BEHIND_A_STRANGER


def _is_murdered(words: Words, at: int) -> bool:
    """Tell whether a verb that only people suffer follows: "a kagawad was gunned down"."""
    k = next((k for k in range(at, at + STRANGERS + 1) if words.tag(k) == BE), None)
    while k is not None and (words.tag(k) in {BE, ADVERB} or _is_caught(words, k)):
        k += 1
    if k is None or words.tag(k) != FATE:
        return False
    dead = words.word(k + 1) == "dead" or k in words.deadly
    return dead or words.low[k] in some("of_people_only")


def _is_caught(words: Words, k: int) -> bool:
    """Tell whether only what led to it stands at "was": "was caught and beaten to death"."""
    led = words.word(k) == "and" and is_participle(words.word(k - 1))
    return led or (is_participle(words.word(k)) and words.word(k + 1) == "and")


def with_children(words: Words, person: Person) -> Person:
    """Read over how many children somebody has: "a clerk and father of two" is one person."""
    k = person.last
    parent = words.word(k) == "and" and words.word(k + 1) in some("parents")
    told = quantity(words.low, k + 3) if parent and words.word(k + 2) == "of" else None
    if not person.single or told is None or words.tag(told[1]) == HEAD:
        return person
    return replace(person, last=told[1])


def twins(words: Words, at: int) -> Person | None:
    """Read "twins", "twin brothers", without an article."""
    if words.low[at] == "twin" and words.tag(at + 1) == HEAD:
        head = head_of(words.low[at + 1])
        at += 1
    else:
        head = head_of(words.low[at]) if words.low[at] in some("born_together") else None
    if head is None or not head.plural:
        return None
    count = Count(head.count or 2, head.count or 2)
    first = at - (words.word(at - 1) == "twin")
    # Their age is no number of others: "twins aged six and their mother" are three.
    return finished(words, Opening(first, at, count, "number"), at + 1, noun=head)


def owner_sex(words: Words, person: Person) -> str:
    """Return the sex of whose body is told of: "a man's body", "her body"."""
    inside = range(person.first, person.last - 1)
    heads = (head_of(words.low[k]) for k in inside if words.tags[k] == HEAD)
    told = next((head.sex for head in heads if head is not None), "")
    return told or {"his": "m", "her": "f"}.get(words.low[person.first], "")

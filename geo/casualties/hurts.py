"""Read who was hurt by what is told of his body: wounds, a cracked rib, a finger, a cut cheek.

They are readers as those of ``geo.casualties.outcomes``: each yields what its word at a place
tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from geo.casualties import tallies
from geo.casualties.objects import owner_of_limb, surname
from geo.casualties.persons import Person
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
    MARK,
    NOUN,
    PREPOSITION,
    some,
    vocabulary,
)
from geo.language.numerals import quantity

__all__ = ["broke", "bullets", "cut", "hurt", "is_body", "marked", "severed", "suffered", "wounds"]

NEAR = 3
"""Words from a participle to the part of the body, from "took" to "bullets" at most."""
BEARER = 8
"""Words between somebody and "with a gunshot wound", and between "with" and "wound", at most."""
CAME = 14
"""Words from "arrived" to "with a gunshot wound" at most."""
RECEIVED = 10
"""Words from "the ward received" to the last of those with wounds at most."""
LIMB = 8
"""Words from "whose arm" to "fractured" at most."""
HURT = "injured"
_IN_WOUNDS = frozenset({"", ADVERB, DETERMINER, FATE, ADJECTIVE, NOUN})
_WOUNDS_JOIN = frozenset(
    {"and", "or", ",", "for", "from", "to", "of", "minor"}
)  # "minor" is no child here
_OTHERS = frozenset({"others", "while", "whereas"})


def is_body(words: Words, start: int, reach: int = NEAR) -> bool:
    """Tell whether a part of the body is named from a word on."""
    return not (some("limbs") | some("body")).isdisjoint(words.low[start : start + reach])


def _had(who: Who, at: int) -> int | None:
    """Return where "has" or "had" stands that a phrase of few words parts from a word."""
    low, tags = who.words.low, who.words.tags
    for k in range(at - 1, max(at - 2 - NEAR, -1), -1):
        if tags[k] == HAVE:
            return k
        if not (tags[k] in {"", ADVERB, DETERMINER} or quantity(low, k)) or low[k] == "no":
            return None
    return None


def _of_known(who: Who, at: int, verb: int, fate: str) -> Iterator[Harm]:
    """Tell of the subject of a verb, if a list has it: a statue has arms too."""
    for harm in who.of_subject(at, who.auxiliaries(verb), fate):
        if not all(person.stranger for person in harm.people):
            yield harm


def _has_hurt(who: Who, at: int) -> Iterator[Harm]:
    """Read "has a cracked rib", "fractured his wrist", "had his wrist broken"."""
    if is_body(who.words, at + 1):
        k = _had(who, at)
        if k is not None:
            yield from _of_known(who, at, k, HURT)
        else:
            yield from broke(who, at)
    else:
        yield from severed(who, at)


def broke(who: Who, at: int) -> Iterator[Harm]:
    """Read "he broke his wrist", of the owner of "officers broke his arm", "his arm broke"."""
    if told := list(_whose_body(who, at)):
        yield from told
        return
    owner = owner_of_limb(who, at + 1)
    if owner is None or who.unreal(at - 1):
        return
    subject = who.subject(who.auxiliaries(at))
    if subject is not None and subject[0].single and not subject[0].attacker:
        yield from _of_known(who, at, at, HURT)
    else:
        yield who.harm(HURT, [owner], at)


def severed(who: Who, at: int) -> Iterator[Harm]:
    """Read "had two fingers nearly severed", "a mine blew off the boy's foot"."""
    low = who.words.low
    if (torn := _owner_of_torn(who, at)) is not None:
        yield who.harm(HURT, [torn], at)
        return
    limbs = some("limbs") | some("body")
    limb = next((k for k in range(at - 1, max(at - 1 - NEAR, -1), -1) if low[k] in limbs), None)
    k = _had(who, limb) if limb is not None else None
    if k is not None and not who.unreal(k):
        yield from _of_known(who, at, k, HURT)


def _owner_of_torn(who: Who, at: int) -> Person | None:
    """Return whose limb a verb before "off" tore off: "tore off both of his legs"."""
    if who.words.word(at + 1) != "off" or who.words.low[at] not in {"blew", "tore", "ripped"}:
        return None
    skipped = {"both", "of", "one", "two"}
    k = at + 2
    while who.words.word(k) in skipped:
        k += 1
    return owner_of_limb(who, k)


def marked(who: Who, at: int) -> Iterator[Harm]:
    """Read "was slashed across the face", unlike "was cut in half"."""
    words = who.words
    if words.word(at + 1) not in some("onto_body") or not is_body(words, at + 2):
        if words.low[at] in some("by_fire") and words.word(at + 1) not in {"to", "alive", "out"}:
            yield from _passive(who, at)
        return
    kind, start = who.chain(at)
    if kind == BE and not who.unreal(start):
        yield from who.of_subject(at, who.auxiliaries(start), "struck")


# ---- wounds


def wounds(who: Who, at: int) -> Iterator[Harm]:
    """Read "suffered burns", "with a gunshot wound": who bears them."""
    if shared := list(_verbless(who, at)):
        yield from shared
        return
    words, low, k = who.words, who.words.low, _bearing(who, at)
    if k is None:
        yield from _wounds_to(who, at)
        yield from _whose(who, at)
        return
    group = _bearer(who, k)
    if not group and quantity(low, at - 1) is not None:
        yield from _wounds_to(who, at)  # "ended with two deaths and three injuries"
    if not group or "died" in low[max(k - 2, 0) : at]:
        return
    # "Two men suffered minor injuries": they are not the dead of whom the sentence before told.
    alive = not some("alive").isdisjoint(low[k:at]) and "fatal" not in low[k:at]
    # Nor are they "33 people admitted with gunshot wounds".
    alive |= _is_cared_for(words, group[-1].last, k, at)
    alive |= low[at] in some("survived")
    alive |= low[at - 1] in some("limbs") or _is_beside_dead(who, group)
    # Nor who stands beside them: "four died while nine suffered burns".
    alive |= group[0].more or words.word(group[0].first - 1) in _OTHERS
    alive |= not vocabulary().outcomes["hurts"].isdisjoint(low[k : at + 1])
    own = "self-inflicted" in words.low[k:at]
    left = "left" in low[max(k - RECEIVED, 0) : k]  # "left 11 people with injuries"
    plain = (left or low[k] in some("suffer")) and some("of_weapons").isdisjoint(low[k:at])
    yield who.harm("injured" if alive else "struck", group, at, own=own, plain=plain)


def _verbless(who: Who, at: int) -> Iterator[Harm]:
    """Read "a guard suffered burns and two cooks minor cuts": the second clause shares its verb."""
    words, low = who.words, who.words.low
    group = next(who.before(at), None)
    if group is None or at - group[-1].last > NEAR or words.word(group[0].first - 1) != "and":
        return
    plain = all(words.tags[k] in _IN_WOUNDS for k in range(group[-1].last, at))
    if plain and not some("suffer").isdisjoint(low[: group[0].first]):
        yield who.harm(HURT, group, at)


def _is_beside_dead(who: Who, group: list[Person]) -> bool:
    """Tell whether somebody else died in the clause before: "a man died and two bore wounds"."""
    words, first = who.words, group[0].first
    if group[0].form in {"pronoun", "definite"} or words.word(first - 1) not in {"and", "while"}:
        return False
    fates = vocabulary().fates
    told = (fates.get(word, ("", ""))[0] for word in words.low[:first])
    return "killed" in told or "dead" in words.low[:first]


def hurt(who: Who, at: int) -> Iterator[Harm]:
    """Read "suffered a broken arm", "has a cracked rib"."""
    told = who.words.low[at] in some("broken") or is_body(who.words, at + 1)
    found = list(wounds(who, at)) if told else []
    found = found or list(_whose_body(who, at)) or list(_bruised(who, at))
    yield from found or _has_hurt(who, at)


def _whose_body(who: Who, at: int) -> Iterator[Harm]:
    """Read "a girl's jaw was broken", "until his arm broke": who owns what was hurt."""
    words, k = who.words, at - 1
    while words.tag(k) in {BE, HAVE, ADVERB}:
        k -= 1
    if words.word(k) not in some("limbs") | some("body") or who.unreal(at - 1):
        return
    if k == at - 1 and words.low[at] != "broke":
        return
    for first in range(k - 1, max(k - 1 - NEAR, -1), -1):
        before = who.group_to(first) if words.word(first) in GENITIVE else None
        if before is not None:
            yield who.harm(HURT, before[-1:], at)
        elif (owner := owner_of_limb(who, first)) is not None:
            yield who.harm(HURT, [owner], at)
        else:
            continue
        return


def _bruised(who: Who, at: int) -> Iterator[Harm]:
    """Read "three of her companions were bruised", unlike "egos were bruised"."""
    if who.words.low[at] == "bruised":
        yield from _passive(who, at)


def _passive(who: Who, at: int) -> Iterator[Harm]:
    """Read "two cooks were scalded", right behind people that are known: hay is burnt too."""
    kind, start = who.chain(at)
    if kind != BE or who.unreal(start):
        return
    verb = who.auxiliaries(start + 1)
    for harm in _of_known(who, at, start + 1, HURT):
        if harm.people and harm.people[-1].last == verb:
            yield harm


def cut(who: Who, at: int) -> Iterator[Harm]:
    """Read "received a cut to the hand", unlike "a cut to the budget" and "were cut"."""
    yield from marked(who, at)
    limb = some("limbs") | some("body")
    if who.words.word(at - 1) == "a" and not limb.isdisjoint(who.words.low[at + 2 : at + 2 + NEAR]):
        yield from wounds(who, at)


def _is_cared_for(words: Words, last: int, k: int, at: int) -> bool:
    """Tell who is in a ward "with burns", or with them is "flown to X", from who lies dead."""
    low = words.low
    there = some("carried") | some("in_wards")
    behind = low[at + 2 : at + 2 + NEAR] if words.tag(at + 1) == BE else ()
    first = max(last - RECEIVED, 0)
    taken = not some("in_wards").isdisjoint(low[first:last])
    if taken and not {"received", "admitted", "treated"}.isdisjoint(low[first:last]):
        return True  # "his ward received 22 civilians with bullet wounds"
    return not there.isdisjoint(low[last:k]) or not some("carried").isdisjoint(behind)


def _whose(who: Who, at: int) -> Iterator[Harm]:
    """Read "a man whose arm and two ribs are fractured"."""
    low = who.words.low
    owner = who.group_to(at - 1) if who.words.word(at - 1) in GENITIVE else None
    if owner is not None and who.words.tag(at + 1) == BE:
        yield who.harm("struck", owner[-1:], at)  # "the boy's injuries are minor"
        return
    k = next((k for k in range(at - 1, max(at - 1 - LIMB, -1), -1) if low[k] == "whose"), None)
    if k is None or some("limbs").isdisjoint(low[k:at]) or who.words.tag(at - 1) != BE:
        return
    group = who.group_to(k - (who.words.word(k - 1) == ","))
    if group is not None:
        yield who.harm("injured", group[-1:], at)


def _wounds_to(who: Who, at: int) -> Iterator[Harm]:
    """Read "injuries to four passers-by", "six injuries"."""
    low = who.words.low
    told = {"to", "of"} if low[at] == "injury" else {"to"}  # "the injury of twenty others"
    near = low[max(at - BEARER, 0) : at]
    if who.words.word(at + 1) == "on" and not some("inflicts").isdisjoint(near):
        borne = who.group_at(at + 2)
        fatal = not {"fatal", "mortal", "deadly"}.isdisjoint(near)
        if borne is not None:  # "inflicted a fatal wound on his son"
            yield who.harm("killed" if fatal else HURT, borne, at, active=True)
        return
    borne = who.group_at(at + 2) if who.words.word(at + 1) in told else None
    if borne is not None:
        yield who.harm("injured", borne, at)
    elif low[at] in {"injuries", "injury"}:
        yield from tallies.tallied(who, at, "injured")


def suffered(who: Who, at: int) -> Iterator[Harm]:
    """Read "13 people suffered", as bulletins of Eastern Europe put it, of nothing else."""
    words, low = who.words, who.words.low
    of_deed = low[at + 1 : at + 3] == ["in", "the"] and words.word(at + 3) in some("blows") - {
        "strike",
        "strikes",
    }
    if words.tag(at + 1) != MARK and low[at + 1 : at + 4] != ["as", "a", "result"] and not of_deed:
        return
    for harm in who.of_subject(at, who.auxiliaries(at), HURT):
        if harm.count is not None and harm.count.maximum and harm.people[0].form == "number":
            yield harm


def bullets(who: Who, at: int) -> Iterator[Harm]:
    """Read "took two bullets in the chest", "received a bullet in the hip"."""
    low = who.words.low
    near = range(at - 1, max(at - 1 - NEAR, -1), -1)
    k = next((k for k in near if low[k] in some("suffer") | some("took_in")), None)
    if k is not None and who.words.word(at + 1) in {"in", "to"}:
        yield from who.of_subject(at, who.auxiliaries(k), "struck")


def _bearing(who: Who, at: int) -> int | None:
    """Return where the word stands that ties wounds to somebody: "with", "suffered"."""
    low, tags = who.words.low, who.words.tags
    for k in range(at - 1, max(at - 1 - BEARER, -1), -1):
        if low[k] in some("bear") or low[k] in some("suffer"):
            return k if low[k - 1 : k + 1] != ["to", "bear"] else None
        if tags[k] == HAVE:  # "she has grazes"; who "had gunshot wounds" may have died of them
            alive = low[k] != "had" or low[at] in some("survived")
            return k if alive and {"no", "not"}.isdisjoint(low[k:at]) else None
        if tags[k] not in _IN_WOUNDS and low[k] not in _WOUNDS_JOIN and not quantity(low, k):
            return None
    return None


def _bearer(who: Who, k: int) -> list[Person] | None:
    """Return who bears the wounds that the word at a place ties to him."""
    if who.words.low[k] in some("suffer") or who.words.tags[k] == HAVE:
        return who.subject(who.auxiliaries(k))
    group = next(who.before(k), None)
    if group is not None and k - group[-1].last > BEARER:
        group = _who_came(who, k)
    if group is not None and not _OTHERS.isdisjoint(who.words.low[group[-1].last : k]):
        return None  # "three were killed while others escaped with wounds"
    if group is not None and group[-1].last < k and who.words.word(group[0].first - 1) == "by":
        # "He was shot by a guard and lay there with wounds" is not said of the guard.
        group = next(who.before(group[0].first), group)
    if group is not None and [who.words.word(group[0].first - 1), who.words.word(k - 1)] == [
        "by",
        ",",
    ]:
        group = who.subject(k)  # "he was found by his father, suffering from a wound"
    if group is not None and (found := _whom_they_found(who, group, k)) is not None:
        return found
    name = surname(who.words, k - 1, ended=True)
    if who.words.tag(k - 2) == PREPOSITION or who.words.word(k - 2) == "to":
        name = None  # "brought to Nimo with burns"
    if name is not None and (group is None or group[-1].last < k):
        return [name]
    return who.own(group) if group is not None else None


def _whom_they_found(who: Who, group: list[Person], k: int) -> list[Person] | None:
    """Return whom those before wounds found: "the officer found Kos lying there with a wound".

    Nobody is meant who is not known: "deputies found what they took for a body".
    """
    words = who.words
    found = group[-1].last + (words.word(group[-1].last) in {"later", "then", "also"})
    if words.word(found) not in {"found", "discovered"} or found + 1 >= k:
        return None
    name = surname(words, found + 1, ended=words.word(found + 2).endswith("ing"))
    return [name] if name is not None else []


def _who_came(who: Who, k: int) -> list[Person] | None:
    """Return who "arrived at Long Hill Hospital by private car with a wound"."""
    low = who.words.low
    for at in range(k - 1, max(k - 1 - CAME, -1), -1):
        if low[at] in some("comes"):
            return who.subject(who.auxiliaries(at))
    return None

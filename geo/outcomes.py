"""Read what became of people by words that tell of it in passing: hospitals, wounds, tolls.

"In critical condition", "suffered burns", "raising the toll to 12", "turned the gun on himself".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from geo import custody, hurts, survival, tallies
from geo.antecedents import doer
from geo.casualties import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    FATE,
    GENITIVE,
    HAVE,
    NOUN,
    PREPOSITION,
    VERB,
    Words,
    some,
    vocabulary,
)
from geo.numerals import quantity
from geo.objects import surname
from geo.persons import ONE, Person
from geo.subjects import Harm, Who

__all__ = ["readers"]

BEARER = 8
"""Words between somebody and "with a gunshot wound", and between "with" and "wound", at most."""
CONDITION = 7
"""Words from "in" to "condition" at most."""
HOSPITAL = 9
"""Words from "taken" to "hospital" at most."""
IN_HOSPITAL = 5
"""Words from "remains" to "hospital" at most."""
NEAR = 3
"""Words from "was" to "coma", from "needed" to "treatment" at most."""
SELF = 6
"""Words from "turned the gun" to "himself" at most."""
LIMB = 8
"""Words from "shot himself" to the limb at most."""
LIVES = 5
"""Words from "claimed" or "lost" to "lives" at most."""
_IN_WOUNDS = frozenset({"", ADVERB, DETERMINER, FATE, ADJECTIVE, NOUN})
_WOUNDS_JOIN = frozenset(
    {"and", ",", "for", "from", "to", "of", "minor"}
)  # "minor" is no child here
_OTHERS = frozenset({"others", "while", "whereas"})
_SEXES = {"himself": "m", "herself": "f"}

Reader = Callable[[Who, int], Iterator[Harm]]


@cache
def readers() -> dict[str, Reader]:
    """Return who reads which word: each yields what the word at a place tells."""
    named: dict[str, Reader] = {
        "toll": tallies.toll,
        "number": tallies.number_of,
        "lost": _lost,
        "wounds": _wounds,
        "hurts": _hurt,
        "broke": hurts.broke,
        "severed": hurts.severed,
        "marked": hurts.marked,
        "aid": hurts.aid,
        "cuts": _cut,
        "treatment": _treatment,
        "intensive": _intensive,
        "flown": _flown,
        "bullet": _bullets,
        "questioning": custody.questioning,
        "suspicion": custody.suspicion,
        "station": custody.station,
        "bars": custody.bars,
        "holding": custody.holding,
        "bagged": custody.caught,
        "hold": custody.got_hold,
        "vans": custody.vans,
        "condition": _condition,
        "hospital": _hospital,
        "remains": _remains,
        "survive": survival.survive,
        "saved": survival.saved,
        "made_it": survival.made_it,
        "life": _lives,
        "self": _self,
        "casualties": tallies.casualties,
        "arrests": tallies.arrests,
        "treated": _treated,
        "away": _away,
        "passed": _passed_on,
        "custody": custody.custody,
        "held_by": custody.held,
        "caught": custody.caught,
        "picked": custody.picked,
        "prisoner": custody.prisoner,
        "handcuffs": custody.handcuffs,
        "inquiries": custody.inquiries,
        "court": custody.in_court,
    }
    lists = vocabulary().outcomes
    return {word: reader for name, reader in named.items() for word in lists[name]}


# ---- wounds and hospitals


def _wounds(who: Who, at: int) -> Iterator[Harm]:
    """Read "suffered burns", "with a gunshot wound": who bears them."""
    words, low, k = who.words, who.words.low, _bearing(who, at)
    if k is None:
        yield from _wounds_to(who, at)
        yield from _whose(who, at)
        return
    group = _bearer(who, k)
    if group is None or "died" in low[max(k - 2, 0) : at]:
        return
    # "Two men suffered minor injuries": they are not the dead of whom the sentence before told.
    alive = not some("alive").isdisjoint(low[k:at]) and "fatal" not in low[k:at]
    # Nor are they "33 people admitted with gunshot wounds".
    alive |= _is_cared_for(words, group[-1].last, k, at)
    alive |= low[at] in some("survived")
    # Nor who stands beside them: "four died while nine suffered burns".
    alive |= group[0].more or words.word(group[0].first - 1) in _OTHERS
    alive |= not vocabulary().outcomes["hurts"].isdisjoint(low[k : at + 1])
    own = "self-inflicted" in words.low[k:at]
    yield who.harm("injured" if alive else "struck", group, at, own=own)


def _hurt(who: Who, at: int) -> Iterator[Harm]:
    """Read "suffered a broken arm", "has a cracked rib"."""
    told = who.words.low[at] in some("broken") or hurts.is_body(who.words, at + 1)
    found = list(_wounds(who, at)) if told else []
    yield from found or hurts.has_hurt(who, at)


def _cut(who: Who, at: int) -> Iterator[Harm]:
    """Read "received a cut to the hand", unlike "a cut to the budget" and "were cut"."""
    yield from hurts.marked(who, at)
    limb = some("limbs") | some("body")
    if who.words.word(at - 1) == "a" and not limb.isdisjoint(who.words.low[at + 2 : at + 2 + NEAR]):
        yield from _wounds(who, at)


def _is_cared_for(words: Words, last: int, k: int, at: int) -> bool:
    """Tell who is in a ward "with burns", or with them is "flown to X", from who lies dead."""
    low = words.low
    there = some("carried") | some("in_wards")
    behind = low[at + 2 : at + 2 + NEAR] if words.tag(at + 1) == BE else ()
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
    borne = who.group_at(at + 2) if who.words.word(at + 1) in told else None
    if borne is not None:
        yield who.harm("injured", borne, at)
    elif low[at] in {"injuries", "injury"}:
        yield from tallies.tallied(who, at, "injured")


def _bullets(who: Who, at: int) -> Iterator[Harm]:
    """Read "took two bullets in the chest", "received a bullet in the hip"."""
    low = who.words.low
    near = range(at - 1, max(at - 1 - NEAR, -1), -1)
    k = next((k for k in near if low[k] in some("suffer") | some("took_in")), None)
    if k is not None and who.words.word(at + 1) == "in":
        yield from who.of_subject(at, who.auxiliaries(k), "struck")


def _bearing(who: Who, at: int) -> int | None:
    """Return where the word stands that ties wounds to somebody: "with", "suffered"."""
    low, tags = who.words.low, who.words.tags
    for k in range(at - 1, max(at - 1 - BEARER, -1), -1):
        if low[k] in some("bear") or low[k] in some("suffer"):
            return k
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
        group = None
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
    name = surname(who.words, k - 1, ended=True)
    if who.words.tag(k - 2) == PREPOSITION or who.words.word(k - 2) == "to":
        name = None  # "brought to Nimo with burns"
    if name is not None and (group is None or group[-1].last < k):
        return [name]
    return who.own(group) if group is not None else None


def _condition(who: Who, at: int) -> Iterator[Harm]:
    """Read "was in critical condition", "left two in serious condition"."""
    low = who.words.low
    k = next((k for k in range(at - 1, max(at - 1 - CONDITION, -1), -1) if low[k] == "in"), None)
    if k is None or some("conditions").isdisjoint(low[k:at]):
        return
    direct = who.group_to(k)
    if direct is not None:
        yield who.harm("injured", who.own(direct), at)
        return
    verb = who.auxiliaries(k) if who.words.tag(k - 1) in {BE, ADVERB} else k
    yield from who.of_subject(at, verb, "injured")


def _treatment(who: Who, at: int) -> Iterator[Harm]:
    """Read "needed medical treatment"."""
    low = who.words.low
    near = range(at - 1, max(at - 1 - NEAR, -1), -1)
    ties = some("needed") if low[at] != "stitches" else some("required")
    k = next((k for k in near if low[k] in ties), None)
    # "Sought treatment from the clinic for years" is said of any patient.
    medical = low[at - 1] == "medical" or low[at] == "stitches"
    medical |= low[at] == "treatment" and low[k or 0][0] != "s"
    if low[at] == "treatment" and "for" in low[max(at - NEAR, 0) : at]:
        yield from _taken_for(who, at)
    elif low[at] == "treatment" and (told := list(hurts.under_care(who, at))):
        yield from told
    elif k is not None and medical and not hurts.is_of_illness(who.words, at):
        yield from who.of_subject(at, who.auxiliaries(k), "injured")


def _taken_for(who: Who, at: int) -> Iterator[Harm]:
    """Read "were flown to the capital for treatment"."""
    low = who.words.low
    if not {"hospital", "hospitals"}.isdisjoint(low):
        return
    near = range(at - 1, max(at - 1 - HOSPITAL, -1), -1)
    k = next((k for k in near if low[k] in some("carried")), None)
    if k is not None:
        yield from _carried(who, k, at)


def _flown(who: Who, at: int) -> Iterator[Harm]:
    """Read "three others were flown to Arno", beside those who were killed or hurt."""
    words = who.words
    if words.word(at + 1) not in {"to", "out"} or not {"hospital", "hospitals"}.isdisjoint(
        words.low
    ):
        return
    kind, start = who.chain(at)
    if kind == BE and not who.unreal(start):
        told = who.of_subject(at, who.auxiliaries(start), "treated")
        yield from (harm for harm in told if harm.people[0].more)


def _intensive(who: Who, at: int) -> Iterator[Harm]:
    """Read "was in a coma", "remained in intensive care"."""
    low, tags = who.words.low, who.words.tags
    k = next((k for k in range(at - 1, max(at - 1 - NEAR, -1), -1) if tags[k] == BE), None)
    if k is not None and not who.unreal(k) and "not" not in low[k:at]:
        yield from who.of_subject(at, who.auxiliaries(k), "injured")


def _treated(who: Who, at: int) -> Iterator[Harm]:
    """Read "were treated at the scene", "a hospital treated 17 people"."""
    kind, start = who.chain(at)
    if kind == BE and not who.unreal(start):
        yield from who.of_subject(at, who.auxiliaries(start), "treated")
    sent = who.group_at(at + 1) if kind != BE else None
    if sent is not None and sent[0].count is not None and not who.unreal(start):
        yield who.harm("treated", sent, at, active=True)


def _hospital(who: Who, at: int) -> Iterator[Harm]:
    """Read "taken to hospital", "sent two to hospital", "remains in hospital", "had surgery"."""
    low = who.words.low
    there = who.group_to(at - 1) if low[at - 1] == "in" else None
    if there is not None and (who.words.headline or _is_gapped(who.words, there[-1])):
        yield who.harm("treated", there[-1:], at)  # "Two in hospital after fire"
        return
    for k in range(at - 1, max(at - 1 - HOSPITAL, -1), -1):
        lead = "in" if low[k] in some("put_in") else "to"
        sent = who.group_at(k + 1) if low[k] in some("send") and lead in low[k:at] else None
        if sent is not None and sent[0].head in some("reflexive"):
            yield from who.of_subject(at, k, "treated")  # "drove himself to the hospital"
            return
        if sent is not None:
            yield who.harm("treated", sent, at, active=True)
            return
        if _is_hostage(low, k, at):
            return
        if low[k : k + 2] == ["ended", "up"] and "in" in low[k:at]:
            yield from who.of_subject(at, k, "treated")
            return
        operated = low[at] == "surgery" and low[k] in {"underwent", "undergoing"}
        if low[k] in some("carried") or operated:
            yield from _carried(who, k, at)
            return
        stays = low[k] in some("stays") and low[at].startswith("hospital") and at - k <= IN_HOSPITAL
        if stays and "in" in low[k:at]:
            yield from who.of_subject(at, k, "treated") if who.words.tags[k] == BE else ()
            return


def _is_gapped(words: Words, person: Person) -> bool:
    """Tell whether a number goes on from one before: "three are dead and six in hospital"."""
    alone = person.form == "number" and not person.head
    return alone and words.word(person.first - 1) in {"and", ",", "with"}


def _is_hostage(low: list[str], k: int, at: int) -> bool:
    """Tell "taken hostage and released" from "taken to hospital and released"."""
    taken = low[at] == "released" and low[k] in some("carried") and low[k] != "treated"
    return taken and {"hospital", "hospitals"}.isdisjoint(low[k:at])


def _carried(who: Who, k: int, at: int) -> Iterator[Harm]:
    kind, start = who.chain(k)
    if kind == BE:
        told = who.of_subject(at, who.auxiliaries(start), "treated")
        yield from (harm for harm in told if not harm.people[0].body)
    elif who.words.low[at] == "surgery":
        yield from who.of_subject(at, k, "injured")


# ---- life and death


def _lost(who: Who, at: int) -> Iterator[Harm]:
    """Read "lost two of their own men", "the army lost five soldiers", "lost an eye"."""
    if who.unreal(at - 1):
        return
    if not some("limbs").isdisjoint(who.words.low[at + 1 : at + 1 + NEAR]):
        yield from who.of_subject(at, who.auxiliaries(at), "injured")
        return
    group = who.group_at(at + 1)
    if group is None or group[0].count is None:
        return
    if group[0].part or group[0].head in some("arms"):
        lost = [replace(person, part=False, more=True) for person in group]
        yield who.harm("killed", lost, at, active=True)


def _remains(who: Who, at: int) -> Iterator[Harm]:
    """Read "the remains of three herders were found"."""
    group = who.group_at(at + 2) if who.words.word(at + 1) == "of" else None
    found = not some("recovered").isdisjoint(who.words.low)
    if found and group is not None and group[0].count is not None and not group[0].stranger:
        yield who.harm("killed", group, at)


def _lives(who: Who, at: int) -> Iterator[Harm]:
    """Read "lost their lives", "claimed 12 lives", "is fighting for his life"."""
    low, start = who.words.low, max(at - LIVES, 0)
    if who.words.word(at + 1) == "support":
        yield from survival.life_support(who, at)
        return
    lost = [k for k in range(start, at) if low[k] in {"lost", "losing"}]
    if low[max(at - 2, 0) : at] in (["clinging", "to"], ["fighting", "for"]):
        group = who.group_to(at - 2)
        if group is not None:
            yield who.harm("injured", group[-1:], at)
        else:
            yield from who.of_subject(at, who.auxiliaries(at - 2), "injured")
    elif low[max(at - 3, 0) : at - 1] == ["fighting", "for"]:
        yield from who.of_subject(at, who.auxiliaries(max(at - 3, 0)), "injured")
    elif lost and who.words.word(at - 1) in {"his", "her", "their"}:
        yield from who.of_subject(at, who.auxiliaries(lost[-1]), "killed")
    elif not some("claimed").isdisjoint(low[start:at]):
        yield from _claimed(who, at)


def _claimed(who: Who, at: int) -> Iterator[Harm]:
    """Read "claimed the lives of two", "took his own life", "claimed 12 lives"."""
    words, low = who.words, who.words.low
    if words.word(at + 1) == "of":
        group = who.group_at(at + 2)
        if group is not None:
            yield who.harm("killed", group, at)
        return
    if "own" in low[max(at - LIVES, 0) : at]:
        yield from _self(who, at)
        return
    numbers = (quantity(low, k) for k in range(max(at - LIVES + 1, 0), at))
    count = next((told[0] for told in numbers if told is not None and told[1] == at), None)
    if count is not None or words.word(at - 1) == "a":
        start, end = words.start(at - 1), words.end(at)
        yield Harm("killed", (), count or ONE, start, end, words.start(at))


def _away(who: Who, at: int) -> Iterator[Harm]:
    """Read "passed away", "led away"."""
    yield from custody.led_away(who, at)
    yield from custody.taken_away(who, at)
    if who.words.word(at - 1) in {"passed", "passes"} and not who.unreal(at - 2):
        yield from who.of_subject(at, who.auxiliaries(at - 1), "killed")


def _passed_on(who: Who, at: int) -> Iterator[Harm]:
    """Read "passed on at the clinic", unlike "passed on the news"."""
    ends = who.words.word(at + 2)
    if who.words.word(at + 1) == "on" and (not ends or ends in some("passed_when")):
        yield from who.of_subject(at, who.auxiliaries(at), "killed")


# ---- who did it himself


def _self(who: Who, at: int) -> Iterator[Harm]:
    """Read "killed himself", "turned the gun on himself", "committed suicide"."""
    words, word = who.words, who.words.low[at]
    if word == "self" and not words.headline:
        return
    fate = _fate_of_self(words.low, at) or _fate_with_victims(who, at)
    if fate is None or who.unreal(at - 2):
        return
    verbs = (
        k
        for k in range(at - 1, max(at - 1 - SELF, -1), -1)
        if words.tags[k] in {FATE, VERB} or words.low[k] in {"committed", "took"}
    )
    himself = Person(at, at + 1, ONE, "pronoun", head=word, sex=_SEXES.get(word, ""))
    group = doer(words, who.groups, next(verbs, at), word)
    yield who.harm(fate, group or [himself], at, own=True)


def _fate_of_self(low: list[str], at: int) -> str | None:
    """Return what somebody did to himself, by the words before."""
    window = low[max(at - SELF, 0) : at]
    last = window[-1] if window else ""
    if low[at] == "suicide":
        died = last == "by" or not some("commits").isdisjoint(window)
        return "killed" if died else None
    turned = last == "on" and not some("turns").isdisjoint(window)
    if low[at] in {"life", "lives"} or turned or last in some("kills_self"):
        return "killed"
    if last in some("hurts_self"):
        return "injured"
    if last in some("shoots_self"):
        return _fate_of_shot(low, at, window)
    return "killed" if "then" in window[-2:] else None


def _fate_with_victims(who: Who, at: int) -> str | None:
    """Return what somebody did to others and himself: "killed four pupils and himself"."""
    group = who.group_to(at - 1) if who.words.word(at - 1) == "and" else None
    verb = group[0].first - 1 if group is not None else 0
    if who.words.tag(verb) != FATE or not verb:
        return None
    return "killed" if vocabulary().fates[who.words.low[verb]][0] == "killed" else "struck"


def _fate_of_shot(low: list[str], at: int, window: list[str]) -> str:
    """Tell "shot his wife, then himself" from "shot himself in the foot"."""
    after = not {"then", "before", "fatally"}.isdisjoint(window) or low[at - 2 : at - 1] == ["and"]
    limb = not some("limbs").isdisjoint(low[at + 1 : at + 1 + LIMB])
    return "killed" if after and not limb else "struck"

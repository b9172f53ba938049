"""Read what became of people by words that tell of it in passing, and say who reads the rest.

Here are life and death, "claimed 12 lives", and who did it himself: "turned the gun on himself".
Wounds (``geo.casualties.hurts``), beds (``geo.casualties.hospitals``), tolls and arrests have
readers of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from geo.casualties import arrests, custody, hospitals, hurts, objects, survival, tallies
from geo.casualties.antecedents import doer
from geo.casualties.persons import ONE, Person
from geo.casualties.subjects import Harm, Who
from geo.casualties.vocabulary import FATE, VERB, some, vocabulary
from geo.language.numerals import quantity

__all__ = ["readers"]

NEAR = 3
"""Words from "lost" to the limb at most."""
SELF = 6
"""Words from "turned the gun" to "himself" at most."""
LIMB = 8
"""Words from "shot himself" to the limb at most."""
LIVES = 5
"""Words from "claimed" or "lost" to "lives" at most."""
_SEXES = {"himself": "m", "herself": "f"}

Reader = Callable[[Who, int], Iterator[Harm]]


@cache
def readers() -> dict[str, Reader]:
    """Return who reads which word: each yields what the word at a place tells."""
    named: dict[str, Reader] = {
        "toll": tallies.toll,
        "number": tallies.number_of,
        "lost": _lost,
        "wounds": hurts.wounds,
        "hurts": hurts.hurt,
        "broke": hurts.broke,
        "suffered": hurts.suffered,
        "severed": hurts.severed,
        "marked": hurts.marked,
        "aid": hospitals.aid,
        "cuts": hurts.cut,
        "treatment": hospitals.treatment,
        "intensive": hospitals.intensive,
        "danger": hospitals.danger,
        "ambulance": hospitals.ambulance,
        "flown": hospitals.flown,
        "bullet": hurts.bullets,
        "questioning": custody.questioning,
        "suspicion": custody.suspicion,
        "station": custody.station,
        "bars": custody.bars,
        "holding": custody.holding,
        "bagged": custody.caught,
        "hold": custody.got_hold,
        "vans": custody.vans,
        "condition": hospitals.condition,
        "critical": hospitals.critical,
        "hospital": hospitals.hospital,
        "remains": _remains,
        "survive": survival.survive,
        "saved": survival.saved,
        "made_it": survival.made_it,
        "life": _lives,
        "self": _self,
        "casualties": tallies.casualties,
        "arrests": tallies.arrests,
        "treated": hospitals.treated,
        "away": _away,
        "passed": _passed_on,
        "custody": custody.custody,
        "held_by": custody.held,
        "caught": custody.caught,
        "picked": custody.picked,
        "prisoner": custody.prisoner,
        "handcuffs": custody.handcuffs,
        "taken_in": arrests.taken_in,
        "hauled": arrests.hauled,
        "netted": arrests.netted,
        "paraded": arrests.paraded,
        "surrendered": arrests.surrendered,
        "unmarked": custody.unmarked,
        "inquiries": custody.inquiries,
        "court": custody.in_court,
    }
    lists = vocabulary().outcomes
    return {word: reader for name, reader in named.items() for word in lists[name]}


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
    lost = [k for k in range(start, at) if low[k] in some("loses") and not who.unreal(k - 1)]
    if low[max(at - 2, 0) : at] in (["clinging", "to"], ["fighting", "for"]):
        group = who.group_to(at - 2)
        count = quantity(low, at - 3) if at > 2 else None  # "leaves one fighting for life"
        if group is None and count is not None and count[1] == at - 2:
            start, end = who.words.start(at - 3), who.words.end(at)
            yield Harm("injured", (), count[0], start, end, who.words.start(at))
        elif group is not None:
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
        group = who.group_at(at + 2) or objects.titled(who, at + 2)
        if group := objects.told(words, group or []):  # "of two, and six others were hurt"
            yield who.harm("killed", group, at)
        return
    if "own" in low[max(at - LIVES, 0) : at]:
        yield from _self(who, at)
        return
    numbers = (quantity(low, k) for k in range(max(at - LIVES + 1, 0), at))
    end = at - (words.word(at - 1) in {"more", "other", "further"})  # "claimed two more lives"
    count = next((told[0] for told in numbers if told is not None and told[1] == end), None)
    if count is not None or words.word(at - 1) == "a":
        start, end = words.start(at - 1), words.end(at)
        yield Harm("killed", (), count or ONE, start, end, words.start(at))


def _away(who: Who, at: int) -> Iterator[Harm]:
    """Read "passed away", "led away"."""
    told = [*custody.led_away(who, at), *custody.taken_away(who, at)]
    yield from told or arrests.led_off(who, at)
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
    yield from arrests.gave_up(who, at)
    if word == "self" and not words.headline:
        return
    fate = _fate_of_self(words.low, at) or _fate_with_victims(who, at)
    if fate is None or who.unreal(at - 2) or "whether" in words.low[max(at - SELF, 0) : at]:
        return  # "it is not known whether he took his own life"
    verbs = (
        k
        for k in range(at - 1, max(at - 1 - SELF, -1), -1)
        if words.tags[k] in {FATE, VERB} or words.low[k] in {"committed", "took"}
    )
    himself = Person(at, at + 1, ONE, "pronoun", head=word, sex=_SEXES.get(word, ""))
    group = doer(words, who.groups, next(verbs, at), word)
    if group is None and word == "themselves":
        return  # of whom nobody knows how many they are
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
    return "killed" if last == "then" else None  # "then barricaded himself" tells of no harm


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

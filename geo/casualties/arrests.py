"""Find who was arrested by verbs that mean it only of police: took in, hauled off, netted, paraded.

And who gave himself up to them. They are readers as those of ``geo.casualties.outcomes``: each
yields what its word at a place tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.casualties import objects
from geo.casualties.persons import Person
from geo.casualties.subjects import Harm, Who
from geo.casualties.vocabulary import BE, FATE, PREPOSITION, some

__all__ = ["cuffed", "gave_up", "hauled", "led_off", "netted", "paraded", "surrendered", "taken_in"]

ARRESTED = "arrested"
SAFETY = 5
"""Words from "led them away" to "to safety" at most."""
DETAINED = 12
"""Words from "presented six men" to "detained" at most."""
GIVES_UP = frozenset({"gave", "give", "gives", "giving", "given", "handed", "handing", "hand"})
TURNS_IN = frozenset({"turned", "turning", "turn", "turns", "surrendered", "surrendering"})
_AWAY = frozenset({"away", "off"})


def by_police(who: Who, at: int) -> bool:
    """Tell whether police or soldiers are named before a word: they do what it tells of."""
    return not some("custodians").isdisjoint(who.words.low[:at])


def _known(group: Sequence[Person] | None) -> bool:
    """Tell whether somebody is counted whom a list knows, and who is not told hurt or dead."""
    if group is None or group[0].count is None or not group[0].count.minimum:
        return False
    return not any(person.stranger or person.fate or person.body for person in group)


def _object(who: Who, verb: int, behind: int, at: int) -> Iterator[Harm]:
    """Tell of those whom police take: the object of a verb, which begins at ``behind``."""
    group = objects.told(who.words, who.group_at(behind) or [])
    if group and _known(group) and not who.unreal(verb - 1):
        yield who.harm(ARRESTED, group, at, active=True)


def _subject(who: Who, verb: int, at: int) -> Iterator[Harm]:
    """Tell of the subject of a participle, if an auxiliary makes a passive of it."""
    kind, start = who.chain(verb)
    if kind == BE and not who.unreal(start):
        told = who.of_subject(at, who.auxiliaries(start), ARRESTED)
        yield from (harm for harm in told if _known(harm.people) or harm.count is None)


def taken_in(who: Who, at: int) -> Iterator[Harm]:
    """Read "police took in 14 people", unlike a hotel; "five men were brought in by police"."""
    if who.words.word(at + 1) != "in" or some("custodians").isdisjoint(who.words.low):
        return
    if by_police(who, at):
        yield from _object(who, at, at + 2, at)
    elif who.words.word(at + 2) == "by":
        yield from _subject(who, at, at)


def hauled(who: Who, at: int) -> Iterator[Harm]:
    """Read "police hauled off 12 marchers", "20 students were carted away in police trucks"."""
    if who.words.word(at + 1) not in _AWAY or some("custodians").isdisjoint(who.words.low):
        return
    if who.group_at(at + 2) is not None:
        yield from _object(who, at, at + 2, at) if by_police(who, at) else ()
    elif who.words.word(at + 1) == "off":  # who was taken "away" is read by that word
        yield from _subject(who, at, at)


def led_off(who: Who, at: int) -> Iterator[Harm]:
    """Read "officers led him away", unlike "led the children away from the smoke"."""
    ahead = who.group_to(at)
    if ahead is None or not _known(ahead) or who.words.word(at + 1) in {"from", "with"}:
        return
    if not some("to_safety").isdisjoint(who.words.low[at + 1 : at + 1 + SAFETY]):
        return
    verb = ahead[0].first - 1
    if who.words.word(verb) in some("leads") and by_police(who, verb) and not who.unreal(verb - 1):
        yield who.harm(ARRESTED, ahead, at, active=True)


def netted(who: Who, at: int) -> Iterator[Harm]:
    """Read "the raid netted six suspects", "were netted in a sweep", unlike "netted six points"."""
    low = who.words.low
    if some("custodians").isdisjoint(low) and some("sweeps").isdisjoint(low):
        return
    if who.group_at(at + 1) is not None:
        yield from _object(who, at, at + 1, at)
    else:
        yield from _subject(who, at, at)


def paraded(who: Who, at: int) -> Iterator[Harm]:
    """Read "police paraded 14 suspects", "presented six men, detained that morning"."""
    group = who.group_at(at + 1)
    if group is None or not by_police(who, at):
        return
    behind = who.words.low[group[-1].last : group[-1].last + DETAINED]
    held = not some("detained").isdisjoint(behind)
    if held or all(person.attacker or person.head in some("foes") for person in group):
        yield from _object(who, at, at + 1, at)


def cuffed(who: Who, at: int) -> Iterator[Harm]:
    """Read "were cuffed", "led away nine men in handcuffs", "the sweep left 22 in handcuffs".

    Robbers tie people too: "was found handcuffed", "handcuffed to a pipe", "cuffed by the robbers".
    """
    words, word = who.words, who.words.low[at]
    if word.endswith("ed"):
        tied = words.word(at - 1) in some("found") or words.word(at + 1) == "to"
        robbers = words.word(at + 1) == "by" and not by_police(who, at + 5)
        yield from () if tied or robbers else _subject(who, at, at)
    elif words.word(at - 1) == "on" or words.word(at + 1) == "on":
        if words.word(at + 1) == "on" and words.word(at - 2) in {"put", "slapped", "clapped"}:
            yield from _object(who, at - 2, at + 2, at)
    elif words.word(at - 1) == "in":
        yield from _in_cuffs(who, at)


def _in_cuffs(who: Who, at: int) -> Iterator[Harm]:
    """Read "22 were in handcuffs", "22 in handcuffs", and whom police "led away in handcuffs"."""
    words, direct = who.words, who.group_to(at - 1)
    if direct is None:
        if words.tag(at - 2) == BE and not who.unreal(at - 2):
            yield from who.of_subject(at, who.auxiliaries(at - 1), ARRESTED)
        return
    lead = direct[0].first - 1
    away = words.word(lead) in _AWAY and words.word(lead - 1) in some("leads")
    left = words.word(lead) in {"left", "leaving", "with", "saw", "had", "have", "has"}
    left |= words.word(lead) in some("leads")
    if _known(direct) and (away or left or words.headline) and not who.unreal(lead - 1 - away):
        yield who.harm(ARRESTED, direct, at, active=not words.headline)


def gave_up(who: Who, at: int) -> Iterator[Harm]:
    """Read "gave himself up to police", "turned herself in", unlike "gave herself up to music"."""
    words, verb = who.words, who.words.word(at - 1)
    particle = {"up", "in", "over"} if verb in GIVES_UP else {"in", "over"}
    if verb not in GIVES_UP | TURNS_IN or some("custodians_at").isdisjoint(words.low):
        return
    if words.word(at + 1) not in particle and not verb.startswith("surrender"):
        return
    if not who.unreal(at - 2) and words.word(at - 2) != "to":
        yield from who.of_subject(at, who.auxiliaries(at - 1), ARRESTED)


def surrendered(who: Who, at: int) -> Iterator[Harm]:
    """Read "three suspects surrendered to police"; fighters who do so to an army are no arrest."""
    words = who.words
    if words.word(at + 1) not in {"to", "at"} or who.unreal(at - 1):
        return
    if some("of_law").isdisjoint(words.low[at + 2 : at + 6]):
        return
    if words.tag(at - 1) not in {PREPOSITION, FATE}:
        for harm in who.of_subject(at, who.auxiliaries(at), ARRESTED):
            if all(person.head not in some("foes") - {"suspect"} for person in harm.people):
                yield harm

"""Find who was arrested by words that are no verb of it: custody, handcuffs, held, picked up.

They are readers as those of ``geo.casualties.outcomes``: each yields what its word at a place
tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.casualties import arrests, objects
from geo.casualties.persons import Person
from geo.casualties.subjects import Harm, Who
from geo.casualties.vocabulary import ADVERB, BE, HAVE, MARK, MODAL, some, vocabulary

__all__ = [
    "bars",
    "caught",
    "custody",
    "got_hold",
    "handcuffs",
    "held",
    "holding",
    "in_court",
    "inquiries",
    "led_away",
    "picked",
    "prisoner",
    "questioning",
    "station",
    "suspicion",
    "taken_away",
    "unmarked",
    "vans",
]

ARRESTED = "arrested"
TAKES_WITHIN = 9
"""Words between "took" and "custody": "took 61 of them, mostly students, into custody"."""
BETWEEN = 2
"""Words between "into" and "custody": "into preventive police custody"."""
IN_VAN = 4
"""Words from "into" to the van at most: "into a police prison van"."""
FOR_QUESTIONING = 12
"""Words between "taken" and "questioning": "taken to Arno military camp for questioning"."""
TO_STATION = 7
"""Words between "taken" and "station": "taken to the central police station"."""
HELPING = 5
"""Words between "helping" and "inquiries"."""
GUARDS = 3
"""Words behind "in the custody of" that may name who guards: "of the state security service"."""
CHARGED_WITHIN = 10
"""Words between "was charged with" and "and remanded" at most."""
TO_COURT = 4
"""Words from "before" to the court at most: "before the Arno magistrates' court"."""
LED_WITHIN = 4
"""Words between "led" and "handcuffs"."""


def custody(who: Who, at: int) -> Iterator[Harm]:
    """Read "was taken into custody", "is in police custody", "took 12 people into custody"."""
    low = who.words.low
    into = next((k for k in range(at - 1, at - 2 - BETWEEN, -1) if k > 0 and low[k] in _INTO), None)
    if into is None:
        return
    if who.words.word(at + 1) == "of" and not _is_of_guards(who, at + 2):
        return  # "in the custody of their mother"
    verb = into - 1
    if low[verb] in some("held") and who.words.tag(verb) == BE:
        yield from who.of_subject(at, who.auxiliaries(verb), ARRESTED)
    elif low[verb] in some("into_custody"):
        told = [*_passive(who, verb, at)] or [*_gapped(who, verb, at)]
        yield from told or _taken(who, into, at)
    elif low[verb] in some("languishing"):
        yield from _languishing(who, verb, at)
    elif low[into] != "into" and (told := list(_in_state(who, into, at))):
        yield from told
    else:
        yield from _taken(who, into, at)


def _is_of_guards(who: Who, at: int) -> bool:
    """Tell "of the police", "of the EFCC" from "of their mother"."""
    named = range(at, at + GUARDS)
    return any(who.words.is_capital(k) or who.words.word(k) in some("custodians") for k in named)


def _languishing(who: Who, verb: int, at: int) -> Iterator[Harm]:
    """Read "are cooling their heels in police custody"."""
    while who.words.word(verb) in some("languishing"):
        verb -= 1
    if who.words.tag(verb) == BE and not who.unreal(verb):
        yield from who.of_subject(at, who.auxiliaries(verb), ARRESTED)


def _gapped(who: Who, verb: int, at: int) -> Iterator[Harm]:
    """Read "twelve were booked and seven taken into custody"."""
    group = who.group_to(verb)
    if group is None or group[0].form != "number" or group[0].head:
        return
    if who.words.word(group[0].first - 1) in {"and", ",", "with"}:
        yield who.harm(ARRESTED, group, at)


def _in_state(who: Who, into: int, at: int) -> Iterator[Harm]:
    """Read "has three men in custody", "Two in custody after brawl", "one dead, two in custody"."""
    words, group = who.words, who.group_to(into)
    if group is None or group[0].count is None or group[0].stranger:
        return
    before = words.word(group[0].first - 1)
    had = words.tag(group[0].first - 1) == HAVE or before in some("with_them")
    opens = words.headline or not group[0].first or before in {";", ":"}
    goes_on = group[0].form == "number" and not group[0].head and before in {"and", ","}
    if (had and not who.unreal(group[0].first - 2)) or opens or goes_on:
        yield who.harm(ARRESTED, group, at, active=had)


def _taken(who: Who, into: int, at: int) -> Iterator[Harm]:
    """Read the object of "took 61 of them into custody", "took into custody five men"."""
    for verb in range(into - 1, max(into - TAKES_WITHIN, -1), -1):
        if who.words.low[verb] in some("takes_into"):
            group = who.group_at(at + 1 if verb == into - 1 else verb + 1)
            if group is not None and not who.unreal(verb - 1):
                yield who.harm(ARRESTED, group, at, active=True)
            return


def held(who: Who, at: int) -> Iterator[Harm]:
    """Read "82 suspects were being held", not "were held hostage" and "were held up".

    In a headline also "two held over a murder".
    """
    behind, group = who.words.word(at + 1), who.group_to(at)
    if behind not in some("held_otherwise"):
        yield from _passive(who, at, at)
    if who.words.headline and behind in {"over", "after"} and group is not None:
        yield who.harm(ARRESTED, group, at)


def prisoner(who: Who, at: int) -> Iterator[Harm]:
    """Read "had been taken prisoner"."""
    if who.words.word(at - 1) in some("taken_so"):
        yield from _passive(who, at - 1, at)


def caught(who: Who, at: int) -> Iterator[Harm]:
    """Read "were caught with a canister", "was remanded", "police caught two suspects"."""
    word = who.words.low[at]
    group = who.group_at(at + 1) if word != "remanded" else None
    if word not in {"caught", "remanded"} and (group is None or group[0].stranger):
        return  # "seized two rifles"
    if group is not None and group[0].count is not None:
        if not some("custodians").isdisjoint(who.words.low[:at]) and not who.unreal(at - 1):
            yield who.harm(ARRESTED, group, at, active=True)
        return
    if word == "remanded" and (k := _joined(who, at)) is not None:
        yield from who.of_subject(at, who.auxiliaries(k), ARRESTED)
    elif word != "caught" or who.words.word(at + 1) in {"with", "carrying", "red"}:
        yield from _passive(who, at, at)


def _joined(who: Who, at: int) -> int | None:
    """Return the auxiliary that a verb shares: "was charged with murder and remanded"."""
    words = who.words
    if words.word(at - 1) != "and":
        return None
    for k in range(at - 2, max(at - 2 - CHARGED_WITHIN, -1), -1):
        if words.tags[k] in {MARK, MODAL}:
            return None
        if words.tags[k] == BE:
            return k if words.word(k + 1).endswith("ed") else None
    return None


def holding(who: Who, at: int) -> Iterator[Harm]:
    """Read "police are holding two men", unlike "are holding a meeting"."""
    group = who.group_at(at + 1)
    if group is None or group[0].count is None or group[0].stranger:
        return
    if some("custodians").isdisjoint(who.words.low[:at]) or who.unreal(at - 1):
        return
    if who.words.word(group[-1].last) not in some("held_otherwise") - {"in", "for", "at", "on"}:
        yield who.harm(ARRESTED, group, at, active=True)


def got_hold(who: Who, at: int) -> Iterator[Harm]:
    """Read "the army got hold of three young men"."""
    group = who.group_at(at + 2) if who.words.word(at + 1) == "of" else None
    if group is None or group[0].count is None or group[0].stranger:
        return
    guards = not some("custodians").isdisjoint(who.words.low[:at])
    if guards and who.words.word(at - 1) in some("gets_hold") and not who.unreal(at - 2):
        yield who.harm(ARRESTED, group, at, active=True)


def bars(who: Who, at: int) -> Iterator[Harm]:
    """Read "two men are behind bars"."""
    if who.words.word(at - 1) == "behind":
        verb = at - 2
        if who.words.tag(verb) == BE:
            yield from who.of_subject(at, who.auxiliaries(verb), ARRESTED)
        elif who.words.word(verb) in some("into_custody"):
            yield from _passive(who, verb, at)


def picked(who: Who, at: int) -> Iterator[Harm]:
    """Read "were picked up for questioning", "police picked up Bo Lind, 22"."""
    if who.words.word(at + 1) != "up":
        return
    group = objects.told(who.words, who.group_at(at + 2) or [])
    if not group:
        told = _passive(who, at, at)
        yield from (harm for harm in told if not harm.people[0].stranger)  # "casings were"
    elif not (group[0].head or group[0].name or group[0].ages) or group[0].stranger:
        return  # "picked up 32 cartridges"
    elif who.unreal(at - 1):
        return
    elif not some("custodians").isdisjoint(who.words.low[:at]) or _are_sought(group):
        yield who.harm(ARRESTED, group, at, active=True)


def _are_sought(group: Sequence[Person]) -> bool:
    """Tell whether only police take such people: suspects, robbers."""
    return all(person.attacker and not person.single for person in group)


def handcuffs(who: Who, at: int) -> Iterator[Harm]:
    """Read "was led away in handcuffs", "led away nine in handcuffs", "were cuffed"."""
    told = list(arrests.cuffed(who, at))
    yield from told
    if told:
        return
    for verb in range(at - 2, max(at - 2 - LED_WITHIN, -1), -1):
        if who.words.low[verb] in some("leads"):
            yield from _passive(who, verb, at)
            return


def led_away(who: Who, at: int) -> Iterator[Harm]:
    """Read "police led away two men", which of gunmen tells of no arrest."""
    words = who.words
    if words.word(at - 1) not in some("leads") or (some("custodians") | some("sweeps")).isdisjoint(
        words.low
    ):
        return
    group = who.group_at(at + 1)
    if group is not None and group[0].count is not None and not who.unreal(at - 2):
        yield who.harm(ARRESTED, group, at, active=True)
    elif group is None:
        told = [*_passive(who, at - 1, at)]
        yield from told or (_bundled(who, at - 1, at) if words.headline else ())


def questioning(who: Who, at: int) -> Iterator[Harm]:
    """Read "were brought in for questioning", "two men taken to a camp for questioning"."""
    low = who.words.low
    if "for" not in low[max(at - 3, 0) : at]:
        return
    for verb in range(at - 2, max(at - 2 - FOR_QUESTIONING, -1), -1):
        if who.words.tags[verb] == MARK:
            return
        if low[verb] in some("takes_along"):
            yield from _taken_along(who, verb, at)
            return


def _taken_along(who: Who, verb: int, at: int) -> Iterator[Harm]:
    """Tell of the object of "took three men in", or of the subject of "taken", "were taken"."""
    group = who.group_at(verb + 1)
    kind, start = who.chain(verb)
    if kind == BE:
        yield from _passive(who, verb, at)
    elif group is not None and not who.unreal(verb - 1):
        yield who.harm(ARRESTED, group, at, active=True)
    elif who.words.low[verb] in some("into_custody") | some("leads"):
        before = who.group_to(start + 1)
        if before is not None and before[0].count is not None:
            yield who.harm(ARRESTED, before, at)


def inquiries(who: Who, at: int) -> Iterator[Harm]:
    """Read "three men are assisting police with their enquiries"."""
    low = who.words.low
    near = range(at - 1, max(at - 1 - HELPING, -1), -1)
    verb = next((k for k in near if low[k] in some("assists")), None)
    if verb is not None and not some("custodians").isdisjoint(low[verb:at]):
        yield from _passive(who, verb, at)


def in_court(who: Who, at: int) -> Iterator[Harm]:
    """Read "nine people will appear in court", "are due before the court": they were held."""
    low = who.words.low
    near = range(at - 1, max(at - 1 - TO_COURT, 0), -1)
    k = next((k for k in near if low[k] in {"in", "before"}), None)
    if k is None or low[k - 1] not in some("appears"):
        return
    verb = k - 1
    while who.words.tag(verb - 1) in {MODAL, ADVERB, BE} and who.group_at(verb - 1) is None:
        verb -= 1
    told = who.of_subject(at, verb, ARRESTED)
    yield from (harm for harm in told if harm.people[0].form == "number")


def suspicion(who: Who, at: int) -> Iterator[Harm]:
    """Read "were held on suspicion of arson"."""
    if who.words.low[max(at - 2, 0) : at] == ["held", "on"]:
        yield from _passive(who, at - 2, at)


def station(who: Who, at: int) -> Iterator[Harm]:
    """Read "were taken to the police station"."""
    low = who.words.low
    near = set(low[max(at - 3, 0) : at])
    of_police = {"police", "the"} & near or ("a" in near and "police" in low)
    if some("stops").isdisjoint(low[at - 1 : at]) and of_police:
        for verb in range(at - 2, max(at - 2 - TO_STATION, -1), -1):
            if low[verb] in some("into_station") and "to" in low[verb:at]:
                yield from () if "questioning" in low else _passive(who, verb, at)
                return


def vans(who: Who, at: int) -> Iterator[Harm]:
    """Read "were bundled into police vans", "were hauled off in police trucks"."""
    low = who.words.low
    near = range(at - 1, at - 1 - IN_VAN, -1)
    into = next((k for k in near if k > 0 and low[k] in {"into", "in"}), None)
    if into is None:
        return
    verb = into - 2 if low[into - 1] in {"off", "away"} else into - 1
    if low[verb] not in some("bundled"):
        return
    if not some("of_forces").isdisjoint(low[into:at]):
        yield from [*_passive(who, verb, at)] or _bundled(who, verb, at)
    else:
        told = [*_passive(who, verb, at)] or [*_bundled(who, verb, at)]
        yield from (harm for harm in told if harm.people[0].head in some("crowd"))


def _bundled(who: Who, verb: int, at: int) -> Iterator[Harm]:
    """Read a participle without its auxiliary: "eight were hurt and 17 marchers bundled into"."""
    group = who.group_to(verb)
    if group is not None and group[0].count is not None and not group[0].stranger:
        yield who.harm(ARRESTED, who.own(group), at)


def unmarked(who: Who, at: int) -> Iterator[Harm]:
    """Read "was bundled into an unmarked Subaru by detectives"."""
    low = who.words.low
    k = at - 2 if who.words.word(at - 1) in {"an", "the", "two", "three"} else at - 1
    if who.words.word(k) != "into" or some("custodians").isdisjoint(low):
        return
    if (
        low[k - 1] in some("bundled")
        and who.words.word(at + 1) not in vocabulary().outcomes["vans"]
    ):
        yield from [*_passive(who, k - 1, at)] or _bundled(who, k - 1, at)


def taken_away(who: Who, at: int) -> Iterator[Harm]:
    """Read "police took away 11 of them", "soldiers took two boys away"."""
    words = who.words
    if some("forces").isdisjoint(words.low):
        return
    ahead = who.group_to(at)
    verb = at - 1 if ahead is None else ahead[0].first - 1
    group = who.group_at(at + 1) if ahead is None else ahead
    if words.word(verb) not in some("takes_into") or who.unreal(verb - 1):
        return
    if group is not None and group[0].count is not None:
        yield who.harm(ARRESTED, group, at, active=True)


def _passive(who: Who, verb: int, at: int) -> Iterator[Harm]:
    """Tell of the subject of a participle, if an auxiliary makes a passive of it."""
    kind, start = who.chain(verb)
    if kind == BE and not who.unreal(start):
        yield from who.of_subject(at, who.auxiliaries(start), ARRESTED)


_INTO = frozenset({"into", "in", "under"})

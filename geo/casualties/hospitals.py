"""Read who was hurt by who cares for him: "in critical condition", "taken to hospital".

They are readers as those of ``geo.casualties.outcomes``: each yields what its word at a place
tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from geo.casualties.persons import Person
from geo.casualties.subjects import Harm, Who
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import ADVERB, BE, HEAD, some

__all__ = [
    "aid",
    "ambulance",
    "condition",
    "danger",
    "flown",
    "hospital",
    "intensive",
    "treated",
    "treatment",
]

NEAR = 3
"""Words from "was" to "coma", from "needed" to "treatment", from "sought" to "help" at most."""
CONDITION = 7
"""Words from "in" to "condition" at most."""
HOSPITAL = 9
"""Words from "taken" to "hospital" at most."""
IN_HOSPITAL = 5
"""Words from "remains" to "hospital" at most."""
WOUNDED = 6
"""Words from "treatment for" to what is treated at most."""


def condition(who: Who, at: int) -> Iterator[Harm]:
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


def critical(who: Who, at: int) -> Iterator[Harm]:
    """Read "is critical after a shooting", in a headline also "boy critical after shooting"."""
    words = who.words
    if words.word(at + 1) not in {"after", "following", "from", "", ".", ","}:
        return  # "was critical of"
    direct = who.group_to(at) or who.group_to(at - (words.word(at - 1) == ","))
    if direct is not None and words.headline:
        yield who.harm("injured", direct, at)
    elif words.tag(at - 1) == BE:
        yield from who.of_subject(at, who.auxiliaries(at), "injured")


def treatment(who: Who, at: int) -> Iterator[Harm]:
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
    elif low[at] == "treatment" and (told := list(_under_care(who, at))):
        yield from told
    elif k is not None and medical and not _is_of_illness(who.words, at):
        yield from who.of_subject(at, who.auxiliaries(k), "injured")


def _under_care(who: Who, at: int) -> Iterator[Harm]:
    """Read "remained in treatment", "are undergoing treatment for burns", not "for cancer"."""
    words, k = who.words, at - 1
    while words.word(k) in some("of_care"):
        k -= 1
    if words.word(k) == "to":
        k -= 1
        under = words.word(k) == "responding"
    else:
        under = words.word(k) in some("under_treatment")
    if not under or words.tag(k - 1) not in {BE, ADVERB} or _is_of_illness(words, at):
        return
    yield from who.of_subject(at, who.auxiliaries(k), "treated")


def _is_of_illness(words: Words, at: int) -> bool:
    """Tell whether what is treated is no wound."""
    if words.word(at + 1) != "for":
        return False
    return some("treatable").isdisjoint(words.low[at + 2 : at + 2 + WOUNDED])


def aid(who: Who, at: int) -> Iterator[Harm]:
    """Read "sought medical help", "asked for medical attention"."""
    low, word = who.words.low, who.words.low[at]
    if low[at - 1] != ("first" if word == "aid" else "medical"):
        return
    verbs = some("needed") | some("asked") if word in some("asked_for") else some("asked")
    near = range(at - 2, max(at - 2 - NEAR, -1), -1)
    k = next((k for k in near if low[k] in verbs), None)
    if k is not None and not who.unreal(k - 1) and not _is_of_illness(who.words, at):
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


def flown(who: Who, at: int) -> Iterator[Harm]:
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


def intensive(who: Who, at: int) -> Iterator[Harm]:
    """Read "was in a coma", "remained in intensive care"."""
    low, tags = who.words.low, who.words.tags
    k = next((k for k in range(at - 1, max(at - 1 - NEAR, -1), -1) if tags[k] == BE), None)
    if k is not None and not who.unreal(k) and "not" not in low[k:at]:
        yield from who.of_subject(at, who.auxiliaries(k), "injured")


def ambulance(who: Who, at: int) -> Iterator[Harm]:
    """Read "were taken away by ambulance", "rushed off in ambulances", "carried on stretchers"."""
    low, words = who.words.low, who.words
    lead = at - 1 - (words.word(at - 1) in {"an", "the"})
    if words.word(lead) not in {"by", "in", "on"} or words.tag(at + 1) == HEAD:
        return
    near = range(lead - 1, max(lead - 1 - HOSPITAL, -1), -1)
    k = next((k for k in near if low[k] in some("carried") | some("put_out")), None)
    if k is not None and {"hospital", "hospitals"}.isdisjoint(low[k:]):
        yield from (harm for harm in _carried(who, k, at) if not harm.people[0].stranger)


def danger(who: Who, at: int) -> Iterator[Harm]:
    """Read "the girl is out of danger", unlike "the economy is"."""
    words = who.words
    if words.low[max(at - 2, 0) : at] != ["out", "of"] or words.tag(at - 3) not in {BE, ADVERB}:
        return
    if not who.unreal(at - 3):
        told = who.of_subject(at, who.auxiliaries(at - 2), "treated")
        yield from (harm for harm in told if not harm.people[0].stranger)


def _is_shock(words: Words, at: int) -> bool:
    """Tell whether nothing but shock is treated, which is no wound."""
    if words.low[at + 1 : at + 3] != ["for", "shock"]:
        return False
    return words.word(at + 3) != "and" or words.word(at + 4) not in some("treatable")


def treated(who: Who, at: int) -> Iterator[Harm]:
    """Read "were treated at the scene", "a hospital treated 17 people", not "for shock"."""
    if _is_shock(who.words, at):
        return
    kind, start = who.chain(at)
    if kind == BE and not who.unreal(start):
        yield from who.of_subject(at, who.auxiliaries(start), "treated")
    sent = who.group_at(at + 1) if kind != BE else None
    if sent is not None and sent[0].count is not None and not who.unreal(start):
        yield who.harm("treated", sent, at, active=True)


def hospital(who: Who, at: int) -> Iterator[Harm]:
    """Read "taken to hospital", "sent two to hospital", "remains in hospital", "had surgery"."""
    low = who.words.low
    there = who.group_to(at - 1) if low[at - 1] == "in" else None
    if there is not None and (who.words.headline or _is_gapped(who.words, there[-1])):
        yield who.harm("treated", there[-1:], at)  # "Two in hospital after fire"
        return
    for k in range(at - 1, max(at - 1 - HOSPITAL, -1), -1):
        leads = {"in", "into"} if low[k] in some("put_in") else {"to"}
        brings = low[k] in some("send") and not leads.isdisjoint(low[k:at])
        sent = who.group_at(k + 1) if brings else None
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
        if low[k] in some("stays") and (there := _are_there(who, k, at)) is not None:
            yield who.harm("treated", there, at)
            return
        if stays and "in" in low[k:at]:
            yield from who.of_subject(at, k, "treated") if who.words.tags[k] == BE else ()
            return


def _are_there(who: Who, k: int, at: int) -> list[Person] | None:
    """Return how many "are at the hospital in X" of those of whom something was told before.

    Of "four doctors" that says nothing.
    """
    group = who.group_to(k)
    if group is None or who.words.word(k + 1) != "at" or at - k > IN_HOSPITAL:
        return None
    last = group[-1]
    return [last] if last.form == "number" and (last.more or not last.head) else None


def _is_gapped(words: Words, person: Person) -> bool:
    """Tell whether a number goes on from one before: "three are dead and six in hospital"."""
    alone = person.form == "number" and not person.head
    return alone and words.word(person.first - 1) in {"and", ",", "with"}


def _is_hostage(low: list[str], k: int, at: int) -> bool:
    """Tell "taken hostage and released" from "taken to hospital and released"."""
    taken = low[at] == "released" and low[k] in some("carried") and low[k] != "treated"
    return taken and {"hospital", "hospitals"}.isdisjoint(low[k:at])


def _are_moved(verb: str, person: Person) -> bool:
    """Tell who only leaves a hospital: "forty patients were evacuated to another"."""
    return verb == "evacuated" and person.head in some("in_beds")


def _carried(who: Who, k: int, at: int) -> Iterator[Harm]:
    low = who.words.low
    kind, start = who.chain(k)
    if kind == BE:
        told = who.of_subject(at, who.auxiliaries(start), "treated")
        yield from (h for h in told if not (h.people[0].body or _are_moved(low[k], h.people[0])))
    elif low[at] == "surgery":
        yield from who.of_subject(at, k, "injured")

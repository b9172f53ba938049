"""Read who was hurt by what is told of his body: a cracked rib, a finger severed, a cut cheek.

They are readers as those of ``geo.outcomes``. Who was in care is told here as well: "fourteen
remained in treatment", "six people sought medical help".
"""

from __future__ import annotations

from collections.abc import Iterator

from geo.casualties import ADVERB, BE, DETERMINER, HAVE, Words, some
from geo.numerals import quantity
from geo.objects import owner_of_limb
from geo.subjects import Harm, Who

__all__ = [
    "aid",
    "broke",
    "has_hurt",
    "is_body",
    "is_of_illness",
    "marked",
    "severed",
    "under_care",
]

NEAR = 3
"""Words from a participle to the part of the body, from "sought" to "help" at most."""
WOUNDED = 6
"""Words from "treatment for" to what is treated at most."""
HURT = "injured"


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


def has_hurt(who: Who, at: int) -> Iterator[Harm]:
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
    """Read "he broke his wrist", of the owner of "officers broke his arm"."""
    owner = owner_of_limb(who, at + 1)
    if owner is None or who.unreal(at - 1):
        return
    subject = who.subject(who.auxiliaries(at))
    if subject is not None and subject[0].single and not subject[0].attacker:
        yield from _of_known(who, at, at, HURT)
    else:
        yield who.harm(HURT, [owner], at)


def severed(who: Who, at: int) -> Iterator[Harm]:
    """Read "had two fingers nearly severed"."""
    low = who.words.low
    limbs = some("limbs") | some("body")
    limb = next((k for k in range(at - 1, max(at - 1 - NEAR, -1), -1) if low[k] in limbs), None)
    k = _had(who, limb) if limb is not None else None
    if k is not None and not who.unreal(k):
        yield from _of_known(who, at, k, HURT)


def marked(who: Who, at: int) -> Iterator[Harm]:
    """Read "was slashed across the face", unlike "was cut in half"."""
    words = who.words
    if words.word(at + 1) not in some("onto_body") or not is_body(words, at + 2):
        return
    kind, start = who.chain(at)
    if kind == BE and not who.unreal(start):
        yield from who.of_subject(at, who.auxiliaries(start), "struck")


# ---- care


def under_care(who: Who, at: int) -> Iterator[Harm]:
    """Read "remained in treatment", "are undergoing treatment for burns", not "for cancer"."""
    words, k = who.words, at - 1
    while words.word(k) in some("of_care"):
        k -= 1
    if words.word(k) == "to":
        k -= 1
        under = words.word(k) == "responding"
    else:
        under = words.word(k) in some("under_treatment")
    if not under or words.tag(k - 1) not in {BE, ADVERB} or is_of_illness(words, at):
        return
    yield from who.of_subject(at, who.auxiliaries(k), "treated")


def is_of_illness(words: Words, at: int) -> bool:
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
    if k is not None and not who.unreal(k - 1) and not is_of_illness(who.words, at):
        yield from who.of_subject(at, who.auxiliaries(k), HURT)

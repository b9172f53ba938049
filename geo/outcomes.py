"""Read what became of people by words that tell of it in passing: hospitals, wounds, tolls.

"In critical condition", "suffered burns", "raising the toll to 12", "turned the gun on himself".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geo.casualties import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    FATE,
    HEAD,
    MARK,
    MODAL,
    NOUN,
    PREPOSITION,
    SUBORDINATE,
    VERB,
    some,
    vocabulary,
)
from geo.model import Count
from geo.numerals import quantity
from geo.persons import ONE, Person
from geo.subjects import Harm, Who

__all__ = ["tallied", "told"]

_AMOUNTS_TO = frozenset(
    ["to", "at", "is", "was", "reached", "reaches", "hit", "exceeded", "passed", "topped"]
)

NUMBER_REACH = 12
"""Words between "the number of" and the number at most."""
BEARER = 8
"""Words between somebody and "with a gunshot wound" at most."""


def tallied(who: Who, at: int, fate: str) -> Iterator[Harm]:
    """Read "14 arrests", "no injuries", "two counts of first-degree murder"."""
    words, low = who.words, who.words.low
    for k in range(max(at - 5, 0), at):
        if words.tags[k] in {MARK, BE, VERB, FATE}:
            continue
        if (
            low[k] == "no"
            and at - k <= 3
            and PREPOSITION not in words.tags[k:at]
            and low[k + 1] not in {"other", "further", "more", "additional"}
        ):
            yield Harm(fate, (), Count(0, 0), words.start(k), words.end(at), words.start(at))
            return
        told = quantity(low, k)
        if told is None or "attempted" in low[k:at]:
            continue
        gap = low[told[1] : at]
        counts = gap[:2] in (["counts", "of"], ["count", "of"])
        if counts or not any(
            words.tags[j] in {MARK, HEAD, PREPOSITION, BE, VERB, SUBORDINATE, MODAL}
            for j in range(told[1], at)
        ):
            if counts and fate != "killed":
                return
            yield Harm(fate, (), told[0], words.start(k), words.end(at), words.start(at))
            return


def told(who: Who, at: int) -> Iterator[Harm]:
    """Read what a word of no verb of harm tells."""
    low = who.words.low
    word = low[at]
    if word == "toll":
        yield from _toll(who, at)
    elif word == "number":
        yield from _number_of(who, at)
    elif word in {"lost", "loses", "losing"}:
        yield from _lost(who, at)
    elif word in some("wounds") | some("hurts"):
        yield from _wounds(who, at)
    elif word == "treatment":
        k = next((k for k in range(at - 1, max(at - 4, -1), -1) if low[k] in some("needed")), None)
        if k is not None:
            yield from who.of_subject(at, who.auxiliaries(k), "injured")
    elif word in {"coma", "intensive", "comatose"}:
        yield from _out(who, at)
    elif word == "condition":
        yield from _condition(who, at)
    elif word in {"hospital", "hospitals", "released", "surgery"}:
        yield from _treated(who, at)
    elif word in {"survive", "recover", "recovering", "survived"}:
        yield from _surviving(who, at)
    elif word in {"life", "lives"}:
        yield from _lives(who, at)
    elif word in {"himself", "herself", "themselves", "suicide"}:
        yield from _self(who, at)
    elif word in {"casualties", "fatalities", "arrests"}:
        if word != "fatalities":
            yield from tallied(who, at, "killed" if word == "casualties" else "arrested")
    elif word == "treated":
        kind, start = who.chain(at)
        if kind == BE and not who.unreal(start):
            yield from who.of_subject(at, who.auxiliaries(start), "treated")
    elif word == "away":
        if low[at - 1] in {"passed", "passes"} and not who.unreal(at - 2):
            yield from who.of_subject(at, who.auxiliaries(at - 1), "killed")
    elif (
        word == "custody"
        and low[at - 1] in {"into", "in"}
        and low[max(at - 3, 0)]
        in {
            "taken",
            "was",
            "is",
            "were",
            "are",
            "remains",
        }
        | {"man", "suspect"}
    ):
        k = at - 2 - (low[at - 2] == "taken")
        if who.words.tags[k] == BE:
            yield from who.of_subject(at, who.auxiliaries(k), "arrested")


def _toll(who: Who, at: int) -> Iterator[Harm]:
    low = who.words.low
    if low[at - 1 : at] == ["injury"]:
        return
    last = None
    for k in range(at + 1, min(at + 14, len(low))):
        told = (
            quantity(low, k)
            if low[k - 1]
            in {
                "to",
                "at",
                "of",
                "is",
                "was",
                "stands",
                "reached",
                "hit",
                "reaches",
                "hits",
                "least",
            }
            else None
        )
        if told is not None:
            last = Harm(
                "killed",
                (),
                told[0],
                who.words.start(k),
                who.words.end(told[1] - 1),
                who.words.start(at),
                toll=True,
            )
            if low[k - 1] in {"to", "at", "is"}:
                break
    if last is not None:
        yield last


def _number_of(who: Who, at: int) -> Iterator[Harm]:
    """Read "put the number of dead at 14", "bringing the number of deaths to four"."""
    low, known = who.words.low, vocabulary()
    if low[at + 1 : at + 2] != ["of"]:
        return
    fate = None
    for k in range(at + 2, min(at + 2 + NUMBER_REACH, len(low))):
        fate = fate or known.adjectives.get(low[k]) or known.counted.get(low[k])
        if fate is None and low[k] in known.fates and known.fates[low[k]][1] == "past":
            fate = known.fates[low[k]][0]
        told = quantity(low, k) if fate and low[k - 1] in _AMOUNTS_TO else None
        if told is not None and fate is not None:
            start, end = who.words.start(k), who.words.end(told[1] - 1)
            yield Harm(fate, (), told[0], start, end, who.words.start(at), toll=fate == "killed")
            return
        if who.words.tags[k] == MARK:
            return


def _lost(who: Who, at: int) -> Iterator[Harm]:
    """Read "lost two of their own men", "the army lost five soldiers"."""
    if who.unreal(at - 1):
        return
    if some("limbs") & set(who.words.low[at + 1 : at + 4]):
        yield from who.of_subject(at, who.auxiliaries(at), "injured")
        return
    group = next((g for g in who.groups if g[0].first == at + 1), None)
    if group is None or group[0].count is None:
        return
    person = group[0]
    if person.part or person.head in some("arms"):
        yield who.harm(
            "killed", [replace(p, part=False, more=True) for p in group], at, active=True
        )


def _out(who: Who, at: int) -> Iterator[Harm]:
    """Read "was in a coma", "remained in intensive care"."""
    low = who.words.low
    k = next((k for k in range(at - 1, max(at - 4, -1), -1) if who.words.tags[k] == BE), None)
    if k is not None and not who.unreal(k) and "not" not in low[k:at]:
        yield from who.of_subject(at, who.auxiliaries(k), "injured")


def _wounds(who: Who, at: int) -> Iterator[Harm]:
    """Read "suffered burns", "with a gunshot wound": who bears them."""
    low, k = who.words.low, _bearing(who, at)
    if k is None:
        borne = next((g for g in who.groups if g[0].first == at + 2), None)
        if borne is not None and low[at + 1] == "to":  # "injuries to four passers-by"
            yield who.harm("injured", borne, at)
        elif low[at] in {"injuries", "injury"}:
            yield from tallied(who, at, "injured")
        return
    if "died" in low[max(k - 2, 0) : at]:
        return
    if low[k] in some("suffer"):
        group = who.subject(k)
    else:
        name = who.name(k - 1, ended=True)
        near = (g for g in reversed(who.groups) if g[-1].last <= k and k - g[-1].last <= BEARER)
        group = next((who.own(g) for g in near), None)
        if name is not None and (group is None or group[-1].last < k):
            group = [name]
    if group is not None:
        # "Two men suffered minor injuries": they are not the dead of whom the sentence before told.
        alive = not some("alive").isdisjoint(low[k:at]) and "fatal" not in low[k:at]
        # Nor are they "33 people admitted with gunshot wounds".
        alive |= not some("carried").isdisjoint(low[group[-1].last : k])
        alive |= low[at] in some("survived") or not some("hurts").isdisjoint(low[k : at + 1])
        fate = "injured" if alive else "struck"
        yield who.harm(fate, group, at, own="self-inflicted" in low[k:at])


def _bearing(who: Who, at: int) -> int | None:
    """Return where the word stands that ties wounds to somebody: "with", "suffered"."""
    low, tags, bears = who.words.low, who.words.tags, some("bear") | some("suffer")
    for k in range(at - 1, max(at - 9, -1), -1):
        if low[k] in bears:
            return k
        inside = tags[k] in {"", ADVERB, DETERMINER, FATE, ADJECTIVE, NOUN}
        joins = {"and", ",", "for", "from", "to", "of", "minor"}  # no child: "minor injuries"
        if not (inside or low[k] in joins or quantity(low, k)):
            return None
    return None


def _condition(who: Who, at: int) -> Iterator[Harm]:
    low, k = who.words.low, at - 1
    while k >= 0 and at - k < 7 and low[k] != "in":
        k -= 1
    if k < 0 or low[k] != "in" or not vocabulary().conditions & set(low[k:at]):
        return
    start = who.auxiliaries(k) if who.words.tags[k - 1 : k] in ([BE], [ADVERB]) else k
    direct = next((g for g in who.groups if g[-1].last == k), None)
    if direct is not None:
        yield who.harm("injured", who.own(direct), at)
    else:
        yield from who.of_subject(at, start, "injured")


def _treated(who: Who, at: int) -> Iterator[Harm]:
    low, tags = who.words.low, who.words.tags
    for k in range(at - 1, max(at - 10, -1), -1):
        if low[k] in some("send") and "to" in low[k:at]:
            group = next((g for g in who.groups if g[0].first == k + 1), None)
            if group is not None:
                yield who.harm("treated", group, at, active=True)
                return
        if low[at] == "released" and low[k] in some("carried") and low[k] != "treated":
            if not {"hospital", "hospitals"} & set(low[k:at]):
                return  # "taken hostage and released"
        if low[k] in some("carried") or (
            low[at] == "surgery" and low[k] in {"underwent", "undergoing"}
        ):
            start = who.chain(k)
            if start[0] == BE:
                yield from who.of_subject(at, who.auxiliaries(start[1]), "treated")
            elif low[at] == "surgery":
                yield from who.of_subject(at, k, "injured")
            return
        if (
            low[k] in {"remains", "remained", "is", "was", "were", "are"}
            and low[at] == "hospital"
            and at - k < 6
            and "in" in low[k:at]
        ):
            if tags[k] == BE:
                yield from who.of_subject(at, k, "treated")
            return


def _surviving(who: Who, at: int) -> Iterator[Harm]:
    low, k = who.words.low, at - 1
    while (
        k >= 0
        and at - k < 4
        and (low[k] in {"to", "expected", "likely"} or who.words.tags[k] == ADVERB)
    ):
        k -= 1
    if k < 0:
        return
    if who.words.tags[k] == BE and "not" not in low[k:at]:
        yield from who.of_subject(at, who.auxiliaries(k), "injured")
    elif low[at - 2 : at] == ["not", "survive"] or (
        low[k + 1 : at] == [] and low[k] in {"n't", "didn't"}
    ):
        yield from who.of_subject(at, k, "killed")
    elif low[at] == "survive" and low[at - 1] == "not" and low[at - 2 : at - 1] == ["did"]:
        yield from who.of_subject(at, at - 2, "killed")


def _lives(who: Who, at: int) -> Iterator[Harm]:
    low = who.words.low
    window = low[max(at - 5, 0) : at]
    if low[max(at - 3, 0) : at - 1] == ["fighting", "for"]:
        yield from who.of_subject(at, who.auxiliaries(max(at - 3, 0)), "injured")
    elif low[at - 1] in {"his", "her", "their"} and {"lost", "losing"} & set(window):
        k = max(j for j in range(max(at - 5, 0), at) if low[j] in {"lost", "losing"})
        yield from who.of_subject(at, who.auxiliaries(k), "killed")
    elif some("claimed") & set(window):
        if low[at + 1 : at + 2] == ["of"]:
            group = next((g for g in who.groups if g[0].first == at + 2), None)
            if group is not None:
                yield who.harm("killed", group, at)
        elif "own" in window:
            yield from _self(who, at)
        else:
            told = next(
                (t for k in range(max(at - 4, 0), at) if (t := quantity(low, k)) and t[1] == at),
                None,
            )
            if told is not None or low[at - 1] == "a":
                count = told[0] if told else ONE
                yield Harm(
                    "killed",
                    (),
                    count,
                    who.words.start(at - 1),
                    who.words.end(at),
                    who.words.start(at),
                )


def _self(who: Who, at: int) -> Iterator[Harm]:
    """Read "killed himself", "turned the gun on himself", "committed suicide"."""
    low = who.words.low
    window = low[max(at - 6, 0) : at]
    fate = None
    if low[at] == "suicide":
        if (
            "committed" not in window
            and "committing" not in window
            and "commits" not in window
            and window[-1:] != ["by"]
        ):
            return
        fate = "killed"
    elif (
        low[at] in {"life", "lives"}
        or (window[-1:] == ["on"] and {"turned", "turning", "turns", "turn"} & set(window))
        or (window and window[-1] in {"killed", "killing", "kills", "hanged", "blew", "detonated"})
    ):
        fate = "killed"
    elif window and window[-1] in {"injured", "wounded", "hurt", "injuring", "wounding"}:
        fate = "injured"
    elif window and window[-1] in {"shot", "shooting", "shoots", "stabbed"}:
        limb = some("limbs") & set(low[at + 1 : at + 9])
        after = (
            {"then", "before"} & set(window)
            or "fatally" in window
            or low[at - 2 : at - 1] == ["and"]
        )
        fate = "killed" if after and not limb else "struck"
    elif "then" in window[-2:]:
        fate = "killed"
    if fate is None or who.unreal(at - 2):
        return
    verb = next(
        (
            j
            for j in range(at - 1, max(at - 7, -1), -1)
            if who.words.tags[j] in {FATE, VERB} or low[j] in {"committed", "took"}
        ),
        at,
    )
    group = who.doer(verb, low[at])
    if group is not None:
        yield who.harm(fate, group, at, own=True)
    else:
        sex = {"himself": "m", "herself": "f"}.get(low[at], "")
        person = Person(at, at + 1, ONE, "pronoun", head=low[at], sex=sex)
        yield who.harm(fate, [person], at, own=True)

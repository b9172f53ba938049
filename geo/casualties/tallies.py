"""Read the numbers that sum up: tolls, "the number of dead", "14 arrests", "no casualties"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.casualties.subjects import Harm, Who
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    BE,
    DETERMINER,
    FATE,
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
from geo.model import Count

__all__ = ["arrests", "casualties", "is_named", "labelled", "number_of", "tallied", "toll"]

NUMBER_REACH, GROWN_REACH = 12, 32
"""Words between "the number of" or "the toll" and the number at most; what it "has climbed to"."""
TALLY = 5
"""Words from a number to the noun that it counts at most: "two more drug-related arrests"."""
MIXED = 5
"""Words from "casualties" to "dead and wounded" at most."""
NEAR = 3
"""Words from "no" to "injuries", from "initial" to "toll" at most."""
_LABELS = ("killed", "injured", "arrested")
"""What a number behind a label may tell."""
_NO_TALLY = frozenset({MARK, HEAD, PREPOSITION, BE, VERB, SUBORDINATE, MODAL})
"""What parts a number from the noun behind it."""
_MORE_OR_LESS = frozenset({"revised", "lowered", "corrected", "raised", "now"})
"""A toll that was counted anew."""
_SUPERLATIVES = frozenset({"worst", "deadliest", "biggest", "largest", "bloodiest", "latest"})
"""What makes one deed of those of a year: "the worst attack of the year"."""
_OWNS = (["'s"], ["’s"])
_COUNTS_OF = (["counts", "of"], ["count", "of"])


def tallied(who: Who, at: int, fate: str) -> Iterator[Harm]:
    """Read "14 arrests", "no injuries", "two counts of first-degree murder"."""
    words = who.words
    for k in range(max(at - TALLY, 0), at):
        if words.tags[k] in {MARK, BE, VERB, FATE}:
            continue
        count = _none(who, k, at) or _tally(who, k, at, fate)
        if count is not None:
            # "One was killed, and 11 inmates (a total of 12 deaths)."
            summed = fate == "killed" and words.low[max(k - 2, 0) : k] == ["total", "of"]
            start, end = words.start(k), words.end(at)
            yield Harm(fate, (), count, start, end, words.start(at), toll=summed, grown=summed)
            return


def is_named(words: Words, at: int) -> bool:
    """Tell whether martyrs only give something its name: "Three Martyrs Square".

    Or are counted with the hurt: "100 martyrs and wounded".
    """
    if not words.low[at].startswith("martyr"):
        return False
    mixed = words.word(at + 1) == "and" and words.word(at + 2) in some("hurt_ones")
    return mixed or (bool(at) and words.is_capital(at))


def _none(who: Who, k: int, at: int) -> Count | None:
    """Read "no injuries", "without casualties", unlike "no other injuries"."""
    low = who.words.low
    if low[k] not in some("none") or at - k > NEAR or PREPOSITION in who.words.tags[k + 1 : at]:
        return None
    return None if low[k + 1] in {"other", "further", "more", "additional"} else Count(0, 0)


def _tally(who: Who, k: int, at: int, fate: str) -> Count | None:
    low, tags = who.words.low, who.words.tags
    told = quantity(low, k)
    if told is None or "attempted" in low[k:at]:
        return None
    if low[told[1] : at][:2] in _COUNTS_OF:
        return told[0] if fate == "killed" else None
    between = range(told[1], at)
    if any(tags[j] == DETERMINER and low[j - 1] != "of" for j in between):
        return None  # "told 12 papers the injuries", unlike "three of the deaths"
    # "Three civilian fatalities", unlike "killed two men, fatalities".
    sorts = {j for j in between if tags[j] == HEAD and _is_sort(low[j])}
    return None if any(tags[j] in _NO_TALLY for j in between if j not in sorts) else told[0]


def _is_sort(word: str) -> bool:
    """Tell whether a noun of people says of what sort the dead are: "two police deaths"."""
    head = head_of(word)
    return head is not None and (not head.plural or head.lemma == word) and not head.count


def casualties(who: Who, at: int) -> Iterator[Harm]:
    """Read "12 casualties", which are dead where nothing else is said.

    Of "12 casualties, between dead and wounded" nobody knows how many are.
    """
    behind = who.words.low[at + 1 : at + 1 + MIXED]
    mixed = who.words.word(at + 1) in some("mixes") and not some("mixed").isdisjoint(behind)
    told = tallied(who, at, "killed")
    return (harm for harm in told if not mixed or harm.count == Count(0, 0))


def labelled(who: Who) -> Iterator[Harm]:
    """Read "Killed: 3. Injured: 11.", unlike "five killed: 30 minutes of terror"."""
    words, low = who.words, who.words.low
    for at in range(1, len(low) - 1):
        if low[at] != ":" or (at > 1 and words.tags[at - 2] != MARK):
            continue
        fate = next((f for f in _LABELS if low[at - 1] in some(f"label_{f}")), None)
        told = quantity(low, at + 1) if fate is not None else None
        if fate is not None and told is not None and words.tag(told[1]) in {MARK, ""}:
            start, end = words.start(at + 1), words.end(told[1] - 1)
            yield Harm(fate, (), told[0], start, end, words.start(at - 1))


def arrests(who: Who, at: int) -> Iterator[Harm]:
    """Read "14 arrests", "no arrests"."""
    return tallied(who, at, "arrested")


def toll(who: Who, at: int) -> Iterator[Harm]:
    """Read "raising the death toll from nine to 12": the latest number."""
    words, low, last = who.words, who.words.low, None
    if words.word(at - 1) == "injury":
        return
    if words.word(at - 1) in some("crimes") or _is_of_a_year(low, max(at - NEAR, 0), at):
        return  # "the murder toll" is that of a year
    first = some("outdated").isdisjoint(low[max(at - NEAR, 0) : at])
    settled = False
    for k in range(at + 1, min(at + 2 + GROWN_REACH, len(low))):
        # "The toll stood at 44 on Sunday; by Monday it had reached 54."
        sure = _has_grown(low, k) if settled or k > at + 1 + NUMBER_REACH else None
        number = (
            quantity(low, k) if sure or (sure is None and low[k - 1] in some("toll_at")) else None
        )
        if number is None:
            continue
        if _is_of_a_year(low, at, k):
            return
        start, end = words.start(k), words.end(number[1] - 1)
        grown = bool(sure) or low[k - 1] == "to" or not _MORE_OR_LESS.isdisjoint(low)
        last = Harm("killed", (), number[0], start, end, words.start(at), toll=first, grown=grown)
        settled = settled or low[k - 1] in some("toll_now")
    if last is not None:
        yield last


def _grown(low: list[str], at: int, first: int) -> tuple[int, tuple[Count, int]] | None:
    """Return where and what a number of dead has grown to behind its first."""
    for k in range(first + 1, min(at + 2 + GROWN_REACH, len(low))):
        number = quantity(low, k) if _has_grown(low, k) else None
        if number is not None:
            return k, number
    return None


def _has_grown(low: list[str], k: int) -> bool:
    """Tell whether a toll "has reached" or "climbed to" the word at a place."""
    if low[k - 1] not in {"to", "at"}:
        return low[k - 1] in some("grew")
    if low[k - 2 : k] == ["up", "to"] and low[k - 3] not in some("went"):
        return False  # "from 150 up to 200", unlike "has gone up to 15"
    if low[k - 1] == "to" and low[max(k - 3, 0)] == "from":  # "revised upward from 13 to 19"
        return not some("grew").isdisjoint(low[max(k - 3 - NEAR, 0) : k - 3])
    return low[k - 2] in some("grew")


def _is_of_a_year(low: Sequence[str], first: int, last: int) -> bool:
    """Tell whether words between two places say that what is counted is that of a year.

    "The toll for the year stands at 98", unlike that of "last year's attack".
    """
    return any(
        low[k] == "year"
        and low[k - 1] != "new"
        and (low[k - 1] != "last" or low[k + 1 : k + 2] not in _OWNS)
        and (low[k - 2 : k] != ["of", "the"] or _SUPERLATIVES.isdisjoint(low[first:k]))
        for k in range(first, last)
    )


def number_of(who: Who, at: int) -> Iterator[Harm]:
    """Read "put the number of dead at 14", "bringing the number of deaths to four"."""
    words, low = who.words, who.words.low
    if words.word(at + 1) != "of" and _fate_of_number(low, min(at + 1, len(low) - 1)) is None:
        return  # "the number hurt" tells as well as "the number of hurt"
    fate, near = None, True
    for k in range(at + 1 + (words.word(at + 1) == "of"), min(at + 2 + GROWN_REACH, len(low))):
        fate = fate or _fate_of_number(low, k) if near else fate
        near = near and k < at + 2 + NUMBER_REACH and words.tags[k] != MARK
        # Further off: "the number killed when a jet bombed the town, in Arno, has risen to 11".
        raised = low[k - 1] == "to" and not some("raises").isdisjoint(low[max(at - NEAR, 0) : at])
        said = low[k - 1] in some("amounts_to") if near else raised or _has_grown(low, k)
        number = quantity(low, k) if fate and said and not _is_of_a_year(low, at, k) else None
        if number is not None and fate is not None:
            toll = fate == "killed"
            first, number = (_grown(low, at, k) if toll else None) or (k, number)
            start, end = words.start(first), words.end(number[1] - 1)
            yield Harm(fate, (), number[0], start, end, words.start(at), toll=toll, grown=True)
            return


def _fate_of_number(low: Sequence[str], k: int) -> str | None:
    """Return what befell those who are counted: "the number of dead", "of people killed"."""
    known, word = vocabulary(), low[k]
    if low[k - 2 : k + 1] == ["lost", "their", "lives"]:
        return "killed"
    if word in some("held_ones"):
        return "arrested"
    fate, form = known.fates.get(word, ("", ""))
    told = known.adjectives.get(word) or known.counted.get(word)
    return told or (fate if form in {"past", "intransitive"} else None)

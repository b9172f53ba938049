"""Read how old people are said to be: "a 15-year-old", "Ana Kos, 31,", "boys aged 14 and 15"."""

from __future__ import annotations

import re

from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    ADJECTIVE,
    BE,
    FATE,
    HAVE,
    MARK,
    PREPOSITION,
    SUBORDINATE,
    VERB,
    some,
    vocabulary,
)
from geo.language.numerals import OLDEST, is_age, quantity

__all__ = ["age_at", "ages_behind"]

_UNITS = ("-year", "-years", "-month", "-months")
_OLD = frozenset({"year-old", "years-old", "month-old", "months-old"})
_DECADE = re.compile(
    r"(?:mid-|late-|early-)?[1-9]0s|teens|twenties|thirties|forties|fifties|sixties|seventies"
)
_NO_NOUN = frozenset({MARK, BE, HAVE, FATE, ADJECTIVE, PREPOSITION, SUBORDINATE, VERB})
"""What shows that a number is an age: no noun is counted by it."""


def age_at(words: Words, at: int) -> tuple[int, int]:
    """Read "15-year-old", "15-year old", "six year old": the age, and of how many words."""
    word = words.low[at]
    if (age := is_age(word)) is not None:
        return age, 1
    for width in (2, 3):
        # Of two words where one of the hyphens is missing, of three where both are.
        said = words.low[at : at + width]
        unit = said[-1] if width == 2 else "-".join(said[1:])
        if (unit == "old" and word.endswith(_UNITS)) or unit in _OLD:
            age = is_age("-".join(said))
            return (0, 0) if age is None else (age, width)
    return 0, 0


def ages_behind(
    words: Words, end: int, *, several: bool, young: bool
) -> tuple[tuple[int, ...], int]:
    """Read the ages behind a noun or name: ", 24,", "(24)", "aged 24", "of 7".

    Parameters
    ----------
    words, end
        The sentence, and the word behind the noun or name.
    several
        Whether more than one can have an age: "two boys aged 14 and 15".
    young
        Whether "of" tells an age: "a boy of 7", unlike "a mother of two".

    Returns
    -------
    The ages, and the word behind them.
    """
    end = _past_decades(words, end)
    # "Three women, aged 25, 32 and 51": the comma parts nothing.
    end += words.word(end) == "," and words.word(end + 1) in some("aged")
    word = words.word(end)
    if word in {",", "("}:
        return _between_marks(words, end, several=several)
    if word in some("aged") or (word == "of" and young):
        return _behind_aged(words, end, several=several)
    return (), end


def _between_marks(words: Words, end: int, *, several: bool) -> tuple[tuple[int, ...], int]:
    ages: list[int] = []
    k = end + 1
    while (age := _age(words.word(k), spelled=several)) is not None:
        ages.append(age)
        k += 1
        joined = several and words.word(k) in {"and", ","}
        if joined and _age(words.word(k + 1), spelled=True) is not None:
            k += 1
    part = words.word(k) == "of" and words.word(k + 1) in some("group")  # ", two of them boys,"
    ends = k >= len(words.low) or (words.low[k] in some("behind_ages") and not part)
    closed = words.word(end) == "(" and words.word(k) == ")"  # "Ana Kos (27), Bo Lind (31)"
    return (tuple(ages), k + closed) if ages and ends else ((), end)


def _age(word: str, *, spelled: bool = False) -> int | None:
    """Read digits that can be of an age, or a word for a number: "aged eight and ten"."""
    if word.isdecimal():
        return int(word) if len(word) < 4 and 0 < int(word) <= OLDEST else None
    told = quantity(["", word, ""], 1) if spelled else None
    return told[0].minimum if told is not None and 0 < told[0].minimum <= OLDEST else None


def _behind_aged(words: Words, end: int, *, several: bool) -> tuple[tuple[int, ...], int]:
    if several and (behind := _past_range(words, end + 1)) is not None:
        return (), behind
    told = quantity(["", words.word(end + 1), ""], 1)
    closed = words.word(end + 2) in {"", ",", ".", "and", ")"} or _counts_none(words, end + 2)
    if told is None or told[0].minimum > OLDEST or not closed:
        return (), end
    ages, end = [told[0].minimum], end + 2
    while several and words.word(end) in {",", "and"}:
        k = end + 1 + (words.low[end : end + 2] == [",", "and"])
        if (age := _age(words.word(k), spelled=True)) is None or not _counts_none(words, k + 1):
            break
        ages, end = [*ages, age], k + 1
    return tuple(ages), end


def _counts_none(words: Words, k: int) -> bool:
    """Tell whether a word shows that no noun is counted: "six and nine lost their mother"."""
    return words.tag(k) in _NO_NOUN or words.low[k] in vocabulary().outcomes["lost"]


def _past_range(words: Words, at: int) -> int | None:
    """Go past "between 20 and 30", "15 to 17", which give nobody an age of his own."""
    first = at + (words.word(at) in {"between", "from"})
    joined = words.word(first + 1) in ({"and", "to"} if first > at else {"to", "-", "–"})
    ages = [_age(words.word(k), spelled=True) for k in (first, first + 2)]
    return first + 3 if joined and None not in ages else None


def _past_decades(words: Words, end: int) -> int:
    """Go past how old people are said to be: ", both in their 50s,", "in his late 30s"."""
    aside = words.word(end) == ","
    k = end + aside
    k += words.word(k) in {"both", "all", "each"}
    if words.word(k) != "in" or words.word(k + 1) not in {"his", "her", "their"}:
        return end
    k += 2 + (words.word(k + 2) in {"early", "mid", "late"})
    if not _DECADE.fullmatch(words.word(k)):
        return end
    return k + 1 + (aside and words.word(k + 1) == ",")

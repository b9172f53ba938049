"""Read numbers of people in the words of a sentence: "at least 12", "two dozen", "between 3 and 5".

Ages, years, distances, money and times are no number of people: what stands behind or before
says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.language.almanac import MONTHS, NUMBERS, TENS, words
from geo.model import Count

__all__ = ["LARGEST_COUNT", "OLDEST", "OPENERS", "ORDINALS", "is_age", "quantity"]

LARGEST_COUNT = 10_000_000
"""More people than any one incident ever befell: a slip, and no count."""
OLDEST = 110
"""Years that somebody may be old."""
WORDS_AT_MOST = 12
"""Words of a number at most: "one hundred and ten thousand two hundred and thirty four"."""
_LONGEST_NUMBER = 8
"""Digits of a number at most."""

_NUMBERS = {word: value for word, value in (NUMBERS | TENS).items() if value} | {
    "one": 1,
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
}
# "dozens" is at least two dozen, and how many more is open; so is how many "many" are.
_OPEN = {"several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
_SCALES = {"hundred": 100, "thousand": 1000}
_RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = {word: rank for rank, word in enumerate(_RANKS.split(), start=1)}
_LEAST = {("at", "least"), ("more", "than"), ("no", "fewer", "than"), ("no", "less", "than"),
          ("upwards", "of"), ("upward", "of"), ("not", "less", "than"), ("not", "fewer", "than"),
          ("well", "over"), ("just", "over"), ("over",)}  # fmt: skip
_ABOUT = {("about",), ("around",), ("some",), ("nearly",), ("almost",), ("approximately",),
          ("roughly",), ("close", "to"), ("an", "estimated"),
          ("a", "reported"), ("as", "many", "as")}  # fmt: skip
_MOST = {("up", "to")}
_HEDGES: dict[tuple[str, ...], str] = {
    **dict.fromkeys(_LEAST, "least"),
    **dict.fromkeys(_ABOUT, "about"),
    **dict.fromkeys(_MOST, "most"),
}
_RANGE = re.compile(r"(\d{1,3})-(\d{1,3})")
"""A range that is one word: "4-6 civilians were killed"."""
_BEHIND = {("or", "more"): "least", ("or", "so"): "about"}
"""What stands behind a number and says how it is meant: "a dozen or so"."""
_HALF = {("half", "a", "dozen"), ("half", "dozen"), ("a", "half", "dozen"), ("half-dozen",),
         ("a", "half-dozen")}  # fmt: skip
"""Ways to say six."""
_TOTAL = ("a", "total", "of")
_NUMBER_OF = ("number", "of")
"""Behind "a": at least two, as "several" is at least three."""
_HEDGE_STARTS = frozenset(hedge[0] for hedge in _HEDGES)
_NUMBER_STARTS = frozenset({*_NUMBERS, *_OPEN, "a", "half"})
_FIRST = _HEDGE_STARTS | _NUMBER_STARTS | {"between"}
OPENERS = (_HEDGE_STARTS | _NUMBER_STARTS | {"between"}) - {"a"}
"""Words that a number can begin with; digits and "forty-two" are known by their looks."""
_COUNTED = """
    % percent kilometer kilometers kilometre kilometres km mile miles yard yards feet foot inches
    meter meters metre metres second seconds minute minutes hour hours day days week weeks month
    months year years decade decades am pm a.m p.m times million billion trillion dollars euros
    pounds degrees block - / : lakh lakhs crore crores rupees taka naira cedis shillings rand pesos
    reais francs gourdes roubles rubles hryvnias lira liras dinars dirhams riyals rials yuan yen won
"""
_NAMED = """
    aged age ages route highway hwy interstate rt exit room unit apartment number no channel gate
    pump platform block lane bay pier terminal phase track carriage tower sector cell camp
    area chapter section article table ward district precinct zone flight boeing $ # £ € :
"""
_AGED = frozenset({"aged", "age", "ages"})
_PRICED = "rs r inr pkr usd eur gbp ngn kes ksh kshs sh shs ugx tk php rm rp"
_DATED = "in since by during of early late mid until before after"
_MONEY = frozenset(_PRICED.split())
"""Before digits, with a full stop or not: they are a price."""
_UNITS = frozenset(_COUNTED.split()).union(MONTHS)
"""Behind a number: it counts no people."""
_NO_COUNT_BEFORE = frozenset(_NAMED.split()).union(MONTHS)
"""Before a number: it is the name of something, an age or a price."""
_YEAR_BEFORE = frozenset(_DATED.split()).union(MONTHS)
_NAMES_YEAR = frozenset({"the", "a", "that"})
"""Before a year that says of which year something is: "the 2015 killings"."""
LONGEST_DAY = 2
"""Digits of a day of the month."""
_DAY_OF_MONTH = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)")
_TELLERS = words(
    "police officials official army military ministry minister mayor governor media reports "
    "sources source witnesses spokesman medics hospital monitor un"
)
"""Behind the last dash of a headline: whose word it is."""
_ERAS = frozenset({"bc", "bce", "ad"})
_HALVES_OF_DAY = (["a", ".", "m"], ["p", ".", "m"])
"""Behind an hour, where full stops are words: "a shooting around 2 a.m."."""


def quantity(words: Sequence[str], at: int) -> tuple[Count, int] | None:
    """Read the number that begins at a word, in small letters; return it and the word behind.

    Examples
    --------
    >>> quantity("at least two dozen guards".split(), 0)
    (Count(minimum=24, maximum=None, approximate=False, span=None), 4)
    """
    if at >= len(words):
        return None
    word = words[at]
    # Most words that are asked begin no number: told in one look.
    if word not in _FIRST and not word[:1].isdigit() and "-" not in word:
        return None
    hedge, start = _hedge(words, at)
    if start > at and at and words[at - 1] in _AGED:
        return None  # "girls aged about 13"
    told = _ends(words, start)
    if told is None:
        return None
    value, high, end, loose = told
    end = _past_digits(words, value, end)
    end += words[end : end + 1] == ["x"] and words[start][:1].isdigit()  # briefs: "6 x civilians"
    behind = tuple(words[end : end + 2])
    if behind[:1] == ("+",) and words[start][:1].isdigit():
        hedge, end = "least", end + 1  # "20+ villagers"
    elif behind in _BEHIND:
        hedge, end = _BEHIND[behind], end + 2
    if max(value, high) > LARGEST_COUNT or _is_no_count(words, start, end, value):
        return None
    if hedge == "most":
        return Count(0, high, approximate=True), end
    if hedge == "least" and (most := _up_to(words, value, end)) is not None:
        return Count(value, most[0]), most[1]
    open_ended = loose or hedge == "least"
    return Count(value, None if open_ended else high, loose or hedge == "about"), end


def _past_digits(words: Sequence[str], value: int, end: int) -> int:
    """Go past the digits in which some papers say a number again: "fifteen (15) persons"."""
    if words[end : end + 1] != ["("] or words[end + 2 : end + 3] != [")"]:
        return end
    return end + 3 if words[end + 1] == str(value) else end


def _ends(words: Sequence[str], at: int) -> tuple[int, int, int, bool] | None:
    """Read a number, or both of a range: the two, where they end, and whether more is left open."""
    between = words[at : at + 1] == ["between"]
    low = _number(words, at + between)
    if low is None:
        joined = _joined(words, at)
        return None if joined is None else (*joined, at + 1, False)
    value, end, loose = low
    high, end, more = _upper(words, value, end, between=between)
    return value, high, end, loose or more


def _joined(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read a range that is one word: "4-6"; "7-0" is a score, and "01-12" a day."""
    range_ = _RANGE.fullmatch(words[at]) if at < len(words) else None
    if range_ is None or range_[1][0] == "0" or int(range_[1]) >= int(range_[2]):
        return None
    return int(range_[1]), int(range_[2])


def _upper(words: Sequence[str], value: int, end: int, *, between: bool) -> tuple[int, int, bool]:
    """Read the upper end of a range, if one follows: "10 to 15", "between 3 and more than 5"."""
    joins = {"and", "to", "-", "–"} if between else {"to", "or", "-", "–"}
    if end + 1 < len(words) and words[end] in joins and (between or words[end + 1] != "more"):
        hedge, start = _hedge(words, end + 1) if between else (None, end + 1)
        second = _number(words, start)
        if second is not None and second[0] > value:
            return second[0], second[1], hedge == "least"
    return value, end, False


def _up_to(words: Sequence[str], value: int, end: int) -> tuple[int, int] | None:
    """Read the upper end behind the least: "at least 15 and up to 25"."""
    start = end + 1 if words[end : end + 1] in (["and"], ["but"]) else end
    if start == end or tuple(words[start : start + 2]) not in _MOST:
        return None
    second = _number(words, start + 2)
    return (second[0], second[1]) if second is not None and second[0] > value else None


def _hedge(words: Sequence[str], at: int) -> tuple[str | None, int]:
    """Read what stands in front of a number: how it is meant, and where the number begins."""
    if tuple(words[at : at + 3]) == _TOTAL and at + 3 < len(words):
        at += 3  # "a total of at least 20"
    if words[at] in _HEDGE_STARTS:
        for length in (3, 2, 1):
            if kind := _HEDGES.get(tuple(words[at : at + length])):
                return kind, at + length
    return None, at


def _is_no_count(words: Sequence[str], start: int, end: int, value: int) -> bool:
    behind = words[end] if end < len(words) else ""
    before = words[start - 1] if start else ""
    following = words[end + 1] if end + 1 < len(words) else ""
    if (behind == ":" and not following[:1].isdigit()) or (behind == "-" and following in _TELLERS):
        behind = ""  # "Blast kills three: police", unlike "10:30" and "three-year"
    if behind in _UNITS or behind in _ERAS or words[end : end + 3] in _HALVES_OF_DAY:
        return True
    if not words[start][0].isdigit():
        return False
    if before == ":" and (start < 2 or not words[start - 2][:1].isdigit()):
        return False  # "Police: 5 people shot", unlike "10:30"
    if before in _NO_COUNT_BEFORE or before in _MONEY:
        return True
    if before == "." and start > 1 and (words[start - 2] in MONTHS or words[start - 2] in _MONEY):
        return True
    is_year = len(words[start]) == 4 and 1800 <= value < 2100
    dated = before in _YEAR_BEFORE or _DAY_OF_MONTH.fullmatch(before) is not None
    dated = dated or _is_day_of_month(words, start - 1)
    # "The 2015 killings", unlike "the 2000 dead": a count of that size is a round one.
    named = before in _NAMES_YEAR and value % 100 != 0
    return is_year and (dated or named or (before == "" and behind == ""))


def _is_day_of_month(words: Sequence[str], at: int) -> bool:
    """Tell whether a word is a day behind its month: "March 3", "Feb. 13", with a comma or not."""
    if at > 0 and words[at] == ",":
        at -= 1
    if at < 1 or not words[at].isdigit() or len(words[at]) > LONGEST_DAY:
        return False
    ahead = at - 2 if words[at - 1] == "." else at - 1
    return ahead >= 0 and words[ahead] in MONTHS


def _number(words: Sequence[str], at: int) -> tuple[int, int, bool] | None:
    """Read digits or number words: value, the word behind, and whether it is open ("dozens")."""
    if at >= len(words) or not words[at]:
        return None
    word = words[at]
    if word[0].isdigit():
        digits = word.replace(",", "")
        if not (digits.isascii() and digits.isdigit()) or len(digits) > _LONGEST_NUMBER:
            return None
        scale = _SCALES.get(words[at + 1], 1) if at + 1 < len(words) else 1
        return int(digits) * scale, at + 1 + (scale > 1), False
    if word not in _NUMBER_STARTS and "-" not in word:
        return None
    return _spelt(words, at)


def _spelt(words: Sequence[str], at: int) -> tuple[int, int, bool] | None:
    for length in (3, 2, 1):
        if tuple(words[at : at + length]) in _HALF:
            return 6, at + length, False
    if words[at] == "half":
        return None
    if words[at] == "a":
        following = words[at + 1] if at + 1 < len(words) else ""
        if tuple(words[at + 1 : at + 3]) == _NUMBER_OF:
            return 2, at + 3, True
        if following == "couple":
            return 2, at + 2, False
        if following not in {"dozen", "hundred", "thousand"}:
            return None
        at += 1
    if words[at] in _OPEN:
        return _open(words, at)
    thousands = rest = last = 0
    end = at
    while end < min(len(words), at + WORDS_AT_MOST):
        joined = end + _joins(words, end, last)
        value = _small(words[joined])
        if not value or (last and not _goes_on(rest, last, value)):
            break
        thousands, rest = _added(thousands, rest, value)
        last, end = value, joined + 1
    return (thousands + rest, end, False) if end > at else None


def _open(words: Sequence[str], at: int) -> tuple[int, int, bool]:
    """Read "dozens", "hundreds of thousands": at least two of them."""
    if list(words[at + 1 : at + 3]) == ["of", "thousands"]:
        return _OPEN[words[at]] * 1000, at + 3, True
    return _OPEN[words[at]], at + 1, True


def _joins(words: Sequence[str], at: int, last: int) -> bool:
    """Tell whether "and" goes on with a number: "one hundred and two"."""
    number = last in {100, 1000} and words[at] == "and" and at + 1 < len(words)
    return number and _small(words[at + 1]) > 0


def _added(thousands: int, rest: int, value: int) -> tuple[int, int]:
    """Add a number word to what was read: "two" to "hundred" is two hundred."""
    if value == 1000:
        return thousands + max(rest, 1) * value, 0
    if value == 100 or (value == 12 and rest):
        return thousands, max(rest, 1) * value
    return thousands, rest + value


def _small(word: str) -> int:
    if (value := _NUMBERS.get(word)) is not None:
        return value
    tens, dash, ones = word.partition("-")
    if dash and tens in TENS and ones in NUMBERS:
        return TENS[tens] + NUMBERS[ones]
    if dash and tens in NUMBERS and ones in _SCALES:
        return NUMBERS[tens] * _SCALES[ones]  # "one-hundred"
    return 0


def _goes_on(rest: int, last: int, value: int) -> bool:
    """Tell whether a word continues a number: "two dozen", "forty two", but not "two three"."""
    if value in {12, 100, 1000}:
        return value > last or rest > value == 1000
    return rest == 0 or rest % 100 == 0 or (rest % 10 == 0 and rest % 100 >= 20 and value < 10)


def is_age(word: str) -> int | None:
    """Read the age in "15-year-old", "six-month-old" (0); ``None`` where it is none."""
    number, _, rest = word.partition("-")
    if not rest.endswith(("-old", "-olds")) and rest != "old":
        return None
    years = int(number) if number.isdecimal() and len(number) < 4 else _small(number)
    if not years and "-year" in word:
        tens, _, more = rest.partition("-")
        years = _small(f"{number}-{tens}") if more.startswith("year") else 0
    if not years:
        return None
    told_in_years = "year" in rest or "yr" in rest
    return years if told_in_years else years // 12 if "month" in rest else 0

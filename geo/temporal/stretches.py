"""Days that are named together and mean one stretch: "between Friday and Sunday", "3-5 May".

Each day keeps its own value, and all of them the interval from the first to the last: whichever of
them a deed is bound to, it may have been on any day of the stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from geo.model import Span, When

__all__ = ["joined", "names_a_day"]

_UNTIL = re.compile(r"\s?[–-]\s?|/|\s(?:to|through|until|till)\s(?:the\s)?(?:early\s|late\s)?")
# "Late Monday into early Tuesday", "the night between Monday and Tuesday", "the night to Tuesday".
_INTO = re.compile(r"\s(?:on\s)?into\s(?:(?:the\s)?(?:early|small)\s(?:hours\sof\s)?)?")
_AND = re.compile(
    r",?\s(?:and|or)\s(?:again\s(?:on\s)?)?(?:(?:in\s)?the\s(?:early|small)\shours\s(?:of|on)\s|"
    r"(?:early|late)\s(?:on\s)?|the\s)?"
)
_NUMBER = re.compile(r"\s[0-3]?[0-9](?:st|nd|rd|th)?(?=\s)")
_COMMA = re.compile(r",\s")
_POSSESSIVE = re.compile(r"['’]s?\s")
"""Behind a day that is part of a name: "the clashes on Sunday and Monday's strike"."""
_BETWEEN = re.compile(
    r"\b(?:between|from)\s(?:the\s)?(?:(?:start|beginning|end|middle)\sof\s)?$", re.IGNORECASE
)
_NIGHT = re.compile(
    r"\b(?:night|evening|overnight|hours)\s(?:of|from|between)\s(?:late\s|the\s)?$|\bovernight\s$",
    re.IGNORECASE,
)
_NIGHT_TO = re.compile(r"\b(?:over)?night\s(?:in)?to\s(?:early\s)?$", re.IGNORECASE)
NIGHT_WITHIN = 24
"""Characters before a day in which it is said that it was the night to it."""
LONGEST_LIST_DAYS = 31
"""Between days that "and" joins; what lies further apart is two deeds and no stretch."""
_NAMED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COARSE = frozenset({"month", "year"})


def names_a_day(when: When) -> bool:
    """Tell whether a phrase names one day, whatever stretch it is a part of.

    Examples
    --------
    >>> names_a_day(When(None, None, "unknown", "", None, "DATE", "2022-12-16"))
    True
    """
    return _NAMED.match(when.value) is not None


def joined(text: str, whens: Sequence[When]) -> list[When]:
    """Give the days that are named together the interval of all of them, in the order given.

    Examples
    --------
    >>> from datetime import date
    >>> one, two = date(2022, 12, 9), date(2022, 12, 11)
    >>> friday = When(one, one, "day", "'Friday'", Span(8, 14), "DATE", "2022-12-09")
    >>> sunday = When(two, two, "day", "'Sunday'", Span(19, 25), "DATE", "2022-12-11")
    >>> found = joined("between Friday and Sunday", [friday, sunday])
    >>> [(str(when.first), str(when.last)) for when in found]
    [('2022-12-09', '2022-12-11'), ('2022-12-09', '2022-12-11')]
    """
    told: list[When] = []
    for group in _groups(text, whens):
        first, last = group[0].first, group[-1].last
        # What is told by months or years is history by the first of them.
        fine = "range" if len(group) > 1 and names_a_day(group[0]) else group[0].precision
        told += [replace(w, first=first, last=last, precision=fine) for w in group]
    return [_with_eve(text, when) for when in told]


def _groups(text: str, whens: Sequence[When]) -> Iterator[list[When]]:
    """Yield the days that are named together; what stands alone is a group of one."""
    group: list[When] = []
    for at, when in enumerate(whens):
        if group and _goes_on(text, group, when, whens[at + 1] if at + 1 < len(whens) else None):
            group.append(when)
            continue
        if group:
            yield group
        group = [when]
    if group:
        yield group


def _goes_on(text: str, group: Sequence[When], when: When, then: When | None) -> bool:
    """Tell whether a day goes on with those before it: "3-5 December", "on Friday and Saturday"."""
    before = group[-1]
    if not _ascends(before, when):
        return False
    between = _between(text, before, when)
    of_days, framed = when.precision == "day", _is_between(text, group[0])
    if of_days and _INTO.fullmatch(between):
        return True
    if (of_days or framed) and _is_listed(text, between, when):
        return framed or _days_apart(before, when) <= LONGEST_LIST_DAYS
    if of_days and _COMMA.fullmatch(between) and then is not None:
        # "On Friday, Saturday and Sunday"; "on Sunday, November 24" is one phrase.
        return _ascends(when, then) and _is_listed(text, _between(text, when, then), then)
    return (of_days or framed) and _UNTIL.fullmatch(between) is not None


def _ascends(before: When, when: When) -> bool:
    """Tell whether two phrases are of days, months or years, and the second is the later one."""
    if before.precision != when.precision or when.precision not in {"day", *_COARSE}:
        return False
    return before.first is not None and when.last is not None and before.first < when.last


def _between(text: str, before: When, when: When) -> str:
    assert before.span is not None
    assert when.span is not None
    gap = text[before.span.end : when.span.start]
    number = _NUMBER.match(gap)  # "from Friday 20 to Sunday 22 May"
    return gap[number.end() :] if number else gap


def _is_listed(text: str, between: str, when: When) -> bool:
    assert when.span is not None
    # "Between May and July" is a stretch, "in May and July" are two months.
    of_a_name = _POSSESSIVE.match(text, when.span.end) is not None
    return _AND.fullmatch(between) is not None and not of_a_name


def _is_between(text: str, first: When) -> bool:
    return _stands_before(_BETWEEN, text, first.span) or _stands_before(_NIGHT, text, first.span)


def _days_apart(before: When, when: When) -> int:
    assert before.last is not None
    assert when.first is not None
    return (when.first - before.last).days


def _stands_before(pattern: re.Pattern[str], text: str, at: Span | None) -> bool:
    return (
        at is not None
        and pattern.search(text, max(at.start - NIGHT_WITHIN, 0), at.start) is not None
    )


def _with_eve(text: str, when: When) -> When:
    """Let a night begin on the eve: "in the night to Tuesday" may be Monday."""
    if (
        when.precision != "day"
        or when.first is None
        or not _stands_before(_NIGHT_TO, text, when.span)
    ):
        return when
    return replace(when, first=when.first - timedelta(days=1), precision="range")

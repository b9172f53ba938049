"""Share what a sentence tells of victims among the incidents that it tells of.

Each clause has its own, "two in X and three in Y" stand beside their places, and what one verb
tells of several places together is no figure of any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from geo.casualties.subjects import Harm
from geo.casualties.vocabulary import head_of
from geo.language.clauses import holding
from geo.language.numerals import quantity
from geo.linking.remnants import SHARES_VERB, Gapped, Remnant, gapped
from geo.linking.scenes import Sentence
from geo.model import Article, Count, Report, Span
from geo.reports.threads import Thread

__all__ = ["share"]

_BEFORE_PLACE = re.compile(
    r"([\w,.-]+)(?:\s+of\s+(?:them|whom)|(?<!\band)\s+(?!of\b)(\w+))?"
    r"\s+(?:in|at|near|on)\s+(?:the\s+)?$"
)
"""A number that stands beside a place: "killed 20, 14 of them in X", "six people in X"."""
_OF_BOTH = re.compile(r"[^,;:]*,\s+(?:killing|wounding|injuring|leaving)\b")
"""Behind the last of several places, what all deeds did."""
LOOK_BACK = 40
"""Characters before a place in which that number stands."""


def share(
    article: Article,
    sentence: Sentence,
    harms: Sequence[Harm],
    told_of: Sequence[tuple[Report, Thread]],
) -> None:
    """Give each incident of a sentence the harm that its own clause tells of.

    What one verb tells of several places ("killed 12 in attacks on X and Y") is the sum of all, and
    no figure of any of them, unless each has its own number beside it.
    """
    span, shared = sentence.span, _shared(article.text, sentence, told_of)
    for report, thread in told_of:
        if shared is not None and report.trigger.end <= shared.start:
            own = _of_remnant(article.text, harms, span.start, report, shared)
            thread.ledger.add(own, span.start)
            continue
        alike = [other for other in told_of if other[0].trigger == report.trigger]
        if len({id(other) for _, other in alike}) > 1:
            reports = [other for other, _ in alike]
            own = _numbered(article.text, harms, report, reports)
            own = own or _beside_place(harms, span.start, report, reports)
        else:
            clause = holding(article.text, span, report.trigger).span
            own = [harm for harm in harms if clause.start <= harm.at + span.start < clause.end]
            others = [r for r, other in told_of if other is not thread]
            own = _at_its_place(own, span.start, clause, report, others)
        thread.ledger.add(own, span.start)


def _shared(
    text: str, sentence: Sentence, told_of: Sequence[tuple[Report, Thread]]
) -> Gapped | None:
    """Return how a sentence is parted if reports were made of its remnants."""
    reports = [report for report, _ in told_of]
    if not any(report.because[-1:] == (SHARES_VERB,) for report in reports):
        return None
    return gapped(text, sentence, tuple(sorted({report.trigger for report in reports})))


def _repeats(remnant: Remnant) -> bool:
    """Tell whether a remnant says only where and when, so that the number is of both."""
    return remnant.count is None and not remnant.tells


def _of_remnant(
    text: str, harms: Sequence[Harm], offset: int, report: Report, shared: Gapped
) -> list[Harm]:
    """Return the harm of a clause that shares its verb, or of the one that has the verb."""
    ahead = [h for h in harms if h.start + offset < shared.start]
    remnant = shared.of(report.where)
    if remnant is None:
        summed = shared.first is not None or any(_repeats(one) for one in shared.rest)
        own = [_up_to(h, shared.start - offset) for h in ahead]
        return [] if summed else _without_whole(own, shared)
    if remnant.tells:
        if not ahead and _OF_BOTH.match(text, remnant.where.mention.span.end, remnant.span.end):
            return []  # "struck a market in X and another in Y, killing nine"
        inside = (h for h in harms if remnant.span.start <= h.start + offset < remnant.span.end)
        return [replace(h, joins=False) for h in inside]
    fates = {h.fate for h in ahead if h.count is not None}
    if len(fates) != 1 or remnant.count is None:
        return []  # "two were killed and three hurt in X, and four in Y"
    verb = max(h.at for h in ahead)
    start, end = remnant.span.start - offset, remnant.span.end - offset
    one = max(ahead, key=lambda h: h.at)
    people = one.people if remnant.count == one.count and len(one.people) == 1 else ()
    return [Harm(fates.pop(), people, remnant.count, start, end, verb)]


def _up_to(harm: Harm, end: int) -> Harm:
    """Leave out who is another thing, at another place: "killing four, and another in Y"."""
    counts = [person.count for person in harm.people[:-1]]
    if harm.end <= end or not counts or None in counts:
        return harm
    told = [count for count in counts if count is not None]
    least = sum(count.minimum for count in told)
    most = [count.maximum for count in told if count.maximum is not None]
    total = Count(least, sum(most) if len(most) == len(told) else None)
    return replace(harm, people=harm.people[:-1], count=total)


def _without_whole(ahead: list[Harm], shared: Gapped) -> list[Harm]:
    """Leave out the sum of all: "killed nine: six were killed in X and three in Y"."""
    counts = [h.count.minimum for h in ahead if h.count is not None]
    rest = sum(r.count.minimum for r in shared.rest if r.count is not None)
    if len(counts) < 2 or len(counts) != len(ahead) or counts[0] != sum(counts[1:]) + rest:
        return ahead
    return ahead[1:]


def _at_its_place(
    harms: list[Harm], start: int, clause: Span, report: Report, others: Sequence[Report]
) -> list[Harm]:
    """Leave to the deeds at other places of a clause who was hurt there.

    "A clerk died in Arno and 30 were hurt in Belt": the place behind each harm is its own.
    """
    own = _places_in([report], clause)
    foreign = _places_in(others, clause) - own
    if not own or not foreign:
        return harms
    towns = sorted(own | foreign)
    return [h for h in harms if _place_of(h.at + start, towns) in own]


def _places_in(reports: Iterable[Report], span: Span) -> set[int]:
    """Return where a sentence names the places of reports."""
    at = (r.where.mention.span.start for r in reports if r.where is not None)
    return {place for place in at if span.start <= place < span.end}


def _place_of(at: int, towns: Sequence[int]) -> int:
    """Return the first place behind a word, or the last one of all."""
    return next((town for town in towns if town > at), towns[-1])


def _beside_place(
    harms: Sequence[Harm], offset: int, report: Report, alike: Sequence[Report]
) -> list[Harm]:
    """Return the harm of one of several places: "two were killed in X and three in Y"."""
    named = sorted({r.where.mention.span.start for r in alike if r.where is not None})
    own = []
    for fate in sorted({harm.fate for harm in harms}):
        told_here = sorted((h for h in harms if h.fate == fate), key=lambda harm: harm.start)
        told_here = _without_total(told_here, len(named))
        places = [(at, None) for at in named]
        order = sorted(
            [*places, *((h.start + offset, h) for h in told_here)], key=lambda row: row[0]
        )
        paired = len(told_here) == len(named) and all(
            (one is None) != (other is None) for (_, one), (_, other) in pairwise(order)
        )
        if paired and report.where is not None:
            own.append(told_here[named.index(report.where.mention.span.start)])
    return own


def _without_total(harms: list[Harm], places: int) -> list[Harm]:
    """Leave out the sum in front of its parts: "killed 20: 14 in X and six in Y"."""
    least = [harm.count.minimum for harm in harms if harm.count is not None]
    if len(harms) != places + 1 or len(least) != len(harms):
        return harms
    return harms[1:] if least[0] == sum(least[1:]) else harms


def _numbered(
    text: str, harms: Sequence[Harm], report: Report, alike: Sequence[Report]
) -> list[Harm]:
    """Return the part of a total that stands beside a place: "killed 20: 14 in X and six in Y".

    Only of one sort of harm, and if the numbers beside all places add up to it.
    """
    if len({harm.fate for harm in harms}) != 1 or report.where is None:
        return []
    total = min(harms, key=lambda harm: harm.start)
    places = {r.where.mention.span.start for r in alike if r.where is not None}
    beside = {at: _number_at(text, at) for at in places}
    if total.count is None or len(beside) < 2 or not all(beside.values()):
        return []
    # "Six people in X and four in Y were killed": what the verb is about counts the first alone.
    led = report.trigger.start > max(places) and beside[min(places)] == total.count.minimum
    if not led and sum(beside.values()) != total.count.minimum:
        return []
    own = beside[report.where.mention.span.start]
    count = replace(total.count, minimum=own, maximum=own)
    # "20 dead" has a number and no people.
    people = tuple(replace(person, count=count) for person in total.people[:1])
    return [replace(total, people=people, count=count)]


def _number_at(text: str, place: int) -> int:
    """Return the number of people in front of a place, or 0."""
    found = _BEFORE_PLACE.search(text, max(place - LOOK_BACK, 0), place)
    if found is not None and found.group(2) and head_of(found.group(2).lower()) is None:
        return 0
    told = quantity([found.group(1).lower()], 0) if found is not None else None
    return told[0].minimum if told is not None else 0

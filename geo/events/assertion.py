"""How firmly a report asserts one deed: news does, speeches and comment mention deeds in passing.

"Gunmen killed three" asserts one; "we shall not forget the murders" brings up what everybody knows.
No single word tells them apart, so what speaks for and against is added up as logarithms of odds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from geo.events.specificity import FAMILY, GENERAL, comes_about
from geo.events.wording import points_back
from geo.language.clauses import is_told
from geo.language.text import without_quotes
from geo.lexicon import Lexicon
from geo.model import Article, Report, Status

__all__ = ["AGED", "firmness", "mark"]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each trait says for one deed of the news, as log-odds."""

    counted: float = 0.4
    injured: float = 0.8
    past: float = 0.6
    definite: float = 0.7
    dated: float = 0.3
    comes_about: float = 2.0
    upon: float = 0.3
    opening: float = 0.5
    titled: float = 1.0
    detailed: float = 0.6
    gerund: float = -0.7
    plural: float = -0.4
    we: float = -1.0
    quoted: float = -0.6
    planned: float = -0.8
    witnessed: float = 1.0
    undated: float = -1.0
    month: float = -0.8
    year: float = -2.2


WEIGHTS = Weights()
"""Fitted to half of 1,500 wire reports and rounded, ``comes_about``, ``witnessed`` and the title by
hand. Of 163 incidents that fall below ``LEAST`` in all of them 20 were of the gold; on the other
half precision goes from 0.490 to 0.530 and recall from 0.657 to 0.636."""
LEAST = 0.1
AGED = "aged "
"""What ages among the details (``Report.details``) begin with; numbers begin with themselves."""
OPENING = 400
"""Characters within which an article says what it is about."""
AROUND = 500
"""Characters around a trigger that are its sentence, however long that is."""
BEHIND = 60
"""Characters behind a trigger that say that it came about, and before it that make a noun of it."""
BETWEEN = 140
"""The same, if those between whom a fight was are named first."""
SHORT = 500
"""An article of fewer characters has no room for asides."""
_SPEAKER = re.compile(
    r"\b(?:we|our(?!\s+(?:\w+\s+)?(?:correspondents?|reporters?|bureau|staff)\b)|us|ours|i|my|me)\b"
)
"""Who speaks of deeds; a newspaper that names "our Tolmen correspondent" tells them."""
_UPON = re.compile(r"(?:\w+\s+){1,3}?(?:on|upon|against|of|by)\b")
_DETERMINED = re.compile(r"\b(?:an?|the|this|that|one|another|his|her|their)\s+(?:[\w-]+\s+){0,2}$")
_PLURAL = re.compile(r"[^s]s$")


def firmness(report: Report) -> float:
    """Return how much speaks for a report to assert one deed, as log-odds."""
    at = report.trigger.start - report.sentence.start
    opens = max(at - AROUND, 0)
    said = report.quote[opens : at + AROUND].lower()
    start, end = at - opens, report.trigger.end - report.sentence.start - opens
    trigger = said[start:end].split()
    title = (report.source.title or "").lower()
    past = any(map(is_told, trigger)) or trigger[:1] == ["beat"]
    first = trigger[0] if trigger else ""
    precision = report.when.precision
    dated = report.when.span is not None and report.sentence.covers(report.when.span)
    traits = {
        "counted": report.killed is not None,
        "injured": report.injured is not None,
        "past": past,
        "definite": points_back(report),
        "comes_about": comes_about(said[:start], said[end : end + BETWEEN]),
        "upon": _UPON.match(said, start) is not None,
        "dated": dated,
        "opening": report.sentence.start < OPENING,
        "titled": first != "" and first in title,
        "detailed": any(
            detail.startswith(AGED) or detail[:1].isdigit() for detail in report.details
        ),
        "gerund": not past
        and first.endswith("ing")
        and not _DETERMINED.search(said[max(start - BEHIND, 0) : start]),
        "plural": not past and _PLURAL.search(first) is not None,
        "we": _SPEAKER.search(without_quotes(said, start)) is not None,
        "quoted": report.quote.count('"', 0, at) % 2 == 1,
        "planned": report.status is Status.PLANNED,
        # "They bombed our city last night": who was there says when and where.
        "witnessed": past and dated and precision == "day" and _is_placed(report),
        # "Attacked last night" has a day, though nobody knows of which month.
        "undated": report.when.last is None and not (dated and past),
        "month": precision == "month",
        "year": precision == "year",
    }
    total: float = sum(getattr(WEIGHTS, name) for name, told in traits.items() if told)
    return total


def _is_placed(report: Report) -> bool:
    """Tell whether the sentence of a deed names its place."""
    where = report.where
    return where is not None and report.sentence.covers(where.mention.span)


def mark(article: Article, report: Report, lexicon: Lexicon) -> Report:
    """Mark what an article only mentions in passing as background: talk of violence, no news."""
    kind = lexicon.kinds.get(report.kind)
    if report.background or kind is None or kind.verbal or kind.family != FAMILY:
        return report
    if len(article.text) < SHORT or firmness(report) >= LEAST:
        return report
    return replace(
        report, background=True, because=(*report.because, f"{GENERAL}: mentioned in passing")
    )

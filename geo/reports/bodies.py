"""Date a killing by the day on which the body was found: it was no later.

A deed without a day of its own gets that of the news. Where the next sentence says that the body
was found before that, the deed was on that day or in the night before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from geo.language.late import late
from geo.lexicon import Lexicon
from geo.linking.effects import UNDATED, said_of
from geo.linking.scenes import Sentence
from geo.linking.timing import NEWS_DAY
from geo.model import Report, When

__all__ = ["settle"]

FOUND = "before the body was found"
_FOUND = late(
    r"\b(?:the|his|her|their|whose|two|three|both)\s(?:[\w’'-]+\s){0,3}?(?:body|bodies|corpses?|remains)\b[^.;]{0,120}?"
    r"\b(?:found|discovered|recovered|retrieved)\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)\b", re.IGNORECASE)
NIGHT = timedelta(days=1)


def settle(
    text: str, sentences: Sequence[Sentence], reports: Sequence[Report], lexicon: Lexicon
) -> list[Report]:
    """Return the reports, with killings no later than the day on which the body was found."""
    if _BODY.search(text) is None:
        return list(reports)
    order = {sentence.span.start: at for at, sentence in enumerate(sentences)}
    return [_settled(text, sentences, order, report, lexicon) for report in reports]


def _settled(
    text: str,
    sentences: Sequence[Sentence],
    order: dict[int, int],
    report: Report,
    lexicon: Lexicon,
) -> Report:
    at = order.get(report.sentence.start)
    guessed = report.when.basis.startswith((NEWS_DAY, UNDATED))
    if at is None or not guessed or lexicon.kinds[report.kind].family != "violence":
        return report
    behind = sentences[at + 1 : at + 2]
    if not behind or behind[0].paragraph != sentences[at].paragraph:
        return report
    found = _found(text, behind[0])
    last = report.when.last
    if found is None or found.first is None or last is None or found.first >= last:
        return report
    when = replace(
        found,
        first=found.first - NIGHT,
        precision="range",
        basis=said_of(FOUND, found),
        span=None,
    )
    return replace(report, when=when)


def _found(text: str, sentence: Sentence) -> When | None:
    """Return the day on which a sentence says that a body was found."""
    told = _FOUND.search(text, sentence.span.start, sentence.span.end)
    if told is None:
        return None
    days = (w for w in sentence.whens if w.precision == "day" and w.first is not None)
    return next((w for w in days if w.span is not None and w.span.start >= told.end()), None)

"""Tell the dead of a protest from those it is about: "protested the death of a pupil"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from geo.casualties.subjects import Harm
from geo.events.grievances import CROWD
from geo.language.late import late
from geo.model import Report, Span

__all__ = ["without_mourned"]

_DEATHS = (
    r"(?:deaths?|killings?|murders?|lynchings?|assassinations?|massacres?|slayings?|executions?|"
    r"beheadings?|shootings?)"
)
_OVER = (
    r"(?:protest(?:s|ed|ing)?|against|over|about|following|after|condemn(?:s|ed|ing)?|"
    r"denounc(?:e|es|ed|ing)|decr(?:y|ies|ied|ying)|mourn(?:s|ed|ing)?|justice\s+for|in\s+the\s+wake\s+of|"
    r"(?:investigations?|inquir(?:y|ies)|probes?)\s+(?:into|of|around))"
)
# A few words at most: "protesting over the alleged killing of two farmers by troops".
_ABOUT = late(rf"\b{_OVER}\s+(?:[\w’'-]+\s+){{0,4}}?{_DEATHS}\b", re.IGNORECASE)
_ENDS = re.compile(
    r"[,;:]|\s(?:and|but|when|while|as|before|after|who|which|left|leaves|saw|ended|turned|led)\s"
)
"""Before what is no longer of that death: "protests over the killing of a boy left two dead"."""


def without_mourned(
    text: str,
    sentence: Span,
    harms: Sequence[Harm],
    reports: Sequence[Report],
    families: Iterable[str],
) -> Sequence[Harm]:
    """Leave out whose death a protest is about, where no report of the sentence tells of it.

    Parameters
    ----------
    text, sentence
        The sentence and the text it stands in.
    harms
        Those whom it tells to have been harmed.
    reports, families
        What else it tells of, with the families of the kinds.
    """
    if CROWD not in families:
        return harms
    about = _ABOUT.search(text, sentence.start, sentence.end)
    if about is None:
        return harms
    ended = _ENDS.search(text, about.end(), sentence.end)
    span = Span(about.start(), ended.start() if ended else sentence.end)
    told = (r.trigger for r in reports if not r.background)
    deed = any(about.end() - 1 >= t.start and t.end > about.end() - 1 for t in told)
    if deed:
        return harms  # the killing is news of its own, with figures of its own
    return [h for h in harms if not _is_mourned(h, h.at + sentence.start, about.end(), span)]


def _is_mourned(harm: Harm, at: int, noun_end: int, span: Span) -> bool:
    """Tell whether a harm is of that death, unlike the crowd's own deed: "wounded five"."""
    return span.start <= at < span.end and not (harm.active and at >= noun_end)

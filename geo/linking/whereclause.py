"""Read a clause that opens with "where": what it tells was in the place right before it.

"Protests spread to Orva, where youths blocked a road": whatever else its sentence names, and
however far off the main verb puts it. A place of its own in that clause says more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.language.clauses import Clause
from geo.linking.hometown import brought_there
from geo.linking.passage import is_in_care
from geo.linking.scenes import Sentence, is_country
from geo.model import MentionClass, Resolution, Span

__all__ = ["place"]

_JOINED = re.compile(
    r"(?:\s(?:on|late|early|last)\s[^,.;]{1,25})?,?\s*(?:(?:an?|the)\s[^,;.]{1,60},\s*)?"
)
"""What stands between a place and the clause on it: ", a town of 30,000, where"."""
_BESIDE = re.compile(r",\s(?:near|outside|close\sto|north|south|east|west)\b[^,]*$")
"""Before a place that only says where the one before it lies: "Tolmen, near Orva, where"."""
_CARE = re.compile(r"\b(?:hospitals?|clinics?|doctors?|morgue|mortuary)\b")


def place(
    text: str, sentence: Sentence, own: Clause, trigger: Span, told: Sequence[Resolution]
) -> Resolution | None:
    """Return the place that a clause with "where" hangs on, if it has none of its own.

    Parameters
    ----------
    text, sentence
        The text of the article, and the sentence.
    own, trigger
        The clause of the deed, and the words of the deed.
    told
        The places that the weights give the deed.
    """
    if own.opener != "where":
        return None
    ends = text.find(",", trigger.end, own.span.end)
    inside = Span(own.span.start, ends if ends >= 0 else own.span.end)
    if any(inside.covers(r.mention.span) for r in told):
        return None
    before = [r for r in sentence.resolutions if r.mention.span.end <= own.span.start]
    last = before[-1] if before else None
    if last is None or last.place is None or is_country(last):
        return None
    at = last.mention.span
    if last.mention.relation == "reference" or last.place.derived:
        return None  # "460 km from Tolmen, where"
    if last.mention.use is not MentionClass.LITERAL or not _JOINED.fullmatch(
        text, at.end, own.span.start
    ):
        return None
    if _BESIDE.search(text, sentence.span.start, at.start):
        return None
    cared = brought_there(text, at) or is_in_care(text, at)
    return None if cared and _CARE.search(text, sentence.span.start, own.span.start) else last

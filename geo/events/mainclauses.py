"""Read the main clause of a sentence over what parts who acts from his verb.

Rows of ``kinds.toml`` reach over a few words of which none tells anything. "A journalist who was
arrested in May was freed" tells of two deeds, and no row reaches over the first; "rebels said on
Sunday that they had left" tells of a deed of rebels, who are "they" there.
"""

from __future__ import annotations

import re

from geo.events.grievances import over_grievance
from geo.events.insertions import closed_up
from geo.language.almanac import words
from geo.language.clauses import split
from geo.language.late import late
from geo.language.sequences import DAY_BETWEEN
from geo.language.telling import SAID
from geo.model import Span

__all__ = ["main_clause"]

_RELATIVE = words("who which")
_THEY = late(
    rf"\s(?:(?:have|has)\s)?(?:{SAID}|claimed|admitted|acknowledged|declared)"
    rf"(?:\s{DAY_BETWEEN})?(?:\sin an? [a-z]+)?(?:\sthat)?\s(?:they|it)"
    r"(?=\s(?:had|have|has|[a-z]+ed)\b)"
)
"""What stands between those who speak of themselves and what they did."""
_SAYS = re.compile(r"\b(?:they|it) (?:ha[dsv]e?|[a-z]+ed)\b")
"""Without that nobody does."""


def main_clause(sentence: str, written: str) -> str:
    """Put blanks over what parts who acts from his verb, deeds of its own or not.

    Parameters
    ----------
    sentence
        The sentence in small letters, names of places marked or not; the same one is returned
        where nothing parts them.
    written
        The sentence as it is written: "May" is a month, and "may" is none.

    Examples
    --------
    >>> said = "A cook who was held in May was freed."
    >>> main_clause(said.lower(), said)
    'a cook                     was freed.'
    >>> main_clause("rebels said on sunday they had left orva.", "")
    'rebels                     had left orva.'
    """
    told = over_grievance(_without_relatives(sentence, written))
    if _SAYS.search(told) is not None:
        told = _THEY.sub(_blanks, told)
    return closed_up(told, ())


def _without_relatives(sentence: str, written: str) -> str:
    if " who " not in sentence and " which " not in sentence:
        return sentence
    for clause in split(written, Span(0, len(written))):
        at = clause.span
        if clause.aside and clause.opener in _RELATIVE and sentence[: at.start].strip()[-1:] != ",":
            sentence = sentence[: at.start] + " " * (at.end - at.start) + sentence[at.end :]
    return sentence


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found.group())

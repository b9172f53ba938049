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
from geo.language.clauses import is_past, split
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
_MOVED = late(
    r"\b(?:angry|furious|enraged|angered|outraged|incensed|irate|upset|frustrated|"
    r"displaced|affected|hit|ruined|bereaved|(?:left|made) homeless)\s(?:about|over|at|by|with)\s"
    r"(?P<what>(?:(?!(?:who|which|that|and)\b)[\w’'-]+\s){2,10})"
)
_WORD = re.compile(r"\S+")
_NO_VERB_BEHIND = words("a an the of by their his her its this that these those was were")
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
    told = over_grievance(_without_motive(_without_relatives(sentence, written)))
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


def _without_motive(sentence: str) -> str:
    """Put blanks over what moved people: "villagers angry about an accident blocked a road"."""
    found = _MOVED.search(sentence)
    if found is None:
        return sentence
    told = list(_WORD.finditer(sentence, *found.span("what")))
    for before, verb, behind in zip(told, told[1:], [*told[2:], None], strict=False):
        passive = behind is not None and behind.group() in {"by", "of"}
        if is_past(verb.group()) and before.group() not in _NO_VERB_BEHIND and not passive:
            start, end = found.start(), verb.start()
            return sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found.group())

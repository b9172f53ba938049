"""What a participle behind a comma hangs on: "they swept into the town of X, shooting people".

A deed that is told by such a participle was where the deed of the main clause was, whatever stands
nearer to it. The weights of ``geo.linking.attachment`` know this badly: in the sentences that they
were learned from few of the marked verbs are participles.
"""

from __future__ import annotations

from geo.language.almanac import words
from geo.language.clauses import is_past
from geo.linking.fields import Field
from geo.model import Span

__all__ = ["host"]

FARTHEST = 40
"""Words between a participle and its main verb at most."""
_BEHIND = frozenset({",", "and", "then", "also", "while"})
"""What may stand before a participle that goes on with a main clause."""
_SMALL = words("had was were been be being has have is are did said told added reported says")
"""Verbs on which nothing hangs: auxiliaries, and those of who speaks."""
_CLOSES = frozenset({",", ";", ":", "–", "—", "before", "after", "when", "while", "until"})


def host(field: Field, trigger: Span) -> Span | None:
    """Return the main verb of a participle that names no place of its own, ``None`` if none.

    Parameters
    ----------
    field
        The sentence.
    trigger
        The words that tell of the deed.

    Examples
    --------
    >>> from geo.linking.scenes import Sentence
    >>> text = "Raiders swept into Tolmen in the X region, shooting people."
    >>> field = Field(text, Sentence(Span(0, len(text)), 0, (), ()))
    >>> host(field, Span(43, 58)).of(text)
    'swept'
    """
    first, _ = field.words_of(trigger)
    if not field.low[first].endswith("ing") or first == 0 or _has_place(field, first):
        return None
    start = _opening(field, first)
    if start is None:
        return None
    for at in range(start - 1, max(start - FARTHEST, -1), -1):
        if is_past(field.low[at]) and field.low[at] not in _SMALL:
            return Span(*field.bounds[at])
    return None


def _opening(field: Field, first: int) -> int | None:
    """Return the comma behind which a chain of participles begins: ", killing A and hurting B"."""
    at = first - 1
    if field.low[at] not in _BEHIND:
        return None
    while at > 0 and field.low[at] != ",":
        if is_past(field.low[at]):
            return None  # "they burned cars and were shooting"
        at -= 1
    if at <= 0:
        return None
    # "…, killing two, wounding three": the chain goes on before this comma.
    before = max((i for i in range(at) if field.low[i] == ","), default=-1)
    begins = before + 1 < at and field.low[before + 1].endswith("ing")
    return before if begins and before > 0 else at


def _ends(field: Field, i: int) -> bool:
    """Tell whether a participle's own words end: "…, shooting people and driving off to X"."""
    word = field.low[i]
    return word in _CLOSES or (word == "and" and field.word(i + 1).endswith("ing"))


def _has_place(field: Field, first: int) -> bool:
    """Tell whether a place in space stands behind a participle before the next comma."""
    end = next((i for i in range(first, len(field.low)) if _ends(field, i)), len(field.low))
    return any(first < c.first < end and c.in_space for c in field.contenders)

"""Cut a sentence into clauses, so that each trigger keeps its own place, date and hedges.

No parser: punctuation and the words that open a clause. A relative clause ends at the comma that
closes it, and what follows belongs to the main clause again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from geo.model import Span

__all__ = ["Clause", "holding", "split"]

_ASIDE = frozenset({"who", "whom", "whose", "which"})
_CAUSE = frozenset({"after", "following", "since", "because", "over", "despite"})
_OPENERS = (
    r"but|when|while|after|before|who|whom|whose|which|where|as|although|though|because|despite|"
    r"since|until|unless|if|and|amid|following"
)
_BOUNDARY = re.compile(
    rf"[;:]|[—–]|(?<=[\w”\"'’)]),\s+(?=(?:{_OPENERS})\b)|"
    r"\s(?=(?:after|before|when|while|because|although|though|since|but|until|unless|amid|following)\s)|"
    r"\s(?=that\s+(?:led|prompted|left|killed|forced|caused|sparked|triggered)\b)"
)
_FIRST_WORD = re.compile(r"\W*([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and the word that opens it; the main clause of a sentence may come in two parts.

    An ``aside`` only describes somebody or something: "who have patrolled Kosovo since 1999".
    """

    span: Span
    opener: str
    aside: bool = False

    @property
    def cause(self) -> bool:
        """Tell whether what it says came before the rest: "after police arrested a man"."""
        return self.opener in _CAUSE


def split(text: str, sentence: Span) -> tuple[Clause, ...]:
    """Cut a sentence into its clauses, in order; together they cover it.

    Examples
    --------
    >>> text = "The Serbs, who reject this, blocked roads after police arrested a man."
    >>> [clause.span.of(text).strip() for clause in split(text, Span(0, len(text)))]
    ['The Serbs,', 'who reject this,', 'blocked roads', 'after police arrested a man.']
    """
    cuts, asides = {sentence.start, sentence.end}, []
    for match in _BOUNDARY.finditer(text, sentence.start, sentence.end):
        cuts.add(match.end())
        if _opener(text, match.end(), sentence.end) in _ASIDE:
            comma = text.find(",", match.end(), sentence.end)
            closed = comma + 1 if comma >= 0 else sentence.end
            cuts.add(closed)
            asides.append(Span(match.end(), closed))
    return tuple(
        Clause(
            Span(start, end),
            _opener(text, start, end),
            aside=any(span.start <= start < span.end for span in asides),
        )
        for start, end in pairwise(sorted(cuts))
    )


def _opener(text: str, start: int, end: int) -> str:
    word = _FIRST_WORD.match(text, start, end)
    return word.group(1).lower() if word else ""


def holding(text: str, sentence: Span, at: Span) -> Clause:
    """Return the clause in which a stretch of a sentence begins.

    Examples
    --------
    >>> text = "The road was blocked, but police opened it on Monday."
    >>> holding(text, Span(0, len(text)), Span(30, 36)).opener
    'but'
    """
    clauses = split(text, sentence)
    return next((c for c in reversed(clauses) if c.span.start <= at.start), clauses[0])

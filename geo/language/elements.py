"""What the rows of the vocabulary consist of: positions, what may stand there, and gaps between.

``notation`` reads them from tables, ``sequences`` holds them against the words of a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Body", "Element", "Elements", "Form"]


@dataclass(frozen=True, slots=True)
class Form:
    """A word of the vocabulary that is several in a sentence, and what parts them."""

    words: tuple[str, ...]
    marks: tuple[str, ...]  # before each but the first; a space stands for whatever may part words


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """What may stand at one position of a row; two are the same only if they are one.

    ``forms`` and ``rows`` are filed by their first word; ``loose`` rows begin with a wild card.
    """

    words: frozenset[str]
    forms: Mapping[str, tuple[Form, ...]]
    rows: Mapping[str, tuple[Elements, ...]]
    loose: tuple[Elements, ...]
    wild: frozenset[str]
    plain: bool = field(init=False)  # one word of a set, and nothing else

    def __post_init__(self) -> None:
        """Tell once whether it is plain: four of five positions are."""
        plain = not (self.forms or self.rows or self.loose or self.wild)
        object.__setattr__(self, "plain", plain)


@dataclass(frozen=True, slots=True)
class Element:
    """One position of a row, and how many words may stand before it.

    A ``closed`` gap ends where another clause begins, one between a verb and its ``object`` at a
    preposition, one between who acts and the ``deed`` at a clause of time or cause: "neighbours
    called police after they failed to reach her".
    """

    body: Body
    gap: int = 0
    closed: bool = False
    optional: bool = False
    object: bool = False
    deed: bool = False


Elements = tuple[Element, ...]

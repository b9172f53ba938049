"""Tell which figures of a sentence are said to be of an earlier count, which a later one replaced.

"Earlier reports had put the toll at 13", "police had initially spoken of eight dead", "revising an
earlier toll of 24": such a figure stands only where the article has no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.subjects import Harm

__all__ = ["marked"]

_EARLY = "earlier|initial|previous|preliminary|provisional|first|early|original"
_FIRST = "earlier|initially|previously|originally|first|at first"
_FIGURE = "reports?|figures?|counts?|tolls?|tally|estimates?|accounts?|numbers?|statements?"
_TELLS = (
    "put|said|spoke|spoken|told|reported|announced|given|gave|counted|listed|informed|suggested"
)
_UNTIL = r"(?:until|up to)\s+(?:yesterday|then|[A-Z]\w+day|the\s+(?:evening|day\s+before))"
# "Until yesterday officials had spoken of two dead", unlike "until yesterday two had died".
_SPOKEN = re.compile(
    rf"\b(?:{_EARLY})\s+(?:[\w-]+\s+){{0,2}}?(?:{_FIGURE})\s+(?:[^\W\d]+\s+){{0,4}}?"
    r"(?:had|was|were|put|said|spoke|gave)\b"
    rf"|\b(?:had\s+)?(?:{_FIRST})\s+(?:been\s+)?(?:{_TELLS})\b"
    rf"|\b{_UNTIL}\b[^.;]*?\bhad\s+(?:\w+\s+)?(?:{_TELLS})\b"
    rf"|\b(?:revising|correcting|replacing|(?:up|down)\s+from)\s+(?:\w+\s+){{0,2}}?(?:{_EARLY})\b",
    re.IGNORECASE,
)
# What is told behind it did not happen: "denied reports that a student had been shot".
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|refut(?:ed|es|ing))\s+"
    r"(?:\w+\s+){0,3}?(?:reports?|rumou?rs|allegations?|claims?)\b",
    re.IGNORECASE,
)
# What it grew to is the latest again: "an initial toll of three was raised to five".
_REVISED = re.compile(
    r"\b(?:rais|revis|ros|ris|increas|lower|correct|updat|climb|grow|grew|went\s+up|gone\s+up)"
    r"\w*\s+"
    r"(?:[\w-]+\s+){0,2}?to\b",
    re.IGNORECASE,
)


def marked(sentence: str, harms: Sequence[Harm]) -> tuple[Harm, ...]:
    """Mark the harm that a sentence tells only as an earlier count had it.

    Examples
    --------
    >>> from geo.harms import read
    >>> text = "Initial reports had spoken of eight dead."
    >>> [harm.old for harm in marked(text, read(text))]
    [True]
    """
    found = _DENIED.search(sentence) if harms else None
    if found is not None:
        return tuple(harm for harm in harms if harm.at < found.start())
    found = _SPOKEN.search(sentence) if harms else None
    if found is None or _REVISED.search(sentence, found.end()):
        return tuple(harms)
    end = sentence.find(";", found.end())
    scope = range(found.start(), end if end >= 0 else len(sentence))
    return tuple(_old(harm) if harm.start in scope else harm for harm in harms)


def _old(harm: Harm) -> Harm:
    """Return a number as one of an earlier count; who is told of as a person was harmed anyway."""
    first = harm.people[0] if harm.people else None
    told = (
        first is None or first.form == "number" or (first.form == "definite" and not first.single)
    )
    return replace(harm, old=True, toll=False) if told else harm

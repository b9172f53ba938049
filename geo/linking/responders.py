"""Where those who come to a deed were called: "police were called to X after a man was stabbed".

The deed is told in a clause that names no place, and is where they were called to; nobody speaks
there, and it is no hospital that somebody was brought to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.language.sought import Sought
from geo.model import Span

__all__ = ["CALLED", "called_to", "comes"]

CALLED = 6.0
"""What a place has ahead to which responders were called on account of a deed."""
BEHIND = 120
"""Characters from a deed on in which another place would be its own."""
_WHO = (
    r"(?:police(?:men|man)?|officers?|deput(?:y|ies)|troopers?|detectives?|gendarmes|constables|rangers|patrols?|"
    r"fire(?:fighters?|men)|crews?|paramedics?|medics|ambulances?|rescuers|engines?|"
    r"(?:emergency|fire|rescue|ambulance)\s+(?:services?|workers|responders|crews?|department|brigade)|"
    r"(?:bomb|swat)\s+(?:squad|team)|soldiers|troops|security\s+forces)"
)
_CALLED_TO = (
    rf"\b{_WHO}\s+(?:(?:was|were|had|has|have|been|also|then|\w+ly)\s+){{0,3}}"
    r"(?:called|sent|dispatched|despatched|summoned|rushed|responded|responding|hurried|raced|scrambled|alerted)"
    r"(?:\s+out)?\s+to\s"
)
_CALLED = Sought(_CALLED_TO, re.IGNORECASE)
_COMES = re.compile(rf"{_CALLED_TO}(?:(?!hospital|clinic|the\s+injured)[\w-]+\s+){{0,5}}$")
_OWING_TO = re.compile(r"\s(?:after|when|following|amid|because|for|over)\s")


def comes(before: str) -> bool:
    """Tell whether what follows some words in small letters is where responders came.

    Examples
    --------
    >>> comes("police rushed to a market in "), comes("two officers were rushed to hospital in ")
    (True, False)
    """
    return _COMES.search(before) is not None


def called_to(text: str, sentence: Span, trigger: Span, named: Sequence[Span]) -> set[Span]:
    """Return the names of where responders were called on account of a deed.

    Examples
    --------
    >>> text = "Police were called to Galdor Street in Tolmen after a man was stabbed."
    >>> named = [Span(22, 35), Span(39, 45)]
    >>> len(called_to(text, Span(0, len(text)), Span(58, 69), named))
    2
    """
    called = _CALLED.search(text, sentence.start, trigger.start)
    if called is None:
        return set()
    owing = _OWING_TO.search(text, called.end(), trigger.start)
    if owing is None:
        return set()
    own = (at for at in named if owing.start() < at.start < trigger.end + BEHIND)
    if next(own, None) is not None:
        return set()
    return {at for at in named if called.end() <= at.start and at.end <= owing.start()}

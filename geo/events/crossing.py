"""Tell what reaches over two statements: "gunmen shot a man and rebels ambushed a convoy".

Rows of ``kinds.toml`` leave gaps for whatever stands between who acts and what he does; a gap must
not take in a verb of its own and somebody new who does the next deed.
"""

from __future__ import annotations

import re

from geo.language.almanac import words
from geo.language.clauses import is_past

__all__ = ["is_of_two"]

NEW_SUBJECT = 5
"""Words of the one who does the next deed: "two of the men"."""
_AND = re.compile(r",?\s(?:and|but|while)\s")
_WORD = re.compile(r"[\w’'-]+")
_NO_SUBJECT = words(
    "who which that whose where when after before then later also to of in on at by with for from "
    "as not never they he she it we"
)
_RESULTS = words("killed injured wounded hurt died dead hospitalized hospitalised damaged")
"""What came of the first deed: "three women were shot and a boy was killed"."""


def is_of_two(said: str) -> bool:
    """Tell whether lower-cased words hold a verb, "and", and another one with its own subject.

    Examples
    --------
    >>> is_of_two("gunmen shot a man and rebels ambushed a convoy")
    True
    >>> is_of_two("gunmen shot a man and ambushed a convoy")
    False
    >>> is_of_two("clashes between police and rioters were reported")
    False
    """
    return any(
        _has_verb(said[: joint.start()]) and _has_subject(said[joint.end() :])
        for joint in _AND.finditer(said)
    )


def _has_verb(said: str) -> bool:
    return any(map(is_past, _WORD.findall(said)))


def _has_subject(said: str) -> bool:
    """Tell whether words open with somebody who then does something, and does not only suffer."""
    told = [word for word in _WORD.findall(said) if not word.endswith("ly")]
    at = next((i for i, word in enumerate(told[: NEW_SUBJECT + 1]) if is_past(word)), 0)
    if at == 0 or not _NO_SUBJECT.isdisjoint(told[:at]):
        return False
    return _RESULTS.isdisjoint(told[at : at + 3])

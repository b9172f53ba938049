"""Tell what reaches over two statements: "gunmen shot a man and rebels ambushed a convoy".

Rows of ``kinds.toml`` leave gaps for whatever stands between who acts and what he does; a gap must
not take in a verb of its own and somebody new who does the next deed.
"""

from __future__ import annotations

import re
from itertools import islice

from geo.language.almanac import words
from geo.language.clauses import is_past
from geo.language.sought import Sought

__all__ = ["is_joined_by_and", "is_of_two"]

NEW_SUBJECT = 5
"""Words of the one who does the next deed: "two of the men"."""
_AND = re.compile(r",?\s(?:and|but|while)\s")
_BECAUSE = Sought(r",?\s(?:after|when|because)\s")
_WORD = re.compile(r"[\w’'-]+")
_NO_SUBJECT = words(
    "who which that whose where when after before then later also to of in on at by with for from "
    "as not never they he she it we"
)
_OPENS = words(
    "a an the his her its their our my this that these those some any all both each every other "
    "another one two three four five six seven eight nine ten several many"
)
_RESULTS = words("killed injured wounded hurt died dead hospitalized hospitalised damaged")
"""What came of the first deed: "three women were shot and a boy was killed"."""


def is_of_two(said: str) -> bool:
    """Tell whether lower-cased words hold two statements, each with its own subject.

    Examples
    --------
    >>> is_of_two("gunmen shot a man and rebels ambushed a convoy")
    True
    >>> is_of_two("gunmen shot a man and ambushed a convoy")
    False
    >>> is_of_two("clashes between police and rioters were reported")
    False
    >>> is_of_two("send reinforcements after rebels attacked a market")
    True
    """
    told_why = (joint.end() for joint in _BECAUSE.finditer(said))
    return any(_has_subject(said, at) for at in told_why) or is_joined_by_and(said)


def is_joined_by_and(said: str) -> bool:
    """Tell whether words hold a verb, "and", and another one with its own subject.

    What is told behind "after" may be how the first deed was done.

    Examples
    --------
    >>> is_joined_by_and("gunmen shot a man and rebels ambushed a convoy")
    True
    >>> is_joined_by_and("two were killed after police fired shots")
    False
    """
    verb = next((m.end() for m in _WORD.finditer(said) if is_past(m[0])), None)
    if verb is None:
        return False
    return any(_has_subject(said, joint.end()) for joint in _AND.finditer(said, verb))


def _has_subject(said: str, start: int) -> bool:
    """Tell whether words open with somebody who then does something, and does not only suffer."""
    words_behind = (m[0] for m in _WORD.finditer(said, start))
    told = list(islice((w for w in words_behind if not w.endswith("ly")), NEW_SUBJECT + 3))
    for at, word in enumerate(told[: NEW_SUBJECT + 1]):
        if word in _NO_SUBJECT or (at == 0 and is_past(word)):
            return False
        # "Two uniformed guards", "a parked bus": a participle with nobody before it describes.
        if is_past(word) and not _OPENS.issuperset(told[:at]):
            # "… and a boy was killed" came of the first deed, "… and a bomb killed two" did not.
            struck = word in _RESULTS and told[at + 1 : at + 2] and told[at + 1] in _OPENS
            return bool(struck) or _RESULTS.isdisjoint(told[at : at + 3])
    return False

"""Tell what reaches over two statements: "gunmen shot a man and rebels ambushed a convoy".

Rows of ``kinds.toml`` leave gaps for whatever stands between who acts and what he does; a gap must
not take in a verb of its own and somebody new who does the next deed.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from geo.language.almanac import words
from geo.language.clauses import is_past
from geo.language.sequences import PLACE_MARK
from geo.language.sought import Sought
from geo.model import Span

__all__ = ["are_apart", "is_joined_by_and", "is_of_two"]

NEW_SUBJECT = 5
"""Words of the one who does the next deed: "two of the men"."""
_AND = re.compile(r",?\s(?:and|but|while)\s")
_JOINT = re.compile(
    r",?\s(?:and|but|while|whereas|before|just\sas|(?:a|hours?|minutes|days?|weeks?)\s(?:day\s|week\s)?(?:before|after))"
    r"(?:,(?:\s[a-z]+){1,4},)?\s|;\s"
)
_ENDS = re.compile(r"[.;]|,?\s(?:and|but|while|whereas|when|after|before|as)\s")
_IN = words("in near at outside")
_BE = words("was were is are has have had beat")
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


def are_apart(sentence: str, one: Span, other: Span) -> bool:
    """Tell whether two words tell of deeds in two places, in clauses each with its own subject.

    "Bandits killed two in @A and an air strike killed nine in @B"; the places are marked.
    """
    first, last = sorted((one, other))
    if last.start <= first.end or sentence.count(PLACE_MARK) < 2:
        return False
    start = max((m.end() for m in _ENDS.finditer(sentence, 0, first.start)), default=0)
    return any(
        PLACE_MARK in sentence[start : joint.start()] and _has_own(sentence, joint.end())
        for joint in _JOINT.finditer(sentence, first.end, last.start)
    )


def _has_own(sentence: str, start: int) -> bool:
    """Tell whether a clause has a subject, a verb and a place: "three were shot in @B".

    Not "three wounded in @B", which shares its verb with the clause before.
    """
    end = _ENDS.search(sentence, start)
    said = sentence[start : end.start() if end else len(sentence)]
    ahead, mark, behind_place = said.partition(PLACE_MARK)
    if not mark:
        return False
    heads = ahead.strip() in _IN  # "and in @B three were shot"
    told = [m[0] for m in _WORD.finditer(behind_place.partition(" ")[2] if heads else ahead)]
    if not told or told[0] in _NO_SUBJECT or told[0] in _BE or is_past(told[0]):
        return False
    pairs = pairwise([*told[1:], ""])
    return any(word in _BE or (is_past(word) and _acts(word, behind)) for word, behind in pairs)


def _acts(verb: str, behind: str) -> bool:
    """Tell "killed two" from "killed in", which shares its "were" with the verb before."""
    return verb not in _RESULTS or behind in _OPENS or behind.isdigit()


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

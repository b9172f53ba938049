"""Tell what is only asked from what was done: "it is not clear whether gunmen stormed the bank"."""

from __future__ import annotations

import re

from geo.language.almanac import words
from geo.language.clauses import is_past

__all__ = ["is_asked", "is_yes_or_no"]

_WHETHER = re.compile(
    r"\b(?:(?:not|n['’]t)\s+(?:[a-z]+\s+){1,4}?|unclear\s+|unknown\s+|unsure\s+|uncertain\s+|doubt(?:s|ed|ful)?\s+|"
    r"(?:ask|wonder|question|investigat|determin|verif|examin|establish|prob|prov|check|disput)[a-z]*\s+|"
    r"look(?:s|ed|ing)?\s+into\s+|find(?:ing)?\s+out\s+|questions?\s+(?:over|about|of)\s+)whether\s+"
    r"(?:(?!(?:who|which|that|when|after|before|where|because|if|or)\b)[\w’'-]+\s+){0,8}?$"
)
"""Before the verb of a deed that may never have been, and not of one in a clause of its own."""
_YES_OR_NO = re.compile(
    r"[\W]*(?:(?:but|and|so|or|then|now)\s+)?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|shall|may|might)"
    r"\s(?!(?:\w+\s){0,3}?not\s)[^?]*\?[\W]*\Z",
    re.IGNORECASE,
)
"""A question that can be answered with yes; one with "not" in it is none, and says so itself."""
_IN_A_DEED = re.compile(r"\s*(?:in|by|during|at)\s+the\s")
_WORDS = re.compile(r"[a-z’'-]+")
_JOINS = words(
    "and or but who which that where when while as after before because since until whom"
)


def is_asked(ahead: str, behind: str) -> bool:
    """Tell whether it is asked whether something was done.

    Parameters
    ----------
    ahead
        The sentence before the past verb of the deed, in small letters.
    behind
        The rest of its clause behind the words of the deed.

    Examples
    --------
    >>> is_asked("it was not clear whether gunmen ", " the bank")
    True
    >>> is_asked("they did not say whether a man ", " on monday has been charged")
    False
    """
    if "whether" not in ahead or _WHETHER.search(ahead) is None:
        return False
    if _IN_A_DEED.match(behind):
        return False  # "whether anyone was killed in the blast": that there was one is known
    # "Whether a man arrested on Monday has been charged": the verb of that clause is another.
    told = _WORDS.findall(behind)
    verb = next((at for at, word in enumerate(told) if is_past(word)), None)
    return verb is None or not _JOINS.isdisjoint(told[:verb])


def is_yes_or_no(sentence: str) -> bool:
    """Tell whether a sentence asks if something is so: "Did gunmen storm the bank?".

    "Why did gunmen storm the bank?" knows that they did.

    Examples
    --------
    >>> is_yes_or_no("Did gunmen storm the bank?"), is_yes_or_no("Why did gunmen storm it?")
    (True, False)
    """
    return "?" in sentence and _YES_OR_NO.match(sentence) is not None

"""Tell what is only asked from what was done: "it is not clear whether gunmen stormed the bank"."""

from __future__ import annotations

import re

from geo.language.almanac import words
from geo.language.clauses import is_past
from geo.language.late import late

__all__ = ["is_asked", "is_in_a_deed", "is_question"]

_WHETHER = late(
    r"\b(?:(?:not|n['’]t)\s+(?:[a-z]+\s+){1,4}?|unclear\s+|unknown\s+|unsure\s+|uncertain\s+|doubt(?:s|ed|ful)?\s+|"
    r"(?:ask|wonder|question|investigat|determin|verif|examin|establish|prob|prov|check|disput)[a-z]*\s+|"
    r"(?:refus|declin)(?:e|es|ed|ing)\s+to\s+(?:say|comment\s+on|confirm|tell|answer)\s+|"
    r"look(?:s|ed|ing)?\s+into\s+|find(?:ing)?\s+out\s+|questions?\s+(?:over|about|of)\s+)whether\s+"
    r"(?:(?!(?:who|which|that|when|after|before|where|because|if|or)\b)[\w’'-]+\s+){0,8}?$"
)
"""Before the verb of a deed that may never have been, and not of one in a clause of its own."""
_ASKS = re.compile(
    r"^\W*(?:did|do|does|is|are|was|were|will|would|could|can|should|has|have|had|may|might)\s+"
    r"(?:(?!(?:who|which|that|when|after|before|where|because|since|while)\b)[\w’'-]+,?\s+){0,10}?$"
)
"""How a question opens, up to a deed of its main clause."""
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
    if is_in_a_deed(behind):
        return False  # "whether anyone was killed in the blast": that there was one is known
    # "Whether a man arrested on Monday has been charged": the verb of that clause is another.
    told = _WORDS.findall(behind)
    verb = next((at for at, word in enumerate(told) if is_past(word)), None)
    return verb is None or not _JOINS.isdisjoint(told[:verb])


def is_in_a_deed(behind: str) -> bool:
    """Tell whether what is asked or denied was in a deed that is known: "killed in the blast".

    Examples
    --------
    >>> is_in_a_deed(" in the blast"), is_in_a_deed(" in Orva")
    (True, False)
    """
    return _IN_A_DEED.match(behind) is not None


def is_question(rest: str, ahead: str) -> bool:
    """Tell whether a deed is asked for: "Did gunmen storm the bank?".

    Parameters
    ----------
    rest
        The sentence from the verb of the deed on.
    ahead
        What stands before it, in small letters.

    Examples
    --------
    >>> is_question("storm the bank?", "did gunmen ")
    True
    >>> is_question("storm the bank?", "why did gunmen ")
    False
    """
    return rest.rstrip().endswith("?") and _ASKS.match(ahead) is not None

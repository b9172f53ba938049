"""Tell which deaths a sentence only imagines: "it is luck that we are not looking at five deaths".

A verb that is denied or only possible is read as such where it stands (``subjects``); here the
death is a noun or a state behind it: "it could have been ten dead", "minutes away from a massacre".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.casualties.subjects import Harm
from geo.language.almanac import words
from geo.language.late import late
from geo.language.text import small_words

__all__ = ["happened"]

REACH = 6
"""Words between what makes a death unreal and the death at most."""
_SPEAKS = (
    r"(?:talking|speaking)\s+(?:\w+\s+)?(?:about|of)|looking\s+at|dealing\s+with|mourning|burying|"
    r"investigating|reporting|facing|counting|writing\s+about|having"
)
_NOT = r"(?:not|never|[a-z]+n['’]t)"
_DOES = r"(?:do|does|did|could|would|might|will|should)"
# "Could have been ten dead", unlike "could have been planted by two men who".
_MEANT = (
    r"been|had|ended|cost|meant|left|resulted|led|brought|caused|faced|seen|become|turned\s+into"
)
_UNREAL = late(
    rf"\b{_NOT}\s+(?:(?:to|have|having|standing|sitting|here|now|today|all|be|being|been)\s+){{0,4}}"
    rf"(?:{_SPEAKS})\b"
    rf"|\b{_DOES}\s+(?:not|never)\s+have\b|\b(?:do|does|did)n['’]t\s+have\b"
    rf"|\b(?:could|would|might)(?:\s+have|['’]ve)\s+(?:\w+ly\s+|well\s+|all\s+)?(?:{_MEANT})\b"
    rf"|\b(?:could|would|might)\s+(?:\w+ly\s+|well\s+)?(?:have\s+been|be)\s+(?:{_SPEAKS})\b"
    r"|\b(?:seconds|minutes|moments|hours|inches|metres|meters|centimetres|steps?)\s+away\s+from\b"
    r"|\b(?:seconds|moments|inches)\s+from\b"
    r"|(?<!not\s)(?<!n['’]t\s)(?<!failed\sto\s)(?<!unable\sto\s)\b(?:avert|avoid|prevent|forestall)(?:ed|ing|s)?\b",
    re.IGNORECASE,
)
_UNREAL_WORDS = words(
    "not never could would might away from avert averted averting averts avoid avoided avoiding "
    "avoids prevent prevented preventing prevents forestall forestalled t have"
)
_BREAK = re.compile(
    r"[,;:.—–“”\"]|\b(?:but|who|whom|which|that|when|where|after|before|because|"
    r"left|killed|wounded|injured|was|were|is|are|had|has|have|said)\b"
)
_WORD = re.compile(r"\S+")


def happened(sentence: str, harms: Sequence[Harm]) -> list[Harm]:
    """Leave out the dead and hurt that a sentence says there were not.

    Examples
    --------
    >>> from geo.casualties.harms import read
    >>> text = "It is luck that we are not looking at five deaths."
    >>> happened(text, read(text))
    []
    """
    if not harms or _UNREAL_WORDS.isdisjoint(small_words(sentence)):
        return list(harms)
    found = [match.span() for match in _UNREAL.finditer(sentence)]
    return [harm for harm in harms if not any(_is_behind(sentence, *at, harm) for at in found)]


def _is_behind(sentence: str, start: int, end: int, harm: Harm) -> bool:
    """Tell whether a harm follows in the same clause, and not as its verb: "killed two"."""
    first = min(harm.start, harm.at)  # the "about" of "talking about three deaths" is of both
    if first < start or harm.at < end or harm.active or harm.fate == "arrested":
        return False
    between = sentence[end : max(first, end)]
    return not _BREAK.search(between) and len(_WORD.findall(between)) <= REACH

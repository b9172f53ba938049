"""Tell which figures of a sentence are of an earlier count or an earlier deed.

"Earlier reports had put the toll at 13", "revising an earlier toll of 24", "a week after 12 died in
a similar attack": such a figure stands only where the article has no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.casualties.subjects import Harm
from geo.language.almanac import words
from geo.language.late import late
from geo.language.text import small_words

__all__ = ["marked"]

_EARLY = "earlier|initial|previous|preliminary|provisional|first|early|original"
_FIRST = "earlier|initially|previously|originally|first|at first"
_FIGURE = "reports?|figures?|counts?|tolls?|tally|estimates?|accounts?|numbers?|statements?"
_TELLS = (
    "put|said|spoke|spoken|told|reported|announced|given|gave|counted|listed|informed|suggested"
)
_UNTIL = r"(?:until|up to)\s+(?:yesterday|then|[A-Z]\w+day|the\s+(?:evening|day\s+before))"
# "Until yesterday officials had spoken of two dead", unlike "until yesterday two had died".
_SPOKEN = late(
    rf"\b(?:{_EARLY})\s+(?:[\w-]+\s+){{0,2}}?(?:{_FIGURE})\s+(?:[^\W\d]+\s+){{0,4}}?"
    r"(?:had|was|were|put|said|spoke|gave)\b"
    rf"|\b(?:had\s+)?(?:{_FIRST})\s+(?:been\s+)?(?:{_TELLS})\b"
    rf"|\b(?:initially|originally|at first),?\s+(?:[\w.'’-]+\s+){{0,5}}?(?:had\s+)?(?:{_TELLS})\b"
    rf"|\b(?:earlier|previously),?\s+(?:[\w.'’-]+\s+){{0,5}}?had\s+(?:{_TELLS})\b"
    rf"|\b{_UNTIL}\b[^.;]*?\bhad\s+(?:\w+\s+)?(?:{_TELLS})\b"
    rf"|\b(?:revising|correcting|replacing|(?:up|down)\s+from)\s+(?:\w+\s+){{0,2}}?(?:{_EARLY})\b",
    re.IGNORECASE,
)
# "He had spoken of two dead on Monday": a main clause, unlike "said that it had put".
_HAD = late(
    r"(?:^|[.;]\s+|\bwho\s+)[“\"‘]?(?:(?!(?:said|says|told|that|after|before|until|since|because|if)\b)"
    r"[\w'’.,-]+\s+){0,10}?"
    r"had\s+(?:(?:\w+ly|only|already|still)\s+)?(?:spoken\s+of|put|given|reported|announced|said|told|"
    r"confirmed|listed)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"[,;]?\s+\b(?:but|now|while|later|since\s+then)\b|;")
# "The latest in a string of attacks that killed 60", "the third nurse killed in a month".
_SERIES = re.compile(
    r"\b(?:latest|newest|most\s+recent|last|\w+(?:st|nd|rd|th))\s+(?:in|of|such)\s+(?:\w+\s+){0,3}?"
    r"(?:series|string|spate|wave|rash|succession|spree)\b"
    r"|\b(?:adding\s+to|compared\s+(?:with|to))\b"
    r"|,\s+(?:making\s+(?:him|her|it)\s+)?the\s+(?:second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th))\b"
    r"(?=[^,;]*\b(?:this\s+(?:year|month|week)|in\s+(?:a|as\s+many|\w+)\s+(?:months?|weeks?|days?|years?)|since)\b)",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    r"\banniversary\s+of\s(?:(?!\b(?:but|after|police|troops|soldiers)\b)[^.;:])*", re.IGNORECASE
)
# "The worst attack since one in August in which 95 died", "since August, when 95 died".
_WORST = re.compile(
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|heaviest|first)\b[^.;,:]{0,60}?\bsince\b"
    r"[^.;,:]{0,60}?,?\s(?:in\s+which|when)\b(?P<told>[^.;,:]*)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?)\s+after\b(?!\s+(?:he|she|they|being|the\s+shooting)\b)",
    re.IGNORECASE,
)
# What is told behind it did not happen: "denied reports that a student had been shot".
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|refut(?:ed|es|ing))\s+"
    r"(?:\w+\s+){0,3}?(?:reports?|rumou?rs|allegations?|claims?)\b",
    re.IGNORECASE,
)
# What nobody could confirm stands only where nothing else does: "could not verify a claim that".
_UNSURE = late(
    r"\b(?:(?:can)?not|unable\s+to|no\s+one\s+could|nobody\s+could)\s+(?:\w+ly\s+)*"
    r"(?:verify|confirm|substantiate|corroborate)\b|\bno\s+confirmation\s+of\b|"
    r"\b(?:unverified|unconfirmed|uncorroborated)\s+(?:[\w-]+\s+)?"
    r"(?:reports?|accounts?|claims?|rumou?rs?|posts?)\b",
    re.IGNORECASE,
)
# The same behind it: "rumours that six had been killed could not be verified".
_NEVER_SURE = re.compile(
    r"\b(?:reports?|accounts?|claims?|rumou?rs?|allegations?|posts?)\b[^.;]*"
    r"\b(?P<verb>(?:cannot|can\s+not|could\s+not|has\s+not|have\s+not)\s+(?:\w+ly\s+)*be(?:en)?\s+"
    r"(?:\w+ly\s+)*(?:verified|confirmed|substantiated|corroborated))\b",
    re.IGNORECASE,
)
# What it grew to is the latest again: "an initial toll of three was raised to five".
_REVISED = re.compile(
    r"\b(?:rais|revis|ros|ris|increas|lower|correct|updat|climb|grow|grew|went\s+up|gone\s+up)"
    r"\w*\s+"
    r"(?:[\w-]+\s+){0,2}?to\b",
    re.IGNORECASE,
)
# Without one of these no expression above need be tried.
_EARLY_WORDS = words(
    "earlier initial previous preliminary provisional first early original initially previously "
    "originally until up down revising correcting replacing"
)
_RECALLING = words(
    "series string spate wave rash succession spree adding compared second third fourth fifth "
    "sixth st nd rd th after"
)
_SURE = words(
    "verify verified unverified confirm confirmed confirmation unconfirmed substantiate "
    "substantiated corroborate corroborated uncorroborated"
)
_DENYING = words(
    "deny denies denied denying dismissed dismisses dismissing rejected rejects rejecting refuted "
    "refutes refuting"
)


def marked(sentence: str, harms: Sequence[Harm]) -> tuple[Harm, ...]:
    """Mark the harm that a sentence tells only as an earlier count had it.

    Examples
    --------
    >>> from geo.casualties.harms import read
    >>> text = "Initial reports had spoken of eight dead."
    >>> [harm.old for harm in marked(text, read(text))]
    [True]
    """
    if not harms:
        return ()
    denies = not _DENYING.isdisjoint(small_words(sentence))
    if denies and (found := _DENIED.search(sentence)) is not None:
        return tuple(harm for harm in harms if harm.at < found.start())
    remembered = _remembered(sentence)
    harms = [harm for harm in harms if harm.start not in remembered]
    scopes = (
        _told_early(sentence),
        _had_told(sentence),
        _outdone(sentence),
        _recalled(sentence, harms),
        _unsure(sentence),
    )
    return tuple(
        _old(harm) if any(harm.start in scope for scope in scopes) else harm for harm in harms
    )


def _told_early(sentence: str) -> range:
    """Return where a sentence gives an earlier count."""
    if _EARLY_WORDS.isdisjoint(small_words(sentence)):
        return range(0)
    found = _SPOKEN.search(sentence)
    if found is None or _REVISED.search(sentence, found.end()):
        return range(0)
    end = sentence.find(";", found.end())
    return range(found.start(), end if end >= 0 else len(sentence))


def _had_told(sentence: str) -> range:
    """Return where a sentence gives what somebody "had said" before the news."""
    found = _HAD.search(sentence) if "had" in small_words(sentence) else None
    if found is None or _REVISED.search(sentence, found.end()):
        return range(0)
    ends = _NOW.search(sentence, found.end())
    return range(found.end(), ends.start() if ends else len(sentence))


def _remembered(sentence: str) -> range:
    """Return where a sentence says what an anniversary is of: "a rising in which 200 died"."""
    if "anniversary" not in small_words(sentence):
        return range(0)
    found = _ANNIVERSARY.search(sentence)
    return range(*found.span()) if found else range(0)


def _outdone(sentence: str) -> range:
    """Return where a sentence recalls the last deed that was as bad."""
    found = _WORST.search(sentence) if "since" in small_words(sentence) else None
    return range(*found.span("told")) if found else range(0)


def _unsure(sentence: str) -> range:
    """Return where a sentence tells what nobody could confirm."""
    if _SURE.isdisjoint(small_words(sentence)):
        return range(0)
    if (found := _NEVER_SURE.search(sentence)) is not None:
        return range(*found.span())
    found = _UNSURE.search(sentence)
    if found is None:
        return range(0)
    ends = _NOW.search(sentence, found.end())
    return range(found.end(), ends.start() if ends else len(sentence))


def _recalled(sentence: str, harms: Sequence[Harm]) -> range:
    """Return where a sentence, behind the news, recalls earlier deeds and their dead."""
    if _RECALLING.isdisjoint(small_words(sentence)):
        return range(0)
    for pattern in (_SERIES, _AFTER):
        found = pattern.search(sentence)
        if found is None or all(harm.at >= found.start() for harm in harms):
            continue
        behind = [harm for harm in harms if harm.start >= found.end()]
        # "Died two days after he and a friend were shot" goes on with the news.
        if pattern is _SERIES or any(harm.fate == "killed" for harm in behind):
            return range(found.start(), len(sentence))
    return range(0)


def _old(harm: Harm) -> Harm:
    """Return a number as one of an earlier count; who is told of as a person was harmed anyway."""
    first = harm.people[0] if harm.people else None
    numbered = first is None or first.form == "number" or first.ordinal > 1
    told = numbered or (first is not None and first.form == "definite" and not first.single)
    return replace(harm, old=True, toll=False) if told else harm

"""Whether words of a sentence say what a deed beside them was: "suicide bomber" and a blast.

They do not where they tell of another deed: one that the first answers, one of an earlier day, or
one that another clause tells.
"""

from __future__ import annotations

import re

from geo.events.crossing import are_apart, is_joined_by_and
from geo.language.late import late
from geo.language.sequences import PLACE_MARK
from geo.model import Span

__all__ = ["OF_ACTORS", "OF_PLACES", "RETURN", "is_answered", "is_of", "is_spared"]

_MURDER = re.compile(r"\b(?:murder|assassinat)")
RETURN = r"\b(?:retaliation|revenge|reprisals?|retribution|vengeance|payback|response|answer)"
"""What a deed is that answers another one."""
# "Troops hunting those behind the blast killed three": a blast is what it was about.
_AGAINST = late(
    r"\b(?:behind|responsible\s+for|blamed\s+for|aveng(?:e|ed|ing)|"
    rf"{RETURN}\s+(?:for|to))\s+(?:(?:the|an?|this|that|last\s+\w+['’]s|\w+day['’]s)\s+)?"
    r"(?:[\w-]+\s+){0,3}$"
)
WITHIN = 80
"""Characters before words in which stands what makes them those of another deed."""
# "Today's rally comes after days of violent protests": another one was violent.
_SINCE = re.compile(r"\b(?:since|(?:comes?|came)\s+(?:\w+\s+){0,3}?after)\s+(?:[\w,'’-]+\s+){0,5}$")
OF_PLACES = frozenset({"capture_of_territory", "territory_regained"})
"""Kinds of which each place has its own takers: "troops left X and rebels captured Y"."""
OF_ACTORS = frozenset({"armed_clash", "mob_violence"})
"""Kinds that those who act refine; they go on acting, while a weapon is of one deed."""
# "Shelled the camp, after two were hit by a bomb", "a day after": other deeds of another time.
_LATER = re.compile(
    r"\bsince\s+(?!then\b)|,\s+(?:shortly\s+|soon\s+)?after\s+|\b(?:hours?|days?|weeks?|months?|years?)\s+after\b"
)
_EARLIER = re.compile(r"\b(?:an|the|that|those)\s+(?:earlier|previous|prior)\s+(?:[\w-]+\s+){0,2}$")
_ANEW = re.compile(
    r"[;:,]|\b(?:and|but|while|after|before|following|since|when|who|which|as\s+well\s+as|besides)\b"
)
"""What begins another deed behind a murder, or another clause."""
_MEANWHILE = re.compile(r";|,\s+(?:while|whereas)\b")
"""What begins the news of another place: "gunmen killed a cleric, while in the east rebels …"."""


_ARMED = re.compile(r"\b(?:armed|rebel|militant|militia|gun-wielding)\b")


def is_spared(finer: str, text: str, said: Span, at: Span) -> bool:
    """Tell whether words that spare a trigger of a finer kind are its own, of an unarmed crowd.

    Examples
    --------
    >>> text = "soldiers clashed with armed villagers"
    >>> is_spared("armed_clash", text, Span(0, 37), Span(9, 16))
    False
    >>> is_spared("armed_clash", text.replace("armed ", ""), Span(0, 31), Span(9, 16))
    True
    """
    armed = finer in OF_ACTORS and _ARMED.search(text, said.start, said.end) is not None
    return at.overlaps(said) and not armed


def _names_murder(text: str, at: Span) -> bool:
    """Tell whether a trigger calls it a murder, which is a deed of its own clause."""
    return _MURDER.search(text, at.start, at.end) is not None


def is_answered(text: str, told: Span) -> bool:
    """Tell whether what somebody did only answers another deed: "in retaliation for the blast"."""
    return _AGAINST.search(text, max(told.start - WITHIN, 0), told.start) is not None


def _is_earlier(text: str, told: Span, at: Span) -> bool:
    """Tell whether something was before what is told: "rallies daily since violence erupted"."""
    if told.start < at.end:
        return False
    return _SINCE.search(text, max(told.start - WITHIN, at.end), told.start) is not None


def _is_long_before(text: str, told: Span, at: Span) -> bool:
    """Tell whether of two stretches of a sentence one is of another time than the other.

    "Shelled the town since a bomb killed five", "hit the house that an earlier grenade damaged".
    """
    first, last = sorted((told, at))
    if _EARLIER.search(text, max(told.start - WITHIN, 0), told.start):
        return not at.overlaps(told) and not at.covers(told)
    return _LATER.search(text, first.end, max(first.end, last.start)) is not None


def _is_beside(text: str, told: Span, at: Span, anew: re.Pattern[str]) -> bool:
    """Tell whether nothing begins anew between two stretches of a sentence."""
    first, last = sorted((told, at))
    return anew.search(text, first.end, max(first.end, last.start)) is None


def is_of(text: str, told: Span, at: Span, *, timed: bool, placed: bool = False) -> bool:
    """Tell whether words that would refine a trigger are of its deed.

    Parameters
    ----------
    text
        The sentence in small letters.
    told, at
        The words, and the trigger.
    timed
        Whether they name a weapon or who holds what, which is of its own time.
    placed
        Whether they tell who took or left a place, which those who took another one did not.

    Examples
    --------
    >>> text = "he was killed in the camp, while in arno a bomb went off"
    >>> is_of(text, Span(44, 48), Span(7, 13), timed=True)
    False
    >>> is_of("he was killed by a bomb", Span(19, 23), Span(7, 13), timed=True)
    True
    """
    if _is_earlier(text, told, at) or (timed and _is_long_before(text, told, at)):
        return False
    if are_apart(text, told, at):
        return False
    first, last = sorted((told, at))
    # "The army withdrew from X and rebels captured Y": the rebels say nothing of the army's deed.
    if (
        placed
        and first.end <= last.start
        and (
            is_joined_by_and(text[first.start : last.end])
            or (
                PLACE_MARK in text[first.start : first.end]
                and PLACE_MARK in text[last.start : last.end]
            )
        )
    ):
        return False
    return _is_beside(text, told, at, _ANEW if _names_murder(text, at) else _MEANWHILE)

"""Tell who died of something that is no deed: of cholera, sunstroke, hunger, in a road accident.

Such deaths stand beside the news as its setting, and are never in the toll of an incident. Who died
of burns, wounds or a heart attack may be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geo.casualties.subjects import Harm
from geo.casualties.vocabulary import some
from geo.language.almanac import alternatives
from geo.language.text import small_words

__all__ = ["names_accident", "of_deeds"]

NEAR = 90
"""Characters between a death and its cause at most."""
_FINE = r"(?!(?:and|or|but|in|on|at|near|after|by|who|wounds?|injur\w+|burns?|while|when|as)\b)"
_DEED = (
    r"attacks?|clash\w*|raids?|shoot\w*|blasts?|bomb\w*|shell\w*|strikes?|fighting|riots?|ambush\w*"
)
_GAP = rf"(?!(?:and|or|but|while|when|after|before|who|as|{_DEED})\b)"
_OF = r"(?:of|from|by|due\s+to|owing\s+to|because\s+of|after\s+contracting)"
# "Killed in the cholera ward", "by hunger strikers", "in a flood of fire".
_ENDS = r"(?![\w-]|\s+(?:wards?|zones?|camps?|hospital|centres?|strik\w+|of)\b)"
_VERB = (
    r"(?:claimed|claims|took|cost|left|killed|kills|has|have|had|also|already|since|the|lives|of)"
)


def _listed(name: str) -> str:
    """Return a list of causes as one regex group; those of several words have low lines."""
    return alternatives(row.replace("_", r"\s+") for row in some(name))


@cache
def _behind() -> re.Pattern[str]:
    """Return what names a cause behind a death: "died of suspected sunstroke"."""
    ills, disasters = _listed("ailments"), _listed("disasters")
    accident = rf"{_listed('rides')}\s+{_listed('mishaps')}"
    between = rf"(?:\s+{_FINE}[\w’'-]+){{0,3}}?\s+"
    return re.compile(
        rf"(?:succumbed\s+to|lives\s+to|\S+(?:\s+{_GAP}[\w-]+){{0,5}}?\s+{_OF}){between}"
        rf"(?:{ills}|{disasters}){_ENDS}"
        rf"|\S+(?:\s+{_GAP}[\w-]+){{0,5}}?\s+in{between}(?:{disasters}|{accident}){_ENDS}",
        re.IGNORECASE,
    )


@cache
def _accident() -> re.Pattern[str]:
    crashed = f"{_listed('mishaps')}|{_listed('crashes')}"
    return re.compile(
        rf"\b(?:in|by|after|from|of)\s+(?:\w+\s+){{0,3}}?{_listed('rides')}\s+(?:{crashed})\b",
        re.IGNORECASE,
    )


def names_accident(sentence: str) -> bool:
    """Tell whether a sentence names an accident of traffic or work: "hurt in a road accident".

    Examples
    --------
    >>> (
    ...     names_accident("Seven were hurt in a bus crash."),
    ...     names_accident("They were hurt in a raid."),
    ... )
    (True, False)
    """
    crashed = some("mishaps") | some("crashes")
    return not crashed.isdisjoint(small_words(sentence)) and bool(_accident().search(sentence))


@cache
def _ahead() -> re.Pattern[str]:
    """Return what names a cause before a death: "cholera has killed 40", "floods left 12 dead"."""
    return re.compile(
        rf"\b(?:{_listed('ailments')}|{_listed('disasters')})(?:\s+(?:outbreak|epidemic|wave|season))?(?:\s+{_VERB})*\s*$",
        re.IGNORECASE,
    )


_CASES = re.compile(r"\b(?:cases|infections|patients|infected)\b", re.IGNORECASE)
_DEEDS = re.compile(rf"\b(?:{_DEED}|shot|gunmen|troops|soldiers|wounded)\b", re.IGNORECASE)


@cache
def _ill() -> re.Pattern[str]:
    """Return what names an illness: "cholera: 1,214 cases and 31 deaths"."""
    return re.compile(rf"\b(?:{_listed('ailments')})\b", re.IGNORECASE)


@cache
def _hints() -> frozenset[str]:
    """Return the words one of which names a cause."""
    rows = some("ailments") | some("disasters") | some("mishaps")
    return frozenset(row.rpartition("_")[2] for row in rows)


def of_deeds(sentence: str, harms: Sequence[Harm]) -> list[Harm]:
    """Leave out who died of an illness, of the weather or in an accident of traffic.

    Examples
    --------
    >>> from geo.casualties.harms import read
    >>> text = "Six people died of cholera and two were shot."
    >>> [harm.fate for harm in of_deeds(text, read(text))]
    ['struck']
    """
    if not harms or _hints().isdisjoint(small_words(sentence)):
        return list(harms)
    return [harm for harm in harms if harm.fate != "killed" or not _is_natural(sentence, harm)]


def _is_natural(sentence: str, harm: Harm) -> bool:
    """Tell whether the cause beside a death is no deed, or a report counts cases of an illness."""
    if _CASES.search(sentence) and _ill().search(sentence) and not _DEEDS.search(sentence):
        return True
    behind = sentence[harm.at : harm.at + NEAR]
    first = min(harm.start, harm.at)
    return bool(_behind().match(behind) or _ahead().search(sentence[max(first - NEAR, 0) : first]))

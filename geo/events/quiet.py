"""Tell a page of a paper on which nobody was hurt: hardly a sentence of it is of police or wounded.

Sport, gardens, recipes, letters and columns speak of killings all the time. News of a killing
speaks of those who did it, who came, who was hurt, who investigates, again and again. Where nearly
no sentence does, a deed is one only if somebody of these stands beside it, or its day.
The words are data (``quiet.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geo.language.almanac import MONTHS, WEEKDAYS, alternatives
from geo.language.late import late
from geo.language.text import small_words

__all__ = ["Quiet", "of"]

LEAST = 7
"""Sentences of a page at least: a note tells of its deed and of nothing else."""
SHARE = 0.2
"""Share of its sentences that speak of police, soldiers, wounded and the like, at most: of 55
articles on incidents 14 are below it, with such a word beside each deed of theirs; of 44 on
anything else 35."""
_SEVERAL = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds)"
_PEOPLE = r"(?:people|men|women|children|boys|girls)"
_TOLL = re.compile(
    r"\b(?:kill|wound|injur|shoot|shot|stabb?|abduct|kidnapp?|hurt)\w*\s+(?:dead\s+)?(?:at\s+least\s+|more\s+than\s+|about\s+)?"
    rf"{_SEVERAL}\b|"
    rf"\b{_SEVERAL}\s+(?:[\w-]+\s+){{0,3}}"
    r"(?:were|was|dead|died|killed|injured|wounded|hurt)\b|"
    rf"\b{_SEVERAL}\s+of\s+(?:them|us|the\s+[\w-]+|those)\b[^.;]{{0,60}}?\b(?:were|was)\s+(?:killed|shot|injured|wounded|hurt)\b|"
    rf"\b(?:kill|massacr|shoot|shot|murder|slaughter|poison|abduct|ambush)\w*\s+(?:[\w-]+\s+){{0,3}}?{_PEOPLE}\b|"
    rf"\b{_PEOPLE}\s+(?:were|was)\s+(?:[a-z]+\s+){{0,3}}?(?:killed|shot|massacred|murdered|slaughtered|abducted)\b|"
    r"\b(?:kill|shoot|shot|stab|murder|strangl|abduct|kidnap)\w*\s+(?:dead\s+)?(?:him|himself|herself|"
    r"(?:his|her|their|an?)\s+(?:[\w-]+\s+){0,2}?(?:mother|father|parents?|wife|husband|son|daughter|brother|"
    r"sister|girlfriend|boyfriend|friend|neighbou?r|child|baby|man|woman|boy|girl))\b|"
    r"\b(?:fatally|found\s+dead|mass\s+shooting|"
    r"died\s+(?:of|from)\s+(?:[\w-]+\s+){0,3}?(?:gunshots?|wounds?|injuries))\b"
)
"""How many were hurt, or that people were."""
_TARGET = re.compile(
    r"\battacks?\s+(?:on|against)\s+(?:[\w’'-]+\s+){1,4}?(?:house|home|residence|office|propert|building|barracks|bus|car|truck|"
    r"lorry|convoy|bridge|pipeline|embass|church|mosque|school|village|town|market|station|plant)(?:s|es|y|ies)?\b"
)
"""What was attacked and is built: no trade speaks so of a game."""
SPELT_OUT = 3
"""Words of a deed that names what it was done with: "killed by two bullets"."""
_OUTRIGHT = re.compile(
    r"\b(?:beaten|hacked|stabbed|shot|bludgeoned|clubbed|knifed|battered)\s+to\s+death\b|"
    r"\b(?:was|were|been)\s+(?:kidnapped|abducted|raped|gunned\s+down|lynched|stabbed(?!\s+in\s+the\s+(?:back|heart)))\b|"
    r"\b(?:brothers?|sisters?|sons?|daughters?|husband|wife|father|mother|neighbou?rs?|cousins?|uncle|aunt|grandson|nephew|niece|"
    r"friends?|boys?|girls?|m[ae]n|wom[ae]n)(?:,?\s+[a-z]+,?){0,2}\s+(?:was|were|had\s+been)\s+shot\b(?!\s+(?:with|down\s+by|in\s+the\s+foot|by\s+a\s+photo)\b)"
)
"""What is hardly ever said of anything but blood, whoever stands beside it."""

_DAY = late(
    rf"\b(?:{alternatives(WEEKDAYS)}|yesterday|last\s+(?:night|week))\b|\b{alternatives(MONTHS)}\s+[0-9]{{1,2}}\b|"
    rf"\b[0-9]{{1,2}}\s+{alternatives(MONTHS)}\b",
    re.IGNORECASE,
)
_BEFELL = late(
    r"\b(?:he|she|they|who)\s+(?:was|were|had\s+been)\s+(?:[a-z]+ly\s+)?(?:shot|killed|stabbed|beaten|attacked|abducted|kidnapped|robbed|"
    r"murdered)(?!\s+(?:down|to\s+(?:it|the)))\b|\bwas\s+(?:killed|shot|stabbed)\s+on\s+(?:his|her)\s+way\b|"
    r"\b(?:m[ae]n|youths?|boys|riders?|strangers?|somebody|someone|swimmers|thieves|burglars)\b[^.;]{0,60}?"
    r"\b(?:shot(?!\s+down)|fired\s+(?:at|on|into|twice|several|shots?|three|four|five)|stabbed|poured|set\s+fire|snatched|dragged|stopped\s+(?:his|her|their|the)\s+car|"
    r"knocked\s+(?:him|her|me)\s+down|beat|hit\s+(?:him|her|me|the)|took\s+(?:him|her|them|his|my))\b|"
    r"\b(?:shells?|bombs?|missiles?|drones?)\s+(?:landed|fell|hit|struck|exploded|went\s+off|came\s+down)\b"
)
"""What tells, behind a sentence with a day, how somebody came to harm."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """A quiet page: which of its sentences speak of such people all the same, or name a day."""

    spoken: frozenset[int]
    dated: frozenset[int] = frozenset()

    def bars(self, at: int, sentence: str, trigger: str) -> bool:
        """Tell whether a deed has nobody of these beside it, and tells no toll, target or death.

        Parameters
        ----------
        at
            Which sentence of the page it stands in.
        sentence, trigger
            The sentence and the words of the deed.
        """
        if not self.spoken.isdisjoint((at - 1, at + 1)):
            return False
        said = sentence.lower()
        # "Jo died on Saturday. He was shot outside a shop."
        if not self.dated.isdisjoint((at - 2, at - 1)) and _BEFELL.search(said):
            return False
        if any(shown.search(said) for shown in (_TOLL, _TARGET, _OUTRIGHT)):
            return False
        told = len(trigger.split()) >= SPELT_OUT and _speaks(trigger)
        return not told and not _speaks(sentence.replace(trigger, " ", 1))


@cache
def _words() -> frozenset[str]:
    text = resources.files("geo.events").joinpath("quiet.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["broken_by"].split())


def _speaks(sentence: str) -> bool:
    return not _words().isdisjoint(small_words(sentence))


def of(said: Sequence[str]) -> Quiet | None:
    """Return what is known of a page if it is a quiet one.

    Examples
    --------
    >>> page = ["Lift the dahlias before the frost."] * 8
    >>> quiet = of([*page, "Slugs massacred my hostas."])
    >>> quiet.bars(8, "Slugs massacred my hostas.", "massacred")
    True
    >>> quiet.bars(8, "A gardener was massacred, police said.", "was massacred")
    False
    >>> of(["Police said a man was shot."] * 8)
    """
    if len(said) < LEAST:
        return None
    spoken = frozenset(at for at, sentence in enumerate(said) if _speaks(sentence))
    if len(spoken) > SHARE * len(said):
        return None
    return Quiet(spoken, frozenset(at for at, one in enumerate(said) if _DAY.search(one)))

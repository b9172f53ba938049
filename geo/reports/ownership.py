"""Tell which figures of its incident a report can have, by what else is told of it.

The dead of a clash are not those of the protest, nor of the air strike that came to its aid; who is
held on the spot is a figure of the deed, who is held in the next town or days later is one of the
arrest alone. What stands in the road hurts nobody but by its own words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import chain

from geo.casualties.harms import Harm
from geo.events.grievances import led_to
from geo.lexicon import Lexicon
from geo.linking.scenes import Sentence
from geo.model import Count, Report
from geo.reports.threads import Thread

__all__ = [
    "COUNTS",
    "FIELDS",
    "OF_KIND",
    "family_of",
    "figures",
    "led_to_protest",
    "without_causes",
]

COUNTS = ("killed", "injured", "arrested", "missing")
FIELDS = {
    "violence": ("killed", "injured", "missing"),
    "protest": ("killed", "injured", "missing", "arrested"),
    "property": ("killed", "injured", "missing"),
    "detention": ("arrested",),
}
OF_KIND = {"surrender": "detention"}
"""Kinds of other families with figures: who gives himself up to police is held."""
_WITH_VIOLENCE = frozenset({"arson"})
"""Deeds against property that are one with the violence told beside them."""
_LASTING = frozenset(
    {"roadblock", "roadblock_removal", "border_closure", "access_denied", "strike"}
)
"""What an arrest told beside it led to or followed from: who was held is not its own figure."""
_IDLE = frozenset({"strike", "border_closure", "access_denied", "roadblock"})
"""Of those, what has victims by its own sentence alone."""
_VICTIMS = frozenset({"killed", "injured", "missing"})
_HURTING = frozenset({"riot", "protest_dispersed", "excessive_force"})
"""Protests that hurt: who was hurt beside a roadblock was hurt in them, as was who was shot.

On half of our own articles .883 → .895 of the killed right, .851 → .860 of the injured."""
_OF_LAND = frozenset({"capture_of_territory", "territory_regained"})
"""Who "captured Knin" took a town, and nobody of that name."""
_TAKEN = frozenset({"abduction"})
"""Who was taken away beside a raid is not among its dead: such a report keeps its own figures."""
_OF_CROWDS = frozenset({"clash", "mob_violence"})
"""Violence of many, of whom some are held: that is a figure of it, as it is of a riot."""
_FROM_AFAR = frozenset({"air_strike", "shelling", "explosion", "arson"})
"""What may come to the aid of a fight, or at its end, and have no dead of its own."""
_VAGUE = frozenset({"attack", "shooting"})
"""What any of those may be called."""
_HELD_OVER = re.compile(
    r"\b(?:over|for|suspected|accused|connection|linked|suspicion|charges?|involve\w+)\b"
)
"""Between who was held and what he is held over."""
_SELF = frozenset({"pronoun", "definite", "possessive"})
"""How who did it is told of: "he", "the driver", "her husband was arrested"."""


def family_of(report: Report, lexicon: Lexicon) -> str:
    """Return the family of kinds of a report of news that can have victims, else nothing."""
    kind = lexicon.kinds.get(report.kind)
    if kind is None or report.background or report.verbal:
        return ""
    family = OF_KIND.get(report.kind, kind.family)
    return family if family in FIELDS else ""


def figures(
    thread: Thread,
    reports: Sequence[Report],
    families: Sequence[str],
    sentences: Sequence[Sentence],
) -> Iterator[tuple[int, dict[str, Count | None]]]:
    """Yield which report of an incident has which figures of the whole article."""
    stated = thread.ledger.toll().stated()
    if _is_none(stated.get("arrested")) and (held := _held(thread, reports, families)):
        stated |= {"arrested": held}
    told = _Told(thread, reports, families, sentences, stated)
    for at in thread.reports:
        owned = told.owned(at)
        kept = {name: getattr(reports[at], name) for name in COUNTS if name not in owned}
        yield at, {name: stated.get(name) for name in owned} | kept


def led_to_protest(at: int, reports: Iterable[Report]) -> bool:
    """Tell whether an arrest at a character led to a protest of its sentence: "marched over"."""
    calm = (r for r in reports if r.kind not in _HURTING)
    return any(
        r.sentence.start <= r.trigger.end <= at < r.sentence.end
        and led_to(
            r.quote[r.trigger.end - r.sentence.start : at - r.sentence.start],
            r.quote[r.trigger.start - r.sentence.start : r.trigger.end - r.sentence.start],
        )
        for r in calm
    )


def without_causes(
    harms: Sequence[Harm], offset: int, reports: Sequence[Report], families: Sequence[str]
) -> list[Harm]:
    """Leave out who was held or died before a crowd came: "torched a hall after a cook died".

    Where that is told as a deed of its own, the dead are those of it.
    """
    crowd = [
        r for r, family in zip(reports, families, strict=True) if family in {"protest", "property"}
    ]
    causes = {"arrested"} if "violence" in families else {"arrested", "killed"}
    return [
        h
        for h in harms
        if h.fate not in causes or not led_to_protest(max(h.at, h.start) + offset, crowd)
    ]


def _held(thread: Thread, reports: Sequence[Report], families: Sequence[str]) -> Count | None:
    """Return how many the words of an arrest itself say, that led to no march."""
    crowd = [reports[at] for at in thread.reports if families[at] == "protest"]
    arrests = (reports[at] for at in thread.reports if families[at] == "detention")
    told = (r.arrested for r in arrests if not led_to_protest(r.trigger.start, crowd))
    return next((count for count in told if count is not None), None)


def _is_none(count: Count | None) -> bool:
    """Tell whether nobody is counted, or only "no arrests" elsewhere."""
    return count is None or count.maximum == 0


@dataclass(frozen=True, slots=True)
class _Told:
    """An incident, what the article says of its victims, and where."""

    thread: Thread
    reports: Sequence[Report]
    families: Sequence[str]
    sentences: Sequence[Sentence]
    stated: dict[str, Count]

    def owned(self, at: int) -> AbstractSet[str]:
        """Return which figures a report can have."""
        report, family = self.reports[at], self.families[at]
        kinds = {self.reports[n].kind for n in self.thread.reports}
        told = {self.families[n] for n in self.thread.reports}
        here = [self.reports[n] for n in self.thread.reports if self.families[n] == "protest"]
        if family == "detention" and led_to_protest(report.trigger.start, here):
            return frozenset()  # whom the march is about was held before
        owned = _owned(report.kind, family, kinds, told)
        if report.kind == "raid" and at == self.thread.reports[0]:
            owned |= _VICTIMS
        owned -= {n for n in _VICTIMS & owned if not self._is_of(at, n, violent="violence" in told)}
        if family in {"violence", "property"} and report.kind not in _OF_CROWDS:
            return owned if self._are_held_there(report.kind) else owned - {"arrested"}
        return owned

    def _is_of(self, at: int, name: str, *, violent: bool) -> bool:
        """Tell whether victims may be those of a deed that rarely has any, or only helped."""
        report, count = self.reports[at], self.stated.get(name)
        if count is None or count.span is None:
            return True
        rarely = report.kind in _LASTING or (report.kind in _WITH_VIOLENCE and violent)
        if rarely and getattr(report, name) is None:
            return report.kind not in _IDLE and self._is_near(at, count)
        return not self._only_helps(report, count)

    def _only_helps(self, report: Report, count: Count) -> bool:
        """Tell whether victims were told of before, with a deed of another kind.

        "42 died in fierce fighting on Saturday. Jets helped with an air strike on Saturday night."
        """
        of_day, counted = report.when.span, count.span
        own = of_day is not None and report.sentence.covers(of_day)
        if report.kind not in _FROM_AFAR or not own or counted is None:
            return False
        before = [self.reports[n] for n in self.thread.reports]
        with_it = [r for r in before if r.sentence.covers(counted)]
        earlier = all(r.sentence.end <= report.sentence.start for r in with_it)
        return (
            bool(with_it)
            and earlier
            and {r.kind for r in with_it}.isdisjoint(_VAGUE | {report.kind})
        )

    def _are_held_there(self, kind: str) -> bool:
        """Tell whether who was held was held on the spot: in the sentence of the deed, or he.

        Who is held on another day is a figure of that arrest.
        """
        count = self.stated.get("arrested")
        if count is None or count.span is None:
            return True
        deeds = [n for n in self.thread.reports if self.reports[n].kind == kind]
        persons = self.thread.ledger.entries["arrested"]
        near = any(self._is_near(n, count) for n in deeds)
        he = any(e.form in _SELF or (e.attacker and near) for e in persons)
        if self._is_of_later_day(count):
            return False
        if not any(self.families[n] == "detention" for n in self.thread.reports):
            return True
        return he or any(self._is_beside(self.reports[n], count.span.start) for n in deeds)

    def _is_beside(self, deed: Report, at: int) -> bool:
        """Tell whether who is counted was held in the course of a deed of the same sentence.

        Unless it is what he is held over: "arrested four men over the killing of a trader".
        """
        if not deed.sentence.start <= at < deed.sentence.end:
            return False
        start = deed.sentence.start
        between = deed.quote[max(at - start, 0) : max(deed.trigger.start - start, 0)]
        return _HELD_OVER.search(between) is None

    def _index(self, at: int) -> int:
        return bisect_right(self.sentences, at, key=lambda s: s.span.start) - 1

    def _is_near(self, at: int, count: Count) -> bool:
        """Tell whether a number stands in the sentence of a report or the next."""
        if count.span is None:
            return True
        told, number = self._index(self.reports[at].sentence.start), self._index(count.span.start)
        return number - told in {0, 1}

    def _is_of_later_day(self, count: Count) -> bool:
        """Tell whether the sentence of a number names only days behind those of the deeds."""
        days = self._days_of_deeds()
        if count.span is None or not days:
            return False
        said = self.sentences[max(self._index(count.span.start), 0)]
        named = [when for when in said.whens if when.type == "DATE" and when.first is not None]
        return bool(named) and all(
            when.first is not None and when.first > max(days) for when in named
        )

    def _days_of_deeds(self) -> list[date]:
        found = (
            self.reports[n].when for n in self.thread.reports if self.families[n] != "detention"
        )
        return [day for day in chain.from_iterable((w.first, w.last) for w in found) if day]


def _owned(
    kind: str, family: str, kinds: AbstractSet[str], told: AbstractSet[str]
) -> frozenset[str]:
    """Return which figures a kind can have beside others of its incident.

    ``kinds`` and ``told`` are the kinds and families of the whole thread.
    """
    owned = frozenset(FIELDS[family])
    beside = _WITH_VIOLENCE | _HURTING
    violent = "violence" in told and family != "violence" and kind not in beside
    if violent or (kind in _LASTING and not kinds.isdisjoint(_HURTING)):
        owned -= _VICTIMS  # they are those of the clash told beside it
    if kind in _TAKEN and len(kinds) > 1:
        owned -= {"killed", "injured"}
    if kind in _OF_LAND:
        return owned - {"arrested"}
    if kind not in _LASTING:
        return owned | {"arrested"}  # held on the spot: a figure of the riot as of the arrest
    return owned - {"arrested"}

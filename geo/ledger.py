"""Add up the victims of an incident over the sentences that tell of it.

News tells a death many times: the headline counts, the lead describes ("a 24-year-old man"), the
next paragraphs name ("Ana Kos"), and hospitals decide who lived. A ledger keeps one entry for each
person, known by name, age, sex and what was said before; a later mention is a new person, the same,
a part of a group, or a total.

The rule: a stated toll ("raising the toll to 12") stands above all; else the largest number that
was stated for a group, or the number of different persons, whichever is larger. Who was hit and not
killed was hurt; who dies later is no longer hurt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from geo.casualties import some
from geo.harms import Harm
from geo.identity import (
    GROWING,
    ORDER,
    Entry,
    can_be,
    differ,
    different,
    joined,
    latest,
    near,
    same_name,
    tell,
    unlike,
)
from geo.model import Count, Span
from geo.persons import Person

__all__ = ["Ledger", "Toll"]

TOTALS_REACH = 4
"""Sentences behind the first number of a fate within which others are of the same incident."""
_CHANNEL = {
    "treated": "harm",
    "struck": "harm",
    "injured": "harm",
    "killed": "harm",
    "arrested": "arrested",
    "missing": "missing",
}


@dataclass(slots=True)
class _Total:
    """A number that was stated for a group."""

    fate: str
    count: Count
    sentence: int
    span: Span
    active: bool
    more: bool
    part: bool
    toll: bool
    attacker: bool
    whole: Count | None
    at: int = 0
    state: bool = False
    from_fate: str | None = None
    head: str = ""
    form: str = ""
    own: bool = False
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Toll:
    """What befell the victims of an incident; ``None`` where nothing was said."""

    killed: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None
    missing: Count | None = None

    def stated(self) -> dict[str, Count]:
        """Return the counts that were stated, by field."""
        fields = ("killed", "injured", "arrested", "missing")
        return {name: count for name in fields if (count := getattr(self, name)) is not None}


@dataclass(slots=True)
class Ledger:
    """The victims of one incident, as its sentences name them one after the other.

    Examples
    --------
    >>> from geo.harms import read
    >>> ledger = Ledger()
    >>> for text in ("Two men were shot on Friday.", "One of them, Bo Lind, 24, died."):
    ...     ledger.add(read(text), 0)
    >>> {name: count.minimum for name, count in ledger.toll().stated().items()}
    {'killed': 1, 'injured': 1}
    """

    entries: dict[str, list[Entry]] = field(
        default_factory=lambda: {"harm": [], "arrested": [], "missing": []}
    )
    totals: list[_Total] = field(default_factory=list)
    sentence: int = 0
    fatal: Span | None = None
    lost: int = 0

    @property
    def is_told(self) -> bool:
        """Whether the text itself, and not only the headline, counts or names a victim."""
        persons = self.entries["harm"]
        return any(t.sentence for t in self.totals) or any(e.sentence for e in persons)

    def add(self, harms: Iterable[Harm], offset: int, *, headline: bool = False) -> None:
        """Enter what a sentence tells, which begins at a character of the text.

        The headline comes first: what it says the text says again.
        """
        self.sentence += not headline
        seen: dict[tuple[int, int], Entry] = {}
        for harm in harms:
            if harm.fate == "fatal":
                self.fatal = self.fatal or Span(harm.start + offset, harm.end + offset)
                continue
            self._enter(harm, offset, seen)

    def _enter(self, harm: Harm, offset: int, seen: dict[tuple[int, int], Entry]) -> None:
        span = Span(harm.start + offset, harm.end + offset)
        if not harm.people:
            if harm.count is not None:
                self._total(harm, harm.count, span)
            return
        first = harm.people[0]
        if first.part and harm.fate == "killed" and harm.count is not None:
            self._lose(harm.count)
        if harm.fate == "killed" and self._numbers_the_dead(first):
            self._total(harm, Count(first.ordinal, first.ordinal), span, on_top=False)
        if harm.count is None or (first.form == "pronoun" and first.count is None):
            self._refer(harm, span)
            return
        if harm.count.minimum != 1 or harm.count.maximum != 1:
            self._total(harm, harm.count, span)
        explained = len(harm.people) > 1 and not first.single
        apposed = len(harm.people) > 1 and first.single and harm.count.maximum == 1
        members = harm.people[1:] if explained else harm.people
        if apposed:
            members = (joined(harm.people),)
        for person in members:
            if person.single:
                self._person(harm, person, span, seen)

    def _numbers_the_dead(self, person: Person) -> bool:
        """Tell whether "a fourth" counts dead: not where two were hurt "and a third killed"."""
        if person.ordinal < 2 or person.attacker:
            return False
        harmed = self.entries["harm"]
        dead = [t.count.minimum for t in self.totals if t.fate == "killed"]
        dead.append(sum(entry.fate == "killed" for entry in harmed))
        hurt = any(e.fate != "killed" for e in harmed) or any(
            t.fate != "killed" for t in self.totals
        )
        return not hurt or max(dead) >= person.ordinal - 1

    def _lose(self, count: Count) -> None:
        """Take those who died from the wounded they were counted with: "one of them later died"."""
        groups = [total for total in self.totals if not total.part and total.count.minimum > 1]
        dead = any(t.fate == "killed" and t.sentence > 0 for t in self.totals) or any(
            e.fate == "killed" and e.first_sentence > 0 for e in self.entries["harm"]
        )
        if groups and not dead and groups[-1].fate in {"injured", "treated"}:
            self.lost += count.minimum

    def _total(self, harm: Harm, count: Count, span: Span, *, on_top: bool = True) -> None:
        first = harm.people[0] if harm.people else None
        self.totals.append(
            _Total(
                harm.fate,
                count,
                self.sentence,
                span,
                harm.active,
                more=bool(on_top and first and first.more),
                part=bool(first and first.part and (first.whole is None or _is_whole(harm, first))),
                toll=harm.toll,
                attacker=any(person.attacker for person in harm.people),
                whole=first.whole if first else None,
                from_fate=first.fate if first and first.part else None,
                head=first.head if first else "",
                form=first.form if first else "",
                own=harm.own,
                grade=harm.grade,
            )
        )
        if first is not None and first.whole is not None:
            self._whole(harm, first, span)

    def _whole(self, harm: Harm, person: Person, span: Span) -> None:
        """Enter the group that a part was taken from: "one of the five people"."""
        if person.whole is not None and _CHANNEL[harm.fate] == "harm" and _is_whole(harm, person):
            fate = person.fate or "struck"
            if harm.fate == "killed" and fate in {"injured", "treated"} and harm.count is not None:
                self.lost += harm.count.minimum  # "one of the three wounded died"
            self.totals.append(
                _Total(
                    fate,
                    person.whole,
                    self.sentence,
                    span,
                    active=False,
                    more=False,
                    part=False,
                    toll=False,
                    attacker=False,
                    whole=None,
                )
            )

    def _refer(self, harm: Harm, span: Span) -> None:
        """Let "the victims", "they", "the men" mean the group that was told of last."""
        if harm.fate in {"arrested", "missing"}:
            return
        for total in reversed(self.totals):
            if _CHANNEL[total.fate] == "harm" and not total.part and total.count.minimum > 1:
                if ORDER[harm.fate] > ORDER[total.fate] and harm.fate == "killed":
                    self.totals.append(
                        _Total(
                            harm.fate,
                            total.count,
                            self.sentence,
                            span,
                            harm.active,
                            more=False,
                            part=False,
                            toll=False,
                            attacker=False,
                            whole=None,
                        )
                    )
                return

    # ---- persons

    def _person(
        self, harm: Harm, person: Person, span: Span, seen: dict[tuple[int, int], Entry]
    ) -> None:
        if person.whole is not None:
            self._whole(harm, person, span)
        key = (person.first, person.last)
        entries = self.entries[_CHANNEL[harm.fate]]
        entry = seen.get(key) or self._known(entries, person, harm)
        if entry is None:
            form = "other" if person.form == "possessive" and person.more else person.form
            entry = Entry(harm.fate, self.sentence, self.sentence, key, form=form, span=span)
            entry.generic = person.form == "number" and not person.ages
            entry.apart = harm.fate != "killed" and self._has_dead_here()
            entries.append(entry)
        if person.form != "number" and entry.form == "number":
            entry.generic = False
        tell(entry, person, harm, self.sentence, span)
        seen[key] = entry

    def _has_dead_here(self) -> bool:
        """Tell whether the sentence has a number of dead already."""
        return any(
            t.fate == "killed" and t.sentence == self.sentence and not t.part for t in self.totals
        )

    def _counts_among_dead(self, ordinal: int) -> bool:
        """Tell whether the third of three dead is meant, and none of those who were only hurt."""
        dead = (t.count.minimum for t in self.totals if t.fate == "killed" and not t.part)
        return ordinal <= max(dead, default=0)

    def _known(self, entries: Sequence[Entry], person: Person, harm: Harm) -> Entry | None:
        """Find the entry of a person who was told of before."""
        alike = [entry for entry in entries if can_be(entry, person)]
        if person.ordinal > 1 and self._counts_among_dead(person.ordinal):
            alike = [entry for entry in alike if not entry.apart]
        here = [entry for entry in alike if entry.sentence == self.sentence]
        earlier = [entry for entry in alike if entry.sentence != self.sentence]
        if harm.own and harm.fate == "killed" and person.form != "other":
            own = [entry for entry in entries if entry.own and entry.sentence != self.sentence]
            if own:
                return own[-1]
        if person.name:
            named = [
                entry for entry in alike if entry.names and same_name(entry.names, person.name)
            ]
            if named:
                return named[-1]
            nameless = [e for e in alike if not e.names and (self.sentence, harm.at) not in e.told]
            worst = [entry for entry in nameless if entry.fate == harm.fate]
            return latest(worst or nameless)
        if person.form in {"pronoun", "definite"} and not person.ordinal:
            headed = [
                entry
                for entry in alike
                if person.head in entry.heads and person.head not in some("anybody")
            ]
            return latest(headed) or latest(alike)
        if person.ages:
            aged = [entry for entry in alike if entry.ages]
            return latest(aged) or latest(earlier)
        if person.form == "other" or person.more:
            close_by = [entry for entry in entries if entry.sentence >= max(self.sentence - 1, 1)]
            if not close_by:
                return latest(earlier)
            others = [entry for entry in earlier if entry.form == "other"]
            rest = [entry for entry in alike if entry is not latest(alike)]
            return latest(others) or (latest(rest) if person.form == "other" and not here else None)
        if person.form == "possessive":
            child = person.head in {"son", "daughter", "child", "baby", "kid"}
            young = [
                entry
                for entry in entries
                if child and (entry.young or (entry.ages and min(entry.ages) < GROWING))
            ]
            alone = young if len(young) == 1 and young[0] in alike else []
            return latest([entry for entry in earlier if person.head in entry.heads] or alone)
        if person.form == "number":
            return latest([e for e in earlier if e.generic and e.fate == harm.fate])
        return latest([entry for entry in earlier if entry.fate == harm.fate]) or latest(earlier)

    # ---- the sum

    def toll(self) -> Toll:
        """Add up."""
        totals = self.totals
        self.totals = [total for total in totals if total.toll or self._is_near(total)]
        killed = self._killed()
        if killed is None and self.fatal is not None:
            killed = self._presumed()
        toll = Toll(killed, self._injured(killed), self._plain("arrested"), self._plain("missing"))
        self.totals = totals
        return toll

    def _is_near(self, total: _Total) -> bool:
        """Tell whether a number stands near the first word of its fate: the news itself."""
        told = [other.sentence for other in self.totals if other.fate == total.fate]
        if total.fate in {"killed", "injured"}:
            told += [
                entry.first_sentence for entry in self.entries["harm"] if entry.fate == total.fate
            ]
        return total.sentence <= min(told) + TOTALS_REACH

    def _presumed(self) -> Count:
        """Let a "fatal shooting" be fatal to one who was hit, else to somebody."""
        hit = [entry for entry in self.entries["harm"] if entry.fate == "struck"]
        if hit:
            hit[0].fate = "killed"
        return Count(1, 1 if hit else None, span=self.fatal)

    def _plain(self, fate: str) -> Count | None:
        totals = [total for total in self.totals if total.fate == fate]
        entries = self.entries[fate]
        best = max(totals, key=lambda t: t.count.minimum, default=None)
        if best is not None and (best.count.minimum >= len(entries) or not entries):
            return _as_count(best)
        if entries:
            return Count(len(entries), len(entries), span=entries[0].span)
        return None

    def _killed(self) -> Count | None:
        totals = [total for total in self.totals if total.fate == "killed"]
        dead = [entry for entry in self.entries["harm"] if entry.fate == "killed"]
        tolls = [total for total in totals if total.toll]
        best = max(tolls or totals, key=lambda t: t.count.minimum, default=None)
        if tolls and best is not None:
            return _as_count(best)
        count = self._added(totals, best)
        attackers = [entry for entry in dead if entry.attacker]
        dead = near(dead)
        several = different(dead)
        if count is not None and count.minimum and best is not None:
            if best.active and not best.attacker:
                count = _plus(count, max(len(attackers), _attackers(totals)))
        if (count is None or several > count.minimum or not count.minimum) and dead:
            return Count(several, several, span=dead[0].span)
        return count

    def _added(self, totals: Sequence[_Total], best: _Total | None) -> Count | None:
        """Add to the largest group those who came on top of it: "two more died in hospital"."""
        if best is None:
            return None
        count = _as_count(best)
        for total in totals:
            on_top = total.more or (total.part and total.from_fate == "injured")
            close = best.sentence > 0 and 0 <= total.sentence - best.sentence <= 1
            if total is not best and on_top and close and not total.toll:
                count = _sum(count, total.count)
                break
        else:
            if any(_is_another_group(total, best) for total in totals):
                count = replace(count, maximum=None)
        return count

    def _only_part(self) -> _Total | None:
        """Return a part whose whole was not harmed: "at officers, 51 of whom were hurt"."""
        hurt = [t for t in self.totals if t.fate in {"injured", "treated", "struck"}]
        if any(t.count.minimum and not t.part for t in hurt):
            return None
        parts = [t for t in self.totals if t.part and t.fate == "injured"]
        return max(parts, key=lambda t: t.count.minimum, default=None)

    def _with_other_grades(self, best: _Total, totals: Sequence[_Total]) -> _Total:
        """Add who was hurt otherwise: "one is critically injured, three are in serious condition"."""
        if not best.grade:
            return best
        others = [
            t
            for t in totals
            if t.sentence == best.sentence
            and t.grade not in ("", best.grade)
            and not t.span.overlaps(best.span)
        ]
        single = [
            entry
            for entry in self.entries["harm"]
            if entry.grade not in ("", best.grade) and entry.first_sentence == best.sentence
        ]
        count = _as_count(best)
        for other in others:
            count = _sum(count, _as_count(other))
        return replace(best, count=_plus(count, len(single)))

    def _injured(self, killed: Count | None) -> Count | None:
        entries = self.entries["harm"]
        dead = [entry for entry in entries if entry.fate == "killed"]
        hurt = [entry for entry in entries if entry.fate in {"injured", "treated", "struck"}]
        if killed is not None and killed.minimum:  # who shot himself beside the dead is one of them
            hurt = [entry for entry in hurt if not (entry.own and entry.fate == "struck")]
        totals = [
            t
            for t in self.totals
            if not t.part
            and (t.fate == "injured" or (t.fate == "treated" and t.form != "definite"))
        ]
        best = max(totals, key=lambda t: t.count.minimum, default=None)
        if best is None or not best.count.minimum:
            best = self._only_part() or best
        struck = max(
            (
                t
                for t in self.totals
                if not t.part
                and (t.fate == "struck" or (t.fate == "treated" and t.form == "definite"))
            ),
            key=lambda t: t.count.minimum,
            default=None,
        )
        count = None
        if best is not None:
            best = self._with_other_grades(best, totals)
            count = _less(_as_count(best), self.lost if best.count.minimum > self.lost else 0)
        if struck is not None and struck.count.minimum > 1:
            attackers = sum(entry.attacker for entry in dead)
            victims = [entry for entry in dead if not entry.attacker]
            stated = killed.minimum - attackers if killed else 0
            lost = 0 if struck.more else max(different(victims), stated)
            rest = _less(_as_count(struck), lost)
            if rest.minimum and (count is None or rest.minimum > count.minimum):
                count = rest
        hurt = near(hurt)
        apart = [
            entry
            for entry in hurt
            if all(differ(entry, other) or unlike(entry, other) for other in dead)
            or (entry.apart and killed is not None and different(dead) <= killed.minimum)
        ]
        several = different(apart)
        if several and (count is None or several > count.minimum):
            return Count(several, several, span=hurt[0].span)
        return count


def _is_whole(harm: Harm, person: Person) -> bool:
    """Tell whether the group that a part is of was harmed: of 14 passengers hurt six, eight not."""
    return bool(person.fate or person.head in some("plain") or harm.fate == "killed")


def _attackers(totals: Iterable[_Total]) -> int:
    """Return how many attackers died by their own hand: "two bombers blew themselves up"."""
    own = (total.count.minimum for total in totals if total.attacker and total.own)
    return max(own, default=0)


def _is_another_group(total: _Total, best: _Total) -> bool:
    """Tell whether the same befell two groups in one sentence: the larger of them is the least.

    "Killed nine guards, and 14 farmers were killed by a mine": the two may be of one deed or not.
    """
    apart = total.sentence == best.sentence and not total.span.overlaps(best.span)
    told = {total.form, best.form} == {"number"} and not total.part and not best.part
    return apart and told and total.count.minimum > 1 and total.head != best.head != ""


def _as_count(total: _Total) -> Count:
    return Count(total.count.minimum, total.count.maximum, total.count.approximate, total.span)


def _less(count: Count, lost: int) -> Count:
    most = None if count.maximum is None else max(count.maximum - lost, 0)
    return Count(max(count.minimum - lost, 0), most, count.approximate, count.span)


def _plus(count: Count, more: int) -> Count:
    return Count(
        count.minimum + more,
        None if count.maximum is None else count.maximum + more,
        count.approximate,
        count.span,
    )


def _sum(one: Count, two: Count) -> Count:
    most = None if one.maximum is None or two.maximum is None else one.maximum + two.maximum
    return Count(one.minimum + two.minimum, most, one.approximate or two.approximate, one.span)

"""Add up the victims of an incident over the sentences that tell of it.

News tells a death many times: the headline counts, the lead describes ("a 24-year-old man"), the
next paragraphs name ("Ana Kos"), and hospitals decide who lived. A ledger keeps one entry for each
person, known by name, age, sex and what was said before; a later mention is a new person, the same,
a part of a group, or a total.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from geo.casualties import additions, sums
from geo.casualties.identity import (
    GROWING,
    HURT,
    SLIP,
    Entry,
    are_foes,
    can_be,
    different,
    joined,
    latest,
    of_hurt,
    same_name,
    tell,
)
from geo.casualties.persons import Person
from geo.casualties.subjects import Harm
from geo.casualties.sums import Told, Toll, Total
from geo.casualties.survivors import beside_dead
from geo.casualties.vocabulary import some
from geo.model import Count, Span

__all__ = ["Ledger", "Toll"]

KIN_REACH = 4
"""Sentences behind who died within which "his cousin" is another."""
_CHANNEL = {
    "treated": "harm",
    "struck": "harm",
    "injured": "harm",
    "killed": "harm",
    "arrested": "arrested",
    "missing": "missing",
}


def _channels() -> dict[str, list[Entry]]:
    return {name: [] for name in _CHANNEL.values()}


@dataclass(slots=True)
class Ledger:
    """The victims of one incident, as its sentences name them one after the other.

    Examples
    --------
    >>> from geo.casualties.harms import read
    >>> ledger = Ledger()
    >>> for text in ("Two men were shot on Friday.", "One of them, Bo Lind, 24, died."):
    ...     ledger.add(read(text), 0)
    >>> {name: count.minimum for name, count in ledger.toll().stated().items()}
    {'killed': 1, 'injured': 1}
    """

    entries: dict[str, list[Entry]] = field(default_factory=_channels)
    totals: list[Total] = field(default_factory=list)
    sentence: int = 0
    fatal: Span | None = None
    lost: int = 0

    def add(self, harms: Iterable[Harm], offset: int, *, headline: bool = False) -> None:
        """Enter what a sentence tells, which begins at a character of the text.

        The headline comes first: what it says the text says again.
        """
        self.sentence += not headline
        seen: dict[tuple[int, int, str], Entry] = {}
        harms = list(harms)
        for harm in (*additions.runs(harms), *harms):
            if harm.fate == "fatal":
                self.fatal = self.fatal or Span(harm.start + offset, harm.end + offset)
                continue
            self._enter(harm, offset, seen)

    @property
    def is_told(self) -> bool:
        """Whether the text itself, and not only the headline, counts or names a victim."""
        persons = self.entries["harm"]
        return any(t.sentence for t in self.totals) or any(e.sentence for e in persons)

    @property
    def has_victims(self) -> bool:
        """Whether anybody was killed or hurt, by what was told so far."""
        return any(t.count.minimum for t in self.totals) or bool(self.entries["harm"])

    def toll(self) -> Toll:
        """Add up."""
        return sums.add_up(Told(self.entries, self.totals, self.lost, self.fatal))

    def _enter(self, harm: Harm, offset: int, seen: dict[tuple[int, int, str], Entry]) -> None:
        harm = beside_dead(harm, self.entries["harm"], self.totals, self.sentence)
        span = Span(harm.start + offset, harm.end + offset)
        if not harm.people:
            if harm.count is not None:
                self._number(harm, harm.count, span)
            return
        if harm.old and harm.count is not None:
            self.totals.append(Total(harm.fate, harm.count, self.sentence, span, old=True))
            return
        first = harm.people[0]
        if first.part and harm.fate == "struck" and self._has_dead_here():
            return  # "four dead, one of them hit by a shell"
        among = first.part and first.form == "pronoun" and first.single
        if among and harm.fate == "killed" and self._counts_among_dead(2):
            return  # two were told dead, and "he too was pronounced dead"
        if harm.fate == "killed":
            self._enter_dead(harm, first, span)
        elif self._numbers_the_hurt(harm, first):
            hit = replace(harm, fate="struck")  # some of them may have died
            self._number(hit, Count(first.ordinal, first.ordinal), span, on_top=False)
        if harm.count is None or (first.form == "pronoun" and first.count is None):
            self._refer(harm, span)
            return
        if harm.fate == "killed" and first.form == "definite":
            self._all_died(harm.count)
        joins_dead = harm.fate == "killed" and of_hurt(first)
        if harm.count.minimum != 1 or harm.count.maximum != 1 or joins_dead:
            on_top = not harm.joins and not self._numbers_the_dead(first)
            self._number(harm, harm.count, span, on_top=on_top)
        if self._is_of_dead(harm):
            self.lost += 1
        for person in _members(harm, harm.count):
            if person.single:
                self._person(harm, person, span, seen)

    def _is_of_dead(self, harm: Harm) -> bool:
        """Tell whether one of the hurt is told dead: "died weeks after he and two were wounded"."""
        first = harm.people[0]
        if first.form != "pronoun" or len(harm.people) < 2 or harm.fate not in HURT:
            return False
        dead = [e for e in self.entries["harm"] if e.fate == "killed"]
        here = [entry for entry in dead if entry.sentence == self.sentence]
        return harm.fate != "struck" and any(can_be(entry, first) for entry in here)

    # ---- numbers

    def _enter_dead(self, harm: Harm, first: Person, span: Span) -> None:
        """Let who died leave the wounded, and "a fourth" say how many are dead."""
        if (first.part or of_hurt(first)) and harm.count is not None:
            self._lose(harm.count, first)
        if self._numbers_the_dead(first):
            self._number(harm, Count(first.ordinal, first.ordinal), span, on_top=False)

    def _all_died(self, count: Count) -> None:
        """Let all who were told of die: "Bo Lind shot Ana Kos, then himself. Both died"."""
        harmed = self.entries["harm"]
        if count.minimum == count.maximum == different(harmed) > 1:
            for entry in harmed:
                entry.fate = "killed"

    def _numbers_the_dead(self, person: Person) -> bool:
        """Tell whether "a fourth" counts dead: not where two were hurt "and a third killed"."""
        if person.ordinal < 2 or person.attacker:
            return False
        harmed = self.entries["harm"]
        dead = [total.count.minimum for total in self.totals if total.fate == "killed"]
        dead.append(sum(entry.fate == "killed" for entry in harmed))
        fates = {entry.fate for entry in harmed}.union(total.fate for total in self.totals)
        return fates <= {"killed"} or max(dead) >= person.ordinal - 1

    def _numbers_the_hurt(self, harm: Harm, person: Person) -> bool:
        """Tell whether "a fourth" counts those who were hit: three of them were told of before."""
        if person.ordinal < 2 or person.attacker or harm.fate not in HURT:
            return False
        told = [t.count.minimum for t in self.totals if t.fate in HURT and not t.part]
        persons = self.entries["harm"]
        if any(entry.sentence >= self.sentence - 1 for entry in persons):
            told.append(different(persons))  # "becoming the third victim" may count other years
        return person.ordinal - 1 in told

    def _lose(self, count: Count, person: Person) -> None:
        """Take those who died from the wounded they were counted with: "one of them later died"."""
        groups = [
            total
            for total in self.totals
            if not total.part
            and total.count.minimum > 1
            and not (total.more and total.sentence == self.sentence)
        ]
        dead = any(t.fate == "killed" and t.sentence > 0 for t in self.totals) or any(
            e.fate == "killed" and any(at > 0 for at, _ in e.told) for e in self.entries["harm"]
        )
        entered = person.whole is not None and person.fate in HURT  # by ``_whole``
        alike = groups and any(_is_as_hurt(total, groups[-1]) for total in groups)
        if entered or not alike or are_foes(groups[-1].head, person.head):
            return  # "four soldiers were hurt; two of the attackers died"
        if not dead or (of_hurt(person) and self._is_just_told(groups[-1])):
            self.lost += count.minimum

    def _is_just_told(self, total: Total) -> bool:
        """Tell whether a number is of the sentence before: what follows goes on from there."""
        return 0 < total.sentence == self.sentence - 1

    def _number(self, harm: Harm, count: Count, span: Span, *, on_top: bool = True) -> None:
        """Enter a number that was stated for a group, and the group that it was taken from."""
        if not harm.people:
            total = Total(harm.fate, count, self.sentence, span, harm.active, toll=harm.toll)
            self.totals.append(replace(total, old=harm.old, grown=harm.grown))
            return
        first = harm.people[0]
        self.totals.append(
            Total(
                harm.fate,
                count,
                self.sentence,
                span,
                harm.active,
                more=on_top and first.more,
                part=first.part and (first.whole is None or _is_whole(first)),
                toll=harm.toll,
                attacker=any(person.attacker for person in harm.people),
                from_fate=first.fate if first.part else None,
                head=first.head,
                form=first.form,
                own=harm.own,
                grade=harm.grade,
                doer=harm.doer,
            )
        )
        self._whole(harm, first, span)

    def _whole(self, harm: Harm, person: Person, span: Span) -> None:
        """Enter the group that a part was taken from: "one of the five people"."""
        if person.whole is None or _CHANNEL[harm.fate] != "harm" or not _is_whole(person):
            return
        fate = person.fate or "struck"
        if harm.fate == "killed" and fate in {"injured", "treated"} and harm.count is not None:
            self.lost += harm.count.minimum  # "one of the three wounded died"
        self.totals.append(Total(fate, person.whole, self.sentence, span))

    def _refer(self, harm: Harm, span: Span) -> None:
        """Let "the victims", "they", "the men" mean the group that was told of last."""
        groups = (
            total
            for total in reversed(self.totals)
            if _CHANNEL[total.fate] == "harm" and not total.part and total.count.minimum > 1
        )
        last = next(groups, None)
        if harm.fate == "killed" and last is not None and last.fate != "killed":
            total = Total(harm.fate, last.count, self.sentence, span, harm.active)
            if last.sentence == self.sentence and last.fate in {"treated", "injured"}:
                self.totals.remove(last)  # "two were taken to hospital, where they died"
                for entry in self.entries["harm"]:
                    entry.fate = "killed" if entry.sentence == self.sentence else entry.fate
            self.totals.append(total)

    # ---- persons

    def _person(
        self, harm: Harm, person: Person, span: Span, seen: dict[tuple[int, int, str], Entry]
    ) -> None:
        """Enter what befell one person, who may have an entry."""
        self._whole(harm, person, span)
        key = (person.first, person.last, _CHANNEL[harm.fate])
        entries = self.entries[_CHANNEL[harm.fate]]
        entry = seen.get(key) or self._known(entries, person, harm)
        if entry is None:
            entry = self._new(harm, person, span)
            entries.append(entry)
        if person.form != "number" and entry.form == "number":
            entry.generic = False
        tell(entry, person, harm, self.sentence, span)
        seen[key] = entry

    def _new(self, harm: Harm, person: Person, span: Span) -> Entry:
        form = "other" if person.form == "possessive" and person.more else person.form
        entry = Entry(harm.fate, self.sentence, self.sentence, (person.first, person.last))
        entry.form, entry.span = form, span
        entry.generic = person.form == "number" and not person.ages and not of_hurt(person)
        entry.apart = harm.fate != "killed" and self._is_beside_dead(harm, person)
        return entry

    def _is_beside_dead(self, harm: Harm, person: Person) -> bool:
        """Tell whether who was hurt is none of those told dead: by number, kin or rank."""
        if self._has_dead_here():
            return True
        if person.ordinal > 1:  # "three were killed; a fourth man is in hospital"
            return self._counts_among_dead(person.ordinal - 1) and not self._counts_among_dead(
                person.ordinal
            )
        dead = [entry for entry in self.entries["harm"] if entry.fate == "killed"]
        others = all(_is_other_than(entry, person) for entry in dead)
        new = bool(dead) and _is_alive_and_new(harm, person) and others
        return new or (self._is_kin(person) and not harm.active)  # "shot his sister" may have died

    def _is_kin(self, person: Person) -> bool:
        """Tell whether "his cousin", "the lorry's driver" is somebody else than who just died."""
        if person.form != "possessive" or person.name:
            return False
        dead = [entry for entry in self.entries["harm"] if entry.fate == "killed"]
        close = any(0 < self.sentence - entry.sentence <= KIN_REACH for entry in dead)
        return close and all(person.head not in entry.heads for entry in dead)

    def _has_dead_here(self) -> bool:
        """Tell whether the sentence has a number of dead already."""
        here = (t for t in self.totals if t.sentence == self.sentence)
        return any(t.fate == "killed" and not t.part for t in here)

    def _counts_among_dead(self, ordinal: int) -> bool:
        """Tell whether the third of three dead is meant, and none of those who were only hurt."""
        dead = different([e for e in self.entries["harm"] if e.fate == "killed"])
        told = [t.count.minimum for t in self.totals if t.fate == "killed" and not t.part]
        return ordinal <= max([dead, *told])

    # ---- who was told of before

    def _known(self, entries: Sequence[Entry], person: Person, harm: Harm) -> Entry | None:
        """Find the entry of a person who was told of before, by how the phrase refers to him."""
        alike = [entry for entry in entries if can_be(entry, person)]
        if harm.fate == "killed" and of_hurt(person):  # "one of the injured men died"
            alike = [entry for entry in alike if entry.fate != "killed"]
        if person.attacker:  # "another is in hospital": no suspect, who "later died"
            alike = [entry for entry in alike if entry.attacker or entry.form != "other"]
        if _is_alive_and_new(harm, person):
            alike = [e for e in alike if e.fate != "killed" or not _is_other_than(e, person)]
        if person.ordinal > 1 and self._counts_among_dead(person.ordinal):
            alike = [entry for entry in alike if not entry.apart]
        earlier = [entry for entry in alike if entry.sentence != self.sentence]
        if harm.own and person.form != "other":
            own = [entry for entry in entries if entry.own and entry.sentence != self.sentence]
            if own:
                return own[-1]
        if person.name:
            return self._named(alike, person, harm)
        if person.form in {"pronoun", "definite"} and not person.ordinal:
            if person.form == "definite" and harm.fate != "killed":  # "killed a boy, hurt the cook"
                alike = [e for e in alike if (e.sentence, e.fate) != (self.sentence, "killed")]
            dead = [e for e in alike if person.fate == e.fate == "killed"]
            return _referred_to(dead or alike, person)  # "the dead student" had died before
        aged = latest([entry for entry in alike if entry.ages]) if person.ages else None
        if aged is not None and person.more and not _is_told_between(entries, aged):
            return None  # "a 15-year-old was shot; another 15-year-old was also shot"
        if person.ages and (aged is not None or person.form != "other"):
            return aged or latest(earlier)
        if person.form == "other" or person.more:
            return self._other(entries, alike, person)
        if person.form == "possessive":
            return _kin(entries, alike, earlier, person)
        if person.form == "number":
            return latest([e for e in earlier if e.generic and e.fate == harm.fate])
        return latest([entry for entry in earlier if entry.fate == harm.fate]) or latest(earlier)

    def _named(self, alike: Sequence[Entry], person: Person, harm: Harm) -> Entry | None:
        """Find who has the name, else who had none and was told of by another word."""
        named = [entry for entry in alike if entry.names and same_name(entry.names, person.name)]
        if named:
            return named[-1]
        nameless = [
            e
            for e in alike
            if not e.names
            and (self.sentence, harm.at) not in e.told
            and (e.form != "other" or e.first_sentence != self.sentence)
        ]
        return latest([entry for entry in nameless if entry.fate == harm.fate] or nameless)

    def _other(
        self, entries: Sequence[Entry], alike: Sequence[Entry], person: Person
    ) -> Entry | None:
        """Find whom "another man" means, told of before as another: mostly nobody."""
        here = [entry for entry in alike if entry.sentence == self.sentence]
        earlier = [entry for entry in alike if entry.sentence != self.sentence]
        if all(entry.sentence < max(self.sentence - 1, 1) for entry in entries):
            return latest(earlier)
        if (other := latest([entry for entry in earlier if entry.form == "other"])) is not None:
            return other
        if not person.more:
            return None  # "a woman was also shot"
        rest = [entry for entry in alike if entry is not latest(alike)]
        return latest(rest) if person.form == "other" and not here else None


def _is_as_hurt(total: Total, last: Total) -> bool:
    """Tell whether a number of hurt is that of a group: "four were shot", "all four are stable"."""
    return total.fate in {"injured", "treated"} and total.count == last.count


def _is_told_between(entries: Sequence[Entry], aged: Entry) -> bool:
    """Tell whether "another" can be of somebody told of before: others were told of since."""
    return aged.form == "other" or any(
        entry is not aged and entry.sentence >= aged.sentence for entry in entries
    )


def _is_alive_and_new(harm: Harm, person: Person) -> bool:
    """Tell whether "a woman lost an eye" is nobody who was told dead before.

    By name, or by another noun: "killed a man; a labourer was slightly hurt".
    """
    new = person.form == "indefinite" or (person.form == "number" and bool(person.head))
    return harm.fate == "injured" and new and not person.name


def _is_other_than(dead: Entry, person: Person) -> bool:
    """Tell whether who is alive is not the dead who has a name, or goes by another noun."""
    slips = (abs(a - b) <= SLIP for a in dead.ages for b in person.ages)
    if any(slips):
        return False  # "it killed a 16-year-old", and before: "critically injured a 16-year-old"
    if dead.form == "pronoun" and not dead.heads and not dead.names:
        return True  # "the day before her death", and then "a woman was hurt": somebody new
    plain = some("plain")
    by_noun = person.head not in dead.heads and bool(dead.heads) and person.head not in plain
    return bool(dead.names) or by_noun


def _members(harm: Harm, count: Count) -> Sequence[Person]:
    """Return the persons whom a harm tells of, each once.

    Of "two people, a man and a girl" the first only counts; "a clerk, Amit Rana" is one person.
    """
    people = harm.people
    if len(people) > 1 and not people[0].single:
        return people[1:]
    return (joined(people),) if len(people) > 1 and count.maximum == 1 else people


def _is_whole(person: Person) -> bool:
    """Tell whether the group that a part is of was harmed: of 14 passengers hurt six, eight not."""
    return bool(person.fate or person.head in some("plain"))


def _referred_to(alike: Sequence[Entry], person: Person) -> Entry | None:
    """Find whom "the clerk", "he" means: who was called so, else the last who can be."""
    special = person.head not in some("anybody")
    headed = [entry for entry in alike if special and person.head in entry.heads]
    return latest(headed) or latest(alike)


def _kin(
    entries: Sequence[Entry], alike: Sequence[Entry], earlier: Sequence[Entry], person: Person
) -> Entry | None:
    """Find whom "her son" means: who was called so, else the only child."""
    headed = [entry for entry in earlier if person.head in entry.heads]
    if headed or person.head not in some("offspring"):
        return latest(headed)
    young = [e for e in entries if e.young or (e.ages and min(e.ages) < GROWING)]
    return young[0] if len(young) == 1 and young[0] in alike else None

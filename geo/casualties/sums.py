"""Add up the victims of an incident: the numbers stated for groups, and the persons told of.

A stated toll ("raising the toll to 12") stands above all; else the largest number that was stated
for a group, or the number of different persons, whichever is larger. Who was hit and not killed was
hurt; who dies later is no longer hurt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from geo.casualties.doers import FORCES, SOMEBODY
from geo.casualties.identity import HURT, Entry, differ, different, near, unlike
from geo.casualties.vocabulary import head_of, some
from geo.model import Count, Span

__all__ = ["Told", "Toll", "Total", "add_up"]

TOTALS_REACH = 4
"""Sentences behind the first number of a fate within which others are of the same incident."""


@dataclass(frozen=True, slots=True)
class Total:
    """A number that was stated for a group of people.

    ``more`` came on top of those told of before, a ``part`` was counted among them, as one of those
    whom ``from_fate`` befell; an ``old`` one was replaced by a later count, a
    ``grown`` one is such a later count. The other fields are
    those of harms and persons.
    """

    fate: str
    count: Count
    sentence: int
    span: Span
    active: bool = False
    more: bool = False
    part: bool = False
    toll: bool = False
    attacker: bool = False
    from_fate: str | None = None
    head: str = ""
    form: str = ""
    own: bool = False
    grade: str = ""
    old: bool = False
    grown: bool = False
    doer: str = ""


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


@dataclass(frozen=True, slots=True)
class Told:
    """What an article says of the victims of an incident.

    ``entries`` are its persons by channel; ``lost`` of the wounded died later; ``fatal`` is where
    it says that the incident was fatal without saying to whom.
    """

    entries: dict[str, list[Entry]]
    totals: Sequence[Total]
    lost: int = 0
    fatal: Span | None = None

    def of(self, *fates: str) -> list[Entry]:
        """Return the persons who were harmed in one of the ways."""
        return [entry for entry in self.entries["harm"] if entry.fate in fates]


def add_up(told: Told) -> Toll:
    """Add up who was killed, injured, arrested and is missing."""
    told = _with_totals(told, [t for t in told.totals if not _is_replaced(told, t)])
    first = _first_told(told)
    near = [t for t in told.totals if t.toll or t.sentence <= first[t.fate] + TOTALS_REACH]
    told = _with_totals(told, near)
    killed = _killed(told)
    if killed is None and told.fatal is not None:
        told, killed = _presumed(told, told.fatal)
    return Toll(killed, _injured(told, killed), _plain(told, "arrested"), _plain(told, "missing"))


def _with_totals(told: Told, kept: list[Total]) -> Told:
    return told if len(kept) == len(told.totals) else replace(told, totals=kept)


def _is_replaced(told: Told, total: Total) -> bool:
    """Tell whether an earlier count had a number, and there is another one of the same fate."""
    alike = HURT if total.fate in HURT else {total.fate}
    if not total.old:
        return False
    # Who is "still being treated" of twenty who were hurt does not say that there were fewer, but
    # "five others remain in hospital" does.
    least = {"treated": total.count.minimum}
    others = any(
        t.fate in alike and not t.old and (t.more or t.count.minimum >= least.get(t.fate, 0))
        for t in told.totals
    )
    return others or (total.fate == "killed" and bool(told.of("killed")))


def _first_told(told: Told) -> dict[str, int]:
    """Return which sentence tells first of each fate: the news, near which its numbers stand."""
    where = [(total.fate, total.sentence) for total in told.totals]
    where += [(entry.fate, entry.first_sentence) for entry in told.of("killed", "injured")]
    return dict(sorted(where, reverse=True))  # of each fate the last, which is the smallest, stays


def _plain(told: Told, fate: str) -> Count | None:
    """Count the arrested or the missing: the largest number, or the persons."""
    entries = told.entries[fate]
    # "Ex-policeman detained", and the text: "a former officer": the headline says it again.
    entries = [entry for entry in entries if entry.sentence > 0] or entries
    totals = [total for total in told.totals if total.fate == fate]
    best = _largest(totals, lambda _: True)
    if best is not None and best.count.minimum >= len(entries):
        return _with_more(best, totals, entries)
    return Count(len(entries), len(entries), span=entries[0].span) if entries else None


def _largest(totals: Iterable[Total], of: Callable[[Total], bool]) -> Total | None:
    # Of equal numbers that of the text: others stand beside it.
    return max(
        filter(of, totals),
        key=lambda total: (total.count.minimum, total.sentence > 0),
        default=None,
    )


def _with_more(best: Total, totals: Sequence[Total], entries: Sequence[Entry]) -> Count:
    """Add to a group who came on top of it, or those on top of whom it came."""
    count = _as_count(best)
    later = next((total for total in totals if _is_on_top(total, best)), None)
    if later is not None:
        return _sum(count, later.count)
    return _plus(count, _told_before(best, totals, entries)) if best.more else count


def _told_before(best: Total, totals: Iterable[Total], entries: Iterable[Entry]) -> int:
    """Return how many the sentence before tells of, beside whom "two others" are others."""
    near = best.sentence - 1
    if near < 1:
        return 0
    groups = [
        t.count.minimum for t in totals if t.sentence == near and not (t.part or t.more or t.toll)
    ]
    persons = [entry for entry in entries if near in {at for at, _ in entry.told}]
    return max([*groups, different(persons)])


def _is_beside_others(told: Told, best: Total) -> bool:
    """Tell whether others are so beside who else is told of: "one dead, seven others"."""
    alike = HURT if best.fate in HURT else {best.fate}
    apart = any(t.sentence == best.sentence and t.fate not in alike for t in told.totals)
    return apart or any(
        at == best.sentence and entry.fate not in alike
        for entry in told.entries["harm"]
        for at, _ in entry.told
    )


# ---- the killed


def _killed(told: Told) -> Count | None:
    totals = [total for total in told.totals if total.fate == "killed"]
    toll = _largest(totals, lambda total: total.toll)
    if toll is not None and not _is_below_lead(toll, totals):
        return _as_count(toll)
    best = _largest(totals, lambda _: True)
    dead = told.of("killed")
    attackers = max(sum(entry.attacker or entry.foe for entry in dead), _attackers(totals))
    dead = near(dead)
    several = different(dead)
    count = _with_later(told, totals, best) if best is not None else None
    if best is not None and count is not None and count.minimum:
        # "Killed three": who did it and died is not one of them.
        beside = sum(_is_told_beside(entry, best) for entry in told.of("killed"))
        count = _plus(count, attackers if _is_of_victims(best) else beside)
    if dead and (count is None or several > count.minimum or not count.minimum):
        return Count(several, several, span=dead[0].span)
    return count


def _is_of_victims(best: Total) -> bool:
    """Tell whether a number of dead holds none of those who killed them."""
    if best.attacker or best.doer == FORCES:
        return False
    return best.active or best.doer == SOMEBODY or best.head == "victim"


def _is_told_beside(entry: Entry, best: Total) -> bool:
    """Tell whether an attacker, or a "fourth" who was hurt, is none of those a number just told.

    Further on a number may hold him, and that of "a third, who had been hit," does.
    """
    beside = entry.beside or (entry.apart and entry.form == "other" and entry.span != best.span)
    return beside and 0 <= entry.first_sentence - best.sentence <= 1 and best.sentence > 0


def _is_below_lead(toll: Total, totals: Sequence[Total]) -> bool:
    """Tell whether a toll is another source's: the lead counts more, and it has not been revised.

    "Bandits killed eleven people. Police put the toll at five."
    """
    if toll.grown:
        return False
    lead = min(totals, key=lambda total: total.sentence or 1)
    first = not lead.part and not lead.more and lead.sentence < toll.sentence
    return first and lead.sentence <= 1 and lead.count.minimum > toll.count.minimum


def _attackers(totals: Iterable[Total]) -> int:
    """Return how many attackers died by their own hand: "two bombers blew themselves up"."""
    own = (total.count.minimum for total in totals if total.attacker and total.own)
    return max(own, default=0)


def _with_later(told: Told, totals: Sequence[Total], best: Total) -> Count:
    """Add to the largest group those who came on top of it: "two more died in hospital"."""
    count = _as_count(best)
    later = next((total for total in totals if _is_on_top(total, best)), None)
    if later is not None:
        return _sum(count, later.count)
    of_hurt = best.part and best.from_fate == "injured"  # "one of the wounded died", beside a dead
    alone = (best.more and not _is_beside_others(told, best)) or of_hurt
    if alone and (before := _told_before(best, totals, told.of("killed"))):
        return _plus(count, before)
    if foes := _of_the_other_side(told, totals, best):
        return _plus(count, foes)
    others = [total for total in totals if _is_another_group(total, best)]
    # "Two raiders were killed, three farmers were killed": no farmer was a raider.
    foe = next((t for t in others if t.attacker != best.attacker and not t.own), None)
    if foe is not None:
        return _sum(count, foe.count)
    return replace(count, maximum=None) if others else count


def _of_the_other_side(told: Told, totals: Iterable[Total], best: Total) -> int:
    """Return how many died on the other side: "killed eight rebels; two soldiers died".

    A toll of "people" may hold both sides already.
    """
    sides = some("troops"), some("foes")
    own = next((side for side in sides if best.head in side), None)
    if own is None:
        return 0
    other = sides[own is sides[0]]
    near = [e for e in told.of("killed") if abs(e.first_sentence - best.sentence) <= 1]
    dead = [e for e in near if e.heads & other and not (e.span and e.span.overlaps(best.span))]
    groups = [t for t in totals if t.head in other and t.form == "number" and not t.part]
    told_near = (t.count.minimum for t in groups if abs(t.sentence - best.sentence) <= 1)
    return max(different(dead), max(told_near, default=0))


def _is_on_top(total: Total, best: Total) -> bool:
    more = total.more or (total.part and total.from_fate == "injured")
    close = best.sentence > 0 and 0 <= total.sentence - best.sentence <= 1
    again = total.sentence == best.sentence and total.span.overlaps(best.span)
    # "Several of the attackers also died" says of nobody how many they were.
    vague = total.attacker and total.count.maximum is None
    return total is not best and more and close and not (total.toll or again or vague)


def _is_another_group(total: Total, best: Total) -> bool:
    """Tell whether the same befell two groups in one sentence: the larger of them is the least.

    "Killed nine guards, and 14 farmers were killed by a mine": the two may be of one deed or not.
    """
    apart = total.sentence == best.sentence and not total.span.overlaps(best.span)
    told = {total.form, best.form} == {"number"} and not total.part and not best.part
    return apart and told and total.count.minimum > 1 and total.head != best.head != ""


def _presumed(told: Told, fatal: Span) -> tuple[Told, Count]:
    """Let a "fatal shooting" be fatal to one who was hit, else to somebody."""
    hit = next(iter(told.of("struck")), None)
    if hit is None:
        return told, Count(1, None, span=fatal)
    harmed = [
        replace(entry, fate="killed") if entry is hit else entry for entry in told.entries["harm"]
    ]
    return replace(told, entries=told.entries | {"harm": harmed}), Count(1, 1, span=fatal)


# ---- the injured


def _injured(told: Told, killed: Count | None) -> Count | None:
    count = _stated_injured(told, killed)
    rest = _surviving(told, killed)
    if rest is not None and (count is None or rest.minimum > count.minimum):
        count = rest
    count = _with_beside(told, count)
    hurt = told.of(*HURT)
    if killed is not None and killed.minimum:  # who shot himself beside the dead is one of them
        hurt = [entry for entry in hurt if not (entry.own and entry.fate == "struck")]
    hurt, dead = near(hurt), told.of("killed")
    beside = killed is not None and different(dead) <= killed.minimum
    hurt = [entry for entry in hurt if _is_apart(entry, dead, beside=beside)]
    several = different(hurt) - _among_dead(hurt, dead, killed)
    if several and (count is None or several > count.minimum):
        return Count(several, several, span=hurt[0].span)
    return count


def _among_dead(hurt: Sequence[Entry], dead: Sequence[Entry], killed: Count | None) -> int:
    """Return how many of the hit are dead: "two dead: Lind shot Kos, then himself"."""
    unnamed = (killed.minimum if killed is not None else 0) - different(dead)
    hit = different([entry for entry in hurt if entry.fate == "struck"])
    return min(unnamed, hit) if unnamed > 0 and any(entry.own for entry in dead) else 0


def _with_beside(told: Told, count: Count | None) -> Count | None:
    """Add who was hurt beside a number: "two men were shot and a woman was cut by glass"."""
    best = _largest(told.totals, lambda t: t.fate in HURT and t.span == (count and count.span))
    if best is None or count is None or best.form != "number" or best.part or not best.sentence:
        return count
    here = [entry for entry in told.of(*HURT) if entry.first_sentence == best.sentence]
    if any(entry.generic for entry in here):
        return count  # "two were shot; one is stable, another critical"
    head = head_of(best.head)
    sex = head.sex if head is not None else ""
    return _plus(count, sum(_is_beside(entry, best, sex) for entry in here))


def _is_beside(entry: Entry, best: Total, sex: str) -> bool:
    """Tell whether somebody is none of a number in the same sentence: "another", or a woman."""
    behind = entry.span is not None and entry.span.start > best.span.end
    return behind and (entry.form == "other" or {entry.sex, sex} == {"m", "f"})


def _is_apart(hurt: Entry, dead: Sequence[Entry], *, beside: bool) -> bool:
    """Tell whether who was hurt is none of the dead, who may stand ``beside`` as a number."""
    others = all(differ(hurt, other) or unlike(hurt, other) for other in dead)
    return others or (hurt.apart and beside)


def _stated_injured(told: Told, killed: Count | None) -> Count | None:
    """Return the largest number of hurt, without those of them who died later."""
    stated = [total for total in told.totals if not total.part and _is_hurt(total)]
    stated = [total for total in stated if not _holds_dead(stated, total, killed)]
    best = _largest(stated, lambda _: True)
    if best is None or not best.count.minimum:
        best = _part_alone(told) or best
    if best is None:
        return None
    count = _with_other_grades(told, best, stated)
    if best.more and not best.grade and not _is_beside_others(told, best):
        # "A senator was shot. Two others were wounded": three, unless he may have died.
        fates = ("injured",) if killed is not None and killed.minimum else HURT
        hurt = [entry for entry in told.of(*fates) if not entry.generic]
        count = _plus(count, _told_before(best, stated, hurt))
    return _less(count, told.lost if count.minimum > told.lost else 0)


def _holds_dead(stated: Sequence[Total], total: Total, killed: Count | None) -> bool:
    """Tell whether some of those who were treated are the dead: "one dead, three hurt", "all four".

    "Four victims were taken to hospital, where one died."
    """
    if total.fate != "treated" or killed is None or not killed.minimum:
        return False
    alive = total.count.minimum - killed.minimum
    return any(t.fate == "injured" and t.count.minimum == alive > 0 for t in stated)


def _part_alone(told: Told) -> Total | None:
    """Return a part whose whole was not harmed: "at officers, 51 of whom were hurt"."""
    hurt = [total for total in told.totals if total.fate in HURT]
    if any(total.count.minimum and not total.part for total in hurt):
        return None
    return _largest(hurt, lambda total: total.part)


def _is_hurt(total: Total) -> bool:
    """Tell whether a number is of hurt: "the victims" who were taken to hospital may be all."""
    return total.fate == "injured" or (total.fate == "treated" and total.form != "definite")


def _with_other_grades(told: Told, best: Total, totals: Sequence[Total]) -> Count:
    """Add who was hurt otherwise: "one is critically injured, three are in serious condition"."""
    count = _as_count(best)
    if not best.grade:
        return count
    others = ("", best.grade)
    for total in totals:
        apart = total.sentence == best.sentence and not total.span.overlaps(best.span)
        if apart and total.grade not in others:
            count = _sum(count, total.count)
    single = (
        entry.first_sentence == best.sentence and entry.grade not in others
        for entry in told.entries["harm"]
    )
    return _plus(count, sum(single))


def _surviving(told: Told, killed: Count | None) -> Count | None:
    """Return how many of those who were hit did not die; ``None`` where that says nothing."""
    hit = _largest(told.totals, _is_hit)
    if hit is None or hit.count.minimum < 2:
        return None
    dead = told.of("killed")
    alone = _is_of_victims(hit)  # "stabbed four people": whom police shot is none of them
    victims = [entry for entry in dead if not (entry.attacker or (entry.foe and alone))]
    stated = killed.minimum - (len(dead) - len(victims)) if killed is not None else 0
    rest = _less(_as_count(hit), 0 if hit.more else max(different(victims), stated))
    return rest if rest.minimum else None


def _is_hit(total: Total) -> bool:
    definite = total.fate == "treated" and total.form == "definite"
    return not total.part and (total.fate == "struck" or definite)


# ---- arithmetic


def _as_count(total: Total) -> Count:
    return Count(total.count.minimum, total.count.maximum, total.count.approximate, total.span)


def _less(count: Count, lost: int) -> Count:
    most = None if count.maximum is None else max(count.maximum - lost, 0)
    return replace(count, minimum=max(count.minimum - lost, 0), maximum=most)


def _plus(count: Count, more: int) -> Count:
    most = None if count.maximum is None else count.maximum + more
    return replace(count, minimum=count.minimum + more, maximum=most)


def _sum(one: Count, two: Count) -> Count:
    most = None if one.maximum is None or two.maximum is None else one.maximum + two.maximum
    return Count(one.minimum + two.minimum, most, one.approximate or two.approximate, one.span)

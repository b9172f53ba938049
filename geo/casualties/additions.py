"""Tell where a clause adds to the one before: "a guard was killed and two others died".

What befell people clause by clause is a sum, if the people of the second clause can be none of the
first: they are called others, are more than those, or are named by another noun. A ``Ledger`` adds
up what is so marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from geo.casualties.persons import Person
from geo.casualties.subjects import Harm
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import PREPOSITION, some
from geo.model import Count

__all__ = ["mark", "runs"]

CHANNEL = {
    "killed": "killed",
    "arrested": "arrested",
    "missing": "missing",
    "injured": "hurt",
    "struck": "hurt",
}
"""What can be added up: who "was treated" may be any of those who were hurt."""
_LEADS = frozenset({"and", "while", ",", ";", "then", "as", "so"})
"""What stands before those of the next clause."""
_EXPLAINS = frozenset({"who", "whom", "which", "including", "among", ":", "bringing", "namely"})
"""What makes the second a part of the first, or the other way round."""
_LATER = frozenset({"later", "also", "subsequently"})
_NEW = frozenset({"number", "other", "indefinite", "possessive", "name"})


def mark(words: Words, found: Sequence[Harm]) -> list[Harm]:
    """Mark which harms of a sentence, in its order, add to those before."""
    last: dict[str, list[Harm]] = {}
    marked = []
    for harm in found:
        run = last.setdefault(CHANNEL.get(harm.fate, ""), [])
        known = any(harm.start == other.start for other in run)
        if _is_plain(harm) and not known:
            joins = bool(run) and _adds(words, run, harm)
            if not joins:
                run.clear()
            run.append(harm)
            marked.append(harm if joins == harm.joins else replace(harm, joins=joins))
        else:
            marked.append(harm)
    return _without_parts(marked)


def _without_parts(marked: Sequence[Harm]) -> list[Harm]:
    """Let numbers that add up to the one before be its parts: "six dead, two in X, four in Y"."""
    parts: set[Harm] = set()
    for at, whole in enumerate(marked):
        alike = [h for h in marked[at + 1 :] if CHANNEL.get(h.fate) == CHANNEL.get(whole.fate)]
        joined = list(takewhile(lambda h: h.joins, alike))
        if not whole.joins and len(joined) > 1 and _least(whole) == sum(map(_least, joined)):
            parts.update(joined)
    return [replace(h, joins=False) if h in parts else h for h in marked]


def _is_plain(harm: Harm) -> bool:
    """Tell whether a harm counts people who are no part of those told of before."""
    if not harm.people or harm.count is None or not harm.count.minimum or harm.fate not in CHANNEL:
        return False
    return not (harm.old or harm.toll or harm.own or harm.grade or harm.people[0].part)


def _adds(words: Words, run: Sequence[Harm], harm: Harm) -> bool:
    """Tell whether those of a clause are none of those of the clauses before."""
    before, person = run[-1].people[-1], harm.people[0]
    if before.last > person.first or person.form not in _NEW or person.ordinal > 1:
        return False
    start = before.last + (words.word(before.last) == "who")  # says only what befell the first
    between = words.low[start : person.first]
    led = words.word(person.first - 1) in _LEADS or not _LATER.isdisjoint(between)
    if not _EXPLAINS.isdisjoint(between) or not (led or person.more):
        return False
    return _are_others(words, run, harm)


def _are_others(words: Words, run: Sequence[Harm], harm: Harm) -> bool:
    told, person = [p for other in run for p in other.people], harm.people[0]
    if person.more or person.form == "other":
        return True
    between = words.low[run[-1].people[-1].last : person.first]
    if harm.fate == "arrested" and not _LATER.isdisjoint(between):
        return True  # "arrested a man and a woman and later picked up two boys"
    bare, end = person.form == "number" and not person.head, harm.people[-1].last
    if bare and words.tag(end) == PREPOSITION and words.is_capital(end + 1):
        return True  # "five in Arno, three in Belt", unlike "five, three in the leg"
    # Nine guards and 14 farmers who were killed by a mine may be those of two deeds.
    before, least = sum(_least(other) for other in run), _least(harm)
    if bare or min(before, least) > 1:
        return False
    return least > before or _have_other_nouns(told, harm.people)


def _have_other_nouns(told: Iterable[Person], people: Iterable[Person]) -> bool:
    """Tell whether two groups go by nouns that differ and say what they are: guards, drivers."""
    one, other = {p.head for p in told}, {p.head for p in people}
    plain = some("plain") | {""}
    return one.isdisjoint(other) and not (one & plain) and not (other & plain)


def _least(harm: Harm) -> int:
    return harm.count.minimum if harm.count is not None else 0


def runs(harms: Iterable[Harm]) -> list[Harm]:
    """Add up harms that were marked, each run of them as one harm of nobody in particular.

    Who was hit and hurt counts as hit: some may die.
    """
    last: dict[str, list[Harm]] = {}
    for harm in harms:
        channel = CHANNEL.get(harm.fate, "")
        if harm.joins and channel in last:
            last[channel].append(harm)
        elif _is_plain(harm) and not any(harm.start == o.start for o in last.get(channel, [])):
            last[channel] = [harm]
    summed = []
    for run in last.values():
        if len(run) > 1:
            fates = {harm.fate for harm in run}
            fate = "struck" if "struck" in fates else run[0].fate
            start, end = run[0].start, max(harm.end for harm in run)
            summed.append(Harm(fate, (), _sum(run), start, end, run[-1].at))
    return summed


def _sum(run: Sequence[Harm]) -> Count:
    counts = [harm.count for harm in run if harm.count is not None]
    most = [count.maximum for count in counts]
    return Count(
        sum(count.minimum for count in counts),
        None if None in most else sum(n or 0 for n in most),
        any(count.approximate for count in counts),
    )

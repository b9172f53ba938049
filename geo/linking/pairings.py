"""The clues of a trigger beside each place of its sentence, as groups of short strings.

What holds of a place for every trigger is in ``geo.linking.clues``.
"""

# ruff: noqa: FBT001 - what a group is made of are plain values, in their order
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from geo.language.almanac import words
from geo.language.clauses import is_past, is_told
from geo.linking.clues import plain, told_by
from geo.linking.contenders import Contender, Part, lists
from geo.linking.fields import Field
from geo.model import Span

__all__ = ["Pairing"]

DISTANCES = ((0, "0"), (1, "1"), (2, "2"), (4, "3"), (7, "5"), (12, "8"), (20, "13"))
FAR = "21"
LONGEST_PATH = 6
"""Words between a trigger and a name that are learned from as they stand."""
CLOSE_SUBJECT = 4
"""Words from a passive verb back to its subject at most."""
PHRASAL = 2
"""Words of "blown up": its place hangs on the second one."""
VICTIM_REACH = 8
"""Words from a deed to the preposition of where its victim was: "of a nun and two pupils"."""
OBJECT_REACH = 1
"""Words between a verb and whom it befell: "the"."""
_BEFALLS = ("kill", "murder", "assassin", "kidnap", "abduct", "execut", "wound", "injur", "behead")
"""Beginnings of verbs that befall people alone."""
STEM = 5
"""Letters by which a verb is known in its forms: "patrolled" and "patrolling" are one."""
WORDS_KEPT = 20_000
"""Words of which is kept what they look like."""
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_BE = frozenset({"was", "were", "been", "be", "being"})
_CONTRASTS = frozenset({"while", "whereas", "but", "and"})
_FRONTS = words("elsewhere and meanwhile earlier later but also while whereas") | {","}


class Pairing:
    """A trigger beside the contenders of its sentence.

    Parameters
    ----------
    field
        The sentence.
    trigger
        The trigger; ``rivals`` the other ones.
    """

    def __init__(self, field: Field, trigger: Span, rivals: Sequence[Span] = ()) -> None:
        self.field = field
        self.first, self.last = _anchor(field, trigger)
        self._reach = field.words_of(trigger)[1]
        self.rivals = [_anchor(field, rival) for rival in rivals]
        self._clause = field.clause(self.first)
        word, known = field.word(self.first), lists()
        self._form = "ing" if word.endswith("ing") else "ed" if is_past(word) else "x"
        self._takes_place = word.startswith(known.take_places)
        self._stem = word[:STEM]
        before = field.word(self.first - 1), field.word(self.first - 2)
        self._passive = before[0] in _BE or (before[1] in _BE and before[0] not in known.small)
        self._ranks = self._ranked()

    def hangs_on_trigger(self, c: Contender) -> bool:
        """Tell whether nothing but the trigger governs a name: "captured the town of X"."""
        return c.first >= self.last and self._is_told_of(c)

    def _is_told_of(self, c: Contender) -> bool:
        """Tell whether a name hangs on the trigger, or on its noun: "took full control of X"."""
        own = self._reach if c.governor == "of" else self.last
        return self.first <= c.at < own

    def ends_before(self, c: Contender) -> bool:
        """Tell whether the trigger's own "from" governs a name: "withdrew from X".

        The weights read any "from" as elsewhere; other prepositions of triggers they know.
        """
        last = self._reach - 1
        return self.last <= last == c.at and c.governor == "from"

    def is_of_victim(self, c: Contender) -> bool:
        """Tell whether a place is said of whom a noun's deed befell: "the killing of a nun in X".

        The weights take a place far from the noun for that of the deed which it led to.
        """
        said = self.field.low[self.last : c.at]
        if not (c.in_space and said[:1] == ["of"] and len(said) <= VICTIM_REACH):
            return False
        if any(self.last <= first < c.first for first, _ in self.rivals):
            return False
        return not any(map(_ends_victim, said[1:]))

    def is_own_cause(self, c: Contender) -> bool:
        """Tell whether a place stands in the trigger's own clause, which led to the news."""
        return (
            self.field.clauses[self._clause].cause
            and self.field.clause(c.first) == self._clause
            and c.known
            and c.in_space
        )

    def opens_clause(self, c: Contender) -> bool:
        """Tell whether a place opens the trigger's own clause: "…, while in X a crowd blocked"."""
        return (
            c.in_space
            and c.at > 0
            and c.last <= self.first
            and self.field.word(c.at - 1) in _CONTRASTS
            and self.field.clause(c.first) == self._clause
        )

    def befalls(self, c: Contender) -> bool:
        """Tell whether a name in no list is whom a deed befell: "the arrest of Bo Lind"."""
        if c.place is not None or c.is_crossing:
            return False
        behind = c.first - self.last
        between = self.field.low[self.last : c.first] if 0 <= behind <= OBJECT_REACH else None
        if between in ([], ["the"]) and self.field.word(self.first).startswith(_BEFALLS):
            return True
        return between == ["of"] and c.resolution is None and not self._takes_place

    def none(self) -> Iterator[str]:
        """Yield the clues that the sentence gives the trigger no place."""
        return told_by(self.none_parts())

    def of(self, c: Contender) -> Iterator[str]:
        """Yield the clues that a trigger and a contender give together."""
        return told_by(self.parts(c))

    def none_parts(self) -> list[Part]:
        """Return the groups of clues that the sentence gives the trigger no place."""
        field, own = self.field, self._clause
        places = [c for c in field.contenders if c.sort == "P"]
        inside = [c for c in field.contenders if c.in_space and c.sort != "N"]
        counted = (
            min(len(places), 4),
            min(len([c for c in field.contenders if c.sort == "U"]), 4),
            min(len(inside), 4),
            min(len([c for c in places if field.clause(c.first) == own]), 3),
            min(len([c for c in inside if field.clause(c.first) == own]), 3),
            min(len([c for c in inside if c.first >= self.last]), 3),
        )
        clause, word = field.clauses[own], field.word(self.first)
        return [
            (_placeless, counted),
            (_around, self._form, field.word(self.first - 1), field.word(self.last)),
            (_of_verb, self._stem, plain(field.word(self.last + 1))),
            (_of_trigger, clause.opener, clause.aside, word, self._takes_place),
        ]

    def parts(self, c: Contender) -> list[Part]:
        """Return the groups of clues that a trigger and a contender give together."""
        behind = c.first >= self.last
        side = "A" if behind else "B" if c.last <= self.first else "O"
        start, end = (self.last, c.first) if behind else (c.last, self.first)
        away = max(end - start, 0)
        bucket, sort = _bucket(away), c.sort
        governor = "trigger" if behind and self._is_told_of(c) else c.hangs_on
        found: list[Part] = [
            (_stands, side, bucket, sort, c.kind, governor),
            (_rank, self._ranks[c]),
        ]
        if behind and c.at >= self.last:
            found.append((_gap, _bucket(c.at - self.last), "loc" if c.in_space else governor))
        if side == "B" and self._is_fronted(c):
            found.append((_fronted, governor, sort))
        close = side == "B" and self._passive and away <= CLOSE_SUBJECT
        verb = self._form, self._takes_place, self._passive
        found.append((_by_verb, *verb, side, governor, sort, close))
        found.append((_by_stem, self._stem, governor, side))
        found += self._by_clause(c, side)
        found += self._between(start, end, side, sort)
        found.append(self._by_rivals(c, start, end, away, side))
        return found

    def _is_fronted(self, c: Contender) -> bool:
        """Tell whether a name opens the sentence or goes on behind its first words: "In X, …"."""
        if c.at <= 0:
            return True
        before = self.field.word(c.at - 1)
        return c.governor in lists().prepositions and before in _FRONTS

    def _by_clause(self, c: Contender, side: str) -> list[Part]:
        theirs = self.field.clause(c.first)
        if theirs == self._clause:
            return [(_same_clause, side, c.sort, c.in_space)]
        clause, own = self.field.clauses[theirs], self.field.clauses[self._clause]
        return [
            (_other_clause, side, clause.opener, min(abs(theirs - self._clause), 3)),
            (_own_clause, side, own.opener, clause.aside, own.cause),
        ]

    def _between(self, start: int, end: int, side: str, sort: str) -> list[Part]:
        known, words = lists(), self.field.low[start:end]
        said = (
            min(words.count(","), 3),
            min(sum(map(_is_past, words)), 3),
            not _QUOTES.isdisjoint(words),
            not known.reports.isdisjoint(words),
            not known.relatives.isdisjoint(words),
            "and" in words,
        )
        found: list[Part] = [(_said_between, side, *said)]
        if len(words) <= LONGEST_PATH:
            found.append((_by_path, side, sort, " ".join(self._path(start, end))))
        return found

    def _path(self, start: int, end: int) -> Iterator[str]:
        """Yield the words between, small ones as they are, others by what they are."""
        last = ""
        for at in range(start, end):
            sign = _sign(self.field.words[at], self.field.low[at])
            if sign != last or sign not in {"w", "N"}:
                yield sign
            last = sign

    def _by_rivals(self, c: Contender, start: int, end: int, away: int, side: str) -> Part:
        if not self.rivals:
            return _rivalled, side, 0, False, None
        between = sum(start <= first < end for first, _ in self.rivals)
        on = any(first <= c.at - 1 < last for first, last in self.rivals)
        near = away > min(c.first - b if c.first >= b else a - c.last for a, b in self.rivals)
        return _rivalled, side, min(between, 2), on, near

    def _ranked(self) -> dict[Contender, str]:
        """Return how many of its side stand nearer to the trigger than each contender."""
        places = [c for c in self.field.contenders if c.sort != "N"]
        inside = [c for c in places if c.in_space]
        ranks = dict.fromkeys(self.field.contenders, "")
        for letter, told in (("", places), ("L", inside)):
            sides = (
                ("A", [c for c in told if c.first >= self.last]),
                ("B", [c for c in reversed(told) if c.last <= self.first]),
            )
            for side, found in sides:
                for rank, c in enumerate(found):
                    ranks[c] += f"{letter}{side}{min(rank, 3)}"
            if len(told) == 1:
                ranks[told[0]] += letter + "only"
        return ranks


def _anchor(field: Field, trigger: Span) -> tuple[int, int]:
    """Return the word that a trigger hangs on: the verb of "captured the town of X".

    What the weights were learned from is a single word; a longer trigger may hold its place.
    """
    first, last = field.words_of(trigger)
    known = lists()
    if last - first == 1:
        return first, last
    low = field.low
    for at in range(first, last):
        told = _is_past(low[at]) or (last - first > PHRASAL and _is_told(low[at]))
        if told and low[at] not in known.small:
            return at, at + 1
    for at in range(first + 1, last):
        if low[at] in known.small or low[at] in known.prepositions or not low[at][0].isalnum():
            return at - 1, at
    return last - 1, last


def _placeless(counted: Sequence[int]) -> Iterator[str]:
    yield "none"
    names = ("nu", "nn", "nl", "nsame", "nlsame", "nlafter")
    yield from (f"{name}={count}" for name, count in zip(names, counted, strict=True))


def _around(form: str, before: str, behind: str) -> Iterator[str]:
    yield "tform=" + form
    yield "tw-1=" + before
    yield "tw+1=" + behind


def _of_verb(stem: str, second: str) -> Iterator[str]:
    yield "tstem=" + stem
    yield "tw+2=" + second


def _of_trigger(opener: str, aside: bool, word: str, takes_place: bool) -> Iterator[str]:
    yield "tclause=" + opener
    yield f"trel={aside}"
    if word in lists().reports:
        yield "treport"
    if takes_place:
        yield "tobj"


def _stands(side: str, bucket: str, sort: str, kind: str, governor: str) -> Iterator[str]:
    near = side + bucket
    yield "d=" + near
    yield f"kd={sort}{near}"
    yield f"k|side={kind}{side}"
    yield f"p|side={governor}{side}"
    yield f"p|d={governor}|{near}"


def _rank(rank: str) -> Iterator[str]:
    yield f"rank={rank}"


def _gap(bucket: str, governor: str) -> Iterator[str]:
    yield f"gap={bucket}|{governor}"


def _fronted(governor: str, sort: str) -> Iterator[str]:
    yield f"front|{governor}{sort}"


def _by_verb(
    form: str, takes_place: bool, passive: bool, side: str, governor: str, sort: str, close: bool
) -> Iterator[str]:
    yield f"t|p={form}|{governor}"
    if takes_place:
        yield f"obj|{side}|{governor}|{sort}"
    yield f"pas|{passive}|{side}|{governor}"
    if close:
        yield f"passubj|{sort}|{governor}"


def _by_stem(stem: str, governor: str, side: str) -> Iterator[str]:
    yield f"ts|p={stem}|{governor}|{side}"


def _same_clause(side: str, sort: str, in_space: bool) -> Iterator[str]:
    yield "sameclause|" + side
    yield f"sameclause|{side}|{sort}|{in_space}"


def _other_clause(side: str, opener: str, apart: int) -> Iterator[str]:
    yield f"clause|{side}|{opener}"
    yield f"nclause={side}{apart}"


def _own_clause(side: str, opener: str, aside: bool, cause: bool) -> Iterator[str]:
    yield f"topen|{side}|{opener}"
    if aside:
        yield "aside"
    if cause:
        yield "tcause"


def _said_between(
    side: str, commas: int, verbs: int, quoted: bool, told: bool, relative: bool, joined: bool
) -> Iterator[str]:
    yield f"comma={side}{commas}"
    yield f"verbs={side}{verbs}"
    flags = (("quote", quoted), ("report", told), ("subj", relative), ("and", joined))
    yield from (f"{name}|{side}" for name, holds in flags if holds)


def _by_path(side: str, sort: str, path: str) -> Iterator[str]:
    yield f"path={side}:{path}"
    yield f"pathk={side}:{sort}:{path}"


def _rivalled(side: str, between: int, on: bool, near: bool | None) -> Iterator[str]:
    yield f"rivals={side}{between}"
    if on:
        yield "onrival"
    if near is not None:
        yield f"rnear={near}{side}"


_BUCKETS = tuple(
    next((name for most, name in DISTANCES if count <= most), FAR)
    for count in range(DISTANCES[-1][0] + 1)
)


def _bucket(count: int) -> str:
    return _BUCKETS[count] if count < len(_BUCKETS) else FAR


_is_past = lru_cache(maxsize=WORDS_KEPT)(is_past)


@lru_cache(maxsize=WORDS_KEPT)
def _ends_victim(low: str) -> bool:
    """Tell whether a word ends what is said of somebody: a comma, a verb, a preposition."""
    known = lists()
    return not low[0].isalnum() or is_past(low) or (low in known.prepositions and low != "of")


_is_told = lru_cache(maxsize=WORDS_KEPT)(is_told)


@lru_cache(maxsize=WORDS_KEPT)
def _sign(word: str, low: str) -> str:
    known = lists()
    if low in known.small or low in known.prepositions or not (low[0].isalnum()):
        return low
    if low[0].isdigit():
        return "0"
    if word[0].isupper():
        return "N"
    if low in known.sorts:
        return "s"
    return "v" if is_past(low) else "w"

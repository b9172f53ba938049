"""Find what befell the people of a sentence: who was killed, hurt, hit, arrested or is missing.

Each word that tells of harm is asked for its people: the subject of "was killed" and "died", the
object of "killed" and "killing", what stands behind "the death of". The subject must agree in
number, and stand before no preposition of its own: "two men in a car were shot" are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from geo import ellipsis, outcomes
from geo.casualties import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    FATE,
    HAVE,
    HEAD,
    MARK,
    MODAL,
    NOUN,
    PREPOSITION,
    PRONOUN,
    SUBORDINATE,
    VERB,
    Words,
    cut,
    some,
    vocabulary,
)
from geo.model import Count
from geo.numerals import quantity
from geo.people import people
from geo.persons import ONE, Person, groups
from geo.subjects import Harm, Who

__all__ = ["Harm", "may_tell", "read"]

COORDINATED = 6
"""Words between two verbs of one subject at most: "was shot five times in the back and killed"."""
_WORD = re.compile(r"[^\W\d_]+")
# The only word of harm of its sentence: by a bullet, unless by something that drives.
_WAS_HIT = re.compile(
    r"\b(?:was|were|been|got) hit\b(?! (?:by|with) (?:an? |the )?(?:[\w-]+ )?"
    r"(?:car|cars|vehicle|truck|train|bus|suv|van|pickup|ball|lightning)\b)"
)


@cache
def _telling() -> frozenset[str]:
    known = vocabulary()
    phrases = (word.partition("_")[0] for word in known.fates if "_" in word)
    return frozenset(
        {*phrases, "death", *known.fates, *known.adjectives, *known.nouns, *some("others")}
    ) - {
        "hit",
        "hits",
        "strike",
        "strikes",
    }


def may_tell(sentence: str) -> bool:
    """Tell whether a sentence has any word of harm: most have none, and need no reading."""
    low = sentence.lower()
    if not _telling().isdisjoint(_WORD.findall(low)):
        return True
    return " hit" in low and _WAS_HIT.search(low) is not None


def read(sentence: str, *, headline: bool = False) -> list[Harm]:
    """Read one sentence.

    Examples
    --------
    >>> [(harm.fate, harm.count.minimum) for harm in read("Two men were shot, one fatally.")]
    [('struck', 2), ('killed', 1)]
    """
    if not may_tell(sentence):
        return []
    words = cut(sentence, headline=headline)
    named = groups(words, people(words))
    return _Reader(words, named, Who(words, named)).read()


def _is_of_people(harm: Harm) -> bool:
    """Tell whether an unknown noun must mean people: what is hit or struck may be anything."""
    strange = bool(harm.people) and all(person.stranger for person in harm.people)
    return not strange or harm.fate not in {"struck", "treated"}


@dataclass(slots=True)
class _Reader:
    """The words and groups of one sentence."""

    words: Words
    groups: list[list[Person]]
    who: Who

    def read(self) -> list[Harm]:
        tags, low, others = self.words.tags, self.words.low, some("others")
        inside = bytearray(len(low))
        for group in self.groups:
            for person in group:
                inside[person.first : person.last] = b"\1" * (person.last - person.first)
        found: list[Harm] = list(self._told_by_phrases())
        for at, (tag, word) in enumerate(zip(tags, low, strict=True)):
            if inside[at] and tag != PRONOUN:
                continue
            if tag == FATE:
                found += self._verb(at)
            elif tag == ADJECTIVE:
                found += self._state(at)
            elif tag == NOUN:
                found += self._noun(at)
            if word in others:
                found += outcomes.told(self.who, at)
        found += ellipsis.listed(self.who)
        found += ellipsis.among(self.who)
        found += ellipsis.of_those(self.who)
        found += ellipsis.numbered(self.who)
        found += list(ellipsis.gapped(self.who, found))
        found += list(ellipsis.as_many(self.who, found))
        found += self._deadly()
        return sorted(filter(_is_of_people, found), key=lambda harm: harm.at)

    def _deadly(self) -> Iterator[Harm]:
        """Yield what tells that somebody died without saying who: "a fatal shooting", "murder"."""
        low = self.words.low
        if some("deadly").isdisjoint(low) and some("crimes").isdisjoint(low):
            return
        for k, word in enumerate(low):
            behind = low[k + 1] if k + 1 < len(low) else ""
            if word in some("deadly"):
                real = behind in some("deeds")
            else:
                real = (
                    word in some("crimes")
                    and behind not in some("offices")
                    and not some("only_meant") & set(low[max(k - 5, 0) : k])
                )
                real = real and not {"no", "not"} & set(low[max(k - 2, 0) : k])
            if real:
                yield Harm(
                    "fatal", (), None, self.words.start(k), self.words.end(k), self.words.start(k)
                )

    # ---- verbs

    def _verb(self, at: int) -> Iterator[Harm]:
        words = self.words
        fate, form = vocabulary().fates[words.low[at]]
        fatal = self._fatal(at)
        if fate == "struck" and self._missed(at, form):
            return
        if form == "past":
            yield from self._past(at, "killed" if fatal else fate)
        elif form == "intransitive":
            if not self.who.unreal(at - 1):
                yield from self.who.of_subject(at, self.who.auxiliaries(at), fate)
        elif form == "ing":
            if words.low[at + 1 : at + 2] == ["of"] or words.low[at + 1 : at + 3] in (
                ["death", "of"],
                ["deaths", "of"],
            ):
                yield from self._noun(at)
            elif words.low[at - 1 : at] and words.low[at - 1] in some("tried") | {"attempted"}:
                return
            else:
                yield from self.who.of_object(at, "killed" if fatal else fate)
            if words.low[at - 1 : at] and words.low[at - 1] in vocabulary().multiples:
                yield from self._noun(at)
        elif not self.who.unreal(at - 1, tried=True):
            yield from self.who.of_object(at, "killed" if fatal else fate)

    def _missed(self, at: int, form: str) -> bool:
        """Tell "shot at officers" and "was shot at" from "was shot at a party"."""
        low, tags = self.words.low, self.words.tags
        if low[at + 1 : at + 2] == ["back"]:
            return True
        if low[at + 1 : at + 2] != ["at"]:
            return False
        kind, start = self.who.chain(at)
        bare = any(
            g[-1].last == start + 1 and not g[0].attacker and g[0].form != "definite"
            for g in self.groups
        )
        passive = form == "past" and (kind == BE or (bare and self.words.headline))
        people = any(g[0].first == at + 2 for g in self.groups)
        there = tags[at + 2] if at + 2 < len(tags) else MARK
        return not passive or people or there == MARK or low[at + 2] == "by"

    def _fatal(self, at: int) -> bool:
        low = self.words.low
        behind = low[at + 1 : at + 3]
        if (
            at in self.words.deadly
            or behind[:1] == ["dead"]
            or behind in (["to", "death"], ["and", "killed"])
        ):
            return True
        return any(word in vocabulary().fatally for word in low[max(at - 2, 0) : at])

    def _coordinated(self, at: int) -> tuple[str, int] | None:
        """Return the chain of the verb before: "was shot five times and killed"."""
        tags, low = self.words.tags, self.words.low
        if low[at - 1 : at] != ["and"]:
            return None
        for k in range(at - 2, max(at - 2 - COORDINATED, -1), -1):
            if tags[k] == FATE:
                past = vocabulary().fates[low[k]][1] == "past"
                return self.who.chain(k) if past else None
            if tags[k] in {MARK, BE, HAVE, VERB, SUBORDINATE, MODAL, HEAD}:
                return None
        return None

    def _past(self, at: int, fate: str) -> Iterator[Harm]:
        kind, start = self.who.chain(at)
        if kind not in {BE, HAVE} and (shared := self._coordinated(at)) is not None:
            kind, start = shared
        if kind == BE:
            if not self.who.unreal(start):
                yield from self.who.of_subject(at, self.who.auxiliaries(start), fate)
            return
        objects = list(self.who.of_object(at, fate))
        if objects:
            if not self.who.unreal(start):
                yield from objects
            return
        following = self.words.tags[at + 1] if at + 1 < len(self.words.tags) else MARK
        if kind != HAVE and following != DETERMINER and quantity(self.words.low, at + 1) is None:
            yield from self.who.behind(at, start + 1, fate)

    # ---- states and nouns

    def _state(self, at: int) -> Iterator[Harm]:
        words = self.words
        fate = vocabulary().adjectives[words.low[at]]
        kind, start = self.who.chain(at)
        direct = next(
            (
                g
                for g in self.groups
                if g[-1].last == start + 1 and (g[0].form != "definite" or kind != BE)
            ),
            None,
        )
        if direct is not None and direct[-1].form == "pronoun" and kind != BE:
            lead = words.low[direct[0].first - 1] if direct[0].first else ""
            direct = (
                direct
                if lead
                in {"found", "left", "leaving", "pronounced", "declared", "pronouncing", "shot"}
                else None
            )
        if direct is not None:
            yield self.who.harm(fate, self.who.own(direct), at)
        elif kind == BE and not self.who.unreal(start):
            yield from self.who.of_subject(at, self.who.auxiliaries(start), fate)
        elif fate == "missing" and words.low[start] in {"went", "gone"}:
            yield from self.who.of_subject(at, start, fate)

    def _noun(self, at: int) -> Iterator[Harm]:
        """Read "the death of two men", "the boy's death", "two deaths", "double homicide"."""
        words, low = self.words, self.words.low
        known = vocabulary()
        fate = known.nouns.get(low[at]) or known.fates.get(low[at], ("", ""))[0]
        of = at + 1
        if low[of : of + 1] in (["death"], ["deaths"]):
            fate, of = "killed", of + 1
        before = low[at - 1] if at else ""
        if before in {"fatal", "deadly"}:
            fate = "killed"
        if before in {"attempted", "alleged-attempted"}:
            fate = "struck"
        if before in known.multiples:
            n = known.multiples[before]
            yield Harm(fate, (), Count(n, n), words.start(at - 1), words.end(at), words.start(at))
            return
        if low[of : of + 1] in (["of"], ["to"]):
            group = next((g for g in self.groups if g[0].first == of + 1), None)
            if group is not None:
                yield self.who.harm(fate, group, at)
            return
        yield from self._owned(at, fate)
        if low[at] in known.counted:
            yield from outcomes.tallied(self.who, at, fate)

    def _owned(self, at: int, fate: str) -> Iterator[Harm]:
        low, k = self.words.low, at - 1
        while (
            k > at - 4
            and k >= 0
            and (
                self.words.tags[k] in {ADVERB, FATE}
                or low[k] in {"fatal", "tragic", "deadly", "brutal"}
            )
        ):
            if low[k] in {"'s", "’s"}:
                break
            k -= 1
        if k < 0:
            return
        if low[k] in {"'s", "’s"}:
            group = next((g for g in self.groups if g[-1].last == k), None)
            if group is not None:
                yield self.who.harm(fate, group[-1:], at)
        elif (
            low[k] in {"his", "her"}
            and k == at - 1
            and low[at] in {"death", "killing", "murder", "slaying"}
        ):
            person = Person(
                k, k + 1, ONE, "pronoun", head=low[k], sex="m" if low[k] == "his" else "f"
            )
            yield self.who.harm(fate, [person], at)

    def _told_by_phrases(self) -> Iterator[Harm]:
        """Yield what phrases of people say themselves: "two gunshot victims", "the bodies of"."""
        words = self.words
        for group in self.groups:
            for person in group:
                at = person.last - 1
                if person.body:
                    yield from self._bodies(person)
                elif (
                    person.fate
                    and person.count is None
                    and words.low[person.first - 1 : person.first] == ["among"]
                ):
                    yield from self._among(person)
                elif (person.fate == "killed" and person.count is not None) or (
                    person.fate and not person.part and (person.count is not None or person.head)
                ):
                    yield self.who.harm(person.fate, [person], at)
                elif person.count is not None and person.count.minimum == 0 and not person.more:
                    continue
                elif (
                    person.head == "victim"
                    and not person.single
                    and person.count is not None
                    and not person.part
                ):
                    yield self.who.harm("struck", [person], at)
                elif person.part and words.low[person.last : person.last + 1] == ["fatally"]:
                    yield self.who.harm("killed", [person], at)
        if vocabulary().fatally.isdisjoint(words.low):
            return
        for k, word in enumerate(words.low):
            ends = words.tags[k + 1 : k + 2] in ([], [MARK], [SUBORDINATE], [PREPOSITION])
            if word in vocabulary().fatally and ends:
                last = next((g[-1] for g in self.groups if g[-1].last == k), None)
                if last is not None and not last.part:
                    yield self.who.harm("killed", [last], k)

    def _among(self, person: Person) -> Iterator[Harm]:
        """Read "the driver was among the dead"."""
        k = person.first - 2
        if k >= 0 and self.words.tags[k] == BE and person.fate:
            group = self.who.subject(self.who.auxiliaries(k))
            if group is not None and not self.who.unreal(k):
                yield self.who.harm(
                    person.fate, [replace(p, part=True) for p in group], person.last - 1
                )

    def _bodies(self, person: Person) -> Iterator[Harm]:
        low, at = self.words.low, person.last - 1
        if low[person.last : person.last + 1] == ["of"]:
            group = next((g for g in self.groups if g[0].first == person.last + 1), None)
            if group is not None:
                yield self.who.harm("killed", group, at)
            return
        if (person.count is not None and person.count != ONE) or {
            "found",
            "discovered",
            "recovered",
            "located",
        } & set(low):
            yield self.who.harm("killed", [person], at)

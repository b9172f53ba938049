"""Find whom a word of harm is about: the subject of "was killed", the object of "killed".

The subject must agree in number and stand behind no preposition of its own: "two men in a car were
shot" are two. What is denied, only possible or wanted befell nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

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
    SUBORDINATE,
    VERB,
    Words,
    some,
    vocabulary,
)
from geo.model import Count
from geo.persons import ONE, Person, total

__all__ = ["Harm", "Who", "agrees"]

REACH = 28
"""Words between a subject and its verb at most."""
_PLURAL_BE, _SINGLE_BE = frozenset({"were", "are"}), frozenset({"was", "is", "has"})


@dataclass(frozen=True, slots=True)
class Harm:
    """What befell a group of people by one word of a sentence.

    ``fate`` is killed, injured, struck, arrested or missing; ``start`` to ``end`` are the
    characters of the people, ``at`` that of the word. ``own`` harm is one's own doing; ``active``
    harm is told of its doer ("killed three"); a ``toll`` is the sum of all; the ``grade`` says how
    badly somebody was hurt.
    """

    fate: str
    people: tuple[Person, ...]
    count: Count | None
    start: int
    end: int
    at: int
    own: bool = False
    active: bool = False
    toll: bool = False
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """The words of a sentence and its groups of people."""

    words: Words
    groups: list[list[Person]]

    def chain(self, at: int) -> tuple[str, int]:
        """Go left over what stands between an auxiliary and a participle: "was shot and later"."""
        tags, low, k = self.words.tags, self.words.low, at - 1
        while k >= 0:
            tag = tags[k]
            joins = (
                low[k] in {"and", "or", ",", "then"}
                and k > 0
                and tags[k - 1] in {FATE, ADJECTIVE, ADVERB, VERB}
            )
            # "Were ambushed and killed": a verb that says of nobody that he was hurt.
            other_verb = (
                tag == "" and low[k].endswith("ed") and low[k + 1] == "and" and tags[k - 1] == BE
            )
            joins |= low[k] == "and" and k > 1 and low[k - 1].endswith("ed") and tags[k - 2] == BE
            if not (
                tag in {ADVERB, ADJECTIVE}
                or joins
                or other_verb
                or (tag == FATE and k != at)
                or low[k] in {"to", "death", "dead"}
            ):
                break
            if tag == FATE and vocabulary().fates[low[k]][1] in {"ing", "base"}:
                break
            k -= 1
        return (tags[k] if k >= 0 else MARK), k

    def auxiliaries(self, at: int) -> int:
        """Return the first of the auxiliaries that end at a word."""
        tags, low = self.words.tags, self.words.low
        while at > 0 and (tags[at - 1] in {BE, HAVE, ADVERB} or low[at - 1] in some("negations")):
            at -= 1
        return at

    def unreal(self, at: int, *, tried: bool = False) -> bool:
        """Tell whether what ends at a word is denied, only possible, or wanted."""
        tags, low, k = self.words.tags, self.words.low, at
        while k >= 0 and (tags[k] in {BE, HAVE, MODAL, ADVERB} or low[k] in some("negations")):
            if (
                low[k] in some("negations")
                or low[k] in some("unreal")
                or (low[k] == "to" and (tried or tags[k + 1] == BE))
            ):
                return True
            k -= 1
        return k >= 0 and ("if" in low[max(k - 6, 0) : k + 1] or low[k] in some("tried"))

    def harm(self, fate: str, group: list[Person], at: int, **more: bool) -> Harm:
        """Tell what befell a group by the word at a place."""
        words = self.words
        if len(group) == 1 and group[0].head in some("nominative"):
            group = [self._antecedent(group[0], at) or group[0]]
        if "also" in words.low[max(at - 3, 0) : at] and group[0].form in {"indefinite", "name"}:
            # "A man was also shot": somebody else than was told of before.
            group = [replace(person, form="other") if person.single else person for person in group]
        elif "also" in words.low[max(at - 3, 0) : at] and group[0].form == "number":
            group = [replace(group[0], more=True), *group[1:]]
        elif "also" in words.low[max(at - 3, 0) : at] and group[0].form == "possessive":
            group = [replace(person, more=person.single) for person in group]
        counted = [person for person in group if person.count is not None]
        count = total(words, group) if counted else None
        return Harm(
            fate,
            tuple(group),
            count,
            words.start(group[0].first),
            words.end(group[-1].last - 1),
            words.start(at),
            grade=self._grade(at) if fate == "injured" else "",
            **more,
        )

    def _grade(self, at: int) -> str:
        """Return how badly the word at a place says that somebody was hurt."""
        near = (word.removesuffix("ly") for word in self.words.low[max(at - 3, 0) : at + 1])
        return next((word for word in near if word in some("grades")), "")

    def _antecedent(self, pronoun: Person, at: int) -> Person | None:
        """Find whom "he" or "him" means: the first of the sentence who is its subject.

        Who does it is not "him": "Smith took the gun and shot him" speaks of somebody else.
        """
        for group in self.groups:
            person = group[0]
            if person.first >= pronoun.first:
                return None
            lead = self.words.tags[person.first - 1] if person.first else MARK
            described = person.head or person.ages
            fits = (
                described
                and person.single
                and len(group) == 1
                and person.form != "pronoun"
                and not (pronoun.sex and person.sex and person.sex != pronoun.sex)
            )
            if (
                not fits
                or lead in {PREPOSITION, FATE, MODAL}
                or self.words.low[person.last : person.last + 1] in (["'s"], ["’s"])
            ):
                continue
            if pronoun.first > at:
                doer = next((g[0] for g in reversed(self.groups) if g[-1].last <= at), None)
                between = {
                    "before",
                    "after",
                    "when",
                    "until",
                    "and",
                    "police",
                    "officers",
                    "troops",
                    "soldiers",
                    "deputies",
                } & set(self.words.low[person.last : at])
                if between & {"police", "officers", "troops", "soldiers", "deputies"}:
                    return replace(person, attacker=True)
                if doer is person and not between & {
                    "police",
                    "officers",
                    "troops",
                    "soldiers",
                    "deputies",
                }:
                    return None
            return person
        return None

    def of_object(self, at: int, fate: str) -> Iterator[Harm]:
        """Find the people right behind a verb: "killed and wounded two"."""
        tags, low, k = self.words.tags, self.words.low, at + 1
        starts = {group[0].first for group in self.groups}
        while (
            k < len(low)
            and k not in starts
            and (
                (tags[k] == ADVERB and k <= at + 3)
                or low[k] == "dead"
                or (low[k] in {"and", "or"} and tags[k + 1 : k + 2] in ([FATE], [ADVERB]))
                or (tags[k] == FATE and low[k - 1] in {"and", "or"})
                or (low[k] == "to" and low[k + 1 : k + 2] == ["death"])
                or (low[k] == "death" and low[k - 1] == "to")
            )
        ):
            k += 1
        while k not in starts and low[k : k + 1] and low[k] in some("titles"):
            k += 1 + (low[k + 1 : k + 2] == ["."])
        group = next((g for g in self.groups if g[0].first == k), None)
        if group is None:
            name = self.name(k) or self.name(k, ended=low[k + 1 : k + 2] == ["and"])
            if name is not None:
                with_it = next((g for g in self.groups if g[0].first == k + 2), None)
                joined = low[k + 1 : k + 2] == ["and"] and with_it is not None
                yield self.harm(fate, [name, *(with_it or [] if joined else [])], at, active=True)
                return
            inner = next(
                ((g, i) for g in self.groups for i, p in enumerate(g) if p.first == k), None
            )
            if inner is None:
                return
            group = inner[0][inner[1] :]
        if low[group[-1].last : group[-1].last + 1] in (["'s"], ["’s"]):
            return
        behind = tags[group[-1].last] if group[-1].last < len(tags) else MARK
        if len(group) > 1 and (
            behind in {BE, FATE}
            or low[group[-1].last : group[-1].last + 1]
            in (["fatally"], ["critically"], ["seriously"])
        ):
            group = group[:-1]
        if group[0].head in {"himself", "herself", "themselves"}:
            return
        if (
            k > at + 1
            and low[at + 1] == "and"
            and fate != "killed"
            and tags[at + 2] == FATE
            and vocabulary().fates[low[at + 2]][0] == "killed"
        ):
            fate = "killed"
        yield self.harm(fate, group, at, active=True)

    def name(self, k: int, *, ended: bool = False) -> Person | None:
        """Read a surname where only an object can stand: "killed Lusk"."""
        words = self.words
        if (
            not 0 <= k < len(words.raw)
            or words.headline
            or not words.raw[k][0].isupper()
            or words.tags[k] != ""
        ):
            return None
        tag = words.tags[k + 1] if k + 1 < len(words.tags) else MARK
        ends = tag in {MARK, PREPOSITION, SUBORDINATE, ADVERB, MODAL}
        return (
            Person(k, k + 1, ONE, "name", name=(words.low[k],))
            if (ends or ended) and words.low[k] not in some("no_person")
            else None
        )

    def behind(self, at: int, start: int, fate: str) -> Iterator[Harm]:
        """Find the people right before a participle without an auxiliary: "two men killed in"."""
        low = self.words.low
        for group in reversed(self.groups):
            if group[-1].last > start:
                continue
            if group[-1].form == "pronoun":
                return
            if low[group[-1].last : group[-1].last + 1] in (["'s"], ["’s"]):
                return
            gap = low[group[-1].last : start]
            aside = (
                not gap
                or gap in ([","], ["who"])
                or (
                    gap[0] in {",", "of", "in", "from", "("}
                    and len(gap) < 7
                    and gap[-1] in {",", ")"}
                )
            )
            if aside and not (gap == [","] and fate == "struck" and not group[-1].single):
                if low[at] in {"hit", "struck"} and low[at + 1 : at + 2] not in (["by"], ["in"]):
                    return
                yield self.harm(fate, self.own(group), at)
            return

    def of_subject(self, at: int, verb: int, fate: str, **more: bool) -> Iterator[Harm]:
        """Tell what befell the subject of a verb."""
        group = self.subject(verb)
        if group is not None:
            yield self.harm(fate, group, at, **more)

    def own(self, group: list[Person]) -> list[Person]:
        """Leave to the verb before what is its object: "killed a man and two others were hurt"."""
        first = group[0].first
        if len(group) > 1 and first and self.words.tags[first - 1] == FATE:
            return group[-1:]
        return group

    def subject(self, verb: int) -> list[Person] | None:
        """Find whom a verb is about, whose first word stands at ``verb``."""
        words = self.words
        plural = (
            {True: True, False: None}[words.low[verb] in _PLURAL_BE]
            if words.low[verb] not in _SINGLE_BE
            else False
        )
        before = words.low[verb - 1] if verb else ""
        if (
            before == "who"
            and verb > 1
            and words.tags[verb - 2] == PREPOSITION
            and words.low[verb - 2] != "of"
        ):
            return None
        relative = before in {"who", "whom"} or words.low[verb - 2 : verb] in (
            ["of", "them"],
            ["of", "whom"],
        )
        if not relative and self._is_thing(verb):
            return None
        fallback = None
        for group in reversed(self.groups):
            end = group[-1].last
            if end > verb or verb - end > REACH:
                continue
            if ";" in words.low[end:verb]:
                break
            own = self.own(group)
            if plural is False and len(own) > 1:
                own = self._one(own)
            if words.low[end : end + 1] in (["'s"], ["’s"]):
                continue
            if not agrees(own, plural=plural) or (
                own[0].form == "number"
                and own[0].head == ""
                and not own[0].part
                and end != verb
                and words.low[end : end + 2] != [",", "including"]
                and not relative
            ):
                continue
            if relative:
                return own
            lead = words.low[group[0].first - 1] if group[0].first else ""
            if own[0].head in {"he", "she", "they"}:
                return own
            if (
                own[0].part
                and words.low[own[0].first - 1] in {"including", "them"}
                and words.low[own[0].first] != "them"
            ):
                continue
            if (
                lead != "of"
                and lead not in some("openers")
                and (
                    words.tags[group[0].first - 1 : group[0].first] == [PREPOSITION] or lead == "to"
                )
            ):
                fallback = fallback or (own if end == verb else None)
                continue
            if lead == "of" and not _is_told_of(words, group[0].first):
                continue
            return own
        return fallback

    def _one(self, group: list[Person]) -> list[Person]:
        """Read as one what commas join: "said Sgt. Kos, Bo Lind was", "a clerk, a man, was"."""
        first, last = group[0], group[-1]
        joins = [self.words.low[a.last : b.first] for a, b in pairwise(group)]
        if joins == [["and"]] and self.words.tags[last.first] == HEAD and not last.name:
            return [first]  # "the founder and director was": one of two offices
        if any(join != [","] for join in joins) or not (first.single and last.single):
            return group
        if first.name and last.name:
            return [last]
        ages, name = first.ages or last.ages, first.name or last.name
        return [replace(first, ages=ages, name=name, sex=first.sex or last.sex)]

    def _is_thing(self, verb: int) -> bool:
        """Tell whether the noun right before a verb is no person: "the house was hit"."""
        words, k = self.words, verb - 1
        if k < 0 or any(group[-1].last == verb for group in self.groups):
            return False
        if words.tags[k] != "" and words.tags[k] != NOUN:
            return False
        while k >= 0 and words.tags[k] in {"", ADVERB, ADJECTIVE, NOUN} and verb - k < 7:
            k -= 1
        if k < 0:
            return not any(group[-1].last <= verb for group in self.groups)
        if words.tags[k] == DETERMINER:
            lead = words.tags[k - 1] if k else MARK
            mark = words.low[k - 1] if k else ""
            return lead not in {PREPOSITION, MODAL} and mark not in {",", "of"}
        return False

    def doer(self, verb: int, pronoun: str) -> list[Person] | None:
        """Find who does something to himself: the nearest who may be a subject."""
        sex = {"himself": "m", "herself": "f"}.get(pronoun, "")
        several = pronoun == "themselves"
        for group in reversed(self.groups):
            if group[-1].last > verb or (len(group) > 1 and not several):
                continue
            person = group[0]
            if several:
                if person.single and len(group) == 1:
                    continue
                return group
            # "Shot by a suspect who later killed himself": whom "who" follows.
            if self.words.low[person.last : person.last + 1] == ["who"] and person.single:
                return [person]
            lead = self.words.tags[person.first - 1] if person.first else MARK
            if self.words.low[person.last : person.last + 1] in (["'s"], ["’s"]):
                continue
            if (
                not person.single
                or lead in {PREPOSITION, FATE}
                or (sex and person.sex and person.sex != sex)
            ):
                continue
            return [person]
        return None


def agrees(group: list[Person], *, plural: bool | None) -> bool:
    """Tell whether a group can be the subject of "was" or of "were"; ``None``: of either."""
    first = group[0].count
    # "At least one woman was", "at least one were": of either number.
    loose = first is not None and (
        not first.minimum or (first.minimum == 1 and not group[0].single)
    )
    if plural is None or (loose and len(group) == 1):
        return True
    apposed = (
        group[0].single
        and len(group) == 2
        and bool(group[0].name) != bool(group[1].name)
        and group[1].first - group[0].last == 1
    )
    several = (len(group) > 1 and not apposed) or not group[0].single
    return several == plural


def _is_told_of(words: Words, first: int) -> bool:
    """Tell "one of the men", "the body of a man" from "the mother of two"."""
    return first > 1 and words.low[first - 2] in {
        "body",
        "bodies",
        "total",
        "one",
        "some",
        "most",
        "all",
        "both",
    }

"""Find whom a word of harm is about: the subject of "was killed".

The subject must agree in number and stand behind no preposition of its own: "two men in a car were
shot" are two. What is denied, only possible or wanted befell nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from geo.casualties import asides
from geo.casualties.agreement import agrees
from geo.casualties.antecedents import antecedent, before, those_hit
from geo.casualties.doers import done_by
from geo.casualties.parts import is_listed, is_told_of
from geo.casualties.persons import Person, as_others, settled, total
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    FATE,
    GENITIVE,
    HAVE,
    HEAD,
    MARK,
    MODAL,
    NOUN,
    PREPOSITION,
    SUBORDINATE,
    VERB,
    some,
    vocabulary,
)
from geo.model import Count

__all__ = ["Harm", "Who"]

REACH = 28
"""Words between a subject and its verb at most."""
CHAIN = 16
"""Words between an auxiliary and a participle at most: "was shot and later pronounced dead"."""
THING = 7
"""Words of a phrase of a thing at most: "the small stone house of the family was hit"."""
BESIDE = 3
"""Words before a word of harm in which "also" and "critically" belong to it; behind it, before
"with"."""
COMPANY = 16
"""Words from a verb to "along with" at most: a time and a place."""
RELATIVE = 6
"""Words from "who" to its object at most: "who tried to stop the robbers"."""
LEFT = 9
"""Words from "left" to the state of people at most: "left six members of a family dead"."""
IF = 6
"""Words before an auxiliary in which "if" makes it only possible."""
_PLURAL = {"were": True, "are": True, "was": False, "is": False, "has": False}
"""Whether a verb asks for several; any other goes with one and with several."""
_ASIDES = {",": ",", "-": "-", "–": "–", "—": "—", "(": ")"}
"""What opens an aside, and what closes it."""
_GERUNDS = frozenset({"before", "after", "while", "despite"})
"""Before "being shot" they show that it befell the subject of the clause."""
_OPENING = frozenset({"after", "before", "when", "while", "until", "because"})
_MAKES_VERB = frozenset({FATE, ADJECTIVE, ADVERB, VERB})
_ENDS_CLAUSE = frozenset({FATE, BE, HAVE, VERB, MODAL, SUBORDINATE})
_BY, _LIVES = frozenset({"killed", "struck"}), frozenset({"life", "lives"})
_OF_THING = frozenset({"", ADVERB, ADJECTIVE, NOUN})


@dataclass(frozen=True, slots=True)
class Harm:
    """What befell a group of people by one word of a sentence.

    ``fate`` is killed, injured, struck, arrested or missing; ``start`` to ``end`` are the
    characters of the people, ``at`` that of the word. ``own`` harm is one's own doing; ``active``
    harm is told of its doer ("killed three"); a ``toll`` is the sum of all; the ``grade`` says how
    badly somebody was hurt; what is ``old`` only an earlier count had,
    what has ``grown`` is a new one; what ``joins`` adds to the harm before it in its sentence;
    ``doer`` is who did it (``geo.casualties.doers``); ``plain`` wounds are of no weapon.
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
    old: bool = False
    grown: bool = False
    joins: bool = False
    doer: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """The words of a sentence and its groups of people."""

    words: Words
    groups: list[list[Person]]

    def group_at(self, first: int) -> list[Person] | None:
        """Return the group that begins at a word."""
        k = bisect_left(self.groups, first, key=lambda group: group[0].first)
        return self.groups[k] if k < len(self.groups) and self.groups[k][0].first == first else None

    def group_to(self, last: int) -> list[Person] | None:
        """Return the group that ends before a word."""
        group = next(self.before(last), None)
        return group if group is not None and group[-1].last == last else None

    def before(self, end: int) -> Iterator[list[Person]]:
        """Yield the groups that end before a word, the nearest first."""
        return before(self.groups, end)

    # ---- auxiliaries

    def chain(self, at: int) -> tuple[str, int]:
        """Go left over what stands between an auxiliary and a participle: "was shot and later"."""
        k = at - 1
        while k >= max(at - CHAIN, 0) and self._is_in_chain(k):
            k -= 1
        return self.words.tag(k), k

    def _is_in_chain(self, k: int) -> bool:
        words = self.words
        tag, word, before = words.tags[k], words.low[k], words.tag(k - 1)
        if tag == FATE:
            return vocabulary().fates[word][1] not in {"ing", "base"}
        if tag in {ADVERB, ADJECTIVE} or word in {"to", "death", "dead"}:
            return True
        if word == "brought" and words.word(k + 1) == "dead":
            return True  # "was declared brought dead"
        if word in {"and", "or", ",", "then"} and k and before in _MAKES_VERB:
            return True
        # "Were ambushed and killed": a verb that says of nobody that he was hurt.
        if word == "and":
            return words.word(k - 1).endswith("ed") and words.tag(k - 2) == BE
        joined = words.word(k + 1) in {"and", "or"}
        return tag == "" and word.endswith("ed") and joined and before == BE

    def auxiliaries(self, at: int) -> int:
        """Return the first of the auxiliaries that end at a word."""
        tags, low = self.words.tags, self.words.low
        while at > 0 and (
            tags[at - 1] in {BE, HAVE, ADVERB}
            or low[at - 1] in some("negations")
            or (low[at - 1] == "since" and self.words.tag(at - 2) == HAVE)
        ):
            if low[at - 1] == "both" and self.group_at(at - 1) is not None:
                break  # "both died"
            at -= 1
        return at

    def unreal(self, at: int, *, tried: bool = False) -> bool:
        """Tell whether what ends at a word is denied, only possible, or wanted."""
        words, low, k = self.words, self.words.low, at
        while k >= 0 and (
            words.tags[k] in {BE, HAVE, MODAL, ADVERB} or low[k] in some("negations")
        ):
            if low[k] in some("negations") or low[k] in some("unreal"):
                return True
            if low[k] == "getting" and words.word(k - 1) not in some("came_to"):
                return True  # "without getting shot", "people are getting killed"
            if low[k] == "to" and tried and words.word(k - 1) in some("came_about"):
                k -= 2
                continue
            if low[k] == "to" and (tried or words.tag(k + 1) == BE):
                return True
            k -= 1
        return k >= 0 and ("if" in low[max(k - IF, 0) : k + 1] or low[k] in some("tried"))

    # ---- what befalls them

    def harm(self, fate: str, group: list[Person], at: int, **more: bool) -> Harm:
        """Tell what befell a group by the word at a place."""
        words = self.words
        if len(group) == 1 and group[0].head in some("nominative"):
            too = words.word(group[0].last) == "too"  # one of those who were told of
            group = [antecedent(words, self.groups, group[0], at) or replace(group[0], part=too)]
        if len(group) == 1 and group[0].head == "them":
            group = [those_hit(words, self.groups, group[0], at) or group[0]]
        if "also" in words.low[max(at - BESIDE, 0) : at]:
            group = as_others(group)
        counted = any(person.count is not None for person in group)
        return Harm(
            fate,
            tuple(settled(words, group)),
            total(words, group) if counted else None,
            words.start(group[0].first),
            words.end(group[-1].last - 1),
            words.start(at),
            grade=self._grade(at) if fate == "injured" else "",
            doer=done_by(words, at, active=more.get("active", False)) if fate in _BY else "",
            **more,
        )

    def _grade(self, at: int) -> str:
        """Return how badly the word at a place says that somebody was hurt."""
        near = (word.removesuffix("ly") for word in self.words.low[max(at - BESIDE, 0) : at + 1])
        return next((word for word in near if word in some("grades")), "")

    def of_subject(self, at: int, verb: int, fate: str, **more: bool) -> Iterator[Harm]:
        """Tell what befell the subject of a verb."""
        group = self.subject(verb)
        if group is not None:
            if first := asides.named_first(self.words, self.groups, group):
                yield self.harm(fate, first, at, **more)
                group = [replace(group[0], more=True), *group[1:]]
            yield self.harm(fate, [*group, *self._beside(group, at)], at, **more)

    def _beside(self, group: list[Person], at: int) -> list[Person]:
        """Return with whom it befell somebody: "was shot dead along with his two sons"."""
        words = self.words
        start = self._company(at) if words.tags[at] == FATE and len(group) == 1 else 0
        # "Two were shot with a guard's gun": by that, and not along with it.
        joined = group[0].single or words.word(start - 2) in {"along", "together"}
        others = self.group_at(start) if start and joined else None
        if others is None or words.word(others[-1].last) in GENITIVE:
            return []  # "was shot with his father's gun"
        known = all(person.count is not None for person in others)
        return others if known and others[0].form != "definite" else []

    def _company(self, at: int) -> int:
        """Return where those begin with whom it befell somebody, behind the verb or its place."""
        words, k = self.words, at + 1
        while words.word(k) in some("together") and k - at <= BESIDE:
            k += 1
        if words.word(k) in {"with", "alongside"}:
            return k + 1
        for k in range(at + 1, min(at + 1 + COMPANY, len(words.low))):
            if words.tags[k] in _ENDS_CLAUSE or words.low[k] == ";":
                break
            if words.low[k : k + 2] in (["along", "with"], ["together", "with"]):
                return k + 2  # "was killed near his home, along with two of his bodyguards"
        return 0

    # ---- the subject

    def own(self, group: list[Person]) -> list[Person]:
        """Leave to the verb before what is its object: "killed a man and two others were hurt"."""
        if len(group) > 1 and self._is_other_number(group):
            return group[-1:]
        lead = group[0].first - 1
        if self.words.word(lead) == "of":  # "the murder of a nun, and two men were hurt"
            lead -= self.words.tag(lead - 1) in {NOUN, FATE} or self.words.word(lead - 1) in _LIVES
        led = self.words.tag(lead) in {FATE, NOUN} or self.words.word(lead) in _LIVES
        led |= self.words.word(lead) in some("does_to")  # "kidnapped a nun and two men were hurt"
        return group[-1:] if len(group) > 1 and led else group

    def _is_other_number(self, group: list[Person]) -> bool:
        """Tell whether a number that stands alone goes on behind an aside about the one before.

        "Ten dead, among them the three bombers, and 39 wounded": the bombers are not hurt.
        """
        last, before = group[-1], group[-2]
        bare = not last.head or (last.more and group[0].part)  # "including a nun, and six others"
        alone = last.form == "number" and bare and not last.part
        join = self.words.low[before.last : last.first]
        # "Shot by the guard and 17 were held": nor did they shoot.
        by = join == ["and"] and self.words.word(group[0].first - 1) == "by"
        return alone and (join == [",", "and"] or by)

    def subject(self, verb: int) -> list[Person] | None:
        """Find whom a verb is about, whose first word stands at ``verb``."""
        words, before = self.words, self.words.word(verb - 1)
        if words.word(verb) == "being" and before in _GERUNDS and (main := self._main(verb)):
            return main
        if before == ",":
            plural = _PLURAL.get(words.word(verb))
            if told := asides.before_clause(words, self.groups, verb, plural=plural):
                return self.own(told)
            whole = asides.before_list(words, self.groups, verb, plural=plural)
            if whole is not None and not self._is_dependent(whole):
                return self.own(whole)
        if before == "which":
            return None  # "the driver of the car, which was riddled with bullets"
        if before == "who" and words.tag(verb - 2) == PREPOSITION and words.word(verb - 2) != "of":
            return None
        relative = before in {"who", "whom"} or (
            before in {"them", "whom"} and words.word(verb - 2) == "of"
        )
        if not relative and (self._is_thing(verb) or asides.is_crowd(words, self.groups, verb)):
            return None
        fallback = None
        for group, own in self._candidates(verb, relative=relative):
            lead = words.word(group[0].first - 1)
            if before == "who" and self._is_aside(own[0], verb - 1):
                continue  # "six priests, five of them Spaniards, who were killed"
            if relative or own[0].head in {"he", "she", "they"}:
                return None if self._is_other_name(own[0], verb) else own
            if (others := self._before_aside(own[0], verb)) is not None:
                return [others, *own]
            listed = is_listed(words, own[0]) or self._is_aside(own[0], verb)
            if listed or self._is_in_relative(group, verb):
                continue
            if own[0].form == "number" and own[0] is not group[0] and not self._is_dependent(own):
                return own
            if self._is_dependent(group):
                fallback = fallback or (own if group[-1].last == verb else None)
            elif lead != "of" or is_told_of(words, group[0].first):
                return own
        return fallback or self._over_aside(verb)

    def _is_other_name(self, pronoun: Person, verb: int) -> bool:
        """Tell whether a name that no list has is the subject: "she saw Acen was hurt"."""
        words, k = self.words, verb - 1
        if words.headline or pronoun.last > k or not words.is_capital(k) or words.tags[k]:
            return False
        while words.is_capital(k):
            k -= 1
        return k >= pronoun.last and words.tag(k) != PREPOSITION and words.low[k] != "and"

    def left(self, at: int) -> list[Person] | None:
        """Return whom something "left" in a state: "left six members of a family dead"."""
        words = self.words
        for k in range(at - 1, max(at - LEFT, 0), -1):
            if words.low[k] in some("leaves"):
                group = self.group_at(k + 1)
                return group if group and words.tag(group[-1].last) == PREPOSITION else None
            if words.tags[k] in _ENDS_CLAUSE or words.low[k] == ",":
                return None
        return None

    def _main(self, verb: int) -> list[Person] | None:
        """Return who does what a clause says: "a robber killed three before being shot"."""
        words = self.words
        for group in self.before(verb - 1):
            end = group[-1].last
            if self._is_dependent(group) or words.word(end) in some("says"):
                continue
            if words.tag(end) in {FATE, VERB, HAVE, BE}:
                return group
        return None

    def _over_aside(self, verb: int) -> list[Person] | None:
        """Read two whom an aside parts: "Lind, a guard from Arno, and his wife were shot"."""
        last = self.group_to(verb)
        other = self._before_aside(last[-1], verb) if last is not None else None
        return [other, last[-1]] if last is not None and other is not None else None

    def _before_aside(self, person: Person, verb: int) -> Person | None:
        """Return who stands before an aside and "and", if "were" is said of both."""
        both = _PLURAL.get(self.words.word(verb))
        return asides.before_aside(self.words, self.groups, person) if both else None

    def _is_in_relative(self, group: list[Person], verb: int) -> bool:
        """Tell whether a group is the object of "who": "guards who met the robbers died"."""
        words, first = self.words, group[0].first
        near = range(first - 2, max(first - 1 - RELATIVE, 0), -1)
        who = next((k for k in near if words.low[k] == "who"), None)
        if who is None or group[-1].last != verb or self.group_to(who) is None:
            return False
        between = words.tags[who + 1 : first]
        return MARK not in between and PREPOSITION not in between[-1:] and BE not in between

    def _candidates(
        self, verb: int, *, relative: bool
    ) -> Iterator[tuple[list[Person], list[Person]]]:
        """Yield the groups before a verb that agree with it, and who of them; the nearest first."""
        words, plural = self.words, _PLURAL.get(self.words.word(verb))
        for group in self.before(verb):
            end = group[-1].last
            if verb - end > REACH or ";" in words.low[end:verb]:
                return
            lead = group[0].first - 1
            if words.word(lead) in {"to", "by"} and words.word(lead - 1) in some("owning"):
                continue  # "a car belonging to a judge was blown up"
            own = self.own(group)
            if group[-1].part and end == verb and words.word(verb - 1) == "whom":
                own = group[-1:]  # "her children, one of whom was hurt"
            if relative and plural and own[0].whole is not None and not own[0].fate:
                own = [replace(own[0], count=own[0].whole, whole=None, part=False)]
            if plural is False and len(own) > 1:
                own = self._one(own)
            listed = words.low[end : end + 2] == [",", "including"]
            loose = own[0].form == "number" and not own[0].head and not own[0].part
            # "The remaining two, said to be from Belt, were".
            rest = own[0].more and words.word(own[0].first) == "the"
            aside = self._is_over_part(end, verb)
            far = loose and end != verb and not (listed or relative or rest or aside)
            if words.word(end) not in GENITIVE and agrees(words, own, plural=plural) and not far:
                yield group, own

    def _is_aside(self, person: Person, verb: int) -> bool:
        """Tell whether a part only explains: "five men (two of them guards) were hurt"."""
        words, lead = self.words, person.first - 1
        if (part := self.group_to(person.first)) is not None and part[0].part:
            person, lead = part[0], part[0].first - 1  # "five men, one of them a guard, died"
        closed = _ASIDES.get(words.word(lead)) == words.word(verb - 1)
        whole = self.group_to(lead) if closed else None
        return person.part and whole is not None and not whole[-1].single

    def _is_over_part(self, end: int, verb: int) -> bool:
        """Tell whether only a part parts a number from its verb: "nine, two of them seriously,"."""
        part = self.group_at(end + 1) if self.words.word(end) == "," else None
        return part is not None and part[0].part and self.words.word(verb - 1) == ","

    def _is_dependent(self, group: list[Person]) -> bool:
        """Tell whether a preposition before a group keeps it from being a subject."""
        before = group[0].first - 1
        lead = self.words.word(before)
        if lead == "of" or lead in some("openers"):
            return False
        return self.words.tag(before) == PREPOSITION or lead == "to"

    def _one(self, group: list[Person]) -> list[Person]:
        """Read as one what commas join: "said Sgt. Kos, Bo Lind was", "a clerk, a man, was"."""
        first, last = group[0], group[-1]
        joins = [self.words.low[a.last : b.first] for a, b in pairwise(group)]
        least = first.count is not None and first.count.minimum == 1 and not first.single
        if len(joins) == 1 and joins[0][0] == "," and "and" not in joins[0] and least:
            return [first]  # "at least one soldier, Sgt. Kos, was"
        if joins == [["and"]] and self.words.tags[last.first] == HEAD and not last.name:
            return [first]  # "the founder and director was": one of two offices
        if any(join != [","] for join in joins) or not (first.single and last.single):
            return group
        if first.name and last.name:
            return [last]
        ages, name = first.ages or last.ages, first.name or last.name
        head = first.head or last.head  # "one, a clerk, was found dead"
        return [replace(first, ages=ages, name=name, sex=first.sex or last.sex, head=head)]

    def _is_thing(self, verb: int) -> bool:
        """Tell whether the noun right before a verb is no person: "the house was hit"."""
        words, k = self.words, verb - 1
        if words.tag(k) not in {"", NOUN} or self.group_to(verb) is not None:
            return False
        while verb - k < THING and words.tag(k) in _OF_THING:
            k -= 1
        if k < 0:
            return next(self.before(verb), None) is None
        if words.tags[k] != DETERMINER or words.word(k - 1).endswith("ing"):
            return False  # "guards protecting the mine were shot"
        if words.word(k - 2) == "to":
            return False  # "guards who tried to stop the robbery were shot"
        if words.word(k - 1).endswith("ed") and words.word(k - 2) in {"who", "that"}:
            return False  # "three men who hijacked the bus were shot"
        if words.word(k - 1) in _OPENING:
            return True  # "near Lake Pelm after a canal was blown up"
        return words.tag(k - 1) not in {PREPOSITION, MODAL} and words.word(k - 1) not in {",", "of"}

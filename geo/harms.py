"""Find what befell the people of a sentence: who was killed, hurt, hit, arrested or is missing.

Each word that tells of harm is asked for its people: the subject of "was killed" and "died", the
object of "killed" and "killing", what stands behind "the death of". The subject must agree in
number, and stand before no preposition of its own: "two men in a car were shot" are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from geo.model import Count
from geo.numerals import quantity
from geo.people import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    FATE,
    HAVE,
    HEAD,
    MARK,
    MODAL,
    NO_PERSON,
    NOUN,
    ONE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATE,
    VERB,
    Person,
    Words,
    cut,
    groups,
    people,
    total,
    vocabulary,
)

__all__ = ["Harm", "may_tell", "read"]

REACH = 28
"""Words between a subject and its verb at most."""
_WORD = re.compile(r"[^\W\d_]+")
_NEGATIONS = frozenset("not never n't wasn't weren't isn't aren't hasn't haven't didn't hadn't neither".split())
_UNREAL = frozenset("will would could can may might should shall must cannot could've would've should've might've couldn't wouldn't won't can't could’ve would’ve couldn’t wouldn’t won’t can’t".split())
_TRIED = frozenset("attempted attempting trying tried try attempt threatened threatening planning planned plotting wanted".split())
_OTHERS = frozenset(
    "toll condition hospital hospitals wound wounds injury injuries burns survive recover recovering survived surgery released "
    "life lives himself herself themselves suicide casualties fatalities arrests custody gunfire bullet bullets bodies body "
    "corpses away treated victim victims fatal deadly murder-suicide missing self-inflicted homicide homicides self blew detonated".split()
)  # fmt: skip
_WOUNDS = frozenset("wound wounds injury injuries burns".split())
_SUFFER = frozenset("suffered suffers sustained sustains received suffer sustain".split())
_BEAR = frozenset("with suffering sustaining receiving suffered sustained".split())
_CARRIED = frozenset("taken rushed transported airlifted flown brought driven sent admitted treated".split())
_NOMINATIVE = frozenset("he she him".split())
_OPENERS = frozenset("before after until since as than like".split())
_SEND = frozenset("sends sent sending send puts put lands landed leaves left".split())
_PLURAL_BE, _SINGLE_BE = frozenset({"were", "are"}), frozenset({"was", "is", "has"})
_DEADLY = frozenset({"fatal", "deadly"})
_DEEDS = frozenset("shooting shootings stabbing accident crash attack incident gunshot shot blast explosion wound wounds collision fire".split())
_CRIMES = frozenset("murder homicide manslaughter murder-suicide".split())
_ONLY_MEANT = frozenset("attempted attempt intent to could would may possible potential conspiracy".split())
_OFFICES = frozenset("detectives detective investigators unit division squad bureau rate rates trial section department team task".split())
_LIMBS = frozenset("leg foot hand arm thigh finger toe ankle calf wrist buttocks legs hands arms shoulder knee hip feet".split())


@dataclass(frozen=True, slots=True)
class Harm:
    """What befell a group of people by one word of a sentence.

    ``fate`` is killed, injured, struck, arrested or missing; ``start`` to ``end`` are the
    characters of the people, ``at`` that of the word. ``own`` harm is one's own doing; ``active``
    harm is told of its doer ("killed three"); a ``toll`` is the sum of all.
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


@cache
def _telling() -> frozenset[str]:
    known = vocabulary()
    return frozenset({*known.fates, *known.adjectives, *known.nouns, *_OTHERS}) - {"hit", "hits", "strike", "strikes"}


def may_tell(sentence: str) -> bool:
    """Tell whether a sentence has any word of harm: most have none, and need no reading."""
    return not _telling().isdisjoint(_WORD.findall(sentence.lower()))


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
    found = people(words)
    return _Reader(words, groups(words, found)).read()


@dataclass(slots=True)
class _Reader:
    """The words and groups of one sentence."""

    words: Words
    groups: list[list[Person]]

    def read(self) -> list[Harm]:
        tags, low = self.words.tags, self.words.low
        inside = bytearray(len(low))
        for group in self.groups:
            for person in group:
                inside[person.first : person.last] = b"\1" * (person.last - person.first)
        found: list[Harm] = list(self._told_by_phrases())
        for at, tag in enumerate(tags):
            if inside[at] and tag != PRONOUN:
                continue
            if tag == FATE:
                found += self._verb(at)
            elif tag == ADJECTIVE:
                found += self._state(at)
            elif tag == NOUN:
                found += self._noun(at)
            if low[at] in _OTHERS:
                found += self._other(at)
        found += self._deadly()
        return sorted(found, key=lambda harm: harm.at)

    def _deadly(self) -> Iterator[Harm]:
        """Yield what tells that somebody died without saying who: "a fatal shooting", "murder"."""
        low = self.words.low
        if _DEADLY.isdisjoint(low) and _CRIMES.isdisjoint(low):
            return
        for k, word in enumerate(low):
            behind = low[k + 1] if k + 1 < len(low) else ""
            if word in _DEADLY:
                real = behind in _DEEDS
            else:
                real = word in _CRIMES and behind not in _OFFICES and not _ONLY_MEANT & set(low[max(k - 5, 0) : k])
                real = real and not {"no", "not"} & set(low[max(k - 2, 0) : k])
            if real:
                yield Harm("fatal", (), None, self.words.start(k), self.words.end(k), self.words.start(k))

    # ---- verbs

    def _verb(self, at: int) -> Iterator[Harm]:
        words = self.words
        fate, form = vocabulary().fates[words.low[at]]
        fatal = self._fatal(at)
        if fate == "struck" and words.low[at + 1 : at + 2] in (["at"], ["back"]):
            return
        if form == "past":
            yield from self._past(at, "killed" if fatal else fate)
        elif form == "intransitive":
            if not self._unreal(at - 1):
                yield from self._of_subject(at, at, fate)
        elif form == "ing":
            if words.low[at + 1 : at + 2] == ["of"] or words.low[at + 1 : at + 3] in (["death", "of"], ["deaths", "of"]):
                yield from self._noun(at)
            elif words.low[at - 1 : at] and words.low[at - 1] in _TRIED | {"attempted"}:
                return
            else:
                yield from self._of_object(at, "killed" if fatal else fate)
            if words.low[at - 1 : at] and words.low[at - 1] in vocabulary().multiples:
                yield from self._noun(at)
        elif not self._unreal(at - 1, tried=True):
            yield from self._of_object(at, "killed" if fatal else fate)

    def _fatal(self, at: int) -> bool:
        low = self.words.low
        behind = low[at + 1 : at + 3]
        if behind[:1] == ["dead"] or behind == ["to", "death"] or behind == ["and", "killed"]:
            return True
        return any(word in vocabulary().fatally for word in low[max(at - 2, 0) : at])

    def _past(self, at: int, fate: str) -> Iterator[Harm]:
        kind, start = self._chain(at)
        if kind == BE:
            if not self._unreal(start):
                yield from self._of_subject(at, self._auxiliaries(start), fate)
            return
        objects = list(self._of_object(at, fate))
        if objects:
            if not self._unreal(start):
                yield from objects
            return
        if kind != HAVE:
            yield from self._behind(at, start + 1, fate)

    def _chain(self, at: int) -> tuple[str, int]:
        """Go left over what stands between an auxiliary and a participle: "was shot and later"."""
        tags, low, k = self.words.tags, self.words.low, at - 1
        while k >= 0:
            tag = tags[k]
            joins = low[k] in {"and", "or", ",", "then"} and k > 0 and tags[k - 1] in {FATE, ADJECTIVE, ADVERB, VERB}
            if not (tag in {ADVERB, ADJECTIVE} or joins or (tag == FATE and k != at) or low[k] in {"to", "death", "dead"}):
                break
            if tag == FATE and vocabulary().fates[low[k]][1] in {"ing", "base"}:
                break
            k -= 1
        return (tags[k] if k >= 0 else MARK), k

    def _auxiliaries(self, at: int) -> int:
        """Return the first of the auxiliaries that end at a word."""
        tags, low = self.words.tags, self.words.low
        while at > 0 and (tags[at - 1] in {BE, HAVE, ADVERB} or low[at - 1] in _NEGATIONS):
            at -= 1
        return at

    def _unreal(self, at: int, *, tried: bool = False) -> bool:
        """Tell whether what ends at a word is denied, only possible, or wanted."""
        tags, low, k = self.words.tags, self.words.low, at
        while k >= 0 and (tags[k] in {BE, HAVE, MODAL, ADVERB} or low[k] in _NEGATIONS):
            if low[k] in _NEGATIONS or low[k] in _UNREAL or (low[k] == "to" and (tried or tags[k + 1] == BE)):
                return True
            k -= 1
        return k >= 0 and ("if" in low[max(k - 6, 0) : k + 1] or low[k] in _TRIED)

    # ---- who it was

    def _harm(self, fate: str, group: list[Person], at: int, **more: bool) -> Harm:
        words = self.words
        if len(group) == 1 and group[0].head in _NOMINATIVE:
            group = [self._antecedent(group[0], at) or group[0]]
        counted = [person for person in group if person.count is not None]
        count = total(words, group) if counted else None
        return Harm(fate, tuple(group), count, words.start(group[0].first), words.end(group[-1].last - 1),
                    words.start(at), **more)  # fmt: skip

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
            fits = described and person.single and len(group) == 1 and person.form != "pronoun" and not (pronoun.sex and person.sex and person.sex != pronoun.sex)
            if not fits or lead in {PREPOSITION, FATE, MODAL} or self.words.low[person.last : person.last + 1] in (["'s"], ["’s"]):
                continue
            if pronoun.first > at:
                doer = next((g[0] for g in reversed(self.groups) if g[-1].last <= at), None)
                between = {"before", "after", "when", "until", "and", "police", "officers", "troops", "soldiers", "deputies"} & set(self.words.low[person.last : at])
                if doer is person and not between & {"police", "officers", "troops", "soldiers", "deputies"}:
                    return None
            return person
        return None

    def _of_object(self, at: int, fate: str) -> Iterator[Harm]:
        """Find the people right behind a verb: "killed and wounded two"."""
        tags, low, k = self.words.tags, self.words.low, at + 1
        starts = {group[0].first for group in self.groups}
        while k < len(low) and k not in starts and (
            (tags[k] == ADVERB and k <= at + 3) or low[k] in {"dead", "and", "or"} or (tags[k] == FATE and low[k - 1] in {"and", "or"})
            or (low[k] == "to" and low[k + 1 : k + 2] == ["death"]) or (low[k] == "death" and low[k - 1] == "to")
        ):  # fmt: skip
            k += 1
        group = next((g for g in self.groups if g[0].first == k), None)
        if group is None:
            name = self._name(k)
            if name is not None:
                yield self._harm(fate, [name], at, active=True)
                return
            inner = next(((g, i) for g in self.groups for i, p in enumerate(g) if p.first == k), None)
            if inner is None:
                return
            group = inner[0][inner[1] :]
        if low[group[-1].last : group[-1].last + 1] in (["'s"], ["’s"]):
            return
        behind = tags[group[-1].last] if group[-1].last < len(tags) else MARK
        if len(group) > 1 and (behind in {BE, FATE} or low[group[-1].last : group[-1].last + 1] in (["fatally"], ["critically"], ["seriously"])):
            group = group[:-1]
        if group[0].head in {"himself", "herself", "themselves"}:
            return
        if k > at + 1 and low[at + 1] == "and" and fate != "killed" and tags[at + 2] == FATE and vocabulary().fates[low[at + 2]][0] == "killed":
            fate = "killed"
        yield self._harm(fate, group, at, active=True)

    def _name(self, k: int, *, ended: bool = False) -> Person | None:
        """Read a surname where only an object can stand: "killed Lusk"."""
        words = self.words
        if not 0 <= k < len(words.raw) or words.headline or not words.raw[k][0].isupper() or words.tags[k] != "":
            return None
        tag = words.tags[k + 1] if k + 1 < len(words.tags) else MARK
        ends = tag in {MARK, PREPOSITION, SUBORDINATE, ADVERB, MODAL}
        return Person(k, k + 1, ONE, "name", name=(words.low[k],)) if (ends or ended) and words.low[k] not in NO_PERSON else None

    def _behind(self, at: int, start: int, fate: str) -> Iterator[Harm]:
        """Find the people right before a participle without an auxiliary: "two men killed in"."""
        low, tags = self.words.low, self.words.tags
        for group in reversed(self.groups):
            if group[-1].last > start:
                continue
            if group[-1].form == "pronoun":
                return
            if low[group[-1].last : group[-1].last + 1] in (["'s"], ["’s"]):
                return
            gap = low[group[-1].last : start]
            aside = not gap or gap == [","] or gap == ["who"] or (gap[0] in {",", "of", "in", "from", "("} and len(gap) < 7 and gap[-1] in {",", ")"})
            if aside and not (gap == [","] and fate == "struck" and not group[-1].single):
                if low[at] in {"hit", "struck"} and low[at + 1 : at + 2] not in (["by"], ["in"]):
                    return
                yield self._harm(fate, self._own(group), at)
            return

    def _of_subject(self, at: int, verb: int, fate: str, **more: bool) -> Iterator[Harm]:
        group = self._subject(verb)
        if group is not None:
            yield self._harm(fate, group, at, **more)

    def _own(self, group: list[Person]) -> list[Person]:
        """Leave to the verb before what is its object: "killed a man and two others were hurt"."""
        first = group[0].first
        if len(group) > 1 and first and self.words.tags[first - 1] == FATE:
            return group[-1:]
        return group

    def _subject(self, verb: int) -> list[Person] | None:
        """Find whom a verb is about, whose first word stands at ``verb``."""
        words = self.words
        plural = {True: True, False: None}[words.low[verb] in _PLURAL_BE] if words.low[verb] not in _SINGLE_BE else False
        before = words.low[verb - 1] if verb else ""
        if before == "who" and verb > 1 and words.tags[verb - 2] == PREPOSITION and words.low[verb - 2] != "of":
            return None
        relative = before in {"who", "whom"} or words.low[verb - 2 : verb] in (["of", "them"], ["of", "whom"])
        if not relative and self._is_thing(verb):
            return None
        fallback = None
        for group in reversed(self.groups):
            end = group[-1].last
            if end > verb or verb - end > REACH:
                continue
            if ";" in words.low[end:verb]:
                break
            own = self._own(group)
            if words.low[end : end + 1] in (["'s"], ["’s"]):
                continue
            if not _agrees(own, plural) or (own[0].form == "number" and own[0].head == "" and not own[0].part and end != verb and not relative):
                continue
            if relative:
                return own
            lead = words.low[group[0].first - 1] if group[0].first else ""
            if own[0].head in {"he", "she", "they"}:
                return own
            if own[0].part and words.low[own[0].first - 1] in {"including", "them"} and not words.low[own[0].first] == "them":
                continue
            if lead != "of" and lead not in _OPENERS and (words.tags[group[0].first - 1 : group[0].first] == [PREPOSITION] or lead == "to"):
                fallback = fallback or (own if end == verb else None)
                continue
            if lead == "of" and not _is_told_of(words, group[0].first):
                continue
            return own
        return fallback

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

    # ---- states and nouns

    def _state(self, at: int) -> Iterator[Harm]:
        words = self.words
        fate = vocabulary().adjectives[words.low[at]]
        kind, start = self._chain(at)
        direct = next((g for g in self.groups if g[-1].last == start + 1 and (g[0].form != "definite" or kind != BE)), None)
        if direct is not None and direct[-1].form == "pronoun" and kind != BE:
            lead = words.low[direct[0].first - 1] if direct[0].first else ""
            direct = direct if lead in {"found", "left", "leaving", "pronounced", "declared", "pronouncing", "shot"} else None
        if direct is not None:
            yield self._harm(fate, self._own(direct), at)
        elif kind == BE and not self._unreal(start):
            yield from self._of_subject(at, self._auxiliaries(start), fate)
        elif fate == "missing" and words.low[start] in {"went", "gone"}:
            yield from self._of_subject(at, start, fate)

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
        if low[of : of + 1] == ["of"]:
            group = next((g for g in self.groups if g[0].first == of + 1), None)
            if group is not None:
                yield self._harm(fate, group, at)
            return
        yield from self._owned(at, fate)
        if low[at] in known.counted:
            yield from self._tallied(at, fate)

    def _owned(self, at: int, fate: str) -> Iterator[Harm]:
        low, k = self.words.low, at - 1
        while k > at - 4 and k >= 0 and (self.words.tags[k] in {ADVERB, FATE} or low[k] in {"fatal", "tragic", "deadly", "brutal"}):
            if low[k] in {"'s", "’s"}:
                break
            k -= 1
        if k < 0:
            return
        if low[k] in {"'s", "’s"}:
            group = next((g for g in self.groups if g[-1].last == k), None)
            if group is not None:
                yield self._harm(fate, group[-1:], at)
        elif low[k] in {"his", "her"} and k == at - 1 and low[at] in {"death", "killing", "murder", "slaying"}:
            person = Person(k, k + 1, ONE, "pronoun", head=low[k], sex="m" if low[k] == "his" else "f")
            yield self._harm(fate, [person], at)

    def _tallied(self, at: int, fate: str) -> Iterator[Harm]:
        """Read "14 arrests", "no injuries", "two counts of first-degree murder"."""
        words, low = self.words, self.words.low
        for k in range(max(at - 5, 0), at):
            if words.tags[k] in {MARK, BE, VERB, FATE}:
                continue
            if low[k] == "no" and at - k <= 3 and PREPOSITION not in words.tags[k:at] and low[k + 1] not in {"other", "further", "more", "additional"}:
                yield Harm(fate, (), Count(0, 0), words.start(k), words.end(at), words.start(at))
                return
            told = quantity(low, k)
            if told is None or "attempted" in low[k:at]:
                continue
            gap = low[told[1] : at]
            counts = gap[:2] in (["counts", "of"], ["count", "of"])
            if counts or not any(words.tags[j] in {MARK, HEAD, PREPOSITION, BE, VERB, SUBORDINATE} for j in range(told[1], at)):
                if counts and fate != "killed":
                    return
                yield Harm(fate, (), told[0], words.start(k), words.end(at), words.start(at))
                return

    def _told_by_phrases(self) -> Iterator[Harm]:
        """Yield what phrases of people say themselves: "two gunshot victims", "the bodies of"."""
        words = self.words
        for group in self.groups:
            for person in group:
                at = person.last - 1
                if person.body:
                    yield from self._bodies(person)
                elif person.fate and person.count is None and words.low[person.first - 1 : person.first] == ["among"]:
                    yield from self._among(person)
                elif person.fate and not person.part and (person.count is not None or person.head):
                    yield self._harm(person.fate, [person], at)
                elif person.count is not None and person.count.minimum == 0 and not person.more:
                    continue
                elif person.head == "victim" and not person.single and person.count is not None and not person.part:
                    yield self._harm("struck", [person], at)
                elif person.part and words.low[person.last : person.last + 1] == ["fatally"]:
                    yield self._harm("killed", [person], at)
        if vocabulary().fatally.isdisjoint(words.low):
            return
        for k, word in enumerate(words.low):
            if word in vocabulary().fatally and (k + 1 == len(words.low) or words.tags[k + 1] in {MARK, SUBORDINATE, PREPOSITION}):
                group = next((g for g in self.groups if g[-1].last == k), None)
                if group is not None and not group[-1].part:
                    yield self._harm("killed", group[-1:], k)

    def _among(self, person: Person) -> Iterator[Harm]:
        """Read "the driver was among the dead"."""
        k = person.first - 2
        if k >= 0 and self.words.tags[k] == BE and person.fate:
            group = self._subject(self._auxiliaries(k))
            if group is not None and not self._unreal(k):
                yield self._harm(person.fate, [replace(p, part=True) for p in group], person.last - 1)

    def _bodies(self, person: Person) -> Iterator[Harm]:
        low, at = self.words.low, person.last - 1
        if low[person.last : person.last + 1] == ["of"]:
            group = next((g for g in self.groups if g[0].first == person.last + 1), None)
            if group is not None:
                yield self._harm("killed", group, at)
            return
        if person.count is not None and person.count != ONE:
            yield self._harm("killed", [person], at)
        elif {"found", "discovered", "recovered", "located"} & set(low):
            yield self._harm("killed", [person], at)

    # ---- other words

    def _other(self, at: int) -> Iterator[Harm]:
        low = self.words.low
        word = low[at]
        if word == "toll":
            yield from self._toll(at)
        elif word in _WOUNDS:
            yield from self._wounds(at)
        elif word == "condition":
            yield from self._condition(at)
        elif word in {"hospital", "hospitals", "released", "surgery"}:
            yield from self._treated(at)
        elif word in {"survive", "recover", "recovering", "survived"}:
            yield from self._surviving(at)
        elif word in {"life", "lives"}:
            yield from self._lives(at)
        elif word in {"himself", "herself", "themselves", "suicide"}:
            yield from self._self(at)
        elif word in {"casualties", "fatalities", "arrests"}:
            if word != "fatalities":
                yield from self._tallied(at, "killed" if word == "casualties" else "arrested")
        elif word == "treated":
            kind, start = self._chain(at)
            if kind == BE and not self._unreal(start):
                yield from self._of_subject(at, self._auxiliaries(start), "treated")
        elif word == "away":
            if low[at - 1] in {"passed", "passes"} and not self._unreal(at - 2):
                yield from self._of_subject(at, self._auxiliaries(at - 1), "killed")
        elif word == "custody":
            if low[at - 1] in {"into", "in"} and low[max(at - 3, 0)] in {"taken", "was", "is", "were", "are", "remains"} | {"man", "suspect"}:
                k = at - 2 - (low[at - 2] == "taken")
                if self.words.tags[k] == BE:
                    yield from self._of_subject(at, self._auxiliaries(k), "arrested")

    def _toll(self, at: int) -> Iterator[Harm]:
        low = self.words.low
        if low[at - 1 : at] == ["injury"]:
            return
        last = None
        for k in range(at + 1, min(at + 14, len(low))):
            told = quantity(low, k) if low[k - 1] in {"to", "at", "of", "is", "was", "stands", "reached", "hit", "reaches", "hits", "least"} else None
            if told is not None:
                last = Harm("killed", (), told[0], self.words.start(k), self.words.end(told[1] - 1), self.words.start(at), toll=True)
                if low[k - 1] in {"to", "at", "is"}:
                    break
        if last is not None:
            yield last

    def _wounds(self, at: int) -> Iterator[Harm]:
        low, tags, k = self.words.low, self.words.tags, at - 1
        if {"non-life-threatening", "wound", "gunshot"} & set(low[max(at - 3, 0) : at]) or True:
            while k >= 0 and at - k < 9 and (tags[k] in {"", ADVERB, DETERMINER, FATE, ADJECTIVE, NOUN} or low[k] in {"and", ",", "for", "from", "to", "of"} or quantity(low, k)) and low[k] not in _BEAR | _SUFFER:
                k -= 1
            if k < 0 or low[k] not in _BEAR | _SUFFER:
                if low[at] == "injuries" or low[at] == "injury":
                    yield from self._tallied(at, "injured")
                return
        if "died" in low[max(k - 2, 0) : at]:
            return
        own = "self-inflicted" in low[k:at]
        fate = "struck"
        group = None
        if low[k] in {"with", "suffering", "sustaining", "receiving"}:
            name = self._name(k - 1, ended=True)
            group = next((self._own(g) for g in reversed(self.groups) if g[-1].last <= k and k - g[-1].last <= 8), None)
            if name is not None and (group is None or group[-1].last < k):
                group = [name]
        else:
            group = self._subject(k)
        if group is not None and not (low[k] == "with" and group[-1].last < k - 2 and not _agrees(group, None)):
            yield self._harm(fate, group, at, own=own)

    def _condition(self, at: int) -> Iterator[Harm]:
        low, k = self.words.low, at - 1
        while k >= 0 and at - k < 7 and low[k] != "in":
            k -= 1
        if k < 0 or low[k] != "in" or not vocabulary().conditions & set(low[k:at]):
            return
        start = self._auxiliaries(k) if self.words.tags[k - 1 : k] in ([BE], [ADVERB]) else k
        direct = next((g for g in self.groups if g[-1].last == k), None)
        if direct is not None:
            yield self._harm("injured", self._own(direct), at)
        else:
            yield from self._of_subject(at, start, "injured")

    def _treated(self, at: int) -> Iterator[Harm]:
        low, tags = self.words.low, self.words.tags
        for k in range(at - 1, max(at - 10, -1), -1):
            if low[k] in _CARRIED or (low[at] == "surgery" and low[k] in {"underwent", "undergoing"}):
                start = self._chain(k)
                if start[0] == BE:
                    yield from self._of_subject(at, self._auxiliaries(start[1]), "treated")
                elif low[at] == "surgery":
                    yield from self._of_subject(at, k, "injured")
                return
            if low[k] in _SEND and "to" in low[k:at]:
                group = next((g for g in self.groups if g[0].first == k + 1), None)
                if group is not None:
                    yield self._harm("treated", group, at, active=True)
                return
            if low[k] in {"remains", "remained", "is", "was", "were", "are"} and low[at] == "hospital" and at - k < 6 and "in" in low[k:at]:
                if tags[k] == BE:
                    yield from self._of_subject(at, k, "treated")
                return

    def _surviving(self, at: int) -> Iterator[Harm]:
        low, k = self.words.low, at - 1
        while k >= 0 and at - k < 4 and (low[k] in {"to", "expected", "likely"} or self.words.tags[k] == ADVERB):
            k -= 1
        if k < 0:
            return
        if self.words.tags[k] == BE and "not" not in low[k:at]:
            yield from self._of_subject(at, self._auxiliaries(k), "injured")
        elif low[at - 2 : at] == ["not", "survive"] or low[k + 1 : at] == [] and low[k] in {"n't", "didn't"}:
            yield from self._of_subject(at, k, "killed")
        elif low[at] == "survive" and low[at - 1] == "not" and low[at - 2 : at - 1] == ["did"]:
            yield from self._of_subject(at, at - 2, "killed")

    def _lives(self, at: int) -> Iterator[Harm]:
        low = self.words.low
        window = low[max(at - 5, 0) : at]
        if low[at - 1] in {"his", "her", "their"} and {"lost", "losing"} & set(window):
            k = max(j for j in range(max(at - 5, 0), at) if low[j] in {"lost", "losing"})
            yield from self._of_subject(at, self._auxiliaries(k), "killed")
        elif {"claimed", "claiming", "claims", "took", "taken", "taking"} & set(window):
            if low[at + 1 : at + 2] == ["of"]:
                group = next((g for g in self.groups if g[0].first == at + 2), None)
                if group is not None:
                    yield self._harm("killed", group, at)
            elif "own" in window:
                yield from self._self(at)
            else:
                told = next((t for k in range(max(at - 4, 0), at) if (t := quantity(low, k)) and t[1] == at), None)
                if told is not None or low[at - 1] == "a":
                    count = told[0] if told else ONE
                    yield Harm("killed", (), count, self.words.start(at - 1), self.words.end(at), self.words.start(at))

    def _self(self, at: int) -> Iterator[Harm]:
        """Read "killed himself", "turned the gun on himself", "committed suicide"."""
        low = self.words.low
        window = low[max(at - 6, 0) : at]
        fate = None
        if low[at] == "suicide":
            if "committed" not in window and "committing" not in window and "commits" not in window and window[-1:] != ["by"]:
                return
            fate = "killed"
        elif low[at] in {"life", "lives"} or window[-1:] == ["on"] and {"turned", "turning", "turns", "turn"} & set(window):
            fate = "killed"
        elif window and window[-1] in {"killed", "killing", "kills", "hanged", "blew", "detonated"}:
            fate = "killed"
        elif window and window[-1] in {"shot", "shooting", "shoots", "stabbed"}:
            limb = _LIMBS & set(low[at + 1 : at + 6])
            after = {"then", "before"} & set(window) or "fatally" in window or low[at - 2 : at - 1] == ["and"]
            fate = "killed" if after and not limb else "struck"
        elif "then" in window[-2:]:
            fate = "killed"
        if fate is None or self._unreal(at - 2):
            return
        verb = next((j for j in range(at - 1, max(at - 7, -1), -1) if self.words.tags[j] in {FATE, VERB} or low[j] in {"committed", "took"}), at)
        group = self._doer(verb, low[at])
        if group is not None:
            yield self._harm(fate, group, at, own=True)
        else:
            sex = {"himself": "m", "herself": "f"}.get(low[at], "")
            person = Person(at, at + 1, ONE, "pronoun", head=low[at], sex=sex)
            yield self._harm(fate, [person], at, own=True)

    def _doer(self, verb: int, pronoun: str) -> list[Person] | None:
        """Find who does something to himself: the nearest who may be a subject."""
        sex = {"himself": "m", "herself": "f"}.get(pronoun, "")
        for group in reversed(self.groups):
            if group[-1].last > verb or len(group) > 1:
                continue
            person = group[0]
            lead = self.words.tags[person.first - 1] if person.first else MARK
            if self.words.low[person.last : person.last + 1] in (["'s"], ["’s"]):
                continue
            if not person.single or lead in {PREPOSITION, FATE} or (sex and person.sex and person.sex != sex):
                continue
            return [person]
        return None


def _agrees(group: list[Person], plural: bool | None) -> bool:
    if plural is None or (group[0].count is not None and not group[0].count.minimum):
        return True
    apposed = group[0].single and len(group) == 2 and bool(group[0].name) != bool(group[1].name) and group[1].first - group[0].last == 1
    several = (len(group) > 1 and not apposed) or not group[0].single
    return several == plural


def _is_told_of(words: Words, first: int) -> bool:
    """Tell "one of the men", "the body of a man" from "the mother of two"."""
    return first > 1 and words.low[first - 2] in {"body", "bodies", "one", "some", "most", "all", "both"}


def hurt(fates: Iterable[str]) -> str:
    """Return the worst of several fates."""
    order = ("struck", "treated", "injured", "killed")
    return max(fates, key=order.index)


def shifted(harm: Harm, by: int) -> Harm:
    """Move a harm by the start of its sentence."""
    return replace(harm, start=harm.start + by, end=harm.end + by, at=harm.at + by)

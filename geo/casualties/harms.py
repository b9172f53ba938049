"""Find what befell the people of a sentence: who was killed, hurt, hit, arrested or is missing.

Each word that tells of harm is asked for its people: the subject of "was killed" and "died", the
object of "killed" and "killing", what stands behind "the death of". The subject must agree in
number, and stand before no preposition of its own: "two men in a car were shot" are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from geo.casualties import additions, coordination, ellipsis, objects, outcomes, tallies, victims
from geo.casualties.people import people
from geo.casualties.persons import ONE, Person, groups
from geo.casualties.shorthand import coded
from geo.casualties.subjects import Harm, Who
from geo.casualties.sufferers import is_of_people
from geo.casualties.survival import died_of_hurt, is_usual
from geo.casualties.tokens import Words, cut
from geo.casualties.vocabulary import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    FATE,
    GENITIVE,
    HAVE,
    MARK,
    MODAL,
    NOUN,
    PREPOSITION,
    PRONOUN,
    SUBORDINATE,
    VERB,
    some,
    vocabulary,
)
from geo.language.late import late
from geo.language.numerals import quantity
from geo.language.text import small_words
from geo.model import Count

__all__ = ["Harm", "may_tell", "read"]

DEAD_REACH = 7
"""Words from "shot" to "dead" at most: "shot all three people in the house dead"."""
LISTED = 5
"""Words from "struck off" to the list at most: "struck off the central voters' list"."""
TO_LIMB = 3
"""Words from "shot in" to the limb at most: "in the left leg"."""
_APOSTROPHES = frozenset({"'", "’"})
"""Behind a plural they say whose something is: "the priests' murder"."""
OWNED = 3
"""Words from "the man's" to his death at most: "the man's tragic violent death"."""
OF_WOUNDS, BEFORE = 6, 3
"""Words behind "died" in which wounds or a hospital stand; before it, in which "later" does."""
TIME = 6
"""Words of a day at most: "the arrest late on Monday night of"."""
WANTED = 8
"""Words before "arrest of" in which it is only called for."""
_WORD = re.compile(r"[^\W\d_]+")
# The only word of harm of its sentence: by a bullet, unless by something that drives.
_WAS_HIT = late(
    r"\bhit by (?:[\w-]+ ){0,2}(?:bullets?|pellets?|shrapnel|gunfire|splinters)\b|"
    r"\b(?:was|were|been|got) (?:also )?hit\b(?! (?:by|with) (?:an? |the )?(?:[\w-]+ )?"
    r"(?:car|cars|vehicle|truck|train|bus|suv|van|pickup|ball|lightning)\b)|"
    # "A shell hit two herders".
    r"\b(?:shells?|rockets?|missiles?|mortars?|rounds?|projectiles?|bombs?|grenades?|(?:land)?mines?|ieds?|drones?|"
    r"fragments?|canisters?) (?:[\w-]+ )?hits? "
)
# Verbs that mean an arrest only with "in", or of whom police show.
_WAS_TAKEN = re.compile(
    r"\b(?:took|taken|takes|taking|pulled|brought) in\b|"
    r"\bpresented (?:[\w-]+ ){1,4}(?:suspects|men|women|people|persons)\b"
)
_BY_PHRASE = (
    ellipsis.listed,
    ellipsis.among,
    ellipsis.of_those,
    ellipsis.numbered,
    ellipsis.inverted,
    ellipsis.called,
    tallies.labelled,
    coded,
)
"""Who reads what no single word tells."""
_ENDS_CLAUSE = frozenset({MARK, BE, HAVE, VERB, SUBORDINATE, MODAL, FATE})
_DONE_TO_THINGS = frozenset({"grazed", "wiped_out"})
"""What nobody suffers who stands before: "herders grazed on the hill", "jets wiped out a camp"."""
_SEXES = {"his": "m", "her": "f"}
_DEATHS = frozenset({"death", "killing", "murder", "slaying"})


@cache
def _telling() -> frozenset[str]:
    known = vocabulary()
    phrases = (word.partition("_")[0] for word in known.fates if "_" in word)
    told = some("hints").union(phrases, known.fates, known.adjectives, known.nouns)
    return told.union(*known.outcomes.values()) - some("seldom")


def may_tell(sentence: str) -> bool:
    """Tell whether a sentence has any word of harm: most have none, and need no reading."""
    low = sentence.lower()
    # All of its words, but for parts of such as "café": others ask for them too.
    possible = not _telling().isdisjoint(small_words(sentence))
    if possible and (low.isascii() or not _telling().isdisjoint(_WORD.findall(low))):
        return True
    if " hit" in low and _WAS_HIT.search(low) is not None:
        return True
    return _WAS_TAKEN.search(low) is not None


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
    return _Reader(words, Who(words, named)).read()


@dataclass(frozen=True, slots=True)
class _Reader:
    """The words and groups of one sentence."""

    words: Words
    who: Who

    def read(self) -> list[Harm]:
        found = list(victims.told(self.who))
        found += self._told_by_words()
        for reader in _BY_PHRASE:
            found += reader(self.who)
        found += list(ellipsis.gapped(self.who, found))
        found += list(ellipsis.as_many(self.who, found))
        found += list(ellipsis.so_did(self.who, found))
        found += list(ellipsis.by_then(self.who, found))
        found += victims.unnamed(self.words)
        found = [victims.without_bodies(self.words, harm) for harm in found]
        told = (harm for harm in found if is_of_people(self.words, harm))
        decided = died_of_hurt(self.words, self._decided(sorted(told, key=lambda harm: harm.at)))
        return additions.mark(self.words, decided)

    def _decided(self, told: list[Harm]) -> list[Harm]:
        """Leave out what may have befallen some or none: "20 people were killed or wounded"."""
        open_ = set[Harm]()
        for one, other in combinations(told, 2):
            some_were = one.count is not None and one.count.minimum > 0  # "no injuries or deaths"
            if some_were and one.start == other.start and one.fate != other.fate:
                between = range(self.words.at(one.at) + 1, self.words.at(other.at))
                if "or" in {self.words.low[k] for k in between if self.words.tag(k) != ADVERB}:
                    open_ |= {one, other}
        return [harm for harm in told if harm not in open_]

    def _told_by_words(self) -> Iterator[Harm]:
        """Ask each word of harm outside the phrases of people."""
        by_tag = {FATE: self._verb, ADJECTIVE: self._state, NOUN: self._noun}
        by_word, inside = outcomes.readers(), self._inside()
        for at, (tag, word) in enumerate(zip(self.words.tags, self.words.low, strict=True)):
            if inside[at] and tag != PRONOUN:
                continue
            if tag in by_tag:
                yield from by_tag[tag](at)
            if word in by_word:
                yield from by_word[word](self.who, at)

    def _inside(self) -> bytearray:
        """Mark the words of phrases of people."""
        inside = bytearray(len(self.words.low))
        for group in self.who.groups:
            for person in group:
                inside[person.first : person.last] = b"\1" * (person.last - person.first)
        return inside

    # ---- verbs

    def _verb(self, at: int) -> Iterator[Harm]:
        """Read a verb of harm by its form: "was shot", "died", "killing two", "shoots two"."""
        fate, form = vocabulary().fates[self.words.low[at]]
        if fate == "struck" and (self._is_of_gun(at) or self._missed(at, form)):
            return
        fate = "killed" if form != "intransitive" and self._is_fatal(at) else fate
        if fate == "struck" and self._is_in_limb(at):
            fate = "injured"
        if form == "past":
            yield from self._past(at, fate)
        elif form == "ing":
            yield from self._ing(at, fate)
        elif form == "intransitive":
            if not (self.who.unreal(at - 1) or self._fades(at) or is_usual(self.words, at)):
                told = self.who.of_subject(at, self.who.auxiliaries(at), fate)
                yield from map(self._of_the_hurt, told)
        elif self._is_noun(at):
            yield from self._noun(at)
        elif not self.who.unreal(at - 1, tried=True):
            yield from objects.behind(self.who, at, fate)

    def _of_the_hurt(self, harm: Harm) -> Harm:
        """Mark who died as one of those told hurt: "two later died", "one died of wounds"."""
        words, first, at = self.words, harm.people[0], self.words.at(harm.at)
        near = words.low[max(at - BEFORE, 0) : at] + words.low[at + 1 : at + 1 + OF_WOUNDS]
        late = not some("afterwards").isdisjoint(near) or words.low[0] == "of"
        if not first.more and not first.ordinal and first.form == "number" and not first.head:
            first = replace(first, part=first.part or late)
        among = words.low[first.last : first.last + 2] == ["among", "the"]
        if among and vocabulary().adjectives.get(words.word(first.last + 2)) == "injured":
            first = replace(first, part=True, fate="injured")  # "a nun among the injured died"
        cared = words.low[at].startswith("succumb") or not some("in_care").isdisjoint(near)
        if first.fate is None and ((first.part and late) or first.more) and (late or cared):
            first = replace(first, fate="injured" if cared or first.part else None)
        return replace(harm, people=(first, *harm.people[1:]))

    def _fades(self, at: int) -> bool:
        """Tell "until the shooting died down" from "two died down the road"."""
        words = self.words
        ended = words.low[at] in {"died", "dies"} and words.word(at + 1) in some("fades")
        return ended and words.word(at + 2) not in some("faded_at")

    def _is_in_limb(self, at: int) -> bool:
        """Tell whether somebody was hit where few die of it: "was shot in the left leg"."""
        low = self.words.low
        k = at + 1 + (self.words.word(at + 1) in {"once", "twice"})
        return self.words.word(k) == "in" and not some("limbs").isdisjoint(
            low[k + 1 : k + 1 + TO_LIMB]
        )

    def _ing(self, at: int, fate: str) -> Iterator[Harm]:
        """Read "killing two", "the killing of two", "a double shooting"."""
        words = self.words
        of_death = words.low[at + 1 : at + 3] in (["death", "of"], ["deaths", "of"])
        if words.word(self._past_time(at + 1)) == "of" or of_death:
            yield from self._noun(at)
        elif words.word(at - 1) in some("tried"):
            return
        elif self._owner(at) is not None:
            yield from self._owned(at, fate)
        elif words.tag(at - 1) != DETERMINER:  # "sought over the shooting a man with a beard"
            yield from objects.behind(self.who, at, fate)
        if words.word(at - 1) in vocabulary().multiples:
            yield from self._noun(at)

    def _is_of_gun(self, at: int) -> bool:
        """Tell whether "one shot" was fired, and nobody was shot: "one shot rang out"."""
        words = self.words
        if words.low[at] != "shot" or words.word(at - 1) not in {"one", "single"}:
            return False
        return words.tag(at + 1) == BE or words.word(at + 1) in some("of_gunfire")

    def _missed(self, at: int, form: str) -> bool:
        """Tell "shot at officers" and "was shot at" from "was shot at a party"."""
        words = self.words
        if words.word(at + 1) in {"off", "from"} and words.low[at] == "struck":
            # "Struck off the voters' list", unlike "struck from behind".
            return not some("registers").isdisjoint(words.low[at + 2 : at + 2 + LISTED])
        if words.word(at + 1) != "at":
            return words.word(at + 1) == "back"
        if self.who.group_at(at + 2) is not None or words.word(at + 2) == "by":
            return True
        return words.tag(at + 2) == MARK or not self._is_passive(at, form)

    def _is_passive(self, at: int, form: str) -> bool:
        """Tell whether somebody was hit: "was shot", in a headline also "two shot"."""
        if form != "past":
            return False
        kind, start = self.who.chain(at)
        group = self.who.group_to(start + 1)
        bare = group is not None and not group[0].attacker and group[0].form != "definite"
        # "One of five people shot at a party", unlike "two men shot at a house".
        led = bare and group is not None and self.words.tag(group[0].first - 1) == PREPOSITION
        part = bare and group is not None and group[0].part
        return kind == BE or (bare and self.words.headline) or led or part

    def _is_fatal(self, at: int) -> bool:
        """Tell whether a verb says that it killed: "shot dead", "fatally shot"."""
        low = self.words.low
        if at in self.words.deadly or self.words.word(at + 1) == "dead" or self._is_dead_behind(at):
            return True
        if low[at + 1 : at + 3] in (["to", "death"], ["and", "killed"]):
            return True
        return not some("fatally").isdisjoint(low[max(at - 2, 0) : at])

    def _is_dead_behind(self, at: int) -> bool:
        """Tell whether "dead" closes what a verb says: "shot all the people in it dead"."""
        words, low = self.words, self.words.low
        if low[at] not in some("deadens"):
            return False
        group = self.who.group_at(at + 1)  # "shot his wife and two children dead"
        if group is not None and words.word(group[-1].last) == "dead":
            return words.tag(group[-1].last + 1) in {MARK, PREPOSITION, SUBORDINATE}
        for k in range(at + 1, min(at + 2 + DEAD_REACH, len(low))):
            if low[k] == "dead":
                return words.tag(k + 1) in {MARK, PREPOSITION} and words.tag(k - 1) != DETERMINER
            if words.tags[k] in _ENDS_CLAUSE:
                return False
        return False

    def _past(self, at: int, fate: str) -> Iterator[Harm]:
        """Read "was killed", "killed two", "two men killed in"."""
        who = self.who
        kind, start = who.chain(at)
        if kind not in {BE, HAVE}:
            kind, start = coordination.chain_before(who, at) or (kind, start)
        if kind == BE:
            if not who.unreal(start):
                yield from who.of_subject(at, who.auxiliaries(start), fate)
            return
        if self._lists_fates(at):
            yield from objects.ahead(who, at, start + 1, fate)
            return
        found = list(objects.behind(who, at, fate))
        if found:
            yield from found if not who.unreal(start) else ()
            return
        counted = quantity(self.words.low, at + 1) is not None
        object_ = self.words.tag(at + 1) == DETERMINER and not self._is_time(at + 1)
        if kind == HAVE or object_ or counted:
            return
        shared = coordination.shared(who, at)
        if shared is not None:
            yield from who.of_subject(at, who.auxiliaries(shared), fate)
        elif self.words.low[at] not in _DONE_TO_THINGS:
            found = list(objects.ahead(who, at, start + 1, fate))
            left = who.left(at) if not found else None
            yield from [who.harm(fate, left, at)] if left is not None else found

    def _lists_fates(self, at: int) -> bool:
        """Tell whether a number behind goes on with others: "two guards killed one injured"."""
        group, told = self.who.group_to(at), quantity(self.words.low, at + 1)
        if group is None or told is None or group[0].form != "number":
            return False
        return self.words.tag(told[1]) in {FATE, ADJECTIVE} and self.words.tag(at - 1) != BE

    # ---- states and nouns

    def _state(self, at: int) -> Iterator[Harm]:
        """Read "two dead", "was found dead", "went missing"."""
        who, words = self.who, self.words
        fate = vocabulary().adjectives[words.low[at]]
        if words.low[at] == "dead" and words.word(at - 1) in some("deadens"):
            return  # "a gunman shot dead two clerks": told by the verb
        kind, start = who.chain(at)
        if words.word(start) == "and" and start + 1 < at:  # "was shot in the chest and found dead"
            kind, start = coordination.chain_before(who, start + 1) or (kind, start)
            if kind != BE and (shared := coordination.shared(who, start + 1)) is not None:
                kind, start = BE, shared  # "were led away and later found dead"
        direct = who.group_to(start + 1) or (who.left(at) if kind != BE else None)
        if direct is None and words.word(at - 1) == "found" and kind != BE:
            direct = objects.of_origin(who, start + 1)  # "two men of Tolmen found dead"
        if direct is not None and self._is_in_state(direct, kind):
            yield who.harm(fate, who.own(direct), at)
        elif kind == BE and not who.unreal(start):
            yield from who.of_subject(at, who.auxiliaries(start), fate)
        elif fate == "missing" and words.word(start) in {"went", "gone"}:
            yield from who.of_subject(at, start, fate)

    def _is_in_state(self, group: Sequence[Person], kind: str) -> bool:
        """Tell whether the adjective behind a group is of it: "two dead", "found him dead"."""
        if kind == BE:
            return group[0].form != "definite"
        lead = self.words.word(group[0].first - 1)
        return group[-1].form != "pronoun" or lead in some("found")

    def _noun(self, at: int) -> Iterator[Harm]:
        """Read "the death of two men", "the boy's death", "two deaths", "double homicide"."""
        words, known = self.words, vocabulary()
        fate, of = self._fate_of_noun(at), self._past_time(at + 1)
        if words.word(of) in {"death", "deaths"}:
            fate, of = "killed", of + 1  # "the shooting death of"
        before = words.word(at - 1)
        fate = "killed" if before in some("deadly") else fate
        fate = "struck" if before == "attempted" else fate
        if before in known.multiples:
            count = Count(known.multiples[before], known.multiples[before])
            yield Harm(fate, (), count, words.start(at - 1), words.end(at), words.start(at))
        elif words.word(of) in {"of", "to"}:
            group = self.who.group_at(of + 1) or objects.titled(self.who, of + 1)
            group = objects.told(words, group or [])
            if group:
                yield self.who.harm(fate, group, at)
        else:
            yield from self._owned(at, fate)
            if words.low[at] in known.counted and not tallies.is_named(words, at):
                yield from tallies.tallied(self.who, at, fate)

    def _past_time(self, k: int) -> int:
        """Go on to the "of" behind a day or a place: "the death in Arno on Monday of two"."""
        end = k
        while end - k < TIME and (
            (self.words.low[end : end + 1] or ["of"])[0] in some("of_time")
            or (end > k and self.words.is_capital(end))
        ):
            end += 1
        # "Killing three of them": a number alone is no day.
        numbers = all(quantity(self.words.low, at) is not None for at in range(k, end))
        return end if not numbers and self.words.word(end) == "of" else k

    def _is_time(self, k: int) -> bool:
        """Tell whether a time begins at an article: "detained that morning", "the same day"."""
        near = self.words.low[k + 1 : k + 3]
        return bool(near) and near[0] in some("of_time") and near[0].isalpha()

    def _is_noun(self, at: int) -> bool:
        """Tell whether a verb is a noun here: "the arrest of five men", not "calls for the"."""
        words = self.words
        if self._owner(at) is not None:
            return True
        if words.word(self._past_time(at + 1)) != "of" or words.tag(at - 1) == MODAL:
            return False
        return some("wanted").isdisjoint(words.low[max(at - WANTED, 0) : at])

    def _fate_of_noun(self, at: int) -> str:
        word, known = self.words.low[at], vocabulary()
        return known.nouns.get(word) or known.fates.get(word, ("", ""))[0]

    def _owned(self, at: int, fate: str) -> Iterator[Harm]:
        """Read "the man's death", "her brutal murder"."""
        words, k = self.words, at - 1
        if (owner := self._owner(at)) is not None:
            yield self.who.harm(fate, [owner], at)
        elif words.word(k) in _SEXES and words.low[at] in _DEATHS:
            word = words.low[k]
            person = Person(k, k + 1, ONE, "pronoun", head=word, sex=_SEXES[word])
            yield self.who.harm(fate, [person], at)

    def _owner(self, at: int) -> Person | None:
        """Return whose death is told of: "the man's", "the six priests' brutal"."""
        words, k = self.words, at - 1
        while at - k <= OWNED and words.word(k) not in GENITIVE and self._describes(k):
            k -= 1
        of_many = words.word(k) in _APOSTROPHES and words.word(k - 1).endswith("s")
        group = self.who.group_to(k) if of_many or words.word(k) in GENITIVE else None
        return group[-1] if group is not None else None

    def _describes(self, k: int) -> bool:
        return self.words.tag(k) in {ADVERB, FATE} or self.words.word(k) in some("dreadful")

"""Say who did what to whom: the arguments of the verb or noun that tells of a deed.

``geo.language.grammar`` knows subjects and objects; here they become agents and patients, and nouns
have theirs: "the killing of two officers by gunmen", "rebel attack on a convoy", "launched an
attack", "a blast that killed". The words are in ``grammar.toml``.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import NamedTuple

from geo.language import grammar
from geo.language.chunks import SENTENCES_KEPT, Chunk, Sentence, VerbGroup, parse
from geo.model import Span

__all__ = ["Arguments", "Phrase", "arguments", "speakers"]

PHRASES_BEHIND = 6
"""Phrases with a preposition that are read behind a noun: "the attack on Monday in Galdor by"."""

_AGAINST = frozenset({"on", "against", "upon", "targeting", "at", "towards", "toward", "into"})
_OPPONENT = frozenset({"with"})
_ON = frozenset({"on"})
_MAIN = frozenset({"finite", "participle"})  # the tagger takes some past tenses for participles
_SAYING = frozenset({"say", "blame"})
_OF = frozenset({"of"})
_PART_OF = frozenset({"of", "from"})
_CAUSED_IN = frozenset({"in", "during", "by", "after"})
_NOUNS = frozenset("NPAKGM-")


class Phrase(NamedTuple):
    """A noun chunk of the text: all of it, and its head.

    Attributes
    ----------
    name
        Whether the head is a name.
    modifier
        It is no chunk of its own, but stands before the noun ("rebel attack").
    complement
        The chunk behind "of" or "from": "members of the party".
    apposition
        What is said behind a comma: "Ana Kos, a teacher", "a teacher, Ana Kos,".
    """

    span: Span
    head: Span
    name: bool = False
    modifier: bool = False
    complement: Phrase | None = None
    apposition: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who did it and to whom, as the text words it; empty where it does not say.

    ``deed`` is the noun that tells of it, if a noun does.
    """

    agents: tuple[Phrase, ...] = ()
    patients: tuple[Phrase, ...] = ()
    deed: Phrase | None = None


class _Clause:
    """A verb with what belongs to it, looked for when asked; relative pronouns are resolved."""

    def __init__(self, told: Sentence, verb: VerbGroup) -> None:
        self._told = told
        self.verb = verb
        self.word = told.words[verb.head].lower()
        self.lists = _lists().get(self.word, frozenset())

    @cached_property
    def passive(self) -> bool:
        return grammar.is_passive(self._told, self.verb)

    @cached_property
    def subjects(self) -> tuple[Chunk, ...]:
        return self._resolved(grammar.subjects(self._told, self.verb))

    @cached_property
    def objects(self) -> tuple[Chunk, ...]:
        return () if self.passive else self._resolved(grammar.objects(self._told, self.verb))

    @cached_property
    def agents(self) -> tuple[Chunk, ...]:
        return grammar.agents(self._told, self.verb) if self.passive else ()

    def _resolved(self, chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
        if not any(chunk.letter == "W" for chunk in chunks):
            return chunks
        return tuple(
            one
            for chunk in chunks
            for one in (grammar.antecedent(self._told, chunk) if chunk.letter == "W" else (chunk,))
        )


def arguments(text: str, sentence: Span, trigger: Span) -> Arguments:
    """Return the arguments of the deed that a stretch of a sentence tells of.

    Parameters
    ----------
    text
        The whole text.
    sentence
        One of its sentences.
    trigger
        The words that tell of the deed, a verb or a noun with what belongs to them.

    Examples
    --------
    >>> text = "Masked gunmen stormed the village and shot two farmers dead."
    >>> told = arguments(text, Span(0, len(text)), Span(38, 42))
    >>> [p.span.of(text) for p in told.agents], [p.span.of(text) for p in told.patients]
    (['Masked gunmen'], ['two farmers'])
    >>> text = "The killing of two officers by rebels was condemned."
    >>> told = arguments(text, Span(0, len(text)), Span(4, 11))
    >>> [p.span.of(text) for p in told.agents], [p.span.of(text) for p in told.patients]
    (['rebels'], ['two officers'])
    """
    at = sentence.start
    return _arguments(sentence.of(text), trigger.start - at, trigger.end - at, at)


# Each trigger is asked for twice: whether it is a figure of speech, and who did it.
@lru_cache(maxsize=SENTENCES_KEPT)
def _arguments(said: str, begins: int, ends: int, start: int) -> Arguments:
    """Return the arguments of a trigger of a sentence that begins at a place of its text."""
    told = parse(said)
    first, last = _tokens(told, begins, ends)
    if first == last:
        return Arguments()
    found = _Found(told, [], [])
    own = [c for c in _clauses(said) if first <= c.verb.head < last and _tells(told, c.verb)]
    for clause in own:
        _of_verb(found, clause, last)
        _of_sequel(found, clause, _clauses(said))
    noun = None if own else _noun(told, first, last)
    if noun is not None:
        _of_noun(found, noun, _clauses(said))
    elif not found.agents and not found.patients:
        _of_phrases(found, last, undergo=False)  # a noun that was taken for a verb: "Clashes"
    return found.placed(start, noun, _modifiers(told, noun, first) if noun else None)


def _tells(told: Sentence, verb: VerbGroup) -> bool:
    return told.tags[verb.head].startswith("VERB")


def _noun(told: Sentence, first: int, last: int) -> Chunk | None:
    """Return the noun that tells: the first of "attack on a bus", the head of "bomb attack"."""
    own = (told.chunk_at[i] for i in range(first, last))
    return next((chunk for chunk in own if chunk is not None and chunk.head >= first), None)


def speakers(text: str, sentence: Span) -> tuple[Phrase, ...]:
    """Return who says what a sentence tells: "police said", "according to witnesses".

    Examples
    --------
    >>> text = "Two men were shot, police said."
    >>> [phrase.span.of(text) for phrase in speakers(text, Span(0, len(text)))]
    ['police']
    """
    said = sentence.of(text)
    return _Found(parse(said), list(_speakers(said)), []).placed(sentence.start, None, None).agents


@lru_cache(maxsize=SENTENCES_KEPT)
def _speakers(said: str) -> tuple[Chunk, ...]:
    told = parse(said)
    found = [
        chunk
        for clause in _clauses(said)
        if not clause.lists.isdisjoint(_SAYING) and clause.verb.form in _MAIN and not clause.passive
        for chunk in (_inverted(told, clause.verb) or clause.subjects)
    ]
    for i, word in enumerate(told.words[:-2]):
        if word.lower() == "according" and (chunk := told.chunk_at[i + 2]) is not None:
            found.append(chunk)
    return tuple(found)


def _inverted(told: Sentence, verb: VerbGroup) -> tuple[Chunk, ...]:
    """Return the subject behind its verb: "…," said the mayor."""
    chunk = told.chunk_at[verb.last] if verb.last < len(told.words) else None
    quoted = verb.first > 0 and told.letters[verb.first - 1] in ',"'
    return (chunk,) if quoted and chunk is not None else ()


@lru_cache(maxsize=SENTENCES_KEPT)
def _clauses(said: str) -> tuple[_Clause, ...]:
    """Return the verbs of a sentence with what belongs to them."""
    told = parse(said)
    return tuple(_Clause(told, verb) for verb in told.groups)


def _of_verb(found: _Found, clause: _Clause, last: int) -> None:
    """Take what belongs to a verb that tells: "shot", "opened fire on", "came under fire from"."""
    behind = [word.lower() for word in found.told.words[clause.verb.last : last]]
    if clause.passive:
        found.patients.extend(clause.subjects)
        found.agents.extend(clause.agents)
    elif "under" in behind and "suffer" in clause.lists:
        found.patients.extend(clause.subjects)
        found.agents.extend(_behind(found.told, last, frozenset({"from", "by"})))
    else:
        found.agents.extend(clause.subjects)
        found.patients.extend(clause.objects)
        found.patients.extend(_behind(found.told, last, _AGAINST | _OPPONENT))


def _of_sequel(found: _Found, own: _Clause, clauses: Iterable[_Clause]) -> None:
    """Take whom it harmed by the verbs that follow: "opened fire, killing two"."""
    for clause in clauses:
        if "harm" not in clause.lists or clause.verb.first <= own.verb.first or own.passive:
            continue
        if own.subjects and clause.subjects == own.subjects:
            found.patients.extend(clause.objects)


def _of_noun(found: _Found, noun: Chunk, clauses: Iterable[_Clause]) -> None:
    """Take what belongs to a noun that tells of the deed, and to the verbs that it depends on."""
    _of_phrases(found, noun.last, undergo=_listed(found.told.words[noun.head], "undergo"))
    if any("pin" in c.lists and noun in c.objects for c in clauses):
        blamed = _blamed(found.told, noun.last)
        found.agents.extend(blamed)
        found.patients[:] = (patient for patient in found.patients if patient not in blamed)
    for clause in clauses:
        _of_governor(found, noun, clause)


def _blamed(told: Sentence, behind: int) -> list[Chunk]:
    """Return whom a deed is blamed on: rebels, in "blamed the attack (on a bus) on rebels"."""
    first = _behind(told, behind, _ON)
    return (_behind(told, first[-1].last, _ON) if first else []) or first


def _of_phrases(found: _Found, behind: int, *, undergo: bool) -> None:
    """Take the phrases behind a noun: "of officers", "by gunmen", "between police and students"."""
    told = found.told
    (found.patients if undergo else found.agents).extend(_behind(told, behind, _OF, most=1))
    found.agents.extend(_behind(told, behind, frozenset({"by", "from"})))
    found.patients.extend(_behind(told, behind, _AGAINST))
    sides = _behind(told, behind, frozenset({"between"}))
    found.agents.extend(sides[:1])
    found.patients.extend([*sides[1:], *_behind(told, behind, _OPPONENT)])


def _of_governor(found: _Found, noun: Chunk, clause: _Clause) -> None:
    """Take what a verb says of the deed that is its subject, its object or its occasion."""
    lists = clause.lists
    if clause.passive:
        if "carry_out" in lists and noun in clause.subjects:
            found.agents.extend(clause.agents)  # but not: "condemned by"
    elif "harm" in lists and noun in clause.subjects:
        found.patients.extend(clause.objects)
    elif "carry_out" in lists and noun in clause.objects:
        found.agents.extend(clause.subjects)
    elif "suffer" in lists and noun in clause.objects:
        found.patients.extend(clause.subjects)
    before = noun.first - 1
    if before > 0 and found.told.letters[before] == "I" and clause.verb.first < before:
        _of_occasion(found, noun, clause)


def _of_occasion(found: _Found, noun: Chunk, clause: _Clause) -> None:
    """Take what "died in the attack", "claimed responsibility for the attack" say of it."""
    told, before = found.told, noun.first - 1
    left, lists = told.chunk_at[before - 1], clause.lists
    if clause.verb.last != before and left not in clause.objects:
        return
    preposition = told.words[before].lower()
    if "blame" in lists:
        found.agents.extend(clause.objects)
    elif left is not None and _listed(told.words[left.head], "responsibility"):
        found.agents.extend(clause.subjects)
    elif preposition == "in" and noun.first == noun.head and not clause.passive:
        found.agents.extend(clause.subjects)  # "shut their shops in protest"
    elif preposition == "under":
        found.patients.extend(clause.subjects if "suffer" in lists else ())
    elif preposition in _CAUSED_IN and (clause.passive or clause.word == "died"):
        found.patients.extend(clause.subjects)


def _behind(
    told: Sentence, i: int, prepositions: frozenset[str], *, most: int = PHRASES_BEHIND
) -> list[Chunk]:
    """Return what stands behind one of some prepositions, among the phrases behind a word."""
    for _ in range(most):
        while i < len(told.words) and _is_aside(told, i):
            i += 1 + (told.letters[i] == "I")
        if i + 1 >= len(told.words) or told.chunk_at[i] is not None:
            return []
        word, chunk = told.words[i].lower(), told.chunk_at[i + 1]
        if chunk is None or not (told.letters[i] in "IST" or word == "targeting"):
            return []
        if word in prepositions and told.words[chunk.head].lower() not in grammar.TIMES:
            return list(grammar.conjuncts(told, chunk, pair=word == "between"))
        i = chunk.last
    return []


def _is_aside(told: Sentence, i: int) -> bool:
    """Tell whether an adverb or a time stands between a noun and its phrases: "on Monday"."""
    if told.letters[i] in "RH" or told.letters[i : i + 2] == "IH":
        return True
    chunk = told.chunk_at[i]
    return chunk is not None and told.words[chunk.head].lower() in grammar.TIMES


def _tokens(told: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the first token that a stretch touches, and the one behind the last."""
    first = bisect_right(told.at, start, key=lambda span: span[1])
    return first, max(first, bisect_left(told.at, end, key=lambda span: span[0]))


def _modifiers(told: Sentence, noun: Chunk, first: int) -> Chunk | None:
    """Return what stands before a noun: "rebel attack", "the army's shelling"."""
    end = min(max(first, noun.first), noun.head)
    owner = told.letters.rfind("Z", noun.first, end)
    last = owner if owner >= 0 else end
    start = last
    while start > noun.first and told.letters[start - 1] in _NOUNS:
        start -= 1
    if start == last or told.words[last - 1].lower() in grammar.TIMES:
        return None
    return Chunk(start, last, last - 1, told.letters[last - 1])


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found so far."""

    told: Sentence
    agents: list[Chunk]
    patients: list[Chunk]

    def placed(self, offset: int, noun: Chunk | None, modifier: Chunk | None) -> Arguments:
        """Turn chunks into phrases of the whole text.

        Who stands before a noun acts ("rebel attack"), or undergoes ("journalist killing").
        """
        agents, patients = self._phrases(self.agents, offset), self._phrases(self.patients, offset)
        if noun is not None and modifier is not None:
            before = self._phrase(modifier, offset, modifier=True)
            owns = self.told.letters[modifier.last : modifier.last + 1] == "Z"
            undergoes = _listed(self.told.words[noun.head], "undergo") and not patients
            if undergoes and not owns:
                patients = (before,)
            else:
                agents += (before,)
        deed = self._phrase(noun, offset) if noun is not None else None
        return Arguments(agents, tuple(p for p in patients if p not in agents), deed)

    def _phrases(self, chunks: Iterable[Chunk], offset: int) -> tuple[Phrase, ...]:
        named = (chunk for chunk in dict.fromkeys(chunks) if chunk.letter not in "OW")
        return tuple(self._phrase(chunk, offset) for chunk in named)

    def _phrase(self, chunk: Chunk, offset: int, *, modifier: bool = False) -> Phrase:
        at = self.told.at
        span = Span(offset + at[chunk.first][0], offset + at[chunk.last - 1][1])
        head = Span(offset + at[chunk.head][0], offset + at[chunk.head][1])
        following = None if modifier else self._following(chunk)
        if following is None:
            return Phrase(span, head, name=chunk.letter == "P", modifier=modifier)
        more = self._phrase(following, offset)
        of = self.told.letters[chunk.last] == "I"
        return Phrase(
            span,
            head,
            name=chunk.letter == "P",
            complement=more if of else None,
            apposition=None if of else more,
        )

    def _following(self, chunk: Chunk) -> Chunk | None:
        """Return the chunk behind "of", or behind the comma that follows a name."""
        i, told = chunk.last, self.told
        other = told.chunk_at[i + 1] if i + 1 < len(told.words) else None
        if other is None or other.letter in "OW":
            return None
        of = told.letters[i] == "I" and told.words[i].lower() in _PART_OF
        return other if of or (told.letters[i] == "," and self._names(chunk, other)) else None

    def _names(self, chunk: Chunk, other: Chunk) -> bool:
        """Tell whether two chunks parted by a comma mean one person; not "Ana Kos, police said"."""
        if grammar.has_verb_behind(self.told, other):
            return False
        closed = self.told.letters[other.last : other.last + 1] == ","
        pair = chunk.letter + other.letter
        return pair == "PN" or (pair == "NP" and closed)


def _listed(word: str, name: str) -> bool:
    return name in _lists().get(word.lower(), ())


@cache
def _lists() -> dict[str, frozenset[str]]:
    """Return the lists that a word is in: all forms of the verbs, the nouns and their plurals."""
    table = tomllib.loads(
        resources.files("geo.language").joinpath("grammar.toml").read_text("utf-8")
    )
    irregular = {verb: forms.split() for verb, forms in table["forms"].items()}
    found: dict[str, set[str]] = {}
    for name, row in table["nouns"].items():
        for noun in row.split():
            for form in (noun, noun + "s"):
                found.setdefault(form, set()).add(name)
    for name, row in table["verbs"].items():
        for verb in row.split():
            for form in _forms(verb, irregular):
                found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


def _forms(verb: str, irregular: dict[str, list[str]]) -> Iterator[str]:
    """Yield the forms of a verb; some that nobody writes do no harm."""
    stem = verb[:-1] if verb[-1] in "ey" else verb
    yield verb
    yield from (verb + "s", verb + "es", stem + "ing", verb + "ing", verb + verb[-1] + "ing")
    yield from irregular.get(verb, ())
    if verb.endswith("y"):
        yield from (stem + "ies", stem + "ied")
    yield from (stem + "ed", verb + "ed", verb + verb[-1] + "ed")

"""What words tell of which kind of incident.

The vocabulary is data (``kinds.toml``, whose head explains the notation); here it becomes a
matcher. Every row of the table is filed under the words it can begin with, so that a sentence costs
one dictionary look-up a word; it is spelled out when such a word first turns up, since one article
meets a small part of the vocabulary.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from geo.errors import TableError
from geo.events.attempts import is_aimed
from geo.events.causes import asserted
from geo.events.crossing import is_of_two
from geo.events.filing import (
    ASIDE,
    Hit,
    Index,
    Row,
    WordIndex,
    commonness,
    is_holder,
    is_joined,
    named,
    names,
    possible,
    rows_of,
)
from geo.events.grievances import CROWD, is_wrong
from geo.events.insertions import behind_insertion, closed_up
from geo.events.kinds import Kind, Trigger, kind_of
from geo.events.mainclauses import main_clause
from geo.events.marking import marked
from geo.events.mischance import is_mischance
from geo.events.overlaps import bars, is_next_verb, is_whose, longest, without_twins
from geo.events.refining import OF_ACTORS, OF_PLACES, is_answered, is_of, is_spared
from geo.events.surnames import is_name
from geo.events.titles import PUT, passive_at
from geo.language.elements import Elements
from geo.language.notation import Grammar
from geo.language.sequences import first_end
from geo.language.text import lowered
from geo.model import Span

__all__ = ["Kind", "Lexicon", "Trigger", "default_lexicon"]

OUTVOTED_BY = 2
"""How many rows more of another kind it takes to silence a longer one. With 2 or 3 the kind was
right as often or more often in each of 12 sets of sentences, 1,900 in all, with 1 it was not."""


class Lexicon:
    """The kinds of incident and the triggers that tell of them.

    Parameters
    ----------
    table
        The parsed ``kinds.toml``.

    Examples
    --------
    >>> text = "Gunmen opened fire on a bus near the town."
    >>> [(t.kind.name, t.span.of(text)) for t in default_lexicon().find(text)]
    [('shooting', 'opened fire')]
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._grammar = Grammar(table.get("verbs", {}), table.get("classes", {}))
        self._count = 0
        self._telling: Index = {}
        # By kind as well: of 660 rows that may bar in an article 180 are of a kind that is found.
        self._asides: dict[tuple[str, str], Index] = {}
        self._unless: dict[str, frozenset[str]] = {}
        self._refines: dict[str, frozenset[str]] = {}
        self._given_unless: dict[str, frozenset[str]] = {}
        self._otherwise: dict[str, tuple[str, ...]] = {}
        self._achieved: set[str] = set()
        kinds: dict[str, Kind] = {}
        for name, entry in table.items():
            if name in {"verbs", "classes"}:
                continue
            kinds[name] = kind_of(name, entry)
            self._unless[name] = frozenset(entry.get("unless", ()))
            if entry.get("achieved"):
                self._achieved.add(name)
            if "refines" in entry:
                self._refines[name] = frozenset(entry["refines"])
                self._given_unless[name] = frozenset(entry.get("given_unless", ()))
            if "only_with" in entry:
                self._otherwise[name] = tuple(entry["otherwise"])
            for role, row in rows_of(entry):
                self._file(name, role, row)
        self._keys = frozenset(self._telling)
        self._coarser = frozenset().union(*self._refines.values())
        self.kinds: Mapping[str, Kind] = MappingProxyType(kinds)

    def grammar(self, classes: Mapping[str, Any], verbs: Mapping[str, Any]) -> Grammar:
        """Return the notation of the table with more classes and verbs."""
        own = self._table
        return Grammar(own.get("verbs", {}) | verbs, own.get("classes", {}) | classes)

    def _file(self, kind: str, role: str, words: str) -> None:
        first, *needs = self._grammar.needs(words)
        key = min((first, *needs), key=commonness)
        others = sorted((need for need in (first, *needs) if need is not key), key=len)
        verb = self._grammar.has_verb(words)
        done = self._grammar.deeds(words)
        between = self._grammar.participles(words)
        aims = kind in self._achieved and ASIDE.get(role) != "not"
        undone = self._grammar.undone(words) if aims else frozenset[str]()
        row = Row(self._count, kind, role, words, first, tuple(others), verb, done, undone, between)
        self._count += 1
        aside = ASIDE.get(role)
        index = self._asides.setdefault((aside, kind), {}) if aside else self._telling
        for word in key:
            index.setdefault(word, []).append(row)

    def compile(self) -> int:
        """Compile every row now, to find a mistake in the table before an article does.

        Returns
        -------
        How many different sequences there are.
        """
        indexes = (self._telling, *self._asides.values())
        rows = (row for index in indexes for rows in index.values() for row in rows)
        return len({(row.words, row.barring): self._sequence(row) for row in rows})

    def _sequence(self, row: Row) -> Elements:
        return self._grammar.sequence(row.words, loose=row.barring)

    def find(
        self, text: str, span: Span | None = None, places: Iterable[Span] = ()
    ) -> tuple[Trigger, ...]:
        """Find the triggers of one sentence, in the order of the text.

        Parameters
        ----------
        text
            The whole text; offsets of the answer count in it.
        span
            The sentence; the whole text if not given.
        places
            Where the text names places: who "captured Knin" took a town, who "captured Karim" a
            man.
        """
        where = span or Span(0, len(text))
        said, written = marked(lowered(where.of(text)), text, where, places), where.of(text)
        found = self._told(said, written)
        if not found and (at := passive_at(said)) is not None:
            told = self._told(_put(said, at), _put(written, at))
            found = tuple(replace(t, span=_taken_out(t.span, at), verb=None) for t in told)
        return tuple(_moved_trigger(t, where.start) for t in found)

    def _told(self, said: str, written: str) -> tuple[Trigger, ...]:
        """Find the triggers of a sentence in small letters, with its names of places marked."""
        sentence = WordIndex(said)
        # One sentence of twenty has no word that could tell of anything.
        if self._keys.isdisjoint(sentence.known):
            return ()
        hits = self._hits(sentence, written)
        closed = closed_up(sentence.text, (at for _, at in hits))
        if closed != sentence.text:
            sentence = WordIndex(closed)
            hits = self._hits(sentence, written)
            hits = [(row, behind_insertion(at, closed)) for row, at in hits]
        meant = [h for h in hits if not self._excluded(h[0], sentence)]
        of_main = self._of_main_clause(sentence.text, meant, written)
        hits += of_main
        if not hits:
            return ()
        given: dict[str, list[Span]] = {}
        elected = self._elected([*meant, *of_main])
        told = [
            (row, self._trigger((row, at), hits, sentence, given))
            for row, at in longest(elected, sentence.text)
        ]
        twins = without_twins([t for _, t in told])
        return tuple(asserted(sentence.text, twins, _results(told)))

    def _of_main_clause(self, sentence: str, hits: Sequence[Hit], written: str) -> list[Hit]:
        """Return what the main clause tells over clauses and insertions that tell of deeds too."""
        main = main_clause(sentence, written)
        if main == sentence:
            return []
        words = WordIndex(main)
        found = self._hits(words, written)
        told = ((hit, behind_insertion(hit[1], main)) for hit in found)
        return [
            # Who acts stands ahead, and says of what kind his deed is.
            (replace(hit[0], kind=self._settled(hit, found, words, {})), behind)
            for hit, behind in told
            if behind != hit[1]
            and not self._excluded(hit[0], words)
            and not any(behind.overlaps(other) for _, other in hits)
        ]

    def _hits(self, sentence: WordIndex, written: str) -> list[Hit]:
        """Return what rows tell of deeds, each as far as it tells of its own."""
        later = self._grammar.later_verbs
        found = self._matched(possible(self._telling, sentence), sentence)
        matched = [h for h in found if not is_name(h, later(h[0].words), written)]
        hits = self._unbarred(matched, sentence)
        hits = [(row, at) for row, at in hits if row.joins or not is_of_two(at.of(sentence.text))]
        return [(row, row.own_part(at, sentence.text, later(row.words))) for row, at in hits]

    def _trigger(
        self, hit: Hit, hits: list[Hit], sentence: WordIndex, given: dict[str, list[Span]]
    ) -> Trigger:
        row, at = hit
        kind = self.kinds[self._settled(hit, hits, sentence, given)]
        generic = row.role in {"generic", "result"}
        noun = row.noun or names(row, at.of(sentence.text))
        told = row.verb_in(at.of(sentence.text), self._grammar.later_verbs(row.words))
        verb = None if told is None else at.start + told
        return Trigger(kind, at, generic, noun, row.whole, verb)

    def may_tell(self, text: str, span: Span, *, capital: bool = True) -> bool:
        """Tell whether a sentence could have triggers, whichever names in it are those of places.

        Where it could not, ``find`` finds none: any word with a capital is taken for a place and
        for itself, and what keeps a row from telling is left out of account. Without ``capital``
        any word is taken so; with it, places that begin with a small letter are not thought of.
        """
        written = span.of(text)
        said = lowered(written)
        closed = closed_up(said, (), anywhere=True)
        at = passive_at(said)
        if at is not None and self._may_be_told(
            WordIndex(_put(said, at), _put(written, at) if capital else "")
        ):
            return True
        return any(
            self._may_be_told(WordIndex(one, written if capital else ""))
            for one in dict.fromkeys((said, closed, main_clause(said, written)))
        )

    def _may_be_told(self, sentence: WordIndex) -> bool:
        return not self._keys.isdisjoint(sentence.known) and any(
            self._may_match(row, sentence) for row in possible(self._telling, sentence)
        )

    def _may_match(self, row: Row, sentence: WordIndex) -> bool:
        sequence = self._sequence(row)
        return any(
            first_end(sequence, sentence, start) is not None
            for word in row.first & sentence.known
            for start in sentence.positions[word]
        )

    def _settled(
        self, hit: Hit, hits: list[Hit], sentence: WordIndex, given: dict[str, list[Span]]
    ) -> str:
        """Return the kind that a row tells in its sentence: force used on a crowd, or an attack.

        What is `only_with` some words tells without them of the first of its `otherwise` kinds of
        which another row lies in it, or of the last.
        """
        row, at = hit
        if row.kind in self._otherwise and not self._is_among(row.kind, sentence):
            within = {other.kind for other, span in hits if at.covers(span)}
            others = self._otherwise[row.kind]
            return next((kind for kind in others if kind in within), others[-1])
        return self._refined(row.kind, at, sentence, given)

    def _is_among(self, kind: str, sentence: WordIndex) -> bool:
        """Tell whether a sentence has what a kind is `only_with`, if it asks for anything."""
        if kind not in self._otherwise:
            return True
        rows = self._aside("only_with", kind, sentence)
        return next(self._matched(rows, sentence), None) is not None

    def _refined(
        self, kind: str, at: Span, sentence: WordIndex, given: dict[str, list[Span]]
    ) -> str:
        """Return the finest kind that the sentence gives: a blast and "suicide bomber".

        "The murder of A and a bomb attack on B" are two deeds: a murder is one of its own clause.
        A trigger that says for itself that it is another is spared: "an air strike killed men who
        planted bombs".
        """
        if kind not in self._coarser:
            return kind
        for finer, coarser in self._refines.items():
            if kind not in coarser:
                continue
            if finer not in given:
                given[finer] = self._given(finer, sentence)
            barred = not sentence.known.isdisjoint(self._given_unless[finer])
            if not given[finer] or barred or not self._is_among(finer, sentence):
                continue
            how = {"timed": finer not in OF_ACTORS, "placed": finer in OF_PLACES}
            said = (
                t for t in given[finer] if not (kind == CROWD and is_wrong(sentence.text, at, t))
            )
            tells = any(is_of(sentence.text, t, at, **how) for t in said)
            if tells and not self._is_spared(finer, at, sentence):
                kind = finer
        return kind

    def _given(self, finer: str, sentence: WordIndex) -> list[Span]:
        """Return the words of a sentence that would make another kind of it a finer one."""
        found = list(self._matched(self._aside("given", finer, sentence), sentence))
        told = (span for _, span in self._unbarred(found, sentence))
        text, apart = sentence.text, finer in OF_PLACES
        return [s for s in told if not ((apart and is_of_two(s.of(text))) or is_answered(text, s))]

    def _is_spared(self, finer: str, at: Span, sentence: WordIndex) -> bool:
        """Tell whether a trigger holds words of a `spares` row of the kind that would take over."""
        rows = self._aside("spares", finer, sentence)
        matched = (said for _, said in self._matched(rows, sentence))
        return any(is_spared(finer, sentence.text, said, at) for said in matched)

    def _elected(self, hits: list[Hit]) -> list[Hit]:
        """Leave out a row over others that tell of another kind where it stands rather alone."""
        if len({row.kind for row, _ in hits}) < 2:
            return hits
        return [hit for hit in hits if not self._is_outvoted(hit, hits)]

    def _is_outvoted(self, hit: Hit, hits: Iterable[Hit]) -> bool:
        row, at = hit
        votes: defaultdict[str, set[str]] = defaultdict(set)
        covered: set[str] = set()
        for other, span in hits:
            if other.role not in {"generic", "result"} and at.overlaps(span):
                votes[other.kind].add(other.words)
                if at.covers(span):
                    covered.add(other.kind)
        most = len(votes[row.kind]) + OUTVOTED_BY
        finer = self._refines.get(row.kind, frozenset())
        return any(len(votes[kind]) >= most for kind in covered - finer - {row.kind})

    def _aside(self, role: str, kind: str, sentence: WordIndex) -> Sequence[Row]:
        """Return the rows of a kind that bar or refine in a sentence, as far as its words go."""
        key = role, kind
        found = sentence.aside.get(key)
        if found is None:
            index = self._asides.get(key)
            found = sentence.aside[key] = possible(index, sentence) if index else ()
        return found

    def _matched(self, rows: Iterable[Row], sentence: WordIndex) -> Iterator[Hit]:
        """Yield the rows that match, wherever they do."""
        for row in rows:
            sequence = self._sequence(row)
            for word in row.first & sentence.known:
                for start in sentence.positions[word]:
                    end = first_end(sequence, sentence, start)
                    if end is None or is_joined(row, sentence, start):
                        continue
                    at = Span(*sentence.span(start, end))
                    if named(row, sentence, start) or is_holder(row, sentence, start):
                        continue
                    if row.turned(sentence.text, at):
                        continue
                    if not row.undone or not is_aimed(sentence.text, at, row.undone):
                        yield row, at

    def _unbarred(self, hits: list[Hit], sentence: WordIndex) -> list[Hit]:
        """Drop what a `not` row of its kind overlaps."""
        if not hits:
            return hits
        barred = {
            kind: [
                (row, at)
                for row, at in self._matched(self._aside("not", kind, sentence), sentence)
                if not (is_next_verb(sentence.text, at) or is_whose(sentence.text, (row, at)))
            ]
            for kind in {row.kind for row, _ in hits}
        }
        return [(row, at) for row, at in hits if not any(bars(bar, at) for bar in barred[row.kind])]

    def bars(self, text: str, span: Span, trigger: Trigger) -> bool:
        """Tell whether a sentence means something else by a trigger that was found otherwise."""
        sentence = WordIndex(lowered(span.of(text)))
        rows = self._aside("not", trigger.kind.name, sentence)
        at = _moved(trigger.span, -span.start)
        return any(bars(bar, at) for bar in self._matched(rows, sentence))

    def _excluded(self, row: Row, sentence: WordIndex) -> bool:
        barred = row.role in {"generic", "barred"}
        said, known = sentence.text, sentence.known
        return barred and is_mischance(said, known & self._unless[row.kind], known)


def _put(said: str, at: int) -> str:
    return f"{said[:at]}{PUT}{said[at:]}"


def _taken_out(span: Span, at: int) -> Span:
    """Return where a stretch stands without what was put into its sentence."""
    start, end = (max(one - len(PUT), at) if one > at else one for one in (span.start, span.end))
    return Span(start, end)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved_trigger(trigger: Trigger, by: int) -> Trigger:
    verb = None if trigger.verb is None else trigger.verb + by
    return replace(trigger, span=_moved(trigger.span, by), verb=verb)


def _results(told: Iterable[tuple[Row, Trigger]]) -> frozenset[Span]:
    """Return where words stand that only tell what came of a deed told by others: "died"."""
    return frozenset(trigger.span for row, trigger in told if row.role == "result")


def load(text: str) -> Lexicon:
    """Read a lexicon from the text of a TOML file shaped like ``kinds.toml``."""
    try:
        return Lexicon(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise TableError(str(error), path="kinds.toml", remedy="mend the TOML") from error
    except KeyError as error:
        raise TableError(
            f"a kind lacks {error}", path="kinds.toml", remedy="give label, family and acled"
        ) from error


@cache
def default_lexicon() -> Lexicon:
    """Return the lexicon that comes with the package, read once."""
    return load(resources.files("geo").joinpath("kinds.toml").read_text("utf-8"))

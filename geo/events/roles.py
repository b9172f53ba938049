"""Deeds told by the roles of those whom a verb is about, where no row of the vocabulary tells them.

The rows of ``kinds.toml`` are held against words in their order; here the parse of a sentence says
who does what to whom, however far apart they stand. "Irate traders pummelled the alleged
pickpocket": verbs of violence are too many for any list, but a crowd that does something to an
alleged thief, and does not save him from it, did him violence. The frames are data
(``roles.toml``): who does it, whom it befalls, and by which verbs it is told.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

from geo.language import grammar
from geo.language.almanac import words
from geo.language.chunks import Chunk, VerbGroup, parse
from geo.language.chunks import Sentence as Parsed
from geo.language.elements import Elements
from geo.language.sequences import Said, ends
from geo.lexicon import Lexicon, Trigger
from geo.model import Span

__all__ = ["find", "may_tell"]

LONGEST = 60
"""Characters of the words that tell: of longer ones the verb alone is shown."""
NEAR = 4
"""Words behind a verb, or behind whom it befalls, among which "down" or "towards" stands."""
PLACE = "@"
"""Among the rows of a party: the name of a place."""
_HIM = frozenset({"him", "her", "them"})
_TOKEN = re.compile(r"\w+")
_UPON = words("over on upon into at down up off out away from with back through of")
"""What may part a verb from whom it befalls: "set upon him", "cleared out of Tongo"."""


@dataclass(frozen=True, slots=True)
class _Party:
    """Who may be meant: rows held against the end of a noun phrase, and what else counts."""

    rows: Elements
    begins: frozenset[str]
    place: bool
    named: bool
    pronoun: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """Who does what to whom, and where ``towards`` it goes; ``verbal`` ones name their verbs."""

    kind: str
    agents: _Party | None
    patients: _Party | None
    towards: frozenset[str]
    agentless: bool
    verbal: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """A verb of a frame with the words of which one must follow: "pull" and "down"."""

    frame: _Frame
    particles: frozenset[str]


class _Heard:
    """The words of a sentence before it is parsed: what they cannot tell it does not.

    A parse takes ten times as long, and of 975 sentences of TimeBank that have a word of both
    parties of a frame 634 have them nowhere.
    """

    def __init__(self, said: str, *, placed: bool) -> None:
        self._low = said.lower()
        self._placed = placed
        self._tokens = set(_TOKEN.findall(self._low))
        self._standing: dict[int, bool] = {}

    @cached_property
    def _said(self) -> Said:
        """The sentence as if any of its words were a place: a phrase is cut out of it later."""
        return Said(self._low, "")

    def of(self, forms: KeysView[str]) -> set[str]:
        """Return which of some words it has."""
        return self._tokens & forms

    def has_words(self, frame: _Frame) -> bool:
        """Tell whether it has words of both parties; who did it may go without saying.

        A hyphen parts words as it does for rows: a "lynch-mob" is a mob.
        """
        parties = (None if frame.agentless else frame.agents, frame.patients)
        return all(
            p is None or self._is_anybody(p) or not p.begins.isdisjoint(self._said.known)
            for p in parties
        )

    def has(self, frame: _Frame, particles: frozenset[str] = frozenset()) -> bool:
        """Tell whether it has both parties of a frame, and what must follow its verb."""
        near = (words for words in (particles, frame.towards) if words)
        if any(words.isdisjoint(self._tokens) for words in near):
            return False
        # "He was booked" names nobody who did it.
        agents = None if frame.agentless else frame.agents
        return all(p is None or self._may_stand(p) for p in (agents, frame.patients))

    def _is_anybody(self, party: _Party) -> bool:
        return party.named or party.pronoun or (party.place and self._placed)

    def _may_stand(self, party: _Party) -> bool:
        if self._is_anybody(party):
            return True
        key = id(party)
        if key not in self._standing:
            self._standing[key] = self._stands(party)
        return self._standing[key]

    def _stands(self, party: _Party) -> bool:
        said = self._said
        return any(
            ends(party.rows, said, at)
            for word in party.begins & said.known
            for at in said.positions[word]
        )


class _Frames:
    """The frames of a table, in the notation of a lexicon."""

    def __init__(self, table: Mapping[str, Any], lexicon: Lexicon) -> None:
        self._grammar = lexicon.grammar(table["classes"], table["forms"])
        self._harmless = self._forms(table["verbs"]["harmless"].split())
        self._ways: defaultdict[str, list[_Way]] = defaultdict(list)
        self._open: list[_Frame] = []
        for row in table["frames"]:
            self._add(row)

    def _forms(self, verbs: Sequence[str]) -> frozenset[str]:
        return self._grammar.sequence("v:" + "|".join(verbs))[0].body.words

    def _add(self, row: Mapping[str, Any]) -> None:
        frame = _Frame(
            row["kind"],
            self._party(row, "agents"),
            self._party(row, "patients"),
            words(row.get("towards", "")),
            row.get("agentless", False),
            "verbs" in row,
        )
        if not frame.verbal:
            self._open.append(frame)
            return
        for told in row["verbs"]:
            verb, _, particles = told.partition(" ")
            way = _Way(frame, frozenset(filter(None, particles.split("|"))))
            for form in self._forms([verb]):
                self._ways[form].append(way)

    def _party(self, row: Mapping[str, Any], role: str) -> _Party | None:
        if role not in row:
            return None
        told = row[role].split("|")
        rows = "|".join(one for one in told if one != PLACE)
        named = role == "patients" and row.get("named", False)
        begins = self._grammar.first_words(rows)
        return _Party(self._grammar.sequence(rows), begins, PLACE in told, named, named)

    def find(self, said: str, places: set[int] | None) -> Iterator[tuple[str, Span]]:
        """Yield the kinds that a sentence tells, and the words that tell them.

        Without ``places`` any name may be one or none, and what could tell so is told.
        """
        if not self._may_tell(_Heard(said, placed=places is None or bool(places))):
            return
        told = _Told(said, places)
        for verb in told.parsed.groups:
            if not told.parsed.tags[verb.head].startswith("VERB"):
                continue
            for frame, particles in self._of(told.word(verb.head)):
                span = told.fits(verb, frame, particles)
                if span is not None:
                    yield frame.kind, span
                    break

    def _of(self, word: str) -> Iterator[tuple[_Frame, frozenset[str]]]:
        """Yield the frames that a verb may be of: its own, and those of any verb that harms."""
        for way in self._ways.get(word, ()):
            yield way.frame, way.particles
        if word not in self._harmless:
            for frame in self._open:
                yield frame, frozenset()

    def _may_tell(self, heard: _Heard) -> bool:
        ways = [way for word in heard.of(self._ways.keys()) for way in self._ways[word]]
        frames = (*self._open, *(way.frame for way in ways))
        return any(map(heard.has_words, frames)) and (
            any(map(heard.has, self._open)) or any(heard.has(w.frame, w.particles) for w in ways)
        )


class _Told:
    """A sentence, whom its verbs are about, and where its places stand."""

    def __init__(self, said: str, places: set[int] | None) -> None:
        self._said = said
        self._places = places
        self._known: dict[tuple[Chunk, int], bool] = {}
        self.parsed: Parsed = parse(said)

    def word(self, i: int) -> str:
        """Return a token in small letters."""
        return self.parsed.words[i].lower()

    def fits(self, verb: VerbGroup, frame: _Frame, particles: frozenset[str]) -> Span | None:
        """Return the words that tell, if a verb is about those whom a frame is about."""
        if particles and not self._is_near(verb.last, particles):
            return None
        passive = grammar.is_passive(self.parsed, verb)
        if not passive and verb.form == "infinitive" and not frame.verbal:
            return None
        subjects = self._resolved(grammar.subjects(self.parsed, verb))
        if frame.patients is None:
            return self._goes(verb, frame, subjects)
        does = grammar.agents(self.parsed, verb) if passive else subjects
        befalls = subjects if passive else self._befalls(verb)
        hit = next((one for one in befalls if self._is(one, frame.patients)), None)
        if hit is None or not self._is_done(verb, frame, does, passive=passive):
            return None
        behind = verb.last if passive else max(verb.last, hit.last)
        # Where places are not known yet, what is hit may be another phrase than the first.
        if frame.towards and self._places is not None and not self._is_near(behind, frame.towards):
            return None
        return self._span(verb, None if passive else hit)

    def _goes(self, verb: VerbGroup, frame: _Frame, subjects: Sequence[Chunk]) -> Span | None:
        """Return the words of who only goes somewhere, or is sent there."""
        agents = frame.agents
        if agents is None or not any(self._is(one, agents) for one in subjects):
            return None
        there = not frame.towards or self._is_near(verb.last, frame.towards)
        return self._span(verb, None) if there else None

    def _is_done(
        self, verb: VerbGroup, frame: _Frame, does: Sequence[Chunk], *, passive: bool
    ) -> bool:
        """Tell whether those do it who do such things, or nobody is named: "he was raped"."""
        if passive and not does:
            return frame.agentless and verb.form == "finite"
        agents = frame.agents
        return agents is None or any(self._is(one, agents) for one in does)

    def _befalls(self, verb: VerbGroup) -> tuple[Chunk, ...]:
        """Return whom or what an active verb acts upon, over a preposition too."""
        found = self._resolved(grammar.objects(self.parsed, verb))
        if found:
            return found
        i, count = verb.last, len(self.parsed.words)
        while i < min(count, verb.last + 2) and self.word(i) in _UPON:
            i += 1
        chunk = self.parsed.chunk_at[i] if verb.last < i < count else None
        return (chunk,) if chunk is not None and chunk.letter != "W" else ()

    def _resolved(self, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
        return tuple(
            one
            for chunk in chunks
            for one in (grammar.antecedent(self.parsed, chunk) if chunk.letter == "W" else (chunk,))
        )

    def _is_near(self, i: int, wanted: frozenset[str]) -> bool:
        return any(word.lower() in wanted for word in self.parsed.words[i : i + NEAR])

    def _is(self, chunk: Chunk, party: _Party) -> bool:
        if chunk.letter == "P" and self._may_be(chunk, party):
            return True
        if party.pronoun and self.word(chunk.head) in _HIM:
            return True
        key = chunk, id(party)
        if key not in self._known:
            self._known[key] = self._ends_as(chunk, party) or self._is_of(chunk, party)
        return self._known[key]

    def _may_be(self, chunk: Chunk, party: _Party) -> bool:
        """Tell whether a name is of a party, as the place or the person that it names."""
        if self._places is None:
            return party.place or party.named
        starts = (self.parsed.at[i][0] for i in range(chunk.first, chunk.last))
        return party.named if self._places.isdisjoint(starts) else party.place

    def _is_of(self, chunk: Chunk, party: _Party) -> bool:
        """Tell whether a phrase counts some of a party: "a group of armed men"."""
        i = chunk.last + 1
        if i >= len(self.parsed.words) or self.word(chunk.last) != "of":
            return False
        other = self.parsed.chunk_at[i]
        return other is not None and self._ends_as(other, party)

    def _ends_as(self, chunk: Chunk, party: _Party) -> bool:
        at = self.parsed.at
        said = Said(self._said[at[chunk.first][0] : at[chunk.last - 1][1]].lower())
        count = len(said.words)
        return any(count in ends(party.rows, said, i) for i in range(count))

    def _span(self, verb: VerbGroup, hit: Chunk | None) -> Span:
        start, end = self.parsed.at[verb.head]
        if hit is not None and hit.first >= verb.last:
            last = self.parsed.at[hit.head][1]
            end = last if last - start <= LONGEST else end
        return Span(start, end)


@cache
def _frames(lexicon: Lexicon) -> _Frames:
    text = resources.files("geo.events").joinpath("roles.toml").read_text("utf-8")
    return _Frames(tomllib.loads(text), lexicon)


def find(
    text: str, sentence: Span, places: Sequence[Span], lexicon: Lexicon
) -> tuple[Trigger, ...]:
    """Return what the verbs of a sentence tell by those whom they are about.

    Parameters
    ----------
    text
        The whole text; offsets of the answer count in it.
    sentence
        One of its sentences, of which no row of the vocabulary tells a deed.
    places
        Where the text names places: soldiers who "exited Shire" left a town.
    lexicon
        The kinds, and the classes of words that frames share with them.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> text = "The alleged pickpocket was keelhauled by the mob."
    >>> [one] = find(text, Span(0, len(text)), [], default_lexicon())
    >>> one.kind.name, one.span.of(text)
    ('mob_violence', 'keelhauled')
    """
    starts = {place.start - sentence.start for place in places}
    found = _frames(lexicon).find(sentence.of(text), starts)
    at = sentence.start
    return tuple(
        Trigger(lexicon.kinds[kind], Span(at + told.start, at + told.end), generic=False)
        for kind, told in found
    )


def may_tell(text: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether ``find`` could find anything in a sentence, whatever in it is a place."""
    return any(_frames(lexicon).find(sentence.of(text), None))

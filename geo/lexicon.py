"""What words tell of which kind of incident.

The vocabulary is data (``kinds.toml``, whose head explains the notation); here it becomes a
matcher. Every row of the table is filed under the words it can begin with, so that a sentence costs
one dictionary look-up a word; its regular expression is compiled when such a word first turns up,
since one article meets a small part of the vocabulary.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from geo.almanac import NUMBERS, TENS, alternatives
from geo.errors import TableError
from geo.model import Span

__all__ = ["Kind", "Lexicon", "Trigger", "default_lexicon"]

GAP_WORDS = {"...": 5, "......": 10}
"""Words that a gap may stand for: two adjectives and a name, or a coordination of such."""
LONGEST_NUMBER = 20
"""Digits and marks of a number behind its first digit."""

# Possessive, since a quotation mark may belong to a gap or to its word: one reading is enough.
_BETWEEN = r"[\s\"“”‘’'()\-]++"
_GAPS = {mark: rf"(?:{_BETWEEN}[\w’']++){{0,{most}}}?" for mark, most in GAP_WORDS.items()}
_ONE_WORD = r"[^\W_]+(?:['’][^\W_]+)*"
_COUNTED = (
    *(word for word, value in (NUMBERS | TENS).items() if value),
    *("a", "an", "another", "both", "dozen", "dozens", "scores", "hundreds", "thousands"),
    *("several", "many"),
)
_HOW_MANY = (
    r"(?:(?:at least|more than|as many as|up to|about|around|some|nearly|over|almost) )?"
    rf"(?:\d[\d,.]{{0,{LONGEST_NUMBER}}}|{alternatives(_COUNTED)})(?: of)?"
)
_WORD = re.compile(_ONE_WORD)
_IN_NUMBER = re.compile(r"\d[,.]")
_WILD = {"*": _ONE_WORD, "#": _HOW_MANY}
_IRREGULAR = {"child": "children", "person": "people", "knife": "knives"}
_SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtv]")
_VOWEL_Y = re.compile(r"[^aeiou]y$")
_HISSING = re.compile(r"(?:s|x|z|ch|sh)$")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of incident and what other taxonomies call it.

    ``family`` groups kinds for the eye; ``verbal`` kinds are talk (demands, threats) and stay off
    the map by default; ``definite`` ones leave something behind that later sentences point at;
    what stands behind one that ``scopes`` is only spoken of ("called for the roads to be cleared").
    One that ``presupposes`` another tells of it when it has not come about.
    """

    name: str
    label: str
    family: str
    verbal: bool
    definite: bool
    scopes: bool
    presupposes: str | None
    acled_event_type: str | None
    acled_sub_event_type: str | None
    plover: str | None
    cameo: str | None


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of a text that tell of a kind; a ``generic`` one stands back for a more telling one."""

    kind: Kind
    span: Span
    generic: bool


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    role: str  # "trigger", "generic", "barred" by some words, "not" or "given"
    words: str


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
        self._grammar = _Grammar(table.get("verbs", {}), table.get("classes", {}))
        self._rows: dict[str, list[_Row]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._unless: dict[str, frozenset[str]] = {}
        self._refines: dict[str, frozenset[str]] = {}
        kinds: dict[str, Kind] = {}
        for name, entry in table.items():
            if name in {"verbs", "classes"}:
                continue
            kinds[name] = _kind(name, entry)
            self._unless[name] = frozenset(entry.get("unless", ()))
            if "refines" in entry:
                self._refines[name] = frozenset(entry["refines"])
            for role, words in _rows(entry):
                row = _Row(name, role, words)
                for word in self._grammar.first_words(words):
                    self._rows.setdefault(word, []).append(row)
        self.kinds: Mapping[str, Kind] = MappingProxyType(kinds)

    def compile(self) -> int:
        """Compile every row now, to find a mistake in the table before an article does.

        Returns
        -------
        How many different rows there are.
        """
        for rows in self._rows.values():
            for row in rows:
                self._pattern(row)
        return len(self._patterns)

    def _pattern(self, row: _Row) -> re.Pattern[str]:
        pattern = self._patterns.get(row.words)
        if pattern is None:
            pattern = re.compile(self._grammar.expression(row.words) + r"(?!-?\w)")
            self._patterns[row.words] = pattern
        return pattern

    def find(self, text: str, span: Span | None = None) -> tuple[Trigger, ...]:
        """Find the triggers of one sentence, in the order of the text.

        Parameters
        ----------
        text
            The whole text; offsets of the answer count in it.
        span
            The sentence; the whole text if not given.
        """
        where = span or Span(0, len(text))
        # Lower-casing must keep every offset: the few letters that grow are left as they are.
        sentence = "".join(c.lower() if len(c.lower()) == 1 else c for c in where.of(text))
        hits = _unbarred(list(self._hits(sentence)))
        words = {m.group() for m in _WORD.finditer(sentence)}
        given = {row.kind for row, _ in hits if row.role == "given"}
        triggers = [
            Trigger(
                self.kinds[self._refined(row.kind, given)],
                Span(at.start + where.start, at.end + where.start),
                row.role == "generic",
            )
            for row, at in _longest([hit for hit in hits if hit[0].role != "given"])
            if not self._excluded(row, words)
        ]
        return tuple(_without_generic(_without_twins(triggers)))

    def _refined(self, kind: str, given: set[str]) -> str:
        """Return the finest kind that the sentence gives: a blast and "suicide bomber"."""
        for finer, coarser in self._refines.items():
            if finer in given and kind in coarser:
                kind = finer
        return kind

    def _hits(self, sentence: str) -> Iterator[tuple[_Row, Span]]:
        for word in _WORD.finditer(sentence):
            key = "#" if word.group()[0].isdigit() else word.group()
            if key == "#" and _IN_NUMBER.match(sentence, max(word.start() - 2, 0), word.start()):
                continue
            for row in self._rows.get(key, ()):
                if match := self._pattern(row).match(sentence, word.start()):
                    yield row, Span(match.start(), match.end())

    def _excluded(self, row: _Row, words: set[str]) -> bool:
        barred = row.role in {"generic", "barred"}
        return barred and not words.isdisjoint(self._unless[row.kind])


def _unbarred(hits: list[tuple[_Row, Span]]) -> list[tuple[_Row, Span]]:
    """Drop what a `not` row of its kind overlaps."""
    barred = {
        (row.kind, place)
        for row, at in hits
        if row.role == "not"
        for place in range(at.start, at.end)
    }
    return [
        (row, at)
        for row, at in hits
        if row.role != "not"
        and not any((row.kind, place) in barred for place in range(at.start, at.end))
    ]


def _kind(name: str, entry: Mapping[str, Any]) -> Kind:
    event, sub_event = entry["acled"]
    return Kind(
        name=name,
        label=entry["label"],
        family=entry["family"],
        verbal=entry.get("verbal", False),
        definite=entry.get("definite", False),
        scopes=entry.get("scopes", False),
        presupposes=entry.get("presupposes"),
        acled_event_type=event or None,
        acled_sub_event_type=sub_event or None,
        plover=entry.get("plover"),
        cameo=entry.get("cameo"),
    )


def _rows(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    # A kind without generic triggers is barred as a whole by `unless`.
    plain = "trigger" if "generic" in entry or "unless" not in entry else "barred"
    for noun in entry.get("nouns", ()):
        yield plain, f"n:{noun}"
    for verb in entry.get("verbs", ()):
        yield plain, f"v:{verb}"
    for row in entry.get("phrases", ()):
        yield plain, row
    for row in entry.get("generic", ()):
        yield "generic", row
    for row in entry.get("given", ()):
        yield "given", row
    for row in entry.get("not", ()):
        yield "not", row


def _longest(hits: list[tuple[_Row, Span]]) -> list[tuple[_Row, Span]]:
    """Keep the longest of overlapping hits of a kind, and drop what lies inside another's."""
    kept: list[tuple[_Row, Span]] = []
    over: defaultdict[int, list[tuple[str, Span]]] = defaultdict(list)  # what is kept, by character
    order = sorted(hits, key=lambda h: (h[1].start - h[1].end, h[0].role == "generic", h[1].start))
    for row, at in order:
        # What is kept is no shorter, so what overlaps this lies over one of its ends.
        if not any(
            kind == row.kind or other.covers(at)
            for end in (at.start, at.end - 1)
            for kind, other in over[end]
        ):
            kept.append((row, at))
            for place in range(at.start, at.end):
                over[place].append((row.kind, at))
    return sorted(kept, key=lambda h: h[1])


def _without_twins(triggers: list[Trigger]) -> list[Trigger]:
    """Keep the longer of two overlapping triggers that became of one kind."""
    lost: set[Trigger] = set()
    before: list[Trigger] = []
    for one in triggers:
        before = [other for other in before if other.span.end > one.span.start]
        twins = [other for other in before if other.kind is one.kind]
        lost.update(max(one, other, key=_shortness) for other in twins)
        before.append(one)
    return [one for one in triggers if one not in lost]


def _shortness(trigger: Trigger) -> tuple[int, Span]:
    return trigger.span.start - trigger.span.end, trigger.span


def _without_generic(triggers: list[Trigger]) -> list[Trigger]:
    """Drop "killed" where the sentence says how; keep only the first of several."""
    telling = [t for t in triggers if not t.generic]
    if any(t.kind.family == "violence" for t in telling):
        return telling
    first: set[str] = set()
    kept = []
    for trigger in triggers:
        if trigger.generic and trigger.kind.name in first:
            continue
        if trigger.generic:
            first.add(trigger.kind.name)
        kept.append(trigger)
    return kept


class _Grammar:
    """The notation of ``kinds.toml``: a row of elements becomes a regular expression."""

    def __init__(self, verbs: Mapping[str, list[str]], classes: Mapping[str, list[str]]) -> None:
        self._verbs = verbs
        self._classes = classes
        self._begins: dict[str, frozenset[str]] = {}
        self._bodies: dict[str, str] = {}

    def expression(self, row: str) -> str:
        """Return the expression for a row, anchored at its first word."""
        parts: list[str] = []
        glue = ""
        for element in self._split(row):
            if element in _GAPS:
                glue = _GAPS[element] + _BETWEEN
                continue
            optional = element.endswith("?")
            body = self._body(element.rstrip("?"))
            parts.append(f"(?:{glue}{body})?" if optional else glue + body)
            glue = _BETWEEN
        return "".join(parts)

    def _body(self, element: str) -> str:
        if element not in self._bodies:
            options = sorted(set(self._options(element)), key=lambda o: (-len(o), o))
            self._bodies[element] = "(?:" + "|".join(options) + ")"
        return self._bodies[element]

    def first_words(self, row: str) -> frozenset[str]:
        """Return the words a match can begin with."""
        first = self._split(row)[0]
        if first not in self._begins:
            self._begins[first] = self._beginnings(first)
        return self._begins[first]

    def _beginnings(self, element: str) -> frozenset[str]:
        classes, element = _parted(element)
        begins = frozenset[str]().union(
            *(self.first_words(row) for name in classes for row in self._class(name))
        )
        if not element:
            return begins
        if element == "#":
            return frozenset(("#", *_COUNTED))
        words = (_WORD.match(form) for form in self._forms(element))
        return begins.union(w.group() for w in words if w)

    def _split(self, row: str) -> list[str]:
        """Split a row at its spaces; a noun of several words is one element."""
        if row.startswith("n:") and not re.search(r"[{.|?*#]| [vn]:", row):
            return [row]
        return row.split(" ")

    def _options(self, element: str) -> list[str]:
        classes, element = _parted(element)
        options = [self.expression(row) for name in classes for row in self._class(name)]
        if not element:
            return options
        if element in _WILD:
            return [_WILD[element]]
        return options + [re.escape(form).replace(r"\ ", _BETWEEN) for form in self._forms(element)]

    def _class(self, element: str) -> list[str]:
        rows = self._classes.get(element.strip("{}"))
        if rows is None:
            raise TableError(
                f"no class {element}", path="kinds.toml", remedy="add it under [classes]"
            )
        return rows

    def _forms(self, element: str) -> list[str]:
        """Return the forms of ``a|b``, ``v:a|b`` or ``a|v:b``; a leading mark counts for all."""
        alternatives = element.split("|")
        leading = alternatives[0].partition(":")[0] if ":" in alternatives[0] else ""
        forms: list[str] = []
        for alternative in alternatives:
            mark, _, word = alternative.rpartition(":")
            inflect = {"": _same, "n": _noun_forms, "v": self._verb_forms}.get(mark or leading)
            if inflect is None:
                raise TableError(
                    f"no such mark: {element}", path="kinds.toml", remedy="use n:, v: or {class}"
                )
            forms += inflect(word)
        return forms

    def _verb_forms(self, verb: str) -> list[str]:
        return [verb, *(self._verbs.get(verb) or _regular(verb))]


def _parted(element: str) -> tuple[list[str], str]:
    """Part the classes of ``{class}|word|word`` from its words."""
    alternatives = element.split("|")
    classes = [one for one in alternatives if one.startswith("{")]
    return classes, "|".join(one for one in alternatives if not one.startswith("{"))


def _same(word: str) -> list[str]:
    return [word]


def _noun_forms(noun: str) -> list[str]:
    if noun.endswith("man"):
        return [noun, noun[:-3] + "men"]
    if noun in _IRREGULAR:
        return [noun, _IRREGULAR[noun]]
    return [noun, _plural(noun)]


def _plural(word: str) -> str:
    if _VOWEL_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _HISSING.search(word) else "s")


def _regular(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if _VOWEL_Y.search(verb):
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if _SHORT_VERB.fullmatch(verb):  # stop: stopped, stopping
        return [verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return [_plural(verb), verb + "ed", verb + "ing"]


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

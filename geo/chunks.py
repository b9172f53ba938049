"""Part a sentence into words with their tags, noun chunks and verb groups.

Each word becomes one letter (``N`` a noun, ``V`` a finite verb ...), and the chunks are found by
regular expressions over these letters: the whole of a sentence costs little more than its tags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from geo.almanac import WEEKDAYS
from geo.pos import default_pos
from geo.text import bounds

__all__ = ["Chunk", "Sentence", "VerbGroup", "parse"]

SENTENCES_KEPT = 64
"""Sentences whose parse is kept: all triggers of one ask for it in a row."""
LONGEST = 120
"""Words of a sentence that are read: what goes on for longer is a list, and costs its square."""

BE = frozenset("be is are was were been being am 's 're ’s ’re 'm ’m".split())
GET = frozenset("get gets got getting gotten".split())
_HAVE = frozenset("have has had having 've ’ve".split())
_NOT = frozenset({"not", "n't", "n’t", "never"})
_RELATIVE = frozenset({"who", "which", "whom", "that", "whoever", "what"})
_OWN = frozenset("my your his her its our their whose".split())
_MARKS = {mark: mark for mark in ";:.()?!"} | {"[": "(", "]": ")"} | dict.fromkeys('"“”', '"')
_BEFORE_NUMBER = {("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"),
                  ("fewer", "than"), ("up", "to")}  # fmt: skip
_DAYS = frozenset(WEEKDAYS) | {"today", "yesterday", "tomorrow", "tonight"}
_WHERE = frozenset({"where", "when", "why", "how"})
_RANGE = frozenset({"to", "or", "and", "-", "–"})
_ABOUT = frozenset("about around some nearly almost over only roughly approximately".split())
_TENSES = {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present"}

# D article, Q possessive, N noun, P name, M number, A adjective, R adverb, I preposition,
# S subordinator, C "and", H a day, U auxiliary, V finite verb, B base form, K participle "killed", G
# "killing", O pronoun, W relative pronoun, T "to", Y "not", Z "'s", $ sign, - hyphen inside a word.
_LETTERS = {
    "DET": "D", "NOUN": "N", "PROPN": "P", "NUM": "M", "ADJ": "A", "ADV": "R", "ADP": "I",
    "SCONJ": "S", "CCONJ": "C", "PRON": "O", "INTJ": "J", "SYM": "$", "PUNCT": ",", "X": "X",
    "VERB:VB": "B", "VERB:VBN": "K", "VERB:VBG": "G",
}  # fmt: skip
_CHUNK = re.compile(
    r"(?:[DQ]|R(?=[MADR])|I(?=RM)|"  # the, some, at least
    r"[AM$](?=[AMNPKGR$\"-]|,A)|,(?=A)|R(?=A)|"
    r"(?<=[DQMA-])[KG](?=[NPAKG-])|(?<=[IVGB])K(?=A?[NP])|^K(?=A?[NP])|[NPKGMARIUVB]?-(?=[NPAMKGDRIUVB])|(?<=-)[KGIVBUR](?=[NPA-])|"
    r"[NP]Z|[NP](?=[NPMZ\"-])|\"(?=[NPAM]))*"
    r"(?:[NPM]|(?<=[DQ])[AKG](?![NPA])|(?<=[M-])A(?![NPA])|(?<=[A-])[KG](?![NPA]))"
    r"|[DO](?![NPMAOD])|W|O"
)
_VERB = re.compile(r"(?:TR?)?(?:U[UYR]*(?:O(?=[BKG])|OR(?=[BKG]))?)*[VBKG]|(?:T)?U[UYR]*")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun with what stands before it: tokens ``first`` to ``last``, half open."""

    first: int
    last: int
    head: int
    letter: str  # that of the head; W for a relative pronoun


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: tokens ``first`` to ``last``, ``head`` the verb that tells.

    ``form`` is ``finite``, ``infinitive``, ``participle`` ("killed") or ``gerund`` ("killing");
    ``tense`` is ``past``, ``present`` or ``future``, and ``None`` where it depends on another verb.
    """

    first: int
    last: int
    head: int
    form: str
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    tense: str | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence taken apart. Positions of ``at`` count characters of the sentence."""

    at: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    tags: tuple[str, ...]

    @cached_property
    def letters(self) -> str:
        """One letter for each word, see the table above."""
        return _letters(self)

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The noun chunks, in order."""
        found = (match.span() for match in _CHUNK.finditer(self.letters))
        return tuple(_chunk(self.letters, first, last) for first, last in found)

    @cached_property
    def groups(self) -> tuple[VerbGroup, ...]:
        """The verb groups, in order; a copula alone is one too."""
        matches = (match.span() for match in _VERB.finditer(self.letters))
        return tuple(
            _group(self, first, last) for first, last in matches if self.chunk_at[first] is None
        )

    @cached_property
    def chunk_at(self) -> list[Chunk | None]:
        """The chunk that each word belongs to."""
        found: list[Chunk | None] = [None] * len(self.words)
        for chunk in self.chunks:
            found[chunk.first : chunk.last] = [chunk] * (chunk.last - chunk.first)
        return found

    @cached_property
    def group_at(self) -> list[VerbGroup | None]:
        """The verb group that each word belongs to."""
        found: list[VerbGroup | None] = [None] * len(self.words)
        for group in self.groups:
            found[group.first : group.last] = [group] * (group.last - group.first)
        return found


@lru_cache(maxsize=SENTENCES_KEPT)
def parse(said: str) -> Sentence:
    """Take a sentence apart.

    Examples
    --------
    >>> sentence = parse("Two officers were shot dead by masked gunmen.")
    >>> [" ".join(sentence.words[c.first : c.last]) for c in sentence.chunks]
    ['Two officers', 'masked gunmen']
    >>> [(sentence.words[g.head], g.passive, g.tense) for g in sentence.groups]
    [('shot', True, 'past')]
    """
    at = bounds(said, 0, len(said))[:LONGEST]
    words = [said[start:end] for start, end in at]
    return Sentence(tuple(at), tuple(words), tuple(default_pos().tags(words)))


def _letters(sentence: Sentence) -> str:
    lows = [word.lower() for word in sentence.words]
    found = [_letter(low, tag) for low, tag in zip(lows, sentence.tags, strict=True)]
    if sentence.tags[:1] == ("VERB:VBZ",):
        found[0] = "N"  # "Clashes between police and students"
    for i, low in enumerate(lows):
        if found[i] == "," and low in "-–'":
            found[i] = _hyphen(sentence, i)
        following = found[i + 1] if i + 1 < len(found) else ""
        if low == "." and following in {"P", "N"} and found[i - 1] == "P":
            found[i] = "-"  # "Gen. Pervez"
        elif low in _RANGE and found[i - 1] == following == "M":
            found[i] = "R"
        elif low == "between" and following == "M" and found[i + 2 : i + 3] in (["C"], [","]):
            found[i] = "R"
        elif low in _ABOUT and following == "M":
            found[i] = "R"
        elif found[i] == "Q" and low == "her" and following in {"I", ",", "C", "", "R", "S"}:
            found[i] = "O"
        elif i and (lows[i - 1], low) in _BEFORE_NUMBER and following in {"M", "D"}:
            found[i - 1 : i + 1] = "RR"
        elif low in GET and following == "K":
            found[i] = "U"
    return "".join(found)


def _letter(low: str, tag: str) -> str:
    if low in _NOT:
        return "Y"
    if low in _DAYS and tag in {"PROPN", "NOUN", "ADV"}:
        return "H"
    if low in _WHERE:
        return "S"
    if tag == "PRON":
        if low == "there":  # "there was an attack"
            return "J"
        return "Q" if low in _OWN else "W" if low in _RELATIVE else "O"
    if tag == "PART":
        return "T" if low == "to" else "Z"
    if tag.startswith("AUX"):
        return "U"
    if tag == "PUNCT":
        return _MARKS.get(low, ",")
    return _LETTERS.get(tag, "V" if tag.startswith("VERB") else "X")


def _hyphen(sentence: Sentence, i: int) -> str:
    """Tell the hyphen inside "NATO-led" from a dash."""
    at = sentence.at
    inside = 0 < i < len(at) - 1 and at[i - 1][1] == at[i][0] and at[i][1] == at[i + 1][0]
    return "-" if inside else ","


def _chunk(letters: str, first: int, last: int) -> Chunk:
    return Chunk(first, last, last - 1, letters[last - 1])


def _group(sentence: Sentence, first: int, last: int) -> VerbGroup:
    letters = sentence.letters
    head = last - 1
    while head > first and letters[head] in "RY":
        head -= 1
    lows = [word.lower() for word in sentence.words[first:last]]
    helpers = [low for low, letter in zip(lows, letters[first:head], strict=False) if letter == "U"]
    tags = [tag.partition(":")[2] for tag in sentence.tags[first:last]]
    modal = next((low for low, tag in zip(lows, tags, strict=True) if tag == "MD"), None)
    passive = letters[head] == "K" and bool(helpers) and helpers[-1] in BE | GET
    return VerbGroup(
        first,
        last,
        head,
        _form(letters[first : head + 1], tags),
        passive=passive,
        negated=not _NOT.isdisjoint(lows) or letters[first - 1 : first] == "Y",
        modal=modal,
        tense=_tense(lows, tags, modal),
    )


def _form(letters: str, tags: list[str]) -> str:
    if letters[0] == "T":
        return "infinitive"
    if letters[0] in "KG":
        return {"K": "participle", "G": "gerund"}[letters[0]]
    if letters[0] == "U" and tags[0] in {"VBG", "VBN", "VB"}:
        return {"VBG": "gerund", "VBN": "participle", "VB": "infinitive"}[tags[0]]
    return "infinitive" if letters == "B" else "finite"


def _tense(lows: list[str], tags: list[str], modal: str | None) -> str | None:
    if modal in {"will", "'ll", "’ll", "wo", "shall"}:
        return "future"
    if modal is not None:
        return None
    if lows[0] in _HAVE and len(lows) > 1:
        return "past"
    return _TENSES.get(tags[0]) if tags[0] != "VBN" else None

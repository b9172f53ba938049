"""Part a sentence into words with their tags, noun chunks and verb groups.

Each word becomes one letter (``N`` a noun, ``V`` a finite verb ...), and the chunks are found by
regular expressions over these letters: the whole of a sentence costs little more than its tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from geo.language.almanac import WEEKDAYS, words
from geo.language.pos import default_pos
from geo.language.text import bounds

__all__ = ["Chunk", "Sentence", "VerbGroup", "parse"]

SENTENCES_KEPT = 64
"""Sentences whose parse is kept: all triggers of one ask for it in a row."""
GROUPS_KEPT = 4096
"""Different verbs with auxiliaries ("was shot") whose reading is kept."""
LONGEST = 120
"""Words of a sentence that are read: what goes on for longer is a list, and costs its square."""

BE = words("be is are was were been being am 's 're ’s ’re 'm ’m")
GET = frozenset(["get", "gets", "got", "getting", "gotten"])
_PASSIVE = BE | GET
_AUXILIARY = _PASSIVE | words(
    "have has had having 've ’ve 'd ’d do does did doing done will would 'll ’ll wo ca can cannot "
    "could may might must shall should sha ought need dare used ai going gon let"
)
_HAVE = words("have has had having 've ’ve")
_NOT = frozenset({"not", "n't", "n’t", "never"})
_RELATIVE = frozenset({"who", "which", "whom", "that", "whoever", "what"})
_OWN = words("my your his her its our their whose")
_MARKS = {mark: mark for mark in ";:.()?!"} | {"[": "(", "]": ")"} | dict.fromkeys('"“”', '"')
_BEFORE_NUMBER = {("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"),
                  ("fewer", "than"), ("up", "to")}  # fmt: skip
_DAYS = frozenset(WEEKDAYS) | {"today", "yesterday", "tomorrow", "tonight"}
_WHERE = frozenset({"where", "when", "why", "how"})
_RANGE = frozenset({"to", "or", "and", "-", "–"})
_ABOUT = words("about around some nearly almost over only roughly approximately")
_TENSES = {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present"}

# D article, Q possessive, N noun, P name, M number, A adjective, R adverb, I preposition, H a day,
# S subordinator, C "and", U auxiliary, V finite verb, B base form, K "killed" of a passive,
# G "killing", O pronoun, W relative pronoun, J "there", T "to", Y "not", Z "'s", $ a sign,
# - a hyphen inside a word.
_LETTERS = {
    "DET": "D", "NOUN": "N", "PROPN": "P", "NUM": "M", "ADJ": "A", "ADV": "R", "ADP": "I",
    "SCONJ": "S", "CCONJ": "C", "PRON": "O", "INTJ": "J", "SYM": "$", "PUNCT": ",", "X": "X",
    "VERB:VB": "B", "VERB:VBN": "K", "VERB:VBG": "G",
}  # fmt: skip
_WHO_SHOOTS = frozenset({"NOUN", "PROPN", "PRON"})
_WHO_IS_SHOT = frozenset({"DET", "PRON", "NUM", "PROPN"})
_SHOT_AND = (["and", "killed"], ["and", "wounded"], ["and", "injured"], ["dead", "a"])
_SHOT_AT = words("at into from through")
_SHOOTERS = ("men", "ers", "ors", "ists", "ants", "rebels", "troops", "police", "bandits")
"""How those end who "shot at a bus": "a slap shot at goal" has nobody before."""
_DESCRIBING = words(
    "masked armed suspected alleged hooded uniformed disguised veiled enraged outraged"
)
_PEOPLE = ("ers", "ors", "ists", "ants")
_PLAIN = frozenset(_LETTERS) - {"PRON", "PUNCT"} | {"VERB:VBD", "VERB:VBP", "VERB:VBZ"}
_PEOPLES = ("ish", "ese", "an", "ic")
_VERBAL = frozenset("VBKGUT")
_HYPHENS = frozenset("-–'")
_SPECIAL = _NOT | _DAYS | _WHERE | {"to"}
_DEPENDS = _RANGE | _HYPHENS | _ABOUT | GET | {".", "between", "her", "least", "most", "than"}
_CHUNK = re.compile(
    r"(?:[DQ]|R(?=[MADR])|I(?=RM)|"  # the, some, at least
    r"[AM$](?=[AMNPKGR$\"-]|,A)|(?<=[AM$]),(?=A)|R(?=A)|"
    r"(?<=[DQMA-])[KG](?=[NPAKG-])|(?<=[IVGB])K(?=A?[NP])|^K(?=A?[NP])|[NPKGMARIUVB]?-(?=[NPAMKGDRIUVB])|(?<=-)[KGIVBUR](?=[NPA-])|"
    r"[NP]Z|[NP](?=[NPMZ\"-])|\"(?=[NPAM]))*"
    r"(?:[NPM]|(?<=[DQ])[AKG](?![NPA])|(?<=[M-])A(?![NPA])|(?<=[A-])[KG](?![NPA]))"
    r"|[DO](?![NPMAOD])|W|O"
)
_VERB = re.compile(r"(?:TR?)?(?:U[UYR]*(?:O(?=[BKG])|OR(?=[BKG]))?)*[VBKG]|(?:T)?U[UYR]*")


class Chunk(NamedTuple):  # made in a third of the time of a frozen dataclass
    """A noun with what stands before it: tokens ``first`` to ``last``, half open."""

    first: int
    last: int
    head: int
    letter: str  # that of the head; W for a relative pronoun


class VerbGroup(NamedTuple):
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


_Part = TypeVar("_Part", Chunk, VerbGroup)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence taken apart.

    Attributes
    ----------
    at
        Where its tokens begin and end, in characters of the sentence.
    words, tags
        The tokens, and the tags that ``geo.language.pos`` gives them.
    letters
        One letter for each token, see the table above.
    chunks, groups
        The noun chunks and verb groups, in order; a copula alone is a group too.
    chunk_at, group_at
        The chunk and the group that each token belongs to.
    """

    at: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    tags: tuple[str, ...]
    letters: str
    chunks: tuple[Chunk, ...]
    groups: tuple[VerbGroup, ...]
    chunk_at: tuple[Chunk | None, ...]
    group_at: tuple[VerbGroup | None, ...]


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
    told = [said[start:end] for start, end in at]
    lows = [word.lower() for word in told]
    tags = _mended(default_pos().tags(told), lows)
    letters = _letters(lows, tags, at)
    chunks = [_chunk(letters, found.start(), found.end()) for found in _CHUNK.finditer(letters)]
    chunk_at = _spread(chunks, len(told))
    verbs = [_clipped(*found.span(), chunk_at) for found in _VERB.finditer(letters)]
    groups = [_group(lows, tags, letters, *span) for span in verbs if chunk_at[span[0]] is None]
    return Sentence(
        tuple(at),
        tuple(told),
        tuple(tags),
        letters,
        tuple(chunks),
        tuple(groups),
        chunk_at,
        _spread(groups, len(told)),
    )


def _mended(tags: list[str], lows: list[str]) -> list[str]:
    """Make a verb of "shot" behind "was" or who shoots: treebanks know the noun better.

    In "fine, and masked men fled" the men are masked; "on Monday soldiers" are no adverb, and
    "where troops" no auxiliary.
    """
    for i, low in enumerate(lows):
        if low in _DESCRIBING and tags[i].startswith("VERB") and _opens_phrase(tags, i):
            tags[i] = "ADJ"
        elif tags[i] == "ADV" and low.endswith(_PEOPLE):
            tags[i] = "NOUN"
        elif tags[i].startswith("AUX") and low not in _AUXILIARY:
            tags[i] = "VERB:VBD" if low.endswith("ed") else "NOUN"
        if low == "shot" and tags[i] == "NOUN" and 0 < i < len(lows) - 1:
            if lows[i - 1] in _PASSIVE:
                tags[i] = "VERB:VBN"
            at = i + 1 + (lows[i + 1] == "dead")
            behind = "".join(tags[at : at + 1]) in _WHO_IS_SHOT
            behind = behind or lows[i + 1 : i + 3] in _SHOT_AND
            behind = behind or (lows[i + 1] in _SHOT_AT and lows[i - 1].endswith(_SHOOTERS))
            if behind and tags[i - 1] in _WHO_SHOOTS:
                tags[i] = "VERB:VBD"
    return tags


def _opens_phrase(tags: list[str], i: int) -> bool:
    """Tell whether a participle stands between what opens a clause and a noun."""
    before = tags[i - 1] if i else "PUNCT"
    opens = before in {"CCONJ", "SCONJ", "PUNCT", "ADP", "PROPN"} or before.startswith("VERB")
    return opens and tags[i + 1 : i + 2] in (["NOUN"], ["ADJ"], ["NUM"])


def _spread(parts: list[_Part], length: int) -> tuple[_Part | None, ...]:
    """Lay parts over the tokens that they cover."""
    found: list[_Part | None] = [None] * length
    for part in parts:
        found[part.first : part.last] = [part] * (part.last - part.first)
    return tuple(found)


def _letters(lows: list[str], tags: list[str], at: list[tuple[int, int]]) -> str:
    found = [
        _LETTERS.get(tag) or "V" if low not in _SPECIAL and tag in _PLAIN else _letter(low, tag)
        for low, tag in zip(lows, tags, strict=True)
    ]
    if tags[:1] == ["VERB:VBZ"]:
        found[0] = "N"  # "Clashes between police and students"
    elif "".join(found[:2]) in {"BN", "BP"} and lows[0].endswith(_PEOPLES):
        found[0] = "A"  # "Turkish warplanes": no order begins so
    for i, low in enumerate(lows):
        if low in _DEPENDS:
            _settle(found, lows, at, i)
    return "".join(found)


def _settle(found: list[str], lows: list[str], at: list[tuple[int, int]], i: int) -> None:
    """Settle the letter of a word that depends on what stands beside it."""
    low = lows[i]
    before, following = found[i - 1] if i else "", found[i + 1] if i + 1 < len(found) else ""
    if low == "." and following in {"P", "N"} and before == "P":
        found[i] = "-"  # "Gen. Pervez"
    elif low == "to" and i and lows[i - 1] == "according":
        found[i] = "I"
        found[i + 1 : i + 2] = ["N"] if following == "B" else [following] if following else []
    elif low in _RANGE and before == following == "M" and _is_range(lows, i):
        found[i] = "R"
    elif low in _HYPHENS:
        found[i] = _hyphen(at, i)
    elif following == "M" and (
        low in _ABOUT or (low == "between" and found[i + 2 : i + 3] == ["C"])
    ):
        found[i] = "R"
    elif found[i] == "Q" and low == "her" and following in {"I", ",", "C", "", "R", "S"}:
        found[i] = "O"
    elif i and (lows[i - 1], low) in _BEFORE_NUMBER and following in {"M", "D"}:
        found[i - 1 : i + 1] = "RR"
    elif low in GET and following == "K":
        found[i] = "U"


def _is_range(lows: list[str], i: int) -> bool:
    """Tell whether a dash joins numbers of one sort: "9-10", not "May 9 - Two soldiers"."""
    return lows[i] not in _HYPHENS or lows[i - 1][0].isdigit() == lows[i + 1][0].isdigit()


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


def _hyphen(at: list[tuple[int, int]], i: int) -> str:
    """Tell the hyphen inside "NATO-led" from a dash."""
    inside = 0 < i < len(at) - 1 and at[i - 1][1] == at[i][0] and at[i][1] == at[i + 1][0]
    return "-" if inside else ","


def _clipped(first: int, last: int, chunk_at: Sequence[_Part | None]) -> tuple[int, int]:
    """Leave to a chunk the word that opens it: "were about twenty", "may fire-damage"."""
    taken = (at for at in range(first + 1, last) if chunk_at[at] is not None)
    return first, next(taken, last)


def _chunk(letters: str, first: int, last: int) -> Chunk:
    while letters[first] == '"':
        first += 1
    return Chunk(first, last, last - 1, letters[last - 1])


def _group(lows: list[str], tags: list[str], letters: str, first: int, last: int) -> VerbGroup:
    told, forms = tuple(lows[first:last]), tuple(tags[first:last])
    head, form, passive, negated, modal, tense = _read(told, forms, letters[first:last])
    if letters[first:last] == "B" and first and _VERBAL.isdisjoint(_clause(letters[:first])):
        form = "finite"  # "Police say": who does it stands before, and no other verb
    negated = negated or letters[first - 1 : first] == "Y"
    return VerbGroup(first, last, first + head, form, passive, negated, modal, tense)


def _clause(letters: str) -> str:
    """Return what stands before a verb in its clause: "…; guards", "… as guards"."""
    begins = max(map(letters.rfind, "S;:")) + 1
    return letters[begins:] or letters


@lru_cache(maxsize=GROUPS_KEPT)
def _read(
    lows: tuple[str, ...], tags: tuple[str, ...], letters: str
) -> tuple[int, str, bool, bool, str | None, str | None]:
    """Read a verb with its auxiliaries: its head, form, passive, negated, modal and tense."""
    head = len(lows) - 1
    while head > 0 and letters[head] in "RY":
        head -= 1
    forms = [tag.partition(":")[2] for tag in tags]
    helpers = [lows[i] for i in range(head) if letters[i] == "U"]
    modal = next((low for low, form in zip(lows, forms, strict=True) if form == "MD"), None)
    passive = letters[head] == "K" and bool(helpers) and helpers[-1] in _PASSIVE
    form = _form(letters[: head + 1], forms)
    return head, form, passive, not _NOT.isdisjoint(lows), modal, _tense(lows, forms, modal)


def _form(letters: str, tags: list[str]) -> str:
    if letters[0] == "T":
        return "infinitive"
    if letters[0] in "KG":
        return {"K": "participle", "G": "gerund"}[letters[0]]
    if letters[0] == "U" and tags[0] in {"VBG", "VBN", "VB"}:
        return {"VBG": "gerund", "VBN": "participle", "VB": "infinitive"}[tags[0]]
    return "infinitive" if letters == "B" else "finite"


def _tense(lows: tuple[str, ...], tags: list[str], modal: str | None) -> str | None:
    if modal in {"will", "'ll", "’ll", "wo", "shall"}:
        return "future"
    if modal is not None:
        return None
    if lows[0] in _HAVE and len(lows) > 1:
        return "past"
    return _TENSES.get(tags[0]) if tags[0] != "VBN" else None

"""The rows of the vocabulary, filed by their rarest word, and the sentence that is asked of them.

A row is looked at where all its needs have a word, by the rarest of them: of 3,900 rows a sentence
of TimeBank asks three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from geo.language.almanac import words
from geo.language.clauses import is_past, is_told
from geo.language.sequences import Said
from geo.language.sought import Sought
from geo.model import Span

__all__ = [
    "ASIDE",
    "Hit",
    "Index",
    "Row",
    "WordIndex",
    "commonness",
    "is_holder",
    "is_joined",
    "named",
    "names",
    "possible",
    "rows_of",
]

ASIDE = {
    "not": "not",
    "heads": "not",
    "given": "given",
    "only_with": "only_with",
    "spares": "spares",
}
"""Where the rows of a role are filed that tell of nothing by themselves."""
COMMON_WEIGHT = 150
"""How much rarer than "was" or "in" another word is: by its rarest word a row is looked up."""
FREQUENT_WEIGHT = 20
"""The same for what news of incidents is full of: a fifth fewer rows are looked at by it."""
_FREQUENT = words(
    "shot shooting taken killed took said as attack attacks forces force fire fired march bomb it "
    "gun injured wounded dead military army armed block take taking under have has had held "
    "released who fight set"
)
_COMMON = words(
    "# @ a an the to in on at of by for from with into and or that which is are was were been "
    "being be got his her their him them people police man men two one not no after out up "
    "off down away back over through around before home house found children street life left "
    "state road head will would officer officers car school city town woman year years day "
    "days time other first last new"
)
_WEIGHTS = dict.fromkeys(_FREQUENT, FREQUENT_WEIGHT) | dict.fromkeys(_COMMON, COMMON_WEIGHT)
_WEIGHED = frozenset(_WEIGHTS)
_PREPOSITIONS = words("on in against at by near of between with for from outside")
_DETERMINERS = words(
    "the a an this that these those his her its their our s another each every no first second "
    "third last latest recent new fresh deadly bomb suicide"
)
_PASSIVES = frozenset({"was", "were"})
_ARTICLES = words("a an the this that another each")
_DESCRIBING = words("a an the this these those his her its their another")
"""Between one of these and a noun a participle is an adjective."""
_BEHIND_VERB = words(
    "in on at by to of from with and or for near when as after before over into"
) | {""}
_BEFORE_EPITHET = words("of for against with from between including under than s")
"""Between one of these and a noun it is one too: "the death sentence against ousted leader"."""
_OF_LATE = frozenset({"newly", "recently", "freshly"})
"""What tells of the deed in an epithet too: "the newly captured villages"."""
_SAYING = frozenset({"say", "says", "said"})
_BEGIN_OBJECT = words("him her them it us me his its their the a an this that these those")
_OUTLASTING = frozenset({"coup", "capture_of_territory", "property_damage", "arson", "deployment"})
"""What somebody or something still is years later: the deposed president, looted treasures.

At the head of a sentence "freed hostages" and "injured passengers" are those of today's news.
"""
_HYPHENS = frozenset("-‑")
_HOLDING = words("held controlled besieged occupied ruled dominated infested run")
"""Behind whoever does so and a hyphen, what a place is: "the rebel-held town"."""
_JOINING = words(
    "re co self mass fire petrol car gang truck dive carpet letter suicide stone acid sniper "
    "machine"
)
"""Behind one of these and a hyphen a verb is still done: "re-arrested", "fire-bombed"."""
_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"(?<![\w|])(?:and|but|while|after|when|because)(?![\w])")
_OWN_WORDS = words("not no nobody none never nothing could to")
_DENIALS, _DENIED = frozenset({"access_denied"}), re.compile(r"\b(?:denied|refused)\b")
"""Kinds that are a denial themselves, and its words: "passage was denied to all vehicles"."""
_DENYING = re.compile(r"\b(?:not|no|nobody|none|never|nothing|could|to)\b")
# "Shells were fired from X and hit Y": one deed from its beginning to its end.
_MISSILE = re.compile(
    r"(?:[a-z]+\s+)?(?:shell|rocket|missile|mortar|bomb|drone|grenade|bullet|round|shot|projectile)s?\b"
)
_BY_A_CROWD = frozenset({"mob_violence"})
"""What a crowd does from its beginning to its end: "tied a thief to a post and lashed him"."""
_AND_THEN = re.compile(
    r"(?:,|\band|\bbut)\s+(?:then\s+|later\s+|also\s+)?(?:(?:\w+ed|swore|sought|began)\s+to\s+)?$"
)
_IS_DONE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$")
_PASSIVE = Sought(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(\w+)"
    r"(?:\s+or\s+(\w+)|\s+and\s+(\w+)(?=\s+(?:by|in|on|at|near|when|after)\b|$))?"
)

_BY = Sought(
    r"\b(\w+)(?:\s+(?:to\s+death|dead|up|down|hostage|captive))?\s+by\s+"
    r"(?!(?:night|day|dawn|air|sea|land|road|force|mistake|surprise|chance|\w+ing)\b)"
)
"""A headline has no "were": "villagers killed by bandits"."""
BY_REACH = 24
"""Characters behind a row that tell by whom it was done."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; it can match only where every one of its ``needs`` has a word."""

    order: int
    kind: str
    role: str  # "trigger", "generic", "result", "barred" by some words, "not", "heads" or "given"
    words: str
    first: frozenset[str]
    needs: tuple[frozenset[str], ...]
    verb: bool  # whether it has one, its own or that of a class
    done: frozenset[str] = frozenset()  # forms of the verbs that who it begins with does
    undone: frozenset[str] = frozenset()  # forms that behind "to" tell of an aim, where that counts
    between: frozenset[str] = frozenset()  # the same of any verb that has words before and behind

    @property
    def noun(self) -> bool:
        """Whether it names a deed and has no verb."""
        return not self.verb and _is_noun(self.words)

    def verb_in(self, said: str, later: frozenset[str]) -> int | None:
        """Return where the verb stands behind who acts: "farmers voted to block a road".

        ``later`` are the words that the verbs behind its first one begin with. ``None`` where the
        row opens with its verb, has none, or tells of what was not done, and of what is done to
        somebody.
        """
        if not later or _DENYING.search(self.words):
            return None
        found = (m.start() for m in _WORD.finditer(said) if m[0] in later and m[0] not in _NO_VERB)
        at = next((at for at in found if at), None)
        return None if at is None or _IS_DONE.search(said, 0, at) else at

    def own_part(self, at: Span, text: str, later: frozenset[str]) -> Span:
        """Return what of a hit tells of its deed, where somebody has done another one before.

        "Militia killed six in X and burned houses in Y": what stands behind "and".
        """
        said = at.of(text)
        verb = self.verb_in(said, later)
        joint = None if verb is None else _AND_THEN.search(said, 0, verb)
        if verb is None or joint is None or self.kind in _BY_A_CROWD or _MISSILE.match(said):
            return at
        # "Shot and killed a man" is one deed: else the first has an object of its own. In "people
        # in X and burned houses" nobody has done anything yet: the verb is of somebody before.
        told = [m.end() for m in _WORD.finditer(said, 0, joint.start()) if is_past(m[0])]
        apart = any(said[end : joint.start()].strip() for end in told)
        goes_on = not told and not joint.group().startswith(",")
        return Span(at.start + verb, at.end) if apart or goes_on else at

    def turned(self, text: str, at: Span) -> bool:
        """Tell whether who should act is acted upon: "police were stoned", "killed or captured"."""
        said = at.of(text)
        if self._describes(said):
            return True
        if text.startswith(" by ", at.end):
            said = text[at.start : at.end + BY_REACH]
        told = (m.groups() for voice in (_PASSIVE, _BY) for m in voice.finditer(said))
        return any(not self.done.isdisjoint(verbs) for verbs in told)

    def _describes(self, said: str) -> bool:
        """Tell whether its verb only describes a thing: "crowds filed through the charred hall".

        "Found a smashed-in door" smashed none either.
        """
        if not self.between:
            return False
        found = list(_WORD.finditer(said))
        told = [m[0] for m in found]
        verbs = [at for at, word in enumerate(told) if word in self.between]
        return bool(verbs) and all(
            at + 1 < len(told)
            and (
                (told[at - 1] in _DESCRIBING and told[at] in self.done)
                or _is_epithet(told, at)
                or (said[found[at].start() - 1] in _HYPHENS and told[at - 1] not in _JOINING)
                or said[found[at].end()] in _HYPHENS
            )
            for at in verbs
        )

    @property
    def barring(self) -> bool:
        """Whether it says that something else is meant, and tells of nothing."""
        return self.role in {"not", "heads"}

    @property
    def whole(self) -> bool:
        """Whether its own words would deny or put off a deed: "were not let in", "forced to"."""
        denial = self.kind in _DENIALS and _DENIED.search(self.words) is not None
        return denial or _has_own_words(self.words)

    @property
    def participial(self) -> bool:
        """Whether it begins with a verb, or with what may be its participle, and has an object."""
        return _is_participial(self.words)

    @property
    def outlasting(self) -> bool:
        """Whether at the head of a sentence its participle tells of what was done long before."""
        return self.kind in _OUTLASTING and self.role not in {"generic", "result"}

    @property
    def joins(self) -> bool:
        """Whether it holds two statements itself: "the garrison broke and the army walked in"."""
        return _is_joint(self.words)

    @property
    def placed(self) -> bool:
        """Whether it asks for the name of a place."""
        return "@" in self.words


Hit = tuple[Row, Span]
Index = dict[str, list[Row]]  # rows by the rarest word of theirs


class WordIndex(Said):
    """A sentence in lower case: which words it has, and what rows were asked of it."""

    def __init__(self, text: str, written: str | None = None) -> None:
        super().__init__(text, written)
        self.aside: dict[tuple[str, str], Sequence[Row]] = {}  # by role and kind


def rows_of(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the rows of a kind in the order of their roles: the role, and the row itself.

    Examples
    --------
    >>> list(rows_of({"verbs": ["riot"], "heads": ["riot n:police"]}))
    [('trigger', 'v:riot'), ('heads', 'riot n:police')]
    """
    # A kind without generic triggers is barred as a whole by `unless`.
    plain = "trigger" if "generic" in entry or "unless" not in entry else "barred"
    for noun in entry.get("nouns", ()):
        yield plain, f"n:{noun}"
    for verb in entry.get("verbs", ()):
        yield plain, f"v:{verb}"
    for row in entry.get("phrases", ()):
        yield plain, row
    for role, key in (
        ("generic", "generic"),
        ("result", "results"),
        ("given", "given"),
        ("spares", "spares"),
    ):
        for row in entry.get(key, ()):
            yield role, row
    # Rows that name who did it: villagers who block a road "after an accident" did so on purpose.
    for row in entry.get("certain", ()):
        yield "trigger", row
    for key in ("not", "heads", "only_with"):
        for row in entry.get(key, ()):
            yield key, row


def possible(index: Index, sentence: WordIndex) -> list[Row]:
    """Return the rows of which every element has a word in the sentence."""
    words, found = sentence.known, dict[int, Row]()
    for key in words & index.keys():
        # Seven rows for each word that is met. Filed by a second word as well they took 0.37 ms an
        # article, so 0.32; and to file them so cost 1 ms more in each of the first hundreds.
        for row in index[key]:
            for need in row.needs:
                if need.isdisjoint(words):
                    break
            else:
                found[row.order] = row
    return list(found.values())


@cache
def commonness(words: frozenset[str]) -> int:
    """Return how common some words are together: a row is filed under the least common of its."""
    # Most have no word that weighs more.
    return len(words) + sum(_WEIGHTS[word] - 1 for word in words & _WEIGHED)


def _is_epithet(words: Sequence[str], at: int, *, heads: bool = False) -> bool:
    """Tell whether a participle stands before its noun: "the family of ousted leader Kone".

    Behind a preposition, a genitive or the adverb of an article nobody is left who did it;
    ``heads`` counts the first word of what is said as well.
    """
    behind = "".join(words[at + 1 : at + 2])
    if not words[at].endswith(("ed", "en")) or behind in _BEHIND_VERB | _BEGIN_OBJECT:
        return False
    before = words[max(at - 2, 0) : at]
    if not before or before[-1] in _SAYING:
        return heads
    if before[-1].endswith("ly"):
        return before[0] in _DESCRIBING and before[-1] not in _OF_LATE
    return before[-1] in _BEFORE_EPITHET


@cache
def _is_noun(words: str) -> bool:
    """Tell whether a row names a deed and has no verb: "n:attack on", "killing of"."""
    if "{be}" in words or _tells(words):
        return False
    first = words.split(" ", maxsplit=1)[0].split("|")
    if all(map(is_past, first)):
        return False  # "killed by ... n:gunman"
    named = "n:" in words or " of" in words or first[0].endswith(("ing", "ings"))
    return named or not _ARTICLES.isdisjoint(first)


@cache
def _has_own_words(words: str) -> bool:
    return any(_OWN_WORDS.issuperset(one.split("|")) for one in words.split(" "))


@cache
def _is_joint(words: str) -> bool:
    return words.count("v:") > 1 or _JOINT.search(words) is not None


@cache
def _is_participial(words: str) -> bool:
    first, _, rest = words.partition(" ")
    return bool(rest) and (first.startswith("v:") or any(map(is_past, first.split("|"))))


def _tells(words: str) -> bool:
    """Tell whether a row of a noun ends in its verb: "n:plane ... shot down"."""
    rest = words.split(" ")[1:] if words.startswith("n:") else ()
    return any(all(map(is_past, one.split("|"))) for one in rest)


_NO_VERB = words("by in near at and on for with from")
"""What stands beside verbs in an element of a row: "attack on … by|in|killed|left"."""
_BEFORE_BARE = words(
    "they we you i who that to and or not will would can could may might must should did do does "
    "people men women police children"
)
"""Behind these a bare verb is no noun."""
_SINGULAR = ("ss", "us", "is", "gas")
"""How a noun ends in "s" and means one: "a bus attack", "the poison gas attack"."""
_RELATIVES = frozenset({"which", "who", "whose", "where", "when"})


def named(row: Row, sentence: WordIndex, start: int) -> bool:
    """Tell whether a row of a verb met its noun, and what that did: "the attack came after …".

    "The attack on the base" is as good as "attacked the base", and so is "was launched on".
    """
    words, marks = sentence.words, sentence.marks
    if row.participial and _is_epithet(words, start, heads=row.outlasting):
        return True
    if not row.words.startswith("v:") or " " not in row.words or not start:
        return False
    if words[start].endswith(("ed", "en")) and words[start - 1] in _DESCRIBING:
        # "A grenade was lobbed at a parked van along the avenue": it describes the van.
        return "".join(words[start + 1 : start + 2]) not in _BEHIND_VERB
    if marks[start] not in {" ", "'", "’"} or not marks[start + 1] or is_told(words[start]):
        return False
    if words[start + 1] in _RELATIVES and not _DETERMINERS.isdisjoint(
        words[max(start - 2, 0) : start]
    ):
        return True  # "the TV station which cited the police"
    passive = words[start + 1] in _PASSIVES and is_told("".join(words[start + 2 : start + 3]))
    nominal = words[start - 1] in _DETERMINERS or _is_compound(row, words, start)
    return is_told(words[start + 1]) and not passive and nominal


def _is_compound(row: Row, words: Sequence[str], at: int) -> bool:
    """Tell whether a bare verb ends a noun: "a gun attack", unlike "they attack"."""
    bare = words[at] in row.words.split(" ", maxsplit=1)[0].removeprefix("v:").split("|")
    before = words[at - 1]
    several = before.endswith("s") and not before.endswith(_SINGULAR)
    return bare and not several and before not in _BEFORE_BARE


def is_holder(row: Row, sentence: WordIndex, start: int) -> bool:
    """Tell whether who should act only says whose a place is: "in the rebel-held town after".

    Of 14 rows that told so in 5,384 articles one was right, by what stood behind.
    """
    words, marks = sentence.words, sentence.marks
    if not row.words.startswith("{") or not row.verb or row.barring:
        return False
    return marks[start + 1] in _HYPHENS and words[start + 1] in _HOLDING


def is_joined(row: Row, sentence: WordIndex, start: int) -> bool:
    """Tell whether a hyphen makes an adjective of the verb a row begins with: "thatch-choked"."""
    words, marks = sentence.words, sentence.marks
    if marks[start + 1] in _HYPHENS and row.words.startswith("v:") and is_told(words[start]):
        return "-" not in row.words.split(" ", 1)[0]  # "a smashed-in door"
    if marks[start] not in _HYPHENS or words[start - 1] in _JOINING:
        return False
    return row.words.startswith("v:") or is_told(words[start])


def names(row: Row, told: str) -> bool:
    """Tell whether a row of a noun and what may follow it met a preposition: "attack on"."""
    if not row.words.startswith("n:") or row.role == "generic":
        return False
    words = told.split()
    return len(words) > 1 and words[1] in _PREPOSITIONS and not is_past(words[-1])

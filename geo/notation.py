"""The notation of ``kinds.toml``: a row of elements becomes a regular expression.

The head of that file explains it. Forms of verbs and nouns are spelled out here, so that a match
costs no look-up.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from geo.almanac import NUMBERS, TENS, alternatives
from geo.almanac import words as word_set
from geo.errors import TableError

__all__ = ["PLACE_MARK", "WORD", "Grammar", "Step", "may_match", "numbered", "plain"]

GAP_WORDS = {"...": 5, "......": 10}
"""Words that a gap may stand for: two adjectives and a name, or a coordination of such."""
LONGEST_NUMBER = 20
"""Digits and marks of a number behind its first digit."""
PLACE_MARK = "ꙮ"
"""A letter that no news text has: it stands for the first one of the name of a place."""

_CURLY = {"‘": "\x01", "’": "\x02", "“": "\x03", "”": "\x04"}
"""Signs that no text has, for quotation marks: expressions compile in half the time."""
_QUOTES, _APOSTROPHE = "".join(_CURLY.values()), _CURLY["’"]
# Possessive, since a quotation mark may belong to a gap or to its word: one reading is enough.
_BETWEEN = rf"[\s\"'{_QUOTES}()$£€\-]++"
_GAP_WORD = rf"(?:\d++(?:[.,]\d++)+|[\w'{_APOSTROPHE}]++)"  # "90,000" is a word
# A long gap ends where another clause begins: "police said officers arrived" deploys nobody.
_ENDS_GAP = (
    r"(?!(?:said|says|while|when|because|although|as|after|before|who|which|that|whom|whose|where|"
    r"he|she|they|it|to\s(?:be|come|return|go|help))\b)"
)
_GAPS = {
    "...": rf"(?:{_BETWEEN}{_GAP_WORD}){{0,{GAP_WORDS['...']}}}?",
    "......": rf"(?:{_BETWEEN}{_ENDS_GAP}{_GAP_WORD}){{0,{GAP_WORDS['......']}}}?",
}
_ONE_WORD = rf"[^\W_]+(?:['{_APOSTROPHE}][^\W_]+)*"
_COUNTED = (
    *(word for word, value in (NUMBERS | TENS).items() if value),
    *("a", "an", "another", "both", "dozen", "dozens", "scores", "hundreds", "thousands"),
    *("several", "many"),
)
_HOW_MANY = (
    r"(?:(?:at least|more than|as many as|up to|about|around|some|nearly|over|almost) )?"
    rf"(?:\d[\d,.]{{0,{LONGEST_NUMBER}}}|{alternatives(_COUNTED)})(?: of)?"
)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLASS = re.compile(r"\{[\w-]+\}")
_WILD = {"*": _ONE_WORD, "#": _HOW_MANY, "@": rf"{PLACE_MARK}[\w'{_APOSTROPHE}-]*"}
_WILD_LENGTH = {"*": 1, "#": math.inf, "@": math.inf}
_WILD_BEGIN = {"*": (), "#": ("#", *_COUNTED), "@": ("@",)}
_RUN = re.compile(r"[^\W_]+")
_WORD_OR_MARK = re.compile(r"\d+(?:[.,]\d+)+|[\w’']+|[^\w\s\"“”‘()$£€-]")
_APART = 1000
"""Words that a mark counts for: no element and no gap goes on behind a comma."""
_IRREGULAR = {"child": "children", "person": "people", "knife": "knives"}
_SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtv]")
_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


Step = tuple[frozenset[str], float]
"""Words of which one must follow, and how many words behind the one before at most."""


def plain(text: str) -> str:
    """Return a text as the expressions read it: one small sign for each curly quotation mark."""
    if not text.isascii():
        for mark, sign in _CURLY.items():
            text = text.replace(mark, sign)
    return text


def numbered(text: str) -> dict[str, list[int]]:
    """Give the words of a sentence numbers; those parted by a mark are far apart.

    Examples
    --------
    >>> numbered("the king's men")
    {'the': [1], 'king': [2], 's': [2], 'men': [3]}
    """
    found: dict[str, list[int]] = {}
    at = 0
    for part in _WORD_OR_MARK.findall(text):
        runs = _RUN.findall(part)
        at += 1 if runs else _APART
        for run in runs:
            found.setdefault(run, []).append(at)
    return found


def may_match(steps: Iterable[Step], numbers: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether words that a row needs stand one behind the other, near enough.

    Examples
    --------
    >>> steps = Grammar({}, {}).steps("v:fire ... n:rocket")
    >>> may_match(steps, numbered("they fired two small rockets"))
    True
    >>> may_match(steps, numbered("they fired, and rockets fell"))
    False
    """
    ends: Sequence[int] = (0,)
    for words, reach in steps:
        starts = [n for word in words & numbers.keys() for n in numbers[word]]
        ends = [n for n in starts if any(0 <= n - end <= reach for end in ends)]
    return bool(ends)


# Classes of those who act upon others, as they are written; what they do to others has an object.
_ACTING = word_set(
    "{police} {army} {fighters} {attackers} {crowd} {protest_state} {protest_folk} {protest_demo} "
    "{protest_mob} {protest_guard} {violent_state} {violent_band} {violent_foe} {violent_hand} "
    "{custody_agents} {arson_agents} {damage_agents} {rob_agents} {abduct_hand} {arson_hand} "
    "{damage_hand} {rob_hand} {arrest_hand} {raid_hand} {disarm_hand} {disarm_team} {release_hand}"
)


class Grammar:
    """The notation of ``kinds.toml``: a row of elements becomes a regular expression."""

    def __init__(self, verbs: Mapping[str, list[str]], classes: Mapping[str, list[str]]) -> None:
        self._verbs = verbs
        self._classes = classes
        self._begins: dict[str, frozenset[str]] = {}
        self._bodies: dict[str, str] = {}
        self._verbal: dict[str, bool] = {}
        self._inflect = {"": _same, "n": _noun_forms, "v": self._verb_forms}

    def expression(self, row: str) -> str:
        """Return the expression for a row in a ``plain`` text, anchored at its first word."""
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

    def needs(self, row: str) -> list[frozenset[str]]:
        """Return the words each element can begin with: of the first, and of those that must be."""
        first, *others = self._split(row)
        wanted = [e for e in others if e not in _GAPS and not e.endswith("?")]
        found = [self._begin(first), *map(self._begin, wanted)]
        return [found[0], *filter(None, found[1:])]

    def steps(self, row: str) -> tuple[Step, ...]:
        """Return what a match of a row must have, in its order; what may be anything is left out.

        Words count up to an apostrophe, since what stands between elements may be one.
        """
        found: list[Step] = []
        reach = math.inf
        for element in self._split(row):
            if element in GAP_WORDS:
                reach += GAP_WORDS[element]
                continue
            runs = _runs(self._begin(element.rstrip("?")))
            if runs and not element.endswith("?"):
                found.append((runs, reach))
                reach = 0.0
            reach += self._length(element.rstrip("?"))
        return tuple(found)

    def _length(self, element: str) -> float:
        """Return how many words an element has at most."""
        if element in GAP_WORDS:
            return GAP_WORDS[element]
        classes, element = _parted(element)
        rows = (self._split(row) for name in classes for row in self._class(name))
        found = [sum(self._length(one.rstrip("?")) for one in row) for row in rows]
        if element in _WILD:
            found.append(_WILD_LENGTH[element])
        elif element:
            found += (_form_length(form) for form in self._forms(element))
        return max(found, default=0)

    def first_words(self, row: str) -> frozenset[str]:
        """Return the words a match can begin with."""
        return self._begin(self._split(row)[0])

    def _begin(self, element: str) -> frozenset[str]:
        if element not in self._begins:
            self._begins[element] = self._beginnings(element)
        return self._begins[element]

    def _beginnings(self, element: str) -> frozenset[str]:
        classes, words = _parted(element)
        if classes == [element]:
            return frozenset().union(*map(self.first_words, self._class(element)))
        begins: list[Iterable[str]] = [*map(self._begin, classes)]
        if words in _WILD:
            begins.append(_WILD_BEGIN[words])
        elif words:
            begins.append(map(_first_word, self._forms(words)))
        return frozenset().union(*begins)

    def _split(self, row: str) -> list[str]:
        """Split a row at its spaces; a noun of several words is one element."""
        if " " not in row:
            return [row]
        if row.startswith("n:") and not re.search(r"[{.|?*#]| [vn]:", row):
            return [row]
        return row.split(" ")

    def _options(self, element: str) -> list[str]:
        classes, element = _parted(element)
        options = [self.expression(row) for name in classes for row in self._class(name)]
        if not element:
            return options
        if element in _WILD:
            return [*options, _WILD[element]]
        return options + [re.escape(form).replace(r"\ ", _BETWEEN) for form in self._forms(element)]

    def has_verb(self, row: str) -> bool:
        """Tell whether a row has a verb, its own or one of its classes'."""
        return "v:" in row or any(map(self._class_has_verb, _CLASS.findall(row)))

    def deeds(self, row: str) -> frozenset[str]:
        """Return the past participles of the verbs of a row that somebody begins who does them.

        None where the row speaks of what is done to them, or of what they do by themselves.
        """
        first, *rest = self._split(row)
        if not _ACTING.issuperset(_CLASS.findall(first) or [""]) or "{be}" in row:
            return frozenset()
        verbs = [one for one in rest[:-1] if one.startswith("v:")]
        forms = (form for one in verbs for form in self._forms(one))
        return frozenset(form for form in forms if " " not in form and not form.endswith("ing"))

    def _class_has_verb(self, name: str) -> bool:
        if name not in self._verbal:
            self._verbal[name] = any(self.has_verb(row) for row in self._class(name))
        return self._verbal[name]

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
            inflect = self._inflect.get(mark or leading)
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
    if "{" not in element:
        return [], element
    alternatives = element.split("|")
    classes = [one for one in alternatives if one.startswith("{")]
    return classes, "|".join(one for one in alternatives if not one.startswith("{"))


def _first_word(form: str) -> str:
    if form.isalnum():
        return form
    found = WORD.match(form)
    return found.group() if found else form


def _form_length(form: str) -> float:
    parts = _WORD_OR_MARK.findall(form)
    runs = sum(len(_RUN.findall(part)) for part in parts)
    return runs if all(map(_RUN.search, parts)) else math.inf


def _runs(begins: frozenset[str]) -> frozenset[str]:
    """Return words up to their apostrophe; none if one of them stands for anything."""
    found = frozenset(run.group() if (run := _RUN.match(word)) else "" for word in begins)
    return frozenset() if "" in found else found


def _same(word: str) -> list[str]:
    return [word]


def _noun_forms(noun: str) -> list[str]:
    if noun.endswith("man"):
        return [noun, noun[:-3] + "men"]
    if noun in _IRREGULAR:
        return [noun, _IRREGULAR[noun]]
    return [noun, _plural(noun)]


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_HISSING) else "s")


def _regular(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if _SHORT_VERB.fullmatch(verb):  # stop: stopped, stopping
        return [verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return [_plural(verb), verb + "ed", verb + "ing"]

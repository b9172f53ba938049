"""The notation of ``kinds.toml``: a row of words and marks becomes a sequence of elements.

The head of that file explains it. Forms of verbs and nouns are spelled out here, so that a match
costs one look-up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from geo.errors import TableError
from geo.language.almanac import words as word_set
from geo.language.clauses import is_told
from geo.language.elements import Body, Element, Elements, Form
from geo.language.sequences import COUNTED, PREPOSITIONS, WORD, split

__all__ = ["Grammar"]

GAP_WORDS = {"...": 5, "......": 10}
"""Words that a gap may stand for: two adjectives and a name, or a coordination of such."""

_CLASS = re.compile(r"\{[\w-]+\}")
_WILD_BEGIN: dict[str, tuple[str, ...]] = {"*": (), "#": ("#", *COUNTED), "@": ("@",)}
_CARD = re.compile(r"[*#@]")
# Plurals that the rules of spelling do not give; English of Africa, of South Asia and of the UN
# counts "persons".
_PLURALS = """
person people persons, child children, schoolchild schoolchildren, passer-by passers-by, ox oxen,
goose geese, foot feet, datum data, thief thieves, knife knives, wife wives, ex-wife ex-wives,
housewife housewives, midwife midwives, wolf wolves, half halves, calf calves, shelf shelves,
tornado tornadoes tornados, cargo cargoes, torpedo torpedoes, volcano volcanoes, hero heroes,
embargo embargoes, tomato tomatoes, buffalo buffaloes buffalos, german germans"""
_IRREGULAR = {one: (one, *many) for one, *many in map(str.split, _PLURALS.split(","))}
_SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtv]")
_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")

# Most positions have nothing but words, and most rows no deeds: an empty set and an empty mapping
# for each were a tenth of all objects that the garbage collector looks through, each time in vain.
_NONE: frozenset[str] = frozenset()
_FREE: Mapping[str, Any] = MappingProxyType({})
_Any = TypeVar("_Any")

# Classes of those who act upon others, as they are written; what they do to others has an object.
_ACTING = word_set(
    "{police} {army} {fighters} {attackers} {crowd} {protest_state} {protest_folk} {protest_demo} "
    "{protest_mob} {protest_guard} {violent_state} {violent_band} {violent_foe} {violent_hand} "
    "{custody_agents} {arson_agents} {damage_agents} {rob_agents} {abduct_hand} {arson_hand} "
    "{damage_hand} {rob_hand} {arrest_hand} {raid_hand} {disarm_hand} {disarm_team} {release_hand} "
    "{capture_band} {capture_invaders} {regain_state} {dispersed_by} {excessive_state} "
    "{takeover_force} {seize_takers} {coup_plotters} {coup_mutineers}"
)

# What may follow a verb across a gap and is no object of it. To end such gaps at prepositions took
# three false incidents of 102 off 160 articles of ordinary news ("captured early on Friday in the
# Tolima region" took no region), seven of 1,756 off invented ones, and nothing that is told.
_AUXILIARIES = word_set("is are was were be been has have had did do does will would could")
_NO_THINGS = PREPOSITIONS | word_set(
    "off out up down away back of and or but who which that is are was were be been being as when "
    "while if will would shall should can could may might must to not"
)

_LEADING = PREPOSITIONS | word_set("off out up down away back apart aside open loose")
"""Behind one of these a thing belongs to it as to a verb: "took off in a car" took none off."""


class Grammar:
    """The notation of ``kinds.toml``: a row becomes a sequence of elements."""

    def __init__(self, verbs: Mapping[str, list[str]], classes: Mapping[str, list[str]]) -> None:
        self._verbs = verbs
        self._classes = classes
        self._begins: dict[str, frozenset[str]] = {}
        self._bodies: dict[str, Body] = {}
        self._sequences: dict[tuple[str, bool], Elements] = {}
        self._verbal: dict[str, bool] = {}
        self._told: dict[str, bool] = {}
        self._later: dict[str, frozenset[str]] = {}
        self._pasts: dict[str, frozenset[str]] = {}
        self._inflect = {"": _same, "n": _noun_forms, "v": self._verb_forms}

    def sequence(self, row: str, *, loose: bool = False) -> Elements:
        """Return the elements of a row; a gap of a loose one may hold a preposition anywhere.

        Rows of its classes are never loose.
        """
        key = row, loose
        if key not in self._sequences:
            found: list[Element] = []
            gap = before = ""
            for element in self._split(row):
                if element in GAP_WORDS:
                    gap = element
                    continue
                body = self._body(element.rstrip("?"))
                thing = not loose and gap == "..." and self._takes_object(before)
                found.append(
                    Element(
                        body,
                        GAP_WORDS.get(gap, 0),
                        closed=gap == "......",
                        optional=element.endswith("?"),
                        object=thing and self._is_thing(element),
                        deed=gap == "..." and element.startswith("v:") and before[:2] != "v:",
                    )
                )
                gap, before = "", element
            self._sequences[key] = tuple(found)
        return self._sequences[key]

    def _takes_object(self, element: str) -> bool:
        """Tell whether what stands behind an element is its object: of a verb, of "into".

        "Fled with the children in a truck" fled with no truck. Of 5,600 reports of 705 articles 17
        went so or became another kind, 14 of them rightly.
        """
        leads = _LEADING.issuperset(element.rstrip("?").split("|"))
        return element.startswith("v:") or leads

    def _is_thing(self, element: str) -> bool:
        """Tell whether an element can be the object of a verb, which no verb and no "of" is."""
        begins = self._begin(element.rstrip("?"))
        return bool(begins) and begins.isdisjoint(_NO_THINGS) and not element.startswith("v:")

    def _body(self, element: str) -> Body:
        if element not in self._bodies:
            found = _Spelling()
            classes, found.wild, words = _parted(element)
            for name in classes:
                for row in self._class(name):
                    found.add_row(self.sequence(row))
            for form in self._forms(words):
                found.add_form(form)
            self._bodies[element] = found.body()
        return self._bodies[element]

    def needs(self, row: str) -> list[frozenset[str]]:
        """Return the words each element can begin with: of the first, and of those that must be.

        What may begin with any word needs none.
        """
        first, *others = self._split(row)
        wanted = [e for e in others if e not in GAP_WORDS and not e.endswith("?")]
        return [self._opening(first, row), *filter(None, map(self._begin, wanted))]

    def first_words(self, row: str) -> frozenset[str]:
        """Return the words a match can begin with."""
        return self._opening(self._split(row)[0], row)

    def _opening(self, first: str, row: str) -> frozenset[str]:
        begun = self._begin(first)
        if first.endswith("?") or not begun:
            raise TableError(
                f"{row!r} begins with what may be missing or anything",
                path="kinds.toml",
                remedy=f"leave {first} out",
            )
        return begun

    def _begin(self, element: str) -> frozenset[str]:
        known = self._begins.get(element)
        if known is None:
            known = self._begins[element] = self._beginnings(element)
        return known

    def _beginnings(self, element: str) -> frozenset[str]:
        classes, wild, words = _parted(element)
        if classes == [element]:
            return frozenset().union(*map(self.first_words, self._class(element)))
        if "*" in wild:
            return frozenset()
        # Of 220,000 forms nearly all are one word: no call for each of them.
        forms = [f if f.isalnum() else _first_word(f) for f in self._forms(words)]
        if not classes and not wild:
            return frozenset(forms)
        begins = [self._begin(one) for one in classes]
        return frozenset(forms).union(*begins, *(_WILD_BEGIN[mark] for mark in wild))

    def _split(self, row: str) -> list[str]:
        """Split a row at its spaces; a noun of several words is one element."""
        if " " not in row:
            return [row]
        if row.startswith("n:") and not re.search(r"[{.|?*#]| [vn]:", row):
            return [row]
        return row.split(" ")

    def has_verb(self, row: str) -> bool:
        """Tell whether a row has a verb, its own or one of its classes'."""
        return "v:" in row or any(map(self._class_has_verb, _CLASS.findall(row)))

    def deeds(self, row: str) -> frozenset[str]:
        """Return the past participles of the verbs of a row that somebody begins who does them.

        None where the row speaks of what is done to them, or of what they do by themselves.
        """
        if "{" not in row:
            return _NONE
        first = self._split(row)[0]
        if not _ACTING.issuperset(_CLASS.findall(first) or [""]) or "{be}" in row:
            return _NONE
        return self.participles(row)

    def participles(self, row: str) -> frozenset[str]:
        """Return the past participles of the verbs of a row that have something before and behind.

        Between the two they may describe what stands behind: "people in flattened mud huts".
        """
        if row.count(" ") < 2:
            return _NONE
        told = (o for o in self._split(row)[1:-1] if o.startswith("v:") or _CLASS.fullmatch(o))
        parts = [self._past(one) for one in told]
        return parts[0] if len(parts) == 1 else _NONE.union(*parts)

    def _past(self, element: str) -> frozenset[str]:
        """Return the forms of a verb, or of a class of such, that may describe a thing."""
        known = self._pasts.get(element)
        if known is None:
            rows = self._class(element) if element.startswith("{") else [element]
            verbs = (row for row in rows if row.startswith("v:") and " " not in row)
            forms = (form for verb in verbs for form in self._forms(verb))
            known = frozenset(f for f in forms if " " not in f and not f.endswith("ing"))
            self._pasts[element] = known
        return known

    def later_verbs(self, row: str) -> frozenset[str]:
        """Return the words that the verbs of a row begin with, but for one that opens it.

        None where the row opens with its verb.

        Examples
        --------
        >>> sorted(Grammar({}, {"crowd": ["n:youth"]}).later_verbs("{crowd} ... v:torch n:car"))
        ['torch', 'torched', 'torches', 'torching']
        """
        known = self._later.get(row)
        if known is None:
            known = self._later[row] = self._verbs_behind(*self._split(row))
        return known

    def _verbs_behind(self, first: str, *others: str) -> frozenset[str]:
        if self._is_verb(first):
            return _NONE
        verbs = [self._begin(e) for e in others if self._is_verb(e)]
        return (frozenset().union(*verbs) - _AUXILIARIES or _NONE) if verbs else _NONE

    def _is_verb(self, element: str) -> bool:
        """Tell whether an element is a verb, or lists the forms of one."""
        known = self._told.get(element)
        if known is None:
            known = self._told[element] = self._tells(element)
        return known

    def _tells(self, element: str) -> bool:
        listed = _AUXILIARIES.isdisjoint(forms := element.split("|")) and any(map(is_told, forms))
        return listed or self.has_verb(element)

    def undone(self, row: str) -> frozenset[str]:
        """Return the infinitives and -ing forms of the verbs of a row, without those of classes."""
        verbs = (one for one in self._split(row) if one.startswith("v:"))
        parts = (part for one in verbs for part in one.removeprefix("v:").split("|"))
        forms = ((part, *self._verb_forms(part)) for part in parts if part.isalpha())
        return frozenset(
            form for part, *rest in forms for form in (part, *rest) if form == part or _is_ing(form)
        )

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
        alternatives = element.split("|") if element else []
        if ":" not in element:
            return alternatives
        leading = element.partition(":")[0] if ":" in element.partition("|")[0] else ""
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


def _parted(element: str) -> tuple[list[str], set[str], str]:
    """Part the classes and the wild cards of ``{class}|@|word|word`` from its words."""
    if "{" not in element and _CARD.search(element) is None:
        return [], set(), element
    alternatives = element.split("|")
    classes = [one for one in alternatives if one.startswith("{")]
    wild = {one for one in alternatives if one in _WILD_BEGIN}
    words = (one for one in alternatives if not one.startswith("{") and one not in _WILD_BEGIN)
    return classes, wild, "|".join(words)


def _is_ing(form: str) -> bool:
    return form.endswith("ing")


def _spelled(form: str) -> Form:
    _first_word(form)
    return split(form)


def _first_word(form: str) -> str:
    found = WORD.search(form)
    if found is None:
        raise TableError(
            f"no word in {form!r}", path="kinds.toml", remedy='"?" ends an element, "|" parts words'
        )
    return found[0]


class _Spelling:
    """What may stand at one position, while it is put together."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.forms: defaultdict[str, list[Form]] = defaultdict(list)
        self.rows: defaultdict[str, list[Elements]] = defaultdict(list)
        self.loose: list[Elements] = []
        self.wild: set[str] = set()

    def add_form(self, form: str) -> None:
        """Add a word, or several."""
        if form.isalnum():
            self.words.add(form)
            return
        found = _spelled(form)
        if len(found.words) == 1:
            self.words.add(found.words[0])
        else:
            self.forms[found.words[0]].append(found)

    def add_row(self, row: Elements) -> None:
        """Add a row of a class; the words of one that has one element count as one's own."""
        first = row[0].body
        if len(row) == 1:
            self._add_all(first)
            return
        for word in {*first.words, *first.forms, *first.rows}:
            self.rows[word].append(row)
        if first.wild or first.loose:
            self.loose.append(row)

    def _add_all(self, other: Body) -> None:
        self.words |= other.words
        self.wild |= other.wild
        self.loose += other.loose
        for word, forms in other.forms.items():
            self.forms[word] += forms
        for word, rows in other.rows.items():
            self.rows[word] += rows

    def body(self) -> Body:
        """Return what was put together."""
        return Body(
            frozenset(self.words),
            _tuples(self.forms),
            _tuples(self.rows),
            tuple(self.loose),
            frozenset(self.wild) or _NONE,
        )


def _tuples(lists: Mapping[str, list[_Any]]) -> Mapping[str, tuple[_Any, ...]]:
    """Return lists by word that stay as they are; one and the same mapping where there are none."""
    return MappingProxyType({word: tuple(rows) for word, rows in lists.items()}) if lists else _FREE


def _same(word: str) -> list[str]:
    return [word]


def _noun_forms(noun: str) -> list[str]:
    if noun in _IRREGULAR:
        return list(_IRREGULAR[noun])
    if noun.endswith("man"):
        return [noun, noun[:-3] + "men"]
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

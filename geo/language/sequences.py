"""Rows of the vocabulary as sequences of elements, held against the words of a sentence.

They were regular expressions once. To compile one took 4 ms, since a class spells out hundreds of
words: half the time of the first hundred articles. A word is looked up in a set at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from geo.language.almanac import DAY_PARTS, MONTHS, NUMBERS, TENS, WEEKDAYS, alternatives
from geo.language.almanac import words as word_set
from geo.language.elements import Body, Element, Elements, Form

__all__ = [
    "COUNTED",
    "DAY_BETWEEN",
    "PLACE_MARK",
    "PREPOSITIONS",
    "Said",
    "ends",
    "first_end",
    "split",
]

_MONEY = frozenset("$£€₦₹₱₵¥")
PLACE_MARK = "ꙮ"
"""A letter that no news text has: it stands for the first one of the name of a place."""
COUNTED = frozenset(
    {word for word, value in (NUMBERS | TENS).items() if value}
    | word_set("a an another both dozen dozens scores hundreds thousands several many")
)
"""Words that tell how many, besides figures."""

# A figure is one word, with all its digits: "sent a further 1,000 troops". So are "u.s." and
# "won't"; "king's" is two, and a hyphen parts as a space does.
WORD = re.compile(
    r"[a-z]++(?![\w.'’])"  # most words: found so in half the time
    r"|\d+(?:[.,]\d+)+|(?<![^\W_])(?:[^\W\d_]\.){2,}|[^\W_]+(?:(?<=\d),\d{3}(?!\d))*(?:(?<=n)['’]t(?![^\W_]))?"
)
_BETWEEN = re.compile(r"[\s\"'‘’“”()$£€₦₹₱₵¥-]+|[–‑]")
# A dash without spaces joins two names: "the Kut–Basra highway".
# Papers of Asia and Africa put the day between who did it and the deed: "gunmen on Monday night
# attacked". It takes up no place in a row.
_PART = rf"(?:{alternatives(DAY_PARTS)}|midnight)"
_DAY = rf"(?:{alternatives(WEEKDAYS)}|yesterday|today)"
_DATE = rf"(?:{alternatives(MONTHS)} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {alternatives(MONTHS)})"
DAY_BETWEEN = (
    rf"(?:(?:late|early) )?(?:(?:on|in) )?(?:the )?(?:(?:early|small|wee) hours of )?"
    rf"(?:(?:late|early) )?(?:{_DAY}(?:,? {_DATE})?(?:,? {_PART})?|{_DATE}(?:,? {_PART})?|"
    rf"(?:last|the same) (?:night|evening|day)|overnight|{_PART} of {_DATE})"
)
"""A day between other words, in small letters: a regular expression without groups."""
_WHEN = re.compile(rf"(?<= ){DAY_BETWEEN}(?= )")
_DAY_WORDS = frozenset({*WEEKDAYS, *MONTHS, "yesterday", "today", "night", "overnight", "same"})
_OF_DAYS = (
    _DAY_WORDS
    | word_set("late early on in the small wee hours of last evening day midnight")
    | set(DAY_PARTS)
)  # what a day consists of, with figures
_NOWHERE: frozenset[int] = frozenset()
_ABOUT = (
    ("at", "least"), ("more", "than"), ("as", "many", "as"), ("up", "to"),
    ("about",), ("around",), ("some",), ("nearly",), ("over",), ("almost",),
)  # fmt: skip
_BEGIN_ABOUT = frozenset(about[0] for about in _ABOUT)
# A gap ends where somebody says something: "activists say that troops took over a house" is no
# deed of activists. A long one ends with any clause: "police hoped that they came".
_SAYS = word_set(
    "said says say told tells warned warns claimed claims announced confirmed denied denies "
    "believe believes if unless whether"
)
_ENDS_GAP = _SAYS | word_set(
    "while when because although as after before who which that whom whose where how he she they it"
)
PREPOSITIONS = word_set(
    "in at by from near on via to into with for after during over against through under towards "
    "toward within without across around outside inside behind beyond between among along amid "
    "before since until onto upon"
)
"""Words that lead on to a place, a day or a means: the object of a verb stands before them."""
# "Two were injured when rebels fired" injured no rebels: in 782 reports on a war 93 clashes were
# told of townsfolk "killed in terrorist shelling" and "hurt when militants shelled" them.
_ENDS_OBJECT = _ENDS_GAP | word_set("whereas following")
_ENDS_CLAUSE = word_set("when while because although after before if unless whether where")
"""What parts who stands before from what is done behind; "who" and "that" do not."""
_AS_MANY = frozenset({"many", "much", "few", "well", "yet"})
_ENDS_GAP_BEHIND_TO = word_set("be come return go help")


class Said:
    """A sentence in lower case: its words and what parts them.

    ``words`` stand in their order; ``known`` are the same, with ``#`` if there is a number and
    ``@`` if there is a place. ``ends`` keeps what ``_ends`` found.

    Parameters
    ----------
    text
        The sentence in small letters, with a mark over each name of a place.
    written
        The same as it is written, if no place is marked yet: any word that is not all in small
        letters may turn out to be one then, or none. Whatever is marked, a row that matches does
        so here as well; nothing that forbids a match counts where such a word has a part in it.
    """

    def __init__(self, text: str, written: str | None = None) -> None:
        self.text = text
        self.open = written is not None
        self._written = written or ""
        self._found: list[str] = WORD.findall(text)
        curly = "’" in text
        self.words = [w.replace("’", "'") for w in self._found] if curly else self._found
        self.known = set(self.words)
        if any(word[0] in _DIGITS and _is_number(word) for word in self.known):
            self.known.add("#")
        if PLACE_MARK in text and any(word[0] == PLACE_MARK for word in self.known):
            self.known.add("@")
        if self.open:
            self.known.add("@")
        self.ends: dict[tuple[Body, int], Sequence[int]] = {}  # by body and word

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        # What lies between two words has no letter and no figure, so that each is found at once.
        text, end = self.text, 0
        found: list[tuple[int, int]] = []
        for word in self._found:
            start = text.find(word, end)
            end = start + len(word)
            found.append((start, end))
        return found

    @cached_property
    def placeable(self) -> frozenset[int]:
        """Which words may be the name of a place, for all that is known."""
        if not self.open:
            return _NOWHERE
        written = self._written
        found = enumerate(self._spans)
        return frozenset(at for at, (a, b) in found if not written[a:b].islower())

    @cached_property
    def marks(self) -> list[str]:
        """What stands before each word, ``""`` where no row goes on; one more for the end."""
        text = self.text
        parts = [text[one[1] : other[0]] for one, other in pairwise(self._spans)]
        return ["", *(p if p == " " or _BETWEEN.fullmatch(p) else "" for p in parts), ""]

    @cached_property
    def behind_day(self) -> Mapping[int, int]:
        """Where a day begins between other words, and which word stands behind it."""
        if self.known.isdisjoint(_DAY_WORDS):
            return {}
        begins = {one: at for at, (one, _) in enumerate(self._spans)}
        last = {end: at for at, (_, end) in enumerate(self._spans)}
        told = (found.span() for found in _WHEN.finditer(self.text))
        found = {begins[a]: last[b] + 1 for a, b in told if a in begins and b in last}
        # "With a missile on Monday as it came in to land": another clause begins. "Basking in
        # the sun ..." has no word behind its day.
        behind = {at: self.words[end : end + 1] for at, end in found.items()}
        return {at: found[at] for at, word in behind.items() if word and word[0] not in _ENDS_GAP}

    @cached_property
    def unit_ends(self) -> list[int]:
        """Behind which word the one at a position ends with what apostrophes add: "king's"."""
        found = list(range(1, len(self.words) + 1))
        for at in range(len(found) - 2, -1, -1):
            if self.marks[at + 1] in {"'", "’"}:
                found[at] = found[at + 1]
        return found

    @cached_property
    def positions(self) -> Mapping[str, list[int]]:
        """Where each word stands; numbers go by one key more, and so do places."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            found[word].append(at)
            if word[0] in _DIGITS and _is_number(word):
                found["#"].append(at)
            elif word[0] == PLACE_MARK:
                found["@"].append(at)
        if self.placeable:
            found["@"] = sorted(self.placeable)
        return found

    def span(self, at: int, end: int) -> tuple[int, int]:
        """Return where words begin and end in the text."""
        return self._spans[at][0], self._spans[end - 1][1]

    def closes(self, end: int) -> bool:
        """Tell whether a name ends before a position: not in "fire-fighters" or "shooter's"."""
        return self.marks[end] not in {"-", "'", "’"}


def split(form: str) -> Form:
    """Split a form of the vocabulary into words as a sentence is split.

    Examples
    --------
    >>> split("hit-and-run")
    Form(words=('hit', 'and', 'run'), marks=('-', '-'))
    """
    found = list(WORD.finditer(form))
    marks = (form[one.end() : other.start()] for one, other in pairwise(found))
    return Form(tuple(m[0] for m in found), tuple(marks))


def ends(sequence: Elements, said: Said, at: int) -> list[int]:
    """Return behind which words a row may end that begins at a word, what suits best first.

    Gaps are as short as they can be, what may be missing stands if it can, and of several forms
    the longest is taken.
    """
    return [] if _lacks_second(sequence, said, at) else _found(sequence, said, at, first=False)


def first_end(sequence: Elements, said: Said, at: int) -> int | None:
    """Return the first of ``ends`` that closes a name; ``None`` if none does."""
    if _lacks_second(sequence, said, at):
        return None
    found = _found(sequence, said, at, first=True)
    return found[0] if found else None


def _lacks_second(sequence: Elements, said: Said, at: int) -> bool:
    """Tell whether no word behind the first is one that must stand there.

    Of 43,000 searches in 200 articles nine of ten find nothing, and a quarter need no search so.
    """
    if len(sequence) == 1:
        return False
    second = sequence[1]
    must = second.body.plain and not second.optional
    return must and second.body.words.isdisjoint(said.words[at + 1 :])


def _found(sequence: Elements, said: Said, at: int, *, first: bool) -> list[int]:
    # Plain calls and no generators: to set these up was half of what searches cost.
    found: list[int] = []
    begun = _ends(sequence[0].body, said, at)
    if not begun:
        return found
    seen: set[tuple[int, int]] = set()
    for end in begun:
        if _behind(sequence, 1, said, end, seen, found, first=first):
            break
    return found


def _behind(
    sequence: Elements,
    nth: int,
    said: Said,
    at: int,
    seen: set[tuple[int, int]],
    found: list[int],
    *,
    first: bool,
) -> bool:
    """Add the ends of what follows from the nth element on; tell whether they are enough."""
    if nth == len(sequence):
        if first and not said.closes(at):
            return False
        found.append(at)
        return first
    if (nth, at) in seen:  # what it leads to was told before
        return False
    seen.add((nth, at))
    element = sequence[nth]
    for start in _starts(element, said, at):
        for end in _ends(element.body, said, start):
            if _behind(sequence, nth + 1, said, end, seen, found, first=first):
                return True
    return element.optional and _behind(sequence, nth + 1, said, at, seen, found, first=first)


def _starts(element: Element, said: Said, at: int) -> Iterable[int]:
    """Return where an element may begin behind a word, across its gap."""
    if not said.marks[at]:
        return ()
    if said.open:
        return _anywhere(element, said, at)
    if element.gap:
        return _over_gap(element, said, at)
    return (at, said.behind_day[at]) if at in said.behind_day else (at,)


def _over_gap(element: Element, said: Said, at: int) -> Iterator[int]:
    words, marks = said.words, said.marks
    plain = element.body.words if element.body.plain else None
    if at in said.behind_day:
        if plain is None or words[at] in plain:
            yield at
        at = said.behind_day[at]
    for _ in range(element.gap):
        if plain is None or words[at] in plain:
            yield at
        if words[at] in _SAYS or (element.closed and _ends_gap(said, at)):
            return
        if element.object and _parts_object(said, at):
            return
        if element.deed and words[at] in _ENDS_CLAUSE:
            return
        at = said.unit_ends[at]
        if not marks[at]:
            return
    if plain is None or words[at] in plain:
        yield at


def _anywhere(element: Element, said: Said, at: int) -> Iterable[int]:
    """Return where an element may begin whatever is a place: no word for sure ends the gap."""
    begun = {at, *_over_days(said, at)}
    found = set(begun)
    for begin in begun:
        start = begin
        for _ in range(element.gap):
            start = said.unit_ends[start]
            if not said.marks[start]:
                break
            found.add(start)
    return sorted(found)


def _over_days(said: Said, at: int) -> Iterator[int]:
    """Yield where a day may end that begins at a word, if it is one."""
    words, last = said.words, len(said.words) - 1
    if said.known.isdisjoint(_DAY_WORDS):
        return
    while at < last and (words[at] in _OF_DAYS or words[at][0] in _DIGITS):
        at += 1
        yield at


def _ends_gap(said: Said, at: int) -> bool:
    word = said.words[at]
    if word == "to":
        return bool(said.marks[at + 1].isspace() and said.words[at + 1] in _ENDS_GAP_BEHIND_TO)
    return word in _ENDS_GAP


def _parts_object(said: Said, at: int) -> bool:
    """Tell whether a word stands between no verb and its object: a preposition, another clause.

    "Was stopped when patrol officers noticed" stopped no patrol; "killed as many as ten", "over
    200", "at least four" and "surface-to-surface missiles" go on.
    """
    if "-" in {said.marks[at], said.marks[at + 1]}:
        return False
    word, behind = said.words[at], "".join(said.words[at + 1 : at + 2])
    if word in PREPOSITIONS:
        return not _begins_count(said, at)
    of_number = behind in _AS_MANY or said.words[at - 1] in _AS_MANY
    return word in _ENDS_OBJECT and not (word == "as" and of_number)


def _ends(body: Body, said: Said, at: int) -> Sequence[int]:
    """Return behind which words one position ends that begins at a word, the longest first."""
    if body.plain:
        return (at + 1,) if said.words[at] in body.words else ()
    # Many rows share a class: a third of what is asked was asked before.
    key = body, at
    found = said.ends.get(key)
    if found is None:
        found = said.ends[key] = _read_ends(body, said, at)
    return found


def _read_ends(body: Body, said: Said, at: int) -> Sequence[int]:
    word = said.words[at]
    found = [at + 1] if word in body.words else []
    if word in body.forms:
        found += (at + len(f.words) for f in body.forms[word] if _says(f, said, at))
    if word in body.rows:
        for row in body.rows[word]:
            found += ends(row, said, at)
    for row in body.loose:
        found += ends(row, said, at)
    for mark in body.wild:
        found += _WILD[mark](said, at)
    return sorted(set(found), reverse=True) if len(found) > 1 else found


def _says(form: Form, said: Said, at: int) -> bool:
    end = at + len(form.words)
    if tuple(said.words[at:end]) != form.words:
        return False
    marks = said.marks[at + 1 : end]
    return all(
        one and (wanted == " " or one.replace("’", "'") == wanted)
        for one, wanted in zip(marks, form.marks, strict=True)
    )


def _one_word(said: Said, at: int) -> Iterator[int]:
    if said.words[at] not in _SAYS or at in said.placeable:
        yield from range(said.unit_ends[at], at, -1)


def _how_many(said: Said, at: int) -> Iterator[int]:
    """Yield behind which words "at least 12 of" ends; "a dozen" is one that begins later."""
    words = said.words
    for about in _ABOUT if words[at] in _BEGIN_ABOUT else ():
        if tuple(words[at : at + len(about)]) == about and said.marks[at + len(about)] == " ":
            at += len(about)
            break
    counts = at < len(words) and (_is_number(words[at]) or words[at] in COUNTED)
    counts = counts and said.marks[at][-1:] not in _MONEY  # "snatched $5,000 from a trader"
    year = at > 0 and words[at - 1] in _BEFORE_YEAR and at - 1 not in said.placeable
    if counts and not (year and _YEAR.fullmatch(words[at])):
        if said.marks[at + 1] == " " and words[at + 1] == "of":
            yield at + 2
        yield at + 1


def _begins_count(said: Said, at: int) -> bool:
    """Tell whether a preposition only rounds a number: "at least 12", "up to 40", "over 300"."""
    words = said.words
    begin = next((at - n for n in (1, 2) if tuple(words[max(at - n, 0) : at + 1]) in _ABOUT), at)
    return words[begin] in _BEGIN_ABOUT and next(_how_many(said, begin), None) is not None


def _a_place(said: Said, at: int) -> Iterator[int]:
    """Yield where the name of a place ends that a hyphen or an apostrophe may lengthen."""
    if said.words[at].startswith(PLACE_MARK) or at in said.placeable:
        end = at + 1
        while said.marks[end] in {"-", "'", "’"}:
            end += 1
        yield from range(end, at, -1)


_DIGITS = frozenset("0123456789")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = frozenset({*MONTHS, "in", "since"})
"""Words that make a year of the number behind them: "in 2023 farmers blocked"."""
_WILD = {"*": _one_word, "#": _how_many, "@": _a_place}


def _is_number(word: str) -> bool:
    return word[0] in _DIGITS and word[-1] in _DIGITS

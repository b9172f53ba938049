"""Close a sentence up over what is put between who acts and what he does.

Rows of ``kinds.toml`` do not reach over a comma, a dash or a bracket; but "troops, police said,
opened fire" and "troops in Orva, the capital of Galdor, opened fire" tell what "troops opened
fire" does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile, filterfalse

from geo.language.almanac import words
from geo.language.clauses import is_past, is_told, split
from geo.language.late import late
from geo.language.sequences import DAY_BETWEEN, PLACE_MARK, PREPOSITIONS
from geo.language.telling import SAID
from geo.model import Span

__all__ = ["behind_insertion", "behind_relative", "closed_up"]

LONGEST, BEHIND = 110, 60
"""Characters of what is put between at most, and of those behind it among which a verb stands."""
# Opened and closed by the same sort of mark; a comma inside a number parts nothing.
_PAIR = late(
    rf"(?=(?P<own>,\s(?P<in>[^,;:()–—.?!\n]{{2,{LONGEST}}}),(?=\s)|"
    rf"\s?\((?P<bracket>[^()\n]{{2,{LONGEST}}})\)(?=\s)|"
    rf"\s?[–—]\s?(?P<dash>[^;:()–—.?!\n]{{2,{LONGEST}}}[^\s;:()–—.?!\n])\s?[–—](?=\s?\w)|"
    rf"\s-\s(?P<hyphen>[^;:()–—.?!\n]{{2,{LONGEST}}}?)\s-\s(?=\w)))"
)
_ATTRIBUTED = late(
    r"(?:according to|citing) [^,]+|"
    r"(?!(?:and|but|who|which|as|when|while|after|that)\b)(?:[\w.'’-]+ ){1,7}"
    rf"(?:told [\w'’ ]{{2,30}}?|{SAID})"
    r"(?: (?:on|late on|early on) \w+day| (?:in|through) an? [a-z ]{3,30})?"
)
"""Whose word it is: "police said", "a witness told reporters"; not "and officials said"."""
_WORD = re.compile(r"[\w’'-]+")
_ADVERBS = words("also then later allegedly still twice once soon first again")
_RELATIVE = words("who whose which whom")
_JOINS = words("and or but nor then while when as after before because since although though if")
"""What opens a clause or the last of a list, and no insertion."""
_DAY = late(rf"^\s*{DAY_BETWEEN}\s")
_ARTICLES = frozenset({"a", "an", "the"})
_WHO = re.compile(r"\b(?:who|which)\b")
_BLANKS = re.compile(r"\s{4,}")
_BESIDE = words("by with in at from for to")


def closed_up(sentence: str, told: Iterable[Span], *, anywhere: bool = False) -> str:
    """Put blanks over insertions in a sentence in small letters; it keeps its length.

    Parameters
    ----------
    sentence
        The sentence in small letters, names of places marked or not.
    told
        Where it tells of deeds: an insertion with one of these is told of for itself.
    anywhere
        Any word may be a place, with what it is behind a comma: "in Orva, a port, by troops".

    Examples
    --------
    >>> closed_up("troops, police said, opened fire.", [])
    'troops               opened fire.'
    >>> closed_up("troops entered orva, looted shops, burned cars.", [])
    'troops entered orva, looted shops, burned cars.'
    """
    if sentence.count(",") < 2 and not any(mark in sentence for mark in "(–—-"):
        return sentence
    deeds = list(told)
    for at in _insertions(sentence, anywhere=anywhere):
        if not any(at.start <= deed.start < at.end for deed in deeds):
            sentence = sentence[: at.start] + " " * (at.end - at.start) + sentence[at.end :]
    return sentence


def behind_insertion(at: Span, closed: str) -> Span:
    """Return what stands behind the last insertion of a hit, if its verb does.

    Who acts stands before it; what is put in tells no status and no day of the deed.

    Examples
    --------
    >>> said = "troops              opened fire."
    >>> behind_insertion(Span(0, 31), said).of(said)
    'opened fire'
    """
    parts = list(_BLANKS.finditer(closed, at.start, at.end))
    if not parts or any(map(is_past, closed[at.start : parts[-1].start()].split())):
        return at
    return Span(parts[-1].end(), at.end)


def behind_relative(text: str, sentence: Span, at: Span) -> Span:
    """Return the main verb of what tells of a deed and what belongs to it, behind "who ...".

    Examples
    --------
    >>> text = "Men who came on foot shot a guard."
    >>> behind_relative(text, Span(0, len(text)), Span(0, 33)).of(text)
    'shot a guard'
    """
    if _WHO.search(text, at.start, at.end) is None:
        return at
    asides = (c.span for c in split(text, sentence) if c.aside)
    inside = [s for s in asides if at.start < s.start and s.end < at.end]
    if not inside or any(map(is_past, text[at.start : inside[0].start].lower().split())):
        return at
    verb = _WORD.search(text, inside[-1].end, at.end)
    return Span(verb.start(), at.end) if verb and is_told(verb[0].lower()) else at


def _insertions(sentence: str, *, anywhere: bool) -> Iterator[Span]:
    end = 0
    for found in _PAIR.finditer(sentence):
        if found.start() < end or not sentence[: found.start()].strip():
            continue
        at = Span(*found.span("own"))
        said = found["in"] or found["bracket"] or found["dash"] or found["hyphen"]
        behind = sentence[at.end : at.end + BEHIND]
        placed = anywhere or PLACE_MARK in sentence[: at.start].rpartition(" ")[2]
        if _is_put_in(said.strip(), behind, placed=placed):
            end = at.end
            yield at


def _is_put_in(said: str, behind: str, *, placed: bool) -> bool:
    """Tell whether words are an insertion, before what stands behind them."""
    if _ATTRIBUTED.fullmatch(said):
        return True
    said_of = (found[0] for found in _WORD.finditer(said))
    told = list(dropwhile(_is_adverb, said_of))  # "allegedly launched by rebels"
    following = (found[0] for found in _WORD.finditer(_DAY.sub("", behind)))
    verb = next(filterfalse(_is_adverb, following), "")
    if not told or told[0] in _JOINS:
        return False
    if not is_past(verb):
        described = placed and told[0] in _ARTICLES and verb in PREPOSITIONS
        return described and not any(map(is_past, told))
    if told[0] in _RELATIVE or (is_past(told[0]) and told[1:2] and told[1] in _BESIDE):
        return True
    return not any(map(is_past, told))


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or word.endswith("ly")

"""Text as spans: paragraphs, sentences and tokens, and never a rewritten character.

The rules are those of English news. A full stop ends a sentence unless it belongs to an
abbreviation, an initial or a number; a blank line always does. A single line break does when the
line ends like a sentence or the next one starts like one, but not inside text that was wrapped to
a width. Every pattern is possessive or bounded, so one megabyte of a single character costs no
more than any other megabyte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from geo.language.almanac import MONTHS, WEEKDAYS, words
from geo.model import Span

__all__ = [
    "STARTERS",
    "behind_last",
    "bounds",
    "lowered",
    "paragraphs",
    "sentences",
    "small_words",
    "small_words_between",
    "tokens",
    "without_quotes",
]

LONGEST_WORD = 24  # characters looked at before a full stop: no abbreviation is longer
LONGEST_LINE_END = 100  # characters looked at before a line break; nobody wraps text to more
LONGEST_SENTENCE = 1500  # characters; what goes on for longer is a list or a table
WRAPPED_SHARE = 0.3  # of the line breaks stand inside a sentence: the text was wrapped to a width

LONGEST_SHORT_MONTH = 4  # characters: "sept"; of the names written out, three are as short

# They stand before a name or a number, so no sentence ends in them.
_TITLES = words(
    "mr mrs ms messrs dr prof gen lt col maj capt cpl sgt pvt cmdr adm brig cdr cpt sen rep reps "
    "gov pres sec amb rev hon msgr fr supt insp det atty asst dep eng mt ft vs v e.g i.e cf viz "
    "approx ca lt.gen maj.gen brig.gen lt.col st"
)
_WHOLE_MONTHS = words("may june july")
_NUMBERED = words("no nos vol art ch fig p pp par pop") | {
    word for word in MONTHS if len(word) <= LONGEST_SHORT_MONTH and word not in _WHOLE_MONTHS
}
# A sentence may end in these: then the next word is one that sentences begin with.
_OTHERS = words(
    "inc corp co ltd jr sr bros etc ave blvd rd hwy dept univ est assn gov't int'l calif conn "
    "fla ill mass mich minn miss okla ore pa tenn tex va wash wis ala ariz ark colo del ga ind "
    "kan ky la md mo mont neb nev vt wyo"
)
STARTERS = words(
    "a about according after all also although among an and another any are as at because before "
    "both but by can did do does during each earlier even few for four from had has have he her "
    "here his how however i if in is it its later local many meanwhile more most my neither no "
    "nobody none nor not now of on once one only or other others our people several she since so "
    "some such that the their then there these they this those though three thus to today two "
    "under until was we were what when where which while who why will with would yes yesterday "
    "yet you your"
)
# Capitalised after "U.S." in running text they begin a sentence, in a headline they do not.
_NOUNS = words("authorities forces officials police soldiers troops witnesses")
_ZONES = words("est edt cst cdt mst mdt pst pdt gmt utc bst cet cest et pt ct local")
_UNFINISHED = words("a an and as at but by for from in into near of on or over the to under with")

_CLOSERS = "\"'”’»)\\]}"
_STOP = re.compile(rf"[.!?…]++[{_CLOSERS}]*+(?:\[[0-9]{{1,3}}\])*")
_LINE_STOP = re.compile(rf"[.!?…]+[{_CLOSERS}]*(?:\[[0-9]{{1,3}}\])?$")
_AHEAD = re.compile(r"(\s*+)([\"'“‘«„(\[{¿¡$£€•*-]{0,3}+)([^\W_]{0,24}+)(?:\s([^\W_]?))?")
_BREAK = re.compile(r"[\n\r\u2028\u2029]\s*+")
_LINE_ENDS = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_GLUED = re.compile(r"(?<![\w/@.])[a-z]{3,24}$")
_SMALL_LETTERS = {at: chr(at).lower() if chr(at).isalpha() else " " for at in range(128)}
"""All of ASCII in small letters, with a blank for what is no letter."""
# No possessive groups: before 3.11.4 one that fails half-way keeps what it had eaten.
_TOKEN = re.compile(
    r"[a-z]++(?![\w.'’\u0300-\u036f])"  # most words: found so in half the time
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[0-9]++(?:[.,:][0-9]+)*\w*+"  # 2,000, 10:30, 11th
    r"|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|m|d|re|ve|ll)\b"
    r"|[\w\u0300-\u036f]++(?:['’]\w{3,})*"  # O'Brien, but they|'ve
    r"|\.{2,}+|\S",
    re.IGNORECASE,
)


def tokens(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """Split into words, numbers and marks; clitics and hyphens stand alone.

    Examples
    --------
    >>> text = "Kosovo's NATO-led U.S. troops"
    >>> [token.of(text) for token in tokens(text)]
    ['Kosovo', "'s", 'NATO', '-', 'led', 'U.S.', 'troops']
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    return tuple(Span(*at) for at in bounds(text, start, end))


def bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the tokens of a stretch begin and end, as plain pairs.

    Examples
    --------
    >>> bounds("It rains.", 0, 9)
    [(0, 2), (3, 8), (8, 9)]
    """
    return [found.span() for found in _TOKEN.finditer(text, start, end)]


def lowered(text: str) -> str:
    """Lower-case and keep every offset: the few letters that grow are left as they are.

    Examples
    --------
    >>> lowered("Riot in İlgaz")
    'riot in İlgaz'
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def behind_last(marks: str, text: str) -> int:
    """Return where a text goes on behind the last of some marks, or 0.

    An expression that must reach the end over none of them need only be looked for from there: to
    try it at each word before takes the square of the time.

    Examples
    --------
    >>> behind_last(".;", "He left. She came"), behind_last(".;", "He left")
    (8, 0)
    """
    return max(map(text.rfind, marks)) + 1


# Several expressions are only tried where a word of theirs stands in a sentence: one sentence is
# asked by five of them in a row, and to try each of them took 1.5 % of the time of an article.
@lru_cache(maxsize=64)
def small_words(said: str) -> frozenset[str]:
    """Return the runs of letters a–z in a stretch of text, in small letters.

    Examples
    --------
    >>> sorted(small_words("The 21st Army's"))
    ['army', 's', 'st', 'the']
    """
    return _cut_small(said)


@lru_cache(maxsize=64)
def small_words_between(text: str, start: int, end: int) -> frozenset[str]:
    """Return the runs of letters a–z between two positions of a text.

    Examples
    --------
    >>> sorted(small_words_between("The 21st Army's", 4, 13))
    ['army', 'st']
    """
    return _cut_small(text[start:end])


def _cut_small(said: str) -> frozenset[str]:
    if not said.isascii():  # one stretch of six: what is no letter a-z ends a word, as a mark does
        said = said.lower().encode("ascii", "replace").decode("ascii")
    return frozenset(said.translate(_SMALL_LETTERS).split())


# Every stage asks for those of the article it reads.
@lru_cache(maxsize=4)
def paragraphs(text: str) -> tuple[Span, ...]:
    r"""Split at blank lines, and at line breaks that end a sentence unless the text is wrapped.

    Examples
    --------
    >>> text = "Police came.\nThey left.\n\nNobody was hurt."
    >>> [paragraph.of(text) for paragraph in paragraphs(text)]
    ['Police came.', 'They left.', 'Nobody was hurt.']
    """
    breaks = list(_BREAK.finditer(text))
    wrapped = _is_wrapped(text, breaks)
    cuts = (
        found.start()
        for found in breaks
        if _is_blank(found[0]) or (not wrapped and _breaks(text, found, wrapped=False))
    )
    return tuple(_between(text, cuts))


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[Span, ...]:
    """Split into sentences, trimmed of white space; nothing but white space is left out.

    Examples
    --------
    >>> text = 'Gen. Drews left the U.S. on Jan. 5. "Why?" he asked.'
    >>> [sentence.of(text) for sentence in sentences(text)]
    ['Gen. Drews left the U.S. on Jan. 5.', '"Why?" he asked.']
    """
    breaks = list(_BREAK.finditer(text))
    wrapped = _is_wrapped(text, breaks)
    cuts = [found.end() for found in _STOP.finditer(text) if _ends(text, found)]
    cuts += [found.start() for found in breaks if _breaks(text, found, wrapped=wrapped)]
    return tuple(_between(text, _bounded(text, sorted(cuts))))


def _bounded(text: str, cuts: Iterable[int]) -> Iterator[int]:
    """Cut what is too long for a sentence at a blank: reading one may cost its square."""
    last = 0
    for cut in (*cuts, len(text)):
        while cut - last > LONGEST_SENTENCE:
            blank = text.rfind(" ", last, last + LONGEST_SENTENCE)
            last = blank + 1 if blank >= 0 else last + LONGEST_SENTENCE
            yield last
        yield cut
        last = cut


def _between(text: str, cuts: Iterable[int]) -> Iterator[Span]:
    for start, end in pairwise((0, *cuts, len(text))):
        piece = text[start:end]
        if kept := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(kept))


def _is_blank(gap: str) -> bool:
    return "\u2029" in gap or len(_LINE_ENDS.findall(gap)) > 1


def _line_before(text: str, end: int) -> str:
    """Return the end of the line that stops at ``end``, without trailing white space."""
    tail = text[max(0, end - LONGEST_LINE_END) : end].rstrip()
    return _LINE_ENDS.split(tail)[-1]


def _is_wrapped(text: str, breaks: list[re.Match[str]]) -> bool:
    """Tell whether line breaks stand where a width was reached, not where a thought ended."""
    single = [found for found in breaks if not _is_blank(found[0])]
    capitals = text.isupper()
    inside = 0
    for found in single:
        goes_on = capitals or text[found.end() : found.end() + 1].islower()
        inside += goes_on and not _LINE_STOP.search(_line_before(text, found.start()))
    return inside > WRAPPED_SHARE * len(single)


def _breaks(text: str, gap: re.Match[str], *, wrapped: bool) -> bool:
    """Tell whether this line break ends a sentence."""
    if _is_blank(gap[0]):
        return True
    line = _line_before(text, gap.start())
    ahead = _AHEAD.match(text, gap.end())
    if ahead is None or not line:
        return True
    if stop := _LINE_STOP.search(line):
        word = line[: stop.start()].split(" ")[-1].lower()
        return _stop_ends(stop[0], word, ahead) if wrapped else word not in _TITLES
    if wrapped:
        return line.isupper() and not text.isupper()
    unfinished = line.endswith(",") or line.split(" ")[-1].lower() in _UNFINISHED
    return not unfinished and not ahead[3][:1].islower()


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Tell whether these marks, inside a line, end a sentence."""
    ahead = _AHEAD.match(text, stop.end())
    before = text[max(0, stop.start() - LONGEST_WORD) : stop.start()]
    if ahead is None or _LINE_ENDS.search(ahead[1]):
        return False  # the line break itself decides
    if not ahead[1]:
        return _is_glued(before, ahead)
    word = before.split()[-1] if before and not before[-1].isspace() else ""
    if word.isdecimal() and _begins_line(text, stop.start() - len(word)):
        return False  # the number of a list
    return _stop_ends(stop[0], word.lstrip("([{\"'“‘«").lower(), ahead)


def _stop_ends(marks: str, word: str, ahead: re.Match[str]) -> bool:
    opener, following = ahead[2], ahead[3]
    if not following or following[0].islower():
        return bool(opener.strip("-")) and not following
    if not marks.startswith(".") or marks.startswith(".."):
        return True
    if word in _TITLES:
        return False
    if word in _NUMBERED:
        return not following[0].isdecimal()
    if word in {"a.m", "p.m"}:
        return following.lower() not in _ZONES | MONTHS.keys() | WEEKDAYS.keys()
    if "." in word or word in _OTHERS or (len(word) == 1 and word.isalpha()):
        return _starts(opener, following, ahead[4])
    return True


def _starts(opener: str, following: str, after: str | None) -> bool:
    """Tell whether what follows an abbreviation begins a sentence."""
    if opener:
        return opener[0] in "\"“‘'«„•*"
    word = following.lower()
    return word in STARTERS or (word in _NOUNS and not (after or "A").isupper())


def _is_glued(before: str, ahead: re.Match[str]) -> bool:
    """Tell whether a space was lost between two sentences: "the town.Police came"."""
    following = ahead[3]
    if not (following[:1].isupper() and (following[1:].islower() or following in {"A", "I"})):
        return False
    return ahead[4] is not None and _GLUED.search(before) is not None


def _begins_line(text: str, at: int) -> bool:
    return not _line_before(text, at)


_QUOTED = re.compile(r"“[^“”]*”|``[^`]*?''|\"[^\"]*\"")


def without_quotes(said: str, at: int) -> str:
    """Blank what is quoted in a sentence, but for the quote in which a position lies.

    What marchers chant says nothing of their march. The length stays the same.

    Examples
    --------
    >>> without_quotes('They marched, chanting "Never again".', 5)
    'They marched, chanting              .'
    """
    return _QUOTED.sub(
        lambda quote: (
            quote.group() if quote.start() <= at < quote.end() else " " * len(quote.group())
        ),
        said,
    )

"""Tell names of people, parties and bodies from the verbs and nouns they look like: "Mike Lynch".

In running text a verb has a capital only where a sentence begins; headlines in title case give one
to every word, and prove nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geo.events.filing import Hit
from geo.language.almanac import MONTHS, WEEKDAYS, words
from geo.language.clauses import is_told
from geo.model import Span

__all__ = ["is_name", "is_surname"]

RUNNING = 0.5
"""Share of the longer words of a sentence with a small letter that makes running text of it."""
MONTH_WITHIN = 12
"""Characters before the name of a month in which its day stands, or "in"."""
_DAY_BEFORE = re.compile(
    r"(?:\b(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s+of)?|\b(?:in|of|since|until|till|by|last|this|early|late|mid|to|and))[\s-]+$",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r"\.?\s+(?:[1-9]|[12]\d|3[01]|(?:19|20)\d\d)(?:st|nd|rd|th)?\b(?!,\d)")
FAR = 40
"""Characters in which a word and its article stand."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_OPENING = frozenset("\"'“”‘’«(:;—–|-")
"""What stands before a word that begins a sentence, a quotation or a heading."""
_FIRST = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[^\W\d_]+\s+([^\W\d_]+)")
_ARTICLE = re.compile(r"([^\W\d_]+)\s+(?:the|a|an|this|that)\s+$")
_DOING = words(
    "began begun begin begins started start starts continued continue continues resumed resume "
    "resumes launched launch ordered order orders conducted out finished completed stopped"
)
_DATES = frozenset({*WEEKDAYS, *MONTHS})
_OF_SUBJECTS = words(
    "was is has had were who whose said says told also will would did does and could"
)
"""Behind a name that begins a sentence: "Lynch told reporters"."""


def is_name(hit: Hit, later: frozenset[str], sentence: str) -> bool:
    """Tell whether what a trigger takes for a deed is a name, or a noun behind who acts.

    Parameters
    ----------
    hit
        A row and where it matched in the sentence.
    later
        The words that the verbs behind the first element of the row begin with.
    sentence
        The sentence as it is written.
    """
    at = hit[1]
    return (
        _is_month(at, sentence) or is_surname(hit, sentence) or _is_noun_behind(later, at, sentence)
    )


def _is_month(at: Span, sentence: str) -> bool:
    """Tell whether a march is the month: "on Wednesday 13 March in an incursion"."""
    if not sentence.startswith("March", at.start):
        return False
    before = sentence[max(at.start - MONTH_WITHIN, 0) : at.start]
    dated = _DAY_BEFORE.search(before) is not None
    return dated or _DAY_BEHIND.match(sentence, at.start + len("March")) is not None


def is_surname(hit: Hit, sentence: str) -> bool:
    """Tell whether the word that a trigger begins with is a name.

    Parameters
    ----------
    hit
        A row and where it matched in the sentence.
    sentence
        The sentence as it is written.
    """
    row, at = hit
    if not sentence[at.start].isupper():
        return False
    first = _FIRST.match(sentence, at.start)
    if first is None or not _is_base(first[0].lower()):
        return False
    if row.words.startswith("v:") and sentence.endswith("by ", 0, at.start):
        return True  # no verb stands behind it, in a headline neither: "Data analysis by Rob Kos"
    if not _is_running(sentence, first[0]):
        return False
    begins = _begins(sentence, at.start)
    behind = _NEXT.match(sentence, at.start)
    if row.words.startswith("v:"):
        return not begins or (behind is not None and _goes_with_name(behind[1]))
    # A noun has one in the name of a body: "Homicide Captain", but "the Protest Friday".
    single = row.noun and first.end() == at.end
    return single and not begins and behind is not None and _is_named(behind[1])


def _is_noun_behind(later: frozenset[str], at: Span, sentence: str) -> bool:
    """Tell whether each verb behind who acts in a hit is none: "Eastway Drive"."""
    told = [m for m in _FIRST.finditer(sentence, at.start, at.end) if m[0].lower() in later]
    return bool(told) and all(_is_part(m, sentence) or _is_gerund(m, sentence) for m in told)


def _is_part(word: re.Match[str], sentence: str) -> bool:
    """Tell whether a word is a part of a name: it has a capital, which no verb has there."""
    named = word[0][0].isupper() and not _begins(sentence, word.start())
    return named and _is_running(sentence, word[0])


def _is_gerund(word: re.Match[str], sentence: str) -> bool:
    """Tell whether an article makes a noun of a verb: "officers in the killing of", "a beating".

    "The army began the shelling of the town" tells of what the army does.
    """
    if not word[0].endswith("ing"):
        return False
    before = _ARTICLE.search(sentence[max(word.start() - FAR, 0) : word.start()])
    return before is not None and before[1].lower() not in _DOING


def _begins(sentence: str, at: int) -> bool:
    before = at - 1
    while before >= 0 and sentence[before].isspace():
        before -= 1
    return before < 0 or sentence[before] in _OPENING


def _is_base(word: str) -> bool:
    """Tell whether a verb is in a form that tells of no deed: "rob", "lynch", "spears"."""
    return not word.endswith("ing") and not is_told(word)


def _is_running(sentence: str, name: str) -> bool:
    """Tell whether most words but that one begin with a small letter: it is no headline."""
    small, told = _letters(sentence)
    told -= _LONG_WORD.match(name) is not None
    return told > 0 and small >= RUNNING * told


# Asked for each hit with a capital; a headline may have as many as words.
@lru_cache(maxsize=16)
def _letters(sentence: str) -> tuple[int, int]:
    """Return how many longer words of a sentence begin with a small letter, and how many it has."""
    told = _LONG_WORD.findall(sentence)
    return sum(word[0].islower() for word in told), len(told)


def _goes_with_name(word: str) -> bool:
    return _is_named(word) or word in _OF_SUBJECTS


def _is_named(word: str) -> bool:
    return word[0].isupper() and word.lower() not in _DATES

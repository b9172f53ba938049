"""Tell who did a harm: those who keep the law, or somebody else.

Whom police shot beside the dead of a gunman is the gunman: he is none of those he killed. The doer
is the first of whom the clause speaks, or the first behind "by" or "in a shootout with": in "a
robber who fled from police shot a clerk" the police shot nobody.
"""

from __future__ import annotations

from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    DETERMINER,
    FATE,
    GENITIVE,
    HEAD,
    MARK,
    NOUN,
    PREPOSITION,
    PRONOUN,
    PRONOUNS,
    SUBORDINATE,
    VERB,
    some,
)
from geo.language.clauses import is_past

__all__ = ["FORCES", "SOMEBODY", "done_by"]

FORCES, SOMEBODY = "forces", "somebody"
SUBJECT = 10
"""Words before a verb in which its doer is named at most."""
AGENT = 6
"""Words from "by" to the last of its doer at most: "by a Long Hill police officer"."""
BY = 4
"""Words from a verb to "by" at most: "was shot and killed by"."""
FIGHT = 10
"""Words from a verb to those whom somebody fought: "was killed in a shootout with officers"."""
_ENDS = frozenset({MARK, SUBORDINATE})
_OPENS = frozenset({"before", "after", "until", "since", "as", "that", "said", "say"})
_BESIDE = frozenset({"who", "as", "while", ","})
"""What parts "killing three" from no subject: "a gunman fired as troops came, killing three"."""
_VERBS = frozenset({VERB, FATE})
_PLAIN = frozenset({"", NOUN, HEAD})
"""Behind these one in -ed is a verb: "rebels attacked soldiers", unlike "the armed police"."""


def done_by(words: Words, at: int, *, active: bool) -> str:
    """Return who did what a verb tells of: the forces, somebody, or nothing where nobody is named.

    Examples
    --------
    >>> from geo.casualties.tokens import cut
    >>> words = cut("A clerk died before the man was shot by a deputy.")
    >>> done_by(words, words.low.index("shot"), active=False)
    'forces'
    """
    if active:
        return FORCES if _is_of_forces(words, _subject(words, at)) else SOMEBODY
    by = next((k for k in range(at + 1, at + 1 + BY) if words.word(k) == "by"), None)
    if by is not None:
        return FORCES if _is_of_forces(words, _first(words, by + 1)) else SOMEBODY
    met = _met(words, at)
    return FORCES if met is not None and _is_of_forces(words, _first(words, met)) else ""


def _is_of_forces(words: Words, person: int | None) -> bool:
    return person is not None and words.low[person] in some("lawmen")


def _met(words: Words, at: int) -> int | None:
    """Return where those begin whom somebody fought: behind "in a shootout … with"."""
    fought = False
    for k in range(at + 1, min(at + 1 + FIGHT, len(words.low))):
        fought = fought or words.low[k] in some("gunfights") or words.low[k] == "exchange"
        if fought and words.low[k] == "with":
            return k + 1
        if words.tags[k] == SUBORDINATE:
            break
    return None


def _first(words: Words, start: int) -> int | None:
    """Return the first whom the words from a place on name, before the clause ends."""
    for k in range(start, min(start + AGENT, len(words.low))):
        ends = words.tags[k] in _ENDS or words.low[k] in _OPENS
        if ends and words.low[k] not in GENITIVE:
            return None
        if _is_somebody(words, k):
            return k
    return None


def _is_somebody(words: Words, k: int) -> bool:
    """Tell whether a word is who may do something: none who only owns him or tells which he is."""
    if words.word(k + 1) in GENITIVE:
        return False  # "by a policeman's son", "by a sheriff's deputy"
    lawmen = some("lawmen")
    if words.low[k] in lawmen:
        return True
    known = words.tags[k] in {HEAD, PRONOUN} or words.low[k] in PRONOUNS
    # "A woman police officer", unlike "a man police say".
    return known and not lawmen.issuperset(words.low[k + 1 : k + 3])


# ---- the subject


def _subject(words: Words, at: int) -> int | None:
    """Return the subject of a verb, if it is a known one."""
    start = _clause(words, at)
    if words.word(start) == "who":
        start, at = _before_who(words, start), start  # "fired at a deputy, who shot him"
    found = []
    for k in range(start, at):
        if _is_verb(words, k, start):
            break
        if _is_somebody(words, k):
            found.append(k)
    if words.tag(start) != PREPOSITION:
        return found[0] if found else None
    free = (k for k in found if not _is_led(words, k, start))
    return next(free, found[-1] if found else None)  # "on Friday police shot a man"


def _clause(words: Words, at: int) -> int:
    """Return where the clause of a verb begins; that of "killing three" holds commas."""
    loose = words.low[at].endswith("ing")
    start, least = at, 0 if loose else max(at - SUBJECT, 0)
    through = _BESIDE | {"and"} if loose else {"who", "and"}
    while start > least:
        word, tag = words.low[start - 1], words.tags[start - 1]
        if word not in through and (tag in _ENDS or word in _OPENS) and word not in GENITIVE:
            break
        start -= 1
    return start


def _before_who(words: Words, who: int) -> int:
    """Return the last word of those whom "who" is about."""
    last = who - 1
    return last - 1 if words.word(last) == "," else last


def _is_verb(words: Words, k: int, start: int) -> bool:
    """Tell whether the verb of a subject stands at a word: "Kos fought", unlike "armed police"."""
    if k == start or words.tags[k - 1] not in _PLAIN:
        return False
    return words.tags[k] in _VERBS or (words.tags[k] == "" and is_past(words.low[k]))


def _is_led(words: Words, k: int, start: int) -> bool:
    """Tell whether somebody stands behind a preposition: "in a struggle with officers"."""
    while k > start and words.tags[k - 1] in {"", NOUN}:
        k -= 1
    if k > start and words.tags[k - 1] == DETERMINER:
        k -= 1
    return k > start and words.tags[k - 1] == PREPOSITION

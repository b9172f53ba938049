"""Find the verb before with which a word of harm shares its subject, or its "was"."""

from __future__ import annotations

from geo.casualties.subjects import Who
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    ADVERB,
    BE,
    FATE,
    HAVE,
    HEAD,
    MARK,
    MODAL,
    SUBORDINATE,
    VERB,
    some,
    vocabulary,
)

__all__ = ["chain_before", "shared"]

COORDINATED = 6
"""Words between two verbs of one subject at most: "was shot five times in the back and killed"."""
SHARED = 12
"""Words from "were" to the last of what was done at most: "were taken off a bus and shot"."""
_BREAKS = frozenset({MARK, BE, HAVE, VERB, SUBORDINATE, MODAL, HEAD})
"""What parts two verbs of one subject."""
_PARTS_VERBS = frozenset({MARK, HAVE, SUBORDINATE, MODAL})
"""What parts two verbs that share "were"."""


def chain_before(who: Who, at: int) -> tuple[str, int] | None:
    """Return the chain of the verb of harm before: "was shot five times and killed".

    Parameters
    ----------
    who
        The groups of a sentence.
    at
        The word that tells of harm.

    Returns
    -------
    As ``Who.chain`` does; ``None`` if the word goes on with no such verb.
    """
    tags, low = who.words.tags, who.words.low
    if who.words.word(at - 1) != "and":
        return None
    for k in range(at - 2, max(at - 2 - COORDINATED, -1), -1):
        if tags[k] == FATE:
            return who.chain(k) if vocabulary().fates[low[k]][1] == "past" else None
        if tags[k] in _BREAKS:
            return None
    return None


def shared(who: Who, at: int) -> int | None:
    """Return the auxiliary of a verb before: "were pulled off a bus, lined up and shot"."""
    words, join = who.words, at - 1
    while words.tag(join) == ADVERB or words.word(join) == "then":
        join -= 1
    if words.word(join) != "and":
        return None
    for k in range(join - 1, max(join - SHARED, 0), -1):
        tag, word = words.tags[k], words.low[k]
        if tag == BE:
            behind = k + 1 + (words.tag(k + 1) == ADVERB)
            return k if _is_participle(words, behind) and not who.unreal(k) else None
        listed = word == "," and _is_participle(words, k + 1)
        if tag in _PARTS_VERBS and not listed:
            return None
    return None


def _is_participle(words: Words, at: int) -> bool:
    """Tell whether a word can say what was done: "pulled", "taken", "led"."""
    word = words.word(at)
    return word.endswith(("ed", "en")) or word in some("participles")

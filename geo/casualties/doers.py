"""Tell who did a harm: those who keep the law, or somebody else.

Whom police shot beside the dead of a gunman is the gunman: he is none of those he killed.
"""

from __future__ import annotations

from geo.casualties.tokens import Words
from geo.casualties.vocabulary import MARK, SUBORDINATE, some

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
        return FORCES if _is_of_forces(_subject(words, at)) else SOMEBODY
    by = next((k for k in range(at + 1, at + 1 + BY) if words.word(k) == "by"), None)
    if by is not None:
        return FORCES if _is_of_forces(words.low[by + 1 : by + 1 + AGENT]) else SOMEBODY
    behind = words.low[at + 1 : at + 1 + FIGHT]
    fought = not some("gunfights").isdisjoint(behind) or behind[:2] == ["exchange", "of"]
    return FORCES if fought and "with" in behind and _is_of_forces(behind) else ""


def _is_of_forces(said: list[str]) -> bool:
    return not some("lawmen").isdisjoint(said)


def _subject(words: Words, at: int) -> list[str]:
    """Return the words in which the subject of a verb stands; all, where a comma parts them."""
    if words.low[at].endswith("ing"):
        return words.low[:at]  # "soldiers fired on a crowd, killing three"
    start = at
    while start > max(at - SUBJECT, 0):
        before = start - 1
        if words.tags[before] in _ENDS and words.low[before] not in {"and", "who"}:
            break
        if words.low[before] in _OPENS:
            break
        start = before
    return words.low[start:at]

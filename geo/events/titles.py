"""Spell out what headlines leave out: "troops sent to Orva" were sent there.

A participle behind the only noun of a line that has no verb is passive; rows of ``kinds.toml`` ask
for its "were".
"""

from __future__ import annotations

import re

from geo.language.almanac import words
from geo.language.clauses import is_told

__all__ = ["PUT", "passive_at"]

PUT = "were "
"""What is put in before the participle."""
LONGEST, BEFORE = 110, 7
"""Characters of a headline, and words before its participle, at most."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEHIND = words(
    "in at near outside off on to from by over for as after amid ahead during along across around"
)
_NEVER = words("was were is are be been being has have had will not who which that")
"""Words with which a line has a verb, or its participle is of another clause."""
_PARTICLES = words("up down away back out apart")
_OF_MATCHES = words(
    "beaten routed crushed hammered thrashed edged upset ousted dumped knocked stunned"
)
"""What sports pages say of who lost: "Rovers beaten in Orva"."""
_DESCRIBED = words("a an the this that his her their its")


def passive_at(said: str) -> int | None:
    """Return where the participle stands that is the only verb of a headline; ``None``: nowhere.

    Examples
    --------
    >>> passive_at("troops sent to orva")
    7
    >>> passive_at("troops sent to orva say they are lost"), passive_at("troops were sent to orva.")
    (None, None)
    """
    if len(said) > LONGEST or said.rstrip()[-1:] in {".", "!", "?", ";", ":"}:
        return None
    told = list(_WORD.finditer(said))
    if not _NEVER.isdisjoint(word.group() for word in told):
        return None
    verbs = [n for n, word in enumerate(told) if is_told(word.group())]
    if len(verbs) != 1 or not 0 < verbs[0] <= BEFORE:
        return None
    if not _OF_MATCHES.isdisjoint(word.group() for word in told):
        return None
    before, verb = told[verbs[0] - 1 : verbs[0] + 1]
    rest = [word.group() for word in told[verbs[0] + 1 :]]
    behind = next((word for word in rest[:2] if word not in _PARTICLES), "")
    if before.group() in _DESCRIBED | _BEHIND or (rest and behind not in _BEHIND):
        return None
    return verb.start()

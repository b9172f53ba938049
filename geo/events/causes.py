"""Say which verb tells of a deed: the harm that is asserted takes over the kind of its cause.

"A roadside bomb killed one", "23 fighters were killed in clashes": the verb says that it happened,
the noun says what. "A bomb exploded, killing eight": here the first verb says both.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from geo.events.crossing import are_apart
from geo.language.clauses import is_past
from geo.language.late import late

if TYPE_CHECKING:
    from geo.lexicon import Trigger
    from geo.model import Span

__all__ = ["asserted"]

FAMILY = "violence"
"""The family whose deeds can be the cause of harm."""
HARMFUL = frozenset({"arson", "robbery"})
"""Deeds against property that hurt people too: "two were killed in an arson attack" is one deed."""
THEFT = "robbery"
"""Who kills and steals killed: the theft gives its name to no killing."""
COARSE = frozenset({"attack", "armed_clash"})
"""Kinds whose nouns ("ambush", "attack") any deed with weapons can go by."""
SUBJECT_REACH = 12
"""Words between "when" and the verb of its clause: "when a bomb hidden in a car exploded"."""

_WORD = r"[\w’'-]+"
# Behind a participle these begin what describes the doer: "a car packed with explosives".
_DESCRIBES = frozenset({"with", "by", "as", "near", "outside"})
_NAMED = re.compile(rf"\b(?:a|an|another|this|that)\s+(?:{_WORD}\s+){{0,2}}$")
_BREAK = re.compile(r"[;:]|,\s+(?:but|while|whereas|although|though)\b|\s(?:but|whereas)\s")
# Behind these another deed of somebody else begins, not what came of the first.
_APART = re.compile(
    rf",?\s+(?:and|but|while)\s+(?:{_WORD}\s+){{0,8}}?(?:was|were|is|are|has|have|had)\s+(?:{_WORD}\s+)?$"
    r"|[;:]|\bwhile\b|\bbut\b"
)
_THROUGH = re.compile(
    r"\b(?:in|by|during|from|amid|under|of|with|after|following|through|at|as|when|while|due)\b(?!.*\band\b)"
    # "Killed in a gun and grenade attack".
    rf"|\b(?:in|by|during)\s+an?\s+{_WORD}\s+and\s+$"
)
_KILLS = re.compile(r"\bkill|\bdead\b|\blives\b|\bmartyred\b")
_IN_ONE = late(
    rf"\s+(?:(?!and\b|but\b){_WORD}\s+){{0,3}}?(?:in|during)\s+an\s+(?:{_WORD}\s+){{0,2}}"
)
_DEFINITE = late(rf"\b(?:the|that|this|those|these)\s+(?:{_WORD}\s+){{0,2}}$")
_WHEN = re.compile(rf"\b(?:when|as|after|while)\s+(?:{_WORD}\s+|[,“”\"]\s*){{0,{SUBJECT_REACH}}}$")


def asserted(
    sentence: str, triggers: Sequence[Trigger], results: Container[Span] = ()
) -> list[Trigger]:
    """Let each verb of harm take over the kind of its cause, or leave it to the verb before.

    Parameters
    ----------
    sentence
        The lower-cased sentence in which the spans of the triggers count.
    triggers
        The triggers of the sentence, in order; ``generic`` ones are the verbs of harm.
    results
        Where words of harm stand that tell of nothing without a cause: the dead of a flood as well
        as of a blast.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> text = "Two guards were killed in an explosion near the mint."
    >>> [(t.kind.name, t.span.of(text)) for t in default_lexicon().find(text)]
    [('explosion', 'killed')]
    """
    kept = [t for t in triggers if not t.generic and not _is_setting(sentence, t, triggers)]
    causes = [t for t in kept if t.kind.family == FAMILY or t.kind.name in HARMFUL]
    harms = [t for t in triggers if t.generic and (causes or t.span not in results)]
    chains = _chains(sentence, harms)
    if not causes:
        return sorted([*kept, *(c[0] for c in chains)], key=lambda t: t.span)
    for whole in chains:
        killing, others = _of_killing(sentence, whole, causes)
        if killing is not None and not others:
            kept.append(replace(killing, generic=False))
            continue
        chain = whole if killing is None else whole[whole.index(killing) :]
        others = [c for c in others if not are_apart(sentence, c.span, chain[0].span)]
        if not others:
            kept.append(chain[0])
            continue
        verb, cause = chain[0], _cause(sentence, chain, others)
        if cause is None:
            own = [t for t in chain if t.span not in results]
            kept += own[:1] if _is_apart(sentence, verb, others) else ()
        elif cause.noun or cause.span.start > verb.span.start:
            kept = [t for t in kept if t is not cause]
            # "Killed in the blast" adds to what was told, "killed in a blast" tells it.
            known = _DEFINITE.search(sentence[: cause.span.start]) is not None
            kept.append(replace(verb, kind=cause.kind, generic=known))
    return sorted(kept, key=lambda t: t.span)


def _is_setting(sentence: str, noun: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Tell whether a noun only says in what somebody was shot: "was shot dead in an ambush"."""
    if not noun.noun or noun.kind.name not in COARSE:
        return False
    before = (t for t in triggers if t.span.end <= noun.span.start and t is not noun)
    return any(
        not (t.noun or t.generic)
        and t.kind.family == FAMILY
        and t.kind.name not in COARSE
        and _IN_ONE.fullmatch(sentence[t.span.end : noun.span.start]) is not None
        for t in before
    )


def _chains(sentence: str, results: Sequence[Trigger]) -> list[list[Trigger]]:
    """Put verbs of harm together that tell of one deed: "killed two and wounded three"."""
    chains: list[list[Trigger]] = []
    for verb in results:
        last = chains[-1][-1].span if chains else verb.span
        broken = _BREAK.search(sentence, last.end, verb.span.start)
        if chains and not (broken or are_apart(sentence, last, verb.span)):
            chains[-1].append(verb)
        else:
            chains.append([verb])
    return chains


def _of_killing(
    sentence: str, chain: Sequence[Trigger], causes: Sequence[Trigger]
) -> tuple[Trigger | None, list[Trigger]]:
    """Return the verb of a killing beside a theft, and what it can have come of: no theft."""
    others = [c for c in causes if c.kind.name != THEFT]
    if len(others) == len(causes):
        return None, others
    kills = (t for t in chain if _KILLS.search(sentence, t.span.start, t.span.end))
    killing = next(kills, None)
    return killing, list(causes) if killing is None else others


def _cause(sentence: str, chain: Sequence[Trigger], causes: Sequence[Trigger]) -> Trigger | None:
    """Return what harmed: the subject of the verb, what it was done by, or the deed told before."""
    first, last = chain[0], chain[-1]
    before = [c for c in causes if c.span.end <= first.span.start]
    if before:
        between = sentence[before[-1].span.end : first.span.start]
        # "The clash in A and B killed two", not "the clash ended and police killed two".
        if not _APART.search(between) and not (before[-1].noun and _has_verb(between)):
            return before[-1]
    for cause in causes:
        verb = next((v for v in reversed(chain) if v.span.end <= cause.span.start), None)
        if verb is None or _BREAK.search(sentence, last.span.end, cause.span.start):
            continue
        between = sentence[verb.span.end : cause.span.start]
        told = sentence[cause.span.start : cause.span.end]
        if told.startswith("by ") or not between.strip():
            return cause
        named = cause.noun or _NAMED.search(between)
        if (_THROUGH if named else _WHEN).search(between):
            return cause
    return None


def _has_verb(between: str) -> bool:
    words = re.findall(r"(?<![\w.’'-])[a-z][\w’'-]*", between)
    return any(
        is_past(word) and behind not in _DESCRIBES
        for word, behind in zip_longest(words, words[1:], fillvalue="")
    )


def _is_apart(sentence: str, verb: Trigger, causes: Sequence[Trigger]) -> bool:
    """Tell whether harm is another deed than those that the sentence tells of before it."""
    before = [c for c in causes if c.span.end <= verb.span.start]
    if not before:
        return False
    return _APART.search(sentence[before[-1].span.end : verb.span.start]) is not None

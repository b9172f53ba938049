"""Choose among the hits of a sentence that overlap: the longest stands, and none that is barred."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from geo.events.filing import Hit, Row
from geo.language.almanac import words
from geo.language.clauses import is_past
from geo.model import Span

if TYPE_CHECKING:
    from geo.lexicon import Trigger

__all__ = ["bars", "is_next_verb", "is_whose", "longest", "without_twins"]

_WORD = re.compile(r"[^\W_]+")
_NEXT_VERB = re.compile(r"\s(?:and|but)\s+(?:also\s+|now\s+)?[a-z]+ to ")
_PEOPLE_BEHIND = re.compile(
    r"\s+(?:and\s+\w+\s+)?(?:[a-z]+(?:ers?|ors?|ists?|boys?|men|man)|thief|thieves|merchants?)\b"
)
_FOLLOWERS = re.compile(
    r"\b(?:supporters|loyalists|thugs|followers|youths|militants)\b(?:\s+of\s+(?:[\w-]+\s+){0,4})?[\w-]*\s*(?:clash|scuffle|brawl|skirmish)|"
    r"\bmembers\s+of\s+(?:the\s+|two\s+)?(?:[\w-]+\s+){1,4}(?:clash|clashed)\s+(?:in|at)\b"
)
"""Who comes to blows where those whom they follow would only talk."""
_AND_GUNS = re.compile(
    r",?\s+(?:and|or|then|followed\s+by)\s+(?:with\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:guns?|gunfire|rifles?|firearms|machine[\s-]?guns?|small\s+arms|rockets?|mortars?|rpgs?|kalashnikovs?)\b"
)
"""Behind bombs that were thrown in a fight, and none that were laid."""
BEFORE_REACH = 60
"""Characters before what bars a deed in which its followers stand."""
_NOT_PEOPLE = words("over after under number numbers for or fever shelter shelters")
_BEASTS = words("cattle livestock poultry fish")
_MEANS = frozenset({"shooting", "armed_clash", "explosion", "grenade_attack", "air_strike"})
_KILLING = re.compile(r"kill(?:s|ed|ing)?\b|murder(?:s|ed|ing)?\b")
_CAME_ABOUT = words("took occurred happened left killed claimed was were targeted")
"""What a deed did that says no more than that it was: "the attack took place in"."""


def bars(bar: Hit, at: Span) -> bool:
    """Tell whether a `not` row bars a trigger: one of `heads` only what begins in it."""
    row, said = bar
    if row.role == "heads":
        return said.start <= at.start < said.end
    return at.overlaps(said)


def is_next_verb(text: str, said: Span) -> bool:
    """Tell whether what ends a stretch is the verb of the next statement: "… and plan to leave".

    Examples
    --------
    >>> said = "attacked a market and plan to leave"
    >>> is_next_verb(said, Span(0, 26)), is_next_verb("attack the plan to leave", Span(0, 15))
    (True, False)
    """
    if not text.startswith(" to ", said.end):
        return False
    return _NEXT_VERB.search(text, said.start, said.end + len(" to ")) is not None


def is_whose(text: str, bar: Hit) -> bool:
    """Tell whether what bars a deed only says whose it is: "shot a cattle thief".

    So it is with talkers: not the parties, but "supporters of two parties clash in Tolmen". Who
    comes with bombs and with guns fights.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> len(default_lexicon().find("Villagers shot two goat thieves.")) > 0
    True
    """
    row, said = bar
    if row.kind == "armed_clash" and row.words.endswith("{mines_laid}"):
        return _AND_GUNS.match(text, said.end) is not None
    if row.words.startswith("{violent_talkers}"):
        return _FOLLOWERS.search(text, max(0, said.start - BEFORE_REACH), said.end) is not None
    if not (row.words.endswith("{beasts}") or said.of(text).split()[-1] in _BEASTS):
        return False
    behind = _PEOPLE_BEHIND.match(text, said.end)
    return behind is not None and behind.group().split()[-1] not in _NOT_PEOPLE


def longest(hits: list[Hit], text: str = "") -> list[Hit]:
    """Keep the longest of overlapping hits of a kind, and drop what lies inside another's.

    "Police arrested seven and seized rifles" tells of both, though who seized stands first.
    """
    if len(hits) == 1:
        return hits
    kept: list[Hit] = []
    over: defaultdict[int, list[Hit]] = defaultdict(list)  # what is kept, by character
    order = sorted(
        hits,
        key=lambda h: (
            h[1].start - h[1].end,
            h[0].role in {"generic", "result"},
            not h[0].noun,
            h[1].start,
            h[0].order,
        ),
    )
    for row, at in order:
        # What is kept is no shorter, so what overlaps this lies over one of its ends.
        if not any(
            other.kind == row.kind
            or (
                span.covers(at)
                and not _before_deed((other, span), at, text)
                and not _kills_to_steal((other, span), (row, at), text)
            )
            for end in (at.start, at.end - 1)
            for other, span in over[end]
        ):
            kept.append((row, at))
            for place in range(at.start, at.end):
                over[place].append((row, at))
    told = (hit for hit in kept if not _is_bare_head(hit, over[hit[1].start], text))
    return sorted(told, key=lambda h: h[1])


def _is_bare_head(hit: Hit, others: Iterable[Hit], text: str) -> bool:
    """Tell whether a hit begins with the noun that ends another: "attack in" of "gas attack in".

    ``others`` are those that lie over its first character.
    """
    row, at = hit
    if row.kind == "attack" and any(
        _says_how(other) and span.start < at.start and " " not in text[at.start : span.end]
        for other, span in others
    ):
        return True  # "was shot and killed by unidentified men": how he was killed is told
    return _names_only(row, at.of(text)) and any(
        other.noun
        and other.kind != row.kind
        and span.start < at.start < span.end < at.end
        and " " not in text[at.start : span.end]
        for other, span in others
    )


def _says_how(row: Row) -> bool:
    """Tell whether a row says by what means somebody was killed: "was shot and killed"."""
    return row.kind in _MEANS and row.role not in {"generic", "result"} and not row.noun


def _names_only(row: Row, said: str) -> bool:
    """Tell whether what a row of a noun met says no more of a deed than that it was."""
    return row.words.startswith("n:") and not any(
        is_past(word) and word not in _CAME_ABOUT for word in said.split()[1:]
    )


def _kills_to_steal(theft: Hit, hit: Hit, text: str) -> bool:
    """Tell whether who takes something kills for it: "raiders kill a herder to steal a goat"."""
    if theft[0].kind != "robbery" or hit[0].kind != "attack":
        return False
    return hit[1].start > theft[1].start and _KILLING.match(text, hit[1].start) is not None


def _before_deed(hit: Hit, at: Span, text: str) -> bool:
    """Tell whether another deed stands between those who act in a hit and what they do."""
    row, span = hit
    if not row.done:
        return False
    deeds = [m.end() for m in _WORD.finditer(text, span.start, span.end) if m[0] in row.done]
    return bool(deeds) and at.start > span.start and at.end < deeds[-1]


def without_twins(triggers: list[Trigger]) -> list[Trigger]:
    """Keep the longer of two overlapping triggers that became of one kind."""
    lost: set[Trigger] = set()
    before: list[Trigger] = []
    for one in triggers:
        before = [other for other in before if other.span.end > one.span.start]
        twins = [other for other in before if other.kind is one.kind]
        lost.update(max(one, other, key=_shortness) for other in twins)
        before.append(one)
    return [one for one in triggers if one not in lost]


def _shortness(trigger: Trigger) -> tuple[int, Span]:
    return trigger.span.start - trigger.span.end, trigger.span

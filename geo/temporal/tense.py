"""Whether a sentence puts a date ahead or behind: "will meet on Monday", "met on Monday".

The verb that a date belongs to decides: the nearest before it, or the one behind a date that opens
its clause. An infinitive looks where its governor does ("plan to march", "failed to march"); what
stands in the present, or is demanded, may lie on either side (``OPEN``): then the nearer day is
meant.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from geo.language.almanac import WEEKDAYS, words
from geo.language.chunks import BE, Sentence, VerbGroup, parse
from geo.language.late import late
from geo.model import Span
from geo.temporal.presupposition import DEED, object_of_reaction

__all__ = ["FUTURE", "OPEN", "PAST", "is_awaited_soon", "of"]

PAST, FUTURE, OPEN = "past", "future", "open"
GOVERNED_WITHIN = 8
"""Words before an infinitive in which its governor stands: "urged all of its members to stay"."""

SKIPPED = 3
"""Verbs that are asked, as long as they say nothing: "will rest after meeting him on Monday"."""

LONGEST_PHRASE = 5
"""Words in which a verb stands with what makes a timetable of it: "goes to the polls on"."""

_UNTIL = words("until till")
_HAVE = words("has have 've ’ve")
_WAS = words("was were had")
_WILL = words("will 'll ’ll wo shall")
_UNREAL = words("could would might may")
_DUTY = words("must should ought")
_SAME_PAST = words("beat burst cast cut hit hurt put quit set shed shut split spread thrust")
"""Verbs of which the past is the plain form: "guards beat a man on Monday"."""
_DUE = words("due set slated scheduled expected")
_RELATIVE = words("who which that")
_BARELY = words("not n't n’t only hardly barely later never")
_CONJUNCTIONS = words("and but while as because that if when whether or so although though")
_INTO = words(
    "on in by at from early late the mid this last next of a an around about since before"
)
_OPENS = words("; : — –")
# What is called for or planned lies ahead, and the weekday behind it is its own: "called for
# rallies on Saturday". Other calls ("for calm on Saturday") were made on their day.
_ARRANGED = re.compile(
    r"\b(?:call(?:ed|s|ing)?\s+(?:for|an?|on\b[^.;,]{1,40}\bto)|announc(?:es?|ed|ing)\s+an?|plan(?:s|ned|ning)?|organi[sz]ing|"
    r"schedul(?:es?|ed|ing)|announc(?:es?|ed|ing)\s+plans\s+for)\s+(?:[a-z’'-]+\s+){0,4}?"
    r"(?:protests?|strikes?|demonstrat(?:e|ions?)|rall(?:y|ies)|march(?:es)?|walk-?outs?|boycotts?|"
    r"sit-ins?|vigils?|shutdowns?|elections?|votes?|referendums?|talks|meetings?|summits?)\s+"
    r"(?:(?!after\b|over\b|against\b|about\b|since\b|held\b)[a-z’'-]+\s+){0,4}?(?:on|for)\s+$"
)
# "Which is expected in December", "as soon as Tuesday": what is awaited lies ahead.
_AWAITED = re.compile(
    r"(?:\b(?:expected|scheduled|slated|due|planned|supposed|projected|anticipated|planning|"
    # "Is set for Monday", "set to open on Monday"; a fire was set at a door on Friday.
    r"set(?=\s+(?:for|to)\b)|"
    r"ready|hopes?|hoping)\s+(?:(?!after\b|since\b)[a-z]+\s+){0,4}?"
    r"(?:in|on|for|by|at|from|until)\s+(?:the\s+)?|"
    r"\bas\s+(?:early|soon|late)\s+as\s+|\b(?:slated|scheduled|expected|planned|due|upcoming)\s+)"
    r"(?:early\s+|mid-?\s*|late\s+)?$"
)
_DEADLINE = re.compile(r"\b(?:deadline|expires?|payable)\s+(?:[a-z]+\s+){0,2}$")
# "Closed the square ahead of a march on Saturday".
_OUTLOOK = re.compile(
    r"\b(?:(?:ahead|in\s+advance)\s+of|in\s+preparation\s+for|in\s+the\s+run-up\s+to)\s+"
    r"(?:(?!after\b|since\b)[a-z’'-]+\s+){0,5}?$"
)
_MODAL = re.compile(r"\b(?:will|may|might|can|could|would|should|to|ll)\s+$")
# "A Friday shooting": what the sentence goes on to say of it is no news of its day.
_ATTRIBUTE = re.compile(r"\b(?:an?|the|this|in|after)\s+$")
_NOUN_NEXT = re.compile(
    r"\s+(?!deadline|meeting|vote|election|talks|session|summit|hearing"
    r"|(?:that|and|in|at|for|to|when|of|will|could|would|may|might|is|are|was|were)\b)[a-z]+\b"
)
# Of violence a day has, no march: "charges will be filed in Tuesday's fatal shooting".
_OF_VIOLENCE = re.compile(rf"['’]s\s+(?:[a-z’'-]+\s+){{0,2}}?(?!strike){DEED.pattern}")
# What nobody announces has happened on its day: "charged in a shooting on Friday".
_UNPLANNED = (
    r"(?:shooting|killing|murder|massacre|stabbing|explosion|blast|riot|death|kidnapping|abduction|"
    r"clash|incident|crash|lynching|bloodshed|slaying|robbery|assassination)(?:e?s)?"
)
_OF_WHOM = r"(?:\s+(?:of|in|at|near|outside|by)\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+){0,3}"
_AFTER_UNPLANNED = re.compile(
    rf"\b(?:{_UNPLANNED}{_OF_WHOM}\s+(?:on\s+)?|since\s+)(?:early\s+|late\s+)?$"
)
_BEFORE_UNPLANNED = re.compile(rf"\s+(?:fatal\s+|deadly\s+)?{_UNPLANNED}\b")
_BEFORE_GERUND = words("of for after by from in since with")
_DEEDS_OF_DAY = late(rf"[a-z ]+['’]s\s+(?:[a-z’'-]+\s+){{0,2}}?{DEED.pattern}")
REACH_BEFORE, REACH_AFTER = 80, 60  # characters of the sentence in which these are looked for


def of(text: str, sentence: Span, phrase: Span) -> str:
    """Return ``past``, ``future``, ``open`` or, where nothing says so, the empty string.

    Examples
    --------
    >>> said = "They will meet on Monday."
    >>> of(said, Span(0, len(said)), Span(18, 24))
    'future'
    >>> said = "The march is to be held on Monday."
    >>> of(said, Span(0, len(said)), Span(27, 33))
    'future'
    """
    before = text[max(sentence.start, phrase.start - REACH_BEFORE) : phrase.start].lower()
    if any(cue.search(before) for cue in (_ARRANGED, _AWAITED, _DEADLINE)):
        return FUTURE
    after = text[phrase.end : min(sentence.end, phrase.end + REACH_AFTER)].lower()
    rest = text[phrase.start : phrase.end].lower() + after
    done = _AFTER_UNPLANNED.search(before) or _BEFORE_UNPLANNED.match(after)
    if done or _OF_VIOLENCE.match(after) or _is_of_deed(before, rest):
        return PAST
    if _OUTLOOK.search(before):
        return OPEN
    attribute = _ATTRIBUTE.search(before) is not None and _NOUN_NEXT.match(after) is not None
    told = parse(sentence.of(text))
    return _by_verbs(told, *_tokens(told, sentence, phrase), attribute=attribute)


def is_awaited_soon(text: str, sentence: Span, phrase: Span) -> bool:
    """Tell whether "soon" looks ahead; in a tale of the past it only says that little time passed.

    Examples
    --------
    >>> said = "The road was soon blocked."
    >>> is_awaited_soon(said, Span(0, len(said)), Span(13, 17))
    False
    """
    modal = _MODAL.search(text[max(0, phrase.start - 12) : phrase.start])
    return modal is not None or of(text, sentence, phrase) == FUTURE


@cache
def _verbs() -> Mapping[str, frozenset[str]]:
    """Return the lists of ``tense.toml``, which says what each is for."""
    return {name: words(told) for name, told in _table().items() if isinstance(told, str)}


@cache
def _phrases() -> tuple[str, ...]:
    """Return what makes a timetable of verbs that tell of anything else: "takes place"."""
    return tuple(f"{told} " for told in _table()["timetable_with"])


@cache
def _table() -> Mapping[str, Any]:
    text = resources.files("geo.temporal").joinpath("tense.toml").read_text("utf-8")
    return tomllib.loads(text)


def _is_of_deed(before: str, rest: str) -> bool:
    """Tell whether a date is that of a deed to which somebody reacts: "condemned Monday's raid"."""
    start = object_of_reaction(before, rest)
    if start is None:
        return False
    return DEED.search(before, start) is not None or _DEEDS_OF_DAY.match(rest) is not None


def _tokens(told: Sentence, sentence: Span, phrase: Span) -> tuple[int, int]:
    """Return the words of a sentence that a phrase takes up, half open."""
    first = phrase.start - sentence.start
    last = phrase.end - sentence.start
    covered = [i for i, (start, end) in enumerate(told.at) if start < last and first < end]
    return (covered[0], covered[-1] + 1) if covered else (len(told.at), len(told.at))


def _by_verbs(told: Sentence, first: int, last: int, *, attribute: bool) -> str:
    """Return where the verb of a date, words ``first`` to ``last``, puts it."""
    before = [group for group in reversed(told.groups) if group.last <= first]
    # "On Monday a rival in the vote to be held in May fled", "men who will be tried in May fled":
    # neither is the main verb.
    after = (group for group in told.groups if group.first >= last)
    behind = [
        group
        for group in after
        if (group.modal or group.form != "infinitive")
        and _low(told, group.first - 1) not in _RELATIVE
    ]
    # "…, and on Monday the court will rule": the verb before is that of another clause.
    parted = bool(before) and _ahead(told, first) >= before[0].last and _is_fronted(told, first)
    opens = not before or (bool(behind) and parted)
    if not opens and _low(told, first - 1) in _UNTIL:
        # "Fought from Friday until Sunday": where the days begin, they end.
        spans = _low(told, first - 2) in WEEKDAYS
        return (_first(told, before, first) if spans else "") or _of_end(told, before)
    if not opens:
        return _first(told, before[:1] if attribute else before, first)
    if attribute:
        return ""
    cue = _first(told, behind, first)
    return cue if cue != OPEN or _is_fronted(told, first) else ""


def _first(told: Sentence, groups: list[VerbGroup], first: int) -> str:
    """Return what the first of some verbs says that says anything; a timetable is the first's."""
    for at, group in enumerate(groups[:SKIPPED]):
        cue = _of(told, group, first)
        if cue and not (at and cue == OPEN and group.tense == "present"):
            return cue
    return ""


def _ahead(told: Sentence, first: int) -> int:
    """Return the last word before a date and its prepositions; -1 if it opens the sentence."""
    at = first - 1
    while _low(told, at) in _INTO:
        at -= 1
    return at


def _is_fronted(told: Sentence, first: int) -> bool:
    """Tell whether a date opens its clause: "On Monday the trial begins", no "raid on Monday"."""
    at = _ahead(told, first)
    return at < 0 or _low(told, at) in _CONJUNCTIONS or told.words[at] in _OPENS


def _of_end(told: Sentence, before: list[VerbGroup]) -> str:
    """Return where an end lies: "was blocked until Monday", "is closed until Monday"."""
    for group in reversed(before):
        if _low(told, group.head) in _verbs()["lasted"]:
            said = [_low(told, i) for i in range(group.first, group.last)]
            ahead = group.modal is not None or group.form == "infinitive" or said[0] == "be"
            return FUTURE if ahead or group.tense == "present" else PAST
    return FUTURE


def _of(told: Sentence, group: VerbGroup, first: int) -> str:
    """Return where a verb puts a date that belongs to it; empty if it says nothing of it."""
    said = [_low(told, i) for i in range(group.first, group.last)]
    if group.modal is not None:
        return _of_modal(said, group.modal, _low(told, group.first - 1), _low(told, first - 1))
    if said[0] == "be":
        return FUTURE
    if said[0] == "to":
        return _of_infinitive(told, group, first)
    if group.first < first and _is_scheduled(told, group):
        return OPEN if _is_over(told, group) else FUTURE
    if group.form == "gerund" or said[0].endswith("ing"):
        return PAST if _low(told, group.first - 1) in _BEFORE_GERUND else ""
    if group.form == "infinitive":
        return ""
    return _of_present(told, group, first) if group.tense == "present" else PAST


def _is_scheduled(told: Sentence, group: VerbGroup) -> bool:
    """Tell whether a verb is of what will come: "has scheduled a hearing", "is due in court"."""
    head, behind = _low(told, group.head), _low(told, group.last)
    if head in _verbs()["scheduling"]:
        return True
    # "Set to resume Monday": of the infinitive the tagger makes a noun.
    return (head in BE and behind in _DUE) or (head in _verbs()["ahead"] and behind == "to")


def _of_modal(said: list[str], modal: str, subject: str, preposition: str) -> str:
    """Return where a modal verb looks: "will meet", "could hear", "may have fled"."""
    behind = [word for word in said[said.index(modal) + 1 :] if word != "be"]
    if modal in _WILL:
        return FUTURE
    if "have" in behind:
        return PAST
    if modal in _DUTY:
        return FUTURE if preposition in {"by", "before"} else OPEN
    if modal not in _UNREAL or subject == "what":
        return ""
    return "" if not (_verbs()["done"] | _BARELY).isdisjoint(behind) else FUTURE


def _of_present(told: Sentence, group: VerbGroup, first: int) -> str:
    """Return where the present looks: "begins on Monday" may be ahead, "the vote is on Monday"."""
    if _low(told, group.first) in _HAVE:
        return ""
    copula = _low(told, group.head) in BE
    near = group.last <= first and all(_low(told, at) in _INTO for at in range(group.last, first))
    if copula and near:
        return FUTURE
    if _is_timetable(told, group):
        return OPEN
    return PAST if _low(told, group.head) in _SAME_PAST else ""


def _is_timetable(told: Sentence, group: VerbGroup) -> bool:
    """Tell whether the present is that of a timetable: "begins", "takes place", "is holding"."""
    head = _low(told, group.head)
    if head in _verbs()["timetable"]:
        # "Is being held on Monday" is in custody; a vigil is held.
        return head != "held" or _low(told, group.head - 1) != "being"
    if head.endswith("ing"):
        return head in _verbs()["arranged"]
    said = " ".join(_low(told, at) for at in range(group.head, group.head + LONGEST_PHRASE))
    return said.startswith(_phrases())


def _of_infinitive(told: Sentence, group: VerbGroup, first: int) -> str:
    """Return where the governor of an infinitive looks: "plans to march", "failed to march"."""
    for at in range(group.first - 1, max(group.first - GOVERNED_WITHIN, 0) - 1, -1):
        low, governor = _low(told, at), told.group_at[at]
        beside = at == group.first - 1
        # "Youths set fire to bins", "about 200 carts to block a road": only what stands right
        # before "to" is about to be.
        close = low in BE or low in {"set", "about"}
        if low in _verbs()["ahead"] and (beside or not close):
            return OPEN if governor is not None and _is_over(told, governor) else FUTURE
        if low in _verbs()["demanded"] and (low not in BE or beside):
            return OPEN
        if governor is not None and at == governor.head:
            # "Has decided to admit three towns in May": what somebody has done they may do ahead.
            perfect = _low(told, governor.first) in _HAVE
            return OPEN if perfect else _of(told, governor, first)
        if told.words[at] in _OPENS or low in {",", "("}:
            break
    return FUTURE if _low(told, group.first + 1) == "be" else ""


def _is_over(told: Sentence, governor: VerbGroup) -> bool:
    """Tell whether a plan is told of the past: "was supposed to meet", "had planned to attack".

    "Were planning to march" may go on.
    """
    if _low(told, governor.head).endswith("ing"):
        return False
    return not _WAS.isdisjoint(_low(told, i) for i in range(governor.first, governor.last))


def _low(told: Sentence, at: int) -> str:
    return told.words[at].lower() if 0 <= at < len(told.words) else ""

"""Whether a sentence puts a date ahead or behind: "will meet on Monday", "met on Monday".

Words of the sentence around the phrase decide, the nearest before it first; no parse is made.
"""

from __future__ import annotations

import re

from geo.language.almanac import words
from geo.model import Span
from geo.temporal.presupposition import DEED, object_of_reaction

__all__ = ["FUTURE", "PAST", "is_awaited_soon", "of"]

PAST, FUTURE = "past", "future"
REACH_BEFORE, REACH_AFTER = 80, 60  # characters of the sentence in which its tense is looked for

# The word nearest before a phrase says whether it lies ahead.
_FUTURE = words(
    "will would could might won't 'll ’ll due upcoming deadline scheduled expires until till "
    "payable shall"
)
_FUTURE_BEFORE_TO = words(
    "planned plans plan expected expects expect set agreed intends hopes hope aims aim going about "
    "ready wants want scheduled due promised vowed pledged is are"
)
_PAST = words(
    "said told was were had did has have been began came went took left held made got saw "
    "fell rose broke fought shot hit met sent ago since wrote led died killed lost won put "
    "cut shut kept stood sat drove ran threw blew tore shook caught taught bought sold felt "
    "dealt slept swept wept wore bore swore stole froze spoke chose woke rode flew grew knew "
    "drew sang rang sank swam stuck hung dug hid fled fed built spent forgot overran "
    "overthrew withdrew forbade laid paid burnt"
)
_UNTIL = words("until till")
# "Blocked the road until Sunday noon"; others "closed it", "were remanded until Monday".
_LASTED = words(
    "lasted continued raged dragged held blocked cut kept stayed remained went stranded fought "
    "burned burnt paralysed paralyzed stood sat halted trapped detained besieged occupied worked"
)
_UNREAL = words("could would might")
_DONE = words("not have hear heard see seen feel felt smell only hardly barely later never")
"""Behind one of these: "residents could hear shots on Tuesday"."""
_YET = words("will would has have shall must should may might could")
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
    r"\bas\s+(?:early|soon|late)\s+as\s+|\b(?:slated|scheduled|expected|planned|due)\s+)"
    r"(?:early\s+|mid-?\s*|late\s+)?$"
)
_MODAL = re.compile(r"\b(?:will|may|might|can|could|would|should|to|ll)\s+$")
# "A Friday shooting": what the sentence goes on to say of it is no news of its day.
_ATTRIBUTE = re.compile(r"\b(?:an?|the|this|in|after)\s+$")
_NOUN_NEXT = re.compile(
    r"\s+(?!deadline|meeting|vote|election|talks|session|summit|hearing"
    r"|(?:that|and|in|at|for|to|when|of|will)\b)[a-z]+\b"
)
_DEEDS_OF_DAY = re.compile(rf"[a-z ]+['’]s\s+(?:[a-z’'-]+\s+){{0,2}}?{DEED.pattern}")
_VERB_WORDS = re.compile(r"[a-z]+|['’]ll\b")


def of(text: str, sentence: Span, phrase: Span) -> str:
    """Return ``past``, ``future`` or, where nothing says so, the empty string.

    Examples
    --------
    >>> said = "They will meet on Monday."
    >>> of(said, Span(0, len(said)), Span(18, 24))
    'future'
    """
    before = text[max(sentence.start, phrase.start - REACH_BEFORE) : phrase.start].lower()
    if _ARRANGED.search(before) or _AWAITED.search(before):
        return FUTURE
    after = text[phrase.end : min(sentence.end, phrase.end + REACH_AFTER)].lower()
    if _is_of_deed(before, text[phrase.start : phrase.end].lower() + after):
        return PAST
    told = _VERB_WORDS.findall(before)
    for at in range(len(told) - 1, -1, -1):
        if cue := _cue(told, at):
            return cue
    if _ATTRIBUTE.search(before) and _NOUN_NEXT.match(after):
        return ""
    # "Held them up on Wednesday until elders came": what lasts is behind its day, and no plan.
    told = [word for word in _VERB_WORDS.findall(after) if word not in _UNTIL]
    return next((cue for at in range(len(told)) if (cue := _cue(told, at))), "")


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


def _is_of_deed(before: str, rest: str) -> bool:
    """Tell whether a date is that of a deed to which somebody reacts: "condemned Monday's raid"."""
    start = object_of_reaction(before, rest)
    if start is None:
        return False
    return DEED.search(before, start) is not None or _DEEDS_OF_DAY.match(rest) is not None


def _cue(told: list[str], at: int) -> str:
    word = told[at]
    if word in _UNTIL and _has_lasted(told[:at]):
        return PAST
    if word in _UNREAL and _is_done(told, at):
        return ""
    if word in _FUTURE or (word in _FUTURE_BEFORE_TO and told[at + 1 : at + 2] == ["to"]):
        return FUTURE
    if word in _PAST or (len(word) > 4 and word.endswith("ed")):
        return PAST
    return ""


def _is_done(told: list[str], at: int) -> bool:
    """Tell whether "could", "would" or "might" says nothing of what lies ahead.

    "Trucks could not enter", "smoke could be seen", "what might be the worst raid of the year".
    """
    behind = told[at + 1 : at + 3]
    if behind[:1] == ["be"]:
        behind = behind[1:]
    return not _DONE.isdisjoint(behind[:1]) or told[max(at - 1, 0) : at] == ["what"]


def _has_lasted(told: list[str]) -> bool:
    """Tell whether the words before "until" say what lasted so long, and not what will."""
    lasted = next((at for at in range(len(told) - 1, -1, -1) if told[at] in _LASTED), None)
    return lasted is not None and _YET.isdisjoint(told[max(lasted - 2, 0) :])

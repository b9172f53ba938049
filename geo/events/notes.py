"""Tell whether a short text without a title is a note of one deed: of a log, or a caption.

"Protests over a new fee", "Hotel damaged by shelling", "Raiders attack shepherds and steal goats":
whoever writes no more than that tells what came about. In an article such words are of a sort.
"""

from __future__ import annotations

import re

from geo.events.presents import is_at_times
from geo.language.almanac import MONTHS, alternatives
from geo.language.chunks import parse
from geo.language.late import late
from geo.model import Span

__all__ = ["asserts", "begins"]

SHORT = 500
"""Characters of the longest note."""
LONGEST_DATE = 60
"""Characters of a line with a date at most: a rule of hyphens would take hours to tell from it."""
HEADED_WITHIN = 5
"""Words before the noun that a note is about: "Heavy overnight artillery"."""
PRESENT = "a bare present"
NOUNS = ("a bare noun", "a bare plural", "a mass noun")
"""The ends of the reasons why a trigger names no one incident."""
_DATE_LINE = late(
    rf"\W*(?:(?:the\s+)?(?:night|month|week|morning|evening)s?\s+of\s+|around\s+|about\s+|between\s+)?"
    rf"(?:[\d/.-]+(?:st|nd|rd|th)?\s+)?(?:(?:and|to|-|–)\s+\d+\s+)?(?:of\s+)?{alternatives(MONTHS)}"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s+\d{4})?\s*[.:]\s*|\W*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[.:]?\s*",
    re.IGNORECASE,
)
"""What stands before the first sentence of an entry in a log: "20 May.", "Night of 6 March."."""
_NO_ONE = re.compile(r"\b(?:an?|the|any|such|more|no|every|all|his|her|their|of|against)\b")
"""Before a noun that heads no note."""
_BEHIND = late(
    r"\s*(?:$|[.;,:–(-]|(?:over|by|against|between|among|in|at|on|near|outside|inside|around|after|following|amid|of|as|with|"
    r"during|for|from|to|across|along)\b)"
)
"""What follows such a noun: whom it was between, where it was, or nothing."""
_LEADS_ON = re.compile(r"\s(?:over|by|against|between|among|in|at|on|near|outside|with|of)$")
"""How words end that reach over what follows the noun: "fighting between"."""
_BRINGS = re.compile(
    r"\s*(?:hits?|strikes?|destroys?|damages?|kills?|injures?|wounds?|rocks?|shakes?|targets?|leaves?|erupts?|"
    r"breaks?\s+out)\b"
)
"""Or what it does, in the tense of headlines: "blast destroys a kiosk"."""
_RELATIVE = frozenset({"what", "which", "who", "that"})
FEWEST_WORDS = 3
"""A word alone says nothing of the sort: "Riots"."""
_DONE_BY = late(
    r"(?:damaged|destroyed|hit|struck|wrecked|ruined|levell?ed|gutted|burn(?:ed|t)|shattered|collapsed|killed|wounded|injured|"
    r"torn\s+\w+|caused|damage|destruction|aftermath|moment|report|footage|video)\s+(?:(?:\w+ly|apparently)\s+)?(?:by|in|from|during|after|of|due\s+to)\s+"
    r"(?:(?:an?|the)\s+)?(?:[\w-]+\s+(?:and\s+)?){0,3}$"
)
"""Before what did the damage that a caption shows: "kiosk damaged by"."""
_WONDERED = re.compile(r"\W*(?:why|how|what|when|where|who|which|whether|if|should|do|does|can)\b")


def begins(text: str, sentence: Span) -> bool:
    """Tell whether a sentence is the first of a text, but for a line with its date.

    Examples
    --------
    >>> text = "20 May. Rebels clash with troops."
    >>> begins(text, Span(8, len(text)))
    True
    """
    ahead = text[: sentence.start].strip()
    return not ahead or (len(ahead) <= LONGEST_DATE and _DATE_LINE.fullmatch(ahead) is not None)


def asserts(text: str, sentence: Span, trigger: Span, why: str) -> bool:
    """Tell whether words whose form asserts no deed in an article assert one in a note.

    Parameters
    ----------
    text
        The text, which has no title.
    sentence, trigger
        One of its sentences, and what tells of a deed in it.
    why
        Why it names no one incident, as ``geo.events.specificity`` says.

    Examples
    --------
    >>> text = "Protests over a new fee"
    >>> asserts(text, Span(0, len(text)), Span(0, 8), "a bare plural")
    True
    """
    if len(text) > SHORT or not begins(text, sentence):
        return False
    said = sentence.of(text).lower()
    if _WONDERED.match(said) or is_at_times(said) or "?" in said:
        return False
    before = said[: trigger.start - sentence.start]
    behind = said[trigger.end - sentence.start :]
    if why.endswith(PRESENT):
        # A line of a log has no stop; a sentence about what bandits do has one.
        return sentence.end == len(text.rstrip()) and said.rstrip()[-1:] not in '.!"”'
    if not why.endswith(NOUNS) or len(said.split()) < FEWEST_WORDS:
        return False
    heads = len(before.split()) <= HEADED_WITHIN and not _NO_ONE.search(before)
    if heads and _LEADS_ON.search(sentence_end := said[: trigger.end - sentence.start]):
        behind = sentence_end[sentence_end.rindex(" ") :] + behind
    if heads and _BRINGS.match(behind):
        return True
    if _has_verb(text, sentence, trigger):
        return False
    return _DONE_BY.search(before) is not None or (heads and _BEHIND.match(behind) is not None)


def _has_verb(text: str, sentence: Span, trigger: Span) -> bool:
    """Tell whether a sentence has a finite verb besides what tells of the deed.

    Its first word is none ("Report of shelling"), nor what is said of a thing: "what seems a barn".
    """
    told = parse(sentence.of(text))
    at = trigger.start - sentence.start, trigger.end - sentence.start
    return any(
        group.form == "finite"
        and group.first > 0
        and told.words[group.first - 1].lower() not in _RELATIVE
        and not (at[0] < told.at[group.last - 1][1] and told.at[group.first][0] < at[1])
        for group in told.groups
    )

"""Tell a deed from what an essay, a review or a piece of advice says of its writer or its reader.

Outside quotation marks nobody writes "I was killed by a sniper" or "you have been raided" of the
news; within them witnesses do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.language.almanac import MONTHS, alternatives
from geo.language.late import late
from geo.language.sought import Sought

if TYPE_CHECKING:
    from geo.model import Span

__all__ = ["is_of_writer"]

REACH = 60
"""Characters before a verb in which its subject stands."""
PARAGRAPH = 2_000
"""Characters before it in which a quotation opens that is still open."""
_SELF = Sought(
    r"(?:^|[\s(])(?:i|you)(?:[’'](?:ve|d|ll|m|re))?\s+"
    r"(?:(?:was|were|am|are|have|had|been|being|get|got|also|just|then|once|twice|never|can|could|will|would|may|"
    r"might|must|should|do|did|finally|nearly|almost|soon|promptly|quickly)\s+){0,4}$",
    needed=frozenset({"i", "you"}),
)

_DAY = late(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)\b|"
    rf"\b\d{{1,2}}\s+{alternatives(MONTHS)}\b|\b{alternatives(MONTHS)}\s+\d",
    re.IGNORECASE,
)
"""What a review or a piece of advice does not name: the day of the news."""
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?])[’'](?!\w)")
"""Single quotation marks, and no apostrophe within a word."""
_OPENS = re.compile(r"(?<!\w)[‘'](?=\w)(?:(?![\w.,!?][’'](?!\w)).)*$", re.DOTALL)
"""The last of them, if it opened a quotation that goes on."""


def is_of_writer(text: str, sentence: Span, verb: int) -> bool:
    """Tell whether the subject of a verb is who writes or who reads, outside quotation marks.

    Parameters
    ----------
    text, sentence
        The sentence and the text it stands in.
    verb
        Where the verb begins.

    Examples
    --------
    >>> from geo.model import Span
    >>> text = "I was killed by a sniper, twice."
    >>> is_of_writer(text, Span(0, len(text)), 6), is_of_writer(f'"{text}"', Span(0, 34), 7)
    (True, False)
    """
    before = text[max(sentence.start, verb - REACH) : verb].lower()
    if _SELF.search(before) is None or ":" in text[sentence.start : verb]:
        return False  # "Witness: I was beaten"
    return not (_is_quoted(text, verb) or _DAY.search(text, sentence.start, sentence.end))


def _is_quoted(text: str, at: int) -> bool:
    """Tell whether a quotation that opens before is open still; each paragraph opens its own."""
    start = max(text.rfind("\n", 0, at) + 1, at - PARAGRAPH)
    before = text[start:at]
    if before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”"):
        return True
    marks = [mark[0] for mark in _SINGLE.finditer(before)]
    return bool(marks) and marks[-1] in {"‘", "'"} and _OPENS.search(before) is not None

"""Tell what is so whenever it is from what was: "every time a bomb goes off, the cafés empty".

A clause behind "whenever" or "each time" tells of no one deed, nor does one behind a "when" that
opens its sentence in the present. News in the present has no such clause ahead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.language.clauses import is_told
from geo.language.late import late
from geo.language.sought import Sought

if TYPE_CHECKING:
    from geo.lexicon import Trigger

__all__ = ["generic"]

_WITHIN = r"(?:(?!(?:and|but|who|which|after|since|yesterday)\b)[\w’'-]+,?\s+){0,9}$"
"""From what opens a clause to a deed in it."""
_EACH = Sought(
    r"\b(?:every|each|any)\s+time\s+(?:that\s+)?" + _WITHIN + r"|\bwhenever\s+" + _WITHIN + r"|"
    r"\bwherever\s+" + _WITHIN + r"|\bno\s+matter\s+(?:when|where|how\s+often)\s+" + _WITHIN
)
"""Before what is done again and again, in whatever tense."""
_WHEN = late(r"^\W*(?:when|once|if|as\s+soon\s+as)\s+" + _WITHIN)
"""Before what is so whenever it is, in the present."""
_IS = late(r"\b(?:is|are|gets?)\s+(?:\w+ly\s+|being\s+)?$")
"""Before a participle of the present."""
_IS_WORDS = frozenset({"is", "are", "gets", "get"})


def generic(said: str, at: int, end: int, trigger: Trigger) -> str | None:
    """Return the words that make a rule of what a sentence tells on no day, if any do.

    Parameters
    ----------
    said
        The sentence, in small letters.
    at, end
        Where the words of the deed stand in it.
    trigger
        What tells of the deed.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> text = "Whenever a bomb explodes, the cafés empty."
    >>> generic(text.lower(), 9, 24, default_lexicon().find(text)[0])
    "'whenever'"
    """
    before = said[:at]
    found = _EACH.search(before)
    if found is None and not trigger.noun and _is_present(before, said[at:end]):
        found = _WHEN.search(before)
    return f"'{found.group().split(maxsplit=1)[0]}'" if found else None


def _is_present(before: str, deed: str) -> bool:
    """Tell whether a deed is told in the present: "kills", "is killed", not "killed"."""
    words = deed.split()
    told = next((n for n, word in enumerate(words) if is_told(word)), None)
    if told is None:
        return True
    if told:
        return not _IS_WORDS.isdisjoint(words[:told])
    return _IS.search(before) is not None

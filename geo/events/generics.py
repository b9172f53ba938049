"""Tell what is so whenever it is from what was: "every time a bomb goes off, the cafés empty".

A clause behind "whenever" or "each time" tells of no one deed, nor does one behind a "when" that
opens its sentence in the present. Nor do plurals without a number: "drivers are robbed near Orva",
"bandits attack buses" are briefs in a brief, and the way of the world in an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.language.clauses import is_told
from geo.language.late import late
from geo.language.sought import Sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.lexicon import Trigger

__all__ = ["ARTICLE", "custom", "generic"]

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
ARTICLE = 500
"""Characters of a text that is no brief."""
_SOME = (
    r"(?:the|an?|this|that|these|those(?!\s+who)|his|her|its|their|our|my|your|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|several|dozens|hundreds|scores|thousands|more|at|another|other|both|suspected|alleged|unknown|unidentified|masked|russian|"
    r"israeli|ukrainian|police|army|troops)\b"
)
"""What tells of some, and not of all: how many, whose, which."""
_PLURAL = r"(?:[a-z’'-]+[^s\W]s|people|(?:[a-z]+)?(?:men|women)|children|cattle)"
_PLACE = r"(?:(?:in|near|at|from|around|off|between|across)\s+(?:[\w’'-]+\s+){1,4}?)?"
_THEY = (
    rf"(?:(?:(?!{_SOME})[a-z’'-]+\s+){{0,3}}?{_PLURAL}\s+{_PLACE}|they\s+|"
    r"those\s+who\s+(?:[\w’'-]+\s+){1,4}?)"
)
_ARE = Sought(
    rf"(?:^[^\w’'-]*(?:{_PLACE})|[,;:]\s+(?:and\s+|but\s+|{_PLACE})?){_THEY}"
    rf"(?:are|get)\s+(?:(?!{_SOME})[a-z]+\s+){{0,2}}$"
)
"""Before a participle that tells what befalls people of a sort."""
_DO = late(rf"^[^\w’'-]*(?:{_PLACE})(?:(?!{_SOME})[a-z’'-]+\s+){{0,2}}?{_PLURAL}\s+{_PLACE}$")
"""Who does it, if his like do."""
_TO_WHOM = late(rf"\s*(?:at\s+|on\s+)?(?:(?!{_SOME})[a-z’'-]+\s+){{0,2}}?{_PLURAL}\b")
"""To whom, if it is done to his like."""
_IS_PLURAL = late(_PLURAL)
PLURALS = "plurals in the present"
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


def custom(said: str, at: int, end: int, trigger: Trigger) -> str | None:
    """Return why an article tells of what people of a sort do or suffer, on no day.

    Parameters are those of ``generic``.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> for text in ("Drivers are robbed near Orva.", "A driver is robbed near Orva."):
    ...     trigger = default_lexicon().find(text)[0]
    ...     span = trigger.span
    ...     print(custom(text.lower(), span.start, span.end, trigger))
    plurals in the present
    None
    """
    before, deed = said[:at], said[at:end]
    if trigger.noun or not _is_present(before, deed):
        return None
    words = deed.split()
    told = _told(words)
    if told is not None:
        ahead = before + "".join(f"{word} " for word in words[:told])
        return PLURALS if _ARE.search(ahead) else None
    verb = 0 if trigger.verb is None else trigger.verb - trigger.span.start
    verb = verb or _verb(deed)
    rest = f"{deed[verb:]}{said[end:]}".partition(" ")[2]
    acts = _DO.search(before + deed[:verb]) is not None and _TO_WHOM.match(rest) is not None
    return PLURALS if acts else None


def _told(words: Sequence[str]) -> int | None:
    """Return which of some words is a past verb or a participle: "are <shot>"."""
    return next((n for n, w in enumerate(words) if w not in _IS_WORDS and is_told(w)), None)


def _verb(deed: str) -> int:
    """Return where the verb of a deed begins that has its doer before it: "bandits attack"."""
    first, _, rest = deed.partition(" ")
    return len(first) + 1 if rest and _IS_PLURAL.fullmatch(first) else 0


def _is_present(before: str, deed: str) -> bool:
    """Tell whether a deed is told in the present: "kills", "is killed", not "killed"."""
    words = deed.split()
    told = _told(words)
    if told is None:
        return True
    if told:
        return not _IS_WORDS.isdisjoint(words[:told])
    return _IS.search(before) is not None

"""Tell what stands above a finite past verb from what it only follows or is described by.

"Failed to reach the gate but shot two", "vowing to fight on, rebels shelled a town", "men accused
of plotting a coup shot a guard": the failure, the vow and the plot govern other verbs of the
clause. What is left is what may deny a deed or put it off.
"""

from __future__ import annotations

import re

from geo.language.clauses import is_past
from geo.language.sought import Sought

__all__ = ["above", "is_main"]

SUBJECT = 3
"""Words of the one who acts, behind which his verb stands."""
_JOINTS = ("and", "but", "then", "later", "instead", "also")
_NO_OBJECT = frozenset({"in", "on", "at", "by", "for", "to", "of", "with", "near"})
_UNDERTAKINGS = frozenset({
    "attempt", "attempts", "plot", "plots", "plan", "plans", "bid", "bids", "effort", "efforts",
    "scheme", "try", "move",
})  # fmt: skip
"""Nouns of what somebody was to do, and another one foiled."""
_BARE_PAST = frozenset({"set", "put", "hit", "cut", "shut", "hurt", "let", "split", "burst"})
"""Verbs of which the past is the plain form: it may go on with an infinitive."""
# An infinitive, "would not wait", and "and" behind it; "may be tried and" goes on with "shot".
_LOWER = Sought(
    r"\b(?:to|(?:will|would|could|can|did|do|does|may|might)(?:\s+not|n['’]t)?)\s+"
    r"(?!(?:have|be|been|get)\b)(?:\w+ly\s+)?(?![a-z]+(?:ed|ing)\b)[a-z]+\b"
    r"(?:(?!\b(?:been?|have|being|had|were|was)\b)[^;:])*?,?\s+(?:and|but)\s+"
    r"(?:then\s+|later\s+|instead\s+|also\s+)*$"
)
# "I was getting ready to leave and I got shot": a clause of its own.
_ANEW = re.compile(
    r"\b(?:and|but)\s+(?P<own>(?:then\s+)?(?:i|he|she|they|we|it|"
    r"(?:the|an?|his|her|their|two|three|four|five|\d+)\s+[\w-]+)\s+"
    r"(?:\w+ly\s+|then\s+|later\s+)?(?:(?:was|were|got|had|has|have)\s+)?(?:been\s+)?)$"
)
# "Rejected an offer to settle and continued blocking the port".
_WENT_ON = Sought(r"\b(?:and|but)\s+(?:continued|kept|began|started|resumed)\s+(?:on\s+)?$")
# "Vowing to fight on, rebels …", "in a bid to delay the vote, students …".
_FRONTED = re.compile(
    r"^\W*(?:(?:[a-z]+ly|while|after|before|by|despite|not|never)\s+)?"
    r"(?:[a-z]+ing|to|in\s+(?:an?|the)\s+[a-z]+\s+to|as\s+part\s+of|(?:on|at|in\s+(?:response|answer)\s+to)\s+the\s+call)\s[^,;:]*,\s+"
)
# "Men accused of plotting a coup …", "troops ordered to hold fire …".
_REDUCED = re.compile(
    r"^\W*(?P<who>(?:[\w’'-]+\s+){1,4}?)(?:accused|suspected|convicted|wanted|expected|due|"
    r"believed|thought|known|trying|seeking|hoping|wanting|threatening|planning|vowing|refusing|"
    r"hired|ordered|told|paid|set)\s+(?:of|to|for)\s+[a-z][^,;:]*\s$"
)
# "Members demanding better roads staged …", "the Front, a group opposed to fees, held …".
_DEMANDING = re.compile(
    r"^\W*(?P<who>(?:[\w’'-]+\s+){1,6}?)(?:demanding|calling\s+for|opposing|rejecting|pressing\s+for)\s[^,;:]*\s$"
)
_CALLED = re.compile(
    r"^\W*(?P<who>[^,;:]+),\s+(?:an?|the|who|which|led|backed|demanding|opposing|seeking|calling)\s[^;:]*,\s+$"
)
# "Youths angry at a plan to close a mill threw …", "men who say they will go on smashed …".
_OF_ANOTHER = re.compile(
    r"\b(?:to|(?:will|would|could|can|may|might)(?:\s+not|n['’]t)?)\s+"
    r"(?!(?:have|be|been|get|the|an?)\b)(?:\w+ly\s+)?(?![a-z]+(?:ed|ing|s)\b)[a-z]+\s[^,;:]*$"
)
_THAT = Sought(r"\b(?:that|if|whether|unless|how|says?|said|say)\b")
"""What begins a clause of its own: "to prove that rebels …", "would later say rebels …"."""
_SECOND_HALF = Sought(r"\b(?:to|be|been|being|have|has|had|and|or|not)\s+(?:\w+ly\s+)?$")
"""Before a past form that goes on with an infinitive or is a participle."""


def above(before: str, deed: str) -> str:
    """Return of the words before a deed in its clause those that may govern it.

    Parameters
    ----------
    before, deed
        The words before the deed, and the deed from its verb on, in small letters.

    Examples
    --------
    >>> above("rebels threatened to leave and ", "attacked a town")
    'rebels and '
    >>> above("rebels may be tried and ", "shot")
    'rebels may be tried and '
    >>> above("vowing to fight on, rebels ", "shelled a town")
    'rebels '
    >>> above("men accused of plotting a coup ", "shot a guard")
    'men '
    """
    if (went_on := _WENT_ON.search(before)) is not None:
        return before[went_on.start() :]
    return _without_asides(_at_its_level(before, deed), deed)


def is_main(before: str, deed: str) -> bool:
    """Tell whether a past verb stands above what the words before it ask for or threaten.

    Examples
    --------
    >>> is_main("vowing to fight on, rebels ", "shelled a town")
    True
    """
    return above(before, deed) != before


def _at_its_level(before: str, deed: str) -> str:
    """Return what stands before a past verb without an infinitive that it only follows."""
    first = deed.split(maxsplit=1)[0] if deed.strip() else ""
    if not is_past(first):
        return before
    if (anew := _ANEW.search(before)) is not None:
        low = _LOWER.search(before[: anew.start("own")])
        if low is not None and " that " not in before[: low.start()]:
            return before[anew.start("own") :]
    if first in _BARE_PAST or not before.rstrip().endswith(_JOINTS):
        return before
    low = _LOWER.search(before)
    return before if low is None else f"{_who(before[: low.start()])}and "


def _who(before: str) -> str:
    """Return the words before a verb that an infinitive hangs on: whoever does both deeds.

    It may hang on a noun of his: "troops foiled an attempt to bomb a mosque and arrested four".
    """
    *subject, last = before.split() or [""]
    if last in _UNDERTAKINGS:
        verb = next((at for at, word in enumerate(subject) if is_past(word)), len(subject))
        subject = subject[:verb]
    return "".join(f"{word} " for word in subject)


def _without_asides(before: str, deed: str) -> str:
    """Return what stands before the finite past verb of a clause without what only describes."""
    first, *others = deed.split(maxsplit=2)[:2] or [""]
    if not is_past(first) or first in _BARE_PAST or _SECOND_HALF.search(before):
        acts = any(map(is_past, deed.split(maxsplit=SUBJECT + 1)[1 : SUBJECT + 1]))
        if not acts or not before.rstrip().endswith(","):
            return before
    if (front := _FRONTED.match(before)) is not None:
        return before[front.end() :]
    if (other := _of_another(before, first, others)) is not None:
        return other
    has_object = bool(others) and others[0] not in _NO_OBJECT
    if has_object and (called := _CALLED.match(before) or _DEMANDING.match(before)) is not None:
        return before if any(map(is_past, called["who"].split())) else f"{called['who'].strip()} "
    reduced = _REDUCED.match(before) if has_object else None
    if reduced is None or any(map(is_past, reduced["who"].split())):
        return before
    return reduced["who"]


def _of_another(before: str, first: str, others: list[str]) -> str | None:
    """Return what stands before an infinitive or a modal verb that has a verb of its own.

    A past verb with an object is no part of it.
    """
    if not is_past(first) or not others or others[0] in _NO_OBJECT:
        return None
    found = _OF_ANOTHER.search(before)
    if found is None or _THAT.search(before, found.start()):
        return None
    return _who(before[: found.start()])

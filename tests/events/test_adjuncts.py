"""When and where somebody said it does not keep a word from what it governs."""

from __future__ import annotations

import pytest

from geo.events.factuality import status
from geo.model import Span, Status


def told(text: str, deed: str) -> Status:
    """Return how far a sentence says that a deed came about."""
    at = text.index(deed)
    return status(text, Span(0, len(text)), Span(at, at + len(deed)))


@pytest.mark.parametrize(
    ("text", "deed", "found"),
    [
        ("The army denied late on Monday that it had shelled Orva.", "shelled Orva", "denied"),
        ("Guards denied, in a letter to a court, that a bomb had gone off.", "bomb", "denied"),
        ("Guards denied again on Sunday having shot a miller.", "shot", "denied"),
        ("The band threatened in a video on Monday to shell Orva.", "shell Orva", "threatened"),
        ("The band vowed at a rally in Galdor to block the bridge.", "block", "threatened"),
        ("The band refused, through its spokesman, to leave Orva.", "leave Orva", "denied"),
    ],
)
def test_the_word_reaches_past_them(text: str, deed: str, found: str) -> None:
    """As far as a clause goes, for what is denied as for what is only threatened."""
    assert told(text, deed) == Status(found)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The band threatened the mayor on Monday and shelled Orva.", "shelled Orva"),
        ("The army denied the talks but shelled Orva on Monday.", "shelled Orva"),
        ("Millers came to a rally in Galdor to block the bridge.", "block the bridge"),
    ],
)
def test_another_deed_is_told(text: str, deed: str) -> None:
    """Behind "and" or "but", and behind a word that governs nothing."""
    assert told(text, deed) is Status.OCCURRED

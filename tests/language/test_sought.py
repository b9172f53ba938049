"""What is searched for only where its words stand finds what its pattern would find."""

from __future__ import annotations

import re

import pytest

from geo.language.sought import Sought

TOLD = "Rebels vowed to leave Tolmen, and may have PLANNED TO march on Galdor."


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [
        (r"\bvow(?:s|ed)?\s+to\b", 0),
        (r"\bplanned\s+to\b", 0),
        (r"\bplanned\s+to\b", re.IGNORECASE),
        (r"\b(?P<what>raid|march)\s+on\b", 0),
        (r"[A-Z]\w+", 0),  # which needs no word that could be told
    ],
)
def test_it_finds_what_its_pattern_finds(pattern: str, flags: int) -> None:
    """In a text and in each stretch of it, wherever words are cut."""
    sought, plain = Sought(pattern, flags), re.compile(pattern, flags)
    assert str(sought.search(TOLD)) == str(plain.search(TOLD))
    for start in range(0, len(TOLD), 3):
        for end in range(start, len(TOLD) + 3, 5):
            assert str(sought.search(TOLD, start, end)) == str(plain.search(TOLD, start, end))
    assert list(map(str, sought.finditer(TOLD))) == list(map(str, plain.finditer(TOLD)))
    assert sought.sub("…", TOLD) == plain.sub("…", TOLD)


def test_its_words_may_be_given() -> None:
    """Where they cannot be read from the pattern, for the names have capitals."""
    assert Sought(r"Tol\w+", needed=frozenset({"tolmen"})).search(TOLD) is not None
    assert Sought(r"Tol\w+", needed=frozenset({"orva"})).search(TOLD) is None

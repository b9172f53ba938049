from __future__ import annotations

import re

import pytest

from geo.language.late import late

TOLD = "Rebels vowed to leave Tolmen and march on Galdor."
PATTERN = r"(?P<name>[A-Z]\w+)"


def test_it_answers_as_its_pattern() -> None:
    """The first time and each other time, whatever is asked first."""
    plain = re.compile(PATTERN, re.IGNORECASE)
    for method in ("search", "match", "fullmatch", "findall", "split"):
        lazy = late(PATTERN, re.IGNORECASE)
        for _ in range(2):
            assert str(getattr(lazy, method)(TOLD)) == str(getattr(plain, method)(TOLD))
    assert late(PATTERN).sub("…", TOLD) == re.sub(PATTERN, "…", TOLD)
    assert late(PATTERN).pattern == PATTERN
    assert late(PATTERN).groupindex == {"name": 1}


def test_it_is_compiled_when_it_is_used() -> None:
    """What nobody asks costs nothing, and what is wrong is told to who asks."""
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search(TOLD)

"""Whom a word of harm is about."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Two men in a car driven by a woman were shot.", "Two men"),
        ("A man who had been stabbed was found.", "A man"),
        ("Guards killed three smugglers near the mill.", "three smugglers"),
        ("A nurse, who lived nearby, died.", "A nurse"),
        ("The mother of a boy who was killed spoke.", "a boy"),
    ],
)
def test_the_subject_agrees_and_stands_free(sentence: str, who: str) -> None:
    """Neither the nearest noun nor the first is always meant."""
    harm = read(sentence)[0]
    assert sentence[harm.start : harm.end] == who


@pytest.mark.parametrize(
    "sentence",
    [
        "Two guards were not hurt.",
        "He could be killed.",
        "They tried to kill a judge.",
        "If the boy dies, charges follow.",
        "A house was hit by a shell.",
    ],
)
def test_what_did_not_happen_befell_nobody(sentence: str) -> None:
    """Denied, possible and wanted harm counts as none; things are no people."""
    assert [harm for harm in read(sentence) if harm.people] == []


def test_one_of_those_who_were_hurt_tells_how_many_they_were() -> None:
    """The clause is about the whole."""
    harms = read("She was one of six nuns who were wounded.")
    assert [harm.count and harm.count.minimum for harm in harms] == [6]

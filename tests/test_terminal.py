"""What is printed cannot command the terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from geo.terminal import harmless


@given(st.text(st.characters(categories=["Cc", "Cs", "Zl", "Zp", "Lu", "Ll"])))
def test_no_character_commands_a_terminal_and_all_keep_their_place(text: str) -> None:
    """Controls, half characters and line ends are replaced one by one; letters stay."""
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert [c for c in text if c.isalpha()] == [c for c in shown if c.isalpha()]


def test_the_writing_direction_cannot_be_turned() -> None:
    """A turned file name would read as another one; emoji joiners and accents are left alone."""
    assert harmless("a\u202egpj.exe\u2066b") == "a\ufffdgpj.exe\ufffdb"
    assert harmless("Звечан é 👩\u200d🚒") == "Звечан é 👩\u200d🚒"

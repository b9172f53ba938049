"""The names of people."""

from __future__ import annotations

import pytest

from geo.casualties.namings import name_at
from geo.casualties.tokens import cut


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana B. Kos slept", ("ana", "b", "kos")),
        ("A.K. (22) slept", ("a", "k")),
        ("Sgt. Ana Kos slept", ("ana", "kos")),
        ("Ana Kos, Jr. slept", ("ana", "kos")),
        ("Friday came", ()),
        ("ana kos slept", ()),
    ],
)
def test_names_are_capitals_without_titles(text: str, name: tuple[str, ...]) -> None:
    """Titles and generations are no part of a name, days are none."""
    assert name_at(cut(text), 0)[1] == name

"""Towns are known by what is done to them."""

from __future__ import annotations

import pytest

from geo.toponymy.assaults import is_struck


@pytest.mark.parametrize(
    ("before", "struck"),
    [
        ("Missiles hit ", True),
        ("The jets have again bombed ", True),
        ("Air-strikes on ", True),
        ("Rebels took control of ", True),
        ("Gunmen stormed ", True),
        ("Troops entered ", True),
        ("Troops captured ", False),
        ("A speech on ", False),
        ("The mother of ", False),
        ("Critics hit ", False),
    ],
)
def test_arms_and_bands_strike_towns(before: str, *, struck: bool) -> None:
    """An army captures men as well, and critics hit anybody."""
    assert is_struck(before, before.rsplit(maxsplit=1)[-1].lower()) is struck

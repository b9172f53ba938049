"""Names of two words that a particle joins."""

from __future__ import annotations

import pytest

from tests.readings import places


@pytest.mark.parametrize(
    "name", ["Shahrak-i-Orva", "Shahrak-e-Orva", "Shahrak-ul-Orva", "Bab al-Orva", "Tal al-Orva"]
)
def test_the_first_half_of_a_name_is_no_other_town(name: str) -> None:
    """It lies where the text puts all of it."""
    text = f"Two men were shot dead at {name} in Kunduz, Afghanistan, on Monday."
    assert places(text)[0] in {name, "Kunduz"}

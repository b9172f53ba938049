"""Plain wounds told behind the dead are of the living."""

from __future__ import annotations

import pytest

from geo.model import Article
from geo.reports.tolls import whole


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Six cooks were killed. Thirteen clerks and a guard received wounds.", 6, 14),
        ("A cook was killed. Seven people suffered injuries.", 1, 7),
        ("Two cooks were killed. Seven people sustained gunshot wounds.", 2, 5),
        ("Five people suffered injuries. A cook was pronounced dead.", 1, 4),
        ("Four people sustained injuries, two of whom died.", 2, 2),
    ],
)
def test_wounds_behind_the_dead_are_of_others(text: str, killed: int, injured: int) -> None:
    """Told before, or of bullets, some of those may be the dead."""
    told = whole(Article("a", text)).stated()
    assert (told["killed"].minimum, told["injured"].minimum) == (killed, injured)

"""Groups that go by a name or by letters."""

from __future__ import annotations

import pytest

from tests.toll_gold import killed_and_injured as toll


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("80 Zor Bala were killed.", (80, None)),
        ("Troops killed three al Varn when they fled.", (3, None)),
        ("One ZBA and one farmer were killed.", (2, None)),
        ("Two ZBA were wounded.", (None, 2)),
        ("Raiders killed a Zorba and severely wounded another in Tolmen.", (1, 1)),
        ("Senators killed a Bill on Monday.", (None, None)),
        ("One SUV and one house were hit.", (None, None)),
        ("Police killed 3 May Street dogs.", (None, None)),
    ],
)
def test_a_name_counts_people_if_they_were_killed(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    """What so many letters or names are tells what befell them."""
    assert toll(text) == expected

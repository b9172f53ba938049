"""Several places of one deed: a list is several, what lies in one of them is none besides."""

from __future__ import annotations

import pytest

from tests.readings import places


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Bombs went off in Quetta and Peshawar on Monday.", {"Quetta", "Peshawar"}),
        ("Shops were torched in Cusco, Lima and Arequipa.", {"Cusco", "Lima", "Arequipa"}),
        ("A bomb went off in Quetta, Balochistan, on Monday.", {"Quetta"}),
    ],
)
def test_each_town_of_a_list_has_the_deed(told: str, found: set[str]) -> None:
    """A town and the land that holds it are one."""
    assert set(places(told)) == found

"""Towns in names of several words that the tagger takes for one."""

from __future__ import annotations

import pytest

from geo.geoparsing import geoparse


def town(text: str, name: str) -> str | None:
    """Return what became of a name that a text has."""
    found = (one for one in geoparse(text) if one.name == name)
    return next((one.place.name for one in found if one.place is not None), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Porters struck at Multan Railway Station on Monday.", "Multan"),
        ("A bomb went off at Tripoli Medical Centre.", "Tripoli"),
        ("Students gathered in front of Mandalay City Hall.", "Mandalay"),
        ("Two drones came down on the Nasiriyah Air Base.", "Nasiriyah"),
        ("Clashes broke out in Multan Town on Friday.", "Multan"),
        ("Clashes broke out in Multan City on Friday.", "Multan"),
        ("Porters went on strike in Multan Friday.", "Multan"),
    ],
)
def test_a_house_that_every_town_has_is_in_its_town(text: str, name: str) -> None:
    """So is what only says that it is a town."""
    assert town(text, name) is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Porters struck at Liverpool Street Station on Monday.", "Liverpool"),
        ("A fire broke out in Lahore Heights on Monday.", "Lahore"),
        ("Two drones came down on the King Khalid Air Base.", "Air"),
    ],
)
def test_a_street_and_a_quarter_name_no_town(text: str, name: str) -> None:
    """Liverpool Street is in London."""
    assert town(text, name) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb went off in Songkhla's Chana district.", "Chana"),
        ("Soldiers shot two men in South Kashmir's Shopian area.", "Shopian"),
    ],
)
def test_whose_it_is_stands_before_the_town(text: str, name: str) -> None:
    """A province or region and "'s" are no part of the name behind."""
    assert town(text, name) is not None

"""Who tells of a deed from afar is no scene of it; police and doctors of a town are."""

from __future__ import annotations

import pytest

from tests.readings import places


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Three miners were killed on Tuesday, officials in Lima said.", "Peru"),
        ("Three miners were killed on Tuesday, according to diplomats in Lima.", "Peru"),
        ("Students in Lima condemned the killing of two nuns on Tuesday.", "Peru"),
        ("Students in Cusco condemned the killing of two nuns in Bolivia on Tuesday.", "Bolivia"),
        ("Relatives in Cusco mourned a girl who was shot dead on Tuesday.", "Cusco"),
        ("Bishops in Cusco condemned the killing of a nun in the chapel on Tuesday.", "Cusco"),
        ("Union leaders in Cusco deplored the stabbing of a cook in May.", "Cusco"),
        (
            "Two priests of the University of El Salvador were killed, officials in Lima said.",
            "El Salvador",
        ),
        ("Three miners were killed on Tuesday, police in Lima said.", "Lima"),
        ("Doctors in Cusco said three miners were hurt in an attack on Tuesday.", "Cusco"),
        ("Three miners were killed in Cusco on Tuesday, officials in Lima said.", "Cusco"),
    ],
)
def test_who_tells_from_afar_says_no_more_than_the_land(told: str, place: str) -> None:
    """A ministry, diplomats and those who deplore it speak of what was anywhere."""
    assert places(told)[0] == place


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Officials in Lima said a bomb killed nine people at a market on Tuesday.", "Peru"),
        ("Officials in Lima said a bomb killed nine people in the city centre on Tuesday.", "Lima"),
        ("A bomb killed nine outside the ministry on Tuesday, officials in Lima said.", "Lima"),
        ("The embassy in Lima said a bomb went off at its gate on Tuesday.", "Lima"),
        ("Activists in Lima said 40 protesters were arrested on Tuesday.", "Lima"),
        ("LIMA, Peru - Officials in Lima said gunmen killed nine people on Tuesday.", "Lima"),
    ],
)
def test_who_tells_of_his_own_door_is_there(told: str, place: str) -> None:
    """A gate, the ministry, the city, and a dateline say that it was in the capital."""
    assert places(told)[0] == place


def test_the_title_puts_it_in_the_capital() -> None:
    """What is headed "Bomb in Lima" was there, whoever tells of it."""
    told = "Officials in Lima said that a bomb killed nine people on Tuesday."
    assert places(told, "Bomb in Lima kills nine")[0] == "Lima"

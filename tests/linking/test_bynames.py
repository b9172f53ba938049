"""Villages and junctions that bear the names of lands and cities far away."""

from __future__ import annotations

from datetime import date

import pytest

import geo
from tests.readings import places


@pytest.mark.parametrize(
    "told",
    [
        "Gunmen killed three people at Siberia, Popayan, on Tuesday.",
        "A bomb went off in Damascus, a village near Popayan, on Tuesday.",
        "Rebels in Popayan attacked a police post at Egypt village on Tuesday, killing two.",
        "Farmers in Popayan blocked the California junction on Tuesday.",
    ],
)
def test_a_spot_is_in_the_land_of_the_news(told: str) -> None:
    """The words call it a spot, and nothing else in the land of its namesake is told of."""
    assert places(told)[0] == "Popayán"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Gunmen attacked a bus at Siberia in Russia on Tuesday.", "Siberia"),
        ("A bomb went off in Berlin on Tuesday. Hamburg mourned.", "Berlin"),
        ("A drone struck a farm at Palestine, Texas, on Tuesday, killing two.", "Palestine"),
    ],
)
def test_a_land_or_city_that_is_meant_stays(told: str, place: str) -> None:
    """What else is named lies there, or no word calls it a spot."""
    assert places(told)[0] == place


def test_a_junction_beside_a_town_is_the_near_one_of_two() -> None:
    """Both lie in Greece."""
    text = (
        "In Athens little changed. Expect delays at Larissa. "
        "Farmers blocked the Nikaia junction on Tuesday."
    )
    reader = geo.Reader(geo.open_gazetteer())
    report = reader.read(geo.Article("a", text, None, date(2026, 11, 26))).reports[-1]
    assert report.where is not None
    assert report.where.place is not None
    assert (report.where.place.lat or 0.0) > 39.0

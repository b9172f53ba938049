"""The city that an article tells of as a whole, for the names of its parts that no list has."""

from __future__ import annotations

import pytest

import geo
from tests.readings import places

LEAD = "QUETTA, Nov 25: "


@pytest.mark.parametrize(
    ("lead", "deed"),
    [
        ("Six people were shot in different parts of the city", "A clerk was shot dead in Orvabad"),
        ("Crime went on unabated in the metropolis", "In Orvabad, gunmen killed a constable"),
        ("Violence flared across Quetta", "Meanwhile, a grenade was hurled at a shop in Orvabad"),
        ("Traffic was light", "Elsewhere in the city, gunmen attacked a post at Orvabad"),
        (
            "Traffic was light",
            "Miners blocked a road in the Orvabad area of the provincial capital",
        ),
    ],
)
def test_a_part_of_the_city_that_all_is_about_is_in_it(lead: str, deed: str) -> None:
    """Papers of one city do not say of what its quarters are parts."""
    assert places(f"{LEAD}{lead} on Wednesday.\n\n{deed} on Wednesday.")[-1] == "Quetta"


def test_what_is_put_in_another_town_is_no_part_of_the_city() -> None:
    """Nor is anything, once the article puts deeds in two towns."""
    told = f"{LEAD}Six people were shot across the city on Wednesday.\n\nA bomb went off in Sibi."
    assert places(f"{told}\n\nGunmen killed a constable in Orvabad.")[-1] != "Quetta"


@pytest.mark.parametrize(
    ("news", "where"),
    [
        ("They lost two men in Helmand province. A mine killed them near Orvabad.", "Helmand"),
        ("Ana Kos of Helmand province deplored it. Gunmen shot five men in Orvabad.", "Helmand"),
        ("Shells fell on Jos.\n\nElsewhere in the state, gunmen killed two men in Orvabad.", "Jos"),
    ],
)
def test_the_part_spoken_of_holds_a_name_and_not_the_desk(news: str, where: str) -> None:
    """A town that news was only filed from is in another province."""
    article = geo.Article("a", f"KUNDUZ, Nov 25 - {news}")
    told = geo.Reader(geo.open_gazetteer()).read(article).reports[-1].where
    assert told is not None
    assert where in " ".join(told.because)

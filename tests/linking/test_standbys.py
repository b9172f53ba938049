"""What stands in for the place of a deed where its sentence names none."""

from __future__ import annotations

import pytest

from tests.readings import places


@pytest.mark.parametrize("joint", ["-", "–"])
def test_the_known_end_of_a_road_stands_for_it(joint: str) -> None:
    """Of the other end no list knows; the county is wider."""
    text = f"A mine killed two men on the Tolvarra{joint}Lafey road in Mandera County on Tuesday."
    assert places(text)[0] == "Lafey"


@pytest.mark.parametrize("letters", ["SNA", "KBL"])
def test_the_code_of_an_airport_is_no_city(letters: str) -> None:
    """It is an army's as well; LA is what a city goes by."""
    assert (
        places(f"A grenade was thrown at the {letters} checkpoint in Gao on Tuesday.")[0] == "Gao"
    )
    assert places("Two men were shot dead in LA on Tuesday.")[0] == "Los Angeles"


@pytest.mark.parametrize(
    "way",
    [
        "on the Hyderabad-Orvaghat road",
        "on the Orvaghat-Hyderabad highway",
        "on the road between Hyderabad and Orvaghat",
        "between Orvaghat and Hyderabad",
    ],
)
def test_a_road_with_one_known_end_is_not_where_it_was_filed(way: str) -> None:
    """Whatever town the article is at home in."""
    text = f"KARACHI, Nov 24 - Two policemen of Pakistan were wounded in an ambush {way} on Monday."
    assert places(text)[0] == "Hyderabad"

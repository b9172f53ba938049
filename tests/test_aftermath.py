"""Days of a sentence that belong to something else than to its deed."""

from __future__ import annotations

import pytest

from tests.test_timing import day


@pytest.mark.parametrize(
    "text",
    [
        "The command reported that a patrol on Wednesday was shot at near Varn.",
        "Neighbours told the radio that on Wednesday two men were shot.",
        "The army said rebels on Wednesday shot two men.",
        "The army said yesterday. On Wednesday, with dynamite charges, two men were shot.",
    ],
)
def test_a_day_in_what_is_said_is_that_of_the_deed(text: str) -> None:
    """It stands behind "that", or behind whoever did it."""
    assert day(text, "shot") == ("2022-12-14", "2022-12-14")


@pytest.mark.parametrize(
    "text",
    [
        "A guard died of wounds on Thursday, taking to 3 the dead of those shot. It was Wednesday.",
        "Two men died after a gang shot at a bus, police said on Thursday. They fled on Wednesday.",
    ],
)
def test_a_later_death_and_the_day_of_the_telling_date_no_deed(text: str) -> None:
    """The day that the article speaks of is that of the deed."""
    assert day(text, "shot") == ("2022-12-14", "2022-12-14")


def test_a_toll_that_is_told_of_a_new_deed_leaves_it_its_day() -> None:
    """Who was shot on a day raises the toll of the year on it."""
    text = "Two men were shot on Wednesday, bringing to forty the number of dead this year."
    assert day(text, "shot") == ("2022-12-14", "2022-12-14")

"""Who was hurt is known by what is told of his body, and by who cares for him."""

from __future__ import annotations

import pytest

from geo.model import Article
from geo.tolls import whole


def injured(text: str) -> int | None:
    """Return how many an article counts as hurt."""
    count = whole(Article("a", text)).injured
    return None if count is None else count.minimum


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The guard has a cracked rib.", 1),
        ("One of his clients had a dislocated shoulder.", 1),
        ("A baker fractured his wrist in the scuffle.", 1),
        ("Officers broke his arm.", 1),
        ("The householder, 45, had two fingers nearly severed.", 1),
        ("The woman has grazes and is staying with a sister.", 1),
        ("A warder suffered a gash to the forehead.", 1),
        ("The cobbler was slashed across the face.", 1),
        ("The postmistress was struck on the forearm with a mallet.", 1),
        ("A boy was burnt on the face and hands.", 1),
        ("Three firefighters were overcome by smoke.", 3),
        ("Seven persons are nursing injuries after the brawl.", 7),
        ("Four cooks died while nine suffered burns.", 9),
        ("Two cooks were killed, five more received injuries.", 5),
        ("The agency reported the injury of twenty others.", 20),
        ("By Monday the number hurt had risen to 12.", 12),
    ],
)
def test_a_body_tells_who_was_hurt(text: str, number: int | None) -> None:
    """A rib, a finger or a gash is an injury as the word is."""
    assert injured(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Six people sought medical help in Pelm.", 6),
        ("Nine residents asked for medical attention after the blast.", 9),
        ("Fourteen people remained in treatment, four of them in Pelm.", 14),
        ("Five persons are undergoing treatment at Tolmen hospital.", 5),
        ("Nine women are under treatment for gunshot wounds.", 9),
        ("A hunter was hit in the thigh and is responding to treatment.", 1),
        ("Three guests were taken to Tolmen hospital with leg wounds.", 3),
        ("Forty patients are under treatment for malaria.", None),
        ("Three mothers sought medical help for their babies.", None),
    ],
)
def test_care_tells_who_was_hurt(text: str, number: int | None) -> None:
    """Who needed help was hurt, unless it was for an illness."""
    assert injured(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "The bridge has a cracked pillar.",
        "The statue had its arms broken.",
        "He broke his silence after two years.",
        "The budget received cuts to schools.",
        "Two villages had their power lines severed.",
        "Two buses were burnt on the back road.",
        "The road was slashed across the middle by a flood.",
        "Herders grazed on the hill.",
        "The guard has no injuries.",
    ],
)
def test_things_have_no_wounds(text: str) -> None:
    """Bridges, statues and budgets are cracked, broken and cut without anybody hurt."""
    assert not injured(text)


def test_who_is_still_in_care_does_not_lower_an_earlier_count() -> None:
    """Of twenty wounded fifteen may remain; fourteen in care are more than nine told first."""
    assert (
        injured("On Sunday the mayor had spoken of 20 wounded. Fifteen are under treatment.") == 20
    )
    text = "Fourteen people remained in treatment. He had spoken of nine injured on Monday."
    assert injured(text) == 14

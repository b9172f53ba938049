"""Who lies in a bed, or needed a doctor, was hurt and is alive."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.model import Article
from geo.reports.tolls import whole


def told(sentence: str) -> list[tuple[str, int]]:
    """Return fates and least numbers, as they stand in the sentence."""
    return [(h.fate, h.count.minimum) for h in read(sentence) if h.count is not None]


def injured(text: str) -> int | None:
    """Return how many an article counts as hurt."""
    count = whole(Article("a", text)).injured
    return None if count is None else count.minimum


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
        ("Six weavers were rushed off in ambulances.", 6),
        ("At least fifteen cooks were carried to Tolmen on stretchers.", 15),
        ("The girl and the pensioner are out of danger.", 2),
        ("Seven of the cooks died and five are at the county hospital in Pelm.", 5),
        ("The economy is out of danger.", None),
        ("Four doctors are at the hospital in Pelm for a course.", None),
        ("A driver was treated for shock.", None),
        ("Forty patients are under treatment for malaria.", None),
        ("Three mothers sought medical help for their babies.", None),
    ],
)
def test_care_tells_who_was_hurt(text: str, number: int | None) -> None:
    """Who needed help was hurt, unless it was for an illness."""
    assert injured(text) == number


def test_who_is_still_in_care_does_not_lower_an_earlier_count() -> None:
    """Of twenty wounded fifteen may remain; fourteen in care are more than nine told first."""
    assert (
        injured("On Sunday the mayor had spoken of 20 wounded. Fifteen are under treatment.") == 20
    )
    text = "Fourteen people remained in treatment. He had spoken of nine injured on Monday."
    assert injured(text) == 14


@pytest.mark.parametrize(
    "sentence",
    [
        "The district hospital treated 17 people for the effects of gas.",
        "Medics took 17 marchers to hospital.",
        "Nurses spoke of treating 17 people.",
    ],
)
def test_whom_a_hospital_treats_is_hurt(sentence: str) -> None:
    """Also where those who help are the subject; "treated them as guests" counts nobody."""
    assert told(sentence) == [("treated", 17)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine cooks with bullet wounds were ferried by boat to Arno.", "injured 9"),
        ("Seven people are on the wards with gunshot wounds.", "injured 7"),
        ("Two people are dead and six in hospital.", "treated 6"),
        ("Four sailors needed stitches to the head.", "injured 4"),
        ("A miller got splinters in the leg.", "struck 1"),
        ("Two men were shot; a third made it to the clinic.", "treated 1"),
    ],
)
def test_who_lies_in_a_ward_is_alive(sentence: str, expected: str) -> None:
    """Wounds in a bed, or on the way to one, are no deaths."""
    assert expected in {f"{fate} {count}" for fate, count in told(sentence)}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Three guards died and five others were evacuated to the Tolmen hospital.", 5),
        ("Forty patients were evacuated to another hospital.", None),
        ("Twelve villagers were evacuated to a school.", None),
    ],
)
def test_who_is_evacuated_to_a_hospital_was_hurt(text: str, number: int | None) -> None:
    """Unless he lay in one before."""
    assert injured(text) == number


@pytest.mark.parametrize(
    ("line", "hurt"),
    [
        ("Boy, 5, critical after shooting in Tolmen", 1),
        ("A man is critical after a stabbing.", 1),
        ("Shooting in Tolmen leaves one fighting for life", 1),
        ("Shooting in Tolmen leaves two fighting for life", 2),
        ("The mayor was critical of the police.", 0),
        ("The role of the army was critical.", 0),
    ],
)
def test_who_is_critical_is_hurt(line: str, hurt: int) -> None:
    """In a headline without a verb; who is critical of something is not."""
    assert sum(harm.count.minimum for harm in read(line) if harm.count) == hurt

"""Who was arrested is told by verbs that mean it of police alone, and by who gives himself up."""

from __future__ import annotations

import pytest

from geo.model import Article
from geo.reports.tolls import whole


def arrested(text: str) -> int | None:
    """Return how many an article counts as arrested."""
    count = whole(Article("a", text)).arrested
    return None if count is None else count.minimum


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Officers swooped on a yard and took into custody five men with a crate.", 5),
        ("Police took in fourteen people after the brawl.", 14),
        ("Two cooks were brought in by detectives.", 2),
        ("Marines pulled down a hut and led away nine persons in handcuffs.", 9),
        ("Officers of the county led him away.", 1),
        ("Soldiers dragged four weavers away to their base.", 4),
        ("The sweep left 22 in handcuffs.", 22),
        ("By midnight 22 people were in handcuffs.", 22),
        ("Eleven porters were cuffed and put on a bus.", 11),
        ("Constables put the cuffs on two men.", 2),
        ("A woman of 34 turned herself in to the police.", 1),
        ("Three suspects surrendered to officers.", 3),
        ("Two women and a baker were driven to a station, police said.", 3),
        ("The men searched 40 sheds and picked up 23 suspects.", 23),
        ("Six were hurt and 17 activists bundled into vans.", 17),
        ("A lawyer was bundled into an unmarked Subaru by detectives.", 1),
        ("Police paraded 14 suspects on Monday.", 14),
        ("The agency presented six men on Friday, detained that morning.", 6),
        ("Police hauled off 12 weavers.", 12),
        ("A raid in Pelm netted six suspects.", 6),
        ("The arrest late on Tuesday of five men ended the search.", 5),
        ("Five were detained in Pelm, three in Zuber and one in Arno.", 9),
        ("Police arrested a man and a woman, and later picked up two boys.", 4),
    ],
)
def test_police_take_people_by_many_words(text: str, number: int) -> None:
    """Whoever is named as police or soldiers makes an arrest of a common verb."""
    assert arrested(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen casings were picked up at the mill.",
        "The inn took in fourteen people whose homes were flooded.",
        "The nurse led the three children away from the window.",
        "Police led two children away to safety.",
        "The mayor presented six men with medals.",
        "The troupe paraded 14 costumes.",
        "She gave herself up to music.",
        "Two goals netted six points.",
        "Gunmen took away five farmers.",
        "The guard was found handcuffed to a pipe.",
        "Two clerks were handcuffed by the robbers.",
        "She called for the arrest of five men.",
        "The capture of the town took two days.",
    ],
)
def test_others_do_the_same_and_arrest_nobody(text: str) -> None:
    """Inns, nurses and gunmen take people in, along and away too."""
    assert not arrested(text)

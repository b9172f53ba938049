"""Which nouns only say of what sort somebody is."""

from __future__ import annotations

import pytest

from tests.toll_gold import killed_and_injured as toll


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two volunteer relief workers from Tolmen were killed.", (2, None)),
        ("Six male Orva clinic staff members were wounded.", (None, 6)),
        ("Three female state-funded vaccination workers were shot dead.", (3, None)),
        ("A police station chief was killed.", (1, None)),
        ("Two male Istrian Red Lantern volunteers were wounded.", (None, 2)),
        ("One male relief worker and one female relief worker were killed.", (2, None)),
        ("One Orva staff security guard found dead in a well.", (1, None)),
        ("Two Orva relief (1 Serb, 1 Croat) staff were wounded.", (None, 2)),
        ("Troops killed nine ABC and/or XYZ rebels.", (9, None)),
        ("Two national Orva Red Lantern Society aid workers were killed.", (2, None)),
        ("Four presumed Zor Bala rebels were killed.", (4, None)),
        ("A national staff was wounded at the gate.", (None, 1)),
        ("Troops shot dead three youth near the bridge.", (3, None)),
    ],
)
def test_a_sort_stands_before_the_noun(text: str, expected: tuple[int | None, int | None]) -> None:
    """A noun that cannot be of the number says of what sort those are who follow."""
    assert toll(text) == expected


@pytest.mark.parametrize(
    "text", ["Two police vehicles were hit.", "Three crew quarters were struck by a shell."]
)
def test_what_is_theirs_is_no_person(text: str) -> None:
    """Cars of police are no people."""
    assert toll(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A baker and Istrian guard were killed.", (2, None)),
        ("A baker and party leader Bo Lind said two men were killed.", (2, None)),
        ("Bus driver and guard killed on the road.", (2, None)),
        ("Land agent killed at his home by raiders.", (1, None)),
        ("Teacher killed his wife in Tolmen.", (1, None)),
        ("Police officer shot dead by raiders.", (1, None)),
        ("Police kill youth in a riot.", (1, None)),
        ("Two traders of Istrian origin found dead in Tolmen.", (2, None)),
        ("Two traders were in the evening hours shot dead in Tolmen.", (2, None)),
        ("Two nuns robbed and killed by a gang.", (2, None)),
        ("Two nuns robbed and killed a gang leader.", (1, None)),
    ],
)
def test_notes_leave_out_articles_and_verbs(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    """An article is shared, or left out with "was" where a sentence opens; an object is told of."""
    assert toll(text) == expected

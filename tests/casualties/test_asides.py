"""Subjects over what parts them from their verb."""

from __future__ import annotations

import pytest

from tests.toll_gold import killed_and_injured as toll


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least one person, the driver of the van, was killed.", (1, None)),
        ("At least one soldier, Staff Sergeant Bo Lind, was killed.", (1, None)),
        ("The seven weavers, whom the raiders had robbed of cloth, were killed.", (7, None)),
        ("The driver, who had met two guards at the gate, was killed.", (1, None)),
    ],
)
def test_what_stands_between_commas_is_read_over(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    """An apposition and a clause of "who" part nobody from the verb."""
    assert toll(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In addition to the bomber, at least two guards were killed.", (3, None)),
        ("In addition to four raiders, nine other people were killed.", (13, None)),
        ("Besides the driver, two passengers were hurt.", (None, 3)),
        ("In addition to the raiders, at least 25 guards were killed.", (25, None)),
        ("In addition to the fine, two men were shot.", (None, 2)),
        ("Speaking to the bomber, two guards were killed.", (2, None)),
    ],
)
def test_those_named_first_are_told_of_too(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    """Beside whom others were killed was killed; who is not counted adds nobody."""
    assert toll(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Five members of the Kos family, including a boy, a nun, and two men, were killed.",
            (5, None),
        ),
        ("Six clerks, including two nuns, a cook and a driver, were wounded.", (None, 6)),
        ("Raiders hit a bus, including two guards, and a clerk was killed.", (1, None)),
    ],
)
def test_who_was_among_them_is_read_over(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    """However long the list is, the verb is about all of them."""
    assert toll(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six people were killed and others were wounded.", (6, None)),
        ("At least six nuns died and a number of civilians were injured.", (6, 2)),
        ("Two clerks died, and many more, including children, were reportedly hurt.", (2, None)),
        ("A driver was killed while passengers were wounded.", (1, None)),
        ("Nine were killed, including two nuns, and at least 15 others were hurt.", (9, 15)),
        ("Two members of the police were wounded.", (None, 2)),
        ("25 guards and volunteer firemen were wounded.", (None, 25)),
        ("Two men in a car and bystanders were hurt.", (None, 2)),
    ],
)
def test_a_crowd_is_none_of_those_before(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    """Whom nobody counts are others, unless they are of one list."""
    assert toll(text) == expected

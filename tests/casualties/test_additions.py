"""What befell people clause by clause of a sentence adds up."""

from __future__ import annotations

import pytest

from geo.model import Article
from geo.reports.tolls import whole


def toll(text: str) -> tuple[int | None, int | None]:
    """Return how many an article counts as killed and as hurt."""
    told = whole(Article("a", text)).stated()
    killed, injured = told.get("killed"), told.get("injured")
    return (
        None if killed is None else killed.minimum,
        None if injured is None else injured.minimum,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A guard was killed and two others died in hospital.", (3, None)),
        ("Two were killed in Pelm and six others in Zuber.", (8, None)),
        ("A guard was wounded and two weavers were hurt.", (None, 3)),
        ("The driver died, as did two cooks.", (3, None)),
        ("The driver was hurt and so were three pupils.", (None, 4)),
        ("A teacher was stabbed, and three of his pupils were cut by glass.", (None, 4)),
        ("A man was shot dead. Two other men were killed as well.", (3, None)),
        ("A baker was hurt. Three other people were injured by glass.", (None, 4)),
        ("She stabbed her father, then her two brothers.", (None, 3)),
        ("He shot a guard, then a clerk who ran and then a cook.", (None, 3)),
        ("A shell killed a nurse, two drivers and a boy.", (4, None)),
        ("A mine killed two brothers, their cousin and a neighbour.", (4, None)),
        ("Gunmen killed the mayor of Pelm and his bodyguard.", (2, None)),
    ],
)
def test_others_add_to_those_before(text: str, expected: tuple[int | None, int | None]) -> None:
    """Others, more people than before and another noun are none of those before."""
    assert toll(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five people died, three of them children.", (5, None)),
        ("Five people died, including three weavers and a nurse.", (5, None)),
        ("Four people were hurt, one in the leg.", (None, 4)),
        ("Three people were injured, one with a knife wound.", (None, 3)),
        ("Two people, a man and a girl, died.", (2, None)),
        ("Gunmen killed nine guards at the mill and 14 farmers were killed by a mine.", (14, None)),
        ("A man shot a girl, his relative, in the leg.", (None, 1)),
    ],
)
def test_parts_add_nothing(text: str, expected: tuple[int | None, int | None]) -> None:
    """A part, an apposition and another deed leave the number as it is."""
    assert toll(text) == expected

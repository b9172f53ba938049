"""What befell people clause by clause of a sentence adds up."""

from __future__ import annotations

import pytest

from tests.toll_gold import killed_and_injured as toll


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He killed the mayor, six others and wounded four more.", (7, 4)),
        ("He killed a teacher, a pupil and wounded another teacher.", (2, 1)),
        ("Raiders killed the wife of a clerk and two women fled.", (1, None)),
        ("He killed a teacher, a mother of two and wounded a pupil.", (1, 1)),
        ("Raiders killed the son of a judge and two bodyguards.", (3, None)),
        ("Raiders killed the leader of the party and ten of his followers.", (11, None)),
        ("Raiders killed the mayor of the town and two guards were hurt.", (1, 2)),
        ("He shot dead a nun before wounding an additional seven pupils.", (1, 7)),
        ("The attack ended with seven fatalities and four injuries.", (7, 4)),
        ("It led to the death of at least 23 and 15 missing.", (23, None)),
        ("Raiders killed two people and two others went missing.", (2, None)),
        ("Three civilian fatalities and two serious injuries were reported.", (3, 2)),
        ("Raiders shot dead and robbed a farmer on the road.", (1, None)),
        ("Raiders killed one. 11 inmates were also killed (total of 12 deaths).", (12, None)),
    ],
)
def test_a_list_goes_on_to_its_end(text: str, expected: tuple[int | None, int | None]) -> None:
    """Another verb ends a list, and whom a genitive parts from the object is of it."""
    assert toll(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four soldiers were killed, the army fled and 80 rebels were killed.", (84, None)),
        ("Rebels killed a soldier. The army said it killed six rebels.", (7, None)),
        ("Two assailants were killed, three farmers were killed.", (5, None)),
        ("Police killed three protesters. An officer was killed too.", (4, None)),
        ("It led to the murder of two nurses, and four marchers were hurt.", (2, 4)),
        ("Ten people, four soldiers and six rebels, were killed.", (10, None)),
        ("Ten people died. Four soldiers and six rebels were among the dead.", (10, None)),
    ],
)
def test_the_dead_of_two_sides_add_up(text: str, expected: tuple[int | None, int | None]) -> None:
    """Soldiers are no rebels, and assailants no farmers; a number of people may hold both."""
    assert toll(text) == expected

"""What the wording of a report says of what was told before."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer, stories


def test_further_south_is_another_deed() -> None:
    """Though what was told before is only known to be in the same country."""
    text = (
        "Nine people were killed when rebels raided a village in the east of Congo on Wednesday."
        "\n\nFurther south, fighting broke out on Wednesday between rebels and militiamen around "
        "the town of Orvale. No figures were available."
    )
    article = Article("a", text, published=date(2025, 7, 17))
    found = stories.merge(Reader(open_gazetteer()).reports(article))
    assert [i.killed for i in found if i.where and i.where.mention.name == "Orvale"] == [None]


def test_what_was_earlier_is_another_deed() -> None:
    """Two quarters of a town that are in no list are two scenes, each with its own victims."""
    text = (
        "A crowd was shot at in Chicago's Englewood neighborhood early Saturday, killing one man."
        "\n\nEarlier, shortly before 10 p.m. Friday, a man was gunned down in the Orvale "
        "neighborhood.\n\nA boy was stabbed to death in Little Village on Saturday night."
    )
    article = Article("a", text, published=date(2024, 3, 12))
    found = stories.merge(Reader(open_gazetteer()).reports(article))
    assert [i.killed.maximum for i in found if i.killed is not None] == [1, 1, 1]


def told(text: str, published: date | None = date(2024, 3, 12)) -> list[str]:
    """Return the kinds of the incidents of a text."""
    article = Article("a", text, published=published)
    found = stories.merge(Reader(open_gazetteer()).reports(article))
    return sorted(one.kind for one in found if not (one.background or one.verbal))


def test_a_separate_incident_is_another_deed() -> None:
    """In the same town and on the same day; but what its sentence tells is of one case."""
    first = "Gunmen killed two men in Kano on Monday. "
    assert told(first + "In a separate incident, attackers shot dead a trader in Kano.") == [
        "shooting",
        "shooting",
    ]
    assert told(first + "Attackers shot dead the men in Kano at dawn.") == ["shooting"]


def test_arrests_of_two_ages_are_two() -> None:
    """Who was named with his age and arrested is arrested by himself."""
    first = "Police arrested Ann Lee, 34, in Leeds on Monday. "
    assert told(first + "John Wood, 22, was arrested in Leeds for theft.") == ["arrest"] * 2
    assert told(first + "Lee, 34, was arrested at her home.") == ["arrest"]


def test_weekdays_tell_undated_deeds_apart() -> None:
    """Though nobody knows of which week they are."""
    first = "A man was arrested in Leeds on Sunday. "
    assert told(first + "A nurse was arrested in Leeds on Friday night.", None) == ["arrest"] * 2
    assert told(first + "The man was arrested in Leeds late Sunday.", None) == ["arrest"]


@pytest.mark.parametrize(
    ("second", "killed", "deeds"),
    [
        ("Hours later, two porters were shot in Loja.", [2, None], 2),
        ("The same night, gunmen shot a cook in Loja.", [2, None], 2),
        ("Hours later, one of the wounded died.", [3], 1),
        ("Hours later, a group said that it had carried out the shooting.", [2], 1),
    ],
)
def test_hours_later_others_were_shot(second: str, killed: list[int | None], deeds: int) -> None:
    """A second deed of the day has its own victims, unless they are those of the first."""
    text = f"Two clerks were shot dead in Loja on Monday, and one was hurt.\n\n{second}"
    article = Article("a", text, published=date(2024, 3, 12))
    found = stories.merge(Reader(open_gazetteer()).reports(article))
    assert len(found) == deeds
    told = {one.killed.minimum if one.killed is not None else None for one in found}
    assert told == set(killed)


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("Eight villagers were led away by the attackers.", "abduction"),
        ("The attack came at dawn.", "attack"),
    ],
)
def test_who_was_taken_away_was_not_killed(second: str, kind: str) -> None:
    """The dead of an attack are no captives."""
    text = f"Rebels attacked Loja on Monday, killing four people. {second}"
    article = Article("a", text, published=date(2024, 3, 12))
    (found,) = stories.merge(Reader(open_gazetteer()).reports(article))
    assert found.kind == kind
    assert found.killed is not None
    assert found.killed.minimum == 4


def test_what_a_deed_is_linked_to_is_no_second_one() -> None:
    """Arrests that "are linked to a shooting" are those that were told."""
    first = "Two men were arrested in Loja on Monday."
    assert told(f"{first} The arrests are linked to a shooting in Loja in January.") == ["arrest"]


def test_later_a_deed_of_another_sort_is_one_of_its_own() -> None:
    """Whoever did it; nobody of the first was hurt in it."""
    text = (
        "Two factions clashed in Loja on Monday, and one man was killed.\n\n"
        "Later in the afternoon, the followers of Kos set ablaze five houses in Loja."
    )
    found = stories.merge(Reader(open_gazetteer()).reports(Article("a", text)))
    burned = [one for one in found if one.kind == "arson"]
    assert [one.killed for one in burned] == [None]

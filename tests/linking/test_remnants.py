"""Clauses that share the verb before them have a place, a day and a number of their own."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.io.index import open_gazetteer
from geo.model import Article
from geo.pipeline import Reader

FRIDAY = date(2023, 3, 10)
TUESDAY, WEDNESDAY = date(2023, 3, 7), date(2023, 3, 8)


def _told(text: str, gazetteer: Gazetteer) -> list[tuple[str | date | int | None, ...]]:
    """Read the place, day and numbers of each incident."""
    reports = Reader(gazetteer).read(Article("a", text, None, FRIDAY)).reports
    return [
        (
            r.where.place.name if r.where is not None and r.where.place is not None else "",
            r.when.first,
            *(c.minimum if c is not None else 0 for c in (r.killed, r.injured, r.arrested)),
        )
        for r in reports
        if not r.background
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Three herders were shot dead in Tolmen on Tuesday and two in Galdor on Wednesday.",
        "Bandits killed three herders in Tolmen on Tuesday, and another two in Galdor a day later.",
        "In Tolmen bandits killed three herders on Tuesday; in Galdor, two more on Wednesday.",
        "Bandits killed three herders in Tolmen on Tuesday and two others in Galdor on Wednesday.",
        "In Tolmen bandits killed three herders on Tuesday, and two in Galdor on Wednesday.",
    ],
)
def test_each_has_its_own_place_day_and_number(text: str, gazetteer: Gazetteer) -> None:
    """What the second clause leaves out is the verb alone."""
    assert _told(text, gazetteer) == [
        ("Tolmen", TUESDAY, 3, 0, 0),
        ("Galdor", WEDNESDAY, 2, 0, 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Police detained nine miners in Tolmen and four in Galdor on Tuesday.",
        "On Tuesday, police detained nine miners in Tolmen and four more in Galdor.",
        "Police detained 13 miners on Tuesday: nine in Tolmen and four in Galdor.",
    ],
)
def test_one_day_may_serve_all(text: str, gazetteer: Gazetteer) -> None:
    """It stands at the end or at the beginning, and the sum of all is told of none."""
    assert _told(text, gazetteer) == [
        ("Tolmen", TUESDAY, 0, 0, 9),
        ("Galdor", TUESDAY, 0, 0, 4),
    ]


def test_a_clause_may_go_on_with_other_victims(gazetteer: Gazetteer) -> None:
    """Who was wounded elsewhere is no victim of the first place."""
    text = "Gunmen killed five guards in Tolmen on Tuesday and wounded two in Galdor on Wednesday."
    assert _told(text, gazetteer) == [
        ("Tolmen", TUESDAY, 5, 0, 0),
        ("Galdor", WEDNESDAY, 0, 2, 0),
    ]


def test_it_may_say_only_where_and_when(gazetteer: Gazetteer) -> None:
    """A deed that was repeated on another day in another town is two."""
    text = "Miners clashed with police in Tolmen on Tuesday and in Galdor on Wednesday."
    assert [row[:2] for row in _told(text, gazetteer)] == [
        ("Tolmen", TUESDAY),
        ("Galdor", WEDNESDAY),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Five guards were killed in Tolmen on Tuesday and four are in hospital in Galdor.",
        "Five guards were killed in Tolmen on Tuesday, compared with two in Galdor last year.",
        "Five guards were killed in Tolmen on Tuesday, two of them in the Galdor army.",
        "Five guards were killed in Tolmen on Tuesday and their bodies flown to Galdor.",
    ],
)
def test_others_are_none(text: str, gazetteer: Gazetteer) -> None:
    """Who is in hospital elsewhere, and what a number is compared with, is no incident."""
    assert [row[:2] for row in _told(text, gazetteer)] == [("Tolmen", TUESDAY)]


def test_towns_of_two_municipalities_are_two_scenes_however_near() -> None:
    """Zvecan and Leposavic are 25 km apart; a part of a town may have victims of its own, too."""
    bundled = open_gazetteer()
    text = "Gunmen killed two people in Zvecan on Tuesday and three in Leposavic on Wednesday."
    assert _told(text, bundled) == [("Zvečan", TUESDAY, 2, 0, 0), ("Leposavić", WEDNESDAY, 3, 0, 0)]
    text = "A bomb killed two people in London on Tuesday and three in Croydon on Wednesday."
    assert _told(text, bundled) == [("London", TUESDAY, 2, 0, 0), ("Croydon", WEDNESDAY, 3, 0, 0)]


def test_another_fate_in_another_town_is_of_that_town(gazetteer: Gazetteer) -> None:
    """It has its verb, and a place that nothing follows but the day of both."""
    text = "Two herders were killed in Tolmen and five were wounded in Galdor on Tuesday."
    assert _told(text, gazetteer) == [("Tolmen", TUESDAY, 2, 0, 0), ("Galdor", TUESDAY, 0, 5, 0)]


def test_a_number_beside_others_is_no_sum_of_them_by_chance() -> None:
    """Seven in one province stand beside five and two in others; "nine: seven in …" adds up."""
    told = _told(
        "Seven people were killed in Borno, five in Yobe and two in Adamawa on Tuesday.",
        open_gazetteer(),
    )
    assert told == [
        ("Borno State", TUESDAY, 7, 0, 0),
        ("Yobe State", TUESDAY, 5, 0, 0),
        ("Adamawa State", TUESDAY, 2, 0, 0),
    ]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Drones struck a depot in Tolmen on Tuesday and a mill in Galdor on Wednesday.", True),
        ("A church was burned in Tolmen on Tuesday and a mosque in Galdor on Wednesday.", True),
        (
            "Troops fought rebels in Tolmen on Tuesday, and with bandits in Galdor on Wednesday.",
            True,
        ),
        (
            "A church was burned in Tolmen on Tuesday and a fair in Galdor on Wednesday drew many.",
            False,
        ),
        (
            "A church was burned in Tolmen on Tuesday and a priest in Galdor on Wednesday prayed.",
            False,
        ),
    ],
)
def test_another_object_may_share_the_verb(text: str, gazetteer: Gazetteer, *, both: bool) -> None:
    """With a place and a day of its own, and no verb behind."""
    where = [("Tolmen", TUESDAY), ("Galdor", WEDNESDAY)]
    assert [row[:2] for row in _told(text, gazetteer)] == (where if both else where[:1])


def test_a_clause_with_a_verb_of_harm_shares_no_other(gazetteer: Gazetteer) -> None:
    """It is the grenade that wounded, and nobody killed one."""
    text = "Shelling killed six in Tolmen and a grenade wounded nine people in Galdor on Tuesday."
    assert {row[0] for row in _told(text, gazetteer)} == {"Galdor", "Tolmen"}
    assert len(_told(text, gazetteer)) == 2

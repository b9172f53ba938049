"""Sentences that sum up, and round-ups of several incidents in one article."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Incident, Reader, open_gazetteer
from geo.events.specificity import GENERAL
from tests import news
from tests.news import killed

PUBLISHED = date(2024, 5, 15)  # a Wednesday


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the gazetteer of the package."""
    return Reader(open_gazetteer())


def told(reader: Reader, *paragraphs: str, title: str | None = None) -> list[Incident]:
    """Return the incidents of news that an article of these paragraphs tells of."""
    return news.told(reader, paragraphs, PUBLISHED, title)


def test_a_sum_steps_back_behind_what_is_told_one_by_one(reader: Reader) -> None:
    """Where each is told in its place, "four killed in two separate attacks" is none of them."""
    found = told(
        reader,
        "Four people were killed in two separate attacks in Kenya on Monday.",
        "In Garissa, gunmen shot dead three traders.",
        "A policeman was killed when men attacked a post in Mandera.",
    )
    assert killed(found) == {"Garissa": 3, "Mandera": 1}


def test_a_sum_that_stands_alone_is_news(reader: Reader) -> None:
    """Nothing is lost where no more is told than that."""
    [one] = told(reader, "Four people were killed in two separate attacks in Garissa on Monday.")
    assert one.killed is not None
    assert not any(reason.startswith(GENERAL) for reason in one.because)


def test_each_paragraph_of_a_roundup_is_under_its_dateline(reader: Reader) -> None:
    """Several datelines say where each deed was, and no victim crosses over."""
    found = told(
        reader,
        "LEEDS - A man was stabbed to death outside a club on Monday.",
        "BRADFORD - Two men were shot dead in a car on Monday night.",
    )
    assert killed(found) == {"Leeds": 1, "Bradford": 2}


def test_a_quarter_lies_in_the_town_of_its_paragraph(reader: Reader) -> None:
    """Not in the one that the article is at home in by its headline."""
    found = told(
        reader,
        "A bomb killed two people in the Zorda district of Nairobi on Monday.",
        "In Mombasa, gunmen killed three guards at a bank. Police in Mombasa made no arrests.",
        title="Three killed in Mombasa",
    )
    assert killed(found) == {"Zorda": 2, "Mombasa": 3}


def test_a_second_bomb_elsewhere_is_another(reader: Reader) -> None:
    """Two quarters of a city, an hour apart, and each has its own dead."""
    found = told(
        reader,
        "A bomb killed seven people in the Zorda district of Nairobi on Monday. An hour later a "
        "second bomb exploded in the Menga district of Nairobi, killing two.",
    )
    assert killed(found) == {"Zorda": 7, "Menga": 2}


def test_the_headline_of_several_counts_for_none(reader: Reader) -> None:
    """What it counts is all of them together."""
    found = told(
        reader,
        "Gunmen killed three herders near Garissa on Monday.",
        "In Mandera, a mine killed four soldiers on Tuesday.",
        title="Dozens dead in Kenya",
    )
    assert killed(found) == {"Garissa": 3, "Mandera": 4}


def test_history_in_a_sentence_of_news_lends_no_dead(reader: Reader) -> None:
    """Who was jailed on Monday for two killings killed nobody on Monday."""
    found = told(
        reader,
        "A man who shot two people dead in Leeds in 2016 was jailed for life on Monday.",
        "Hours later a woman was stabbed in York. She is in a stable condition.",
    )
    assert killed(found) == {"York": None}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("The attack came two days after gunmen killed a judge in Garissa.", date(2024, 5, 11)),
        ("The attack came a week after gunmen killed a judge in Garissa.", date(2024, 5, 6)),
    ],
)
def test_days_are_told_as_steps(said: str, day: date, reader: Reader) -> None:
    """What led up to it is dated by "two days after" from what is told beside it."""
    found = told(reader, f"A mine killed four soldiers in Mandera on Monday. {said}")
    assert {(one.when.first, one.when.last) for one in found} == {
        (date(2024, 5, 13), date(2024, 5, 13)),
        (day, day),
    }


def test_the_town_of_an_unknown_name_is_no_part_of_another(reader: Reader) -> None:
    """It is somewhere in the country rather than at the home of the article."""
    found = told(
        reader,
        "Police in Garissa, Kenya, said gunmen had killed two men in Garissa on Monday.",
        "Soldiers recaptured the town of Qarobey on Tuesday; three of them died.",
    )
    (lost,) = [one for one in found if one.kind == "territory_regained"]
    assert lost.where is not None
    assert lost.where.place is not None
    assert (lost.where.place.name, lost.where.place.part_of) == ("Qarobey", "KE")
    assert killed(found)["Garissa"] == 2


def test_a_town_lies_in_the_unit_beside_it(reader: Reader) -> None:
    """A small town whose unit the sentence names is no quarter of a larger one."""
    found = told(
        reader,
        "Missiles hit Kharkiv on Monday, killing two people, police in Kharkiv said.",
        "In the Donetsk region, shelling of Toretsk killed a pensioner.",
    )
    assert killed(found) == {"Kharkiv": 2, "Toretsk": 1}


def test_the_capital_of_a_country_is_meant(reader: Reader) -> None:
    """What is "across Haiti's capital" is in the capital and not all over the country."""
    [one] = told(
        reader,
        "PORT-AU-PRINCE - Protesters blocked roads across Haiti's capital on Monday.",
        "Police in Port-au-Prince made no arrests.",
    )
    assert one.where is not None
    assert one.where.place is not None
    assert one.where.place.name == "Port-au-Prince"


def test_villages_that_nobody_lists_are_two(reader: Reader) -> None:
    """Both have the point of their district, and yet each has its own dead."""
    found = told(
        reader,
        "Four guards were killed in Orvamba in Garissa County on Monday.",
        "Hours later two men were shot dead in Tesvale in Garissa County.",
    )
    assert killed(found) == {"Orvamba": 4, "Tesvale": 2}


def test_who_was_under_way_is_between_the_towns(reader: Reader) -> None:
    """Neither the town that was left nor the one ahead is the scene."""
    [one] = told(reader, "A man was killed on a train travelling from Kiel to Hamburg on Monday.")
    assert one.where is not None
    assert one.where.place is not None
    assert one.where.place.name == "on the road between Kiel and Hamburg"


def test_a_war_that_began_long_ago_is_history(reader: Reader) -> None:
    """What "has left 120 dead" since it began is no toll of a day."""
    found = told(
        reader,
        "Two herders were shot dead near Garissa on Monday.",
        "The clashes began on 3 March and have left more than 120 dead.",
    )
    assert killed(found) == {"Garissa": 2}


def test_quarters_of_one_town_are_one_place(reader: Reader) -> None:
    """What happened in two quarters of a town in one breath is one incident of the town."""
    found = told(
        reader, "Fourteen cars were torched in the Alma and Brigode quarters of Roubaix on Tuesday."
    )
    assert [one.kind for one in found] == ["arson"]


def test_second_deed_of_a_sentence_is_where_the_first_was(reader: Reader) -> None:
    """What names no place behind "and" is where the deed before it in the sentence was."""
    found = told(
        reader,
        "Police in Lille have no suspects.",
        "Cars were torched in Roubaix on Tuesday, and firefighters were pelted with stones.",
    )
    assert {one.where.place.name for one in found if one.where and one.where.place} == {"Roubaix"}


def test_who_was_hurt_in_one_village_was_not_in_the_next(reader: Reader) -> None:
    """What caused no casualties is another deed than what did, though near and on one day."""
    found = told(
        reader,
        "Two people were killed on Monday when shells hit a market in Saraqib, Syria. Rockets "
        "landed in a field near Afis on Monday, without casualties.",
    )
    assert killed(found) == {"Saraqib": 2, "Afis": 0}


def where(found: list[Incident]) -> dict[str, str]:
    """Return the place of each kind of incident."""
    return {
        one.kind: one.where.place.name
        for one in found
        if one.where is not None and one.where.place is not None
    }


def test_where_people_fled_to_is_not_the_scene(reader: Reader) -> None:
    """Nor are the towns that lorries are bound for."""
    found = told(
        reader,
        "Gunmen stormed Mandera in Kenya on Monday. Residents fled along the road to Wajir with "
        "their goats. Four people were shot dead, two of them nurses.",
    )
    assert set(where(found).values()) == {"Mandera"}


def test_the_capital_need_not_be_named(reader: Reader) -> None:
    """At the head of a sentence too it is that of the country in play."""
    found = told(
        reader,
        "Farmers blocked a bridge in Garissa, Kenya, on Monday. In the capital, thousands rallied "
        "outside parliament.",
    )
    assert where(found)["protest"] == "Nairobi"


def test_the_area_is_where_the_first_deed_was(reader: Reader) -> None:
    """Whatever happened in the capital between."""
    found = told(
        reader,
        "Raiders attacked Mandera in Kenya on Monday and killed ten people.",
        "In the capital, thousands rallied on Tuesday.",
        "The government deployed troops to the area on Tuesday.",
    )
    moved = [one for one in found if one.kind in {"deployment", "troop_movement"}]
    assert set(where(moved).values()) == {"Mandera"}


def test_who_died_months_ago_is_not_of_the_news(reader: Reader) -> None:
    """A day of its own, well before the deed, keeps a figure out of it."""
    found = told(
        reader,
        "The mayor of Leeds resigned on Monday after hundreds rallied outside the town hall.",
        "Fifteen people died when the roof of the station collapsed on November 1.",
    )
    assert killed(found) == {"Leeds": None}


def test_a_sum_over_places_is_the_figure_of_none(reader: Reader) -> None:
    """What "attacks in X and Y" killed together is told of neither; each has its own behind it."""
    found = told(reader, "Bomb attacks in Baghdad and Mosul killed 12 people on Monday.")
    assert killed(found) == {"Baghdad": None, "Mosul": None}
    found = told(
        reader,
        "Bomb attacks in Baghdad and Mosul killed 12 people on Monday.",
        "In Baghdad, a car bomb killed seven people near a market.",
        "In Mosul, a car bomb killed five soldiers at a checkpoint.",
    )
    assert killed(found) == {"Baghdad": 7, "Mosul": 5}


def test_numbers_beside_places_are_theirs(reader: Reader) -> None:
    """Of two figures of one verb each goes to the place behind it."""
    found = told(reader, "Two people were killed in Kherson and three in Nikopol by shells.")
    assert killed(found) == {"Kherson": 2, "Nikopol": 3}


def test_a_sum_over_provinces_steps_back(reader: Reader) -> None:
    """Where the towns are told one by one, the provinces of the lead are no incidents."""
    found = told(
        reader,
        "Four people were killed in attacks on Kharkiv and Sumy regions on Monday.",
        "In Chuhuiv, shells killed one man.",
        "A drone killed three people in Shostka.",
    )
    assert killed(found) == {"Chuhuyiv": 1, "Shostka": 3}  # as the gazetteer spells it


def test_one_more_incident_is_no_sum(reader: Reader) -> None:
    """Unlike "in separate incidents", whatever is told behind it."""
    found = told(
        reader,
        "In a separate incident, two guards were killed when a mine went off in Garissa on Monday.",
        "Meanwhile, gunmen shot dead three traders in Wajir.",
        "A policeman was killed when men attacked a post in Mandera.",
    )
    assert killed(found) == {"Garissa": 2, "Wajir": 3, "Mandera": 1}


@pytest.mark.parametrize(
    "lead",
    [
        "Gunmen killed five people in several towns of Kenya on Monday.",
        "Gunmen killed five people across three counties of Kenya on Monday.",
        "Gunmen killed five people in Kenya in the past 24 hours.",
        "Gunmen killed five people in Kenya over the past day.",
    ],
)
def test_what_is_counted_over_towns_or_hours_steps_back(lead: str, reader: Reader) -> None:
    """If two of its places are told behind it; their dead are not those of all."""
    found = told(
        reader,
        lead,
        "In Garissa, gunmen shot dead two guards.",
        "In Wajir, a mine killed three traders.",
    )
    assert killed(found) == {"Garissa": 2, "Wajir": 3}


def test_a_sum_of_one_place_stands(reader: Reader) -> None:
    """Where nothing else is told, or a single place, it is news."""
    [one] = told(reader, "Gunmen killed five people in Garissa in the past 24 hours.")
    assert one.killed is not None
    found = told(
        reader,
        "Gunmen killed five people in several towns of Kenya on Monday.",
        "In Garissa, gunmen shot dead two guards.",
    )
    assert killed(found) == {"Garissa": 5}


@pytest.mark.parametrize(
    "said",
    [
        "A trader was kidnapped in Garissa on Monday, and a series of abductions followed.",
        (
            "Gunmen shot dead a trader in Garissa on Monday, and relatives who had come to the "
            "town from afar for the burial told police of a series of attacks."
        ),
    ],
)
def test_a_sum_behind_a_deed_leaves_it(said: str, reader: Reader) -> None:
    """Somebody was kidnapped, whatever followed, and what is told far behind it is not of it."""
    found = told(
        reader,
        said,
        "In Wajir, a mine killed three traders.",
        "A policeman was killed when men attacked a post in Mandera.",
    )
    assert "Garissa" in killed(found)

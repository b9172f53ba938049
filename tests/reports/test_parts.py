"""One deed of several steps is one incident."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from graphlib import TopologicalSorter

import pytest

from geo import Article, Reader, open_gazetteer
from geo.lexicon import default_lexicon
from geo.model import Count
from geo.reports import parts
from tests import news

PUBLISHED = date(2025, 3, 6)  # a Thursday


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the gazetteer of the package."""
    return Reader(open_gazetteer())


def kinds(reader: Reader, *paragraphs: str) -> list[str]:
    """Return the kinds of the incidents of news in an article of these paragraphs."""
    return sorted(i.kind for i in news.told(reader, paragraphs, PUBLISHED, None))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Gunmen stormed a bar in Loja on Tuesday and shot dead three guests.", "shooting"),
        ("Robbers smashed windows and robbed a bank in Loja on Tuesday.", "robbery"),
        ("A grenade went off in Loja on Tuesday and damaged two cars.", "grenade_attack"),
        ("Fifteen people were killed in rioting over bread in Loja on Tuesday.", "riot"),
        ("Insurgents fired mortars at a barracks in Loja on Tuesday.", "shelling"),
        (
            "Soldiers shot dead two rebels in a gunfight near Loja on Tuesday and seized rifles.",
            "armed_clash",
        ),
        ("Youths hurled petrol bombs at the National Guard post in Moularès on Tuesday.", "riot"),
        (
            "Unknown men hurled Molotov cocktails at the Civil Guard post in Loja on Tuesday.",
            "grenade_attack",
        ),
    ],
)
def test_what_leads_to_a_deed_is_no_other(reader: Reader, sentence: str, kind: str) -> None:
    """Who breaks in to shoot, or breaks what the blast breaks, did one thing."""
    assert kinds(reader, sentence) == [kind]


def test_the_dead_of_a_step_are_those_of_the_deed(reader: Reader) -> None:
    """Though the step is none of the news."""
    told = "Prisoners rioted in the jail of Loja on Tuesday; 14 inmates were killed."
    (riot,) = news.told(reader, [told], PUBLISHED, None)
    assert riot.kind == "riot"
    assert riot.killed is not None
    assert riot.killed.minimum == 14


def test_deeds_of_another_place_or_day_are_others(reader: Reader) -> None:
    """A raid elsewhere in the sentence is an incident of its own."""
    told = "Gunmen shot dead three guests in Loja on Monday and soldiers raided a farm in {} on {}."
    for place, day in (("Cuenca", "Monday"), ("Cuenca", "Tuesday")):
        assert kinds(reader, told.format(place, day)) == ["raid", "shooting"]


def test_how_soldiers_came_is_a_step_wherever_it_is_told(reader: Reader) -> None:
    """In a sentence of its own too, if it is of the day and town of the raid."""
    raid = "Soldiers raided a farm in Loja on Monday."
    assert "troop_movement" not in kinds(reader, raid, "The soldiers drove into Loja on Monday.")
    assert "troop_movement" in kinds(reader, raid, "The soldiers drove into Cuenca on Tuesday.")


def test_who_is_hurt_when_a_road_is_cleared_was_hurt_by_that(reader: Reader) -> None:
    """What only says that people came to harm is no second deed."""
    told = "A man died and nine were hurt in Loja on Monday when police cleared a roadblock."
    assert kinds(reader, told) == ["roadblock_removal"]


def test_whom_a_hospital_took_in_was_hurt_by_the_deed_of_the_days_before(reader: Reader) -> None:
    """Nothing else is told of it, and the town of the hospital need not be that of the deed."""
    battle = "Rebels clashed with soldiers in Loja on Monday."
    care = "The hospital in {} received 27 wounded people on Tuesday."
    assert kinds(reader, battle, care.format("Loja")) == ["armed_clash"]
    assert kinds(reader, battle, care.format("Cuenca")) == ["armed_clash"]
    assert len(kinds(reader, battle, "In Cuenca 27 people were wounded on Tuesday.")) == 2


def test_a_step_leaves_its_figures_to_the_deed(reader: Reader) -> None:
    """Nothing that only the step was said to have cost is lost."""
    told = "Customs seized a boat and arrested two men in Loja on Tuesday."
    lexicon = default_lexicon()
    step, deed = sorted(reader.reports(Article("a", told)), key=lambda r: r.trigger)
    step = replace(step, background=False, injured=Count(2, 2))
    step, deed = parts.mark([step, deed], lexicon, {})
    assert (step.kind, step.background) == ("seizure", True)
    assert deed.injured == Count(2, 2)


def test_no_kind_is_part_of_its_part() -> None:
    """Else both would be left out; and what a kind may be part of is a kind."""
    known = default_lexicon().kinds
    for name, kind in known.items():
        assert kind.part_of <= known.keys(), name
    TopologicalSorter({name: kind.part_of for name, kind in known.items()}).prepare()


def test_how_the_crowd_had_come_is_part_of_the_riot(reader: Reader) -> None:
    """A definite crowd is known; another march is another one."""
    riot = "Youths threw stones at the town hall in Loja on Tuesday."
    assert kinds(reader, riot, "The crowd had marched there from the station.") == ["riot"]
    assert len(kinds(reader, riot, "Nurses marched in Cuenca on Tuesday.")) == 2


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A man was stabbed to death in a brawl outside a bar in Loja on Monday.", ["attack"]),
        ("Gunmen stormed a school in Loja on Monday and abducted 30 pupils.", ["abduction"]),
        (
            "Bandits raided a hamlet near Loja on Monday, killing six people and burning huts.",
            ["attack"],
        ),
        (
            "The government sent soldiers to Loja on Monday after an attack on a farm.",
            ["attack", "troop_movement"],
        ),
        (
            "Gunmen stabbed a guard in Loja on Monday and abducted a nun in Cuenca.",
            ["abduction", "attack"],
        ),
    ],
)
def test_what_a_deed_was_done_in_and_what_answered_it(
    reader: Reader, sentence: str, found: list[str]
) -> None:
    """A brawl is the setting of a stabbing; troops that come after an attack are news of it."""
    assert kinds(reader, sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Raiders killed two ferrymen and stole 40 goats in Loja on Tuesday.",
        "Robbers robbed an inn in Loja on Tuesday, killing two guests.",
        "Two guests were killed in a robbery in Loja on Tuesday.",
    ],
)
def test_a_theft_is_part_of_the_killing_beside_it(reader: Reader, sentence: str) -> None:
    """The dead are those of the killing, however much was taken."""
    (killing,) = news.told(reader, [sentence], PUBLISHED, None)
    assert killing.kind == "attack"
    assert killing.killed is not None
    assert killing.killed.minimum == 2


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Rioters set on fire the bus of a team in Loja on Tuesday.", "riot"),
        ("Masked men set on fire the bus of a team in Loja on Tuesday.", "arson"),
        ("Robbers robbed an inn in Loja on Tuesday, wounding two guests.", "robbery"),
    ],
)
def test_who_riots_burns(reader: Reader, sentence: str, kind: str) -> None:
    """What rioters do is the riot; a fire that others set is none."""
    assert kinds(reader, sentence) == [kind]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("The soldiers had been dispatched to guard a mill.", ["attack"]),
        ("The man had been dragged out of his house by four men.", ["attack"]),
        ("Soldiers were sent to Ambato on Wednesday.", ["attack", "troop_movement"]),
        ("A cook was dragged out of his house in Ambato by four gunmen.", ["abduction", "attack"]),
    ],
)
def test_how_they_came_there_is_no_second_deed(
    reader: Reader, second: str, found: list[str]
) -> None:
    """Who "had been sent", or "had been dragged" there, was so before he was killed."""
    first = "A porter was stabbed to death by bandits in Loja on Tuesday."
    assert kinds(reader, first, second) == found

"""The incidents of an article, told apart so that each keeps its own victims."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Incident, Reader, open_gazetteer
from tests import news

PUBLISHED = date(2025, 3, 6)  # a Thursday


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the gazetteer of the package."""
    return Reader(open_gazetteer())


def at(reader: Reader, place: str, *paragraphs: str) -> Incident:
    """Return the incident that an article of these paragraphs tells of in a place."""
    found = news.told(reader, paragraphs, PUBLISHED, None)
    return next(i for i in found if i.where and i.where.place and i.where.place.name == place)


def test_the_next_day_in_another_town_is_another_incident(reader: Reader) -> None:
    """A night has two dates, but two towns on two days have victims of their own."""
    told = (
        "Troops shelled positions near Kupiansk on Tuesday.",
        "They fired mortars at the village of Dvorichna on Wednesday. Two porters were wounded.",
    )
    assert at(reader, "Kupyansk", *told).injured is None


def test_what_is_told_of_another_town_is_none_of_the_deed_before(reader: Reader) -> None:
    """A paragraph about a town where no deed was read has victims that nobody gets."""
    told = (
        "NAIROBI - Youths torched a bus in Kisumu on Tuesday.",
        "In Mombasa the streets are empty. The Coast hospital says it treated 41 people.",
    )
    assert at(reader, "Kisumu", *told).injured is None


def test_a_hospital_in_another_town_makes_no_other_scene(reader: Reader) -> None:
    """Where somebody lies in hospital says nothing of where he was hurt."""
    told = (
        "Troops fired mortars at Kupiansk on Tuesday.",
        "One guard was wounded and is recovering at the military hospital in Kharkiv.",
    )
    hurt = at(reader, "Kupyansk", *told).injured
    assert hurt is not None
    assert hurt.minimum == 1


def test_two_villages_that_no_list_has_are_two(reader: Reader) -> None:
    """The one town that stands in for both does not make one deed of two."""
    told = (
        "TYRE, Lebanon - Officials in Tyre said a drone struck a car in Qanarit Saghir on Tuesday.",
        "Two bakers were killed, a hospital in Tyre said.",
        "Warplanes bombed a mill in Bradeh Fawqa on Tuesday. Nobody was hurt, Tyre's mayor said.",
    )
    found = news.told(reader, told, PUBLISHED, None)
    assert [i.killed.minimum if i.killed else None for i in found] == [2, None]


def test_what_was_weeks_before_has_victims_of_its_own(reader: Reader) -> None:
    """Though the deed of the news has its day from another sentence."""
    told = (
        "Raiders poured petrol into a shop in Kisumu. Two clerks were injured.",
        "It burned on Tuesday. The shutters of the shop were smashed by youths in January.",
    )
    found = news.told(reader, told, PUBLISHED, None)
    assert all(one.injured is None for one in found if one.when.last and one.when.last.month == 1)


def test_the_day_of_a_death_may_be_the_next_one(reader: Reader) -> None:
    """Who died on Tuesday was shot on Monday night, and is one victim."""
    told = (
        "A clerk died on Tuesday in Lyon, hours after he was hit by a bullet.",
        "Gunmen had shot at a bank in Lyon on Monday night.",
    )
    dead = at(reader, "Lyon", *told).killed
    assert dead is not None
    assert dead.minimum == 1


def test_a_log_tells_of_a_deed_in_each_paragraph(reader: Reader) -> None:
    """Who was hurt on another day, in what was not read as a deed, is none of the next one's."""
    told = (
        "A cook needed ten stitches on Monday when a pan fell on him in Whitby.",
        "Eleven windows were smashed at a church in Redcar on Saturday night.",
    )
    assert at(reader, "Redcar", *told).injured is None


def test_the_day_up_to_which_was_counted_is_none_of_a_deed(reader: Reader) -> None:
    """Who had been held "as of Thursday" was held for what was on Tuesday."""
    told = (
        "Two groups clashed at a fair in Giridih on Tuesday.",
        "As of Thursday noon, 31 people had been rounded up.",
    )
    arrested = at(reader, "Giridih", *told).arrested
    assert arrested is not None
    assert arrested.minimum == 31


def test_a_town_named_before_a_deed_tells_it_from_the_last_one(reader: Reader) -> None:
    """Its own sentence may name none."""
    told = (
        "Gunmen shot dead a guard in Ambato, Ecuador, on Tuesday night.",
        "Inmates had set upon each other in Machala. Five were stabbed to death.",
    )
    assert news.killed(news.told(reader, told, PUBLISHED)) == {"Ambato": 1, "Machala": 5}


def test_an_attack_in_the_next_town_is_not_at_the_barricade(reader: Reader) -> None:
    """Who was hurt there was not hurt by parked lorries."""
    told = (
        "Lorries have blocked the road at Rudare since Sunday.",
        "Men beat up a television crew in Zvecan on Monday. A cameraman was wounded.",
    )
    found = news.told(reader, told, PUBLISHED)
    assert [one.injured for one in found if one.kind == "roadblock"] == [None]


def test_the_day_of_the_sentence_before_tells_two_deeds_apart(reader: Reader) -> None:
    """As its place does, if no deed was read in it; the dead of Sunday are not Tuesday's."""
    told = (
        "Rebels shot dead a trader in Soroti on Sunday.",
        "Raiders struck in Soroti again on Tuesday. They drove away 600 head of cattle.",
    )
    found = news.told(reader, told, PUBLISHED)
    assert [one.killed for one in found if one.kind == "robbery"] == [None]


def test_a_province_on_the_next_day_is_not_the_town_of_the_day_before(reader: Reader) -> None:
    """All that is known of both is that one holds the other."""
    told = (
        "On Monday a column was ambushed near Orvala in Angola; 34 soldiers were killed.",
        "On Tuesday rebels took an army post in Moxico Province. The garrison fled.",
    )
    found = news.told(reader, told, PUBLISHED)
    assert [one.killed for one in found if one.kind == "capture_of_territory"] == [None]


def test_what_is_told_separately_has_victims_of_its_own(reader: Reader) -> None:
    """Wherever the deed before was."""
    told = (
        "Police detained 147 suspects across the country on Tuesday.",
        "Separately, four rebels were killed in an air strike in Kupiansk, the army said.",
    )
    assert at(reader, "Kupyansk", *told).arrested is None


def test_the_first_deed_has_the_day_of_the_sentence_before(reader: Reader) -> None:
    """That tells it from the one of a later day."""
    text = (
        "On 20 February armed men came to a farm in Kisumu. Two cooks were beheaded.\n\n"
        "Fishermen said that marines shot at their boat on 4 March, wounding nine."
    )
    told = reader.read(Article("a", text, published=PUBLISHED)).reports
    assert {r.kind: r.injured is not None for r in told} == {"attack": False, "shooting": True}


def test_another_incident_that_was_not_read_keeps_its_victims(reader: Reader) -> None:
    """What opens with "in another incident" is none of the deed before."""
    text = (
        "Gunmen shot dead two men in Kisumu on Tuesday.\n\n"
        "In another incident, nine people were treated for poisoning."
    )
    [shot] = reader.read(Article("a", text, published=PUBLISHED)).reports
    assert shot.injured is None

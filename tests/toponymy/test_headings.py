"""Bulletins: paragraphs, bullets and sections under the name of a place."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Incident, Reader, open_gazetteer
from geo.model import Span
from geo.toponymy import headings
from tests import news
from tests.news import killed

PUBLISHED = date(2024, 5, 17)  # a Friday


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the gazetteer of the package."""
    return Reader(open_gazetteer())


def labels(text: str) -> list[str]:
    """Return the labels of the entries of a text."""
    return [entry.label.of(text) for entry in headings.entries(text)]


def told(reader: Reader, *paragraphs: str) -> list[Incident]:
    """Return the incidents of news that an article of these paragraphs tells of."""
    return news.told(reader, paragraphs, PUBLISHED)


@pytest.mark.parametrize(
    "text",
    [
        "Garissa: A bomb went off.\n\nMandera: Two men were shot.",
        "• Garissa – A bomb went off.\n• Mandera – Two men were shot.",
        "Garissa. A bomb went off.\n\nMandera (north). Two men were shot.",
        "Garissa.– A bomb went off.\n\nMandera.- Two men were shot.",
        "Garissa\n\nA bomb went off.\n\nMandera\n\nTwo men were shot.",
        "* Garissa, 22 Sept. A bomb went off.\n* Mandera, 25 Sept. Two men were shot.",
        "1. Garissa: A bomb went off.\n\n2. Mandera: Two men were shot.",
        "Garissa, 05.02 - 17:40. A bomb fell.\n\nMandera, market, 5.2. 09:15. Two men died.",
        "[18 Feb, Garissa, east] A bomb went off.\n\n[19 Feb, Mandera] Two men were shot.",
        "Tuesday, Feb. 13, overnight, Garissa. A bomb went off.\n\n14 Feb, Mandera. Two were shot.",
        "Sunday, Garissa. A bomb went off.\n\nMonday night, Mandera. Two men were shot.",
        "15:40 | Garissa\n\nA bomb went off.\n\n12:10 | Mandera\n\nTwo men were shot.",
        "15:40 – Garissa: A bomb went off.\n\n12:10 – Mandera: Two men were shot.",
    ],
)
def test_headings_come_in_many_styles(text: str) -> None:
    """A colon, a dash, a full stop or a line of its own, with bullets and numbers in front."""
    assert labels(text) == ["Garissa", "Mandera"]


@pytest.mark.parametrize(
    "text",
    [
        "Garissa: A bomb went off.\n\nPolice came an hour later: it was too late.",
        "Asha: Who came?\n\nOmar: Soldiers.\n\nAsha: And then?\n\nOmar: They left.",
        "Garissa\n\nMandera\n\nWajir",
        "To: the district council\n\nFrom: the road workers' union\n\nWe ask for a bridge.",
        "\n\n".join(
            f"{name}: We came by night." for name in ("Asha", "Omar", "Lul", "Asha", "Asha")
        ),
    ],
)
def test_one_heading_an_interview_and_a_list_are_no_bulletin(text: str) -> None:
    """A heading has a text of its own, and its like elsewhere; speakers come again and again."""
    assert labels(text) == []


def test_a_town_heads_an_entry_before_the_county_named_with_it(reader: Reader) -> None:
    """And a name in capitals that no list has is a place all the same."""
    found = told(
        reader,
        "1. GARISSA COUNTY, Dadaab. At 19:10 gunmen shot dead a teacher.",
        "2. MANDERA COUNTY, El Wak. At 06:15 a bomb went off under a lorry.",
        "3. OLDONYIRAS. At noon two herders were abducted.",
    )
    names = {i.where.mention.name for i in found if i.where}
    assert names == {"Dadaab", "El Wak", "OLDONYIRAS"}


def test_a_police_log_dates_its_entries(reader: Reader) -> None:
    """By day and month with stops between, as a time of day follows."""
    found = told(
        reader,
        "Garissa, 12.05 - 17:40. A man was shot dead in a shop.",
        "Mandera, 13.05 - 09:15. Two men robbed a bank at gunpoint.",
    )
    assert [i.when.first for i in found] == [date(2024, 5, 12), date(2024, 5, 13)]


def test_what_follows_the_last_entry_is_not_under_its_heading() -> None:
    """Where each entry has one paragraph, the next is the end of the note."""
    text = "Garissa: A bomb went off.\n\nMandera: Two men were shot.\n\nThis note is weekly."
    assert [entry.span.end for entry in headings.entries(text)][-1] <= text.index("This")


def test_what_names_no_place_is_at_the_head_of_its_entry(reader: Reader) -> None:
    """And no victim crosses over to the next one."""
    found = told(
        reader,
        "Garissa: Gunmen shot dead three traders on Tuesday.",
        "Mandera: A bomb exploded at a bus stop on Tuesday. Nobody was hurt.",
        "Wajir: Seven herders were killed by raiders on Wednesday.",
    )
    assert killed(found) == {"Garissa County": 3, "Mandera County": None, "Wajir County": 7}


def test_a_village_that_nobody_knows_lies_in_the_area_at_the_head(reader: Reader) -> None:
    """It is somewhere in its county, and the next entry begins anew."""
    found = told(
        reader,
        "Garissa County. In Orvamba, raiders killed four herders on 12 May.",
        "Mandera County. A policeman was killed in Tesvale on 13 May.",
    )
    assert killed(found) == {"Orvamba": 4, "Tesvale": 1}
    inside = [one.where.place.part_of for one in found if one.where and one.where.place]
    assert len(set(inside)) == 2
    assert None not in inside


def test_a_heading_holds_the_names_of_its_entry(reader: Reader) -> None:
    """Of namesakes the one is meant that lies in the state at the head."""
    found = told(
        reader,
        "Ohio: Two men were shot dead in Lancaster on Tuesday.",
        "Texas: A bomb killed a guard in Odessa on Tuesday.",
    )
    states = {one.where.place.admin1 for one in found if one.where and one.where.place}
    assert states == {"Ohio", "Texas"}


def test_a_heading_that_is_no_place_parts_two_entries(reader: Reader) -> None:
    """What stands under it is not in the town above."""
    found = told(
        reader,
        "Garissa: Gunmen shot dead three traders on Tuesday.",
        "Mandera: Two policemen were killed in an ambush on Tuesday.",
        "Humanitarian access: Aid workers were robbed on Wednesday by armed men.",
    )
    robbed = [one for one in found if one.kind == "robbery"]
    places = [one.where.place.name for one in robbed if one.where and one.where.place]
    assert "Mandera" not in places


def test_two_incidents_of_an_entry_stay_two(reader: Reader) -> None:
    """Each has its own day and town under the one heading."""
    found = told(
        reader,
        "Lamu County: In Mpeketoni, two men were shot dead on 12 May. Raiders killed five people "
        "in Witu on 15 May.",
        "Mandera County: All was calm.",
    )
    assert sorted(count or 0 for count in killed(found).values()) == [2, 5]


def test_a_running_report_begins_anew_under_each_hour(reader: Reader) -> None:
    """Its headlines are sentences: each entry is at the first place that its own names."""
    found = told(
        reader,
        "15:40 – Garissa buries its traders",
        "Three people were killed when a bomb exploded at the market on Tuesday.",
        "12:10 – Lorry burned on the road into Mandera",
        "Gunmen shot dead the driver on Wednesday.",
        "09:00 – Good morning and welcome back",
    )
    assert killed(found) == {"Garissa": 3, "Mandera": 1}


def test_an_entry_is_at_the_only_finer_place_of_a_sentence(reader: Reader) -> None:
    """Though it stands far from the words that tell of the deed."""
    found = told(
        reader,
        "Idlib province: A mine went off as two boys were looking for wood in the hills of Sarmin.",
        "Aleppo province: Two men were shot dead in Manbij on Tuesday.",
    )
    assert {i.where.mention.name for i in found if i.where} == {"Sarmin", "Manbij"}


def test_a_headline_of_a_bulletin_is_of_the_day_of_its_entry(reader: Reader) -> None:
    """No day stands before the first entry."""
    found = news.told(
        reader,
        (
            "Readers should note the following.",
            "Hobyo, Galmudug. In the afternoon of 9 May a skiff drew level with a boat off Hobyo.",
            "Kismayo, Jubaland. On 11 May fishermen saw nothing.",
        ),
        PUBLISHED,
        "Weekly note: boat hijacked off Hobyo",
    )
    assert [i.when.first for i in found] == [date(2024, 5, 9)]


def test_an_hour_heads_a_line_with_or_without_a_dash() -> None:
    """Only a line of its own is a headline."""
    text = "09:30 Six held in Tolmen\n\nPolice said so.\n\n08:00 Fire in Galdor\n\nA mill burned."
    assert labels(text) == ["Six held in Tolmen", "Fire in Galdor"]


def test_a_night_heads_an_entry_as_a_day_does() -> None:
    """The known town may stand in brackets only."""
    text = (
        "2 May, Orvam/Orvim (Tolmen). Youths threw stones.\n\n"
        "Night of 3 to 4 May, Pelm/Pelim (Galdor). A barn burned.\n\nThat is all."
    )
    cut = headings.entries(text)
    assert [one.heading.of(text) for one in cut] == ["Orvam/Orvim (Tolmen)", "Pelm/Pelim (Galdor)"]
    at = [text.index("Tolmen"), text.index("Galdor")]
    assert len(headings.of_places(text, cut, [Span(start, start + 6) for start in at])) == 2


def test_paragraphs_that_begin_with_an_hour_are_entries(reader: Reader) -> None:
    """Each leaves the place of the one before, whether a name heads it or its first sentence."""
    found = told(
        reader,
        "17:40 – That is it from us for today.",
        "16:55 – The mayor spoke in Kisumu on Friday. A clerk was shot dead.",
        "15:10 – Eldoret: the office will not open this week. Two men were shot dead.",
        "11:05 – In Nairobi ministers met.",
    )
    assert killed(found) == {"Kisumu": 1, "Eldoret": 2}


def test_a_running_report_is_of_its_day(reader: Reader) -> None:
    """Its entries say only the hour."""
    found = told(
        reader,
        "18.45 – That is all for today.",
        "12.40 – Garissa: A bomb went off near the market.",
        "09.10 – Good morning. It is calm.",
    )
    assert [(i.when.first, i.when.last) for i in found] == [(PUBLISHED, PUBLISHED)]


def test_a_running_report_past_midnight_is_of_two_days(reader: Reader) -> None:
    """Which of them an entry is of its hour does not say."""
    found = told(
        reader,
        "**01.40** We are closing our coverage.",
        "**23.50** Garissa: A bomb went off near the market.",
        "**21.10** Good evening. It is calm.",
    )
    assert [(PUBLISHED - i.when.first).days for i in found if i.when.first] == [1]


def test_hours_of_a_running_report_may_be_of_the_afternoon(reader: Reader) -> None:
    """After "12.40pm" comes "1.05pm"."""
    found = told(
        reader,
        "12.40pm: It is calm.",
        "1.05pm: A bomb went off near the market in Garissa.",
        "3.30pm: That is all for today.",
    )
    assert [(i.when.first, i.when.last) for i in found] == [(PUBLISHED, PUBLISHED)]

"""Who takes part tells the country of what names no place, and nothing finer."""

from __future__ import annotations

from datetime import date

import pytest

import geo
from geo.linking.homelands import _lists

DAY = date(2024, 6, 10)


def country(text: str) -> str | None:
    """Return the code of the country in which the first deed of an article was put."""
    reader = geo.Reader(geo.open_gazetteer())
    report = reader.read(geo.Article("a", text, published=DAY)).reports[0]
    if report.where is None or report.where.place is None:
        return None
    assert report.where.place.id == report.where.place.countries[0], "finer than a country"
    return report.where.place.id


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SANTIAGO - The Peruvian minister condemned the murder of a judge in his country.", "PE"),
        ("PARIS - Lebanese leaders said the bombing that killed six in our country was war.", "LB"),
        ("NAIROBI - Kenya condemned the assassination of the Ugandan justice minister.", "UG"),
        ("LA PAZ - Shining Path guerrillas murdered four peasants on Friday.", "PE"),
    ],
)
def test_capital_that_speaks_is_not_the_place(text: str, code: str) -> None:
    """What a capital says of a deed elsewhere is put in the country of those who took part."""
    assert country(text) == code


def test_deeds_of_one_sentence_share_the_country_of_those_who_take_part() -> None:
    """The blast in which his driver died was where the minister was killed, not who says so."""
    text = (
        "NAIROBI - Kenya condemned the assassination of the Ugandan justice minister in an attack "
        "in which his driver was killed. Kenya's foreign minister said that Kenya was shocked."
    )
    reader = geo.Reader(geo.open_gazetteer())
    told = reader.read(geo.Article("a", text, published=DAY)).reports
    assert {r.where.place.id for r in told if r.where and r.where.place} == {"UG"}


def test_group_of_several_countries_tells_none() -> None:
    """A group that acts on both sides of a border does not say on which it did."""
    assert country("GENEVA - Boko Haram fighters killed 11 farmers last week, the UN said.") is None


@pytest.mark.parametrize("people", ["Serb farmers", "Turkish soldiers", "Spanish journalists"])
def test_people_alone_tell_no_country(people: str) -> None:
    """Minorities, soldiers and reporters are harmed outside the country of their name."""
    assert country(f"Gunmen killed two {people} on Sunday, an official said.") is None


def test_countries_of_groups_are_countries() -> None:
    """Every code of the list is that of a country the gazetteer has."""
    gazetteer = geo.open_gazetteer()
    codes = {code for told in _lists().groups.values() for code in told}
    assert not [code for code in codes if gazetteer.country(code) is None]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "TANK: A suicide bomber killed five at a post on Jandola Road here on Tuesday.",
            "Tank",
        ),
        ("MADURAI, June 9: Two men were hacked to death at Arappalayam here on Sunday.", "Madurai"),
    ],
)
def test_here_is_the_town_of_a_dateline_in_capitals(text: str, town: str) -> None:
    """Papers of South Asia put a colon behind the town, and "here" means it."""
    reader = geo.Reader(geo.open_gazetteer())
    reports = reader.read(geo.Article("a", text, published=DAY)).reports
    assert reports[0].where is not None
    assert reports[0].where.place is not None
    assert reports[0].where.place.name == town

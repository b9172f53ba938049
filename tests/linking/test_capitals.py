"""Which capital "the capital" is, where only a people or an army is named."""

from __future__ import annotations

import pytest

import geo
from geo.model import Article


def where(text: str) -> str | None:
    """Return the name of the place of the only report of a text."""
    [report] = geo.Reader(geo.open_gazetteer()).read(Article("a", text)).reports
    return report.where.place.name if report.where and report.where.place else None


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("Sudanese troops shot dead three men in the capital.", "Khartoum"),
        ("A Peruvian judge was shot dead in the capital city.", "Lima"),
        ("In Mali, gunmen shot dead nine guards in the capital.", "Bamako"),
        ("Two men were shot dead in the Afghan capital.", "Kabul"),
    ],
)
def test_the_capital_is_that_of_the_people_named(text: str, capital: str) -> None:
    """Whoever acts there, if no country is spoken of otherwise."""
    assert where(text) == capital


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Israel bombed Rafah, killing twelve people.", "Rafaḩ"),
        ("Russia shelled Kherson, killing twelve people.", "Kherson"),
    ],
)
def test_bombs_of_a_country_do_not_draw_a_town_into_it(text: str, place: str) -> None:
    """The town stays where it is, however little else the article names."""
    assert where(text) == place

"""Bands, forces and nouns that tell a country."""

from __future__ import annotations

import pytest

from geo.geoparsing import geoparse
from geo.io.index import open_gazetteer
from geo.toponymy import territories


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("JNIM fighters shot two men.", (("ML", "BF", "NE"),)),
        ("Fighters of al-Shabaab and the KNU met.", (("SO", "KE"), ("MM",))),
        ("The barangay chief was shot.", (("PH",),)),
        ("A KNUX member and a Hamasite were shot.", ()),
        ("Hamas, M23 rebels, the LNA, the YPG and the LTTE are banned.", ()),
        ("Maoists met the Taliban.", (("IN", "NP"), ("AF", "PK"))),
        ("Storms crossed the Sea of Azov.", ()),
        ("Two men were shot.", ()),
    ],
)
def test_bands_tell_countries(text: str, told: tuple[tuple[str, ...], ...]) -> None:
    """Whole names count, each set once, and none where half the world is told of."""
    assert territories.countries_of(text) == told


def test_every_code_is_a_country() -> None:
    """The table names countries that the gazetteer has."""
    gazetteer = open_gazetteer()
    rows = territories._table()
    sets = [codes for names in rows.names.values() for _, codes in names]
    told = {code for codes in (*sets, *rows.nouns.values()) for code in codes}
    assert told
    assert all(gazetteer.country(code) is not None for code in told)


def test_no_namesake_in_another_land_is_meant() -> None:
    """What a band does is not done in the one village of a name that lies elsewhere."""
    text = "Two weavers were robbed near Leka village. {} denied it."
    places = [geoparse(text.format(who))[0].place for who in ("Somebody", "The SPLA-IO")]
    assert [place.countries if place else () for place in places] == [("AT",), ()]

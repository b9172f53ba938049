"""Brackets and chains of names that say where something is."""

from __future__ import annotations

import pytest

from geo.geoparsing import geoparse
from geo.io.index import open_gazetteer
from geo.toponymy import brackets


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two died in Orvamba village (Otukpo, Benue).", {"Otukpo": None, "Benue": "district"}),
        ("Two died in Orvamba (near Tolmen, Galdor, Sindh) today.", {
            "Tolmen": None, "Galdor": None, "Sindh": "district"}),
        ("They met at Barangay Orva, Tolmen, Benue on Friday.", {
            "Orva": None, "Tolmen": None, "Benue": None}),
        ("They shelled Orvamba (Sinabang, Simeulue said) on Monday.", {}),
        ("They met Ana Kos (Reuters, AP) there.", {}),
        ("They met in Orva, Tolmen, Galdor on Friday.", {}),
        ("Ana Kos (Benue) won the race.", {}),
        ("Nothing in brackets.", {}),
    ],
)  # fmt: skip
def test_brackets_hold_places_if_one_is_a_unit(text: str, names: dict[str, str | None]) -> None:
    """Of several names one must be a unit's; one alone must stand behind a place."""
    found = brackets.inside(text, open_gazetteer())
    assert {span.of(text): sort for span, sort in found.items()} == names


@pytest.mark.parametrize(
    ("text", "name", "place", "country"),
    [
        ("Gunmen killed two in Orvamba (Gboko, Benue).", "Orvamba", "Orvamba", "NG"),
        ("Gunmen killed two in Orvamba town (Soum).", "Soum", "Soum Province", "BF"),
        ("Gunmen killed two in Kamma township (Galdor district, Magway region).", "Kamma", "Kamma",
         "MM"),
        ("A clash broke out in Barangay Orvamba, Claveria, Misamis Oriental.", "Claveria",
         "Claveria", "PH"),
    ],
)  # fmt: skip
def test_a_village_lies_in_what_stands_in_brackets(
    text: str, name: str, place: str, country: str
) -> None:
    """It is placed there, whatever namesake the gazetteer has elsewhere."""
    told = {one.name: one.place for one in geoparse(text)}[name]
    assert told is not None
    assert (told.name, told.countries) == (place, (country,))

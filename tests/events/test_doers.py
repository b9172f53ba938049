"""Who does a deed tells what it is: a rocket that sets a house on fire is no arsonist."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from geo.events.doers import HARM, NONE, kind_by_doer
from geo.lexicon import default_lexicon
from geo.model import Span


def told(text: str, kind: str) -> str:
    """Return what the last trigger of a kind is by its doer."""
    found = [t for t in default_lexicon().find(text) if t.kind.name == kind]
    return kind_by_doer(text, Span(0, len(text)), found[-1])


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The blast killed two people, and set a shop on fire.", "arson", "explosion"),
        ("One of the rockets hit the yard, setting a barn on fire.", "arson", "shelling"),
        ("Rioters threw stones, and set a shop on fire.", "arson", "arson"),
        ("The petrol bombs set a shop on fire.", "arson", "arson"),
        ("The strike toppled the government of President Kone.", "coup", NONE),
        ("Belmark-led forces deposed President Kone.", "coup", NONE),
        ("Soldiers toppled the government of President Kone.", "coup", "coup"),
        ("The fire burned a shed, and then vandalised the school.", "property_damage", NONE),
        ("A bomb placed in a car park of the old town killed three people.", "attack", "explosion"),
        (
            "The fire, which began, say neighbours, at noon, vandalised the school.",
            "property_damage",
            NONE,
        ),
        ("The strike damaged nine houses.", "property_damage", "air_strike"),
        ("Vandals damaged the school.", "property_damage", "property_damage"),
        ("Farmers intercepted two tankers near Orva.", "seizure", "roadblock"),
        ("Customs officers intercepted two tankers near Orva.", "seizure", "seizure"),
        ("A drone over Orva, in northern Galdor, has hurt a nun.", "attack", "air_strike"),
        (
            "Gunmen in coats of the police of the old town of Orva killed three.",
            "attack",
            "shooting",
        ),
        ("Men in Orva, the Galdori capital, killed three people.", "attack", "attack"),
        ("Gunmen attacked a village.", "attack", "attack"),
        ("Army troops who were short of food withdrew.", "withdrawal", "troop_withdrawal"),
        ("UN troops who were short of food withdrew.", "withdrawal", "withdrawal"),
        (
            "A rebel stronghold was recaptured by the army.",
            "capture_of_territory",
            "territory_regained",
        ),
        ("A camp was captured by the army.", "takeover", "takeover"),
        ("Rebels are said to have captured the base.", "takeover", "capture_of_territory"),
        ("The killing of two soldiers by a mine was mourned.", "armed_clash", "explosion"),
        ("A gunman who shouted slogans shot a nun.", "protest", NONE),
    ],
)
def test_a_deed_is_what_its_doer_does(text: str, kind: str, expected: str) -> None:
    """Across commas too, and only where everybody who does it is such a one."""
    assert told(text, kind) == expected


def test_every_kind_of_the_table_is_one() -> None:
    """What a deed becomes is a kind of the vocabulary, or none."""
    table = tomllib.loads(resources.files("geo.events").joinpath("doers.toml").read_text("utf-8"))
    kinds = default_lexicon().kinds
    assert set(table.pop("told")) < set(table) <= {*kinds, HARM}
    assert {other for rows in table.values() for other in rows} <= {*kinds, NONE}

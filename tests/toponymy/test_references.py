"""A name may only measure, name or tell something, and then nothing happened at it."""

from __future__ import annotations

import pytest

from geo.toponymy import references


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The bus to | was robbed at a gorge.", "reference"),
        ("The flight from Varn to | was held up.", "reference"),
        ("It exploded 15 km south of |, police said.", "reference"),
        ("They were travelling to | when shots fell.", "reference"),
        ("The party's office in | described it as a lie.", "reference"),
        ("The post, known in | as Gate 9, was shut.", "reference"),
        ("A mob burnt the | embassy.", "reference"),
        ("Shots fell at 22:40 | time.", "reference"),
        ("They met for a third | time.", None),
        ("The party's office in | burnt down.", None),
        ("The post, known in | for its mud, was shut.", None),
        ("Police came to |.", None),
        ("Gunmen hid in a village near |.", "near"),
    ],
)
def test_what_only_measures_or_names_is_no_scene(text: str, relation: str | None) -> None:
    """What is told of a bus happened on its way, and of an office only what it says."""
    assert references.of(*text.split("|")) == relation


def test_a_road_leads_to_a_country_and_runs_through_a_town() -> None:
    """The Ardovia road need not be in Ardovia, the Tolmen road is at Tolmen."""
    assert references.of("on the ", " road", wide=True) == "reference"
    assert references.of("on the ", " road") is None

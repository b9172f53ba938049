"""A trigger is bound to its own place."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.io.index import open_gazetteer
from geo.model import Article
from geo.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Samples from the Galdor bombing arrived in Tolmen.", "Galdor"),
        ("Doctors in Tolmen said Monday's Galdor shooting hurt two men.", "Galdor"),
        ("Farmers joined the Galdor protest in Tolmen.", "Tolmen"),
        ("The Galdor police said that the bombing was in Tolmen.", "Tolmen"),
    ],
)
def test_a_deed_is_where_the_name_is_that_it_goes_by(
    text: str, place: str, gazetteer: Gazetteer
) -> None:
    """Wherever else it is spoken of, unless it says where it was."""
    reports = Reader(gazetteer).read(Article("a", text, published=date(2023, 3, 7))).reports
    assert {r.where.place.name for r in reports if r.where and r.where.place} == {place}


def test_a_deed_without_a_place_is_not_where_talks_are_held() -> None:
    """The country that the article speaks of is nearer than a town abroad that it keeps naming."""
    text = (
        "SAN SALVADOR (XYZ) - The talks in Geneva go on. In Geneva the rebels asked for a truce, "
        "and the Salvadoran minister said no to it. A truce is what El Salvador wants.\n\n"
        "Nobody spoke of money. The hall was full.\n\nThe Salvadoran minister was tired.\n\n"
        "A reporter asked what was known of the bombs that killed six soldiers on Monday."
    )
    reports = Reader(open_gazetteer()).read(Article("a", text, published=date(2023, 3, 7))).reports
    told = {r.where.place.name for r in reports if r.killed and r.where and r.where.place}
    assert told == {"El Salvador"}

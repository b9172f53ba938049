"""What "it happened in X" tells of the deed before."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article
from geo.pipeline import Reader
from tests.readings import places

TOLD = "Gunmen killed two guards on Monday, police in Galdor said. "


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("The raid on the mill, which cost two lives, took place in Tolmen.", "Tolmen"),
        ("A dog was hurt in the attack, which took place in Tolmen.", "Tolmen"),
        ("The fighting broke out near Tolmen, he said.", "Tolmen"),
        ("A curfew has been in force since the unrest broke out in Tolmen.", "Galdor"),
        ("The trial of the killers took place in Tolmen.", "Galdor"),
    ],
)
def test_it_stands_against_the_town_of_those_who_speak(
    gazetteer: Gazetteer, told: str, place: str
) -> None:
    """However much stands between the deed and the verb; not where that only dates another."""
    article = Article("a", TOLD + told, published=date(2026, 6, 4))
    first = Reader(gazetteer).read(article).reports[0]
    assert first.where is not None
    assert first.where.place is not None
    assert first.where.place.name == place


def test_who_was_held_after_the_incident_near_a_town_says_where_it_was() -> None:
    """Unlike "since the unrest broke out near X", which only tells since when."""
    told = "A guard shot and wounded two clerks last week in central Kosovo. "
    found = places(f"{told}He was held after the incident near the town of Zubin Potok.")
    assert found[0] == "Zubin Potok"

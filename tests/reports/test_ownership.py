"""Which figures of an incident each of its reports can have."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article, Report
from geo.pipeline import Reader
from geo.reports import ownership

PUBLISHED = date(2026, 6, 4)  # a Thursday


def read(gazetteer: Gazetteer, text: str) -> dict[str, Report]:
    """Return the reports of news by kind."""
    article = Article("a", text, published=PUBLISHED)
    reports = Reader(gazetteer).read(article).reports
    return {r.kind: r for r in reports if not (r.background or r.verbal)}


def arrested(report: Report) -> int | None:
    """Return the least number of arrested."""
    return None if report.arrested is None else report.arrested.minimum


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Gunmen shot dead two clerks in Tolmen. Two teenagers were arrested.", "shooting", None),
        ("A man shot dead two clerks in Tolmen. He was arrested.", "shooting", 1),
        ("Gunmen robbed a bank in Tolmen. Three suspects were detained on Tuesday.", "robbery", 0),
        ("Youths threw stones at police in Tolmen. Nine people were arrested.", "riot", 9),
    ],
)
def test_who_is_held_on_the_spot_is_a_figure_of_the_deed(
    gazetteer: Gazetteer, text: str, kind: str, number: int | None
) -> None:
    """He who did it, or one of a crowd; others are held elsewhere, and later."""
    assert arrested(read(gazetteer, text)[kind]) == (number or None)


@pytest.mark.parametrize(
    "text",
    [
        "Students marched in Tolmen on Monday after the arrest of two weavers.",
        "Students marched in Tolmen on Monday to protest the detention of two weavers.",
    ],
)
def test_whom_a_march_is_about_was_held_before(gazetteer: Gazetteer, text: str) -> None:
    """The arrest keeps the figure, and the march has none."""
    told = read(gazetteer, text)
    assert (arrested(told["protest"]), arrested(told["arrest"])) == (None, 2)


def test_a_roadblock_hurts_by_its_own_words_alone(gazetteer: Gazetteer) -> None:
    """A cook who slips two sentences later is no victim of it."""
    text = "Farmers blocked a road near Tolmen on Monday. Tea was served. A cook was injured."
    assert read(gazetteer, text)["roadblock"].injured is None


@pytest.mark.parametrize(
    ("helped", "dead"),
    [
        ("Jets helped them with an air strike on Tuesday.", None),
        ("Jets helped them with an air strike on Tuesday that killed two rebels.", 2),
    ],
)
def test_an_air_strike_that_helped_has_no_dead_of_the_fight(
    gazetteer: Gazetteer, helped: str, dead: int | None
) -> None:
    """Unless its own sentence tells of some."""
    text = f"Nine rebels were killed in clashes with the army in Tolmen on Monday. {helped}"
    killed = read(gazetteer, text)["air_strike"].killed
    assert (killed and killed.minimum) == dead


def test_an_arrest_at_a_march_led_to_nothing() -> None:
    """Words that join two deeds make no cause of the second."""
    assert not ownership.led_to_protest(5, ())


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Youths set fire to a hall in Tolmen on Monday after a cook died in custody.", None),
        ("Youths set fire to a hall in Tolmen on Monday, killing two cooks.", 2),
    ],
)
def test_who_died_before_a_crowd_came_is_none_of_its_dead(
    gazetteer: Gazetteer, text: str, dead: int | None
) -> None:
    """What set it off is not what it did."""
    killed = read(gazetteer, text)["arson"].killed
    assert (killed and killed.minimum) == dead

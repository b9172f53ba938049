"""What reports say together, and what some say otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from geo.model import Conflict, Count, Report
from tests.test_stories import UNDATED, at, on, one, report

NAMES = ("ada quill", "bo larkin", "4200 vorn", "cy dane")


def alike(name: str, **known: Any) -> Report:
    """Return a report whose details agree with those of the others."""
    return report(name, details=NAMES, **known)


def test_figures_that_conflict_are_both_shown() -> None:
    """Two or three wounded: the latest stands, the other is told with its source."""
    incident = one(report("a", injured=Count(2, 2)), report("b", published=10, injured=Count(3, 3)))
    assert incident.injured == Count(3, 3)
    assert incident.conflicts == (Conflict("injured", "2", ("article of a.md",)),)


@pytest.mark.parametrize("open_", [Count(3, None), Count(3, 8), Count(2, 4, approximate=True)])
def test_a_figure_that_leaves_room_is_no_conflict(open_: Count) -> None:
    """4 people are "at least 3" people."""
    assert one(report("a", killed=open_), report("b", killed=Count(4, 4))).conflicts == ()


def test_the_dead_only_rise() -> None:
    """A later article may repeat an old figure; the highest stands, and the other is told."""
    told = [report("a", killed=Count(7, 7)), report("b", published=10, killed=Count(5, 5))]
    incident = one(*told)
    assert incident.killed == Count(7, 7)
    assert [(c.field, c.told) for c in incident.conflicts] == [("killed", "5")]


def test_another_day_and_another_town_are_told() -> None:
    """Names in common show that it is one incident all the same."""
    told = [alike("a"), alike("b"), alike("c", when=on(9)), alike("d", where=at("galdorf"))]
    assert [(c.field, c.told) for c in one(*told).conflicts] == [
        ("date", "2023-01-09"),
        ("place", "galdorf"),
    ]


def test_the_day_and_place_of_most_articles_stand() -> None:
    """One article of three is mistaken, whichever comes first."""
    told = [alike("a", published=8, when=on(9)), alike("b"), alike("c")]
    assert one(*told).when == on(8)


def test_an_undated_article_is_dated_by_its_siblings_and_says_so() -> None:
    """Several details agree; the basis names who told the day."""
    undated = alike("a", published=8, when=UNDATED)
    incident = one(undated, alike("b"))
    assert (incident.id, incident.when.first) == ("a", on(8).first)
    assert "told by article of b.md" in incident.when.basis


def test_a_lasting_thing_is_there_on_all_its_days() -> None:
    """A roadblock of the 8th that is still there on the 9th is one roadblock."""
    told = [report("a", kind="roadblock"), report("b", kind="roadblock", when=on(9))]
    incident = one(*told)
    assert (incident.when.first, incident.when.last) == (on(8).first, on(9).first)
    assert incident.conflicts == ()


def test_one_article_does_not_contradict_itself() -> None:
    """Its sentences count parts: one of the two dead is named later."""
    told = [report(n, article="x", killed=Count(c, c)) for n, c in (("a", 2), ("b", 1))]
    assert one(*told).killed == Count(2, 2)
    assert one(*told).conflicts == ()

"""Choosing rows of a frame: by day, kind and box; talk and history apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import frames
from geo.selection import Selection, aside, select
from tests import invented
from tests.strategies import FRAMES, incident_lists


def chosen(**asked: Any) -> set[str]:
    """Return the ids of the invented incidents that a selection leaves."""
    return set(select(invented.frame(), Selection(**asked))["id"])


EVERYTHING = chosen(everything=True)
CURRENT = EVERYTHING - {"galdor-demand", "war"}


def test_talk_and_history_are_left_out_unless_asked_for() -> None:
    """A GIS knows no "hidden by default": what is in the file is on the map."""
    assert chosen() == CURRENT
    assert aside(invented.frame(), Selection()) == 2
    assert aside(invented.frame(), Selection(everything=True)) == 0


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"since": date(2023, 1, 6)}, {"tolmen-shots", "tolmen-arrest"}),
        ({"since": date(2023, 1, 8), "until": date(2023, 1, 8)}, {"tolmen-arrest"}),
        ({"until": date(2011, 7, 1)}, {"north-damage"}),
        ({"since": date(2011, 7, 31), "until": date(2011, 9, 1)}, {"north-damage"}),
        ({"since": date(2022, 6, 1), "until": date(2022, 6, 2)}, {"country-quits"}),
    ],
)
def test_an_incident_stays_if_it_can_have_happened_in_the_time(
    asked: dict[str, Any], left: set[str]
) -> None:
    """Both days are included; of a month or a year any day will do."""
    assert chosen(**asked) - {"nowhere-fire"} == left


def test_an_undated_incident_is_judged_by_its_reports() -> None:
    """What was reported in 2011 did not happen in 2022, but may have at any time before."""
    assert "nowhere-fire" in chosen(since=date(2011, 10, 19))
    assert "nowhere-fire" not in chosen(since=date(2011, 10, 20))
    assert "nowhere-fire" in chosen(until=date(1990, 1, 1))


@pytest.mark.parametrize("days", [[], [None], ["2011-10-19", None], ["last week"], [5, {}], [[]]])
def test_an_undated_incident_of_an_undated_article_always_stays(days: list[Any]) -> None:
    """Nothing says that it did not happen in the time asked for, whatever was edited in."""
    row = invented.row("a", "riot", None)
    row["sources"] = [invented.source("…", published=day) for day in days]
    frame = frames.from_records([row], [None])
    asked = Selection(since=date(2023, 1, 1), until=date(2023, 1, 2))
    assert len(select(frame, asked)) == 1


def test_kinds_are_those_asked_for() -> None:
    """Several kinds add up; one that is not there leaves nothing."""
    assert chosen(kinds=["shooting", "arrest"]) == {"tolmen-shots", "tolmen-arrest"}
    assert chosen(kinds=["flood"]) == set()


def test_a_box_keeps_what_it_touches() -> None:
    """A footprint or an outline that reaches into the box is in it; what has no place is not."""
    assert chosen(bbox=(9.999, 50.549, 10.0, 50.55)) == {"holm-block", "gates-deploy"}
    assert "north-damage" in chosen(bbox=(9.3, 50.75, 9.5, 50.85))
    assert "nowhere-fire" not in chosen(bbox=(-180.0, -90.0, 180.0, 90.0))


def test_a_country_without_outline_is_where_its_label_is() -> None:
    """It has no geometry, but a position."""
    assert chosen(bbox=(8.9, 49.9, 9.1, 50.1)) == {"country-quits"}


@settings(max_examples=FRAMES)
@given(incident_lists, st.booleans(), st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_selecting_twice_is_selecting_once(
    told: list[Any],
    everything: bool,  # noqa: FBT001
    since: date | None,
) -> None:
    """Rows keep their order, and every row is shown, aside, or filtered out."""
    frame = frames.to_frame(told)
    asked = Selection(since=since, everything=everything)
    shown = select(frame, asked)
    assert shown["id"].tolist() == [n for n in frame["id"] if n in set(shown["id"])]
    assert select(shown, asked).equals(shown)
    assert len(shown) + aside(frame, asked) <= len(frame)

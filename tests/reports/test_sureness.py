"""How sure a report is: more grounds raise it, doubts lower it, and it names both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from geo.model import Actor, Count, Report, Span, Status, When
from geo.reports.sureness import GROUNDS, LEAST, MOST, grounds, rated, reasons
from tests.test_stories import report

DAY = date(2023, 1, 9)
BARE = report(
    "a", kind="shooting", when=When(None, None, "unknown", "no date"), because=("'shot'",)
)
FULL = replace(
    BARE,
    quote="gunmen opened fire on two",
    trigger=Span(7, 21),
    when=When(DAY, DAY, "day", "'Monday': on or before"),
    because=("'opened fire on'", "place: named in the same clause; 'in' stands before it"),
    killed=Count(2, 2),
    actors=(Actor("gunmen", "perpetrator", "rebels"), Actor("two", "target", "civilians")),
)


def test_what_rests_on_more_is_surer() -> None:
    """A place, a day, a count and who took part make a report sure; nothing of it leaves doubt."""
    assert rated(BARE).confidence < 0.5
    assert rated(FULL).confidence > 0.8


@pytest.mark.parametrize("ground", [name for name in GROUNDS if GROUNDS[name] < 0])
def test_doubts_lower_it(ground: str) -> None:
    """Each doubt alone makes the same report less sure."""
    doubts: dict[str, dict[str, Any]] = {
        "told by one word": {"trigger": Span(0, 6)},
        "no special kind": {"kind": "attack"},
        "only alleged": {"status": Status.ALLEGED},
        "talk": {"status": Status.PLANNED},
    }
    sure = replace(FULL, actors=(), killed=None)
    doubtful = replace(sure, **doubts[ground])
    assert grounds(doubtful)[ground]
    assert rated(doubtful).confidence < rated(sure).confidence
    assert ground in reasons(doubtful).partition("; but ")[2]


@pytest.mark.parametrize("one", [BARE, FULL])
def test_it_is_a_chance_and_never_certain(one: Report) -> None:
    """Neither 0 nor 1: nothing read is known for sure."""
    assert LEAST <= rated(one).confidence <= MOST


def test_the_reasons_name_what_it_rests_on() -> None:
    """In words, without those that are not there."""
    assert "place in its clause" in reasons(FULL)
    assert "place in its clause" not in reasons(BARE)

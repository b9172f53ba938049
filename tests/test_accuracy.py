"""The accuracy gate: what is read from the project's own seeds never gets worse unnoticed."""

from __future__ import annotations

import json
from datetime import date

import pytest

from geo.model import Incident, Status, When
from tests import accuracy


@pytest.fixture(scope="module")
def now() -> accuracy.Score:
    """Return today's figures; reading four articles once is enough."""
    return accuracy.score()


def test_the_floors_belong_to_these_texts() -> None:
    """Articles and gold are the ones the floors were measured on."""
    floors = json.loads(accuracy.FLOORS.read_text("utf-8"))
    assert floors["fingerprint"] == accuracy.fingerprint(), "run: python tests/accuracy.py --update"


@pytest.mark.parametrize("name", accuracy.Score.__dataclass_fields__)
def test_no_figure_gets_worse_than_its_floor(now: accuracy.Score, name: str) -> None:
    """No share falls; wrong markers, wrong days and misplaced history do not grow in number."""
    floors = json.loads(accuracy.FLOORS.read_text("utf-8"))
    assert not accuracy.worse(name, getattr(now, name), floors[name]), now.table()


@pytest.mark.parametrize(
    ("gold", "found", "right", "false"),
    [
        (("2011-07-01", "2011-07-31"), (date(2011, 7, 5), date(2011, 7, 5)), True, False),
        (("2011-07-01", "2011-07-31"), (date(2011, 8, 5), date(2011, 8, 5)), False, True),
        (("2011-07-01", "2011-07-31"), (date(2011, 8, 1), date(2011, 8, 9)), False, False),
        (("2011-07-01", "2011-07-31"), (None, None), False, False),
        ((None, None), (None, None), True, False),
        ((None, None), (date(2011, 8, 5), date(2011, 8, 5)), False, False),
    ],
)
def test_a_date_that_was_not_found_is_not_right(
    gold: tuple[str | None, str | None],
    found: tuple[date | None, date | None],
    right: bool,  # noqa: FBT001 - a column of the table
    false: bool,  # noqa: FBT001
) -> None:
    """An interval in the gold wants a date that meets it; only an exact day can be false."""
    told = Incident("i", "riot", Status.OCCURRED, When(*found, "day", ""), None, ())
    wanted = dict(zip(("date_start", "date_end"), gold, strict=True))
    assert accuracy._date_right(wanted, told) is right
    assert accuracy._false_day(wanted, told) is false

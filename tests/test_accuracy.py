"""The accuracy gate: what is read from the project's own seeds never gets worse unnoticed."""

from __future__ import annotations

import json

import pytest

from tests import accuracy


@pytest.fixture(scope="module")
def now() -> accuracy.Score:
    """Return today's figures; reading four articles once is enough."""
    return accuracy.score()


def test_the_floors_belong_to_these_texts() -> None:
    """Articles and gold are the ones the floors were measured on."""
    floors = json.loads(accuracy.FLOORS.read_text("utf-8"))
    assert floors["fingerprint"] == accuracy.fingerprint(), "run: python tests/accuracy.py --update"


@pytest.mark.parametrize("name", ["core_recall", "recall", "precision", "dates", "casualties"])
def test_no_figure_falls_below_its_floor(now: accuracy.Score, name: str) -> None:
    """Every figure is at least what it was."""
    floors = json.loads(accuracy.FLOORS.read_text("utf-8"))
    assert getattr(now, name) >= floors[name] - accuracy.NOISE, now.table()


def test_no_marker_on_a_place_that_carries_nothing(now: accuracy.Score) -> None:
    """Datelines, governments and clutter get no marker."""
    floors = json.loads(accuracy.FLOORS.read_text("utf-8"))
    assert now.false_markers <= floors["false_markers"]

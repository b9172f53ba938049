"""Searches for circles of references are rare while a command runs, and only then."""

from __future__ import annotations

import contextlib
import gc

import pytest
from click.testing import CliRunner

from geo import cli, cli_gazetteer
from geo.garbage import MADE_BETWEEN, seldom_searched
from geo.gazetteer import Gazetteer


def test_what_was_set_comes_back() -> None:
    """Also when something goes wrong in between."""
    before = gc.get_threshold()
    with contextlib.suppress(ValueError), seldom_searched():
        assert gc.get_threshold() == (MADE_BETWEEN, *before[1:])
        raise ValueError
    assert gc.get_threshold() == before


def test_who_searches_by_hand_goes_on_to() -> None:
    """A threshold of zero switches the searches off, and they stay off."""
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        with seldom_searched():
            assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)


def test_commands_run_with_it(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading and drawing alike; the program that called them is as before."""
    seen: list[int] = []
    before = gc.get_threshold()

    def opened() -> Gazetteer:
        seen.append(gc.get_threshold()[0])
        return gazetteer

    monkeypatch.setattr(cli_gazetteer, "opened", opened)
    CliRunner().invoke(cli.main, ["locate", "Tolmen"])
    assert seen == [MADE_BETWEEN]
    assert gc.get_threshold() == before

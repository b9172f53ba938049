"""Deaths that there were not are no toll."""

from __future__ import annotations

import pytest

from geo.casualties.counts import told


@pytest.mark.parametrize(
    "text",
    [
        "It is only by good fortune that I am not talking about three deaths today.",
        "It is luck that we are not looking at five fatalities.",
        "It could have been ten dead.",
        "There might have been a dozen deaths.",
        "We could easily have been investigating a triple murder.",
        "We were minutes away from five deaths.",
        "It is a miracle that we do not have five dead children.",
        "The siren averted a dozen deaths.",
        "The cook could've been killed.",
    ],
)
def test_what_might_have_been_befell_nobody(text: str) -> None:
    """A verb that denies, or only imagines, unmakes the deaths behind it."""
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I am not talking about rumours: three people are dead.", 3),
        ("Police are looking at three deaths.", 3),
        ("It could have been worse, but two people were killed.", 2),
        ("Rockets that could have been fired from Pelm killed two cooks.", 2),
        ("He was metres away from the blast that killed five people.", 5),
        ("The guards failed to prevent five deaths.", 5),
    ],
)
def test_what_happened_beside_it_stands(text: str, number: int) -> None:
    """In another clause, or behind a verb of its own, it is told as it was."""
    assert [harm.count.minimum for harm in told(text) if harm.count is not None] == [number]

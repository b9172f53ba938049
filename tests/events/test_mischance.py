"""Whether a word of illness or of traffic says that nobody did what is told."""

from __future__ import annotations

import pytest

from geo.events.mischance import is_mischance

BARRING = {"coronavirus", "pandemic", "outbreak", "motorcycle", "crash", "cholera"}


def mischance(said: str) -> bool:
    """Tell it of a sentence by its words."""
    known = set(said.split())
    return is_mischance(said, known & BARRING, known)


@pytest.mark.parametrize(
    "said",
    [
        "soldiers killed a rider during the coronavirus lockdown",
        "troops killed two in enforcing rules against the pandemic",
        "rebels killed a nurse of the cholera clinic",
        "militants on a motorcycle killed a farmer",
        "soldiers killed a farmer",
    ],
)
def test_rules_and_riders_are_no_mischance(said: str) -> None:
    """What is done against an illness killed nobody, and gunmen ride too."""
    assert not mischance(said)


@pytest.mark.parametrize(
    "said",
    [
        "the coronavirus killed two",
        "the outbreak killed nine before the lockdown began",
        "a motorcycle killed a boy",
        "police said a motorcycle killed a boy",
        "soldiers died when a motorcycle crash killed two",
        "a rider on a motorcycle was killed by an army lorry",
        "a motorcycle collided with soldiers and killed two",
    ],
)
def test_illness_and_traffic_kill(said: str) -> None:
    """Unless somebody armed stands by, and there was no crash."""
    assert mischance(said)


def test_a_flood_of_hyphens_costs_nothing() -> None:
    """What parts an illness from the rules against it is read one way only."""
    said = "soldiers killed two as the virus" + "-" * 60_000 + " spread"
    assert is_mischance(said, {"virus"}, set(said.split()))

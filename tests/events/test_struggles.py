"""What is one fight, and what a conflict that goes on for years."""

from __future__ import annotations

import pytest

from geo.events.struggles import is_standing
from geo.model import Span


def standing(text: str, trigger: str) -> str | None:
    """Return why the words of a trigger are a standing conflict in a sentence."""
    start = text.index(trigger)
    return is_standing(text, Span(0, len(text)), Span(start, start + len(trigger)))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army has been fighting bandits in the delta.", "fighting bandits"),
        ("Troops have long been battling rebels in the hills.", "battling rebels"),
        ("Troops have been battling rebels in the hills since April.", "battling rebels"),
        ("The rebels fought the crown for eleven years.", "rebels fought"),
        ("He spent more than a decade fighting the junta.", "fighting the junta"),
        ("Clans have waged a 20-month battle against the garrison.", "waged a 20-month battle"),
        ("The hill tribes are fighting for independence.", "fighting for"),
        ("Two clans are battling for control of the salt trade.", "clans are battling for"),
        ("She joined the force fighting insurgents in the delta.", "fighting insurgents"),
        ("He left for the delta, where troops are fighting rebels.", "troops are fighting rebels"),
        ("The king fights an insurgency in the hills.", "fights an insurgency"),
        ("Both armies have been locked in battles over the dam.", "have been locked in battles"),
    ],
)
def test_a_conflict_that_goes_on_is_no_fight(text: str, trigger: str) -> None:
    """By its tense, its length, its aim, or because it only says who or where somebody is."""
    assert standing(text, trigger) is not None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Troops fought rebels near the dam.", "fought rebels"),
        ("Troops have been battling rebels in the hills for a third day.", "battling rebels"),
        ("They have been fighting rebels there since Monday.", "fighting rebels"),
        ("They fought rebels there for the first time in years.", "fought rebels"),
        ("Security forces are battling gunmen in the port.", "are battling gunmen"),
        ("Rebels fighting for autonomy raided a post.", "Rebels fighting for autonomy raided"),
        ("Footage showed soldiers fighting rebels in the port.", "fighting rebels"),
        ("Army troops fighting rebels near the dam", "fighting rebels"),
        ("Rebels battled troops for control of the town.", "Rebels battled troops"),
        ("There has been fighting in the port.", "fighting in"),
        ("A clash left two dead in the port.", "clash"),
    ],
)
def test_one_fight_is_news(text: str, trigger: str) -> None:
    """A day, a plain past, a headline and what is seen are of one fight; so is another deed."""
    assert standing(text, trigger) is None

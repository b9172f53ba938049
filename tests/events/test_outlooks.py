"""What is announced is to come; what is only told by an announcement has been."""

from __future__ import annotations

import pytest

from geo.events import outlooks


@pytest.mark.parametrize(
    ("before", "announced"),
    [
        ("nurses to ", True),
        ("angry farmers to ", True),
        ("police to ", True),
        ("guards used batons to ", False),
        ("thousands march to ", False),
        ("the clan to ", False),
    ],
)
def test_only_a_title_announces_by_an_infinitive(before: str, *, announced: bool) -> None:
    """Those who are to act stand right before "to", and nothing is told of them."""
    assert outlooks.is_announced(before) is announced


@pytest.mark.parametrize(
    ("behind", "coming"),
    [
        (" on the town has been announced on social media", True),
        (" on the town was feared", True),
        (" on the town was announced by the army", False),
        (" killed four and was feared", False),
    ],
)
def test_an_attack_that_is_only_spoken_of_is_to_come(behind: str, *, coming: bool) -> None:
    """Who announces one says that it is not there yet; who made it announces it himself."""
    assert outlooks.is_coming("attack", behind, certain=False) is coming


def test_an_arrest_is_announced_when_it_is_made() -> None:
    """A strike is announced before it."""
    assert outlooks.is_done_when_told("police announced an ", "arrest in the case")
    assert not outlooks.is_done_when_told("unions announced a ", "strike for friday")

"""A deed that is only the aim of what is told has not come about."""

from __future__ import annotations

import pytest

from geo.events.attempts import is_aimed
from geo.lexicon import default_lexicon
from geo.model import Span

RETAKING = frozenset({"retake", "retaking", "push", "pushing"})


@pytest.mark.parametrize(
    ("text", "aimed"),
    [
        ("troops tried to retake the ridge", True),
        ("an offensive in the hills to finally retake the ridge", True),
        ("a campaign to try to retake the ridge", True),
        ("planes were sent to help the young government push the rebels out", True),
        ("a drive aimed at retaking the ridge", True),
        ("troops managed to retake the ridge", False),
        ("troops went on to retake the ridge", False),
        ("planes helped the army to retake the ridge", False),
        ("troops retook the ridge to open the road", False),
        ("troops drove to the ridge and retook it", False),
    ],
)
def test_an_aim_stands_behind_to_and_nothing_says_that_it_succeeded(
    text: str, *, aimed: bool
) -> None:
    """Who manages has done it, and so has whom somebody helped."""
    assert is_aimed(text, Span(0, len(text)), RETAKING) is aimed


def test_what_governs_the_verb_may_stand_before_the_stretch() -> None:
    """A row may begin with its verb."""
    text = "guards fought to retake the ridge"
    at = Span(text.index("retake"), len(text))
    assert is_aimed(text, at, RETAKING)
    assert not is_aimed(text, at, frozenset({"fight"}))


def test_an_offensive_is_what_an_aim_leaves() -> None:
    """The place is regained where the verb is finite."""
    told = [
        [trigger.kind.name for trigger in default_lexicon().find(sentence)]
        for sentence in (
            "The army launched an offensive to drive the rebels out of the valley.",
            "The army drove the rebels out of the valley.",
            "Government soldiers tried to retake the ridge.",
        )
    ]
    assert told == [["armed_clash"], ["territory_regained"], ["armed_clash"]]

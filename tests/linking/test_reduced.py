"""A date within a participle on the subject is not that of the verb."""

from __future__ import annotations

from datetime import date

import pytest

from geo import dates
from geo.linking.reduced import is_of_reduced
from geo.model import Article
from tests.linking.test_scenes import sentence, span


def own(text: str, trigger: str) -> list[str]:
    """Return the dates of a sentence that may be those of its verb, in words."""
    whole, at = sentence(text, trigger), span(text, trigger)
    found = (
        w for w in dates.find(Article("a", text, published=date(2020, 6, 5))) if w.span is not None
    )
    return [w.span.of(text) for w in found if w.span and not is_of_reduced(text, whole, w, at)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A nun abducted near Orva last month was set free on Monday.", "set free"),
        ("A nun, abducted by raiders in May, was set free on Monday.", "set free"),
        ("A nun abducted in May was set free near Orva on Monday.", "abducted in May was set free"),
        ("A nun abducted in May by raiders was set free on Monday.", "set free"),
        ("A cook jailed in May for theft from a mill was freed on Monday.", "freed"),
        ("Weavers dismissed in May blocked the road on Monday.", "blocked the road"),
        ("A barricade put up by millers on 3 May was removed on Monday.", "removed"),
    ],
)
def test_it_is_the_participles(text: str, trigger: str) -> None:
    """With or without commas, and whether the words that tell begin with the participle or not."""
    assert own(text, trigger) == ["Monday"]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("A raid launched on Monday left two millers dead.", "left two millers dead", "Monday"),
        ("Raiders attacked Orva on Monday, killed a miller and fled.", "killed", "Monday"),
        ("A miller was held on Monday accused of arson.", "arson", "Monday"),
        ("A miller shot on Monday was pronounced dead.", "shot on Monday was pronounced dead",
         "Monday"),
    ],
)  # fmt: skip
def test_the_day_of_a_deed_is_kept(text: str, trigger: str, day: str) -> None:
    """What was launched that day was done then, and who was shot then died of that."""
    assert own(text, trigger) == [day]

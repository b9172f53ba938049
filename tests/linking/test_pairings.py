"""A name and a trigger: whether nothing stands between them."""

from __future__ import annotations

import pytest

from geo.linking.fields import Field
from geo.linking.pairings import Pairing
from tests.linking.test_scenes import named, sentence, span


@pytest.mark.parametrize(
    ("text", "trigger", "hangs"),
    [
        ("Rebels took Tolmen.", "took", True),
        ("Rebels took control of the town of Tolmen.", "took control of the town", True),
        ("Rebels took full control of Tolmen.", "took full control of Tolmen", True),
        ("Rebels took control of the hill in Tolmen.", "took control of the hill", False),
        ("Rebels took control after a march on Tolmen.", "took control", False),
        ("In Tolmen rebels took control of a hill.", "took control of a hill", False),
    ],
)
def test_the_noun_of_a_trigger_is_part_of_it(text: str, trigger: str, *, hangs: bool) -> None:
    """What one takes control of is taken; what another word governs is not."""
    field = Field(text, sentence(text, trigger, named(text, "Tolmen")))
    [c] = (c for c in field.contenders if c.known)
    assert Pairing(field, span(text, trigger)).hangs_on_trigger(c) is hangs


@pytest.mark.parametrize(
    ("text", "trigger", "own"),
    [
        ("Troops withdrew from Tolmen and rebels left.", "Troops withdrew from", True),
        ("Troops withdrew from Tolmen.", "withdrew", False),
        ("Troops opened fire on Tolmen.", "opened fire on", False),
        ("Troops withdrew from a hill in Tolmen.", "Troops withdrew from", False),
    ],
)
def test_what_a_trigger_leaves_is_its_place(text: str, trigger: str, *, own: bool) -> None:
    """Only where its own "from" governs the name; other prepositions the weights know."""
    field = Field(text, sentence(text, trigger, named(text, "Tolmen")))
    [c] = (c for c in field.contenders if c.known)
    assert Pairing(field, span(text, trigger)).ends_before(c) is own

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


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Drivers met over the killing of a fellow driver in Tolmen.", True),
        ("Drivers met over the killing of the head of police in Tolmen.", True),
        ("Drivers met over the killing of a nun from Tolmen.", False),
        ("Drivers met over the killing of a nun wanted in Tolmen.", False),
        ("Drivers met over the killing of a nun, a mother, in Tolmen.", False),
        ("The killing shocked drivers in Tolmen.", False),
    ],
)
def test_where_the_victim_of_a_noun_is_said_to_be_is_its_place(text: str, *, own: bool) -> None:
    """Nothing but the phrase of the victim stands between: no verb, comma or preposition."""
    field = Field(text, sentence(text, "killing", named(text, "Tolmen")))
    [c] = (c for c in field.contenders if c.known)
    assert Pairing(field, span(text, "killing")).is_of_victim(c) is own

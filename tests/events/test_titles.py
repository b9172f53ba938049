"""A headline leaves out the "were" of its only verb."""

from __future__ import annotations

import pytest

from geo.lexicon import default_lexicon
from geo.model import Span


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Troops sent to Orva", [("troop_movement", "Troops sent to Orva")]),
        ("Road blocked in Orva", [("roadblock", "Road blocked")]),
        ("Tear gas fired in Orva", [("protest_dispersed", "Tear gas fired")]),
        ("Rally held in Orva", [("protest", "Rally held")]),
        ("Road blocked in Orva is long", []),
        ("A road blocked in Orva.", []),
        ("Film shot in Orva", []),
        ("Match played in Orva", []),
    ],
)
def test_its_participle_is_passive(text: str, told: list[tuple[str, str]]) -> None:
    """Of a sentence with another verb it is none; what tells is what is written."""
    place = Span(text.index("Orva"), text.index("Orva") + 4)
    found = default_lexicon().find(text, None, [place])
    assert [(t.kind.name, t.span.of(text)) for t in found] == told

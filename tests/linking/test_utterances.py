"""Places that a sentence only speaks of."""

from __future__ import annotations

import pytest

from geo.linking.utterances import is_base, is_only_named
from geo.model import Span


def at(text: str) -> Span:
    """Return where the place stands in a text."""
    start = text.index("Galdor")
    return Span(start, start + len("Galdor"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("They chanted death to Galdor.", True),
        ("The bridge was hit, he told reporters outside a court in Galdor.", True),
        ("Troops shot men who tried to fire rockets at Galdor.", True),
        ("Many called on Galdor to withdraw.", True),
        ("They called for calm in Galdor to end the strike.", False),
        ("Rockets were fired at Galdor.", False),
    ],
)
def test_where_nothing_happened(text: str, *, named: bool) -> None:
    """The words before a place tell that it is only spoken of."""
    assert is_only_named(text, at(text)) is named


def test_where_a_unit_is_based_it_need_not_be() -> None:
    """Nor is where a thing was made."""
    for text in (
        "Men of a unit based in the town of Galdor died.",
        "A map printed in Galdor burned.",
    ):
        assert is_base(text, at(text))
    assert not is_base("Men died in Galdor.", at("Men died in Galdor."))

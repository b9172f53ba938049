"""Which names are places."""

from __future__ import annotations

import pytest

from geo import mentions, open_gazetteer
from geo.model import Article


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Youths threw Molotov cocktails at a post in Leeds.", ["Leeds"]),
        ("A guard was hurt by a Molotov cocktail.", []),
        ("The drivers of Molotov marched.", ["Molotov"]),
    ],
)
def test_a_drink_is_no_town(text: str, towns: list[str]) -> None:
    """Though a town had the name of the man that it is called after."""
    found = mentions.find(Article("a", text), open_gazetteer())
    assert [mention.name for mention in found] == towns

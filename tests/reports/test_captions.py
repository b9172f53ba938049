"""Headlines of the entries of a running report."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Reader, open_gazetteer
from tests import news

PUBLISHED = date(2024, 5, 15)  # a Wednesday
ENTRIES = (
    "12:48 - Shells near the hospital\nTanks have fired shells at the hospital of Loja since dawn.",
    "11:15 - Talks are still far away\nThe envoy told reporters that he would come back.",
    "09:40 - A soldier has been killed\nA sergeant was killed in combat in Ambato.",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the gazetteer of the package."""
    return Reader(open_gazetteer())


def test_a_headline_is_what_is_told_under_it(reader: Reader) -> None:
    """It is no second incident, wherever it seems to be."""
    found = news.told(reader, ENTRIES, PUBLISHED)
    assert sorted(one.kind for one in found) == ["armed_clash", "shelling"]


def test_a_headline_of_which_nothing_is_told_stands(reader: Reader) -> None:
    """Where its entry tells of no such deed it is all there is."""
    entry = "13:30 - Gunmen kidnap a mayor in Cuenca\nThe line went dead at once."
    found = news.told(reader, (entry, *ENTRIES), PUBLISHED)
    assert "abduction" in {one.kind for one in found}

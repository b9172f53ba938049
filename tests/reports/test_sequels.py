"""What only comes of a deed told before, or goes on with it, is no incident beside it."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer

PUBLISHED = date(2025, 3, 6)  # a Thursday


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the gazetteer of the package."""
    return Reader(open_gazetteer())


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("Officials said that the rebels tried to storm the post.", 0),
        ("Officials said that the rebels tried to storm the post in Quito.", 1),
        ("Officials said that troops raided a farm.", 1),
    ],
)
def test_what_befell_the_same_house_tells_more_of_the_deed(
    reader: Reader, more: str, told: int
) -> None:
    """It is the one that was bombed, unless another place is named."""
    text = f"A suicide bomber hit a post in Loja on Tuesday and wounded two. {more}"
    reports = reader.read(Article("a", text, published=PUBLISHED)).reports
    stormed = [r for r in reports if r.kind != "suicide_bombing" and not r.verbal]
    assert stormed
    assert any(not r.background for r in stormed) == bool(told)


@pytest.mark.parametrize(
    ("deed", "more", "kind", "told"),
    [
        ("Rebels shelled Loja on Tuesday.", "Two schools were damaged.", "property_damage", 0),
        ("Rebels shelled Loja on Tuesday.", "Two schools were damaged in Quito.",
         "property_damage", 1),
        ("Shots were fired in Loja on Tuesday.", "A statue was destroyed.", "property_damage", 1),
        ("Gunmen attacked a bus in Loja on Tuesday.", "Two pistols were recovered.",
         "weapons_seizure", 0),
        ("Gunmen attacked a bus in Loja on Tuesday.", "Police said 400 rifles were seized.",
         "weapons_seizure", 1),
        ("Gunmen shot a trader in Loja on Tuesday.", "Police launched a search.", "raid", 0),
        ("Gunmen shot a trader in Loja on Monday.", "On Wednesday police searched 40 houses.",
         "raid", 1),
        ("Soldiers attacked a camp in Loja on Tuesday.", "The troops withdrew from the camp.",
         "troop_withdrawal", 0),
        ("Rebels attacked a camp in Loja on Tuesday.", "The army withdrew from the camp.",
         "troop_withdrawal", 1),
    ],
)  # fmt: skip
def test_what_came_of_a_deed_is_no_other(
    reader: Reader, deed: str, more: str, kind: str, told: int
) -> None:
    """Damage, a pistol, a search, who left again; not elsewhere, a haul, or a town given up."""
    reports = reader.read(Article("a", f"{deed} {more}", published=PUBLISHED)).reports
    found = [r for r in reports if r.kind == kind]
    assert found
    assert sum(not r.background for r in found) == told

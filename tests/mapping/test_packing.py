from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import maps
from geo.mapping import packing
from tests import invented, unpacked

scalars = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | st.text(max_size=5)
values = st.recursive(
    scalars,
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=3), one),
    max_leaves=6,
)


def same(one: Any, other: Any) -> bool:
    """Compare with types: 1, 1.0 and True are three."""
    return repr(one) == repr(other)


@given(st.lists(values, min_size=1, max_size=12))
def test_every_value_comes_back(column: list[Any]) -> None:
    """Whatever a column holds, and however it is written, nothing is lost or mixed up."""
    packed = packing.pack({"x": column}, {}, sites={}, rows=len(column))
    read = [row["x"] for row in unpacked.opened(packed.text, packed.blocks).incidents]
    assert same(read, column)
    assert not re.search("[{}<>&\u2028\u2029\ud800-\udfff]", packed.text)


@given(st.lists(values, min_size=4, max_size=12))
def test_blocks_give_every_value_back(column: list[Any]) -> None:
    """Cut, deflated and inflated, values are what they were."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "ROWS_AT_ONCE", 2)
        patch.setattr(packing, "BLOCK_ROWS", 3)
        told = {"id": [*map(str, range(len(column)))], "note": column}
        packed = packing.pack(told, {}, sites={}, rows=len(column))
    read = unpacked.opened(packed.text, packed.blocks)
    assert same([row["note"] for row in read.incidents], column)
    assert [row["id"] for row in read.incidents] == told["id"]


@pytest.mark.parametrize(
    ("column", "form"),
    [
        ([None] * 9, packing.SAME),
        ([[]] * 9, packing.SAME),
        (["a", "b", "a"] * 3, packing.TABLE),
        ([{"en": "x"}, {"en": "x"}, {}] * 3, packing.TABLE),
        ([1, True, 1.0], packing.PER_ROW),
        ([*"abcdefghi"], packing.PER_ROW),
    ],
)
def test_the_shortest_form_is_chosen(column: list[Any], form: int) -> None:
    """What is the same is written once, what repeats is numbered."""
    assert json.loads(packing._written("x", column, {}, None))[1] == form


@given(st.lists(values, min_size=4, max_size=12), st.randoms(use_true_random=False))
def test_an_order_gives_what_sorted_rows_give(column: list[Any], dice: Any) -> None:
    """Rows put in order while they are packed give the bytes of rows that came in order."""
    order = dice.sample(range(len(column)), len(column))
    told = {"note": column, "late": column}
    ordered = {name: [one[n] for n in order] for name, one in told.items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "ROWS_AT_ONCE", 2)
        patch.setattr(packing, "AT_ONCE", {"note"})
        one = packing.pack(told, {}, sites={}, rows=len(column), order=order)
        assert one == packing.pack(ordered, {}, sites={}, rows=len(column))


def test_twins_are_not_written_twice() -> None:
    """The quote of the first source is the quote; where they differ, both stay."""
    sources = [[{"quote": "Said."}], []]
    told: dict[str, list[Any]] = {"sources": sources, "quote": ["Said.", None]}
    packed = packing.pack(told, {}, sites={}, rows=2)
    assert packed.text.count("Said.") == 1
    packed = packing.pack(told | {"quote": ["Other.", None]}, {}, sites={}, rows=2)
    assert unpacked.opened(packed.text, ()).incidents[0]["quote"] == "Other."


def test_a_large_set_holds_what_a_small_one_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit cards lie in blocks, and no property is dropped."""
    whole = unpacked.held(maps.draw(invented.frame()).page())
    monkeypatch.setattr(packing, "ROWS_AT_ONCE", 3)
    monkeypatch.setattr(packing, "BLOCK_ROWS", 4)
    blocks = unpacked.held(maps.draw(invented.frame()).page())
    assert (whole.blocks, blocks.blocks) == (0, 3)
    assert blocks.incidents == whole.incidents
    assert blocks.derived == whole.derived


def test_what_json_cannot_hold_is_made_so_in_blocks_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Infinity is not known, a half letter is marked, an odd object is a text."""
    monkeypatch.setattr(packing, "ROWS_AT_ONCE", 0)
    odd = [float("inf"), "half \ud800", {"a": float("nan")}, 1 + 2j]
    packed = packing.pack({"note": odd}, {}, sites={}, rows=4)
    read = [row["note"] for row in unpacked.opened(packed.text, packed.blocks).incidents]
    assert read == [None, "half \ufffd", {"a": None}, "(1+2j)"]

from __future__ import annotations

from importlib import resources
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from geo import background
from geo.background import decode, encode

THEATRE = (20.0, 42.0, 21.5, 43.5)


def ring(world: dict[str, Any], numbers: list[int]) -> list[tuple[int, int]]:
    """Join the arcs of a ring."""
    points: list[tuple[int, int]] = []
    for number in numbers:
        arc = decode(world["arcs"][max(number, ~number)])
        points += arc if number >= 0 else arc[::-1]
    return points


@given(st.lists(st.tuples(st.integers(-400_000, 400_000), st.integers(-400_000, 400_000))))
def test_lines_survive_being_written_as_letters(points: list[tuple[int, int]]) -> None:
    """Reading gives back what was written, in letters that need no escape."""
    text = encode(points)
    assert decode(text) == points
    assert set(text) <= set(background.ALPHABET)


def test_the_file_is_small_and_says_where_it_is_from() -> None:
    """300 kB, public domain."""
    text = resources.files("geo").joinpath("viewer", "borders.json").read_text("utf-8")
    assert len(text.encode()) <= 300_000
    assert "public domain" in background.near(None)["source"]


def test_countries_have_their_present_names() -> None:
    """CLDR's names, with Kosovo and North Macedonia."""
    names = {code: name for code, name, *_ in background.near(None)["countries"]}
    assert (names["XK"], names["MK"]) == ("Kosovo", "North Macedonia")


def test_thinning_far_lines_opens_no_gap() -> None:
    """Rings stay closed whatever was thinned, so neighbours still meet."""
    for bounds in (None, THEATRE):
        world = background.near(bounds)
        outers = [polygon[0] for country in world["countries"] for polygon in country[5]]
        assert all((p := ring(world, n))[0] == p[-1] and len(p) >= 4 for n in outers)


def test_detail_is_kept_near_the_data_and_saved_elsewhere() -> None:
    """Kosovo's border keeps every point near it, and the page carries a third of the world."""
    near, far = background.near(THEATRE), background.near(None)
    kosovo = next(c[5][0][0] for c in near["countries"] if c[0] == "XK")
    assert len(ring(near, kosovo)) > 3 * len(ring(far, kosovo))
    assert sum(map(len, near["arcs"])) < 90_000


def test_the_line_between_kosovo_and_serbia_is_drawn_as_disputed() -> None:
    """It is shared by the two, and dashed; Kosovo's other borders are not."""
    world = background.near(None)
    arcs = {
        code: {max(n, ~n) for part in parts for r in part for n in r}
        for code, *_, parts in world["countries"]
    }
    between = arcs["XK"] & arcs["RS"]
    assert between
    assert between <= set(world["disputed"])
    assert not (arcs["XK"] - between) & set(world["disputed"])

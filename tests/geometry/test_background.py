from __future__ import annotations

from importlib import resources
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.geometry import background
from geo.geometry.background import decode, encode

THEATRE = (20.0, 42.0, 21.5, 43.5)


def ring(world: dict[str, Any], numbers: list[int], level: str = "arcs") -> list[tuple[int, int]]:
    """Join the arcs of a ring."""
    points: list[tuple[int, int]] = []
    for number in numbers:
        arc = decode(world[level][max(number, ~number)])
        points += arc if number >= 0 else arc[::-1]
    return points


def lines_of(code: str) -> set[int]:
    """Return the numbers of the lines of a country."""
    row = next(row for row in background.world()["countries"] if row[0] == code)
    return {max(n, ~n) for part in row[5] for r in part for n in r}


@given(st.lists(st.tuples(st.integers(-400_000, 400_000), st.integers(-400_000, 400_000))))
def test_lines_survive_being_written_as_letters(points: list[tuple[int, int]]) -> None:
    """Reading gives back what was written, in letters that need no escape."""
    text = encode(points)
    assert decode(text) == points
    assert set(text) <= set(background.ALPHABET)


def test_the_file_is_small_and_says_where_it_is_from() -> None:
    """600 kB with both levels, public domain."""
    text = resources.files("geo").joinpath("viewer", "borders.json").read_text("utf-8")
    assert len(text.encode()) <= 600_000
    assert "public domain" in background.near(None)["source"]


def test_countries_have_their_present_names() -> None:
    """CLDR's names, with Kosovo and North Macedonia."""
    names = {row[0]: row[1] for row in background.near(None)["countries"]}
    assert (names["XK"], names["MK"]) == ("Kosovo", "North Macedonia")


def test_countries_have_names_in_all_languages_of_the_map() -> None:
    """Where they differ from the English ones; what has no code keeps its name."""
    names = {row[1]: row[6] for row in background.near(None)["countries"]}
    assert names["Kosovo"] == {"sq": "Kosovë", "sr-Cyrl": "Косово"}
    assert names["Serbia"] == {"sq": "Serbi", "sr-Latn": "Srbija", "sr-Cyrl": "Србија"}
    assert names["Somaliland"] == {}


@pytest.mark.parametrize("level", ["arcs", "far"])
def test_neighbours_share_their_borders_at_every_level(level: str) -> None:
    """All areas together are a valid coverage: no slivers, no overlaps, nothing crosses itself."""
    world = background.world()
    parts = [part for row in world["countries"] for part in row[5]]
    rings = [[ring(world, numbers, level) for numbers in part] for part in parts]
    shapes = [shapely.Polygon(outer, holes) for outer, *holes in rings]
    assert len(shapes) > 500
    assert all(shape.is_valid for shape in shapes)
    assert shapely.coverage_is_valid(shapes)


def test_both_levels_meet_at_the_same_points() -> None:
    """So that a fine line may lie beside a coarse one."""
    world = background.world()
    for fine, far in zip(map(decode, world["arcs"]), map(decode, world["far"]), strict=True):
        if fine[0] != fine[-1]:
            assert (fine[0], fine[-1]) == (far[0], far[-1])


def test_detail_is_kept_near_the_data_and_saved_elsewhere() -> None:
    """Kosovo's border has every point near it, and the page a third of the world's."""
    near = background.near(THEATRE)
    kosovo = next(row[5][0][0] for row in near["countries"] if row[0] == "XK")
    fine = {**near, "all": [near["fine"].get(str(n), far) for n, far in enumerate(near["arcs"])]}
    assert len(ring(fine, kosovo, "all")) > 3 * len(ring(near, kosovo))
    assert sum(map(len, near["arcs"])) + sum(map(len, near["fine"].values())) < 180_000
    assert background.near(None)["fine"] == {}


def test_the_line_between_kosovo_and_serbia_is_drawn_as_disputed() -> None:
    """It is shared by the two, and dashed; Kosovo's other borders are not."""
    between = lines_of("XK") & lines_of("RS")
    disputed = set(background.world()["disputed"])
    assert between
    assert between <= disputed
    assert not (lines_of("XK") - between) & disputed


@pytest.mark.parametrize(
    ("one", "other", "inside"),
    [("IN", "PK", (75.0, 34.0)), ("EG", "SD", (35.0, 22.0)), ("RU", "UA", (34.0, 46.0))],
)
def test_a_line_is_dashed_only_where_it_is_disputed(
    one: str, other: str, inside: tuple[float, float]
) -> None:
    """The line of control in Kashmir is, and the border south of it is not."""
    world = background.world()
    between = lines_of(one) & lines_of(other)
    disputed = between & set(world["disputed"])
    assert disputed
    assert between - disputed
    points = [point for n in disputed for point in decode(world["arcs"][n])]
    assert min(abs(x / 1e3 - inside[0]) + abs(y / 1e3 - inside[1]) for x, y in points) < 2.0

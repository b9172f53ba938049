"""The lists in docs/design.md are true: nobody imports from above, and text work has no frames."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "geo"
HEAVY = {"pandas", "geopandas", "folium", "branca", "numpy", "pyogrio"}
LIGHT = {
    "evaluation.calibration",
    "evaluation.mistakes",
    "io.jsontext",
    "io.outputs",
    "mapping.tiles",
}
"""Above ``frames``, but asked for where nobody wants to wait for pandas."""
ARRAYS = {"geometry.shapes", "geometry.sides", "tables.checks", "tables.columns"}
"""Below ``frames``, and yet theirs: only those who draw or geocode in bulk ask for them."""


@cache
def lists() -> dict[str, list[list[str]]]:
    """Return the list of each room, and that of the whole as "": lines of names, lowest first."""
    text = (ROOT / "docs" / "design.md").read_text("utf-8")
    found = {}
    for room, block in re.findall(r"```layers ?(\w*)\n(.*?)```", text, re.DOTALL):
        rows = [re.split(r"\s{2,}", line)[0] for line in block.strip().splitlines()]
        found[room] = [[name.strip() for name in row.split("|")] for row in reversed(rows)]
    return found


@cache
def layers() -> dict[str, tuple[int, int]]:
    """Return how high each module stands: its line or its room's, and its line in that room."""
    height = {name: line for line, names in enumerate(lists()[""]) for name in names}
    found = {name: (line, 0) for name, line in height.items() if name not in lists()}
    for room in lists().keys() - {""}:
        for line, names in enumerate(lists()[room]):
            for name in names:
                whole = name.removeprefix("geo.") if name.startswith("geo.") else f"{room}.{name}"
                found[whole] = (height[room], line)
    return found


@cache
def modules() -> dict[str, Path]:
    """Return every module of the package by its name within it."""
    found = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
        for path in PACKAGE.rglob("*.py")
    }
    return {name: path for name, path in found.items() if "__" not in name}


def imports(path: Path, *, later: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield what a module imports when it is loaded, and whether that is one of ours.

    With ``later`` also what it imports inside functions; never what only types need.
    """
    for node in nodes(ast.parse(path.read_text("utf-8")), later=later):
        if isinstance(node, ast.Import):
            yield from ((alias.name.partition(".")[0], False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            top, _, rest = node.module.partition(".")
            if top != "geo":
                yield top, False
                continue
            for alias in node.names:
                whole = f"{rest}.{alias.name}".strip(".")
                yield (whole if whole in modules() else rest), True


def nodes(tree: ast.AST, *, later: bool) -> Iterator[ast.AST]:
    """Yield the statements of a module, with ``later`` those inside others too."""
    for node in ast.iter_child_nodes(tree):
        yield node
        if later and not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)):
            yield from nodes(node, later=True)


def test_every_module_has_its_line() -> None:
    """The lists name each module of the package once, and no other."""
    for rows in lists().values():
        names = [name for row in rows for name in row]
        assert sorted(names) == sorted(set(names))
    assert set(layers()) == set(modules())


def test_every_room_has_its_list_and_its_line() -> None:
    """No two rooms share a line, and whoever shares one with a room stands in its list as well."""
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert rooms == lists().keys() - {""}
    for row in lists()[""]:
        for room in rooms & set(row):
            inside = {name for names in lists()[room] for name in names}
            assert {f"geo.{name}" for name in row if name != room} == {
                name for name in inside if name.startswith("geo.")
            }


@pytest.mark.parametrize("name", sorted(modules()))
def test_a_module_imports_only_from_below(name: str) -> None:
    """What a module loads stands on its own line or further down."""
    height = layers()
    for other, ours in imports(modules()[name]):
        if ours and other:
            assert height[other] <= height[name], f"{name} imports {other}"


@pytest.mark.parametrize("name", sorted(name for name in modules() if "." in name))
def test_a_room_never_asks_for_what_is_above(name: str) -> None:
    """Between rooms that holds inside functions too."""
    line, _ = layers()[name]
    for other, ours in imports(modules()[name], later=True):
        if ours and "." in other:
            assert layers()[other][0] <= line, f"{name} imports {other}"


def test_nobody_imports_in_a_circle() -> None:
    """Not even modules of one line, and not inside functions either."""
    asks = {
        name: {other for other, ours in imports(path, later=True) if ours and other}
        for name, path in modules().items()
    }
    TopologicalSorter(asks).prepare()


@pytest.mark.parametrize("name", sorted(modules()))
def test_text_work_loads_no_frames(name: str) -> None:
    """Below ``frames`` nobody loads pandas and its kin: a worker that reads text need not pay."""
    height = layers()
    light = height[name] < height["frames"] or name in LIGHT
    if light and name not in ARRAYS:
        assert HEAVY.isdisjoint(other for other, ours in imports(modules()[name]) if not ours)

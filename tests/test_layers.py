"""The picture in docs/design.md is true: nobody imports from above, and text work has no frames."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "geo"
HEAVY = {"pandas", "geopandas", "folium", "branca", "numpy", "pyogrio"}


def layers() -> dict[str, int]:
    """Return the line on which each module stands, counted from the bottom."""
    text = (ROOT / "docs" / "design.md").read_text("utf-8")
    block = re.search(r"```layers\n(.*?)```", text, re.DOTALL)
    assert block is not None
    rows = [re.split(r"\s{2,}", line)[0] for line in block[1].strip().splitlines()]
    return {
        name.strip(): height for height, row in enumerate(reversed(rows)) for name in row.split("|")
    }


def modules() -> dict[str, Path]:
    """Return every module of the package by the name it has in the list."""
    found = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
        for path in PACKAGE.rglob("*.py")
    }
    return {name: path for name, path in found.items() if "__" not in name}


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield what a module imports when it is loaded, and whether that is one of ours."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body:
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


def test_every_module_has_its_line() -> None:
    """The list names each module of the package once, and no other."""
    assert set(layers()) == set(modules())


@pytest.mark.parametrize("name", sorted(modules()))
def test_a_module_imports_only_from_below(name: str) -> None:
    """What a module loads stands on its own line or further down."""
    height = layers()
    for other, ours in imports(modules()[name]):
        if ours and other:
            assert height[other] <= height[name], f"{name} imports {other}"


@pytest.mark.parametrize("name", sorted(modules()))
def test_text_work_loads_no_frames(name: str) -> None:
    """Below ``frames`` nobody loads pandas and its kin: a worker that reads text need not pay."""
    height = layers()
    if height[name] < height["frames"] and name not in {"checks", "columns", "shapes"}:
        assert HEAVY.isdisjoint(other for other, ours in imports(modules()[name]) if not ours)

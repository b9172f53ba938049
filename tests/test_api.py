from __future__ import annotations

import dataclasses
import enum
import inspect
import os
import subprocess
import sys

import pytest

import geo


def needs_an_example(value: object) -> bool:
    """Tell whether a public name does something, so that a reader wants to see it done."""
    if inspect.isclass(value):
        plain = dataclasses.is_dataclass(value) or issubclass(value, (Exception, enum.Enum))
        return not plain and not getattr(value, "_is_protocol", False)
    return inspect.isroutine(value)


def test_all_is_sorted_and_without_doubles() -> None:
    """The public names can be read at a glance."""
    assert list(geo.__all__) == sorted(set(geo.__all__))


@pytest.mark.parametrize("name", geo.__all__)
def test_every_public_name_resolves(name: str) -> None:
    """A name that is promised is there, however late it is loaded, and ``dir`` shows it."""
    assert getattr(geo, name) is not None
    assert name in dir(geo)


# Forked, so that what others made is imported once: in fifty processes it took two minutes.
ALONE = """
import os, sys, traceback
import folium, geopandas
import geo

for name in sys.argv[1:]:
    child = os.fork()
    if not child:
        try:
            getattr(geo, name)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        sys.exit(f"{name} does not resolve")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_every_public_name_resolves_alone() -> None:
    """Late loading has no order: each name works as the first that is asked for of its module."""
    firsts = {
        geo._HOMES[name].partition(":")[0]: name for name in geo.__all__ if name in geo._HOMES
    }
    command = [sys.executable, "-c", ALONE, *firsts.values()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_else_is_public() -> None:
    """What is not in ``__all__`` is a module, private, or another package's."""
    others = {name for name in vars(geo) if not name.startswith("_")} - set(geo.__all__)
    homes = {name: getattr(vars(geo)[name], "__module__", "") for name in others}
    assert [name for name, home in homes.items() if home.startswith("geo")] == []


@pytest.mark.parametrize("name", geo.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    """Each has a docstring of one short sentence first, and an example where it does something."""
    value = getattr(geo, name)
    if isinstance(value, (str, int, float, tuple)):
        return
    text = inspect.getdoc(value) or ""
    assert 0 < len(text.partition("\n")[0]) < 80
    assert not text.startswith(f"{name}("), "a dataclass without a docstring of its own"
    if needs_an_example(value):
        assert ">>> " in text


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A typing mistake is answered as in any module."""
    with pytest.raises(AttributeError, match="no_such_name"):
        getattr(geo, "no_such_name")  # noqa: B009


def test_a_star_import_brings_the_public_names() -> None:
    """``from geo import *`` in a notebook gives what the docs list."""
    names: dict[str, object] = {}
    exec("from geo import *", names)
    assert set(geo.__all__) - {"__version__"} <= set(names)

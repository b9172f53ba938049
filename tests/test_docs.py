"""What the README and ``docs/`` show of the library is so, and what the README's commands print.

The other pages' commands are in ``test_docs_commands.py``: with ``-n`` a module stays together.
"""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.pages import FENCE, PAGES, README, blocks, lay_out, matches, wrong

LINK = re.compile(r"\]\((?!\w+:|#)(?P<target>[^)#\s]+)")
IMPORTED = [page for page in PAGES if list(blocks(page, "python"))]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Lay out a folder as a fresh clone has it, with the gazetteer compiled."""
    lay_out(tmp_path)
    return tmp_path


def test_the_readme_prints_what_it_shows(desk: Path) -> None:
    """Whoever types a command of the README sees what it shows: the installed one, as it starts."""
    assert wrong(README, desk, forked=False) == ""


@pytest.mark.parametrize("page", IMPORTED, ids=lambda page: page.name)
def test_python_blocks_are_doctests(
    page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the documentation shows of the Python API is what the API answers."""
    monkeypatch.chdir(desk)
    assert failures(page) == ""


def extras() -> Iterator[tuple[Path, str]]:
    """Yield each page and package that some of its examples need beyond our own."""
    for page in PAGES:
        found = {match["needs"] for match in FENCE.finditer(page.read_text(encoding="utf-8"))}
        yield from ((page, needs) for needs in sorted(found - {None}))


@pytest.mark.parametrize(("page", "needs"), list(extras()))
def test_examples_with_an_extra_are_doctests(page: Path, needs: str) -> None:
    """What is shown with somebody else's package holds where that package is installed."""
    if find_spec(needs) is None:
        pytest.skip(f"{page.name} shows {needs}: pip install 'geo-incident-mapper[{needs}]'")
    assert failures(page, needs) == ""


def failures(page: Path, needs: str | None = None) -> str:
    """Run the Python blocks of a page in one namespace and return what differs."""
    names: dict[str, object] = {}
    report: list[str] = []
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    for body, line in blocks(page, "python", needs):
        if ">>>" in body:
            case = doctest.DocTestParser().get_doctest(body, names, page.name, page.name, line - 1)
            runner = doctest.DocTestRunner(optionflags=flags)
            runner.run(case, out=report.append, clear_globs=False)
            names = case.globs
    return "".join(report)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    """A relative link or picture names a file that exists."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = {match["target"] for match in LINK.finditer(text)}
    assert {target for target in targets if not (page.parent / target).exists()} == set()


def test_the_readme_has_its_two_commands() -> None:
    """One line does the main job and one passes the tests, from a fresh clone; CI runs both."""
    lines = README.read_text(encoding="utf-8").splitlines()
    job, tests = [line for line in lines if line.startswith("python3 -m venv ")]
    assert job.endswith(".venv/bin/geo map seeds/")
    assert tests.endswith(".venv/bin/pytest -n auto")


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("one\ntwo\n", "one\ntwo\n", True),
        ("one\n…\n", "one\ntwo\nthree\n", True),
        ("read 4 in … s\n", "read 4 in 1.2 s\n", True),
        ("one\n…\nfour\n", "one\nfour\n", True),
        ("", "", True),
        ("one (a+b)\n", "one (aab)\n", False),
        ("one\n", "one\ntwo\n", False),
        ("in … s\n", "in 1\n2 s\n", False),
    ],
)
def test_only_an_ellipsis_may_differ(shown: str, printed: str, same: bool) -> None:  # noqa: FBT001
    """What a page shows is compared letter by letter, but for ``…``."""
    assert matches(shown, printed) is same

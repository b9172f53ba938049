"""Run what the README and ``docs/`` show, and paste it anew: ``python tests/test_docs.py``.

A ``console`` block is a terminal: lines that begin with ``$ geo``, ``$ cp`` or ``$ printf`` are
run, in order and in one folder per document that holds a copy of ``seeds/``, ``maps/`` and the
gold; what follows is what they must print. ``…`` stands for what is left out: any lines where it
is alone, else any characters.
A ``python`` block with ``>>>`` runs as a doctest, one namespace per document; one that says
``needs=`` runs alone, and only where that package is installed.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
FENCE = re.compile(
    r"^```(?P<language>[\w-]*)(?: needs=(?P<needs>\w+))?\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
TYPED = re.compile(r"(?:.*\\\n)*.*\n")
LINK = re.compile(r"\]\((?!\w+:|#)(?P<target>[^)#\s]+)")

# What is run; anything else that a page shows after `$` is for the reader alone.
RUN = ("geo ", "cp ", "printf ")

# A terminal without colour, of one width everywhere.
TERMINAL = {"COLUMNS": "96", "NO_COLOR": "1", "TERM": "dumb", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a ``console`` block and what the page says it prints."""

    command: str
    shown: str
    line: int


def blocks(page: Path, language: str, needs: str | None = None) -> Iterator[tuple[str, int]]:
    """Yield the fenced blocks of one language with the number of their first line."""
    text = page.read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        if match["language"] == language and match["needs"] == needs:
            yield match["body"], text.count("\n", 0, match.start("body")) + 1


def steps(page: Path) -> Iterator[Step]:
    """Yield the commands of the ``console`` blocks; a backslash carries one to the next line."""
    for body, first in blocks(page, "console"):
        parts = re.split(r"^\$ ", body, flags=re.MULTILINE)
        line = first + parts[0].count("\n")
        for part in parts[1:]:
            typed = TYPED.match(part)
            assert typed, f"{page.name}:{line}: no command after $"
            yield Step(typed[0].rstrip("\n"), part[typed.end() :], line)
            line += part.count("\n")


def run(command: str, folder: Path) -> str:
    """Run a command line as a reader would type it; both streams, as on a terminal."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=os.environ | TERMINAL | {"PATH": path, "GEO_DATA_DIR": str(folder / "layers")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def matches(shown: str, printed: str) -> bool:
    """Tell whether the page shows what was printed, but for what it leaves out."""
    pattern = "".join(
        r"(?:.*\n)*?"
        if line.strip() == "…"
        else ".*?".join(re.escape(piece) for piece in line.rstrip().split("…")) + r"\n"
        for line in shown.splitlines()
    )
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n" if printed.strip() else "") is not None


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Lay out a folder as a fresh clone has it, with the gazetteer compiled."""
    lay_out(tmp_path)
    return tmp_path


def lay_out(folder: Path) -> None:
    """Copy what the examples read, and compile the gazetteer so that none prints progress."""
    for name in ("seeds", "maps", "gazetteer"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.html"))
    shutil.copytree(ROOT / "tests" / "gold", folder / "tests" / "gold")
    # Not a command that merely opens it: that may find one in the temporary folder.
    run("geo gazetteer build", folder)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(page: Path, desk: Path) -> None:
    """Whoever types a command of the documentation sees what the documentation shows."""
    wrong = []
    for step in steps(page):
        if step.command.startswith(RUN):
            printed = run(step.command, desk)
            if not matches(step.shown, printed):
                wrong.append(f"{page.name}:{step.line}: $ {step.command}\n{printed}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
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


def commands() -> list[tuple[str, click.Command]]:
    """List every command of the command line with the words that call it."""
    from geo.cli import main

    found: list[tuple[str, click.Command]] = []
    waiting: list[tuple[str, click.Command]] = [("geo", main)]
    while waiting:
        words, command = waiting.pop(0)
        found.append((words, command))
        if isinstance(command, click.Group):
            context = click.Context(command, info_name=words)
            for name in command.list_commands(context):
                child = command.get_command(context, name)
                assert child is not None
                waiting.append((f"{words} {name}", child))
    return found


def section(words: str) -> str:
    """Give the part of ``docs/cli.md`` under the heading of one command."""
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    flags = re.MULTILINE | re.DOTALL
    found = re.search(rf"^#+ `{re.escape(words)}`$(.*?)(?=^#+ `geo|\Z)", text, flags)
    assert found, f"docs/cli.md has no heading `{words}`"
    return found[1]


def test_every_command_has_its_section_and_an_example() -> None:
    """``docs/cli.md`` shows each command at work, and the test above runs what it shows."""
    called = [step.command for step in steps(ROOT / "docs" / "cli.md")]
    for words, command in commands():
        section(words)
        if not isinstance(command, click.Group):
            assert any(line.startswith(f"{words} ") or line == words for line in called), words


def test_every_option_is_described() -> None:
    """Each option of a command stands in the section of that command."""
    for words, command in commands():
        options = [item for item in command.params if isinstance(item, click.Option)]
        names = {name for option in options for name in (*option.opts, *option.secondary_opts)}
        text = section(words)
        assert {name for name in names if not re.search(rf"`{name}\b", text)} == set(), words


def test_every_help_ends_with_an_example() -> None:
    """The description of a command closes with a command line that can be typed."""
    for words, command in commands():
        last = (command.help or "").rstrip().splitlines()[-1].strip()
        assert f"{last} ".startswith(f"Example: {words} "), words


def test_every_command_of_the_docs_exists() -> None:
    """A section about a command that is gone would mislead."""
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"^#+ `(geo[ \w-]*)`$", text, re.MULTILINE))
    assert headings == {words for words, _ in commands()}


def test_the_readme_has_its_two_commands() -> None:
    """One line does the main job and one passes the tests, from a fresh clone; CI runs both."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
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


def refreshed(page: Path, folder: Path) -> str:
    """Give the page with the output of each command that changed pasted in whole."""
    text = page.read_text(encoding="utf-8")
    for step in steps(page):
        if step.command.startswith(RUN):
            printed = run(step.command, folder)
            if not matches(step.shown, printed):
                head = f"$ {step.command}\n"
                text = text.replace(head + step.shown, head + printed.lstrip("\n"), 1)
    return text


if __name__ == "__main__":
    for document in PAGES:
        with tempfile.TemporaryDirectory() as bench:
            lay_out(Path(bench))
            document.write_text(refreshed(document, Path(bench)), encoding="utf-8")

"""The README and ``docs/`` as what can be run; ``python -m tests.pages`` pastes output anew.

A ``console`` block is a terminal: lines that begin with ``$ geo``, ``$ cp`` or ``$ printf`` are
run, in order and in one folder per document that holds a copy of ``seeds/``, ``maps/`` and the
gold; what follows is what they must print. ``…`` stands for what is left out: any lines where it
is alone, else any characters.
A ``python`` block with ``>>>`` runs as a doctest, one namespace per document; one that says
``needs=`` runs alone, and only where that package is installed.
"""

from __future__ import annotations

import atexit
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
WARM = ROOT / "tests" / "warm.py"
README = ROOT / "README.md"
CLI = ROOT / "docs" / "cli.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
FENCE = re.compile(
    r"^```(?P<language>[\w-]*)(?: needs=(?P<needs>\w+))?\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
TYPED = re.compile(r"(?:.*\\\n)*.*\n")

# What is run; anything else that a page shows after `$` is for the reader alone.
RUN = ("geo ", "cp ", "printf ")
# Everything else is a command that fell over: a signal, or Python itself.
CODES = (0, 1, 2)

# A terminal without colour, of one width everywhere.
TERMINAL = {"COLUMNS": "96", "NO_COLOR": "1", "TERM": "dumb", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a ``console`` block and what the page says it prints."""

    command: str
    shown: str
    line: int


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed, both streams as on a terminal, and the code it left with."""

    printed: str
    code: int


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


@cache
def warm() -> Path | None:
    """Return a folder with a ``geo`` that runs in a fork, or nothing where there is no fork.

    Loading takes a command five seconds: that is done once, in a process that lives as long as we.
    """
    if not hasattr(os, "fork"):
        return None
    folder = Path(tempfile.mkdtemp(prefix="geo-warm-"))
    python, script = (shlex.quote(str(path)) for path in (sys.executable, WARM))
    geo = folder / "geo"
    geo.write_text(f'#!/bin/sh\nexec {python} -I -S {script} ask "${{0%/*}}/socket" "$@"\n')
    geo.chmod(0o700)
    # -P: beside the script lie modules of the tests, some called as those of others.
    command = [sys.executable, "-P", str(WARM), "serve", str(folder / "socket"), str(SEEDS)]
    # All pipes, as those of a command will be: its streams are made when the process starts.
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | TERMINAL,
    )
    atexit.register(shutil.rmtree, folder)
    atexit.register(process.communicate)
    assert process.stdout
    told = process.stdout.readline()
    assert told == "ready\n", told + process.stdout.read()
    return folder


def run(command: str, folder: Path, *, forked: bool = True) -> Done:
    """Run a command line as a reader would type it; not ``forked``, with the installed ``geo``."""
    homes = [warm() if forked else None, Path(sys.executable).parent, os.environ["PATH"]]
    path = os.pathsep.join(str(home) for home in homes if home)
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
    printed = "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"
    return Done(printed, done.returncode)


def matches(shown: str, printed: str) -> bool:
    """Tell whether the page shows what was printed, but for what it leaves out."""
    pattern = "".join(
        r"(?:.*\n)*?"
        if line.strip() == "…"
        else ".*?".join(re.escape(piece) for piece in line.rstrip().split("…")) + r"\n"
        for line in shown.splitlines()
    )
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n" if printed.strip() else "") is not None


def wrong(page: Path, folder: Path, *, forked: bool = True) -> str:
    """Run the commands of a page and return those that print or end otherwise than it shows."""
    told = []
    for step in steps(page):
        if step.command.startswith(RUN):
            done = run(step.command, folder, forked=forked)
            if done.code not in CODES or not matches(step.shown, done.printed):
                left = f"left with {done.code}"
                told.append(f"{page.name}:{step.line}: $ {step.command}\n{done.printed}{left}\n")
    return "\n".join(told)


def lay_out(folder: Path) -> None:
    """Copy what the examples read, and compile the gazetteer so that none prints progress."""
    for name in ("seeds", "maps", "gazetteer"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.html"))
    shutil.copytree(ROOT / "tests" / "gold", folder / "tests" / "gold")
    # Not a command that merely opens it: that may find one in the temporary folder.
    run("geo gazetteer build", folder, forked=False)


def refreshed(page: Path, folder: Path) -> str:
    """Give the page with the output of each command that changed pasted in whole."""
    text = page.read_text(encoding="utf-8")
    for step in steps(page):
        if step.command.startswith(RUN):
            printed = run(step.command, folder).printed
            if not matches(step.shown, printed):
                head = f"$ {step.command}\n"
                text = text.replace(head + step.shown, head + printed.lstrip("\n"), 1)
    return text


if __name__ == "__main__":
    for document in PAGES:
        with tempfile.TemporaryDirectory() as bench:
            lay_out(Path(bench))
            document.write_text(refreshed(document, Path(bench)), encoding="utf-8")

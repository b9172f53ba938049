"""Lint the scripts of the page as the page has them: one after another, in its order.

    python -m tools.lint_viewer

A script uses names of those before it, so that one file alone says nothing of undefined or unused
names, nor of two that clash. They are joined, handed to oxlint (a linter that pip installs; rules
in ``.oxlintrc.json``), and what it finds is told by file and line.
"""

# ruff: noqa: INP001, T201 - a script, no package
from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tempfile
from bisect import bisect_right
from pathlib import Path

from geo.mapping.page import SCRIPTS

ROOT = Path(__file__).resolve().parents[1]
VIEWER = ROOT / "geo" / "viewer"
STRICT = '"use strict";'
FOUND = re.compile(r"^[^:\s]+:(\d+):(\d+): (.*)$")


def main() -> int:
    """Print what is found; 1 if there is anything."""
    stray = {path.name for path in VIEWER.glob("*.js")} ^ set(SCRIPTS)
    for name in sorted(stray):
        print(f"geo/viewer/{name}: in the folder or in geo.mapping.page.SCRIPTS, but not in both")
    texts = [(VIEWER / name).read_text("utf-8") for name in SCRIPTS if name not in stray]
    starts = [1]
    for text in texts:
        starts.append(starts[-1] + text.count("\n"))
    # Said once it holds for all; in the middle it would be a string for nothing.
    status, lines = linted(STRICT + "".join(text.replace(STRICT, "", 1) for text in texts))
    for line in lines:
        print(placed(line, starts))
    return int(bool(stray) or status != 0)


def linted(text: str) -> tuple[int, list[str]]:
    """Return exit code and lines of oxlint on one script."""
    oxlint = Path(sysconfig.get_path("scripts"), "oxlint")
    if not oxlint.exists():
        raise SystemExit("oxlint is not installed: pip install -e '.[dev]'")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.js")
        file.write_text(text, "utf-8")
        rules = ROOT / ".oxlintrc.json"
        done = subprocess.run(  # noqa: S603
            [oxlint, "--config", rules, "--format", "unix", file],
            capture_output=True,
            text=True,
            check=False,
        )
    return done.returncode, [*done.stdout.splitlines(), *done.stderr.splitlines()]


def placed(line: str, starts: list[int]) -> str:
    """Say a place in the joined text as one in a file."""
    found = FOUND.match(line)
    if not found:
        return line
    number, column, told = int(found[1]), found[2], found[3]
    part = bisect_right(starts, number) - 1
    return f"geo/viewer/{SCRIPTS[part]}:{number - starts[part] + 1}:{column}: {told}"


if __name__ == "__main__":
    sys.exit(main())

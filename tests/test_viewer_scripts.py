"""The page's scripts without a page, in Node.js; their tests are in ``tests/viewer/``."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from geo.mapping.page import SCRIPTS
from tests import browser

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[1]
VIEWER = ROOT / "geo" / "viewer"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Node.js."""
    command = [browser.node(), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_every_script_is_part_of_the_page() -> None:
    """A file that nobody lists is dead, and one that is not there is a broken page."""
    assert {path.name for path in VIEWER.glob("*.js")} == set(SCRIPTS)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_javascript(name: str) -> None:
    """By itself, as the browser reads it."""
    done = run("--check", VIEWER / name)
    assert done.returncode == 0, done.stderr


def test_what_computes_is_right() -> None:
    """The tests in JavaScript pass, and there are some."""
    done = run(
        "--test", "--test-reporter=tap", *sorted((ROOT / "tests" / "viewer").glob("*.test.js"))
    )
    assert done.returncode == 0, done.stdout
    passed = re.search(r"^# pass (\d+)$", done.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) >= 30

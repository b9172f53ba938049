"""The closed lists: general English, and of it no sentence of anybody's article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.language.words import words

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "geo").rglob("*.toml"))
ORIGINALS = ROOT.parent / "shared" / "seeds"
SHORT = 2  # words that any two texts share
BUTTONS = {
    "are you on": "how the plugs of many papers for their channels begin",
    "comment on this story": "a button under every article of its paper",
}


def rows(table: object) -> Iterator[str]:
    """Yield every key and text of a table, whatever its depth."""
    if isinstance(table, dict):
        for key, value in table.items():
            yield key
            yield from rows(value)
    elif isinstance(table, list):
        for value in table:
            yield from rows(value)
    elif isinstance(table, str):
        yield table


def plain(text: str) -> str:
    """Return the words of a text and nothing else, a space around each."""
    found = re.findall(r"[^\W_]+", text.lower())
    return f" {' '.join(found)} "


@pytest.mark.parametrize(
    "said",
    [
        " ran the port for years",
        " still largely controls the valley",
        " has long governed the isles",
        " and the High Commission should agree",
        " does not sign",
        " lost control",
    ],
)
def test_who_runs_and_signs_is_a_government(said: str) -> None:
    """Ruling in any form, with adverbs before the verb or a second subject."""
    assert words().speaks.match(said)


@pytest.mark.parametrize("said", [" is far away", " and two villages", " lay in ruins"])
def test_what_only_lies_there_is_a_place(said: str) -> None:
    """Being somewhere is no act."""
    assert not words().speaks.match(said)


@pytest.mark.shared
@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the original articles are not beside us")
@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_no_row_is_copied_from_the_originals(path: Path) -> None:
    """A row of three words that stands there serves one sentence; buttons are the same anywhere."""
    taken = [plain(original.read_text("utf-8")) for original in ORIGINALS.glob("*.txt")]
    assert taken
    table = tomllib.loads(path.read_text("utf-8"))
    long = {row for row in map(plain, rows(table)) if len(row.split()) > SHORT}
    copied = {row.strip() for row in long if any(row in text for text in taken)}
    assert copied <= BUTTONS.keys()

"""What is committed in maps/ is what the seeds give today."""

from __future__ import annotations

from pathlib import Path

import geo

ROOT = Path(__file__).parents[1]


def test_the_committed_result_is_up_to_date(tmp_path: Path) -> None:
    """Reading the seeds gives the committed file, byte for byte."""
    summary = geo.map(ROOT / "seeds", tmp_path)
    assert summary.incidents > 0
    committed = (ROOT / "maps" / "incidents.geojson").read_bytes()
    assert (tmp_path / "incidents.geojson").read_bytes() == committed, "run: geo map seeds/"


def test_reading_leaves_no_rejects(tmp_path: Path) -> None:
    """The seeds are articles as users have them, and all of them can be read."""
    summary = geo.map(ROOT / "seeds", tmp_path)
    assert (summary.articles, summary.rejected, summary.without_incident) == (4, [], 0)

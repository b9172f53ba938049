from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import frames
from geo.errors import OutputError
from geo.io import tables
from geo.model import Incident
from tests.strategies import FRAMES, incident_lists


def rows(**known: Any) -> list[dict[str, str]]:
    """Return the table of one incident, read as a spreadsheet does."""
    record = {"id": "a1", "type": "protest", "date_start": "2011-10-19", **known}
    text = tables.dumps_csv(frames.from_records([record], [None]))
    return list(csv.DictReader(io.StringIO(text, newline="")))


@settings(max_examples=FRAMES)
@given(incident_lists)
def test_rows_and_columns_are_those_of_the_frame(told: list[Incident]) -> None:
    """Every incident is one row, however hostile its text, in the same bytes every time."""
    frame = frames.to_frame(told)
    text = tables.dumps_csv(frame)
    table = list(csv.reader(io.StringIO(text, newline="")))
    assert table[0] == list(frame.columns)[:-1]
    assert {len(row) for row in table} == {len(table[0])}
    assert len(table) == len(told) + 1
    assert text == tables.dumps_csv(frames.to_frame(told[::-1]))


@given(st.sampled_from(list("=+-@\t\r＝＋－＠")), st.text(st.characters(exclude_categories=["Cs"])))
def test_no_cell_begins_a_formula(sign: str, rest: str) -> None:
    """A spreadsheet must not run what a newspaper wrote."""
    cell = rows(quote=sign + rest)[0]["quote"]
    assert cell.startswith("'")


@pytest.mark.parametrize("cell", ["x;=1+1", "x\n=1", "x\t@a", ' "=1"', "a;  -1", 'a;"=1"'])
def test_no_formula_where_others_see_a_new_cell(cell: str) -> None:
    """With ``;`` or a tab between cells, a formula behind one would begin a cell."""
    assert "'" in rows(quote=cell)[0]["quote"]


def test_numbers_are_left_alone() -> None:
    """A negative longitude stays a number; whole numbers have no ``.0``."""
    told = rows(lon=-3.5, lat=40.0, killed=2, uncertainty_m=500.0)[0]
    assert [told[name] for name in ("lon", "lat", "killed", "uncertainty_m")] == [
        "-3.5",
        "40",
        "2",
        "500",
    ]


def test_nested_values_become_text() -> None:
    """Ids are joined by ``;``, reasons by a bar, objects are JSON, nothing is an empty cell."""
    told = rows(
        members=["a", "b"], place_reasons=["one; two", "three"], names={"sq": "Zveçan"},
        actors=[{"name": "x"}], verbal=True,
    )[0]  # fmt: skip
    assert [told["members"], told["place_reasons"]] == ["a;b", "one; two | three"]
    assert [told["names"], told["actors"]] == ['{"sq": "Zveçan"}', '[{"name": "x"}]']
    assert [told["sources"], told["killed"], told["verbal"]] == ["", "", "true"]


def test_quotes_keep_their_lines() -> None:
    """Commas, quotation marks and line breaks come back as they were; a NUL does not."""
    said = 'He said, "no",\r\nand left.\rThen\nback.'
    assert rows(quote=said)[0]["quote"] == said
    assert rows(quote="a\x00b")[0]["quote"] == "a\ufffdb"


def test_file_begins_with_a_mark_and_a_stream_does_not(tmp_path: Path) -> None:
    """Excel needs the mark to see Cyrillic; a stream has the encoding of its owner."""
    frame, stream = frames.to_frame([]), io.StringIO()
    tables.write_csv(frame, tmp_path / "a.csv")
    tables.write_csv(frame, stream)
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + stream.getvalue().encode()


def test_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The message names the file."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"a\.csv: cannot be written"):
        tables.write_csv(frames.to_frame([]), tmp_path / "file" / "a.csv")

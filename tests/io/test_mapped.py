"""Tables whose columns somebody has named: CSV and TSV."""

from pathlib import Path
from typing import Any

import pytest

from geo.errors import OptionError, TableError
from geo.gazetteers.prior import Entry
from geo.io.mapped import csv_entries
from geo.model import PlaceKind

HEAD = "id,name,lon,lat,kind\n"


def read(
    folder: Path, text: str | bytes, name: str = "villages.csv", **told: Any
) -> tuple[list[Entry], list[tuple[int, str]]]:
    """Read a table: its places, and the lines that were set aside."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    rejected: list[tuple[int, str]] = []
    columns = told.pop("columns", {})
    found = csv_entries(
        path, lambda line, why, _: rejected.append((line, why)), "v", columns, **told
    )
    return list(found), rejected


def test_headings_are_understood(tmp_path: Path) -> None:
    """Usual headings need no mapping; lists are parted by | or ;."""
    text = (
        "ID;Name;Longitude;Latitude;Country;Type;Pop;Aliases;State;uncertainty_m\n"
        "7;Arden;20,5;42.5;xk;settlement;1200;Ardeni|Ardenow;Leposan;300\n"
        "8;Arden;20.5;42.5;xk;P.PPLA;;;;\n"
    )
    [entry], rejected = read(tmp_path, text)
    assert rejected == [(2, "longitude '20,5' is no number")]
    assert (entry.place.id, entry.place.countries) == ("v:8", ("XK",))
    [entry, _], _ = read(tmp_path, text.replace("20,5", "20.5"))
    place = entry.place
    assert (place.population, place.admin1, place.uncertainty_m) == (1200, "Leposan", 300)
    assert entry.names == ("Ardeni", "Ardenow")


def test_columns_may_be_named(tmp_path: Path) -> None:
    """Any heading can tell anything, also names by language."""
    columns = {"name": "Emri", "lon": "X", "lat": "Y", "language:sq": "Emri", "recognise": "gjej"}
    text = "Emri,X,Y,gjej\nArdeni,20.5,42.5,yes\nMorvik,20.6,42.5,no\n"
    [one, two], _ = read(tmp_path, text, columns=columns, kind="settlement", country="XK")
    assert one.place.names == (("sq", "Ardeni"),)
    assert (one.recognised, two.recognised) == (True, False)
    assert one.place.countries == ("XK",)


def test_ids_do_not_depend_on_the_order_of_rows(tmp_path: Path) -> None:
    """Without an id a place is known by what the row says; the same row twice is set aside."""
    rows = ["Arden,20.5,42.5\n", "Morvik,20.6,42.5\n"]
    first, _ = read(tmp_path, "name,lon,lat\n" + "".join(rows), kind="water")
    again, rejected = read(
        tmp_path, "name,lon,lat\n" + "".join([*rows[::-1], rows[0]]), kind="water"
    )
    assert [e.place.id for e in first] == [e.place.id for e in again][::-1]
    assert rejected == [(4, "the same place stands in line 3 too")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2,Morvik,20.5", "has 3 cells instead of 5"),
        ("2,Morvik,20.5,91,settlement", "latitude 91 is off the Earth"),
        ("2,,20.5,42.5,settlement", "name is empty"),
        ("2,Morvik,20.5,42.5,hamlet", "kind 'hamlet' is none of country"),
        ("1,Morvik,20.5,42.5,settlement", "id '1' stands in line 2 too"),
        ("2,Mor\x1bvik,20.5,42.5,settlement", "control character"),
        ("2,Mor\0vik,20.5,42.5,settlement", "NUL byte"),
    ],
)
def test_a_wrong_row_is_set_aside_with_its_line(tmp_path: Path, row: str, reason: str) -> None:
    """The rows around it are read."""
    text = HEAD + f"1,Arden,20.5,42.5,settlement\n{row}\n3,Zenta,20.7,42.5,settlement\n"
    found, rejected = read(tmp_path, text)
    assert [entry.place.id for entry in found] == ["v:1", "v:3"]
    [(line, why)] = rejected
    assert line == 3
    assert reason in why


@pytest.mark.parametrize(
    "rows",
    [
        '1,"Arden,20.5,42.5,settlement\n2,Morvik,20.6,42.5,settlement\n',
        '1,"Arden,20.5,42.5,settlement\n2,"Morvik",20.6,42.5,settlement\n',
        '1,"Arden,20.5,42.5,settlement\n2,Morvik",20.6,42.5,settlement\n',
    ],
)
def test_an_open_quote_swallows_nothing_in_silence(tmp_path: Path, rows: str) -> None:
    """Wherever the next quote stands, the error names the line where the first one opens."""
    with pytest.raises(TableError, match=r"villages.csv:3: .*quote"):
        read(tmp_path, HEAD + "0,Zenta,20.1,42.5,settlement\n" + rows)


def test_line_breaks_in_notes_are_fine(tmp_path: Path) -> None:
    """A cell that no column is read from may run over lines, and lines are counted right."""
    text = 'note,name,lon,lat\n"two\nlines",Arden,20,42\n,Morvik,20,99\n'
    found, rejected = read(tmp_path, text, kind="water")
    assert [entry.place.name for entry in found] == ["Arden"]
    assert rejected[0][0] == 4


def test_quotes_of_a_tsv_are_letters(tmp_path: Path) -> None:
    """No quoting where tabs part the cells."""
    text = 'name\tlon\tlat\n"Arden\t20\t42\nMor"vik\t20\t43\n'
    found, _ = read(tmp_path, text, name="v.tsv", kind="relief")
    assert [entry.place.name for entry in found] == ['"Arden', 'Mor"vik']
    assert found[0].place.kind is PlaceKind.RELIEF


def test_other_encodings_are_told(tmp_path: Path) -> None:
    """A byte order mark is no letter; Latin-1 needs to be said; UTF-16 is refused."""
    text = "name,lon,lat\nÉlden,20,42\n"
    assert read(tmp_path, b"\xef\xbb\xbf" + text.encode(), kind="water")[1] == []
    assert read(tmp_path, text.encode("latin-1"), kind="water")[1] == [(2, "is not UTF-8")]
    [entry], _ = read(tmp_path, text.encode("latin-1"), kind="water", encoding="latin-1")
    assert entry.place.name == "Élden"
    with pytest.raises(TableError, match="UTF-16"):
        read(tmp_path, text.encode("utf-16"))


def test_missing_columns_are_named(tmp_path: Path) -> None:
    """What is missing, what there is, and the option that mends it."""
    with pytest.raises(
        TableError, match=r"csv:1: a column for lat is missing; it has name, lon;.*--columns"
    ):
        read(tmp_path, "name,lon\nArden,20\n", kind="water")
    with pytest.raises(TableError, match="column 'NAME' is missing"):
        read(tmp_path, "name,lon,lat\n", columns={"name": "NAME"})
    with pytest.raises(OptionError, match="nme: no such field"):
        read(tmp_path, "name,lon,lat\n", columns={"nme": "name"})
    with pytest.raises(OptionError, match="--kind"):
        read(tmp_path, "name,lon,lat\nArden,20,42\n")
    with pytest.raises(TableError, match="is empty"):
        read(tmp_path, "")
    with pytest.raises(TableError, match="is missing") as caught:
        read(tmp_path, bytes(range(1, 256)) * 50, encoding="latin-1")
    assert len(str(caught.value)) < 500

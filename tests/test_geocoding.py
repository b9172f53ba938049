"""Many names in, their places out: row by row what a geocoder says of each alone."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from geopy.location import Location
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import geo
from geo.errors import OptionError
from geo.gazetteer import Gazetteer

NAMES = ["Tolmen", "Atlantis", "Štrpce", "Tolmen", "Tolmen, Ardovia", ""]


def geocode(gazetteer: Gazetteer, names: object, **asked: object) -> gpd.GeoDataFrame:
    """Geocode names with the small gazetteer."""
    return geo.geocode(names, gazetteer=gazetteer, **asked)  # type: ignore[arg-type]


def ids(found: gpd.GeoDataFrame) -> list[object]:
    """Return the ids in the order of the rows."""
    return list(found["place_id"])


def test_each_name_has_its_row_in_order(gazetteer: Gazetteer) -> None:
    """What comes twice, and what is not found, too."""
    found = geocode(gazetteer, NAMES)
    assert ids(found) == ["xa-tolmen", None, "xk-strpce", "xa-tolmen", "xa-tolmen", None]
    assert found["name"].tolist() == NAMES
    assert (found.geometry[0].x, found.geometry[0].y) == (9.7, 50.6)
    assert str(found.crs) == "EPSG:4326"


def test_a_miss_says_why(gazetteer: Gazetteer) -> None:
    """No position is invented: the geometry is None, not an empty point."""
    found = geocode(gazetteer, ["Atlantis", None, float("nan"), "—", 5, "Tolmen"])
    assert found["reason"].tolist() == ["no place of this name", *["no name was given"] * 4, None]
    assert [shape is None for shape in found.geometry] == [True] * 5 + [False]


@pytest.mark.parametrize("index", [["c", "a", "c"], [7, 3, 5]])
def test_the_index_of_a_series_is_kept(index: list[object], gazetteer: Gazetteer) -> None:
    """So that the result can be put beside the table it came from."""
    names = pd.Series(["Galdor", "Tolmen", "Galdor"], index=pd.Index(index, name="key"))
    found = geocode(gazetteer, names)
    assert found.index.equals(names.index)
    assert found.index.name == "key"


def test_a_country_or_one_a_row_narrows_the_choice(gazetteer: Gazetteer) -> None:
    """By code or by name; what is no country is told of its row alone."""
    for country in ("RS", "rs", "Serbia"):
        assert ids(geocode(gazetteer, ["Raška", "Tolmen"], country=country)) == ["rs-raska", None]
    told = geocode(gazetteer, ["Tolmen"] * 4, country=["XA", None, "XB", "Nowhere"])
    assert ids(told) == ["xa-tolmen", "xa-tolmen", None, None]
    reasons = ["no place of this name in XB", "'Nowhere' is no country"]
    assert told["reason"].tolist()[2:] == reasons


def test_kinds_narrow_the_choice(gazetteer: Gazetteer) -> None:
    """A crossing and a village may share a name; the namesakes that are left are counted."""
    found = geocode(gazetteer, ["Brnjak", "Tolmen"], kinds="crossing")
    assert ids(found) == ["xk-crossing-brnjak", None]
    assert found["reason"][1] == "no crossing of this name"
    assert found["country"][0] is None
    assert found["countries"][0] == ["XK", "RS"]
    assert geocode(gazetteer, ["Brnjak"])["namesakes"][0] == 2


def test_suggestions_are_given_when_asked_for(gazetteer: Gazetteer) -> None:
    """They cost some milliseconds each, so not otherwise."""
    found = geocode(gazetteer, ["Prishtinë", "Pristna"], suggest=True)
    assert found["suggestions"].tolist() == [[], ["Pristina"]]
    assert "suggestions" not in geocode(gazetteer, ["Pristna"])


@pytest.mark.parametrize(
    ("names", "asked", "told"),
    [
        ("Tolmen", {}, "names is a single string; put it into a list"),
        (["Tolmen"], {"country": "Nowhere"}, "'Nowhere' is no country"),
        (["Tolmen"], {"country": ["XA", "XB"]}, "2 countries for 1 names"),
        (["Tolmen"], {"kinds": "town"}, "'town' is not a valid PlaceKind; choose from country"),
        (
            pd.Series(["Tolmen"]),
            {"country": pd.Series(["XA"], index=[5])},
            "names and countries have different indexes",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(
    names: object, asked: dict[str, object], told: str, gazetteer: Gazetteer
) -> None:
    """Before anything is looked up, with the remedy."""
    with pytest.raises(OptionError, match=told) as caught:
        geocode(gazetteer, names, **asked)
    assert caught.value.remedy


def test_an_empty_result_has_the_columns_of_a_full_one(gazetteer: Gazetteer) -> None:
    """And their types."""
    full, empty = geocode(gazetteer, ["Tolmen"]), geocode(gazetteer, [])
    assert len(empty) == 0
    assert empty.dtypes.equals(full.dtypes)


def test_rows_do_not_share_their_lists(gazetteer: Gazetteer) -> None:
    """Whoever changes one row changes no other."""
    found = geocode(gazetteer, ["Tolmen", "Tolmen"])
    found["countries"][0].append("XX")
    assert found["countries"][1] == ["XA"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.sampled_from([*NAMES, "Brnjak", "Holm", "Bernjak"]) | st.text(), max_size=9)
)
def test_in_bulk_and_alone_the_answers_agree(gazetteer: Gazetteer, names: list[str]) -> None:
    """As geopy's geocoder says of each name, so does the table."""
    geocoder = geo.LocalGeocoder(gazetteer=gazetteer)
    found = geocode(gazetteer, names)
    assert len(found) == len(names)
    for name, place_id, lat in zip(names, found["place_id"], found["lat"], strict=True):
        alone = geocoder.geocode(name) if place_id is not None else None
        assert (alone is None) == (place_id is None)
        if isinstance(alone, Location):
            assert (alone.raw["id"], alone.latitude) == (place_id, lat)
        else:
            assert np.isnan(lat)

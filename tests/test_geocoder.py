import functools
import json

import geopandas
import pytest
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.location import Location
from geopy.point import Point

from geo.gazetteer import Gazetteer
from geo.geocoder import LocalGeocoder


@pytest.fixture
def geocoder(gazetteer: Gazetteer) -> LocalGeocoder:
    """Ask the small gazetteer."""
    return LocalGeocoder(gazetteer=gazetteer)


def _id(found: object) -> str:
    assert isinstance(found, Location)
    return str(found.raw["id"])


def _ids(found: object) -> list[str]:
    assert isinstance(found, list)
    return [_id(one) for one in found]


@pytest.mark.parametrize(
    "names", [("Strpce", "Штрпце", "Shtërpcë"), ("Pristina", "Priština", "Prishtinë")]
)
def test_spellings_of_one_place_give_one_id(
    geocoder: LocalGeocoder, names: tuple[str, ...]
) -> None:
    """All names of a place lead to it."""
    assert len({_id(geocoder.geocode(name)) for name in names}) == 1


def test_positions_are_lat_lon_as_geopy_has_them(geocoder: LocalGeocoder) -> None:
    """Latitude first, in the point and in the tuple."""
    found = geocoder.geocode("Zubin Potok")
    assert isinstance(found, Location)
    assert (found.latitude, found.longitude) == (42.9144, 20.6897)
    assert found.address == "Zubin Potok, Kosovo"


def test_a_crossing_is_addressed_by_both_sides(geocoder: LocalGeocoder) -> None:
    """Neither country is left out, and raw is JSON with the footprint in it."""
    found = geocoder.geocode("Jarinje")
    assert isinstance(found, Location)
    assert found.address == "Jarinje, Kosovo / Serbia"
    assert json.loads(json.dumps(found.raw))["geometry"]["type"] == "Polygon"


def test_namesakes_come_as_a_list(geocoder: LocalGeocoder) -> None:
    """All of them, likeliest first, no more than the limit."""
    usual = ["xk-crossing-brnjak", "xk-brnjak", "xk-brnjaca"]
    assert _ids(geocoder.geocode("Brnjak", exactly_one=False)) == usual
    assert _ids(geocoder.geocode("Brnjak", exactly_one=False, limit=2)) == usual[:2]


def test_unknown_names_are_none(geocoder: LocalGeocoder) -> None:
    """As in geopy: None, whether one or all are asked for."""
    assert geocoder.geocode("Atlantis") is None
    assert geocoder.geocode("Atlantis", exactly_one=False) is None


@pytest.mark.parametrize("query", ["", "  ", "—", None, float("nan"), ["Pristina"]])
def test_queries_without_a_name_are_geopys_own_error(
    geocoder: LocalGeocoder, query: object
) -> None:
    """Callers of geopy catch its exceptions, not ours."""
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(query)


def test_country_codes_filter_and_bias_only_sorts(geocoder: LocalGeocoder) -> None:
    """A filter removes the others; a bias keeps them behind."""
    assert geocoder.geocode("Tolmen", country_codes="xb") is None
    assert _id(geocoder.geocode("Tolmen", country_bias="XB")) == "xa-tolmen"
    both = _ids(geocoder.geocode("Brnjak", exactly_one=False, country_bias=["RS"]))
    assert len(both) == 3


def test_near_brings_the_near_namesake_to_the_front(geocoder: LocalGeocoder) -> None:
    """(lat, lon), a Point or a string; the far ones stay in the list."""
    for near in ((42.40, 20.60), Point(42.40, 20.60), "42.40, 20.60"):
        assert _id(geocoder.geocode("Brnjak", near=near)) == "xk-brnjaca"
    assert _id(geocoder.geocode("Brnjak", near=(0, 0))) == "xk-crossing-brnjak"


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ("Tolmen, Ardovia", "xa-tolmen"),
        ("Tolmen, XA", "xa-tolmen"),
        ("Brnjak, Serbia", "xk-crossing-brnjak"),
    ],
)
def test_a_name_may_say_what_it_lies_in(geocoder: LocalGeocoder, query: str, place_id: str) -> None:
    """After a comma stands the country, by name or code."""
    assert _id(geocoder.geocode(query)) == place_id


def test_a_slip_inside_a_country_is_forgiven_and_said(geocoder: LocalGeocoder) -> None:
    """Behind a comma or by ``country_codes``; without either a misspelt name is unknown."""
    said = "spelt Tolmne in the text; read as Tolmen"
    for found in (geocoder.geocode("Tolmne, XA"), geocoder.geocode("Tolmne", country_codes="xa")):
        assert isinstance(found, Location)
        assert (found.raw["id"], found.raw["because"]) == ("xa-tolmen", said)
    assert geocoder.geocode("Tolmne") is None


def test_a_place_elsewhere_is_not_found(geocoder: LocalGeocoder) -> None:
    """What lies in another country is no answer."""
    assert geocoder.geocode("Tolmen, Belmark") is None


def test_reverse_gives_the_nearest_settlement(geocoder: LocalGeocoder) -> None:
    """With its distance, and in the country it lies in."""
    found = geocoder.reverse((42.90, 20.69))
    assert _id(found) == "xk-zubin-potok"
    assert isinstance(found, Location)
    assert 1500 < found.raw["distance_m"] < 1700
    assert found.raw["point_countries"] == ["XK"]


def test_reverse_at_a_border_says_both_sides(geocoder: LocalGeocoder) -> None:
    """The nearest town of the Jarinje crossing is Raška; the side stays open."""
    found = geocoder.reverse("43.21861, 20.69167")
    assert isinstance(found, Location)
    assert found.raw["id"] == "rs-raska"
    assert found.raw["point_countries"] == ["RS", "XK"]
    assert [one["id"] for one in found.raw["near_crossings"]] == ["xk-crossing-jarinje"]


def test_reverse_at_sea_is_none(geocoder: LocalGeocoder) -> None:
    """Where no settlement is near there is no answer."""
    assert geocoder.reverse((0, -140)) is None


@pytest.mark.parametrize("query", ["somewhere", (float("nan"), 0), None, ""])
def test_reverse_of_no_position_is_geopys_own_error(geocoder: LocalGeocoder, query: object) -> None:
    """Callers of geopy catch its exceptions, not ours."""
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse(query)


def test_geopandas_takes_the_class(gazetteer: Gazetteer) -> None:
    """A miss and an empty cell are empty points; the others are where they should be."""
    found = geopandas.tools.geocode(
        ["Pristina", "Atlantis", "", "Brnjak"], provider=LocalGeocoder, gazetteer=gazetteer
    )
    assert list(found.geometry.is_empty) == [False, True, True, False]
    assert (found.geometry[0].x, found.geometry[0].y) == (21.16688, 42.67272)
    back = geopandas.tools.reverse_geocode(
        found.geometry[:1], provider=LocalGeocoder, gazetteer=gazetteer, timeout=5
    )
    assert back.address[0] == "Pristina, Kosovo"


@pytest.mark.parametrize("options", [{}, {"timeout": 5}, {"country_bias": "RS"}])
def test_geopandas_takes_an_object_too(options: dict[str, object], gazetteer: Gazetteer) -> None:
    """As its manual says and its code does not: it calls what it is given."""
    provider = LocalGeocoder(gazetteer=gazetteer, country_bias="XK")
    found = geopandas.tools.geocode(["Pristina"], provider=provider, **options)
    assert found.address.tolist() == ["Pristina, Kosovo"]
    assert provider(**options).country_bias == {options.get("country_bias", "XK")}


def test_geopandas_takes_a_partial(gazetteer: Gazetteer) -> None:
    """The usual way to give a class its options."""
    provider = functools.partial(LocalGeocoder, gazetteer=gazetteer)
    found = geopandas.tools.geocode(["Pristina"], provider=provider)
    assert found.address.tolist() == ["Pristina, Kosovo"]


def test_reverse_tells_one_country_only_where_it_is_sure(geocoder: LocalGeocoder) -> None:
    """Near a border ``point_country`` is None, whatever the nearest town is."""
    inside, border = geocoder.reverse((42.90, 20.69)), geocoder.reverse((43.21861, 20.69167))
    assert isinstance(inside, Location)
    assert isinstance(border, Location)
    assert (inside.raw["point_country"], border.raw["point_country"]) == ("XK", None)


def test_the_network_is_never_asked(geocoder: LocalGeocoder) -> None:
    """What geopy would fetch is refused."""
    with pytest.raises(GeocoderUnavailable):
        geocoder.adapter.get_json("http://example.org", timeout=1, headers={})

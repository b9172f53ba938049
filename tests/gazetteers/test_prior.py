import sqlite3

import pytest

from geo.gazetteer import Gazetteer, build
from geo.gazetteers.prior import KIND_ORDER, Entry, weight
from geo.model import Place, PlaceKind


def _order(name: str, *entries: Entry) -> list[str]:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, entries)
    return [place.id for place in Gazetteer(connection).lookup(name)]


def _town(
    place_id: str, name: str, population: int, *names: str, capital: bool = False, rank: int = 0
) -> Entry:
    told = (("capital", "true"),) if capital else ()
    place = Place(
        place_id, name, PlaceKind.SETTLEMENT, 1.0, 1.0,
        population=population, attributes=told, rank=rank,
    )  # fmt: skip
    return Entry(place, names, curated=not place_id.startswith("gn:"))


def _country(code: str, name: str, population: int, *names: tuple[str, str]) -> Entry:
    told = (("en", name), *names)
    return Entry(
        Place(code, name, PlaceKind.COUNTRY, 1.0, 1.0, (code,), names=told, population=population)
    )


def test_countries_come_before_everything_under_their_english_name() -> None:
    """A city of ten millions called like a small country comes second."""
    city = _town("gn:1", "Luxembourg", 10_000_000, capital=True)
    assert _order("Luxembourg", city, _country("LU", "Luxembourg", 600_000)) == ["LU", "gn:1"]


def test_countries_yield_to_cities_under_foreign_names() -> None:
    """What one language calls a country is a capital in English."""
    city = _town("gn:1", "Tunis", 693_210, capital=True)
    country = _country("TN", "Tunisia", 11_565_204, ("sr-Latn", "Tunis"))
    assert _order("Tunis", country, city) == ["gn:1", "TN"]


def test_curated_places_yield_to_big_cities_only() -> None:
    """A curated village beats a town of the world and loses to a metropolis."""
    village, town = _town("xk-kula", "Kula", 10), _town("gn:2", "Kula", 24_000)
    metropolis = _town("gn:3", "Kula", 5_000_000)
    assert _order("Kula", town, village, metropolis) == ["gn:3", "xk-kula", "gn:2"]


def test_the_editors_rank_beats_population_and_old_names() -> None:
    """The first of two curated namesakes stays first, whatever the other's size or spelling."""
    first = _town("xk-one", "Somewhere", 10, "Kula")
    second = _town("xk-two", "Kula", 2_000_000, rank=1)
    assert _order("Kula", second, first) == ["xk-one", "xk-two"]


def test_own_names_weigh_more_than_other_names() -> None:
    """A town comes before a larger one that only some language calls so."""
    pecs, petsch = _town("gn:4", "Pécs", 140_000, "Petsch"), _town("gn:5", "Petsch", 50_000)
    assert _order("Petsch", pecs, petsch) == ["gn:5", "gn:4"]


def test_capitals_weigh_more() -> None:
    """Of two towns of like size the capital comes first."""
    capital, other = _town("gn:7", "K", 90_000, capital=True), _town("gn:6", "K", 110_000)
    assert weight(capital) > weight(other)


def test_equal_weights_go_by_kind_then_by_id() -> None:
    """Nothing is left to chance."""
    places = [Entry(Place(f"xk-{kind}", "K", kind, 1.0, 1.0)) for kind in reversed(KIND_ORDER[1:])]
    twin = Entry(Place("xk-a", "K", PlaceKind.SETTLEMENT, 1.0, 1.0))
    expected = ["xk-a", *(f"xk-{kind}" for kind in KIND_ORDER[1:])]
    assert _order("K", *places, twin) == expected


@pytest.mark.parametrize("kind", PlaceKind)
def test_every_kind_has_its_place_in_the_order(kind: PlaceKind) -> None:
    """A new kind must be ranked before it is used."""
    assert kind in KIND_ORDER


def _unit(place_id: str, name: str, people: int, *, level: int, shared: str = "") -> Entry:
    kind = PlaceKind.ADMIN1 if level == 1 else PlaceKind.ADMIN2
    place = Place(place_id, name, kind, 1.0, 1.0)
    return Entry(place, curated=False, people=people, shared=frozenset({shared} if shared else ()))


def test_units_of_the_world_weigh_their_people() -> None:
    """A province of millions wins over a small namesake town abroad, a small one does not."""
    town = _town("gn:9", "Sorrel", 40_000)
    assert _order("Sorrel", town, _unit("gn:1", "Sorrel", 900_000, level=1)) == ["gn:1", "gn:9"]
    assert _order("Sorrel", town, _unit("gn:1", "Sorrel", 9_000, level=1)) == ["gn:9", "gn:1"]


def test_second_level_units_weigh_less() -> None:
    """A county yields to a city of its name with half its people."""
    city, county = _town("gn:9", "Sorrel", 250_000), _unit("gn:1", "Sorrel", 500_000, level=2)
    assert _order("Sorrel", county, city) == ["gn:9", "gn:1"]


def test_a_unit_yields_to_its_seat() -> None:
    """Under a name shared with a town of its country a unit stands behind it."""
    seat = _town("gn:9", "Sorrel", 400_000)
    unit = _unit("gn:1", "Sorrel", 2_500_000, level=1, shared="sorrel")
    assert _order("Sorrel", unit, seat) == ["gn:9", "gn:1"]


def test_a_derived_unit_is_no_curated_place() -> None:
    """Without known people a unit weighs nothing, not what an editor's row weighs."""
    assert weight(_unit("gn:1", "Sorrel", 0, level=2)) == 0
    assert KIND_ORDER.index(PlaceKind.ADMIN1) < KIND_ORDER.index(PlaceKind.ADMIN2)

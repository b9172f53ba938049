"""What the words between two names say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.geoparsing import geoparse
from geo.toponymy import links
from geo.toponymy.candidates import candidates_of
from geo.toponymy.links import Link
from tests import namesakes


def find(text: str, *names: str) -> list[list[Link]]:
    """Return the links of names in a text."""
    candidates = candidates_of(namesakes.gazetteer())
    mentions = namesakes.named(text, *names)
    bearers = [candidates.of(m.name, m.hint) for m in mentions]
    if mentions and mentions[0].name == "Ardovian":
        bearers[0] = candidates.behind(("XA",))
    return links.find(text, mentions, bearers, candidates)


def holders(told: list[Link]) -> set[str]:
    """Return the ids of the places that a name is told to lie in."""
    return {h.place.id for link in told if link.kind == "held" for h in link.holders}


@pytest.mark.parametrize(
    "text",
    [
        "in Dell, Upper Mark, on Tuesday",
        "in Dell (Upper Mark)",
        "in Dell in Upper Mark",
        "in Dell, a village in northern Upper Mark",
        "in Dell Upper Mark",
    ],
)
def test_what_stands_behind_a_town_holds_it(text: str) -> None:
    """Comma, brackets, "in" and an apposition all say where a town lies."""
    town, unit = find(text, "Dell", "Upper Mark")
    assert holders(town) == {"xa-upper"}
    assert [link.kind for link in unit] == ["holds"]


def test_an_owner_in_front_holds_too() -> None:
    """The possessive says the same the other way round."""
    _, town = find("Upper Mark's hill town of Dell", "Upper Mark", "Dell")
    assert holders(town) == {"xa-upper"}


def test_a_people_in_front_of_a_sort_word_holds() -> None:
    """The people says in which country the town lies; elsewhere it says nothing of it."""
    _, town = find("the Ardovian town of Lorn", "Ardovian", "Lorn")
    assert holders(town) == {"XA"}
    _, town = find("an Ardovian flew to Lorn", "Ardovian", "Lorn")
    assert holders(town) == set()


def test_what_holds_the_county_holds_the_town() -> None:
    """A chain of holders is handed down."""
    town, county, _ = find("Dell, Tern County, Lower Mark", "Dell", "Tern County", "Lower Mark")
    assert holders(county) == {"xa-lower"}
    assert "xa-lower" in holders(town)


def test_a_holder_that_nobody_mentioned_is_read() -> None:
    """A state behind a comma counts whether or not it was recognised as a name."""
    (town,) = find("in Garrow, Upper Mark, on Tuesday", "Garrow")
    assert holders(town) == {"xa-upper"}


def test_a_list_is_no_containment() -> None:
    """Neighbours in a list are equals, and a holder between them does not part them."""
    one, two, three = find("in Dell, Lorn and Garrow", "Dell", "Lorn", "Garrow")
    assert [link.other for link in two if link.kind == "listed"] == [0, 2]
    assert not holders(one) | holders(two) | holders(three)
    first, _, second = find("Dell, Upper Mark, and Garrow", "Dell", "Upper Mark", "Garrow")
    assert [link.other for link in second] == [0]
    assert "listed" in {link.kind for link in first}


@pytest.mark.parametrize(
    ("text", "km", "bearing"),
    [
        ("Dell, 20 km south of Fenwick", 20.0, 180.0),
        ("Dell, some 10 miles north-east of Fenwick", 16.09, 45.0),
        ("Dell, 5 km from Fenwick", 5.0, None),
        ("Dell, just outside Fenwick", links.NEAR_KM, None),
    ],
)
def test_distances_and_directions_are_read(text: str, km: float, bearing: float | None) -> None:
    """The first place is told from the second, and the second from the first, turned round."""
    (one,), (other,) = find(text, "Dell", "Fenwick")
    assert (one.kind, round(one.km, 2), one.bearing) == ("near", km, bearing)
    assert other.bearing == (None if bearing is None else (bearing + 180.0) % 360.0)


@pytest.mark.parametrize(
    "text", ["Dell, 20 minutes south of Fenwick", "Dell. Fenwick", "Dell!Fenwick"]
)
def test_other_words_say_nothing(text: str) -> None:
    """What is no distance, no list and no containment makes no link."""
    one, other = find(text, "Dell", "Fenwick")
    assert not any(link.measured for link in (*one, *other))
    assert not holders(one) | holders(other)


@given(st.text(alphabet="ab ,.()'’\n0123456789kmofsuth", max_size=100))
def test_links_point_at_mentions(gap: str) -> None:
    """Whatever stands between two names, links point back at them and the work ends."""
    found = find(f"Dell{gap}Fenwick", "Dell", "Fenwick")
    assert all(-1 <= link.other < 2 for told in found for link in told)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen killed two in Kolofata town in Cameroon.", ("CM",)),
        ("Gunmen killed two in Kolofata in Uganda.", None),
        ("Gunmen killed two in Kolofata, and soldiers died in Uganda.", ("CM",)),
    ],
)
def test_the_only_village_of_a_name_is_none_in_another_country(
    text: str, country: tuple[str, ...] | None
) -> None:
    """A country right behind a name holds it, whether it has such a place or not."""
    place = geoparse(text)[0].place
    assert (place.countries if place else None) == country

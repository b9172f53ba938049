"""A sentence taken apart says how its names of places hang together."""

from __future__ import annotations

import pytest

from geo.linking.fields import Field
from geo.model import PlaceKind
from tests.linking.test_scenes import named, sentence


def test_a_contender_hangs_on_its_preposition() -> None:
    """Past the sort of the place and its adjectives."""
    text = "A bomb exploded in the Ardovian town of Tolmen."
    field = Field(text, sentence(text, "exploded", named(text, "Tolmen")))
    tolmen = next(c for c in field.contenders if c.span.of(text) == "Tolmen")
    assert (tolmen.governor, tolmen.in_space) == ("in", True)


def test_a_town_stands_in_what_is_named_behind_it() -> None:
    """The link is known from either end."""
    text = "Police raided a farm in Tolmen, Ardovia."
    found = named(text, "Tolmen"), named(text, "Ardovia", PlaceKind.COUNTRY)
    contenders = Field(text, sentence(text, "raided", *found)).contenders
    town, country = (c for c in contenders if c.known)
    assert (town.links, country.links) == ([("in>", country)], [("<in", town)])


def test_a_list_needs_a_word_that_joins_it() -> None:
    """A comma alone puts a town in its country."""
    text = "Police raided a farm in Tolmen, Ardovia."
    found = named(text, "Tolmen"), named(text, "Ardovia", PlaceKind.COUNTRY)
    assert not any(c.listed for c in Field(text, sentence(text, "raided", *found)).contenders)


def test_the_members_of_a_list_know_one_another() -> None:
    """The last "and" joins them all."""
    text = "Thousands marched in Tolmen, Galdor and Holm."
    found = [named(text, name) for name in ("Tolmen", "Galdor", "Holm")]
    contenders = Field(text, sentence(text, "marched", *found)).contenders
    assert [len(c.listed) for c in contenders if c.known] == [3, 3, 3]


@pytest.mark.parametrize("part", ["jungle", "forests", "ruins", "foothills", "alleys"])
def test_parts_of_a_place_are_read_through(part: str) -> None:
    """What is in the jungle of a place is in the place."""
    text = f"Two men were shot in the {part} of Tolmen."
    [c] = Field(text, sentence(text, "shot", named(text, "Tolmen"))).contenders
    assert (c.governor, c.in_space) == ("in", True)


@pytest.mark.parametrize(
    "behind", ["to the east of", "30 km northeast of", "some 12 miles west of", "south of"]
)
def test_a_town_is_measured_from_what_is_named_behind_a_bearing(behind: str) -> None:
    """The link is that of a town in what is around it."""
    text = f"Galdor, {behind} Tolmen, was shelled."
    found = named(text, "Galdor"), named(text, "Tolmen")
    first, second = Field(text, sentence(text, "shelled", *found)).contenders
    assert first.links == [("in>", second)]


def test_a_comma_may_stand_before_the_and_of_a_list() -> None:
    """It closes the list as well as "and" alone."""
    text = "Thousands marched in Tolmen, Galdor, and Holm."
    found = [named(text, name) for name in ("Tolmen", "Galdor", "Holm")]
    contenders = Field(text, sentence(text, "marched", *found)).contenders
    assert [len(c.listed) for c in contenders if c.known] == [3, 3, 3]


def test_the_countries_of_towns_are_no_members_of_their_list() -> None:
    """Two towns with theirs are two places."""
    text = "Bombs went off in Tolmen, Ardovia, and Galdor, Istria."
    found = [
        named(text, "Tolmen", country="Ardovia"),
        named(text, "Ardovia", PlaceKind.COUNTRY),
        named(text, "Galdor", country="Istria"),
        named(text, "Istria", PlaceKind.COUNTRY),
    ]
    contenders = Field(text, sentence(text, "went off", *found)).contenders
    listed = {c.span.of(text): [one.span.of(text) for one in c.listed] for c in contenders}
    assert listed["Tolmen"] == listed["Galdor"] == ["Tolmen", "Galdor"]
    assert not listed["Ardovia"]


@pytest.mark.parametrize(
    "behind", ["and police in Galdor spoke", "and fled to Galdor", "and Galdor saw protests"]
)
def test_a_clause_behind_a_country_is_no_member_of_a_list(behind: str) -> None:
    """What others do elsewhere was not done there."""
    text = f"Men shot two in Tolmen, Ardovia, {behind}."
    found = [
        named(text, "Tolmen", country="Ardovia"),
        named(text, "Ardovia", PlaceKind.COUNTRY),
        named(text, "Galdor"),
    ]
    assert not any(c.listed for c in Field(text, sentence(text, "shot", *found)).contenders)


@pytest.mark.parametrize(
    ("text", "governor"),
    [
        ("Farmers marched in three towns, including Tolmen.", "in"),
        ("Farmers marched in large cities of Ardovia such as Tolmen.", "in"),
        ("Farmers marched in many other places like Tolmen.", "in"),
        ("Police held ten people, including Tolmen.", ","),
        ("Two cities fell before ten people were held, including Tolmen.", ","),
    ],
)
def test_some_of_several_places_are_in_space(text: str, governor: str) -> None:
    """Of people "including" says nothing of where."""
    trigger = "marched" if "marched" in text else "held"
    told = Field(text, sentence(text, trigger, named(text, "Tolmen")))
    (one,) = [c for c in told.contenders if c.span.of(text) == "Tolmen"]
    assert (one.governor == "in") == (governor == "in")


@pytest.mark.parametrize("held", ["rebel-controlled", "non-government-controlled", "besieged"])
def test_in_whose_hands_a_place_is_does_nothing_to_it(held: str) -> None:
    """It hangs on the preposition before, as without that word."""
    text = f"Two were shot near {held} Holm."
    told = Field(text, sentence(text, "shot", named(text, "Holm")))
    assert [(c.governor, c.in_space) for c in told.contenders] == [("near", True)]
    text = "Two were shot as soldiers attacked Holm."
    told = Field(text, sentence(text, "shot", named(text, "Holm")))
    assert [c.governor for c in told.contenders] == ["verb"]

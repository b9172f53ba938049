"""An article's own town: found by how it is named, and never by what only passes through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from geo.linking import hometown
from geo.model import Article, MentionClass, Place, PlaceKind, Resolution
from tests.strategies import resolutions
from tests.towns import HOLM, NORDLAND, TOLMEN, named


def test_police_of_a_town_outweigh_a_town_in_passing() -> None:
    """Whose police speaks says where it was; where the victim is from does not."""
    text = "A man of Holm was shot, Tolmen police said."
    found = hometown.find(
        Article("a", text), (named(text, HOLM), named(text, TOLMEN, MentionClass.MODIFIER))
    )
    assert found is not None
    assert found.where.place == TOLMEN


def test_dateline_of_a_capital_counts_nothing() -> None:
    """Agencies write from capitals about the whole country."""
    capital = replace(TOLMEN, attributes=(("capital", "true"),))
    text = "TOLMEN — A man was shot."
    line = named(text, capital, MentionClass.DATELINE, "TOLMEN")
    assert hometown.find(Article("a", text), (line,)) is None


def test_town_of_a_hospital_is_no_scene() -> None:
    """Neither "a Tolmen hospital" nor "taken to … in Tolmen" says where somebody was shot."""
    text = "He died in a Tolmen hospital. She was taken to a ward in Holm."
    assert hometown.brought_there(text, named(text, TOLMEN).mention.span)
    assert hometown.brought_there(text, named(text, HOLM).mention.span)


def test_hospital_of_the_sentence_before_is_not_of_the_next() -> None:
    """A full stop ends what somebody was taken to."""
    text = "She was taken to hospital. Shots fell in Tolmen."
    assert not hometown.brought_there(text, named(text, TOLMEN).mention.span)


def test_title_names_the_town() -> None:
    """A town of the headline is believed, and points at its name in the text if that is there."""
    text, title = "Shots fell at a Tolmen bar.", "Two hurt in Tolmen | Holm Daily News"
    told = tuple(named(title, place) for place in (TOLMEN, HOLM))
    found = hometown.find(Article("a", text, title), (), told)
    assert found is not None
    assert found.where.place == TOLMEN
    assert found.where.mention.span.of(text) == "Tolmen"


@given(st.lists(resolutions(), max_size=6))
def test_order_of_what_is_named_does_not_matter(found: list[Resolution]) -> None:
    """The same names give the same town in any order of the list."""
    text = "x" * 4000
    one = hometown.find(Article("a", text), found)
    other = hometown.find(Article("a", text), sorted(found, key=repr))
    assert (one and one.where.place and one.where.place.id) == (
        other and other.where.place and other.where.place.id
    )


def test_county_stands_where_no_town_does() -> None:
    """The county whose sheriff speaks is better than none, and yields to a town."""
    county = Place("holm-county", "Holm County", PlaceKind.ADMIN2, 10.1, 50.1, ("XA",))
    text = "The Holm County Sheriff said that shots fell in Tolmen."
    sheriff = named(text, county, MentionClass.EMBEDDED)
    article = Article("a", text)
    alone, both = (hometown.find(article, r) for r in ((sheriff,), (sheriff, named(text, TOLMEN))))
    assert alone is not None
    assert both is not None
    assert (alone.where.place, both.where.place) == (county, TOLMEN)


def test_the_town_of_the_station_stands_where_no_other_is_named() -> None:
    """Behind the headline, and weaker than any town of the news."""
    text = "A man was shot on Elm Street, police said."
    article = Article("a", text, "Man shot - KTOL News 5, Tolmen")
    titled = (named("Man shot - KTOL News 5, Tolmen", TOLMEN),)
    found = hometown.find(article, (), titled)
    assert found is not None
    assert (found.where.place, found.strength) == (TOLMEN, hometown.OUTLET)


def test_a_bare_name_is_that_of_the_town() -> None:
    """Not of the county that bears it too, unless the words say so or the town has no chance."""
    county = replace(NORDLAND, id="tolmen-county", name="Tolmen County", kind=PlaceKind.ADMIN2)
    found = replace(named("in Tolmen", TOLMEN), place=county, alternatives=((TOLMEN, 0.3),))
    assert hometown.as_town("in Tolmen", found).place == TOLMEN
    for said in ("in Tolmen and Holm counties", "in Tolmen, a county where"):
        assert hometown.as_town(said, found).place == county
    lost = replace(found, alternatives=((TOLMEN, 0.01),))
    assert hometown.as_town("in Tolmen", lost).place == county


def test_where_somebody_only_was_is_not_the_home_of_an_article() -> None:
    """A visit puts nothing there."""
    for said, is_home in (("who was in Tolmen in May", False), ("a bomb in Tolmen", True)):
        text = f"Holm is in its third week. The mayor, {said}, said so."
        found = hometown.find(Article("a", text), (named(text, TOLMEN), named(text, HOLM)))
        assert found is not None
        assert (found.where.place == TOLMEN) is is_home


def test_a_crossing_may_be_the_home_of_the_news() -> None:
    """Reports are filed from there as well."""
    crossing = Place("xing", "Varn", PlaceKind.CROSSING, 12.0, 51.0, ("XA", "XB"))
    text = "At Varn lorries wait. In Varn men play cards. He has a sister near Holm."
    found = hometown.find(Article("a", text), [named(text, crossing), named(text, HOLM)])
    assert found is not None
    assert found.where.place == crossing


def test_a_birthplace_is_no_home() -> None:
    """Nor does a town of long ago count for much."""
    for text in (
        "He was born in Holm. It rained near Tolmen.",
        "It rained in Tolmen. In 2008 a mayor resigned in Holm.",
    ):
        told = [named(text, HOLM), named(text, TOLMEN)]
        found = hometown.find(Article("a", text, published=date(2024, 1, 1)), told)
        assert found is not None
        assert found.where.place == TOLMEN

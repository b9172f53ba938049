"""What an article speaks of as a whole."""

from geo import mentions
from geo.gazetteer import Gazetteer
from geo.model import Article, Clutter, Span
from geo.toponymy.context import Context, codes, gather, whole_name


def context(text: str, gazetteer: Gazetteer, *clutter: Clutter) -> Context:
    """Gather the context of a text."""
    article = Article("a", text, clutter=clutter)
    return gather(article, mentions.find(article, gazetteer), gazetteer)


def test_the_country_most_spoken_of_comes_first(gazetteer: Gazetteer) -> None:
    """Countries are ordered by how much is said of them."""
    text = "In Belmark it rained. In Ardovia it snowed, and in Ardovia it froze."
    assert context(text, gazetteer).countries == ("XA", "XB")


def test_equals_are_ordered_by_code(gazetteer: Gazetteer) -> None:
    """The order of the text decides nothing."""
    assert context("In Belmark and in Ardovia.", gazetteer).countries == ("XA", "XB")


def test_capitals_and_peoples_speak_of_their_country(gazetteer: Gazetteer) -> None:
    """A government named by its capital, and a people, bring a country into play."""
    told = context("Estrun rejected it. A Serb smiled.", gazetteer)
    assert set(told.countries) == {"XA", "RS"}


def test_page_furniture_says_nothing(gazetteer: Gazetteer) -> None:
    """What stands in an advert brings no country into play."""
    told = context("War in Kosovo.", gazetteer, Clutter(Span(0, 14), "advert"))
    assert told.countries == ()


def test_a_part_speaks_of_the_whole(gazetteer: Gazetteer) -> None:
    """A part named with its country brings the country into play."""
    article = Article("a", "It snowed in northern Ardovia.")
    (part,) = mentions.find(article, gazetteer)
    assert whole_name(part) == "Ardovia"
    assert codes(part, gazetteer) == ("XA",)

"""Where a deed was whose sentence names no place."""

from __future__ import annotations

from geo.linking.hometown import Hometown
from geo.linking.inherited import home_near, of_scene
from geo.linking.scenes import Scene, Sentence
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span

TEXT = "Three men were shot."
SENTENCE = Sentence(Span(0, len(TEXT)), 1, (), ())
SHOT = Span(15, 19)


def at(name: str, country: str = "AA") -> Resolution:
    """Return a town that was named somewhere."""
    mention = Mention(Span(0, 6), name, MentionClass.LITERAL)
    place = Place(name.lower(), name, PlaceKind.SETTLEMENT, 1.0, 2.0, countries=(country,))
    return Resolution(mention, place, 0.9)


def test_the_nearer_the_sentence_the_more_it_says() -> None:
    """The sentence before goes first, then the paragraph before; farther back tells nothing."""
    told = {
        paragraph: of_scene(TEXT, SENTENCE, SHOT, Scene(where=at("Tolmen"), where_paragraph=at_))
        for paragraph, at_ in (("own", 1), ("before", 0), ("long ago", -1))
    }
    assert told["own"] == (at("Tolmen"), "the place of the sentence before")
    assert told["before"] == (at("Tolmen"), "the place of the paragraph before")
    assert told["long ago"] == (None, "no place is named")


def test_a_report_from_abroad_is_at_home_nowhere() -> None:
    """Talks on a country may be held in a town of another."""
    mention = Mention(Span(0, 6), "Ardovia", MentionClass.LITERAL)
    ardovia = Resolution(mention, Place("AA", "Ardovia", PlaceKind.COUNTRY, 1.0, 2.0), 0.9)
    inside, outside = (
        Scene(country=ardovia, home=Hometown(at("Galdor", code), 9.0)) for code in ("AA", "BB")
    )
    assert home_near(inside, SHOT, SENTENCE) is not None
    assert home_near(outside, SHOT, SENTENCE) is None


def test_whose_police_speak_need_not_be_named_twice() -> None:
    """A town that only this sentence names is no home of the news, unless its police say so."""
    town = at("Tolmen")
    only = {"tolmen": SENTENCE.span}
    for speaks in (True, False):
        scene = Scene(home=Hometown(town, 2.0, (0,), by_authority=speaks), only=only)
        assert (home_near(scene, SHOT, SENTENCE) is not None) is speaks

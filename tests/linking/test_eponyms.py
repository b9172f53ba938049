"""Deeds that go by the name of a place."""

from __future__ import annotations

import pytest

from geo.linking.eponyms import deplored, named_after, struck
from geo.linking.scenes import Sentence
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span


def sentence(text: str, *names: str) -> Sentence:
    """Return a text as one sentence with its towns."""
    found = []
    for name in names:
        start = text.index(name)
        mention = Mention(Span(start, start + len(name)), name, MentionClass.LITERAL)
        place = Place(name.lower(), name, PlaceKind.SETTLEMENT, 1.0, 2.0)
        found.append(Resolution(mention, place, 0.9))
    return Sentence(Span(0, len(text)), 0, tuple(found), ())


def at(text: str, words: str) -> Span:
    """Return where some words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "deed", "place"),
    [
        ("A Galdor blast left nine dead.", "left nine dead", "Galdor"),
        ("Galdor blast on Monday kills nine.", "kills", "Galdor"),
        ("A deadly Galdor shooting claimed two lives.", "claimed", "Galdor"),
        ("The Galdor bombing was claimed by nobody.", "bombing", "Galdor"),
        ("A Galdor baker left nine heirs.", "left", None),
        ("A man from the Galdor area shot a guard.", "shot", None),
    ],
)
def test_a_deed_is_where_it_is_named_after(text: str, deed: str, place: str | None) -> None:
    """The noun for a deed stands right behind the name, whatever word then tells of it."""
    found = named_after(text, sentence(text, "Galdor"), at(text, deed))
    assert (found.place.name if found and found.place else None) == place


def test_where_a_protest_is_put_it_is_not_named_after() -> None:
    """A march for one town is held in another."""
    text = "A Galdor protest drew a crowd in Tolmen."
    assert named_after(text, sentence(text, "Galdor", "Tolmen"), at(text, "drew")) is None


def test_what_befalls_a_town_is_there() -> None:
    """The town is the subject and opens its clause."""
    text = "Galdor came under fire at dawn."
    found = struck(text, sentence(text, "Galdor"), at(text, "came under fire"))
    assert found is not None
    text = "Blast rocks Galdor market."
    assert struck(text, sentence(text, "Galdor"), at(text, "Blast rocks")) is not None
    text = "A blast rocks market stalls far from Galdor."
    assert struck(text, sentence(text, "Galdor"), at(text, "blast rocks")) is None
    text = "A road to Galdor came under fire."
    assert struck(text, sentence(text, "Galdor"), at(text, "came under fire")) is None


@pytest.mark.parametrize(
    ("text", "deed", "place"),
    [
        ("Nuns rallied in Tolmen against the bombing of Galdor.", "bombing", "Galdor"),
        ("Nuns in Tolmen condemned the murder of a cook in Galdor.", "murder of a cook", "Galdor"),
        ("Nuns in Tolmen reported the murder of a cook in Galdor.", "murder of a cook", None),
        ("Nuns in Tolmen spoke against a march through Galdor.", "march", None),
    ],
)
def test_what_is_deplored_was_elsewhere(text: str, deed: str, place: str | None) -> None:
    """Where it stands right behind the deed, whatever town the mourners are in."""
    found = deplored(text, sentence(text, "Tolmen", "Galdor"), at(text, deed))
    assert (found.place.name if found and found.place else None) == place


def test_a_town_that_was_taken_is_where_it_was_taken() -> None:
    """Its name ends the words of the deed."""
    text = "Rebels seize Galdor as nuns leave for Tolmen."
    found = struck(text, sentence(text, "Galdor", "Tolmen"), at(text, "Rebels seize Galdor"))
    assert found is not None
    assert found.mention.name == "Galdor"

"""Namesakes, of which the one lies in the state whose police or courts speak."""

from __future__ import annotations

from geo.linking import statewide
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution, Span
from tests.linking.test_strays import SUDLAND, town

HERE, THERE = town("Alma", "Sudland", -100.0, 4_000), town("Alma", "Nordland", -80.0, 9_000)
COUNTY = Place("orva", "Orva County", PlaceKind.ADMIN2, -100.0, 40.0, ("US",), part_of="Sudland")


def told(text: str, name: str, place: Place | None, use: MentionClass, score: float) -> Resolution:
    """Return the first mention of a name, resolved, with Alma in Sudland among the others."""
    start = text.index(name)
    mention = Mention(Span(start, start + len(name)), name, use)
    return Resolution(mention, place, score, (), (), ((HERE, 0.3),))


def read(text: str, place: Place | None, score: float = 0.6) -> Place | None:
    """Return what Alma is taken for."""
    alma = told(text, "Alma", place, MentionClass.LITERAL, score)
    state = told(text, "Sudland", SUDLAND, MentionClass.EMBEDDED, 0.9)
    return statewide.settle(Article("a", text), (alma, state), ())[0][0].place


def test_the_police_of_a_state_say_which_town_is_meant() -> None:
    """Also where nothing spoke for one of them enough."""
    text = "A boy was shot in Alma, Sudland State Police said."
    assert read(text, None) == HERE
    assert read(text, THERE) == HERE
    assert read("A car was found in Alma by the Sudland Highway Patrol.", THERE) == HERE


def test_a_state_in_passing_says_nothing() -> None:
    """Somebody studied there, or it has a team."""
    assert read("A boy of Alma had been at Sudland University.", THERE) == THERE


def test_a_sure_or_much_larger_namesake_stays() -> None:
    """The state may only lend a hand."""
    text = "A boy was shot in Alma, Sudland State Police said."
    assert read(text, THERE, 0.95) == THERE
    city = town("Alma", "Nordland", -80.0, 400_000)
    assert read(text, city) == city


def test_a_bare_name_is_that_of_the_county_spoken_of() -> None:
    """A town of the name in another state is none of its sheriff's."""
    text = "Shot while hunting in Orva, the sheriff of Orva County said."
    far = town("Orva", "Nordland", -80.0, 60_000)
    bare = told(text, "Orva", far, MentionClass.LITERAL, 0.9)
    county = told(text, "Orva County", COUNTY, MentionClass.LITERAL, 0.9)
    settled, _ = statewide.settle(Article("a", text), (bare, county), ())
    assert settled[0].place == COUNTY

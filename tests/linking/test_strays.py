"""Small namesakes far from the news: parts of the town it comes from, unless something says so."""

from __future__ import annotations

import pytest

from geo.linking import strays
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution, Span


def town(name: str, state: str, lon: float, people: int) -> Place:
    """Return a town of a country whose places bear English names."""
    where = (PlaceKind.SETTLEMENT, lon, 40.0, ("US",), state)
    return Place(f"{name}-{state}", name, *where, population=people, part_of=state)


TOLMEN = town("Tolmen", "Nordland", -80.0, 300_000)
ALMA = town("Alma", "Sudland", -100.0, 2_000)
NEAR = town("Alma", "Nordland", -80.5, 900)
SUDLAND = Place("Sudland", "Sudland", PlaceKind.ADMIN1, -100.0, 40.0, ("US",))
DATED, ACTS, IN = MentionClass.DATELINE, MentionClass.MODIFIER, MentionClass.LITERAL


def read(text: str, *told: tuple[Place, MentionClass], others: tuple[Place, ...] = ()) -> list[str]:
    """Return what the places of a text are taken for, each by its id."""
    found = []
    for place, use in told:
        start = text.lower().index(place.name.lower())
        mention = Mention(Span(start, start + len(place.name)), place.name, use)
        named = tuple((other, 0.1) for other in others)
        found.append(Resolution(mention, place, 0.95, (), (), named))
    settled, _ = strays.settle(Article("a", text), found, ())
    return [r.place.id if r.place else "" for r in settled]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("TOLMEN — Two men were stabbed in Alma on Sunday.", DATED),
        ("Tolmen police say a clerk was robbed at an Alma petrol station.", ACTS),
        ("Three were hurt outside an Alma bar, and Tolmen firefighters came.", ACTS),
    ],
)
def test_a_village_elsewhere_is_a_quarter_here(text: str, use: MentionClass) -> None:
    """Nothing else of the report is where the only town of the name lies."""
    assert read(text, (TOLMEN, use), (ALMA, IN)) == [TOLMEN.id, TOLMEN.id]


def test_a_village_stays_where_its_state_is_spoken_of() -> None:
    """The state, or another town of it, says that the village is meant."""
    text = "TOLMEN — A man of Alma was held in Sudland."
    assert read(text, (TOLMEN, DATED), (ALMA, IN), (SUDLAND, IN))[1] == ALMA.id
    beside = town("Varn", "Sudland", -101.0, 5_000)
    text = "TOLMEN — A man of Alma was held in Varn."
    assert read(text, (TOLMEN, DATED), (ALMA, IN), (beside, IN))[1] == ALMA.id


def test_a_large_town_and_one_whose_police_speak_stay() -> None:
    """They are meant without saying of which state they are."""
    large = town("Alma", "Sudland", -100.0, 700_000)
    text = "TOLMEN — A man was shot in Alma."
    assert read(text, (TOLMEN, DATED), (large, IN))[1] == large.id
    assert read("Tolmen police called Alma police.", (TOLMEN, ACTS), (ALMA, ACTS))[1] == ALMA.id


def test_what_is_called_a_neighborhood_is_one_of_the_town() -> None:
    """However large the town of that name is."""
    large = town("Alma", "Sudland", -100.0, 700_000)
    text = "TOLMEN — A man was shot in the Alma neighborhood."
    assert read(text, (TOLMEN, DATED), (large, IN))[1] == TOLMEN.id


def test_the_namesake_near_the_town_comes_first() -> None:
    """Of two villages of one name the news is of the one that is near."""
    text = "TOLMEN — Two men were stabbed in Alma."
    assert read(text, (TOLMEN, DATED), (ALMA, IN), others=(NEAR,))[1] == NEAR.id


def test_without_a_town_that_the_news_is_from_nothing_changes() -> None:
    """A village alone in an article is the one of its name."""
    assert read("Two men were stabbed in Alma.", (ALMA, IN)) == [ALMA.id]

"""Whose police speak, and of which country their language is."""

from __future__ import annotations

import pytest

import geo
from geo.model import Article, Span
from geo.toponymy import authorities
from geo.toponymy.sightings import Scan


def names(text: str) -> list[str]:
    """Return the names in front of police and the like."""
    scan = Scan(Article("a", text), geo.open_gazetteer().recognised)
    return [sighting.name for sighting in authorities.find(scan)]


def test_towns_and_states_stand_in_front_of_their_police() -> None:
    """Whatever else the words may be taken for."""
    assert names("Officers of Delaware State Police and of Memphis Police came.") == [
        "Delaware",
        "Memphis",
    ]


def test_half_a_name_is_no_name() -> None:
    """A list may have a village for the second half of a town that it lacks."""
    assert names("The Roanoke Rapids Police Department has locks.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Deputies of the sheriff's office came to the 1400 block of Elm Road.",
        "Orva County Sheriff Al Bo said a neighbor called 911.",
        "A grand jury charged him with second-degree murder; troopers of the Highway Patrol came.",
    ],
)
def test_american_police_are_told_of_in_their_own_words(text: str) -> None:
    """Two different idioms are enough."""
    assert authorities.countries_of(text) == ("US",)


@pytest.mark.parametrize(
    "text",
    [
        "Detectives of the Metropolitan Police were called to a house in Elm Road.",
        "The sheriff of the court fined him.",
        "Soldiers shelled a block of flats; deputies of parliament protested.",
    ],
)
def test_police_elsewhere_are_not(text: str) -> None:
    """Nor is one word of theirs."""
    assert authorities.countries_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A Tolmen man was charged with second-degree murder. Call Crime Stoppers.",
        "A neighbour called 911. Whoever saw the car may call 555-808-2222.",
        "Police Sgt. Ana Kos said officers went to the 900 block of Elm Street after a 911 call.",
    ],
)
def test_what_canada_shares_tells_two_countries(text: str) -> None:
    """Its police and papers speak like those of the USA."""
    assert authorities.countries_of(text) == ("US", "CA")


def country_of(text: str, name: str) -> tuple[str, ...]:
    """Return the countries of what a name of a text is taken for."""
    read = geo.Reader(geo.open_gazetteer()).read(Article("a", text))
    return next(
        r.place.countries
        for r in read.resolutions
        if r.mention.name == name and r.place is not None
    )


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Lebanese soldiers shot two men in Tripoli.", "Tripoli", "LB"),
        ("Two men were shot in Tripoli, Lebanese police said.", "Tripoli", "LB"),
        ("Libyan militiamen fought in Tripoli.", "Tripoli", "LY"),
        ("Texas police held a man after three were shot in Paris.", "Paris", "US"),
        ("Police in Texas held a man after three were shot in Paris.", "Paris", "US"),
        ("Three were shot in Paris.", "Paris", "FR"),
        ("Dominican police shot two men in Santiago.", "Santiago", "DO"),
        ("British soldiers were shot in Tripoli.", "Tripoli", "LY"),
        ("Israel bombed Rafah.", "Rafah", "PS"),
        ("Guatemalan soldiers shot two men in Guatemala.", "Guatemala", "GT"),
    ],
)
def test_police_and_armies_act_at_home(text: str, name: str, country: str) -> None:
    """Unless they are of those that fight all over the world."""
    assert country_of(text, name) == (country,)


@pytest.mark.parametrize(
    "said", ["Ardovan tourists", "Ardovan football", "Ardovan beer", "Ardovan warplanes"]
)
def test_others_of_a_country_may_be_anywhere(said: str) -> None:
    """Tourists travel, and jets fly."""
    assert not authorities.acts_at_home(said + " came.", Span(0, 7))


@pytest.mark.parametrize(
    ("text", "countries", "abroad"),
    [
        ("Ardovia shelled Tolmen.", ["XA"], True),
        ("Ardovia has repeatedly bombed Tolmen.", ["XA"], True),
        ("Ardovia voted on Sunday.", ["XA"], False),
        ("Ardovia police came.", ["XA"], False),
        ("Gunmen in northern Ardovia attacked Tolmen.", ["XA"], False),
        ("Russian missiles fell on Tolmen.", ["RU"], True),
        ("Nigerian warplanes bombed Tolmen.", ["NG"], False),
    ],
)
def test_bombs_fall_on_another_country(text: str, countries: list[str], abroad: bool) -> None:  # noqa: FBT001
    """But an air force that fights rebels bombs its own."""
    start = text.index(
        next(word for word in text.split() if word[0].isupper() and word != "Gunmen")
    )
    at = Span(start, text.index(" ", start))
    assert authorities.strikes_abroad(text, at, countries) is abroad

"""Whether a sentence speaks of something else than incidents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.topics import default_topics


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("The midfielder fired home from ten yards after a corner.", "sport"),
        ("Investors raided their savings and dealers marked bonds down.", "markets"),
        ("In the film a nun shoots three bankers.", "fiction"),
        ("In the drill a bus blew up and actors screamed.", "exercise"),
        ("Hackers attacked the servers of the mill.", "research"),
        ("Wolves attacked the herd.", "nature"),
    ],
)
def test_the_words_of_a_sentence_tell_its_topic(sentence: str, topic: str) -> None:
    """One strong word or two weak ones are enough."""
    assert default_topics().elsewhere([sentence], 0) == topic


@pytest.mark.parametrize(
    "sentence",
    [
        "The midfielder was shot by a gunman in the car park.",
        "Investors saw masked men set the bank on fire.",
        "Police arrested the midfielder over the riot.",
        "Wolves howled as rebels attacked the village.",
    ],
)
def test_blood_and_weapons_are_meant_as_they_are(sentence: str) -> None:
    """In any walk of life a gunman is a gunman."""
    assert default_topics().elsewhere([sentence], 0) is None


def test_neighbours_tell_the_topic_of_a_sentence_without_one() -> None:
    """Three strong words around are enough for sport, far ones are not."""
    plain = "They were beaten again and fought on."
    match = "The midfielder saw the goalkeeper and two strikers in the semi-final."
    assert default_topics().elsewhere([match, plain], 1) == "sport"
    assert default_topics().elsewhere([match, ".", ".", plain], 3) is None


def test_a_disaster_bars_only_harm_that_nobody_did() -> None:
    """A quake kills and blocks roads; bombs and angry farmers do so in a flood as well."""
    topics = default_topics()
    quake = "An earthquake killed nine and blocked a road."
    assert topics.elsewhere([quake], 0) is None
    assert topics.elsewhere([quake], 0, harm="people") == "disaster"
    assert topics.elsewhere(["Angry farmers blocked a flooded road."], 0, harm="things") is None
    assert topics.elsewhere(["Angry farmers died on a flooded road."], 0, harm="people")


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4), st.sampled_from([None, "people"]))
def test_any_text_has_a_topic_or_none(sentences: list[str], harm: str | None) -> None:
    """Whatever stands in a text, the answer is the name of a topic or ``None``."""
    answer = default_topics().elsewhere(sentences, len(sentences) - 1, harm=harm)
    assert answer is None or answer.isidentifier()


@pytest.mark.parametrize(
    ("sentence", "accident"),
    [
        ("A man was killed by a car on Monday.", True),
        ("Four children were killed in a house fire.", True),
        ("A boat wreck killed his mother.", True),
        ("She was killed by a neighbour backing up.", True),
        ("Following the fire, which injured a man, shops were closed.", True),
        ("An engineer was killed while working at a station.", True),
        ("Winds of up to 130 km an hour tore off roofs and killed a man.", True),
        ("Two masons were killed when a shaft caved in.", True),
        ("A gale of gunfire killed a man.", False),
        ("Sniper fire killed a man on Monday.", False),
        ("Settler fire killed a man on Monday.", False),
        ("A fire that killed nine was set by a mob.", False),
        ("A woman was killed by a taxi driver.", False),
        ("Six were killed by a truck that was driven into a crowd.", False),
        ("A shepherd was killed while working when a mine exploded.", False),
        ("Four children were killed in mortar fire.", False),
        ("A man was killed by a car bomb on Monday.", False),
    ],
)
def test_accidents_are_told_by_what_did_the_harm(sentence: str, *, accident: bool) -> None:
    """A car that kills is an accident, a car bomb none."""
    told = default_topics().elsewhere([sentence], 0, harm="people")
    assert (told == "disaster") is accident


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Members of the cricket body staged a protest over unpaid salaries.", None),
        ("The party held a demonstration demanding a cut in the power tariff.", None),
        ("Three were hurt in a clash between supporters over ballot papers.", None),
        ("Four boys died in a bomb blast during a volleyball match.", None),
        ("The winger was injured in a clash with the goalkeeper in the cup tie.", "sport"),
        ("Shares staged a rally as investors bought bonds.", "markets"),
    ],
)
def test_what_is_staged_on_purpose_is_meant(sentence: str, topic: str | None) -> None:
    """Protests, bombs and clashes between groups are real, whoever plays or trades beside them."""
    assert default_topics().elsewhere([sentence], 0) == topic


@pytest.mark.parametrize(
    "sentence",
    [
        "Troops clashed with miners in a bout of violence at the pits.",
        "A reporter was beaten when she took pictures of the mayor.",
        "Marchers burned photographs of the minister.",
    ],
)
def test_bouts_and_pictures_are_not_only_of_sport_and_art(sentence: str) -> None:
    """A bout "of" something is no fight for a belt, and who takes a picture paints none."""
    assert default_topics().elsewhere([sentence], 0) is None

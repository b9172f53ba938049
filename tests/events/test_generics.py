"""What is so whenever it is tells of no one deed."""

from __future__ import annotations

import pytest

from geo import dates, incidents
from geo.lexicon import default_lexicon
from geo.model import Article


def news(text: str) -> set[bool]:
    """Tell of the deeds of a text whether they are news."""
    article = Article("a", text)
    reports = incidents.extract(article, (), dates.find(article), default_lexicon())
    return {not (r.background or r.verbal) for r in reports}


@pytest.mark.parametrize(
    "text",
    [
        "Every time a bomb goes off in Tolmen, the cafés empty.",
        "Whenever gunmen shot at the mill, its owner put up a flag.",
        "When a man kills his wife in Tolmen, the neighbours are surprised.",
        "On most nights somebody is robbed behind the mill.",
        "On average a bus is hijacked every four days.",
        "Four out of ten drivers had been robbed at gunpoint.",
        "In the three months to June 4,000 people were arrested.",
        "Kidnapping is up in Tolmen.",
    ],
)
def test_a_rule_or_a_rate_is_no_deed(text: str) -> None:
    """Nor is what befalls a share of people."""
    assert news(text) <= {False}


@pytest.mark.parametrize(
    "text",
    [
        "When a gunman opened fire in Tolmen on Monday, three pupils were hit.",
        "A bomb goes off in Tolmen, killing nine.",
        "Four out of the ten hostages abducted on Sunday were freed.",
        "Bookings fell by a tenth after gunmen shot a guest in Tolmen on Monday.",
        "Police arrested forty people in Tolmen on Monday.",
    ],
)
def test_what_was_done_on_a_day_is_one(text: str) -> None:
    """What came of it may be a rate."""
    assert True in news(text)


@pytest.mark.parametrize(
    "text",
    [
        "As a boy in Orva I saw a bomb explode in the street.",
        "She was eight when soldiers shot her father in Orva.",
        "When we were students, we blocked roads in Orva.",
        "In those days gangs robbed the trains to Orva.",
        "A priest who was once abducted in Orva opened a school on Sunday.",
        "Farmers in Orva stay at home for fear of being kidnapped.",
        "The mural in Orva shows a boy who was shot by soldiers.",
    ],
)
def test_what_is_remembered_painted_or_feared_is_not_news(text: str) -> None:
    """Of a day of the news it would be."""
    assert news(text) <= {False}
    assert True in news("She was eight when soldiers shot her in Orva on Monday.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Drivers in Orva are shot if they do not pay.", False),
        ("They are ambushed by people who do nothing else.", False),
        ("Gangs in Orva rob trucks and sell the rice.", False),
        ("Two drivers are shot in Orva.", True),
        ("Drivers are shot in Orva on Monday.", True),
        ("Gangs in Orva rob a truck and sell the rice.", True),
    ],
)
def test_what_befalls_all_of_a_sort_is_the_way_of_the_world(text: str, *, told: bool) -> None:
    """In an article; a brief has no room for it."""
    page = " Soldiers and police officers buy the rye bread of the bakery." * 9
    assert (True in news(f"{text}{page}")) is told
    assert True in news("Gangs in Orva rob trucks and sell the rice.")

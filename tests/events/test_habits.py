"""What is done again and again, or is only aimed at."""

from __future__ import annotations

import pytest

from geo import dates, incidents
from geo.lexicon import default_lexicon
from geo.model import Article


def is_news(text: str, words: str) -> bool:
    """Tell whether the deed that some words of a text tell of is news."""
    article = Article("a", text)
    start = text.index(words)
    reports = incidents.extract(article, (), dates.find(article), default_lexicon())
    told = [r for r in reports if r.trigger.start <= start + len(words) and start < r.trigger.end]
    assert told
    return any(not (r.background or r.verbal) for r in told)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The clan regularly robbed the mill.", "robbed"),
        ("Women are killed at home, men in the street.", "killed"),
        ("They fear an increase in bomb attacks on mills.", "bomb attacks"),
        ("Most of the nuns have been kidnapped.", "kidnapped"),
        ("Pirates have continued to hijack ships.", "hijack"),
        ("Rebels have been fighting the army.", "fighting"),
        ("Rebels fought the army for more than 16 years.", "fought"),
        ("The port has suffered several attacks on its mill.", "attacks on"),
        ("They discussed ways to stop rocket attacks on the port.", "rocket attacks"),
        ("Bandits have carried out almost daily bombings, mostly at night.", "bombings"),
        ("Two men were suspected of plotting to kidnap the miller.", "kidnap"),
        ("Clans are trying to topple the government.", "topple"),
        ("Guards hunt rebels who launch attacks on mills.", "launch attacks"),
        ("A ship was seized by pirates more than 14 months ago.", "seized"),
        ("A mill that was attacked three times in July has been repaired.", "attacked"),
    ],
)
def test_habits_sums_and_plots_are_no_news(text: str, words: str) -> None:
    """Adverbs of frequency, rates, what lasts for years, plots and standing aims."""
    assert not is_news(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A clan robbed the mill, which is often robbed.", "robbed the mill"),
        ("Rebels have been battling the army since Sunday.", "battling"),
        ("Soldiers tried to overthrow the government.", "overthrow"),
        ("Gunmen tried to storm the palace.", "storm"),
        ("The planning minister was wounded in an attack on his car.", "wounded"),
        ("Most miners fled when gunmen attacked the mill.", "gunmen attacked"),
        ("Guards stopped two rebels and shot a nun.", "shot a nun"),
        ("The mill was attacked three times on Tuesday.", "attacked"),
    ],
)
def test_one_deed_is_news(text: str, words: str) -> None:
    """Whatever else of the sentence is a habit, and whatever began the other day."""
    assert is_news(text, words)


@pytest.mark.parametrize(
    ("text", "words", "news"),
    [
        ("For eight years villagers have marched to the wall.", "marched", False),
        ("For more than two decades rebels have attacked villages.", "attacked", False),
        ("For two years he had hidden; now rebels have attacked a village.", "attacked", True),
        ("Villagers have marched to the wall.", "marched", True),
    ],
)
def test_what_has_been_done_for_years_is_of_no_day(text: str, words: str, *, news: bool) -> None:
    """Whatever it is."""
    assert is_news(text, words) == news
